#include "ui/analytics/analyticsgroups.h"

#include "ui/charts/resultcharts.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

using Options = QMap<QString, QString>;

Options pivot(const char* dimensions, const char* figures, const char* sort = "")
{
  return {{QStringLiteral("dimensions"), QLatin1String(dimensions)},
          {QStringLiteral("figures"), QLatin1String(figures)},
          {QStringLiteral("sort"), QLatin1String(sort)}};
}

ChartPanel::MakeChart bars(const char* figure)
{
  return [figure = QString::fromLatin1(figure)](const ReportResult& result, const QString& currency) {
    return barsChart(result, figure, currency);
  };
}

ChartPanel::MakeChart overTime(const char* figure)
{
  return [figure = QString::fromLatin1(figure)](const ReportResult& result, const QString& currency) {
    return timeChart(result, figure, currency);
  };
}

ChartPanel::MakeChart products()
{
  return [](const ReportResult& result, const QString& currency) {
    return productChart(result, QStringLiteral("net_sales"), currency);
  };
}

std::unique_ptr<Chart> funnel(const ReportResult& result, const QString& currency)
{
  return funnelChart(
      result, {QStringLiteral("placed_orders"), QStringLiteral("orders"), QStringLiteral("shipped_orders")}, currency);
}

ChartPanel::MakeChart provinces()
{
  return [](const ReportResult& result, const QString& currency) {
    return provinceChart(result, QStringLiteral("net_sales"), currency);
  };
}

std::unique_ptr<Chart> week(const ReportResult& result, const QString& currency)
{
  return weekChart(result, QStringLiteral("orders"), currency);
}

const char* const kNoOrders = QT_TRANSLATE_NOOP(
    "analytics", "No orders in these days. Choose a longer period, or connect a shop under Connections.");

AnalyticsGroup salesGroup()
{
  return {
      "sales",
      QT_TRANSLATE_NOOP("analytics", "Sales"),
      {{"trend",
        QT_TRANSLATE_NOOP("analytics", "Net sales over time"),
        kNoOrders,
        "sales.time",
        {},
        true,
        false,
        overTime("net_sales")},
       {"funnel", QT_TRANSLATE_NOOP("analytics", "From order to shipment"), kNoOrders, "pivot",
        pivot("", "placed_orders,orders,shipped_orders,cancellation_rate,refunded_order_rate"), true, false, funnel},
       {"week",
        QT_TRANSLATE_NOOP("analytics", "Orders by weekday and hour"),
        kNoOrders,
        "sales.hour",
        {},
        false,
        false,
        week},
       {"province",
        QT_TRANSLATE_NOOP("analytics", "Net sales by province"),
        kNoOrders,
        "sales.region",
        {},
        true,
        false,
        provinces()},
       {"channel",
        QT_TRANSLATE_NOOP("analytics", "Net sales by shop"),
        kNoOrders,
        "sales.channel",
        {},
        true,
        false,
        bars("net_sales")}}};
}

AnalyticsGroup productGroup()
{
  return {"products",
          QT_TRANSLATE_NOOP("analytics", "Products"),
          {{"pareto",
            QT_TRANSLATE_NOOP("analytics", "What brings most: A, B and C articles"),
            kNoOrders,
            "sales.classes",
            {},
            false,
            false,
            products()},
           {"category", QT_TRANSLATE_NOOP("analytics", "Net sales by category"), kNoOrders, "pivot",
            pivot("category", "net_sales,orders,units,refund_rate", "net_sales"), true, false, bars("net_sales")}}};
}

AnalyticsGroup profitGroup()
{
  return {
      "profit",
      QT_TRANSLATE_NOOP("analytics", "Profit and refunds"),
      {{"margin", QT_TRANSLATE_NOOP("analytics", "From gross sales to contribution margin"),
        QT_TRANSLATE_NOOP(
            "analytics",
            "No sales in these days. Hatched parts are known in part only; purchase costs come from Inventory."),
        "pivot",
        pivot("", "gross_sales,discounts,refunds,net_sales,cost,fees,cm1,freight_billed,after_freight,cost_coverage,"
                  "fee_coverage,freight_coverage"),
        true, false, [](const ReportResult& result, const QString& currency) { return marginChart(result, currency); }},
       {"reasons",
        QT_TRANSLATE_NOOP("analytics", "Refunds by reason"),
        QT_TRANSLATE_NOOP("analytics", "Nothing was refunded in these days."),
        "refunds",
        {},
        true,
        false,
        bars("refunded")},
       {"returns",
        QT_TRANSLATE_NOOP("analytics", "Refunds over time"),
        QT_TRANSLATE_NOOP("analytics", "Nothing was refunded in these days."),
        "refunds",
        {{QStringLiteral("by"), QStringLiteral("day")}},
        true,
        false,
        overTime("refunded")}}};
}

