#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/reports/span.h"
#include "core/reports/stockages.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

const QString kBy = QStringLiteral("by"), kTolerance = QStringLiteral("tolerance");

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  const QString by = spec.options.value(kBy);
  TableShape shape;
  if (by == QLatin1String("product")) {
    shape.heads = {tableHead("product", "SKU"), tableHead("product_title", "Product")};
    shape.labels = {QStringLiteral("product_title")};
  } else {
    shape.heads = {by == QLatin1String("month") ? tableHead("month", "Month") : tableHead("warehouse", "Warehouse")};
  }
  shape.heads.push_back(tableHead("currency", "Currency"));
  shape.figures = {
      tableFigure("counted_lines", "Counted lines", ColumnKind::Count, F::Sum, "lines of approved counts"),
      tableFigure("accurate_lines", "Lines within tolerance", ColumnKind::Count, F::Sum,
                  "counted lines whose difference is no more than the tolerance, in per cent of the book"),
      tableFigure("record_accuracy", "Record accuracy", ColumnKind::Rate, F::Quotient,
                  "lines within tolerance / counted lines"),
      tableFigure("count_difference", "Difference", ColumnKind::Count, F::Sum, "pieces counted - pieces in the book"),
      tableFigure("book_value", "Book value", ColumnKind::Money, F::Sum, "pieces in the book at cost"),
      tableFigure("count_shrinkage", "Shrinkage found", ColumnKind::Money, F::Sum,
                  "(pieces in the book - pieces counted) at cost"),
      tableFigure("count_shrinkage_rate", "Shrinkage found, rate", ColumnKind::Rate, F::Quotient,
                  "(book - count) at cost / book at cost"),
  };
  return shape;
}

void tellLine(FigureTable& table, const QStringList& keys, qint64 book, qint64 counted, qint64 tolerance,
              const std::optional<Money>& cost, const FigureRow& what)
{
  const qint64 off = counted - book;
  const bool isAccurate = std::abs(off) * 100 <= tolerance * book || off == 0;
  table.add(keys, "counted_lines", 1, what);
  table.add(keys, "accurate_lines", isAccurate ? 1 : 0, what);
  table.add(keys, "record_accuracy", isAccurate ? 1 : 0, what);
  table.add(keys, "record_accuracy", 1, what, Part::Base);
  table.add(keys, "count_difference", off, what);
  if (!cost)
    return;
  table.add(keys, "book_value", book * cost->minor(), what);
  table.add(keys, "count_shrinkage", -off * cost->minor(), what);
  table.add(keys, "count_shrinkage_rate", -off * cost->minor(), what);
  table.add(keys, "count_shrinkage_rate", book * cost->minor(), what, Part::Base);
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const QString by = spec.options.value(kBy);
  const qint64 tolerance = spec.options.value(kTolerance).toLongLong();
  SC_TRY_ASSIGN(costs, CostHistory::read(c));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  return c.each(QStringLiteral(
                    "SELECT l.sku, l.lot, l.counted, l.book, l.counted_at, s.warehouse FROM stock_count_lines l JOIN "
                    "stock_counts s ON s.id = l.count_id WHERE s.state = 'approved' AND l.counted IS NOT NULL AND "
                    "l.book IS NOT NULL AND l.counted_at >= ? AND l.counted_at < ? ORDER BY l.counted_at, s.id, l.sku, "
                    "l.lot"),
                {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)},
                [&](const Row& row) {
                  FigureRow what;
                  what.thing = FigureRow::Thing::Sku;
                  what.number = row.text(0);
                  what.text = row.text(1).isEmpty() ? row.text(5) : row.text(5) + QStringLiteral(" · ") + row.text(1);
                  what.at = row.instant(4);
                  const auto cost = costs.at(what.number, *what.at);
                  const QString key = by == QLatin1String("product") ? what.number
                                      : by == QLatin1String("month") ? periodKey(by, DayCut::date(cut.dayOf(*what.at)))
                                                                     : row.text(5);
                  table.name(QStringLiteral("product_title"), what.number, names.titles.value(what.number));
                  tellLine(table, {key, cost ? cost->currency().code() : QString()}, row.integer(3), row.integer(2),
                           tolerance, cost, what);
                });
}

} // namespace

std::vector<ReportDefinition> stockCountDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "stock.counts", "Stock counts", "How far the book can be trusted, and what counting found missing",
      Basis::Happened,
      {{kBy,
        {QStringLiteral("warehouse"), QStringLiteral("month"), QStringLiteral("product")},
        QStringLiteral("warehouse")},
       {kTolerance,
        {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("5")},
        QStringLiteral("0")}})};
}

} // namespace supercargo
