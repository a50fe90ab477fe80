#pragma once

#include "core/reports/customersales.h"
#include "core/reports/lifetimevalue.h"
#include "core/reports/rfm.h"

namespace supercargo {

/// A customer as RFM sees them, and what they are likely still to buy.
struct ScoredCustomer {
  CustomerId customer;
  OrderId lastOrder;
  RfmScore score;
  qint64 orders = 0, spentMinor = 0;
  PurchaseHistory history;                ///< in weeks, to the end of the spec's last day
  std::optional<double> alive, purchases; ///< in the months to come; no value where nothing can be estimated
  std::optional<qint64> valueMinor;       ///< what those purchases are worth, whole minor units
};

struct CustomerModels {
  std::optional<ModelFit<BgNbd>> buying;
  std::optional<ModelFit<GammaGamma>> spending;
};

struct CustomerScores {
  std::vector<ScoredCustomer> customers;
  CustomerModels models;
};

/// Scores all customers of the spec's span by their purchases in one currency. `months` to look ahead; 0: estimate
/// nothing. `monthlyDiscount`: 0.01 makes money of a month later worth 1 % less.
Result<CustomerScores> scoredCustomers(Connection& c, const ReportSpec& spec, const QString& currency, int months,
                                       double monthlyDiscount);

/// The RFM segment of every customer at the end of the spec's span, by id. Who bought in several currencies is scored
/// in `own` where there are purchases in it.
Result<QHash<QString, QString>> customerSegments(Connection& c, const ReportSpec& spec, Currency own);

} // namespace supercargo
