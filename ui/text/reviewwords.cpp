#include "ui/text/reviewwords.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct ReviewWords {
  Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

} // namespace

QString reviewText(const ReviewFinding& finding)
{
  switch (finding.reason) {
  case ReviewReason::OnHold:
    return ReviewWords::tr("The shop holds the order back");
  case ReviewReason::UnknownStatus:
    return ReviewWords::tr("The shop tells a state that is not known here");
  case ReviewReason::Unpaid:
    return ReviewWords::tr("Not paid");
  case ReviewReason::BuyerNote:
    return ReviewWords::tr("The buyer left a message");
  case ReviewReason::SellerMemo:
    return ReviewWords::tr("The shop left a memo");
  case ReviewReason::AddressIncomplete:
    return ReviewWords::tr("The address is incomplete");
  case ReviewReason::AddressMasked:
    return ReviewWords::tr("Parts of the address are hidden");
  case ReviewReason::RefundUnderWay:
    return ReviewWords::tr("A refund is under way");
  case ReviewReason::UnusualAmount:
    return ReviewWords::tr("An unusual amount");
  case ReviewReason::StockShort:
    return ReviewWords::tr("Too little stock of %1").arg(finding.subject);
  case ReviewReason::MergeCandidate:
    return ReviewWords::tr("Order %1 goes to the same recipient").arg(finding.subject);
  case ReviewReason::PossibleDuplicate:
    return ReviewWords::tr("Perhaps the same as order %1").arg(finding.subject);
  }
  Q_UNREACHABLE();
}

QString mergeText(MergeObstacle obstacle)
{
  switch (obstacle) {
  case MergeObstacle::TooFew:
    return ReviewWords::tr("two orders or more are needed");
  case MergeObstacle::State:
    return ReviewWords::tr("not waiting to be shipped as a whole");
  case MergeObstacle::Unpaid:
    return ReviewWords::tr("not paid");
  case MergeObstacle::Planned:
    return ReviewWords::tr("merged or split already");
  case MergeObstacle::Booked:
    return ReviewWords::tr("a parcel is booked already");
  case MergeObstacle::Masked:
    return ReviewWords::tr("the recipient is hidden or incomplete");
  case MergeObstacle::Recipient:
    return ReviewWords::tr("another name");
  case MergeObstacle::Phone:
    return ReviewWords::tr("another telephone number");
  case MergeObstacle::Address:
    return ReviewWords::tr("another address");
  case MergeObstacle::CashOnDelivery:
    return ReviewWords::tr("paid on delivery, unlike the others");
  case MergeObstacle::Currency:
    return ReviewWords::tr("another currency");
  }
  Q_UNREACHABLE();
}

QStringList mergeTexts(const std::vector<MergeFinding>& findings)
{
  QStringList lines;
  QString number;
  for (const MergeFinding& finding : findings) {
    const QString text = mergeText(finding.obstacle);
    if (lines.isEmpty() || finding.number != number)
      lines << (finding.number.isEmpty() ? text : ReviewWords::tr("%1: %2").arg(finding.number, text));
    else
      lines.last() = ReviewWords::tr("%1, %2").arg(lines.last(), text);
    number = finding.number;
  }
  return lines;
}

QString splitText(SplitFault fault)
{
  switch (fault) {
  case SplitFault::TooFewParcels:
    return ReviewWords::tr("Two parcels or more are needed.");
  case SplitFault::EmptyParcel:
    return ReviewWords::tr("A parcel is empty.");
  case SplitFault::NoSuchLine:
    return ReviewWords::tr("The order has no such line.");
  case SplitFault::NoPieces:
    return ReviewWords::tr("A number of pieces is one or more.");
  case SplitFault::TooMany:
    return ReviewWords::tr("The parcels hold more than was ordered.");
  case SplitFault::TooFew:
    return ReviewWords::tr("Some pieces are in no parcel.");
  }
  Q_UNREACHABLE();
}

} // namespace supercargo
