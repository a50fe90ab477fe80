#include "ui/shipments/shipmentmap.h"

#include "core/domain/parcel.h"
#include "core/geo/bundledmap.h"
#include "core/geo/datum.h"
#include "core/store/placealiases.h"
#include "ui/text/format.h"

#include <QtConcurrent>

#include <map>

namespace supercargo {
namespace {

using namespace std::chrono_literals;

constexpr int kMostParcels = 200'000, kMostSteps = 2'000'000;
constexpr auto kBefore = 24h * 10;            ///< a parcel that moved so long ago may still lie where it was
constexpr double kTrusted = 0.4, kSure = 0.5; ///< below kSure a place only serves where nothing better is known

/// A place as PlaceMemory counts them; -1: none.
struct Whereabouts {
  int place = -1;
  bool vague = false; ///< only the province is known, or the text may well mean something else
};

/// Couriers repeat themselves: each wording is read once.
class PlaceMemory {
public:
  PlaceMemory(const Geocoder& geocoder, bool chinese) : m_geocoder(geocoder), m_chinese(chinese) {}

  /// The city a text stands for.
  Whereabouts placeOf(const QString& place, const QString& text)
  {
    const QString key = place + u'\n' + text;
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
      return *known;
    const auto found = m_geocoder.locate(place, text).place;
    if (!found)
      return *m_known.insert(key, {});
    const bool isProvince = found->level == PlaceLevel::Province && !isCityProvince(found->code);
    // Parcels of one city stand together: its own point and name, not those of each district.
    return *m_known.insert(key, {indexOf(m_geocoder.cityOf(found->code)), isProvince || found->confidence < kSure});
  }
  /// The courier's own coordinates; a place without a name.
  Whereabouts placeAt(const ScanPoint& said)
  {
    const auto datum = datumNamed(said.coordinateSystem);
    if (!datum)
      return {};
    m_names.append(QString());
    m_points.push_back(toMap(toWgs({said.longitude, said.latitude}, *datum)));
    return {int(m_names.size()) - 1, false};
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
  QHash<QString, Whereabouts> m_known;
  QHash<QString, int> m_index;
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

/// Where a text names a province only, or nothing that is known, the courier's coordinates say more.
Whereabouts better(PlaceMemory& memory, Whereabouts read, const std::optional<ScanPoint>& said)
{
  if (!said || (read.place >= 0 && !read.vague))
    return read;
  const Whereabouts exact = memory.placeAt(*said);
  return exact.place >= 0 ? exact : read;
}

ReplayStep stepOf(const ParcelScan& scan, Whereabouts where)
{
  return {toMs(scan.at),
          scan.shipment.value(),
          where.place,
          quint8(scan.status),
          scan.promisedAt ? toMs(*scan.promisedAt) : 0,
          isFinal(scan.status),
          where.vague};
}

quint8 concernAt(const ReplayStep& last, qint64 moment)
{
  const auto promised = last.dueAt > 0 ? std::optional(fromMs(last.dueAt)) : std::nullopt;
  return quint8(parcelConcern(ParcelStatus(last.state), promised, fromMs(last.at), fromMs(moment)));
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
    std::vector<Whereabouts> found;
    std::vector<ShipmentId> unsure;
    for (const ParcelSpot& spot : spots) {
      found.push_back(memory.placeOf(spot.place, spot.text));
      if (found.back().place < 0 || found.back().vague)
        unsure.push_back(spot.id);
    }
    SC_TRY_ASSIGN(said, scanPoints(c, unsure));
    for (size_t i = 0; i < spots.size(); ++i) {
      const ParcelSpot& spot = spots[i];
      const auto point = said.constFind(spot.id.value());
      const Whereabouts where =
          better(memory, found[i], point == said.cend() ? std::nullopt : std::optional<ScanPoint>(*point));
      if (where.place < 0)
        continue;
      points.push_back(
          {spot.id.value(), memory.points()[size_t(where.place)], where.place, quint8(spot.concern), where.vague});
      const int origin = spot.origin.isEmpty() ? -1 : memory.indexOf(spot.origin);
      if (origin >= 0 && origin != where.place)
        ++flows[{origin, where.place}];
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
                                                            const ScanSpan& span, bool chinese)
{
  ScanSpan longer = span;
  longer.from -= kBefore;
  return db.read(
      [geocoder = std::move(geocoder), longer, chinese](Connection& c) -> Result<std::shared_ptr<const DayReplay>> {
        PlaceMemory memory(*geocoder, chinese);
        std::vector<ReplayStep> steps;
        SC_TRY(eachParcelScan(c, longer, kMostSteps, [&](const ParcelScan& scan) {
          steps.push_back(stepOf(scan, better(memory, memory.placeOf(scan.place, scan.text), scan.point)));
        }));
        return std::make_shared<const DayReplay>(
            DayReplay{Replay(std::move(steps), memory.points(), concernAt), memory.names()});
      });
}

QFuture<Result<MapContent>> replayedMap(std::shared_ptr<const DayReplay> day, Instant moment)
{
  return QtConcurrent::run([day = std::move(day), moment]() -> Result<MapContent> {
    return MapContent{PointClusters(day->replay.at(toMs(moment))), day->places, {}};
  });
}

} // namespace supercargo
