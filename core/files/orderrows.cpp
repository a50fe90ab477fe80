#include "core/files/reading.h"

#include <QHash>

namespace supercargo::files {
namespace {

Money sum(Cells& row, Money a, const Result<Money>& b)
{
  const auto total = b ? a.plus(*b) : b;
  if (!total)
    row.fault(RowFaultKind::TooLarge);
  return total.value_or(a);
}

/// Rows may name no price of one piece: then the goods of the order are the line's.
LineSnapshot lineOf(Cells& row, const OrderSnapshot& order, size_t index)
{
  const Currency currency = order.total.currency();
  LineSnapshot line;
  line.externalId = QString::number(index + 1);
  line.sku = row.text("sku");
  line.title = row.text("title");
  line.options = row.text("options");
  line.variantExternalId = line.productExternalId = line.sku;
  line.quantity = row.piecesIfAny("quantity").value_or(1);
  line.discount = Money(0, currency);
  if (const auto price = row.amountIfAny("unit_price", currency)) {
    line.unitPrice = *price;
    line.total = sum(row, Money(0, currency), price->times(line.quantity));
  } else {
    line.total = order.goods.isZero() ? order.total : order.goods;
    line.unitPrice = Money(line.quantity > 0 ? line.total.minor() / line.quantity : 0, currency);
  }
  return line;
}

AddressSnapshot addressOf(const Cells& row)
{
  return {row.text("receiver"), row.text("phone"), row.text("country"), row.text("province"), row.text("city"), {},
          row.text("address"),  row.text("zip")};
}

void readMoney(Cells& row, const ImportDefaults& defaults, OrderSnapshot& order)
{
  const Currency currency = currencyOf(row, defaults);
  order.total = row.amount("total", currency);
  order.goods = row.amount("goods", currency);
  order.shipping = row.amount("shipping", currency);
  order.discount = row.amount("discount", currency);
  order.tax = row.amount("tax", currency);
  order.refunded = row.amount("refunded", currency);
  order.paid = Money(0, currency);
}

/// What only the first row of an order says.
OrderSnapshot headOf(Cells& row, const ImportDefaults& defaults, Snapshots& notices)
{
  OrderSnapshot order;
  order.number = row.id("number");
  order.externalId = row.id("id").isEmpty() ? order.number : row.text("id");
  readMoney(row, defaults, order);
  const auto placed = row.timeIfAny("placed_at");
  if (!placed && row.faults().empty())
    row.fault(RowFaultKind::NoOrderTime);
  order.placedAt = placed.value_or(Instant());
  order.paidAt = row.timeIfAny("paid_at");
  order.shippedAt = row.timeIfAny("shipped_at");
  order.completedAt = row.timeIfAny("completed_at");
  const QString status = row.text("status"), financial = row.text("financial_status");
  order.rawStatus = status.isEmpty() ? (financial + u'/' + row.text("fulfilment_status")) : status;
  if (!applyStatus(order, status, financial, row.text("fulfilment_status"), !row.text("cancelled_at").isEmpty())) {
    order.warnings.append(QStringLiteral("unknown status \"%1\"").arg(order.rawStatus));
    notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("order status"), order.rawStatus.left(60)});
  }
  const bool paid = order.payment == PaymentStatus::Paid || order.payment == PaymentStatus::Refunded ||
                    order.payment == PaymentStatus::PartiallyRefunded;
  if (paid)
    order.paid = order.total;
  else
    order.paidAt = std::nullopt;
  order.aftersale = order.refunded.minor() > 0 ? AftersaleStatus::Succeeded : AftersaleStatus::None;
  for (const QString& name : {row.text("buyer"), row.fullName(), row.text("receiver")})
    if (order.customerName.isEmpty())
      order.customerName = name;
  order.customerEmail = row.text("email");
  order.customerPhone = row.text("phone");
  order.shipTo = addressOf(row);
  order.buyerNote = row.text("buyer_note");
  order.sellerMemo = row.text("memo");
  order.paymentMethod = row.text("payment_method");
  order.paymentReference = row.text("payment_reference");
  QString number = row.text("tracking");
  if (number.startsWith(QLatin1String("No:")))
    number.remove(0, 3);
  if (!number.isEmpty())
    order.parcels.push_back({number, {}, row.text("courier"), number, {}, order.shippedAt});
  return order;
}

struct Group {
  QString key;
  std::vector<Cells*> rows;
};

/// Rows of one order stand together under its number, wherever they are in the file.
std::vector<Group> grouped(std::vector<Cells>& rows, ImportedRecords& out)
{
  std::vector<Group> groups;
  QHash<QString, size_t> places;
  for (Cells& row : rows) {
    const QString key = row.text("number");
    if (key.isEmpty()) {
      row.fault(RowFaultKind::NoOrderNumber);
      conclude({&row}, {}, out);
      continue;
    }
    if (!places.contains(key)) {
      places.insert(key, groups.size());
      groups.push_back({key, {}});
    }
    groups[places.value(key)].rows.push_back(&row);
  }
  return groups;
}

} // namespace

void readOrders(std::vector<Cells>& rows, const ImportDefaults& defaults, ImportedRecords& out)
{
  for (const Group& group : grouped(rows, out)) {
    Cells& head = *group.rows.front();
    OrderSnapshot order = headOf(head, defaults, out.snapshots);
    for (Cells* row : group.rows)
      if (!row->text("sku").isEmpty() || !row->text("title").isEmpty())
        order.lines.push_back(lineOf(*row, order, order.lines.size()));
    if (order.goods.isZero())
      for (const LineSnapshot& line : order.lines)
        order.goods = sum(head, order.goods, line.total);
    markLinesShipped(order);
    if (conclude(group.rows, order.externalId, out))
      out.snapshots.orders.push_back(std::move(order));
  }
}

void readOrderLines(std::vector<Cells>& rows, const ImportDefaults& defaults, ImportedRecords& out)
{
  OrderSnapshot unknown; // the lines alone say neither when nor by whom it was placed, nor what was paid
  unknown.total = unknown.goods = Money(0, defaults.currency);
  for (const Group& group : grouped(rows, out)) {
    OrderLines order{group.key, {}};
    for (Cells* row : group.rows) {
      row->id("number");
      order.lines.push_back(lineOf(*row, unknown, order.lines.size()));
      if (row->text("unit_price").isEmpty())
        row->fault(RowFaultKind::NoPrice);
      if (order.lines.back().sku.isEmpty() && order.lines.back().title.isEmpty())
        row->fault(RowFaultKind::NoTitle);
    }
    if (conclude(group.rows, group.key, out))
      out.lines.push_back(std::move(order));
  }
}

} // namespace supercargo::files
