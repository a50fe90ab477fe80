#include "app/cli/rowlist.h"
#include "app/cli/syncing.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"

#include <QJsonArray>
#include <QTimer>

#include <csignal>
#include <map>

namespace supercargo::cli {
namespace {

volatile std::sig_atomic_t stopAsked = 0;
extern "C" void askToStop(int)
{
  stopAsked = 1;
}

/// Calls `stop` once after SIGINT or SIGTERM. Looking now and then is safe everywhere; a handler may do next to
/// nothing.
void onStopSignal(QObject* context, std::function<void()> stop)
{
  std::signal(SIGINT, askToStop);
  std::signal(SIGTERM, askToStop);
  auto* timer = new QTimer(context);
  QObject::connect(timer, &QTimer::timeout, context, [timer, stop = std::move(stop)] {
    if (stopAsked) {
      timer->stop();
      stop();
    }
  });
  timer->start(100);
}

/// What all runs (discover, revisit, audit) of one account's stream did together.
struct StreamTotal {
  UpsertCount count;
  qint64 fetched = 0, requests = 0, retries = 0;
  std::chrono::milliseconds duration{0};
  std::optional<Error> error;

  void add(const SyncReport& report)
  {
    count += report.count;
    fetched += report.fetched;
    requests += report.requests;
    retries += report.retries;
    duration += report.duration;
    if (report.error)
      error = report.error;
  }
};
using Totals = std::map<std::pair<AccountId, Stream>, StreamTotal>;

/// The records that could not be stored in this sync, per stream.
using Failures = std::map<std::pair<AccountId, Stream>, std::vector<SyncFailure>>;

/// Failures older than `since` are those of an earlier sync; `failures list` shows all.
Result<Failures> failuresSince(Connection& c, Instant since)
{
  SC_TRY_ASSIGN(rows, syncFailures(c, std::nullopt, 0));
  Failures failures;
  for (SyncFailure& failure : rows)
    if (failure.lastAt >= since)
      failures[{failure.account, failure.stream}].push_back(std::move(failure));
  return failures;
}

QJsonObject rowJson(AccountId account, Stream stream, const StreamTotal& total,
                    const std::vector<SyncFailure>& failures)
{
  QJsonArray records;
  for (const SyncFailure& failure : failures)
    records += QJsonObject{{QStringLiteral("record"), jsonOrNull(failure.externalId)},
                           {QStringLiteral("reason"), failure.reason}};
  return {{QStringLiteral("account"), account.value()},
          {QStringLiteral("stream"), streamName(stream)},
          {QStringLiteral("fetched"), total.fetched},
          {QStringLiteral("inserted"), total.count.inserted},
          {QStringLiteral("changed"), total.count.changed},
          {QStringLiteral("unchanged"), total.count.unchanged},
          {QStringLiteral("failed"), total.count.failed},
          {QStringLiteral("requests"), total.requests},
          {QStringLiteral("retries"), total.retries},
          {QStringLiteral("seconds"), static_cast<double>(total.duration.count()) / 1000},
          {QStringLiteral("error"), total.error ? QJsonValue(toJson(*total.error)) : QJsonValue(QJsonValue::Null)},
          {QStringLiteral("failures"), records}};
}

using AccountNames = std::map<AccountId, QString>;

Result<AccountNames> accountNames(Connection& c)
{
  SC_TRY_ASSIGN(rows, accountRows(c));
  AccountNames names;
  for (const AccountRow& row : rows)
    names.emplace(row.id, row.name);
  return names;
}

void sayError(const AccountNames& names, const SyncReport& report)
{
  const auto name = names.find(report.account);
  say(QCoreApplication::translate("cli", "Account %1 \"%2\", %3: %4")
          .arg(report.account.value())
          .arg(name == names.end() ? QString() : name->second, streamName(report.stream), errorText(*report.error)));
}

void sayFailures(const AccountNames& names, const Failures& failures)
{
  constexpr size_t kShown = 10;
  for (const auto& [key, list] : failures) {
    const auto name = names.find(key.first);
    for (size_t i = 0; i < std::min(kShown, list.size()); ++i)
      say(QCoreApplication::translate("cli", "Account %1 \"%2\", %3: record %4 was not stored: %5")
              .arg(key.first.value())
              .arg(name == names.end() ? QString() : name->second, streamName(key.second), list[i].externalId,
                   list[i].reason));
    if (list.size() > kShown)
      say(QCoreApplication::translate("cli", "There are %1 more; all are listed by: failures list")
              .arg(list.size() - kShown));
  }
}

void printTotals(const Session& session, const Totals& totals, const Failures& failures)
{
  if (session.isJson()) {
    QJsonArray array;
    for (const auto& [key, total] : totals) {
      const auto found = failures.find(key);
      array +=
          rowJson(key.first, key.second, total, found == failures.end() ? std::vector<SyncFailure>() : found->second);
    }
    printJson(array);
    return;
  }
  Table table({QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "Stream"),
               QCoreApplication::translate("cli", ">Fetched"), QCoreApplication::translate("cli", ">New"),
               QCoreApplication::translate("cli", ">Changed"), QCoreApplication::translate("cli", ">Unchanged"),
               QCoreApplication::translate("cli", ">Failed"), QCoreApplication::translate("cli", ">Requests"),
               QCoreApplication::translate("cli", ">Retries"), QCoreApplication::translate("cli", ">Seconds"),
               QCoreApplication::translate("cli", "Error")});
  for (const auto& [key, t] : totals)
    table.add({QString::number(key.first.value()), streamName(key.second), QString::number(t.fetched),
               QString::number(t.count.inserted), QString::number(t.count.changed), QString::number(t.count.unchanged),
               QString::number(t.count.failed), QString::number(t.requests), QString::number(t.retries),
               QString::number(static_cast<double>(t.duration.count()) / 1000, 'f', 1),
               t.error ? errorText(*t.error) : QString()});
  table.print();
}

/// Done when all went well, in part when some did, failed when nothing did.
Exit exitOf(const Totals& totals)
{
  const auto isBad = [](const auto& entry) { return entry.second.error || entry.second.count.failed > 0; };
  const auto bad = std::count_if(totals.begin(), totals.end(), isBad);
  const auto useless = std::count_if(totals.begin(), totals.end(),
                                     [](const auto& e) { return e.second.error && e.second.fetched == 0; });
  if (bad == 0)
    return Exit::Done;
  return useless == static_cast<qsizetype>(totals.size()) ? Exit::Failed : Exit::Partly;
}

Outcome<SyncSelection> selection(Session& session)
{
  SyncSelection wanted;
  for (const QString& number : session.arguments().values(QStringLiteral("--account"))) {
    SC_TRY_ASSIGN(id, session.existingAccount(number));
    wanted.accounts.push_back(id);
  }
  for (const QString& list : session.arguments().values(QStringLiteral("--stream"))) {
    for (const QString& name : list.split(u',')) {
      const auto stream = streamNamed(name);
      if (!stream)
        return wrongUse(
            QCoreApplication::translate("cli", "there is no stream \"%1\"").arg(name), name,
            QCoreApplication::translate("cli", "There are: %1")
                .arg(QStringLiteral("orders, products, stock, customers, payments, bills, payouts, tracking")));
      wanted.streams.push_back(*stream);
    }
  }
  return wanted;
}

/// Lets a keeper do what the pass has left for it.
template <class Keeper>
void settle(Keeper& keeper)
{
  QObject context;
  QObject::connect(&keeper, &Keeper::settled, &context, &QCoreApplication::quit, Qt::QueuedConnection);
  keeper.look();
  QCoreApplication::exec();
}

Outcome<Exit> syncOnce(Session& session)
{
  SC_TRY_ASSIGN(wanted, selection(session));
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  SyncEngine& engine = *parts.engine;
  const Instant started = systemNow();
  SC_TRY_ASSIGN(names, session.await(parts.database->read(accountNames)));
  Totals totals;
  QObject context;
  int pass = 0;
  bool isOver = false;
  QObject::connect(
      &engine, &SyncEngine::runFinished, &context,
      [&](const SyncReport& report) {
        totals[{report.account, report.stream}].add(report);
        if (report.error)
          sayError(names, report);
      },
      Qt::QueuedConnection);
  QObject::connect(
      &engine, &SyncEngine::passFinished, &context,
      [&](int finished) {
        isOver |= finished == pass;
        if (isOver)
          QCoreApplication::quit();
      },
      Qt::QueuedConnection);
  onStopSignal(&context, [&] { engine.cancel(pass); });
  pass = engine.syncOnce(wanted.accounts, wanted.streams, session.has(QStringLiteral("--full")));
  QCoreApplication::exec();
  settle(*parts.ways);
  settle(*parts.demand);
  SC_TRY_ASSIGN(failures,
                session.await(parts.database->read([started](Connection& c) { return failuresSince(c, started); })));
  sayFailures(names, failures);
  printTotals(session, totals, failures);
  return stopAsked ? Exit::Partly : exitOf(totals);
}

/// "to_ship 120 · in_transit 44 · … | calls 312 | errors 0": what the workspace holds now.
Result<QString> counters(Connection& c, Instant since)
{
  SC_TRY_ASSIGN(stages, stageCounts(c));
  SC_TRY_ASSIGN(stats, callStats(c, since));
  qint64 calls = 0, errors = 0;
  for (const CallStats& stat : stats) {
    calls += stat.calls;
    errors += stat.errors;
  }
  QStringList parts;
  for (const StageCount& stage : stages)
    parts += QStringLiteral("%1 %2").arg(flowStageName(stage.stage)).arg(stage.orders);
  return QStringLiteral("%1 | calls %2 | errors %3").arg(parts.join(QStringLiteral(" · "))).arg(calls).arg(errors);
}

Outcome<Exit> watch(Session& session)
{
  SC_TRY_ASSIGN(wanted, selection(session));
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  const Instant started = systemNow();
  SC_TRY_ASSIGN(names, session.await(parts.database->read(accountNames)));
  Totals totals;
  QObject context;
  QObject::connect(
      parts.engine.get(), &SyncEngine::runFinished, &context,
      [&](const SyncReport& report) {
        totals[{report.account, report.stream}].add(report);
        if (report.error)
          sayError(names, report);
      },
      Qt::QueuedConnection);
  QTimer everySecond;
  QObject::connect(&everySecond, &QTimer::timeout, &context, [&] {
    deliver(
        parts.database->read([started](Connection& c) { return counters(c, started); }), &context,
        [](const Result<QString>& line) { say(line ? toIso(systemNow()) + u' ' + *line : errorText(line.error())); });
  });
  everySecond.start(1000);
  onStopSignal(&context, [] { QCoreApplication::quit(); });
  SyncEngine& engine = *parts.engine;
  if (session.has(QStringLiteral("--full"))) {
    const int whole = engine.syncOnce(wanted.accounts, wanted.streams, true);
    QObject::connect(
        &engine, &SyncEngine::passFinished, &context,
        [&engine, wanted, whole](int pass) {
          if (pass == whole)
            engine.start(wanted);
        },
        Qt::QueuedConnection);
  } else {
    engine.start(wanted);
  }
  QCoreApplication::exec();
  parts.engine->stop();
  SC_TRY_ASSIGN(failures,
                session.await(parts.database->read([started](Connection& c) { return failuresSince(c, started); })));
  printTotals(session, totals, failures);
  return Exit::Done;
}

Outcome<Exit> sync(Session& session)
{
  if (!session.has(QStringLiteral("--watch")))
    return syncOnce(session);
  if (session.has(QStringLiteral("--once")))
    return wrongUse(QCoreApplication::translate("cli", "--once and --watch do not go together"),
                    QStringLiteral("--once"));
  return watch(session);
}

} // namespace

std::vector<Command> syncCommands()
{
  return {
      {QStringLiteral("sync"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "fetch what is new"),
       {{QStringLiteral("--account"), QStringLiteral("N"),
         QCoreApplication::translate("cli", "only this account; may be repeated")},
        {QStringLiteral("--stream"), QStringLiteral("NAME"),
         QCoreApplication::translate(
             "cli",
             "only orders, products, stock, customers, payments, bills (or payouts) or tracking; may be repeated")},
        {QStringLiteral("--once"), QString(), QCoreApplication::translate("cli", "one pass, then end (the default)")},
        {QStringLiteral("--watch"), QString(),
         QCoreApplication::translate("cli", "keep everything up to date until interrupted")},
        {QStringLiteral("--full"), QString(),
         QCoreApplication::translate("cli", "from the beginning of history; with --watch, once")}},
       sync}};
}

} // namespace supercargo::cli
