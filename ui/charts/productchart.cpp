#include "core/stock/abcxyz.h"
#include "ui/charts/paretochart.h"
#include "ui/charts/resultcharts.h"
#include "ui/text/reportwords.h"

#include <algorithm>

namespace supercargo {

std::unique_ptr<Chart> productChart(const ReportResult& result, const QString& figure, const QString& currency)
{
  const auto column = std::find_if(result.columns.begin(), result.columns.end(),
                                   [&figure](const ReportColumn& one) { return one.key == figure; });
  if (column == result.columns.end())
    return nullptr;
  const auto place = size_t(column - result.columns.begin());
  const QTimeZone zone(result.spec.timeZone);
  std::vector<ChartValue> bars;
  std::vector<double> values;
  double total = 0;
  for (const ReportRow& row : result.rows) {
    if (row.slice.contains(QStringLiteral("currency")) && row.slice.value(QStringLiteral("currency")) != currency)
      continue;
    const auto* title = row.cells.size() > 1 ? std::get_if<QString>(&row.cells[1]) : nullptr;
    const QString article = row.slice.value(QStringLiteral("product"));
    bars.push_back({MarkCell{row.slice, figure}.key(), title && !title->isEmpty() ? *title : article,
                    cellNumber(row.cells[place]), cellText(row.cells[place], *column, zone)});
    values.push_back(std::max(0.0, bars.back().value.value_or(0)));
    total += values.back();
  }
  std::vector<double> shares;
  std::vector<QString> classes;
  double running = 0;
  for (const ValueClass one : valueClasses(values)) {
    running += values[shares.size()];
    shares.push_back(total > 0 ? running / total : 0);
    classes.push_back(one == ValueClass::A   ? QStringLiteral("A")
                      : one == ValueClass::B ? QStringLiteral("B")
                                             : QStringLiteral("C"));
  }
  return std::make_unique<ParetoChart>(std::move(bars), std::move(shares), std::move(classes));
}

std::unique_ptr<Chart> chartFor(const ReportResult& result, const QString& currency)
{
  const QString& report = result.spec.report;
  if (report == QLatin1String("sales.product"))
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
    if (isNumeric(column.kind) && !column.key.contains(u'.') &&
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
