#pragma once

/// The little numerical analysis that the models of customers need.
namespace supercargo {

/// ln Γ(x), x > 0, to about 1e-14 relative: Stirling's series after shifting x up. Unlike std::lgamma it sets no
/// global.
double logGamma(double x);

/// Gauss' hypergeometric 2F1(a, b; c; z) by its series, 0 ≤ z < 1, c > 0.
double hypergeometric(double a, double b, double c, double z);

/// ln(e^x + e^y) without overflow.
double logAddExp(double x, double y);

/// How far a search for a model's parameters steps at first; they are logarithms.
constexpr double kFirstStep = 0.3;

} // namespace supercargo
