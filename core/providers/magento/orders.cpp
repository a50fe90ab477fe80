#include "core/providers/magento/magento.h"

#include <algorithm>

namespace supercargo::magento {
namespace {

QString joined(const QString& first, const QString& last)
{
  return (first + u' ' + last).trimmed();
}

/// A configurable product gives a line and a child for one sale: price and quantity are the parent's, what lies in the
/// shelf is the child.
bool isChild(const JsonReader& item)
{
  return item["parent_item_id"].hasValue() || item["parent_item"].hasValue();
}

LineSnapshot readLine(const JsonReader& node, const QMap<QString, QString>& childProducts, Currency currency)
{
  LineSnapshot line;
  line.externalId = node["item_id"].text();
  line.productExternalId = textOf(node["product_id"]);
  line.variantExternalId = childProducts.value(line.externalId, line.productExternalId);
  line.sku = textOf(node["sku"]);
  line.title = textOf(node["name"]);
  line.quantity = piecesOf(node["qty_ordered"]);
  line.shippedQuantity = piecesOf(node["qty_shipped"]);
  line.unitPrice = amountOf(node["price"], currency);
  line.discount = amountOf(node["discount_amount"], currency);
  line.total = amountOf(node["row_total"], currency);
  addTo(line.total, -line.discount, node["row_total"]);
  return line;
}

AddressSnapshot readAddress(const JsonReader& node)
{
  AddressSnapshot address;
  address.name = joined(textOf(node["firstname"]), textOf(node["lastname"]));
  address.phone = textOf(node["telephone"]);
  address.country = textOf(node["country_id"]);
  address.province = node["region"].textIfAny().value_or(textOf(node["region_code"]));
  address.city = textOf(node["city"]);
  QStringList street{textOf(node["company"])};
  for (const JsonReader& part : node["street"].itemsIfAny())
    street.append(textOf(part));
  street.removeAll(QString());
  address.street = street.join(u' ');
  address.postalCode = textOf(node["postcode"]);
  return address;
}

void readPeople(const JsonReader& node, OrderSnapshot& order)
{
  const JsonReader billing = node["billing_address"];
  const JsonReader shipping =
      node["extension_attributes"]["shipping_assignments"].at(0)["shipping"]["address"]; // absent: nothing is shipped
  order.shipTo = readAddress(shipping.hasValue() ? shipping : billing);
  order.customerExternalId = textOf(node["customer_id"]);
  order.customerName = joined(textOf(node["customer_firstname"]), textOf(node["customer_lastname"]));
  if (order.customerName.isEmpty())
    order.customerName = joined(textOf(billing["firstname"]), textOf(billing["lastname"]));
  order.customerEmail = textOf(node["customer_email"]);
  order.customerPhone = textOf(billing["telephone"]);
  order.buyerNote = textOf(node["customer_note"]);
}

QString shippedPart(const std::vector<LineSnapshot>& lines)
{
  qint64 ordered = 0, shipped = 0;
  for (const LineSnapshot& line : lines) {
    ordered += line.quantity;
    shipped += std::min(line.shippedQuantity, line.quantity);
  }
  return shipped <= 0 ? QStringLiteral("none") : shipped < ordered ? QStringLiteral("some") : QStringLiteral("all");
}

/// `status` is any text that the merchant likes; `state` is fixed.
void readStatus(const Declaration& declaration, const JsonReader& node, OrderSnapshot& order, Snapshots& notices)
{
  const QString state = node["state"].text();
  order.rawStatus = node["status"].textIfAny().value_or(state);
  if (order.rawStatus != state)
    order.rawStatus = state + u'/' + order.rawStatus;
  const StatusRow* row =
      declaration.status({{QStringLiteral("state"), state}, {QStringLiteral("shipped"), shippedPart(order.lines)}});
  if (!row) {
    order.warnings.append(QStringLiteral("unknown state \"%1\"").arg(state));
    notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("order.state"), state.left(60)});
    return;
  }
  order.status = row->order;
  order.payment = row->payment;
  order.fulfilment = row->fulfilment;
  order.shippable = row->shippable;
  if (order.payment == PaymentStatus::Paid && order.refunded.minor() > 0)
    order.payment =
        order.refunded.minor() >= order.paid.minor() ? PaymentStatus::Refunded : PaymentStatus::PartiallyRefunded;
}

/// The first time that the order stood in one of these statuses. They are texts that a merchant may change, so the
/// declaration names those of a shop as it is installed.
std::optional<Instant> reachedAt(const Declaration& declaration, const JsonReader& node, const char* statuses)
{
  const QJsonArray wanted = declaration.extra.value(QLatin1String(statuses)).toArray();
  std::optional<Instant> reached;
  for (const JsonReader& entry : node["status_histories"].itemsIfAny()) {
    const auto at = timeOf(entry["created_at"]);
    if (at && (!reached || *at < *reached) && wanted.contains(textOf(entry["status"])))
      reached = at;
  }
  return reached;
}

