#pragma once

#include "core/base/instant.h"
#include "core/base/money.h"
#include "core/domain/status.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What a provider said: plain values, made by a provider's parser, stored by core/store. External ids are opaque,
/// case-sensitive text. Absent is std::optional; empty text means "not told".
namespace supercargo {

struct AddressSnapshot {
  QString name, phone, country, province, city, district, street, postalCode;
  bool operator==(const AddressSnapshot&) const = default;
};

struct LineSnapshot {
  QString externalId, productExternalId, variantExternalId, sku, title, options, imageUrl;
  qint64 quantity = 0, shippedQuantity = 0;
  Money unitPrice, discount, total; ///< total = what the line costs after its discounts, as the shop states it
  bool operator==(const LineSnapshot&) const = default;
};

struct RefundSnapshot {
  QString externalId, lineExternalId, reason; ///< no line: the whole order
  Money amount;
  AftersaleStatus status = AftersaleStatus::Unknown;
  bool goodsReturned = false;
  std::optional<Instant> createdAt;
  bool operator==(const RefundSnapshot&) const = default;
};

/// A parcel as the shop knows it: which number went out with an order.
struct OrderParcelSnapshot {
  QString externalId, courierCode, courierName, number, url;
  std::optional<Instant> shippedAt;
  bool operator==(const OrderParcelSnapshot&) const = default;
};

struct OrderSnapshot {
  QString externalId, number, rawStatus;
  OrderStatus status = OrderStatus::Unknown; ///< Draft orders (carts) are not stored
  PaymentStatus payment = PaymentStatus::Unknown;
  FulfilmentStatus fulfilment = FulfilmentStatus::Unknown;
  AftersaleStatus aftersale = AftersaleStatus::None;
  bool shippable = false;
  Money total, goods, shipping, discount, tax, paid, refunded; ///< all in the order's currency
  Instant placedAt;
  std::optional<Instant> updatedAt, paidAt, shippedAt,
      completedAt; ///< updatedAt: the shop's clock, not to be trusted to move
  /// What the platform demands: handed over to a courier, and with the buyer, until then at the latest.
  std::optional<Instant> shipBy, deliverBy;
  QString customerExternalId, customerName, customerEmail, customerPhone; ///< external id empty: a guest
  AddressSnapshot shipTo;
  QString buyerNote, sellerMemo, paymentMethod,
      paymentReference; ///< reference: the gateway's or our order number at the gateway
  std::vector<LineSnapshot> lines;
  std::vector<RefundSnapshot> refunds;
  std::vector<OrderParcelSnapshot> parcels;
  QStringList warnings; ///< English, e.g. an unknown status; shown with the order
  bool operator==(const OrderSnapshot&) const = default;
};

enum class StockManagedBy { Variant, Parent, None };

struct VariantSnapshot {
  QString externalId, sku, barcode, options, imageUrl;
  std::optional<Money> price;
  std::optional<qint64> stock; ///< nullopt: the shop does not track it; never 0 for "unknown"
  StockManagedBy managedBy = StockManagedBy::Variant;
  std::optional<Instant> updatedAt;
  bool operator==(const VariantSnapshot&) const = default;
};

struct ProductSnapshot {
  QString externalId, title, status, url; ///< status: ACTIVE, INACTIVE, DRAFT, DELETED, or the raw text if unknown
  QStringList imageUrls, categories;
  std::optional<Instant> updatedAt;
  std::vector<VariantSnapshot> variants;
  QStringList variantIds; ///< all variants there are, also those that another call brings
  bool operator==(const ProductSnapshot&) const = default;
};

/// How many pieces of one variant a shop has at one place.
struct StockSnapshot {
  QString productExternalId, variantExternalId, sku, location; ///< location empty: the shop has only one
  std::optional<qint64> onHand, allocated, available;          ///< what the shop states; at least available or onHand
  bool operator==(const StockSnapshot&) const = default;
};

struct CustomerSnapshot {
  QString externalId, name, email, phone, country, province, city;
  std::optional<Instant> registeredAt, updatedAt;
  bool operator==(const CustomerSnapshot&) const = default;
};

enum class GatewayPaymentStatus { Pending, Paid, PartiallyRefunded, Refunded, Closed, Failed, Unknown };
QString statusName(GatewayPaymentStatus status); ///< "PARTIALLY_REFUNDED"
std::optional<GatewayPaymentStatus> gatewayPaymentStatusNamed(QStringView name);

/// Why payments fail, whatever the gateway: "insufficient_funds", "limit", …, "other".
const QStringList& declineReasons();

struct PaymentSnapshot {
  QString externalId, orderNumber, rawStatus; ///< orderNumber: the merchant's own number at the gateway
  Money amount;
  std::optional<Money> received, fee, refunded;
  GatewayPaymentStatus status = GatewayPaymentStatus::Unknown;
  std::optional<Instant> paidAt;
  QString payer, method;
  QString declineCode, declineReason; ///< why it brought no money: the gateway's code, and one of declineReasons()
  std::vector<RefundSnapshot> refunds;
  bool operator==(const PaymentSnapshot&) const = default;
};

/// One line of a provider's bill. `kind` is ours: payment, refund, fee, payout, adjustment, other.
struct BillLineSnapshot {
  QString bill;    ///< which bill: "trade 2026-03-01"
  QString entryId; ///< unique within account and bill kind
  QString kind, paymentExternalId, orderNumber, refundNumber, title, rawLine;
  QString settledOn; ///< ISO date when the money reaches the account; empty: not told
  Money amount;      ///< signed: what moved, before fees
  std::optional<Money> fee, net, balance;
  std::optional<Instant> occurredAt;
  bool operator==(const BillLineSnapshot&) const = default;
};

/// One line of a courier's bill.
struct FreightBillSnapshot {
  QString courier; ///< our code, or the name as it is written; empty: the bill does not say
  QString number;  ///< of the waybill, normalised
  Instant billedAt{};
  std::optional<qint64> grams; ///< as billed
  Money amount;                ///< negative: taken back
  QString service, destination, note;
  QString rawLine;
  bool operator==(const FreightBillSnapshot&) const = default;
};

struct TrackingEvent {
  std::optional<Instant> at; ///< nullopt: the provider's time was impossible; the event keeps its place
  QString wallClock;         ///< the time as told, with its offset where known (ISO)
  ParcelStatus status = ParcelStatus::Unknown;
  QString reason; ///< "arrived_hub"; empty when there is none
  QString text, place, rawCode;
  std::optional<double> latitude, longitude;
  QString coordinateSystem; ///< WGS-84, GCJ-02 or BD-09 when there are coordinates
  bool operator==(const TrackingEvent&) const = default;
};

/// All that a courier knows of one parcel now; replaces what was known.
struct TrackingSnapshot {
  QString courier, number, rawStatus; ///< courier: our code ("sf", "yto") or the aggregator's company code
  ParcelStatus status = ParcelStatus::Unknown;
  QString reason;
  std::optional<Instant> deliveredAt, estimatedAt;
  std::vector<TrackingEvent> events; ///< newest first
  bool operator==(const TrackingSnapshot&) const = default;
};

/// One record of an answer that could not be understood; the rest of the answer goes on.
struct ItemFailure {
  QString externalId; ///< may be empty
  QString reason;     ///< English, with the path of every fault
  QByteArray payload; ///< the record as it came
  /// Of a line of a file: the line that names its columns, under which it can be read by itself (kLineOperation).
  QByteArray heading = {};
  bool operator==(const ItemFailure&) const = default;
};

/// Something in an answer that this program does not know yet: told before anything fails. One notice a cause; the
/// record itself is stored as far as it is understood.
struct ChangeNotice {
  enum class Kind {
    Field,
    Value,
    Column,
    Version,
    List ///< a list so much shorter than before that it is not believed
  };
  Kind kind = Kind::Value;
  QString where;  ///< the cause, without data of the record: "order.status", "bill column"
  QString sample; ///< what stood there; never personal data
  bool operator==(const ChangeNotice&) const = default;
};

/// Everything one answer said.
struct Snapshots {
  std::vector<OrderSnapshot> orders;
  std::vector<ProductSnapshot> products;
  std::vector<StockSnapshot> stock;
  std::vector<CustomerSnapshot> customers;
  std::vector<PaymentSnapshot> payments;
  std::vector<BillLineSnapshot> billLines;
  std::vector<TrackingSnapshot> tracking;
  std::vector<FreightBillSnapshot> freightBills;
  QStringList gone; ///< external ids asked for by id that the provider no longer has
  std::vector<ItemFailure> failures;
  std::vector<ChangeNotice> changes;

  size_t size() const
  {
    return orders.size() + products.size() + stock.size() + customers.size() + payments.size() + billLines.size() +
           tracking.size() + freightBills.size();
  }
};

} // namespace supercargo
