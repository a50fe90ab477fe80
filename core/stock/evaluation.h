#pragma once

#include "core/stock/alerts.h"
#include "core/stock/facts.h"
#include "core/stock/reorder.h"

namespace supercargo {

/// An alert that ought to be.
struct WantedAlert {
  StockAlertKind kind = StockAlertKind::Low;
  QString warehouse, lot;
  QJsonObject facts;
  std::optional<Money> lostPerDay;
};

struct LotOnHand {
  QString lot;
  qint64 onHand = 0;
  std::optional<Instant> expires;
};

/// What is wrong with one balance. Pure. `sells`: orders are taken from this warehouse, so demand concerns it.
/// `openedAt`: the first movement, from which a first count and a first sale are awaited.
std::vector<WantedAlert> wantedAlerts(const StockRow& stock, const std::vector<LotOnHand>& lots,
                                      const StockFacts& facts, const StockThreshold& threshold, bool sells,
                                      Instant openedAt, Instant now);

} // namespace supercargo