void readParcels(const JsonReader& shipments, OrderSnapshot& order)
{
  for (const JsonReader& shipment : shipments.itemsIfAny()) {
    const auto shippedAt = timeOf(shipment["created_at"]);
    for (const JsonReader& track : shipment["tracks"].itemsIfAny()) {
      const QString number = textOf(track["track_number"]);
      if (number.isEmpty())
        continue;
      const QString id = track["entity_id"].textIfAny().value_or(shipment["entity_id"].text());
      order.parcels.push_back({id, textOf(track["carrier_code"]), textOf(track["title"]), number, {}, shippedAt});
      if (!order.shippedAt)
        order.shippedAt = shippedAt;
    }
  }
}

/// The line that a credit memo is about; empty when there are several or none, as when only money is sent back.
QString refundedLine(const JsonReader& memo, const std::vector<LineSnapshot>& lines)
{
  QStringList found;
  for (const JsonReader& item : memo["items"].itemsIfAny()) {
    const QString id = textOf(item["order_item_id"]);
    const bool isLine =
        std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.externalId == id; });
    if (isLine && piecesOf(item["qty"]) > 0)
      found.append(id);
  }
  return found.size() == 1 ? found.front() : QString();
}

/// Whether the goods came back is not told.
void readRefunds(const Declaration& declaration, const JsonReader& memos, OrderSnapshot& order, Snapshots& notices)
{
  for (const JsonReader& memo : memos.itemsIfAny()) {
    RefundSnapshot refund;
    refund.externalId = memo["entity_id"].text();
    refund.lineExternalId = refundedLine(memo, order.lines);
    refund.amount = amountOf(memo["grand_total"], order.total.currency());
    refund.status = aftersaleOf(declaration, "credit_memo_states", textOf(memo["state"]), "credit memo state", notices);
    refund.createdAt = timeOf(memo["created_at"]);
    for (const JsonReader& comment : memo["comments"].itemsIfAny())
      if (refund.reason.isEmpty())
        refund.reason = textOf(comment["comment"]);
    order.refunds.push_back(std::move(refund));
  }
}

/// An order is complete once all of it is paid and sent, so the later of both says when, where the history does not.
std::optional<Instant> completedAt(const Declaration& declaration, const JsonReader& node, const OrderSnapshot& order)
{
  if (order.status != OrderStatus::Completed)
    return std::nullopt;
  if (const auto told = reachedAt(declaration, node, "completed_statuses"))
    return told;
  std::optional<Instant> last = order.paidAt;
  for (const OrderParcelSnapshot& parcel : order.parcels)
    last = std::max(last, parcel.shippedAt); // none is before any
  return last;
}

} // namespace

bool hasShipped(const JsonReader& order)
{
  for (const JsonReader& item : order["items"].itemsIfAny())
    if (item["qty_shipped"].isNumber() && item["qty_shipped"].text().toDouble() > 0)
      return true;
  return false;
}

bool wasRefunded(const JsonReader& order)
{
  const JsonReader refunded = order["total_refunded"];
  return refunded.hasValue() && refunded.text().toDouble() > 0;
}

OrderSnapshot readOrder(const Declaration& declaration, const JsonReader& node, Snapshots& notices)
{
  OrderSnapshot order;
  order.externalId = node["entity_id"].text();
  order.number = node["increment_id"].text();
  const auto currency = Currency::of(node["order_currency_code"].text());
  if (!currency)
    node["order_currency_code"].problem(currency.error().detail);
  const Currency own = currency.value_or(Currency());
  if (!node["grand_total"].hasValue())
    node["grand_total"].problem(QStringLiteral("missing"));
  order.total = amountOf(node["grand_total"], own);
  order.goods = amountOf(node["subtotal"], own);
  order.shipping = amountOf(node["shipping_amount"], own);
  order.tax = amountOf(node["tax_amount"], own);
  order.discount = amountOf(node["discount_amount"], own);
  if (order.discount.minor() < 0) // told as a negative amount
    order.discount = -order.discount;
  order.paid = amountOf(node["total_paid"], own);
  order.refunded = amountOf(node["total_refunded"], own);
  order.placedAt = timeOf(node["created_at"]).value_or(Instant());
  if (!node["created_at"].hasValue())
    node["created_at"].problem(QStringLiteral("missing"));
  order.updatedAt = timeOf(node["updated_at"]);
  QMap<QString, QString> childProducts;
  const auto items = node["items"].items();
  for (const JsonReader& item : items)
    if (item["parent_item_id"].hasValue())
      childProducts.insert(item["parent_item_id"].text(), textOf(item["product_id"]));
  for (const JsonReader& item : items)
    if (!isChild(item))
      order.lines.push_back(readLine(item, childProducts, own));
  readStatus(declaration, node, order, notices);
  order.aftersale = order.refunded.minor() > 0 ? AftersaleStatus::Succeeded : AftersaleStatus::None;
  order.paymentMethod = textOf(node["payment"]["method"]);
  order.paymentReference = textOf(node["payment"]["last_trans_id"]);
  readPeople(node, order);
  readParcels(node["shipments"], order);
  readRefunds(declaration, node["creditmemos"], order, notices);
  if (order.paid.minor() > 0)
    order.paidAt = reachedAt(declaration, node, "paid_statuses");
  order.completedAt = completedAt(declaration, node, order);
  return order;
}

} // namespace supercargo::magento
