#include "core/stock/articledemand.h"
#include "ui/charts/paretochart.h"
#include "ui/charts/resultparts.h"
#include "ui/text/reportwords.h"

#include <algorithm>

namespace supercargo {

std::unique_ptr<Chart> productChart(const ReportResult& result, const QString& figure, const QString& currency)
{
  const auto column = columnPlace(result, figure), steadiness = columnPlace(result, QStringLiteral("steadiness"));
  if (!column)
    return nullptr;
  std::vector<ChartValue> bars;
  std::vector<double> values;
  double total = 0;
  for (const ReportRow* row : drawnRows(result, currency)) {
    const auto* title = row->cells.size() > 1 ? std::get_if<QString>(&row->cells[1]) : nullptr;
    QString name = title && !title->isEmpty() ? *title : row->slice.value(QStringLiteral("product"));
    if (const auto* steady = steadiness ? std::get_if<QString>(&row->cells[*steadiness]) : nullptr)
      name = *steady + QStringLiteral(" · ") + name;
    bars.push_back(valueOf(result, *row, *column, name));
    values.push_back(std::max(0.0, bars.back().value.value_or(0)));
    total += values.back();
  }
  std::vector<double> shares;
  std::vector<QString> classes;
  double running = 0;
  ClassLimits limits;
  if (const QString a = result.spec.options.value(QStringLiteral("a_to")); !a.isEmpty())
    limits.a = a.toDouble() / 100;
  if (const QString b = result.spec.options.value(QStringLiteral("b_to")); !b.isEmpty())
    limits.b = b.toDouble() / 100;
  for (const ValueClass one : valueClasses(values, limits)) {
    running += values[shares.size()];
    shares.push_back(total > 0 ? running / total : 0);
    classes.push_back(valueClassName(one));
  }
  return std::make_unique<ParetoChart>(std::move(bars), std::move(shares), std::move(classes),
                                       std::array{limits.a, limits.b});
}

std::unique_ptr<Chart> chartFor(const ReportResult& result, const QString& currency)
{
  const QString& report = result.spec.report;
  if (report == QLatin1String("sales.product") || report == QLatin1String("sales.classes"))
    return productChart(result, QStringLiteral("net_sales"), currency);
  if (report == QLatin1String("sales.region") &&
      result.spec.options.value(QStringLiteral("level")) == QLatin1String("province"))
    return provinceChart(result, QStringLiteral("net_sales"), currency);
  if (report == QLatin1String("sales.hour"))
    return weekChart(result, QStringLiteral("orders"), currency);
  if (report == QLatin1String("customers.cohorts"))
    return cohortChart(result, currency);
  if (report == QLatin1String("customers.rfm") &&
      result.spec.options.value(QStringLiteral("by")) == QLatin1String("grid"))
    return rfmChart(result, currency);
  if (result.rows.size() < 2 || result.columns.empty())
    return nullptr;
  // The first money, else the first figure, over time or as bars.
  const ReportColumn* figure = nullptr;
  for (const ReportColumn& column : result.columns)
    if (isNumeric(column.kind) && column.across.isEmpty() && !column.key.contains(u'.') &&
        (!figure || (figure->kind != ColumnKind::Money && column.kind == ColumnKind::Money)) &&
        (!column.figure.isEmpty() || report.startsWith(QLatin1String("customers."))))
      figure = &column;
  if (!figure)
    return nullptr;
  static const QStringList kTimes = {QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month")};
  return kTimes.contains(result.columns.front().key) ? timeChart(result, figure->key, currency)
                                                     : barsChart(result, figure->key, currency);
}

} // namespace supercargo
