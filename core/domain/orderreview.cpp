#include "core/domain/orderreview.h"

#include "core/domain/maskedaddress.h"

#include <array>

namespace supercargo {
namespace {

constexpr qint64 kUnusual = 10;                   ///< times the usual amount
constexpr auto kSameDay = std::chrono::hours(24); ///< orders further apart are no duplicates

constexpr std::array kNames{"on_hold",        "unknown_status",     "unpaid",          "buyer_note",
                            "seller_memo",    "address_incomplete", "address_masked",  "refund_under_way",
                            "unusual_amount", "stock_short",        "merge_candidate", "possible_duplicate"};

bool isPaid(PaymentStatus payment)
{
  return payment == PaymentStatus::Paid || payment == PaymentStatus::PartiallyRefunded || payment == PaymentStatus::Cod;
}

bool isUnusual(const ReviewFacts& facts)
{
  if (facts.total.minor() <= 0)
    return true;
  return facts.usual && facts.usual->currency() == facts.total.currency() && facts.usual->minor() > 0 &&
         facts.total.minor() / kUnusual > facts.usual->minor();
}

bool isDuplicate(const ReviewFacts& facts, const ReviewNeighbour& other)
{
  const auto apart =
      facts.placedAt < other.placedAt ? other.placedAt - facts.placedAt : facts.placedAt - other.placedAt;
  return other.sameContent && apart <= kSameDay;
}

} // namespace

QString reviewReasonName(ReviewReason reason)
{
  return QLatin1String(kNames[size_t(reason)]);
}

bool isComplete(const AddressSnapshot& address)
{
  const bool hasPlace = !address.city.isEmpty() || !address.province.isEmpty() || !address.postalCode.isEmpty();
  return !address.name.trimmed().isEmpty() && !address.phone.trimmed().isEmpty() &&
         !address.street.trimmed().isEmpty() && hasPlace;
}

std::vector<ReviewFinding> reviewFindings(const ReviewFacts& facts)
{
  std::vector<ReviewFinding> found;
  const auto note = [&](bool holds, ReviewReason reason, const QString& subject = {}) {
    if (holds)
      found.push_back({reason, subject});
  };
  note(facts.status == OrderStatus::OnHold, ReviewReason::OnHold);
  note(facts.status == OrderStatus::Unknown, ReviewReason::UnknownStatus);
  note(!isPaid(facts.payment) && !facts.cashOnDelivery, ReviewReason::Unpaid);
  note(!facts.buyerNote.trimmed().isEmpty(), ReviewReason::BuyerNote);
  note(!facts.sellerMemo.trimmed().isEmpty(), ReviewReason::SellerMemo);
  note(!isComplete(facts.recipient), ReviewReason::AddressIncomplete);
  note(isMasked(facts.recipient), ReviewReason::AddressMasked);
  note(facts.refundUnderWay && facts.paid.minor() > 0, ReviewReason::RefundUnderWay);
  note(isUnusual(facts), ReviewReason::UnusualAmount);
  for (const QString& sku : facts.shortOf)
    note(true, ReviewReason::StockShort, sku);
  for (const ReviewNeighbour& other : facts.neighbours)
    note(true, ReviewReason::MergeCandidate, other.number);
  for (const ReviewNeighbour& other : facts.neighbours)
    note(isDuplicate(facts, other), ReviewReason::PossibleDuplicate, other.number);
  return found;
}

} // namespace supercargo
