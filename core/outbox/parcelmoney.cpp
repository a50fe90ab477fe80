#include "core/outbox/parcelmoney.h"

#include "core/outbox/parcelplans.h"
#include "core/providers/provider.h"
#include "core/rules/shippingrules.h"
#include "core/store/accounts.h"

namespace supercargo {
namespace {

Money owed(const OrderDetails& order)
{
  const OrderRow& row = order.row;
  return Money(isPaidAtTheDoor(order) ? std::max<qint64>(0, row.total.minor() - row.paid.minor()) : 0,
               row.total.currency());
}

QString amountText(Money amount)
{
  return amount.text() + u' ' + amount.currency().code();
}

/// `service`: "collect" or "insure".
Result<void> checkAmount(const Declaration& courier, const QString& service, Money amount)
{
  const QString verb = service == QLatin1String("collect") ? QStringLiteral("collects") : QStringLiteral("insures");
  const QString name = courier.name.en;
  if (!courier.can(QStringLiteral("parcel.") + service))
    return fail(ErrorKind::Rejected, service == QLatin1String("collect")
                                         ? QStringLiteral("%1 collects no cash on delivery here: choose another "
                                                          "courier (%2 to collect)")
                                               .arg(name, amountText(amount))
                                         : QStringLiteral("%1 insures no parcels here").arg(name));
  const QJsonObject limits = courier.extra[service].toObject();
  const QString currency = limits[QLatin1String("currency")].toString();
  if (!currency.isEmpty() && currency != amount.currency().code())
    return fail(ErrorKind::Rejected,
                QStringLiteral("%1 %2 %3 only, not %4").arg(name, verb, currency, amountText(amount)));
  for (const char* end : {"from", "to"}) {
    const QString text = limits[QLatin1String(end)].toString();
    if (text.isEmpty())
      continue;
    SC_TRY_ASSIGN(limit, Money::parse(text, amount.currency()));
    const bool isFrom = end[0] == 'f';
    if (isFrom ? amount.minor() < limit.minor() : amount.minor() > limit.minor())
      return fail(ErrorKind::Rejected,
                  QStringLiteral("%1 %2 %3 %4, not %5")
                      .arg(name, verb, isFrom ? QStringLiteral("at least") : QStringLiteral("at most"),
                           amountText(limit), amountText(amount)));
  }
  return {};
}

} // namespace

bool isPaidAtTheDoor(const OrderDetails& order)
{
  return isPaidAtTheDoor(order.row.payment, order.paymentMethod);
}

bool isPaidAtTheDoor(PaymentStatus payment, QStringView method)
{
  return payment == PaymentStatus::Cod || isCashOnDelivery(method);
}

Result<std::optional<Money>> moneyToCollect(Connection& c, const OrderDetails& order, const MoneyBag& underWay)
{
  MoneyBag sum;
  sum.add(owed(order));
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, order.row.id));
  if (plan && plan->kind == PlanKind::Merge)
    for (const OrderId id : plan->orders) {
      if (id == order.row.id)
        continue;
      SC_TRY_ASSIGN(other, orderDetails(c, id));
      if (other)
        sum.add(owed(*other));
    }
  const Currency currency = order.row.total.currency(); // merged orders have the same one
  const Money left(sum.of(currency).minor() - underWay.of(currency).minor(), currency);
  return left.minor() > 0 ? std::optional(left) : std::nullopt;
}

Result<void> checkCourierTakes(Connection& c, AccountId courier, const BookParcel& parcel)
{
  if (!parcel.collect && !parcel.insured)
    return {};
  SC_TRY_ASSIGN(account, accountRow(c, courier));
  const Provider* provider = account ? findProvider(account->provider) : nullptr;
  if (!provider)
    return fail(ErrorKind::NotFound, QStringLiteral("no such courier's account"), QString::number(courier.value()));
  if (parcel.collect)
    SC_TRY(checkAmount(provider->declaration, QStringLiteral("collect"), *parcel.collect));
  if (parcel.insured)
    SC_TRY(checkAmount(provider->declaration, QStringLiteral("insure"), *parcel.insured));
  return {};
}

} // namespace supercargo
