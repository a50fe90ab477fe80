#include "core/reports/report.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr Instant kStart{std::chrono::milliseconds(1'735'700'400'000)}; // 2025-01-01 11:00 in Shanghai

/// Valid, paid orders of `customers` people, each `repeat` times a month apart, and one cancelled order of each.
std::vector<OrderSnapshot> faithfulOrders(int customers, int repeat)
{
  std::vector<OrderSnapshot> orders;
  const Currency currency;
  for (int customer = 0; customer < customers; ++customer)
    for (int i = 0; i <= repeat; ++i) {
      OrderSnapshot order;
      order.externalId = order.number = QStringLiteral("C%1-%2").arg(customer).arg(i);
      const bool cancelled = i == repeat;
      order.status = cancelled ? OrderStatus::Cancelled : OrderStatus::Completed;
      order.payment = cancelled ? PaymentStatus::Unpaid : PaymentStatus::Paid;
      order.customerExternalId = QStringLiteral("customer-%1").arg(customer);
      order.customerName = QStringLiteral("客户 %1").arg(customer);
      order.placedAt = kStart + std::chrono::hours(24 * 31 * i + customer % 20);
      LineSnapshot line;
      line.externalId = order.externalId;
      line.sku = QStringLiteral("SKU-1");
      line.quantity = 1;
      line.unitPrice = line.total = order.goods = order.total = Money(10'000 + 100 * customer, currency);
      order.shipping = order.discount = order.tax = order.refunded = Money(0, currency);
      order.paid = cancelled ? Money(0, currency) : order.total;
      order.lines.push_back(line);
      orders.push_back(order);
    }
  return orders;
}

ReportSpec specOf(const QString& report, QMap<QString, QString> options = {})
{
  ReportSpec spec;
  spec.report = report;
  spec.timeZone = "Asia/Shanghai";
  spec.now = kStart + std::chrono::hours(24 * 365);
  spec.options = std::move(options);
  return spec;
}

qint64 amountOf(const ReportCell& cell)
{
  if (const auto* count = std::get_if<qint64>(&cell))
    return *count;
  const auto* money = std::get_if<Money>(&cell);
  return money ? money->minor() : 0;
}

} // namespace

class CustomerReportsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_database = std::make_unique<TempDatabase>(engineOfRow());
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = QStringLiteral("云杉小店");
    m_account = must(addAccount(c(), row));
  }

  void cohorts_showWhoCameBack()
  {
    store(faithfulOrders(30, 3));
    const ReportResult result = must(runReport(
        c(), specOf(QStringLiteral("customers.cohorts"), {{QStringLiteral("show"), QStringLiteral("customers")}})));
    QCOMPARE(result.rows.size(), size_t(1));
    const auto& cells = result.rows.front().cells;
    QCOMPARE(std::get<QString>(cells[0]), QStringLiteral("2025-01"));
    QCOMPARE(std::get<qint64>(cells[2]), 30);
    QCOMPARE(std::get<qint64>(cells[3]), 30); // their first month
    QCOMPARE(std::get<qint64>(cells[4]), 30); // 31 days later
    QCOMPARE(std::get<qint64>(cells[5]), 30); // and again in March
    QCOMPARE(std::get<qint64>(cells[6]), 0);  // the fourth was cancelled
    QCOMPARE(must(runReport(c(), specOf(QStringLiteral("customers.cohorts")))).hash,
             must(runReport(c(), specOf(QStringLiteral("customers.cohorts")))).hash);
  }

  void figures_areTheSumOfTheirRows_data()
  {
    QTest::addColumn<QString>("report");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("choice");
    QTest::newRow("cohort counts") << QStringLiteral("customers.cohorts") << QStringLiteral("show")
                                   << QStringLiteral("customers");
    QTest::newRow("cohort money") << QStringLiteral("customers.cohorts") << QStringLiteral("show")
                                  << QStringLiteral("net_sales");
    QTest::newRow("segments") << QStringLiteral("customers.rfm") << QStringLiteral("by") << QStringLiteral("segment");
    QTest::newRow("grid") << QStringLiteral("customers.rfm") << QStringLiteral("by") << QStringLiteral("grid");
    QTest::newRow("value") << QStringLiteral("customers.value") << QStringLiteral("months") << QStringLiteral("6");
  }

  void figures_areTheSumOfTheirRows()
  {
    QFETCH(QString, report);
    QFETCH(QString, option);
    QFETCH(QString, choice);
    store(faithfulOrders(40, 4));
    store(reportOrders(80, kStart, Currency()));
    const ReportSpec spec = specOf(report, {{option, choice}});
    const ReportResult result = must(runReport(c(), spec));
    QVERIFY(!result.rows.empty());
    int checked = 0;
    for (size_t column = 0; column < result.columns.size(); ++column) {
      const ReportColumn& what = result.columns[column];
      const bool isSum = (what.kind == ColumnKind::Money && !what.key.endsWith(QLatin1String("_each"))) ||
                         what.key.startsWith(QLatin1String("customer")) || what.key.startsWith(QLatin1String("month_"));
      if (!isSum)
        continue;
      for (const auto* rows : {&result.rows, &result.totals})
        for (const ReportRow& row : *rows) {
          qint64 sum = 0;
          for (const FigureRow& part : must(rowsOf(c(), spec, what.key, row.slice)))
            sum += part.amount;
          QCOMPARE(sum, amountOf(row.cells[column]));
          ++checked;
        }
    }
    QVERIFY(checked > 4);
  }

  void netSales_areTheOnesOfTheSalesReports()
  {
    store(faithfulOrders(25, 3));
    const ReportResult customers = must(runReport(c(), specOf(QStringLiteral("customers.rfm"))));
    const ReportResult sales = must(runReport(c(), specOf(QStringLiteral("sales.time"))));
    QCOMPARE(customers.totals.size(), size_t(1));
    QCOMPARE(amountOf(customers.totals.front().cells[4]), amountOf(cellNamed(sales, QStringLiteral("net_sales"))));
    QVERIFY(amountOf(customers.totals.front().cells[4]) > 0);
  }

  void value_isEstimatedOnlyFromEnoughCustomers()
  {
    store(faithfulOrders(5, 2));
    const ReportResult few = must(runReport(c(), specOf(QStringLiteral("customers.value"))));
    QVERIFY(isNothing(cellNamed(few, QStringLiteral("value"))));
    QVERIFY(few.notes.join(u' ').contains(QStringLiteral("too few")));
  }

  void reports_areEmptyWithoutCustomers()
  {
    for (const char* report : {"customers.cohorts", "customers.rfm", "customers.value"}) {
      const ReportResult result = must(runReport(c(), specOf(QLatin1String(report))));
      QVERIFY(result.rows.empty());
      QVERIFY(result.notes.join(u' ').contains(QStringLiteral("empty:")));
    }
  }

private:
  Connection& c() { return m_database->connection(); }
  void store(const std::vector<OrderSnapshot>& orders)
  {
    must(c().transaction([&]() -> Result<void> {
      ChangeSet changes;
      SC_TRY(
          upsertOrders(c(), Origin{m_account, std::nullopt, kStart + std::chrono::hours(24 * 365)}, orders, changes));
      return {};
    }));
  }
  static ReportCell cellNamed(const ReportResult& result, const QString& key)
  {
    for (size_t i = 0; i < result.columns.size(); ++i)
      if (result.columns[i].key == key)
        return result.totals.front().cells[i];
    return {};
  }

  std::unique_ptr<TempDatabase> m_database;
  AccountId m_account;
};

SC_TEST(CustomerReportsTest)
#include "customerreports_test.moc"
