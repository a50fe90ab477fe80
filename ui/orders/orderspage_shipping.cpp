// From orders to parcels: booking, labels, lists for the shelves, packing.
#include "core/labels/printmatter.h"
#include "core/outbox/parcelplans.h"
#include "ui/actions/actions.h"
#include "ui/booking/bulkbookingdialog.h"
#include "ui/orders/orderacts.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/orders/orderspage.h"
#include "ui/packing/packdialog.h"
#include "ui/print/previewdialog.h"
#include "ui/print/printsettings.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"

#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>

namespace supercargo {

void OrdersPage::addShippingActions()
{
  auto* menu = new QMenu(m_ship);
  const auto add = [&](CommandId id, std::function<void()> run) {
    QAction* action = bindAction(this, id, std::move(run));
    action->setIcon(themedIcon(QString::fromLatin1(actionInfo(id).icon)));
    menu->addAction(action);
  };
  add(CommandId::OrdersBook, [this] { bookChosen(); });
  add(CommandId::OrdersPickList, [this] { showPickList(); });
  add(CommandId::OrdersPack, [this] { packByScan(); });
  add(CommandId::OrdersPrintLabels, [this] { printLabels(); });
  QAction* label = menu->addAction(themedIcon(QStringLiteral("eye")), {}, this,
                                   [this] { previewDocument(PrintDocument::WaybillLabel); });
  add(CommandId::OrdersPrintSlips, [this] { printSlips(); });
  QAction* slip = menu->addAction(themedIcon(QStringLiteral("eye")), {}, this,
                                  [this] { previewDocument(PrintDocument::PackingSlip); });
  label->setObjectName(QStringLiteral("orders.previewLabel"));
  slip->setObjectName(QStringLiteral("orders.previewSlip"));
  connect(menu, &QMenu::aboutToShow, this, [label, slip] { // in the language of now
    label->setText(tr("Preview the label…"));
    slip->setText(tr("Preview the packing slip…"));
  });
  addOrderActs(
      *menu, m_context, [this] { return chosenOrders(); }, this);
  m_ship->setIcon(themedIcon(QStringLiteral("truck")));
  m_ship->setMenu(menu);
}

/// The rows chosen in the list, else the open order.
std::vector<OrderId> OrdersPage::chosenOrders() const
{
  std::vector<OrderId> orders;
  for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
    if (const auto id = m_model->idAt(index.row()))
      orders.emplace_back(*id);
  if (orders.empty())
    if (const auto open = m_details->order())
      orders.push_back(*open);
  return orders;
}

void OrdersPage::bookChosen()
{
  const auto orders = chosenOrders();
  if (orders.empty())
    return m_context.actions.notify(tr("Choose one or more orders first."));
  auto* dialog = new BulkBookingDialog(m_context, orders, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void OrdersPage::packByScan()
{
  auto* dialog = new PackDialog(m_context, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void OrdersPage::showPickList()
{
  const auto orders = chosenOrders();
  if (orders.empty())
    return m_context.actions.notify(tr("Choose one or more orders first."));
  auto* dialog =
      new PreviewDialog(m_context, newPrintJob(m_context.settings, PrintDocument::PickList, pickSubject(orders)), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

/// Of the first chosen order, and nothing is queued.
void OrdersPage::previewDocument(PrintDocument document)
{
  const auto orders = chosenOrders();
  if (orders.empty())
    return m_context.actions.notify(tr("Choose one or more orders first."));
  const auto read = [id = orders.front()](Connection& c) { return orderDetails(c, id); };
  deliver(m_context.db.read(read), this, [this, document](const Result<std::optional<OrderDetails>>& order) {
    if (!order)
      return m_context.actions.notify(errorSentence(order.error().kind).what);
    if (!*order)
      return;
    NewPrintJob job = newPrintJob(m_context.settings, document, (*order)->row.number, (*order)->row.id);
    if (document == PrintDocument::WaybillLabel) {
      for (const OrderShipment& parcel : (*order)->shipments)
        if (parcel.status != ParcelStatus::Cancelled) {
          job.shipment = parcel.id;
          job.subject = parcel.number;
        }
      if (!job.shipment)
        return m_context.actions.notify(tr("The chosen orders have no parcels yet. Book them first."));
    }
    auto* dialog = new PreviewDialog(m_context, job, this, PreviewUse::Look);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
}

void OrdersPage::printLabels()
{
  const auto put = [orders = chosenOrders(), pattern = newPrintJob(m_context.settings, PrintDocument::WaybillLabel, {}),
                    now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<int> {
    int count = 0;
    QSet<ShipmentId> seen; // merged orders share one
    for (const OrderId id : orders) {
      SC_TRY_ASSIGN(order, orderDetails(c, id));
      if (!order)
        continue;
      for (const OrderShipment& parcel : order->shipments) {
        if (parcel.status == ParcelStatus::Cancelled || seen.contains(parcel.id))
          continue;
        seen.insert(parcel.id);
        NewPrintJob job = pattern;
        job.order = id;
        job.shipment = parcel.id;
        job.subject = parcel.number;
        SC_TRY(enqueuePrint(c, job, QStringLiteral("owner"), now, changes));
        ++count;
      }
    }
    return count;
  };
  deliver(m_context.db.write(put), this, [this](const Result<int>& count) {
    if (!count)
      return m_context.actions.notify(errorSentence(count.error().kind).what);
    m_context.actions.notify(*count == 0 ? tr("The chosen orders have no parcels yet. Book them first.")
                                         : tr("%n labels sent to the print queue.", nullptr, *count));
  });
}

void OrdersPage::printSlips()
{
  const auto put = [orders = chosenOrders(), pattern = newPrintJob(m_context.settings, PrintDocument::PackingSlip, {}),
                    now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<int> {
    QSet<OrderId> heads; // merged orders share one
    for (const OrderId chosen : orders) {
      SC_TRY_ASSIGN(id, bookedWith(c, chosen));
      if (heads.contains(id))
        continue;
      heads.insert(id);
      SC_TRY_ASSIGN(row, orderRow(c, id));
      NewPrintJob job = pattern;
      job.order = id;
      job.subject = row ? row->number : QString();
      SC_TRY(enqueuePrint(c, job, QStringLiteral("owner"), now, changes));
    }
    return int(heads.size());
  };
  deliver(m_context.db.write(put), this, [this](const Result<int>& count) {
    if (!count)
      return m_context.actions.notify(errorSentence(count.error().kind).what);
    m_context.actions.notify(*count == 0 ? tr("Choose one or more orders first.")
                                         : tr("%n packing slips sent to the print queue.", nullptr, *count));
  });
}

} // namespace supercargo
