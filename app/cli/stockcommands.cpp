#include "app/cli/rowlist.h"
#include "app/cli/stockrow.h"
#include "core/store/catalogue.h"

namespace supercargo::cli {
QJsonObject stockJson(const StockRow& row)
{
  return {{QStringLiteral("sku"), row.sku},
          {QStringLiteral("warehouse"), row.warehouse},
          {QStringLiteral("on_hand"), row.onHand},
          {QStringLiteral("reserved"), row.reserved},
          {QStringLiteral("blocked"), row.blocked},
          {QStringLiteral("available"), row.available()},
          {QStringLiteral("incoming"), row.incoming},
          {QStringLiteral("in_transfer"), row.inTransfer},
          {QStringLiteral("projected"), row.projected()},
          {QStringLiteral("oversold"), row.oversold},
          {QStringLiteral("alert"), jsonOrNull(row.alert())}};
}

QStringList stockHeadings()
{
  return {QCoreApplication::translate("cli", "SKU"),        QCoreApplication::translate("cli", "Warehouse"),
          QCoreApplication::translate("cli", ">On hand"),   QCoreApplication::translate("cli", ">Reserved"),
          QCoreApplication::translate("cli", ">Blocked"),   QCoreApplication::translate("cli", ">Available"),
          QCoreApplication::translate("cli", ">Incoming"),  QCoreApplication::translate("cli", ">In transfer"),
          QCoreApplication::translate("cli", ">Projected"), QCoreApplication::translate("cli", "Alert")};
}

QStringList stockCells(const StockRow& row)
{
  return {row.sku,
          row.warehouse,
          QString::number(row.onHand),
          QString::number(row.reserved),
          QString::number(row.blocked),
          QString::number(row.available()),
          QString::number(row.incoming),
          QString::number(row.inTransfer),
          QString::number(row.projected()),
          row.alert()};
}

Outcome<std::vector<SkuCount>> skuCounts(Session& session, const QString& name)
{
  std::vector<SkuCount> list;
  for (const QString& text : session.arguments().values(name)) {
    const qsizetype at = text.lastIndexOf(u'=');
    if (at <= 0)
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no SKU=N").arg(text), name);
    SC_TRY_ASSIGN(quantity, session.integer(text.mid(at + 1), name));
    list.push_back({text.left(at), quantity});
  }
  return list;
}

Option warehouseOption()
{
  return {option("--warehouse"), QStringLiteral("NAME"),
          QCoreApplication::translate("cli", "which warehouse (the one that orders are taken from)")};
}
Option lotOption()
{
  return {option("--lot"), QStringLiteral("LOT"), QCoreApplication::translate("cli", "of which lot")};
}
Option stockReasonOption()
{
  return {option("--reason"), QStringLiteral("TEXT"), QCoreApplication::translate("cli", "why; kept in the ledger")};
}
namespace {

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, stockRows(*connection, limit));
  printRows(session, rows, limit, stockHeadings(), stockJson, stockCells);
  return Exit::Done;
}

Outcome<Exit> history(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, stockHistory(*connection, session.operand(0), limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Time"),
       QCoreApplication::translate("cli", "Warehouse"), QCoreApplication::translate("cli", "What"),
       QCoreApplication::translate("cli", ">On hand"), QCoreApplication::translate("cli", ">Reserved"),
       QCoreApplication::translate("cli", ">Blocked"), QCoreApplication::translate("cli", ">Incoming"),
       QCoreApplication::translate("cli", ">In transfer"), QCoreApplication::translate("cli", "Lot"),
       QCoreApplication::translate("cli", "Reason"), QCoreApplication::translate("cli", "Who"),
       QCoreApplication::translate("cli", ">Order")},
      [](const StockMovement& m) {
        return QJsonObject{{QStringLiteral("id"), m.id},
                           {QStringLiteral("at"), toIso(m.at)},
                           {QStringLiteral("sku"), m.sku},
                           {QStringLiteral("warehouse"), m.warehouse},
                           {QStringLiteral("kind"), m.kind},
                           {QStringLiteral("on_hand_delta"), m.onHandDelta},
                           {QStringLiteral("reserved_delta"), m.reservedDelta},
                           {QStringLiteral("reason"), m.reason},
                           {QStringLiteral("actor"), m.actor},
                           {QStringLiteral("blocked_delta"), m.blockedDelta},
                           {QStringLiteral("incoming_delta"), m.incomingDelta},
                           {QStringLiteral("transfer_delta"), m.transferDelta},
                           {QStringLiteral("lot"), jsonOrNull(m.lot)},
                           {QStringLiteral("source"), jsonOrNull(m.source)},
                           {QStringLiteral("undoes"), jsonOrNull(m.undoes)},
                           {QStringLiteral("order"), jsonOrNull(m.order)},
                           {QStringLiteral("call"), jsonOrNull(m.call)}};
      },
      [&](const StockMovement& m) {
        return QStringList{QString::number(m.id),
                           timeText(m.at, session.zone()),
                           m.warehouse,
                           m.kind,
                           QString::number(m.onHandDelta),
                           QString::number(m.reservedDelta),
                           QString::number(m.blockedDelta),
                           QString::number(m.incomingDelta),
                           QString::number(m.transferDelta),
                           m.lot,
                           m.reason,
                           m.actor,
                           m.order ? QString::number(m.order->value()) : QString()};
      });
  return Exit::Done;
}

