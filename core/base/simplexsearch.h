#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace supercargo {

/// When a search is over: the costs of all corners within `tolerance` × (`floor` + the least of them), and the corners
/// within `closeness` of each other.
struct SimplexLimits {
  double tolerance = 1e-11, floor = 1, closeness = 1e-7;
  int mostCalls = 4000;
};

struct Minimum {
  std::vector<double> at;
  double value = 0;
  bool converged = false; ///< false: the calls were used up
};

/// The point near `start` at which `cost` is least: the simplex search of Nelder & Mead (1965), begun again at its own
/// result until that no longer improves. `steps`: the simplex's first size, one for each coordinate; it steps the other
/// way where the first way is not allowed. `cost` answers infinity (or not a number) where a point is not allowed.
Minimum simplexSearch(const std::function<double(const std::vector<double>&)>& cost, std::vector<double> start,
                      const std::vector<double>& steps, const SimplexLimits& limits = {});

/// The same by Newton's steps with numerical derivatives: few calls, where `start` is near the minimum already and the
/// cost is smooth there. Nothing where it does not get there; ask the simplex then.
std::optional<Minimum> newtonSearch(const std::function<double(const std::vector<double>&)>& cost,
                                    std::vector<double> start);

} // namespace supercargo
