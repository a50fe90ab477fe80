#include "core/store/calls.h"

#include "core/db/ids.h"
#include "core/store/packedbytes.h"
#include "core/store/percentile.h"

#include <QMap>

namespace supercargo {
namespace {

const QString kCallColumns = QStringLiteral(
    "id, account_id, at, operation, method, host, path, status, ms, bytes, attempt, error_kind, error, stored, "
    "stream");

/// Room that a call takes besides its bodies.
constexpr qint64 kCallOverhead = 300;

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
  call.stream = streamNamed(row.text(14));
  return call;
}

/// What is limited by the day counts the calls of the last one, so their rows stay; without bodies they are small.
constexpr std::chrono::hours kCounted{24};

/// The highest id whose bodies must go so that the bodies kept fit into `maxBytes`; 0: none.
Result<qint64> lastCallBeyond(Connection& c, qint64 maxBytes)
{
  qint64 kept = 0, last = 0;
  SC_TRY(c.each(QStringLiteral("SELECT id, coalesce(length(request), 0) + coalesce(length(response), 0) + "
                               "coalesce(length(replay), 0) FROM calls "
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

/// What a filter asks for, as conditions on `calls`.
struct CallConditions {
  QStringList where{QStringLiteral("1 = 1")};
  std::vector<SqlValue> values;

  void add(const QString& condition, SqlValue value)
  {
    where << condition;
    values.push_back(std::move(value));
  }
  QString sql() const { return where.join(QLatin1String(" AND ")); }
};

/// Statuses from and below; `None` is status 0.
std::pair<int, int> statusesOf(AnswerKind answer)
{
  switch (answer) {
  case AnswerKind::Success:
    return {200, 300};
  case AnswerKind::Redirect:
    return {300, 400};
  case AnswerKind::ClientError:
    return {400, 500};
  case AnswerKind::ServerError:
    return {500, 1000};
  case AnswerKind::None:
    return {0, 1};
  case AnswerKind::Any:
    break;
  }
  return {0, 1000};
}

CallConditions conditionsOf(const CallFilter& filter, qint64 after)
{
  CallConditions is;
  if (after > 0)
    is.add(QStringLiteral("id < ?"), after);
  if (filter.account)
    is.add(QStringLiteral("account_id = ?"), *filter.account);
  if (filter.failedOnly)
    is.where << QStringLiteral("error_kind <> ''");
  if (filter.stream)
    is.add(QStringLiteral("stream = ?"), streamName(*filter.stream));
  if (filter.since)
    is.add(QStringLiteral("at >= ?"), *filter.since);
  if (filter.until)
    is.add(QStringLiteral("at < ?"), *filter.until);
  if (filter.answer != AnswerKind::Any) {
    const auto [from, below] = statusesOf(filter.answer);
    is.add(QStringLiteral("status >= ?"), from);
    is.add(QStringLiteral("status < ?"), below);
  }
  return is;
}

bool mentions(const CallRecord& call, const QString& text)
{
  for (const QString* place : {&call.operation, &call.path, &call.error, &call.stored})
    if (place->contains(text, Qt::CaseInsensitive))
      return true;
  for (const QByteArray* body : {&call.request, &call.response})
    if (QString::fromUtf8(*body).contains(text, Qt::CaseInsensitive))
      return true;
  return false;
}

CallRecord callWithBodies(const Row& row)
{
  CallRecord call = callOf(row);
  call.request = unpackedBytes(row.bytes(15));
  call.response = unpackedBytes(row.bytes(16));
  return call;
}

} // namespace

PackedCall packedCall(CallRecord call)
{
  PackedCall packed;
  packed.request = packedBytes(std::exchange(call.request, {}));
  packed.response = packedBytes(std::exchange(call.response, {}));
  packed.replay = packedBytes(std::exchange(call.replay, {}));
  packed.call = std::move(call);
  return packed;
}

Result<CallId> nextCallId(Connection& c)
{
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("calls")));
  return CallId(id);
}

Result<CallId> recordCall(Connection& c, const PackedCall& packed)
{
  const CallRecord& call = packed.call;
  CallId id = call.id;
  if (id == CallId()) {
    SC_TRY_ASSIGN(next, nextCallId(c));
    id = next;
  }
  static const QString kInsert = QStringLiteral("INSERT INTO calls (%1, request, response, replay) VALUES "
                                                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                                     .arg(kCallColumns);
  SC_TRY(c.run(kInsert,
               {id, call.account, call.at, call.operation, call.method, call.host, call.path, call.status,
                qint64(call.duration.count()), call.bytes, call.attempt, call.errorKind, call.error, call.stored,
                call.stream ? streamName(*call.stream) : QString(), packed.request, packed.response, packed.replay}));
  return id;
}

Result<void> trimCalls(Connection& c, Instant now, int keepDays, qint64 maxBytes)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY(c.run(QStringLiteral("DELETE FROM calls WHERE at < ?"), {now - std::chrono::hours(24) * keepDays}));
    SC_TRY_ASSIGN(last, lastCallBeyond(c, maxBytes));
    SC_TRY(c.run(QStringLiteral("DELETE FROM calls WHERE id <= ? AND at < ?"), {last, now - kCounted}));
    SC_TRY(c.run(QStringLiteral("UPDATE calls SET request = NULL, response = NULL, replay = NULL WHERE id <= ? AND "
                                "(request IS NOT NULL OR response IS NOT NULL OR replay IS NOT NULL)"),
                 {last}));
    return {};
  });
}

