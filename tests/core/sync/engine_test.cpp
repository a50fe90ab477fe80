#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/sync/recordedhealth.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {
constexpr char kT34[] = "2026-01-15T01:12:34Z", kT35[] = "2026-01-15T01:12:35Z";

std::vector<CallRecord> callsOf(SyncWorld& world)
{
  return world.read([](Connection& c) { return callRows(c, {}, 100); });
}
} // namespace

class EngineTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void session_isOpenedOnceAndKept();
  void expiredSession_isRenewedOnce();
  void refusedCredentials_stopTheAccountWithAReason();
  void accountThatWorksAgain_isOkAgain();
  void missingPermission_stopsItsStreamOnlyAndNamesIt();
  void refusedStream_restsAndComesBack();
  void forbiddenAfterAFreshLogin_isAMissingPermission();
  void accountWithWhichNothingWorks_stops();
  void retryAfter_isObeyed();
  void forgedAnswer_isNeverParsed();
  void html_isTriedThreeTimes();
  void refusedClock_isMeasuredAndTriedOnce();
  void tooLargePage_isHalvedAndRemembered();
  void brokenRecord_isKeptAsideUntilAGoodCopyComes();
  void recorder_keepsEveryAttemptMasked();
  void unknownField_raisesANoticeOnce();
  void newFieldOfASession_isNoticed();
  void versionHeaders_areKeptAndNoticed();
  void timeline_namesTheCall();
  void pausedAccount_isLeftAlone();
  void missingVaultSecret_doesNotStopOthers();
  void accountWithoutCredentials_isNotAskedUntilItHasThem();
  void check_storesNothing();
  void cancel_endsThePass();
  void destruction_inTheMiddleIsSafe();
  void openOrders_areReadAgainById();
  void audit_findsScoresAndRepairsAWrongRow();
  void start_keepsUpToDateUntilStop();
  void start_readsOnlyWhatIsSelected();
  void pass_tellsHowFarAllOfItIs();
  void pass_trimsTheRecorder();
  void breaker_restsAfterFailures();
};

void EngineTest::session_isOpenedOnceAndKept()
{
  SyncWorld world(Fake::Session);
  world.shop.answer(R"({"token":"tok-1"})");
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  QCOMPARE(world.shop.requests()[0].body, QByteArray("user=wang&password=secret-word"));
  QCOMPARE(world.shop.requests()[1].header("Authorization"), QByteArray("Bearer tok-1"));
  const auto secrets = world.read([&](Connection& c) { return world.vault->secrets(c, world.account); });
  QCOMPARE(secrets.value(QStringLiteral("session")), QByteArray("tok-1"));

  world.shop.forget();
  world.restart();
  world.shop.answer(fakePage({}));
  world.sync();
  QCOMPARE(world.shop.requests()[0].header("Authorization"), QByteArray("Bearer tok-1"));
}

