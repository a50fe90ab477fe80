#include "app/cli/rowlist.h"
#include "app/cli/stockrow.h"
#include "core/files/records.h"
#include "core/stock/transfers.h"
#include "ui/text/filewords.h"

#include <QFile>

namespace supercargo::cli {
namespace {

StockPlace placeOf(const Session& session)
{
  return {session.operand(0), session.value(option("--warehouse")), session.value(option("--lot"))};
}

Outcome<qint64> quantityOf(Session& session)
{
  if (!session.has(option("--quantity")))
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option("--quantity")), option("--quantity"));
  return session.integer(session.value(option("--quantity")), option("--quantity"));
}

Outcome<Exit> printStock(Session& session, const StockRow& row)
{
  if (session.isJson()) {
    printJson(stockJson(row));
    return Exit::Done;
  }
  Table table(stockHeadings());
  table.add(stockCells(row));
  table.print();
  return Exit::Done;
}

// ---- transfers -----------------------------------------------------------------------------------------------------

QJsonObject transferJson(const TransferRow& row)
{
  QJsonArray lines;
  for (const TransferRow::Line& line : row.lines)
    lines += QJsonObject{{QStringLiteral("sku"), line.sku},
                         {QStringLiteral("lot"), jsonOrNull(line.lot)},
                         {QStringLiteral("sent"), line.sent},
                         {QStringLiteral("received"), line.received},
                         {QStringLiteral("missing"), line.missing}};
  return {{QStringLiteral("id"), row.id},
          {QStringLiteral("from"), row.from},
          {QStringLiteral("to"), row.to},
          {QStringLiteral("reason"), row.reason},
          {QStringLiteral("actor"), row.actor},
          {QStringLiteral("sent_at"), toIso(row.sentAt)},
          {QStringLiteral("closed_at"), jsonOrNull(row.closedAt)},
          {QStringLiteral("lines"), lines}};
}

void printTransfers(Session& session, const std::vector<TransferRow>& rows)
{
  Table table({QCoreApplication::translate("cli", ">Transfer"), QCoreApplication::translate("cli", "From"),
               QCoreApplication::translate("cli", "To"), QCoreApplication::translate("cli", "Sent"),
               QCoreApplication::translate("cli", "SKU"), QCoreApplication::translate("cli", ">Pieces"),
               QCoreApplication::translate("cli", ">Received"), QCoreApplication::translate("cli", ">Missing")});
  for (const TransferRow& row : rows)
    for (const TransferRow::Line& line : row.lines)
      table.add({QString::number(row.id), row.from, row.to, timeText(row.sentAt, session.zone()), line.sku,
                 QString::number(line.sent), QString::number(line.received), QString::number(line.missing)});
  table.print();
}

Outcome<Exit> transfer(Session& session)
{
  for (const char* name : {"--from", "--to", "--line"})
    if (session.value(option(name)).isEmpty())
      return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option(name)), option(name));
  SC_TRY_ASSIGN(counts, skuCounts(session, option("--line")));
  std::vector<TransferLine> lines;
  for (const SkuCount& count : counts)
    lines.push_back({count.sku, session.value(option("--lot")), count.quantity});
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(id,
                sendTransfer(*connection, ownWorker(), session.value(option("--from")), session.value(option("--to")),
                             lines, session.value(option("--reason")), systemNow(), changes));
  SC_TRY_ASSIGN(row, transferRow(*connection, id));
  if (session.isJson())
    printJson(transferJson(row));
  else
    printTransfers(session, {row});
  return Exit::Done;
}

Outcome<Exit> transfers(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, openTransfers(*connection));
  if (!session.isJson()) {
    printTransfers(session, rows);
    return Exit::Done;
  }
  JsonList list;
  for (const TransferRow& row : rows)
    list.add(transferJson(row));
  list.end();
  return Exit::Done;
}

Outcome<Exit> receiveTransferred(Session& session)
{
  SC_TRY_ASSIGN(id, session.integer(session.value(option("--transfer")), option("--transfer")));
  SC_TRY_ASSIGN(counts, skuCounts(session, option("--line")));
  std::vector<TransferLine> lines;
  for (const SkuCount& count : counts)
    lines.push_back({count.sku, session.value(option("--lot")), count.quantity});
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(row, receiveTransfer(*connection, ownWorker(), id, lines, session.has(option("--rest-is-missing")),
                                     systemNow(), changes));
  if (session.isJson())
    printJson(transferJson(row));
  else
    printTransfers(session, {row});
  return Exit::Done;
}

