#include "core/store/factscan.h"
#include "core/store/freightbills.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

constexpr qint64 kDaysAtATime = 7; ///< what is held in memory while lines are put to their orders

struct ScannedLine {
  qint64 position = 0, quantity = 0, gross = 0, discount = 0, refunded = 0, shipped = 0;
  qint64 total = 0;                        ///< as the shop states it
  QString externalId, sku, article, title; ///< article: the SKU or what stands for it
  std::optional<qint64> cost;              ///< of all its pieces, frozen when they were sold
  bool isReturned = false;                 ///< its goods came back
};

struct ScannedRefund {
  QString line, reason;
  qint64 amount = 0;
  bool goods = false;
  std::optional<Instant> at;
};

/// Tries to pay at one gateway, in the order they came.
struct ScannedTries {
  QString account, method; ///< method of the first
  qint64 count = 0;
  bool hasEnded = false, isPaidAtOnce = false, isPaid = false; ///< hasEnded: the first one
};

struct ScannedOrder {
  OrderId id;
  QString account, currency, state, number, province, city, method, status;
  qint64 units = 0, total = 0, paid = 0, refunded = 0, goods = 0, shipping = 0, discount = 0, tax = 0;
  qint64 customer = 0;
  bool isGone = false; ///< the shop no longer has it
  QString newness;
  Instant placedAt{}, updatedAt{};
  std::optional<Instant> paidAt, shippedAt;
  std::vector<ScannedLine> lines;
  std::vector<ScannedRefund> refunds;
  std::vector<ScannedTries> tries;
  std::optional<qint64> fee, freight; ///< as billed, in the order's currency
};

ScannedOrder orderOf(const Row& row)
{
  ScannedOrder o;
  o.id = row.id<OrderId>(0);
  o.account = row.text(1);
  o.currency = row.text(2);
  o.status = row.text(3);
  o.number = row.text(4);
  o.units = row.integer(5);
  o.total = row.integer(6);
  o.paid = row.integer(7);
  o.refunded = row.integer(8);
  // The key decides the day: it cannot hold what lies before 2000.
  o.placedAt = fromMs(std::max(row.integer(9), kOrderEpochMs));
  o.updatedAt = row.instant(10);
  o.province = row.text(11);
  o.city = row.text(12);
  o.goods = row.integer(13);
  o.shipping = row.integer(14);
  o.discount = row.integer(15);
  o.tax = row.integer(16);
  o.paidAt = row.instantIfAny(17);
  o.shippedAt = row.instantIfAny(18);
  o.method = row.text(19);
  o.customer = row.integer(20);
  o.isGone = !row.isNull(21);
  o.state = saleStateName(saleState(o.status, o.paid));
  return o;
}

/// The order with this id in a list sorted by id, searched on from where the last one stood.
class Finder {
public:
  explicit Finder(std::vector<ScannedOrder>& orders) : m_orders(orders) {}
  ScannedOrder* find(qint64 id)
  {
    while (m_at < m_orders.size() && m_orders[m_at].id.value() < id)
      ++m_at;
    return m_at < m_orders.size() && m_orders[m_at].id.value() == id ? &m_orders[m_at] : nullptr;
  }

private:
  std::vector<ScannedOrder>& m_orders;
  size_t m_at = 0;
};

Result<void> addLines(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  Finder finder(orders);
  return c.each(
      QStringLiteral("SELECT order_id, position, external_id, sku, product_external_id, title, quantity, "
                     "shipped_quantity, unit_minor, discount_minor, cost_minor, total_minor FROM order_lines WHERE "
                     "order_id >= ? AND order_id < ? ORDER BY order_id, position"),
      {first, end}, [&](const Row& row) {
        ScannedOrder* order = finder.find(row.integer(0));
        if (!order)
          return;
        ScannedLine line;
        line.position = row.integer(1);
        line.externalId = row.text(2);
        line.sku = line.article = row.text(3);
        line.title = row.text(5);
        if (line.article.isEmpty())
          line.article = line.title.isEmpty() ? row.text(4) : line.title;
        line.quantity = row.integer(6);
        line.shipped = row.integer(7);
        line.gross = row.integer(8) * line.quantity;
        line.discount = row.integer(9);
        if (!row.isNull(10))
          line.cost = row.integer(10) * line.quantity;
        line.total = row.integer(11);
        order->lines.push_back(std::move(line));
      });
}