void EngineTest::expiredSession_isRenewedOnce()
{
  SyncWorld world(Fake::Session);
  world.shop.answer(R"({"token":"tok-1"})");
  world.shop.answer("{}", 401);
  world.shop.answer(R"({"token":"tok-2"})");
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  QCOMPARE(world.shop.requests()[3].header("Authorization"), QByteArray("Bearer tok-2"));
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void EngineTest::refusedCredentials_stopTheAccountWithAReason()
{
  SyncWorld world;
  world.shop.answer(R"({"message":"unknown key secret-word"})", 401);
  const auto reports = world.sync();
  QCOMPARE(reports.size(), size_t(1)); // the revisit is not even tried
  QCOMPARE(reports[0].error->kind, ErrorKind::Auth);
  const AccountRow row = world.accountNow();
  QCOMPARE(row.state, AccountState::NeedsAttention);
  QCOMPARE(row.errorKind, QStringLiteral("auth"));
  QVERIFY2(row.detail.startsWith(QStringLiteral("My shop, reading orders: HTTP 401")), qPrintable(row.detail));
  QVERIFY(!row.detail.contains(QStringLiteral("secret-word")));
}

void EngineTest::accountThatWorksAgain_isOkAgain()
{
  SyncWorld world;
  world.shop.answer("{}", 403);
  world.sync();
  QCOMPARE(world.accountNow().state, AccountState::NeedsAttention);
  world.shop.answer(fakePage({}));
  world.sync();
  QCOMPARE(world.accountNow().state, AccountState::Ok);
  QVERIFY(world.accountNow().detail.isEmpty());
}

void EngineTest::missingPermission_stopsItsStreamOnlyAndNamesIt()
{
  SyncWorld world(Fake::Customers);
  world.shop.answer(R"({"message":"no"})", 403); // orders, discover
  world.shop.answer(fakePage({}));               // customers
  const auto reports = world.sync();
  QCOMPARE(reports.size(), size_t(3)); // orders, the orders' revisit, customers
  QCOMPARE(reports[0].error->kind, ErrorKind::Config);
  QCOMPARE(reports[0].error->subject, QString(kPermissionSubject));
  QVERIFY2(reports[0].error->detail.contains(QStringLiteral("read orders: the permission \"read_orders\" is missing")),
           qPrintable(reports[0].error->detail));
  QCOMPARE(reports[2].stream, Stream::Customers);
  QVERIFY(!reports[2].error);
  QCOMPARE(world.accountNow().state, AccountState::Ok);
}

void EngineTest::refusedStream_restsAndComesBack()
{
  SyncWorld world(Fake::Customers);
  world.shop.answer("{}", 403);
  for (int i = 0; i < 400; ++i)
    world.shop.answer(fakePage({}));
  world.engine->start();
  const auto orderCalls = [&] {
    const auto requests = world.shop.requests();
    return std::ranges::count_if(requests, [](const HttpRequest& sent) { return sent.url.contains("/orders?"); });
  };
  QTRY_VERIFY_WITH_TIMEOUT(orderCalls() >= 3, 20'000); // the last one may not be recorded yet
  world.engine->stop();
  const auto calls = world.read([](Connection& c) { return callRows(c, {.text = QStringLiteral("orders.page")}, 0); });
  QVERIFY(calls.size() >= 2);
  QVERIFY(calls[calls.size() - 2].at - calls.back().at >= 1h);  // newest first
  QVERIFY(world.shop.requests().size() > size_t(orderCalls())); // the customers went on all the while
}

void EngineTest::forbiddenAfterAFreshLogin_isAMissingPermission()
{
  SyncWorld world(Fake::Session);
  world.shop.answer(R"({"token":"tok-1"})");
  world.shop.answer(R"({"forbidden":true})", 400);
  world.shop.answer(R"({"token":"tok-2"})");
  world.shop.answer(R"({"forbidden":true})", 400);
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && reports[0].error);
  QCOMPARE(reports[0].error->kind, ErrorKind::Config);
  QCOMPARE(reports[0].error->subject, QString(kPermissionSubject));
}

void EngineTest::accountWithWhichNothingWorks_stops()
{
  SyncWorld world(Fake::Customers);
  world.shop.answer("{}", 403);
  world.shop.answer("{}", 404);
  world.sync();
  QCOMPARE(world.accountNow().state, AccountState::NeedsAttention);
  QCOMPARE(world.accountNow().errorKind, QStringLiteral("config"));
}

void EngineTest::retryAfter_isObeyed()
{
  SyncWorld world;
  world.shop.answer("{}", 429, {{"Retry-After", "7"}});
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  QCOMPARE(reports[0].retries, 1);
  const auto waits = world.time.waits();
  QVERIFY(std::ranges::find(waits, 7000ms) != waits.end());
}

void EngineTest::forgedAnswer_isNeverParsed()
{
  SyncWorld world;
  for (int i = 0; i < 3; ++i)
    world.shop.answer(fakePage({fakeOrder("1", kT34)}), 200, {{"X-Signature", "bad"}});
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && reports[0].error);
  QCOMPARE(reports[0].error->kind, ErrorKind::BadResponse);
  QCOMPARE(world.stored(), QString());
}

void EngineTest::html_isTriedThreeTimes()
{
  SyncWorld world;
  for (int i = 0; i < 3; ++i)
    world.shop.answer("<html>Maintenance</html>");
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && reports[0].error);
  QCOMPARE(reports[0].error->kind, ErrorKind::BadResponse);
  QCOMPARE(reports[0].requests, 3);
}

void EngineTest::refusedClock_isMeasuredAndTriedOnce()
{
  SyncWorld world;
  const std::vector<Header> date{{"Date", "Thu, 15 Jan 2026 01:05:00 GMT"}};
  world.shop.answer(R"({"error":"clock"})", 400, date);
  world.shop.answer(fakePage({}), 200, date);
  world.shop.answer(fakePage({fakeOrder("1", kT34)}), 200, date);
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  QVERIFY(world.shop.requests()[0].header("X-Time").startsWith("2026-01-15T01:15"));
  QVERIFY(world.shop.requests()[1].header("X-Time").startsWith("2026-01-15T01:05"));
}

