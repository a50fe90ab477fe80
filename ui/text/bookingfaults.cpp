#include "ui/text/bookingfaults.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct BookingFaults {
  Q_DECLARE_TR_FUNCTIONS(BookingFaults)
};

} // namespace

QString bookingFaultText(BookingFault fault)
{
  switch (fault) {
  case BookingFault::NoOrder:
    return BookingFaults::tr("The order is no longer there.");
  case BookingFault::NoRule:
    return BookingFaults::tr("No shipping rule matches this order.");
  case BookingFault::NotWaiting:
    return BookingFaults::tr("The order does not wait to be shipped.");
  case BookingFault::RefundUnderWay:
    return BookingFaults::tr("The buyer has asked for a refund.");
  case BookingFault::BookedAlready:
    return BookingFaults::tr("A parcel is booked already. Cancel its booking on the Shipments page first.");
  case BookingFault::PlanUnfit:
    return BookingFaults::tr("All its parcels are booked, or it no longer fits how it was merged or split.");
  case BookingFault::NoCourier:
    return BookingFaults::tr("The courier's account is not connected.");
  case BookingFault::NoSender:
    return BookingFaults::tr("The sender's address is missing.");
  case BookingFault::NoWeight:
    return BookingFaults::tr("Nobody knows what it weighs.");
  case BookingFault::CourierRefuses:
    return BookingFaults::tr("The courier does not collect the money, or does not answer for this value.");
  case BookingFault::ParcelLacks:
    return BookingFaults::tr("What the courier wants to know of the parcel is not known.");
  case BookingFault::AddressIncomplete:
    return BookingFaults::tr("The recipient's name or street is missing.");
  case BookingFault::AddressMasked:
    return BookingFaults::tr("The shop shows the recipient masked and cannot be asked for it.");
  case BookingFault::Other:
    break;
  }
  return errorSentence(ErrorKind::Rejected).what;
}

} // namespace supercargo
