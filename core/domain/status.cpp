#include "core/domain/status.h"

#include <array>
#include <string_view>

namespace supercargo {
namespace {

// In the order of the enumerations.
constexpr std::array<std::u16string_view, 12> kOrder{u"DRAFT",     u"AWAITING_PAYMENT", u"DEPOSIT_PAID", u"ON_HOLD",
                                                     u"TO_SHIP",   u"PART_SHIPPED",     u"SHIPPED",      u"DELIVERED",
                                                     u"COMPLETED", u"CANCELLED",        u"REFUNDED",     u"UNKNOWN"};
constexpr std::array<std::u16string_view, 10> kPayment{
    u"UNPAID",   u"AUTHORIZED", u"PARTIALLY_PAID", u"PAID", u"PARTIALLY_REFUNDED",
    u"REFUNDED", u"VOIDED",     u"FAILED",         u"COD",  u"UNKNOWN"};
constexpr std::array<std::u16string_view, 10> kFulfilment{u"UNFULFILLED", u"ON_HOLD", u"SCHEDULED", u"IN_PROGRESS",
                                                          u"PARTIAL",     u"SHIPPED", u"DELIVERED", u"NOT_REQUIRED",
                                                          u"CANCELLED",   u"UNKNOWN"};
constexpr std::array<std::u16string_view, 9> kAftersale{
    u"NONE",      u"REQUESTED", u"AWAIT_RETURN", u"AWAIT_MERCHANT_RECEIPT", u"REFUSED", u"REFUNDING",
    u"SUCCEEDED", u"CLOSED",    u"UNKNOWN"};
constexpr std::array<std::u16string_view, 14> kParcel{
    u"unknown",          u"pending",          u"info_received",   u"picked_up", u"in_transit",
    u"out_for_delivery", u"ready_for_pickup", u"delivery_failed", u"exception", u"returning",
    u"expired",          u"delivered",        u"returned",        u"cancelled"};
constexpr std::array<std::u16string_view, 7> kStage{u"to_pay",    u"to_review",   u"to_ship", u"in_transit",
                                                    u"delivered", u"after_sales", u"closed"};

template <class Enum, size_t N>
QString nameOf(const std::array<std::u16string_view, N>& names, Enum value)
{
  return QStringView(names[static_cast<size_t>(value)]).toString();
}

template <class Enum, size_t N>
std::optional<Enum> valueOf(const std::array<std::u16string_view, N>& names, QStringView name)
{
  for (size_t i = 0; i < N; ++i)
    if (QStringView(names[i]) == name)
      return static_cast<Enum>(i);
  return std::nullopt;
}

} // namespace

QString statusName(OrderStatus status)
{
  return nameOf(kOrder, status);
}
QString statusName(PaymentStatus status)
{
  return nameOf(kPayment, status);
}
QString statusName(FulfilmentStatus status)
{
  return nameOf(kFulfilment, status);
}
QString statusName(AftersaleStatus status)
{
  return nameOf(kAftersale, status);
}
QString statusName(ParcelStatus status)
{
  return nameOf(kParcel, status);
}
QString flowStageName(FlowStage stage)
{
  return nameOf(kStage, stage);
}

std::optional<OrderStatus> orderStatusNamed(QStringView name)
{
  return valueOf<OrderStatus>(kOrder, name);
}
std::optional<PaymentStatus> paymentStatusNamed(QStringView name)
{
  return valueOf<PaymentStatus>(kPayment, name);
}
std::optional<FulfilmentStatus> fulfilmentStatusNamed(QStringView name)
{
  return valueOf<FulfilmentStatus>(kFulfilment, name);
}
std::optional<AftersaleStatus> aftersaleStatusNamed(QStringView name)
{
  return valueOf<AftersaleStatus>(kAftersale, name);
}
std::optional<ParcelStatus> parcelStatusNamed(QStringView name)
{
  return valueOf<ParcelStatus>(kParcel, name);
}
std::optional<FlowStage> flowStageNamed(QStringView name)
{
  return valueOf<FlowStage>(kStage, name);
}

FlowStage flowStage(OrderStatus status, bool hasOpenAftersale)
{
  if (hasOpenAftersale)
    return FlowStage::AfterSales;
  switch (status) {
  case OrderStatus::AwaitingPayment:
  case OrderStatus::DepositPaid:
    return FlowStage::ToPay;
  case OrderStatus::OnHold:
  case OrderStatus::Unknown: // a state that we do not know needs a person
    return FlowStage::ToReview;
  case OrderStatus::ToShip:
  case OrderStatus::PartShipped:
    return FlowStage::ToShip;
  case OrderStatus::Shipped:
    return FlowStage::InTransit;
  case OrderStatus::Delivered:
    return FlowStage::Delivered;
  case OrderStatus::Draft:
  case OrderStatus::Completed:
  case OrderStatus::Cancelled:
  case OrderStatus::Refunded:
    return FlowStage::Closed;
  }
  Q_UNREACHABLE();
}

bool isOpen(OrderStatus status)
{
  return status != OrderStatus::Completed && status != OrderStatus::Cancelled && status != OrderStatus::Refunded;
}

bool holdsStock(OrderStatus status)
{
  switch (status) {
  case OrderStatus::AwaitingPayment:
  case OrderStatus::DepositPaid:
  case OrderStatus::OnHold:
  case OrderStatus::ToShip:
  case OrderStatus::PartShipped:
  case OrderStatus::Unknown:
    return true;
  default:
    return false;
  }
}

} // namespace supercargo
