#pragma once

#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/store/workspace.h"
#include "core/sync/answershape.h"
#include "core/sync/engine.h"
#include "tests/support/fakeshop.h"
#include "tests/support/tempdatabase.h"

namespace supercargo::test {

inline const Instant kWorldBegins = parseIso(u"2026-01-15T01:15:00Z").value();

/// A workspace with one account at the fake shop, and an engine whose time jumps.
class SyncWorld {
public:
  explicit SyncWorld(Fake kind = Fake::Plain, Instant begins = kWorldBegins) : time(begins)
  {
    database = must(Database::open(m_temp.config()));
    vault =
        must(database->write([](Connection& c) { return Vault::create(c, Protection::Passphrase, "test"); }).result());
    AccountRow row;
    row.provider = fakeProvider(kind).declaration.id;
    row.name = QStringLiteral("My shop");
    row.endpoint = QStringLiteral("https://shop.example/");
    row.fields = {{QStringLiteral("user"), QStringLiteral("wang")}};
    account = must(database
                       ->write([row, v = vault](Connection& c) -> Result<AccountId> {
                         SC_TRY_ASSIGN(id, addAccount(c, row));
                         SC_TRY(v->store(c, id, {{QStringLiteral("password"), "secret-word"}}, kWorldBegins));
                         return id;
                       })
                       .result());
    shop.setClock(time.clock());
    restart();
  }

  void restart()
  {
    engine.reset();
    SyncParts parts;
    parts.makeTransport = shop.transport();
    parts.findProvider = fakeProviderNamed;
    parts.timing = time.timing();
    parts.knownAnswers = [answers = knownAnswers](const QString&) {
      auto shape = std::make_shared<AnswerShape>();
      for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        shape->learn(answer.key(), answer.value());
      return shape;
    };
    SyncOptions options;
    options.clock = time.clock();
    options.jitterSeed = 1;
    options.callKeepDays = callKeepDays;
    engine = std::make_unique<SyncEngine>(*database, vault, options, parts);
  }

  /// One pass; the reports in the order they came. Nothing when it did not end.
  std::vector<SyncReport> sync(bool full = false)
  {
    std::vector<SyncReport> reports;
    bool ended = false;
    QObject context;
    QObject::connect(engine.get(), &SyncEngine::runFinished, &context,
                     [&](const SyncReport& report) { reports.push_back(report); });
    QObject::connect(engine.get(), &SyncEngine::passFinished, &context, [&] { ended = true; });
    engine->syncOnce({}, {}, full);
    if (!QTest::qWaitFor([&] { return ended; }, 120'000))
      return {};
    // What a pass tells of its account at the end is behind it in the writer's queue.
    must(database->write([](Connection&, ChangeSet&) { return Result<void>(); }).result());
    return reports;
  }

  /// The flight recorder has such a call of two days ago: its answers are known by now.
  void rememberCall(const QString& operation)
  {
    CallRecord call;
    call.account = account;
    call.at = kWorldBegins - std::chrono::hours(48);
    call.operation = operation;
    must(database->write([call](Connection& c) { return recordCall(c, call); }).result());
  }
  template <class Fn>
  auto read(Fn fn)
  {
    return must(database->read(std::move(fn)).result());
  }
  /// "where: sample" of what was noticed and not taken as known.
  QStringList noticed()
  {
    QStringList list;
    for (const NoticedChange& change : read([](Connection& c) { return noticedChanges(c); }))
      list << change.notice.where + QStringLiteral(": ") + change.notice.sample;
    return list;
  }
  StreamState state()
  {
    return read([this](Connection& c) { return streamState(c, account, Stream::Orders); });
  }
  AccountRow accountNow()
  {
    return read([this](Connection& c) { return accountRow(c, account); }).value();
  }
  /// "1 shipped,2 paid": what is stored, by id, with the shop's own word.
  QString stored()
  {
    const auto rows = read([](Connection& c) { return orderRows(c, {}); });
    QStringList list;
    for (const OrderRow& row : rows)
      list << row.externalId + u' ' + row.rawStatus;
    list.sort();
    return list.join(u',');
  }

private:
  TempDatabase m_temp;

public:
  JumpingTime time;
  FakeShop shop;
  std::unique_ptr<Database> database;
  std::shared_ptr<Vault> vault;
  std::unique_ptr<SyncEngine> engine;
  AccountId account;
  int callKeepDays = 14;                  ///< from the next `restart` on
  QMap<QString, QByteArray> knownAnswers; ///< what the radar knows from the next `restart` on, by operation
};

} // namespace supercargo::test
