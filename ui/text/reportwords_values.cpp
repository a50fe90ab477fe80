#include "core/domain/snapshot.h"
#include "core/providers/provider.h"
#include "ui/accounts/localtext.h"
#include "ui/text/couriertext.h"
#include "ui/text/format.h"
#include "ui/text/parcelreasons.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>
#include <QHash>

namespace supercargo {
namespace {

const QHash<QString, const char*>& segmentWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("champions"), QT_TRANSLATE_NOOP("reportwords", "Champions")},
      {QStringLiteral("loyal"), QT_TRANSLATE_NOOP("reportwords", "Loyal")},
      {QStringLiteral("at_risk"), QT_TRANSLATE_NOOP("reportwords", "At risk")},
      {QStringLiteral("new"), QT_TRANSLATE_NOOP("reportwords", "Newcomers")},
      {QStringLiteral("hibernating"), QT_TRANSLATE_NOOP("reportwords", "Hibernating")},
      {QStringLiteral("other"), QT_TRANSLATE_NOOP("reportwords", "Others")},
      {QStringLiteral("guest"), QT_TRANSLATE_NOOP("reportwords", "Nobody known")},
      {QStringLiteral("no_sale"), QT_TRANSLATE_NOOP("reportwords", "No sale yet")}};
  return words;
}

const QHash<QString, const char*>& newnessWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("new"), QT_TRANSLATE_NOOP("reportwords", "New buyers")},
      {QStringLiteral("returning"), QT_TRANSLATE_NOOP("reportwords", "Returning buyers")},
      {QStringLiteral("guest"), QT_TRANSLATE_NOOP("reportwords", "Nobody known")}};
  return words;
}

const QHash<QString, const char*>& declineWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("insufficient_funds"), QT_TRANSLATE_NOOP("reportwords", "Too little money")},
      {QStringLiteral("limit"), QT_TRANSLATE_NOOP("reportwords", "Over a limit")},
      {QStringLiteral("expired"), QT_TRANSLATE_NOOP("reportwords", "Card expired")},
      {QStringLiteral("wrong_details"), QT_TRANSLATE_NOOP("reportwords", "Wrong details")},
      {QStringLiteral("suspected_fraud"), QT_TRANSLATE_NOOP("reportwords", "Suspected fraud")},
      {QStringLiteral("declined_by_bank"), QT_TRANSLATE_NOOP("reportwords", "Declined by the bank")},
      {QStringLiteral("cancelled_by_buyer"), QT_TRANSLATE_NOOP("reportwords", "Cancelled by the buyer")},
      {QStringLiteral("timed_out"), QT_TRANSLATE_NOOP("reportwords", "Not paid in time")},
      {QStringLiteral("technical"), QT_TRANSLATE_NOOP("reportwords", "Technical trouble")},
      {QStringLiteral("other"), QT_TRANSLATE_NOOP("reportwords", "Another reason")},
      {QStringLiteral("untold"), QT_TRANSLATE_NOOP("reportwords", "Reason not told")}};
  return words;
}

} // namespace

QString dimensionText(const QString& dimension, const QString& value)
{
  const auto worded = [&](const QHash<QString, const char*>& words) {
    const char* word = words.value(value);
    return word ? reportWord(QString::fromLatin1(word)) : value;
  };
  if (dimension == QLatin1String("segment"))
    return worded(segmentWords());
  if (dimension == QLatin1String("newness"))
    return worded(newnessWords());
  if (dimension == QLatin1String("decline_reason"))
    return worded(declineWords());
  if (dimension == QLatin1String("status"))
    return reportWord(value);
  if (dimension == QLatin1String("courier"))
    return courierText(value);
  if (dimension == QLatin1String("method")) { // a gateway's, or what the shop wrote
    const Provider* gateway = findProvider(value);
    return gateway ? localText(gateway->declaration.name) : value;
  }
  if (dimension == QLatin1String("parcel_status"))
    if (const auto status = parcelStatusNamed(value))
      return statusWord(*status).word;
  if (dimension == QLatin1String("payment_status"))
    if (const auto status = gatewayPaymentStatusNamed(value))
      return statusWord(*status).word;
  if (dimension != QLatin1String("reason"))
    return value;
  if (value.isEmpty())
    return reportWord(QString::fromLatin1(declineWords().value(QStringLiteral("untold"))));
  if (value == QLatin1String("none"))
    return QCoreApplication::translate("reportwords", "Nothing wrong");
  const QString word = parcelReasonText(value);
  return word == value ? reportWord(value) : word; // of refunds: the shop's own words
}

} // namespace supercargo
