#include "core/outbox/outbox.h"

#include "core/db/ids.h"
#include "core/outbox/actionjson.h"
#include "core/outbox/followups.h"
#include "core/outbox/plannedparts.h"
#include "core/store/orderflow.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace supercargo {
namespace {

constexpr std::array kStateNames{"waiting", "sending", "unknown", "pending", "done", "failed", "cancelled"};

const QString kColumns =
    QStringLiteral("id, account_id, idempotency_key, kind, payload, order_id, target, actor, state, attempts,"
                   " created_at, changed_at, next_try_at, error_kind, error, outcome, compensates, call_id");

const QString kWorkingAccounts = QStringLiteral("SELECT id FROM accounts WHERE state = 'ok' AND removed_at IS NULL");

/// Nothing older of the same target is under way: what waits behind one is not next. The index outbox_of_target has
/// the last condition as its own.
const QString kIsFirst =
    QStringLiteral("(target = '' OR NOT EXISTS (SELECT 1 FROM outbox AS older WHERE older.account_id = "
                   "outbox.account_id AND older.target = outbox.target AND older.id < outbox.id AND "
                   "(older.next_try_at IS NOT NULL OR older.state = 'sending')))");

template <class IdType>
std::optional<IdType> idIfAny(const Row& row, int column)
{
  return row.isNull(column) ? std::nullopt : std::optional(row.id<IdType>(column));
}

Result<OutboxEntry> entryOf(const Row& row)
{
  OutboxEntry entry;
  entry.id = row.id<ActionId>(0);
  entry.account = row.id<AccountId>(1);
  entry.action.idempotencyKey = row.text(2);
  SC_TRY_ASSIGN(what, actionFromJson(row.text(3), row.text(4).toUtf8()));
  entry.action.what = std::move(what);
  entry.order = idIfAny<OrderId>(row, 5);
  entry.target = row.text(6);
  entry.actor = row.text(7);
  entry.state = actionStateNamed(row.text(8)).value_or(ActionState::Failed);
  entry.attempts = int(row.integer(9));
  entry.createdAt = row.instant(10);
  entry.changedAt = row.instant(11);
  entry.nextTryAt = row.instantIfAny(12);
  entry.errorKind = row.text(13);
  entry.error = row.text(14);
  if (const QString outcome = row.text(15); !outcome.isEmpty()) {
    SC_TRY_ASSIGN(told, outcomeFromJson(outcome.toUtf8()));
    entry.outcome = std::move(told);
  }
  entry.compensates = idIfAny<ActionId>(row, 16);
  entry.call = idIfAny<CallId>(row, 17);
  return entry;
}

Result<std::vector<OutboxEntry>> entries(Connection& c, const QString& rest, const std::vector<SqlValue>& values)
{
  SC_TRY_ASSIGN(read, c.rows(QStringLiteral("SELECT %1 FROM outbox %2").arg(kColumns, rest), values, entryOf));
  std::vector<OutboxEntry> list;
  for (Result<OutboxEntry>& entry : read) {
    SC_TRY_ASSIGN(good, std::move(entry));
    list.push_back(std::move(good));
  }
  return list;
}

Result<OutboxEntry> entryThatIs(Connection& c, ActionId id)
{
  SC_TRY_ASSIGN(found, outboxEntry(c, id));
  if (!found)
    return fail(ErrorKind::NotFound, QStringLiteral("no such action"), QString::number(id.value()));
  return *found;
}

Error inOtherHands(ActionId id)
{
  return {ErrorKind::Conflict, QStringLiteral("somebody else has the action in hand"), QString::number(id.value()), {}};
}

/// Moves an entry from one state to another; false when it stands elsewhere by now.
Result<bool> moveEntry(Connection& c, ActionId id, ActionState from, ActionState to, std::optional<Instant> nextTryAt,
                       Instant now, ChangeSet& changes)
{
  changes.outbox = true;
  SC_TRY_ASSIGN(moved,
                c.run(QStringLiteral("UPDATE outbox SET state = ?, next_try_at = ?, changed_at = ? WHERE id = ? AND "
                                     "state = ?"),
                      {actionStateName(to), nextTryAt, now, id, actionStateName(from)}));
  return moved == 1;
}

/// A refused booking may be sent again only while no other carries the same goods.
Result<void> checkIsOnlyBooking(Connection& c, const OutboxEntry& entry)
{
  SC_TRY_ASSIGN(others, c.number(QStringLiteral("SELECT COUNT(*) FROM outbox a LEFT JOIN parcel_plan_bookings b ON "
                                                "b.action_id = a.id WHERE a.order_id = ? AND a.id <> ? AND %1 AND "
                                                "COALESCE(b.part, 0) = COALESCE((SELECT part FROM "
                                                "parcel_plan_bookings WHERE action_id = ?), 0)")
                                     .arg(liveBooking()),
                                 {*entry.order, entry.id, entry.id}));
  if (others > 0)
    return fail(ErrorKind::Conflict, QStringLiteral("the order has been booked anew since"),
                QString::number(entry.id.value()));
  return {};
}

/// Taken back and asked for once more: it has never been sent, so it may say something else now. Not what has a target,
/// since a newer one took its place, nor a booking: the next one has a number of its own.
bool mayRevive(const OutboxEntry& entry)
{
  return entry.state == ActionState::Cancelled && entry.target.isEmpty() &&
         !std::holds_alternative<BookParcel>(entry.action.what);
}

Result<ActionId> revive(Connection& c, const OutboxEntry& entry, const NewAction& wanted, Instant now,
                        ChangeSet& changes)
{
  changes.outbox = true;
  SC_TRY(c.run(QStringLiteral("UPDATE outbox SET state = 'waiting', payload = ?, order_id = ?, actor = ?, attempts = 0,"
                              " created_at = ?, changed_at = ?, next_try_at = ?, error_kind = '', error = '',"
                              " compensates = ? WHERE id = ?"),
               {QString::fromUtf8(actionJson(wanted.action.what)), wanted.order, wanted.actor, now, now,
                wanted.notBefore.value_or(now), wanted.compensates, entry.id}));
  if (wanted.order)
    SC_TRY(noteOrderStep(c, {wanted.account, std::nullopt, now}, *wanted.order, QStringLiteral("asked_again"),
                         QStringLiteral("%1, by %2").arg(actionKindName(wanted.action.what), wanted.actor), changes));
  return entry.id;
}

} // namespace

