#include "core/db/schema_subjects.h"

namespace supercargo {

// What a shop may sell of our stock, what we last told it, and what suppliers agreed to and did.
std::vector<QString> channelStockSchema()
{
  return {
      // sku empty: the shop's rule for every SKU without one of its own.
      QStringLiteral("CREATE TABLE channel_rules (account_id BIGINT NOT NULL, sku TEXT NOT NULL,"
                     " enabled SMALLINT NOT NULL, share_percent BIGINT NOT NULL, maximum BIGINT, safety BIGINT NOT "
                     "NULL, fixed BIGINT, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL,"
                     " PRIMARY KEY (account_id, sku)) $CLUSTERED"),
      // serial counts the levels that a variant was told: part of the idempotency key.
      QStringLiteral("CREATE TABLE channel_levels (account_id BIGINT NOT NULL, variant_external_id TEXT NOT NULL,"
                     " sku TEXT NOT NULL, level BIGINT NOT NULL, serial BIGINT NOT NULL, action_id BIGINT NOT NULL,"
                     " wanted_at BIGINT NOT NULL, PRIMARY KEY (account_id, variant_external_id)) $CLUSTERED"),
      QStringLiteral("CREATE INDEX channel_levels_by_sku ON channel_levels (sku)"),
      // Up to which movement the levels are told.
      QStringLiteral("CREATE TABLE channel_progress (id BIGINT NOT NULL PRIMARY KEY, last_movement BIGINT NOT NULL)"),
      QStringLiteral("CREATE TABLE channel_audits (account_id BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL,"
                     " compared BIGINT NOT NULL, wrong BIGINT NOT NULL, repaired BIGINT NOT NULL,"
                     " after_variant TEXT NOT NULL)"),
      // sku empty: the supplier's terms for every SKU without ones of its own.
      QStringLiteral("CREATE TABLE supply_terms (sku TEXT NOT NULL, supplier TEXT NOT NULL, lead_days $REAL NOT NULL,"
                     " lead_deviation $REAL NOT NULL, pack BIGINT NOT NULL, minimum BIGINT NOT NULL,"
                     " unit_cost_minor BIGINT, order_cost_minor BIGINT, currency TEXT NOT NULL,"
                     " preferred SMALLINT NOT NULL, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL,"
                     " PRIMARY KEY (sku, supplier)) $CLUSTERED"),
      QStringLiteral("CREATE TABLE supply_receipts (id $PK, sku TEXT NOT NULL, supplier TEXT NOT NULL,"
                     " ordered_at BIGINT NOT NULL, received_at BIGINT NOT NULL, quantity BIGINT NOT NULL)"),
      QStringLiteral("CREATE INDEX supply_receipts_by_supplier ON supply_receipts (supplier, sku)"),
      // Renewed now and then by core/stock/articledemand, so that lists need not look at orders. recent: pieces by day.
      QStringLiteral("CREATE TABLE article_demand (sku TEXT NOT NULL PRIMARY KEY, per_day $REAL NOT NULL,"
                     " deviation $REAL NOT NULL, method TEXT NOT NULL, days_in_stock BIGINT NOT NULL,"
                     " days BIGINT NOT NULL, sold_minor BIGINT NOT NULL, value_class TEXT NOT NULL,"
                     " steadiness TEXT NOT NULL, recent TEXT NOT NULL, computed_at BIGINT NOT NULL) $CLUSTERED"),
  };
}

} // namespace supercargo
