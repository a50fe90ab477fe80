#include "core/stock/articles.h"
#include "core/stock/demandbook.h"
#include "core/stock/replenishment.h"
#include "core/store/catalogue.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {

const QTimeZone kZone("Asia/Shanghai");
const Instant kNow = fromMs(1'768'471'200'000); // 2026-01-15 18:00 in Shanghai
const AccountId kShop{1};
const QString kTea = QStringLiteral("TEA"), kCup = QStringLiteral("CUP"), kMill = QStringLiteral("mill");
constexpr auto kDay = std::chrono::hours(24);

OrderSnapshot order(const QString& id, const QString& sku, qint64 quantity, Instant placedAt,
                    OrderStatus status = OrderStatus::ToShip)
{
  OrderSnapshot o;
  o.externalId = o.number = id;
  o.status = status;
  o.payment = PaymentStatus::Paid;
  o.total = o.paid = Money(100, Currency());
  o.placedAt = placedAt;
  o.updatedAt = placedAt;
  o.customerExternalId = QStringLiteral("c1");
  LineSnapshot line;
  line.externalId = QStringLiteral("l");
  line.sku = sku;
  line.quantity = quantity;
  line.total = o.total;
  o.lines = {line};
  return o;
}

SupplyTerms terms(const QString& sku, double days, double deviation)
{
  SupplyTerms t;
  t.sku = sku;
  t.supplier = kMill;
  t.leadDays = days;
  t.leadDeviation = deviation;
  return t;
}

} // namespace

class ReplenishmentTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  int m_orders = 0;
  Connection& c() { return m_temp->connection(); }

  void sell(const QString& sku, qint64 quantity, Instant at, OrderStatus status = OrderStatus::ToShip)
  {
    // Stored as a shop tells of it at once: the movement bears the same day.
    must(upsertOrders(c(), {kShop, std::nullopt, at}, {order(QString::number(++m_orders), sku, quantity, at, status)},
                      m_changes));
  }
  void receive(const QString& sku, qint64 quantity, Instant at, const QString& warehouse = {})
  {
    must(adjustStock(c(), sku, warehouse, quantity, QStringLiteral("opening"), QStringLiteral("owner"), at, m_changes));
  }
  ReplenishmentRun run(ReplenishmentOptions options = {}) { return must(replenishment(c(), kZone, options, kNow)); }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_orders = 0;
  }

  void cut_endsYesterdayInTheShopsZone()
  {
    const DemandDays cut(kZone, kNow, 3);
    QCOMPARE(cut.days(), 3);
    QCOMPARE(cut.date(0), QDate(2026, 1, 12));
    QCOMPARE(toIso(cut.end()), QStringLiteral("2026-01-14T16:00:00Z"));
    QVERIFY(!cut.dayOf(toMs(kNow)));
    QCOMPARE(cut.dayOf(toMs(cut.end()) - 1).value(), 2);
    QVERIFY(!cut.dayOf(toMs(cut.begin()) - 1));
  }

  /// 2026-03-29 has 23 hours in Berlin, 2025-10-26 had 25.
  void cut_survivesSummerTime()
  {
    const QTimeZone berlin("Europe/Berlin");
    const DemandDays spring(berlin, must(parseIso(u"2026-04-01T10:00:00Z")), 5);
    QCOMPARE(spring.dayOf(toMs(must(parseIso(u"2026-03-29T21:59:59Z")))).value(), 2);
    QCOMPARE(spring.dayOf(toMs(must(parseIso(u"2026-03-29T22:00:00Z")))).value(), 3);
    const DemandDays autumn(berlin, must(parseIso(u"2025-10-28T10:00:00Z")), 3);
    QCOMPARE(autumn.dayOf(toMs(must(parseIso(u"2025-10-26T22:59:59Z")))).value(), 1);
    QCOMPARE(autumn.dayOf(toMs(must(parseIso(u"2025-10-26T23:00:00Z")))).value(), 2);
  }

  void demand_countsOrdersByDayButNotUnpaidOrCancelledOnes()
  {
    receive(kTea, 100, kNow - 10 * kDay);
    sell(kTea, 4, kNow - kDay);
    sell(kTea, 3, kNow - kDay + 5h); // 23:00 of the same day
    sell(kTea, 9, kNow - kDay, OrderStatus::Cancelled);
    sell(kTea, 9, kNow - kDay, OrderStatus::AwaitingPayment);
    sell(kTea, 5, kNow - kDay + 7h); // 01:00 of today
    const DemandHistory history = must(DemandBook::read(c(), DemandDays(kZone, kNow, 5))).history(kTea);
    QCOMPARE(history.pieces, (std::vector<double>{0, 0, 0, 0, 7}));
  }

  void demand_knowsOnWhichDaysNothingCouldBeSold()
  {
    receive(kTea, 5, kNow - 8 * kDay);
    sell(kTea, 5, kNow - 6 * kDay); // sold out that day
    receive(kTea, 10, kNow - 3 * kDay);
    const DemandHistory history = must(DemandBook::read(c(), DemandDays(kZone, kNow, 9))).history(kTea);
    //                                     -9     -8    -7    -6    -5     -4     -3    -2    -1
    QCOMPARE(history.inStock, (std::vector{false, true, true, true, false, false, true, true, true}));
    QCOMPARE(averageDailyDemand(history).value(), 5.0 / 6);
  }

  void demand_ofABundleIsDemandOfItsParts()
  {
    must(defineBundle(c(), {QStringLiteral("owner")}, QStringLiteral("SET"), {{kTea, 1}, {kCup, 2}}, kNow - 9 * kDay,
                      m_changes));
    receive(kCup, 100, kNow - 9 * kDay);
    sell(QStringLiteral("SET"), 3, kNow - 2 * kDay);
    const DemandDays cut(kZone, kNow, 3);
    QCOMPARE(must(DemandBook::read(c(), cut)).history(kCup).pieces, (std::vector<double>{0, 6, 0}));
    QCOMPARE(must(DemandBook::read(c(), cut, {kCup})).history(kCup).pieces, (std::vector<double>{0, 6, 0}));
    QVERIFY(!must(DemandBook::read(c(), cut)).skus().contains(QStringLiteral("SET")));
  }

  void suggestion_showsEveryTerm()
  {
    receive(kTea, 400, kNow - 100 * kDay);
    for (int day = 1; day <= 90; ++day)
      sell(kTea, 4, kNow - day * kDay);
    SupplyTerms supply = terms(kTea, 9, 2);
    supply.pack = 12;
    supply.unitCost = Money(250, Currency());
    must(saveSupplyTerms(c(), supply, QStringLiteral("owner"), kNow, m_changes));
    ReplenishmentOptions options;
    options.windowDays = 90;
    const ReplenishmentRun all = run(options);
    QCOMPARE(all.rows.size(), std::size_t(1));
    const ReplenishmentRow& row = all.rows.front();
    QCOMPARE(row.terms.projected(), qint64(40));
    QCOMPARE(row.forecast.perDay, 4.0);
    QCOMPARE(row.daysInStock, qint64(90));
    QCOMPARE(row.terms.lead.source, LeadTimeSource::Agreed);
    const double z = 1.6448536269514722;
    QCOMPARE(row.suggestion.safetyStock, z * 4 * 2); // demand is steady: only the lead time varies
    QCOMPARE(row.suggestion.reorderPoint, 36 + z * 8);
    QCOMPARE(row.suggestion.orderUpTo, 64 + z * 8);
    QCOMPARE(row.suggestion.daysOfCover.value(), 10.0);
    QVERIFY(row.suggestion.isDue);
    QCOMPARE(row.suggestion.quantity, qint64(48)); // 37.2 wanted, packs of 12
    QCOMPARE(row.cost->minor(), qint64(48 * 250));
    QCOMPARE(all.cost.of(Currency()).minor(), qint64(48 * 250));
  }

  void suggestion_countsWhatIsOnItsWay()
  {
    receive(kTea, 100, kNow - 100 * kDay);
    for (int day = 1; day <= 30; ++day)
      sell(kTea, 3, kNow - day * kDay);
    must(c().run(QStringLiteral("UPDATE stock SET incoming = 200 WHERE sku = ?"), {kTea}));
    ReplenishmentOptions options;
    options.windowDays = 30;
    QVERIFY(run(options).rows.empty());
    options.dueOnly = false;
    const ReplenishmentRun all = run(options);
    QCOMPARE(all.rows.front().terms.projected(), qint64(210));
    QVERIFY(all.rows.front().suggestion.dueInDays.value() > 40);
  }

  void suggestion_isNothingWithoutDemand()
  {
    receive(kTea, 1, kNow - 100 * kDay);
    ReplenishmentOptions options;
    options.dueOnly = false;
    const ReplenishmentRow row = run(options).rows.front();
    QCOMPARE(row.suggestion.quantity, qint64(0));
    QVERIFY(!row.suggestion.daysOfCover);
    QVERIFY(!row.suggestion.dueInDays);
  }

  void suggestion_splitsDemandByWhoServedIt()
  {
    receive(kTea, 1000, kNow - 60 * kDay);
    receive(kTea, 50, kNow - 60 * kDay, QStringLiteral("south"));
    for (int day = 1; day <= 40; ++day)
      sell(kTea, 5, kNow - day * kDay);
    ReplenishmentOptions options;
    options.dueOnly = false;
    options.windowDays = 40;
    const ReplenishmentRun all = run(options);
    QCOMPARE(all.examined, qint64(2));
    for (const ReplenishmentRow& row : all.rows) {
      QCOMPARE(row.share, row.warehouse == QStringLiteral("south") ? 0.0 : 1.0);
      QCOMPARE(row.terms.demand.perDay, row.share * 5);
    }
    options.warehouse = QStringLiteral("south");
    QCOMPARE(run(options).rows.size(), std::size_t(1));
  }

  void run_putsTheShortestCoverFirst()
  {
    for (const QString& sku : {kTea, kCup}) {
      receive(sku, sku == kTea ? 85 : 80, kNow - 60 * kDay);
      for (int day = 1; day <= 35; ++day)
        sell(sku, 2, kNow - day * kDay);
    }
    ReplenishmentOptions options;
    options.windowDays = 35;
    const ReplenishmentRun all = run(options);
    QCOMPARE(all.rows.size(), std::size_t(2));
    QCOMPARE(all.rows.front().sku, kCup);
    QVERIFY(all.hasUnknownCost);
    options.skus = {kTea};
    QCOMPARE(run(options).rows.size(), std::size_t(1));
    QCOMPARE(run(options).examined, qint64(1));
  }

  void run_refusesAnImpossibleService()
  {
    ReplenishmentOptions options;
    options.policy.serviceLevel = 1;
    const auto refused = replenishment(c(), kZone, options, kNow);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Invalid);
  }

  void leadTime_isMeasuredFromThreeReceiptsOn()
  {
    must(saveSupplyTerms(c(), terms(kTea, 30, 0), QStringLiteral("owner"), kNow, m_changes));
    const LeadTime assumed;
    const auto receipt = [&](int days) {
      must(noteSupplyReceipt(c(), {kTea, kMill, kNow - days * kDay, kNow, 10}, m_changes));
    };
    receipt(8);
    receipt(10);
    QCOMPARE(must(SupplyBook::read(c())).of(kTea, assumed).lead.days, 30.0);
    receipt(12);
    const LeadTime measured = must(SupplyBook::read(c())).of(kTea, assumed).lead;
    QCOMPARE(measured.source, LeadTimeSource::Measured);
    QCOMPARE(measured.days, 10.0);
    QCOMPARE(measured.deviation, 2.0);
    QCOMPARE(measured.slowTenth.value(), 12.0);
    // Another article of the same supplier is taken for as fast.
    must(saveSupplyTerms(c(), terms(kCup, 30, 0), QStringLiteral("owner"), kNow, m_changes));
    QCOMPARE(must(SupplyBook::read(c())).of(kCup, assumed).lead.days, 10.0);
  }

  void terms_preferOneSupplierAndFallBackToGeneralOnes()
  {
    must(saveSupplyTerms(c(), terms({}, 20, 3), QStringLiteral("owner"), kNow, m_changes));
    SupplyTerms other = terms(kTea, 5, 1);
    other.supplier = QStringLiteral("abc");
    must(saveSupplyTerms(c(), other, QStringLiteral("owner"), kNow, m_changes));
    other.supplier = QStringLiteral("xyz");
    other.leadDays = 2;
    other.preferred = true;
    must(saveSupplyTerms(c(), other, QStringLiteral("owner"), kNow, m_changes));
    const SupplyBook book = must(SupplyBook::read(c()));
    QCOMPARE(book.of(kTea, {}).terms->supplier, QStringLiteral("xyz"));
    QCOMPARE(book.of(kCup, {}).lead.days, 20.0);
    must(removeSupplyTerms(c(), kTea, QStringLiteral("xyz"), m_changes));
    QCOMPARE(must(SupplyBook::read(c())).of(kTea, {}).terms->supplier, QStringLiteral("abc"));
    QCOMPARE(removeSupplyTerms(c(), kTea, QStringLiteral("xyz"), m_changes).error().kind, ErrorKind::NotFound);
  }

  void terms_refuseNonsense()
  {
    SupplyTerms bad = terms(kTea, -1, 0);
    QCOMPARE(saveSupplyTerms(c(), bad, {}, kNow, m_changes).error().kind, ErrorKind::Invalid);
    bad = terms(kTea, 5, std::nan(""));
    QCOMPARE(saveSupplyTerms(c(), bad, {}, kNow, m_changes).error().kind, ErrorKind::Invalid);
    bad = terms(kTea, 5, 0);
    bad.pack = 0;
    QCOMPARE(saveSupplyTerms(c(), bad, {}, kNow, m_changes).error().kind, ErrorKind::Invalid);
    bad.pack = 1;
    bad.unitCost = Money(1, Currency());
    bad.orderCost = Money(1, must(Currency::of(u"USD")));
    QCOMPARE(saveSupplyTerms(c(), bad, {}, kNow, m_changes).error().kind, ErrorKind::Invalid);
    QCOMPARE(noteSupplyReceipt(c(), {kTea, kMill, kNow, kNow - 1s, 5}, m_changes).error().kind, ErrorKind::Invalid);
  }
};

SC_TEST(ReplenishmentTest)
#include "replenishment_test.moc"
