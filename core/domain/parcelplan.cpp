#include "core/domain/parcelplan.h"

#include "core/domain/maskedaddress.h"
#include "core/domain/orderreview.h"

#include <algorithm>
#include <array>
#include <map>

namespace supercargo {
namespace {

constexpr std::array kNames{"too_few", "state", "unpaid",  "planned",          "booked",  "masked",
                            "name",    "phone", "address", "cash_on_delivery", "currency"};

/// What matters of a text when two are compared.
QString plain(const QString& text)
{
  QString kept;
  for (const QChar c : text.normalized(QString::NormalizationForm_KC).toCaseFolded())
    if (c.isLetterOrNumber())
      kept += c;
  return kept;
}

/// Digits without what a country's calling code or a 0 in front adds.
QString plainPhone(const QString& text)
{
  QString digits;
  for (const QChar c : text.normalized(QString::NormalizationForm_KC))
    if (c.isDigit())
      digits += c;
  if (digits.startsWith(u"0086"))
    digits.remove(0, 4);
  else if (digits.startsWith(u"86") && digits.size() == 13)
    digits.remove(0, 2);
  return digits;
}

bool sameIfBothTold(const QString& a, const QString& b)
{
  const QString left = plain(a), right = plain(b);
  return left.isEmpty() || right.isEmpty() || left == right;
}

} // namespace

QString mergeObstacleName(MergeObstacle obstacle)
{
  return QLatin1String(kNames[size_t(obstacle)]);
}

bool isSameName(const AddressSnapshot& a, const AddressSnapshot& b)
{
  return plain(a.name) == plain(b.name);
}

bool isSamePhone(const AddressSnapshot& a, const AddressSnapshot& b)
{
  return plainPhone(a.phone) == plainPhone(b.phone);
}

bool isSameAddress(const AddressSnapshot& a, const AddressSnapshot& b)
{
  return plain(a.province) == plain(b.province) && plain(a.city) == plain(b.city) &&
         plain(a.street) == plain(b.street) && sameIfBothTold(a.district, b.district) &&
         sameIfBothTold(a.postalCode, b.postalCode) && sameIfBothTold(a.country, b.country);
}

std::vector<MergeFinding> mergeFindings(const std::vector<MergeFacts>& orders)
{
  std::vector<MergeFinding> found;
  if (orders.size() < 2)
    found.push_back({MergeObstacle::TooFew, {}});
  for (const MergeFacts& order : orders) {
    const MergeFacts& first = orders.front();
    const auto note = [&](bool holds, MergeObstacle obstacle) {
      if (holds)
        found.push_back({obstacle, order.number});
    };
    note(!order.waits, MergeObstacle::State);
    note(!order.paid, MergeObstacle::Unpaid);
    note(order.planned, MergeObstacle::Planned);
    note(order.booked, MergeObstacle::Booked);
    const bool isReadable = !isMasked(order.recipient) && isComplete(order.recipient);
    note(!isReadable, MergeObstacle::Masked);
    if (isReadable) {
      note(!isSameName(first.recipient, order.recipient), MergeObstacle::Recipient);
      note(!isSamePhone(first.recipient, order.recipient), MergeObstacle::Phone);
      note(!isSameAddress(first.recipient, order.recipient), MergeObstacle::Address);
    }
    note(order.cashOnDelivery != first.cashOnDelivery, MergeObstacle::CashOnDelivery);
    note(order.currency != first.currency, MergeObstacle::Currency);
  }
  return found;
}

QString splitFaultText(SplitFault fault)
{
  switch (fault) {
  case SplitFault::TooFewParcels:
    return QStringLiteral("a split needs two parcels or more");
  case SplitFault::EmptyParcel:
    return QStringLiteral("a parcel is empty");
  case SplitFault::NoSuchLine:
    return QStringLiteral("the order has no such line");
  case SplitFault::NoPieces:
    return QStringLiteral("a number of pieces is one or more");
  case SplitFault::TooMany:
    return QStringLiteral("the parcels hold more pieces than were ordered");
  case SplitFault::TooFew:
    return QStringLiteral("some pieces are in no parcel");
  }
  Q_UNREACHABLE();
}

ParcelPieces sortedPieces(ParcelPieces pieces)
{
  std::map<qint64, qint64> sums;
  for (const ParcelPiece& piece : pieces)
    sums[piece.line] += piece.quantity;
  pieces.clear();
  for (const auto& [line, quantity] : sums)
    if (quantity != 0)
      pieces.push_back({line, quantity});
  return pieces;
}

std::optional<SplitFault> splitFault(const std::vector<qint64>& quantities, const std::vector<ParcelPieces>& parcels)
{
  if (parcels.size() < 2)
    return SplitFault::TooFewParcels;
  std::vector<qint64> left = quantities;
  for (const ParcelPieces& parcel : parcels) {
    if (parcel.empty())
      return SplitFault::EmptyParcel;
    for (const ParcelPiece& piece : parcel) {
      if (piece.line < 0 || piece.line >= qint64(quantities.size()))
        return SplitFault::NoSuchLine;
      if (piece.quantity <= 0)
        return SplitFault::NoPieces;
      qint64& rest = left[size_t(piece.line)];
      if (piece.quantity > rest)
        return SplitFault::TooMany;
      rest -= piece.quantity;
    }
  }
  return std::ranges::any_of(left, [](qint64 rest) { return rest > 0; }) ? std::optional(SplitFault::TooFew)
                                                                         : std::nullopt;
}

} // namespace supercargo
