#pragma once

#include "core/base/id.h"
#include "core/db/connection.h"

#include <optional>
#include <vector>

namespace supercargo {

struct ScannedLine {
  qint64 position = 0, quantity = 0, gross = 0, discount = 0, refunded = 0, shipped = 0;
  qint64 total = 0;                        ///< as the shop states it
  QString externalId, sku, article, title; ///< article: the SKU or what stands for it
  std::optional<qint64> cost;              ///< of all its pieces, frozen when they were sold
  bool isReturned = false;                 ///< its goods came back
};

struct ScannedRefund {
  QString line, reason;
  qint64 amount = 0;
  bool goods = false;
  std::optional<Instant> at;
};

/// Tries to pay at one gateway, in the order they came.
struct ScannedTries {
  QString account, method; ///< method of the first
  qint64 count = 0;
  bool hasEnded = false, isPaidAtOnce = false, isPaid = false; ///< hasEnded: the first one
};

/// An order with all that its facts tell, whole: read once for every kind of fact.
struct ScannedOrder {
  OrderId id;
  QString account, currency, state, number, province, city, method, status;
  qint64 units = 0, total = 0, paid = 0, refunded = 0, goods = 0, shipping = 0, discount = 0, tax = 0;
  qint64 customer = 0;
  bool isGone = false; ///< the shop no longer has it
  QString newness;
  Instant placedAt{}, updatedAt{};
  std::optional<Instant> paidAt, shippedAt;
  std::vector<ScannedLine> lines;
  std::vector<ScannedRefund> refunds;
  std::vector<ScannedTries> tries;
  std::optional<qint64> fee, freight; ///< as billed, in the order's currency
};

/// What beside the orders themselves is wanted; each costs a look at further tables.
struct OrderParts {
  bool tries = false;   ///< to pay, at each gateway
  bool newness = false; ///< whose first sale it is
};

/// The orders whose keys lie in [first, end), by key. Discounts and refunds of a whole order are shared out over its
/// lines, so that what lines tell adds up to what the order tells.
Result<std::vector<ScannedOrder>> scannedOrders(Connection& connection, qint64 first, qint64 end, OrderParts parts);

} // namespace supercargo
