#include "core/store/failures.h"

#include "core/base/crypto.h"
#include "core/db/ids.h"
#include "core/domain/snapshot.h"
#include "core/store/erasures.h"
#include "core/store/packedbytes.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace supercargo {
namespace {

/// Marks the key of a failure that came without an id of its own.
const QLatin1String kPayloadKey("payload:");

const QString kColumns =
    QStringLiteral("id, account_id, stream, external_id, reason, payload, attempts, first_at, last_at, call_id, "
                   "edited, edited_by, edited_at, dismissed_at, dismissed_by, dismissed_reason, "
                   "CASE WHEN coalesce(length(request), 0) > 0 THEN 1 ELSE 0 END");

QString failureKey(const ItemFailure& failure)
{
  if (!failure.externalId.isEmpty())
    return failure.externalId;
  return kPayloadKey + QString::fromLatin1(crypto::digest(crypto::Hash::Sha256, failure.payload).toHex().left(16));
}

SyncFailure failureOf(const Row& row)
{
  SyncFailure failure;
  failure.id = row.id<FailureId>(0);
  failure.account = row.id<AccountId>(1);
  failure.stream = streamNamed(row.text(2)).value_or(Stream::Orders);
  failure.externalId = row.text(3).startsWith(kPayloadKey) ? QString() : row.text(3);
  failure.reason = row.text(4);
  failure.payload = unpackedBytes(row.bytes(5));
  failure.attempts = row.integer(6);
  failure.firstAt = row.instant(7);
  failure.lastAt = row.instant(8);
  if (!row.isNull(9))
    failure.call = row.id<CallId>(9);
  failure.edited = unpackedBytes(row.bytes(10));
  failure.editedBy = row.text(11);
  failure.editedAt = row.instantIfAny(12);
  failure.dismissedAt = row.instantIfAny(13);
  failure.dismissedBy = row.text(14);
  failure.dismissedReason = row.text(15);
  failure.editable = row.flag(16);
  return failure;
}

Result<SyncFailure> existing(Connection& c, FailureId id)
{
  SC_TRY_ASSIGN(found, syncFailure(c, id));
  if (!found)
    return fail(ErrorKind::NotFound, QStringLiteral("no such failed record"), QString::number(id.value()));
  return std::move(*found);
}

Result<void> log(Connection& c, const SyncFailure& failure, const QString& deed, const QString& note,
                 const QByteArray& edited, const QString& actor, Instant now)
{
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("failure_log")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO failure_log (id, account_id, stream, external_id, at, actor, deed, note, "
                              "original, edited) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
               {id, failure.account, streamName(failure.stream), failure.externalId, now, actor, deed, note,
                packedBytes(failure.payload), packedBytes(edited)}));
  return {};
}

} // namespace

Result<void> noteFailures(Connection& c, AccountId account, Stream stream, std::optional<CallId> call, Instant now,
                          const std::vector<ItemFailure>& failures, ChangeSet& changes,
                          const std::vector<FailureFrame>& frames)
{
  if (failures.empty())
    return {};
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("sync_failures"), qint64(failures.size())));
  SC_TRY_ASSIGN(erased, erasedIds(c, account));
  for (size_t i = 0; i < failures.size(); ++i) {
    ItemFailure failure = failures[i];
    FailureFrame frame = i < frames.size() ? frames[i] : FailureFrame();
    if (erased.contains(failure.externalId)) { // the record of a person whom nobody may keep any more
      failure.payload.clear();
      frame = {};
    }
    SC_TRY(c.run(
        QStringLiteral("INSERT INTO sync_failures (id, account_id, stream, external_id, reason, payload, attempts, "
                       "first_at, last_at, call_id, request, answer_before, answer_after) "
                       "VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (account_id, stream, external_id) DO UPDATE SET reason = excluded.reason, "
                       "payload = excluded.payload, attempts = sync_failures.attempts + 1, "
                       "last_at = excluded.last_at, call_id = excluded.call_id, request = excluded.request, "
                       "answer_before = excluded.answer_before, answer_after = excluded.answer_after, "
                       "dismissed_at = CASE WHEN sync_failures.reason = excluded.reason "
                       "THEN sync_failures.dismissed_at ELSE NULL END"),
        {id++, account, streamName(stream), failureKey(failure), failure.reason, packedBytes(failure.payload), now, now,
         call, packedBytes(frame.request), packedBytes(frame.before), packedBytes(frame.after)}));
  }
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

Result<std::vector<SyncFailure>> syncFailures(Connection& c, std::optional<AccountId> account, int limit,
                                              bool dismissedToo)
{
  QStringList where{QStringLiteral("1 = 1")};
  std::vector<SqlValue> values;
  if (account) {
    where << QStringLiteral("account_id = ?");
    values.emplace_back(*account);
  }
  if (!dismissedToo)
    where << QStringLiteral("dismissed_at IS NULL");
  QString sql = QStringLiteral("SELECT %1 FROM sync_failures WHERE %2 ORDER BY last_at DESC, id DESC")
                    .arg(kColumns, where.join(QLatin1String(" AND ")));
  if (limit > 0) {
    sql += QLatin1String(" LIMIT ?");
    values.emplace_back(limit);
  }
  return c.rows(sql, values, failureOf);
}

Result<qint64> failureCount(Connection& c, std::optional<AccountId> account)
{
  QString sql = QStringLiteral("SELECT COUNT(*) FROM sync_failures WHERE dismissed_at IS NULL");
  if (!account)
    return c.number(sql);
  return c.number(sql + QLatin1String(" AND account_id = ?"), {*account});
}

Result<std::optional<SyncFailure>> syncFailure(Connection& c, FailureId id)
{
  return c.row(QStringLiteral("SELECT %1 FROM sync_failures WHERE id = ?").arg(kColumns), {id}, failureOf);
}

