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

void LogOfProduct::settle()
{
  m_log += std::log(m_product);
  m_product = 1;
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

namespace {

/// Turns a symmetric tridiagonal matrix into its eigenvalues (in `diagonal`) and the first components of its
/// eigenvectors (in `first`, which begins as the first unit vector) by QL steps with Wilkinson's shift.
void diagonalise(std::vector<double>& diagonal, std::vector<double>& beside, std::vector<double>& first)
{
  constexpr double kNothing = 1e-16;
  constexpr int kMostSteps = 60;
  const size_t n = diagonal.size();
  for (size_t low = 0; low < n; ++low)
    for (int step = 0; step < kMostSteps; ++step) {
      size_t end = low; // the block from low to end hangs together
      while (end + 1 < n && std::abs(beside[end]) > kNothing * (std::abs(diagonal[end]) + std::abs(diagonal[end + 1])))
        ++end;
      if (end == low)
        break;
      const double half = (diagonal[low + 1] - diagonal[low]) / (2 * beside[low]);
      const double shift = diagonal[low] - beside[low] / (half + std::copysign(std::hypot(half, 1), half));
      double sine = 1, cosine = 1, carried = 0, corner = diagonal[end] - shift;
      for (size_t i = end; i-- > low;) { // one rotation after the other chases the corner upwards
        const double pushed = sine * beside[i], kept = cosine * beside[i];
        const double length = std::hypot(pushed, corner);
        if (i + 1 < n)
          beside[i + 1] = length;
        sine = length == 0 ? 0 : pushed / length;
        cosine = length == 0 ? 1 : corner / length;
        const double above = diagonal[i + 1] - carried;
        const double turned = (diagonal[i] - above) * sine + 2 * cosine * kept;
        carried = sine * turned;
        diagonal[i + 1] = above + carried;
        corner = cosine * turned - kept;
        const double other = first[i + 1];
        first[i + 1] = sine * first[i] + cosine * other;
        first[i] = cosine * first[i] - sine * other;
      }
      diagonal[low] -= carried;
      beside[low] = corner;
      beside[end] = 0;
    }
}

} // namespace

BetaMean::BetaMean(double a, double b)
{
  // The recurrence of Jacobi's polynomials for the weight p^(a−1) (1−p)^(b−1), as a matrix (Golub & Welsch, 1969).
  constexpr int kPoints = 48;
  const double alpha = b - 1, beta = a - 1, sum = alpha + beta;
  std::vector<double> diagonal, beside(kPoints, 0), first(kPoints, 0);
  for (int n = 0; n < kPoints; ++n) {
    const double twice = 2 * n + sum;
    diagonal.push_back(n == 0 ? (beta - alpha) / (sum + 2) : (beta - alpha) * sum / (twice * (twice + 2)));
    const double k = n + 1, next = 2 * k + sum; // between this one and the next
    const double ratio = n == 0 ? 1 / (next + 1) : (k + sum) / ((next + 1) * (next - 1));
    beside[size_t(n)] = std::sqrt(4 * k * (k + alpha) * (k + beta) * ratio) / next;
  }
  first[0] = 1;
  diagonalise(diagonal, beside, first);
  for (size_t i = 0; i < diagonal.size(); ++i) {
    m_points.push_back(std::clamp((1 + diagonal[i]) / 2, 0.0, 1.0));
    m_weights.push_back(first[i] * first[i]);
  }
}

double logAddExp(double x, double y)
{
  const double larger = std::max(x, y), smaller = std::min(x, y);
  return std::isinf(larger) ? larger : larger + std::log1p(std::exp(smaller - larger));
}

} // namespace supercargo