Result<std::vector<CallRecord>> callRows(Connection& c, const CallFilter& filter, int limit, qint64 after)
{
  CallConditions is = conditionsOf(filter, after);
  if (!filter.text.isEmpty()) {
    is.where << QStringLiteral("(lower(operation) LIKE ? ESCAPE '\\' OR lower(path) LIKE ? ESCAPE '\\' "
                               "OR lower(error) LIKE ? ESCAPE '\\' OR lower(stored) LIKE ? ESCAPE '\\')");
    is.values.insert(is.values.end(), 4, u'%' + likeEscaped(filter.text.toLower()) + u'%');
  }
  QString sql = QStringLiteral("SELECT %1 FROM calls WHERE %2 ORDER BY id DESC").arg(kCallColumns, is.sql());
  if (limit > 0) {
    sql += QLatin1String(" LIMIT ?");
    is.values.emplace_back(limit);
  }
  return c.rows(sql, is.values, callOf);
}

Result<CallPage> searchCalls(Connection& c, const CallFilter& filter, int limit, qint64 after, int scan)
{
  CallConditions is = conditionsOf(filter, after);
  is.values.emplace_back(scan);
  CallPage page;
  int looked = 0;
  bool full = false;
  SC_TRY(c.each(QStringLiteral("SELECT %1, request, response FROM calls WHERE %2 ORDER BY id DESC LIMIT ?")
                    .arg(kCallColumns, is.sql()),
                is.values, [&](const Row& row) {
                  CallRecord call = callWithBodies(row);
                  page.next = call.id.value();
                  ++looked;
                  if (filter.text.isEmpty() || mentions(call, filter.text)) {
                    call.request.clear();
                    call.response.clear();
                    page.rows.push_back(std::move(call));
                    full = int(page.rows.size()) >= limit;
                  }
                  return !full;
                }));
  if (!full && looked < scan)
    page.next = 0;
  return page;
}

Result<std::optional<CallRecord>> callDetails(Connection& c, CallId id)
{
  return c.row(QStringLiteral("SELECT %1, request, response, replay FROM calls WHERE id = ?").arg(kCallColumns), {id},
               [](const Row& row) {
                 CallRecord call = callWithBodies(row);
                 call.replay = unpackedBytes(row.bytes(17));
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
      stats.p50 = nearestRank(it->ms, 0.50);
      stats.p95 = nearestRank(it->ms, 0.95);
      stats.p99 = nearestRank(it->ms, 0.99);
    }
    all.push_back(stats);
  }
  return all;
}

} // namespace supercargo
