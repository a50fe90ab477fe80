#include "core/reports/rates.h"
#include "core/reports/render.h"
#include "core/reports/report.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/money.h"
#include "core/store/orders.h"
#include "core/store/parcels.h"
#include "core/store/workspace.h"
#include "tests/support/figureproof.h"
#include "tests/support/reportworld.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace supercargo;
using test::must;

namespace {
const Instant kStart = fromMs(1'767'240'000'000); // 2026-01-01T04:00:00Z
const Instant kNow = kStart + std::chrono::hours(24 * 70);
constexpr int kOrders = 160;

/// Every spec that the choices of a definition allow, one option at a time.
std::vector<ReportSpec> specsOf(const ReportDefinition& definition)
{
  ReportSpec plain;
  plain.report = definition.id;
  plain.now = kNow;
  for (const ReportOption& option : definition.options)
    if (rateNames().contains(option.name))
      plain.options.insert(option.name, QStringLiteral("1.5"));
  std::vector<ReportSpec> specs{plain};
  for (const ReportOption& option : definition.options)
    for (const QString& choice : option.name == QLatin1String("columns") ? QStringList() : option.choices) {
      ReportSpec spec = plain;
      spec.options.insert(option.name, choice);
      spec.from = QDate(2026, 1, 20);
      spec.to = QDate(2026, 2, 11);
      specs.push_back(spec);
    }
  return specs;
}

} // namespace

class ReportTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  void open(const QString& zone)
  {
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), zone, Currency(), kStart, false}));
    for (const char* provider : {"woocommerce", "shopify", "stripe"})
      must(addAccount(c(), account(provider)));
  }
  static AccountRow account(const char* provider)
  {
    AccountRow row;
    row.provider = QLatin1String(provider);
    row.name = QLatin1String(provider);
    row.createdAt = row.credentialAt = kStart;
    return row;
  }
  void put(AccountId account, const std::vector<OrderSnapshot>& orders)
  {
    must(upsertOrders(c(), {account, std::nullopt, kNow}, orders, m_changes));
  }
  void fill()
  {
    put(AccountId(1), test::reportOrders(kOrders, kStart, Currency()));
    put(AccountId(2), test::reportOrders(kOrders / 4, kStart, must(Currency::of(u"JPY"))));
    test::addReportWorld(c(), kStart, kNow);
  }
  void rebuild()
  {
    while (must(c().transaction([&] { return rebuildDays(c(), 9); }))) {
    }
  }
  ReportResult run(const QString& id, QMap<QString, QString> options = {})
  {
    ReportSpec spec;
    spec.report = id;
    spec.now = kNow;
    spec.options = std::move(options);
    return must(runReport(c(), spec));
  }
  static ReportCell cell(const ReportResult& result, const ReportRow& row, const QString& key)
  {
    for (size_t i = 0; i < result.columns.size(); ++i)
      if (result.columns[i].key == key)
        return row.cells[i];
    return {};
  }
  void checkRows(const ReportSpec& spec)
  {
    const ReportResult result = must(runReport(c(), spec));
    // Every figure in two rows, and in the totals of a report as it is offered: each cell is a scan of its own.
    std::vector<ReportRow> rows = spec.from.isValid() ? std::vector<ReportRow>() : result.totals;
    if (!result.rows.empty())
      rows.push_back(result.rows[result.rows.size() / 3]);
    if (result.rows.size() > 1)
      rows.push_back(result.rows.back());
    for (const ReportRow& row : rows)
      for (size_t i = 0; i < result.columns.size(); ++i) {
        const ReportColumn& column = result.columns[i];
        if (column.figure.isEmpty() || column.key.endsWith(QLatin1String(".change")))
          continue;
        const QString fault = test::figureFault(row.cells[i], column, must(rowsOf(c(), spec, column.key, row.slice)));
        QVERIFY2(fault.isEmpty(), qPrintable(spec.report + u' ' + fault));
      }
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
  }
  void cleanup() { m_temp.reset(); }

  void everyFigure_isTheSumOfItsRows()
  {
    open(QStringLiteral("Asia/Shanghai"));
    fill();
    rebuild();
    for (const ReportDefinition& definition : reportDefinitions())
      for (const ReportSpec& spec : specsOf(definition))
        checkRows(spec);
  }

  void cubesAndRows_giveTheSameBytes()
  {
    open(QStringLiteral("America/New_York"));
    fill();
    QMap<QString, QByteArray> hashes; // nothing is built yet: all of it comes from the rows
    for (const ReportDefinition& definition : reportDefinitions())
      for (const ReportSpec& spec : specsOf(definition))
        hashes.insert(QString::fromUtf8(QJsonDocument(parametersJson(spec)).toJson()), must(runReport(c(), spec)).hash);
    must(rebuildDays(c(), 5)); // half of it
    for (int round = 0; round < 2; ++round) {
      for (const ReportDefinition& definition : reportDefinitions())
        for (const ReportSpec& spec : specsOf(definition)) {
          const QString parameters = QString::fromUtf8(QJsonDocument(parametersJson(spec)).toJson());
          QVERIFY2(must(runReport(c(), spec)).hash == hashes.value(parameters), qPrintable(spec.report + parameters));
        }
      rebuild();
      QCOMPARE(must(dirtyDayCount(c())), 0);
    }
  }

  void changedOrder_countsAtOnce()
  {
    open(QStringLiteral("Asia/Shanghai"));
    auto orders = test::reportOrders(40, kStart, Currency());
    put(AccountId(1), orders);
    rebuild();
    const ReportResult before = run(QStringLiteral("daily"));
    OrderSnapshot& changed = orders[20];
    changed.status = OrderStatus::Completed;
    changed.shipTo.province = QStringLiteral("西藏");
    changed.lines.clear();
    changed.goods = Money(1'000'000, Currency());
    changed.discount = Money(0, Currency());
    changed.refunds.clear();
    changed.refunded = Money(0, Currency());
    *changed.updatedAt += std::chrono::hours(1);
    put(AccountId(1), orders);
    QVERIFY(must(dirtyDayCount(c())) > 0);
    const ReportResult after = run(QStringLiteral("daily"));
    QVERIFY(before.hash != after.hash);
    QVERIFY(before.snapshot != after.snapshot);
    const ReportResult places = run(QStringLiteral("sales.region"));
    QVERIFY(std::any_of(places.rows.begin(), places.rows.end(), [](const ReportRow& row) {
      return row.slice.value(QStringLiteral("province")) == QStringLiteral("西藏");
    }));
    rebuild();
    QCOMPARE(run(QStringLiteral("daily")).hash, after.hash);
    QCOMPARE(run(QStringLiteral("daily")).snapshot, after.snapshot);
  }

  void netSales_areTheSameOnEveryPage()
  {
    open(QStringLiteral("Asia/Shanghai"));
    fill();
    const ReportCell net =
        cell(run(QStringLiteral("daily")), run(QStringLiteral("daily")).totals.front(), QStringLiteral("net_sales"));
    for (const char* id :
         {"sales.time", "sales.product", "sales.channel", "sales.region", "sales.hour", "profit", "tax"}) {
      const ReportResult result = run(QLatin1String(id));
      QCOMPARE(cell(result, result.totals.front(), QStringLiteral("net_sales")), net);
    }
    qint64 plain = 0; // and what plain SQL says
    must(
        c().each(QStringLiteral(
                     "SELECT CAST(SUM(CASE WHEN l.n IS NULL THEN d.goods_minor ELSE l.gross END - d.discount_minor - "
                     "CASE WHEN COALESCE(r.told, 0) > o.refunded_minor THEN r.told ELSE o.refunded_minor END) AS "
                     "BIGINT) FROM orders o JOIN order_details d ON d.order_id = o.id LEFT JOIN (SELECT order_id, "
                     "COUNT(*) AS n, SUM(unit_minor * quantity) AS gross FROM order_lines GROUP BY order_id) l ON "
                     "l.order_id = o.id LEFT JOIN (SELECT order_id, SUM(amount_minor) AS told FROM order_refunds WHERE "
                     "status = 'SUCCEEDED' GROUP BY order_id) r ON r.order_id = o.id WHERE o.currency = 'CNY' AND "
                     "o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT')"),
                 {}, [&](const Row& row) { plain = row.integer(0); }));
    QCOMPARE(std::get<Money>(net).minor(), plain);
  }

  void days_areCutByTheShopsZone_data()
  {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QDate>("day");
    QTest::newRow("Shanghai, before midnight") << "Asia/Shanghai"
                                               << "2026-03-01T15:59:59.999Z" << QDate(2026, 3, 1);
    QTest::newRow("Shanghai, midnight") << "Asia/Shanghai"
                                        << "2026-03-01T16:00:00Z" << QDate(2026, 3, 2);
    QTest::newRow("New York, short day") << "America/New_York"
                                         << "2026-03-09T03:59:59Z" << QDate(2026, 3, 8);
    QTest::newRow("New York, after the short day") << "America/New_York"
                                                   << "2026-03-09T04:00:00Z" << QDate(2026, 3, 9);
    QTest::newRow("New York, long day") << "America/New_York"
                                        << "2025-11-03T04:59:59Z" << QDate(2025, 11, 2);
    QTest::newRow("New York, after the long day") << "America/New_York"
                                                  << "2025-11-03T05:00:00Z" << QDate(2025, 11, 3);
    QTest::newRow("Apia, before the day that never was") << "Pacific/Apia"
                                                         << "2011-12-30T09:59:59Z" << QDate(2011, 12, 29);
    QTest::newRow("Apia, after it") << "Pacific/Apia"
                                    << "2011-12-30T10:00:00Z" << QDate(2011, 12, 31);
    QTest::newRow("Kathmandu, a quarter off") << "Asia/Kathmandu"
                                              << "2026-05-01T18:14:59Z" << QDate(2026, 5, 1);
  }
  void days_areCutByTheShopsZone()
  {
    QFETCH(QString, zone);
    QFETCH(QString, at);
    QFETCH(QDate, day);
    open(zone);
    auto orders = test::reportOrders(1, must(parseIso(at)), Currency());
    orders.front().status = OrderStatus::Completed;
    put(AccountId(1), orders);
    for (int round = 0; round < 2; ++round) {
      ReportSpec spec;
      spec.report = QStringLiteral("sales.time");
      spec.now = kNow;
      spec.from = spec.to = day;
      const ReportResult result = must(runReport(c(), spec));
      QCOMPARE(result.rows.size(), size_t(1));
      QCOMPARE(cell(result, result.rows.front(), QStringLiteral("day")), ReportCell(day));
      QCOMPARE(cell(result, result.rows.front(), QStringLiteral("orders")), ReportCell(qint64(1)));
      spec.from = spec.to = day.addDays(-1);
      QVERIFY(must(runReport(c(), spec)).rows.empty());
      spec.from = spec.to = day.addDays(1);
      QVERIFY(must(runReport(c(), spec)).rows.empty());
      rebuild();
    }
  }

  void emptyShop_hasNoRowsAndNoValues()
  {
    open(QStringLiteral("Asia/Shanghai"));
    rebuild();
    for (const ReportDefinition& definition : reportDefinitions())
      for (const ReportSpec& spec : specsOf(definition)) {
        const ReportResult result = must(runReport(c(), spec));
        const QString by = spec.options.value(QStringLiteral("by"), QStringLiteral("account"));
        // Connections are there before anything came through them.
        if (definition.id == QLatin1String("integration") && by == QLatin1String("account")) {
          QCOMPARE(result.rows.size(), size_t(3));
          QVERIFY(isNothing(cell(result, result.totals.front(), QStringLiteral("error_rate"))));
          continue;
        }
        QVERIFY2(result.rows.empty() && result.totals.empty(), qPrintable(definition.id));
        QVERIFY(!result.notes.isEmpty());
      }
  }

  void rateWithoutDenominator_isNoValue()
  {
    open(QStringLiteral("Asia/Shanghai"));
    auto orders = test::reportOrders(1, kStart, must(Currency::of(u"JPY")));
    orders.front().status = OrderStatus::Cancelled;
    put(AccountId(1), orders);
    const ReportResult result = run(QStringLiteral("daily"));
    QVERIFY(isNothing(cell(result, result.totals.front(), QStringLiteral("aov"))));
    QVERIFY(isNothing(cell(result, result.totals.front(), QStringLiteral("refund_rate"))));
    QCOMPARE(cell(result, result.totals.front(), QStringLiteral("cancellation_rate")), ReportCell(1.0));
    QCOMPARE(std::get<Money>(cell(result, result.totals.front(), QStringLiteral("net_sales"))).text(),
             QStringLiteral("0"));
    QVERIFY(isNothing(cell(run(QStringLiteral("profit")), run(QStringLiteral("profit")).totals.front(),
                           QStringLiteral("gross_margin"))));
  }

  void currencies_areNeverAdded()
  {
    open(QStringLiteral("Asia/Shanghai"));
    fill();
    const ReportResult result = run(QStringLiteral("sales.region"));
    QCOMPARE(result.totals.size(), size_t(2));
    QVERIFY(result.notes.join(u'\n').contains(QStringLiteral("currencies:")));
    ReportSpec one;
    one.report = QStringLiteral("sales.region");
    one.currency = QStringLiteral("jpy");
    one.now = kNow;
    const ReportResult yen = must(runReport(c(), one));
    QCOMPARE(yen.totals.size(), size_t(1));
    QCOMPARE(yen.totals.front(), result.totals.back());
  }

  void wrongSpec_isRefusedByName()
  {
    open(QStringLiteral("Asia/Shanghai"));
    const auto refused = [&](ReportSpec spec) { return runReport(c(), spec).error(); };
    ReportSpec spec;
    spec.report = QStringLiteral("sales.time");
    spec.now = kNow;
    spec.options.insert(QStringLiteral("grain"), QStringLiteral("century"));
    QCOMPARE(refused(spec).subject, QStringLiteral("grain"));
    spec.options = {{QStringLiteral("colour"), QStringLiteral("red")}};
    QCOMPARE(refused(spec).subject, QStringLiteral("colour"));
    spec.options.clear();
    spec.accounts = {AccountId(99)};
    QCOMPARE(refused(spec).kind, ErrorKind::NotFound);
    spec.accounts.clear();
    spec.timeZone = "Moon/Crater";
    QCOMPARE(refused(spec).kind, ErrorKind::Invalid);
    spec.timeZone.clear();
    spec.from = QDate(2026, 2, 2);
    spec.to = QDate(2026, 2, 1);
    QCOMPARE(refused(spec).kind, ErrorKind::Invalid);
    spec.report = QStringLiteral("horoscope");
    QCOMPARE(refused(spec).kind, ErrorKind::NotFound);
    spec = {};
    spec.report = QStringLiteral("pivot");
    spec.now = kNow;
    spec.options = {{QStringLiteral("dimensions"), QStringLiteral("province")},
                    {QStringLiteral("figures"), QStringLiteral("paid_sales")}};
    QCOMPARE(refused(spec).subject, QStringLiteral("paid_sales"));
  }

  void verify_namesACubeThatIsWrong()
  {
    open(QStringLiteral("America/New_York"));
    fill();
    QVERIFY(must(cubeDifferences(c())).isEmpty());
    rebuild();
    QCOMPARE(must(cubeDifferences(c())), QStringList());
    must(c().run(QStringLiteral("UPDATE cube_articles SET units = units + 1 WHERE grain = 0")));
    QVERIFY(must(cubeDifferences(c())).join(u'\n').contains(QStringLiteral("cube_articles")));
    must(c().run(QStringLiteral("DELETE FROM cube_state"))); // made anew as a whole
    rebuild();
    QCOMPARE(must(cubeDifferences(c())), QStringList());
    must(c().run(QStringLiteral("DELETE FROM cube_refunds WHERE grain = 0")));
    QVERIFY(must(cubeDifferences(c())).join(u'\n').contains(QStringLiteral("cube_refunds")));
  }

  void movedWorkspace_makesItsCubesAnew()
  {
    open(QStringLiteral("Asia/Shanghai"));
    fill();
    rebuild();
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Pacific/Apia"), Currency(), kStart, false}));
    const QByteArray live = run(QStringLiteral("sales.time")).hash;
    rebuild();
    QCOMPARE(run(QStringLiteral("sales.time")).hash, live);
    QCOMPARE(must(cubeDifferences(c())), QStringList());
  }
};

SC_TEST(ReportTest)
#include "report_test.moc"
