#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/store/daycut.h"

#include <cmath>

namespace supercargo {
namespace {

using Part = FigureRow::Part;

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {tableHead("supplier", "Supplier")};
  if (spec.options.value(QStringLiteral("by")) == QLatin1String("product"))
    shape.heads.push_back(tableHead("product", "SKU"));
  shape.figures = {
      tableFigure("deliveries", "Deliveries", ColumnKind::Count, F::Sum, "deliveries that came"),
      tableFigure("delivered_units", "Delivered units", ColumnKind::Count, F::Sum, "pieces that came"),
      tableFigure("lead_days", "Lead time, days", ColumnKind::Number, F::Quotient,
                  "mean of the days from order to receipt"),
      tableFigure("lead_days_p90", "Lead time, 90 %, days", ColumnKind::Count, F::Ranked,
                  "90 of 100 deliveries took no more whole days", 0.9),
      tableFigure("supplier_on_time", "Supplier on time", ColumnKind::Rate, F::Quotient,
                  "deliveries within the agreed lead time / deliveries of which one was agreed"),
  };
  return shape;
}

/// Agreed days by supplier and SKU; an empty SKU stands for all without days of their own.
using Agreed = QHash<std::pair<QString, QString>, double>;

Result<Agreed> agreedDays(Connection& c)
{
  Agreed agreed;
  SC_TRY(c.each(QStringLiteral("SELECT supplier, sku, lead_days FROM supply_terms WHERE lead_days > 0"), {},
                [&](const Row& row) {
                  agreed.insert({row.text(0), row.text(1)}, row.real(2));
                }));
  return agreed;
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const bool byProduct = spec.options.value(QStringLiteral("by")) == QLatin1String("product");
  SC_TRY_ASSIGN(agreed, agreedDays(c));
  return c.each(QStringLiteral(
                    "SELECT supplier, sku, ordered_at, received_at, quantity FROM supply_receipts WHERE received_at >= "
                    "? AND received_at < ? ORDER BY received_at, id"),
                {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)},
                [&](const Row& row) {
                  const QString supplier = row.text(0), sku = row.text(1);
                  FigureRow what;
                  what.thing = FigureRow::Thing::Sku;
                  what.number = sku;
                  what.text = supplier;
                  what.at = row.instant(3);
                  const qint64 days = cut.dayOf(*what.at) - cut.dayOf(row.instant(2));
                  const QStringList keys = byProduct ? QStringList{supplier, sku} : QStringList{supplier};
                  table.add(keys, "deliveries", 1, what);
                  table.add(keys, "delivered_units", row.integer(4), what);
                  table.add(keys, "lead_days", days, what);
                  table.add(keys, "lead_days", 1, what, Part::Base);
                  table.add(keys, "lead_days_p90", days, what);
                  auto terms = agreed.constFind({supplier, sku});
                  if (terms == agreed.constEnd())
                    terms = agreed.constFind({supplier, QString::fromLatin1("")});
                  if (terms == agreed.constEnd())
                    return;
                  table.add(keys, "supplier_on_time", double(days) <= std::ceil(*terms) ? 1 : 0, what);
                  table.add(keys, "supplier_on_time", 1, what, Part::Base);
                });
}

} // namespace

std::vector<ReportDefinition> supplierDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "suppliers", "Suppliers", "How long suppliers take, and whether they keep what was agreed", Basis::Happened,
      {{QStringLiteral("by"), {QStringLiteral("supplier"), QStringLiteral("product")}, QStringLiteral("supplier")}})};
}

} // namespace supercargo
