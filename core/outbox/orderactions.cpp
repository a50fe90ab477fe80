#include "core/outbox/orderactions.h"

#include "core/domain/courier.h"
#include "core/outbox/knownorder.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"

namespace supercargo {
namespace {

Result<bool> accountCan(Connection& c, AccountId id, QStringView capability)
{
  SC_TRY_ASSIGN(account, accountRow(c, id));
  const Provider* provider = account ? findProvider(account->provider) : nullptr;
  return provider && provider->declaration.can(capability);
}

/// How many actions of one kind an order has had: numbers the next one.
Result<qint64> earlier(Connection& c, OrderId order, const QString& kind)
{
  return c.number(QStringLiteral("SELECT COUNT(*) FROM outbox WHERE order_id = ? AND kind = ?"), {order, kind});
}

Result<ActionId> enqueue(Connection& c, AccountId account, OrderId order, const QString& key, ActionKind what,
                         const QString& actor, Instant now, ChangeSet& changes)
{
  NewAction wanted;
  wanted.account = account;
  wanted.action = {key, std::move(what)};
  wanted.order = order;
  wanted.actor = actor;
  return enqueueAction(c, wanted, now, changes);
}

/// The shop's order, if its provider can do this.
Result<OrderDetails> orderOfAble(Connection& c, OrderId id, QStringView capability, const QString& deed)
{
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  SC_TRY_ASSIGN(can, accountCan(c, order.row.account, capability));
  if (!can)
    return fail(ErrorKind::Rejected, QStringLiteral("this shop's interface cannot %1").arg(deed), order.row.number);
  return order;
}

/// Refunds that are asked for and not refused, of which the shop's own total does not tell yet.
Result<qint64> refundsUnderWay(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(entries, outboxEntries(c, {kUnderWay, {}, order}, 1000));
  qint64 sum = 0;
  for (const OutboxEntry& entry : entries)
    if (const auto* refund = std::get_if<RefundPayment>(&entry.action.what))
      sum += refund->amount.minor();
    else if (const auto* voided = std::get_if<VoidPayment>(&entry.action.what))
      sum += voided->amount.minor();
  return sum;
}

} // namespace

Result<ActionId> addOrderNote(Connection& c, OrderId id, const QString& text, bool visibleToBuyer, const QString& actor,
                              Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(order, orderOfAble(c, id, u"orders.note", QStringLiteral("take notes")));
  if (text.trimmed().isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the note is empty"), order.row.number);
  SC_TRY_ASSIGN(count, earlier(c, id, QStringLiteral("add_note")));
  return enqueue(c, order.row.account, id, QStringLiteral("note:%1:%2").arg(id.value()).arg(count + 1),
                 AddOrderNote{order.row.externalId, text.trimmed(), visibleToBuyer}, actor, now, changes);
}

Result<ActionId> closeOrder(Connection& c, OrderId id, const QString& reason, const QString& actor, Instant now,
                            ChangeSet& changes)
{
  SC_TRY_ASSIGN(order, orderOfAble(c, id, u"orders.close", QStringLiteral("close orders")));
  if (!isOpen(order.row.status))
    return fail(ErrorKind::Rejected,
                QStringLiteral("the order has ended: it is \"%1\"").arg(statusName(order.row.status)),
                order.row.number);
  SC_TRY_ASSIGN(count, earlier(c, id, QStringLiteral("close_order")));
  return enqueue(c, order.row.account, id, QStringLiteral("close:%1:%2").arg(id.value()).arg(count + 1),
                 CloseOrder{order.row.externalId, reason}, actor, now, changes);
}

Result<ActionId> shipOrder(Connection& c, OrderId id, const QString& courier, const QString& number,
                           const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(order, orderOfAble(c, id, u"orders.ship", QStringLiteral("take tracking numbers")));
  if (number.trimmed().isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the tracking number is missing"), order.row.number);
  const Courier* known = courierNamed(courier);
  const QString normal = normalisedNumber(number);
  return enqueue(
      c, order.row.account, id, QStringLiteral("ship:%1:%2").arg(id.value()).arg(normal),
      MarkShipped{order.row.externalId, known ? known->code : courier, known ? known->zh : courier, normal, {}}, actor,
      now, changes);
}

Result<Money> refundable(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(row, orderRow(c, id));
  if (!row)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  SC_TRY_ASSIGN(underWay, refundsUnderWay(c, id));
  return Money(std::max<qint64>(0, row->paid.minor() - row->refunded.minor() - underWay), row->total.currency());
}

Result<OrderAbilities> orderAbilities(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  SC_TRY_ASSIGN(note, accountCan(c, order.row.account, u"orders.note"));
  SC_TRY_ASSIGN(close, accountCan(c, order.row.account, u"orders.close"));
  SC_TRY_ASSIGN(ship, accountCan(c, order.row.account, u"orders.ship"));
  SC_TRY_ASSIGN(shopRefunds, accountCan(c, order.row.account, u"orders.refund"));
  bool refund = shopRefunds;
  for (const OrderPayment& payment : order.payments) {
    SC_TRY_ASSIGN(gatewayRefunds, accountCan(c, payment.account, u"payments.refund"));
    refund = refund || gatewayRefunds;
  }
  return OrderAbilities{note, close, ship, refund};
}

Result<ActionId> refundOrder(Connection& c, OrderId id, Money amount, const QString& reason, const QString& actor,
                             Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  if (amount.minor() <= 0 || amount.currency() != order.row.total.currency())
    return fail(ErrorKind::Invalid,
                QStringLiteral("a refund is an amount of %1 above zero").arg(order.row.total.currency().code()),
                order.row.number);
  SC_TRY_ASSIGN(left, refundable(c, id));
  if (amount.minor() > left.minor())
    return fail(ErrorKind::Rejected,
                QStringLiteral("only %1 %2 of it can still be refunded").arg(amount.currency().code(), left.text()),
                order.row.number);
  AccountId account = order.row.account;
  QString payment = order.paymentReference;
  SC_TRY_ASSIGN(shopCan, accountCan(c, account, u"orders.refund"));
  bool can = shopCan;
  for (const OrderPayment& one : order.payments) {
    if (can)
      break;
    SC_TRY_ASSIGN(gatewayCan, accountCan(c, one.account, u"payments.refund"));
    can = gatewayCan;
    account = one.account;
    payment = one.externalId;
  }
  if (!can)
    return fail(ErrorKind::Rejected, QStringLiteral("neither the shop nor a connected gateway can refund it"),
                order.row.number);
  SC_TRY_ASSIGN(count, earlier(c, id, QStringLiteral("refund")));
  const QString request = QStringLiteral("R%1-%2").arg(id.value()).arg(count + 1);
  // A shop knows its order by its own id, a gateway by the number that the shop gave it.
  const QString theirOrder = shopCan ? order.row.externalId : order.row.number;
  return enqueue(c, account, id, QStringLiteral("refund:") + request,
                 RefundPayment{theirOrder, payment, request, reason, amount}, actor, now, changes);
}

Result<ActionId> pushStockLevel(Connection& c, VariantId variant, qint64 quantity, const QString& actor, Instant now,
                                ChangeSet& changes)
{
  struct Known {
    AccountId account;
    SetStock level;
    bool isGone = false;
  };
  SC_TRY_ASSIGN(
      known, c.row(QStringLiteral("SELECT v.account_id, p.external_id, v.external_id, v.sku, v.gone_at FROM variants v "
                                  "JOIN products p ON p.id = v.product_id WHERE v.id = ?"),
                   {variant}, [&](const Row& row) {
                     return Known{row.id<AccountId>(0),
                                  {row.text(1), row.text(2), row.text(3), QString(), quantity},
                                  !row.isNull(4)};
                   }));
  if (!known)
    return fail(ErrorKind::NotFound, QStringLiteral("no such variant"), QString::number(variant.value()));
  if (known->isGone)
    return fail(ErrorKind::Rejected, QStringLiteral("the shop no longer has this product"), known->level.sku);
  if (quantity < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("a stock level is never below zero"), known->level.sku);
  SC_TRY_ASSIGN(can, accountCan(c, known->account, u"stock.write"));
  if (!can)
    return fail(ErrorKind::Rejected, QStringLiteral("this shop's interface takes no stock levels"), known->level.sku);
  NewAction wanted;
  wanted.account = known->account;
  wanted.action = {QStringLiteral("stock:%1:%2:%3").arg(variant.value()).arg(toMs(now)).arg(quantity), known->level};
  wanted.target = QStringLiteral("stock:") + known->level.variantExternalId;
  wanted.actor = actor;
  return enqueueAction(c, wanted, now, changes);
}

} // namespace supercargo
