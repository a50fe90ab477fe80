#include "core/outbox/settling.h"

#include "core/domain/courier.h"
#include "core/outbox/actionjson.h"
#include "core/store/orderflow.h"

namespace supercargo {
namespace {

/// A number that was mistyped must not carry another order's parcel off.
Result<void> checkIsFree(Connection& c, const OutboxEntry& entry, const QString& number)
{
  SC_TRY_ASSIGN(others, c.number(QStringLiteral("SELECT COUNT(*) FROM shipments WHERE number = ? AND order_id IS NOT "
                                                "NULL AND order_id <> ?"),
                                 {number, entry.order.value_or(OrderId())}));
  if (others > 0)
    return fail(ErrorKind::Conflict, QStringLiteral("this is the parcel of another order"), number);
  return {};
}

Result<void> noteHappened(Connection& c, const OutboxEntry& entry, const QString& number, const Settlement& settlement,
                          Instant now, ChangeSet& changes)
{
  ActionOutcome outcome = entry.outcome;
  outcome.accepted = true;
  outcome.pending = false;
  outcome.message = QStringLiteral("settled by %1").arg(settlement.actor);
  if (!number.isEmpty())
    outcome.number = number;
  return noteOutcome(c, entry, outcome, std::nullopt, now, now, changes);
}

Result<void> noteNotHappened(Connection& c, const OutboxEntry& entry, const Settlement& settlement, Instant now,
                             ChangeSet& changes)
{
  changes.outbox = true;
  SC_TRY_ASSIGN(noted, c.run(QStringLiteral("UPDATE outbox SET state = 'failed', next_try_at = NULL, changed_at = ?, "
                                            "error_kind = ?, error = ? WHERE id = ? AND state = ?"),
                             {now, errorKindName(ErrorKind::Cancelled),
                              QStringLiteral("it did not happen, says %1").arg(settlement.actor), entry.id,
                              actionStateName(entry.state)}));
  if (noted == 0)
    return fail(ErrorKind::Conflict, QStringLiteral("the action has moved on meanwhile"),
                QString::number(entry.id.value()));
  return {};
}

} // namespace

Result<void> settleAction(Connection& c, ActionId id, const Settlement& settlement, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(entry, outboxEntry(c, id));
  if (!entry)
    return fail(ErrorKind::NotFound, QStringLiteral("no such action"), QString::number(id.value()));
  if (entry->state != ActionState::Unknown && entry->state != ActionState::Pending)
    return fail(ErrorKind::Conflict,
                QStringLiteral("the action is \"%1\": there is nothing to settle").arg(actionStateName(entry->state)),
                QString::number(id.value()));
  const bool isParcel = std::holds_alternative<BookParcel>(entry->action.what);
  const QString number = isParcel ? normalisedNumber(settlement.number) : settlement.number.trimmed();
  if (settlement.happened && isParcel) {
    if (number.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("the waybill's number is missing"), QString::number(id.value()));
    SC_TRY(checkIsFree(c, *entry, number));
  }
  if (entry->order) { // first, so that what follows from it stands behind it
    const QString said = settlement.happened ? QStringLiteral("happened") : QStringLiteral("did not happen");
    const QString what = number.isEmpty() || !settlement.happened ? said : said + u' ' + number;
    SC_TRY(noteOrderStep(
        c, {entry->account, std::nullopt, now}, *entry->order, QStringLiteral("settled"),
        QStringLiteral("%1: %2, says %3").arg(actionKindName(entry->action.what), what, settlement.actor), changes));
  }
  return settlement.happened ? noteHappened(c, *entry, number, settlement, now, changes)
                             : noteNotHappened(c, *entry, settlement, now, changes);
}

bool needsPerson(const OutboxEntry& entry)
{
  return entry.state == ActionState::Unknown && !entry.nextTryAt;
}

} // namespace supercargo
