#include "core/reports/runs.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;
using Why = RunDifference::Why;

namespace {
const Instant kStart = fromMs(1'767'240'000'000); // 2026-01-01T04:00:00Z
const Instant kNow = kStart + std::chrono::hours(24 * 70);
const QString kNet = QStringLiteral("net_sales");

OrderSnapshot order(const QString& number, int day, qint64 goods)
{
  OrderSnapshot o;
  o.externalId = o.number = number;
  o.placedAt = kStart + std::chrono::hours(24 * day);
  o.updatedAt = o.placedAt + std::chrono::hours(1);
  o.status = OrderStatus::Completed;
  o.rawStatus = statusName(o.status);
  o.payment = PaymentStatus::Paid;
  LineSnapshot line;
  line.externalId = QStringLiteral("1");
  line.sku = QStringLiteral("TEA");
  line.title = QStringLiteral("Tea");
  line.quantity = 1;
  line.unitPrice = line.total = Money(goods, Currency());
  line.discount = Money(0, Currency());
  o.lines = {line};
  o.goods = o.total = o.paid = Money(goods, Currency());
  o.discount = o.shipping = o.tax = o.refunded = Money(0, Currency());
  o.paidAt = o.placedAt;
  return o;
}

void price(OrderSnapshot& o, qint64 goods)
{
  o.lines.front().unitPrice = o.lines.front().total = Money(goods, Currency());
  o.goods = o.total = o.paid = Money(goods, Currency());
}

void refund(OrderSnapshot& o, qint64 amount, int day)
{
  RefundSnapshot r;
  r.externalId = QStringLiteral("R%1").arg(o.refunds.size());
  r.amount = Money(amount, Currency());
  r.status = AftersaleStatus::Succeeded;
  r.createdAt = kStart + std::chrono::hours(24 * day);
  o.refunds.push_back(r);
  o.refunded = Money(o.refunded.minor() + amount, Currency());
}
} // namespace

