#pragma once

#include <functional>
#include <vector>

namespace supercargo {

/// The point near `start` at which `cost` is least (Nelder and Mead 1965, started anew until it finds no better).
/// `cost` answers infinity where a point is not allowed. `step` is the simplex's first size, one for each coordinate.
std::vector<double> simplexSearch(const std::function<double(const std::vector<double>&)>& cost,
                                  std::vector<double> start, const std::vector<double>& step);

} // namespace supercargo
