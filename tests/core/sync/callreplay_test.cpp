#include "core/base/deliver.h"
#include "core/store/failures.h"
#include "core/sync/accountdetail.h"
#include "core/sync/mending.h"
#include "core/sync/recorder.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {
constexpr char kT34[] = "2026-01-15T01:12:34Z";
const QString kOwner = QStringLiteral("owner");

template <class T>
T awaited(QFuture<T> future)
{
  std::optional<T> value;
  QObject context;
  deliver(std::move(future), &context, [&](T got) { value.emplace(std::move(got)); });
  if (!QTest::qWaitFor([&] { return value.has_value(); }, 60'000))
    qFatal("no answer");
  return std::move(*value);
}

CallRecord newest(SyncWorld& world, const QString& operation)
{
  const auto calls = world.read([&](Connection& c) { return callRows(c, {.text = operation}, 1); });
  return world.read([id = calls.at(0).id](Connection& c) { return callDetails(c, id); }).value();
}

Result<MendOutcome> mend(SyncWorld& world, const QByteArray& edited)
{
  return world.database
      ->write([edited](Connection& c, ChangeSet& changes) -> Result<MendOutcome> {
        SC_TRY_ASSIGN(failures, syncFailures(c, std::nullopt, 1));
        return mendFailure(c, fakeProvider(), failures.at(0).id, edited, kOwner, kWorldBegins, changes);
      })
      .result();
}
} // namespace

/// Recorded calls asked again, and records mended by hand.
class CallReplayTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void replay_asksTheSameAndTellsWhatIsDifferent()
  {
    SyncWorld world;
    world.shop.answer(fakePage({fakeOrder("1", kT34)}));
    world.sync();
    const CallRecord call = newest(world, QStringLiteral("orders.page"));
    QCOMPARE(call.stream, std::optional(Stream::Orders));
    QVERIFY(!call.replay.isEmpty());
    QVERIFY(!call.replay.contains("secret-word"));
    const HttpRequest sent = world.shop.requests().at(0);
    world.shop.forget();
    world.shop.answer(fakePage({fakeOrder("1", kT34, "shipped")}));
    const auto again = awaited(world.engine->replay(call.id));
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().detail));
    QCOMPARE(world.shop.lastRequest().url, sent.url);
    QCOMPARE(world.shop.lastRequest().header("Authorization"), QByteArray("Bearer secret-word")); // signed anew
    QCOMPARE(again->after.status, 200);
    QVERIFY(!again->error);
    QVERIFY(again->isWhole);
    QCOMPARE(again->differences.size(), size_t(1));
    QCOMPARE(again->differences[0].where, QStringLiteral("orders[0].status"));
    QCOMPARE(again->differences[0].after, QStringLiteral("\"shipped\""));
    QCOMPARE(world.stored(), QStringLiteral("1 paid")); // compared, not stored
    QTRY_COMPARE(newest(world, QStringLiteral("orders.page")).stored,
                 QStringLiteral("replay of call %1").arg(call.id.value()));
  }

  void replay_saysWhenMoreCameThanIsKept()
  {
    const auto longPage = [](const char* status) { // what differs stands behind the recorder's cut
      QByteArray page = fakePage({fakeOrder("1", kT34, status)});
      return page.insert(page.indexOf("\"id\""), QByteArray(Mask::kKeptBody, ' '));
    };
    SyncWorld world;
    world.shop.answer(longPage("paid"));
    world.sync();
    const CallId call = newest(world, QStringLiteral("orders.page")).id;
    world.shop.forget();
    world.shop.answer(longPage("void"));
    const auto again = awaited(world.engine->replay(call));
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().detail));
    QVERIFY(again->differences.empty());
    QVERIFY(!again->isWhole);
  }

  void recordThatHoldsAllOfItsAnswer_isToldFromOneThatDoesNot()
  {
    const auto record = [](const QByteArray& body) {
      HttpResponse answer;
      answer.body = body;
      return callRecord(Mask(), AccountId(1), HttpRequest(), &answer, kWorldBegins, kWorldBegins);
    };
    QVERIFY(holdsWholeAnswer(record(QByteArray())));
    QVERIFY(holdsWholeAnswer(record(QByteArray(Mask::kKeptBody, 'x'))));
    QVERIFY(!holdsWholeAnswer(record(QByteArray(Mask::kKeptBody + 1, 'x'))));
    QVERIFY(!holdsWholeAnswer(record(QByteArray("\0\1", 2))));
  }

  void replay_ofARefusedCallTellsTheError()
  {
    SyncWorld world;
    world.shop.answer(fakePage({}));
    world.sync();
    world.shop.forget();
    world.shop.answer("down", 503);
    const auto again = awaited(world.engine->replay(newest(world, QStringLiteral("orders.page")).id));
    QVERIFY(again);
    QCOMPARE(again->error->kind, ErrorKind::ProviderDown);
    QCOMPARE(again->after.status, 503);
    QCOMPARE(world.shop.requests().size(), size_t(1)); // once: a person waits
  }

  void replay_neverRepeatsWhatActsOrCannotBeMade()
  {
    SyncWorld world(Fake::Session);
    world.shop.answer(R"({"token":"tok-1"})");
    world.shop.answer(fakePage({}));
    world.sync();
    const auto login = awaited(world.engine->replay(newest(world, QStringLiteral("login")).id));
    QVERIFY(!login);
    QCOMPARE(login.error().kind, ErrorKind::Rejected);
    const auto none = awaited(world.engine->replay(CallId(4711)));
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
  }

  void replay_doesNotGoToAnAddressOfYesterday()
  {
    SyncWorld world;
    world.shop.answer(fakePage({}));
    world.sync();
    const CallId call = newest(world, QStringLiteral("orders.page")).id;
    must(world.database
             ->write([account = world.account](Connection& c) -> Result<void> {
               SC_TRY_ASSIGN(row, accountRow(c, account));
               row->endpoint = QStringLiteral("https://other.example");
               return updateAccount(c, *row);
             })
             .result());
    world.shop.forget();
    const auto again = awaited(world.engine->replay(call));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(world.shop.requests().empty());
  }

  void mendedRecord_isParsedAndStored()
  {
    SyncWorld world;
    world.shop.answer(fakePage({R"({"id":"1","status":"paid"})", fakeOrder("2", kT34)}));
    world.sync();
    QCOMPARE(world.stored(), QStringLiteral("2 paid"));
    const auto done = mend(world, fakeOrder("1", kT34));
    QVERIFY2(done && done->stored, done ? qPrintable(done->reason) : qPrintable(done.error().detail));
    QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid"));
    QVERIFY(world.read([](Connection& c) { return syncFailures(c, std::nullopt, 0, true); }).empty());
    const auto deeds = world.read([](Connection& c) { return failureDeeds(c, 5); });
    QCOMPARE(deeds.size(), size_t(1));
    QCOMPARE(deeds[0].original, QByteArray(R"({"id":"1","status":"paid"})"));
    QCOMPARE(deeds[0].edited, fakeOrder("1", kT34));
  }

  void editThatIsNotUnderstood_staysWithItsReason()
  {
    SyncWorld world;
    world.shop.answer(fakePage({R"({"id":"1","status":"paid"})"}));
    world.sync();
    const auto done = mend(world, R"({"id":"1","status":"paid","updatedAt":"yesterday"})");
    QVERIFY(done);
    QVERIFY(!done->stored);
    QVERIFY2(done->reason.contains(QStringLiteral("updatedAt")), qPrintable(done->reason));
    const SyncFailure failure = world.read([](Connection& c) { return syncFailures(c, std::nullopt, 1); }).at(0);
    QCOMPARE(failure.editedBy, kOwner);
    QVERIFY(failure.edited.contains("yesterday"));
    QCOMPARE(failure.payload, QByteArray(R"({"id":"1","status":"paid"})"));
    QCOMPARE(world.stored(), QString());
  }

  void brokenJsonAndOtherRecords_areRefused()
  {
    SyncWorld world;
    world.shop.answer(fakePage({R"({"id":"1","status":"paid"})"}));
    world.sync();
    QCOMPARE(mend(world, "{\"id\":").error().kind, ErrorKind::Invalid);
    const auto other = mend(world, fakeOrder("9", kT34));
    QVERIFY(!other);
    QVERIFY(other.error().detail.contains(QStringLiteral("another record")));
    QCOMPARE(world.stored(), QString());
  }

  void failedRecord_isFetchedAgainById()
  {
    SyncWorld world;
    world.shop.answer(fakePage({R"({"id":"1","status":"paid"})"}));
    world.sync();
    world.shop.forget();
    world.shop.answer(fakePage({fakeOrder("1", kT34)}));
    bool ended = false;
    connect(world.engine.get(), &SyncEngine::passFinished, this, [&] { ended = true; });
    world.engine->readRecords(world.account, Stream::Orders, {QStringLiteral("1")});
    QTRY_VERIFY_WITH_TIMEOUT(ended, 60'000);
    QVERIFY2(world.shop.requests().at(0).url.contains("ids=1"), world.shop.requests().at(0).url.constData());
    QCOMPARE(world.stored(), QStringLiteral("1 paid"));
    QVERIFY(world.read([](Connection& c) { return syncFailures(c, std::nullopt, 0); }).empty());
  }

  void linkHealth_tellsWhenTheBreakerOpensAgain()
  {
    SyncWorld world;
    for (int i = 0; i < 12; ++i)
      world.shop.answer("down", 503);
    world.sync();
    const auto health = awaited(world.engine->linkHealth());
    QCOMPARE(health.size(), size_t(1));
    QCOMPARE(health[0].account, world.account);
    QVERIFY(health[0].failuresInRow >= Breaker::kFailuresToOpen);
    QVERIFY(health[0].breaker != Breaker::State::Closed);
    QCOMPARE(health[0].opensAt.has_value(), health[0].breaker == Breaker::State::Open);
  }

  void sessionEnd_isRemembered()
  {
    SyncWorld world(Fake::Session);
    world.shop.answer(R"({"token":"tok-1","expires":"2026-01-15T03:00:00Z"})");
    world.shop.answer(fakePage({}));
    world.sync();
    QCOMPARE(world.accountNow().sessionExpiresAt, std::optional(parseIso(u"2026-01-15T03:00:00Z").value()));
  }
};

SC_TEST(CallReplayTest)
#include "callreplay_test.moc"
