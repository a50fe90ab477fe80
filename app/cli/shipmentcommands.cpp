#include "app/cli/parcelcommands.h"
#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/geo/bundledmap.h"
#include "core/store/parcels.h"
#include "core/store/placealiases.h"
#include "core/store/shipmentlist.h"
#include "core/transit/performance.h"
#include "core/transit/ways.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

QJsonObject rowJson(const ShipmentRow& row)
{
  return {{QStringLiteral("id"), row.id.value()},
          {QStringLiteral("account"), jsonOrNull(row.account)},
          {QStringLiteral("order"), jsonOrNull(row.order)},
          {QStringLiteral("courier"), row.courier},
          {QStringLiteral("number"), row.number},
          {QStringLiteral("status"), statusName(row.status)},
          {QStringLiteral("reason"), jsonOrNull(row.reason)},
          {QStringLiteral("raw_status"), row.rawStatus},
          {QStringLiteral("shipped_at"), jsonOrNull(row.shippedAt)},
          {QStringLiteral("delivered_at"), jsonOrNull(row.deliveredAt)},
          {QStringLiteral("last_event_at"), jsonOrNull(row.lastEventAt)},
          {QStringLiteral("place"), jsonOrNull(row.place)},
          {QStringLiteral("events"), row.eventCount}};
}

/// The list's members, and those that are derived from events, promises and the lane's history.
QJsonObject rowJson(const ParcelLine& line)
{
  QJsonObject object = rowJson(line.shipment);
  object.insert(QStringLiteral("province"), jsonOrNull(line.province));
  object.insert(QStringLiteral("promised_at"), jsonOrNull(line.promisedAt));
  object.insert(QStringLiteral("estimated_at"), jsonOrNull(line.estimatedAt));
  object.insert(QStringLiteral("promise_basis"), jsonOrNull(line.promiseBasis));
  object.insert(QStringLiteral("expected_at"), jsonOrNull(line.expectedAt));
  object.insert(QStringLiteral("expected_by"), jsonOrNull(line.expectedBy));
  object.insert(QStringLiteral("lane_samples"), line.laneSamples);
  object.insert(QStringLiteral("origin"), jsonOrNull(line.origin));
  object.insert(QStringLiteral("destination"), jsonOrNull(line.destination));
  object.insert(QStringLiteral("oddities"), QJsonArray::fromStringList(line.oddities));
  return object;
}

QJsonObject rowJson(const TrackingEvent& event)
{
  return {{QStringLiteral("at"), jsonOrNull(event.at)},
          {QStringLiteral("wall_clock"), event.wallClock},
          {QStringLiteral("status"), statusName(event.status)},
          {QStringLiteral("reason"), jsonOrNull(event.reason)},
          {QStringLiteral("text"), event.text},
          {QStringLiteral("place"), jsonOrNull(event.place)},
          {QStringLiteral("lat"), jsonOrNull(event.latitude)},
          {QStringLiteral("lon"), jsonOrNull(event.longitude)},
          {QStringLiteral("coordinate_system"), jsonOrNull(event.coordinateSystem)},
          {QStringLiteral("raw_code"), event.rawCode}};
}

