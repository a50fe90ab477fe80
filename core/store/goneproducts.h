#pragma once

#include "core/store/orders.h"

#include <QSet>

/// Products and variants that a shop has deleted: they stay for the orders that name them, marked as gone. A shop that
/// tells of one again takes its mark away (core/store/catalogue.h).
namespace supercargo {

/// A product that the shop had when it was last read.
struct KnownProduct {
  QString externalId;
  bool missedBefore = false; ///< the last complete reading did not meet it, and was not believed
};
Result<std::vector<KnownProduct>> productsNotGone(Connection& c, AccountId account);

/// What becomes of the products that a complete reading did not meet.
struct MissedProducts {
  QStringList believed;      ///< no longer in the shop
  QStringList doubted;       ///< kept until the next complete reading misses them too
  bool listIsShrunk = false; ///< so much is missing that something may be wrong with the shop
  qsizetype known = 0;
  bool operator==(const MissedProducts&) const = default;
};
/// A list without any of the known products, or with less than half of ten or more, is not believed at once; nor is
/// any list of a shop that cannot be asked for single products. Pure.
MissedProducts judgeMissed(const std::vector<KnownProduct>& known, const QSet<QString>& met, bool canBeAskedById);

/// Marks products with their variants. Those that are gone already keep their time; unknown ids are passed over.
Result<void> markProductsGone(Connection& c, AccountId account, const QStringList& externalIds, Instant now,
                              ChangeSet& changes);
/// Marks variants alone: their product is still there. What the shop said of their stock is forgotten, since it would
/// count twice when the same SKU is offered anew.
Result<void> markVariantsGone(Connection& c, AccountId account, const QStringList& externalIds, Instant now);
/// Remembers that a complete reading did not meet these products, until they are met again.
Result<void> noteMissedProducts(Connection& c, AccountId account, const QStringList& externalIds, Instant now);

} // namespace supercargo
