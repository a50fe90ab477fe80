#include "core/sync/pagestore.h"

#include "core/stock/alerts.h"
#include "core/store/catalogue.h"
#include "core/store/changenotices.h"
#include "core/store/erasures.h"
#include "core/store/freightbills.h"
#include "core/store/goneproducts.h"
#include "core/store/money.h"
#include "core/store/orderaudit.h"
#include "core/store/parcels.h"
#include "core/sync/recorder.h"

namespace supercargo {
namespace {

Result<UpsertCount> storeRecords(Connection& c, const Origin& origin, const FetchedPage& page, ChangeSet& changes)
{
  const Snapshots& snapshots = page.snapshots;
  UpsertCount count;
  const auto store = [&](auto upsert, const auto& records) -> Result<void> {
    if (records.empty())
      return {};
    SC_TRY_ASSIGN(done, upsert(c, origin, records, changes));
    count += done;
    return {};
  };
  SC_TRY(store(upsertProducts, snapshots.products));
  SC_TRY(store(upsertCustomers, snapshots.customers));
  if (!page.orders.orders.empty()) {
    SC_TRY_ASSIGN(done, upsertPreparedOrders(c, origin, page.orders, changes));
    count += done;
  }
  SC_TRY(store(upsertStock, snapshots.stock));
  SC_TRY(store(upsertPayments, snapshots.payments));
  SC_TRY(store(upsertBillLines, snapshots.billLines));
  SC_TRY(store(upsertTracking, snapshots.tracking));
  SC_TRY(store(upsertFreightBills, snapshots.freightBills));
  return count;
}

/// What was asked for by id and is not there. A list that names products whose details do not come proves nothing.
Result<void> storeGone(Connection& c, const Origin& origin, const FetchedPage& page, ChangeSet& changes)
{
  const QStringList& gone = page.snapshots.gone;
  if (page.stream == Stream::Orders && !gone.isEmpty())
    SC_TRY(markOrdersGone(c, origin, gone, changes));
  if (page.stream != Stream::Products)
    return {};
  if (page.loop != Loop::Discover)
    SC_TRY(markProductsGone(c, page.account, gone, page.now, changes));
  return noteMissedProducts(c, page.account, page.doubted, page.now);
}

/// `wrong`: records of the page that were wrong here, or that the provider no longer has.
Result<void> storeEnd(Connection& c, const FetchedPage& page, const PartEnd& end, qint64 wrong)
{
  SC_TRY_ASSIGN(state, streamState(c, page.account, page.stream));
  switch (page.loop) {
  case Loop::Discover:
    if (end.cursor)
      state.cursor = *end.cursor;
    state.coveredTo = end.coveredTo;
    state.lastTryAt = page.now;
    break;
  case Loop::Revisit:
    state.lastRevisitAt = page.now;
    break;
  case Loop::Audit:
    state.lastAuditAt = page.now;
    if (page.asked.isEmpty()) {
      state.remoteTotal = end.remoteTotal.value_or(-1);
    } else {
      state.auditCompared = page.asked.size();
      state.auditWrong = end.wrongBefore + wrong;
    }
    break;
  }
  state.lastOkAt = page.now;
  state.lastErrorKind.clear();
  state.lastError.clear();
  return saveStreamState(c, state);
}

/// Whatever came of it, what was asked for waits for its next turn.
Result<void> noteAsked(Connection& c, const FetchedPage& page)
{
  constexpr std::chrono::hours kUntilMissingIsSought{1};
  if (page.stream == Stream::Tracking)
    return noteTracked(c, page.asked, page.account, page.now);
  if (page.stream == Stream::Payments)
    return notePaymentsAsked(c, page.account, page.asked, page.now);
  if (page.stream == Stream::Orders)
    return postponeRevisit(c, page.account, page.missing, page.now + kUntilMissingIsSought / page.pace);
  return {};
}

} // namespace

QStringList recordIds(const FetchedPage& page)
{
  const Snapshots& snapshots = page.snapshots;
  QStringList ids;
  for (const auto& order : page.orders.orders)
    ids << order.externalId;
  for (const auto& product : snapshots.products)
    ids << product.externalId;
  for (const auto& stock : snapshots.stock)
    ids << stock.variantExternalId;
  for (const auto& customer : snapshots.customers)
    ids << customer.externalId;
  for (const auto& payment : snapshots.payments)
    ids << payment.externalId << payment.orderNumber;
  for (const auto& line : snapshots.billLines)
    ids << line.entryId;
  for (const auto& parcel : snapshots.tracking)
    ids << parcel.number;
  ids.removeAll(QString());
  return ids;
}

namespace {

/// Whether the answer's body holds a person whose data were erased.
Result<bool> tellsOfErased(Connection& c, const FetchedPage& page)
{
  SC_TRY_ASSIGN(erased, erasedIds(c, page.account));
  if (erased.isEmpty())
    return false;
  QStringList ids = recordIds(page);
  for (const ItemFailure& failure : page.snapshots.failures)
    ids << failure.externalId;
  return std::ranges::any_of(ids, [&](const QString& id) { return erased.contains(id); });
}

} // namespace

Result<UpsertCount> storePage(Connection& c, const FetchedPage& page, ChangeSet& changes)
{
  Origin origin{page.account, std::nullopt, page.now, page.pace};
  if (page.call) {
    SC_TRY_ASSIGN(id, nextCallId(c));
    origin.call = id;
  }
  SC_TRY_ASSIGN(count, storeRecords(c, origin, page, changes));
  SC_TRY(storeGone(c, origin, page, changes));
  // A question each that nearly always finds nothing: not after every page. What is imported has no end and no call.
  const bool isLast = page.end || !page.call;
  if (isLast)
    SC_TRY(letGoOfOldHolds(c, page.now, changes));
  if (isLast || changes.stock)
    SC_TRY(refreshStockAlerts(c, page.now, changes));
  if (const QStringList well = recordIds(page); !well.isEmpty())
    SC_TRY(resolveFailures(c, page.account, page.stream, well));
  if (!page.snapshots.failures.empty()) {
    SC_TRY(noteFailures(c, page.account, page.stream, origin.call, page.now, page.snapshots.failures, changes,
                        page.frames));
    count.failed += qint64(page.snapshots.failures.size());
  }
  if (!page.snapshots.changes.empty())
    SC_TRY(noteChanges(c, page.account, page.now, page.snapshots.changes, changes));
  if (!page.asked.isEmpty())
    SC_TRY(noteAsked(c, page));
  if (page.call) {
    PackedCall packed = *page.call;
    packed.call.id = *origin.call;
    packed.call.stored = storedText(page.stream, count);
    SC_TRY_ASSIGN(isOfErased, tellsOfErased(c, page));
    if (isOfErased)
      packed.request = packed.response = packed.replay = QByteArray();
    SC_TRY(recordCall(c, packed));
    changes.calls = true;
  }
  if (page.end) {
    SC_TRY(sweepStockAlerts(c, page.now, changes));
    SC_TRY(storeEnd(c, page, *page.end, count.changed + page.snapshots.gone.size()));
    changes.accounts.insert(page.account.value());
  }
  return count;
}

Result<void> noteRunFailed(Connection& c, AccountId account, Stream stream, Loop loop, const Error& error, Instant now,
                           ChangeSet& changes)
{
  SC_TRY_ASSIGN(state, streamState(c, account, stream));
  if (loop == Loop::Discover)
    state.lastTryAt = now;
  else if (loop == Loop::Revisit)
    state.lastRevisitAt = now;
  else
    state.lastAuditAt = now;
  state.lastErrorKind = errorKindName(error.kind);
  state.lastError = error.detail;
  changes.accounts.insert(account.value());
  return saveStreamState(c, state);
}

Result<QStringList> idsToRevisit(Connection& c, AccountId account, Stream stream, Instant now, int limit)
{
  switch (stream) {
  case Stream::Orders:
    return ordersToRevisit(c, account, now, limit);
  case Stream::Payments:
    return paymentsToRevisit(c, account, now, limit);
  default:
    return QStringList();
  }
}

} // namespace supercargo