void EngineTest::tooLargePage_isHalvedAndRemembered()
{
  SyncWorld world;
  world.shop.answer("{}", 413);
  world.shop.answer("{}", 413);
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  QVERIFY(!world.sync().at(0).error);
  QVERIFY(world.shop.requests()[2].url.contains("size=25"));
  world.shop.forget();
  world.shop.answer(fakePage({}));
  world.sync();
  QVERIFY(world.shop.requests()[0].url.contains("size=25"));
}

void EngineTest::brokenRecord_isKeptAsideUntilAGoodCopyComes()
{
  SyncWorld world;
  world.shop.answer(fakePage({R"({"id":"1","status":"paid"})", fakeOrder("2", kT35)}));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  QCOMPARE(reports[0].count.failed, 1);
  QCOMPARE(world.stored(), QStringLiteral("2 paid"));
  auto failures = world.read([](Connection& c) { return syncFailures(c, std::nullopt, 10); });
  QCOMPARE(failures.size(), size_t(1));
  QCOMPARE(failures[0].externalId, QStringLiteral("1"));
  QVERIFY(failures[0].call);
  world.shop.forget();
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  world.sync();
  QVERIFY(world.read([](Connection& c) { return syncFailures(c, std::nullopt, 10); }).empty());
  QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid"));
}

void EngineTest::recorder_keepsEveryAttemptMasked()
{
  SyncWorld world;
  world.shop.answer("busy", 503);
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  world.sync();
  auto calls = callsOf(world);
  QVERIFY(calls.size() >= 2);
  const CallRecord failed = calls[calls.size() - 1], good = calls[calls.size() - 2];
  QCOMPARE(failed.status, 503);
  QCOMPARE(failed.errorKind, QStringLiteral("provider_down"));
  QCOMPARE(good.attempt, 2);
  QCOMPARE(good.stored, QStringLiteral("orders: 1 new"));
  QCOMPARE(good.host, QStringLiteral("shop.example"));
  const auto details = world.read([id = good.id](Connection& c) { return callDetails(c, id); }).value();
  QVERIFY(details.request.contains("Authorization: Bearer ***"));
  QVERIFY(!details.request.contains("secret-word"));
  QVERIFY(details.response.contains("138****1234"));
  QVERIFY(!details.response.contains("13812341234"));
}

void EngineTest::unknownField_raisesANoticeOnce()
{
  SyncWorld world;
  world.knownAnswers[QStringLiteral("orders.page")] = fakePage({fakeOrder("1", kT34)});
  world.restart();
  QSignalSpy changed(world.database.get(), &Database::changed);
  world.shop.answer(fakePage({R"({"id":"1","updatedAt":"2026-01-15T01:12:34Z","status":"paid","total":"10.00",)"
                              R"("phone":"13812341234","wechat":"wang-secret"})"}));
  QVERIFY(!world.sync().at(0).error);
  auto notices = world.read([](Connection& c) { return noticedChanges(c); });
  QCOMPARE(notices.size(), size_t(1));
  QCOMPARE(notices[0].account, world.account);
  QCOMPARE(notices[0].notice, (ChangeNotice{ChangeNotice::Kind::Field, QStringLiteral("orders.page orders[].wechat"),
                                            QStringLiteral("text")}));
  QVERIFY(std::ranges::any_of(changed, [](const QList<QVariant>& args) { return args[0].value<ChangeSet>().notices; }));
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void EngineTest::newFieldOfASession_isNoticed()
{
  SyncWorld world(Fake::Session);
  world.knownAnswers[QStringLiteral("login")] = R"({"token":"t"})";
  world.restart();
  world.rememberCall(QStringLiteral("login"));
  world.shop.answer(R"({"token":"tok-1","refresh":"tok-2"})");
  world.shop.answer(fakePage({}));
  world.sync();
  QCOMPARE(world.noticed(), QStringList(QStringLiteral("login refresh: text")));
}

void EngineTest::versionHeaders_areKeptAndNoticed()
{
  SyncWorld world;
  for (int i = 0; i < 2; ++i)
    world.shop.answer(fakePage({}), 200, {{"X-Api-Version", "2026-04"}, {"Sunset", "2027-01-01"}});
  world.sync();
  world.sync();
  QCOMPARE(world.accountNow().apiVersionSeen, QStringLiteral("2026-04"));
  QCOMPARE(world.accountNow().retirementSeen, QStringLiteral("2027-01-01"));
  const auto notices = world.read([](Connection& c) { return noticedChanges(c); });
  QCOMPARE(notices.size(), size_t(2));
  for (const NoticedChange& change : notices) {
    QCOMPARE(change.notice.kind, ChangeNotice::Kind::Version);
    QCOMPARE(change.times, 1);
  }
  world.shop.answer(fakePage({}), 200, {{"X-Api-Version", "2026-10"}});
  world.sync();
  QCOMPARE(world.accountNow().apiVersionSeen, QStringLiteral("2026-10"));
  QCOMPARE(world.accountNow().retirementSeen, QString()); // it was the other version's
}

void EngineTest::timeline_namesTheCall()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  world.sync();
  const auto row = world.read([](Connection& c) { return orderRows(c, {}); }).at(0);
  const auto details = world.read([id = row.id](Connection& c) { return orderDetails(c, id); }).value();
  QVERIFY(!details.timeline.empty());
  QVERIFY(details.timeline.front().call);
  QCOMPARE(*details.timeline.front().call, callsOf(world).back().id);
}