QString actionStateName(ActionState state)
{
  return QLatin1String(kStateNames[std::size_t(state)]);
}

std::optional<ActionState> actionStateNamed(QStringView name)
{
  for (std::size_t i = 0; i < kStateNames.size(); ++i)
    if (name == QLatin1String(kStateNames[i]))
      return ActionState(i);
  return std::nullopt;
}

Result<ActionId> enqueueAction(Connection& c, const NewAction& wanted, Instant now, ChangeSet& changes)
{
  if (wanted.action.idempotencyKey.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("an action needs an idempotency key"));
  const QString kind = actionKindName(wanted.action.what);
  const QString payload = QString::fromUtf8(actionJson(wanted.action.what));
  SC_TRY_ASSIGN(twins, entries(c, QStringLiteral("WHERE account_id = ? AND idempotency_key = ?"),
                               {wanted.account, wanted.action.idempotencyKey}));
  if (!twins.empty()) {
    const Action& twin = twins.front().action;
    if (actionKindName(twin.what) == kind && mayRevive(twins.front()))
      return revive(c, twins.front(), wanted, now, changes);
    if (actionKindName(twin.what) != kind || QString::fromUtf8(actionJson(twin.what)) != payload)
      return fail(ErrorKind::Conflict, QStringLiteral("something else has been asked for under the same key"),
                  wanted.action.idempotencyKey);
    return twins.front().id;
  }
  changes.outbox = true;
  if (!wanted.target.isEmpty())
    SC_TRY(
        c.run(QStringLiteral("UPDATE outbox SET state = 'cancelled', next_try_at = NULL, changed_at = ?, error = ? "
                             "WHERE account_id = ? AND target = ? AND state = 'waiting' AND next_try_at IS NOT NULL"),
              {now, QStringLiteral("a newer one took its place"), wanted.account, wanted.target}));
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("outbox")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO outbox (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?, '', '', "
                              "'', ?, NULL)")
                   .arg(kColumns),
               {id, wanted.account, wanted.action.idempotencyKey, kind, payload, wanted.order, wanted.target,
                wanted.actor, now, now, wanted.notBefore.value_or(now), wanted.compensates}));
  return ActionId(id);
}

