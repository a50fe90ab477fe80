#include "core/sync/schedule.h"
#include "core/sync/window.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
const Instant kNow = parseIso(u"2026-01-15T01:12:33Z").value();

ScheduledAccount account(const Declaration& declaration, std::vector<StreamState> streams = {},
                         AccountState state = AccountState::Ok, std::optional<Instant> notBefore = std::nullopt)
{
  return {AccountId(1), state, &declaration, std::move(streams), notBefore};
}

Declaration shop()
{
  Declaration declaration;
  StreamDeclaration orders;
  orders.revisitBatch = 50;
  StreamDeclaration products;
  products.stream = Stream::Products;
  products.discoverEvery = 600s;
  declaration.streams = {orders, products};
  return declaration;
}

StreamState triedAt(Stream stream, Instant at)
{
  StreamState state;
  state.stream = stream;
  state.lastTryAt = state.lastRevisitAt = state.lastAuditAt = at;
  state.coveredTo = at;
  return state;
}
} // namespace

class ScheduleTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void newAccount_readsOrdersBeforeGoods();
  void loops_areDueAtTheirOwnPace();
  void longestOverdue_comesFirst();
  void pausedAndBrokenAccounts_rest();
  void notBefore_isKept();
  void refusedStream_restsWhileOthersGoOn();
  void simulatedWorkspace_showsLife();
  void courier_isOnlyRevisited();
  void audit_waitsForFirstCoverage();
  void parcels_areAskedForWithinTheMinuteAndTheDay();

  void window_endsInThePastAndOverlaps();
  void window_firstTimeReachesBackAsFarAsAllowed();
  void window_isCutToTheProvidersLongest();
  void window_survivesAFutureCoverage();
  void window_withoutTimeFilterIsWhole();
};

void ScheduleTest::newAccount_readsOrdersBeforeGoods()
{
  const Declaration declaration = shop();
  const auto due = dueRuns({account(declaration)}, kNow, false);
  QCOMPARE(due.size(), size_t(3));
  QCOMPARE(due[0].stream, Stream::Orders);
  QCOMPARE(due[0].loop, Loop::Discover);
  QCOMPARE(due[1].loop, Loop::Revisit);
  QCOMPARE(due[2].stream, Stream::Products);
}

void ScheduleTest::loops_areDueAtTheirOwnPace()
{
  const Declaration declaration = shop();
  const auto shopAccount = account(declaration, {triedAt(Stream::Orders, kNow), triedAt(Stream::Products, kNow)});
  QVERIFY(dueRuns({shopAccount}, kNow + 59s, false).empty());
  const auto afterAMinute = dueRuns({shopAccount}, kNow + 60s, false);
  QCOMPARE(afterAMinute.size(), size_t(2));
  QCOMPARE(afterAMinute[0], (DueRun{AccountId(1), Stream::Orders, Loop::Discover, kNow + 60s}));
  QCOMPARE(afterAMinute[1], (DueRun{AccountId(1), Stream::Orders, Loop::Revisit, kNow + 60s}));
  QCOMPARE(dueRuns({shopAccount}, kNow + 600s, false).size(), size_t(3));
  const auto afterADay = dueRuns({shopAccount}, kNow + 24h, false);
  QCOMPARE(afterADay.size(), size_t(5)); // and both are audited
  QCOMPARE(afterADay[3], (DueRun{AccountId(1), Stream::Orders, Loop::Audit, kNow + 24h}));
  QCOMPARE(afterADay[4], (DueRun{AccountId(1), Stream::Products, Loop::Audit, kNow + 24h}));
}

void ScheduleTest::longestOverdue_comesFirst()
{
  const Declaration declaration = shop();
  const auto due =
      dueRuns({account(declaration, {triedAt(Stream::Orders, kNow - 2min), triedAt(Stream::Products, kNow - 1h)})},
              kNow, false);
  QCOMPARE(due.size(), size_t(3));
  QCOMPARE(due[0].stream, Stream::Products);
}

void ScheduleTest::pausedAndBrokenAccounts_rest()
{
  const Declaration declaration = shop();
  for (const AccountState state : {AccountState::Paused, AccountState::NeedsAttention})
    QVERIFY(dueRuns({account(declaration, {}, state)}, kNow, false).empty());
}

void ScheduleTest::refusedStream_restsWhileOthersGoOn()
{
  const Declaration declaration = shop();
  StreamState refused = triedAt(Stream::Orders, kNow - 59min), goods = triedAt(Stream::Products, kNow - 59min);
  refused.lastErrorKind = errorKindName(ErrorKind::Config);
  const auto due = dueRuns({account(declaration, {refused, goods})}, kNow, false);
  QCOMPARE(due.size(), size_t(1));
  QCOMPARE(due[0].stream, Stream::Products);
  const auto later = dueRuns({account(declaration, {refused, goods})}, kNow + 1min, false);
  QVERIFY(std::ranges::any_of(later, [](const DueRun& run) { return run.stream == Stream::Orders; }));
}

void ScheduleTest::notBefore_isKept()
{
  const Declaration declaration = shop();
  const auto shopAccount = account(declaration, {}, AccountState::Ok, kNow + 1s);
  QVERIFY(dueRuns({shopAccount}, kNow, false).empty());
  QVERIFY(!dueRuns({shopAccount}, kNow + 1s, false).empty());
}

