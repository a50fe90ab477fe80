#include "core/stock/demandkeeper.h"

#include "core/base/deliver.h"
#include "core/stock/alerts.h"
#include "core/stock/demandbook.h"

#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcDemand, "supercargo.demand")

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::minutes kOld = 6h;
constexpr std::chrono::minutes kOldOnceChanged = 10min; ///< demand is that of whole days: today's orders change nothing
constexpr std::size_t kSavedAtOnce = 200;               ///< so that the writer is free in between

} // namespace

DemandKeeper::DemandKeeper(Database& database, Clock clock, const QTimeZone& zone, Currency currency)
    : m_database(database), m_clock(std::move(clock)), m_zone(zone.isValid() ? zone : QTimeZone::utc()),
      m_currency(currency)
{
  m_quiet.setSingleShot(true);
  connect(&m_quiet, &QTimer::timeout, this, &DemandKeeper::look);
  connect(&m_hourly, &QTimer::timeout, this, &DemandKeeper::look);
  connect(&m_database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.orders.isEmpty() && (m_isBusy || !changes.stock))
      return; // what it writes itself is no news to it
    m_hasChanged = true;
    if (!m_quiet.isActive())
      m_quiet.start(10s);
  });
  m_hourly.start(1h);
  m_quiet.start(2s); // not while the program is starting
}

void DemandKeeper::look()
{
  if (std::exchange(m_isBusy, true))
    return;
  const Instant now = m_clock();
  const auto mostAge = m_hasChanged ? kOldOnceChanged : kOld;
  auto computed =
      m_database.read([zone = m_zone, currency = m_currency, now, mostAge](Connection& c) -> Result<Demand> {
        SC_TRY_ASSIGN(at, articleDemandAt(c));
        if (at && now - *at < mostAge)
          return Demand();
        return computeArticleDemand(c, zone, currency, kDemandDays, now);
      });
  deliver(computed, this, [this, now](Result<Demand> all) {
    if (!all)
      return settle(&all.error());
    if (all->empty())
      return settle();
    m_hasChanged = false;
    save(std::make_shared<const Demand>(std::move(*all)), 0, now);
  });
}

void DemandKeeper::save(std::shared_ptr<const Demand> all, std::size_t from, Instant now)
{
  const std::size_t count = std::min(kSavedAtOnce, all->size() - from);
  const bool isLast = from + count == all->size();
  auto saved = m_database.write([all, from, count, isLast, now](Connection& c, ChangeSet& changes) -> Result<void> {
    const auto part = std::span(*all).subspan(from, count);
    SC_TRY(saveArticleDemand(c, part, now, changes));
    QStringList skus;
    for (const ArticleDemand& demand : part)
      skus << demand.sku;
    SC_TRY(refreshStockAlertsOf(c, skus, now, changes));
    return isLast ? forgetArticleDemand(c, now, changes) : Result<void>();
  });
  deliver(saved, this, [this, all, next = from + count, isLast, now](const Result<void>& done) {
    if (done && !isLast)
      return save(all, next, now);
    done ? settle() : settle(&done.error());
  });
}

void DemandKeeper::settle(const Error* error)
{
  if (error)
    qCWarning(lcDemand, "demand could not be renewed: %s", qPrintable(error->detail));
  m_isBusy = false;
  Q_EMIT settled();
}

} // namespace supercargo
