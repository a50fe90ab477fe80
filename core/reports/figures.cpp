#include "core/reports/figures.h"

#include "core/reports/crosstable.h"
#include "core/reports/figuretable.h"

namespace supercargo {
namespace {

constexpr FactKind O = FactKind::Order, R = FactKind::Refund, P = FactKind::Paid, G = FactKind::Gateway,
                   T = FactKind::Parcel, Y = FactKind::Tries;
constexpr int kAny = -1; ///< all states, and facts without one

FigureTerm term(const char* measure, int sign = 1, int states = kSold, FactKind facts = O)
{
  return {sign, QLatin1String(measure), states, facts};
}

Figure sum(const char* id, const char* title, ColumnKind kind, std::vector<FigureTerm> value, const char* formula)
{
  return {QLatin1String(id), QLatin1String(title), QLatin1String(formula), kind, std::move(value), {}, {}, {}};
}

Figure quotient(const char* id, const char* title, ColumnKind kind, std::vector<FigureTerm> value,
                std::vector<FigureTerm> base, const char* formula)
{
  return {
      QLatin1String(id), QLatin1String(title), QLatin1String(formula), kind, std::move(value), std::move(base), {}, {}};
}

/// The hours that `share` of the facts do not exceed.
Figure percentile(const char* id, const char* title, FigureTerm facts, const char* spread, double share,
                  const char* formula)
{
  Figure figure = sum(id, title, ColumnKind::Hours, {facts}, formula);
  figure.spread = QLatin1String(spread);
  figure.share = share;
  return figure;
}

/// So much for each of them, as the reader states it.
FigureTerm each(const char* measure, const char* rate, int sign = 1)
{
  FigureTerm one = term(measure, sign);
  one.rate = QLatin1String(rate);
  return one;
}

/// Without the cost of every unit there is no margin, only a guess.
Figure costed(Figure figure)
{
  figure.known = QLatin1String("costed_units");
  figure.all = QLatin1String("units");
  return figure;
}

std::vector<FigureTerm> netSales()
{
  return {term("gross"), term("discount", -1), term("refunded", -1)};
}

std::vector<FigureTerm> margin1()
{
  return {term("gross"), term("discount", -1), term("refunded", -1), term("cost", -1), term("fee", -1)};
}

/// A share of net sales, as the reader states it.
std::vector<FigureTerm> shareOfSales(const char* rate, int sign = 1)
{
  std::vector<FigureTerm> terms = netSales();
  for (FigureTerm& one : terms) {
    one.sign *= sign;
    one.rate = QLatin1String(rate);
    one.isPercentage = true;
  }
  return terms;
}

std::vector<FigureTerm> operator+(std::vector<FigureTerm> a, const std::vector<FigureTerm>& b)
{
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// What couriers billed; for orders that left without a bill, what the reader states.
std::vector<FigureTerm> freight(int sign = 1)
{
  return {term("freight", sign), each("unbilled", "freight", sign)};
}

std::vector<FigureTerm> margin2()
{
  return margin1() + shareOfSales("commission", -1) + freight(-1) +
         std::vector{each("shipped", "packaging", -1), each("shipped", "handling", -1), term("shipping")};
}

std::vector<FigureTerm> margin3()
{
  return margin2() + shareOfSales("advertising", -1) + std::vector{each("returned_orders", "return_freight", -1)};
}

std::vector<Figure> salesFigures()
{
  return {
      sum("gmv", "GMV", ColumnKind::Money, {term("gross", 1, kPlaced)},
          "unit price x quantity of all placed orders, unpaid and cancelled ones too, before discounts and refunds"),
      sum("paid_sales", "Paid sales", ColumnKind::Money, {term("paid", 1, kAny, P)},
          "payments received, by payment date"),
      sum("paid_orders", "Paid orders", ColumnKind::Count, {term("orders", 1, kAny, P)},
          "orders for which money came in, by payment date"),
      sum("gross_sales", "Gross sales", ColumnKind::Money, {term("gross")},
          "unit price x quantity of valid orders, before discounts and refunds"),
      sum("discounts", "Discounts", ColumnKind::Money, {term("discount")}, "discounts of valid orders"),
      sum("refunds", "Refunds of these orders", ColumnKind::Money, {term("refunded")},
          "what was refunded of these orders, whenever that was"),
      sum("net_sales", "Net sales", ColumnKind::Money, netSales(),
          "gross sales - discounts - refunds of these orders; without tax and freight"),
      sum("net_revenue", "Net revenue", ColumnKind::Money,
          {term("gross"), term("discount", -1), term("refunded", -1, kAny, R)},
          "gross sales - discounts - refunds made in the period, of whatever orders"),
      sum("shipping", "Freight charged", ColumnKind::Money, {term("shipping")},
          "freight that buyers of valid orders pay"),
      sum("tax", "Tax", ColumnKind::Money, {term("tax")}, "tax of valid orders, as their shops state it"),
      sum("total_sales", "Total sales", ColumnKind::Money,
          {term("gross"), term("discount", -1), term("refunded", -1), term("tax"), term("shipping")},
          "gross sales - discounts - refunds of these orders + tax + freight charged"),
      sum("orders", "Orders", ColumnKind::Count, {term("orders")},
          "valid orders: not cancelled, not waiting for payment"),
      sum("placed_orders", "Placed orders", ColumnKind::Count, {term("orders", 1, kPlaced)},
          "all orders placed, unpaid and cancelled ones too"),
      sum("units", "Units", ColumnKind::Count, {term("units")}, "pieces in valid orders"),
      quotient("units_per_order", "Units per order", ColumnKind::Number, {term("units")}, {term("orders")},
               "units / orders"),
      quotient("aov", "Average order value", ColumnKind::Money, netSales(), {term("orders")}, "net sales / orders"),
      quotient("asp", "Average selling price", ColumnKind::Money, netSales(), {term("units")}, "net sales / units"),
      quotient("discount_rate", "Discount rate", ColumnKind::Rate, {term("discount")}, {term("gross")},
               "discounts / gross sales"),
      sum("cancelled_orders", "Cancelled orders", ColumnKind::Count, {term("orders", 1, kCancelled)},
          "cancelled orders"),
      quotient("cancellation_rate", "Cancellation rate", ColumnKind::Rate, {term("orders", 1, kCancelled)},
               {term("orders", 1, kPlaced)}, "cancelled orders / placed orders"),
      quotient("cancelled_unpaid_rate", "Cancelled before payment", ColumnKind::Rate,
               {term("orders", 1, kCancelledSale)}, {term("orders", 1, kPlaced)},
               "orders cancelled before money came in / placed orders"),
      quotient("cancelled_paid_rate", "Cancelled after payment", ColumnKind::Rate,
               {term("orders", 1, kCancelledPaidSale)}, {term("orders", 1, kPlaced)},
               "orders cancelled after money came in / placed orders"),
  };
}

std::vector<Figure> refundFigures()
{
  return {
      sum("refunded", "Refunded", ColumnKind::Money, {term("refunded", 1, kAny, R)},
          "money that went back, by refund date"),
      sum("refund_count", "Refund count", ColumnKind::Count, {term("refunds", 1, kAny, R)}, "refunds, by refund date"),
      sum("refunds_with_goods", "With goods back", ColumnKind::Count, {term("with_goods", 1, kAny, R)},
          "refunds for which goods came back"),
      sum("refunds_only", "Refund only", ColumnKind::Count,
          {term("refunds", 1, kAny, R), term("with_goods", -1, kAny, R)}, "refunds without goods coming back"),
      sum("refunded_orders", "Orders with a refund", ColumnKind::Count, {term("refunded_orders")},
          "valid orders of which something was refunded"),
      quotient("refund_rate", "Refund rate", ColumnKind::Rate, {term("refunded")},
               {term("gross"), term("discount", -1)},
               "refunds of these orders / (gross sales - discounts); grows until the return window is over"),
      quotient("refunded_order_rate", "Orders refunded", ColumnKind::Rate, {term("refunded_orders")}, {term("orders")},
               "valid orders with a refund / valid orders"),
      sum("returned_orders", "Orders sent back", ColumnKind::Count, {term("returned_orders")},
          "valid orders of which goods came back"),
      sum("returned_units", "Units sent back", ColumnKind::Count, {term("returned_units")},
          "pieces of the lines whose goods came back; of all lines where the shop names none"),
      quotient("return_rate", "Return rate", ColumnKind::Rate, {term("returned_units")}, {term("shipped_units")},
               "units sent back / units shipped, of the same orders"),
  };
}

std::vector<Figure> profitFigures()
{
  return {
      sum("fees", "Payment fees", ColumnKind::Money, {term("fee")}, "gateways' fees of these orders, as far as known"),
      costed(sum("cost", "Cost of goods", ColumnKind::Money, {term("cost")},
                 "purchase cost of the units, frozen when they were sold; no value unless every cost is known")),
      costed(sum("gross_profit", "Gross profit", ColumnKind::Money,
                 {term("gross"), term("discount", -1), term("refunded", -1), term("cost", -1)},
                 "net sales - cost of goods")),
      costed(quotient("gross_margin", "Gross margin", ColumnKind::Rate,
                      {term("gross"), term("discount", -1), term("refunded", -1), term("cost", -1)}, netSales(),
                      "(net sales - cost of goods) / net sales")),
      costed(sum("cm1", "Contribution margin 1", ColumnKind::Money, margin1(),
                 "net sales - cost of goods - payment fees")),
      quotient("cost_coverage", "Units with known cost", ColumnKind::Rate, {term("costed_units")}, {term("units")},
               "units whose cost is known / units"),
      quotient("fee_coverage", "Orders with known fee", ColumnKind::Rate, {term("fee_orders")}, {term("orders")},
               "orders whose payment fee is known / orders"),
      sum("freight_billed", "Freight billed", ColumnKind::Money, {term("freight")},
          "what couriers billed for these orders, in their own currency"),
      quotient("freight_coverage", "Shipped orders with a freight bill", ColumnKind::Rate,
               {term("shipped"), term("unbilled", -1)}, {term("shipped")},
               "shipped orders of which a courier billed a parcel / shipped orders"),
      costed(sum("after_freight", "Margin after freight", ColumnKind::Money,
                 margin1() + std::vector{term("freight", -1)}, "contribution margin 1 - freight billed")),
  };
}

/// What no provider tells and the reader states: a share of sales, or so much for an order or a parcel.
std::vector<Figure> estimatedFigures()
{
  return {
      sum("commission", "Platform commission (estimate)", ColumnKind::Money, shareOfSales("commission"),
          "net sales x the commission that you state"),
      sum("freight_cost", "Freight", ColumnKind::Money, freight(),
          "what couriers billed for these orders; for shipped orders without a bill, what you state a parcel costs"),
      quotient("freight_ratio", "Freight ratio", ColumnKind::Rate, freight(), netSales(), "freight / net sales"),
      sum("packaging_cost", "Packaging (estimate)", ColumnKind::Money, {each("shipped", "packaging")},
          "shipped orders x what you state packaging costs"),
      sum("handling_cost", "Handling (estimate)", ColumnKind::Money, {each("shipped", "handling")},
          "shipped orders x what you state handling costs"),
      costed(sum("cm2", "Contribution margin 2 (estimate)", ColumnKind::Money, margin2(),
                 "contribution margin 1 - commission - freight - packaging - handling + freight charged")),
      sum("advertising_cost", "Advertising (estimate)", ColumnKind::Money, shareOfSales("advertising"),
          "net sales x the share that you state goes into advertising"),
      sum("return_freight_cost", "Return freight (estimate)", ColumnKind::Money,
          {each("returned_orders", "return_freight")}, "orders sent back x what you state a return costs"),
      costed(sum("cm3", "Contribution margin 3 (estimate)", ColumnKind::Money, margin3(),
                 "contribution margin 2 - advertising - return freight; goods that came back stay deducted")),
      costed(quotient("breakeven_acos", "Break-even ACOS (estimate)", ColumnKind::Rate, margin2(), netSales(),
                      "contribution margin 2 / net sales: the share that advertising may cost")),
      costed(quotient("breakeven_roas", "Break-even ROAS (estimate)", ColumnKind::Number, netSales(), margin2(),
                      "net sales / contribution margin 2: what a unit of advertising must bring")),
  };
}

std::vector<Figure> fulfilmentFigures()
{
  return {
      sum("shipped_orders", "Shipped orders", ColumnKind::Count, {term("shipped")},
          "valid orders that were handed over"),
      quotient("shipped_rate", "Orders shipped", ColumnKind::Rate, {term("shipped")}, {term("orders")},
               "valid orders that were handed over / valid orders"),
      sum("shipped_units", "Shipped units", ColumnKind::Count, {term("shipped_units")},
          "pieces of valid orders that were handed over"),
      quotient("fill_rate", "Fill rate", ColumnKind::Rate, {term("shipped_units")}, {term("units")},
               "shipped units / units"),
      quotient("line_fill_rate", "Line fill rate", ColumnKind::Rate, {term("filled_lines")}, {term("lines")},
               "lines handed over in full / lines; of whole orders see the orders shipped"),
      sum("perfect_orders", "Perfect orders", ColumnKind::Count, {term("perfect")},
          "valid orders handed over in full within 48 hours of payment, of which nothing was refunded or sent back"),
      quotient("perfect_order_rate", "Perfect order rate", ColumnKind::Rate, {term("perfect")}, {term("orders")},
               "perfect orders / orders; grows until recent orders are handed over"),
      quotient("time_to_ship", "Time to ship", ColumnKind::Hours, {term("hours_to_ship")}, {term("timed_orders")},
               "mean of the whole hours from payment to hand-over"),
      percentile("time_to_ship_p50", "Time to ship, half", term("timed_orders"), "ship_hours", 0.5,
                 "half of the orders took no more whole hours from payment to hand-over"),
      percentile("time_to_ship_p90", "Time to ship, 90 %", term("timed_orders"), "ship_hours", 0.9,
                 "90 of 100 orders took no more whole hours from payment to hand-over"),
      percentile("time_to_ship_p99", "Time to ship, 99 %", term("timed_orders"), "ship_hours", 0.99,
                 "99 of 100 orders took no more whole hours from payment to hand-over"),
      quotient("prompt_rate", "Shipped within 48 hours", ColumnKind::Rate, {term("in_48h")}, {term("timed_orders")},
               "orders handed over within 48 hours of payment / orders of which both moments are known"),
  };
}

std::vector<Figure> paymentFigures()
{
  return {
      sum("attempts", "Payments", ColumnKind::Count, {term("attempts", 1, kAny, G)},
          "payments at gateways, failed ones too; tries of one payment count once"),
      sum("succeeded", "Succeeded", ColumnKind::Count, {term("succeeded", 1, kAny, G)}, "payments that brought money"),
      quotient("success_rate", "Success rate", ColumnKind::Rate, {term("succeeded", 1, kAny, G)},
               {term("succeeded", 1, kAny, G), term("failed", 1, kAny, G)},
               "succeeded / (succeeded + failed or closed)"),
      sum("captured", "Captured", ColumnKind::Money, {term("amount", 1, kAny, G)}, "amount of payments that succeeded"),
      sum("gateway_fees", "Fees", ColumnKind::Money, {term("fee", 1, kAny, G)}, "fees that gateways state"),
      quotient("fee_ratio", "Fee ratio", ColumnKind::Rate, {term("fee", 1, kAny, G)}, {term("fee_amount", 1, kAny, G)},
               "fees / amount of the payments whose fee is known"),
      sum("failed_payments", "Failed", ColumnKind::Count, {term("failed", 1, kAny, G)},
          "payments that failed or were closed"),
      sum("failed_amount", "Amount not received", ColumnKind::Money, {term("failed_amount", 1, kAny, G)},
          "amount of payments that failed or were closed"),
      quotient("fee_known_rate", "Fee known", ColumnKind::Rate, {term("fee_payments", 1, kAny, G)},
               {term("succeeded", 1, kAny, G)}, "payments whose fee is known / payments that succeeded"),
      sum("gateway_refunded", "Refunded by gateway", ColumnKind::Money, {term("refunded", 1, kAny, G)},
          "refunds of these payments, as their gateway states"),
      sum("tried_orders", "Orders with a try", ColumnKind::Count, {term("orders", 1, kAny, Y)},
          "orders whose buyers tried to pay, and of which the first try has ended"),
      sum("first_try_orders", "Paid at the first try", ColumnKind::Count, {term("at_once", 1, kAny, Y)},
          "orders with a try of which the first one brought money"),
      quotient("first_try_rate", "First-try success", ColumnKind::Rate, {term("at_once", 1, kAny, Y)},
               {term("orders", 1, kAny, Y)}, "orders paid at the first try / orders with a try"),
      quotient("paid_rate", "Paid in the end", ColumnKind::Rate, {term("paid", 1, kAny, Y)},
               {term("orders", 1, kAny, Y)}, "orders of which any try brought money / orders with a try"),
      quotient("tries_per_order", "Tries per order", ColumnKind::Number, {term("tries", 1, kAny, Y)},
               {term("orders", 1, kAny, Y)}, "tries / orders with a try"),
  };
}

std::vector<Figure> parcelFigures()
{
  return {
      sum("parcels", "Parcels", ColumnKind::Count, {term("parcels", 1, kAny, T)}, "parcels handed over"),
      sum("delivered", "Delivered", ColumnKind::Count, {term("delivered", 1, kAny, T)}, "parcels delivered"),
      quotient("on_time_rate", "On time", ColumnKind::Rate, {term("on_time", 1, kAny, T)}, {term("due", 1, kAny, T)},
               "delivered on or before the courier's promise / delivered with a promise"),
      quotient("first_attempt_rate", "First attempt", ColumnKind::Rate, {term("first_try", 1, kAny, T)},
               {term("tried", 1, kAny, T)}, "delivered at the first try / parcels with a try"),
      quotient("transit_hours", "Transit time", ColumnKind::Hours, {term("transit_hours", 1, kAny, T)},
               {term("transit_parcels", 1, kAny, T)}, "mean hours from hand-over to delivery"),
      percentile("transit_p50", "Transit time, half", term("transit_parcels", 1, kAny, T), "hours", 0.5,
                 "half of the parcels took no more whole hours from hand-over to delivery"),
      percentile("transit_p90", "Transit time, 90 %", term("transit_parcels", 1, kAny, T), "hours", 0.9,
                 "90 of 100 parcels took no more whole hours from hand-over to delivery"),
      quotient("exception_rate", "Exceptions", ColumnKind::Rate, {term("exceptions", 1, kAny, T)},
               {term("parcels", 1, kAny, T)}, "parcels with an exception / parcels handed over"),
      quotient("lost_rate", "Lost or damaged", ColumnKind::Rate, {term("lost", 1, kAny, T)},
               {term("parcels", 1, kAny, T)}, "lost or damaged parcels / parcels handed over"),
  };
}

} // namespace

const std::vector<Figure>& figures()
{
  static const std::vector<Figure> list = [] {
    std::vector<Figure> all;
    for (const auto part : {salesFigures, refundFigures, profitFigures, estimatedFigures, fulfilmentFigures,
                            paymentFigures, parcelFigures})
      for (Figure& figure : part())
        all.push_back(std::move(figure));
    return all;
  }();
  return list;
}

const Figure* findFigure(const QString& id)
{
  for (const Figure& figure : figures())
    if (figure.id == id)
      return &figure;
  return nullptr;
}

QString figureFormula(const QString& id)
{
  if (const Figure* figure = findFigure(id))
    return figure->formula;
  for (const ReportDefinition& definition : reportDefinitions())
    if (definition.figures)
      for (const TableFigure& figure : definition.figures())
        if (figure.key == id)
          return figure.formula;
  return {};
}

ReportColumn figureColumn(const QString& key)
{
  const auto cell = crossCell(key);
  const QString id = cell ? cell->figure : key;
  ReportColumn column{key, id, id, ColumnKind::Count};
  if (const Figure* figure = findFigure(column.figure)) {
    column.title = figure->title;
    column.kind = figure->kind;
  }
  for (const ReportDefinition& definition : reportDefinitions())
    if (definition.figures)
      for (const TableFigure& figure : definition.figures())
        if (figure.key == column.figure) {
          column.title = figure.title;
          column.kind = figure.kind;
        }
  if (cell) {
    column.acrossBy = QStringLiteral("columns");
    column.across = cell->value;
    column.title = crossTitle(column.title, cell->value);
  }
  return column;
}

Basis basisOf(FactKind facts)
{
  switch (facts) {
  case FactKind::Order:
  case FactKind::Line:
  case FactKind::Tries:
  case FactKind::Sold:
    return Basis::Placed;
  case FactKind::Refund:
    return Basis::Refunded;
  case FactKind::Paid:
  case FactKind::Gateway:
    return Basis::Paid;
  case FactKind::Parcel:
    return Basis::Shipped;
  }
  Q_UNREACHABLE();
}

} // namespace supercargo
