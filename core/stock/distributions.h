#pragma once

/// What the formulas of stock keeping need of probability. Plain doubles: rates and pieces, never money. Pure
/// functions, any thread.
namespace supercargo {

double normalDensity(double z);
double normalBelow(double z); ///< P(Z ≤ z)

/// z with P(Z ≤ z) = `probability`, exact to some units of the last digit. `probability` is held inside (0, 1): a
/// service level of 100 % needs endless stock, so the answer is that of the largest level a double can tell apart.
double normalQuantile(double probability);

/// Expected shortage of a standard normal demand above z: G(z) = φ(z) − z·(1 − Φ(z)).
double normalLoss(double z);
/// z with G(z) = `loss`; negative where more than φ(0) may be missing. `loss` must be above 0.
double normalLossQuantile(double loss);
/// ∫ from z to infinity of G: ½·((z² + 1)·(1 − Φ(z)) − z·φ(z)).
double normalSecondLoss(double z);

double poissonMass(int pieces, double mean);     ///< P(D = pieces); 0 below zero
double poissonBelow(int pieces, double mean);    ///< P(D ≤ pieces)
double poissonShortage(int pieces, double mean); ///< E(D − pieces)+

} // namespace supercargo