void ScheduleTest::simulatedWorkspace_showsLife()
{
  const Declaration declaration = shop();
  const auto shopAccount = account(declaration, {triedAt(Stream::Orders, kNow), triedAt(Stream::Products, kNow)});
  QVERIFY(dueRuns({shopAccount}, kNow + 4s, true).empty());
  QCOMPARE(dueRuns({shopAccount}, kNow + 5s, true).size(), size_t(2));
  QCOMPARE(dueRuns({shopAccount}, kNow + 10s, true).size(), size_t(3));
}

void ScheduleTest::courier_isOnlyRevisited()
{
  Declaration declaration;
  StreamDeclaration tracking;
  tracking.stream = Stream::Tracking;
  declaration.streams = {tracking};
  const auto due = dueRuns({account(declaration)}, kNow, false);
  QCOMPARE(due.size(), size_t(1));
  QCOMPARE(due[0].loop, Loop::Revisit);
}

void ScheduleTest::audit_waitsForFirstCoverage()
{
  StreamDeclaration orders;
  QVERIFY(!dueAt(orders, {}, Loop::Audit, false));
  StreamState covered;
  covered.coveredTo = kNow;
  QCOMPARE(dueAt(orders, covered, Loop::Audit, false), std::optional(kNow));
  orders.discoverByTime = false;
  QVERIFY(!dueAt(orders, covered, Loop::Audit, false));
  StreamDeclaration products;
  products.stream = Stream::Products;
  QVERIFY(!dueAt(products, {}, Loop::Audit, false));
  QCOMPARE(dueAt(products, covered, Loop::Audit, false), std::optional(kNow));
  products.maxWindow = 60s; // its list cannot be had as a whole
  QVERIFY(!dueAt(products, covered, Loop::Audit, false));
}

void ScheduleTest::window_endsInThePastAndOverlaps()
{
  StreamDeclaration orders;
  orders.lag = 5s;
  orders.overlap = 120s;
  const auto windows = planWindows(orders, kNow - 60s, kNow, 0);
  QCOMPARE(windows, (std::vector<Window>{{kNow - 180s, kNow - 5s}}));
}

void ScheduleTest::window_firstTimeReachesBackAsFarAsAllowed()
{
  StreamDeclaration orders;
  orders.lag = 0s;
  QCOMPARE(planWindows(orders, std::nullopt, kNow, 0).front().from, Instant{});
  QCOMPARE(planWindows(orders, std::nullopt, kNow, 30).front().from, kNow - 30 * 24h);
  orders.historyDays = 10;
  QCOMPARE(planWindows(orders, std::nullopt, kNow, 30).front().from, kNow - 10 * 24h);
  QCOMPARE(planWindows(orders, std::nullopt, kNow, 0).front().from, kNow - 10 * 24h);
}

void ScheduleTest::window_isCutToTheProvidersLongest()
{
  StreamDeclaration orders;
  orders.lag = 0s;
  orders.overlap = 0s;
  orders.maxWindow = 1800s;
  const auto windows = planWindows(orders, kNow - 75min, kNow, 0);
  QCOMPARE(windows.size(), size_t(3));
  QCOMPARE(windows[0], (Window{kNow - 75min, kNow - 45min}));
  QCOMPARE(windows[2], (Window{kNow - 15min, kNow}));
  for (size_t i = 1; i < windows.size(); ++i)
    QCOMPARE(windows[i].from, windows[i - 1].to);
  QCOMPARE(planWindows(orders, std::nullopt, kNow, 2).size(), size_t(96));
}

void ScheduleTest::window_survivesAFutureCoverage()
{
  StreamDeclaration orders;
  const auto windows = planWindows(orders, kNow + 24h, kNow, 0);
  QCOMPARE(windows, (std::vector<Window>{{kNow - 125s, kNow - 5s}}));
}

void ScheduleTest::window_withoutTimeFilterIsWhole()
{
  StreamDeclaration stock;
  stock.discoverByTime = false;
  stock.maxWindow = 60s;
  QCOMPARE(planWindows(stock, kNow, kNow, 30), (std::vector<Window>{{Instant{}, kNow - 5s}}));
}

void ScheduleTest::parcels_areAskedForWithinTheMinuteAndTheDay()
{
  StreamDeclaration tracking;
  RateDeclaration rate;
  rate.perSecond = 5;
  tracking.pageSize = 1;
  QCOMPARE(trackingTurn(rate, tracking).unread, 300);
  QCOMPARE(trackingTurn(rate, tracking).again, 300);
  rate.perDay = 2880; // two calls a minute, and one of them for what nobody has read yet
  QCOMPARE(trackingTurn(rate, tracking).unread, 300);
  QCOMPARE(trackingTurn(rate, tracking).again, 1);
  tracking.pageSize = 10;
  QCOMPARE(trackingTurn(rate, tracking).unread, 3000);
  QCOMPARE(trackingTurn(rate, tracking).again, 10);
  rate.perSecond = 0.001; // never less than one, else nothing would ever be read
  tracking.pageSize = 1;
  QCOMPARE(trackingTurn(rate, tracking).unread, 1);
}

SC_TEST(ScheduleTest)
#include "schedule_test.moc"
