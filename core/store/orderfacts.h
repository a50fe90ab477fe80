#pragma once

#include "core/store/rollups.h"

namespace supercargo {

/// What others than the shop know of an order: the gateway and the couriers. Shops lag behind both.
struct OrderFacts {
  bool paidAtGateway = false;
  bool refundedAtGateway = false; ///< all of it
  bool approved = false;          ///< by a person, while the shop said what it says now
  qint64 parcels = 0, moving = 0, delivered = 0;
  qint64 parts = 0; ///< so many parcels carry it once all are sent; 0: nobody split it
};

/// `rawStatus`: the shop's own word now.
Result<OrderFacts> orderFacts(Connection& c, OrderId order, const QString& rawStatus);

/// The shop's word, moved forward by what gateway and couriers prove and a person approves. Never moves an order that
/// ended. A split order is shipped when all its parts are.
OrderStatus effectiveStatus(OrderStatus told, const OrderFacts& facts);

/// Pieces of a line that are promised and that have left.
struct LineClaim {
  qint64 reserved = 0, taken = 0;
  bool operator==(const LineClaim&) const = default;
};
/// What a line claims of the stock in this state; `before`: what it claimed until now.
LineClaim lineClaim(OrderStatus status, const LineSnapshot& line, bool goodsReturned, LineClaim before);

/// One signed change of a SKU by an order.
struct ClaimChange {
  OrderId order;
  QString sku;
  qint64 reservedDelta = 0, takenDelta = 0;
};
/// Writes balances and movements, of bundles and linked SKUs on the articles behind them. Lines without SKU claim
/// nothing. A shop's order is a fact: where it sold more than was available, the missing pieces are kept as "oversold".
Result<void> applyClaims(Connection& c, const Origin& origin, const std::vector<ClaimChange>& claims,
                         ChangeSet& changes);

extern const QString kMainWarehouse;

/// A stored order as far as writing needs it.
struct StoredOrder {
  OrderId id;
  AccountId account;
  QString externalId;
  OrderStatus status = OrderStatus::Unknown;
  PaymentStatus payment = PaymentStatus::Unknown;
  FulfilmentStatus fulfilment = FulfilmentStatus::Unknown;
  AftersaleStatus aftersale = AftersaleStatus::None;
  QString rawStatus;
  Currency currency;
  qint64 totalMinor = 0, paidMinor = 0, refundedMinor = 0, units = 0, eventCount = 0, contentHash = 0;
  Instant placedAt{}, updatedAt{};
  bool gone = false;

  FlowStage stage() const;
  RollupShare share() const;
};
QString storedOrderColumns(); ///< SELECT list that `storedOrder` reads
StoredOrder storedOrder(const Row& row);
Result<std::optional<StoredOrder>> findStoredOrder(Connection& c, OrderId id);

/// The one order with this payment reference; nullopt: none, or several.
Result<std::optional<OrderId>> orderOfReference(Connection& c, const QString& reference);

/// When the revisit loop should read the order again: soon while young, rarely when old, never once it ended.
std::optional<Instant> nextCheck(OrderStatus status, Instant placedAt, const Origin& origin);

/// A step of the timeline about to be written. Recent ones go to the live feed as well.
struct NewEvent {
  OrderId order;
  qint64 seq = 0;
  Instant at{};
  QString kind, text;
};
Result<void> writeEvents(Connection& c, const Origin& origin, const std::vector<NewEvent>& events);

/// Writes a stored order's new state (status, payment, amounts, stage, next check, event count) and the rollups'
/// difference.
Result<void> writeState(Connection& c, const Origin& origin, const StoredOrder& before, const StoredOrder& after,
                        RollupBatch& rollups, ChangeSet& changes);

/// Claims of all lines of a stored order as its new state wants them.
Result<void> settleClaims(Connection& c, const Origin& origin, const StoredOrder& order, bool goodsReturned,
                          ChangeSet& changes, std::vector<NewEvent>* events);

} // namespace supercargo
