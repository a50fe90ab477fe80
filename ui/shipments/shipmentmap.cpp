#include "ui/shipments/shipmentmap.h"

#include "core/geo/bundledmap.h"
#include "core/geo/datum.h"
#include "core/store/parcelspots.h"

#include <QtConcurrent>

namespace supercargo {
namespace {

constexpr int kMostParcels = 200'000;

/// Couriers repeat themselves: each wording is read once.
class PlaceMemory {
public:
  PlaceMemory(const Geocoder& geocoder, bool chinese) : m_geocoder(geocoder), m_chinese(chinese) {}

  struct Known {
    int place = -1;
    MapPoint at;
  };
  const Known& placeOf(const ParcelSpot& spot)
  {
    const QString key = spot.place + u'\n' + spot.text;
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
      return *known;
    Known fresh;
    if (const auto found = m_geocoder.locate(spot.place, spot.text).place) {
      // Parcels of one city stand together: its own point and name, not those of each district.
      const auto city = m_geocoder.placeOf(m_geocoder.cityOf(found->code)).value_or(*found);
      int& index = m_index[city.code];
      if (index == 0) {
        m_names.append(m_chinese || city.englishName.isEmpty() ? shortDivisionName(city.name) : city.englishName);
        index = int(m_names.size());
      }
      fresh = {index - 1, toMap(city.point)};
    }
    return *m_known.insert(key, fresh);
  }
  QStringList names() const { return m_names; }

private:
  const Geocoder& m_geocoder;
  bool m_chinese;
  QHash<QString, Known> m_known;
  QHash<QString, int> m_index; ///< code -> index + 1
  QStringList m_names;
};

} // namespace

QFuture<Result<std::shared_ptr<const Geocoder>>> loadGeocoder()
{
  return QtConcurrent::run([]() -> Result<std::shared_ptr<const Geocoder>> {
    SC_TRY_ASSIGN(gazetteer, bundledGazetteer());
    return std::make_shared<const Geocoder>(std::move(gazetteer));
  });
}

QFuture<Result<ShipmentMap>> shipmentMap(Database& db, std::shared_ptr<const Geocoder> geocoder, Instant now,
                                         bool chinese)
{
  return db.read([geocoder = std::move(geocoder), now, chinese](Connection& c) -> Result<ShipmentMap> {
    SC_TRY_ASSIGN(spots, parcelSpots(c, now, kMostParcels));
    PlaceMemory memory(*geocoder, chinese);
    ShipmentMap map;
    std::vector<ClusterPoint> points;
    points.reserve(spots.size());
    for (const ParcelSpot& spot : spots) {
      const auto& known = memory.placeOf(spot);
      if (known.place >= 0)
        points.push_back({spot.id.value(), known.at, known.place, quint8(spot.concern)});
    }
    map.placed = qint64(points.size());
    map.unplaced = qint64(spots.size()) - map.placed;
    map.content = {PointClusters(points), memory.names()};
    return map;
  });
}

std::vector<MapStop> pathOf(const Geocoder& geocoder, const std::vector<TrackingEvent>& events)
{
  std::vector<MapStop> stops;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    std::optional<MapPoint> at;
    const auto datum = datumNamed(event->coordinateSystem);
    if (event->latitude && event->longitude && datum)
      at = toMap(toWgs({*event->longitude, *event->latitude}, *datum));
    else if (const auto found = geocoder.locate(event->place, event->text).place; found && found->confidence >= 0.4)
      at = toMap(found->point);
    if (at && (stops.empty() || stops.back().at != *at))
      stops.push_back({*at, event->text});
  }
  return stops;
}

} // namespace supercargo
