#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// The unified states, one vocabulary over all providers (rows of the providers' tables:
/// core/providers/*/provider.json). The names are what the database, `--json` and the vectors hold: OrderStatus::ToShip
/// is "TO_SHIP".
namespace supercargo {

enum class OrderStatus {
  Draft,
  AwaitingPayment,
  DepositPaid,
  OnHold,
  ToShip,
  PartShipped,
  Shipped,
  Delivered,
  Completed,
  Cancelled,
  Refunded,
  Unknown
};
enum class PaymentStatus {
  Unpaid,
  Authorized,
  PartiallyPaid,
  Paid,
  PartiallyRefunded,
  Refunded,
  Voided,
  Failed,
  Cod,
  Unknown
};
enum class FulfilmentStatus {
  Unfulfilled,
  OnHold,
  Scheduled,
  InProgress,
  Partial,
  Shipped,
  Delivered,
  NotRequired,
  Cancelled,
  Unknown
};
enum class AftersaleStatus {
  None,
  Requested,
  AwaitReturn,
  AwaitMerchantReceipt,
  Refused,
  Refunding,
  Succeeded,
  Closed,
  Unknown
};
/// Where a parcel is. Names in lower case: "out_for_delivery".
enum class ParcelStatus {
  Unknown,
  Pending,
  InfoReceived,
  PickedUp,
  InTransit,
  OutForDelivery,
  ReadyForPickup,
  DeliveryFailed,
  Exception,
  Returning,
  Expired,
  Delivered,
  Returned,
  Cancelled
};

QString statusName(OrderStatus status);
QString statusName(PaymentStatus status);
QString statusName(FulfilmentStatus status);
QString statusName(AftersaleStatus status);
QString statusName(ParcelStatus status);

std::optional<OrderStatus> orderStatusNamed(QStringView name);
std::optional<PaymentStatus> paymentStatusNamed(QStringView name);
std::optional<FulfilmentStatus> fulfilmentStatusNamed(QStringView name);
std::optional<AftersaleStatus> aftersaleStatusNamed(QStringView name);
std::optional<ParcelStatus> parcelStatusNamed(QStringView name);

/// The step of the order-flow strip an order stands at: to pay → to review → to ship → in transit → delivered →
/// after-sales.
enum class FlowStage { ToPay, ToReview, ToShip, InTransit, Delivered, AfterSales, Closed };
FlowStage flowStage(OrderStatus status, bool hasOpenAftersale);
QString flowStageName(FlowStage stage); ///< "to_ship"
std::optional<FlowStage> flowStageNamed(QStringView name);

/// Not final: the revisit loop reads such an order again.
bool isOpen(OrderStatus status);
/// Goods are promised and still here: such an order holds a reservation.
bool holdsStock(OrderStatus status);

} // namespace supercargo
