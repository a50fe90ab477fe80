#include "core/reports/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace supercargo {
namespace {

using Point = std::vector<double>;

struct Corner {
  Point at;
  double value = 0;
};

Point along(const Point& from, const Point& to, double factor)
{
  Point point(from.size());
  for (size_t i = 0; i < from.size(); ++i)
    point[i] = from[i] + factor * (to[i] - from[i]);
  return point;
}

Point centreOf(const std::vector<Corner>& simplex)
{
  Point centre(simplex.front().at.size());
  for (size_t i = 0; i + 1 < simplex.size(); ++i) // all but the worst
    for (size_t k = 0; k < centre.size(); ++k)
      centre[k] += simplex[i].at[k] / double(simplex.size() - 1);
  return centre;
}

void byValue(std::vector<Corner>& simplex)
{
  std::sort(simplex.begin(), simplex.end(), [](const Corner& a, const Corner& b) { return a.value < b.value; });
}

/// One search; `calls` counts on.
Corner search(const std::function<double(const Point&)>& f, const Point& start, double step, double tolerance,
              int mostCalls, int& calls)
{
  const auto corner = [&f, &calls](Point at) {
    ++calls;
    const double value = f(at);
    return Corner{std::move(at), std::isnan(value) ? std::numeric_limits<double>::infinity() : value};
  };
  std::vector<Corner> simplex = {corner(start)};
  for (size_t i = 0; i < start.size(); ++i) {
    Point moved = start;
    moved[i] += step;
    simplex.push_back(corner(std::move(moved)));
  }
  for (byValue(simplex); calls < mostCalls; byValue(simplex)) {
    Corner& worst = simplex.back();
    double spread = 0;
    for (size_t i = 0; i < start.size(); ++i)
      spread = std::max(spread, std::abs(worst.at[i] - simplex.front().at[i]));
    if (worst.value - simplex.front().value <= tolerance * (1 + std::abs(simplex.front().value)) && spread < 1e-7)
      break;
    const Point centre = centreOf(simplex);
    Corner reflected = corner(along(centre, worst.at, -1));
    if (reflected.value < simplex.front().value) {
      Corner expanded = corner(along(centre, worst.at, -2));
      worst = expanded.value < reflected.value ? std::move(expanded) : std::move(reflected);
    } else if (reflected.value < simplex[simplex.size() - 2].value) {
      worst = std::move(reflected);
    } else {
      const bool outside = reflected.value < worst.value;
      Corner contracted = corner(along(centre, outside ? reflected.at : worst.at, 0.5));
      if (contracted.value < std::min(reflected.value, worst.value))
        worst = std::move(contracted);
      else
        for (size_t i = 1; i < simplex.size(); ++i)
          simplex[i] = corner(along(simplex.front().at, simplex[i].at, 0.5));
    }
  }
  return simplex.front();
}

} // namespace

double logGamma(double x)
{
  // Γ(x) = Γ(x + n) / (x (x + 1) …): one logarithm for all the factors
  double product = 1;
  while (x < 12) {
    product *= x;
    x += 1;
  }
  const double shift = std::log(product);
  const double inverse = 1 / x, square = inverse * inverse;
  const double series =
      inverse *
      (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))));
  return (x - 0.5) * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi) + series - shift;
}

double hypergeometric(double a, double b, double c, double z)
{
  constexpr int kMostTerms = 200'000; // enough for z = 0.9998
  double sum = 1, term = 1;
  for (int n = 0; n < kMostTerms; ++n) {
    term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
    sum += term;
    // Terms shrink by at least this factor from here on, so that what is left out is less than the last bit.
    if (std::abs(term) < 1e-16 * std::abs(sum) * (1 - z))
      break;
  }
  return sum;
}

double logAddExp(double x, double y)
{
  const double larger = std::max(x, y), smaller = std::min(x, y);
  return std::isinf(larger) ? larger : larger + std::log1p(std::exp(smaller - larger));
}

Minimum minimize(const std::function<double(const std::vector<double>&)>& f, std::vector<double> start, double step,
                 double tolerance, int mostCalls)
{
  int calls = 0;
  Corner best = search(f, start, step, tolerance, mostCalls, calls);
  while (calls < mostCalls) { // a simplex may collapse on a slope; from a fresh one it goes on
    Corner again = search(f, best.at, step, tolerance, mostCalls, calls);
    const bool better = again.value < best.value - 1e-9 * (1 + std::abs(best.value));
    if (again.value <= best.value)
      best = std::move(again);
    if (!better)
      return {std::move(best.at), best.value, true};
  }
  return {std::move(best.at), best.value, false};
}

} // namespace supercargo
