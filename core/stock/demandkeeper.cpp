#include "core/stock/demandkeeper.h"

#include "core/base/deliver.h"
#include "core/stock/alerts.h"
#include "core/stock/demandbook.h"
#include "core/store/orderid.h"

#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcDemand, "supercargo.demand")

using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::minutes, 3> kMostAge{6h, 10min, 1min}; ///< by what has changed
constexpr std::size_t kSavedAtOnce = 200;                                ///< so that the writer is free in between

} // namespace

DemandKeeper::DemandKeeper(Database& database, Clock clock, const QTimeZone& zone, Currency currency)
    : m_database(database), m_clock(std::move(clock)), m_zone(zone.isValid() ? zone : QTimeZone::utc()),
      m_currency(currency)
{
  m_quiet.setSingleShot(true);
  connect(&m_quiet, &QTimer::timeout, this, &DemandKeeper::look);
  connect(&m_hourly, &QTimer::timeout, this, &DemandKeeper::look);
  connect(&m_database, &Database::changed, this, &DemandKeeper::note);
  m_hourly.start(1h);
  m_quiet.start(2s); // not while the program is starting
}

void DemandKeeper::note(const ChangeSet& changes)
{
  if (changes.orders.isEmpty() && (m_isBusy || !changes.stock))
    return; // what it writes itself is no news to it
  const qint64 today = firstOrderKeyAt(DemandDays(m_zone, m_clock(), 1).end());
  const bool isEarlier = std::ranges::any_of(changes.orders, [today](qint64 order) { return order < today; });
  m_changed = std::max(m_changed, isEarlier ? Changed::Earlier : Changed::Today);
  if (!m_quiet.isActive())
    m_quiet.start(10s);
}

void DemandKeeper::look()
{
  if (std::exchange(m_isBusy, true))
    return;
  struct Computed {
    std::optional<std::chrono::milliseconds> goodFor; ///< what there is is young enough
    Demand all;
  };
  const Instant now = m_clock();
  const auto mostAge = kMostAge[size_t(m_changed)];
  auto computed =
      m_database.read([zone = m_zone, currency = m_currency, now, mostAge](Connection& c) -> Result<Computed> {
        SC_TRY_ASSIGN(at, articleDemandAt(c));
        if (at && now - *at < mostAge)
          return Computed{mostAge - (now - *at), {}};
        SC_TRY_ASSIGN(all, computeArticleDemand(c, zone, currency, kDemandDays, now));
        return Computed{std::nullopt, std::move(all)};
      });
  deliver(computed, this, [this, now](Result<Computed> got) {
    if (!got)
      return settle(&got.error());
    if (got->goodFor && m_changed != Changed::Nothing && !m_quiet.isActive())
      m_quiet.start(*got->goodFor + 1s);
    if (got->goodFor)
      return settle();
    m_changed = Changed::Nothing;
    if (got->all.empty())
      return settle();
    save(std::make_shared<const Demand>(std::move(got->all)), 0, now);
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