Result<void> addRefunds(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  Finder finder(orders);
  return c.each(
      QStringLiteral("SELECT order_id, line_external_id, amount_minor, reason, goods_returned, created_at "
                     "FROM order_refunds WHERE order_id >= ? AND order_id < ? AND status = 'SUCCEEDED' "
                     "ORDER BY order_id, external_id"),
      {first, end}, [&](const Row& row) {
        if (ScannedOrder* order = finder.find(row.integer(0)))
          order->refunds.push_back({row.text(1), row.text(3), row.integer(2), row.flag(4), row.instantIfAny(5)});
      });
}

/// What shop and gateways say went back; where the shop names no single refunds, its sum is one, on the day its news
/// came.
Result<void> completeRefunds(Connection& c, std::vector<ScannedOrder>& orders)
{
  for (ScannedOrder& order : orders) {
    qint64 told = 0;
    for (const ScannedRefund& refund : order.refunds)
      told += refund.amount;
    const qint64 rest = order.refunded - told;
    order.refunded = std::max(order.refunded, told);
    if (rest > 0) {
      SC_TRY_ASSIGN(at, c.row(QStringLiteral("SELECT MAX(at) FROM order_events WHERE order_id = ? AND kind = "
                                             "'refunded'"),
                              {order.id}, [](const Row& row) { return row.instantIfAny(0); }));
      order.refunds.push_back({{}, {}, rest, false, at ? *at : std::nullopt});
    }
    for (ScannedRefund& refund : order.refunds)
      if (!refund.at)
        refund.at = order.updatedAt;
  }
  return {};
}

const QString kFees = QStringLiteral("SELECT order_id, currency, CAST(SUM(fee_minor) AS BIGINT) FROM payments WHERE "
                                     "order_id >= ? AND order_id < ? AND fee_minor IS NOT NULL GROUP BY order_id, "
                                     "currency ORDER BY order_id");

QString freightSql()
{
  return QStringLiteral("SELECT s.order_id, b.currency, CAST(SUM(b.amount_minor) AS BIGINT) FROM shipments s JOIN "
                        "freight_bills b ON %1 WHERE s.order_id >= ? AND s.order_id < ? GROUP BY s.order_id, "
                        "b.currency ORDER BY s.order_id")
      .arg(kBillIsOfShipment);
}

/// What gateways or couriers took for orders, by order and currency; only their own currency counts.
Result<void> addCosts(Connection& c, std::vector<ScannedOrder>& orders, const QString& sql, qint64 first, qint64 end,
                      std::optional<qint64> ScannedOrder::*cost)
{
  Finder finder(orders);
  return c.each(sql, {first, end}, [&](const Row& row) {
    ScannedOrder* order = finder.find(row.integer(0));
    if (order && order->currency == row.text(1))
      order->*cost = row.integer(2);
  });
}

Result<void> addTries(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  Finder finder(orders);
  return c.each(QStringLiteral("SELECT order_id, account_id, method, status FROM payments WHERE order_id >= ? AND "
                               "order_id < ? ORDER BY order_id, account_id, id"),
                {first, end}, [&](const Row& row) {
                  ScannedOrder* order = finder.find(row.integer(0));
                  if (!order)
                    return;
                  const QString account = row.text(1), status = row.text(3);
                  const bool isPaid = broughtMoney(status);
                  if (order->tries.empty() || order->tries.back().account != account)
                    order->tries.push_back({account, row.text(2), 0, isPaid || hasFailed(status), isPaid, false});
                  ++order->tries.back().count;
                  order->tries.back().isPaid |= isPaid;
                });
}

