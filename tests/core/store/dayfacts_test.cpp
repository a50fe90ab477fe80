#include "core/reports/report.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/dayfacts.h"
#include "core/store/money.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/reportworld.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {

const Instant kStart = fromMs(1'767'240'000'000); // 2026-01-01T04:00:00Z
const Instant kNow = kStart + std::chrono::hours(24 * 70);
const AccountId kGateway(3);

} // namespace

/// Facts that are kept by day say what the rows say, whatever changes behind them.
class DayFactsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  void rebuild()
  {
    while (must(c().transaction([&] { return rebuildDays(c(), 30); }))) {
    }
    QCOMPARE(must(cubeDifferences(c())), QStringList());
  }
  QByteArray hash(const char* report)
  {
    ReportSpec spec;
    spec.report = QLatin1String(report);
    spec.now = kNow;
    return must(runReport(c(), spec)).hash;
  }
  /// Something changed: the report says so at once, and the same when its day was kept anew.
  void expectNews(const char* report, const QByteArray& before)
  {
    QVERIFY2(must(dirtyDayCount(c())) > 0, report);
    const QByteArray fromRows = hash(report);
    QVERIFY2(fromRows != before, report);
    rebuild();
    QCOMPARE(hash(report), fromRows);
  }
  qsizetype keptDays(const char* name)
  {
    return must(
        c().number(QStringLiteral("SELECT COUNT(*) FROM fact_days WHERE name = ?"), {QString::fromLatin1(name)}));
  }

  qint64 piecesAskedFor()
  {
    qint64 pieces = 0;
    const std::function<void(const DayFacts<SoldFact>&)> add = [&](const DayFacts<SoldFact>& day) {
      for (const SoldFact& fact : day.facts)
        pieces += fact.pieces;
    };
    must(eachDayOf<SoldFact>(c(), DayCut("Asia/Shanghai"), 0, 40'000, add));
    return pieces;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kStart, false}));
    for (const char* provider : {"woocommerce", "shopify", "stripe"}) {
      AccountRow row;
      row.provider = row.name = QLatin1String(provider);
      row.createdAt = row.credentialAt = kStart;
      must(addAccount(c(), row));
    }
    must(upsertOrders(c(), {AccountId(1), std::nullopt, kNow}, test::reportOrders(60, kStart, Currency()), m_changes));
    test::addReportWorld(c(), kStart, kNow);
    rebuild();
  }
  void cleanup() { m_temp.reset(); }

  void cleanDays_areKept()
  {
    QVERIFY(keptDays("sales") > 10);
    QVERIFY(keptDays("settled") > 5);
    QVERIFY(keptDays("ways") > 5);
  }

  void bill_changesTheDayOfItsPayment()
  {
    const QByteArray before = hash("payment.settlement");
    BillLineSnapshot line;
    line.bill = QStringLiteral("late");
    line.entryId = QStringLiteral("entry");
    line.paymentExternalId = QStringLiteral("pay-4"); // which no bill named
    line.kind = QStringLiteral("payment");
    line.amount = Money(5'004, Currency());
    line.settledOn = QStringLiteral("2026-01-09");
    must(upsertBillLines(c(), {kGateway, std::nullopt, kNow}, {line}, m_changes));
    expectNews("payment.settlement", before);
    const QByteArray billed = hash("payment.settlement");
    line.settledOn = QStringLiteral("2026-01-12");
    must(upsertBillLines(c(), {kGateway, std::nullopt, kNow}, {line}, m_changes));
    expectNews("payment.settlement", billed);
  }

  void way_changesTheDayOfItsParcel()
  {
    const QByteArray before = hash("delivery");
    must(c().run(QStringLiteral("UPDATE parcel_ways SET problem = 'lost' WHERE shipment_id = (SELECT MAX(shipment_id) "
                                "FROM parcel_ways WHERE problem = '')")));
    expectNews("delivery", before);
    const QByteArray troubled = hash("delivery");
    must(c().run(QStringLiteral("DELETE FROM parcel_ways")));
    expectNews("delivery", troubled);
  }

  void laterTry_changesTheDayOfItsOrder()
  {
    const QByteArray before = hash("payment.tries");
    PaymentSnapshot again;
    again.externalId = QStringLiteral("pay-third");
    again.orderNumber = QStringLiteral("CNY-15"); // whose first try failed
    again.amount = Money(5'005, Currency());
    again.status = GatewayPaymentStatus::Failed;
    must(upsertPayments(c(), {kGateway, std::nullopt, kNow}, {again}, m_changes));
    expectNews("payment.tries", before);
  }

  void goneOrder_asksForNothingMore()
  {
    const qint64 before = piecesAskedFor();
    const QString number =
        must(c().row(QStringLiteral(
                         "SELECT external_id FROM orders WHERE status = 'COMPLETED' AND units > 0 ORDER BY id LIMIT 1"),
                     {}, [](const Row& row) { return row.text(0); }))
            .value();
    must(markOrdersGone(c(), {AccountId(1), std::nullopt, kNow}, {number}, m_changes));
    const qint64 after = piecesAskedFor();
    QVERIFY2(after < before, qPrintable(QString::number(before)));
    rebuild();
    QCOMPARE(piecesAskedFor(), after);
  }

  void damagedDay_isReadFromTheRowsAndNamed()
  {
    const QByteArray before = hash("sales.values");
    must(c().run(QStringLiteral("UPDATE fact_days SET facts = ? WHERE day % 2 = 0"), {QByteArray("\x01\x7f", 2)}));
    QCOMPARE(hash("sales.values"), before);
    QVERIFY(must(cubeDifferences(c())).join(u'\n').contains(QStringLiteral("fact_days sales")));
    must(c().run(QStringLiteral("DELETE FROM fact_days")));
    QVERIFY(must(cubeDifferences(c())).join(u'\n').contains(QStringLiteral("fact_days ways")));
  }
};

SC_TEST(DayFactsTest)
#include "dayfacts_test.moc"
