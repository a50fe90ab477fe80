#include "core/store/facts.h"

#include "core/store/factscan.h"

namespace supercargo {
namespace {

QStringList words(const char* text)
{
  return QString::fromLatin1(text).split(u' ');
}

} // namespace

QString saleStateName(SaleState state)
{
  switch (state) {
  case kUnpaidSale:
    return QStringLiteral("unpaid");
  case kValidSale:
    return QStringLiteral("valid");
  case kCancelledSale:
    return QStringLiteral("cancelled");
  case kCancelledPaidSale:
    return QStringLiteral("cancelled_paid");
  }
  Q_UNREACHABLE();
}

int saleStateNamed(QStringView name)
{
  for (const SaleState state : {kUnpaidSale, kValidSale, kCancelledSale, kCancelledPaidSale})
    if (name == saleStateName(state))
      return state;
  return 0;
}

SaleState saleState(const QString& orderStatus, qint64 paidMinor)
{
  if (orderStatus == QLatin1String("CANCELLED"))
    return paidMinor > 0 ? kCancelledPaidSale : kCancelledSale;
  return orderStatus == QLatin1String("AWAITING_PAYMENT") ? kUnpaidSale : kValidSale;
}

qsizetype FactShape::dim(QStringView name) const
{
  return dims.indexOf(name);
}

qsizetype FactShape::measure(QLatin1String name) const
{
  return measures.indexOf(name);
}

const FactShape& factShape(FactKind kind)
{
  static const FactShape order{words("account currency state province city method weekhour ship_hours "
                                     "customer newness"),
                               words("orders units gross discount shipping tax total paid refunded refunded_orders "
                                     "cost costed_units fee fee_orders shipped timed_orders hours_to_ship in_48h "
                                     "shipped_units returned_units returned_orders lines filled_lines perfect freight "
                                     "unbilled"),
                               false};
  static const FactShape line{words("account currency state article"),
                              words("orders units gross discount refunded shipped_units cost costed_units fee "
                                    "returned_units"),
                              false};
  static const FactShape refund{words("account currency state reason goods article"),
                                words("refunds refunded with_goods"), true};
  static const FactShape paid{words("account currency state method"), words("orders paid"), true};
  static const FactShape tries{words("account method"), words("orders at_once paid tries"), false};
  static const FactShape sold{words("account currency sku"), words("pieces total"), false};
  static const FactShape gateway{words("account currency method status decline"),
                                 words("attempts succeeded failed amount fee fee_payments fee_amount refunded "
                                       "failed_amount"),
                                 false};
  static const FactShape parcel{words("account courier status hours"),
                                words("parcels delivered exceptions tried first_try due on_time transit_hours "
                                      "transit_parcels lost"),
                                false};
  switch (kind) {
  case FactKind::Order:
    return order;
  case FactKind::Line:
    return line;
  case FactKind::Refund:
    return refund;
  case FactKind::Paid:
    return paid;
  case FactKind::Tries:
    return tries;
  case FactKind::Sold:
    return sold;
  case FactKind::Gateway:
    return gateway;
  case FactKind::Parcel:
    return parcel;
  }
  Q_UNREACHABLE();
}

namespace {

Result<void> scanFacts(const FactScan& scan, const std::vector<FactKind>& kinds)
{
  FactKinds wanted;
  for (const FactKind kind : kinds)
    wanted.insert(kind);
  if (wanted.contains(FactKind::Order) || wanted.contains(FactKind::Line) || wanted.contains(FactKind::Refund) ||
      wanted.contains(FactKind::Paid) || wanted.contains(FactKind::Tries) || wanted.contains(FactKind::Sold))
    SC_TRY(scanOrderFacts(scan, wanted));
  if (wanted.contains(FactKind::Gateway))
    SC_TRY(scanGatewayFacts(scan));
  if (wanted.contains(FactKind::Parcel))
    SC_TRY(scanParcelFacts(scan));
  return {};
}

} // namespace

Result<void> eachFact(Connection& c, const std::vector<FactKind>& kinds, const DayCut& cut, qint64 from, qint64 before,
                      const std::function<void(FactKind, const Fact&)>& sink)
{
  return scanFacts({c, cut, from, before, false, sink}, kinds);
}

Result<void> eachFact(Connection& c, FactKind kind, const DayCut& cut, qint64 from, qint64 before, bool withBuyers,
                      const std::function<void(const Fact&)>& sink)
{
  return scanFacts({c, cut, from, before, withBuyers, [&](FactKind, const Fact& fact) { sink(fact); }}, {kind});
}

} // namespace supercargo
