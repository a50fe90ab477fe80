#include "core/transit/parcelway.h"

namespace supercargo {
namespace {

constexpr double kTrusted = 0.4; ///< below this a place is a guess

bool isScan(const TrackingEvent& event)
{
  return event.status != ParcelStatus::Unknown && event.status != ParcelStatus::Pending &&
         event.status != ParcelStatus::InfoReceived && event.status != ParcelStatus::Cancelled &&
         event.status != ParcelStatus::Expired;
}

/// "2026-03-05T08:12:44" without Z or offset.
bool lacksZone(const TrackingEvent& event)
{
  if (event.wallClock.size() < 11)
    return false;
  const QStringView clock = QStringView(event.wallClock).sliced(10);
  return !clock.endsWith(u'Z') && !clock.contains(u'+') && !clock.contains(u'-');
}

QString cityIn(const Geocoder& geocoder, const TrackingEvent& event)
{
  const auto found = geocoder.locate(event.place, event.text).place;
  return found && found->confidence >= kTrusted ? geocoder.cityOf(found->code) : QString();
}

void noteOdd(ParcelWay& way, const QString& what)
{
  if (!way.oddities.contains(what))
    way.oddities.append(what);
}

/// One event, in the order of time.
void follow(ParcelWay& way, const TrackingEvent& event, ParcelStatus before)
{
  if (isScan(event) && event.at && !way.pickedAt)
    way.pickedAt = event.at;
  if (!event.at)
    noteOdd(way, QStringLiteral("time_missing"));
  else if (lacksZone(event))
    noteOdd(way, QStringLiteral("time_without_zone"));
  const bool wentBack = event.status == ParcelStatus::Returning || event.status == ParcelStatus::Returned;
  if (way.arrivedAt && isScan(event) && event.status != ParcelStatus::Delivered && !wentBack)
    noteOdd(way, QStringLiteral("moved_after_delivery"));
  if (event.status == ParcelStatus::Delivered && !way.arrivedAt) {
    way.arrivedAt = event.at;
    ++way.tries;
  }
  if (event.status == ParcelStatus::DeliveryFailed && before != ParcelStatus::DeliveryFailed) {
    ++way.tries;
    ++way.failedTries;
  }
  if (way.problem.isEmpty() && (event.status == ParcelStatus::Exception || wentBack))
    way.problem = event.reason.isEmpty() ? statusName(event.status) : event.reason;
}

} // namespace

ParcelWay parcelWay(const Geocoder& geocoder, const std::vector<TrackingEvent>& events, const ParcelGoal& goal)
{
  ParcelWay way;
  ParcelStatus before = ParcelStatus::Unknown;
  QString last;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    follow(way, *event, before);
    if (event->status != ParcelStatus::Unknown)
      before = event->status;
    if (const QString city = cityIn(geocoder, *event); !city.isEmpty()) {
      if (way.origin.isEmpty())
        way.origin = city;
      last = city;
    }
  }
  if (!events.empty() && last.isEmpty())
    noteOdd(way, QStringLiteral("unknown_place"));
  const auto meant = geocoder.locate(goal.province + goal.city).place;
  if (meant)
    way.destination = geocoder.cityOf(meant->code);
  else if (way.arrivedAt)
    way.destination = last;
  return way;
}

QString laneEnd(const QString& code)
{
  if (code.size() < 2)
    return {};
  return code[0].isDigit() ? code.left(2) + QLatin1String("0000") : code.left(2);
}

} // namespace supercargo
