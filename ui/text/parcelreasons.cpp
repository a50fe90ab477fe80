#include "ui/text/parcelreasons.h"

#include <QCoreApplication>
#include <QHash>

namespace supercargo {

QString parcelReasonText(const QString& reason)
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
      {QStringLiteral("no_information"), QT_TRANSLATE_NOOP("ParcelWords", "Courier knows nothing of it")},
      {QStringLiteral("tracker_error"), QT_TRANSLATE_NOOP("ParcelWords", "Tracking does not work")},
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

} // namespace supercargo
