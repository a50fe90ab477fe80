#include "core/reports/cubereport.h"
#include "core/reports/render.h"
#include "core/reports/savedreports.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/figureproof.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QBuffer>

using namespace supercargo;
using test::must;

namespace {
const Instant kStart = fromMs(1'767'240'000'000); // 2026-01-01T04:00:00Z
const Instant kNow = kStart + std::chrono::hours(24 * 70);

ReportSpec cross(const char* rows, const char* columns, const char* figures)
{
  ReportSpec spec;
  spec.report = QStringLiteral("pivot");
  spec.now = kNow;
  spec.options = {{QStringLiteral("dimensions"), QLatin1String(rows)},
                  {QStringLiteral("columns"), QLatin1String(columns)},
                  {QStringLiteral("figures"), QLatin1String(figures)}};
  return spec;
}
} // namespace

/// Rows by columns, and who buys as a dimension.
class CrossTableTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  void put(AccountId account, const std::vector<OrderSnapshot>& orders)
  {
    ChangeSet changes;
    must(upsertOrders(c(), {account, std::nullopt, kNow}, orders, changes));
  }
  ReportResult run(const ReportSpec& spec) { return must(runReport(c(), spec)); }
  static size_t placeOf(const ReportResult& result, const QString& key)
  {
    for (size_t i = 0; i < result.columns.size(); ++i)
      if (result.columns[i].key == key)
        return i;
    qFatal("no column %s", qPrintable(key));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kStart, false}));
    for (const char* provider : {"woocommerce", "shopify"}) {
      AccountRow row;
      row.provider = row.name = QLatin1String(provider);
      row.createdAt = row.credentialAt = kStart;
      must(addAccount(c(), row));
    }
    put(AccountId(1), test::reportOrders(90, kStart, Currency()));
    put(AccountId(2), test::reportOrders(30, kStart, must(Currency::of(u"JPY"))));
    while (must(c().transaction([&] { return rebuildDays(c(), 30); }))) {
    }
  }
  void cleanup() { m_temp.reset(); }

  void cells_areTheSumsOfTheirRows()
  {
    const ReportSpec spec = cross("province", "month", "net_sales,orders,refund_rate");
    const ReportResult result = run(spec);
    QVERIFY(result.rows.size() > 2);
    for (const auto* rows : {&result.rows, &result.totals})
      for (const ReportRow& row : *rows)
        for (size_t i = 0; i < result.columns.size(); ++i)
          if (const ReportColumn& column = result.columns[i]; !column.figure.isEmpty()) {
            const QString fault =
                test::figureFault(row.cells[i], column, must(rowsOf(c(), spec, column.key, row.slice)));
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
          }
  }

  void endsAndTotals_areThoseOfTheFlatReport()
  {
    const ReportResult table = run(cross("province", "weekday", "net_sales,orders"));
    const ReportResult flat = run(cross("province", "", "net_sales,orders"));
    const ReportResult across = run(cross("weekday", "", "net_sales,orders"));
    QCOMPARE(table.rows.size(), flat.rows.size());
    for (size_t i = 0; i < flat.rows.size(); ++i) {
      QCOMPARE(table.rows[i].slice, flat.rows[i].slice);
      for (const QString& key : {QStringLiteral("net_sales"), QStringLiteral("orders")})
        QCOMPARE(table.rows[i].cells[placeOf(table, key)], flat.rows[i].cells[placeOf(flat, key)]);
    }
    for (const ReportRow& row : across.rows)
      for (const ReportRow& total : table.totals)
        if (total.slice.value(QStringLiteral("currency")) == row.slice.value(QStringLiteral("currency"))) {
          const QString key = QStringLiteral("orders@") + row.slice.value(QStringLiteral("weekday"));
          QCOMPARE(total.cells[placeOf(table, key)], row.cells[placeOf(across, QStringLiteral("orders"))]);
        }
  }

  void ends_compareAsTheFlatReportDoes()
  {
    ReportSpec across = cross("province", "weekday", "net_sales,orders"),
               plain = cross("province", "", "net_sales,orders");
    for (ReportSpec* spec : {&across, &plain}) {
      spec->from = QDate(2026, 1, 15);
      spec->to = QDate(2026, 1, 25);
      spec->options.insert(QStringLiteral("compare"), QStringLiteral("previous"));
    }
    const ReportResult table = run(across), flat = run(plain);
    QCOMPARE(table.rows.size(), flat.rows.size());
    QVERIFY(table.notes.join(u'\n').contains(QStringLiteral("compared:")));
    for (const QString& key : {QStringLiteral("net_sales.before"), QStringLiteral("orders.change")})
      for (size_t i = 0; i < flat.rows.size(); ++i)
        QCOMPARE(table.rows[i].cells[placeOf(table, key)], flat.rows[i].cells[placeOf(flat, key)]);
    const ReportRow& row = table.rows.front();
    const size_t place = placeOf(table, QStringLiteral("net_sales.before"));
    const QString fault = test::figureFault(row.cells[place], table.columns[place],
                                            must(rowsOf(c(), across, QStringLiteral("net_sales.before"), row.slice)));
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
  }

  void columns_areTimesInTheirOrderAndOthersBySize()
  {
    QStringList hours;
    for (const ReportColumn& column : run(cross("", "hour", "orders")).columns)
      if (!column.across.isEmpty())
        hours.append(column.across);
    QVERIFY(hours.size() > 12);
    for (qsizetype i = 1; i < hours.size(); ++i)
      QVERIFY(hours[i].toInt() > hours[i - 1].toInt());
    const ReportResult places = run(cross("", "province", "orders"));
    qint64 last = std::numeric_limits<qint64>::max();
    for (size_t i = 0; i < places.columns.size(); ++i)
      if (places.columns[i].key.contains(u'@')) {
        qint64 orders = 0;
        for (const ReportRow& total : places.totals)
          orders = std::max(orders, std::get<qint64>(total.cells[i]));
        QVERIFY(orders <= last);
        last = orders;
      }
  }

  void manyColumns_areTheLastOnesAndTheEndCountsAll()
  {
    ReportSpec spec = cross("", "day", "orders");
    const ReportResult result = run(spec);
    QCOMPARE(int(std::count_if(result.columns.begin(), result.columns.end(),
                               [](const ReportColumn& column) { return !column.across.isEmpty(); })),
             27); // 90 orders, one each seven hours
    spec.from = QDate(2025, 12, 1);
    put(AccountId(1), [] {
      auto orders = test::reportOrders(150, kStart + std::chrono::hours(24 * 20), Currency());
      for (OrderSnapshot& order : orders)
        order.externalId = order.number = QStringLiteral("more-") + order.number;
      return orders;
    }());
    const ReportResult many = run(spec);
    QVERIFY(std::any_of(many.notes.begin(), many.notes.end(),
                        [](const QString& note) { return note.startsWith(QLatin1String("columns: 40 of ")); }));
    ReportSpec flat = cross("", "", "orders");
    flat.from = spec.from;
    QCOMPARE(many.totals.front().cells.back(), run(flat).totals.front().cells.back());
  }

  void crossTable_isSavedAndWrittenAsItIsShown()
  {
    SavedReport report{0, QStringLiteral("Provinces by month"), cross("province", "month", "net_sales"),
                       QStringLiteral("all")};
    const SavedReport saved = must(saveReport(c(), report, kNow));
    ReportSpec spec = specOn(must(savedReport(c(), saved.id)), QDate(2026, 3, 12));
    spec.now = kNow;
    const ReportResult result = run(spec);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    must(writeReportCsv(file, result));
    const QString csv = QString::fromUtf8(file.data());
    QStringList titles;
    for (const ReportColumn& column : result.columns)
      titles.append(column.title);
    QVERIFY(csv.startsWith(titles.join(u',')));
    QVERIFY(titles.contains(QStringLiteral("Net sales · 2026-01")));
  }

  void wrongCrossTables_areRefused()
  {
    QCOMPARE(runReport(c(), cross("month", "month", "net_sales")).error().kind, ErrorKind::Invalid);
    QCOMPARE(runReport(c(), cross("month", "colour", "net_sales")).error().kind, ErrorKind::Invalid);
    QCOMPARE(rowsOf(c(), cross("month", "province", "net_sales"), QStringLiteral("units@x"), {}).error().kind,
             ErrorKind::Invalid);
  }

  void newness_isOfTheFirstSaleEver()
  {
    put(AccountId(1), [] {
      auto orders = test::reportOrders(4, kStart + std::chrono::hours(24 * 40), Currency());
      const char* buyers[] = {"a", "a", "", "b"};
      for (size_t i = 0; i < orders.size(); ++i) {
        orders[i].externalId = orders[i].number = QStringLiteral("N%1").arg(i);
        orders[i].status = OrderStatus::Completed;
        orders[i].customerExternalId = QLatin1String(buyers[i]);
        orders[i].customerEmail = orders[i].customerPhone = QString();
      }
      return orders;
    }());
    ReportSpec spec = cross("newness", "", "orders");
    spec.from = QDate(2026, 2, 10);
    spec.to = QDate(2026, 3, 1);
    QMap<QString, qint64> orders;
    const ReportResult result = run(spec);
    for (const ReportRow& row : result.rows)
      orders[row.slice.value(QStringLiteral("newness"))] =
          std::get<qint64>(row.cells[placeOf(result, QStringLiteral("orders"))]);
    QCOMPARE(orders, (QMap<QString, qint64>{
                         {QStringLiteral("new"), 2}, {QStringLiteral("returning"), 1}, {QStringLiteral("guest"), 1}}));
  }

  void segments_areThoseOfTheSegmentReport()
  {
    ReportSpec segments;
    segments.report = QStringLiteral("customers.rfm");
    segments.now = kNow;
    segments.currency = QStringLiteral("CNY");
    const ReportResult known = run(segments);
    ReportSpec spec = cross("segment", "", "orders");
    spec.currency = QStringLiteral("CNY");
    const ReportResult result = run(spec);
    for (const ReportRow& row : known.rows) {
      const qint64 wanted = std::get<qint64>(row.cells[placeOf(known, QStringLiteral("customer_orders"))]);
      qint64 orders = 0;
      for (const ReportRow& own : result.rows)
        if (own.slice.value(QStringLiteral("segment")) == row.slice.value(QStringLiteral("group")))
          orders = std::get<qint64>(own.cells[placeOf(result, QStringLiteral("orders"))]);
      QCOMPARE(orders, wanted);
    }
  }
};

SC_TEST(CrossTableTest)
#include "crosstable_test.moc"
