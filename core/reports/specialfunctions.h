#pragma once

#include <functional>
#include <vector>

/// The little numerical analysis that the models of customers need.
namespace supercargo {

/// ln Γ(x), x > 0, to about 1e-14 relative: Stirling's series after shifting x up. Unlike std::lgamma it sets no
/// global.
double logGamma(double x);

/// Gauss' hypergeometric 2F1(a, b; c; z) by its series, 0 ≤ z < 1, c > 0.
double hypergeometric(double a, double b, double c, double z);

/// ln(e^x + e^y) without overflow.
double logAddExp(double x, double y);

struct Minimum {
  std::vector<double> at;
  double value = 0;
  bool converged = false;
};

/// The simplex search of Nelder & Mead (1965) from `start` with first steps of `step`, begun again at its own result
/// until that no longer improves. `f` may return infinity where it is not defined.
Minimum minimize(const std::function<double(const std::vector<double>&)>& f, std::vector<double> start,
                 double step = 0.3, double tolerance = 1e-11, int mostCalls = 4000);

} // namespace supercargo
