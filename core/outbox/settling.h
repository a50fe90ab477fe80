#pragma once

#include "core/outbox/outbox.h"

namespace supercargo {

/// How an action ended whose outcome the provider does not tell: as a person found it in the provider's console.
struct Settlement {
  bool happened = false;
  QString number; ///< of what came of it: waybill, refund; a parcel that was booked needs one
  QString actor;  ///< who says so
};

/// Ends an action that is Unknown or Pending, with everything that follows from its outcome; one that did not happen
/// stands as Failed and may be sent again, its order booked again. The order's timeline tells who said what. Conflict
/// at any other state, or when the number is another order's parcel; Invalid without a number that is needed.
Result<void> settleAction(Connection& c, ActionId id, const Settlement& settlement, Instant now, ChangeSet& changes);

/// Nobody is asked any more how it ended: it waits for a person to settle it.
bool needsPerson(const OutboxEntry& entry);

} // namespace supercargo
