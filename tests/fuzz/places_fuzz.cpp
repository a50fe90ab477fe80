/// Any text of a courier is placed, found ambiguous or not found, and never crashes the reader; what is found stands on
/// the earth and is found again by its code. An input: the place's own field, a line end, the event's text.
#include "core/geo/bundledmap.h"
#include "core/geo/datum.h"
#include "core/geo/geocoder.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

const Geocoder& geocoder()
{
  static const Geocoder kGeocoder = [] {
    const auto gazetteer = bundledGazetteer();
    if (!gazetteer)
      qFatal("%s", qPrintable(gazetteer.error().detail));
    return Geocoder(*gazetteer, {{QStringLiteral("东门驿站"), QStringLiteral("440300")}});
  }();
  return kGeocoder;
}

void demandPlace(const FoundPlace& place)
{
  demand(std::abs(place.point.latitude) <= 90 && std::abs(place.point.longitude) <= 180, "a place beside the earth");
  demand(place.code.isEmpty() || geocoder().placeOf(place.code).has_value(), "a place that its code does not name");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QString all = QString::fromUtf8(bytesOf(data, size));
  const QString place = all.section(u'\n', 0, 0), text = all.section(u'\n', 1);
  for (const PlaceAnswer& answer : {geocoder().locate(place, text), geocoder().locate(all)})
    if (answer.place)
      demandPlace(*answer.place);
  for (const FoundPlace& named : geocoder().placesNamed(place.left(12), 5))
    demandPlace(named);
  (void)geocoder().cityOf(place);
  return 0;
}
