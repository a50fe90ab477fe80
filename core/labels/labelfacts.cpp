#include "core/labels/labelfacts.h"

#include "core/domain/courier.h"
#include "core/labels/parcelcontents.h"
#include "core/rules/shippingrules.h"
#include "core/store/parcels.h"

namespace supercargo {
namespace {

constexpr int kMostActions = 1000;

QString courierName(const QString& code)
{
  const Courier* known = findCourier(code);
  return known ? known->zh : code.toUpper();
}

std::vector<LabelLine> linesOf(const ParcelContents& parcel)
{
  std::vector<LabelLine> lines;
  for (const PackedPiece& piece : parcel.pieces) {
    const LineSnapshot& line = parcel.orders[piece.order].lines[piece.line];
    lines.push_back({line.sku, line.title, line.options, piece.quantity});
  }
  return lines;
}

/// The booking that a courier answered with this number; nullopt: the parcel was not booked here.
Result<std::optional<OutboxEntry>> bookingWith(Connection& c, OrderId head, const QString& number)
{
  SC_TRY_ASSIGN(entries, outboxEntries(c, {{ActionState::Done}, {}, head}, kMostActions));
  for (OutboxEntry& entry : entries)
    if (std::holds_alternative<BookParcel>(entry.action.what) &&
        (entry.outcome.number == number || entry.outcome.childNumbers.contains(number)))
      return std::move(entry);
  return std::nullopt;
}

/// What the courier takes at the door for this number: what it was asked to, and with the first of several parcels
/// only.
QString cashToCollect(const OutboxEntry& booking, const QString& number)
{
  const auto& parcel = std::get<BookParcel>(booking.action.what);
  return parcel.collect && booking.outcome.number == number ? parcel.collect->withCode() : QString();
}

void takeBooking(WaybillFacts& facts, const OutboxEntry& booking)
{
  const auto& parcel = std::get<BookParcel>(booking.action.what);
  facts.sender = parcel.sender;
  facts.service = parcel.service;
  facts.remark = parcel.remark;
  facts.weightGrams = parcel.weightGrams;
  facts.parcels = parcel.parcels;
  facts.parcel = int(booking.outcome.childNumbers.indexOf(facts.number)) + 2;
  if (facts.number == booking.outcome.number)
    facts.parcel = 1;
  facts.sortCode = booking.outcome.sortCode.isEmpty() ? booking.outcome.destinationCode : booking.outcome.sortCode;
  facts.cashOnDelivery = cashToCollect(booking, facts.number);
}

/// The goods on a label are a help: where nobody can tell what lies in the parcel, it names none.
Result<std::vector<LabelLine>> goodsWith(Connection& c, OrderId order, const QString& number)
{
  const auto parcels = parcelsOf(c, order);
  if (!parcels && parcels.error().kind != ErrorKind::Invalid)
    return fail(parcels.error());
  const ParcelContents* parcel = parcels ? parcelWith(*parcels, number) : nullptr;
  return parcel ? linesOf(*parcel) : std::vector<LabelLine>();
}

Result<PackingSlipFacts> slipOf(Connection& c, const ParcelContents& parcel, const QString& shop)
{
  const OrderDetails& head = parcel.orders.front();
  PackingSlipFacts facts;
  facts.shop = shop;
  facts.orderNumber = head.row.number;
  facts.recipient = head.shipTo;
  facts.part = parcel.part;
  facts.parts = parcel.parts;
  facts.lines = linesOf(parcel);
  QStringList further, notes;
  for (const OrderDetails& order : parcel.orders) {
    if (order.row.id != head.row.id)
      further << order.row.number;
    if (!order.buyerNote.isEmpty())
      notes << order.buyerNote;
  }
  facts.further = further.join(QStringLiteral(", "));
  facts.note = notes.join(u'\n');
  if (const OrderShipment* booked = parcel.shipment()) {
    facts.courier = courierName(booked->courier);
    facts.number = booked->number;
    SC_TRY_ASSIGN(booking, bookingWith(c, head.row.id, booked->number));
    if (booking)
      facts.cashOnDelivery = cashToCollect(*booking, booked->number);
  }
  return facts;
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
  SC_TRY_ASSIGN(goods, goodsWith(c, *row->order, row->number));
  facts.lines = std::move(goods);
  SC_TRY_ASSIGN(booking, bookingWith(c, *row->order, row->number));
  if (booking)
    takeBooking(facts, *booking);
  if (facts.sender.name.isEmpty()) {
    SC_TRY_ASSIGN(all, senders(c));
    if (!all.empty())
      facts.sender = all.front().address;
  }
  return facts;
}

Result<std::vector<PackingSlipFacts>> packingSlipFacts(Connection& c, OrderId id, const QString& shop, int part)
{
  SC_TRY_ASSIGN(parcels, parcelsOf(c, id));
  std::vector<PackingSlipFacts> slips;
  for (const ParcelContents& parcel : parcels)
    if (part == 0 || parcel.part == part) {
      SC_TRY_ASSIGN(slip, slipOf(c, parcel, shop));
      slips.push_back(std::move(slip));
    }
  if (slips.empty())
    return fail(ErrorKind::NotFound, QStringLiteral("the order is not split into that many parcels"),
                QString::number(part));
  return slips;
}

Result<ProductLabelFacts> productLabelFacts(Connection& c, const QString& sku)
{
  const auto make = [](const Row& row) {
    ProductLabelFacts facts{row.text(0), row.text(1), row.text(2), row.text(3), {}};
    const auto currency = Currency::of(row.text(5));
    if (!row.isNull(4) && currency)
      facts.price = Money(row.integer(4), *currency).withCode();
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