// ---- single pieces of work -----------------------------------------------------------------------------------------

Outcome<Exit> receive(Session& session)
{
  if (session.has(option("--transfer")))
    return receiveTransferred(session);
  if (session.operand(0).isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QStringLiteral("SKU")));
  StockReceipt receipt;
  receipt.place = placeOf(session);
  SC_TRY_ASSIGN(quantity, quantityOf(session));
  receipt.quantity = quantity;
  receipt.source = session.value(option("--source"));
  if (session.has(option("--expires"))) {
    const auto expires = parseIso(session.value(option("--expires")));
    if (!expires)
      return wrongUse(
          QCoreApplication::translate("cli", "\"%1\" is no instant").arg(session.value(option("--expires"))),
          option("--expires"), QStringLiteral("2026-11-11T00:00:00Z"));
    receipt.expires = *expires;
  }
  SC_TRY_ASSIGN(workspace, session.workspace());
  if (session.has(option("--cost"))) {
    const auto cost = Money::parse(session.value(option("--cost")), workspace->info().currency);
    if (!cost)
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no amount").arg(session.value(option("--cost"))),
                      option("--cost"));
    receipt.cost = *cost;
  }
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(row, receiveStock(*connection, ownWorker(), receipt, systemNow(), changes));
  return printStock(session, row);
}

Outcome<Exit> scrap(Session& session)
{
  SC_TRY_ASSIGN(quantity, quantityOf(session));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(row, scrapStock(*connection, ownWorker(), placeOf(session), quantity, session.value(option("--reason")),
                                session.has(option("--blocked")), systemNow(), changes));
  return printStock(session, row);
}

Outcome<Exit> block(Session& session)
{
  SC_TRY_ASSIGN(quantity, quantityOf(session));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  const auto work = session.has(option("--free")) ? unblockStock : blockStock;
  SC_TRY_ASSIGN(row, work(*connection, ownWorker(), placeOf(session), quantity, session.value(option("--reason")),
                          systemNow(), changes));
  return printStock(session, row);
}

Outcome<Exit> undo(Session& session)
{
  SC_TRY_ASSIGN(movement, session.integer(session.operand(0), QStringLiteral("MOVEMENT")));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(
      id, undoMovement(*connection, ownWorker(), movement, session.value(option("--reason")), systemNow(), changes));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("movement"), id}, {QStringLiteral("undoes"), movement}});
  else
    print(QCoreApplication::translate("cli", "Movement %1 is taken back by movement %2.").arg(movement).arg(id));
  return Exit::Done;
}

// ---- opening stock -------------------------------------------------------------------------------------------------

Outcome<Exit> opening(Session& session)
{
  const QString path = session.operand(0);
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(notFound(QStringLiteral("file %1").arg(path)));
  SC_TRY_ASSIGN(sheet, readSheet(file.readAll()));
  const auto typed = parseMapping(ImportKind::Stock, sheet.header, session.arguments().values(option("--map")));
  if (!typed)
    return wrongUse(
        typed.error().detail, option("--map"),
        QCoreApplication::translate("cli", "The fields are: %1").arg(importFields(ImportKind::Stock).join(u' ')));
  SC_TRY_ASSIGN(mapping, mapColumns(ImportKind::Stock, sheet.header, *typed));
  SC_TRY_ASSIGN(workspace, session.workspace());
  const ImportedRecords records =
      readRecords(ImportKind::Stock, sheet, mapping, {workspace->info().currency, session.zone()});
  std::vector<OpeningLine> lines;
  for (const StockSnapshot& stock : records.snapshots.stock) {
    const QString place = session.has(option("--warehouse")) ? session.value(option("--warehouse")) : stock.location;
    lines.push_back({0, {stock.sku, place, {}}, stock.onHand.value_or(stock.available.value_or(-1))});
  }
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(results, openStock(*connection, ownWorker(), lines, path.section(u'/', -1), systemNow(), changes));
  qint64 refused = 0;
  QJsonArray rows;
  for (const RowResult& row : records.rows)
    if (row.kind == RowResult::Kind::Failed) {
      ++refused;
      rows += QJsonObject{
          {QStringLiteral("row"), row.row}, {QStringLiteral("sku"), row.id}, {QStringLiteral("refused"), row.reason()}};
      if (!session.isJson())
        say(QCoreApplication::translate("cli", "Row %1: %2").arg(row.row).arg(rowFaultsText(row.faults)));
    }
  for (const OpeningResult& result : results) {
    refused += !result.refused.isEmpty();
    rows += QJsonObject{{QStringLiteral("sku"), result.sku}, {QStringLiteral("refused"), jsonOrNull(result.refused)}};
    if (!result.refused.isEmpty() && !session.isJson())
      say(result.sku + QStringLiteral(": ") + result.refused);
  }
  const qint64 opened = rows.size() - refused;
  if (session.isJson())
    printJson(QJsonObject{
        {QStringLiteral("opened"), opened}, {QStringLiteral("refused"), refused}, {QStringLiteral("rows"), rows}});
  else
    print(QCoreApplication::translate("cli", "%1 balances opened, %2 rows refused.").arg(opened).arg(refused));
  return refused > 0 ? Exit::Partly : Exit::Done;
}

