#include "core/geo/bundledmap.h"
#include "core/store/parcels.h"
#include "core/store/parcelsteps.h"
#include "core/store/placealiases.h"
#include "core/store/shipmentlist.h"
#include "core/transit/performance.h"
#include "core/transit/ways.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

const Instant kNow = fromMs(1'768'471'200'000);
const QTimeZone kZone("Asia/Shanghai");
const AccountId kShop{1}, kCourier{2};

struct Scan {
  ParcelStatus status;
  QString text;
  Instant at;
};

TrackingSnapshot parcel(const QString& number, const std::vector<Scan>& oldestFirst)
{
  TrackingSnapshot p;
  p.courier = QStringLiteral("sf");
  p.number = number;
  for (auto scan = oldestFirst.rbegin(); scan != oldestFirst.rend(); ++scan) {
    TrackingEvent e;
    e.at = scan->at;
    e.wallClock = toIso(scan->at);
    e.status = scan->status;
    e.text = scan->text;
    if (scan->status == ParcelStatus::Exception)
      e.reason = QStringLiteral("damaged");
    p.events.push_back(e);
  }
  p.status = oldestFirst.back().status;
  return p;
}

OrderSnapshot orderOf(const QString& number, const QString& waybill)
{
  OrderSnapshot o;
  o.externalId = o.number = number;
  o.status = OrderStatus::Shipped;
  o.payment = PaymentStatus::Paid;
  o.total = o.paid = Money(100, Currency());
  o.placedAt = kNow - 240h;
  o.shipTo.province = QStringLiteral("浙江省");
  o.shipTo.city = QStringLiteral("杭州市");
  o.parcels = {{QStringLiteral("e") + waybill, QStringLiteral("sf"), {}, waybill, {}, std::nullopt}};
  return o;
}

} // namespace

class WaysTest : public QObject {
  Q_OBJECT
  std::unique_ptr<Geocoder> m_geocoder;
  std::unique_ptr<TempDatabase> m_temp;
  ChangeSet m_changes;

