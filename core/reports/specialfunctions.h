#pragma once

#include <vector>

/// The little numerical analysis that the models of customers need.
namespace supercargo {

/// ln Γ(x), x > 0, to about 1e-14 relative: Stirling's series after shifting x up. Unlike std::lgamma it sets no
/// global.
double logGamma(double x);

/// Gauss' hypergeometric 2F1(a, b; c; z) by its series, 0 ≤ z < 1, c > 0.
double hypergeometric(double a, double b, double c, double z);

/// A mean over the beta distribution (a, b), exact for polynomials of degree 2 n − 1 (n = 48) and close for whatever is
/// smooth on [0, 1]: Gauss-Jacobi quadrature. Its points are where the distribution is, however narrow that be.
class BetaMean {
public:
  BetaMean(double a, double b);
  template <class Function>
  double of(Function function) const
  {
    double sum = 0;
    for (size_t i = 0; i < m_points.size(); ++i)
      sum += m_weights[i] * function(m_points[i]);
    return sum;
  }

private:
  std::vector<double> m_points, m_weights;
};

/// ln(e^x + e^y) without overflow.
double logAddExp(double x, double y);

/// ln of a product of many positive factors, for the price of multiplying them.
class LogOfProduct {
public:
  void multiply(double factor)
  {
    m_product *= factor;
    if (m_product > 1e150 || m_product < 1e-150)
      settle();
  }
  double value()
  {
    settle();
    return m_log;
  }

private:
  void settle();
  double m_product = 1, m_log = 0;
};

/// How far a search for a model's parameters steps at first; they are logarithms.
constexpr double kFirstStep = 0.3;

} // namespace supercargo
