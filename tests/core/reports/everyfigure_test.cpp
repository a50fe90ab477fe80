#include "core/reports/cubereport.h"
#include "core/reports/figures.h"
#include "core/reports/rates.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/figureproof.h"
#include "tests/support/reportworld.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace supercargo;
using test::must;

/// Every figure there is and will be: whatever is added to the catalogue is proved here without being named.
class EveryFigureTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Instant m_now{};
  Connection& c() { return m_temp->connection(); }

  void open(const QString& zone, Instant start)
  {
    m_now = start + std::chrono::hours(24 * 70);
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), zone, Currency(), start, false}));
    for (const char* provider : {"woocommerce", "shopify", "stripe"}) {
      AccountRow row;
      row.provider = row.name = QLatin1String(provider);
      row.createdAt = row.credentialAt = start;
      must(addAccount(c(), row));
    }
  }
  void put(AccountId account, const std::vector<OrderSnapshot>& orders)
  {
    ChangeSet changes;
    must(upsertOrders(c(), {account, std::nullopt, m_now}, orders, changes));
  }
  /// Three currencies with two, no and three decimals; refunds above the order; orders without lines; all costs known.
  void fill(Instant start)
  {
    put(AccountId(1), test::reportOrders(26, start, Currency()));
    put(AccountId(2), test::reportOrders(18, start, must(Currency::of(u"JPY"))));
    put(AccountId(2), test::reportOrders(18, start, must(Currency::of(u"KWD"))));
    must(c().run(QStringLiteral("UPDATE order_lines SET cost_minor = unit_minor / 2")));
    test::addReportWorld(c(), start, m_now);
    while (must(c().transaction([&] { return rebuildDays(c(), 30); }))) {
    }
  }
  ReportSpec pivot(const QString& figure, const QString& dimensions) const
  {
    ReportSpec spec;
    spec.report = QStringLiteral("pivot");
    spec.now = m_now;
    spec.options = {{QStringLiteral("figures"), figure}, {QStringLiteral("dimensions"), dimensions}};
    for (const QString& rate : rateNames())
      spec.options.insert(rate, QStringLiteral("3.25"));
    return spec;
  }
  /// What is wrong with the last column of these rows; empty: their rows add up to them.
  QString faultIn(const ReportSpec& spec, const ReportResult& result, const std::vector<ReportRow>& rows)
  {
    const ReportColumn& column = result.columns.back();
    for (const ReportRow& row : rows) {
      const QString fault = test::figureFault(row.cells.back(), column, must(rowsOf(c(), spec, column.key, row.slice)));
      if (!fault.isEmpty())
        return fault + u' ' + QStringList(row.slice.values()).join(u'/');
    }
    return {};
  }
  static std::vector<ReportRow> first(const std::vector<ReportRow>& rows, size_t most)
  {
    return {rows.begin(), rows.begin() + qsizetype(std::min(most, rows.size()))};
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void everyFigure_isTheSumOfItsRowsInEveryZone_data()
  {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QDate>("day");
    QTest::newRow("Shanghai") << "Asia/Shanghai"
                              << "2026-01-01T04:00:00Z" << QDate(2026, 1, 5);
    QTest::newRow("New York, short day") << "America/New_York"
                                         << "2026-03-05T17:00:00Z" << QDate(2026, 3, 8);
    QTest::newRow("New York, long day") << "America/New_York"
                                        << "2025-10-30T16:00:00Z" << QDate(2025, 11, 2);
    QTest::newRow("Apia, the day that never was") << "Pacific/Apia"
                                                  << "2011-12-27T22:00:00Z" << QDate(2011, 12, 30);
  }
  void everyFigure_isTheSumOfItsRowsInEveryZone()
  {
    QFETCH(QString, zone);
    QFETCH(QString, start);
    QFETCH(QDate, day);
    open(zone, must(parseIso(start)));
    fill(must(parseIso(start)));
    QStringList empty;
    for (const Figure& figure : figures()) {
      ReportSpec spec = pivot(figure.id, QStringLiteral("day"));
      spec.from = day.addDays(-1);
      spec.to = day.addDays(1);
      const ReportResult days = must(runReport(c(), spec));
      QString fault = faultIn(spec, days, first(days.rows, 9));
      QVERIFY2(fault.isEmpty(), qPrintable(fault));
      spec = pivot(figure.id, {});
      const ReportResult whole = must(runReport(c(), spec));
      fault = faultIn(spec, whole, whole.totals);
      QVERIFY2(fault.isEmpty(), qPrintable(fault));
      if (std::all_of(whole.totals.begin(), whole.totals.end(),
                      [](const ReportRow& row) { return isNothing(row.cells.back()); }))
        empty.append(figure.id);
    }
    QCOMPARE(empty, QStringList()); // a figure that is nothing here proves nothing
  }

  void everyFigure_isTheSumOfItsRowsByEveryDimensionItKnows()
  {
    const Instant start = must(parseIso(QStringLiteral("2026-01-01T04:00:00Z")));
    open(QStringLiteral("Asia/Shanghai"), start);
    fill(start);
    QSet<QString> used;
    for (const Figure& figure : figures())
      for (const QString& dimension : reportDimensions()) {
        ReportSpec spec = pivot(figure.id, dimension);
        spec.from = QDate(2026, 1, 3);
        spec.to = QDate(2026, 1, 9);
        const auto known = runReport(c(), spec);
        if (!known) {
          QCOMPARE(known.error().kind, ErrorKind::Invalid);
          continue;
        }
        const QString fault = faultIn(spec, *known, first(known->rows, 2));
        QVERIFY2(fault.isEmpty(), qPrintable(dimension + u' ' + fault));
        used.insert(dimension);
      }
    QCOMPARE(used, QSet<QString>(reportDimensions().cbegin(), reportDimensions().cend()));
  }

  void oneOrder_isProvedToo()
  {
    const Instant start = must(parseIso(QStringLiteral("2026-01-01T04:00:00Z")));
    open(QStringLiteral("Asia/Shanghai"), start);
    put(AccountId(1), test::reportOrders(1, start, Currency()));
    for (const Figure& figure : figures()) {
      const ReportSpec spec = pivot(figure.id, QStringLiteral("month"));
      const ReportResult result = must(runReport(c(), spec));
      const QString fault = faultIn(spec, result, result.rows) + faultIn(spec, result, result.totals);
      QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
  }

  void sameDataAndParameters_giveTheSameBytes()
  {
    QByteArray bytes[2];
    const Instant start = must(parseIso(QStringLiteral("2026-03-05T17:00:00Z")));
    for (QByteArray& run : bytes) { // in two databases
      m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
      open(QStringLiteral("America/New_York"), start);
      fill(start);
      for (const ReportDefinition& definition : reportDefinitions()) {
        ReportSpec spec;
        spec.report = definition.id;
        spec.now = m_now;
        run += definition.id.toUtf8() + ' ' + must(runReport(c(), spec)).hash + '\n';
      }
    }
    QCOMPARE(bytes[0], bytes[1]);
  }

  void rates_thatAreNotStatedLeaveNoValue()
  {
    const Instant start = must(parseIso(QStringLiteral("2026-01-01T04:00:00Z")));
    open(QStringLiteral("Asia/Shanghai"), start);
    fill(start);
    ReportSpec spec = pivot(QStringLiteral("freight_cost"), {});
    const ReportResult stated = must(runReport(c(), spec));
    // CNY is the workspace's currency; an amount in it says nothing of yen.
    QVERIFY(!isNothing(stated.totals.front().cells.back()));
    QVERIFY(isNothing(stated.totals.back().cells.back()));
    spec.options[QStringLiteral("freight")] = QString();
    QVERIFY(isNothing(must(runReport(c(), spec)).totals.front().cells.back()));
    spec.options[QStringLiteral("freight")] = QStringLiteral("much");
    QCOMPARE(runReport(c(), spec).error().subject, QStringLiteral("freight"));
  }
};

SC_TEST(EveryFigureTest)
#include "everyfigure_test.moc"
