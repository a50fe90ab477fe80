#include "core/store/orderaudit.h"

namespace supercargo {

Result<qint64> ordersUpdatedBetween(Connection& c, AccountId account, Instant from, Instant to)
{
  return c.number(QStringLiteral("SELECT count(*) FROM orders WHERE account_id = ? AND gone_at IS NULL "
                                 "AND updated_at >= ? AND updated_at <= ?"),
                  {account, from, to});
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
