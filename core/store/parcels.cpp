#include "core/store/parcels.h"

#include "core/db/ids.h"
#include "core/domain/parcel.h"
#include "core/store/erasures.h"
#include "core/store/orderflow.h"
#include "core/store/texthash.h"
#include "core/store/workspace.h"

namespace supercargo {
namespace {

using namespace std::chrono_literals;

const QString kShipmentColumns = QStringLiteral(
    "id, account_id, order_id, courier, number, raw_status, reason, place, status, shipped_at, delivered_at, "
    "last_event_at, event_count");

/// Kuaidi100 locks a number that is asked for more often, and no other courier has news sooner.
constexpr std::chrono::minutes kLeastWait{30};

/// How often a parcel is looked at, by what it does and how old it is; nullopt: never again.
std::optional<std::chrono::milliseconds> pollInterval(ParcelStatus status, Instant since, Instant lastNews, Instant now)
{
  if (isFinal(status) || now - lastNews > kTrackedFor)
    return std::nullopt;
  if (status == ParcelStatus::OutForDelivery || now - since < 24h)
    return kLeastWait;
  return now - since < 24h * 7 ? 2h : 6h;
}

Result<qint64> pace(Connection& c)
{
  SC_TRY_ASSIGN(simulated, c.number(QStringLiteral("SELECT simulated FROM workspace WHERE id = 1")));
  return simulated != 0 ? kSimulatedPace : 1;
}

/// A shipment as far as writing needs it.
struct StoredShipment {
  ShipmentId id;
  std::optional<OrderId> order;
  QString courier;
  ParcelStatus status = ParcelStatus::Unknown;
  std::optional<Instant> shippedAt, lastEventAt;
  Instant createdAt{};
  qint64 hash = 0;
};

Result<std::optional<StoredShipment>> findShipment(Connection& c, const QString& number)
{
  return c.row(
      QStringLiteral("SELECT id, order_id, courier, status, shipped_at, last_event_at, created_at, content_hash "
                     "FROM shipments WHERE number = ?"),
      {number}, [](const Row& row) {
        StoredShipment s;
        s.id = row.id<ShipmentId>(0);
        if (!row.isNull(1))
          s.order = row.id<OrderId>(1);
        s.courier = row.text(2);
        s.status = parcelStatusNamed(row.text(3)).value_or(ParcelStatus::Unknown);
        s.shippedAt = row.instantIfAny(4);
        s.lastEventAt = row.instantIfAny(5);
        s.createdAt = row.instant(6);
        s.hash = row.integer(7);
        return s;
      });
}

QString textOf(const std::optional<Instant>& at)
{
  return at ? QString::number(toMs(*at)) : QString();
}
QString textOf(const std::optional<double>& value)
{
  return value ? QString::number(*value, 'g', 17) : QString();
}

qint64 hashOf(const TrackingSnapshot& parcel)
{
  QStringList parts{parcel.courier, parcel.rawStatus,           statusName(parcel.status),
                    parcel.reason,  textOf(parcel.deliveredAt), textOf(parcel.estimatedAt)};
  for (const TrackingEvent& e : parcel.events)
    parts << textOf(e.at) << e.wallClock << statusName(e.status) << e.reason << e.text << e.place << e.rawCode
          << textOf(e.latitude) << textOf(e.longitude) << e.coordinateSystem;
  return textHash(parts);
}

std::optional<Instant> newest(const TrackingSnapshot& parcel)
{
  std::optional<Instant> latest;
  for (const TrackingEvent& event : parcel.events)
    if (event.at && (!latest || *event.at > *latest))
      latest = event.at;
  return latest;
}

/// When the courier took it: the first scan that is more than an announcement.
std::optional<Instant> firstScan(const TrackingSnapshot& parcel)
{
  for (auto event = parcel.events.rbegin(); event != parcel.events.rend(); ++event)
    if (event->at && event->status != ParcelStatus::Pending && event->status != ParcelStatus::InfoReceived &&
        event->status != ParcelStatus::Unknown)
      return event->at;
  return std::nullopt;
}

std::optional<Instant> deliveredAt(const TrackingSnapshot& parcel)
{
  if (parcel.deliveredAt || parcel.status != ParcelStatus::Delivered)
    return parcel.deliveredAt;
  for (const TrackingEvent& event : parcel.events)
    if (event.status == ParcelStatus::Delivered)
      return event.at;
  return std::nullopt;
}

QString lastPlace(const TrackingSnapshot& parcel)
{
  for (const TrackingEvent& event : parcel.events)
    if (!event.place.isEmpty())
      return event.place;
  return {};
}

Result<void> replaceEvents(Connection& c, const StoredShipment& before, const std::vector<TrackingEvent>& events)
{
  if (before.hash != 0) // something was told of it before
    SC_TRY(c.run(QStringLiteral("DELETE FROM tracking_events WHERE shipment_id = ?"), {before.id}));
  std::vector<SqlValue> values;
  auto seq = qint64(events.size());
  for (const TrackingEvent& e : events)
    values.insert(values.end(), {before.id, --seq, e.at, e.wallClock, statusName(e.status), e.reason, e.text, e.place,
                                 e.rawCode, e.latitude, e.longitude, e.coordinateSystem});
  SC_TRY(c.insertMany(
      QStringLiteral("INSERT INTO tracking_events (shipment_id, seq, at, wall_clock, status, reason, text, "
                     "place, raw_code, latitude, longitude, coordinate_system) VALUES"),
      12, values));
  return {};
}

Result<StoredShipment> insertShipment(Connection& c, const Origin& origin, const TrackingSnapshot& parcel)
{
  StoredShipment fresh;
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("shipments")));
  fresh.id = ShipmentId(id);
  fresh.courier = parcel.courier;
  fresh.createdAt = origin.now;
  SC_TRY(
      c.run(QStringLiteral("INSERT INTO shipments (id, courier, number, status, reason, raw_status, place, phone_tail, "
                           "event_count, content_hash, created_at) VALUES (?, ?, ?, ?, '', '', '', '', 0, 0, ?)"),
            {id, parcel.courier, parcel.number, statusName(ParcelStatus::Unknown), origin.now}));
  return fresh;
}