void EngineTest::pausedAccount_isLeftAlone()
{
  SyncWorld world;
  must(world.database
           ->write([id = world.account](Connection& c) { return setAccountState(c, id, AccountState::Paused, {}, {}); })
           .result());
  QVERIFY(world.sync().empty());
  QVERIFY(world.shop.requests().empty());
}

void EngineTest::missingVaultSecret_doesNotStopOthers()
{
  SyncWorld world;
  AccountRow broken = world.accountNow();
  const AccountId other =
      must(world.database->write([broken](Connection& c) { return addAccount(c, broken); }).result());
  // A sealed secret moved to another account cannot be opened there.
  must(world.database
           ->write([other, id = world.account](Connection& c) {
             return c.run(QStringLiteral("INSERT INTO secrets (account_id, field, nonce, sealed, changed_at) SELECT ?, "
                                         "field, nonce, sealed, changed_at FROM secrets WHERE account_id = ?"),
                          {other, id});
           })
           .result());
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  bool failed = false;
  for (const SyncReport& report : world.sync())
    failed |= report.account == other && report.error;
  QVERIFY(failed);
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void EngineTest::accountWithoutCredentials_isNotAskedUntilItHasThem()
{
  SyncWorld world;
  const auto renewed =
      must(world.database->write([](Connection& c) { return Vault::renew(c, Protection::Passphrase, "new words"); })
               .result());
  world.vault = renewed.vault;
  world.restart();
  const auto reports = world.sync();
  QVERIFY(!reports.empty());
  for (const SyncReport& report : reports)
    QVERIFY(report.error && report.error->kind == ErrorKind::Config);
  QVERIFY(world.shop.requests().empty());
  QVERIFY(lacksCredentials(world.accountNow()));
  must(world.database
           ->write([id = world.account, vault = world.vault](Connection& c) -> Result<void> {
             SC_TRY(vault->store(c, id, {{QStringLiteral("password"), "typed again"}}, kWorldBegins));
             return setAccountState(c, id, AccountState::Ok, {}, {});
           })
           .result());
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  QVERIFY(!world.sync().at(0).error);
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void EngineTest::check_storesNothing()
{
  SyncWorld world(Fake::Session);
  const auto check = [&] {
    auto future =
        world.engine->check(QStringLiteral("fakesession"), QStringLiteral("https://shop.example"),
                            {{QStringLiteral("user"), QStringLiteral("li")}}, {{QStringLiteral("password"), "typed"}});
    future.waitForFinished();
    return future.result();
  };
  world.shop.answer(R"({"token":"tok-9"})");
  world.shop.answer("{}");
  QVERIFY(check());
  QCOMPARE(world.shop.requests()[0].body, QByteArray("user=li&password=typed"));
  QCOMPARE(world.shop.requests()[1].header("Authorization"), QByteArray("Bearer tok-9"));
  world.shop.answer(R"({"message":"no"})", 401);
  const auto refused = check();
  QVERIFY(!refused);
  QCOMPARE(refused.error().kind, ErrorKind::Auth);
  QVERIFY(callsOf(world).empty());
  const auto secrets = world.read([&](Connection& c) { return world.vault->secrets(c, world.account); });
  QVERIFY(!secrets.contains(QStringLiteral("session")));
}

void EngineTest::cancel_endsThePass()
{
  SyncWorld world;
  world.shop.stayQuiet();
  bool ended = false;
  QObject::connect(world.engine.get(), &SyncEngine::passFinished, this, [&] { ended = true; });
  const int pass = world.engine->syncOnce({}, {}, false);
  QTRY_COMPARE(world.shop.requests().size(), size_t(1));
  QVERIFY(!ended);
  world.engine->cancel(pass);
  QTRY_VERIFY(ended);
  // The way is free for the next one.
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  world.sync();
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void EngineTest::destruction_inTheMiddleIsSafe()
{
  for (int i = 0; i < 5; ++i) {
    SyncWorld world;
    world.shop.answer(fakePage({fakeOrder("1", kT34)}, "2"));
    world.shop.stayQuiet();
    world.engine->syncOnce({}, {}, false);
    if (i > 0)
      QTRY_VERIFY(world.shop.requests().size() >= size_t(std::min(i, 2)));
    world.engine.reset();
    world.restart();
    world.shop.forget();
    world.shop.answer(fakePage({fakeOrder("1", kT34), fakeOrder("2", kT35)}));
    world.sync();
    QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid"));
  }
}

void EngineTest::openOrders_areReadAgainById()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34), fakeOrder("2", kT34), fakeOrder("3", kT34), fakeOrder("4", kT34)}));
  world.sync();
  world.shop.forget();
  world.time.advance(48h);
  world.shop.answer(fakePage({}));
  // The time stamp did not move, yet the order was shipped; order 2 is not spoken of.
  world.shop.answer(fakePage({fakeOrder("1", kT34, "shipped"), fakeOrder("3", kT34)}));
  world.shop.answer(fakePage({fakeOrder("4", kT34)}));
  const auto reports = world.sync();
  QCOMPARE(reports.size(), size_t(2));
  QCOMPARE(reports[1].loop, Loop::Revisit);
  QVERIFY2(!reports[1].error, qPrintable(reports[1].error ? reports[1].error->detail : QString()));
  QCOMPARE(world.stored(), QStringLiteral("1 shipped,2 paid,3 paid,4 paid"));
  QCOMPARE(world.shop.requests().size(), size_t(3)); // batches of three
  const auto due =
      world.read([&](Connection& c) { return ordersToRevisit(c, world.account, world.time.clock()(), 10); });
  QVERIFY(due.isEmpty()); // what was not spoken of is not asked for again at once
}

