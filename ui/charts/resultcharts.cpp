#include "ui/charts/resultcharts.h"

#include "ui/charts/barchart.h"
#include "ui/charts/gridchart.h"
#include "ui/charts/linechart.h"
#include "ui/charts/resultparts.h"
#include "ui/charts/waterfallchart.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace supercargo {
namespace {

constexpr QChar kUnitSeparator(0x1f);

/// The one row that holds the whole: the total, else the only row.
const ReportRow* wholeRow(const ReportResult& result, const QString& currency)
{
  for (const auto* rows : {&result.totals, &result.rows})
    for (const ReportRow& row : *rows)
      if (isDrawn(row, currency))
        return &row;
  return nullptr;
}

} // namespace

QString MarkCell::key() const
{
  QStringList parts = {column};
  for (auto it = slice.cbegin(); it != slice.cend(); ++it)
    parts << it.key() << it.value();
  return parts.join(kUnitSeparator);
}

std::optional<MarkCell> MarkCell::of(const QString& key)
{
  const QStringList parts = key.split(kUnitSeparator);
  if (parts.size() % 2 == 0 || parts.first().isEmpty())
    return std::nullopt;
  MarkCell cell;
  cell.column = parts.first();
  for (qsizetype i = 1; i + 1 < parts.size(); i += 2)
    cell.slice.insert(parts[i], parts[i + 1]);
  return cell;
}

QStringList currenciesOf(const ReportResult& result)
{
  QStringList currencies;
  for (const auto* rows : {&result.totals, &result.rows})
    for (const ReportRow& row : *rows)
      if (const QString currency = row.slice.value(kCurrencyDim); !currency.isEmpty() && !currencies.contains(currency))
        currencies.append(currency);
  return currencies;
}

QString drawnCurrency(const ReportResult& result, const QString& preferred)
{
  const QStringList currencies = currenciesOf(result);
  return currencies.isEmpty() || currencies.contains(preferred) ? preferred : currencies.first();
}

namespace {

/// The 24 hours of a day; an hour without orders is one in which nothing was sold.
std::vector<const ReportRow*> rowsByHour(const std::vector<const ReportRow*>& rows)
{
  std::vector<const ReportRow*> hours(24, nullptr);
  for (const ReportRow* row : rows)
    if (const int hour = row->slice.value(QStringLiteral("hour")).toInt(); hour >= 0 && hour < 24)
      hours[size_t(hour)] = row;
  return hours;
}

} // namespace

std::unique_ptr<Chart> timeChart(const ReportResult& result, const QString& figure, const QString& currency)
{
  const auto now = columnPlace(result, figure), before = columnPlace(result, figure + QStringLiteral(".before"));
  if (!now)
    return nullptr;
  QStringList labels;
  LineChart::Line line{QCoreApplication::translate("charts", "This period"), {}};
  LineChart::Line then{QCoreApplication::translate("charts", "Before"), {}};
  std::vector<const ReportRow*> rows = drawnRows(result, currency);
  const bool isByHour = !rows.empty() && rows.front()->slice.contains(QStringLiteral("hour"));
  if (isByHour)
    rows = rowsByHour(rows);
  for (size_t i = 0; i < rows.size(); ++i) {
    const ReportRow* row = rows[i];
    const auto* day = row ? std::get_if<QDate>(&row->cells.front()) : nullptr;
    const QString name = isByHour ? QStringLiteral("%1:00").arg(i, 2, 10, QLatin1Char('0')) : rowName(result, *row);
    labels.append(day ? QLocale().toString(*day, QCoreApplication::translate("charts", "d MMM")) : name);
    const ChartValue nothing{{}, name, 0.0, numberText(0)};
    line.points.push_back(row ? valueOf(result, *row, *now, name) : nothing);
    if (before)
      then.points.push_back(row ? valueOf(result, *row, *before, name) : nothing);
  }
  std::vector<LineChart::Line> lines;
  lines.push_back(std::move(line));
  if (before)
    lines.push_back(std::move(then));
  return std::make_unique<LineChart>(std::move(labels), std::move(lines));
}

std::unique_ptr<Chart> barsChart(const ReportResult& result, const QString& figure, const QString& currency, int limit)
{
  const auto column = columnPlace(result, figure);
  if (!column)
    return nullptr;
  std::vector<ChartValue> bars;
  for (const ReportRow* row : drawnRows(result, currency)) {
    if (int(bars.size()) == limit)
      break;
    bars.push_back(valueOf(result, *row, *column, rowName(result, *row)));
  }
  return std::make_unique<BarChart>(std::move(bars));
}

std::unique_ptr<Chart> funnelChart(const ReportResult& result, const QStringList& figures, const QString& currency)
{
  const ReportRow* whole = wholeRow(result, currency);
  std::vector<ChartValue> steps;
  for (const QString& figure : figures)
    if (const auto column = columnPlace(result, figure); column && whole)
      steps.push_back(valueOf(result, *whole, *column, columnTitle(result.columns[*column])));
  const bool isNone = steps.empty() || steps.front().value.value_or(0) <= 0;
  return std::make_unique<BarChart>(isNone ? std::vector<ChartValue>() : std::move(steps), BarChart::Shape::Funnel);
}

