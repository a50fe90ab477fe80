#pragma once

#include "core/db/connection.h"

#include <QStringList>

namespace supercargo {

/// How many of an account's orders bear a time of change in the closed window; compared with what the provider says.
Result<qint64> ordersUpdatedBetween(Connection& c, AccountId account, Instant from, Instant to);

/// `count` orders of an account picked by chance (`seed` makes it repeatable) from all the years, to be compared with
/// the shop's: external ids, each once; all of them when there are no more.
Result<QStringList> ordersToCompare(Connection& c, AccountId account, int count, quint32 seed);

/// Asked for by id, and the answer said nothing of them: looked for again from `next` on.
Result<void> postponeRevisit(Connection& c, AccountId account, const QStringList& externalIds, Instant next);

} // namespace supercargo
