#include "core/store/orderpage.h"
#include "core/store/ordertext.h"

#include <QSet>

#include <algorithm>
#include <span>

namespace supercargo {

Result<void> OrderPage::updateRow(const Pending& order, const StoredOrder& after)
{
  const OrderSnapshot& told = *order.told;
  SC_TRY(m_connection.run(
      QStringLiteral(
          "UPDATE orders SET number = ?, status = ?, payment = ?, fulfilment = ?, aftersale = ?, stage = ?, raw_status "
          "= ?,"
          " shippable = ?, currency = ?, total_minor = ?, paid_minor = ?, refunded_minor = ?, updated_at = ?, "
          "line_count = ?,"
          " units = ?, first_title = ?, customer_id = ?, customer_name = ?, city = ?, province = ?, content_hash = ?,"
          " event_count = ?, stored_at = ?, next_check_at = ?, gone_at = NULL WHERE id = ?"),
      {told.number,
       statusName(after.status),
       statusName(after.payment),
       statusName(told.fulfilment),
       statusName(after.aftersale),
       flowStageName(after.stage()),
       told.rawStatus,
       told.shippable,
       after.currency.code(),
       after.totalMinor,
       after.paidMinor,
       after.refundedMinor,
       after.updatedAt,
       qint64(told.lines.size()),
       after.units,
       told.lines.empty() ? QString() : told.lines.front().title.left(200),
       order.customer,
       buyerName(told),
       told.shipTo.city,
       told.shipTo.province,
       order.hash,
       order.events,
       m_origin.now,
       nextCheck(after.status, after.placedAt, m_origin),
       after.id}));
  std::vector<SqlValue> details = detailValues(told);
  details.emplace_back(after.id);
  SC_TRY(m_connection.run(
      QStringLiteral(
          "UPDATE order_details SET goods_minor = ?, shipping_minor = ?, discount_minor = ?, tax_minor = ?, paid_at = "
          "?,"
          " shipped_at = ?, completed_at = ?, customer_email = ?, customer_phone = ?, ship_name = ?, ship_phone = ?,"
          " ship_country = ?, ship_district = ?, ship_street = ?, ship_postal_code = ?, buyer_note = ?, seller_memo = "
          "?,"
          " payment_method = ?, payment_reference = ?, warnings = ?, ship_by_at = ?, deliver_by_at = ? WHERE order_id "
          "= ?"),
      details));
  return {};
}

Result<void> OrderPage::replaceLines(const Pending& order, const StoredOrder& after)
{
  struct Old {
    QString sku;
    LineClaim claim;
    std::optional<qint64> cost;
  };
  QHash<QString, Old> old; // by the line's id at the shop, else its place
  SC_TRY(m_connection.each(
      QStringLiteral(
          "SELECT position, external_id, sku, reserved, taken, cost_minor FROM order_lines WHERE order_id = ?"),
      {after.id}, [&](const Row& row) {
        const QString key = row.text(1).isEmpty() ? QString::number(row.integer(0)) : row.text(1);
        old.insert(key, {row.text(2), {row.integer(3), row.integer(4)}, row.integerIfAny(5)});
      }));
  SC_TRY(m_connection.run(QStringLiteral("DELETE FROM order_lines WHERE order_id = ?"), {after.id}));
  std::vector<SqlValue> values;
  qint64 position = 0;
  for (const LineSnapshot& line : order.told->lines) {
    const QString key = line.externalId.isEmpty() ? QString::number(position) : line.externalId;
    const Old before = old.take(key);
    const bool returned =
        std::any_of(order.told->refunds.begin(), order.told->refunds.end(), [&](const RefundSnapshot& refund) {
          return refund.goodsReturned && (refund.lineExternalId.isEmpty() || refund.lineExternalId == line.externalId);
        });
    LineClaim from = before.claim;
    if (before.sku != line.sku) { // another article now: the old one is let go of, the new one claimed from nothing
      m_claims.push_back({after.id, before.sku, -from.reserved, -from.taken});
      from = {};
    }
    const LineClaim claim = lineClaim(after.status, line, returned, from);
    m_claims.push_back({after.id, line.sku, claim.reserved - from.reserved, claim.taken - from.taken});
    std::optional<qint64> cost = before.sku == line.sku ? before.cost : std::nullopt; // frozen when it was sold
    if (!cost) {
      SC_TRY_ASSIGN(known, costOf(line, after.placedAt, after.currency));
      cost = known;
    }
    appendLine(values, after.id, position++, line, claim, cost);
  }
  for (const Old& removed : std::as_const(old))
    m_claims.push_back({after.id, removed.sku, -removed.claim.reserved, -removed.claim.taken});
  SC_TRY(m_connection.insertMany(kInsertLines, kLineColumns, values));
  return {};
}

Result<void> OrderPage::changeEvents(Pending& order, const StoredOrder& before, const StoredOrder& after)
{
  const OrderSnapshot& told = *order.told;
  const bool wasPaid = before.payment != PaymentStatus::Unpaid && before.payment != PaymentStatus::Unknown &&
                       before.payment != PaymentStatus::Authorized;
  const bool isPaid = after.payment == PaymentStatus::Paid || after.payment == PaymentStatus::PartiallyRefunded;
  size_t noted = m_events.size();
  if (isPaid && !wasPaid)
    addEvent(order, told.paidAt.value_or(after.updatedAt), QStringLiteral("paid"),
             (told.paid.isZero() ? told.total : told.paid).withCode());
  if (after.status != before.status || told.rawStatus != before.rawStatus) {
    static const QHash<OrderStatus, QString> kKinds{{OrderStatus::Shipped, QStringLiteral("shipped")},
                                                    {OrderStatus::PartShipped, QStringLiteral("shipped")},
                                                    {OrderStatus::Delivered, QStringLiteral("delivered")},
                                                    {OrderStatus::Completed, QStringLiteral("completed")},
                                                    {OrderStatus::Cancelled, QStringLiteral("cancelled")}};
    const QString kind =
        after.status == before.status ? QStringLiteral("status") : kKinds.value(after.status, QStringLiteral("status"));
    if (!(kind == QLatin1String("status") && m_events.size() > noted)) // "paid" says it already
      addEvent(order, told.shippedAt && kind == QLatin1String("shipped") ? *told.shippedAt : after.updatedAt, kind,
               QStringLiteral("%1 → %2").arg(before.rawStatus, told.rawStatus));
  }
  QSet<QString> known;
  SC_TRY(m_connection.each(QStringLiteral("SELECT external_id FROM order_refunds WHERE order_id = ?"), {after.id},
                           [&](const Row& row) { known.insert(row.text(0)); }));
  for (const RefundSnapshot& refund : told.refunds)
    if (!known.contains(refund.externalId))
      addEvent(order, refund.createdAt.value_or(after.updatedAt), QStringLiteral("refunded"), refund.amount.withCode());
  if (after.totalMinor != before.totalMinor)
    addEvent(order, after.updatedAt, QStringLiteral("changed"),
             QStringLiteral("total %1 → %2").arg(Money(before.totalMinor, before.currency).text(), told.total.text()));
  if (m_events.size() == noted)
    addEvent(order, after.updatedAt, QStringLiteral("changed"), {});
  return {};
}

Result<void> OrderPage::change(Pending& order, const StoredOrder& before)
{
  order.id = before.id;
  order.events = before.eventCount;
  SC_TRY_ASSIGN(facts, orderFacts(m_connection, before.id, order.told->rawStatus));
  order.status = effectiveStatus(order.told->status, facts);
  StoredOrder after = stored(order);
  after.placedAt = before.placedAt; // its key and its slot in the rollups were made from it
  if (facts.paidAtGateway && (after.payment == PaymentStatus::Unpaid || after.payment == PaymentStatus::Unknown)) {
    after.payment = PaymentStatus::Paid;
    after.paidMinor = std::max(after.paidMinor, before.paidMinor);
  }
  SC_TRY(replaceLines(order, after));
  SC_TRY(changeEvents(order, before, after));
  SC_TRY(insertRefunds({order}));
  SC_TRY(saveParcels({order}));
  m_rollups.remove(before.share());
  m_rollups.add(after.share());
  m_changes.orders.insert(after.id.value());
  SC_TRY(updateRow(order, after));
  return replaceSearchWords(m_connection, after.id, *order.words);
}

Result<void> OrderPage::changeLines(const OrderLines& told, const StoredOrder& before, const LinesChange& change)
{
  OrderSnapshot lines;
  lines.lines = told.lines;
  lines.fulfilment = before.fulfilment;
  markLinesShipped(lines);
  Pending order{&lines, nullptr, nullptr, before.contentHash ^ change.hash, before.id};
  order.events = before.eventCount;
  StoredOrder after = before;
  after.units = unitsOf(lines);
  const size_t firstClaim = m_claims.size();
  SC_TRY(replaceLines(order, after));
  // As with orders that are told with their lines: what left before we knew of it is not in the opening balance.
  const auto claims = std::span(m_claims).subspan(firstClaim);
  if (change.isFirst && std::ranges::none_of(claims, [](const ClaimChange& claim) { return claim.takenDelta < 0; }))
    for (ClaimChange& claim : claims)
      claim.takenDelta = 0;
  addEvent(order, m_origin.now, QStringLiteral("changed"), {});
  m_rollups.remove(before.share());
  m_rollups.add(after.share());
  m_changes.orders.insert(after.id.value());
  SC_TRY(m_connection.run(QStringLiteral("UPDATE orders SET line_count = ?, units = ?, first_title = ?, "
                                         "content_hash = ?, event_count = ?, stored_at = ? WHERE id = ?"),
                          {qint64(lines.lines.size()), after.units,
                           lines.lines.empty() ? QString() : lines.lines.front().title.left(200), order.hash,
                           order.events, m_origin.now, after.id}));
  return addSearchWords(m_connection, after.id, searchWords(lines));
}

} // namespace supercargo
