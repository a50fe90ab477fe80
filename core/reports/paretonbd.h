#pragma once

#include "core/reports/lifetimevalue.h"

namespace supercargo {

/// The older model of Schmittlein, Morrison & Colombo (Management Science 33, 1987): customers buy at a gamma
/// distributed rate (r, alpha) and leave at a gamma distributed rate (s, beta), at any time rather than after a
/// purchase. A second opinion beside BG/NBD: where both agree, the estimate does not hang on how leaving is imagined.
struct ParetoNbd {
  double r = 1, alpha = 1, s = 1, beta = 1;

  double logLikelihood(const PurchaseHistory& history) const;
  double probabilityAlive(const PurchaseHistory& history) const;
  /// Of a customer not yet seen, in the `time` after the first purchase.
  double expectedPurchases(double time) const;
  /// Of this customer, in the `time` from now.
  double expectedPurchases(const PurchaseHistory& history, double time) const;
};

/// Maximum likelihood; Invalid as with fitBgNbd.
Result<ModelFit<ParetoNbd>> fitParetoNbd(std::span<const PurchaseHistory> histories);

} // namespace supercargo
