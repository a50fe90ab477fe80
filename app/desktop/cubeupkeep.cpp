#include "app/desktop/cubeupkeep.h"

#include "core/base/deliver.h"
#include "core/store/daycubes.h"

#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcCubes, "supercargo.cubes")

using namespace std::chrono_literals;

namespace {
constexpr int kDaysAtOnce = 2;
} // namespace

CubeUpkeep::CubeUpkeep(Database& database) : m_database(database)
{
  m_quiet.setSingleShot(true);
  m_quiet.setInterval(2s);
  connect(&m_quiet, &QTimer::timeout, this, &CubeUpkeep::rebuild);
  connect(&m_database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (!changes.orders.isEmpty() || changes.payments || changes.shipments)
      m_quiet.start();
  });
  m_quiet.start(); // what the last run of the program left
}

void CubeUpkeep::rebuild()
{
  if (m_isRunning)
    return;
  m_isRunning = true;
  auto done = m_database.write([](Connection& c) { return rebuildDays(c, kDaysAtOnce); });
  deliver(done, this, [this](const Result<bool>& more) {
    m_isRunning = false;
    if (!more)
      qCWarning(lcCubes, "the sums by day could not be renewed: %s", qPrintable(more.error().detail));
    else if (*more)
      m_quiet.start();
  });
}

} // namespace supercargo