Result<void> cancelAction(Connection& c, ActionId id, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(entry, entryThatIs(c, id));
  if (entry.state == ActionState::Waiting || entry.state == ActionState::Failed) {
    SC_TRY_ASSIGN(moved, moveEntry(c, id, entry.state, ActionState::Cancelled, std::nullopt, now, changes));
    if (moved)
      return {};
  }
  return fail(ErrorKind::Conflict,
              QStringLiteral("the action is \"%1\" and cannot be taken back").arg(actionStateName(entry.state)),
              QString::number(id.value()));
}

Result<void> retryAction(Connection& c, ActionId id, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(entry, entryThatIs(c, id));
  // What was refused may begin anew; what is unknown stays so, and is asked about now.
  const ActionState next = entry.state == ActionState::Failed ? ActionState::Waiting : entry.state;
  if (next != ActionState::Waiting && next != ActionState::Unknown && next != ActionState::Pending)
    return fail(ErrorKind::Conflict,
                QStringLiteral("the action is \"%1\": there is nothing to try again").arg(actionStateName(entry.state)),
                QString::number(id.value()));
  if (entry.state == ActionState::Failed && std::holds_alternative<BookParcel>(entry.action.what) && entry.order)
    SC_TRY(checkIsOnlyBooking(c, entry));
  SC_TRY(moveEntry(c, id, entry.state, next, now, now, changes));
  return {};
}

Result<std::vector<OutboxEntry>> outboxEntries(Connection& c, const OutboxFilter& filter, int limit)
{
  QStringList conditions{QStringLiteral("1 = 1")};
  std::vector<SqlValue> values;
  if (!filter.states.empty()) {
    QStringList names;
    for (const ActionState state : filter.states)
      names << u'\'' + actionStateName(state) + u'\'';
    conditions << QStringLiteral("state IN (%1)").arg(names.join(u','));
  }
  if (filter.account) {
    conditions << QStringLiteral("account_id = ?");
    values.emplace_back(*filter.account);
  }
  if (filter.order) {
    conditions << QStringLiteral("order_id = ?");
    values.emplace_back(*filter.order);
  }
  values.emplace_back(limit);
  return entries(c, QStringLiteral("WHERE %1 ORDER BY id DESC LIMIT ?").arg(conditions.join(QStringLiteral(" AND "))),
                 values);
}

