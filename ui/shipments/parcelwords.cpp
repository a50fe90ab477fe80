#include "ui/shipments/parcelwords.h"

#include "core/domain/courier.h"
#include "core/domain/parcel.h"
#include "ui/accounts/localtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace supercargo {
namespace {

struct ParcelWords {
  Q_DECLARE_TR_FUNCTIONS(ParcelWords)
};

} // namespace

QString courierText(const QString& code)
{
  const Courier* known = findCourier(code);
  return known ? localText({known->en, known->zh}) : code;
}

QString reasonWord(const QString& reason)
{
  static const QHash<QString, const char*> kWords{
      {QStringLiteral("damaged"), QT_TRANSLATE_NOOP("ParcelWords", "Damaged")},
      {QStringLiteral("lost"), QT_TRANSLATE_NOOP("ParcelWords", "Lost")},
      {QStringLiteral("destroyed"), QT_TRANSLATE_NOOP("ParcelWords", "Destroyed")},
      {QStringLiteral("delayed"), QT_TRANSLATE_NOOP("ParcelWords", "Delayed")},
      {QStringLiteral("held"), QT_TRANSLATE_NOOP("ParcelWords", "Held")},
      {QStringLiteral("held_for_payment"), QT_TRANSLATE_NOOP("ParcelWords", "Held for payment")},
      {QStringLiteral("customs_hold"), QT_TRANSLATE_NOOP("ParcelWords", "Held at customs")},
      {QStringLiteral("customs_info_required"), QT_TRANSLATE_NOOP("ParcelWords", "Customs want papers")},
      {QStringLiteral("missorted"), QT_TRANSLATE_NOOP("ParcelWords", "Sent the wrong way")},
      {QStringLiteral("bad_address"), QT_TRANSLATE_NOOP("ParcelWords", "Address wrong")},
      {QStringLiteral("cannot_contact"), QT_TRANSLATE_NOOP("ParcelWords", "Recipient not reached")},
      {QStringLiteral("refused"), QT_TRANSLATE_NOOP("ParcelWords", "Refused by the recipient")},
      {QStringLiteral("recipient_moved"), QT_TRANSLATE_NOOP("ParcelWords", "Recipient has moved")},
      {QStringLiteral("business_closed"), QT_TRANSLATE_NOOP("ParcelWords", "Business closed")},
      {QStringLiteral("out_of_area"), QT_TRANSLATE_NOOP("ParcelWords", "Out of the courier's area")},
      {QStringLiteral("security"), QT_TRANSLATE_NOOP("ParcelWords", "Stopped by security")},
      {QStringLiteral("intercepted"), QT_TRANSLATE_NOOP("ParcelWords", "Called back")},
      {QStringLiteral("rejected_by_carrier"), QT_TRANSLATE_NOOP("ParcelWords", "Rejected by the courier")},
      {QStringLiteral("timeout_unsigned"), QT_TRANSLATE_NOOP("ParcelWords", "Not signed for in time")},
      {QStringLiteral("stalled"), QT_TRANSLATE_NOOP("ParcelWords", "Stalled")},
      {QStringLiteral("pickup_overdue"), QT_TRANSLATE_NOOP("ParcelWords", "Not fetched in time")},
      {QStringLiteral("reattempt"), QT_TRANSLATE_NOOP("ParcelWords", "To be tried again")},
      {QStringLiteral("appointment"), QT_TRANSLATE_NOOP("ParcelWords", "Another day agreed")},
      {QStringLiteral("exception"), QT_TRANSLATE_NOOP("ParcelWords", "Exception")},
      {QStringLiteral("returning"), QT_TRANSLATE_NOOP("ParcelWords", "On its way back")},
      {QStringLiteral("returned"), QT_TRANSLATE_NOOP("ParcelWords", "Back at the sender")}};
  const auto word = kWords.constFind(reason);
  return word == kWords.cend() ? reason : QCoreApplication::translate("ParcelWords", *word);
}

QString oddityText(const QString& oddity)
{
  if (oddity == u"moved_after_delivery")
    return ParcelWords::tr("The courier scanned it again after it was delivered: ask where it is.");
  if (oddity == u"time_without_zone")
    return ParcelWords::tr("Some times come without a time zone; they are read as the courier's usual one.");
  if (oddity == u"time_missing")
    return ParcelWords::tr("Some events have no time that makes sense; they stand where the courier put them.");
  if (oddity == u"unknown_place")
    return ParcelWords::tr("No event names a place that is known: it is not on the map. Teach the place below.");
  return oddity;
}

Punctuality punctualityOf(const ParcelLine& line, Instant now)
{
  if (!line.promisedAt)
    return Punctuality::None;
  if (line.shipment.deliveredAt)
    return *line.shipment.deliveredAt <= *line.promisedAt ? Punctuality::ArrivedOnTime : Punctuality::ArrivedLate;
  if (isFinal(line.shipment.status))
    return Punctuality::None;
  if (*line.promisedAt < now)
    return Punctuality::Late;
  return line.expectedAt && *line.expectedAt > *line.promisedAt ? Punctuality::Soon : Punctuality::OnTime;
}

StatusWord punctualityWord(Punctuality punctuality)
{
  switch (punctuality) {
  case Punctuality::None:
    return {};
  case Punctuality::OnTime:
    return {ParcelWords::tr("On time"), QStringLiteral("check"), Tone::Neutral};
  case Punctuality::Soon:
    return {ParcelWords::tr("Will be late"), QStringLiteral("hourglass"), Tone::Warning};
  case Punctuality::Late:
    return {ParcelWords::tr("Late"), QStringLiteral("clock"), Tone::Danger};
  case Punctuality::ArrivedOnTime:
    return {ParcelWords::tr("Came on time"), QStringLiteral("check"), Tone::Success};
  case Punctuality::ArrivedLate:
    return {ParcelWords::tr("Came late"), QStringLiteral("clock"), Tone::Warning};
  }
  return {};
}

QString transitText(const std::optional<Transit>& took)
{
  if (!took)
    return QStringLiteral("–");
  const double hours = double(took->count()) / 3'600'000;
  return hours < 48 ? ParcelWords::tr("%1 h").arg(QLocale().toString(hours, 'f', 0))
                    : ParcelWords::tr("%1 d").arg(QLocale().toString(hours / 24, 'f', 1));
}

} // namespace supercargo
