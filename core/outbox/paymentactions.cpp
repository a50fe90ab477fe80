#include "core/outbox/paymentactions.h"

#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"

namespace supercargo {
namespace {

Result<void> checkAble(Connection& c, AccountId id, QStringView capability, const QString& deed)
{
  SC_TRY_ASSIGN(account, accountRow(c, id));
  if (!account)
    return fail(ErrorKind::NotFound, QStringLiteral("no such account"), QString::number(id.value()));
  const Provider* provider = findProvider(account->provider);
  if (!provider || !provider->declaration.can(capability))
    return fail(ErrorKind::Rejected, QStringLiteral("this gateway's interface cannot %1").arg(deed), account->name);
  return {};
}

struct Paid {
  AccountId account;
  QString externalId, orderNumber;
  std::optional<OrderId> order;
  Money amount;
  qint64 refunded = 0;
  QString status;
};

Result<std::optional<Paid>> paidBy(Connection& c, PaymentId id)
{
  return c.row(QStringLiteral("SELECT account_id, external_id, order_number, order_id, amount_minor, currency, "
                              "COALESCE(refunded_minor, 0), status FROM payments WHERE id = ?"),
               {id}, [](const Row& row) {
                 return Paid{row.id<AccountId>(0),
                             row.text(1),
                             row.text(2),
                             row.isNull(3) ? std::nullopt : std::optional(row.id<OrderId>(3)),
                             Money(row.integer(4), Currency::of(row.text(5)).value_or(Currency())),
                             row.integer(6),
                             row.text(7)};
               });
}

/// Whether some of it is on its way back already, of which the gateway's own sums do not tell yet: also through the
/// shop, which is another account and names the order.
Result<bool> isGoingBack(Connection& c, const Paid& paid)
{
  const OutboxFilter ofOrder{kUnderWay, {}, paid.order}, ofGateway{kUnderWay, paid.account, {}};
  SC_TRY_ASSIGN(entries, outboxEntries(c, paid.order ? ofOrder : ofGateway, 1000));
  return std::ranges::any_of(entries, [&](const OutboxEntry& entry) {
    const auto* refund = std::get_if<RefundPayment>(&entry.action.what);
    return refund && (paid.order || refund->paymentExternalId == paid.externalId);
  });
}

} // namespace

Result<ActionId> voidPayment(Connection& c, PaymentId id, const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(paid, paidBy(c, id));
  if (!paid)
    return fail(ErrorKind::NotFound, QStringLiteral("no such payment"), QString::number(id.value()));
  SC_TRY(checkAble(c, paid->account, u"payments.void", QStringLiteral("void payments")));
  if (paid->status != statusName(GatewayPaymentStatus::Paid) || paid->refunded != 0)
    return fail(ErrorKind::Rejected,
                QStringLiteral("only a whole payment can be voided: this one is \"%1\"").arg(paid->status),
                paid->externalId);
  SC_TRY_ASSIGN(goingBack, isGoingBack(c, *paid));
  if (goingBack)
    return fail(ErrorKind::Rejected, QStringLiteral("a refund of this payment is under way"), paid->externalId);
  NewAction wanted;
  wanted.account = paid->account;
  // One payment is voided once: the same key again is the same deed.
  wanted.action = {
      QStringLiteral("void:%1").arg(id.value()),
      VoidPayment{paid->orderNumber, paid->externalId, QStringLiteral("V%1").arg(id.value()), paid->amount}};
  wanted.order = paid->order;
  wanted.actor = actor;
  return enqueueAction(c, wanted, now, changes);
}

Result<ActionId> closePayment(Connection& c, OrderId id, AccountId gateway, const QString& actor, Instant now,
                              ChangeSet& changes)
{
  SC_TRY_ASSIGN(order, orderRow(c, id));
  if (!order)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  SC_TRY(checkAble(c, gateway, u"payments.close", QStringLiteral("close payments")));
  if (order->paid.minor() > 0)
    return fail(ErrorKind::Rejected, QStringLiteral("the order has been paid: it can be refunded"), order->number);
  NewAction wanted;
  wanted.account = gateway;
  wanted.action = {QStringLiteral("close-payment:%1:%2").arg(id.value()).arg(gateway.value()),
                   ClosePayment{order->number, {}}};
  wanted.order = id;
  wanted.actor = actor;
  return enqueueAction(c, wanted, now, changes);
}

} // namespace supercargo
