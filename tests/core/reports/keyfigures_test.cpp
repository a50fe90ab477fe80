#include "core/reports/report.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/reportworld.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {

const Instant kStart = fromMs(1'767'240'000'000); // 2026-01-01T04:00:00Z, noon in Shanghai
const Instant kNow = kStart + std::chrono::hours(24 * 70);

ReportSpec specOf(const char* report, QMap<QString, QString> options = {})
{
  ReportSpec spec;
  spec.report = QLatin1String(report);
  spec.now = kNow;
  spec.options = std::move(options);
  return spec;
}

const ReportRow& rowWith(const ReportResult& result, const QString& value)
{
  for (const auto* rows : {&result.rows, &result.totals})
    for (const ReportRow& row : *rows)
      if (row.slice.values().contains(value))
        return row;
  qFatal("no row %s", qPrintable(value));
}

ReportCell cell(const ReportResult& result, const ReportRow& row, const char* key)
{
  for (size_t i = 0; i < result.columns.size(); ++i)
    if (result.columns[i].key == QLatin1String(key))
      return row.cells[i];
  qFatal("no column %s", key);
}

Money yuan(qint64 minor)
{
  return Money(minor, Currency());
}

} // namespace

/// Figures of the catalogue, worked out by hand.
class KeyFiguresTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  void put(std::vector<OrderSnapshot> orders)
  {
    ChangeSet changes;
    must(upsertOrders(c(), {AccountId(1), std::nullopt, kNow}, orders, changes));
  }
  /// Orders of these goods, each paid, without discount and refund.
  static std::vector<OrderSnapshot> ordersOf(const std::vector<std::vector<const char*>>& baskets, qint64 price)
  {
    auto orders = test::reportOrders(int(baskets.size()), kStart, Currency());
    for (size_t i = 0; i < baskets.size(); ++i) {
      OrderSnapshot& order = orders[i];
      order.status = OrderStatus::Completed;
      order.payment = PaymentStatus::Paid;
      order.refunds.clear();
      order.refunded = order.discount = yuan(0);
      order.paidAt = order.placedAt;
      order.shippedAt = order.placedAt + std::chrono::hours(10);
      order.lines.clear();
      for (const char* sku : baskets[i]) {
        LineSnapshot line;
        line.externalId = line.sku = line.title = QLatin1String(sku);
        line.quantity = 1;
        line.unitPrice = line.total = yuan(price * qint64(i + 1));
        line.discount = yuan(0);
        order.lines.push_back(line);
      }
      order.goods = order.total = order.paid = yuan(price * qint64(i + 1) * qint64(baskets[i].size()));
    }
    return orders;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kStart, false}));
    for (const char* provider : {"woocommerce", "shopify", "stripe"}) {
      AccountRow row;
      row.provider = row.name = QLatin1String(provider);
      row.createdAt = row.credentialAt = kStart;
      must(addAccount(c(), row));
    }
  }
  void cleanup() { m_temp.reset(); }

  void orderValues_haveTheMedianBesideTheMean()
  {
    put(ordersOf({{"A"}, {"A"}, {"A"}, {"A"}, {"A"}}, 1'000)); // 10, 20, 30, 40 and 50 yuan
    const ReportResult result = must(runReport(c(), specOf("sales.values")));
    const ReportRow& total = result.totals.front();
    QCOMPARE(cell(result, total, "valued_orders"), ReportCell(qint64(5)));
    QCOMPARE(cell(result, total, "order_mean"), ReportCell(yuan(3'000)));
    QCOMPARE(cell(result, total, "order_median"), ReportCell(yuan(3'000)));
    QCOMPARE(cell(result, total, "order_p25"), ReportCell(yuan(2'000)));
    QCOMPARE(cell(result, total, "order_p90"), ReportCell(yuan(5'000)));
    QCOMPARE(cell(result, total, "order_most"), ReportCell(yuan(5'000)));
  }

  void orderValues_haveTheMeanThatOtherReportsHave()
  {
    put(test::reportOrders(80, kStart, Currency()));
    const ReportResult values = must(runReport(c(), specOf("sales.values")));
    const ReportResult times =
        must(runReport(c(), specOf("sales.time", {{QStringLiteral("grain"), QStringLiteral("month")}})));
    for (const ReportRow& row : values.rows)
      QCOMPARE(cell(values, row, "order_mean"),
               cell(times, rowWith(times, row.slice.value(QStringLiteral("month"))), "aov"));
    QCOMPARE(cell(values, values.totals.front(), "valued_orders"), cell(times, times.totals.front(), "orders"));
  }

  void boughtTogether_isOfTheChosenArticle()
  {
    put(ordersOf({{"A", "B"}, {"A"}, {"A", "B", "C"}, {"A", "C"}, {"B"}, {"A", "B"}}, 100));
    const QMap<QString, QString> ofB{{QStringLiteral("product"), QStringLiteral("B")}};
    const ReportResult chosen = must(runReport(c(), specOf("sales.together", ofB)));
    QCOMPARE(cell(chosen, rowWith(chosen, QStringLiteral("A")), "attach_rate"), ReportCell(0.75));
    QCOMPARE(cell(chosen, rowWith(chosen, QStringLiteral("C")), "attach_rate"), ReportCell(0.25));
    QVERIFY(chosen.totals.empty()); // an order would count for each of its articles
    const ReportResult best = must(runReport(c(), specOf("sales.together"))); // A is in most orders
    QCOMPARE(best.rows.front().slice.value(QStringLiteral("product")), QStringLiteral("B"));
    QCOMPARE(cell(best, best.rows.front(), "attach_rate"), ReportCell(0.6));
    const auto rows = must(rowsOf(c(), specOf("sales.together", ofB), QStringLiteral("orders_with_both"),
                                  {{QStringLiteral("product"), QStringLiteral("A")}}));
    QCOMPARE(rows.size(), size_t(3));
  }

  void classes_standBesideTheArticles()
  {
    put(ordersOf({{"A"}, {"B"}, {"C"}, {"D"}}, 100)); // 1, 2, 3 and 4 of 10
    must(
        c().run(QStringLiteral("INSERT INTO article_demand (sku, per_day, deviation, method, days_in_stock, days, "
                               "sold_minor, value_class, steadiness, recent, computed_at) VALUES ('D', 1, 0, '', 1, 1, "
                               "0, 'A', 'Y', '', 0)")));
    const ReportResult result = must(runReport(c(), specOf("sales.classes")));
    QStringList classes;
    for (const ReportRow& row : result.rows)
      classes.append(std::get<QString>(cell(result, row, "class")));
    QCOMPARE(classes.join(u' '), QStringLiteral("A A A B")); // behind 0, 40, 70 and 90 %: A to 80, B to 95
    QCOMPARE(cell(result, result.rows.front(), "steadiness"), ReportCell(QStringLiteral("Y")));
    QVERIFY(isNothing(cell(result, result.rows.back(), "steadiness"))); // too short a history
  }

  void refundTime_isFromTheAskingToThePaying()
  {
    auto orders = ordersOf({{"A"}, {"A"}}, 1'000);
    const int hours[] = {30, 50};
    std::vector<PaymentSnapshot> payments;
    for (size_t i = 0; i < orders.size(); ++i) {
      RefundSnapshot asked;
      asked.externalId = QStringLiteral("R%1").arg(i);
      asked.amount = yuan(500);
      asked.status = AftersaleStatus::Succeeded;
      asked.createdAt = orders[i].placedAt + std::chrono::hours(24);
      orders[i].refunds = {asked};
      orders[i].refunded = asked.amount;
    }
    put(orders);
    for (size_t i = 0; i < orders.size(); ++i) {
      must(c().run(
          QStringLiteral("INSERT INTO payments (id, account_id, external_id, order_number, order_id, currency, "
                         "amount_minor, status, raw_status, payer, method, content_hash) SELECT ?, 3, number, "
                         "number, id, currency, total_minor, 'REFUNDED', '', '', '', 0 FROM orders WHERE number "
                         "= ?"),
          {qint64(i) + 1, orders[i].number}));
      must(c().run(QStringLiteral("INSERT INTO payment_refunds (payment_id, external_id, amount_minor, status, reason, "
                                  "created_at) VALUES (?, 'G', 500, 'SUCCEEDED', '', ?)"),
                   {qint64(i) + 1, orders[i].placedAt + std::chrono::hours(24 + hours[i]) + std::chrono::minutes(59)}));
    }
    const ReportResult result = must(runReport(c(), specOf("refunds.time")));
    const ReportRow& total = result.totals.front();
    QCOMPARE(cell(result, total, "timed_refunds"), ReportCell(qint64(2)));
    QCOMPARE(cell(result, total, "refund_hours"), ReportCell(40.0));
    QCOMPARE(cell(result, total, "refund_hours_p50"), ReportCell(30.0));
    QCOMPARE(cell(result, total, "refund_hours_p90"), ReportCell(50.0));
  }

  void fulfilment_tellsLinesAndPerfectOrders()
  {
    auto orders = ordersOf({{"A", "B"}, {"A"}, {"A"}, {"A", "B"}}, 1'000);
    orders[1].shippedAt = *orders[1].paidAt + std::chrono::hours(60); // late
    orders[2].refunds.push_back({});
    orders[2].refunds.back().amount = orders[2].refunded = yuan(10);
    orders[2].refunds.back().status = AftersaleStatus::Succeeded;
    orders[3].status = OrderStatus::ToShip; // one of two lines went out
    orders[3].shippedAt.reset();
    orders[3].lines[0].shippedQuantity = 1;
    put(orders);
    const ReportResult result = must(runReport(c(), specOf("fulfilment")));
    const ReportRow& total = result.totals.front();
    QCOMPARE(cell(result, total, "line_fill_rate"), ReportCell(5.0 / 6));
    QCOMPARE(cell(result, total, "perfect_order_rate"), ReportCell(0.25));
    QCOMPARE(cell(result, total, "shipped_rate"), ReportCell(0.75)); // whole orders
  }

  void tries_countAnOrderOnce()
  {
    put(test::reportOrders(26, kStart, Currency()));
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("payment.tries")));
    const ReportRow& total = result.totals.front();
    // Payments 0 to 8 are of orders that there are; 0 and 5 failed, and 0 was tried again.
    QCOMPARE(cell(result, total, "tried_orders"), ReportCell(qint64(9)));
    QCOMPARE(cell(result, total, "first_try_rate"), ReportCell(7.0 / 9));
    QCOMPARE(cell(result, total, "paid_rate"), ReportCell(8.0 / 9));
    QCOMPARE(cell(result, total, "tries_per_order"), ReportCell(10.0 / 9));
  }

  void deliveries_knowTheShopsOwnPromise()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("delivery")));
    const ReportRow& total = result.totals.front();
    QCOMPARE(cell(result, total, "parcels_sent"), ReportCell(qint64(25)));
    QCOMPARE(cell(result, total, "promised_parcels"), ReportCell(qint64(18)));
    QCOMPARE(cell(result, total, "promise_kept_rate"),
             ReportCell(8.0 / 18)); // parcel i takes 20 + i hours, 30 promised
    QCOMPARE(cell(result, total, "trouble_rate"), ReportCell(7.0 / 25));
    const ReportResult reasons =
        must(runReport(c(), specOf("delivery", {{QStringLiteral("by"), QStringLiteral("reason")}})));
    QCOMPARE(cell(reasons, rowWith(reasons, QStringLiteral("damaged")), "parcels_sent"), ReportCell(qint64(7)));
    QCOMPARE(cell(reasons, rowWith(reasons, QStringLiteral("none")), "parcels_sent"), ReportCell(qint64(18)));
  }

  void claims_areRecoveredWhenTheyAreSettled()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("delivery.claims")));
    const ReportRow& row = rowWith(result, QStringLiteral("CNY"));
    QCOMPARE(cell(result, row, "claims"), ReportCell(qint64(2)));
    QCOMPARE(cell(result, row, "claimed_amount"), ReportCell(yuan(13'000)));
    QCOMPARE(cell(result, row, "open_claims"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, row, "recovery_rate"), ReportCell(0.75)); // the open one says nothing yet
  }

  void counts_sayHowFarTheBookIsRight()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult strict = must(runReport(c(), specOf("stock.counts")));
    const ReportRow& yuans = rowWith(strict, QStringLiteral("CNY"));
    QCOMPARE(cell(strict, yuans, "record_accuracy"), ReportCell(0.0)); // 98 of 100
    QCOMPARE(cell(strict, yuans, "count_shrinkage"), ReportCell(yuan(2 * 700)));
    QCOMPARE(cell(strict, yuans, "count_shrinkage_rate"), ReportCell(0.02));
    const ReportRow& uncosted = rowWith(strict, QString::fromLatin1(""));
    QCOMPARE(cell(strict, uncosted, "count_difference"), ReportCell(qint64(-5)));
    QVERIFY(isNothing(cell(strict, uncosted, "count_shrinkage")));
    const ReportResult mild =
        must(runReport(c(), specOf("stock.counts", {{QStringLiteral("tolerance"), QStringLiteral("2")}})));
    QCOMPARE(cell(mild, rowWith(mild, QStringLiteral("CNY")), "record_accuracy"), ReportCell(1.0));
  }

  void suppliers_areMeasuredByWhatWasAgreed()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("suppliers")));
    const ReportRow& mill = rowWith(result, QStringLiteral("mill"));
    QCOMPARE(cell(result, mill, "deliveries"), ReportCell(qint64(2)));
    QCOMPARE(cell(result, mill, "lead_days"), ReportCell(5.0));
    QCOMPARE(cell(result, mill, "lead_days_p90"), ReportCell(qint64(6)));
    QCOMPARE(cell(result, mill, "supplier_on_time"), ReportCell(1.0));
    QVERIFY(isNothing(cell(result, rowWith(result, QStringLiteral("trader")), "supplier_on_time"))); // nothing agreed
  }

  void demand_isDividedByTheDaysWithSomethingToSell()
  {
    test::addReportWorld(c(), kStart, kNow);
    auto orders = ordersOf({{"SKU-0"}, {"SKU-0"}, {"SKU-0"}}, 100);
    for (size_t i = 0; i < orders.size(); ++i)
      orders[i].placedAt = kStart + std::chrono::hours(24 * (10 + qint64(i)));
    put(orders);
    ReportSpec spec = specOf("stock");
    spec.now = kStart + std::chrono::hours(24 * 30); // 31 January: the days 1 to 30
    const ReportResult result = must(runReport(c(), spec));
    const ReportRow& row = rowWith(result, QStringLiteral("SKU-0"));
    QCOMPARE(cell(result, row, "sold_30"), ReportCell(qint64(3)));
    // Sold out on 16 January after a last day with something, and again with stock from the 26th.
    const qint64 days = std::get<qint64>(cell(result, row, "days_in_stock"));
    QCOMPARE(days, qint64(21));
    QCOMPARE(cell(result, row, "daily_demand"), ReportCell(3.0 / 21));
    const qint64 available = std::get<qint64>(cell(result, row, "available"));
    QCOMPARE(cell(result, row, "days_of_cover"), ReportCell(double(available * 21) / 3));
    QVERIFY(isNothing(cell(result, rowWith(result, QStringLiteral("SKU-1")), "days_of_cover"))); // nothing sold
  }

  void gmroi_isTheMarginOfTheStock()
  {
    test::addReportWorld(c(), kStart, kNow);
    put(ordersOf({{"SKU-0"}, {"SKU-0"}}, 1'000)); // 10 and 20 yuan
    must(c().run(QStringLiteral("UPDATE order_lines SET cost_minor = 400")));
    ReportSpec spec = specOf("stock.turnover");
    spec.from = QDate(2026, 1, 1);
    spec.to = QDate(2026, 1, 31);
    const ReportResult result = must(runReport(c(), spec));
    const ReportRow& row = rowWith(result, QStringLiteral("SKU-0"));
    const qint64 stock = std::get<Money>(cell(result, row, "average_stock")).minor();
    QCOMPARE(cell(result, row, "gmroi"), ReportCell(double(3'000 - 800) / double(stock)));
    must(c().run(QStringLiteral("UPDATE order_lines SET cost_minor = NULL")));
    const ReportResult unknown = must(runReport(c(), spec));
    QVERIFY(isNothing(cell(unknown, rowWith(unknown, QStringLiteral("SKU-0")), "gmroi")));
  }

  void reorder_showsWhatTheInventorySuggests()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("stock.reorder")));
    const ReportRow& row = rowWith(result, QStringLiteral("SKU-0"));
    QCOMPARE(cell(result, row, "projected_stock"), ReportCell(qint64(29)));
    QVERIFY(std::get<qint64>(cell(result, row, "reorder_point")) >=
            std::get<qint64>(cell(result, row, "safety_stock")));
  }

  void calls_canBeToldByEndpointAndDay()
  {
    test::addReportWorld(c(), kStart, kNow);
    ReportSpec spec = specOf("integration", {{QStringLiteral("by"), QStringLiteral("operation")}});
    const ReportResult whole = must(runReport(c(), spec));
    QCOMPARE(whole.rows.size(), size_t(2)); // two connections, one endpoint each
    QCOMPARE(cell(whole, whole.rows.front(), "calls"), ReportCell(qint64(20)));
    spec.options.insert(QStringLiteral("by"), QStringLiteral("day"));
    const ReportResult days = must(runReport(c(), spec));
    qint64 calls = 0;
    for (const ReportRow& row : days.rows)
      calls += std::get<qint64>(cell(days, row, "calls"));
    QCOMPARE(calls, qint64(40));
    const ReportResult accounts = must(runReport(c(), specOf("integration")));
    QCOMPARE(cell(accounts, rowWith(accounts, QStringLiteral("2")), "dead_letter_hours"), ReportCell(0.0));
  }

  void everyFigureOfATable_hasAValueInTheWorldThatProvesIt()
  {
    put(test::reportOrders(26, kStart, Currency()));
    must(c().run(QStringLiteral("UPDATE order_lines SET cost_minor = unit_minor / 2")));
    test::addReportWorld(c(), kStart, kNow);
    QStringList empty;
    for (const ReportDefinition& definition : reportDefinitions()) {
      if (!definition.figures)
        continue;
      ReportSpec spec = specOf("");
      spec.report = definition.id;
      if (definition.id == QLatin1String("stock"))
        spec.now = kStart + std::chrono::hours(24 * 20); // while the articles still sold
      spec.from = QDate(2026, 1, 1);
      spec.to = QDate(2026, 3, 12);
      const ReportResult result = must(runReport(c(), spec));
      for (size_t i = 0; i < result.columns.size(); ++i)
        if (!result.columns[i].figure.isEmpty() &&
            std::all_of(result.rows.begin(), result.rows.end(),
                        [i](const ReportRow& row) { return isNothing(row.cells[i]); }))
          empty.append(definition.id + u' ' + result.columns[i].key);
    }
    QCOMPARE(empty.join(u' '), QString()); // a figure that is nothing here proves nothing elsewhere
  }
};

SC_TEST(KeyFiguresTest)
#include "keyfigures_test.moc"
