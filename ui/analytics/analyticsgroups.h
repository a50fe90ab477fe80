#pragma once

#include "core/reports/span.h"
#include "ui/charts/chartpanel.h"

#include <span>

namespace supercargo {

/// One card of the analytics page: which report it runs and how its result is drawn.
struct AnalyticsCard {
  const char* id;
  const char* title;    ///< English, context "analytics"
  const char* whyEmpty; ///< what would bring something
  const char* report;
  QMap<QString, QString> options;
  bool comparable = true; ///< takes the bar's comparison
  bool wholeTime = false; ///< begins with the first order: customers are known by their whole past
  ChartPanel::MakeChart make;
};

/// A tab of the page.
struct AnalyticsGroup {
  const char* id;
  const char* title; ///< English, context "analytics"
  std::vector<AnalyticsCard> cards;
};

const std::vector<AnalyticsGroup>& analyticsGroups();
QString analyticsText(const char* english);

/// By day for up to two months, by week for up to a year, else by month; a single day by its hours.
QString grainFor(const std::optional<DaySpan>& days);

} // namespace supercargo
