#include "core/outbox/reviewqueue.h"

#include "core/domain/maskedaddress.h"
#include "core/domain/parcelplan.h"
#include "core/rules/shippingrules.h"
#include "core/store/orderfacts.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr int kSample = 200;        ///< so many recent orders tell what is usual
constexpr size_t kLeastSample = 20; ///< fewer tell nothing
constexpr int kMostNeighbours = 20;

bool isOpenRefund(const RefundSnapshot& refund)
{
  return refund.status == AftersaleStatus::Requested || refund.status == AftersaleStatus::AwaitReturn ||
         refund.status == AftersaleStatus::AwaitMerchantReceipt || refund.status == AftersaleStatus::Refunding;
}

Result<bool> isRefundAsked(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(count, c.number(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE order_id = ? AND kind IN ('refund', "
                                               "'void_payment') AND state IN ('waiting', 'sending', 'unknown', "
                                               "'pending')"),
                                {order}));
  return count > 0;
}

/// SKUs of the order, or what they are made of, of which more is promised than lies there.
Result<QStringList> shortOf(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(found,
                c.rows(QStringLiteral("SELECT s.sku FROM stock s WHERE s.warehouse = ? AND s.known = 1 AND s.on_hand < "
                                      "s.reserved + s.blocked AND s.sku IN (SELECT l.sku FROM order_lines l WHERE "
                                      "l.order_id = ? AND l.reserved > 0 UNION ALL SELECT p.part_sku FROM order_parts "
                                      "p WHERE p.order_id = ?) ORDER BY s.sku"),
                       {kMainWarehouse, order, order}, [](const Row& row) { return row.text(0); }));
  return QStringList(found.begin(), found.end());
}

struct Candidate {
  ReviewNeighbour as;
  AddressSnapshot recipient;
};

Candidate candidateOf(const Row& row, const OrderRow& own)
{
  Candidate one;
  one.as.order = row.id<OrderId>(0);
  one.as.number = row.text(1);
  one.as.placedAt = row.instant(2);
  one.as.sameContent = row.integer(3) == own.total.minor() && row.text(4) == own.total.currency().code() &&
                       row.integer(5) == own.lineCount && row.integer(6) == own.units && row.text(7) == own.firstTitle;
  one.recipient = {row.text(8),  row.text(9),  row.text(10), row.text(11),
                   row.text(12), row.text(13), row.text(14), row.text(15)};
  if (one.recipient.phone.isEmpty())
    one.recipient.phone = row.text(16);
  return one;
}

} // namespace

Result<std::optional<Money>> ReviewReader::usualAmount(AccountId account, Currency currency)
{
  const auto key = std::pair(account, currency);
  if (const auto known = m_usual.find(key); known != m_usual.end())
    return known->second;
  SC_TRY_ASSIGN(totals, m_connection.rows(
                            QStringLiteral("SELECT total_minor FROM orders WHERE account_id = ? AND currency = ? AND "
                                           "status NOT IN ('DRAFT', 'CANCELLED') ORDER BY id DESC LIMIT ?"),
                            {account, currency.code(), kSample}, [](const Row& row) { return row.integer(0); }));
  std::optional<Money> usual;
  if (totals.size() >= kLeastSample) {
    const auto middle = totals.begin() + std::ptrdiff_t(totals.size() / 2);
    std::ranges::nth_element(totals, middle);
    usual = Money(*middle, currency);
  }
  m_usual.emplace(key, usual);
  return usual;
}

/// Found by the very same street or the same buyer; whether it is the same recipient is then looked at more closely.
Result<std::vector<ReviewNeighbour>> ReviewReader::neighbours(const OrderDetails& order,
                                                              const AddressSnapshot& recipient)
{
  std::vector<ReviewNeighbour> list;
  if (isMasked(recipient) || !isComplete(recipient))
    return list;
  SC_TRY_ASSIGN(
      found,
      m_connection.rows(
          QStringLiteral("SELECT o.id, o.number, o.placed_at, o.total_minor, o.currency, o.line_count, o.units, "
                         "o.first_title, d.ship_name, d.ship_phone, d.ship_country, o.province, o.city, "
                         "d.ship_district, d.ship_street, d.ship_postal_code, d.customer_phone FROM orders o JOIN "
                         "order_details d ON d.order_id = o.id WHERE o.stage IN ('to_review', 'to_ship') AND o.city = "
                         "? AND o.id <> ? AND d.ship_street = ? AND NOT EXISTS (SELECT 1 FROM parcel_plan_orders p "
                         "WHERE p.order_id IN (o.id, ?)) ORDER BY o.id LIMIT ?"),
          {recipient.city, order.row.id, recipient.street, order.row.id, kMostNeighbours},
          [&](const Row& row) { return candidateOf(row, order.row); }));
  for (Candidate& one : found)
    if (isSameName(one.recipient, recipient) && isSamePhone(one.recipient, recipient) &&
        isSameAddress(one.recipient, recipient))
      list.push_back(std::move(one.as));
  return list;
}

Result<ReviewFacts> ReviewReader::facts(const OrderDetails& order)
{
  ReviewFacts facts;
  facts.status = order.row.status;
  facts.payment = order.row.payment;
  facts.cashOnDelivery = order.row.payment == PaymentStatus::Cod || isCashOnDelivery(order.paymentMethod);
  facts.total = order.row.total;
  facts.paid = order.row.paid;
  facts.placedAt = order.row.placedAt;
  facts.recipient = order.shipTo;
  if (facts.recipient.phone.isEmpty())
    facts.recipient.phone = order.customerPhone;
  facts.buyerNote = order.buyerNote;
  facts.sellerMemo = order.sellerMemo;
  SC_TRY_ASSIGN(asked, isRefundAsked(m_connection, order.row.id));
  facts.refundUnderWay = asked || std::ranges::any_of(order.refunds, isOpenRefund);
  SC_TRY_ASSIGN(usual, usualAmount(order.row.account, order.row.total.currency()));
  facts.usual = usual;
  SC_TRY_ASSIGN(missing, shortOf(m_connection, order.row.id));
  facts.shortOf = std::move(missing);
  SC_TRY_ASSIGN(others, neighbours(order, facts.recipient));
  facts.neighbours = std::move(others);
  return facts;
}

Result<std::optional<ReviewRow>> ReviewReader::row(OrderId id)
{
  SC_TRY_ASSIGN(order, orderDetails(m_connection, id));
  if (!order)
    return std::nullopt;
  SC_TRY_ASSIGN(known, facts(*order));
  ReviewRow row{std::move(order->row), reviewFindings(known), {}};
  for (const ReviewNeighbour& other : known.neighbours)
    row.mergeWith.push_back(other.order);
  return row;
}

Result<std::vector<ReviewRow>> reviewQueue(Connection& c, int limit)
{
  OrderQuery query;
  query.filter.stages = {FlowStage::ToReview};
  query.sort = OrderSort::PlacedAscending;
  query.limit = limit;
  SC_TRY_ASSIGN(orders, orderRows(c, query));
  ReviewReader reader(c);
  std::vector<ReviewRow> rows;
  for (const OrderRow& order : orders) {
    SC_TRY_ASSIGN(row, reader.row(order.id));
    if (row)
      rows.push_back(std::move(*row));
  }
  return rows;
}

} // namespace supercargo
