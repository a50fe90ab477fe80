#include "core/store/rollups.h"

namespace supercargo {

void RollupBatch::apply(const RollupShare& share, qint64 sign)
{
  m_stages[{share.account.value(), share.stage, share.status}] += sign * share.orders;
  m_dirty.add(FactSource::Orders, fromMs(share.slot * kSlotMs));
  Sales& sales = m_slots[{share.slot, share.account.value(), share.currency}];
  sales.orders += sign * share.orders;
  sales.cancelled += sign * share.cancelled;
  sales.units += sign * share.units;
  sales.placed += sign * share.placedMinor;
  sales.paid += sign * share.paidMinor;
  sales.refunded += sign * share.refundedMinor;
}

Result<void> RollupBatch::write(Connection& c)
{
  std::vector<SqlValue> stages;
  for (auto it = m_stages.cbegin(); it != m_stages.cend(); ++it) {
    if (it.value() == 0)
      continue;
    const auto& [account, stage, status] = it.key();
    stages.insert(stages.end(), {SqlValue(account), SqlValue(stage), SqlValue(status), SqlValue(it.value())});
  }
  SC_TRY(c.insertMany(
      QStringLiteral("INSERT INTO stage_counts (account_id, stage, status, orders) VALUES"), 4, stages,
      QStringLiteral(
          "ON CONFLICT (account_id, stage, status) DO UPDATE SET orders = stage_counts.orders + excluded.orders")));
  std::vector<SqlValue> slots;
  for (auto it = m_slots.cbegin(); it != m_slots.cend(); ++it) {
    if (it.value() == Sales())
      continue;
    const auto& [slot, account, currency] = it.key();
    const Sales& s = it.value();
    slots.insert(slots.end(),
                 {SqlValue(slot), SqlValue(account), SqlValue(currency), SqlValue(s.orders), SqlValue(s.cancelled),
                  SqlValue(s.units), SqlValue(s.placed), SqlValue(s.paid), SqlValue(s.refunded)});
  }
  SC_TRY(c.insertMany(
      QStringLiteral(
          "INSERT INTO sales_slots (slot, account_id, currency, orders, cancelled, units, placed_minor, paid_minor,"
          " refunded_minor) VALUES"),
      9, slots,
      QStringLiteral(
          "ON CONFLICT (slot, account_id, currency) DO UPDATE SET orders = sales_slots.orders + excluded.orders,"
          " cancelled = sales_slots.cancelled + excluded.cancelled, units = sales_slots.units + excluded.units,"
          " placed_minor = sales_slots.placed_minor + excluded.placed_minor,"
          " paid_minor = sales_slots.paid_minor + excluded.paid_minor,"
          " refunded_minor = sales_slots.refunded_minor + excluded.refunded_minor")));
  m_stages.clear();
  m_slots.clear();
  return m_dirty.write(c);
}

Result<QStringList> rollupDifferences(Connection& c)
{
  QStringList differences;
  const auto compare = [&](const QString& what, const QString& sql) -> Result<void> {
    return c.each(sql, {}, [&](const Row& row) {
      if (differences.size() < 100)
        differences.append(
            QStringLiteral("%1 %2: kept %3, recomputed %4").arg(what, row.text(0), row.text(1), row.text(2)));
    });
  };
  // FULL OUTER JOIN is missing from older SQLite, so both sides are stacked with opposite signs and must cancel out.
  SC_TRY(compare(
      QStringLiteral("stage"),
      QStringLiteral(
          "SELECT k, CAST(SUM(kept) AS BIGINT), CAST(SUM(real_count) AS BIGINT) FROM ("
          "SELECT account_id || '/' || stage || '/' || status AS k, orders AS kept, 0 AS real_count FROM stage_counts "
          "UNION ALL SELECT account_id || '/' || stage || '/' || status, 0, COUNT(*) FROM orders "
          "GROUP BY account_id, stage, status) AS both_sides GROUP BY k HAVING SUM(kept) <> SUM(real_count)")));
  static const QStringList kSums{QStringLiteral("orders"),     QStringLiteral("cancelled"),
                                 QStringLiteral("units"),      QStringLiteral("placed_minor"),
                                 QStringLiteral("paid_minor"), QStringLiteral("refunded_minor")};
  static const QStringList kReal{
      QStringLiteral("COUNT(*)"),        QStringLiteral("SUM(CASE WHEN status = 'CANCELLED' THEN 1 ELSE 0 END)"),
      QStringLiteral("SUM(units)"),      QStringLiteral("SUM(total_minor)"),
      QStringLiteral("SUM(paid_minor)"), QStringLiteral("SUM(refunded_minor)")};
  for (qsizetype i = 0; i < kSums.size(); ++i)
    SC_TRY(compare(
        kSums[i],
        QStringLiteral(
            "SELECT k, CAST(SUM(kept) AS BIGINT), CAST(SUM(real_sum) AS BIGINT) FROM ("
            "SELECT slot || '/' || account_id || '/' || currency AS k, %1 AS kept, 0 AS real_sum FROM sales_slots "
            "UNION ALL SELECT (placed_at / %3) || '/' || account_id || '/' || currency, 0, %2 FROM orders "
            "GROUP BY placed_at / %3, account_id, currency) AS both_sides "
            "GROUP BY k HAVING SUM(kept) <> SUM(real_sum)")
            .arg(kSums[i], kReal[i], QString::number(kSlotMs))));
  return differences;
}

} // namespace supercargo
