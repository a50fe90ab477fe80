#include "core/base/deliver.h"
#include "core/domain/courier.h"
#include "core/outbox/shipping.h"
#include "core/store/orderaudit.h"
#include "core/store/parcels.h"
#include "core/sync/fetchrun.h"
#include "core/sync/schedule.h"

namespace supercargo {
namespace {

/// How many batches of ids one revisit takes before others get their turn.
constexpr int kBatchesPerRun = 4;
constexpr int kTrackingBatch = 20;
/// How far back counts are compared with the provider's.
constexpr std::chrono::hours kAuditedSpan{24 * 30};
/// How many orders, of whatever age, an audit reads again by id and compares.
constexpr int kAuditedSample = 20;

/// A courier's own account knows its own parcels only; an aggregator knows all, also one that is a courier as well.
QStringList couriersOf(const Declaration& declaration)
{
  const bool knowsAll = !findCourier(declaration.id) || declaration.extra[QLatin1String("tracks_all")].toBool();
  return knowsAll ? QStringList() : QStringList{declaration.id};
}

Result<QStringList> parcelsOfTurn(Connection& c, AccountId account, const QStringList& couriers, Instant now,
                                  TrackingTurn turn)
{
  SC_TRY_ASSIGN(tails, senderTails(c));
  return parcelsToTrack(c, account, couriers, now, turn, tails);
}

} // namespace

void FetchRun::start()
{
  if (!m_declared || !m_link.provider().functions.first || !m_link.provider().functions.parse) {
    giveUp(Error{ErrorKind::Config, QStringLiteral("%1 cannot be read for %2")
                                        .arg(m_link.provider().declaration.name.en, streamName(m_order.stream))});
    return;
  }
  auto state = m_database.read(
      [account = m_report.account, stream = m_order.stream](Connection& c) { return streamState(c, account, stream); });
  deliver(state, this, [this](const Result<StreamState>& read) {
    if (!read) {
      giveUp(read.error());
      return;
    }
    m_state = *read;
    switch (m_order.loop) {
    case Loop::Discover:
      planDiscover(m_state);
      return;
    case Loop::Audit:
      if (m_order.stream == Stream::Products)
        planDiscover(m_state); // there is nothing to count by, so all are read
      else
        planAudit(m_state);
      return;
    case Loop::Revisit:
      break;
    }
    if (!m_order.ids.isEmpty()) {
      planRevisit(m_order.ids);
      return;
    }
    auto ids = m_database.read([account = m_report.account, stream = m_order.stream, now = m_timing.now(),
                                couriers = couriersOf(m_link.provider().declaration),
                                turn = trackingTurn(m_link.rate(), *m_declared),
                                limit = m_declared->revisitBatch * kBatchesPerRun](Connection& c) {
      return stream == Stream::Tracking ? parcelsOfTurn(c, account, couriers, now, turn)
                                        : idsToRevisit(c, account, stream, now, limit);
    });
    deliver(ids, this, [this](const Result<QStringList>& due) {
      if (due)
        planRevisit(*due);
      else
        giveUp(due.error());
    });
  });
}

void FetchRun::planDiscover(const StreamState& state)
{
  m_parts.clear();
  m_plannedOffset = m_link.providerNow() - m_timing.now();
  const bool isAudit = m_order.loop == Loop::Audit;
  const auto coveredTo = m_order.full || isAudit ? std::nullopt : state.coveredTo;
  const auto windows = planWindows(*m_declared, coveredTo, m_link.providerNow(), isAudit ? 0 : m_order.historyDays);
  m_isComplete = m_order.stream == Stream::Products && windows.size() == 1 && windows.front().from == Instant{};
  for (const Window& window : windows)
    m_parts.push_back({Loop::Discover, window, {}});
  beginPart();
}

void FetchRun::planRevisit(const QStringList& ids)
{
  const int batch = m_declared->revisitBatch > 0 ? m_declared->revisitBatch : kTrackingBatch;
  for (qsizetype at = 0; at < ids.size(); at += batch)
    m_parts.push_back({Loop::Revisit, {}, ids.mid(at, batch)});
  if (m_parts.empty()) {
    // Nothing is due: noted all the same, so that the next look is a whole interval away.
    m_parts.push_back({Loop::Revisit, {}, {}});
    endPart();
    return;
  }
  beginPart();
}

void FetchRun::planAudit(const StreamState& state)
{
  const Instant end = state.coveredTo.value_or(m_link.providerNow());
  m_parts.push_back({Loop::Audit, {end - kAuditedSpan, end}, {}});
  if (m_declared->revisitBatch == 0) {
    beginPart();
    return;
  }
  auto sample = m_database.read(
      [account = m_report.account, count = std::min(m_declared->revisitBatch, kAuditedSample),
       seed = quint32(toMs(m_startedAt))](Connection& c) { return ordersToCompare(c, account, count, seed); });
  deliver(sample, this, [this](const Result<QStringList>& ids) {
    if (!ids) {
      giveUp(ids.error());
      return;
    }
    if (!ids->isEmpty())
      m_parts.push_back({Loop::Audit, {}, *ids});
    beginPart();
  });
}

/// Audit: when the provider has more in the window than we do, the window is read again.
void FetchRun::compareCounts()
{
  const Window window = m_parts.front().window;
  m_parts.pop_front();
  if (!m_remoteTotal) {
    beginPart();
    return;
  }
  auto counted = m_database.read([account = m_report.account, window](Connection& c) {
    return ordersUpdatedBetween(c, account, window.from, window.to);
  });
  deliver(counted, this, [this, window](const Result<qint64>& ours) {
    if (ours && *ours < *m_remoteTotal)
      m_parts.push_back({Loop::Discover, window, {}});
    beginPart();
  });
}

} // namespace supercargo
