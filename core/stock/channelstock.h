#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/db/ids.h"
#include "core/domain/snapshot.h"

#include <optional>
#include <vector>

/// What each shop may sell of our stock, and telling it so. A shop without a rule is told nothing. The levels become
/// actions of the outbox; of one article only the newest waits there.
namespace supercargo {

struct ChannelRule {
  AccountId account;
  QString sku; ///< empty: for every SKU of the shop without a rule of its own
  bool enabled = true;
  int sharePercent = 100;        ///< of what may be sold
  std::optional<qint64> maximum; ///< never told more
  qint64 safety = 0;             ///< pieces kept back before anything is shared out
  std::optional<qint64> fixed;   ///< instead of a share: so many, as long as they are there
};

/// What the shop is told: (available − safety), never below zero; of it the fixed quota or the share, rounded down, and
/// no more than the maximum. Pure.
qint64 channelLevel(const ChannelRule& rule, qint64 available);

Result<std::vector<ChannelRule>> channelRules(Connection& c); ///< by account, the general rule first
/// Saves, and puts the levels that it changes into the outbox. Invalid: share outside 0–100, a figure below zero.
Result<int> saveChannelRule(Connection& c, const ChannelRule& rule, const QString& actor, Instant now,
                            ChangeSet& changes);
Result<void> removeChannelRule(Connection& c, AccountId account, const QString& sku, ChangeSet& changes);

/// Tells the shops of every SKU whose stock has moved since the last call, and of variants that are new or there again;
/// how many levels went to the outbox. What waits for variants that are gone is taken back. A shop whose own order
/// moved a SKU is told again even if the level is the same, since it has counted down by itself. Forgets nothing when
/// the program dies: what it got to is kept in the same transaction.
Result<int> pushChangedLevels(Connection& c, Instant now, ChangeSet& changes);
/// All levels of a shop (of all shops); `evenIfSame`: also those that it should have already.
Result<int> pushAllLevels(Connection& c, std::optional<AccountId> account, bool evenIfSame, Instant now,
                          ChangeSet& changes);

struct ChannelLevelRow {
  AccountId account;
  QString sku, variantExternalId;
  std::optional<qint64> available; ///< of ours; nullopt: nobody has said how many there are
  qint64 level = 0;                ///< as last put into the outbox
  QString state;                   ///< of that action: "done", "waiting", …
  std::optional<qint64> told;      ///< what the shop itself last said
  std::optional<Instant> toldAt;
  Instant wantedAt{};
};
/// Not of variants that are gone.
Result<std::vector<ChannelLevelRow>> channelLevels(Connection& c, std::optional<AccountId> account, int limit);

/// Whether the shops show what they were told.
struct ChannelAudit {
  AccountId account;
  Instant at{};
  qint64 compared = 0, wrong = 0, repaired = 0;
  std::optional<double> score() const; ///< share that was right; no value when nothing could be compared
};
/// Compares the next `sample` articles of a shop, beginning where the last audit ended: what it said after it had taken
/// our level, where no order of its own lies between. Levels that are wrong, or that never arrived, are sent again.
Result<ChannelAudit> auditChannel(Connection& c, AccountId account, int sample, Instant now, ChangeSet& changes);
Result<std::vector<ChannelAudit>> channelAudits(Connection& c); ///< the last one of each shop
/// Audits every shop whose last audit is older than `age`; how many levels were sent again.
Result<int> auditChannelsDue(Connection& c, std::chrono::milliseconds age, Instant now, ChangeSet& changes);

} // namespace supercargo
