#include "tests/vectors/logistics_support.h"

#include "tests/vectors/cases.h"

#include <QJsonDocument>

namespace supercargo::vectors {
namespace {

QJsonValue number(const std::optional<double>& value)
{
  return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject eventJson(const TrackingEvent& event)
{
  return {{QStringLiteral("time"), text(event.wallClock)},
          {QStringLiteral("time_utc"), event.at ? QJsonValue(toIso(*event.at)) : QJsonValue(QJsonValue::Null)},
          {QStringLiteral("status"), statusName(event.status)},
          {QStringLiteral("reason"), text(event.reason)},
          {QStringLiteral("text"), event.text},
          {QStringLiteral("location"), text(event.place)},
          {QStringLiteral("lat"), number(event.latitude)},
          {QStringLiteral("lon"), number(event.longitude)},
          {QStringLiteral("coord_sys"), text(event.coordinateSystem)},
          {QStringLiteral("raw_code"), text(event.rawCode)}};
}

/// The delivery as the courier told it, with its own offset.
QString deliveryWallClock(const TrackingSnapshot& parcel)
{
  for (const TrackingEvent& event : parcel.events)
    if (event.at == parcel.deliveredAt && event.status == ParcelStatus::Delivered)
      return event.wallClock;
  return china(*parcel.deliveredAt);
}

} // namespace

QJsonValue text(const QString& value)
{
  return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}
QString china(Instant at)
{
  return toIso(at + kChinaOffset).chopped(1) + QStringLiteral("+08:00");
}

QJsonArray shipmentsJson(const std::vector<TrackingSnapshot>& parcels)
{
  QJsonArray list;
  for (const TrackingSnapshot& parcel : parcels) {
    QJsonArray events;
    for (const TrackingEvent& event : parcel.events)
      events.append(eventJson(event));
    list.append(QJsonObject{{QStringLiteral("tracking_number"), parcel.number},
                            {QStringLiteral("status"), statusName(parcel.status)},
                            {QStringLiteral("reason"), text(parcel.reason)},
                            {QStringLiteral("delivered_at"),
                             parcel.deliveredAt ? QJsonValue(deliveryWallClock(parcel)) : QJsonValue(QJsonValue::Null)},
                            {QStringLiteral("events"), events}});
  }
  return list;
}

void compare(const Report& report, const QString& id, const QJsonObject& expected, const QJsonObject& got)
{
  for (auto it = expected.begin(); it != expected.end(); ++it)
    if (got.value(it.key()) != it.value()) {
      report.failed(
          id, QStringLiteral("%1: got %2, wanted %3")
                  .arg(it.key(),
                       QString::fromUtf8(QJsonDocument(QJsonArray{got.value(it.key())}).toJson(QJsonDocument::Compact)),
                       QString::fromUtf8(QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact))));
      return;
    }
  report.ok(id);
}

HttpResponse responseOf(const QJsonObject& object)
{
  HttpResponse response;
  response.status = object[QLatin1String("http_status")].toInt(200);
  response.body = object[QLatin1String("body_text")].toString().toUtf8();
  return response;
}

QJsonObject verdictJson(const CourierVerdict& verdict)
{
  return {{QStringLiteral("kind"), verdict.kind}, {QStringLiteral("retry"), verdict.retry}};
}

void forEachOf(const QString& provider, const QJsonObject& file, const char* list,
               const std::function<void(const QString& id, const QJsonObject& item)>& check)
{
  forEachCase(file, list, [&](const QString& name, const QJsonObject& item) {
    if (item[QLatin1String("provider")].toString() == provider)
      check(name, item);
  });
}

} // namespace supercargo::vectors
