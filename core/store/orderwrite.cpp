#include "core/domain/courier.h"
#include "core/store/erasures.h"
#include "core/store/orderhash.h"
#include "core/store/orderpage.h"
#include "core/store/ordertext.h"

namespace supercargo {

bool OrderPage::isKnown(const Pending& order, const StoredOrder& before)
{
  const OrderSnapshot& told = *order.told;
  if (before.gone)
    return false;
  if (before.contentHash != order.hash)
    return updatedAt(told) < before.updatedAt;
  // A row that is not what its own fingerprint says was damaged, and the shop's word mends it.
  return before.rawStatus == told.rawStatus && before.totalMinor == told.total.minor();
}

Result<UpsertCount> OrderPage::write(const PreparedOrders& page)
{
  UpsertCount count;
  std::vector<Pending> pending = newest(page, count);
  if (pending.empty())
    return count;
  std::vector<QString> ids;
  ids.reserve(pending.size());
  for (const Pending& order : pending)
    ids.push_back(order.told->externalId);
  SC_TRY(findStored(ids));
  std::vector<Pending> fresh, known;
  for (Pending& order : pending)
    (m_stored.contains(order.told->externalId) ? known : fresh).push_back(order);
  std::erase_if(known, [&](const Pending& order) {
    const bool nothingNew = isKnown(order, m_stored[order.told->externalId]);
    count.unchanged += nothingNew;
    return nothingNew;
  });
  SC_TRY(findCustomers(fresh));
  SC_TRY(findCustomers(known));
  SC_TRY(insertNew(fresh));
  count.inserted = qint64(fresh.size());
  for (Pending& order : known) {
    SC_TRY(change(order, m_stored[order.told->externalId]));
    ++count.changed;
  }
  SC_TRY(linkByGatewayId(fresh, known));
  SC_TRY(writeRest());
  SC_TRY(noteLinkedPayments());
  return count;
}

Result<LinesDone> OrderPage::writeLines(const std::vector<OrderLines>& told, const std::vector<LinesChange>& changes)
{
  std::vector<QString> ids;
  for (const OrderLines& order : told)
    ids.push_back(order.order);
  SC_TRY(findStored(ids));
  LinesDone done;
  for (size_t i = 0; i < told.size(); ++i) {
    const auto before = m_stored.constFind(told[i].order);
    if (before == m_stored.constEnd()) {
      done.waiting.append(told[i].order);
    } else if (changes[i].hash == 0) {
      ++done.count.unchanged;
    } else {
      SC_TRY(changeLines(told[i], *before, changes[i]));
      ++done.count.changed;
    }
  }
  SC_TRY(writeRest());
  return done;
}

Result<void> OrderPage::writeRest()
{
  SC_TRY(applyClaims(m_connection, m_origin, m_claims, m_changes));
  SC_TRY(writeEvents(m_connection, m_origin, m_events));
  return m_rollups.write(m_connection);
}

namespace {

/// Shops write couriers as they like, by a number of their own too; one word for each lets the courier's own account
/// find its parcels.
QString courierOf(const OrderParcelSnapshot& parcel)
{
  for (const QString& told : {parcel.courierCode, parcel.courierName})
    if (const Courier* known = courierNamed(told))
      return known->code;
  // A bare number is the shop's own name for a courier and tells as much as none: then the only likely one will do.
  const bool saysNothing =
      parcel.courierName.isEmpty() && std::ranges::all_of(parcel.courierCode, [](QChar c) { return c.isDigit(); });
  const Confidence enough = saysNothing ? Confidence::Medium : Confidence::High;
  const auto candidates = courierCandidates(parcel.number);
  if (!candidates.empty() && candidates.front().confidence >= enough &&
      (candidates.size() == 1 || candidates[1].confidence < candidates.front().confidence))
    return candidates.front().courier->code;
  return parcel.courierCode.isEmpty() ? parcel.courierName : parcel.courierCode;
}

/// Read again and found the same: the next look can wait.
Result<void> postponeChecks(Connection& c, const Origin& origin, const std::vector<OrderSnapshot>& orders)
{
  for (const OrderSnapshot& order : orders) {
    const auto next = nextCheck(order.status, order.placedAt, origin);
    SC_TRY(c.run(QStringLiteral("UPDATE orders SET next_check_at = ? WHERE account_id = ? AND external_id = ?"
                                " AND next_check_at IS NOT NULL AND next_check_at <= ?"),
                 {next, origin.account, order.externalId, origin.now}));
  }
  return {};
}

} // namespace

PreparedOrders prepareOrders(std::vector<OrderSnapshot> orders)
{
  PreparedOrders page;
  page.orders = std::move(orders);
  for (const OrderSnapshot& order : page.orders) {
    page.hashes.push_back(contentHash(order));
    page.words.push_back(searchWords(order));
    QStringList& couriers = page.couriers.emplace_back();
    for (const OrderParcelSnapshot& parcel : order.parcels)
      couriers << courierOf(parcel);
  }
  return page;
}

Result<UpsertCount> upsertPreparedOrders(Connection& c, const Origin& origin, const PreparedOrders& orders,
                                         ChangeSet& changes)
{
  return c.transaction([&]() -> Result<UpsertCount> {
    SC_TRY_ASSIGN(left, withoutErased(c, origin.account, orders));
    SC_TRY_ASSIGN(count, OrderPage(c, origin, changes).write(left ? *left : orders));
    if (count.unchanged > 0)
      SC_TRY(postponeChecks(c, origin, orders.orders));
    return count;
  });
}

Result<UpsertCount> upsertOrders(Connection& c, const Origin& origin, const std::vector<OrderSnapshot>& orders,
                                 ChangeSet& changes)
{
  return upsertPreparedOrders(c, origin, prepareOrders(orders), changes);
}

Result<void> markOrdersGone(Connection& c, const Origin& origin, const QStringList& externalIds, ChangeSet& changes)
{
  for (const QString& externalId : externalIds) {
    SC_TRY_ASSIGN(
        found,
        c.row(
            QStringLiteral("SELECT %1 FROM orders WHERE account_id = ? AND external_id = ?").arg(storedOrderColumns()),
            {origin.account, externalId}, storedOrder));
    if (!found || found->gone)
      continue;
    StoredOrder after = *found;
    after.gone = true;
    std::vector<NewEvent> events{{found->id, 0, origin.now, QStringLiteral("gone"), {}}};
    SC_TRY(settleClaims(c, origin, after, false, changes, &events));
    for (NewEvent& event : events)
      event.seq = after.eventCount++;
    RollupBatch rollups;
    SC_TRY(writeState(c, origin, *found, after, rollups, changes));
    SC_TRY(c.run(QStringLiteral("UPDATE orders SET gone_at = ? WHERE id = ?"), {origin.now, found->id}));
    SC_TRY(writeEvents(c, origin, events));
    SC_TRY(rollups.write(c));
  }
  return {};
}

Result<QStringList> ordersToRevisit(Connection& c, AccountId account, Instant now, int limit)
{
  QStringList ids;
  SC_TRY(c.each(QStringLiteral("SELECT external_id FROM orders WHERE account_id = ? AND next_check_at IS NOT NULL"
                               " AND next_check_at <= ? ORDER BY next_check_at LIMIT ?"),
                {account, now, limit}, [&](const Row& row) { ids.append(row.text(0)); }));
  return ids;
}

Result<std::optional<Instant>> nextRevisit(Connection& c, AccountId account)
{
  SC_TRY_ASSIGN(
      found,
      c.row(QStringLiteral("SELECT MIN(next_check_at) FROM orders WHERE account_id = ? AND next_check_at IS NOT NULL"),
            {account}, [](const Row& row) { return row.instantIfAny(0); }));
  return found ? *found : std::nullopt;
}

} // namespace supercargo