  Connection& c() { return m_temp->connection(); }
  void put(const TrackingSnapshot& p, bool withOrder = true)
  {
    if (withOrder)
      must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {orderOf(QStringLiteral("N") + p.number, p.number)},
                        m_changes));
    must(upsertTracking(c(), {kCourier, std::nullopt, kNow}, {p}, m_changes));
  }
  /// Delivered from Shenzhen to Hangzhou after so many hours.
  void putArrived(const QString& number, int hours, bool failedOnce = false)
  {
    const Instant picked = kNow - 200h;
    std::vector<Scan> scans{{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), picked},
                            {ParcelStatus::InTransit, QStringLiteral("到达【杭州转运中心】"), picked + 1h}};
    if (failedOnce)
      scans.push_back({ParcelStatus::DeliveryFailed, QStringLiteral("【杭州市】派送不成功"), picked + 2h});
    scans.push_back({ParcelStatus::Delivered, QStringLiteral("【杭州市】已签收"), picked + std::chrono::hours(hours)});
    put(parcel(number, scans));
  }
  void refresh()
  {
    for (int pass = 0; pass < 100 && must(refreshWays(c(), *m_geocoder, kNow, kZone, 7, m_changes)) > 0; ++pass) {
    }
    QCOMPARE(must(refreshWays(c(), *m_geocoder, kNow, kZone, 7, m_changes)), 0);
  }
  ParcelLine lineOf(const QString& number)
  {
    ShipmentFilter filter;
    filter.number = number;
    const auto lines = must(parcelLines(c(), filter, kNow, 10));
    return lines.empty() ? ParcelLine() : lines.front();
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void initTestCase() { m_geocoder = std::make_unique<Geocoder>(must(bundledGazetteer())); }
  void init()
  {
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    m_changes = {};
  }
  void cleanup() { m_temp.reset(); }

  void way_knowsBothEndsAndWhatHappened()
  {
    putArrived(QStringLiteral("A1"), 50, true);
    refresh();
    const ParcelLine line = lineOf(QStringLiteral("A1"));
    QCOMPARE(line.origin, QStringLiteral("440300"));
    QCOMPARE(line.destination, QStringLiteral("330100"));
    QCOMPARE(line.failedTries, 1);
    QVERIFY(line.oddities.isEmpty());
    QCOMPARE(line.orderNumber, QStringLiteral("NA1"));
  }

  void way_isReadAgainWhenTheParcelHasNews()
  {
    put(parcel(QStringLiteral("A1"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 5h}}));
    refresh();
    QVERIFY(lineOf(QStringLiteral("A1")).problem.isEmpty());
    put(parcel(QStringLiteral("A1"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 5h},
                                      {ParcelStatus::Exception, QStringLiteral("包裹破损"), kNow - 1h}}));
    refresh();
    QCOMPARE(lineOf(QStringLiteral("A1")).problem, QStringLiteral("damaged"));
  }

  void oddEvents_areSaidPlainly()
  {
    auto moved = parcel(QStringLiteral("A1"), {{ParcelStatus::Delivered, QStringLiteral("【杭州市】已签收"), kNow - 5h},
                                               {ParcelStatus::InTransit, QStringLiteral("到达【上海市】"), kNow - 1h}});
    moved.events[1].wallClock = QStringLiteral("2026-01-15T10:00:00");
    put(moved);
    put(parcel(QStringLiteral("A2"), {{ParcelStatus::InTransit, QStringLiteral("快件运输中"), kNow - 1h}}));
    auto timeless = parcel(QStringLiteral("A3"), {{ParcelStatus::InTransit, QStringLiteral("到达【上海市】"), kNow}});
    timeless.events[0].at.reset();
    put(timeless);
    refresh();
    QCOMPARE(lineOf(QStringLiteral("A1")).oddities,
             (QStringList{QStringLiteral("time_without_zone"), QStringLiteral("moved_after_delivery")}));
    QCOMPARE(lineOf(QStringLiteral("A2")).oddities, QStringList{QStringLiteral("unknown_place")});
    QCOMPARE(lineOf(QStringLiteral("A3")).oddities, QStringList{QStringLiteral("time_missing")});
    ShipmentFilter odd;
    odd.odd = true;
    QCOMPARE(must(parcelCount(c(), odd, kNow, 100)), 3);
  }

  void lateBeforeItIsLate_isToldByTheLanesOwnHistory()
  {
    for (int i = 1; i <= 10; ++i)
      putArrived(QStringLiteral("H%1").arg(i), 80 + i);
    must(savePromiseRules(c(), {{0, QStringLiteral("sf"), QStringLiteral("浙江"), 2}}, m_changes));
    put(parcel(QStringLiteral("OPEN"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 1h}}));
    refresh();
    const ParcelLine line = lineOf(QStringLiteral("OPEN"));
    QCOMPARE(line.promiseBasis, QStringLiteral("rule"));
    QVERIFY(line.promisedAt && *line.promisedAt > kNow);
    QCOMPARE(line.laneSamples, 10);
    QCOMPARE(*line.expectedAt, kNow - 1h + 85h + 30min);
    QVERIFY(*line.expectedAt > *line.promisedAt);
    ShipmentFilter soon;
    soon.soonLate = true;
    const auto lines = must(parcelLines(c(), soon, kNow, 10));
    QCOMPARE(lines.size(), size_t(1));
    ShipmentFilter late;
    late.late = true;
    QCOMPARE(must(parcelCount(c(), late, kNow, 10)), 0);
    QCOMPARE(must(parcelCount(c(), late, kNow + 72h, 10)), 1);
  }

  void couriersPromise_goesBeforeTheRule()
  {
    must(savePromiseRules(c(), {{0, {}, {}, 2}}, m_changes));
    auto p = parcel(QStringLiteral("A1"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 1h}});
    p.estimatedAt = kNow + 30h;
    put(p);
    refresh();
    QCOMPARE(*lineOf(QStringLiteral("A1")).promisedAt, kNow + 30h);
    QCOMPARE(lineOf(QStringLiteral("A1")).promiseBasis, QStringLiteral("courier"));
  }

  void courierThatPostpones_staysLate()
  {
    auto p = parcel(QStringLiteral("A1"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 50h}});
    p.estimatedAt = kNow - 2h;
    put(p);
    refresh();
    p.estimatedAt = kNow + 40h;
    put(p);
    refresh();
    const ParcelLine line = lineOf(QStringLiteral("A1"));
    QCOMPARE(*line.promisedAt, kNow - 2h);
    QCOMPARE(*line.estimatedAt, kNow + 40h);
    ShipmentFilter late;
    late.late = true;
    QCOMPARE(must(parcelCount(c(), late, kNow, 10)), 1);
  }

  void platformsPromise_goesBeforeCourierAndRule()
  {
    must(savePromiseRules(c(), {{0, {}, {}, 2}}, m_changes));
    OrderSnapshot order = orderOf(QStringLiteral("NA1"), QStringLiteral("A1"));
    order.deliverBy = kNow + 20h;
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {order}, m_changes));
    auto p = parcel(QStringLiteral("A1"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 1h}});
    put(p, false);
    refresh();
    QCOMPARE(*lineOf(QStringLiteral("A1")).promisedAt, kNow + 20h);
    p.estimatedAt = kNow + 30h;
    put(p, false);
    refresh();
    QCOMPARE(*lineOf(QStringLiteral("A1")).promisedAt, kNow + 20h);
    QCOMPARE(lineOf(QStringLiteral("A1")).promiseBasis, QStringLiteral("platform"));
  }

  void promise_endsWithTheShopsDay()
  {
    const std::vector<PromiseRule> rules{
        {1, QStringLiteral("yto"), {}, 9}, {2, {}, QStringLiteral("新疆"), 7}, {3, {}, {}, 3}};
    const Instant shipped = *parseIso(u"2026-01-10T17:00:00Z"); // already the 11th in Shanghai
    QCOMPARE(*promisedBy(rules, QStringLiteral("sf"), QStringLiteral("浙江省"), shipped, kZone),
             *parseIso(u"2026-01-14T15:59:59.999Z"));
    QCOMPARE(*promisedBy(rules, QStringLiteral("sf"), QStringLiteral("新疆维吾尔自治区"), shipped, kZone),
             *parseIso(u"2026-01-18T15:59:59.999Z"));
    QVERIFY(!promisedBy({rules[0]}, QStringLiteral("sf"), {}, shipped, kZone));
    QCOMPARE(savePromiseRules(c(), {{0, {}, {}, 0}}, m_changes).error().kind, ErrorKind::Invalid);
  }

  void promises_areWrittenALineEach()
  {
    const QString text = QStringLiteral("sf 浙江 2\n* 新疆 7\n%1 %2 3\n* * 4");
    const auto rules = must(parsePromiseRules(text + QStringLiteral("\n\n")));
    QCOMPARE(promiseRulesText(rules), text);
    QCOMPARE(rules[1].days, 7);
    QVERIFY(rules[1].courier.isEmpty());
    QCOMPARE(parsePromiseRules(QStringLiteral("sf 浙江")).error().subject, QStringLiteral("sf 浙江"));
    QVERIFY(!parsePromiseRules(QStringLiteral("* * 0")));
    must(savePromiseRules(c(), rules, m_changes));
    QCOMPARE(promiseRulesText(must(promiseRules(c()))), text);
  }

  void performance_equalsTheRowsBehindIt()
  {
    for (int i = 1; i <= 9; ++i)
      putArrived(QStringLiteral("H%1").arg(i), 10 * i, i == 4);
    must(savePromiseRules(c(), {{0, {}, {}, 2}}, m_changes));
    put(parcel(QStringLiteral("X"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 150h},
                                     {ParcelStatus::Exception, QStringLiteral("包裹破损"), kNow - 100h}}));
    refresh();
    const Instant from = kNow - 300h;
    for (const auto detail : {PerformanceDetail::Couriers, PerformanceDetail::Lanes}) {
      const auto all = must(lanePerformance(c(), from, kNow, kNow, detail));
      QCOMPARE(all.size(), size_t(1));
      const LanePerformance& p = all.front();
      QCOMPARE(p.shipped, 10);
      QCOMPARE(p.arrived, 9);
      QCOMPARE(*p.half, Transit(50h));
      QCOMPARE(*p.most, Transit(82h));
      QCOMPARE(*p.firstTryRate(), 8.0 / 9);
      QCOMPARE(*p.problemRate(), 0.1);
      const auto behind = [&](PerformanceFigure figure) {
        const auto parcels = must(parcelsBehind(c(), p.lane, detail, figure, from, kNow, kNow, 1));
        return parcels.ids.size() > 1 ? -1 : parcels.total; // the limit cuts the rows, not the figure
      };
      QCOMPARE(behind(PerformanceFigure::Shipped), p.shipped);
      QCOMPARE(behind(PerformanceFigure::Arrived), p.arrived);
      QCOMPARE(behind(PerformanceFigure::Late), p.due - p.onTime);
      QCOMPARE(behind(PerformanceFigure::FailedTry), p.tried - p.firstTry);
      QCOMPARE(behind(PerformanceFigure::Problem), p.withProblem);
      QVERIFY(p.due - p.onTime > 0);
    }
  }

  void rates_withoutDenominatorHaveNoValue()
  {
    put(parcel(QStringLiteral("X"), {{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), kNow - 1h}}));
    refresh();
    const auto all = must(lanePerformance(c(), kNow - 300h, kNow, kNow, PerformanceDetail::Couriers));
    QVERIFY(!all.front().onTimeRate());
    QVERIFY(!all.front().firstTryRate());
    QVERIFY(!all.front().half);
  }

  void teaching_readsTheWaysAnew()
  {
    put(parcel(QStringLiteral("A1"), {{ParcelStatus::InTransit, QStringLiteral("到达三号库"), kNow - 1h}}));
    refresh();
    QVERIFY(lineOf(QStringLiteral("A1")).origin.isEmpty());
    must(teachPlace(c(), {QStringLiteral("三号库"), QStringLiteral("420700"), {}, kNow}, m_changes));
    m_geocoder = std::make_unique<Geocoder>(must(bundledGazetteer()),
                                            PlaceAliases{{QStringLiteral("三号库"), QStringLiteral("420700")}});
    refresh();
    QCOMPARE(lineOf(QStringLiteral("A1")).origin, QStringLiteral("420700"));
    m_geocoder = std::make_unique<Geocoder>(must(bundledGazetteer()));
  }

  void steps_areKeptAndTellTheOrder()
  {
    put(parcel(QStringLiteral("A1"), {{ParcelStatus::InTransit, QStringLiteral("到达【上海市】"), kNow - 1h}}));
    const ShipmentId id = lineOf(QStringLiteral("A1")).shipment.id;
    ParcelStep step;
    step.shipment = id;
    step.kind = ParcelStepKind::Claim;
    step.text = QStringLiteral("破损");
    step.takenAt = kNow;
    QCOMPARE(takeParcelStep(c(), step, m_changes).error().kind, ErrorKind::Invalid); // a claim of how much?
    step.amount = Money(12'300, must(Currency::of(u"CNY")));
    const qint64 claim = must(takeParcelStep(c(), step, m_changes));
    QCOMPARE(takeParcelStep(c(), step, m_changes).error().kind, ErrorKind::Conflict);
    step.kind = ParcelStepKind::Note;
    step.text = QStringLiteral(" ");
    QCOMPARE(takeParcelStep(c(), step, m_changes).error().kind, ErrorKind::Invalid);
    must(settleParcelStep(c(), claim, Money(10'000, must(Currency::of(u"CNY"))), kNow + 1h, m_changes));
    QCOMPARE(settleParcelStep(c(), claim, std::nullopt, kNow, m_changes).error().kind, ErrorKind::NotFound);
    const auto steps = must(parcelSteps(c(), id));
    QCOMPARE(steps.size(), size_t(1));
    QCOMPARE(steps[0].received->minor(), 10'000);
    QCOMPARE(*steps[0].settledAt, kNow + 1h);
    QCOMPARE(must(c().number(QStringLiteral("SELECT COUNT(*) FROM order_events WHERE kind = 'parcel_claim'"))), 1);
  }
};

SC_TEST(WaysTest)
#include "ways_test.moc"
