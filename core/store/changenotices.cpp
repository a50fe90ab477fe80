#include "core/store/changenotices.h"

#include "core/db/ids.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace supercargo {
namespace {

using Kind = ChangeNotice::Kind;
using Cause = std::tuple<QString, QString, QString>; ///< kind, where, sample

constexpr qsizetype kLongestSample = 200;

Kind kindNamed(const QString& name)
{
  for (const Kind kind : {Kind::Field, Kind::Column, Kind::Version, Kind::List})
    if (changeKindName(kind) == name)
      return kind;
  return Kind::Value;
}

/// An account's first day shows what its provider's answers look like: many more fields than anybody reads. Only what
/// comes later is a change. Unknown values, columns and versions are told at once.
constexpr std::chrono::hours kLearning{24};

Result<bool> isBeingLearnt(Connection& c, AccountId account, const QString& kind, Instant now)
{
  if (kind != changeKindName(Kind::Field))
    return false;
  SC_TRY_ASSIGN(young, c.number(QStringLiteral("SELECT COUNT(*) FROM accounts WHERE id = ? AND created_at > ?"),
                                {account, now - kLearning}));
  return young > 0;
}

Result<bool> wasCalledBefore(Connection& c, AccountId account, const QString& operation, Instant before)
{
  SC_TRY_ASSIGN(calls, c.number(QStringLiteral("SELECT COUNT(*) FROM calls WHERE account_id = ? AND operation = ? AND "
                                               "at < ?"),
                                {account, operation, before}));
  return calls > 0;
}

Result<void> addCause(Connection& c, AccountId account, Instant now, const Cause& cause, qint64 times, bool areKnown,
                      ChangeSet& changes)
{
  const auto& [kind, where, sample] = cause;
  SC_TRY_ASSIGN(
      samples,
      c.number(QStringLiteral("SELECT COUNT(*) FROM change_notices WHERE account_id = ? AND kind = ? AND cause = ?"),
               {account, kind, where}));
  if (samples >= kMostSamples)
    return {};
  SC_TRY_ASSIGN(young, isBeingLearnt(c, account, kind, now));
  const bool learnt = young || areKnown;
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("change_notices")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO change_notices (id, account_id, kind, cause, sample, first_at, last_at, "
                              "times, dismissed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
               {id, account, kind, where, sample, now, now, times, learnt ? std::optional(now) : std::nullopt}));
  if (learnt)
    return {};
  changes.notices = true;
  changes.accounts.insert(account.value());
  return {};
}

} // namespace

QString changeKindName(Kind kind)
{
  switch (kind) {
  case Kind::Field:
    return QStringLiteral("field");
  case Kind::Value:
    return QStringLiteral("value");
  case Kind::Column:
    return QStringLiteral("column");
  case Kind::Version:
    return QStringLiteral("version");
  case Kind::List:
    return QStringLiteral("list");
  }
  Q_UNREACHABLE();
}

namespace {

Result<void> note(Connection& c, AccountId account, Instant now, const std::vector<ChangeNotice>& notices,
                  bool areKnown, ChangeSet& changes)
{
  std::map<Cause, qint64> causes; // a page of a hundred orders says the same thing a hundred times
  for (const ChangeNotice& notice : notices)
    ++causes[{changeKindName(notice.kind), notice.where, notice.sample.left(kLongestSample)}];
  for (const auto& [cause, times] : causes) {
    const auto& [kind, where, sample] = cause;
    SC_TRY_ASSIGN(known, c.run(QStringLiteral("UPDATE change_notices SET last_at = ?, times = times + ? WHERE "
                                              "account_id = ? AND kind = ? AND cause = ? AND sample = ?"),
                               {now, times, account, kind, where, sample}));
    if (known == 0)
      SC_TRY(addCause(c, account, now, cause, times, areKnown, changes));
  }
  return {};
}

} // namespace

Result<void> noteChanges(Connection& c, AccountId account, Instant now, const std::vector<ChangeNotice>& notices,
                         ChangeSet& changes)
{
  return note(c, account, now, notices, false, changes);
}

Result<void> noteFields(Connection& c, AccountId account, const QString& operation, Instant now,
                        const std::vector<ChangeNotice>& notices, ChangeSet& changes)
{
  SC_TRY_ASSIGN(isOld, wasCalledBefore(c, account, operation, now - kLearning));
  return note(c, account, now, notices, !isOld, changes);
}

Result<std::vector<NoticedChange>> noticedChanges(Connection& c, std::optional<AccountId> account, bool dismissedToo)
{
  QStringList conditions;
  std::vector<SqlValue> values;
  if (account) {
    conditions << QStringLiteral("account_id = ?");
    values.emplace_back(*account);
  }
  if (!dismissedToo)
    conditions << QStringLiteral("dismissed_at IS NULL");
  const QString where = conditions.isEmpty() ? QString() : QStringLiteral(" WHERE ") + conditions.join(u" AND ");
  return c.rows(QStringLiteral("SELECT id, account_id, kind, cause, sample, first_at, last_at, times, dismissed_at "
                               "FROM change_notices%1 ORDER BY id DESC")
                    .arg(where),
                values, [](const Row& row) {
                  return NoticedChange{
                      row.integer(0), row.id<AccountId>(1), {kindNamed(row.text(2)), row.text(3), row.text(4)},
                      row.instant(5), row.instant(6),       row.integer(7),
                      !row.isNull(8)};
                });
}

Result<std::vector<ChangeCause>> changeCauses(Connection& c, std::optional<AccountId> account, bool dismissedToo)
{
  SC_TRY_ASSIGN(notices, noticedChanges(c, account, dismissedToo));
  std::vector<ChangeCause> causes;
  std::map<std::tuple<qint64, QString, QString>, size_t> places;
  for (const NoticedChange& notice : notices) {
    const auto [place, isNew] = places.try_emplace(
        {notice.account.value(), changeKindName(notice.notice.kind), notice.notice.where}, causes.size());
    if (isNew)
      causes.push_back(
          {notice.account, notice.notice.kind, notice.notice.where, {}, {}, notice.firstAt, notice.lastAt, 0, true});
    ChangeCause& cause = causes[place->second];
    cause.samples << notice.notice.sample;
    cause.ids.push_back(notice.id);
    cause.firstAt = std::min(cause.firstAt, notice.firstAt);
    cause.lastAt = std::max(cause.lastAt, notice.lastAt);
    cause.times += notice.times;
    cause.dismissed = cause.dismissed && notice.dismissed;
  }
  std::ranges::stable_sort(causes, [](const ChangeCause& a, const ChangeCause& b) { return a.lastAt > b.lastAt; });
  return causes;
}

Result<void> dismissChange(Connection& c, qint64 id, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(done, c.run(QStringLiteral("UPDATE change_notices SET dismissed_at = ? WHERE id = ?"), {now, id}));
  if (done == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("no such notice"), QString::number(id));
  changes.notices = true;
  return {};
}

} // namespace supercargo
