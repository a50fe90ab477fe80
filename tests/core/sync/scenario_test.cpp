#include "core/sync/pageguard.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

#include <QUrlQuery>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

constexpr char kT34[] = "2026-01-15T01:12:34Z", kT35[] = "2026-01-15T01:12:35Z", kT36[] = "2026-01-15T01:12:36Z",
               kT43[] = "2026-01-15T01:12:43Z", kT53[] = "2026-01-15T01:12:53Z";

Instant parameter(const HttpRequest& request, const char* name)
{
  const QUrlQuery query(QUrl::fromEncoded(request.url));
  return parseIso(query.queryItemValue(QLatin1String(name))).value();
}

} // namespace

/// The shared scripts for sync engines, each as: change the remote side, sync, compare both sides. Every pass ends with
/// a look at the open orders, so an answer for that is scripted last.
class ScenarioTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void duplicatePage_changesNothing();
  void olderCopyAfterTheNewer_isIgnored();
  void equalStampOtherBody_secondWins();
  void statusGoingBack_isBelieved();
  void sameSecondBoundary_isFoundByTheOverlap();
  void emptyPageInTheMiddle_doesNotEndPaging();
  void failureOnPageTwo_keepsTheCursorAndARepeatDoublesNothing();
  void cursorLoop_stops();
  void pagesBeyondTheTotal_stop();
  void skewedClock_windowEndsByTheServersTime();
  void absence_isNoDeletion();
  void idsDifferingInCase_areTwoOrders();
};

void ScenarioTest::duplicatePage_changesNothing()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34), fakeOrder("2", kT35)}, "2"));
  world.shop.answer(fakePage({fakeOrder("1", kT34), fakeOrder("2", kT35)}, "3"));
  world.shop.answer(fakePage({fakeOrder("3", kT36)}));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  QCOMPARE(reports[0].count.inserted, 3);
  QCOMPARE(reports[0].count.unchanged, 2);
  QCOMPARE(reports[0].fetched, 5);
  QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid,3 paid"));
  const auto reserved = world.read(
      [](Connection& c) { return c.number(QStringLiteral("SELECT CAST(SUM(reserved) AS BIGINT) FROM order_lines")); });
  QCOMPARE(reserved, 3);
}

void ScenarioTest::olderCopyAfterTheNewer_isIgnored()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT53, "shipped")}, "2"));
  world.shop.answer(fakePage({fakeOrder("1", kT43, "paid")}));
  world.sync();
  QCOMPARE(world.stored(), QStringLiteral("1 shipped"));
}

void ScenarioTest::equalStampOtherBody_secondWins()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT36, "paid")}));
  world.sync();
  world.shop.forget();
  for (int i = 0; i < 2; ++i) {
    world.shop.answer(fakePage({fakeOrder("1", kT36, "shipped")}));
    world.sync();
    QCOMPARE(world.stored(), QStringLiteral("1 shipped"));
    world.shop.forget();
  }
}

void ScenarioTest::statusGoingBack_isBelieved()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT36, "refunding")}));
  world.sync();
  world.shop.forget();
  world.shop.answer(fakePage({fakeOrder("1", kT43, "paid")}));
  world.sync();
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void ScenarioTest::sameSecondBoundary_isFoundByTheOverlap()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT36), fakeOrder("2", kT43)}));
  world.sync();
  const Instant firstEnd = parameter(world.shop.requests().front(), "to");
  QCOMPARE(world.state().coveredTo, std::optional(firstEnd));
  world.shop.forget();
  world.time.advance(10s);
  world.shop.answer(fakePage({fakeOrder("2", kT43), fakeOrder("3", kT43), fakeOrder("4", kT53)}));
  world.sync();
  const HttpRequest second = world.shop.requests().front();
  QCOMPARE(parameter(second, "from"), firstEnd - 120s);
  QVERIFY(parameter(second, "to") > firstEnd);
  QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid,3 paid,4 paid"));
}

void ScenarioTest::emptyPageInTheMiddle_doesNotEndPaging()
{
  SyncWorld world;
  world.shop.answer(fakePage({}, "2"));
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  world.sync();
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
}

