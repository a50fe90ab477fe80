#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

namespace supercargo {

/// What an erasure went through.
struct Erased {
  qint64 customers = 0; ///< entries of one person (core/store/sameperson.h)
  qint64 orders = 0, parcels = 0, calls = 0, failures = 0;
};

/// Overwrites what tells who a customer is, wherever the same person bought, for good: profile, recipients, notes and
/// messages, waybills, payers, words of the search, and recorded answers and dead letters that mention them. Amounts,
/// quantities, places down to the city and all figures stay. That it was done is recorded without the data; what shops
/// say of these orders later is stored without the person (core/store/erasures.h). Orders placed afterwards are new
/// business, erased by another call.
///
/// One transaction. Errors: NotFound. Looks into every recorded answer, which takes seconds.
Result<Erased> eraseCustomer(Connection& c, CustomerId customer, const QString& actor, Instant now, ChangeSet& changes);

/// Afterwards and outside of transactions: lets go of what SQLite keeps of overwritten words in its index, its free
/// pages and its log. Nothing to do on PostgreSQL, whose autovacuum does it. Takes seconds in a large workspace.
Result<void> scrubErased(Connection& c);

} // namespace supercargo
