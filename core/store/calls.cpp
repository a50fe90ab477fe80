#include "core/store/calls.h"

#include "core/base/crypto.h"
#include "core/db/ids.h"
#include "core/domain/snapshot.h"

#include <QMap>
#include <QSet>

#include <cmath>

namespace supercargo {
namespace {

const QString kCallColumns = QStringLiteral(
    "id, account_id, at, operation, method, host, path, status, ms, bytes, attempt, error_kind, error, stored");

/// Room that a call takes besides its bodies.
constexpr qint64 kCallOverhead = 300;

/// Marks the key of a failure that came without an id of its own.
const QLatin1String kPayloadKey("payload:");

/// Bodies are text and much alike.
QByteArray packed(const QByteArray& body)
{
  return body.isEmpty() ? body : qCompress(body, 3);
}
QByteArray unpacked(const QByteArray& stored)
{
  return stored.isEmpty() ? stored : qUncompress(stored);
}

CallRecord callOf(const Row& row)
{
  CallRecord call;
  call.id = row.id<CallId>(0);
  call.account = row.id<AccountId>(1);
  call.at = row.instant(2);
  call.operation = row.text(3);
  call.method = row.text(4);
  call.host = row.text(5);
  call.path = row.text(6);
  call.status = int(row.integer(7));
  call.duration = std::chrono::milliseconds(row.integer(8));
  call.bytes = row.integer(9);
  call.attempt = int(row.integer(10));
  call.errorKind = row.text(11);
  call.error = row.text(12);
  call.stored = row.text(13);
  return call;
}

/// Nearest rank: the smallest value that at least `share` of all are not above. `sorted` is not empty.
double percentile(const std::vector<qint64>& sorted, double share)
{
  const auto rank = size_t(std::ceil(share * double(sorted.size())));
  return double(sorted[std::max<size_t>(rank, 1) - 1]);
}

/// The highest id that must go so that the bodies kept fit into `maxBytes`; 0: none.
Result<qint64> lastCallBeyond(Connection& c, qint64 maxBytes)
{
  qint64 kept = 0, last = 0;
  SC_TRY(c.each(QStringLiteral("SELECT id, coalesce(length(request), 0) + coalesce(length(response), 0) FROM calls "
                               "ORDER BY id DESC"),
                {}, [&](const Row& row) {
                  kept += row.integer(1) + kCallOverhead;
                  if (kept <= maxBytes)
                    return true;
                  last = row.integer(0);
                  return false;
                }));
  return last;
}

QString failureKey(const ItemFailure& failure)
{
  if (!failure.externalId.isEmpty())
    return failure.externalId;
  return kPayloadKey + QString::fromLatin1(crypto::digest(crypto::Hash::Sha256, failure.payload).toHex().left(16));
}

} // namespace

Result<CallId> recordCall(Connection& c, const CallRecord& call)
{
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("calls")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO calls (%1, request, response) VALUES "
                              "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                   .arg(kCallColumns),
               {id, call.account, call.at, call.operation, call.method, call.host, call.path, call.status,
                qint64(call.duration.count()), call.bytes, call.attempt, call.errorKind, call.error, call.stored,
                packed(call.request), packed(call.response)}));
  return CallId(id);
}

Result<void> noteStored(Connection& c, CallId call, const QString& stored)
{
  SC_TRY(c.run(QStringLiteral("UPDATE calls SET stored = ? WHERE id = ?"), {stored, call}));
  return {};
}

Result<void> trimCalls(Connection& c, Instant now, int keepDays, qint64 maxBytes)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY(c.run(QStringLiteral("DELETE FROM calls WHERE at < ?"), {now - std::chrono::hours(24) * keepDays}));
    SC_TRY_ASSIGN(last, lastCallBeyond(c, maxBytes));
    SC_TRY(c.run(QStringLiteral("DELETE FROM calls WHERE id <= ?"), {last}));
    return {};
  });
}

Result<std::vector<CallRecord>> callRows(Connection& c, const CallFilter& filter, int limit, qint64 after)
{
  QStringList where{QStringLiteral("1 = 1")};
  std::vector<SqlValue> values;
  if (after > 0) {
    where << QStringLiteral("id < ?");
    values.emplace_back(after);
  }
  if (filter.account) {
    where << QStringLiteral("account_id = ?");
    values.emplace_back(*filter.account);
  }
  if (filter.failedOnly)
    where << QStringLiteral("error_kind <> ''");
  if (!filter.text.isEmpty()) {
    where << QStringLiteral("(lower(operation) LIKE ? ESCAPE '\\' OR lower(path) LIKE ? ESCAPE '\\' "
                            "OR lower(error) LIKE ? ESCAPE '\\')");
    values.insert(values.end(), 3, u'%' + likeEscaped(filter.text.toLower()) + u'%');
  }
  QString sql = QStringLiteral("SELECT %1 FROM calls WHERE %2 ORDER BY id DESC")
                    .arg(kCallColumns, where.join(QLatin1String(" AND ")));
  if (limit > 0) {
    sql += QLatin1String(" LIMIT ?");
    values.emplace_back(limit);
  }
  return c.rows(sql, values, callOf);
}

