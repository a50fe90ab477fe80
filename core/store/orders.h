#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/snapshot.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace supercargo {

/// How many records of a page were new, different, the same, older than ours (ignored) or not stored because of a
/// fault.
struct UpsertCount {
  qint64 inserted = 0, changed = 0, unchanged = 0, failed = 0;
  UpsertCount& operator+=(const UpsertCount& other)
  {
    inserted += other.inserted;
    changed += other.changed;
    unchanged += other.unchanged;
    failed += other.failed;
    return *this;
  }
};

/// Where a page came from.
struct Origin {
  AccountId account;
  std::optional<CallId> call; ///< the call that brought it: noted in the timeline
  Instant now{};
  int pace = 1; ///< the simulated world lives this many times faster: waits until the next look are divided by it
};

/// A page of orders with what can be computed without the database, so that the writer thread need not: fingerprints of
/// their contents, their search words, and the couriers of their parcels by our codes. Pure; made in the thread that
/// parsed the page.
struct PreparedOrders {
  std::vector<OrderSnapshot> orders;
  std::vector<qint64> hashes;
  std::vector<QString> words;
  std::vector<QStringList> couriers; ///< one a parcel
};
PreparedOrders prepareOrders(std::vector<OrderSnapshot> orders);

/// Stores what a shop said of its orders, in the caller's transaction: order, lines, contact, customer, timeline, stock
/// reservation, parcels, refunds, rollups, search text. Idempotent: the same page twice changes nothing the second
/// time. A copy whose updatedAt is older than ours is ignored; equal time with other content wins. Drafts are skipped.
Result<UpsertCount> upsertPreparedOrders(Connection& c, const Origin& origin, const PreparedOrders& orders,
                                         ChangeSet& changes);
Result<UpsertCount> upsertOrders(Connection& c, const Origin& origin, const std::vector<OrderSnapshot>& orders,
                                 ChangeSet& changes);

/// Marks an order the shop no longer has: it stays, with the date of its removal, and lets go of its stock.
Result<void> markOrdersGone(Connection& c, const Origin& origin, const QStringList& externalIds, ChangeSet& changes);

/// Orders that the revisit loop should read again now: external ids, the longest waiting first.
Result<QStringList> ordersToRevisit(Connection& c, AccountId account, Instant now, int limit);
/// Earliest time at which one is due; nullopt: none open.
Result<std::optional<Instant>> nextRevisit(Connection& c, AccountId account);

// ---- reading -------------------------------------------------------------------------------------------------------

/// What to list. An empty member filters nothing; members are combined by AND, values inside one by OR.
struct OrderFilter {
  std::vector<OrderStatus> statuses;
  std::vector<FlowStage> stages;
  std::vector<AccountId> accounts;
  std::optional<Instant> placedFrom, placedBefore; ///< half open
  std::optional<qint64> totalAtLeast, totalAtMost; ///< minor units of each order's own currency
  QStringList provinces, cities, tags;
  QStringList texts; ///< every one must be found in number, ids, customer, titles, sku, waybill, note (Chinese from one
                     ///< character)
  bool operator==(const OrderFilter&) const = default;
};

enum class OrderSort { PlacedDescending, PlacedAscending, TotalDescending, TotalAscending, UpdatedDescending };

/// Keyset position: sort value and id of the last row seen. As text for `--after`.
struct OrderCursor {
  qint64 value = 0;
  qint64 id = 0;
  QString text() const;
  static Result<OrderCursor> parse(QStringView text);
};

struct OrderQuery {
  OrderFilter filter;
  OrderSort sort = OrderSort::PlacedDescending;
  std::optional<OrderCursor> after;
  int limit = 200; ///< 0: all
};