Result<FailureFrame> failureFrame(Connection& c, FailureId id)
{
  SC_TRY_ASSIGN(
      found,
      c.row(
          QStringLiteral("SELECT request, answer_before, answer_after FROM sync_failures WHERE id = ?"), {id},
          [](const Row& row) {
            return FailureFrame{unpackedBytes(row.bytes(0)), unpackedBytes(row.bytes(1)), unpackedBytes(row.bytes(2))};
          }));
  return found.value_or(FailureFrame());
}

QString causeOf(const QString& reason)
{
  static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|“[^”]*”")), number(QStringLiteral("\\d+"));
  return QString(reason).replace(quoted, QStringLiteral("\"…\"")).replace(number, QStringLiteral("#"));
}

Result<std::vector<FailureCause>> failureCauses(Connection& c, std::optional<AccountId> account)
{
  using Key = std::tuple<qint64, QString, QString>;
  std::map<Key, FailureCause> causes;
  QString sql = QStringLiteral("SELECT id, account_id, stream, reason, attempts, first_at, last_at FROM sync_failures "
                               "WHERE dismissed_at IS NULL");
  std::vector<SqlValue> values;
  if (account) {
    sql += QLatin1String(" AND account_id = ?");
    values.emplace_back(*account);
  }
  SC_TRY(c.each(sql + QLatin1String(" ORDER BY last_at DESC, id DESC"), values, [&](const Row& row) {
    const QString cause = causeOf(row.text(3));
    FailureCause& group = causes[{row.integer(1), row.text(2), cause}];
    if (group.ids.empty()) {
      group = {row.id<AccountId>(1),
               streamNamed(row.text(2)).value_or(Stream::Orders),
               cause,
               row.text(3),
               0,
               row.instant(5),
               row.instant(6),
               {}};
    }
    group.attempts += row.integer(4);
    group.firstAt = std::min(group.firstAt, row.instant(5));
    group.ids.push_back(row.id<FailureId>(0));
  }));
  std::vector<FailureCause> list;
  for (auto& [key, cause] : causes)
    list.push_back(std::move(cause));
  std::ranges::stable_sort(list, [](const FailureCause& a, const FailureCause& b) {
    return std::pair(a.ids.size(), a.lastAt) > std::pair(b.ids.size(), b.lastAt);
  });
  return list;
}

Result<void> dismissFailure(Connection& c, FailureId id, const QString& reason, const QString& actor, Instant now,
                            ChangeSet& changes)
{
  if (reason.trimmed().isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a record is dismissed only for a reason"));
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(failure, existing(c, id));
    SC_TRY(c.run(QStringLiteral("UPDATE sync_failures SET dismissed_at = ?, dismissed_by = ?, dismissed_reason = ? "
                                "WHERE id = ?"),
                 {now, actor, reason.trimmed(), id}));
    SC_TRY(log(c, failure, QStringLiteral("dismissed"), reason.trimmed(), {}, actor, now));
    changes.failures = true;
    changes.accounts.insert(failure.account.value());
    return {};
  });
}

Result<void> reopenFailure(Connection& c, FailureId id, const QString& actor, Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(failure, existing(c, id));
    SC_TRY(c.run(QStringLiteral("UPDATE sync_failures SET dismissed_at = NULL, dismissed_by = '', "
                                "dismissed_reason = '' WHERE id = ?"),
                 {id}));
    SC_TRY(log(c, failure, QStringLiteral("reopened"), {}, {}, actor, now));
    changes.failures = true;
    changes.accounts.insert(failure.account.value());
    return {};
  });
}

Result<void> keepEdit(Connection& c, FailureId id, const QByteArray& edited, const QString& reason,
                      const QString& actor, Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(failure, existing(c, id));
    SC_TRY(c.run(QStringLiteral("UPDATE sync_failures SET edited = ?, edited_by = ?, edited_at = ?, reason = ?, "
                                "attempts = attempts + 1, last_at = ? WHERE id = ?"),
                 {packedBytes(edited), actor, now, reason, now, id}));
    SC_TRY(log(c, failure, QStringLiteral("edited"), reason, edited, actor, now));
    changes.failures = true;
    changes.accounts.insert(failure.account.value());
    return {};
  });
}

Result<void> closeFailure(Connection& c, const SyncFailure& failure, const QByteArray& edited, const QString& actor,
                          Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY(log(c, failure, QStringLiteral("stored"), failure.reason, edited, actor, now));
    SC_TRY(c.run(QStringLiteral("DELETE FROM sync_failures WHERE id = ?"), {failure.id}));
    changes.failures = true;
    changes.accounts.insert(failure.account.value());
    return {};
  });
}

Result<std::vector<FailureDeed>> failureDeeds(Connection& c, int limit)
{
  return c.rows(QStringLiteral("SELECT id, account_id, stream, external_id, at, actor, deed, note, original, edited "
                               "FROM failure_log ORDER BY id DESC LIMIT ?"),
                {limit}, [](const Row& row) {
                  return FailureDeed{row.integer(0),
                                     row.id<AccountId>(1),
                                     streamNamed(row.text(2)).value_or(Stream::Orders),
                                     row.text(3),
                                     row.instant(4),
                                     row.text(5),
                                     row.text(6),
                                     row.text(7),
                                     unpackedBytes(row.bytes(8)),
                                     unpackedBytes(row.bytes(9))};
                });
}

Result<void> trimFailureDeeds(Connection& c, Instant now, int keepDays)
{
  SC_TRY(c.run(QStringLiteral("DELETE FROM failure_log WHERE at < ?"), {now - std::chrono::hours(24) * keepDays}));
  return {};
}

} // namespace supercargo
