#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/netsales.h"
#include "core/reports/span.h"
#include "core/store/daycut.h"
#include "core/store/freightbills.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;
using F = TableFigure;

const QString kBy = QStringLiteral("by"), kZone = QStringLiteral("zone");

TableShape shape(const ReportSpec& spec)
{
  const QString by = spec.options.value(kBy);
  TableShape shape;
  shape.heads = {by == QLatin1String("month") ? tableHead("month", "Month")
                 : by == kZone                ? tableHead("province", "Province")
                                              : tableHead("courier", "Courier"),
                 tableHead("currency", "Currency")};
  shape.figures = {
      tableFigure("billed_parcels", "Parcels billed", ColumnKind::Count, F::Sum,
                  "parcels whose first bill is of these days"),
      tableFigure("freight_charged", "Billed", ColumnKind::Money, F::Sum, "what couriers billed in these days"),
      tableFigure("expected_freight", "Expected", ColumnKind::Money, F::Sum,
                  "what these parcels should cost by tariff and weight, as far as both are known"),
      tableFigure("freight_variance", "Variance", ColumnKind::Money, F::Sum,
                  "billed - expected, of the parcels of which an amount is expected"),
      tableFigure("freight_variance_rate", "Variance rate", ColumnKind::Rate, F::Quotient, "variance / expected"),
      tableFigure("unknown_parcels", "Bills without a parcel", ColumnKind::Count, F::Sum,
                  "lines of bills whose number is no parcel's"),
      tableFigure("unexpected_bills", "Bills without an expectation", ColumnKind::Count, F::Sum,
                  "lines of parcels whose weight or tariff is not known"),
      tableFigure("order_freight_ratio", "Freight ratio", ColumnKind::Rate, F::Quotient,
                  "billed for valid orders / net sales of these orders, each once"),
  };
  shape.sortBy = by == QLatin1String("month") ? QString() : QStringLiteral("freight_charged");
  return shape;
}

/// isFirst: no earlier line in this currency; what is expected of a parcel is expected once.
QString billsSql()
{
  return QStringLiteral(
             "SELECT b.number, b.courier, b.billed_at, b.currency, b.amount_minor, b.destination, NOT EXISTS (SELECT 1 "
             "FROM freight_bills e WHERE e.number = b.number AND e.courier = b.courier AND e.currency = b.currency AND "
             "(e.billed_at, e.service, e.turn) < (b.billed_at, b.service, b.turn)), s.id, s.courier, "
             "COALESCE(s.weighed_grams, s.booked_grams), s.shipped_at, s.order_id, COALESCE(o.account_id, 0), "
             "o.province, d.ship_country, o.currency, o.status, %1 FROM freight_bills b LEFT JOIN shipments s ON %2 "
             "LEFT "
             "JOIN orders o ON o.id = s.order_id LEFT JOIN order_details d ON d.order_id = o.id WHERE b.billed_at >= ? "
             "AND b.billed_at < ? ORDER BY b.billed_at, b.number, b.courier, b.service, b.turn")
      .arg(kNetSalesColumns, kBillIsOfShipment);
}

/// One line of a bill beside the parcel it is for.
struct BilledLine {
  FigureRow what;
  QString courier, currency, province, country;
  qint64 amount = 0, netSales = 0;
  std::optional<qint64> grams;
  QDate handedOver;
  bool isFirst = false, hasParcel = false, isOfSale = false; ///< isOfSale: of a valid order in the same currency

  std::optional<qint64> expected(const std::vector<FreightTariff>& tariffs) const
  {
    if (!hasParcel || !grams)
      return std::nullopt;
    const FreightTariff* tariff = tariffFor(tariffs, {courier, country, province, handedOver});
    if (!tariff || tariff->first.currency().code() != currency)
      return std::nullopt;
    return isFirst ? freightOf(*tariff, *grams).minor() : 0;
  }
};

BilledLine lineOf(const Row& row, const DayCut& cut)
{
  BilledLine line;
  line.hasParcel = !row.isNull(7);
  line.courier = row.text(1).isEmpty() ? row.text(8) : row.text(1);
  line.currency = row.text(3);
  line.amount = row.integer(4);
  line.isFirst = row.flag(6);
  line.grams = row.integerIfAny(9);
  line.handedOver = DayCut::date(cut.dayOf(row.isNull(10) ? row.instant(2) : row.instant(10)));
  line.province = row.isNull(11) ? row.text(5) : row.text(13);
  line.country = row.text(14);
  line.isOfSale = !row.isNull(11) && row.text(15) == line.currency && saleState(row.text(16), 0) == kValidSale;
  line.netSales = netSalesOf(row, 17);
  line.what.thing = FigureRow::Thing::Parcel;
  line.what.number = row.text(0);
  line.what.text = line.courier;
  if (!row.isNull(11))
    line.what.order = row.id<OrderId>(11);
  line.what.at = row.instant(2);
  return line;
}

void tellLine(FigureTable& table, const QStringList& keys, const BilledLine& line, std::optional<qint64> expected,
              bool isFirstOfOrder)
{
  table.add(keys, "billed_parcels", line.isFirst ? 1 : 0, line.what);
  table.add(keys, "freight_charged", line.amount, line.what);
  table.add(keys, "unknown_parcels", line.hasParcel ? 0 : 1, line.what);
  table.add(keys, "unexpected_bills", line.hasParcel && !expected ? 1 : 0, line.what);
  if (expected) {
    table.add(keys, "expected_freight", *expected, line.what);
    table.add(keys, "freight_variance", line.amount - *expected, line.what);
    table.add(keys, "freight_variance_rate", line.amount - *expected, line.what);
    table.add(keys, "freight_variance_rate", *expected, line.what, Part::Base);
  }
  if (line.isOfSale) {
    table.add(keys, "order_freight_ratio", line.amount, line.what);
    table.add(keys, "order_freight_ratio", isFirstOfOrder ? line.netSales : 0, line.what, Part::Base);
  }
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const QString by = spec.options.value(kBy);
  SC_TRY_ASSIGN(tariffs, freightTariffs(c));
  QSet<qint64> orders; // an order of several parcels sold its goods once
  return c.each(billsSql(), {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)},
                [&](const Row& row) {
                  if (!table.concerns(row.integer(12)))
                    return;
                  const BilledLine line = lineOf(row, cut);
                  const QString key = by == QLatin1String("month")
                                          ? periodKey(by, DayCut::date(cut.dayOf(*line.what.at)))
                                      : by == kZone ? line.province
                                                    : line.courier;
                  const bool isFirstOfOrder = line.isOfSale && !orders.contains(line.what.order->value());
                  if (isFirstOfOrder)
                    orders.insert(line.what.order->value());
                  tellLine(table, {key, line.currency}, line, line.expected(tariffs), isFirstOfOrder);
                });
}

} // namespace

std::vector<ReportDefinition> freightDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "delivery.freight", "Freight bills", "What couriers billed, against what their tariffs say", Basis::Happened,
      {{kBy, {QStringLiteral("courier"), kZone, QStringLiteral("month")}, QStringLiteral("courier")}})};
}

} // namespace supercargo
