#include "core/stock/alerts.h"

#include "core/stock/evaluation.h"
#include "core/store/orderfacts.h"

#include <QJsonDocument>

namespace supercargo {
namespace {

/// From the worst.
QString severity(const QString& column)
{
  QString text = QStringLiteral("CASE %1").arg(column);
  for (const StockAlertKind kind :
       {StockAlertKind::Oversold, StockAlertKind::OverReserved, StockAlertKind::Out, StockAlertKind::Cover,
        StockAlertKind::Low, StockAlertKind::Expiring, StockAlertKind::StaleCount, StockAlertKind::Dead})
    text += QStringLiteral(" WHEN '%1' THEN %2").arg(stockAlertKindName(kind)).arg(int(kind));
  return text + QStringLiteral(" ELSE 9 END");
}

QString columns()
{
  return QStringLiteral(
      "a.id, a.kind, a.sku, a.warehouse, a.lot, a.state, a.snoozed_until, a.owner, a.since, a.cause, "
      "a.facts, a.lost_minor, a.currency, coalesce((SELECT p.title FROM variants v JOIN products p ON "
      "p.id = v.product_id WHERE v.sku = a.sku ORDER BY v.id LIMIT 1), '')");
}

StockAlert alertOf(const Row& row, Instant now)
{
  StockAlert a;
  a.id = row.integer(0);
  a.kind = stockAlertKindNamed(row.text(1)).value_or(StockAlertKind::Low);
  a.sku = row.text(2);
  a.warehouse = row.text(3);
  a.lot = row.text(4);
  a.snoozedUntil = row.instantIfAny(6);
  a.isSnoozed = row.text(5) == QLatin1String("snoozed") && a.snoozedUntil && *a.snoozedUntil > now;
  if (!a.isSnoozed)
    a.snoozedUntil.reset();
  a.owner = row.text(7);
  a.since = row.instant(8);
  a.cause = row.text(9);
  a.facts = QJsonDocument::fromJson(row.text(10).toUtf8()).object();
  if (!row.isNull(11))
    a.lostPerDay = Money(row.integer(11), Currency::of(row.text(12)).value_or(Currency()));
  a.title = row.text(13);
  return a;
}

} // namespace

QString stockAlertKindName(StockAlertKind kind)
{
  switch (kind) {
  case StockAlertKind::Oversold:
    return QStringLiteral("oversold");
  case StockAlertKind::OverReserved:
    return QStringLiteral("over_reserved");
  case StockAlertKind::Out:
    return QStringLiteral("out");
  case StockAlertKind::Cover:
    return QStringLiteral("cover");
  case StockAlertKind::Low:
    return QStringLiteral("low");
  case StockAlertKind::StaleCount:
    return QStringLiteral("stale_count");
  case StockAlertKind::Expiring:
    return QStringLiteral("expiring");
  case StockAlertKind::Dead:
    return QStringLiteral("dead");
  }
  Q_UNREACHABLE();
}

std::optional<StockAlertKind> stockAlertKindNamed(QStringView name)
{
  for (int kind = 0; kind <= int(StockAlertKind::Dead); ++kind)
    if (stockAlertKindName(StockAlertKind(kind)) == name)
      return StockAlertKind(kind);
  return std::nullopt;
}

Result<std::vector<StockAlert>> stockAlerts(Connection& c, Instant now, const StockAlertQuery& query)
{
  QString where = QStringLiteral("a.state <> 'healed'");
  std::vector<SqlValue> values;
  if (!query.snoozedToo) {
    where += QStringLiteral(" AND (a.state <> 'snoozed' OR a.snoozed_until <= ?)");
    values.emplace_back(now);
  }
  if (query.kind) {
    where += QStringLiteral(" AND a.kind = ?");
    values.emplace_back(stockAlertKindName(*query.kind));
  }
  if (!query.sku.isEmpty()) {
    where += QStringLiteral(" AND a.sku = ?");
    values.emplace_back(query.sku);
  }
  values.emplace_back(query.limit > 0 ? qint64(query.limit) : std::numeric_limits<qint64>::max());
  // Chosen first: titles are looked up only for those that are shown.
  const QString order =
      QStringLiteral("coalesce(a.lost_minor, -1) DESC, %1, a.since, a.id").arg(severity(QStringLiteral("a.kind")));
  return c.rows(QStringLiteral("SELECT %1 FROM (SELECT a.* FROM stock_alerts a WHERE %2 ORDER BY %3 LIMIT ?) AS a "
                               "ORDER BY %3")
                    .arg(columns(), where, order),
                values, [now](const Row& row) { return alertOf(row, now); });
}

Result<StockAlertNews> stockAlertNews(Connection& c, Instant since)
{
  SC_TRY_ASSIGN(news,
                c.row(QStringLiteral("SELECT COUNT(DISTINCT sku), MIN(sku), MAX(since) FROM stock_alerts WHERE state "
                                     "<> 'healed' AND state <> 'snoozed' AND since > ? AND kind IN ('oversold', "
                                     "'over_reserved', 'out', 'cover', 'low')"),
                      {since}, [since](const Row& row) {
                        return StockAlertNews{row.integer(0), row.text(1), row.instantIfAny(2).value_or(since)};
                      }));
  return news.value_or(StockAlertNews());
}

std::vector<StockAlertGroup> groupedByCause(const std::vector<StockAlert>& alerts)
{
  std::vector<StockAlertGroup> groups;
  QHash<QString, size_t> places;
  for (const StockAlert& alert : alerts) {
    const QString key = alert.cause == QLatin1String("sold") ? QString::number(alert.id)
                                                             : alert.cause + u'/' + stockAlertKindName(alert.kind);
    if (!places.contains(key)) {
      places.insert(key, groups.size());
      groups.push_back({alert.cause, alert.kind, {}, {}});
    }
    StockAlertGroup& group = groups[places[key]];
    group.alerts.push_back(alert);
    if (alert.lostPerDay)
      group.lostPerDay.add(*alert.lostPerDay);
  }
  return groups;
}

Result<void> snoozeStockAlert(Connection& c, const StockWorker& worker, qint64 id, Instant until, Instant now,
                              ChangeSet& changes)
{
  if (until <= now)
    return fail(ErrorKind::Invalid, QStringLiteral("a snooze ends in the future"), QString::number(id));
  SC_TRY_ASSIGN(done,
                c.run(QStringLiteral("UPDATE stock_alerts SET state = 'snoozed', snoozed_until = ?, changed_at = ?, "
                                     "owner = CASE WHEN owner = '' THEN ? ELSE owner END "
                                     "WHERE id = ? AND state <> 'healed'"),
                      {until, now, worker.name, id}));
  if (done == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no such active alert"), QString::number(id));
  changes.stock = true;
  return {};
}

Result<void> assignStockAlert(Connection& c, const StockWorker& worker, qint64 id, const QString& owner, Instant now,
                              ChangeSet& changes)
{
  SC_TRY_ASSIGN(done, c.run(QStringLiteral("UPDATE stock_alerts SET owner = ?, changed_at = ? WHERE id = ? AND "
                                           "state <> 'healed'"),
                            {owner.isEmpty() ? worker.name : owner, now, id}));
  if (done == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no such active alert"), QString::number(id));
  changes.stock = true;
  return {};
}

} // namespace supercargo