Result<std::optional<CallRecord>> callDetails(Connection& c, CallId id)
{
  return c.row(QStringLiteral("SELECT %1, request, response FROM calls WHERE id = ?").arg(kCallColumns), {id},
               [](const Row& row) {
                 CallRecord call = callOf(row);
                 call.request = unpacked(row.bytes(14));
                 call.response = unpacked(row.bytes(15));
                 return call;
               });
}

Result<std::vector<CallStats>> callStats(Connection& c, Instant since)
{
  struct Group {
    CallStats stats;
    std::vector<qint64> ms; ///< of calls that were answered, rising
  };
  QMap<qint64, Group> groups;
  SC_TRY(c.each(QStringLiteral("SELECT account_id, status, ms, error_kind FROM calls WHERE at >= ? ORDER BY ms"),
                {since}, [&](const Row& row) {
                  Group& group = groups[row.integer(0)];
                  ++group.stats.calls;
                  group.stats.errors += row.text(3).isEmpty() ? 0 : 1;
                  if (row.integer(1) > 0)
                    group.ms.push_back(row.integer(2));
                }));
  std::vector<CallStats> all;
  for (auto it = groups.begin(); it != groups.end(); ++it) {
    CallStats stats = it->stats;
    stats.account = AccountId(it.key());
    if (!it->ms.empty()) {
      stats.p50 = percentile(it->ms, 0.50);
      stats.p95 = percentile(it->ms, 0.95);
      stats.p99 = percentile(it->ms, 0.99);
    }
    all.push_back(stats);
  }
  return all;
}

Result<void> noteFailures(Connection& c, AccountId account, Stream stream, std::optional<CallId> call, Instant now,
                          const std::vector<ItemFailure>& failures, ChangeSet& changes)
{
  if (failures.empty())
    return {};
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("sync_failures"), qint64(failures.size())));
  for (const ItemFailure& failure : failures)
    SC_TRY(c.run(
        QStringLiteral("INSERT INTO sync_failures (id, account_id, stream, external_id, reason, payload, attempts, "
                       "first_at, last_at, call_id) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) "
                       "ON CONFLICT (account_id, stream, external_id) DO UPDATE SET reason = excluded.reason, "
                       "payload = excluded.payload, attempts = sync_failures.attempts + 1, "
                       "last_at = excluded.last_at, call_id = excluded.call_id"),
        {id++, account, streamName(stream), failureKey(failure), failure.reason, packed(failure.payload), now, now,
         call}));
  changes.failures = true;
  changes.accounts.insert(account.value());
  return {};
}

Result<void> resolveFailures(Connection& c, AccountId account, Stream stream, const QStringList& externalIds)
{
  // Asked after every page, and nearly always there is none: read first.
  SC_TRY_ASSIGN(failing,
                c.rows(QStringLiteral("SELECT external_id FROM sync_failures WHERE account_id = ? AND stream = ?"),
                       {account, streamName(stream)}, [](const Row& row) { return row.text(0); }));
  const QSet<QString> good(externalIds.begin(), externalIds.end());
  for (const QString& id : failing)
    if (good.contains(id))
      SC_TRY(c.run(QStringLiteral("DELETE FROM sync_failures WHERE account_id = ? AND stream = ? AND external_id = ?"),
                   {account, streamName(stream), id}));
  return {};
}

Result<std::vector<SyncFailure>> syncFailures(Connection& c, std::optional<AccountId> account, int limit)
{
  QString sql =
      QStringLiteral("SELECT id, account_id, stream, external_id, reason, payload, attempts, first_at, last_at, "
                     "call_id FROM sync_failures");
  std::vector<SqlValue> values;
  if (account) {
    sql += QLatin1String(" WHERE account_id = ?");
    values.emplace_back(*account);
  }
  sql += QLatin1String(" ORDER BY last_at DESC, id DESC");
  if (limit > 0) {
    sql += QLatin1String(" LIMIT ?");
    values.emplace_back(limit);
  }
  return c.rows(sql, values, [](const Row& row) {
    SyncFailure failure;
    failure.id = row.id<FailureId>(0);
    failure.account = row.id<AccountId>(1);
    failure.stream = streamNamed(row.text(2)).value_or(Stream::Orders);
    failure.externalId = row.text(3).startsWith(kPayloadKey) ? QString() : row.text(3);
    failure.reason = row.text(4);
    failure.payload = unpacked(row.bytes(5));
    failure.attempts = row.integer(6);
    failure.firstAt = row.instant(7);
    failure.lastAt = row.instant(8);
    if (!row.isNull(9))
      failure.call = row.id<CallId>(9);
    return failure;
  });
}

} // namespace supercargo
