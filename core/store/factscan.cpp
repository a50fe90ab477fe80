#include "core/store/factscan.h"

#include "core/store/cubeparts.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

Fact gatewayFact(const Row& row, const DayCut& cut)
{
  Fact fact;
  fact.id = row.integer(0);
  const QString status = row.text(4);
  const QString reason = row.text(11);
  fact.dims = {row.text(1), row.text(2), row.text(3), status};
  fact.at = row.isNull(9) ? placedAtOf(row.id<OrderId>(10)) : row.instant(9);
  fact.day = fact.origin = cut.dayOf(fact.at);
  fact.label = row.text(5);
  fact.detail = status;
  const bool succeeded = broughtMoney(status), failed = hasFailed(status);
  if (failed)
    fact.dims[4] = reason.isEmpty() ? QStringLiteral("untold") : reason;
  const bool feeKnown = succeeded && !row.isNull(7);
  fact.measures = {1,
                   succeeded ? 1 : 0,
                   failed ? 1 : 0,
                   succeeded ? row.integer(6) : 0,
                   feeKnown ? row.integer(7) : 0,
                   feeKnown ? 1 : 0,
                   feeKnown ? row.integer(6) : 0,
                   row.isNull(8) ? 0 : row.integer(8),
                   failed ? row.integer(6) : 0};
  return fact;
}

Fact parcelFact(const Row& row, const DayCut& cut)
{
  Fact fact;
  fact.id = row.integer(0);
  const QString status = row.text(3), reason = row.text(9);
  const std::optional<Instant> shipped = row.instantIfAny(4), delivered = row.instantIfAny(5),
                               promised = row.instantIfAny(6);
  fact.at = shipped.value_or(row.instant(7));
  fact.day = fact.origin = cut.dayOf(fact.at);
  fact.dims = {row.text(1), row.text(2), status};
  fact.label = row.text(8);
  fact.detail = row.text(2);
  const bool arrived = status == QLatin1String("delivered");
  const bool failedOnce = row.integer(10) > 0, hadException = row.integer(11) > 0;
  const bool measured = arrived && shipped && delivered && *delivered >= *shipped;
  qint64 hours = 0;
  if (measured) {
    hours = std::chrono::floor<std::chrono::hours>(*delivered - *shipped).count();
    fact.dims[3] = QString::number(hours);
  }
  const bool due = arrived && delivered && promised;
  const bool lost = reason.contains(QLatin1String("lost")) || reason.contains(QLatin1String("damage"));
  fact.measures = {1,
                   arrived ? 1 : 0,
                   hadException || failedOnce || status == QLatin1String("exception") ? 1 : 0,
                   arrived || failedOnce ? 1 : 0,
                   arrived && !failedOnce ? 1 : 0,
                   due ? 1 : 0,
                   due && *delivered <= *promised ? 1 : 0,
                   hours,
                   measured ? 1 : 0,
                   lost ? 1 : 0};
  return fact;
}

using Ends = std::optional<std::pair<Instant, Instant>>;

/// Least and greatest value of a column. Two questions: SQLite finds one of them by an index, both at once by reading
/// it all.
QString endsOf(const char* column, const char* rows)
{
  return QStringLiteral("SELECT (SELECT MIN(%1) FROM %2), (SELECT MAX(%1) FROM %2)")
      .arg(QLatin1String(column), QLatin1String(rows));
}

/// Reads the first and last key of orders as the moments they were placed.
auto orderEnds(Ends& ends)
{
  return [&ends](const Row& row) {
    if (row.isNull(0))
      return;
    const Instant first = placedAtOf(row.id<OrderId>(0)), last = placedAtOf(row.id<OrderId>(1));
    ends = ends ? std::pair(std::min(ends->first, first), std::max(ends->second, last)) : std::pair(first, last);
  };
}

} // namespace

bool broughtMoney(const QString& status)
{
  return status == QLatin1String("PAID") || status == QLatin1String("PARTIALLY_REFUNDED") ||
         status == QLatin1String("REFUNDED");
}

bool hasFailed(const QString& status)
{
  return status == QLatin1String("FAILED") || status == QLatin1String("CLOSED");
}

