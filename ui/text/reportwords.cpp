#include "ui/text/reportwords.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace supercargo {
namespace {

/// The words of core/reports, so that they are collected for translation; a test finds what is missing here.
[[maybe_unused]] const char* const kWords[] = {
    QT_TRANSLATE_NOOP("reportwords", "GMV"),
    QT_TRANSLATE_NOOP(
        "reportwords",
        "unit price x quantity of all placed orders, unpaid and cancelled ones too, before discounts and refunds"),
    QT_TRANSLATE_NOOP("reportwords", "Paid sales"),
    QT_TRANSLATE_NOOP("reportwords", "payments received, by payment date"),
    QT_TRANSLATE_NOOP("reportwords", "Gross sales"),
    QT_TRANSLATE_NOOP("reportwords", "unit price x quantity of valid orders, before discounts and refunds"),
    QT_TRANSLATE_NOOP("reportwords", "Discounts"),
    QT_TRANSLATE_NOOP("reportwords", "discounts of valid orders"),
    QT_TRANSLATE_NOOP("reportwords", "Refunds of these orders"),
    QT_TRANSLATE_NOOP("reportwords", "what was refunded of these orders, whenever that was"),
    QT_TRANSLATE_NOOP("reportwords", "Net sales"),
    QT_TRANSLATE_NOOP("reportwords", "gross sales - discounts - refunds of these orders; without tax and freight"),
    QT_TRANSLATE_NOOP("reportwords", "Net revenue"),
    QT_TRANSLATE_NOOP("reportwords", "gross sales - discounts - refunds made in the period, of whatever orders"),
    QT_TRANSLATE_NOOP("reportwords", "Freight charged"),
    QT_TRANSLATE_NOOP("reportwords", "freight that buyers of valid orders pay"),
    QT_TRANSLATE_NOOP("reportwords", "Tax"),
    QT_TRANSLATE_NOOP("reportwords", "tax of valid orders, as their shops state it"),
    QT_TRANSLATE_NOOP("reportwords", "Total sales"),
    QT_TRANSLATE_NOOP("reportwords", "gross sales - discounts - refunds of these orders + tax + freight charged"),
    QT_TRANSLATE_NOOP("reportwords", "Orders"),
    QT_TRANSLATE_NOOP("reportwords", "valid orders: not cancelled, not waiting for payment"),
    QT_TRANSLATE_NOOP("reportwords", "Placed orders"),
    QT_TRANSLATE_NOOP("reportwords", "all orders placed, unpaid and cancelled ones too"),
    QT_TRANSLATE_NOOP("reportwords", "Units"),
    QT_TRANSLATE_NOOP("reportwords", "pieces in valid orders"),
    QT_TRANSLATE_NOOP("reportwords", "Units per order"),
    QT_TRANSLATE_NOOP("reportwords", "units / orders"),
    QT_TRANSLATE_NOOP("reportwords", "Average order value"),
    QT_TRANSLATE_NOOP("reportwords", "net sales / orders"),
    QT_TRANSLATE_NOOP("reportwords", "Average selling price"),
    QT_TRANSLATE_NOOP("reportwords", "net sales / units"),
    QT_TRANSLATE_NOOP("reportwords", "Discount rate"),
    QT_TRANSLATE_NOOP("reportwords", "discounts / gross sales"),
    QT_TRANSLATE_NOOP("reportwords", "Cancelled orders"),
    QT_TRANSLATE_NOOP("reportwords", "cancelled orders"),
    QT_TRANSLATE_NOOP("reportwords", "Cancellation rate"),
    QT_TRANSLATE_NOOP("reportwords", "cancelled orders / placed orders"),
    QT_TRANSLATE_NOOP("reportwords", "Cancelled after payment"),
    QT_TRANSLATE_NOOP("reportwords", "orders cancelled after money came in / placed orders"),
    QT_TRANSLATE_NOOP("reportwords", "Refunded"),
    QT_TRANSLATE_NOOP("reportwords", "money that went back, by refund date"),
    QT_TRANSLATE_NOOP("reportwords", "Refund count"),
    QT_TRANSLATE_NOOP("reportwords", "refunds, by refund date"),
    QT_TRANSLATE_NOOP("reportwords", "With goods back"),
    QT_TRANSLATE_NOOP("reportwords", "refunds for which goods came back"),
    QT_TRANSLATE_NOOP("reportwords", "Refund only"),
    QT_TRANSLATE_NOOP("reportwords", "refunds without goods coming back"),
    QT_TRANSLATE_NOOP("reportwords", "Orders with a refund"),
    QT_TRANSLATE_NOOP("reportwords", "valid orders of which something was refunded"),
    QT_TRANSLATE_NOOP("reportwords", "Refund rate"),
    QT_TRANSLATE_NOOP("reportwords",
                      "refunds of these orders / (gross sales - discounts); grows until the return window is over"),
    QT_TRANSLATE_NOOP("reportwords", "Orders refunded"),
    QT_TRANSLATE_NOOP("reportwords", "valid orders with a refund / valid orders"),
    QT_TRANSLATE_NOOP("reportwords", "Payment fees"),
    QT_TRANSLATE_NOOP("reportwords", "gateways' fees of these orders, as far as known"),
    QT_TRANSLATE_NOOP("reportwords", "Cost of goods"),
    QT_TRANSLATE_NOOP("reportwords",
                      "purchase cost of the units, frozen when they were sold; no value unless every cost is known"),
    QT_TRANSLATE_NOOP("reportwords", "Gross profit"),
    QT_TRANSLATE_NOOP("reportwords", "net sales - cost of goods"),
    QT_TRANSLATE_NOOP("reportwords", "Gross margin"),
    QT_TRANSLATE_NOOP("reportwords", "(net sales - cost of goods) / net sales"),
    QT_TRANSLATE_NOOP("reportwords", "Contribution margin 1"),
    QT_TRANSLATE_NOOP("reportwords", "net sales - cost of goods - payment fees"),
    QT_TRANSLATE_NOOP("reportwords", "Units with known cost"),
    QT_TRANSLATE_NOOP("reportwords", "units whose cost is known / units"),
    QT_TRANSLATE_NOOP("reportwords", "Orders with known fee"),
    QT_TRANSLATE_NOOP("reportwords", "orders whose payment fee is known / orders"),
    QT_TRANSLATE_NOOP("reportwords", "Payments"),
    QT_TRANSLATE_NOOP("reportwords", "payments at gateways, failed ones too; tries of one payment count once"),
    QT_TRANSLATE_NOOP("reportwords", "Succeeded"),
    QT_TRANSLATE_NOOP("reportwords", "payments that brought money"),
    QT_TRANSLATE_NOOP("reportwords", "Success rate"),
    QT_TRANSLATE_NOOP("reportwords", "succeeded / (succeeded + failed or closed)"),
    QT_TRANSLATE_NOOP("reportwords", "Captured"),
    QT_TRANSLATE_NOOP("reportwords", "amount of payments that succeeded"),
    QT_TRANSLATE_NOOP("reportwords", "Fees"),
    QT_TRANSLATE_NOOP("reportwords", "fees that gateways state"),
    QT_TRANSLATE_NOOP("reportwords", "Fee ratio"),
    QT_TRANSLATE_NOOP("reportwords", "fees / amount of the payments whose fee is known"),
    QT_TRANSLATE_NOOP("reportwords", "Refunded by gateway"),
    QT_TRANSLATE_NOOP("reportwords", "refunds of these payments, as their gateway states"),
    QT_TRANSLATE_NOOP("reportwords", "Shipped orders"),
    QT_TRANSLATE_NOOP("reportwords", "valid orders that were handed over"),
    QT_TRANSLATE_NOOP("reportwords", "Parcels"),
    QT_TRANSLATE_NOOP("reportwords", "parcels handed over"),
    QT_TRANSLATE_NOOP("reportwords", "Delivered"),
    QT_TRANSLATE_NOOP("reportwords", "parcels delivered"),
    QT_TRANSLATE_NOOP("reportwords", "On time"),
    QT_TRANSLATE_NOOP("reportwords", "delivered on or before the courier's promise / delivered with a promise"),
    QT_TRANSLATE_NOOP("reportwords", "First attempt"),
    QT_TRANSLATE_NOOP("reportwords", "delivered at the first try / parcels with a try"),
    QT_TRANSLATE_NOOP("reportwords", "Transit time"),
    QT_TRANSLATE_NOOP("reportwords", "mean hours from hand-over to delivery"),
    QT_TRANSLATE_NOOP("reportwords", "Exceptions"),
    QT_TRANSLATE_NOOP("reportwords", "parcels with an exception / parcels handed over"),
    QT_TRANSLATE_NOOP("reportwords", "Lost or damaged"),
    QT_TRANSLATE_NOOP("reportwords", "lost or damaged parcels / parcels handed over"),
    QT_TRANSLATE_NOOP("reportwords", "Daily brief"),
    QT_TRANSLATE_NOOP("reportwords", "What the shops sold, refunded and shipped"),
    QT_TRANSLATE_NOOP("reportwords", "Sales over time"),
    QT_TRANSLATE_NOOP("reportwords", "Orders and sales by day, week or month"),
    QT_TRANSLATE_NOOP("reportwords", "Sales by product"),
    QT_TRANSLATE_NOOP("reportwords", "Which articles sell, and what comes back"),
    QT_TRANSLATE_NOOP("reportwords", "Sales by channel"),
    QT_TRANSLATE_NOOP("reportwords", "Shops and platforms side by side"),
    QT_TRANSLATE_NOOP("reportwords", "Sales by region"),
    QT_TRANSLATE_NOOP("reportwords", "Where the orders go"),
    QT_TRANSLATE_NOOP("reportwords", "Sales by hour and weekday"),
    QT_TRANSLATE_NOOP("reportwords", "When orders come in"),
    QT_TRANSLATE_NOOP("reportwords", "Refunds"),
    QT_TRANSLATE_NOOP("reportwords", "What went back, by refund date"),
    QT_TRANSLATE_NOOP("reportwords", "Profit"),
    QT_TRANSLATE_NOOP("reportwords", "Sales, cost of goods, fees and what is left"),
    QT_TRANSLATE_NOOP("reportwords", "Courier performance"),
    QT_TRANSLATE_NOOP("reportwords", "Delivery time, promises kept, exceptions"),
    QT_TRANSLATE_NOOP("reportwords", "What gateways take, by method"),
    QT_TRANSLATE_NOOP("reportwords", "Tax summary"),
    QT_TRANSLATE_NOOP("reportwords", "Tax and sales by month, as the shops state them"),
    QT_TRANSLATE_NOOP("reportwords", "Own report"),
    QT_TRANSLATE_NOOP("reportwords", "Figures and dimensions as you choose them"),
    QT_TRANSLATE_NOOP("reportwords", "Day"),
    QT_TRANSLATE_NOOP("reportwords", "Week from"),
    QT_TRANSLATE_NOOP("reportwords", "Month"),
    QT_TRANSLATE_NOOP("reportwords", "Shop"),
    QT_TRANSLATE_NOOP("reportwords", "Channel"),
    QT_TRANSLATE_NOOP("reportwords", "SKU"),
    QT_TRANSLATE_NOOP("reportwords", "Product"),
    QT_TRANSLATE_NOOP("reportwords", "Category"),
    QT_TRANSLATE_NOOP("reportwords", "Province"),
    QT_TRANSLATE_NOOP("reportwords", "City"),
    QT_TRANSLATE_NOOP("reportwords", "Payment method"),
    QT_TRANSLATE_NOOP("reportwords", "Reason"),
    QT_TRANSLATE_NOOP("reportwords", "Courier"),
    QT_TRANSLATE_NOOP("reportwords", "Weekday (1 = Monday)"),
    QT_TRANSLATE_NOOP("reportwords", "Hour"),
    QT_TRANSLATE_NOOP("reportwords", "Currency"),
    QT_TRANSLATE_NOOP("reportwords", "Customers"),
    QT_TRANSLATE_NOOP("reportwords", "Customer cohorts"),
    QT_TRANSLATE_NOOP("reportwords", "Who came back, by the month of the first order"),
    QT_TRANSLATE_NOOP("reportwords", "First order in"),
    QT_TRANSLATE_NOOP("reportwords", "Customer segments (RFM)"),
    QT_TRANSLATE_NOOP("reportwords", "Who bought lately, often, for much"),
    QT_TRANSLATE_NOOP("reportwords", "Customer lifetime value"),
    QT_TRANSLATE_NOOP("reportwords", "What customers brought, and what they are likely still to bring"),
    QT_TRANSLATE_NOOP("reportwords", "Recency score"),
    QT_TRANSLATE_NOOP("reportwords", "Frequency score"),
    QT_TRANSLATE_NOOP("reportwords", "Segment"),
    QT_TRANSLATE_NOOP("reportwords", "Their orders"),
    QT_TRANSLATE_NOOP("reportwords", "Net sales to date"),
    QT_TRANSLATE_NOOP("reportwords", "Net sales per customer"),
    QT_TRANSLATE_NOOP("reportwords", "Still buying (estimate)"),
    QT_TRANSLATE_NOOP("reportwords", "Purchases to come (estimate)"),
    QT_TRANSLATE_NOOP("reportwords", "Value to come (estimate)"),
    QT_TRANSLATE_NOOP("reportwords", "Value per customer (estimate)"),
    QT_TRANSLATE_NOOP("reportwords", "Warehouse"),
    QT_TRANSLATE_NOOP("reportwords", "On hand"),
    QT_TRANSLATE_NOOP("reportwords", "Reserved"),
    QT_TRANSLATE_NOOP("reportwords", "Blocked"),
    QT_TRANSLATE_NOOP("reportwords", "Available"),
    QT_TRANSLATE_NOOP("reportwords", "On order"),
    QT_TRANSLATE_NOOP("reportwords", "Over a year"),
    QT_TRANSLATE_NOOP("reportwords", "Days of cover"),
    QT_TRANSLATE_NOOP("reportwords", "No sale in 90 days"),
    QT_TRANSLATE_NOOP("reportwords", "Stock and ageing"),
    QT_TRANSLATE_NOOP("reportwords", "What lies where, how long, and how long it lasts"),
    QT_TRANSLATE_NOOP("reportwords", "Placed"),
    QT_TRANSLATE_NOOP("reportwords", "Order"),
    QT_TRANSLATE_NOOP("reportwords", "Status"),
    QT_TRANSLATE_NOOP("reportwords", "Payment"),
    QT_TRANSLATE_NOOP("reportwords", "Goods"),
    QT_TRANSLATE_NOOP("reportwords", "Discount"),
    QT_TRANSLATE_NOOP("reportwords", "Freight"),
    QT_TRANSLATE_NOOP("reportwords", "Total"),
    QT_TRANSLATE_NOOP("reportwords", "Paid"),
    QT_TRANSLATE_NOOP("reportwords", "Quantity"),
    QT_TRANSLATE_NOOP("reportwords", "Unit price"),
    QT_TRANSLATE_NOOP("reportwords", "Order ledger"),
    QT_TRANSLATE_NOOP("reportwords", "Every order with its amounts"),
    QT_TRANSLATE_NOOP("reportwords", "Order lines"),
    QT_TRANSLATE_NOOP("reportwords", "Every line of every order"),
    QT_TRANSLATE_NOOP("reportwords", "several currencies are never added; each has rows of its own"),
    QT_TRANSLATE_NOOP("reportwords", "margins have no value where the cost of any unit is unknown"),
    QT_TRANSLATE_NOOP("reportwords", "nothing happened in these days"),
    QT_TRANSLATE_NOOP("reportwords", "only customers whom a shop, a mail address or a phone number names"),
    QT_TRANSLATE_NOOP("reportwords", "what is to come is estimated from the past, before costs"),
    QT_TRANSLATE_NOOP("reportwords", "too few customers came back to estimate what will be bought"),
};

const QString kBefore = QStringLiteral(", before"), kAcross = QStringLiteral(" · ");
const QString kChange = QStringLiteral(", change");

} // namespace