/// One line of a list. PII as stored; masking happens where it is shown (core/base/text.h).
struct OrderRow {
  OrderId id;
  AccountId account;
  QString externalId, number, rawStatus;
  OrderStatus status = OrderStatus::Unknown;
  PaymentStatus payment = PaymentStatus::Unknown;
  FulfilmentStatus fulfilment = FulfilmentStatus::Unknown;
  AftersaleStatus aftersale = AftersaleStatus::None;
  FlowStage stage = FlowStage::ToReview;
  Money total, paid, refunded;
  Instant placedAt{}, updatedAt{};
  qint64 lineCount = 0, units = 0;
  QString customer, city, province, firstTitle;
  QStringList tags;
  bool gone = false;
};

Result<std::vector<OrderRow>> orderRows(Connection& c, const OrderQuery& query);
OrderCursor cursorOf(const OrderRow& row, OrderSort sort);
Result<std::optional<OrderRow>> orderRow(Connection& c, OrderId id);

/// How many orders match; counting stops at `limit` (then the answer is `limit`), so that it is always quick.
Result<qint64> orderCount(Connection& c, const OrderFilter& filter, qint64 limit = 10'000);

struct TimelineEntry {
  Instant at{};
  QString kind; ///< "placed", "paid", "reserved", "released", "shipped", "in_transit", "delivered", "refunded",
                ///< "cancelled", "status", "gone", …
  QString text; ///< raw facts, English or the provider's words
  std::optional<CallId> call;
};

struct OrderShipment {
  ShipmentId id;
  QString courier, number, reason, place;
  ParcelStatus status = ParcelStatus::Unknown;
  std::optional<Instant> shippedAt, deliveredAt, lastEventAt;
};

struct OrderPayment {
  PaymentId id;
  AccountId account;
  QString externalId;
  Money amount;
  std::optional<Money> fee;
  GatewayPaymentStatus status = GatewayPaymentStatus::Unknown;
  std::optional<Instant> paidAt;
};

/// One open order.
struct OrderDetails {
  OrderRow row;
  Money goods, shipping, discount, tax;
  std::optional<Instant> paidAt, shippedAt, completedAt;
  std::optional<Instant> shipBy, deliverBy; ///< what the platform demands
  QString buyerNote, sellerMemo, paymentMethod, paymentReference, customerEmail, customerPhone;
  AddressSnapshot shipTo;
  std::vector<LineSnapshot> lines;
  std::vector<RefundSnapshot> refunds;
  std::vector<OrderShipment> shipments;
  std::vector<OrderPayment> payments;
  std::vector<TimelineEntry> timeline; ///< oldest first
  QStringList warnings;
};

Result<std::optional<OrderDetails>> orderDetails(Connection& c, OrderId id);

/// The flow strip: how many orders stand at a stage and since when the oldest does. From rollups; all accounts or one.
struct StageCount {
  FlowStage stage = FlowStage::ToPay;
  qint64 orders = 0;
  std::optional<Instant> oldest;
};
Result<std::vector<StageCount>> stageCounts(Connection& c, std::optional<AccountId> account = std::nullopt);

/// Orders by status, from rollups.
Result<std::vector<std::pair<OrderStatus, qint64>>> statusCounts(Connection& c);

/// Sales of a half-open time span from the quarter-hour rollup, by when orders were placed (`kpi.md` 3, 7). Cancelled
/// and unpaid orders count as placed, not as sales. Bounds are rounded down to a quarter hour.
struct SalesSum {
  qint64 orders = 0, units = 0, cancelled = 0;
  MoneyBag placed, paid, refunded;
};
Result<SalesSum> salesBetween(Connection& c, Instant from, Instant before);
/// The same for each of many equal steps (sparklines, today by the hour).
Result<std::vector<SalesSum>> salesSteps(Connection& c, Instant from, std::chrono::minutes step, int count);

/// The newest steps of all timelines, for the live feed.
struct FeedEntry {
  OrderId order;
  QString number;
  AccountId account;
  TimelineEntry entry;
  Money total;
};
Result<std::vector<FeedEntry>> feed(Connection& c, int limit);

} // namespace supercargo
