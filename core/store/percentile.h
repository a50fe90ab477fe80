#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <vector>

namespace supercargo {

/// Nearest rank: the smallest value that at least `share` of all are not above. `sorted` rises and is not empty.
inline double nearestRank(const std::vector<qint64>& sorted, double share)
{
  const auto rank = size_t(std::ceil(share * double(sorted.size())));
  return double(sorted[std::max<size_t>(rank, 1) - 1]);
}

} // namespace supercargo
