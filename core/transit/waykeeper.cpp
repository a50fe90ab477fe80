#include "core/transit/waykeeper.h"

#include "core/base/deliver.h"
#include "core/geo/bundledmap.h"
#include "core/store/placealiases.h"
#include "core/transit/ways.h"

#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcWays, "supercargo.ways")

namespace {

constexpr int kWaysAtOnce = 400;

/// What reading needs; no geocoder: there is nothing to read.
struct Tools {
  std::shared_ptr<const Geocoder> geocoder;
  PlaceAliases taught;
};

} // namespace

WayKeeper::WayKeeper(Database& database, Clock clock, QTimeZone zone)
    : m_database(database), m_clock(std::move(clock)), m_zone(std::move(zone))
{
  connect(&m_database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.shipments)
      look();
  });
  look(); // what the last run of the program left
}

void WayKeeper::look()
{
  m_again = m_isBusy;
  if (std::exchange(m_isBusy, true))
    return;
  auto tools = m_database.read([geocoder = m_geocoder, known = m_taught](Connection& c) -> Result<Tools> {
    SC_TRY_ASSIGN(waiting, waysAreWaiting(c));
    if (!waiting)
      return Tools{};
    SC_TRY_ASSIGN(taught, taughtPlaces(c));
    if (geocoder && taught == known)
      return Tools{geocoder, known};
    SC_TRY_ASSIGN(gazetteer, bundledGazetteer());
    return Tools{std::make_shared<const Geocoder>(std::move(gazetteer), taught), taught};
  });
  deliver(tools, this, [this](const Result<Tools>& found) {
    if (!found)
      qCWarning(lcWays, "the ways of parcels cannot be read: %s", qPrintable(found.error().detail));
    if (!found || !found->geocoder) {
      settle();
      return;
    }
    m_geocoder = found->geocoder;
    m_taught = found->taught;
    readWays();
  });
}

void WayKeeper::readWays()
{
  auto read = m_database.write([geocoder = m_geocoder, known = m_taught, now = m_clock(),
                                zone = m_zone](Connection& c, ChangeSet& changes) -> Result<int> {
    SC_TRY_ASSIGN(taught, taughtPlaces(c));
    if (taught != known)
      return 0; // somebody has just taught a place: `changed` is on its way
    return refreshWays(c, *geocoder, now, zone, kWaysAtOnce, changes);
  });
  deliver(read, this, [this](const Result<int>& done) {
    if (!done)
      qCWarning(lcWays, "the ways of parcels cannot be kept: %s", qPrintable(done.error().detail));
    if (done && *done == kWaysAtOnce)
      readWays();
    else
      settle();
  });
}

void WayKeeper::settle()
{
  m_isBusy = false;
  if (std::exchange(m_again, false))
    look();
  else
    Q_EMIT settled();
}

} // namespace supercargo
