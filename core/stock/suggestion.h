#pragma once

#include "core/stock/reorder.h"

#include <QString>

#include <optional>
#include <vector>

namespace supercargo {

/// How much safety a shop wants, and what stock costs it.
struct ReplenishmentPolicy {
  double serviceLevel = 0.95; ///< share of delivery cycles without a stock-out
  double reviewDays = 7;      ///< days between two looks at the suggestions
  double holdingRate = 0.25;  ///< a year, of the goods' cost
};

/// What a suggestion is made from: one SKU in one warehouse.
struct ReplenishmentTerms {
  DailyDemand demand;
  LeadTime lead;
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0, inTransfer = 0;
  qint64 pack = 1, minimum = 0;
  std::optional<qint64> low;               ///< reorder level set by hand, in place of the computed one
  std::optional<double> orderCostInPieces; ///< cost of an order by the cost of a piece: a ratio, so no currency

  qint64 available() const { return onHand - reserved - blocked; }
  qint64 projected() const { return onHand + incoming + inTransfer - reserved - blocked; } ///< what can be sold soon
};

/// Every step from the terms to the number of pieces (figures 21, 23, 35–37).
struct Suggestion {
  double z = 0, safetyStock = 0, reorderPoint = 0, orderUpTo = 0;
  std::optional<double> economicLot; ///< when the costs are known
  std::optional<double> daysOfCover; ///< by what is available now; no value without demand
  bool isDue = false;                ///< projected stock is at the reorder point or below
  double wanted = 0;                 ///< before packs and minimum
  qint64 quantity = 0;               ///< 0: nothing to order now
  std::optional<double> dueInDays;   ///< until the reorder point is met; 0: now; no value without demand
};
/// Projected stock at or below the reorder level (core/stock/reorder.h): order up to d·(L + R) + …, at least the
/// economic lot, in whole packs. Without demand only a level set by hand is filled up. Pure.
Suggestion suggestOrder(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy);

/// What another quantity would need: one thing changed, all else the same.
struct OtherCase {
  QString change; ///< "lead_longer", "demand_higher", "demand_lower", "service_higher", "without_pack"
  double from = 0, to = 0;
  qint64 quantity = 0;
};
std::vector<OtherCase> otherCases(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy);

/// One point of the trade between money tied up and sales lost.
struct ServicePoint {
  double serviceLevel = 0, safetyStock = 0, reorderPoint = 0;
  double shortPerYear = 0; ///< pieces that buyers ask for in vain
  double fillRate = 1;
};
/// What a service level means for these terms; the lot of a cycle is the economic one, else what the review brings.
ServicePoint servicePoint(const ReplenishmentTerms& terms, const ReplenishmentPolicy& policy, double serviceLevel);

} // namespace supercargo