Result<void> storeTracking(Connection& c, const Origin& origin, const StoredShipment& before,
                           const TrackingSnapshot& parcel, qint64 hash)
{
  SC_TRY_ASSIGN(speed, pace(c));
  const auto lastEventAt = newest(parcel);
  const auto shippedAt = before.shippedAt ? before.shippedAt : firstScan(parcel);
  const auto wait = pollInterval(parcel.status, shippedAt.value_or(before.createdAt),
                                 lastEventAt.value_or(before.createdAt), origin.now);
  SC_TRY(
      c.run(QStringLiteral("UPDATE shipments SET account_id = ?, courier = ?, status = ?, reason = ?, raw_status = ?, "
                           "place = ?, shipped_at = ?, delivered_at = ?, estimated_at = ?, promised_at = "
                           "COALESCE(promised_at, ?), last_event_at = ?, event_count = ?, content_hash = ?, "
                           "next_check_at = ? WHERE id = ?"),
            {origin.account, before.courier.isEmpty() ? parcel.courier : before.courier, statusName(parcel.status),
             parcel.reason, parcel.rawStatus, lastPlace(parcel), shippedAt, deliveredAt(parcel), parcel.estimatedAt,
             parcel.estimatedAt, lastEventAt, qint64(parcel.events.size()), hash,
             wait ? SqlValue(origin.now + *wait / speed) : SqlValue(std::nullopt), before.id}));
  return replaceEvents(c, before, parcel.events);
}

ShipmentRow shipmentOf(const Row& row)
{
  ShipmentRow s;
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
  return s;
}

/// "courier:number:phone4" or the bare number.
QString numberIn(const QString& id)
{
  return id.contains(u':') ? id.section(u':', 1, 1) : id;
}

/// Of all senders; empty: they have several, and one of another shop would be wrong.
Result<QString> onlySenderTail(Connection& c)
{
  QSet<QString> tails;
  SC_TRY(c.each(QStringLiteral("SELECT phone FROM senders"), {},
                [&](const Row& row) { tails.insert(phoneTail(row.text(0))); }));
  return tails.size() == 1 ? *tails.cbegin() : QString();
}

} // namespace

QString phoneTail(const QString& phone)
{
  const QString tail = phone.right(4);
  return tail.size() == 4 && std::ranges::all_of(tail, [](QChar c) { return c.isDigit(); }) ? tail : QString();
}

Result<UpsertCount> upsertTracking(Connection& c, const Origin& origin, const std::vector<TrackingSnapshot>& parcels,
                                   ChangeSet& changes)
{
  UpsertCount count;
  for (const TrackingSnapshot& told : parcels) {
    SC_TRY_ASSIGN(found, findShipment(c, told.number));
    SC_TRY_ASSIGN(erased, found && found->order ? isErased(c, *found->order) : Result<bool>(false));
    const TrackingSnapshot parcel = erased ? withoutRecipient(told) : told;
    const qint64 hash = hashOf(parcel);
    // A courier that knows nothing (any more, or yet) takes nothing back of what is known.
    const bool saysNothing = parcel.events.empty() && parcel.status == ParcelStatus::Pending;
    if (found && (found->hash == hash || (saysNothing && found->lastEventAt))) {
      ++count.unchanged;
      continue;
    }
    StoredShipment before;
    if (found) {
      before = *found;
      ++count.changed;
    } else {
      SC_TRY_ASSIGN(fresh, insertShipment(c, origin, parcel));
      before = fresh;
      ++count.inserted;
    }
    SC_TRY(storeTracking(c, origin, before, parcel, hash));
    changes.shipments = true;
    if (before.order)
      SC_TRY(noteOrderParcel(c, origin, *before.order, parcel, before.status, changes));
    SC_TRY(noteSharedParcel(c, origin, before.id, parcel, before.status, changes));
  }
  return count;
}