Result<std::optional<OutboxEntry>> outboxEntry(Connection& c, ActionId id)
{
  SC_TRY_ASSIGN(found, entries(c, QStringLiteral("WHERE id = ?"), {id}));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<std::vector<OutboxEntry>> dueActions(Connection& c, Instant now, int limit)
{
  SC_TRY_ASSIGN(accounts, c.rows(kWorkingAccounts + QStringLiteral(" ORDER BY id"), {},
                                 [](const Row& row) { return row.id<AccountId>(0); }));
  // In the order of the index outbox_of_account, so that an account's thousands are not read for its first few.
  const QString rest = QStringLiteral("WHERE account_id = ? AND next_try_at <= ? AND %1 ORDER BY CASE WHEN target = '' "
                                      "THEN 0 ELSE 1 END, next_try_at, id LIMIT %2")
                           .arg(kIsFirst)
                           .arg(limit); // in the words, or PostgreSQL plans for more and sorts them all
  std::vector<OutboxEntry> due;
  for (const AccountId account : accounts) {
    SC_TRY_ASSIGN(own, entries(c, rest, {account, now}));
    std::ranges::move(own, std::back_inserter(due));
  }
  return due;
}

Result<std::optional<Instant>> nextActionAt(Connection& c, Instant after)
{
  // The plus keeps SQLite to the index in the order of time.
  SC_TRY_ASSIGN(first, c.row(QStringLiteral("SELECT next_try_at FROM outbox WHERE next_try_at > ? AND +account_id IN "
                                            "(%1) AND %2 ORDER BY next_try_at LIMIT 1")
                                 .arg(kWorkingAccounts, kIsFirst),
                             {after}, [](const Row& row) { return row.instant(0); }));
  return first;
}

Result<CompleteAction> completeAction(Connection& c, const OutboxEntry& entry)
{
  CompleteAction complete{entry.action, std::nullopt};
  Action& action = complete.action;
  BookParcel* parcel = std::get_if<BookParcel>(&action.what);
  if (auto* quote = std::get_if<QuoteRates>(&action.what))
    parcel = &quote->parcel;
  if (!parcel)
    return complete;
  if (!entry.order)
    return fail(ErrorKind::Invalid, QStringLiteral("the parcel belongs to no order"));
  SC_TRY_ASSIGN(details, orderDetails(c, *entry.order));
  if (!details)
    return fail(ErrorKind::NotFound, QStringLiteral("the order is gone"), QString::number(entry.order->value()));
  SC_TRY_ASSIGN(recipient, recipientOf(*details));
  parcel->recipient = std::move(recipient);
  // A price is told for the city; only what is booked needs a door and somebody behind it.
  if (std::holds_alternative<BookParcel>(action.what) && isMasked(parcel->recipient))
    complete.reveal = {details->row.account, details->row.externalId, details->row.number};
  return complete;
}

Result<void> recoverActions(Connection& c, Instant now, ChangeSet& changes)
{
  constexpr std::chrono::milliseconds kLongestAction = std::chrono::minutes(5);
  SC_TRY_ASSIGN(
      found, c.run(QStringLiteral("UPDATE outbox SET state = 'unknown', next_try_at = changed_at + ?, changed_at = ?, "
                                  "error_kind = 'timeout', error = 'the program ended before the answer came' "
                                  "WHERE state = 'sending'"),
                   {qint64(kLongestAction.count()), now}));
  changes.outbox |= found > 0;
  return {};
}

Result<void> noteSending(Connection& c, ActionId id, ActionState before, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(moved, moveEntry(c, id, before, ActionState::Sending, std::nullopt, now, changes));
  if (!moved)
    return fail(inOtherHands(id));
  SC_TRY(c.run(QStringLiteral("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?"), {id}));
  return {};
}

Result<void> noteSetback(Connection& c, ActionId id, const Setback& setback, Instant now, ChangeSet& changes)
{
  changes.outbox = true;
  SC_TRY_ASSIGN(noted,
                c.run(QStringLiteral("UPDATE outbox SET state = ?, next_try_at = ?, changed_at = ?, error_kind = ?, "
                                     "error = ?, attempts = attempts + CASE WHEN state = 'sending' THEN 0 ELSE 1 END "
                                     "WHERE id = ? AND state NOT IN ('done', 'failed', 'cancelled')"),
                      {actionStateName(setback.state), setback.nextTryAt, now, setback.errorKind, setback.error, id}));
  if (noted == 0)
    return fail(inOtherHands(id));
  const bool waitsForPerson = setback.state == ActionState::Unknown && !setback.nextTryAt;
  if (setback.state != ActionState::Failed && !waitsForPerson)
    return {};
  SC_TRY_ASSIGN(entry, entryThatIs(c, id));
  if (!entry.order)
    return {};
  if (!waitsForPerson)
    SC_TRY(applyRefusal(c, entry, now, changes));
  return noteOrderStep(c, {entry.account, std::nullopt, now}, *entry.order,
                       waitsForPerson ? QStringLiteral("needs_person") : QStringLiteral("action_failed"),
                       actionKindName(entry.action.what) + QStringLiteral(": ") + setback.error, changes);
}

Result<void> noteOutcome(Connection& c, const OutboxEntry& entry, const ActionOutcome& outcome,
                         std::optional<CallId> call, Instant now, Instant askAgainAt, ChangeSet& changes)
{
  changes.outbox = true;
  const ActionState state = outcome.pending ? ActionState::Pending : ActionState::Done;
  SC_TRY_ASSIGN(noted,
                c.run(QStringLiteral("UPDATE outbox SET state = ?, next_try_at = ?, changed_at = ?, error_kind = '', "
                                     "error = '', outcome = ?, call_id = COALESCE(?, call_id) WHERE id = ? AND "
                                     "state <> 'done'"),
                      {actionStateName(state), outcome.pending ? SqlValue(askAgainAt) : SqlValue(std::nullopt), now,
                       QString::fromUtf8(outcomeJson(outcome)), call, entry.id}));
  if (noted == 0)
    return fail(inOtherHands(entry.id));
  // What followed when it was accepted does not follow again when it has become final.
  if (entry.state == ActionState::Pending)
    return {};
  return applyOutcome(c, {entry.account, call, now}, entry, outcome, changes);
}

} // namespace supercargo
