#include "ui/shipments/shipmentmap.h"

#include "core/geo/bundledmap.h"
#include "core/geo/datum.h"
#include "core/store/parcelspots.h"
#include "core/store/placealiases.h"
#include "ui/text/format.h"

#include <QtConcurrent>

#include <map>

namespace supercargo {
namespace {

using namespace std::chrono_literals;

constexpr int kMostParcels = 200'000, kMostSteps = 2'000'000;
constexpr auto kBefore = 24h * 10; ///< a parcel that moved so long ago may still lie where it was
constexpr double kTrusted = 0.4;

/// Couriers repeat themselves: each wording is read once.
class PlaceMemory {
public:
  PlaceMemory(const Geocoder& geocoder, bool chinese) : m_geocoder(geocoder), m_chinese(chinese) {}

  /// Index of the city a text stands for; -1: none.
  int placeOf(const QString& place, const QString& text)
  {
    const QString key = place + u'\n' + text;
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
      return *known;
    const auto found = m_geocoder.locate(place, text).place;
    // Parcels of one city stand together: its own point and name, not those of each district.
    return *m_known.insert(key, found ? indexOf(m_geocoder.cityOf(found->code)) : -1);
  }
  int indexOf(const QString& code)
  {
    const auto known = m_index.constFind(code);
    if (known != m_index.cend())
      return *known;
    const auto city = m_geocoder.placeOf(code);
    if (!city)
      return *m_index.insert(code, -1);
    m_names.append(m_chinese || city->englishName.isEmpty() ? shortDivisionName(city->name) : city->englishName);
    m_points.push_back(toMap(city->point));
    return *m_index.insert(code, int(m_names.size()) - 1);
  }
  const QStringList& names() const { return m_names; }
  const std::vector<MapPoint>& points() const { return m_points; }

private:
  const Geocoder& m_geocoder;
  bool m_chinese;
  QHash<QString, int> m_known, m_index;
  QStringList m_names;
  std::vector<MapPoint> m_points;
};

std::vector<MapFlow> flowsOf(const std::map<std::pair<int, int>, int>& counts, const std::vector<MapPoint>& points)
{
  std::vector<std::pair<std::pair<int, int>, int>> largest(counts.begin(), counts.end());
  std::stable_sort(largest.begin(), largest.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  largest.resize(std::min(largest.size(), kMostFlows));
  std::vector<MapFlow> flows;
  for (const auto& [ends, count] : largest)
    flows.push_back({wayBetween(points[size_t(ends.first)], points[size_t(ends.second)]), count});
  return flows;
}

quint8 kindOf(const ParcelScan& scan)
{
  const bool problem = scan.status == ParcelStatus::Exception || scan.status == ParcelStatus::DeliveryFailed ||
                       scan.status == ParcelStatus::Returning;
  if (problem)
    return quint8(ParcelConcern::Problem);
  return quint8(scan.promisedAt && *scan.promisedAt < scan.at ? ParcelConcern::Late : ParcelConcern::None);
}

} // namespace

QFuture<Result<std::shared_ptr<const Geocoder>>> loadGeocoder(Database& db)
{
  return db.read([](Connection& c) -> Result<std::shared_ptr<const Geocoder>> {
    SC_TRY_ASSIGN(taught, taughtPlaces(c));
    SC_TRY_ASSIGN(gazetteer, bundledGazetteer());
    return std::make_shared<const Geocoder>(std::move(gazetteer), taught);
  });
}

QFuture<Result<ShipmentMap>> shipmentMap(Database& db, std::shared_ptr<const Geocoder> geocoder,
                                         const ShipmentFilter& filter, Instant now, bool chinese)
{
  return db.read([geocoder = std::move(geocoder), filter, now, chinese](Connection& c) -> Result<ShipmentMap> {
    SC_TRY_ASSIGN(spots, parcelSpots(c, filter, now, kMostParcels));
    PlaceMemory memory(*geocoder, chinese);
    ShipmentMap map;
    std::vector<ClusterPoint> points;
    std::map<std::pair<int, int>, int> flows;
    points.reserve(spots.size());
    for (const ParcelSpot& spot : spots) {
      const int place = memory.placeOf(spot.place, spot.text);
      if (place < 0)
        continue;
      points.push_back({spot.id.value(), memory.points()[size_t(place)], place, quint8(spot.concern)});
      const int origin = spot.origin.isEmpty() ? -1 : memory.indexOf(spot.origin);
      if (origin >= 0 && origin != place)
        ++flows[{origin, place}];
    }
    map.placed = qint64(points.size());
    map.unplaced = qint64(spots.size()) - map.placed;
    map.content = {PointClusters(points), memory.names(), flowsOf(flows, memory.points())};
    return map;
  });
}

std::vector<MapStop> pathOf(const Geocoder& geocoder, const std::vector<TrackingEvent>& events, const QTimeZone& zone,
                            const QString& goal)
{
  std::vector<MapStop> stops;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    std::optional<MapPoint> at;
    const auto datum = datumNamed(event->coordinateSystem);
    if (event->latitude && event->longitude && datum)
      at = toMap(toWgs({*event->longitude, *event->latitude}, *datum));
    else if (const auto found = geocoder.locate(event->place, event->text).place;
             found && found->confidence >= kTrusted)
      at = toMap(found->point);
    if (!at)
      continue;
    const QString line = (event->at ? dateTimeText(*event->at, zone) : event->wallClock) + u' ' + event->text;
    if (stops.empty() || stops.back().at != *at)
      stops.push_back({*at, line, false});
    else
      stops.back().tip += u'\n' + line;
  }
  const auto end = goal.isEmpty() ? std::nullopt : geocoder.placeOf(goal);
  if (end && !stops.empty() && distanceKm(toGeo(stops.back().at), end->point) > 30)
    stops.push_back({toMap(end->point), end->name, true});
  return stops;
}

QFuture<Result<std::shared_ptr<const DayReplay>>> dayReplay(Database& db, std::shared_ptr<const Geocoder> geocoder,
                                                            Instant from, Instant before, bool chinese)
{
  return db.read([geocoder = std::move(geocoder), from, before,
                  chinese](Connection& c) -> Result<std::shared_ptr<const DayReplay>> {
    PlaceMemory memory(*geocoder, chinese);
    std::vector<ReplayStep> steps;
    SC_TRY(eachParcelScan(c, from - kBefore, before, kMostSteps, [&](const ParcelScan& scan) {
      const bool ends = scan.status == ParcelStatus::Delivered || scan.status == ParcelStatus::Returned ||
                        scan.status == ParcelStatus::Cancelled;
      steps.push_back(
          {toMs(scan.at), scan.shipment.value(), memory.placeOf(scan.place, scan.text), kindOf(scan), ends});
    }));
    return std::make_shared<const DayReplay>(DayReplay{Replay(std::move(steps), memory.points()), memory.names()});
  });
}

QFuture<Result<MapContent>> replayedMap(std::shared_ptr<const DayReplay> day, Instant moment)
{
  return QtConcurrent::run([day = std::move(day), moment]() -> Result<MapContent> {
    return MapContent{PointClusters(day->replay.at(toMs(moment))), day->places, {}};
  });
}

} // namespace supercargo
