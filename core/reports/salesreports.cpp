#include "core/reports/definitions.h"
#include "core/reports/rates.h"

namespace supercargo {
namespace {

QStringList words(const char* text)
{
  return QString::fromLatin1(text).split(u' ');
}

const ReportOption& grain()
{
  static const ReportOption option{QStringLiteral("grain"), words("day week month"), QStringLiteral("day")};
  return option;
}

CubeReport daily(const ReportSpec&)
{
  return {
      {},
      words("gmv placed_orders orders units gross_sales discounts refunds net_sales net_revenue paid_sales refunded "
            "aov cancellation_rate refund_rate shipped_orders"),
      {}};
}

CubeReport byTime(const ReportSpec& spec)
{
  return {{spec.options.value(QStringLiteral("grain"))},
          words("orders units gross_sales discounts refunds net_sales net_revenue total_sales paid_sales aov"),
          {}};
}

CubeReport byProduct(const ReportSpec&)
{
  return {{QStringLiteral("product")},
          words("orders units gross_sales discounts refunds net_sales asp refund_rate"),
          QStringLiteral("net_sales")};
}

CubeReport byChannel(const ReportSpec& spec)
{
  return {spec.options.value(QStringLiteral("level")) == QLatin1String("shop") ? words("channel shop")
                                                                               : words("channel"),
          words("orders units gross_sales discounts refunds net_sales aov cancellation_rate refund_rate"),
          QStringLiteral("net_sales")};
}

CubeReport byRegion(const ReportSpec& spec)
{
  return {spec.options.value(QStringLiteral("level")) == QLatin1String("city") ? words("province city")
                                                                               : words("province"),
          words("orders units gross_sales net_sales shipping aov refund_rate"), QStringLiteral("net_sales")};
}

CubeReport byHour(const ReportSpec&)
{
  return {words("weekday hour"), words("orders units net_sales"), {}};
}

CubeReport refundReport(const ReportSpec& spec)
{
  const QString by = spec.options.value(QStringLiteral("by"));
  return {{by},
          words("refunded refund_count refunds_with_goods refunds_only"),
          by == QLatin1String("reason") || by == QLatin1String("product") ? QStringLiteral("refunded") : QString()};
}

CubeReport profit(const ReportSpec& spec)
{
  const QString by = spec.options.value(QStringLiteral("by"));
  const bool byArticle = by == QLatin1String("product") || by == QLatin1String("category"); // fees are of whole orders
  return {{by},
          words(byArticle ? "net_sales cost gross_profit gross_margin cost_coverage"
                          : "net_sales cost gross_profit gross_margin fees cm1 cost_coverage fee_coverage"),
          {}};
}

/// Down to the margin that most tools lack; what nobody tells is what the reader states.
CubeReport margins(const ReportSpec& spec)
{
  return {
      {spec.options.value(QStringLiteral("by"))},
      words("net_sales cost fees cm1 commission freight_cost freight_ratio packaging_cost handling_cost shipping cm2 "
            "advertising_cost return_freight_cost cm3 breakeven_acos breakeven_roas cost_coverage fee_coverage "
            "freight_coverage"),
      {}};
}

CubeReport fulfilment(const ReportSpec& spec)
{
  return {{spec.options.value(QStringLiteral("by"))},
          words("orders shipped_orders shipped_rate fill_rate line_fill_rate perfect_order_rate time_to_ship "
                "time_to_ship_p50 time_to_ship_p90 "
                "time_to_ship_p99 prompt_rate"),
          {}};
}

CubeReport returns(const ReportSpec& spec)
{
  return {{spec.options.value(QStringLiteral("by"))},
          words("orders shipped_units returned_units return_rate refunds refund_rate"),
          {}};
}

CubeReport declines(const ReportSpec& spec)
{
  const QString reason = QStringLiteral("decline_reason");
  if (spec.options.value(QStringLiteral("by")) == QLatin1String("reason"))
    return {{reason}, words("failed_payments failed_amount"), QStringLiteral("failed_payments"), reason};
  return {words("method payment_status"), words("attempts succeeded failed_payments captured"),
          QStringLiteral("attempts")};
}

/// By the method of the first try.
CubeReport tries(const ReportSpec&)
{
  return {words("shop method"), words("tried_orders first_try_orders first_try_rate paid_rate tries_per_order"),
          QStringLiteral("tried_orders")};
}

CubeReport taxes(const ReportSpec& spec)
{
  return {{spec.options.value(QStringLiteral("grain"))},
          words("orders gross_sales net_sales tax shipping total_sales"),
          {}};
}

CubeReport fees(const ReportSpec& spec)
{
  return {spec.options.value(QStringLiteral("by")) == QLatin1String("shop") ? words("shop method") : words("method"),
          words("attempts succeeded success_rate captured gateway_fees fee_ratio fee_known_rate gateway_refunded"),
          QStringLiteral("captured")};
}

CubeReport couriers(const ReportSpec&)
{
  return {words("courier"),
          words("parcels delivered on_time_rate first_attempt_rate transit_hours transit_p50 transit_p90 "
                "exception_rate lost_rate"),
          QStringLiteral("parcels")};
}

/// What a person puts together: figures and dimensions by name, separated by commas; one dimension may stand across.
CubeReport pivot(const ReportSpec& spec)
{
  const auto list = [&](const char* option) {
    return spec.options.value(QLatin1String(option)).split(u',', Qt::SkipEmptyParts);
  };
  return {list("dimensions"), list("figures"), spec.options.value(QStringLiteral("sort")), QString(),
          spec.options.value(QStringLiteral("columns"))};
}

std::vector<ReportOption> ratedBy(const char* dimensions)
{
  std::vector<ReportOption> options = rateOptions();
  const QStringList by = words(dimensions);
  options.insert(options.begin(), {QStringLiteral("by"), by, by.first()});
  return options;
}

template <CubeReport (*Shape)(const ReportSpec&)>
ReportDefinition definition(const char* id, const char* title, const char* about, Basis basis,
                            std::vector<ReportOption> options = {})
{
  return {QLatin1String(id),
          1,
          QLatin1String(title),
          QLatin1String(about),
          basis,
          cubeReportOptions(std::move(options)),
          CubeDefinition<Shape>::run,
          CubeDefinition<Shape>::rowsOf};
}

} // namespace

std::vector<ReportDefinition> salesDefinitions()
{
  ReportOption byMonth = grain();
  byMonth.fallback = QStringLiteral("month");
  std::vector<ReportOption> own{{QStringLiteral("dimensions"), {}, QStringLiteral("month")},
                                {QStringLiteral("columns"), QStringList{QString()} + reportDimensions(), {}},
                                {QStringLiteral("figures"), {}, QStringLiteral("net_sales")},
                                {QStringLiteral("sort"), {}, {}}};
  for (const ReportOption& rate : rateOptions())
    own.push_back(rate);
  return {
      definition<daily>("daily", "Daily brief", "What the shops sold, refunded and shipped", Basis::Placed),
      definition<byTime>("sales.time", "Sales over time", "Orders and sales by day, week or month", Basis::Placed,
                         {grain()}),
      definition<byProduct>("sales.product", "Sales by product", "Which articles sell, and what comes back",
                            Basis::Placed),
      definition<byChannel>("sales.channel", "Sales by channel", "Shops and platforms side by side", Basis::Placed,
                            {{QStringLiteral("level"), words("channel shop"), QStringLiteral("shop")}}),
      definition<byRegion>("sales.region", "Sales by region", "Where the orders go", Basis::Placed,
                           {{QStringLiteral("level"), words("province city"), QStringLiteral("province")}}),
      definition<byHour>("sales.hour", "Sales by hour and weekday", "When orders come in", Basis::Placed),
      definition<refundReport>(
          "refunds", "Refunds", "What went back, by refund date", Basis::Refunded,
          {{QStringLiteral("by"), words("reason product shop day week month"), QStringLiteral("reason")}}),
      definition<profit>(
          "profit", "Profit", "Sales, cost of goods, fees and what is left", Basis::Placed,
          {{QStringLiteral("by"), words("month week day shop product category"), QStringLiteral("month")}}),
      definition<margins>("profit.margins", "Contribution margins",
                          "What is left after freight, advertising and returns", Basis::Placed,
                          ratedBy("month week day shop channel")),
      definition<returns>(
          "returns", "Returns", "Which goods come back, by the orders they were sold in", Basis::Placed,
          {{QStringLiteral("by"), words("month week day shop channel province"), QStringLiteral("month")}}),
      definition<fulfilment>("fulfilment", "Fulfilment", "How fast and how fully orders are handed over", Basis::Placed,
                             {{QStringLiteral("by"), words("month week day shop channel"), QStringLiteral("month")}}),
      definition<couriers>("couriers", "Courier performance", "Delivery time, promises kept, exceptions",
                           Basis::Shipped),
      definition<fees>("payment.fees", "Payment fees", "What gateways take, by method", Basis::Paid,
                       {{QStringLiteral("by"), words("method shop"), QStringLiteral("method")}}),
      definition<declines>("payment.declines", "Payment outcomes", "Which payments fail, by method and outcome, or why",
                           Basis::Paid, {{QStringLiteral("by"), words("method reason"), QStringLiteral("method")}}),
      definition<tries>("payment.tries", "Tries to pay", "How often buyers must try until the money comes",
                        Basis::Placed),
      definition<taxes>("tax", "Tax summary", "Tax and sales by month, as the shops state them", Basis::Placed,
                        {byMonth}),
      definition<pivot>("pivot", "Own report", "Figures and dimensions as you choose them", Basis::Placed,
                        std::move(own)),
  };
}

} // namespace supercargo
