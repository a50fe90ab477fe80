#include "core/store/orderaudit.h"

#include <QRandomGenerator>

namespace supercargo {

Result<qint64> ordersUpdatedBetween(Connection& c, AccountId account, Instant from, Instant to)
{
  return c.number(QStringLiteral("SELECT count(*) FROM orders WHERE account_id = ? AND gone_at IS NULL "
                                 "AND updated_at >= ? AND updated_at <= ?"),
                  {account, from, to});
}

Result<QStringList> ordersToCompare(Connection& c, AccountId account, int count, quint32 seed)
{
  struct Known {
    qint64 key;
    QString externalId;
  };
  const auto knownFrom = [&](qint64 key, const char* order, int limit) {
    return c.rows(QStringLiteral("SELECT id, external_id FROM orders WHERE account_id = ? AND id >= ? AND gone_at IS "
                                 "NULL ORDER BY id %1 LIMIT ?")
                      .arg(QLatin1String(order)),
                  {account, key, limit}, [](const Row& row) {
                    return Known{row.integer(0), row.text(1)};
                  });
  };
  QStringList ids;
  SC_TRY_ASSIGN(oldest, knownFrom(0, "ASC", count + 1));
  if (oldest.size() <= size_t(count)) {
    for (const Known& order : oldest)
      ids << order.externalId;
    return ids;
  }
  SC_TRY_ASSIGN(newest, knownFrom(0, "DESC", 1));
  // Keys follow the time, so points of the span of keys are points of time: every year has its chance.
  const qint64 first = oldest.front().key, span = newest.front().key - first;
  QRandomGenerator chance(seed);
  for (int i = 0; i < count; ++i) {
    SC_TRY_ASSIGN(found, knownFrom(first + qint64(chance.generateDouble() * double(span)), "ASC", 1));
    if (!found.empty() && !ids.contains(found.front().externalId))
      ids << found.front().externalId;
  }
  return ids;
}

Result<void> postponeRevisit(Connection& c, AccountId account, const QStringList& externalIds, Instant next)
{
  for (const QString& externalId : externalIds)
    SC_TRY(c.run(QStringLiteral("UPDATE orders SET next_check_at = ? WHERE account_id = ? AND external_id = ? "
                                "AND next_check_at < ?"),
                 {next, account, externalId, next}));
  return {};
}

} // namespace supercargo
