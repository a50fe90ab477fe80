#include "core/reports/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supercargo {
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

} // namespace supercargo