/// New is whose first sale ever this is; guests without mail and phone are nobody known.
Result<void> addNewness(Connection& c, std::vector<ScannedOrder>& orders, qint64 first, qint64 end)
{
  QHash<qint64, qint64> firstSales;
  SC_TRY(c.each(QStringLiteral("SELECT customer_id, MIN(id) FROM orders WHERE customer_id IN (SELECT customer_id FROM "
                               "orders WHERE id >= ? AND id < ? AND customer_id <> 0) AND status NOT IN ('CANCELLED', "
                               "'AWAITING_PAYMENT') GROUP BY customer_id"),
                {first, end}, [&](const Row& row) { firstSales.insert(row.integer(0), row.integer(1)); }));
  for (ScannedOrder& order : orders) {
    const auto sale = firstSales.constFind(order.customer);
    const bool isReturning = sale != firstSales.constEnd() && *sale < order.id.value();
    order.newness = order.customer == 0 ? QStringLiteral("guest")
                    : isReturning       ? QStringLiteral("returning")
                                        : QStringLiteral("new");
  }
  return {};
}

/// Discounts and refunds of the whole order belong to its lines in proportion to what they cost.
void shareOut(ScannedOrder& order)
{
  if (order.lines.empty()) {
    ScannedLine whole;
    whole.gross = order.goods;
    whole.quantity = order.units;
    order.lines.push_back(whole);
  }
  qint64 discounted = 0, refunded = 0;
  std::vector<qint64> weights;
  for (ScannedLine& line : order.lines) {
    discounted += line.discount;
    weights.push_back(std::max<qint64>(0, line.gross - line.discount));
    for (const ScannedRefund& refund : order.refunds) {
      const bool isMeant = !refund.line.isEmpty() && refund.line == line.externalId;
      line.refunded += isMeant ? refund.amount : 0;
      line.isReturned |= refund.goods && (isMeant || refund.line.isEmpty());
    }
    refunded += line.refunded;
  }
  const auto discounts = sharesOf(order.discount - discounted, weights);
  const auto refunds = sharesOf(order.refunded - refunded, weights);
  for (size_t i = 0; i < order.lines.size(); ++i) {
    order.lines[i].discount += discounts[i];
    order.lines[i].refunded += refunds[i];
  }
}

constexpr auto kPromptly = std::chrono::hours(48); ///< within which the large platforms want goods handed over

bool hasShipped(const ScannedOrder& order)
{
  return order.shippedAt || order.status == QLatin1String("SHIPPED") || order.status == QLatin1String("DELIVERED") ||
         order.status == QLatin1String("COMPLETED");
}

Fact factOf(const ScannedOrder& order, const DayCut& cut)
{
  Fact fact;
  fact.day = fact.origin = cut.dayOf(order.placedAt);
  fact.dims = {order.account, order.currency, order.state};
  fact.id = order.id.value();
  fact.customer = order.customer;
  fact.label = order.number;
  fact.at = order.placedAt;
  return fact;
}

