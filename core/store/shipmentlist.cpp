#include "core/store/shipmentlist.h"

namespace supercargo {
namespace {

const QString kLine = QStringLiteral(
    "SELECT s.id, s.account_id, s.order_id, s.courier, s.number, s.raw_status, s.reason, s.place, s.status, "
    "s.shipped_at, s.delivered_at, s.last_event_at, s.event_count, o.number, o.province, "
    "COALESCE(w.promised_at, s.promised_at), w.expected_at, w.expected_by_at, w.promise_basis, w.lane_samples, "
    "w.problem, w.origin, w.destination, w.oddities, w.failed_tries, s.next_check_at, "
    "s.estimated_at");
const QString kTables = QStringLiteral(
    " FROM shipments s LEFT JOIN parcel_ways w ON w.shipment_id = s.id LEFT JOIN orders o ON o.id = s.order_id");

ParcelLine lineOf(const Row& row)
{
  ParcelLine line;
  ShipmentRow& s = line.shipment;
  s.id = row.id<ShipmentId>(0);
  if (!row.isNull(1))
    s.account = row.id<AccountId>(1);
  if (!row.isNull(2))
    s.order = row.id<OrderId>(2);
  s.courier = row.text(3);
  s.number = row.text(4);
  s.rawStatus = row.text(5);
  s.reason = row.text(6);
  s.place = row.text(7);
  s.status = parcelStatusNamed(row.text(8)).value_or(ParcelStatus::Unknown);
  s.shippedAt = row.instantIfAny(9);
  s.deliveredAt = row.instantIfAny(10);
  s.lastEventAt = row.instantIfAny(11);
  s.eventCount = row.integer(12);
  line.orderNumber = row.text(13);
  line.province = row.text(14);
  line.promisedAt = row.instantIfAny(15);
  line.expectedAt = row.instantIfAny(16);
  line.expectedBy = row.instantIfAny(17);
  line.promiseBasis = row.text(18);
  line.laneSamples = row.integer(19);
  line.problem = row.text(20);
  line.origin = row.text(21);
  line.destination = row.text(22);
  line.oddities = row.text(23).split(u' ', Qt::SkipEmptyParts);
  line.failedTries = row.integer(24);
  line.nextCheckAt = row.instantIfAny(25);
  line.estimatedAt = row.instantIfAny(26);
  return line;
}

Result<QStringList> words(Connection& c, const QString& sql)
{
  SC_TRY_ASSIGN(rows, c.rows(sql, {}, [](const Row& row) { return row.text(0); }));
  return QStringList(rows.begin(), rows.end());
}

} // namespace

Result<std::vector<ParcelLine>> parcelLines(Connection& c, const ShipmentFilter& filter, Instant now, int limit,
                                            qint64 below)
{
  ShipmentCondition condition = conditionOf(filter, now);
  QString sql = kLine + kTables + QLatin1String(" WHERE ") + condition.sql;
  if (below > 0) {
    sql += QLatin1String(" AND s.id < ?");
    condition.values.emplace_back(below);
  }
  sql += QLatin1String(" ORDER BY s.id DESC");
  if (limit > 0) {
    sql += QLatin1String(" LIMIT ?");
    condition.values.emplace_back(limit);
  }
  return c.rows(sql, condition.values, lineOf);
}

Result<std::optional<ParcelLine>> parcelLine(Connection& c, ShipmentId id)
{
  return c.row(kLine + kTables + QLatin1String(" WHERE s.id = ?"), {id}, lineOf);
}

Result<std::optional<qint64>> parcelPosition(Connection& c, const ShipmentFilter& filter, Instant now, ShipmentId id)
{
  const ShipmentCondition condition = conditionOf(filter, now);
  const auto count = [&](const char* which) {
    std::vector<SqlValue> values = condition.values;
    values.emplace_back(id);
    return c.number(QLatin1String("SELECT COUNT(*)") + kTables + QLatin1String(" WHERE ") + condition.sql +
                        QLatin1String(" AND s.id ") + QLatin1String(which) + QLatin1String(" ?"),
                    values);
  };
  SC_TRY_ASSIGN(itself, count("="));
  if (itself == 0)
    return std::nullopt;
  SC_TRY_ASSIGN(before, count(">"));
  return before;
}

Result<std::optional<ParcelLine>> parcelLineAt(Connection& c, const ShipmentFilter& filter, Instant now,
                                               qint64 position)
{
  ShipmentCondition condition = conditionOf(filter, now);
  condition.values.emplace_back(position);
  return c.row(kLine + kTables + QLatin1String(" WHERE ") + condition.sql +
                   QLatin1String(" ORDER BY s.id DESC LIMIT 1 OFFSET ?"),
               condition.values, lineOf);
}

Result<qint64> parcelCount(Connection& c, const ShipmentFilter& filter, Instant now, int most)
{
  return parcelCountOfAny(c, {filter}, now, most);
}

Result<qint64> parcelCountOfAny(Connection& c, const std::vector<ShipmentFilter>& filters, Instant now, int most)
{
  QStringList conditions;
  std::vector<SqlValue> values;
  for (const ShipmentFilter& filter : filters) {
    const ShipmentCondition condition = conditionOf(filter, now);
    conditions.append(u'(' + condition.sql + u')');
    values.insert(values.end(), condition.values.begin(), condition.values.end());
  }
  values.emplace_back(most);
  return c.number(QStringLiteral("SELECT COUNT(*) FROM (SELECT s.id%1 WHERE %2 LIMIT ?) counted")
                      .arg(kTables, conditions.join(QLatin1String(" OR "))),
                  values);
}

Result<ParcelChoices> parcelChoices(Connection& c)
{
  ParcelChoices choices;
  SC_TRY_ASSIGN(couriers, words(c, QStringLiteral("SELECT DISTINCT courier FROM shipments WHERE courier <> '' "
                                                  "ORDER BY courier")));
  SC_TRY_ASSIGN(reasons, words(c, QStringLiteral("SELECT DISTINCT reason FROM shipments WHERE reason <> '' AND status "
                                                 "IN ('exception', 'delivery_failed', 'returning', 'returned') "
                                                 "ORDER BY reason")));
  SC_TRY_ASSIGN(provinces,
                words(c, QStringLiteral("SELECT DISTINCT o.province FROM shipments s JOIN orders o ON o.id = "
                                        "s.order_id WHERE o.province <> '' ORDER BY o.province")));
  choices.couriers = couriers;
  choices.reasons = reasons;
  choices.provinces = provinces;
  return choices;
}

} // namespace supercargo