Option quantityOption()
{
  return {option("--quantity"), QStringLiteral("N"), QCoreApplication::translate("cli", "how many pieces")};
}
Option lineOption()
{
  return {option("--line"), QStringLiteral("SKU=N"),
          QCoreApplication::translate("cli", "an article and how many; may be given many times")};
}

} // namespace

std::vector<Command> warehouseCommands()
{
  const QString sku = QStringLiteral("SKU");
  return {
      {QStringLiteral("stock transfer"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "send goods to another warehouse; they arrive by \"stock receive\""),
       {{option("--from"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "from which warehouse")},
        {option("--to"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "to which warehouse")},
        lineOption(),
        lotOption(),
        stockReasonOption()},
       transfer},
      {QStringLiteral("stock transfers"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list transfers that have not arrived"),
       {},
       transfers},
      {QStringLiteral("stock receive"),
       QStringLiteral("[SKU]"),
       0,
       1,
       QCoreApplication::translate("cli", "book goods that came in, from a supplier or by a transfer"),
       {quantityOption(),
        warehouseOption(),
        lotOption(),
        {option("--expires"), QStringLiteral("INSTANT"), QCoreApplication::translate("cli", "when the lot expires")},
        {option("--source"), QStringLiteral("TEXT"),
         QCoreApplication::translate("cli", "purchase order or delivery note")},
        {option("--cost"), QStringLiteral("AMOUNT"),
         QCoreApplication::translate("cli", "what a piece costs from now on")},
        {option("--transfer"), QStringLiteral("ID"), QCoreApplication::translate("cli", "the transfer that arrived")},
        lineOption(),
        {option("--rest-is-missing"),
         {},
         QCoreApplication::translate("cli", "what did not come with the transfer is lost")}},
       receive},
      {QStringLiteral("stock scrap"),
       sku,
       1,
       1,
       QCoreApplication::translate("cli", "take out what is broken or expired"),
       {quantityOption(),
        stockReasonOption(),
        warehouseOption(),
        lotOption(),
        {option("--blocked"), {}, QCoreApplication::translate("cli", "pieces that were blocked before")}},
       scrap},
      {QStringLiteral("stock block"),
       sku,
       1,
       1,
       QCoreApplication::translate("cli", "set pieces apart that must not be sold"),
       {quantityOption(),
        stockReasonOption(),
        warehouseOption(),
        {option("--free"), {}, QCoreApplication::translate("cli", "give them free again")}},
       block},
      {QStringLiteral("stock undo"),
       QStringLiteral("MOVEMENT"),
       1,
       1,
       QCoreApplication::translate("cli", "take a movement back by a counter-movement"),
       {stockReasonOption()},
       undo},
      {QStringLiteral("stock opening"),
       QStringLiteral("FILE"),
       1,
       1,
       QCoreApplication::translate("cli", "open balances from a table of SKUs and pieces; known balances stay"),
       {warehouseOption(),
        {option("--map"), QStringLiteral("COLUMN=FIELD,…"),
         QCoreApplication::translate("cli", "which column is which, where that is not guessed")}},
       opening},
  };
}

} // namespace supercargo::cli
