#include "ui/charts/regionchart.h"
#include "ui/charts/resultparts.h"

#include <QCoreApplication>

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
  const auto column = columnPlace(result, figure);
  if (!column)
    return nullptr;
  const ProvinceShapes& shapes = provinceShapes();
  std::map<int, ChartValue> regions;
  std::vector<ChartValue> elsewhere;
  for (const ReportRow* row : drawnRows(result, currency)) { // the largest first
    const QString told = row->slice.value(QStringLiteral("province"));
    ChartValue value =
        valueOf(result, *row, *column, told.isEmpty() ? QCoreApplication::translate("charts", "not told") : told);
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
