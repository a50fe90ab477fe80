#include "core/sync/channelfeed.h"

#include "core/base/deliver.h"
#include "core/stock/channelstock.h"

namespace supercargo {
namespace {

/// Movements that come together are told together: a page of orders is many of them.
constexpr std::chrono::milliseconds kTogether = std::chrono::seconds(1);
constexpr std::chrono::milliseconds kAuditEvery = std::chrono::hours(1);

} // namespace

ChannelFeed::ChannelFeed(Database& database, Timing timing) : m_database(database), m_timing(std::move(timing))
{
  connect(&database, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.stock || changes.products)
      wait();
  });
  push();
}

void ChannelFeed::wait()
{
  if (std::exchange(m_isWaiting, true))
    return;
  m_timing.after(kTogether, this, [this] {
    m_isWaiting = false;
    push();
  });
}

void ChannelFeed::push()
{
  if (m_isPushing) {
    m_askedAgain = true;
    return;
  }
  m_isPushing = true;
  const auto pushed = m_database.write([now = m_timing.now()](Connection& c, ChangeSet& changes) -> Result<int> {
    SC_TRY_ASSIGN(levels, pushChangedLevels(c, now, changes));
    SC_TRY_ASSIGN(repaired, auditChannelsDue(c, kAuditEvery, now, changes));
    return levels + repaired;
  });
  deliver(pushed, this, [this](const Result<int>&) {
    m_isPushing = false;
    if (std::exchange(m_askedAgain, false))
      wait();
  });
}

} // namespace supercargo
