#include "core/base/simplexsearch.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

class Search {
public:
  Search(const std::function<double(const Point&)>& cost, const Point& steps, const SimplexLimits& limits)
      : m_cost(cost), m_steps(steps), m_limits(limits)
  {
  }

  bool mayGoOn() const { return m_calls < m_limits.mostCalls; }
  double margin(double share, double cost) const { return share * (m_limits.floor + std::abs(cost)); }

  Corner run(const Point& start)
  {
    begin(start);
    while (mayGoOn() && !isOver())
      move();
    return m_corners.front();
  }

private:
  Corner corner(Point at)
  {
    ++m_calls;
    const double cost = m_cost(at);
    return {std::move(at), std::isnan(cost) ? std::numeric_limits<double>::infinity() : cost};
  }

  void begin(const Point& start)
  {
    m_corners = {corner(start)};
    for (std::size_t i = 0; i < start.size(); ++i) {
      Point at = start;
      at[i] += m_steps[i];
      Corner next = corner(at);
      if (!std::isfinite(next.cost)) { // away from an edge
        at[i] = start[i] - m_steps[i];
        next = corner(std::move(at));
      }
      m_corners.push_back(std::move(next));
    }
    sort();
  }

  void sort()
  {
    std::sort(m_corners.begin(), m_corners.end(), [](const Corner& a, const Corner& b) { return a.cost < b.cost; });
  }

  bool isOver() const
  {
    const Corner &best = m_corners.front(), &worst = m_corners.back();
    double apart = 0;
    for (std::size_t i = 0; i < best.at.size(); ++i)
      apart = std::max(apart, std::abs(worst.at[i] - best.at[i]));
    return worst.cost - best.cost <= margin(m_limits.tolerance, best.cost) && apart < m_limits.closeness;
  }

  /// The middle of all corners but the worst.
  Point middle() const
  {
    Point at(m_corners.front().at.size(), 0);
    for (std::size_t i = 0; i + 1 < m_corners.size(); ++i)
      for (std::size_t k = 0; k < at.size(); ++k)
        at[k] += m_corners[i].at[k] / double(m_corners.size() - 1);
    return at;
  }

  /// One move of the worst corner.
  void move()
  {
    Corner& worst = m_corners.back();
    const double second = m_corners[m_corners.size() - 2].cost;
    const Point centre = middle();
    Corner mirrored = corner(along(centre, worst.at, -1));
    if (mirrored.cost < m_corners.front().cost) {
      Corner further = corner(along(centre, worst.at, -2));
      worst = further.cost < mirrored.cost ? std::move(further) : std::move(mirrored);
    } else if (mirrored.cost < second) {
      worst = std::move(mirrored);
    } else {
      Corner nearer = corner(along(centre, mirrored.cost < worst.cost ? mirrored.at : worst.at, 0.5));
      if (nearer.cost < std::min(mirrored.cost, worst.cost))
        worst = std::move(nearer);
      else
        for (std::size_t i = 1; i < m_corners.size(); ++i)
          m_corners[i] = corner(along(m_corners.front().at, m_corners[i].at, 0.5));
    }
    sort();
  }

  const std::function<double(const Point&)>& m_cost;
  const Point& m_steps;
  const SimplexLimits& m_limits;
  std::vector<Corner> m_corners; ///< sorted by cost
  int m_calls = 0;
};

/// Slope and curvature of the cost at a point, from its values `kStep` apart.
class Curvature {
public:
  Curvature(const std::function<double(const Point&)>& cost, const Point& at, double here)
      : m_slope(at.size()), m_rows(at.size(), Point(at.size()))
  {
    const auto stepped = [&](std::size_t i, double by, std::size_t k, double byK) {
      Point to = at;
      to[i] += by;
      to[k] += byK;
      return cost(to);
    };
    Point above(at.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
      above[i] = stepped(i, kStep, i, 0);
      const double below = stepped(i, -kStep, i, 0);
      m_slope[i] = (above[i] - below) / (2 * kStep);
      m_rows[i][i] = (above[i] - 2 * here + below) / (kStep * kStep);
    }
    for (std::size_t i = 0; i < at.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        m_rows[i][k] = m_rows[k][i] = (stepped(i, kStep, k, kStep) - above[i] - above[k] + here) / (kStep * kStep);
  }

  /// Where the slope would be 0 if the curvature stayed; nothing where the cost does not curve upwards in all
  /// directions (Cholesky).
  std::optional<Point> step() const
  {
    const std::size_t n = m_slope.size();
    std::vector<Point> root(n, Point(n, 0));
    Point step(n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k <= i; ++k) {
        double rest = m_rows[i][k];
        for (std::size_t j = 0; j < k; ++j)
          rest -= root[i][j] * root[k][j];
        if (i == k && !(rest > 0))
          return std::nullopt;
        root[i][k] = i == k ? std::sqrt(rest) : rest / root[k][k];
      }
      step[i] = -m_slope[i];
      for (std::size_t j = 0; j < i; ++j)
        step[i] -= root[i][j] * step[j];
      step[i] /= root[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t j = i + 1; j < n; ++j)
        step[i] -= root[j][i] * step[j];
      step[i] /= root[i][i];
    }
    return step;
  }

private:
  static constexpr double kStep = 1e-4;
  Point m_slope;
  std::vector<Point> m_rows;
};

} // namespace

std::optional<Minimum> newtonSearch(const std::function<double(const std::vector<double>&)>& cost,
                                    std::vector<double> start)
{
  constexpr int kMostSteps = 12;
  constexpr double kFarthest = 1, kClose = 1e-7;
  Minimum best{std::move(start), 0, false};
  best.value = cost(best.at);
  for (int i = 0; i < kMostSteps && std::isfinite(best.value); ++i) {
    const auto step = Curvature(cost, best.at, best.value).step();
    if (!step)
      return std::nullopt;
    double length = 0;
    Point next = best.at;
    for (std::size_t k = 0; k < next.size(); ++k) {
      next[k] += (*step)[k];
      length = std::max(length, std::abs((*step)[k]));
    }
    if (!(length < kFarthest))
      return std::nullopt;
    const double value = cost(next);
    // At the bottom the last bits decide; before it every step goes down.
    if (length < kClose)
      return Minimum{value < best.value ? next : best.at, std::min(value, best.value), true};
    if (!(value < best.value))
      return std::nullopt;
    best.at = std::move(next);
    best.value = value;
  }
  return std::nullopt;
}

Minimum simplexSearch(const std::function<double(const std::vector<double>&)>& cost, std::vector<double> start,
                      const std::vector<double>& steps, const SimplexLimits& limits)
{
  constexpr double kBetter = 1e-9; ///< a smaller gain is none
  Search search(cost, steps, limits);
  Corner best = search.run(start);
  while (search.mayGoOn()) { // a simplex may collapse on a slope; from a fresh one it goes on
    Corner again = search.run(best.at);
    const bool isBetter = again.cost < best.cost - search.margin(kBetter, best.cost);
    if (again.cost <= best.cost)
      best = std::move(again);
    if (!isBetter)
      return {std::move(best.at), best.cost, true};
  }
  return {std::move(best.at), best.cost, false};
}

} // namespace supercargo
