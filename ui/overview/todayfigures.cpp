#include "ui/overview/todayfigures.h"

#include "core/store/daycut.h"
#include "ui/text/reportwords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supercargo {
namespace {

const QString kFigures = QStringLiteral("placed_orders,units,gmv,net_sales,refunds,aov,orders");
constexpr size_t kTiles = 6; ///< of these; orders are there for the average's base

ReportSpec specOf(QDate day, Instant now, const QByteArray& zone)
{
  ReportSpec spec;
  spec.report = QStringLiteral("pivot");
  spec.timeZone = zone;
  spec.now = now;
  spec.from = spec.to = day;
  spec.options = {{QStringLiteral("dimensions"), QStringLiteral("hour")}, {QStringLiteral("figures"), kFigures}};
  return spec;
}

size_t placeOf(const ReportResult& result, const QString& key)
{
  const auto found = std::find_if(result.columns.begin(), result.columns.end(),
                                  [&key](const ReportColumn& column) { return column.key == key; });
  return size_t(found - result.columns.begin());
}

/// A figure by the hour, in one currency or of all rows where it has none.
std::array<double, 24> byHour(const ReportResult& result, size_t column, const QString& currency)
{
  std::array<double, 24> hours{};
  for (const ReportRow& row : result.rows) {
    const int hour = row.slice.value(QStringLiteral("hour")).toInt();
    const bool counts =
        result.columns[column].kind == ColumnKind::Count || row.slice.value(QStringLiteral("currency")) == currency;
    if (hour >= 0 && hour < 24 && counts)
      hours[size_t(hour)] += cellNumber(row.cells[column]).value_or(0);
  }
  return hours;
}

double sumOf(const std::array<double, 24>& hours, int count)
{
  double sum = 0;
  for (int hour = 0; hour < count; ++hour)
    sum += hours[size_t(hour)];
  return sum;
}

/// Counts of all currencies together; money of the own currency, the others apart.
void takeTotals(TodayFigure& figure, const ReportResult& result, size_t column, Currency own)
{
  qint64 count = 0;
  bool any = false;
  for (const ReportRow& total : result.totals) {
    const ReportCell& cell = total.cells[column];
    if (const auto* number = std::get_if<qint64>(&cell)) {
      count += *number;
      any = true;
    } else if (const auto* money = std::get_if<Money>(&cell)) {
      if (money->currency() == own)
        figure.value = *money;
      else if (!money->isZero())
        figure.others.push_back(*money);
    }
  }
  if (figure.column.kind == ColumnKind::Count)
    figure.value = any ? count : qint64(0);
  else if (isNothing(figure.value) && figure.column.key != QLatin1String("aov"))
    figure.value = Money(0, own); // a sum over nothing is nothing sold; a mean over nothing is no value
}

ReportCell cellOf(double number, const ReportColumn& column, Currency own)
{
  if (column.kind == ColumnKind::Count)
    return qint64(std::llround(number));
  return Money(std::llround(number * std::pow(10, own.digits())), own);
}

TodayFigure figureOf(const ReportResult& today, const ReportResult& before, size_t column, int hoursOver, Currency own)
{
  TodayFigure figure;
  figure.column = today.columns[column];
  takeTotals(figure, today, column, own);
  const auto now = byHour(today, column, own.code()), then = byHour(before, column, own.code());
  figure.steps.assign(now.begin(), now.begin() + std::min(24, hoursOver + 1));
  figure.stepsBefore.assign(then.begin(), then.end());
  double nowSum = sumOf(now, hoursOver), thenSum = sumOf(then, hoursOver);
  if (figure.column.key == QLatin1String("aov")) { // a mean of means would be another figure
    const auto mean = [&](const ReportResult& result) {
      const double orders = sumOf(byHour(result, placeOf(result, QStringLiteral("orders")), own.code()), hoursOver);
      const double sales = sumOf(byHour(result, placeOf(result, QStringLiteral("net_sales")), own.code()), hoursOver);
      return orders > 0 ? sales / orders : 0;
    };
    nowSum = mean(today);
    thenSum = mean(before);
  }
  figure.change = change(nowSum, thenSum);
  if (thenSum != 0)
    figure.before = cellOf(thenSum, figure.column, own);
  return figure;
}

} // namespace

Result<TodayFigures> todayFigures(Connection& c, Instant now, const QByteArray& zone, Currency own)
{
  const DayCut cut(zone);
  TodayFigures figures;
  figures.day = DayCut::date(cut.dayOf(now));
  figures.hoursOver = cut.weekHour(now) % 24;
  SC_TRY_ASSIGN(today, runReport(c, specOf(figures.day, now, zone)));
  SC_TRY_ASSIGN(before, runReport(c, specOf(figures.day.addDays(-7), now, zone)));
  figures.spec = today.spec;
  figures.basis = today.basis;
  const QStringList keys = kFigures.split(u',');
  for (size_t i = 0; i < kTiles; ++i)
    figures.figures.push_back(figureOf(today, before, placeOf(today, keys[qsizetype(i)]), figures.hoursOver, own));
  return figures;
}

std::optional<double> change(double now, double then)
{
  if (then == 0)
    return std::nullopt;
  return (now - then) / std::abs(then);
}

} // namespace supercargo
