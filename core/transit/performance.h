#pragma once

#include "core/store/shipmentfilter.h"
#include "core/transit/lanehistory.h"

namespace supercargo {

/// How a courier did on a lane, over parcels picked up in a span of time. Rates with an empty denominator have no
/// value.
struct LanePerformance {
  Lane lane; ///< ends empty: the courier over all lanes
  qint64 shipped = 0, arrived = 0;
  std::optional<Transit> half, most; ///< of those that arrived: 50 and 90 of 100 took no longer
  qint64 onTime = 0, due = 0;        ///< of those whose promise has passed or that arrived under one
  qint64 firstTry = 0, tried = 0;    ///< delivered without a failed try, of those somebody tried to deliver
  qint64 withProblem = 0;            ///< an exception or return, of those shipped

  std::optional<double> onTimeRate() const { return rate(onTime, due); }
  std::optional<double> firstTryRate() const { return rate(firstTry, tried); }
  std::optional<double> problemRate() const { return rate(withProblem, shipped); }

private:
  static std::optional<double> rate(qint64 part, qint64 of)
  {
    return of > 0 ? std::optional(double(part) / double(of)) : std::nullopt;
  }
};

enum class PerformanceDetail { Couriers, Lanes };
/// The largest first.
Result<std::vector<LanePerformance>> lanePerformance(Connection& c, Instant from, Instant before, Instant now,
                                                     PerformanceDetail detail);

/// Which parcels stand behind a figure.
enum class PerformanceFigure { Shipped, Arrived, Late, FailedTry, Problem };
struct FigureParcels {
  std::vector<qint64> ids; ///< the newest first, at most as many as were asked for
  qint64 total = 0;        ///< as many as the figure says
};
Result<FigureParcels> parcelsBehind(Connection& c, const Lane& lane, PerformanceDetail detail, PerformanceFigure figure,
                                    Instant from, Instant before, Instant now, int most);

} // namespace supercargo
