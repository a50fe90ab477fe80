#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/snapshot.h"

#include <optional>
#include <vector>

/// What providers began to say that this program does not know yet: one row for each cause, until a person dismisses
/// it.
namespace supercargo {

struct NoticedChange {
  qint64 id = 0;
  AccountId account;
  ChangeNotice notice;
  Instant firstAt{}, lastAt{};
  qint64 times = 0; ///< in how many records, answers that were only sampled counted once
  bool dismissed = false;
};

QString changeKindName(ChangeNotice::Kind kind); ///< "field", "value", "column", "version", "list"

/// Counts the notices of one answer; `changes` announces those that are new. A dismissed one stays dismissed. Of one
/// cause no more than kMostSamples different samples are kept. Fields of an account younger than a day are taken as
/// known.
constexpr int kMostSamples = 20;
Result<void> noteChanges(Connection& c, AccountId account, Instant now, const std::vector<ChangeNotice>& notices,
                         ChangeSet& changes);
/// The same for the fields of an answer that brings no records (an action's, a login's). Such a call may first be made
/// long after the account was added: its own first day counts, as far as the flight recorder remembers.
Result<void> noteFields(Connection& c, AccountId account, const QString& operation, Instant now,
                        const std::vector<ChangeNotice>& notices, ChangeSet& changes);

/// The newest first; of one account or of all.
Result<std::vector<NoticedChange>> noticedChanges(Connection& c, std::optional<AccountId> account = std::nullopt,
                                                  bool dismissedToo = false);
/// All notices of one cause: what changed, and the different samples of it.
struct ChangeCause {
  AccountId account;
  ChangeNotice::Kind kind = ChangeNotice::Kind::Value;
  QString where;
  QStringList samples; ///< the newest first
  std::vector<qint64> ids;
  Instant firstAt{}, lastAt{};
  qint64 times = 0;
  bool dismissed = false; ///< all of them
};
/// The causes last seen first; of one account or of all.
Result<std::vector<ChangeCause>> changeCauses(Connection& c, std::optional<AccountId> account = std::nullopt,
                                              bool dismissedToo = false);
/// NotFound when there is no such notice.
Result<void> dismissChange(Connection& c, qint64 id, Instant now, ChangeSet& changes);

} // namespace supercargo
