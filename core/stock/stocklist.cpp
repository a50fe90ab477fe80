#include "core/stock/stocklist.h"

#include "core/stock/articledemand.h"
#include "core/stock/demand.h"
#include "core/store/texthash.h"

#include <algorithm>
#include <limits>

namespace supercargo {
namespace {

constexpr int kKinds = int(StockAlertKind::Dead) + 1;

const QString kTables = QStringLiteral(" FROM stock s LEFT JOIN article_demand d ON d.sku = s.sku");

/// The worst active alert of a balance as a number of StockAlertKind, whose order is from worst to mildest.
QString worstAlert()
{
  QString ranks;
  for (int kind = 0; kind < kKinds; ++kind)
    ranks += QStringLiteral(" WHEN '%1' THEN %2").arg(stockAlertKindName(StockAlertKind(kind))).arg(kind);
  return QStringLiteral("(SELECT MIN(CASE a.kind%1 END) FROM stock_alerts a WHERE a.sku = s.sku AND a.warehouse = "
                        "s.warehouse AND a.state <> 'healed')")
      .arg(ranks);
}

/// A title of the SKU at any of its shops.
const QString kTitle = QStringLiteral("(SELECT MIN(p.title) FROM variants v JOIN products p ON p.id = v.product_id "
                                      "WHERE v.sku = s.sku)");
/// Its own picture where a shop has one, else the product's.
const QString kPicture =
    QStringLiteral("(SELECT COALESCE(NULLIF(MAX(v.image_url), ''), MAX(p.image_url)) FROM variants v JOIN products p "
                   "ON p.id = v.product_id WHERE v.sku = s.sku)");

QString sortKeyOf(StockSort sort)
{
  switch (sort) {
  case StockSort::Sku:
    return QString();
  case StockSort::AvailableAscending:
    return QStringLiteral("(0.0 + s.on_hand - s.reserved - s.blocked)");
  case StockSort::AvailableDescending:
    return QStringLiteral("(0.0 - (s.on_hand - s.reserved - s.blocked))");
  case StockSort::CoverAscending: // without demand it lasts for ever
    return QStringLiteral("(CASE WHEN d.per_day > 0 THEN (0.0 + s.on_hand - s.reserved - s.blocked) / d.per_day ELSE "
                          "1e12 END)");
  case StockSort::DemandDescending:
    return QStringLiteral("(0.0 - COALESCE(d.per_day, 0.0))");
  }
  Q_UNREACHABLE();
}

struct Where {
  QString sql = QStringLiteral(" WHERE 1 = 1");
  std::vector<SqlValue> values;