void tellOrder(const FactScan& scan, const ScannedOrder& order)
{
  Fact fact = factOf(order, scan.cut);
  fact.dims[3] = order.province;
  fact.dims[4] = order.city;
  fact.dims[5] = order.method;
  fact.dims[6] = QString::number(scan.cut.weekHour(order.placedAt));
  const bool isTimed = order.paidAt && order.shippedAt && *order.shippedAt >= *order.paidAt;
  const auto waited = isTimed ? *order.shippedAt - *order.paidAt : std::chrono::milliseconds(0);
  const qint64 hours = std::chrono::floor<std::chrono::hours>(waited).count();
  if (isTimed)
    fact.dims[7] = QString::number(hours);
  if (scan.withBuyers) {
    fact.dims[8] = order.customer == 0 ? QString() : QString::number(order.customer);
    fact.dims[9] = order.newness;
  }
  const bool shipped = hasShipped(order);
  qint64 gross = 0, cost = 0, costed = 0, shippedUnits = 0, returnedUnits = 0, filled = 0;
  for (const ScannedLine& line : order.lines) {
    shippedUnits += shipped ? line.quantity : line.shipped;
    returnedUnits += line.isReturned ? line.quantity : 0;
    gross += line.gross;
    cost += line.cost.value_or(0);
    costed += line.cost ? line.quantity : 0;
    filled += shipped || (line.quantity > 0 && line.shipped >= line.quantity) ? 1 : 0;
  }
  const bool isPrompt = isTimed && waited <= kPromptly;
  fact.measures = {1,
                   order.units,
                   gross,
                   order.discount,
                   order.shipping,
                   order.tax,
                   order.total,
                   order.paid,
                   order.refunded,
                   order.refunded > 0 ? 1 : 0,
                   cost,
                   costed,
                   order.fee.value_or(0),
                   order.fee ? 1 : 0,
                   shipped ? 1 : 0,
                   isTimed ? 1 : 0,
                   isTimed ? hours : 0,
                   isPrompt ? 1 : 0,
                   shippedUnits,
                   returnedUnits,
                   returnedUnits > 0 ? 1 : 0,
                   qint64(order.lines.size()),
                   filled,
                   isPrompt && shipped && order.refunded == 0 && returnedUnits == 0 ? 1 : 0,
                   order.freight.value_or(0),
                   shipped && !order.freight ? 1 : 0};
  scan.sink(FactKind::Order, fact);
}

void tellLines(const FactScan& scan, const ScannedOrder& order)
{
  std::vector<qint64> weights;
  for (const ScannedLine& line : order.lines)
    weights.push_back(std::max<qint64>(0, line.gross - line.discount));
  const auto fees = sharesOf(order.fee.value_or(0), weights);
  const bool shipped = hasShipped(order);
  for (size_t i = 0; i < order.lines.size(); ++i) {
    const ScannedLine& line = order.lines[i];
    Fact fact = factOf(order, scan.cut);
    fact.dims[3] = line.article;
    fact.position = line.position;
    fact.detail = line.title;
    const bool again = std::any_of(order.lines.begin(), order.lines.begin() + qsizetype(i),
                                   [&](const ScannedLine& other) { return other.article == line.article; });
    fact.measures = {again ? 0 : 1,
                     line.quantity,
                     line.gross,
                     line.discount,
                     line.refunded,
                     shipped ? line.quantity : line.shipped,
                     line.cost.value_or(0),
                     line.cost ? line.quantity : 0,
                     fees[i],
                     line.isReturned ? line.quantity : 0};
    scan.sink(FactKind::Line, fact);
  }
}

void tellRefunds(const FactScan& scan, const ScannedOrder& order)
{
  for (const ScannedRefund& refund : order.refunds) {
    Fact fact = factOf(order, scan.cut);
    fact.at = *refund.at;
    fact.day = scan.cut.dayOf(fact.at);
    fact.dims[3] = refund.reason;
    fact.dims[4] = refund.goods ? QStringLiteral("1") : QStringLiteral("0");
    if (!refund.line.isEmpty())
      for (const ScannedLine& line : order.lines)
        if (line.externalId == refund.line)
          fact.dims[5] = line.article;
    fact.detail = refund.reason;
    fact.measures = {1, refund.amount, refund.goods ? 1 : 0};
    scan.sink(FactKind::Refund, fact);
  }
}

void tellPaid(const FactScan& scan, const ScannedOrder& order)
{
  if (order.paid == 0)
    return;
  Fact fact = factOf(order, scan.cut);
  fact.at = order.paidAt.value_or(order.placedAt);
  fact.day = scan.cut.dayOf(fact.at);
  fact.dims[3] = order.method;
  fact.measures = {1, order.paid};
  scan.sink(FactKind::Paid, fact);
}