std::unique_ptr<Chart> weekChart(const ReportResult& result, const QString& figure, const QString& currency)
{
  const auto column = columnPlace(result, figure);
  if (!column)
    return nullptr;
  QStringList hours, days;
  for (int hour = 0; hour < 24; ++hour)
    hours.append(QString::number(hour));
  for (int day = 1; day <= 7; ++day)
    days.append(QLocale().standaloneDayName(day, QLocale::ShortFormat));
  std::vector<GridChart::Cell> cells(7 * 24);
  for (int day = 0; day < 7; ++day)
    for (int hour = 0; hour < 24; ++hour) {
      ChartValue& value = cells[size_t(day * 24 + hour)].value;
      value.name = QCoreApplication::translate("charts", "%1, %2 to %3 o'clock").arg(days[day]).arg(hour).arg(hour + 1);
      value.text = numberText(0);
      value.key = MarkCell{{{QStringLiteral("weekday"), QString::number(day + 1)},
                            {QStringLiteral("hour"), QString::number(hour)}},
                           figure}
                      .key();
    }
  for (const ReportRow* row : drawnRows(result, currency)) {
    const int day = row->slice.value(QStringLiteral("weekday")).toInt() - 1;
    const int hour = row->slice.value(QStringLiteral("hour")).toInt();
    if (day < 0 || day > 6 || hour < 0 || hour > 23)
      continue;
    ChartValue& value = cells[size_t(day * 24 + hour)].value;
    value = valueOf(result, *row, *column, value.name);
  }
  return std::make_unique<GridChart>(std::move(hours), std::move(days), std::move(cells));
}

std::unique_ptr<Chart> cohortChart(const ReportResult& result, const QString& currency)
{
  const auto first = columnPlace(result, QStringLiteral("month_0"));
  if (!first)
    return nullptr;
  const ReportColumn& what = result.columns[*first];
  QStringList columns, rows;
  for (size_t i = *first; i < result.columns.size(); ++i)
    columns.append(QStringLiteral("+%1").arg(i - *first));
  std::vector<GridChart::Cell> cells;
  double most = 0;
  for (const ReportRow* row : drawnRows(result, currency)) {
    const QString cohort = row->slice.value(QStringLiteral("cohort"));
    rows.append(QStringLiteral("%1 (%2)").arg(cohort, valueOf(result, *row, *first - 1, {}).text));
    for (size_t i = *first; i < result.columns.size(); ++i) {
      GridChart::Cell cell{valueOf(result, *row, i, {}), !isNothing(row->cells[i])};
      cell.value.name =
          QCoreApplication::translate("charts", "First order in %1, %n month(s) later", nullptr, int(i - *first))
              .arg(cohort);
      if (what.kind == ColumnKind::Rate && cell.value.value)
        cell.value.text = QLocale().toString(*cell.value.value * 100, 'f', 0) + QStringLiteral(" %");
      if (i > *first) // the first month is all of them and would drown the others
        most = std::max(most, cell.value.value.value_or(0));
      cells.push_back(std::move(cell));
    }
  }
  return std::make_unique<GridChart>(std::move(columns), std::move(rows), std::move(cells), most);
}

std::unique_ptr<Chart> rfmChart(const ReportResult& result, const QString& currency)
{
  const auto column = columnPlace(result, QStringLiteral("customers"));
  if (!column)
    return nullptr;
  QStringList columns, rows;
  for (int score = 1; score <= 5; ++score) {
    columns.append(QCoreApplication::translate("charts", "F %1").arg(score));
    rows.append(QCoreApplication::translate("charts", "R %1").arg(6 - score));
  }
  std::vector<GridChart::Cell> cells(25);
  for (const ReportRow* row : drawnRows(result, currency)) {
    const QString group = row->slice.value(QStringLiteral("group"));
    const int recency = group.section(u'-', 0, 0).toInt(), frequency = group.section(u'-', 1).toInt();
    if (recency < 1 || recency > 5 || frequency < 1 || frequency > 5)
      continue;
    cells[size_t((5 - recency) * 5 + frequency - 1)].value =
        valueOf(result, *row, *column,
                QCoreApplication::translate("charts", "Recency %1, frequency %2").arg(recency).arg(frequency));
  }
  return std::make_unique<GridChart>(std::move(columns), std::move(rows), std::move(cells));
}

std::unique_ptr<Chart> marginChart(const ReportResult& result, const QString& currency)
{
  struct Part {
    const char* figure;
    int sign;
    bool isTotal;
    const char* coverage;
  };
  static constexpr Part kParts[] = {{"gross_sales", 1, true, nullptr},
                                    {"discounts", -1, false, nullptr},
                                    {"refunds", -1, false, nullptr},
                                    {"net_sales", 1, true, nullptr},
                                    {"cost", -1, false, "cost_coverage"},
                                    {"fees", -1, false, "fee_coverage"},
                                    {"cm1", 1, true, "fee_coverage"},
                                    {"freight_billed", -1, false, "freight_coverage"},
                                    {"after_freight", 1, true, "freight_coverage"}};
  const ReportRow* whole = wholeRow(result, currency);
  std::vector<WaterfallChart::Step> steps;
  for (const Part& part : kParts) {
    const auto column = columnPlace(result, QLatin1String(part.figure));
    if (!column || !whole)
      continue;
    const auto coverage = part.coverage ? columnPlace(result, QLatin1String(part.coverage)) : std::nullopt;
    const double known = coverage ? cellNumber(whole->cells[*coverage]).value_or(0) : 1;
    if (QLatin1String(part.coverage) == QLatin1String("freight_coverage") && known == 0)
      continue; // nobody has read a courier's bill yet
    WaterfallChart::Step step{valueOf(result, *whole, *column, columnTitle(result.columns[*column])), part.isTotal};
    if (step.value.value)
      *step.value.value *= part.sign;
    else
      step.value.text = QCoreApplication::translate("charts", "unknown");
    step.value.estimated = known < 1;
    steps.push_back(std::move(step));
  }
  return std::make_unique<WaterfallChart>(std::move(steps));
}

} // namespace supercargo
