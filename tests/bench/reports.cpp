#include "core/reports/figures.h"
#include "core/reports/render.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <limits>
#include <span>

namespace supercargo::bench {
namespace {

template <class T>
T done(Result<T> result)
{
  if (!result)
    qFatal("%s", qPrintable(result.error().detail));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// The workload has orders only; payments with their bills and parcels with their ways follow from them.
void addPaymentsAndParcels(Connection& c)
{
  done(c.run(QStringLiteral(
      "INSERT INTO payments (id, account_id, external_id, order_number, order_id, currency, amount_minor, fee_minor, "
      "refunded_minor, status, raw_status, paid_at, payer, method, content_hash) SELECT o.id, 2, 'p' || o.external_id, "
      "o.number, o.id, o.currency, o.total_minor, o.total_minor * 6 / 1000, o.refunded_minor, 'PAID', '', o.placed_at "
      "+ 180000, '', CASE WHEN o.units % 2 = 0 THEN 'alipay' ELSE 'wechatpay' END, 0 FROM orders o WHERE o.paid_minor "
      "> 0")));
  done(c.run(QStringLiteral(
      "INSERT INTO shipments (id, order_id, courier, number, status, reason, raw_status, place, phone_tail, "
      "shipped_at, "
      "delivered_at, estimated_at, promised_at, event_count, content_hash, created_at) SELECT o.id, o.id, CASE o.units "
      "% 3 WHEN 0 "
      "THEN 'sf' WHEN 1 THEN 'yto' ELSE 'zto' END, 'T' || o.external_id, 'delivered', '', '', '', '', o.placed_at + "
      "36000000, o.placed_at + 36000000 + 3600000 * (20 + o.units % 60), o.placed_at + 36000000 + 3600000 * 60, "
      "o.placed_at + 36000000 + 3600000 * 60, 0, 0, "
      "o.placed_at FROM orders o WHERE o.status = 'COMPLETED'")));
  done(c.run(QStringLiteral(
      "INSERT INTO bill_lines (account_id, bill, entry_id, kind, payment_external_id, order_number, refund_number, "
      "title, raw_line, currency, amount_minor, fee_minor, net_minor, occurred_at, settled_on) SELECT account_id, "
      "'trade', external_id, 'payment', external_id, order_number, '', '', '', currency, amount_minor, fee_minor, "
      "amount_minor - fee_minor, paid_at, date(paid_at / 1000 + 86400, 'unixepoch') FROM payments WHERE id % 50 <> "
      "0")));
  done(c.run(QStringLiteral(
      "INSERT INTO parcel_ways (shipment_id, seen_hash, courier, origin, destination, picked_at, arrived_at, tries, "
      "failed_tries, problem, oddities, promised_at, promise_basis, lane_samples) SELECT s.id, 0, s.courier, 'CN-33', "
      "o.province, s.shipped_at + 3600000, s.delivered_at, 1, 0, CASE WHEN s.id % 40 = 0 THEN 'damaged' ELSE '' END, "
      "'', s.estimated_at, 'courier', 0 FROM shipments s JOIN orders o ON o.id = s.order_id")));
}

struct PlainQuery {
  const char *report, *figure, *sql; ///< two columns: key, sum
};

// What somebody would write over the order rows. %1: the span, as a condition on keys.
const PlainQuery kPlain[] = {
    {"daily", "gross_sales",
     "SELECT '', CAST(SUM(l.unit_minor * l.quantity) AS BIGINT) FROM orders o JOIN order_lines l ON l.order_id = o.id "
     "WHERE o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1"},
    {"sales.time", "gross_sales",
     "SELECT date((o.placed_at / 1000) + 28800, 'unixepoch'), CAST(SUM(l.unit_minor * l.quantity) AS BIGINT) FROM "
     "orders "
     "o JOIN order_lines l ON l.order_id = o.id WHERE o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP "
     "BY 1"},
    {"sales.product", "gross_sales",
     "SELECT l.sku, CAST(SUM(l.unit_minor * l.quantity) AS BIGINT) FROM orders o JOIN order_lines l ON l.order_id = "
     "o.id "
     "WHERE o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY l.sku"},
    {"sales.channel", "orders",
     "SELECT o.account_id, COUNT(*) FROM orders o JOIN order_details d ON d.order_id = o.id WHERE o.status NOT IN "
     "('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY o.account_id"},
    {"sales.region", "gross_sales",
     "SELECT o.province, CAST(SUM(l.unit_minor * l.quantity) AS BIGINT) FROM orders o JOIN order_lines l ON l.order_id "
     "= "
     "o.id WHERE o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY o.province"},
    {"sales.hour", "orders",
     "SELECT strftime('%w%H', (o.placed_at / 1000) + 28800, 'unixepoch'), COUNT(*) FROM orders o WHERE o.status NOT IN "
     "('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY 1"},
    {"refunds", "refunded",
     "SELECT '', CAST(SUM(o.refunded_minor) AS BIGINT) FROM orders o JOIN order_events e ON e.order_id = o.id AND "
     "e.kind "
     "= 'placed' WHERE %1"},
    {"profit", "fees",
     "SELECT '', CAST(SUM(p.fee_minor) AS BIGINT) FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.status "
     "NOT "
     "IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1"},
    {"fulfilment", "shipped_orders",
     "SELECT date((o.placed_at / 1000) + 28800, 'unixepoch', 'start of month'), COUNT(*) FROM orders o JOIN "
     "order_details d ON d.order_id = o.id WHERE (d.shipped_at IS NOT NULL OR o.status IN ('SHIPPED', 'DELIVERED', "
     "'COMPLETED')) AND o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY 1"},
    {"returns", "shipped_units",
     "SELECT date((o.placed_at / 1000) + 28800, 'unixepoch', 'start of month'), CAST(SUM(CASE WHEN d.shipped_at IS NOT "
     "NULL OR o.status IN ('SHIPPED', 'DELIVERED', 'COMPLETED') THEN l.quantity ELSE l.shipped_quantity END) AS "
     "BIGINT) "
     "FROM orders o JOIN order_details d ON d.order_id = o.id JOIN order_lines l ON l.order_id = o.id WHERE o.status "
     "NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY 1"},
    {"couriers", "parcels",
     "SELECT s.courier, COUNT(*) FROM orders o JOIN shipments s ON s.order_id = o.id WHERE %1 GROUP BY s.courier"},
    {"payment.fees", "gateway_fees",
     "SELECT p.method, CAST(SUM(p.fee_minor) AS BIGINT) FROM orders o JOIN payments p ON p.order_id = o.id WHERE %1 "
     "GROUP BY p.method"},
    {"tax", "orders",
     "SELECT date((o.placed_at / 1000) + 28800, 'unixepoch', 'start of month'), COUNT(*) FROM orders o JOIN "
     "order_details "
     "d ON d.order_id = o.id WHERE o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') AND %1 GROUP BY 1"},
};

// Net sales of an order, as somebody would write them.
#define NET_SALES                                                                                                      \
  "(SELECT SUM(l.unit_minor * l.quantity) FROM order_lines l WHERE l.order_id = o.id) - d.discount_minor - "           \
  "o.refunded_minor"
#define SOLD "o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT')"
#define MONTH(at) "strftime('%Y%m', " at " / 1000 + 28800, 'unixepoch')"

// The same for reports that look at each order, payment or parcel: percentiles rank, cohorts group twice.
const PlainQuery kPlainOfEach[] = {
    {"sales.values", "valued_orders",
     "SELECT month, COUNT(*), MAX(place) FROM (SELECT " MONTH(
         "o.placed_at") " AS month, ROW_NUMBER() OVER (PARTITION "
                        "BY " MONTH("o.placed_at") " ORDER BY " NET_SALES
                                                   ") AS place FROM orders o JOIN order_details d ON d.order_id = "
                                                   "o.id WHERE " SOLD ") AS ranked GROUP BY month"},
    {"delivery", "parcels_sent",
     "SELECT courier, COUNT(*), MAX(place) FROM (SELECT s.courier, ROW_NUMBER() OVER (PARTITION BY s.courier ORDER BY "
     "s.delivered_at - w.picked_at) AS place FROM shipments s LEFT JOIN parcel_ways w ON w.shipment_id = s.id WHERE "
     "s.shipped_at IS NOT NULL) AS ranked GROUP BY courier"},
    {"payment.settlement", "captured_amount",
     "SELECT p.account_id, CAST(SUM(p.amount_minor) AS BIGINT), SUM(b.amount_minor - p.amount_minor) FROM payments p "
     "LEFT JOIN bill_lines b ON +b.account_id = p.account_id AND b.payment_external_id = p.external_id AND b.kind = "
     "'payment' WHERE p.status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') GROUP BY p.account_id"},
    {"payment.tries", "tried_orders",
     "SELECT p.method, COUNT(DISTINCT p.order_id) FROM payments p JOIN orders o ON o.id = p.order_id GROUP BY "
     "p.method"},
    {"profit.margins", "net_sales",
     "SELECT " MONTH("o.placed_at") ", CAST(SUM(" NET_SALES ") AS BIGINT) FROM orders o JOIN order_details d ON "
                                    "d.order_id = o.id WHERE " SOLD " GROUP BY 1"},
    {"pivot", "net_sales",
     "SELECT " MONTH("o.placed_at") ", CAST(SUM(" NET_SALES ") AS BIGINT) FROM orders o JOIN order_details d ON "
                                    "d.order_id = o.id WHERE " SOLD " GROUP BY 1"},
    {"payment.declines", "attempts", "SELECT p.method, COUNT(*) FROM payments p GROUP BY p.method, p.status"},
    {"sales.classes", "net_sales",
     "SELECT sku, net, SUM(net) OVER (ORDER BY net DESC) FROM (SELECT l.sku, CAST(SUM(l.unit_minor * l.quantity - "
     "l.discount_minor) AS BIGINT) - COALESCE(CAST(SUM(CASE WHEN o.refunded_minor > 0 AND l.position = 0 THEN "
     "o.refunded_minor ELSE 0 END) AS BIGINT), 0) AS net FROM orders o JOIN order_lines l ON l.order_id = o.id "
     "WHERE " SOLD " GROUP BY l.sku) AS sold"},
    {"fulfilment.backlog", "open_orders",
     "SELECT currency, COUNT(*), MAX(place) FROM (SELECT o.currency, ROW_NUMBER() OVER (PARTITION BY o.currency ORDER "
     "BY COALESCE(d.paid_at, o.placed_at)) AS place FROM orders o JOIN order_details d ON d.order_id = o.id WHERE "
     "o.status IN ('TO_SHIP', 'TO_REVIEW', 'PART_SHIPPED') AND o.paid_minor > 0) AS open GROUP BY currency"},
    {"customers.new", "new_customers",
     "SELECT " MONTH("first_at") ", COUNT(*), SUM(orders) FROM (SELECT o.customer_id, MIN(o.placed_at) AS first_at, "
                                 "COUNT(*) AS orders FROM orders o WHERE o.customer_id <> 0 AND " SOLD
                                 " GROUP BY o.customer_id) AS firsts GROUP "
                                 "BY 1"},
    {"customers.cohorts", "customers",
     "SELECT cohort, CASE WHEN cohort = month THEN customers ELSE 0 END FROM (SELECT " MONTH(
         "f.first_at") " AS cohort, " MONTH("o.placed_at") " AS month, COUNT(DISTINCT o.customer_id) AS customers FROM "
                                                           "orders o JOIN (SELECT "
                                                           "customer_id, MIN(placed_at) AS first_at FROM orders o "
                                                           "WHERE customer_id <> 0 AND " SOLD " GROUP BY customer_id) "
                                                           "f ON f.customer_id = o.customer_id WHERE " SOLD
                                                           " GROUP BY 1, 2) AS triangle"},
    {"customers.rfm", "spent",
     "SELECT o.customer_id, CAST(SUM(" NET_SALES ") AS BIGINT), COUNT(*), MAX(o.placed_at) FROM orders o JOIN "
     "order_details d ON d.order_id = o.id WHERE o.customer_id <> 0 AND " SOLD " GROUP BY o.customer_id"},
    {"customers.value", "spent",
     "SELECT o.customer_id, CAST(SUM(" NET_SALES ") AS BIGINT), COUNT(*), MAX(o.placed_at) FROM orders o JOIN "
     "order_details d ON d.order_id = o.id WHERE o.customer_id <> 0 AND " SOLD " GROUP BY o.customer_id"},
};

struct Timed {
  double ms = 0;
  qint64 sum = 0;
};

Timed timedReport(Connection& c, const ReportSpec& spec, const char* figure)
{
  Timed timed;
  timed.ms = std::numeric_limits<double>::max();
  for (int i = 0; i < 3; ++i) {
    const Stopwatch watch;
    const ReportResult result = done(runReport(c, spec));
    timed.ms = std::min(timed.ms, watch.ms());
    timed.sum = 0;
    for (const ReportRow& total : result.totals.empty() ? result.rows : result.totals)
      for (size_t column = 0; column < result.columns.size(); ++column)
        if (result.columns[column].key == QLatin1String(figure)) {
          if (const auto* money = std::get_if<Money>(&total.cells[column]))
            timed.sum += money->minor();
          else if (const auto* count = std::get_if<qint64>(&total.cells[column]))
            timed.sum += *count;
        }
  }
  return timed;
}

Timed timedPlain(Connection& c, const PlainQuery& query)
{
  Timed timed;
  const Stopwatch watch;
  done(c.each(QString::fromLatin1(query.sql).replace(QStringLiteral("%1"), QStringLiteral("o.id > 0")), {},
              [&](const Row& row) { timed.sum += row.integer(1); }));
  timed.ms = watch.ms();
  return timed;
}

struct Spans {
  ReportSpec all, year;
};

/// A report over all history, and over the year that ends now.
Spans spans(const QString& report, Instant now)
{
  Spans spans;
  spans.all.report = report;
  spans.all.now = now;
  spans.year = spans.all;
  spans.year.to = DayCut::date(DayCut(QByteArrayLiteral("Asia/Shanghai")).dayOf(now));
  spans.year.from = spans.year.to.addDays(-365);
  return spans;
}

QJsonObject oneReport(Connection& c, const PlainQuery& query, Instant now)
{
  const auto [all, year] = spans(QLatin1String(query.report), now);
  const Timed whole = timedReport(c, all, query.figure), oneYear = timedReport(c, year, query.figure),
              plain = timedPlain(c, query);
  return {{QStringLiteral("id"), all.report},
          {QStringLiteral("ms"), oneYear.ms},
          {QStringLiteral("all_history_ms"), whole.ms},
          {QStringLiteral("plain_sql_ms"), plain.ms},
          {QStringLiteral("ratio_to_plain_sql"), whole.ms / plain.ms},
          {QStringLiteral("equal"), whole.sum == plain.sum}};
}

/// A report that hands out row by row has shown a first page after so many.
double firstPageMs(Connection& c, const ReportSpec& spec)
{
  constexpr int kPage = 200;
  int rows = 0;
  const Stopwatch watch;
  const auto streamed = streamReport(c, spec, [&](const ReportRow&) -> Result<void> {
    return ++rows < kPage ? Result<void>() : fail(ErrorKind::Cancelled, QStringLiteral("a page is full"));
  });
  const double ms = watch.ms();
  if (!streamed && streamed.error().kind != ErrorKind::Cancelled)
    done(streamed);
  return ms;
}

/// Those that no plain query stands against, by their time alone.
QJsonObject timedOnly(Connection& c, const ReportDefinition& definition, Instant now)
{
  const auto [all, year] = spans(definition.id, now);
  const auto ms = [&](const ReportSpec& spec) {
    return definition.stream ? firstPageMs(c, spec) : timedReport(c, spec, "").ms;
  };
  return {{QStringLiteral("id"), definition.id},
          {QStringLiteral("ms"), ms(year)},
          {QStringLiteral("all_history_ms"), ms(all)}};
}

double overviewMs(Connection& c, Instant now)
{
  std::vector<double> samples;
  for (int i = 0; i < 50; ++i) {
    const Stopwatch watch;
    const Instant day = now - std::chrono::hours(24);
    done(salesBetween(c, day, now));
    done(salesBetween(c, day - std::chrono::hours(24 * 7), now - std::chrono::hours(24 * 7)));
    done(salesSteps(c, day, std::chrono::minutes(60), 24));
    done(stageCounts(c));
    samples.push_back(watch.ms());
  }
  return percentile(samples, 0.95);
}

/// Lines through our writer against the shell's own CSV mode.
double csvRatio(Connection& c, const QString& database, const QString& file, Instant now)
{
  ReportSpec spec;
  spec.report = QStringLiteral("lines.ledger");
  spec.now = now;
  const Stopwatch ours;
  done(writeReport(c, spec, ReportFormat::Csv, file));
  const double own = ours.seconds();
  QProcess shell;
  shell.setStandardOutputFile(file + QStringLiteral(".shell"));
  const Stopwatch theirs;
  shell.start(
      QStringLiteral("sqlite3"),
      {QStringLiteral("-readonly"), QStringLiteral("-cmd"), QStringLiteral(".mode csv"), database,
       QStringLiteral("SELECT o.placed_at, o.number, o.account_id, o.status, o.province, o.city, l.sku, l.title, "
                      "l.quantity, o.currency, l.unit_minor, l.discount_minor, l.total_minor FROM orders o JOIN "
                      "order_lines l ON l.order_id = o.id ORDER BY o.id, l.position")});
  if (!shell.waitForFinished(-1) || shell.exitCode() != 0)
    return 0;
  return theirs.seconds() / own;
}

} // namespace

QJsonObject report(const Options& options)
{
  const qint64 orders = number(options, QStringLiteral("orders"), 100'000);
  QTemporaryDir dir;
  const QString kept = options.value(QStringLiteral("database"));
  const QString file = kept.isEmpty() ? dir.filePath(QStringLiteral("report.db")) : kept;
  const bool filled = QFileInfo::exists(file);
  Instant now;
  {
    Workload workload(file);
    now = workload.end();
    if (!filled)
      workload.fill(orders);
  }
  const auto c = done(connectTo({file, {}, 1}, false));
  double rebuildSeconds = 0;
  if (!filled) {
    done(saveWorkspaceInfo(*c, {QStringLiteral("Bench"), QStringLiteral("Asia/Shanghai"), Currency(), now, false}));
    done(c->transaction([&]() -> Result<void> {
      AccountRow gateway; // of the payments below: account 2
      gateway.provider = gateway.name = QStringLiteral("alipay");
      done(addAccount(*c, gateway));
      addPaymentsAndParcels(*c);
      return {};
    }));
    const Stopwatch watch;
    while (done(c->transaction([&] { return rebuildDays(*c, 30); }))) {
    }
    rebuildSeconds = watch.seconds();
  }
  QJsonArray reports;
  const QString only = options.value(QStringLiteral("only")); // a report's id
  QSet<QString> compared;
  for (const std::span<const PlainQuery> queries :
       {std::span<const PlainQuery>(kPlain), std::span<const PlainQuery>(kPlainOfEach)})
    for (const PlainQuery& query : queries) {
      compared.insert(QLatin1String(query.report));
      if (only.isEmpty() || only == QLatin1String(query.report))
        reports.append(oneReport(*c, query, now));
    }
  for (const ReportDefinition& definition : reportDefinitions())
    if (!compared.contains(definition.id) && (only.isEmpty() || only == definition.id))
      reports.append(timedOnly(*c, definition, now));
  if (!only.isEmpty())
    return {{QStringLiteral("orders"), orders}, {QStringLiteral("reports"), reports}};
  const double ratio = csvRatio(*c, file, dir.filePath(QStringLiteral("lines.csv")), now);
  const double before = residentMb();
  ReportSpec ledger;
  ledger.report = QStringLiteral("orders.ledger");
  ledger.now = now;
  if (orders > 1'000'000)
    ledger.from = DayCut::date(DayCut(QByteArrayLiteral("Asia/Shanghai")).dayOf(now)).addDays(-365);
  const auto book = writeReport(*c, ledger, ReportFormat::Xlsx, dir.filePath(QStringLiteral("orders.xlsx")));
  return {{QStringLiteral("orders"), orders},
          {QStringLiteral("overview_ms"), overviewMs(*c, now)},
          {QStringLiteral("rebuild_s"), rebuildSeconds},
          {QStringLiteral("reports"), reports},
          {QStringLiteral("csv_ratio"), ratio},
          {QStringLiteral("xlsx_written"), book.has_value()},
          {QStringLiteral("xlsx_rss_mb"), residentMb() - before}};
}

} // namespace supercargo::bench
