#include "core/reports/definitions.h"
#include "core/stock/articledemand.h"

namespace supercargo {
namespace {

const QString kA = QStringLiteral("a_to"), kB = QStringLiteral("b_to");

CubeReport shape(const ReportSpec&)
{
  return {{QStringLiteral("product")},
          {QStringLiteral("net_sales"), QStringLiteral("units"), QStringLiteral("orders")},
          QStringLiteral("net_sales")};
}

/// Classes of all rows of a currency: rows stand currency by currency.
void classify(ReportResult& result, size_t sales, const ClassLimits& limits, std::vector<QString>& classes)
{
  for (size_t from = 0, end = 0; from < result.rows.size(); from = end) {
    const QString currency = result.rows[from].slice.value(QStringLiteral("currency"));
    std::vector<double> values;
    for (; end < result.rows.size() && result.rows[end].slice.value(QStringLiteral("currency")) == currency; ++end)
      values.push_back(std::max(0.0, sortNumber(result.rows[end].cells[sales])));
    for (const ValueClass one : valueClasses(values, limits))
      classes.push_back(valueClassName(one));
  }
}

/// How steady demand is by weeks, as the inventory keeps it (core/stock/articledemand.h).
Result<QHash<QString, QString>> steadiness(Connection& c)
{
  QHash<QString, QString> known;
  SC_TRY(c.each(QStringLiteral("SELECT sku, steadiness FROM article_demand WHERE steadiness <> ''"), {},
                [&](const Row& row) { known.insert(row.text(0), row.text(1)); }));
  return known;
}

Result<ReportResult> run(Connection& c, const ReportSpec& spec)
{
  SC_TRY_ASSIGN(result, runCubeReport(c, spec, shape(spec)));
  SC_TRY_ASSIGN(steady, steadiness(c));
  const auto at = std::find_if(result.columns.begin(), result.columns.end(),
                               [](const ReportColumn& column) { return column.key == QLatin1String("net_sales"); });
  const auto sales = size_t(at - result.columns.begin());
  std::vector<QString> classes;
  const double a = spec.options.value(kA).toDouble() / 100, b = spec.options.value(kB).toDouble() / 100;
  classify(result, sales, {a, b, 0.20, 0.50}, classes);
  const auto place = [sales](auto& list) { return list.begin() + qptrdiff(sales); };
  result.columns.insert(place(result.columns),
                        {{QStringLiteral("class"), {}, QStringLiteral("ABC"), ColumnKind::Text},
                         {QStringLiteral("steadiness"), {}, QStringLiteral("XYZ"), ColumnKind::Text}});
  for (size_t i = 0; i < result.rows.size(); ++i) {
    ReportRow& row = result.rows[i];
    const QString how = steady.value(row.slice.value(QStringLiteral("product")));
    row.cells.insert(place(row.cells), {classes[i], how.isEmpty() ? ReportCell() : ReportCell(how)});
  }
  for (ReportRow& total : result.totals)
    total.cells.insert(place(total.cells), {ReportCell(), ReportCell()});
  if (!result.rows.empty())
    result.notes.append(QStringLiteral("classes: A to C by net sales; X to Z by how steady the weeks' demand is, known "
                                       "from twelve weeks on"));
  return result;
}

} // namespace

std::vector<ReportDefinition> productClassDefinitions()
{
  return {{QStringLiteral("sales.classes"),
           1,
           QStringLiteral("ABC and XYZ"),
           QStringLiteral("Which articles bring most, and whose demand is steady"),
           Basis::Placed,
           {{kA, {QStringLiteral("80"), QStringLiteral("70"), QStringLiteral("60")}, QStringLiteral("80")},
            {kB, {QStringLiteral("95"), QStringLiteral("90"), QStringLiteral("85")}, QStringLiteral("95")}},
           run,
           CubeDefinition<shape>::rowsOf}};
}

} // namespace supercargo
