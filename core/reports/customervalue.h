#pragma once

#include "core/reports/customersales.h"
#include "core/reports/lifetimevalue.h"
#include "core/reports/rfm.h"

#include <map>

namespace supercargo {

/// A customer as RFM sees them.
struct ScoredCustomer {
  RfmInput bought;
  OrderId lastOrder;
  RfmScore score;
};

/// Calls `each(scored, sales)` for every customer with the scores at the end of `lastDay`, and with the customer's
/// sales. Customers are many: nothing is kept of them.
using ScoredSink = std::function<void(const ScoredCustomer&, std::span<const CustomerSale>)>;
void eachScored(const CustomerSales& sales, qint64 lastDay, const ScoredSink& each);

/// What a customer is likely still to buy in the months to come.
struct CustomerOutlook {
  double alive = 1, purchases = 0;
  std::optional<qint64> valueMinor; ///< what those purchases are worth, whole minor units; no value without a model
};

struct CustomerModels {
  std::optional<ModelFit<BgNbd>> buying;
  std::optional<ModelFit<GammaGamma>> spending;
};

/// Learns from all customers' purchases up to the end of `lastDay`, and looks `months` ahead. `monthlyDiscount`: 0.01
/// makes money of a month later worth 1 % less.
class CustomerForecast {
public:
  CustomerForecast(const CustomerSales& sales, qint64 lastDay, int months, double monthlyDiscount);
  const CustomerModels& models() const { return m_models; }
  /// Nothing where too few customers came back to learn from.
  std::optional<CustomerOutlook> of(std::span<const CustomerSale> sales);

private:
  const PurchasesAhead& aheadOf(const PurchaseHistory& history);

  qint64 m_lastDay;
  int m_months;
  double m_monthlyDiscount;
  CustomerModels m_models;
  std::map<double, PurchaseOutlook> m_byRepeats;
  QHash<std::pair<double, double>, PurchasesAhead> m_ahead; ///< by repeats and age, which many customers share
};

/// The RFM segment of every customer at the end of the spec's span, by id. Who bought in several currencies is scored
/// in `own` where there are purchases in it.
Result<QHash<QString, QString>> customerSegments(Connection& c, const ReportSpec& spec, Currency own);

} // namespace supercargo