void tellTries(const FactScan& scan, const ScannedOrder& order)
{
  for (const ScannedTries& tries : order.tries) {
    if (!tries.hasEnded) // nobody knows yet how the first one ends
      continue;
    Fact fact = factOf(order, scan.cut);
    fact.dims = {tries.account, tries.method};
    fact.measures = {1, tries.isPaidAtOnce ? 1 : 0, tries.isPaid ? 1 : 0, tries.count};
    scan.sink(FactKind::Tries, fact);
  }
}

void tellSold(const FactScan& scan, const ScannedOrder& order)
{
  static const QStringList none{QStringLiteral("DRAFT"), QStringLiteral("AWAITING_PAYMENT"),
                                QStringLiteral("CANCELLED")};
  if (order.isGone || none.contains(order.status))
    return;
  for (const ScannedLine& line : order.lines) {
    if (line.sku.isEmpty())
      continue;
    Fact fact = factOf(order, scan.cut);
    fact.dims[2] = line.sku;
    fact.position = line.position;
    fact.measures = {line.quantity, line.total};
    scan.sink(FactKind::Sold, fact);
  }
}

Result<void> scanSomeDays(const FactScan& scan, const FactKinds& wanted, qint64 from, qint64 before)
{
  Connection& c = scan.connection;
  const qint64 first = firstOrderKeyAt(scan.cut.startOf(from)), end = firstOrderKeyAt(scan.cut.startOf(before));
  if (first >= end)
    return {};
  SC_TRY_ASSIGN(orders,
                c.rows(QStringLiteral("SELECT o.id, o.account_id, o.currency, o.status, o.number, o.units, "
                                      "o.total_minor, o.paid_minor, o.refunded_minor, o.placed_at, o.updated_at, "
                                      "o.province, o.city, d.goods_minor, d.shipping_minor, d.discount_minor, "
                                      "d.tax_minor, d.paid_at, d.shipped_at, d.payment_method, "
                                      "o.customer_id, o.gone_at FROM orders o JOIN "
                                      "order_details d ON d.order_id = o.id WHERE o.id >= ? AND o.id < ? ORDER BY "
                                      "o.id"),
                       {first, end}, orderOf));
  if (orders.empty())
    return {};
  SC_TRY(addLines(c, orders, first, end));
  SC_TRY(addRefunds(c, orders, first, end));
  SC_TRY(completeRefunds(c, orders));
  SC_TRY(addCosts(c, orders, kFees, first, end, &ScannedOrder::fee));
  SC_TRY(addCosts(c, orders, freightSql(), first, end, &ScannedOrder::freight));
  if (wanted.contains(FactKind::Tries))
    SC_TRY(addTries(c, orders, first, end));
  if (scan.withBuyers)
    SC_TRY(addNewness(c, orders, first, end));
  for (ScannedOrder& order : orders) {
    shareOut(order);
    if (wanted.contains(FactKind::Order))
      tellOrder(scan, order);
    if (wanted.contains(FactKind::Line))
      tellLines(scan, order);
    if (wanted.contains(FactKind::Refund))
      tellRefunds(scan, order);
    if (wanted.contains(FactKind::Paid))
      tellPaid(scan, order);
    if (wanted.contains(FactKind::Tries))
      tellTries(scan, order);
    if (wanted.contains(FactKind::Sold))
      tellSold(scan, order);
  }
  return {};
}

} // namespace

Result<void> scanOrderFacts(const FactScan& scan, const FactKinds& wanted)
{
  for (qint64 day = scan.from; day < scan.before; day += kDaysAtATime)
    SC_TRY(scanSomeDays(scan, wanted, day, std::min(scan.before, day + kDaysAtATime)));
  return {};
}

} // namespace supercargo
