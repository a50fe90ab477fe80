#include "core/stock/abcxyz.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supercargo {

std::vector<ValueClass> valueClasses(const std::vector<double>& values, const ClassLimits& limits)
{
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t l, std::size_t r) { return values[l] > values[r]; });
  double total = 0;
  for (const double value : values)
    total += std::max(value, 0.0);
  std::vector<ValueClass> classes(values.size(), ValueClass::C);
  double before = 0;
  for (const std::size_t index : order) {
    if (!(values[index] > 0))
      break;
    const double share = before / total;
    classes[index] = share < limits.a ? ValueClass::A : share < limits.b ? ValueClass::B : ValueClass::C;
    before += values[index];
  }
  return classes;
}

std::optional<SteadinessClass> steadinessClass(const std::vector<double>& periods, const ClassLimits& limits)
{
  constexpr std::size_t kLeastPeriods = 12;
  const auto count = double(periods.size());
  const double sum = std::accumulate(periods.begin(), periods.end(), 0.0);
  if (periods.size() < kLeastPeriods || !(sum > 0))
    return std::nullopt;
  const double mean = sum / count;
  double squares = 0;
  for (const double pieces : periods)
    squares += (pieces - mean) * (pieces - mean);
  const double variation = std::sqrt(squares / count) / mean;
  return variation < limits.x ? SteadinessClass::X : variation < limits.y ? SteadinessClass::Y : SteadinessClass::Z;
}

} // namespace supercargo
