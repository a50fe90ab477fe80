#include "core/db/schema_subjects.h"

namespace supercargo {
namespace {

// The ledger's other figures. known: somebody has said how many there are; until then orders only count up.
// oversold: pieces that shops sold when none was left to promise.
const std::vector<QString> kLedger{
    QStringLiteral("ALTER TABLE stock ADD COLUMN in_transfer BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stock ADD COLUMN oversold BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stock ADD COLUMN known SMALLINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stock ADD COLUMN counted_at BIGINT"),
    QStringLiteral("UPDATE stock SET known = 1 WHERE EXISTS (SELECT 1 FROM stock_movements m WHERE m.sku = stock.sku"
                   " AND m.warehouse = stock.warehouse AND m.order_id IS NULL)"),
    QStringLiteral("UPDATE stock SET oversold = reserved + blocked - on_hand"
                   " WHERE known = 1 AND on_hand - reserved - blocked < 0"),
    QStringLiteral("ALTER TABLE stock_movements ADD COLUMN blocked_delta BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stock_movements ADD COLUMN incoming_delta BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stock_movements ADD COLUMN transfer_delta BIGINT NOT NULL DEFAULT 0"),
    QStringLiteral("ALTER TABLE stock_movements ADD COLUMN lot TEXT NOT NULL DEFAULT ''"),
    QStringLiteral("ALTER TABLE stock_movements ADD COLUMN source TEXT NOT NULL DEFAULT ''"),
    QStringLiteral("ALTER TABLE stock_movements ADD COLUMN undoes BIGINT"),
    // What changed how much can be promised, by time: demand in stock is read from it alone, without the table.
    QStringLiteral("CREATE INDEX stock_movements_by_time ON stock_movements (at, sku, warehouse, on_hand_delta,"
                   " reserved_delta, blocked_delta, order_id, kind) WHERE on_hand_delta <> reserved_delta + "
                   "blocked_delta"),
    QStringLiteral("CREATE UNIQUE INDEX stock_movements_undone ON stock_movements (undoes) WHERE undoes IS NOT NULL"),
    QStringLiteral("CREATE TABLE stock_lots (sku TEXT NOT NULL, warehouse TEXT NOT NULL, lot TEXT NOT NULL,"
                   " on_hand BIGINT NOT NULL, expires_at BIGINT, received_at BIGINT NOT NULL,"
                   " PRIMARY KEY (sku, warehouse, lot)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE stock_holds (id $PK, sku TEXT NOT NULL, quantity BIGINT NOT NULL,"
                   " warehouse TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, held_at BIGINT NOT NULL,"
                   " until_at BIGINT)"),
};

// Which article a shop's SKU stands for: the user's truth. order_parts keeps what an order claims for one of its SKUs
// as it was when it first claimed, so that what is let go of later is what was taken.
const std::vector<QString> kArticles{
    QStringLiteral("CREATE TABLE bundle_parts (bundle_sku TEXT NOT NULL, part_sku TEXT NOT NULL,"
                   " quantity BIGINT NOT NULL, PRIMARY KEY (bundle_sku, part_sku)) $CLUSTERED"),
    QStringLiteral("CREATE INDEX bundle_parts_by_part ON bundle_parts (part_sku)"),
    QStringLiteral("CREATE TABLE article_links (account_id BIGINT NOT NULL, sku TEXT NOT NULL, article TEXT NOT NULL,"
                   " reason TEXT NOT NULL, actor TEXT NOT NULL, linked_at BIGINT NOT NULL,"
                   " PRIMARY KEY (account_id, sku)) $CLUSTERED"),
    QStringLiteral("CREATE INDEX article_links_by_article ON article_links (article)"),
    QStringLiteral("CREATE INDEX article_links_by_sku ON article_links (sku)"),
    QStringLiteral("CREATE TABLE order_parts (order_id BIGINT NOT NULL, sku TEXT NOT NULL, part_sku TEXT NOT NULL,"
                   " quantity BIGINT NOT NULL, PRIMARY KEY (order_id, sku, part_sku)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE article_costs (sku TEXT NOT NULL, from_at BIGINT NOT NULL, cost_minor BIGINT NOT NULL,"
                   " currency TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL, entered_at BIGINT NOT NULL,"
                   " PRIMARY KEY (sku, from_at)) $CLUSTERED"),
    QStringLiteral("ALTER TABLE order_lines ADD COLUMN cost_minor BIGINT"), // a piece, in the order's currency
    QStringLiteral("CREATE INDEX order_lines_by_sku ON order_lines (sku, order_id)"),
    QStringLiteral("CREATE INDEX variants_by_barcode ON variants (barcode) WHERE barcode <> ''"),
};

const std::vector<QString> kWarehouseWork{
    QStringLiteral("CREATE TABLE stock_transfers (id $PK, from_warehouse TEXT NOT NULL, to_warehouse TEXT NOT NULL,"
                   " reason TEXT NOT NULL, actor TEXT NOT NULL, sent_at BIGINT NOT NULL, closed_at BIGINT)"),
    QStringLiteral("CREATE INDEX stock_transfers_open ON stock_transfers (id) WHERE closed_at IS NULL"),
    QStringLiteral("CREATE TABLE stock_transfer_lines (transfer_id BIGINT NOT NULL, sku TEXT NOT NULL,"
                   " lot TEXT NOT NULL, sent BIGINT NOT NULL, received BIGINT NOT NULL, missing BIGINT NOT NULL,"
                   " PRIMARY KEY (transfer_id, sku, lot)) $CLUSTERED"),
    QStringLiteral("CREATE TABLE stock_counts (id $PK, warehouse TEXT NOT NULL, blind SMALLINT NOT NULL,"
                   " state TEXT NOT NULL, note TEXT NOT NULL, actor TEXT NOT NULL, opened_at BIGINT NOT NULL,"
                   " decided_by TEXT NOT NULL, decided_at BIGINT)"),
    QStringLiteral("CREATE TABLE stock_count_lines (count_id BIGINT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL,"
                   " counted BIGINT, book BIGINT, counted_by TEXT NOT NULL, counted_at BIGINT,"
                   " PRIMARY KEY (count_id, sku, lot)) $CLUSTERED"),
};

// facts: what alerts need of an article and movements do not change; renewed when they are old.
const std::vector<QString> kAlerts{
    QStringLiteral("CREATE TABLE stock_thresholds (scope TEXT NOT NULL, subject TEXT NOT NULL, warehouse TEXT NOT NULL,"
                   " low BIGINT, lead_days $REAL, service $REAL, dead_days BIGINT, count_days BIGINT,"
                   " expiry_days BIGINT, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL,"
                   " PRIMARY KEY (scope, subject, warehouse)) $CLUSTERED"),
    QStringLiteral(
        "CREATE TABLE stock_facts (sku TEXT NOT NULL PRIMARY KEY, per_day $REAL, deviation $REAL,"
        " price_minor BIGINT, currency TEXT NOT NULL, categories TEXT NOT NULL, product_id BIGINT,"
        " last_sold_at BIGINT, lead_days $REAL NOT NULL, lead_deviation $REAL NOT NULL, lead_source TEXT NOT NULL,"
        " computed_at BIGINT NOT NULL) $CLUSTERED"),
    QStringLiteral("CREATE TABLE stock_alerts (id $PK, kind TEXT NOT NULL, sku TEXT NOT NULL, warehouse TEXT NOT NULL,"
                   " lot TEXT NOT NULL, state TEXT NOT NULL, since BIGINT NOT NULL, changed_at BIGINT NOT NULL,"
                   " snoozed_until BIGINT, owner TEXT NOT NULL, cause TEXT NOT NULL, facts TEXT NOT NULL,"
                   " lost_minor BIGINT, currency TEXT NOT NULL, UNIQUE (sku, warehouse, kind, lot))"),
    QStringLiteral("CREATE INDEX stock_alerts_active ON stock_alerts (lost_minor, id) WHERE state <> 'healed'"),
    QStringLiteral("CREATE INDEX stock_alerts_by_since ON stock_alerts (since) WHERE state <> 'healed'"),
    QStringLiteral("CREATE TABLE stock_alert_progress (id BIGINT NOT NULL PRIMARY KEY, last_movement BIGINT NOT NULL,"
                   " swept_to TEXT NOT NULL)"),
};

} // namespace

std::vector<QString> inventorySchema()
{
  std::vector<QString> all;
  for (const auto* part : {&kLedger, &kArticles, &kWarehouseWork, &kAlerts})
    all.insert(all.end(), part->begin(), part->end());
  return all;
}

} // namespace supercargo
