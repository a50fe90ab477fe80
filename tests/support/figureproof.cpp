#include "tests/support/figureproof.h"

#include "core/reports/figures.h"
#include "core/reports/figuretable.h"
#include "core/reports/render.h"

#include <algorithm>
#include <cmath>

namespace supercargo::test {
namespace {

/// How a figure comes from its rows.
struct Making {
  bool isQuotient = false, isRanked = false;
  bool mayLack = false; ///< no value where a cost is unknown
  bool isRated = false; ///< no value and no rows where a rate is not stated
  double share = 0;
};

bool isRated(const Figure& figure)
{
  return std::any_of(figure.value.begin(), figure.value.end(),
                     [](const FigureTerm& term) { return !term.rate.isEmpty(); });
}

Making makingOf(const QString& id)
{
  if (const Figure* figure = findFigure(id))
    return {!figure->base.empty(), !figure->spread.isEmpty(), !figure->known.isEmpty(), isRated(*figure),
            figure->share};
  for (const ReportDefinition& definition : reportDefinitions())
    if (definition.figures)
      for (const TableFigure& figure : definition.figures())
        if (figure.key == id)
          return {figure.how == TableFigure::Quotient, figure.how == TableFigure::Ranked, true, false, figure.share};
  return {false, false, true, false, 0};
}

std::optional<double> ranked(const std::vector<FigureRow>& rows, double share)
{
  std::vector<qint64> amounts;
  for (const FigureRow& row : rows)
    amounts.push_back(row.amount);
  std::sort(amounts.begin(), amounts.end());
  if (amounts.empty())
    return std::nullopt;
  const auto rank = size_t(std::ceil(share * double(amounts.size())));
  return double(amounts[std::max<size_t>(1, rank) - 1]);
}

} // namespace

QString figureFault(const ReportCell& cell, const ReportColumn& column, const std::vector<FigureRow>& rows)
{
  const Making making = makingOf(column.figure);
  qint64 value = 0, base = 0;
  for (const FigureRow& row : rows)
    (row.part == FigureRow::Part::Value ? value : base) += row.amount;
  const QString fault =
      QStringLiteral("%1: %2, its rows say %3 / %4").arg(column.key, cellText(cell)).arg(value).arg(base);
  if (making.isRanked) {
    const auto wanted = ranked(rows, making.share);
    if (!wanted)
      return isNothing(cell) ? QString() : fault;
    const auto* count = std::get_if<qint64>(&cell);
    const auto* number = std::get_if<double>(&cell);
    if (const auto* money = std::get_if<Money>(&cell))
      return double(money->minor()) == *wanted ? QString() : fault;
    return (count && double(*count) == *wanted) || (number && *number == *wanted) ? QString() : fault;
  }
  if (isNothing(cell))
    return making.mayLack || (making.isRated && rows.empty()) || (making.isQuotient && base == 0) ? QString() : fault;
  if (making.isQuotient && base == 0)
    return fault;
  if (const auto* count = std::get_if<qint64>(&cell))
    return *count == value ? QString() : fault;
  const double wanted = making.isQuotient ? double(value) / double(base) : double(value);
  if (const auto* money = std::get_if<Money>(&cell))
    return std::abs(double(money->minor()) - wanted) <= (making.isQuotient ? 0.5 : 0) ? QString() : fault;
  const auto* number = std::get_if<double>(&cell);
  return number && std::abs(*number - wanted) <= 1e-9 * (1 + std::abs(wanted)) ? QString() : fault;
}

} // namespace supercargo::test