void ScenarioTest::failureOnPageTwo_keepsTheCursorAndARepeatDoublesNothing()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34)}, "2"));
  for (int i = 0; i < 5; ++i)
    world.shop.answer("busy", 503);
  const auto failed = world.sync();
  QVERIFY(!failed.empty() && failed[0].error);
  QCOMPARE(failed[0].error->kind, ErrorKind::ProviderDown);
  QCOMPARE(failed[0].retries, 4);
  QVERIFY(!world.state().coveredTo);
  QCOMPARE(world.state().lastErrorKind, QStringLiteral("provider_down"));
  QCOMPARE(world.stored(), QStringLiteral("1 paid"));
  QCOMPARE(world.accountNow().state, AccountState::Ok);

  world.shop.forget();
  world.restart();
  world.shop.answer(fakePage({fakeOrder("1", kT34)}, "2"));
  world.shop.answer(fakePage({fakeOrder("2", kT35)}));
  const auto repeated = world.sync();
  QVERIFY(!repeated.empty() && !repeated[0].error);
  QCOMPARE(repeated[0].count.inserted, 1);
  QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid"));
  QVERIFY(world.state().coveredTo);
  QVERIFY(world.state().lastErrorKind.isEmpty());
}

void ScenarioTest::cursorLoop_stops()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34)}, "B"));
  for (int i = 0; i < 50; ++i)
    world.shop.answer(fakePage({fakeOrder("2", kT35)}, "B"));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && reports[0].error);
  QCOMPARE(reports[0].error->kind, ErrorKind::BadResponse);
  QCOMPARE(reports[0].requests, 1 + PageGuard::kMostRepeats);
  QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid"));
  QVERIFY(!world.state().coveredTo);
}

void ScenarioTest::pagesBeyondTheTotal_stop()
{
  SyncWorld world;
  for (int i = 2; i < 60; ++i)
    world.shop.answer(fakePage({fakeOrder("1", kT34)}, QByteArray::number(i), 150));
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && reports[0].error);
  QCOMPARE(reports[0].error->kind, ErrorKind::BadResponse);
  QCOMPARE(reports[0].requests, 2 + PageGuard::kSlack);
}

void ScenarioTest::skewedClock_windowEndsByTheServersTime()
{
  SyncWorld world;
  const Instant server = parseIso(u"2026-01-15T01:05:00Z").value(); // ours is ten minutes ahead
  for (int i = 0; i < 3; ++i)
    world.shop.answer(fakePage({}), 200, {{"Date", "Thu, 15 Jan 2026 01:05:00 GMT"}});
  const auto reports = world.sync();
  QVERIFY(!reports.empty() && !reports[0].error);
  const auto requests = world.shop.requests();
  QVERIFY(parameter(requests[0], "to") > server);
  QVERIFY(parameter(requests[1], "to") <= server);
  QVERIFY(world.state().coveredTo.value() <= server);
  const auto offset = world.accountNow().clockOffset;
  QVERIFY(offset > -602s && offset < -598s);

  // Known from now on: also by an engine that starts anew.
  world.shop.forget();
  world.restart();
  world.shop.answer(fakePage({}), 200, {{"Date", "Thu, 15 Jan 2026 01:05:00 GMT"}});
  world.sync();
  QVERIFY(parameter(world.shop.requests().front(), "to") <= server);
  QVERIFY(world.shop.requests().front().header("X-Time") <= QByteArray("2026-01-15T01:05:01Z"));
}

void ScenarioTest::absence_isNoDeletion()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("1", kT34), fakeOrder("2", kT35)}));
  world.sync();
  world.shop.forget();
  world.shop.answer(fakePage({fakeOrder("1", kT34)}));
  world.sync(true);
  QCOMPARE(world.stored(), QStringLiteral("1 paid,2 paid"));
  QVERIFY(!world.read([](Connection& c) { return orderRows(c, {}); }).front().gone);

  // Asked for by id and not there: removed at the shop, kept as history.
  world.shop.forget();
  world.time.advance(48h);
  world.shop.answer(fakePage({}));
  world.shop.answer(R"({"orders":[)" + fakeOrder("1", kT34) + R"(],"gone":["2"]})");
  const auto reports = world.sync();
  QCOMPARE(reports.size(), size_t(2));
  QVERIFY2(world.shop.lastRequest().url.contains("ids="), world.shop.lastRequest().url.constData());
  const auto rows = world.read([](Connection& c) { return orderRows(c, {}); });
  QCOMPARE(rows.size(), size_t(2));
  for (const OrderRow& row : rows)
    QCOMPARE(row.gone, row.externalId == QLatin1String("2"));
}

void ScenarioTest::idsDifferingInCase_areTwoOrders()
{
  SyncWorld world;
  world.shop.answer(fakePage({fakeOrder("a1", kT34), fakeOrder("A1", kT34)}));
  world.sync();
  QCOMPARE(world.stored(), QStringLiteral("A1 paid,a1 paid"));
}

SC_TEST(ScenarioTest)
#include "scenario_test.moc"
