#include "core/stock/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace supercargo {

double normalDensity(double z)
{
  return std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

double normalBelow(double z)
{
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normalQuantile(double probability)
{
  constexpr double kEdge = std::numeric_limits<double>::epsilon();
  const double p = std::clamp(probability, kEdge, 1 - kEdge);
  // The upper half is the lower one mirrored: there the tail is told to its last digit.
  const bool upper = p > 0.5;
  const double tail = upper ? 1 - p : p;
  const double t = std::sqrt(-2 * std::log(tail));
  // The rational guess of Abramowitz and Stegun (26.2.23) is good to 5e-4; Halley's steps triple the digits.
  double z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (int step = 0; step < 3; ++step) {
    const double off = (normalBelow(z) - tail) / normalDensity(z);
    z -= off / (1 + 0.5 * z * off);
  }
  return upper ? -z : z;
}

double normalLoss(double z)
{
  return normalDensity(z) - z * normalBelow(-z);
}

double normalLossQuantile(double loss)
{
  // G falls steadily, from −z far on the left to nothing on the right.
  double low = -loss - 1, high = 40;
  for (int step = 0; step < 200 && high - low > 1e-15 * std::max(1.0, std::abs(low)); ++step) {
    const double middle = 0.5 * (low + high);
    (normalLoss(middle) > loss ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

double normalSecondLoss(double z)
{
  return 0.5 * ((z * z + 1) * normalBelow(-z) - z * normalDensity(z));
}

double poissonMass(int pieces, double mean)
{
  if (pieces < 0)
    return 0;
  if (mean <= 0)
    return pieces == 0 ? 1 : 0;
  return std::exp(pieces * std::log(mean) - mean - std::lgamma(pieces + 1.0));
}

double poissonBelow(int pieces, double mean)
{
  double sum = 0;
  for (int i = 0; i <= pieces; ++i)
    sum += poissonMass(i, mean);
  return std::min(sum, 1.0);
}

double poissonShortage(int pieces, double mean)
{
  if (pieces <= 0)
    return mean - pieces;
  // E(D − y)+ = mean·P(D ≥ y) − y·P(D ≥ y + 1)
  return mean * (1 - poissonBelow(pieces - 1, mean)) - pieces * (1 - poissonBelow(pieces, mean));
}

} // namespace supercargo
