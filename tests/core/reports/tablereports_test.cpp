#include "core/reports/report.h"
#include "core/store/accounts.h"
#include "core/store/freightbills.h"
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
} // namespace

/// Figures worked out by hand.
class TableReportsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  static ReportSpec specOf(const char* report, QDate from = {}, QDate to = {})
  {
    ReportSpec spec;
    spec.report = QLatin1String(report);
    spec.now = kNow;
    spec.from = from;
    spec.to = to;
    return spec;
  }
  /// The row whose slice holds this value, or the total of this currency.
  static const ReportRow& rowWith(const ReportResult& result, const QString& value)
  {
    for (const auto* rows : {&result.rows, &result.totals})
      for (const ReportRow& row : *rows)
        if (row.slice.values().contains(value))
          return row;
    qFatal("no row %s", qPrintable(value));
  }
  static ReportCell cell(const ReportResult& result, const ReportRow& row, const char* key)
  {
    for (size_t i = 0; i < result.columns.size(); ++i)
      if (result.columns[i].key == QLatin1String(key))
        return row.cells[i];
    qFatal("no column %s", key);
  }
  static Money yuan(qint64 minor) { return Money(minor, Currency()); }
  void put(std::vector<OrderSnapshot> orders)
  {
    ChangeSet changes;
    must(upsertOrders(c(), {AccountId(1), std::nullopt, kNow}, orders, changes));
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

  void turnover_followsTheLedgerDayByDay()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("stock.turnover", QDate(2026, 1, 1), QDate(2026, 1, 31))));
    const ReportRow& row = rowWith(result, QStringLiteral("SKU-0"));
    QCOMPARE(cell(result, row, "opening_stock"), ReportCell(qint64(0)));
    QCOMPARE(cell(result, row, "received_units"), ReportCell(qint64(70)));
    QCOMPARE(cell(result, row, "sold_units"), ReportCell(qint64(35)));
    QCOMPARE(cell(result, row, "adjusted_units"), ReportCell(qint64(-6)));
    QCOMPARE(cell(result, row, "closing_stock"), ReportCell(qint64(29)));
    QCOMPARE(cell(result, row, "sell_through"), ReportCell(0.5));
    QCOMPARE(cell(result, row, "goods_cost"), ReportCell(yuan(35 * 700)));
    QCOMPARE(cell(result, row, "shrinkage"), ReportCell(yuan(5 * 700 + 900)));
    // 40 pieces for 3 days, 28 for 6, 30 for 3, 25 for 3, none for 10; then at the new cost 30 for a day, 29 for 5
    const qint64 stockDays = 700 * (120 + 168 + 90 + 75) + 900 * (30 + 145);
    QCOMPARE(cell(result, row, "average_stock"), ReportCell(yuan((stockDays + 15) / 31)));
    QCOMPARE(cell(result, row, "inventory_days"), ReportCell(double(stockDays) / (35 * 700)));
    QCOMPARE(cell(result, row, "empty_days"), ReportCell(qint64(10)));
    QCOMPARE(cell(result, row, "stock_out_rate"), ReportCell(10.0 / 31));
    QCOMPARE(cell(result, row, "lost_sales"), ReportCell(yuan(29'985)));
    const ReportRow& uncosted = rowWith(result, QStringLiteral("SKU-2"));
    QCOMPARE(cell(result, uncosted, "sold_units"), ReportCell(qint64(35)));
    QVERIFY(isNothing(cell(result, uncosted, "goods_cost")));
    QVERIFY(isNothing(cell(result, uncosted, "stock_turns")));
    QCOMPARE(result.totals.size(), size_t(3)); // yuan, yen, and what has no cost
  }

  void stockValue_isByAgeAndAtTheCostOfToday()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("stock.value")));
    const ReportRow& row = rowWith(result, QStringLiteral("SKU-0"));
    QCOMPARE(cell(result, row, "stock_units"), ReportCell(qint64(29)));
    QCOMPARE(cell(result, row, "stock_value"), ReportCell(yuan(29 * 900)));
    QCOMPARE(cell(result, row, "value_60"), ReportCell(yuan(29 * 900))); // received 45 days ago
    QCOMPARE(cell(result, row, "value_30"), ReportCell(yuan(0)));
    QCOMPARE(cell(result, row, "dead_value"), ReportCell(yuan(29 * 900)));
    QVERIFY(isNothing(cell(result, rowWith(result, QStringLiteral("SKU-2")), "stock_value")));
  }

  void settlement_namesWhatTheBillsLack()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportSpec spec = specOf("payment.settlement");
    const ReportResult result = must(runReport(c(), spec));
    const ReportRow& row = rowWith(result, QStringLiteral("CNY"));
    QCOMPARE(cell(result, row, "captured_payments"), ReportCell(qint64(25)));
    QCOMPARE(cell(result, row, "billed_payments"), ReportCell(qint64(18)));
    QCOMPARE(cell(result, row, "match_rate"), ReportCell(18.0 / 25));
    QCOMPARE(cell(result, row, "missing_payments"), ReportCell(qint64(7)));
    QCOMPARE(cell(result, row, "unexplained"), ReportCell(yuan(11)));
    const auto rows = must(rowsOf(c(), spec, QStringLiteral("unexplained"), row.slice));
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows.front().number, QStringLiteral("pay-7"));
    const Money missing = std::get<Money>(cell(result, row, "missing_amount"));
    QCOMPARE(missing, yuan(7 * 5'000 + 4 + 8 + 12 + 16 + 24 + 28));
  }

  void settlement_countsAPaymentOnceThoughTwoBillsNameIt()
  {
    test::addReportWorld(c(), kStart, kNow);
    // What the bill of trades tells stands in the account's again, a day later.
    must(c().run(QStringLiteral(
        "INSERT INTO bill_lines (account_id, bill, entry_id, kind, payment_external_id, order_number, refund_number, "
        "title, raw_line, currency, amount_minor, occurred_at, settled_on) SELECT account_id, 'account 2026-01-31', "
        "entry_id, kind, payment_external_id, order_number, refund_number, title, raw_line, currency, amount_minor, "
        "occurred_at, '2026-01-31' FROM bill_lines")));
    const ReportResult result = must(runReport(c(), specOf("payment.settlement")));
    const ReportRow& row = rowWith(result, QStringLiteral("CNY"));
    QCOMPARE(cell(result, row, "billed_payments"), ReportCell(qint64(18)));
    QCOMPARE(cell(result, row, "unexplained"), ReportCell(yuan(11)));
    QVERIFY(std::get<double>(cell(result, row, "settlement_days")) > 5); // when all bills say that it has come
  }

  void settlement_withoutBillsHasNoMatchRate()
  {
    test::addReportWorld(c(), kStart, kNow);
    must(c().run(QStringLiteral("DELETE FROM bill_lines")));
    const ReportResult result = must(runReport(c(), specOf("payment.settlement")));
    QVERIFY(isNothing(cell(result, result.rows.front(), "match_rate")));
    QVERIFY(isNothing(cell(result, result.rows.front(), "missing_payments")));
  }

  void integration_tellsFreshnessErrorsAndDrift()
  {
    test::addReportWorld(c(), kStart, kNow);
    const ReportResult result = must(runReport(c(), specOf("integration", QDate(2026, 3, 1), QDate(2026, 3, 31))));
    const ReportRow &first = rowWith(result, QStringLiteral("1")), &second = rowWith(result, QStringLiteral("2")),
                    &third = rowWith(result, QStringLiteral("3"));
    QCOMPARE(cell(result, first, "stale_minutes"), ReportCell(qint64(300)));
    QCOMPARE(cell(result, first, "calls"), ReportCell(qint64(20)));
    QCOMPARE(cell(result, first, "error_rate"), ReportCell(6.0 / 20));
    QCOMPARE(cell(result, first, "throttled_calls"), ReportCell(qint64(4)));
    QCOMPARE(cell(result, first, "drift"), ReportCell(6.0 / 100));
    QCOMPARE(cell(result, first, "credential_days"), ReportCell(qint64(12)));
    QCOMPARE(cell(result, second, "error_rate"), ReportCell(3.0 / 20));
    QCOMPARE(cell(result, second, "dead_letters"), ReportCell(qint64(1)));
    QVERIFY(isNothing(cell(result, second, "stale_minutes")));
    QCOMPARE(cell(result, third, "calls"), ReportCell(qint64(0)));
    QVERIFY(isNothing(cell(result, third, "error_rate")));
    QVERIFY(isNothing(cell(result, third, "latency_p95")));
  }

  void declines_standByReason()
  {
    test::addReportWorld(c(), kStart, kNow);
    put(test::reportOrders(60, kStart, Currency())); // failed payments count on the day of their order
    ReportSpec spec = specOf("payment.declines");
    spec.options[QStringLiteral("by")] = QStringLiteral("reason");
    const ReportResult result = must(runReport(c(), spec));
    QCOMPARE(result.rows.size(), size_t(3)); // payments that brought money have no row
    QCOMPARE(cell(result, rowWith(result, QStringLiteral("insufficient_funds")), "failed_payments"),
             ReportCell(qint64(1)));
    QCOMPARE(cell(result, rowWith(result, QStringLiteral("insufficient_funds")), "failed_amount"),
             ReportCell(yuan(5'005)));
    QCOMPARE(cell(result, rowWith(result, QStringLiteral("expired")), "failed_payments"), ReportCell(qint64(2)));
    QCOMPARE(cell(result, rowWith(result, QStringLiteral("untold")), "failed_payments"), ReportCell(qint64(2)));
    QCOMPARE(cell(result, result.totals.front(), "failed_payments"), ReportCell(qint64(5)));
  }

  /// Two parcels of one order and one of another; a number that nobody knows; one whose weight nobody knows.
  void addFreight()
  {
    auto orders = test::reportOrders(3, kStart, Currency());
    const QStringList waybills[] = {{QStringLiteral("Z1"), QStringLiteral("Z2")}, {QStringLiteral("Z3")}, {}};
    for (size_t i = 0; i < orders.size(); ++i) {
      OrderSnapshot& order = orders[i];
      order.status = OrderStatus::Completed;
      order.lines.clear();
      order.refunds.clear();
      order.goods = order.total = Money(i == 0 ? 20'000 : 10'000, Currency());
      order.discount = order.refunded = Money(0, Currency());
      order.shippedAt = kStart + std::chrono::hours(24);
      order.shipTo.province = i == 0 ? QStringLiteral("浙江省") : QStringLiteral("新疆维吾尔自治区");
      for (const QString& waybill : waybills[i])
        order.parcels.push_back({waybill, QStringLiteral("zto"), {}, waybill, {}, order.shippedAt});
    }
    put(orders);
    must(c().run(QStringLiteral("UPDATE shipments SET booked_grams = 1000")));
    must(c().run(QStringLiteral("UPDATE shipments SET weighed_grams = 1800 WHERE number = 'Z1'")));
    must(c().run(QStringLiteral("UPDATE shipments SET booked_grams = NULL WHERE number = 'Z3'")));
    ChangeSet changes;
    must(saveFreightTariff(
        c(), {0, QStringLiteral("zto"), QDate(2026, 1, 1), {}, 1000, 1000, yuan(300), yuan(100), yuan(0)}, changes));
    std::vector<FreightBillSnapshot> bills;
    const auto bill = [&](const char* number, int day, qint64 minor, const char* service = "") {
      bills.push_back({QStringLiteral("zto"),
                       QLatin1String(number),
                       kStart + std::chrono::hours(24 * day),
                       1000,
                       yuan(minor),
                       QLatin1String(service),
                       {},
                       {},
                       QLatin1String(number)});
    };
    bill("Z1", 2, 450); // 4.00 were agreed
    bill("Z1", 40, 60, "surcharge");
    bill("Z2", 3, 300);
    bill("Z3", 3, 900);
    bill("Z9", 3, 700);
    must(upsertFreightBills(c(), {AccountId(1), std::nullopt, kNow}, bills, changes));
  }

  void freight_isComparedWithWhatWasAgreed()
  {
    addFreight();
    const ReportResult result = must(runReport(c(), specOf("delivery.freight")));
    QCOMPARE(result.rows.size(), size_t(1));
    const ReportRow& row = rowWith(result, QStringLiteral("zto"));
    QCOMPARE(cell(result, row, "billed_parcels"), ReportCell(qint64(4)));
    QCOMPARE(cell(result, row, "freight_charged"), ReportCell(yuan(2410)));
    QCOMPARE(cell(result, row, "expected_freight"), ReportCell(yuan(700)));
    QCOMPARE(cell(result, row, "freight_variance"), ReportCell(yuan(110)));
    QCOMPARE(cell(result, row, "freight_variance_rate"), ReportCell(110.0 / 700));
    QCOMPARE(cell(result, row, "unknown_parcels"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, row, "unexpected_bills"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, row, "order_freight_ratio"), ReportCell(1710.0 / 30'000));
    // In each month what was billed in it; what a parcel should cost is expected with its first bill.
    ReportSpec spec = specOf("delivery.freight");
    spec.options[QStringLiteral("by")] = QStringLiteral("month");
    const ReportResult months = must(runReport(c(), spec));
    const ReportRow &january = rowWith(months, QStringLiteral("2026-01")),
                    &february = rowWith(months, QStringLiteral("2026-02"));
    QCOMPARE(cell(months, january, "freight_variance"), ReportCell(yuan(50)));
    QCOMPARE(cell(months, february, "expected_freight"), ReportCell(yuan(0)));
    QCOMPARE(cell(months, february, "freight_variance"), ReportCell(yuan(60)));
    QCOMPARE(cell(months, february, "billed_parcels"), ReportCell(qint64(0)));
    spec.options[QStringLiteral("by")] = QStringLiteral("zone");
    const ReportResult zones = must(runReport(c(), spec));
    QCOMPARE(cell(zones, rowWith(zones, QStringLiteral("浙江省")), "freight_charged"), ReportCell(yuan(810)));
    QCOMPARE(cell(zones, rowWith(zones, QStringLiteral("新疆维吾尔自治区")), "freight_charged"), ReportCell(yuan(900)));
  }

  void freightCost_isTheBillElseWhatIsStated()
  {
    addFreight();
    ReportSpec spec = specOf("profit.margins");
    const auto total = [&](const char* key) {
      const ReportResult result = must(runReport(c(), spec));
      return cell(result, result.totals.front(), key);
    };
    QVERIFY(isNothing(total("freight_cost"))); // one order left without a bill
    QCOMPARE(total("freight_coverage"), ReportCell(2.0 / 3));
    spec.options[QStringLiteral("freight")] = QStringLiteral("5.00");
    QCOMPARE(total("freight_cost"), ReportCell(yuan(1710 + 500)));
    QCOMPARE(total("freight_ratio"), ReportCell(2210.0 / 40'000));
    spec.options.clear();
    must(c().run(QStringLiteral("UPDATE orders SET status = 'CANCELLED' WHERE number = 'CNY-2'")));
    must(c().run(QStringLiteral("DELETE FROM cube_state")));
    QCOMPARE(total("freight_cost"), ReportCell(yuan(1710))); // all is billed: nothing needs to be stated
    QCOMPARE(total("freight_coverage"), ReportCell(1.0));
  }

  void backlog_standsByAge()
  {
    auto orders = test::reportOrders(4, kNow - std::chrono::hours(24 * 9), Currency());
    const int waited[] = {5, 47, 48, 100};
    for (size_t i = 0; i < orders.size(); ++i) {
      orders[i].status = OrderStatus::ToShip;
      orders[i].payment = PaymentStatus::Paid;
      orders[i].refunds.clear();
      orders[i].paid = orders[i].total;
      orders[i].paidAt = kNow - std::chrono::hours(waited[i]);
      orders[i].shippedAt.reset();
    }
    put(orders);
    const ReportResult result = must(runReport(c(), specOf("fulfilment.backlog")));
    const ReportRow& total = result.totals.front();
    QCOMPARE(cell(result, total, "open_orders"), ReportCell(qint64(4)));
    QCOMPARE(cell(result, total, "late_orders"), ReportCell(qint64(2)));
    QCOMPARE(cell(result, total, "late_rate"), ReportCell(0.5));
    QCOMPARE(cell(result, total, "waiting_most"), ReportCell(100.0));
    QCOMPARE(cell(result, total, "waiting_p50"), ReportCell(47.0));
    QCOMPARE(cell(result, rowWith(result, QStringLiteral("24–48")), "open_orders"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, rowWith(result, QStringLiteral("≥ 72")), "open_orders"), ReportCell(qint64(1)));
  }

  void newCustomers_areThoseWhoseFirstOrderItIs()
  {
    auto orders = test::reportOrders(3, kStart, Currency());
    const char* buyers[] = {"a", "a", "b"};
    const int days[] = {0, 40, 41};
    for (size_t i = 0; i < orders.size(); ++i) {
      orders[i].status = OrderStatus::Completed;
      orders[i].customerExternalId = QLatin1String(buyers[i]);
      orders[i].placedAt = kStart + std::chrono::hours(24 * days[i]);
    }
    put(orders);
    const ReportResult result = must(runReport(c(), specOf("customers.new")));
    const ReportRow &january = rowWith(result, QStringLiteral("2026-01")),
                    &february = rowWith(result, QStringLiteral("2026-02"));
    QCOMPARE(cell(result, january, "new_customers"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, january, "repeat_rate"), ReportCell(1.0));
    QCOMPARE(cell(result, january, "days_to_second"), ReportCell(40.0));
    QCOMPARE(cell(result, february, "new_customers"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, february, "returning_orders"), ReportCell(qint64(1)));
    QCOMPARE(cell(result, february, "repeat_rate"), ReportCell(0.0));
    // Whoever bought before the span is not new in it.
    const ReportResult later = must(runReport(c(), specOf("customers.new", QDate(2026, 2, 1), QDate(2026, 2, 28))));
    QCOMPARE(cell(later, later.totals.front(), "new_customers"), ReportCell(qint64(1)));
  }

  void timeToShip_isRankedByWholeHours()
  {
    auto orders = test::reportOrders(10, kStart, Currency());
    for (size_t i = 0; i < orders.size(); ++i) {
      orders[i].status = OrderStatus::Completed;
      orders[i].paidAt = orders[i].placedAt;
      orders[i].shippedAt = *orders[i].paidAt + std::chrono::minutes(60 * 10 * qint64(i + 1) + 59);
    }
    put(orders);
    const ReportResult result = must(runReport(c(), specOf("fulfilment")));
    const ReportRow& total = result.totals.front();
    QCOMPARE(cell(result, total, "time_to_ship"), ReportCell(55.0));
    QCOMPARE(cell(result, total, "time_to_ship_p50"), ReportCell(50.0));
    QCOMPARE(cell(result, total, "time_to_ship_p90"), ReportCell(90.0));
    QCOMPARE(cell(result, total, "time_to_ship_p99"), ReportCell(100.0));
    QCOMPARE(cell(result, total, "prompt_rate"), ReportCell(0.4)); // 10, 20, 30 and 40 hours and 59 minutes
    QCOMPARE(cell(result, total, "shipped_rate"), ReportCell(1.0));
  }
};

SC_TEST(TableReportsTest)
#include "tablereports_test.moc"
