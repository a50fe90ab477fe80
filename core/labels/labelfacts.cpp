#include "core/labels/labelfacts.h"

#include "core/domain/courier.h"
#include "core/outbox/outbox.h"
#include "core/rules/shippingrules.h"
#include "core/store/orders.h"
#include "core/store/parcels.h"

namespace supercargo {
namespace {

constexpr int kMostActions = 1000;

QString courierName(const QString& code)
{
  const Courier* known = findCourier(code);
  return known ? known->zh : code.toUpper();
}

std::vector<LabelLine> linesOf(const OrderDetails& order)
{
  std::vector<LabelLine> lines;
  for (const LineSnapshot& line : order.lines)
    lines.push_back({line.sku, line.title, line.options, line.quantity});
  return lines;
}

/// The courier's word about the booking, where the parcel was booked here.
void takeBooking(WaybillFacts& facts, const std::vector<OutboxEntry>& entries)
{
  for (const OutboxEntry& entry : entries) {
    const auto* parcel = std::get_if<BookParcel>(&entry.action.what);
    if (!parcel || (entry.outcome.number != facts.number && !entry.outcome.childNumbers.contains(facts.number)))
      continue;
    facts.sender = parcel->sender;
    facts.service = parcel->service;
    facts.remark = parcel->remark;
    facts.weightGrams = parcel->weightGrams;
    facts.parcels = parcel->parcels;
    facts.parcel = int(entry.outcome.childNumbers.indexOf(facts.number)) + 2;
    if (facts.number == entry.outcome.number)
      facts.parcel = 1;
    facts.sortCode = entry.outcome.sortCode.isEmpty() ? entry.outcome.destinationCode : entry.outcome.sortCode;
    return;
  }
}

} // namespace

Result<WaybillFacts> waybillFacts(Connection& c, ShipmentId shipment)
{
  SC_TRY_ASSIGN(row, shipmentRow(c, shipment));
  if (!row)
    return fail(ErrorKind::NotFound, QStringLiteral("no such parcel"), QString::number(shipment.value()));
  SC_TRY_ASSIGN(order, row->order ? orderDetails(c, *row->order) : Result<std::optional<OrderDetails>>());
  if (!order)
    return fail(ErrorKind::Invalid, QStringLiteral("the parcel belongs to no order here: its recipient is not known"),
                row->number);
  WaybillFacts facts;
  facts.courier = courierName(row->courier);
  facts.number = row->number;
  facts.recipient = order->shipTo;
  if (facts.recipient.phone.isEmpty())
    facts.recipient.phone = order->customerPhone;
  facts.orderNumber = order->row.number;
  facts.lines = linesOf(*order);
  if (isCashOnDelivery(order->paymentMethod)) {
    const Money open(order->row.total.minor() - order->row.paid.minor(), order->row.total.currency());
    if (open.minor() > 0)
      facts.cashOnDelivery = open.currency().code() + u' ' + open.text();
  }
  SC_TRY_ASSIGN(entries, outboxEntries(c, {{ActionState::Done}, {}, row->order}, kMostActions));
  takeBooking(facts, entries);
  if (facts.sender.name.isEmpty()) {
    SC_TRY_ASSIGN(all, senders(c));
    if (!all.empty())
      facts.sender = all.front().address;
  }
  return facts;
}

Result<PackingSlipFacts> packingSlipFacts(Connection& c, OrderId id, const QString& shop)
{
  SC_TRY_ASSIGN(order, orderDetails(c, id));
  if (!order)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  PackingSlipFacts facts;
  facts.shop = shop;
  facts.orderNumber = order->row.number;
  facts.note = order->buyerNote;
  facts.recipient = order->shipTo;
  facts.lines = linesOf(*order);
  for (const OrderShipment& parcel : order->shipments)
    if (parcel.status != ParcelStatus::Cancelled) {
      facts.courier = courierName(parcel.courier);
      facts.number = parcel.number;
    }
  return facts;
}

Result<ProductLabelFacts> productLabelFacts(Connection& c, const QString& sku)
{
  const auto make = [](const Row& row) {
    ProductLabelFacts facts{row.text(0), row.text(1), row.text(2), row.text(3), {}};
    const auto currency = Currency::of(row.text(5));
    if (!row.isNull(4) && currency)
      facts.price = currency->code() + u' ' + Money(row.integer(4), *currency).text();
    return facts;
  };
  SC_TRY_ASSIGN(found, c.row(QStringLiteral("SELECT p.title, v.options, v.sku, v.barcode, v.price_minor, v.currency "
                                            "FROM variants v JOIN products p ON p.id = v.product_id "
                                            "WHERE v.sku = ? ORDER BY (v.barcode = '') , v.id LIMIT 1"),
                             {sku}, make));
  if (!found)
    return fail(ErrorKind::NotFound, QStringLiteral("no shop sells this SKU"), sku);
  return *found;
}

} // namespace supercargo
