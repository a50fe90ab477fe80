#pragma once

#include "core/reports/report.h"

namespace supercargo {

/// One tile: a figure of the report engine for today, so that it is the same number on every page.
struct TodayFigure {
  ReportColumn column;
  ReportCell value;                       ///< in the workspace's currency
  std::vector<Money> others;              ///< in further currencies, without zeros
  std::optional<double> change;           ///< the hours that are over, against the same hours a week ago
  ReportCell before;                      ///< those hours a week ago
  std::vector<double> steps, stepsBefore; ///< by the hour, the hour that runs included; a week ago the whole day
};

struct TodayFigures {
  ReportSpec spec; ///< of today: lists the rows of every tile
  Basis basis = Basis::Placed;
  QDate day;
  int hoursOver = 0; ///< of the shop's day
  std::vector<TodayFigure> figures;
};

/// Runs the engine over today and the same weekday a week ago, in the shop's time zone.
Result<TodayFigures> todayFigures(Connection& c, Instant now, const QByteArray& zone, Currency own);

/// The relative change; nullopt when there was nothing to compare with.
std::optional<double> change(double now, double then);

} // namespace supercargo