void EngineTest::audit_findsScoresAndRepairsAWrongRow()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34, "shipped"), fakeOrder("2", kT35, "shipped")}));
  world.sync();
  // Wrong in a way that nothing would look at again: neither time stamp nor fingerprint has moved.
  must(world.database
           ->write([](Connection& c) {
             return c.run(QStringLiteral("UPDATE orders SET raw_status = 'paid', total_minor = 7 WHERE external_id = "
                                         "'1'"));
           })
           .result());
  world.shop.forget();
  std::vector<SyncReport> audits;
  QObject::connect(world.engine.get(), &SyncEngine::runFinished, this, [&](const SyncReport& report) {
    if (report.loop == Loop::Audit)
      audits.push_back(report);
  });
  world.shop.answer(fakePage({}, {}, 2)); // how many there are
  world.shop.answer(fakePage({fakeOrder("1", kT34, "shipped"), fakeOrder("2", kT35, "shipped")}));
  for (int i = 0; i < 1000; ++i)
    world.shop.answer(fakePage({}));
  world.time.advance(10s); // the other loops are not due yet
  world.engine->start();
  QTRY_VERIFY_WITH_TIMEOUT(!audits.empty(), 20'000);
  world.engine->stop();
  QVERIFY2(!audits[0].error, qPrintable(audits[0].error ? audits[0].error->detail : QString()));
  QCOMPARE(audits[0].count.changed, 1);
  QCOMPARE(world.state().auditCompared, 2);
  QCOMPARE(world.state().auditWrong, 1);
  QCOMPARE(world.stored(), QStringLiteral("1 shipped,2 shipped"));
}

