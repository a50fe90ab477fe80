#include "app/cli/actions.h"
#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/outbox/paymentactions.h"
#include "core/store/money.h"

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
  };
}

} // namespace supercargo::cli
