#pragma once

#include "core/base/result.h"
#include "core/reports/specialfunctions.h"

#include <span>
#include <vector>

/// What customers will still buy: the BG/NBD model of Fader, Hardie & Lee (Marketing Science 24, 2005) for how often,
/// the Gamma-Gamma model of Fader & Hardie (note 025, 2013) for how much. Estimates about people, never amounts of
/// books: doubles throughout, and shown apart from what was earned.
namespace supercargo {

/// Purchases of `customers` like customers in one unit of time, weeks here. Several orders of a day count once.
struct PurchaseHistory {
  double repeats = 0; ///< purchases after the first
  double last = 0;    ///< from the first purchase to the last
  double age = 0;     ///< from the first purchase to now
  double customers = 1;
};

/// Purchases come at a gamma distributed rate (r, alpha), and after each the customer leaves with a beta distributed
/// chance (a, b).
struct BgNbd {
  double r = 1, alpha = 1, a = 1, b = 1;

  double logLikelihood(const PurchaseHistory& history) const;
  double probabilityAlive(const PurchaseHistory& history) const;
  /// Of a customer not yet seen, in the `time` after the first purchase.
  double expectedPurchases(double time) const;
  /// Of this customer, in the `time` from now.
  double expectedPurchases(const PurchaseHistory& history, double time) const;
};

/// Spending per purchase varies around each customer's own mean, which does not depend on how often the customer buys.
struct GammaGamma {
  double p = 1, q = 2, v = 1;

  /// Of a customer with `repeats` purchases of `mean` each on average; repeats 0: of anybody. Minor or major units,
  /// as the fit had them.
  double expectedSpend(double repeats, double mean) const;
  double logLikelihood(double repeats, double mean) const;
};

template <class Model>
struct ModelFit {
  Model model;
  double logLikelihood = 0;
};

struct SpendHistory {
  double repeats = 1; ///< at least 1
  double mean = 0;    ///< per purchase, above 0
};

double logLikelihood(const BgNbd& model, std::span<const PurchaseHistory> histories);

/// Maximum likelihood over all histories. Invalid where there is nothing to learn from: fewer than `kFewestRepeaters`
/// customers who came back, or no maximum.
Result<ModelFit<BgNbd>> fitBgNbd(std::span<const PurchaseHistory> histories);
Result<ModelFit<GammaGamma>> fitGammaGamma(std::span<const SpendHistory> histories);
constexpr int kFewestRepeaters = 20;

/// What a customer who is still there will buy in `months` months, also with each month's purchases discounted by
/// `monthlyDiscount`. It depends on repeats and age alone, which many customers share.
struct PurchasesAhead {
  double all = 0, discounted = 0;
};

/// Looks ahead for all customers with so many repeats.
class PurchaseOutlook {
public:
  PurchaseOutlook(const BgNbd& m, double repeats)
      : m_shape(m.r + repeats), m_alpha(m.alpha), m_chance(m.a, m.b + repeats)
  {
  }
  double purchases(double age, double time) const; ///< in the `time` from now of one who is still there
  PurchasesAhead ahead(double age, double monthlyDiscount, int months) const;

private:
  double m_shape, m_alpha;
  BetaMean m_chance; ///< to leave after a purchase
};

/// The value of what a customer will buy in `months` months: margin × spend × purchases of each month, discounted by
/// `monthlyDiscount`. A month is 4.345 weeks.
double discountedValue(const BgNbd& buying, const PurchaseHistory& history, double spendPerPurchase, double margin,
                       double monthlyDiscount, int months);
constexpr double kWeeksPerMonth = 4.345;

} // namespace supercargo
