#pragma once

#include "core/stock/channelstock.h"

/// One level on its way to a shop: shared by what pushes and what audits.
namespace supercargo {

/// A variant that a rule speaks of.
struct ChannelTarget {
  ChannelRule rule; ///< the one that applies; its `sku` is the variant's
  QString variantExternalId, productExternalId;
  std::optional<qint64> available; ///< over all warehouses; nullopt: not known
  std::optional<qint64> level;     ///< as last told
  qint64 serial = 0;               ///< how often it was told
};

/// Variants that their shop has, with an enabled rule, for which `condition` holds, an SQL expression over `v`
/// (variants) and `l` (channel_levels).
Result<std::vector<ChannelTarget>> channelTargets(Connection& c, const QString& condition,
                                                  const std::vector<SqlValue>& values);
/// Puts the target's level into the outbox when it differs from the one last told. False: nothing to tell.
Result<bool> pushLevel(Connection& c, const ChannelTarget& target, bool evenIfSame, Instant now, ChangeSet& changes);
/// Levels of variants that are gone hold no longer: none is compared, and what waits or was refused is taken back.
Result<void> lapseLevels(Connection& c, Instant now, ChangeSet& changes);

} // namespace supercargo
