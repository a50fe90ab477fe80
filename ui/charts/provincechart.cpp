#include "ui/charts/regionchart.h"
#include "ui/charts/resultcharts.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace supercargo {
namespace {

constexpr int kMostElsewhere = 3;

QString elsewhereText(const std::vector<ChartValue>& elsewhere)
{
  QStringList parts;
  for (const ChartValue& value : elsewhere)
    if (parts.size() < kMostElsewhere)
      parts.append(value.name + u' ' + value.text);
  const int more = int(elsewhere.size()) - int(parts.size());
  if (parts.isEmpty())
    return {};
  const QString list = parts.join(QStringLiteral(" · "));
  return more > 0 ? QCoreApplication::translate("charts", "Not on the map: %1 and %n more", nullptr, more).arg(list)
                  : QCoreApplication::translate("charts", "Not on the map: %1").arg(list);
}

} // namespace

std::unique_ptr<Chart> provinceChart(const ReportResult& result, const QString& figure, const QString& currency)
{
  const auto column = std::find_if(result.columns.begin(), result.columns.end(),
                                   [&figure](const ReportColumn& one) { return one.key == figure; });
  if (column == result.columns.end())
    return nullptr;
  const auto place = size_t(column - result.columns.begin());
  const QTimeZone zone(result.spec.timeZone);
  const ProvinceShapes& shapes = provinceShapes();
  std::map<int, ChartValue> regions;
  std::vector<ChartValue> elsewhere;
  for (const ReportRow& row : result.rows) { // the largest first
    if (row.slice.contains(QStringLiteral("currency")) && row.slice.value(QStringLiteral("currency")) != currency)
      continue;
    const QString told = row.slice.value(QStringLiteral("province"));
    ChartValue value{MarkCell{row.slice, figure}.key(),
                     told.isEmpty() ? QCoreApplication::translate("charts", "not told") : told,
                     cellNumber(row.cells[place]), cellText(row.cells[place], *column, zone)};
    const int province = shapes.find(told);
    const auto same = regions.find(province);
    if (province < 0) {
      elsewhere.push_back(std::move(value));
    } else if (same == regions.end()) {
      regions.emplace(province, std::move(value));
    } else { // shops write a province in several ways; a click opens the one that brings most
      same->second.value = same->second.value.value_or(0) + value.value.value_or(0);
      same->second.name += u' ' + same->second.text + QStringLiteral(" + ") + value.name;
      same->second.text = value.text;
    }
  }
  if (regions.empty())
    return barsChart(result, figure, currency); // nothing goes to China
  std::vector<RegionChart::Region> list;
  for (auto& [province, value] : regions)
    list.push_back({province, std::move(value)});
  return std::make_unique<RegionChart>(shapes, std::move(list), elsewhereText(elsewhere));
}

} // namespace supercargo
