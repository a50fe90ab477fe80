#include "app/cli/statustext.h"

#include <QCoreApplication>

namespace supercargo::cli {

QString statusText(OrderStatus order)
{
  switch (order) {
  case OrderStatus::Draft:
    return QCoreApplication::translate("cli", "draft", "order");
  case OrderStatus::AwaitingPayment:
    return QCoreApplication::translate("cli", "awaiting payment", "order");
  case OrderStatus::DepositPaid:
    return QCoreApplication::translate("cli", "deposit paid", "order");
  case OrderStatus::OnHold:
    return QCoreApplication::translate("cli", "on hold", "order");
  case OrderStatus::ToShip:
    return QCoreApplication::translate("cli", "to ship", "order");
  case OrderStatus::PartShipped:
    return QCoreApplication::translate("cli", "partly shipped", "order");
  case OrderStatus::Shipped:
    return QCoreApplication::translate("cli", "shipped", "order");
  case OrderStatus::Delivered:
    return QCoreApplication::translate("cli", "delivered", "order");
  case OrderStatus::Completed:
    return QCoreApplication::translate("cli", "completed", "order");
  case OrderStatus::Cancelled:
    return QCoreApplication::translate("cli", "cancelled", "order");
  case OrderStatus::Refunded:
    return QCoreApplication::translate("cli", "refunded", "order");
  case OrderStatus::Unknown:
    return QCoreApplication::translate("cli", "unknown", "order");
  }
  return {};
}

QString statusText(ParcelStatus parcel)
{
  switch (parcel) {
  case ParcelStatus::Unknown:
    return QCoreApplication::translate("cli", "unknown", "parcel");
  case ParcelStatus::Pending:
    return QCoreApplication::translate("cli", "pending", "parcel");
  case ParcelStatus::InfoReceived:
    return QCoreApplication::translate("cli", "announced", "parcel");
  case ParcelStatus::PickedUp:
    return QCoreApplication::translate("cli", "picked up", "parcel");
  case ParcelStatus::InTransit:
    return QCoreApplication::translate("cli", "in transit", "parcel");
  case ParcelStatus::OutForDelivery:
    return QCoreApplication::translate("cli", "out for delivery", "parcel");
  case ParcelStatus::ReadyForPickup:
    return QCoreApplication::translate("cli", "ready for pickup", "parcel");
  case ParcelStatus::DeliveryFailed:
    return QCoreApplication::translate("cli", "delivery failed", "parcel");
  case ParcelStatus::Exception:
    return QCoreApplication::translate("cli", "exception", "parcel");
  case ParcelStatus::Returning:
    return QCoreApplication::translate("cli", "returning", "parcel");
  case ParcelStatus::Expired:
    return QCoreApplication::translate("cli", "expired", "parcel");
  case ParcelStatus::Delivered:
    return QCoreApplication::translate("cli", "delivered", "parcel");
  case ParcelStatus::Returned:
    return QCoreApplication::translate("cli", "returned", "parcel");
  case ParcelStatus::Cancelled:
    return QCoreApplication::translate("cli", "cancelled", "parcel");
  }
  return {};
}

QString statusText(GatewayPaymentStatus payment)
{
  switch (payment) {
  case GatewayPaymentStatus::Pending:
    return QCoreApplication::translate("cli", "pending", "payment");
  case GatewayPaymentStatus::Paid:
    return QCoreApplication::translate("cli", "paid", "payment");
  case GatewayPaymentStatus::PartiallyRefunded:
    return QCoreApplication::translate("cli", "partly refunded", "payment");
  case GatewayPaymentStatus::Refunded:
    return QCoreApplication::translate("cli", "refunded", "payment");
  case GatewayPaymentStatus::Closed:
    return QCoreApplication::translate("cli", "closed", "payment");
  case GatewayPaymentStatus::Failed:
    return QCoreApplication::translate("cli", "failed", "payment");
  case GatewayPaymentStatus::Unknown:
    return QCoreApplication::translate("cli", "unknown", "payment");
  }
  return {};
}

QString stageText(FlowStage stage)
{
  switch (stage) {
  case FlowStage::ToPay:
    return QCoreApplication::translate("cli", "to pay", "stage");
  case FlowStage::ToReview:
    return QCoreApplication::translate("cli", "to review", "stage");
  case FlowStage::ToShip:
    return QCoreApplication::translate("cli", "to ship", "stage");
  case FlowStage::InTransit:
    return QCoreApplication::translate("cli", "in transit", "stage");
  case FlowStage::Delivered:
    return QCoreApplication::translate("cli", "delivered", "stage");
  case FlowStage::AfterSales:
    return QCoreApplication::translate("cli", "after-sales", "stage");
  case FlowStage::Closed:
    return QCoreApplication::translate("cli", "closed", "stage");
  }
  return {};
}

} // namespace supercargo::cli
