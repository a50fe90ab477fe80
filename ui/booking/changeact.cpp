#include "ui/booking/changeact.h"

#include "core/base/deliver.h"
#include "ui/booking/bulkbookingdialog.h"
#include "ui/booking/orderactsdialogs.h"
#include "ui/text/format.h"

namespace supercargo {
namespace {

struct Facts {
  OrderRow order;
  Money left; ///< that can still be refunded
};

template <class Dialog, class Deed>
ActDialog* filled(Dialog* dialog, const Deed& deed)
{
  dialog->fill(deed);
  return dialog;
}

/// nullptr: no form of an order makes such deeds.
ActDialog* formOf(const PageContext& context, const ActionKind& deed, const Facts& facts, QWidget* parent)
{
  if (const auto* refund = std::get_if<RefundPayment>(&deed))
    return filled(new RefundDialog(context, facts.order, facts.left, parent), *refund);
  if (const auto* note = std::get_if<AddOrderNote>(&deed))
    return filled(new OrderNoteDialog(context, facts.order, parent), *note);
  if (const auto* shipped = std::get_if<MarkShipped>(&deed))
    return filled(new ShippedDialog(context, facts.order, parent), *shipped);
  if (const auto* closing = std::get_if<CloseOrder>(&deed))
    return filled(new CloseOrderDialog(context, facts.order, parent), *closing);
  return nullptr;
}

Result<Facts> factsOf(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(order, orderRow(c, id));
  if (!order)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  SC_TRY_ASSIGN(left, refundable(c, id));
  return Facts{std::move(*order), left};
}

} // namespace

bool isChangeable(const OutboxEntry& entry)
{
  const ActionKind& deed = entry.action.what;
  const auto* shipped = std::get_if<MarkShipped>(&deed);
  const bool hasForm = std::holds_alternative<RefundPayment>(deed) || std::holds_alternative<AddOrderNote>(deed) ||
                       std::holds_alternative<CloseOrder>(deed) || std::holds_alternative<BookParcel>(deed) ||
                       (shipped && shipped->lines.empty()); // a part of an order is told by its booking only
  return hasForm && entry.state == ActionState::Failed && entry.order;
}

void changeAct(const PageContext& context, const OutboxEntry& refused, QWidget* parent)
{
  if (!isChangeable(refused))
    return;
  if (const auto* parcel = std::get_if<BookParcel>(&refused.action.what)) {
    auto* dialog = new BulkBookingDialog(context, {*refused.order}, parent); // the new booking takes the old one back
    dialog->fill(refused.account, *parcel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return;
  }
  deliver(context.db.read([id = *refused.order](Connection& c) { return factsOf(c, id); }), parent,
          [context, refused, parent](const Result<Facts>& facts) {
            if (!facts)
              return context.actions.notify(errorSentence(facts.error().kind).what);
            ActDialog* dialog = formOf(context, refused.action.what, *facts, parent);
            if (!dialog)
              return;
            dialog->standInFor(refused.id);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
          });
}

} // namespace supercargo
