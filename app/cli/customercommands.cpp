#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/base/text.h"
#include "core/store/catalogue.h"
#include "core/store/customerexport.h"
#include "core/store/erasecustomer.h"
#include "core/store/orders.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

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

Outcome<Exit> writeDocument(const Session& session, const QByteArray& json)
{
  const QString name = QFileInfo(session.value(QStringLiteral("--out"))).absoluteFilePath();
  QFile file(name);
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
    return fail(Failure(Error{ErrorKind::Denied, file.errorString(), name, std::nullopt}));
  if (file.write(json) != json.size() || !file.flush())
    return fail(Failure(Error{ErrorKind::DiskFull, file.errorString(), name, std::nullopt}));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("file"), name}, {QStringLiteral("bytes"), json.size()}});
  else
    print(QCoreApplication::translate("cli", "Written to %1.").arg(name));
  return Exit::Done;
}

Outcome<Exit> exportCustomer(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<CustomerId>(0));
  SC_TRY_ASSIGN(connection, session.writer()); // the timelines say that it was shown
  ChangeSet changes;
  SC_TRY_ASSIGN(document, exportedCustomer(*connection, id, systemNow(), changes));
  if (session.has(QStringLiteral("--out")))
    return writeDocument(session, QJsonDocument(document).toJson());
  printJson(document);
  return Exit::Done;
}

Outcome<Exit> erase(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<CustomerId>(0));
  if (!session.has(QStringLiteral("--yes")))
    return wrongUse(QCoreApplication::translate("cli", "erased data cannot be brought back"), QStringLiteral("--yes"),
                    QCoreApplication::translate("cli", "Say --yes to erase them."));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(erased, eraseCustomer(*connection, id, kActor, systemNow(), changes));
  SC_TRY(scrubErased(*connection));
  if (session.isJson()) {
    printJson(QJsonObject{{QStringLiteral("customer"), id.value()},
                          {QStringLiteral("customers"), erased.customers},
                          {QStringLiteral("orders"), erased.orders},
                          {QStringLiteral("shipments"), erased.parcels},
                          {QStringLiteral("calls"), erased.calls},
                          {QStringLiteral("failures"), erased.failures}});
  } else {
    print(QCoreApplication::translate("cli", "Customer %1 is erased; %n order(s) keep their amounts.", nullptr,
                                      static_cast<int>(erased.orders))
              .arg(id.value()));
    say(QCoreApplication::translate("cli", "Backups and exports made before still hold the data."));
  }
  return Exit::Done;
}

} // namespace

std::vector<Command> customerCommands()
{
  return {
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
      {QStringLiteral("customers export"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "write everything held about a customer as JSON, unmasked"),
       {{QStringLiteral("--out"), QStringLiteral("FILE"),
         QCoreApplication::translate("cli", "into this new file instead of standard output")}},
       exportCustomer},
      {QStringLiteral("customers erase"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "overwrite a customer's personal data for good; amounts and figures stay"),
       {{QStringLiteral("--yes"), QString(), QCoreApplication::translate("cli", "do it: there is no way back")}},
       erase},
  };
}

} // namespace supercargo::cli