std::vector<qint64> sharesOf(qint64 total, std::vector<qint64> weights)
{
  std::vector<qint64> shares(weights.size(), 0);
  qint64 sum = 0;
  for (const qint64 weight : weights)
    sum += weight;
  while (sum >= (1LL << 31)) { // so that no product below leaves 64 bits
    sum = 0;
    for (qint64& weight : weights)
      sum += weight >>= 1;
  }
  if (sum == 0) {
    shares.front() = total;
    return shares;
  }
  qint64 upTo = 0, given = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    upTo += weights[i];
    const qint64 until = total / sum * upTo + total % sum * upTo / sum;
    shares[i] = until - given;
    given = until;
  }
  return shares;
}

Result<void> scanGatewayFacts(const FactScan& scan)
{
  const QString columns =
      QStringLiteral("SELECT id, account_id, currency, method, status, external_id, amount_minor, "
                     "fee_minor, refunded_minor, paid_at, order_id, decline_reason FROM payments WHERE ");
  const Instant from = scan.cut.startOf(scan.from), before = scan.cut.startOf(scan.before);
  const auto tell = [&](const Row& row) { scan.sink(FactKind::Gateway, gatewayFact(row, scan.cut)); };
  SC_TRY(scan.connection.each(columns + QLatin1String("paid_at >= ? AND paid_at < ? ORDER BY paid_at, id"),
                              {from, before}, tell));
  // An attempt that failed has no time of its own; its order's counts.
  return scan.connection.each(
      columns + QLatin1String("paid_at IS NULL AND order_id >= ? AND order_id < ? ORDER BY order_id, id"),
      {firstOrderKeyAt(from), firstOrderKeyAt(before)}, tell);
}

Result<void> scanParcelFacts(const FactScan& scan)
{
  const QString columns = QStringLiteral(
      "SELECT s.id, COALESCE(o.account_id, 0), s.courier, s.status, s.shipped_at, s.delivered_at, s.promised_at, "
      "s.created_at, s.number, s.reason, (SELECT COUNT(*) FROM tracking_events e WHERE e.shipment_id = s.id AND "
      "e.status = 'delivery_failed'), (SELECT COUNT(*) FROM tracking_events e WHERE e.shipment_id = s.id AND e.status "
      "= 'exception') FROM shipments s LEFT JOIN orders o ON o.id = s.order_id WHERE ");
  const Instant from = scan.cut.startOf(scan.from), before = scan.cut.startOf(scan.before);
  const auto tell = [&](const Row& row) { scan.sink(FactKind::Parcel, parcelFact(row, scan.cut)); };
  SC_TRY(scan.connection.each(columns + QLatin1String("s.shipped_at >= ? AND s.shipped_at < ? ORDER BY s.shipped_at, "
                                                      "s.id"),
                              {from, before}, tell));
  return scan.connection.each(columns + QLatin1String("s.shipped_at IS NULL AND s.created_at >= ? AND s.created_at < ? "
                                                      "ORDER BY s.created_at, s.id"),
                              {from, before}, tell);
}

Result<std::optional<std::pair<qint64, qint64>>> sourceSpan(Connection& c, FactSource source, const DayCut& cut)
{
  std::optional<std::pair<Instant, Instant>> ends;
  const auto extend = [&](const Row& row) {
    if (row.isNull(0))
      return;
    const Instant first = row.instant(0), last = row.instant(1);
    ends = ends ? std::pair(std::min(ends->first, first), std::max(ends->second, last)) : std::pair(first, last);
  };
  switch (source) {
  case FactSource::Orders:
    SC_TRY(c.each(endsOf("id", "orders"), {}, orderEnds(ends)));
    break;
  case FactSource::Payments:
    SC_TRY(c.each(endsOf("paid_at", "payments"), {}, extend));
    SC_TRY(c.each(endsOf("order_id", "payments WHERE paid_at IS NULL"), {}, orderEnds(ends)));
    break;
  case FactSource::Parcels:
    SC_TRY(c.each(endsOf("shipped_at", "shipments"), {}, extend));
    SC_TRY(c.each(endsOf("created_at", "shipments WHERE shipped_at IS NULL"), {}, extend));
    break;
  }
  if (!ends)
    return std::nullopt;
  return std::pair(cut.dayOf(ends->first), cut.dayOf(ends->second));
}

} // namespace supercargo
