#include "ui/booking/cancelbooking.h"

#include "core/base/deliver.h"
#include "core/outbox/shipping.h"
#include "ui/booking/actdialog.h"
#include "ui/text/format.h"

namespace supercargo {
namespace {

class CancelBookingDialog : public ActDialog {
  Q_DECLARE_TR_FUNCTIONS(CancelBooking)
public:
  CancelBookingDialog(const PageContext& context, const ShipmentRow& parcel, QWidget* parent)
      : ActDialog(context,
                  {tr("Cancel booking"),
                   tr("Take the parcel %1 back? The courier will not fetch it, its label is void, and the order can be "
                      "booked anew.")
                       .arg(parcel.number),
                   tr("Cancel booking"), tr("The booking of %1 is cancelled.").arg(parcel.number)},
                  parent),
        m_parcel(parcel)
  {
    setRole(action(), "danger");
    action()->setAutoDefault(false); // Enter alone throws no label away
    action()->setDefault(false);
  }

  static QString fault(const ShipmentRow& parcel)
  {
    const ParcelStatus status = parcel.status;
    if (status == ParcelStatus::Cancelled)
      return tr("The booking of %1 is cancelled already.").arg(parcel.number);
    if (status != ParcelStatus::Pending && status != ParcelStatus::InfoReceived && status != ParcelStatus::Unknown)
      return tr("The courier has %1 already (%2). Use “Return…” to call it back.")
          .arg(parcel.number, statusWord(status).word);
    return {};
  }

private:
  Asking asking() const override
  {
    return [id = m_parcel.id, now = context().clock()](Connection& c, ChangeSet& changes) {
      return cancelShipment(c, id, QStringLiteral("owner"), now, changes);
    };
  }

  QString refusal(const Error& error) const override
  {
    // The dialog opens only for parcels that the courier has not; what is left is where it was booked.
    return error.kind == ErrorKind::Rejected
               ? tr("It was not booked here, or the courier has fetched it meanwhile. Cancel it with the courier.")
               : ActDialog::refusal(error);
  }

  ShipmentRow m_parcel;
};

} // namespace

void askCancelBooking(const PageContext& context, ShipmentId shipment, QWidget* parent)
{
  const auto read = [shipment](Connection& c) { return shipmentRow(c, shipment); };
  deliver(context.db.read(read), parent, [context, parent](const Result<std::optional<ShipmentRow>>& parcel) {
    if (!parcel || !*parcel)
      return context.actions.notify(errorSentence(parcel ? ErrorKind::NotFound : parcel.error().kind).what);
    const QString fault = CancelBookingDialog::fault(**parcel);
    if (!fault.isEmpty())
      return context.actions.notify(fault);
    auto* dialog = new CancelBookingDialog(context, **parcel, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
}

} // namespace supercargo