/// What is derived from events is brought up to date before it is asked for.
Outcome<void> refreshDerived(Session& session)
{
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(waiting, waysAreWaiting(*writer));
  if (!waiting)
    return {};
  SC_TRY_ASSIGN(taught, taughtPlaces(*writer));
  SC_TRY_ASSIGN(gazetteer, bundledGazetteer());
  const Geocoder geocoder(gazetteer, taught);
  constexpr int kAtOnce = 1000;
  for (int read = kAtOnce; read == kAtOnce;) {
    ChangeSet changes;
    SC_TRY_ASSIGN(done, writer->transaction([&] {
      return refreshWays(*writer, geocoder, systemNow(), session.zone(), kAtOnce, changes);
    }));
    read = done;
  }
  return {};
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  const auto filter = parseShipmentFilter(session.value(QStringLiteral("--filter")));
  if (!filter)
    return wrongUse(filter.error().detail, QStringLiteral("--filter"));
  if (filter->late || filter->soonLate || filter->odd || !filter->laneFrom.isEmpty())
    SC_TRY(refreshDerived(session));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, parcelLines(*connection, *filter, systemNow(), limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Courier"),
       QCoreApplication::translate("cli", "Number"), QCoreApplication::translate("cli", "Status"),
       QCoreApplication::translate("cli", "Last event"), QCoreApplication::translate("cli", "Place"),
       QCoreApplication::translate("cli", "Promised"), QCoreApplication::translate("cli", ">Order")},
      [](const ParcelLine& line) { return rowJson(line); },
      [&](const ParcelLine& line) {
        const ShipmentRow& row = line.shipment;
        return QStringList{QString::number(row.id.value()),
                           row.courier,
                           row.number,
                           statusText(row.status),
                           timeText(row.lastEventAt, session.zone()),
                           row.place,
                           timeText(line.promisedAt, session.zone()),
                           row.order ? QString::number(row.order->value()) : QString()};
      });
  return Exit::Done;
}

QJsonValue hours(const std::optional<Transit>& took)
{
  return took ? QJsonValue(double(took->count()) / 3'600'000) : QJsonValue::Null;
}

QString percent(const std::optional<double>& rate)
{
  return rate ? QString::number(*rate * 100, 'f', 1) + QStringLiteral(" %") : QStringLiteral("-");
}

Outcome<Exit> lanes(Session& session)
{
  SC_TRY_ASSIGN(opened, session.workspace());
  Q_UNUSED(opened);
  SC_TRY(refreshDerived(session));
  SC_TRY_ASSIGN(connection, session.reader());
  const bool byLane = session.value(QStringLiteral("--by")) == u"lane";
  const QString typed = session.value(QStringLiteral("--days"));
  qint64 days = 30;
  if (!typed.isEmpty()) {
    SC_TRY_ASSIGN(number, session.integer(typed, QStringLiteral("--days")));
    days = number;
  }
  const Instant now = systemNow();
  SC_TRY_ASSIGN(rows, lanePerformance(*connection, now - std::chrono::hours(24 * days), now, now,
                                      byLane ? PerformanceDetail::Lanes : PerformanceDetail::Couriers));
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", "Courier"), QCoreApplication::translate("cli", "From"),
       QCoreApplication::translate("cli", "To"), QCoreApplication::translate("cli", ">Shipped"),
       QCoreApplication::translate("cli", ">Median h"), QCoreApplication::translate("cli", ">90 % h"),
       QCoreApplication::translate("cli", ">On time"), QCoreApplication::translate("cli", ">First try"),
       QCoreApplication::translate("cli", ">Problems")},
      [](const LanePerformance& p) {
        return QJsonObject{{QStringLiteral("courier"), p.lane.courier},
                           {QStringLiteral("origin"), jsonOrNull(p.lane.origin)},
                           {QStringLiteral("destination"), jsonOrNull(p.lane.destination)},
                           {QStringLiteral("shipped"), p.shipped},
                           {QStringLiteral("arrived"), p.arrived},
                           {QStringLiteral("p50_hours"), hours(p.half)},
                           {QStringLiteral("p90_hours"), hours(p.most)},
                           {QStringLiteral("on_time"), jsonOrNull(p.onTimeRate())},
                           {QStringLiteral("first_try"), jsonOrNull(p.firstTryRate())},
                           {QStringLiteral("problems"), jsonOrNull(p.problemRate())}};
      },
      [](const LanePerformance& p) {
        const auto text = [](const std::optional<Transit>& took) {
          return took ? QString::number(double(took->count()) / 3'600'000, 'f', 0) : QStringLiteral("-");
        };
        return QStringList{p.lane.courier,
                           p.lane.origin,
                           p.lane.destination,
                           QString::number(p.shipped),
                           text(p.half),
                           text(p.most),
                           percent(p.onTimeRate()),
                           percent(p.firstTryRate()),
                           percent(p.problemRate())};
      });
  return Exit::Done;
}

