#include "app/cli/reporttext.h"

#include "app/cli/output.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>

namespace supercargo::cli {
namespace {

/// Every report's name.
QString titleOfReport(const QString& id)
{
  static const QMap<QString, QString> kTitles{
      {QStringLiteral("daily"), QCoreApplication::translate("cli", "Daily brief")},
      {QStringLiteral("sales.time"), QCoreApplication::translate("cli", "Sales over time")},
      {QStringLiteral("sales.product"), QCoreApplication::translate("cli", "Sales by product")},
      {QStringLiteral("sales.channel"), QCoreApplication::translate("cli", "Sales by channel")},
      {QStringLiteral("sales.region"), QCoreApplication::translate("cli", "Sales by region")},
      {QStringLiteral("sales.hour"), QCoreApplication::translate("cli", "Sales by hour and weekday")},
      {QStringLiteral("refunds"), QCoreApplication::translate("cli", "Refunds")},
      {QStringLiteral("profit"), QCoreApplication::translate("cli", "Profit")},
      {QStringLiteral("couriers"), QCoreApplication::translate("cli", "Courier performance")},
      {QStringLiteral("payment.fees"), QCoreApplication::translate("cli", "Payment fees")},
      {QStringLiteral("tax"), QCoreApplication::translate("cli", "Tax summary")},
      {QStringLiteral("pivot"), QCoreApplication::translate("cli", "Own report")},
      {QStringLiteral("stock"), QCoreApplication::translate("cli", "Stock and ageing")},
      {QStringLiteral("orders.ledger"), QCoreApplication::translate("cli", "Order ledger")},
      {QStringLiteral("lines.ledger"), QCoreApplication::translate("cli", "Order lines")},
  };
  return kTitles.value(id);
}

QString titleOfDimension(const QString& key)
{
  static const QMap<QString, QString> kTitles{
      {QStringLiteral("day"), QCoreApplication::translate("cli", "Day")},
      {QStringLiteral("week"), QCoreApplication::translate("cli", "Week from")},
      {QStringLiteral("month"), QCoreApplication::translate("cli", "Month")},
      {QStringLiteral("shop"), QCoreApplication::translate("cli", "Shop")},
      {QStringLiteral("channel"), QCoreApplication::translate("cli", "Channel")},
      {QStringLiteral("product"), QCoreApplication::translate("cli", "SKU")},
      {QStringLiteral("product_title"), QCoreApplication::translate("cli", "Product")},
      {QStringLiteral("category"), QCoreApplication::translate("cli", "Category")},
      {QStringLiteral("province"), QCoreApplication::translate("cli", "Province")},
      {QStringLiteral("city"), QCoreApplication::translate("cli", "City")},
      {QStringLiteral("method"), QCoreApplication::translate("cli", "Payment method")},
      {QStringLiteral("reason"), QCoreApplication::translate("cli", "Reason")},
      {QStringLiteral("courier"), QCoreApplication::translate("cli", "Courier")},
      {QStringLiteral("weekday"), QCoreApplication::translate("cli", "Weekday (1 = Monday)")},
      {QStringLiteral("hour"), QCoreApplication::translate("cli", "Hour")},
      {QStringLiteral("currency"), QCoreApplication::translate("cli", "Currency")},
      {QStringLiteral("warehouse"), QCoreApplication::translate("cli", "Warehouse")},
      {QStringLiteral("on_hand"), QCoreApplication::translate("cli", "On hand")},
      {QStringLiteral("reserved"), QCoreApplication::translate("cli", "Reserved")},
      {QStringLiteral("blocked"), QCoreApplication::translate("cli", "Blocked")},
      {QStringLiteral("available"), QCoreApplication::translate("cli", "Available")},
      {QStringLiteral("incoming"), QCoreApplication::translate("cli", "On order")},
      {QStringLiteral("age_30"), QCoreApplication::translate("cli", "0–30 days")},
      {QStringLiteral("age_60"), QCoreApplication::translate("cli", "31–60 days")},
      {QStringLiteral("age_90"), QCoreApplication::translate("cli", "61–90 days")},
      {QStringLiteral("age_180"), QCoreApplication::translate("cli", "91–180 days")},
      {QStringLiteral("age_365"), QCoreApplication::translate("cli", "181–365 days")},
      {QStringLiteral("age_older"), QCoreApplication::translate("cli", "Over a year")},
      {QStringLiteral("placed_at"), QCoreApplication::translate("cli", "Placed")},
      {QStringLiteral("number"), QCoreApplication::translate("cli", "Order")},
      {QStringLiteral("status"), QCoreApplication::translate("cli", "Status")},
      {QStringLiteral("payment"), QCoreApplication::translate("cli", "Payment")},
      {QStringLiteral("goods"), QCoreApplication::translate("cli", "Goods")},
      {QStringLiteral("discount"), QCoreApplication::translate("cli", "Discount")},
      {QStringLiteral("freight"), QCoreApplication::translate("cli", "Freight")},
      {QStringLiteral("total"), QCoreApplication::translate("cli", "Total")},
      {QStringLiteral("paid"), QCoreApplication::translate("cli", "Paid")},
      {QStringLiteral("refunded_total"), QCoreApplication::translate("cli", "Refunded in all")},
      {QStringLiteral("quantity"), QCoreApplication::translate("cli", "Quantity")},
      {QStringLiteral("unit_price"), QCoreApplication::translate("cli", "Unit price")},
      {QStringLiteral("line_discount"), QCoreApplication::translate("cli", "Line discount")},
      {QStringLiteral("line_total"), QCoreApplication::translate("cli", "Line total")},
  };
  return kTitles.value(key);
}

QString titleOfFigure(const QString& id)
{
  static const QMap<QString, QString> kTitles{
      {QStringLiteral("gmv"), QCoreApplication::translate("cli", "GMV")},
      {QStringLiteral("paid_sales"), QCoreApplication::translate("cli", "Paid sales")},
      {QStringLiteral("gross_sales"), QCoreApplication::translate("cli", "Gross sales")},
      {QStringLiteral("discounts"), QCoreApplication::translate("cli", "Discounts")},
      {QStringLiteral("refunds"), QCoreApplication::translate("cli", "Refunds of these orders")},
      {QStringLiteral("net_sales"), QCoreApplication::translate("cli", "Net sales")},
      {QStringLiteral("net_revenue"), QCoreApplication::translate("cli", "Net revenue")},
      {QStringLiteral("shipping"), QCoreApplication::translate("cli", "Freight charged")},
      {QStringLiteral("tax"), QCoreApplication::translate("cli", "Tax")},
      {QStringLiteral("total_sales"), QCoreApplication::translate("cli", "Total sales")},
      {QStringLiteral("orders"), QCoreApplication::translate("cli", "Orders")},
      {QStringLiteral("placed_orders"), QCoreApplication::translate("cli", "Placed orders")},
      {QStringLiteral("units"), QCoreApplication::translate("cli", "Units")},
      {QStringLiteral("units_per_order"), QCoreApplication::translate("cli", "Units per order")},
      {QStringLiteral("aov"), QCoreApplication::translate("cli", "Average order value")},
      {QStringLiteral("asp"), QCoreApplication::translate("cli", "Average selling price")},
      {QStringLiteral("discount_rate"), QCoreApplication::translate("cli", "Discount rate")},
      {QStringLiteral("cancelled_orders"), QCoreApplication::translate("cli", "Cancelled orders")},
      {QStringLiteral("cancellation_rate"), QCoreApplication::translate("cli", "Cancellation rate")},
      {QStringLiteral("cancelled_paid_rate"), QCoreApplication::translate("cli", "Cancelled after payment")},
      {QStringLiteral("refunded"), QCoreApplication::translate("cli", "Refunded")},
      {QStringLiteral("refund_count"), QCoreApplication::translate("cli", "Refund count")},
      {QStringLiteral("refunds_with_goods"), QCoreApplication::translate("cli", "With goods back")},
      {QStringLiteral("refunds_only"), QCoreApplication::translate("cli", "Refund only")},
      {QStringLiteral("refunded_orders"), QCoreApplication::translate("cli", "Orders with a refund")},
      {QStringLiteral("refund_rate"), QCoreApplication::translate("cli", "Refund rate")},
      {QStringLiteral("refunded_order_rate"), QCoreApplication::translate("cli", "Orders refunded")},
      {QStringLiteral("fees"), QCoreApplication::translate("cli", "Payment fees")},
      {QStringLiteral("cost"), QCoreApplication::translate("cli", "Cost of goods")},
      {QStringLiteral("gross_profit"), QCoreApplication::translate("cli", "Gross profit")},
      {QStringLiteral("gross_margin"), QCoreApplication::translate("cli", "Gross margin")},
      {QStringLiteral("cm1"), QCoreApplication::translate("cli", "Contribution margin 1")},
      {QStringLiteral("cost_coverage"), QCoreApplication::translate("cli", "Units with known cost")},
      {QStringLiteral("fee_coverage"), QCoreApplication::translate("cli", "Orders with known fee")},
      {QStringLiteral("attempts"), QCoreApplication::translate("cli", "Payments")},
      {QStringLiteral("succeeded"), QCoreApplication::translate("cli", "Succeeded")},
      {QStringLiteral("success_rate"), QCoreApplication::translate("cli", "Success rate")},
      {QStringLiteral("captured"), QCoreApplication::translate("cli", "Captured")},
      {QStringLiteral("gateway_fees"), QCoreApplication::translate("cli", "Fees")},
      {QStringLiteral("fee_ratio"), QCoreApplication::translate("cli", "Fee ratio")},
      {QStringLiteral("gateway_refunded"), QCoreApplication::translate("cli", "Refunded by gateway")},
      {QStringLiteral("shipped_orders"), QCoreApplication::translate("cli", "Shipped orders")},
      {QStringLiteral("parcels"), QCoreApplication::translate("cli", "Parcels")},
      {QStringLiteral("delivered"), QCoreApplication::translate("cli", "Delivered")},
      {QStringLiteral("on_time_rate"), QCoreApplication::translate("cli", "On time")},
      {QStringLiteral("first_attempt_rate"), QCoreApplication::translate("cli", "First attempt")},
      {QStringLiteral("transit_hours"), QCoreApplication::translate("cli", "Transit time")},
      {QStringLiteral("exception_rate"), QCoreApplication::translate("cli", "Exceptions")},
      {QStringLiteral("lost_rate"), QCoreApplication::translate("cli", "Lost or damaged")},
  };
  return kTitles.value(id);
}

const QString kAcross = QStringLiteral(" · ");

} // namespace

QString reportTitle(const ReportDefinition& definition)
{
  const QString known = titleOfReport(definition.id);
  return known.isEmpty() ? reportWord(definition.title) : known;
}

QString columnTitle(const ReportColumn& column)
{
  QString title = column.figure.isEmpty() ? QString() : titleOfFigure(column.figure);
  if (title.isEmpty())
    title = titleOfDimension(column.key);
  if (title.isEmpty())
    title =
        reportWord(column.title.section(QStringLiteral(", before"), 0, 0).section(QStringLiteral(", change"), 0, 0));
  if (!column.acrossBy.isEmpty()) // "Net sales · 2026-03"
    return title.section(kAcross, 0, 0) + kAcross +
           (column.across.isEmpty() ? QCoreApplication::translate("cli", "Total") : column.across);
  if (column.key.endsWith(QLatin1String(".before")))
    return QCoreApplication::translate("cli", "%1, before").arg(title);
  if (column.key.endsWith(QLatin1String(".change")))
    return QCoreApplication::translate("cli", "%1, change").arg(title);
  return title;
}

ReportTitles columnTitles(const std::vector<ReportColumn>& columns)
{
  ReportTitles titles;
  for (const ReportColumn& column : columns)
    titles.append(cli::columnTitle(column));
  return titles;
}

QString noteText(const QString& note)
{
  const QString id = note.section(QStringLiteral(": "), 0, 0), rest = note.section(QStringLiteral(": "), 1);
  if (id == QLatin1String("currencies"))
    return QCoreApplication::translate("cli", "Several currencies are never added; each has rows of its own.");
  if (id == QLatin1String("costs"))
    return QCoreApplication::translate("cli", "Margins have no value where the cost of any unit is unknown.");
  if (id == QLatin1String("empty"))
    return QCoreApplication::translate("cli", "Nothing happened in these days.");
  if (id == QLatin1String("ages"))
    return QCoreApplication::translate("cli", "Pieces are aged first in, first out; what lay there before the first "
                                              "receipt counts as over a year.");
  if (id == QLatin1String("compared")) {
    const QStringList words = rest.split(u' '); // "with A to B"
    return QCoreApplication::translate("cli", "Compared with %1 to %2.").arg(words.value(1), words.value(3));
  }
  return note;
}

QString cellWords(const ReportCell& cell, const ReportColumn& column, const QTimeZone& zone)
{
  if (const auto* text = std::get_if<QString>(&cell))
    return dimensionText(column.key, *text);
  if (const auto* number = std::get_if<double>(&cell)) {
    if (column.kind == ColumnKind::Rate)
      return QStringLiteral("%1%").arg(*number * 100, 0, 'f', 1);
    return QString::number(*number, 'f', 2);
  }
  if (const auto* moment = std::get_if<Instant>(&cell))
    return timeText(*moment, zone);
  return cellText(cell);
}

} // namespace supercargo::cli
