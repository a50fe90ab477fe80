#pragma once

#include "core/store/facts.h"

#include <QSet>

namespace supercargo {

using FactKinds = QSet<FactKind>;

/// One pass over source rows of the local days [from, before).
struct FactScan {
  Connection& connection;
  const DayCut& cut;
  qint64 from = 0, before = 0;
  bool withBuyers = false; ///< tells BuyerDims
  std::function<void(FactKind, const Fact&)> sink;
};

Result<void> scanOrderFacts(const FactScan& scan, const FactKinds& wanted);
Result<void> scanGatewayFacts(const FactScan& scan);
Result<void> scanParcelFacts(const FactScan& scan);

/// How a payment at a gateway has ended, by its status; neither: nobody knows yet.
bool broughtMoney(const QString& status);
bool hasFailed(const QString& status); ///< or was closed

/// Shares `total` out in proportion to `weights` so that the parts add up to it exactly; all to the first where there
/// is no weight at all. Weights are not negative; at least one part.
std::vector<qint64> sharesOf(qint64 total, std::vector<qint64> weights);

} // namespace supercargo
