#pragma once

#include "core/db/database.h"
#include "core/store/calls.h"
#include "core/store/orders.h"
#include "core/sync/masking.h"

namespace supercargo {

/// What the flight recorder keeps of one attempt, masked. `answer` is null when none came.
CallRecord callRecord(const Mask& mask, AccountId account, const HttpRequest& sent, const HttpResponse* answer,
                      Instant sentAt, Instant endedAt);

/// Whether the record holds all of the answer's body: it was text, and not cut.
bool holdsWholeAnswer(const CallRecord& call);

/// Keeps a call that stored nothing, since it failed or was a login; nothing waits for it.
void keepCall(Database& database, CallRecord call);

/// "orders: 3 new, 1 changed"; "orders: nothing new" when all was known.
QString storedText(Stream stream, const UpsertCount& count);

} // namespace supercargo
