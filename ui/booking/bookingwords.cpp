#include "ui/booking/bookingwords.h"

#include "ui/text/bookingfaults.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct BookingWords {
  Q_DECLARE_TR_FUNCTIONS(BookingWords)
};

} // namespace

StatusWord bookingWord(const BulkBooking& booking)
{
  if (booking.foretold && booking.state != ActionState::Cancelled)
    return booking.refusal
               ? StatusWord{BookingWords::tr("Not possible"), QStringLiteral("ban"), Tone::Warning}
               : StatusWord{BookingWords::tr("To be booked"), QStringLiteral("circle-dashed"), Tone::Neutral};
  if (booking.refusal)
    return {BookingWords::tr("Not asked"), QStringLiteral("ban"), Tone::Warning};
  switch (booking.state) {
  case ActionState::Waiting:
    return {BookingWords::tr("Waiting"), QStringLiteral("clock"), Tone::Neutral};
  case ActionState::Sending:
    return {BookingWords::tr("Asking"), QStringLiteral("loader-circle"), Tone::Info};
  case ActionState::Unknown:
  case ActionState::Pending:
    return {BookingWords::tr("Answer awaited"), QStringLiteral("hourglass"), Tone::Info};
  case ActionState::Done:
    return booking.waybill.isEmpty()
               ? StatusWord{BookingWords::tr("No number"), QStringLiteral("triangle-alert"), Tone::Warning}
               : StatusWord{BookingWords::tr("Booked"), QStringLiteral("circle-check"), Tone::Success};
  case ActionState::Failed:
    return {BookingWords::tr("Refused"), QStringLiteral("circle-x"), Tone::Danger};
  case ActionState::Cancelled:
    break;
  }
  return {BookingWords::tr("Taken back"), QStringLiteral("undo-2"), Tone::Neutral};
}

QString bookingCarrier(const BulkBooking& booking)
{
  QStringList parts{booking.rule, booking.courier, booking.service};
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

QString bookingReason(const BulkBooking& booking)
{
  if (!booking.refusal)
    return booking.error;
  switch (booking.refusal->fault) {
  case BookingFault::NotWaiting:
    return BookingWords::tr("The order is “%1”: it does not wait to be shipped.").arg(statusWord(booking.status).word);
  case BookingFault::BookedAlready:
    if (booking.head != booking.order)
      return BookingWords::tr("It goes in one parcel with another order, and that one is booked.");
    break;
  case BookingFault::NoWeight:
    return BookingWords::tr("Nobody knows what it weighs: say it above.");
  case BookingFault::CourierRefuses:
    return booking.collect ? BookingWords::tr("The courier does not collect %1.").arg(moneyText(*booking.collect))
                           : BookingWords::tr("The courier does not answer for this value.");
  case BookingFault::ParcelLacks:
    return BookingWords::tr("The courier wants to know more: %1").arg(booking.refusal->error.detail);
  case BookingFault::Other:
    return errorSentence(booking.refusal->error.kind).what;
  default:
    break;
  }
  return bookingFaultText(booking.refusal->fault);
}

} // namespace supercargo