Result<std::vector<ShipmentRow>> shipmentRows(Connection& c, int limit, qint64 after)
{
  const QString sql = QStringLiteral("SELECT %1 FROM shipments WHERE id < ? ORDER BY id DESC").arg(kShipmentColumns);
  const qint64 below = after > 0 ? after : std::numeric_limits<qint64>::max();
  return limit > 0 ? c.rows(sql + QLatin1String(" LIMIT ?"), {below, limit}, shipmentOf)
                   : c.rows(sql, {below}, shipmentOf);
}

Result<std::optional<ShipmentRow>> shipmentRow(Connection& c, ShipmentId id)
{
  return c.row(QStringLiteral("SELECT %1 FROM shipments WHERE id = ?").arg(kShipmentColumns), {id}, shipmentOf);
}

Result<std::vector<TrackingEvent>> trackingEvents(Connection& c, ShipmentId id)
{
  return c.rows(QStringLiteral("SELECT at, wall_clock, status, reason, text, place, raw_code, latitude, longitude, "
                               "coordinate_system FROM tracking_events WHERE shipment_id = ? ORDER BY seq DESC"),
                {id}, [](const Row& row) {
                  TrackingEvent e;
                  e.at = row.instantIfAny(0);
                  e.wallClock = row.text(1);
                  e.status = parcelStatusNamed(row.text(2)).value_or(ParcelStatus::Unknown);
                  e.reason = row.text(3);
                  e.text = row.text(4);
                  e.place = row.text(5);
                  e.rawCode = row.text(6);
                  if (!row.isNull(7) && !row.isNull(8)) {
                    e.latitude = row.real(7);
                    e.longitude = row.real(8);
                  }
                  e.coordinateSystem = row.text(9);
                  return e;
                });
}

Result<QStringList> parcelsToTrack(Connection& c, AccountId account, const QStringList& couriers, Instant now,
                                   TrackingTurn turn, const QHash<AccountId, QString>& senders)
{
  QString sql = QStringLiteral("SELECT courier, number, phone_tail, (SELECT o.account_id FROM orders o WHERE o.id = "
                               "shipments.order_id) FROM shipments WHERE next_check_at <= ? AND (account_id IS NULL OR "
                               "account_id = ?)");
  std::vector<SqlValue> values{now, account};
  if (!couriers.isEmpty()) {
    sql += QStringLiteral(" AND courier IN (?%1)").arg(QStringLiteral(", ?").repeated(couriers.size() - 1));
    for (const QString& courier : couriers)
      values.emplace_back(courier);
  } else {
    // An aggregator is paid by the question: parcels whose courier is connected itself are left to it.
    sql += QLatin1String(" AND courier NOT IN (SELECT provider FROM accounts WHERE removed_at IS NULL AND "
                         "state = 'ok' AND id <> ?)");
    values.emplace_back(account);
  }
  // Couriers take the last digits of either end's telephone; shops hide the buyer's.
  SC_TRY_ASSIGN(own, onlySenderTail(c));
  const auto tailOf = [&](const Row& row) {
    const QString told = row.text(2);
    if (!told.isEmpty())
      return told;
    return row.isNull(3) ? own : senders.value(row.id<AccountId>(3), own);
  };
  QStringList ids;
  const auto add = [&](const char* which, int limit) -> Result<void> {
    std::vector<SqlValue> limited = values;
    limited.emplace_back(limit);
    SC_TRY_ASSIGN(found, c.rows(sql + QLatin1String(which) + QLatin1String(" LIMIT ?"), limited, [&](const Row& row) {
      return QStringList{row.text(0), row.text(1), tailOf(row)}.join(u':');
    }));
    ids.append(QStringList(found.begin(), found.end()));
    return {};
  };
  SC_TRY(add(" AND content_hash = 0 ORDER BY COALESCE(shipped_at, created_at) DESC, id DESC", turn.unread));
  SC_TRY(add(" AND content_hash <> 0 ORDER BY next_check_at, id", turn.again));
  return ids;
}

Result<void> noteTracked(Connection& c, const QStringList& numbers, AccountId account, Instant now)
{
  SC_TRY_ASSIGN(speed, pace(c));
  for (const QString& id : numbers) {
    const QString number = numberIn(id);
    SC_TRY_ASSIGN(found, findShipment(c, number));
    if (!found)
      continue;
    const auto wait = pollInterval(found->status, found->shippedAt.value_or(found->createdAt),
                                   found->lastEventAt.value_or(found->createdAt), now);
    SC_TRY(c.run(QStringLiteral("UPDATE shipments SET next_check_at = ? WHERE number = ? AND "
                                "(account_id IS NULL OR account_id = ?)"),
                 {wait ? SqlValue(now + *wait / speed) : SqlValue(std::nullopt), number, account}));
  }
  return {};
}

} // namespace supercargo
