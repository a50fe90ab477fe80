#include "core/stock/stocklist.h"

#include "core/stock/articledemand.h"
#include "core/stock/demand.h"
#include "core/store/texthash.h"

#include <array>
#include <limits>

namespace supercargo {
namespace {

constexpr std::array kHealthNames{"fine", "idle", "low", "out", "oversold", "unknown"};

const QString kTables = QStringLiteral(" FROM stock s LEFT JOIN article_demand d ON d.sku = s.sku");

/// The worst that is true of a balance, as a number of StockHealth; one ? is the lead time.
const QString kHealth = QStringLiteral(
    "CASE WHEN s.on_hand - s.reserved - s.blocked < 0 THEN 4 WHEN s.on_hand - s.reserved - s.blocked = 0 THEN 3 WHEN "
    "d.per_day > 0 AND s.on_hand - s.reserved - s.blocked < d.per_day * ? THEN 2 WHEN d.per_day = 0 AND s.on_hand > 0 "
    "THEN 1 ELSE 0 END");

/// A title of the SKU at any of its shops.
const QString kTitle = QStringLiteral("(SELECT MIN(p.title) FROM variants v JOIN products p ON p.id = v.product_id "
                                      "WHERE v.sku = s.sku)");

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

Where whereOf(const StockListFilter& filter, double leadDays)
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
  if (filter.health)
    where.add(kHealth + QStringLiteral(" = ?"), {leadDays, int(*filter.health)});
  if (filter.valueClass)
    where.add(QStringLiteral("d.value_class = ?"), {valueClassName(*filter.valueClass)});
  if (filter.steadiness)
    where.add(QStringLiteral("d.steadiness = ?"), {steadinessName(*filter.steadiness)});
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
  if (!row.isNull(6))
    r.perDay = row.real(6);
  r.valueClass = row.text(7);
  r.steadiness = row.text(8);
  r.recent = row.text(9);
  r.title = row.text(10);
  r.health = StockHealth(row.integer(11));
  r.sortKey = row.real(12);
  return r;
}

} // namespace

QString stockHealthName(StockHealth health)
{
  return QLatin1String(kHealthNames[std::size_t(health)]);
}

std::optional<StockHealth> stockHealthNamed(QStringView name)
{
  for (std::size_t i = 0; i < kHealthNames.size(); ++i)
    if (name == QLatin1String(kHealthNames[i]))
      return StockHealth(i);
  return std::nullopt;
}

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
  Where where = whereOf(query.filter, query.leadDays);
  if (query.after && key.isEmpty())
    where.add(QStringLiteral("(s.sku, s.warehouse) > (?, ?)"), {query.after->sku, query.after->warehouse});
  else if (query.after)
    where.add(QStringLiteral("(%1, s.sku, s.warehouse) > (?, ?, ?)").arg(key),
              {query.after->sortKey, query.after->sku, query.after->warehouse});
  std::vector<SqlValue> values{query.leadDays};
  values.insert(values.end(), where.values.begin(), where.values.end());
  values.emplace_back(query.limit > 0 ? qint64(query.limit) : std::numeric_limits<qint64>::max());
  return c.rows(QStringLiteral("SELECT s.sku, s.warehouse, s.on_hand, s.reserved, s.blocked, s.incoming, d.per_day, "
                               "d.value_class, d.steadiness, d.recent, %1, %2, %3%4%5 ORDER BY %6s.sku, s.warehouse "
                               "LIMIT ?")
                    .arg(kTitle, kHealth, key.isEmpty() ? QStringLiteral("0.0") : key, kTables, where.sql,
                         key.isEmpty() ? QString() : key + QStringLiteral(", ")),
                values, rowOf);
}

Result<qint64> stockListCount(Connection& c, const StockListFilter& filter, double leadDays)
{
  const Where where = whereOf(filter, leadDays);
  // Without a filter the join only costs.
  if (where.values.empty())
    return c.number(QStringLiteral("SELECT COUNT(*) FROM stock"));
  return c.number(QStringLiteral("SELECT COUNT(*)") + kTables + where.sql, where.values);
}

Result<QStringList> stockWarehouses(Connection& c)
{
  QStringList names;
  // Leaps from name to name where the engine can; a list of warehouses is short.
  SC_TRY(c.each(QStringLiteral("SELECT DISTINCT warehouse FROM stock ORDER BY warehouse"), {},
                [&](const Row& row) { names << row.text(0); }));
  return names;
}

Result<StockHealthCounts> stockHealthCounts(Connection& c, double leadDays)
{
  StockHealthCounts counts;
  SC_TRY(c.each(QStringLiteral("SELECT health, COUNT(*) FROM (SELECT %1 AS health%2) AS each_one GROUP BY health")
                    .arg(kHealth, kTables),
                {leadDays}, [&](const Row& row) {
                  const qint64 number = row.integer(1);
                  counts.all += number;
                  switch (StockHealth(row.integer(0))) {
                  case StockHealth::Oversold:
                    counts.oversold = number;
                    break;
                  case StockHealth::Out:
                    counts.out = number;
                    break;
                  case StockHealth::Low:
                    counts.low = number;
                    break;
                  case StockHealth::Idle:
                    counts.idle = number;
                    break;
                  default:
                    break;
                  }
                }));
  return counts;
}

} // namespace supercargo
