#include "core/stock/simplexsearch.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

using Point = std::vector<double>;
struct Corner {
  Point at;
  double cost = 0;
};

Point along(const Point& from, const Point& to, double share)
{
  Point point(from.size());
  for (std::size_t i = 0; i < point.size(); ++i)
    point[i] = from[i] + share * (to[i] - from[i]);
  return point;
}

Point middleOf(const std::vector<Corner>& corners)
{
  Point middle(corners.front().at.size(), 0);
  for (std::size_t i = 0; i + 1 < corners.size(); ++i)
    for (std::size_t j = 0; j < middle.size(); ++j)
      middle[j] += corners[i].at[j] / double(corners.size() - 1);
  return middle;
}

/// One move of the worst corner; the corners stay sorted by cost.
void move(std::vector<Corner>& corners, const std::function<double(const Point&)>& cost)
{
  const auto corner = [&](Point at) {
    const double there = cost(at);
    return Corner{std::move(at), there};
  };
  Corner& worst = corners.back();
  const double second = corners[corners.size() - 2].cost;
  const Point middle = middleOf(corners);
  Corner mirrored = corner(along(middle, worst.at, -1));
  if (mirrored.cost < corners.front().cost) {
    Corner further = corner(along(middle, worst.at, -2));
    worst = further.cost < mirrored.cost ? std::move(further) : std::move(mirrored);
  } else if (mirrored.cost < second) {
    worst = std::move(mirrored);
  } else {
    Corner nearer = corner(along(middle, mirrored.cost < worst.cost ? mirrored.at : worst.at, 0.5));
    if (nearer.cost < std::min(mirrored.cost, worst.cost))
      worst = std::move(nearer);
    else
      for (std::size_t i = 1; i < corners.size(); ++i)
        corners[i] = corner(along(corners.front().at, corners[i].at, 0.5));
  }
  std::sort(corners.begin(), corners.end(), [](const Corner& a, const Corner& b) { return a.cost < b.cost; });
}

} // namespace

std::vector<double> simplexSearch(const std::function<double(const std::vector<double>&)>& cost,
                                  std::vector<double> start, const std::vector<double>& step)
{
  constexpr int kRounds = 12, kMoves = 4000;
  double before = cost(start);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Corner> corners{{start, cost(start)}};
    for (std::size_t i = 0; i < start.size(); ++i) {
      Point at = start;
      // Steps away from an edge, where the first way is not allowed.
      at[i] += step[i];
      if (!std::isfinite(cost(at)))
        at[i] = start[i] - step[i];
      const double there = cost(at);
      corners.push_back({std::move(at), there});
    }
    std::sort(corners.begin(), corners.end(), [](const Corner& a, const Corner& b) { return a.cost < b.cost; });
    for (int i = 0; i < kMoves; ++i) {
      move(corners, cost);
      const double spread = corners.back().cost - corners.front().cost;
      if (spread <= 1e-12 * (1e-9 + std::abs(corners.front().cost)))
        break;
    }
    start = corners.front().at;
    const double reached = corners.front().cost;
    if (before - reached <= 1e-9 * std::abs(before))
      break;
    before = reached;
  }
  return start;
}

} // namespace supercargo
