#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/action.h"
#include "core/outbox/recipient.h"

#include <optional>
#include <vector>

/// What we ask of providers: each action is a row that lives until it is done, so that a crash, a dead line or a second
/// click loses nothing and does nothing twice (core/ARCHITECTURE.md, section 7).
namespace supercargo {

enum class ActionState {
  Waiting, ///< to be sent when its time has come
  Sending, ///< its call is out; found after a crash, this means Unknown
  Unknown, ///< sent, and the outcome never learnt: the provider is asked before anything is sent again; without a next
           ///< try it has no answer, and a person settles it (core/outbox/settling.h)
  Pending, ///< accepted; final only later (a refund that the bank still carries): asked about until it is
  Done,
  Failed,    ///< refused: a person must change something and retry, or cancel
  Cancelled, ///< never sent: a person or a newer action with the same target took it back
};
QString actionStateName(ActionState state); ///< "waiting"
std::optional<ActionState> actionStateNamed(QStringView name);

/// What somebody wants done.
struct NewAction {
  AccountId account;
  Action action;                ///< idempotencyKey: the same key is the same deed, however often it is asked for
  std::optional<OrderId> order; ///< whose timeline tells of it; a parcel's recipient comes from it
  QString target;               ///< not empty: waiting actions with the same target are superseded (stock levels)
  QString actor;                ///< who wants it: "owner", "rule: …"
  std::optional<ActionId> compensates;
  std::optional<Instant> notBefore;
};

struct OutboxEntry {
  ActionId id;
  AccountId account;
  Action action; ///< BookParcel: without the recipient, see `completeAction`
  std::optional<OrderId> order;
  QString target, actor;
  ActionState state = ActionState::Waiting;
  int attempts = 0;
  Instant createdAt{}, changedAt{};
  std::optional<Instant> nextTryAt;
  QString errorKind, error; ///< of the last try, English
  ActionOutcome outcome;
  std::optional<ActionId> compensates;
  std::optional<CallId> call; ///< the last one made for it
};

/// Puts an action into the outbox. The same key again gives the entry that is there already; Conflict when that one
/// asks for something else. One that was taken back waits again as it is wanted now, and the order's timeline tells who
/// wants it; not stock levels and bookings.
Result<ActionId> enqueueAction(Connection& c, const NewAction& wanted, Instant now, ChangeSet& changes);

/// Takes back what has not been sent. Conflict, saying how far it is, otherwise.
Result<void> cancelAction(Connection& c, ActionId id, Instant now, ChangeSet& changes);

/// Sends a failed action again, or one that waits for its next try at once. Conflict when there is nothing to try, or
/// the order of a failed booking has been booked anew.
Result<void> retryAction(Connection& c, ActionId id, Instant now, ChangeSet& changes);

/// Asked for, and its end is not known yet.
inline const std::vector<ActionState> kUnderWay{ActionState::Waiting, ActionState::Sending, ActionState::Unknown,
                                                ActionState::Pending};

struct OutboxFilter {
  std::vector<ActionState> states;
  std::optional<AccountId> account;
  std::optional<OrderId> order;
};
Result<std::vector<OutboxEntry>> outboxEntries(Connection& c, const OutboxFilter& filter, int limit); ///< newest first
Result<std::optional<OutboxEntry>> outboxEntry(Connection& c, ActionId id);

// ---- for the runner ------------------------------------------------------------------------------------------------

/// What may be sent now, up to `limit` of each account, so that no account's backlog stands before another's. What an
/// order or a person waits for comes before what has a target (stock levels), each longest due first; of entries with
/// the same target only the oldest. Not of accounts that are paused, removed or need attention.
Result<std::vector<OutboxEntry>> dueActions(Connection& c, Instant now, int limit);
/// When the first of those becomes due that are not due at `after`; nullopt: nothing waits.
Result<std::optional<Instant>> nextActionAt(Connection& c, Instant after);

/// The action as the provider needs it: a parcel with its recipient.
struct CompleteAction {
  Action action;
  std::optional<RecipientSource> reveal; ///< to be booked, but its order shows the receiver masked: who can tell it
};
/// Invalid when the order has no address.
Result<CompleteAction> completeAction(Connection& c, const OutboxEntry& entry);

/// What was being sent when a program died has an unknown outcome, and is asked about once the longest call must be
/// over: another program on the same workspace may be the one that is sending it.
Result<void> recoverActions(Connection& c, Instant now, ChangeSet& changes);

/// Before the call that changes something leaves. Conflict when the entry is no longer in `before`: then nothing may be
/// sent.
Result<void> noteSending(Connection& c, ActionId id, ActionState before, Instant now, ChangeSet& changes);

/// How a try ended that did not bring an outcome. Counts as an attempt. Conflict when the action has come to its end
/// meanwhile.
struct Setback {
  ActionState state = ActionState::Waiting; ///< Waiting, Unknown, Pending or Failed
  QString errorKind, error;
  std::optional<Instant> nextTryAt; ///< nullopt with Unknown: the order's timeline says that it needs a person
};
Result<void> noteSetback(Connection& c, ActionId id, const Setback& setback, Instant now, ChangeSet& changes);

/// The provider's word, with everything that follows from it here (core/outbox/followups.h), in one transaction.
/// Pending outcomes are asked about again at `askAgainAt`. Conflict when it is known already.
Result<void> noteOutcome(Connection& c, const OutboxEntry& entry, const ActionOutcome& outcome,
                         std::optional<CallId> call, Instant now, Instant askAgainAt, ChangeSet& changes);

} // namespace supercargo
