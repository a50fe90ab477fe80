#include "ui/booking/bookingwords.h"

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

QString bookingReason(const BulkBooking& booking)
{
  if (!booking.refusal)
    return booking.error.isEmpty() ? booking.rule : booking.error;
  switch (booking.refusal->kind) {
  case ErrorKind::NotFound:
    return BookingWords::tr("No shipping rule matches this order.");
  case ErrorKind::Conflict:
    return BookingWords::tr("A parcel is booked already. Cancel its booking on the Shipments page first.");
  case ErrorKind::Rejected:
    if (booking.collect)
      return BookingWords::tr("The courier does not collect %1, or the order is not waiting to be shipped.")
          .arg(moneyText(*booking.collect));
    return BookingWords::tr("The order is not waiting to be shipped.");
  case ErrorKind::Invalid:
    return BookingWords::tr("The weight or the sender's address is missing.");
  default:
    return errorSentence(booking.refusal->kind).what;
  }
}

} // namespace supercargo
