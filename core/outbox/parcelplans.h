#pragma once

#include "core/domain/parcelplan.h"
#include "core/outbox/outbox.h"
#include "core/store/articleweights.h"
#include "core/store/orders.h"

/// Several orders that go out as one parcel, and one order that goes out as several. The shops' orders stay as they
/// are; a plan only says what is booked together. It can be undone until something is booked.
namespace supercargo {

using ParcelPlanId = Id<struct ParcelPlanTag>;

enum class PlanKind { Merge, Split };
QString planKindName(PlanKind kind); ///< "merge"

struct PlannedParcel {
  int part = 0;        ///< of a split from 1; of a merge 0
  ParcelPieces pieces; ///< of a split
  bool booked = false; ///< or being booked
};

struct ParcelPlan {
  ParcelPlanId id;
  PlanKind kind = PlanKind::Merge;
  QString reason, actor;
  Instant createdAt{};
  std::vector<OrderId> orders; ///< the head first: its address is written on the parcel, its booking stands for all
  QStringList numbers;         ///< of the orders, as people know them
  std::vector<PlannedParcel> parcels;
  bool isBooked() const;
};

/// The plan that an order belongs to.
Result<std::optional<ParcelPlan>> parcelPlanOf(Connection& c, OrderId order);

struct PlanAnswer {
  ParcelPlan plan;
  bool alreadySo = false; ///< it stood like this before: nothing was written
};

/// What would keep these orders from sharing a parcel; empty: nothing. An order named twice counts once. NotFound.
Result<std::vector<MergeFinding>> mergeObstacles(Connection& c, const std::vector<OrderId>& orders);

/// The first order becomes the head. Rejected, naming what differs; Invalid without a reason.
Result<PlanAnswer> mergeOrders(Connection& c, const std::vector<OrderId>& orders, const QString& reason,
                               const QString& actor, Instant now, ChangeSet& changes);

/// Invalid when the parcels do not hold exactly what was ordered or there is no reason; Rejected when the order is not
/// waiting to be shipped, Conflict when a parcel is booked or it is merged or split otherwise.
Result<PlanAnswer> splitOrder(Connection& c, OrderId order, const std::vector<ParcelPieces>& parcels,
                              const QString& reason, const QString& actor, Instant now, ChangeSet& changes);

/// Takes a plan back; the plan as it was, nullopt: the order is neither merged nor split. Conflict once something is
/// booked: cancel that first.
Result<std::optional<ParcelPlan>> undoParcelPlan(Connection& c, OrderId order, const QString& reason,
                                                 const QString& actor, Instant now, ChangeSet& changes);

// ---- for booking (core/outbox/shipping.h) and what follows from it (core/outbox/followups.h) ------------------------

/// The order whose booking stands for this one: the head of those merged with it, else itself.
Result<OrderId> bookedWith(Connection& c, OrderId order);

/// How many orders share its parcel, itself included.
Result<qint64> ordersTogether(Connection& c, OrderId order);

/// What the next parcel of an order holds.
struct ParcelLoad {
  std::optional<ParcelPlanId> plan;
  int part = 0;                  ///< 0: all of the order, and of those merged with it
  std::vector<ParcelItem> items; ///< of all orders in it
  std::vector<SoldPieces> goods; ///< the same, one for one, as they are weighed
};
/// Conflict when every part is booked or the order's lines are no longer those that were split; Rejected when an order
/// merged with it is no longer waiting to be shipped.
Result<ParcelLoad> nextLoad(Connection& c, const OrderDetails& order);
/// All that an order holds, whatever is planned or booked.
ParcelLoad wholeLoad(const OrderDetails& order);
/// Writes into its items what they weigh by their articles.
Result<void> weighItems(Connection& c, ParcelLoad& load);
/// What it weighs by its articles, grams; nullopt: one is not known, or there is no such parcel (nextLoad says why).
Result<std::optional<qint64>> nextLoadWeight(Connection& c, const OrderDetails& order);
Result<void> noteLoadBooked(Connection& c, const ParcelLoad& load, ActionId booking);

/// One order in a booked parcel, and what its shop is told.
struct LoadShare {
  OrderId order;
  std::vector<std::pair<QString, qint64>> lines; ///< of a split: line external id and quantity; empty: all of it
  bool isPart = false;                           ///< the order has further parcels
  bool isLast = true;                            ///< all its other parcels are booked
};
Result<std::vector<LoadShare>> loadShares(Connection& c, const OutboxEntry& booking);

/// Makes the further orders of a parcel its passengers: they see it and follow it.
Result<void> shareShipment(Connection& c, const std::vector<LoadShare>& shares, const QString& number);
/// The further orders in a parcel.
Result<std::vector<OrderId>> sharersOf(Connection& c, const QString& number);

} // namespace supercargo
