#include "core/transit/performance.h"

#include "core/transit/parcelway.h"

#include <algorithm>

namespace supercargo {
namespace {

/// What a figure needs of one parcel.
struct PerformanceRow {
  qint64 id = 0;
  Lane lane;
  std::optional<Instant> pickedAt, arrivedAt, promisedAt;
  qint64 tries = 0, failedTries = 0;
  bool problem = false;

  bool isDue(Instant now) const { return promisedAt && (arrivedAt || *promisedAt < now); }
  bool isOnTime() const { return promisedAt && arrivedAt && *arrivedAt <= *promisedAt; }
};

template <class Fn>
Result<void> eachRow(Connection& c, Instant from, Instant before, Fn fn)
{
  return c.each(QStringLiteral("SELECT shipment_id, origin, destination, courier, picked_at, arrived_at, promised_at, "
                               "tries, failed_tries, problem FROM parcel_ways WHERE picked_at >= ? AND picked_at < ? "
                               "ORDER BY shipment_id DESC"),
                {from, before}, [&](const Row& row) {
                  PerformanceRow r;
                  r.id = row.integer(0);
                  r.lane = {laneEnd(row.text(1)), laneEnd(row.text(2)), row.text(3)};
                  r.pickedAt = row.instantIfAny(4);
                  r.arrivedAt = row.instantIfAny(5);
                  r.promisedAt = row.instantIfAny(6);
                  r.tries = row.integer(7);
                  r.failedTries = row.integer(8);
                  r.problem = !row.text(9).isEmpty();
                  return fn(r);
                });
}

bool stands(const PerformanceRow& row, PerformanceFigure figure, Instant now)
{
  switch (figure) {
  case PerformanceFigure::Shipped:
    return true;
  case PerformanceFigure::Arrived:
    return row.arrivedAt.has_value();
  case PerformanceFigure::Late:
    return row.isDue(now) && !row.isOnTime();
  case PerformanceFigure::FailedTry:
    return row.failedTries > 0;
  case PerformanceFigure::Problem:
    return row.problem;
  }
  return false;
}

} // namespace

Result<std::vector<LanePerformance>> lanePerformance(Connection& c, Instant from, Instant before, Instant now,
                                                     PerformanceDetail detail)
{
  struct Gathered {
    LanePerformance figures;
    std::vector<Transit> took;
  };
  QHash<Lane, Gathered> gathered;
  SC_TRY(eachRow(c, from, before, [&](const PerformanceRow& row) {
    const Lane lane = detail == PerformanceDetail::Lanes ? row.lane : Lane{{}, {}, row.lane.courier};
    Gathered& g = gathered[lane];
    LanePerformance& f = g.figures;
    f.lane = lane;
    ++f.shipped;
    f.arrived += row.arrivedAt.has_value();
    if (row.arrivedAt && row.pickedAt && *row.arrivedAt > *row.pickedAt)
      g.took.push_back(*row.arrivedAt - *row.pickedAt);
    f.due += row.isDue(now);
    f.onTime += row.isDue(now) && row.isOnTime();
    f.tried += row.tries > 0;
    f.firstTry += row.tries > 0 && row.failedTries == 0;
    f.withProblem += row.problem;
  }));
  std::vector<LanePerformance> all;
  for (Gathered& g : gathered) {
    std::sort(g.took.begin(), g.took.end());
    g.figures.half = transitPercentile(g.took, 0.5);
    g.figures.most = transitPercentile(g.took, 0.9);
    all.push_back(g.figures);
  }
  std::sort(all.begin(), all.end(), [](const LanePerformance& a, const LanePerformance& b) {
    return std::tie(b.shipped, a.lane.courier, a.lane.origin, a.lane.destination) <
           std::tie(a.shipped, b.lane.courier, b.lane.origin, b.lane.destination);
  });
  return all;
}

Result<FigureParcels> parcelsBehind(Connection& c, const Lane& lane, PerformanceDetail detail, PerformanceFigure figure,
                                    Instant from, Instant before, Instant now, int most)
{
  FigureParcels parcels;
  SC_TRY(eachRow(c, from, before, [&](const PerformanceRow& row) {
    const bool ours = detail == PerformanceDetail::Lanes ? row.lane == lane : row.lane.courier == lane.courier;
    if (!ours || !stands(row, figure, now))
      return;
    ++parcels.total;
    if (parcels.ids.size() < size_t(most))
      parcels.ids.push_back(row.id);
  }));
  return parcels;
}

} // namespace supercargo