QString reportWord(const QString& english)
{
  return english.isEmpty() ? english : QCoreApplication::translate("reportwords", english.toUtf8().constData());
}

QString columnTitle(const ReportColumn& column)
{
  if (!column.acrossBy.isEmpty()) // "Net sales · 2026-03"; at the end of a row "Net sales · Total"
    return reportWord(column.title.section(kAcross, 0, 0)) + kAcross +
           (column.across.isEmpty() ? QCoreApplication::translate("reportwords", "Total")
                                    : dimensionText(column.acrossBy, column.across));
  if (column.title.endsWith(kBefore))
    return QCoreApplication::translate("reportwords", "%1, before")
        .arg(reportWord(column.title.chopped(kBefore.size())));
  if (column.title.endsWith(kChange))
    return QCoreApplication::translate("reportwords", "%1, change")
        .arg(reportWord(column.title.chopped(kChange.size())));
  if (column.key.startsWith(QLatin1String("month_")))
    return QCoreApplication::translate("reportwords", "Month %1").arg(column.key.mid(6));
  return reportWord(column.title);
}

QString basisWord(Basis basis)
{
  switch (basis) {
  case Basis::Placed:
    return QCoreApplication::translate("reportwords", "order date");
  case Basis::Paid:
    return QCoreApplication::translate("reportwords", "payment date");
  case Basis::Shipped:
    return QCoreApplication::translate("reportwords", "shipping date");
  case Basis::Refunded:
    return QCoreApplication::translate("reportwords", "refund date");
  case Basis::Settled:
    return QCoreApplication::translate("reportwords", "settlement date");
  case Basis::Happened:
    return QCoreApplication::translate("reportwords", "the day it happened");
  case Basis::Present:
    return QCoreApplication::translate("reportwords", "the present");
  }
  return {};
}