Outcome<Exit> promises(Session& session)
{
  if (session.has(QStringLiteral("--set"))) {
    const auto rules = parsePromiseRules(session.value(QStringLiteral("--set")).replace(u';', u'\n'));
    if (!rules)
      return wrongUse(rules.error().subject + QStringLiteral(": ") + rules.error().detail, QStringLiteral("--set"));
    SC_TRY_ASSIGN(writer, session.writer());
    ChangeSet changes;
    SC_TRY(writer->transaction([&] { return savePromiseRules(*writer, *rules, changes); }));
  }
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, promiseRules(*connection));
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", "Courier"), QCoreApplication::translate("cli", "To"),
       QCoreApplication::translate("cli", ">Days")},
      [](const PromiseRule& rule) {
        return QJsonObject{{QStringLiteral("courier"), jsonOrNull(rule.courier)},
                           {QStringLiteral("province"), jsonOrNull(rule.province)},
                           {QStringLiteral("days"), rule.days}};
      },
      [](const PromiseRule& rule) {
        return QStringList{rule.courier, rule.province, QString::number(rule.days)};
      });
  return Exit::Done;
}

Outcome<Exit> show(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<ShipmentId>(0));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(row, shipmentRow(*connection, id));
  if (!row)
    return fail(notFound(QStringLiteral("shipment %1").arg(id.value())));
  SC_TRY_ASSIGN(events, trackingEvents(*connection, id));
  SC_TRY_ASSIGN(steps, parcelSteps(*connection, id));
  if (session.isJson()) {
    QJsonObject object = rowJson(*row);
    QJsonArray array, taken;
    for (const ParcelStep& step : steps)
      taken += stepJson(step);
    for (const TrackingEvent& event : events)
      array += rowJson(event);
    // In the list this is how many there are; here the number keeps its place under another name.
    object.insert(QStringLiteral("event_count"), row->eventCount);
    object.insert(QStringLiteral("events"), array);
    object.insert(QStringLiteral("steps"), taken);
    printJson(object);
    return Exit::Done;
  }
  print(row->courier + u' ' + row->number + QStringLiteral(": ") + statusText(row->status));
  Table table({QCoreApplication::translate("cli", "Time"), QCoreApplication::translate("cli", "Status"),
               QCoreApplication::translate("cli", "Place"), QCoreApplication::translate("cli", "Details")});
  for (const TrackingEvent& event : events)
    table.add({event.at ? timeText(event.at, session.zone()) : event.wallClock, statusText(event.status), event.place,
               event.text});
  table.print();
  for (const ParcelStep& step : steps)
    print(timeText(step.takenAt, session.zone()) + QStringLiteral("  ") + parcelStepName(step.kind) +
          (step.amount ? QStringLiteral("  ") + moneyText(*step.amount) : QString()) + QStringLiteral("  ") +
          step.text);
  return Exit::Done;
}

} // namespace

std::vector<Command> shipmentCommands()
{
  std::vector<Command> commands{
      {QStringLiteral("shipments list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the parcels under way and arrived"),
       {{QStringLiteral("--filter"), QStringLiteral("TEXT"),
         QCoreApplication::translate("cli", "as in the window: late soon stuck:48 courier:sf to:浙江省")},
        limitOption()},
       list},
      {QStringLiteral("shipments lanes"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "how couriers do: time on the way, on time, first try, problems"),
       {{QStringLiteral("--by"), QStringLiteral("courier|lane"),
         QCoreApplication::translate("cli", "a row for each courier, or for each lane")},
        {QStringLiteral("--days"), QStringLiteral("N"),
         QCoreApplication::translate("cli", "picked up so many days ago at most")}},
       lanes},
      {QStringLiteral("shipments promises"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list or set in how many days buyers are promised their parcel"),
       {{QStringLiteral("--set"), QStringLiteral("RULES"),
         QCoreApplication::translate("cli", "all rules, as \"sf 浙江 2; * 新疆 7; * * 4\"")}},
       promises},
      {QStringLiteral("shipments show"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "show a parcel with every scan"),
       {},
       show},
  };
  std::ranges::move(parcelCommands(), std::back_inserter(commands));
  return commands;
}

} // namespace supercargo::cli
