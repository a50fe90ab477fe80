#include "app/cli/rowlist.h"
#include "app/cli/stockrow.h"

namespace supercargo::cli {
namespace {

QJsonObject holdJson(const StockHold& hold)
{
  return {{QStringLiteral("id"), hold.id},
          {QStringLiteral("sku"), hold.place.sku},
          {QStringLiteral("warehouse"), hold.place.warehouse},
          {QStringLiteral("quantity"), hold.quantity},
          {QStringLiteral("reason"), hold.reason},
          {QStringLiteral("actor"), hold.actor},
          {QStringLiteral("held_at"), toIso(hold.heldAt)},
          {QStringLiteral("until"), jsonOrNull(hold.until)}};
}

Outcome<Exit> holds(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, stockHolds(*connection));
  if (session.isJson()) {
    JsonList list;
    for (const StockHold& hold : rows)
      list.add(holdJson(hold));
    list.end();
    return Exit::Done;
  }
  Table table({QCoreApplication::translate("cli", ">Hold"), QCoreApplication::translate("cli", "SKU"),
               QCoreApplication::translate("cli", "Warehouse"), QCoreApplication::translate("cli", ">Pieces"),
               QCoreApplication::translate("cli", "Reason"), QCoreApplication::translate("cli", "Who"),
               QCoreApplication::translate("cli", "Until")});
  for (const StockHold& hold : rows)
    table.add({QString::number(hold.id), hold.place.sku, hold.place.warehouse, QString::number(hold.quantity),
               hold.reason, hold.actor, hold.until ? timeText(*hold.until, session.zone()) : QString()});
  table.print();
  return Exit::Done;
}

Outcome<Exit> hold(Session& session)
{
  if (!session.has(option("--quantity")))
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option("--quantity")), option("--quantity"));
  SC_TRY_ASSIGN(quantity, session.integer(session.value(option("--quantity")), option("--quantity")));
  std::optional<Instant> until;
  if (session.has(option("--until"))) {
    const auto instant = parseIso(session.value(option("--until")));
    if (!instant)
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no instant").arg(session.value(option("--until"))),
                      option("--until"), QStringLiteral("2026-11-11T00:00:00Z"));
    until = *instant;
  }
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(ids, holdStock(*connection, ownWorker(),
                               {session.operand(0), session.value(option("--warehouse")), QString()}, quantity,
                               session.value(option("--reason")), until, systemNow(), changes));
  if (session.isJson()) {
    QJsonArray list;
    for (const qint64 id : ids)
      list += id;
    printJson(QJsonObject{{QStringLiteral("holds"), list}});
    return Exit::Done;
  }
  for (const qint64 id : ids)
    print(QCoreApplication::translate("cli", "Hold %1 is made.").arg(id));
  return Exit::Done;
}

Outcome<Exit> letGo(Session& session)
{
  SC_TRY_ASSIGN(id, session.integer(session.operand(0), QStringLiteral("HOLD")));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(letGoOfHold(*connection, ownWorker(), id, systemNow(), changes));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("let_go"), id}});
  else
    print(QCoreApplication::translate("cli", "Hold %1 is let go.").arg(id));
  return Exit::Done;
}

} // namespace

std::vector<Command> holdCommands()
{
  return {
      {QStringLiteral("stock hold"),
       QStringLiteral("SKU"),
       1,
       1,
       QCoreApplication::translate("cli", "set pieces aside for somebody; of a bundle all its parts"),
       {{option("--quantity"), QStringLiteral("N"), QCoreApplication::translate("cli", "how many pieces")},
        stockReasonOption(),
        warehouseOption(),
        {option("--until"), QStringLiteral("INSTANT"),
         QCoreApplication::translate("cli", "when they are let go by themselves")}},
       hold},
      {QStringLiteral("stock holds"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what is set aside for somebody"),
       {},
       holds},
      {QStringLiteral("stock let-go"),
       QStringLiteral("HOLD"),
       1,
       1,
       QCoreApplication::translate("cli", "end a hold"),
       {},
       letGo},
  };
}

} // namespace supercargo::cli
