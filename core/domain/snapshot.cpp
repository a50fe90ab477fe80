#include "core/domain/snapshot.h"

#include <array>

namespace supercargo {
namespace {
constexpr std::array<std::u16string_view, 7> kPaymentStatus{
    u"PENDING", u"PAID", u"PARTIALLY_REFUNDED", u"REFUNDED", u"CLOSED", u"FAILED", u"UNKNOWN"};
} // namespace

QString statusName(GatewayPaymentStatus status)
{
  return QStringView(kPaymentStatus[static_cast<size_t>(status)]).toString();
}

std::optional<GatewayPaymentStatus> gatewayPaymentStatusNamed(QStringView name)
{
  for (size_t i = 0; i < kPaymentStatus.size(); ++i)
    if (QStringView(kPaymentStatus[i]) == name)
      return static_cast<GatewayPaymentStatus>(i);
  return std::nullopt;
}

const QStringList& declineReasons()
{
  static const QStringList list =
      QStringLiteral("insufficient_funds limit expired wrong_details suspected_fraud declined_by_bank "
                     "cancelled_by_buyer timed_out technical other")
          .split(u' ');
  return list;
}

} // namespace supercargo