void EngineTest::start_keepsUpToDateUntilStop()
{
  SyncWorld world;
  for (int i = 0; i < 200; ++i)
    world.shop.answer(fakePage({fakeOrder("1", kT34, i < 3 ? "paid" : "shipped")}));
  world.engine->start();
  QTRY_COMPARE_WITH_TIMEOUT(world.stored(), QStringLiteral("1 shipped"), 20'000);
  QTRY_VERIFY_WITH_TIMEOUT(world.state().coveredTo.value_or(kWorldBegins) > kWorldBegins, 20'000);
  world.engine->stop();
}

void EngineTest::start_readsOnlyWhatIsSelected()
{
  SyncWorld world(Fake::Customers);
  for (int i = 0; i < 400; ++i)
    world.shop.answer(fakePage({}));
  world.engine->start({{AccountId(world.account.value() + 1)}, {}}); // nobody's
  world.engine->start({{world.account}, {Stream::Customers}});
  QTRY_VERIFY_WITH_TIMEOUT(world.shop.requests().size() >= 2, 20'000);
  world.engine->stop();
  for (const HttpRequest& sent : world.shop.requests())
    QVERIFY2(sent.url.contains("/customers?"), sent.url.constData());
}

void EngineTest::pass_tellsHowFarAllOfItIs()
{
  SyncWorld world;
  std::vector<PassProgress> told;
  QObject::connect(world.engine.get(), &SyncEngine::passProgress, this,
                   [&](const PassProgress& progress) { told.push_back(progress); });
  world.shop.answer(fakePage({fakeOrder("1", kT34), fakeOrder("2", kT34)}, "2", 3));
  world.shop.answer(fakePage({fakeOrder("3", kT35)}));
  world.sync();
  QVERIFY(told.size() >= 4);
  QCOMPARE(told.front().runs.size(), size_t(2)); // to discover, and to read again
  QCOMPARE(told.front().runsOver(), 0);
  QCOMPARE(told.front().done(), 0);
  const auto halfway = std::ranges::find(told, 2, &PassProgress::done);
  QVERIFY(halfway != told.end());
  QCOMPARE(halfway->runs.front().total, std::optional<qint64>(3));
  QCOMPARE(halfway->fraction(), 1.0 / 3);
  QCOMPARE(told.back().runsOver(), 2);
  QCOMPARE(told.back().total(), std::optional<qint64>(3));
  QCOMPARE(told.back().fraction(), 1.0);
}

void EngineTest::pass_trimsTheRecorder()
{
  SyncWorld world;
  CallRecord old;
  old.account = world.account;
  old.at = kWorldBegins - 24h * 15; // kept for 14 days
  old.operation = QStringLiteral("old.call");
  must(world.database->write([old](Connection& c) { return recordCall(c, old); }).result());
  world.shop.answer(fakePage({}));
  world.sync();
  must(world.database->write([](Connection&) { return Result<void>(); }).result()); // behind the engine's own writes
  const auto calls = callsOf(world);
  QCOMPARE(calls.size(), size_t(1));
  QVERIFY(calls[0].operation != old.operation);
}

void EngineTest::breaker_restsAfterFailures()
{
  SyncWorld world;
  world.callKeepDays = 10'000; // time jumps on until the engine has stopped
  world.restart();
  for (int i = 0; i < 500; ++i)
    world.shop.answerError(ErrorKind::Network);
  world.engine->start();
  QTRY_VERIFY_WITH_TIMEOUT(world.time.clock()() > kWorldBegins + 30min, 20'000);
  world.engine->stop();
  // Half an hour of a dead shop: the first try with its retries, then ever rarer ones, not one every few seconds.
  const auto calls = world.read([](Connection& c) { return callRows(c, {}, 0); });
  const auto early =
      std::ranges::count_if(calls, [](const CallRecord& call) { return call.at <= kWorldBegins + 30min; });
  QVERIFY2(early >= 5 && early < 60, qPrintable(QString::number(early)));
  // Another process, which knows the calls only, sees it too.
  const Instant now = world.time.clock()();
  const LinkHealth seen = world.read([&](Connection& c) { return recordedHealth(c, world.account, now); });
  QVERIFY(seen.breaker != Breaker::State::Closed);
  QCOMPARE(world.accountNow().state, AccountState::Ok);
}

SC_TEST(EngineTest)
#include "engine_test.moc"
