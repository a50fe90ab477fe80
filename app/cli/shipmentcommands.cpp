#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/store/parcels.h"

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

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, shipmentRows(*connection, limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Courier"),
       QCoreApplication::translate("cli", "Number"), QCoreApplication::translate("cli", "Status"),
       QCoreApplication::translate("cli", "Last event"), QCoreApplication::translate("cli", "Place"),
       QCoreApplication::translate("cli", ">Order")},
      [](const ShipmentRow& row) { return rowJson(row); },
      [&](const ShipmentRow& row) {
        return QStringList{QString::number(row.id.value()),
                           row.courier,
                           row.number,
                           statusText(row.status),
                           timeText(row.lastEventAt, session.zone()),
                           row.place,
                           row.order ? QString::number(row.order->value()) : QString()};
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
  if (session.isJson()) {
    QJsonObject object = rowJson(*row);
    QJsonArray array;
    for (const TrackingEvent& event : events)
      array += rowJson(event);
    // In the list this is how many there are; here the number keeps its place under another name.
    object.insert(QStringLiteral("event_count"), row->eventCount);
    object.insert(QStringLiteral("events"), array);
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
  return Exit::Done;
}

} // namespace

std::vector<Command> shipmentCommands()
{
  return {
      {QStringLiteral("shipments list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the parcels under way and arrived"),
       {limitOption()},
       list},
      {QStringLiteral("shipments show"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "show a parcel with every scan"),
       {},
       show},
  };
}

} // namespace supercargo::cli