  void add(const QString& condition, std::initializer_list<SqlValue> more)
  {
    sql += QStringLiteral(" AND ") + condition;
    values.insert(values.end(), more.begin(), more.end());
  }
};

Where whereOf(const StockListFilter& filter)
{
  Where where;
  if (!filter.text.trimmed().isEmpty()) {
    const QString like = u'%' + likeEscaped(filter.text.trimmed().toLower()) + u'%';
    where.add(QStringLiteral("(LOWER(s.sku) LIKE ? ESCAPE '\\' OR s.sku IN (SELECT v.sku FROM variants v JOIN products "
                             "p ON p.id = v.product_id WHERE LOWER(p.title) LIKE ? ESCAPE '\\'))"),
              {like, like});
  }
  if (!filter.warehouse.isEmpty())
    where.add(QStringLiteral("s.warehouse = ?"), {filter.warehouse});
  if (filter.alert)
    where.add(QStringLiteral("EXISTS (SELECT 1 FROM stock_alerts a WHERE a.sku = s.sku AND a.warehouse = s.warehouse "
                             "AND a.kind = ? AND a.state <> 'healed')"),
              {stockAlertKindName(*filter.alert)});
  if (filter.valueClass)
    where.add(QStringLiteral("d.value_class = ?"), {valueClassName(*filter.valueClass)});
  if (filter.steadiness)
    where.add(QStringLiteral("d.steadiness = ?"), {steadinessName(*filter.steadiness)});
  if (filter.hasNoSteadiness)
    where.add(QStringLiteral("d.steadiness = ?"), {QStringLiteral("")});
  return where;
}

StockListRow rowOf(const Row& row)
{
  StockListRow r;
  r.sku = row.text(0);
  r.warehouse = row.text(1);
  r.onHand = row.integer(2);
  r.reserved = row.integer(3);
  r.blocked = row.integer(4);
  r.incoming = row.integer(5);
  r.inTransfer = row.integer(6);
  r.known = row.flag(7);
  if (!row.isNull(8))
    r.perDay = row.real(8);
  r.valueClass = row.text(9);
  r.steadiness = row.text(10);
  r.recent = row.text(11);
  r.title = row.text(12);
  if (!row.isNull(13))
    r.alert = StockAlertKind(row.integer(13));
  r.sortKey = row.real(14);
  r.picture = row.text(15);
  return r;
}

} // namespace

qint64 StockListRow::id() const
{
  return textHash({sku, warehouse});
}

std::optional<double> StockListRow::daysOfCover() const
{
  return supercargo::daysOfCover(double(available()), perDay);
}

Result<std::vector<StockListRow>> stockListRows(Connection& c, const StockListQuery& query)
{
  const QString key = sortKeyOf(query.sort);
  Where where = whereOf(query.filter);
  if (query.after && key.isEmpty())
    where.add(QStringLiteral("(s.sku, s.warehouse) > (?, ?)"), {query.after->sku, query.after->warehouse});
  else if (query.after)
    where.add(QStringLiteral("(%1, s.sku, s.warehouse) > (?, ?, ?)").arg(key),
              {query.after->sortKey, query.after->sku, query.after->warehouse});
  std::vector<SqlValue> values = where.values;
  values.emplace_back(query.limit > 0 ? qint64(query.limit) : std::numeric_limits<qint64>::max());
  // The rows are chosen first: titles and alerts are looked up only for those that are shown.
  const QString order =
      key.isEmpty() ? QStringLiteral("s.sku, s.warehouse") : QStringLiteral("%1, s.sku, s.warehouse").arg(key);
  const QString chosen =
      QStringLiteral("SELECT s.sku, s.warehouse, s.on_hand, s.reserved, s.blocked, s.incoming, s.in_transfer, s.known, "
                     "d.per_day, d.value_class, d.steadiness, d.recent, %1 AS sort_key%2%3 ORDER BY %4 LIMIT ?")
          .arg(key.isEmpty() ? QStringLiteral("0.0") : key, kTables, where.sql, order);
  return c.rows(QStringLiteral("SELECT s.sku, s.warehouse, s.on_hand, s.reserved, s.blocked, s.incoming, "
                               "s.in_transfer, s.known, s.per_day, s.value_class, s.steadiness, s.recent, %1, %2, "
                               "s.sort_key, %3 FROM (%4) AS s ORDER BY s.sort_key, s.sku, s.warehouse")
                    .arg(kTitle, worstAlert(), kPicture, chosen),
                values, rowOf);
}

Result<qint64> stockListCount(Connection& c, const StockListFilter& filter)
{
  const Where where = whereOf(filter);
  // Without a filter the join only costs.
  if (where.values.empty())
    return c.number(QStringLiteral("SELECT COUNT(*) FROM stock"));
  return c.number(QStringLiteral("SELECT COUNT(*)") + kTables + where.sql, where.values);
}

Result<QStringList> stockWarehouses(Connection& c)
{
  QStringList names;
  SC_TRY(c.each(QStringLiteral("SELECT DISTINCT warehouse FROM stock ORDER BY warehouse"), {},
                [&](const Row& row) { names << row.text(0); }));
  return names;
}

Result<std::vector<StockAlertCount>> stockAlertCounts(Connection& c)
{
  std::vector<StockAlertCount> counts;
  SC_TRY(c.each(QStringLiteral("SELECT kind, COUNT(*) FROM stock_alerts WHERE state = 'open' GROUP BY kind"), {},
                [&](const Row& row) {
                  if (const auto kind = stockAlertKindNamed(row.text(0)))
                    counts.push_back({*kind, row.integer(1)});
                }));
  std::ranges::sort(counts, {}, &StockAlertCount::kind);
  return counts;
}

} // namespace supercargo
