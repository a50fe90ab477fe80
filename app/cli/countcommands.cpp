#include "app/cli/rowlist.h"
#include "app/cli/stockrow.h"
#include "core/stock/counts.h"

namespace supercargo::cli {
namespace {

QJsonObject countJson(const StockCount& count)
{
  QJsonArray lines;
  for (const CountLine& line : count.lines)
    lines += QJsonObject{{QStringLiteral("sku"), line.sku},
                         {QStringLiteral("lot"), jsonOrNull(line.lot)},
                         {QStringLiteral("counted"), jsonOrNull(line.counted)},
                         {QStringLiteral("book"), jsonOrNull(line.book)},
                         {QStringLiteral("difference"), jsonOrNull(line.difference())}};
  return {{QStringLiteral("id"), count.id},
          {QStringLiteral("warehouse"), count.warehouse},
          {QStringLiteral("state"), countStateName(count.state)},
          {QStringLiteral("blind"), count.isBlind},
          {QStringLiteral("note"), count.note},
          {QStringLiteral("opened_at"), toIso(count.openedAt)},
          {QStringLiteral("decided_by"), jsonOrNull(count.decidedBy)},
          {QStringLiteral("lines"), lines}};
}

Outcome<Exit> showCount(Session& session, Connection& c, qint64 id)
{
  SC_TRY_ASSIGN(count, stockCount(c, id));
  if (session.isJson()) {
    printJson(countJson(count));
    return Exit::Done;
  }
  print(QCoreApplication::translate("cli", "Count %1 in %2: %3")
            .arg(count.id)
            .arg(count.warehouse, countStateName(count.state)));
  Table table({QCoreApplication::translate("cli", "SKU"), QCoreApplication::translate("cli", "Lot"),
               QCoreApplication::translate("cli", ">Counted"), QCoreApplication::translate("cli", ">Book"),
               QCoreApplication::translate("cli", ">Difference")});
  const auto text = [](std::optional<qint64> number) { return number ? QString::number(*number) : QString(); };
  for (const CountLine& line : count.lines)
    table.add({line.sku, line.lot, text(line.counted), text(line.book), text(line.difference())});
  table.print();
  return Exit::Done;
}

Outcome<Exit> listCounts(Session& session)
{
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, stockCounts(*connection, limit));
  printRows(session, rows, limit,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Warehouse"),
             QCoreApplication::translate("cli", "State"), QCoreApplication::translate("cli", "Opened")},
            countJson, [&](const StockCount& count) {
              return QStringList{QString::number(count.id), count.warehouse, countStateName(count.state),
                                 timeText(count.openedAt, session.zone())};
            });
  return Exit::Done;
}

Outcome<Exit> count(Session& session)
{
  const bool opens = session.has(option("--open"));
  if (!opens && session.operand(0).isEmpty())
    return listCounts(session);
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  if (opens) {
    SC_TRY_ASSIGN(
        most, session.integer(session.has(option("--most")) ? session.value(option("--most")) : QStringLiteral("50"),
                              option("--most")));
    SC_TRY_ASSIGN(id,
                  openCount(*connection, ownWorker(), session.value(option("--warehouse")),
                            session.arguments().values(option("--sku")), int(most), !session.has(option("--open-book")),
                            session.value(option("--reason")), systemNow(), changes));
    return showCount(session, *connection, id);
  }
  SC_TRY_ASSIGN(id, session.integer(session.operand(0), QStringLiteral("ID")));
  SC_TRY_ASSIGN(counts, skuCounts(session, option("--enter")));
  const auto enterAndDecide = [&]() -> Result<void> {
    for (const SkuCount& one : counts)
      SC_TRY(
          enterCount(*connection, ownWorker(), id, one.sku, session.value(option("--lot")), one.quantity, systemNow()));
    if (session.has(option("--submit")))
      SC_TRY(submitCount(*connection, ownWorker(), id, systemNow()));
    if (session.has(option("--approve")))
      SC_TRY(approveCount(*connection, ownWorker(), id, true, systemNow(), changes));
    if (session.has(option("--reject")))
      SC_TRY(rejectCount(*connection, ownWorker(), id, systemNow()));
    return {};
  };
  SC_TRY(connection->transaction(enterAndDecide));
  return showCount(session, *connection, id);
}

} // namespace

std::vector<Command> countCommands()
{
  return {
      {QStringLiteral("stock count"),
       QStringLiteral("[ID]"),
       0,
       1,
       QCoreApplication::translate("cli", "open a count, enter what was counted, approve the differences; alone: list"),
       {{option("--open"), {}, QCoreApplication::translate("cli", "begin a new count")},
        {option("--sku"), QStringLiteral("SKU"),
         QCoreApplication::translate("cli", "count this article; without it those counted longest ago")},
        {option("--most"), QStringLiteral("N"), QCoreApplication::translate("cli", "at most so many articles (50)")},
        {option("--open-book"), {}, QCoreApplication::translate("cli", "show what the ledger says while counting")},
        warehouseOption(),
        {option("--enter"), QStringLiteral("SKU=N"),
         QCoreApplication::translate("cli", "what was counted; may be given many times")},
        lotOption(),
        {option("--submit"), {}, QCoreApplication::translate("cli", "everything is counted: show the differences")},
        {option("--approve"), {}, QCoreApplication::translate("cli", "book the differences")},
        {option("--reject"), {}, QCoreApplication::translate("cli", "book nothing")},
        stockReasonOption(),
        limitOption()},
       count}};
}

} // namespace supercargo::cli
