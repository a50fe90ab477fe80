#include "core/store/orderreveal.h"

#include "core/store/orderfacts.h"
#include "core/store/rollups.h"

namespace supercargo {

Result<void> noteRevealed(Connection& c, OrderId order, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(before, findStoredOrder(c, order));
  if (!before)
    return {};
  const Origin origin{before->account, std::nullopt, now};
  StoredOrder after = *before;
  ++after.eventCount;
  RollupBatch rollups;
  SC_TRY(writeEvents(c, origin, {{order, before->eventCount, now, QStringLiteral("revealed"), {}}}));
  SC_TRY(writeState(c, origin, *before, after, rollups, changes));
  return rollups.write(c);
}

} // namespace supercargo