QString noteText(const QString& note)
{
  const QString id = note.section(u':', 0, 0), text = note.section(u':', 1).trimmed();
  if (id == QLatin1String("compared"))
    return QCoreApplication::translate("reportwords", "Compared with %1 to %2.")
        .arg(text.section(u' ', 1, 1), text.section(u' ', 3, 3));
  if (id == QLatin1String("columns"))
    return QCoreApplication::translate("reportwords",
                                       "%1 of %2 columns are shown; the totals at the end count all of them.")
        .arg(text.section(u' ', 0, 0), text.section(u' ', 2, 2));
  if (id == QLatin1String("article"))
    return QCoreApplication::translate("reportwords", "Bought together with %1.").arg(text);
  if (id == QLatin1String("model") && text.startsWith(QLatin1String("BG/NBD")))
    return QCoreApplication::translate("reportwords", "Purchases estimated by the %1 model.").arg(text);
  if (id == QLatin1String("spending"))
    return QCoreApplication::translate("reportwords", "Spending estimated by the %1 model.").arg(text);
  const QString words = reportWord(text);
  if (words != text || text.isEmpty())
    return words;
  return text.at(0).toUpper() + text.mid(1) + (text.endsWith(u'.') ? QString() : QStringLiteral("."));
}

QString cellText(const ReportCell& cell, const ReportColumn& column, const QTimeZone& zone)
{
  if (const auto* text = std::get_if<QString>(&cell))
    return dimensionText(column.key, *text);
  if (const auto* count = std::get_if<qint64>(&cell))
    return numberText(*count);
  if (const auto* money = std::get_if<Money>(&cell))
    return moneyText(*money);
  if (const auto* day = std::get_if<QDate>(&cell))
    return day->toString(Qt::ISODate);
  if (const auto* moment = std::get_if<Instant>(&cell))
    return dateTimeText(*moment, zone);
  const auto* number = std::get_if<double>(&cell);
  if (!number)
    return QStringLiteral("–");
  if (column.kind == ColumnKind::Rate)
    return column.key.endsWith(QLatin1String(".change")) ? changeText(*number) : percentText(*number);
  if (column.kind == ColumnKind::Hours)
    return QCoreApplication::translate("reportwords", "%1 h").arg(QLocale().toString(*number, 'f', 1));
  return QLocale().toString(*number, 'f', 2);
}

bool isNumeric(ColumnKind kind)
{
  return kind == ColumnKind::Count || kind == ColumnKind::Money || kind == ColumnKind::Rate ||
         kind == ColumnKind::Number || kind == ColumnKind::Hours;
}

std::optional<double> cellNumber(const ReportCell& cell)
{
  if (const auto* count = std::get_if<qint64>(&cell))
    return double(*count);
  if (const auto* number = std::get_if<double>(&cell))
    return *number;
  if (const auto* money = std::get_if<Money>(&cell))
    return money->text().toDouble();
  return std::nullopt;
}

} // namespace supercargo