/// Why a figure is another than it was when a run was kept.
class RunsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  std::vector<OrderSnapshot> m_orders;
  Connection& c() { return m_temp->connection(); }

  void put()
  {
    for (OrderSnapshot& o : m_orders)
      *o.updatedAt += std::chrono::hours(1);
    must(upsertOrders(c(), {AccountId(1), std::nullopt, kNow}, m_orders, m_changes));
  }
  static ReportSpec january(const QString& report = QStringLiteral("daily"))
  {
    ReportSpec spec;
    spec.report = report;
    spec.from = QDate(2026, 1, 1);
    spec.to = QDate(2026, 1, 31);
    spec.now = kNow;
    return spec;
  }
  qint64 keep(const ReportSpec& spec, bool byHand = true)
  {
    const RunToKeep run = must(runToKeep(c(), spec));
    return must(c().transaction([&] { return keepRun(c(), run, byHand); }));
  }
  /// "refunded A -300" for each difference of a part, in order.
  static QStringList told(const RunComparison& comparison, FigureRow::Part part = FigureRow::Part::Value)
  {
    QStringList lines;
    for (const RunDifference& d : comparison.differences)
      if (d.part == part)
        lines += QStringLiteral("%1 %2 %3").arg(differenceName(d.why), d.thing.number).arg(d.now - d.before);
    return lines;
  }
  static void checkSum(const RunComparison& comparison)
  {
    QMap<QString, qint64> values, bases;
    for (const RunDifference& d : comparison.differences)
      (d.part == FigureRow::Part::Value ? values : bases)[d.thing.currency] += d.now - d.before;
    for (const QString& currency : QSet<QString>(comparison.before.keyBegin(), comparison.before.keyEnd()) +
                                       QSet<QString>(comparison.now.keyBegin(), comparison.now.keyEnd())) {
      const auto before = comparison.before.value(currency), now = comparison.now.value(currency);
      QCOMPARE(values.value(currency), now.value - before.value);
      QCOMPARE(bases.value(currency), now.base - before.base);
    }
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kStart, false}));
    AccountRow row;
    row.provider = row.name = QStringLiteral("woocommerce");
    row.createdAt = row.credentialAt = kStart;
    must(addAccount(c(), row));
    m_orders = {order(QStringLiteral("A"), 1, 10'000), order(QStringLiteral("B"), 2, 20'000),
                order(QStringLiteral("C"), 3, 30'000), order(QStringLiteral("D"), 4, 40'000),
                order(QStringLiteral("E"), 5, 50'000), order(QStringLiteral("F"), 6, 60'000)};
    m_orders[5].status = OrderStatus::AwaitingPayment;
    m_orders[5].rawStatus = statusName(OrderStatus::AwaitingPayment);
    m_orders[5].payment = PaymentStatus::Unpaid;
    m_orders[5].paid = Money(0, Currency());
    put();
  }
  void cleanup() { m_temp.reset(); }

  void everyReason_isToldAndTheySumToTheChange()
  {
    const qint64 run = keep(january());
    refund(m_orders[0], 10'000, 40); // wholly, and late: it adds nothing any more
    price(m_orders[1], 21'500);
    refund(m_orders[2], 700, 41); // and edited
    price(m_orders[2], 29'000);
    m_orders[3].status = OrderStatus::Cancelled;
    m_orders[3].rawStatus = statusName(OrderStatus::Cancelled);
    m_orders[5].status = OrderStatus::ToShip;
    m_orders[5].rawStatus = statusName(OrderStatus::ToShip);
    m_orders[5].payment = PaymentStatus::Paid;
    m_orders[5].paid = m_orders[5].total;
    m_orders.push_back(order(QStringLiteral("G"), 7, 5'000));  // came in late
    m_orders.push_back(order(QStringLiteral("H"), 45, 9'999)); // not in these days
    put();

    const RunComparison net = must(compareRun(c(), run, kNet, kNow));
    QCOMPARE(told(net), (QStringList{QStringLiteral("paid F 60000"), QStringLiteral("cancelled D -40000"),
                                     QStringLiteral("refunded A -10000"), QStringLiteral("arrived G 5000"),
                                     QStringLiteral("edited B 1500"), QStringLiteral("edited C -1000"),
                                     QStringLiteral("refunded C -700")}));
    checkSum(net);
    QCOMPARE(net.before.value(QStringLiteral("CNY")).value, 150'000);
    QCOMPARE(net.now.value(QStringLiteral("CNY")).value, 164'800);

    // A mean says both: what is divided, and by what.
    const RunComparison mean = must(compareRun(c(), run, QStringLiteral("aov"), kNow));
    checkSum(mean);
    QCOMPARE(
        told(mean, FigureRow::Part::Base),
        (QStringList{QStringLiteral("cancelled D -1"), QStringLiteral("paid F 1"), QStringLiteral("arrived G 1")}));
    for (const QString& figure : must(figuresOfRun(c(), run)))
      checkSum(must(compareRun(c(), run, figure, kNow)));
  }

  void refundsByTheirOwnDate_areOfThatMonth()
  {
    ReportSpec spec = january(QStringLiteral("refunds"));
    refund(m_orders[0], 100, 8);
    put();
    const qint64 run = keep(spec);
    refund(m_orders[0], 250, 9);
    refund(m_orders[1], 300, 45); // February's
    put();
    const RunComparison refunded = must(compareRun(c(), run, QStringLiteral("refunded"), kNow));
    QCOMPARE(told(refunded), QStringList{QStringLiteral("refunded A 250")});
    checkSum(refunded);
  }

  void unchangedData_haveNoDifferences()
  {
    const qint64 run = keep(january());
    QVERIFY(must(compareRun(c(), run, kNet, kNow)).differences.empty());
    QCOMPARE(keep(january()), run); // the same data are kept once
    QCOMPARE(must(keptRuns(c(), QStringLiteral("daily"))).size(), size_t(1));
  }

  void twoKeptRuns_areCompared()
  {
    const qint64 first = keep(january());
    refund(m_orders[4], 1'234, 40);
    put();
    const qint64 second = keep(january());
    QVERIFY(first != second);
    price(m_orders[4], 1); // after both
    put();
    const RunComparison between = must(compareRun(c(), first, kNet, kNow, second));
    QCOMPARE(told(between), QStringList{QStringLiteral("refunded E -1234")});
    checkSum(between);
  }

  void everyReportsFigures_sumToTheirChange()
  {
    m_orders = test::reportOrders(30, kStart, Currency());
    put();
    QMap<QString, qint64> runs;
    for (const ReportDefinition& definition : reportDefinitions()) {
      const auto run = runToKeep(c(), january(definition.id));
      if (!run)
        QCOMPARE(run.error().kind, ErrorKind::Invalid); // lists of single orders have no figures
      else
        runs.insert(definition.id, must(c().transaction([&] { return keepRun(c(), *run, true); })));
    }
    QVERIFY(runs.size() > 10);
    auto more = test::reportOrders(38, kStart, Currency());
    m_orders.insert(m_orders.end(), more.begin() + 30, more.end());
    for (size_t i = 0; i < m_orders.size(); i += 3)
      refund(m_orders[i], 77, 40);
    for (size_t i = 1; i < m_orders.size(); i += 7)
      m_orders[i].status = OrderStatus::Cancelled;
    put();
    int changed = 0;
    for (auto run = runs.cbegin(); run != runs.cend(); ++run)
      for (const QString& figure : must(figuresOfRun(c(), *run))) {
        const RunComparison comparison = must(compareRun(c(), *run, figure, kNow));
        checkSum(comparison);
        changed += comparison.differences.empty() ? 0 : 1;
      }
    QVERIFY(changed > 20);
  }

  void runsOfFiles_areKeptInLimitedNumber()
  {
    const qint64 own = keep(january());
    for (int i = 0; i < 33; ++i) {
      ReportSpec spec = january();
      spec.to = spec.to.addDays(i + 1);
      keep(spec, false);
    }
    const auto runs = must(keptRuns(c()));
    QCOMPARE(runs.size(), size_t(31));
    QCOMPARE(runs.back().id, own); // what a person keeps stays
    QVERIFY(runs.back().byHand && !runs.front().byHand);
    must(removeRun(c(), own));
    QCOMPARE(removeRun(c(), own).error().kind, ErrorKind::NotFound);
    QCOMPARE(compareRun(c(), own, kNet, kNow).error().kind, ErrorKind::NotFound);
    QCOMPARE(compareRun(c(), runs.front().id, QStringLiteral("luck"), kNow).error().kind, ErrorKind::Invalid);
  }
};

SC_TEST(RunsTest)
#include "runs_test.moc"
