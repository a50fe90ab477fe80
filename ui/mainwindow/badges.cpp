#include "ui/mainwindow/badges.h"

#include "core/base/deliver.h"
#include "core/outbox/settling.h"
#include "core/stock/stocklist.h"
#include "core/store/accounts.h"
#include "core/store/changenotices.h"
#include "core/store/failures.h"
#include "core/store/orders.h"
#include "core/store/shipmentlist.h"

#include <algorithm>
#include <utility>

namespace supercargo {
namespace {

constexpr int kMostParcels = 10'000; // more is told as "10,000+"
constexpr int kMostActions = 500;

bool isCounted(const ChangeSet& changes)
{
  return !changes.orders.isEmpty() || !changes.accounts.isEmpty() || changes.failures || changes.notices ||
         changes.shipments || changes.stock || changes.outbox;
}

Result<Badge> ordersToShip(Connection& c)
{
  OrderFilter toShip;
  toShip.stages = {FlowStage::ToShip};
  SC_TRY_ASSIGN(count, orderCount(c, toShip));
  return Badge{count, false};
}

Result<Badge> troubledParcels(Connection& c, Instant now)
{
  SC_TRY_ASSIGN(late, parseShipmentFilter(u"late"));
  SC_TRY_ASSIGN(problem, parseShipmentFilter(u"status:exception,delivery_failed,returning"));
  SC_TRY_ASSIGN(count, parcelCountOfAny(c, {late, problem}, now, kMostParcels));
  return Badge{count, true};
}

Result<Badge> shortStock(Connection& c)
{
  SC_TRY_ASSIGN(alerts, stockAlertCounts(c));
  Badge badge;
  for (const StockAlertCount& alert : alerts) {
    badge.count += alert.places;
    badge.attention |= alert.kind <= StockAlertKind::Out;
  }
  return badge;
}

/// Credentials, records, changes and actions that wait for a person.
Result<Badge> troublesOf(Connection& c, qint64 accountsInTrouble)
{
  SC_TRY_ASSIGN(failures, failureCauses(c));
  SC_TRY_ASSIGN(changes, changeCauses(c));
  SC_TRY_ASSIGN(unknown, outboxEntries(c, {{ActionState::Unknown}, {}, {}}, kMostActions));
  Badge badge{accountsInTrouble + qint64(changes.size()) + std::ranges::count_if(unknown, needsPerson), true};
  for (const FailureCause& cause : failures)
    badge.count += qint64(cause.ids.size());
  return badge;
}

} // namespace

Result<Badges> readBadges(Connection& c, Instant now)
{
  SC_TRY_ASSIGN(toShip, ordersToShip(c));
  SC_TRY_ASSIGN(parcels, troubledParcels(c, now));
  SC_TRY_ASSIGN(stock, shortStock(c));
  SC_TRY_ASSIGN(accounts, accountRows(c));
  const qint64 inTrouble = std::ranges::count(accounts, AccountState::NeedsAttention, &AccountRow::state);
  SC_TRY_ASSIGN(troubles, troublesOf(c, inTrouble));
  return Badges{{QStringLiteral("overview"), {inTrouble, true}},
                {QStringLiteral("orders"), toShip},
                {QStringLiteral("inventory"), stock},
                {QStringLiteral("shipments"), parcels},
                {QStringLiteral("connections"), troubles}};
}

BadgeReader::BadgeReader(Database& db, Clock clock, std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent), m_db(db), m_clock(std::move(clock))
{
  m_pause.setSingleShot(true);
  m_pause.setInterval(pause);
  connect(&m_pause, &QTimer::timeout, this, [this] {
    if (std::exchange(m_again, false))
      ask();
  });
  connect(&db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (isCounted(changes))
      ask();
  });
  ask();
}

void BadgeReader::ask()
{
  if (m_isReading || m_pause.isActive()) {
    m_again = true;
    return;
  }
  m_isReading = true;
  deliver(m_db.read([now = m_clock()](Connection& c) { return readBadges(c, now); }), this,
          [this](const Result<Badges>& badges) {
            m_isReading = false;
            m_pause.start();
            if (badges)
              Q_EMIT read(*badges);
          });
}

} // namespace supercargo
