#include "core/store/factscan.h"
#include "core/store/orderid.h"
#include "core/store/scannedorder.h"

namespace supercargo {
namespace {

constexpr qint64 kDaysAtATime = 7; ///< what is held in memory while lines are put to their orders

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
  const qint64 first = firstOrderKeyAt(scan.cut.startOf(from)), end = firstOrderKeyAt(scan.cut.startOf(before));
  if (first >= end)
    return {};
  SC_TRY_ASSIGN(orders, scannedOrders(scan.connection, first, end,
                                      {.tries = wanted.contains(FactKind::Tries), .newness = scan.withBuyers}));
  for (const ScannedOrder& order : orders) {
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
