#include "app/cli/actions.h"
#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/base/text.h"
#include "core/outbox/paymentactions.h"
#include "core/store/catalogue.h"
#include "core/store/money.h"
#include "core/store/orders.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

QJsonObject rowJson(const PaymentRow& row)
{
  QJsonArray refunds;
  for (const RefundSnapshot& refund : row.refunds)
    refunds += QJsonObject{{QStringLiteral("external_id"), refund.externalId},
                           {QStringLiteral("amount"), toJson(refund.amount)},
                           {QStringLiteral("status"), statusName(refund.status)}};
  return {{QStringLiteral("id"), row.id.value()},
          {QStringLiteral("account"), row.account.value()},
          {QStringLiteral("external_id"), row.externalId},
          {QStringLiteral("order_number"), row.orderNumber},
          {QStringLiteral("order"), jsonOrNull(row.order)},
          {QStringLiteral("amount"), toJson(row.amount)},
          {QStringLiteral("fee"), jsonOrNull(row.fee)},
          {QStringLiteral("refunded"), jsonOrNull(row.refunded)},
          {QStringLiteral("status"), statusName(row.status)},
          {QStringLiteral("paid_at"), jsonOrNull(row.paidAt)},
          {QStringLiteral("decline_code"), jsonOrNull(row.declineCode)},
          {QStringLiteral("decline_reason"), jsonOrNull(row.declineReason)},
          {QStringLiteral("refunds"), refunds}};
}

Outcome<Exit> payments(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, paymentRows(*connection, limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Number"),
       QCoreApplication::translate("cli", ">Amount"), QCoreApplication::translate("cli", ">Fee"),
       QCoreApplication::translate("cli", "Status"), QCoreApplication::translate("cli", "Paid"),
       QCoreApplication::translate("cli", ">Order")},
      [](const PaymentRow& row) { return rowJson(row); },
      [&](const PaymentRow& row) {
        return QStringList{QString::number(row.id.value()),
                           row.orderNumber,
                           moneyText(row.amount),
                           row.fee ? row.fee->text() : QString(),
                           statusText(row.status),
                           timeText(row.paidAt, session.zone()),
                           row.order ? QString::number(row.order->value()) : QString()};
      });
  return Exit::Done;
}

Outcome<Exit> voidOne(Session& session)
{
  SC_TRY_ASSIGN(payment, session.idOperand<PaymentId>(0));
  return act(session, [payment](Connection& c, ChangeSet& changes) {
    return voidPayment(c, payment, kActor, systemNow(), changes);
  });
}

Outcome<Exit> closeOne(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(gateway, session.integer(session.value(QStringLiteral("--account")), QStringLiteral("--account")));
  return act(session, [order, gateway = AccountId(gateway)](Connection& c, ChangeSet& changes) {
    return closePayment(c, order, gateway, kActor, systemNow(), changes);
  });
}

QJsonObject rowJson(const CustomerRow& row, Currency currency)
{
  QJsonArray accounts, other;
  for (const AccountId account : row.accounts)
    accounts += account.value();
  for (const Money amount : row.spent.amounts())
    if (amount.currency() != currency)
      other += toJson(amount);
  return {{QStringLiteral("id"), row.id.value()},
          {QStringLiteral("name"), maskName(row.name)},
          {QStringLiteral("phone"), maskPhone(row.phone)},
          {QStringLiteral("email"), maskEmail(row.email)},
          {QStringLiteral("city"), row.city},
          {QStringLiteral("province"), row.province},
          {QStringLiteral("accounts"), accounts},
          {QStringLiteral("orders"), row.orders},
          {QStringLiteral("spent"), toJson(row.spent.of(currency))},
          {QStringLiteral("spent_other"), other},
          {QStringLiteral("first_order_at"), jsonOrNull(row.firstOrderAt)},
          {QStringLiteral("last_order_at"), jsonOrNull(row.lastOrderAt)}};
}

Outcome<Exit> customers(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, customerRows(*connection, limit));
  const Currency currency = workspace->info().currency;
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Name"),
       QCoreApplication::translate("cli", "Phone"), QCoreApplication::translate("cli", "City"),
       QCoreApplication::translate("cli", ">Orders"), QCoreApplication::translate("cli", ">Spent"),
       QCoreApplication::translate("cli", "Last order")},
      [&](const CustomerRow& row) { return rowJson(row, currency); },
      [&](const CustomerRow& row) {
        QStringList spent;
        for (const Money amount : row.spent.amounts())
          spent += moneyText(amount);
        return QStringList{QString::number(row.id.value()),
                           maskName(row.name),
                           maskPhone(row.phone),
                           row.city,
                           QString::number(row.orders),
                           spent.join(QStringLiteral(" + ")),
                           timeText(row.lastOrderAt, session.zone())};
      });
  return Exit::Done;
}

Outcome<Exit> showCustomer(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<CustomerId>(0));
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(customer, customerRow(*connection, id));
  if (!customer)
    return fail(notFound(QStringLiteral("customer %1").arg(id.value())));
  SC_TRY_ASSIGN(ids, ordersOfCustomer(*connection, id, 0));
  std::vector<OrderRow> orders;
  for (const OrderId order : ids) {
    SC_TRY_ASSIGN(row, orderRow(*connection, order));
    if (row)
      orders.push_back(std::move(*row));
  }
  if (session.isJson()) {
    QJsonObject object = rowJson(*customer, workspace->info().currency);
    QJsonArray history;
    for (const OrderRow& order : orders)
      history += QJsonObject{{QStringLiteral("id"), order.id.value()},
                             {QStringLiteral("number"), order.number},
                             {QStringLiteral("placed_at"), toIso(order.placedAt)},
                             {QStringLiteral("status"), statusName(order.status)},
                             {QStringLiteral("total"), toJson(order.total)}};
    object.insert(QStringLiteral("history"), history);
    printJson(object);
    return Exit::Done;
  }
  print(QStringLiteral("%1 · %2 · %3").arg(maskName(customer->name), maskPhone(customer->phone), customer->city));
  Table table({QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Number"),
               QCoreApplication::translate("cli", "Placed"), QCoreApplication::translate("cli", "Status"),
               QCoreApplication::translate("cli", ">Total")});
  for (const OrderRow& order : orders)
    table.add({QString::number(order.id.value()), order.number, timeText(order.placedAt, session.zone()),
               statusText(order.status), moneyText(order.total)});
  table.print();
  return Exit::Done;
}

} // namespace

std::vector<Command> moneyCommands()
{
  return {
      {QStringLiteral("payments list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the payments of all gateways"),
       {limitOption()},
       payments},
      {QStringLiteral("payments void"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "take a whole payment back on the day it was made, before it is settled"),
       {},
       voidOne},
      {QStringLiteral("payments close"),
       QStringLiteral("ORDER"),
       1,
       1,
       QCoreApplication::translate("cli", "end the payment that a gateway still awaits for an order"),
       {{QStringLiteral("--account"), QStringLiteral("N"),
         QCoreApplication::translate("cli", "the gateway's account")}},
       closeOne},
      {QStringLiteral("customers list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the customers of all shops, masked"),
       {limitOption()},
       customers},
      {QStringLiteral("customers show"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "show a customer with every order, masked"),
       {},
       showCustomer},
  };
}

} // namespace supercargo::cli
