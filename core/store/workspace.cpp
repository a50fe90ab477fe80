#include "core/store/workspace.h"

#include "core/db/ids.h"
#include "core/store/daycubes.h"
#include "core/store/rollups.h"

namespace supercargo {
namespace {

constexpr qsizetype kMaxDifferences = 100;

/// A check by SQL: one row for each difference, as text.
struct Comparison {
  const char* name;
  std::vector<QString> queries;
};

const std::vector<Comparison>& comparisons()
{
  static const std::vector<Comparison> list{
      {"stock",
       {QStringLiteral(
            "SELECT 'stock of ' || s.sku || ' in \"' || s.warehouse || '\": ' || s.on_hand || ' on hand, ' || "
            "s.reserved || ' reserved, ' || s.blocked || ' blocked, ' || s.incoming || ' incoming, ' || s.in_transfer "
            "|| ' in transfer; its movements sum to ' || coalesce(m.on_hand, 0) || ', ' || coalesce(m.reserved, 0) || "
            "', ' || coalesce(m.blocked, 0) || ', ' || coalesce(m.incoming, 0) || ', ' || coalesce(m.transfer, 0) "
            "FROM stock s LEFT JOIN (SELECT sku, warehouse, CAST(sum(on_hand_delta) AS BIGINT) AS on_hand, "
            "CAST(sum(reserved_delta) AS BIGINT) AS reserved, CAST(sum(blocked_delta) AS BIGINT) AS blocked, "
            "CAST(sum(incoming_delta) AS BIGINT) AS incoming, CAST(sum(transfer_delta) AS BIGINT) AS transfer "
            "FROM stock_movements GROUP BY sku, warehouse) m ON m.sku = s.sku AND m.warehouse = s.warehouse "
            "WHERE s.on_hand <> coalesce(m.on_hand, 0) OR s.reserved <> coalesce(m.reserved, 0) "
            "OR s.blocked <> coalesce(m.blocked, 0) OR s.incoming <> coalesce(m.incoming, 0) "
            "OR s.in_transfer <> coalesce(m.transfer, 0) ORDER BY s.sku LIMIT 101"),
        QStringLiteral("SELECT DISTINCT 'movements of ' || m.sku || ' in \"' || m.warehouse || '\" without a balance' "
                       "FROM stock_movements m LEFT JOIN stock s ON s.sku = m.sku AND s.warehouse = m.warehouse "
                       "WHERE s.sku IS NULL LIMIT 101"),
        // What orders and holds claim, on the articles behind their SKUs.
        QStringLiteral(
            "SELECT 'reserved of ' || sku || ': ' || CAST(sum(kept) AS BIGINT) || ', its orders and holds claim ' || "
            "CAST(sum(claimed) AS BIGINT) FROM ("
            "SELECT sku, reserved AS kept, 0 AS claimed FROM stock UNION ALL "
            "SELECT coalesce(p.part_sku, l.sku), 0, l.reserved * coalesce(p.quantity, 1) FROM order_lines l "
            "LEFT JOIN order_parts p ON p.order_id = l.order_id AND p.sku = l.sku WHERE l.sku <> '' AND l.reserved <> "
            "0 "
            "UNION ALL SELECT sku, 0, quantity FROM stock_holds) AS both_sides "
            "GROUP BY sku HAVING sum(kept) <> sum(claimed) ORDER BY sku LIMIT 101"),
        QStringLiteral("SELECT 'stock of ' || sku || ' in \"' || warehouse || '\": ' || oversold || ' oversold, ' || "
                       "(on_hand - reserved - blocked) || ' available' FROM stock WHERE known = 1 AND (oversold < 0 OR "
                       "(oversold > 0 AND oversold > reserved + blocked - on_hand)) ORDER BY sku LIMIT 101"),
        QStringLiteral(
            "SELECT 'lots of ' || l.sku || ' in \"' || l.warehouse || '\": lot ' || l.lot || ' holds ' || "
            "l.on_hand || ', its movements sum to ' || coalesce(m.on_hand, 0) FROM stock_lots l LEFT JOIN "
            "(SELECT sku, warehouse, lot, CAST(sum(on_hand_delta) AS BIGINT) AS on_hand FROM stock_movements "
            "WHERE lot <> '' GROUP BY sku, warehouse, lot) m ON m.sku = l.sku AND m.warehouse = l.warehouse "
            "AND m.lot = l.lot WHERE l.on_hand <> coalesce(m.on_hand, 0) ORDER BY l.sku LIMIT 101"),
        QStringLiteral(
            "SELECT 'in transfer to \"' || warehouse || '\" of ' || sku || ': ' || CAST(sum(kept) AS BIGINT) "
            "|| ', open transfers hold ' || CAST(sum(sent) AS BIGINT) FROM ("
            "SELECT sku, warehouse, in_transfer AS kept, 0 AS sent FROM stock UNION ALL "
            "SELECT l.sku, t.to_warehouse, 0, l.sent - l.received - l.missing FROM stock_transfer_lines l "
            "JOIN stock_transfers t ON t.id = l.transfer_id) AS both_sides GROUP BY sku, warehouse "
            "HAVING sum(kept) <> sum(sent) ORDER BY sku LIMIT 101")}},
      {"search",
       {QStringLiteral("SELECT 'order ' || o.id || ' has no search text' FROM orders o LEFT JOIN order_texts t "
                       "ON t.order_id = o.id WHERE t.order_id IS NULL ORDER BY o.id LIMIT 101"),
        QStringLiteral("SELECT 'search text of order ' || t.order_id || ', which is not there' FROM order_texts t "
                       "LEFT JOIN orders o ON o.id = t.order_id WHERE o.id IS NULL ORDER BY t.order_id LIMIT 101")}},
  };
  return list;
}

/// Rows that name another table's row which must be there: table, column, target, target's key.
struct Reference {
  const char *table, *column, *target, *key;
};
constexpr Reference kReferences[] = {
    {"order_details", "order_id", "orders", "id"},
    {"order_lines", "order_id", "orders", "id"},
    {"order_events", "order_id", "orders", "id"},
    {"order_refunds", "order_id", "orders", "id"},
    {"order_tags", "order_id", "orders", "id"},
    {"orders", "account_id", "accounts", "id"},
    {"variants", "product_id", "products", "id"},
    {"products", "account_id", "accounts", "id"},
    {"tracking_events", "shipment_id", "shipments", "id"},
    {"payment_refunds", "payment_id", "payments", "id"},
    {"payments", "account_id", "accounts", "id"},
    {"secrets", "account_id", "accounts", "id"},
    {"stream_states", "account_id", "accounts", "id"},
    {"shipments", "order_id", "orders", "id"},
    {"payments", "order_id", "orders", "id"},
    {"stock_movements", "order_id", "orders", "id"},
    {"stock_movements", "undoes", "stock_movements", "id"},
    {"order_parts", "order_id", "orders", "id"},
    {"order_approvals", "order_id", "orders", "id"},
    {"parcel_plan_orders", "order_id", "orders", "id"},
    {"parcel_plan_orders", "plan_id", "parcel_plans", "id"},
    {"shipment_orders", "shipment_id", "shipments", "id"},
    {"stock_transfer_lines", "transfer_id", "stock_transfers", "id"},
    {"stock_count_lines", "count_id", "stock_counts", "id"},
    {"kept_lines", "account_id", "accounts", "id"},
};

VerifyCheck checkOf(const char* name, QStringList differences)
{
  VerifyCheck check{QString::fromLatin1(name), differences.isEmpty(), std::move(differences)};
  if (check.differences.size() > kMaxDifferences)
    check.differences.erase(check.differences.begin() + kMaxDifferences, check.differences.end());
  return check;
}

Result<QStringList> texts(Connection& c, const QString& sql)
{
  QStringList list;
  SC_TRY(c.each(sql, {}, [&](const Row& row) { list << row.text(0); }));
  return list;
}

Result<QStringList> orphans(Connection& c)
{
  QStringList all;
  for (const Reference& r : kReferences) {
    SC_TRY_ASSIGN(count, c.number(QStringLiteral("SELECT count(*) FROM %1 x LEFT JOIN %3 y ON y.%4 = x.%2 "
                                                 "WHERE x.%2 IS NOT NULL AND y.%4 IS NULL")
                                      .arg(QLatin1String(r.table), QLatin1String(r.column), QLatin1String(r.target),
                                           QLatin1String(r.key))));
    if (count > 0)
      all << QStringLiteral("%1 rows of %2 name a row of %3 that is not there")
                 .arg(count)
                 .arg(QLatin1String(r.table), QLatin1String(r.target));
  }
  return all;
}

/// What the engine itself finds wrong. PostgreSQL checks its pages as it reads them (with data checksums on).
Result<QStringList> engineFaults(Connection& c)
{
  QStringList faults;
  if (c.engine() == Engine::PostgreSql)
    return faults;
  SC_TRY(c.each(QStringLiteral("PRAGMA integrity_check(100)"), {}, [&](const Row& row) {
    if (row.text(0) != QLatin1String("ok"))
      faults << row.text(0);
  }));
  return faults;
}

} // namespace

Result<std::optional<WorkspaceInfo>> workspaceInfo(Connection& c)
{
  SC_TRY_ASSIGN(found,
                c.row(QStringLiteral("SELECT shop_name, time_zone, currency, created_at, simulated FROM workspace "
                                     "WHERE id = 1"),
                      {}, [](const Row& row) -> Result<WorkspaceInfo> {
                        SC_TRY_ASSIGN(currency, Currency::of(row.text(2)));
                        return WorkspaceInfo{row.text(0), row.text(1), currency, row.instant(3), row.flag(4)};
                      }));
  if (!found)
    return std::nullopt;
  SC_TRY_ASSIGN(info, *found);
  return info;
}

Result<void> saveWorkspaceInfo(Connection& c, const WorkspaceInfo& info)
{
  SC_TRY(
      c.run(QStringLiteral("INSERT INTO workspace (id, shop_name, time_zone, currency, created_at, simulated) "
                           "VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET shop_name = excluded.shop_name, "
                           "time_zone = excluded.time_zone, currency = excluded.currency, "
                           "created_at = excluded.created_at, simulated = excluded.simulated"),
            {info.shopName, info.timeZone, info.currency.code(), info.createdAt, info.simulated}));
  return {};
}

Result<std::vector<SavedView>> savedViews(Connection& c, const QString& page)
{
  return c.rows(
      QStringLiteral("SELECT id, page, name, filter, position FROM saved_views WHERE page = ? ORDER BY position, id"),
      {page}, [](const Row& row) {
        return SavedView{row.integer(0), row.text(1), row.text(2), row.text(3), int(row.integer(4))};
      });
}

Result<qint64> saveView(Connection& c, const SavedView& view)
{
  qint64 id = view.id;
  if (id == 0) {
    SC_TRY_ASSIGN(fresh, nextIds(c, QStringLiteral("saved_views")));
    id = fresh;
  }
  SC_TRY(c.run(QStringLiteral("INSERT INTO saved_views (id, page, name, filter, position) VALUES (?, ?, ?, ?, ?) "
                              "ON CONFLICT (id) DO UPDATE SET page = excluded.page, name = excluded.name, "
                              "filter = excluded.filter, position = excluded.position"),
               {id, view.page, view.name, view.filter, view.position}));
  return id;
}

Result<void> deleteView(Connection& c, qint64 id)
{
  SC_TRY(c.run(QStringLiteral("DELETE FROM saved_views WHERE id = ?"), {id}));
  return {};
}

Result<std::vector<VerifyCheck>> verify(Connection& c)
{
  // One transaction: every check sees the same state while the program goes on writing.
  return c.transaction([&]() -> Result<std::vector<VerifyCheck>> {
    std::vector<VerifyCheck> checks;
    SC_TRY_ASSIGN(rollups, rollupDifferences(c));
    checks.push_back(checkOf("rollups", rollups));
    SC_TRY_ASSIGN(cubeFaults, cubeDifferences(c));
    checks.push_back(checkOf("day_cubes", cubeFaults));
    for (const Comparison& comparison : comparisons()) {
      QStringList differences;
      for (const QString& query : comparison.queries) {
        SC_TRY_ASSIGN(found, texts(c, query));
        differences += found;
      }
      checks.push_back(checkOf(comparison.name, differences));
    }
    SC_TRY_ASSIGN(missing, orphans(c));
    checks.push_back(checkOf("foreign_keys", missing));
    SC_TRY_ASSIGN(faults, engineFaults(c));
    checks.push_back(checkOf("integrity", faults));
    return checks;
  });
}

} // namespace supercargo