Outcome<Exit> at(Session& session)
{
  const QString text = session.operand(0);
  const auto instant = parseIso(text);
  if (!instant)
    return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no instant").arg(text), text,
                    QStringLiteral("2026-11-11T00:00:00Z"));
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, stockAt(*connection, *instant, limit, session.value(QStringLiteral("--sku"))));
  printRows(session, rows, limit, stockHeadings(), stockJson, stockCells);
  return Exit::Done;
}

Outcome<Exit> adjust(Session& session)
{
  for (const QString& option : {QStringLiteral("--by"), QStringLiteral("--reason")})
    if (session.value(option).trimmed().isEmpty())
      return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option), option);
  SC_TRY_ASSIGN(by, session.integer(session.value(QStringLiteral("--by")), QStringLiteral("--by")));
  if (by == 0)
    return wrongUse(QCoreApplication::translate("cli", "--by 0 changes nothing"), QStringLiteral("--by"));
  const QString sku = session.operand(0), reason = session.value(QStringLiteral("--reason"));
  QString warehouse = session.value(QStringLiteral("--warehouse"));
  SC_TRY_ASSIGN(connection, session.writer());
  if (!session.has(QStringLiteral("--warehouse"))) {
    SC_TRY_ASSIGN(rows, stockOfSku(*connection, sku));
    if (rows.empty())
      return fail(notFound(QStringLiteral("stock of %1").arg(sku)));
    if (rows.size() > 1)
      return wrongUse(QCoreApplication::translate("cli", "%1 lies in more than one warehouse").arg(sku),
                      QStringLiteral("--warehouse"));
    warehouse = rows.front().warehouse;
  }
  ChangeSet changes;
  SC_TRY_ASSIGN(row, adjustByHand(*connection, ownWorker(), {sku, warehouse, session.value(QStringLiteral("--lot"))},
                                  by, reason, systemNow(), changes));
  if (session.isJson()) {
    printJson(stockJson(row));
    return Exit::Done;
  }
  Table table(stockHeadings());
  table.add(stockCells(row));
  table.print();
  return Exit::Done;
}

} // namespace

std::vector<Command> stockCommands()
{
  const QString sku = QStringLiteral("SKU");
  return {
      {QStringLiteral("stock list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what lies where"),
       {limitOption()},
       list},
      {QStringLiteral("stock history"),
       sku,
       1,
       1,
       QCoreApplication::translate("cli", "list every movement of an article, newest first"),
       {limitOption()},
       history},
      {QStringLiteral("stock at"),
       QStringLiteral("INSTANT"),
       1,
       1,
       QCoreApplication::translate("cli", "list what lay where at a past instant"),
       {limitOption(),
        {QStringLiteral("--sku"), QStringLiteral("SKU"), QCoreApplication::translate("cli", "only this article")}},
       at},
      {QStringLiteral("stock adjust"),
       sku,
       1,
       1,
       QCoreApplication::translate("cli", "correct the stock on hand"),
       {{QStringLiteral("--by"), QStringLiteral("N"),
         QCoreApplication::translate("cli", "how many more, or with a minus sign fewer")},
        {QStringLiteral("--reason"), QStringLiteral("TEXT"),
         QCoreApplication::translate("cli", "why; kept in the ledger")},
        {QStringLiteral("--warehouse"), QStringLiteral("NAME"),
         QCoreApplication::translate("cli", "where, if it lies in several")},
        {QStringLiteral("--lot"), QStringLiteral("LOT"), QCoreApplication::translate("cli", "of which lot")}},
       adjust},
  };
}

} // namespace supercargo::cli
