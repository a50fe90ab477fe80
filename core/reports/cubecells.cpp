#include "core/reports/cubecells.h"

#include <cmath>
#include <limits>

namespace supercargo {
namespace {

QString dimensionTitle(const QString& dim)
{
  static const QMap<QString, QString> kTitles{{QStringLiteral("day"), QStringLiteral("Day")},
                                              {QStringLiteral("week"), QStringLiteral("Week from")},
                                              {QStringLiteral("month"), QStringLiteral("Month")},
                                              {QStringLiteral("shop"), QStringLiteral("Shop")},
                                              {QStringLiteral("channel"), QStringLiteral("Channel")},
                                              {QStringLiteral("product"), QStringLiteral("SKU")},
                                              {QStringLiteral("product_title"), QStringLiteral("Product")},
                                              {QStringLiteral("category"), QStringLiteral("Category")},
                                              {QStringLiteral("province"), QStringLiteral("Province")},
                                              {QStringLiteral("city"), QStringLiteral("City")},
                                              {QStringLiteral("method"), QStringLiteral("Payment method")},
                                              {QStringLiteral("reason"), QStringLiteral("Reason")},
                                              {QStringLiteral("courier"), QStringLiteral("Courier")},
                                              {QStringLiteral("weekday"), QStringLiteral("Weekday (1 = Monday)")},
                                              {QStringLiteral("hour"), QStringLiteral("Hour")},
                                              {QStringLiteral("newness"), QStringLiteral("New or returning")},
                                              {QStringLiteral("segment"), QStringLiteral("Segment")},
                                              {QStringLiteral("payment_status"), QStringLiteral("Payment status")},
                                              {QStringLiteral("decline_reason"), QStringLiteral("Decline reason")},
                                              {QStringLiteral("parcel_status"), QStringLiteral("Parcel status")},
                                              {QStringLiteral("currency"), QStringLiteral("Currency")}};
  return kTitles.value(dim, dim);
}

ColumnKind dimensionKind(const QString& dim)
{
  if (dim == QLatin1String("day") || dim == QLatin1String("week"))
    return ColumnKind::Day;
  return dim == QLatin1String("weekday") || dim == QLatin1String("hour") ? ColumnKind::Count : ColumnKind::Text;
}

/// (now − then) / |then|; none where there is no then.
ReportCell changeCell(const ReportCell& now, const ReportCell& then)
{
  if (isNothing(now) || isNothing(then) || sortNumber(then) == 0)
    return {};
  return (sortNumber(now) - sortNumber(then)) / std::abs(sortNumber(then));
}

} // namespace

void appendFigure(std::vector<ReportColumn>& columns, const QString& id, bool compares)
{
  const Figure& figure = *findFigure(id);
  columns.push_back({id, id, figure.title, figure.kind});
  if (!compares)
    return;
  columns.push_back({id + kBefore, id, figure.title + QStringLiteral(", before"), figure.kind});
  columns.push_back({id + kChange, id, figure.title + QStringLiteral(", change"), ColumnKind::Rate});
}

void appendFigureCells(std::vector<ReportCell>& cells, const QString& id, const FigureSums& now, const FigureSums* then,
                       const std::optional<Currency>& unit, const FigureRates& rates)
{
  const Figure& figure = *findFigure(id);
  const ReportCell cell = figureCell(figure, now, unit, rates);
  cells.push_back(cell);
  if (!then)
    return;
  const ReportCell before = figureCell(figure, *then, unit, rates);
  cells.push_back(before);
  cells.push_back(changeCell(cell, before));
}

void appendDimension(std::vector<ReportColumn>& columns, const QString& dim)
{
  columns.push_back({dim, {}, dimensionTitle(dim), dimensionKind(dim)});
  if (dim == QLatin1String("product"))
    columns.push_back(
        {dim + QLatin1String("_title"), {}, dimensionTitle(dim + QLatin1String("_title")), ColumnKind::Text});
}

void appendDimensionCells(std::vector<ReportCell>& cells, const QString& dim, const QString& key,
                          const ReportNames& names)
{
  if (dimensionKind(dim) == ColumnKind::Day)
    cells.emplace_back(QDate::fromString(key, Qt::ISODate));
  else if (dimensionKind(dim) == ColumnKind::Count)
    cells.emplace_back(key.toLongLong());
  else if (dim == QLatin1String("shop"))
    cells.emplace_back(names.shops.value(key, key));
  else
    cells.emplace_back(key);
  if (dim == QLatin1String("product"))
    cells.emplace_back(names.titles.value(key, key));
}

void sortRows(ReportResult& result, const QString& figure)
{
  const auto column = std::find_if(result.columns.begin(), result.columns.end(),
                                   [&](const ReportColumn& one) { return one.key == figure; });
  if (column == result.columns.end())
    return;
  const auto place = size_t(column - result.columns.begin());
  std::stable_sort(result.rows.begin(), result.rows.end(), [&](const ReportRow& a, const ReportRow& b) {
    const QString own = a.slice.value(QStringLiteral("currency")), other = b.slice.value(QStringLiteral("currency"));
    return own != other ? own < other : sortNumber(a.cells[place]) > sortNumber(b.cells[place]);
  });
}

double sortNumber(const ReportCell& cell)
{
  if (const auto* money = std::get_if<Money>(&cell))
    return double(money->minor());
  if (const auto* count = std::get_if<qint64>(&cell))
    return double(*count);
  const auto* number = std::get_if<double>(&cell);
  return number ? *number : -std::numeric_limits<double>::infinity();
}

} // namespace supercargo
