#include "ui/charts/resultparts.h"

#include "ui/text/reportwords.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

QTimeZone zoneOf(const ReportResult& result)
{
  const QTimeZone zone(result.spec.timeZone);
  return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

std::optional<size_t> columnPlace(const ReportResult& result, const QString& key)
{
  for (size_t i = 0; i < result.columns.size(); ++i)
    if (result.columns[i].key == key)
      return i;
  return std::nullopt;
}

bool isDrawn(const ReportRow& row, const QString& currency)
{
  return !row.slice.contains(kCurrencyDim) || row.slice.value(kCurrencyDim) == currency;
}

std::vector<const ReportRow*> drawnRows(const ReportResult& result, const QString& currency)
{
  std::vector<const ReportRow*> rows;
  for (const ReportRow& row : result.rows)
    if (isDrawn(row, currency))
      rows.push_back(&row);
  return rows;
}

QString rowName(const ReportResult& result, const ReportRow& row)
{
  QStringList parts;
  for (size_t i = 0; i < result.columns.size(); ++i) {
    const ReportColumn& column = result.columns[i];
    if (!column.figure.isEmpty() || column.key == kCurrencyDim)
      continue;
    if (column.kind != ColumnKind::Text && column.kind != ColumnKind::Day)
      continue;
    const QString text = isNothing(row.cells[i]) ? QString() : cellText(row.cells[i], column, zoneOf(result));
    if (!text.isEmpty() && !parts.contains(text))
      parts.append(text);
  }
  const QString name = parts.join(QStringLiteral(" · "));
  return name.isEmpty() ? QCoreApplication::translate("charts", "not told") : name;
}

ChartValue valueOf(const ReportResult& result, const ReportRow& row, size_t column, const QString& name)
{
  const ReportColumn& what = result.columns[column];
  return {MarkCell{row.slice, what.key}.key(), name, cellNumber(row.cells[column]),
          cellText(row.cells[column], what, zoneOf(result))};
}

} // namespace supercargo