AnalyticsGroup moneyGroup()
{
  return {"payments",
          QT_TRANSLATE_NOOP("analytics", "Payments"),
          {{"success",
            QT_TRANSLATE_NOOP("analytics", "Payment success by method"),
            QT_TRANSLATE_NOOP(
                "analytics",
                "No payments at gateways in these days. Connect Alipay, WeChat Pay or Stripe under Connections."),
            "payment.fees",
            {},
            true,
            false,
            bars("success_rate")},
           {"fees",
            QT_TRANSLATE_NOOP("analytics", "Fees of the amount captured"),
            QT_TRANSLATE_NOOP("analytics", "No fees are known for these days. They come with the gateways' bills."),
            "payment.fees",
            {},
            true,
            false,
            bars("fee_ratio")},
           {"declines",
            QT_TRANSLATE_NOOP("analytics", "Why payments failed"),
            QT_TRANSLATE_NOOP("analytics", "No payment failed in these days."),
            "payment.declines",
            {{QStringLiteral("by"), QStringLiteral("reason")}},
            false,
            false,
            bars("failed_payments")}}};
}

AnalyticsGroup deliveryGroup()
{
  return {"delivery",
          QT_TRANSLATE_NOOP("analytics", "Delivery"),
          {{"ontime",
            QT_TRANSLATE_NOOP("analytics", "Delivered on time, by courier"),
            QT_TRANSLATE_NOOP("analytics", "No parcels with a promised day in these days."),
            "couriers",
            {},
            true,
            false,
            bars("on_time_rate")},
           {"transit",
            QT_TRANSLATE_NOOP("analytics", "Hours in transit, by courier"),
            QT_TRANSLATE_NOOP("analytics", "No parcel of these days has been delivered yet."),
            "couriers",
            {},
            true,
            false,
            bars("transit_hours")},
           {"freight",
            QT_TRANSLATE_NOOP("analytics", "Billed beyond what was agreed, by courier"),
            QT_TRANSLATE_NOOP("analytics",
                              "No courier's bill is of these days, or no tariffs are known. Import bills under "
                              "Connections; tariffs stand under Shipments, Couriers."),
            "delivery.freight",
            {},
            false,
            false,
            bars("freight_variance")}}};
}

AnalyticsGroup customerGroup()
{
  const char* noCustomers = QT_TRANSLATE_NOOP("analytics", "No orders of known customers yet.");
  return {"customers",
          QT_TRANSLATE_NOOP("analytics", "Customers"),
          {{"cohorts",
            QT_TRANSLATE_NOOP("analytics", "Who comes back: cohorts by first order"),
            noCustomers,
            "customers.cohorts",
            {},
            false,
            true,
            [](const ReportResult& result, const QString& currency) { return cohortChart(result, currency); }},
           {"rfm",
            QT_TRANSLATE_NOOP("analytics", "Customers by recency and frequency"),
            noCustomers,
            "customers.rfm",
            {{QStringLiteral("by"), QStringLiteral("grid")}},
            false,
            true,
            [](const ReportResult& result, const QString& currency) { return rfmChart(result, currency); }},
           {"value",
            QT_TRANSLATE_NOOP("analytics", "Value to come in twelve months, per customer"),
            QT_TRANSLATE_NOOP("analytics", "Too few customers came back to estimate what they will buy."),
            "customers.value",
            {},
            false,
            true,
            bars("value_each")}}};
}

} // namespace

const std::vector<AnalyticsGroup>& analyticsGroups()
{
  static const std::vector<AnalyticsGroup> groups = {salesGroup(), productGroup(),  profitGroup(),
                                                     moneyGroup(), deliveryGroup(), customerGroup()};
  return groups;
}

QString analyticsText(const char* english)
{
  return QCoreApplication::translate("analytics", english);
}

QString grainFor(const std::optional<DaySpan>& days)
{
  if (!days)
    return QStringLiteral("month");
  if (days->days() == 1)
    return QStringLiteral("hour");
  return days->days() <= 62    ? QStringLiteral("day")
         : days->days() <= 366 ? QStringLiteral("week")
                               : QStringLiteral("month");
}

} // namespace supercargo
