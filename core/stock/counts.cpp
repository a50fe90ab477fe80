#include "core/stock/counts.h"

#include "core/db/ids.h"
#include "core/stock/alerts.h"
#include "core/stock/steps.h"
#include "core/store/orderfacts.h"

namespace supercargo {
namespace {

CountState countStateNamed(const QString& name)
{
  for (const CountState state : {CountState::Submitted, CountState::Approved, CountState::Rejected})
    if (countStateName(state) == name)
      return state;
  return CountState::Open;
}

QString nameOf(qint64 count)
{
  return QStringLiteral("count %1").arg(count);
}

Result<void> expectState(const StockCount& count, CountState wanted)
{
  if (count.state == wanted)
    return {};
  return fail(
      ErrorKind::Conflict,
      QStringLiteral("%1 is %2, not %3").arg(nameOf(count.id), countStateName(count.state), countStateName(wanted)),
      nameOf(count.id));
}

Result<StockCount> wholeCount(Connection& c, qint64 id)
{
  SC_TRY_ASSIGN(found, c.row(QStringLiteral("SELECT id, warehouse, note, actor, decided_by, blind, state, opened_at, "
                                            "decided_at FROM stock_counts WHERE id = ?"),
                             {id}, [](const Row& row) {
                               return StockCount{row.integer(0),
                                                 row.text(1),
                                                 row.text(2),
                                                 row.text(3),
                                                 row.text(4),
                                                 row.flag(5),
                                                 countStateNamed(row.text(6)),
                                                 row.instant(7),
                                                 row.instantIfAny(8),
                                                 {}};
                             }));
  if (!found)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no %1").arg(nameOf(id)), nameOf(id));
  SC_TRY_ASSIGN(lines, c.rows(QStringLiteral("SELECT sku, lot, counted, book, counted_by, counted_at FROM "
                                             "stock_count_lines WHERE count_id = ? ORDER BY sku, lot"),
                              {id}, [](const Row& row) {
                                return CountLine{row.text(0),         row.text(1), row.integerIfAny(2),
                                                 row.integerIfAny(3), row.text(4), row.instantIfAny(5)};
                              }));
  found->lines = std::move(lines);
  return *found;
}

/// What the ledger says lies there: of a lot, or of the article less its lots.
Result<qint64> bookOf(Connection& c, const QString& warehouse, const QString& sku, const QString& lot)
{
  if (!lot.isEmpty())
    return c.number(QStringLiteral("SELECT on_hand FROM stock_lots WHERE sku = ? AND warehouse = ? AND lot = ?"),
                    {sku, warehouse, lot});
  SC_TRY_ASSIGN(
      all, c.number(QStringLiteral("SELECT on_hand FROM stock WHERE sku = ? AND warehouse = ?"), {sku, warehouse}));
  SC_TRY_ASSIGN(inLots,
                c.number(QStringLiteral("SELECT CAST(coalesce(sum(on_hand), 0) AS BIGINT) FROM stock_lots WHERE "
                                        "sku = ? AND warehouse = ?"),
                         {sku, warehouse}));
  return all - inLots;
}

Result<QStringList> longestUncounted(Connection& c, const QString& warehouse, int most)
{
  QStringList skus;
  SC_TRY(c.each(QStringLiteral("SELECT sku FROM stock WHERE warehouse = ? AND on_hand <> 0 ORDER BY "
                               "coalesce(counted_at, 0), sku LIMIT ?"),
                {warehouse, most > 0 ? most : 50}, [&](const Row& row) { skus << row.text(0); }));
  return skus;
}

Result<void> addLines(Connection& c, qint64 count, const QString& warehouse, const QString& sku)
{
  SC_TRY_ASSIGN(lots,
                c.rows(QStringLiteral("SELECT lot FROM stock_lots WHERE sku = ? AND warehouse = ? AND on_hand > 0"),
                       {sku, warehouse}, [](const Row& row) { return row.text(0); }));
  SC_TRY_ASSIGN(loose, bookOf(c, warehouse, sku, {}));
  if (lots.empty() || loose != 0)
    lots.push_back(QString());
  for (const QString& lot : lots)
    SC_TRY(c.run(QStringLiteral("INSERT INTO stock_count_lines (count_id, sku, lot, counted_by) VALUES (?, ?, ?, '') "
                                "ON CONFLICT (count_id, sku, lot) DO NOTHING"),
                 {count, sku, lot}));
  return {};
}

Result<void> setState(Connection& c, qint64 count, CountState state, const QString& by, std::optional<Instant> at)
{
  SC_TRY(c.run(QStringLiteral("UPDATE stock_counts SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?"),
               {countStateName(state), by, at, count}));
  return {};
}

} // namespace

QString countStateName(CountState state)
{
  switch (state) {
  case CountState::Submitted:
    return QStringLiteral("submitted");
  case CountState::Approved:
    return QStringLiteral("approved");
  case CountState::Rejected:
    return QStringLiteral("rejected");
  case CountState::Open:
    break;
  }
  return QStringLiteral("open");
}

Result<qint64> openCount(Connection& c, const StockWorker& worker, const QString& warehouse, const QStringList& skus,
                         int most, bool blind, const QString& note, Instant now, ChangeSet& changes)
{
  SC_TRY(mayMove(worker));
  const QString place = warehouse.isEmpty() ? kMainWarehouse : warehouse;
  return c.transaction([&]() -> Result<qint64> {
    QStringList list = skus;
    if (list.isEmpty()) {
      SC_TRY_ASSIGN(uncounted, longestUncounted(c, place, most));
      list = uncounted;
    }
    if (list.isEmpty())
      return fail(ErrorKind::NotFound, QStringLiteral("nothing lies in %1").arg(place), place);
    SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("stock_counts")));
    SC_TRY(c.run(QStringLiteral("INSERT INTO stock_counts (id, warehouse, blind, state, note, actor, opened_at, "
                                "decided_by) VALUES (?, ?, ?, 'open', ?, ?, ?, '')"),
                 {id, place, blind, note, worker.name, now}));
    for (const QString& sku : std::as_const(list))
      SC_TRY(addLines(c, id, place, sku));
    changes.stock = true;
    return id;
  });
}

Result<void> enterCount(Connection& c, const StockWorker& worker, qint64 count, const QString& sku, const QString& lot,
                        qint64 counted, Instant now)
{
  SC_TRY(mayMove(worker));
  if (sku.isEmpty() || counted < 0 || counted > kMostPieces)
    return fail(ErrorKind::Invalid, QStringLiteral("a count needs a SKU and a number of pieces"), sku);
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(whole, wholeCount(c, count));
    SC_TRY(expectState(whole, CountState::Open));
    SC_TRY_ASSIGN(book, bookOf(c, whole.warehouse, sku, lot));
    SC_TRY(
        c.run(QStringLiteral("INSERT INTO stock_count_lines (count_id, sku, lot, counted, book, counted_by, "
                             "counted_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (count_id, sku, lot) DO UPDATE SET "
                             "counted = excluded.counted, book = excluded.book, counted_by = excluded.counted_by, "
                             "counted_at = excluded.counted_at"),
              {count, sku, lot, counted, book, worker.name, now}));
    return {};
  });
}

Result<void> submitCount(Connection& c, const StockWorker& worker, qint64 count, Instant)
{
  SC_TRY(mayMove(worker));
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(whole, wholeCount(c, count));
    SC_TRY(expectState(whole, CountState::Open));
    QStringList missing;
    for (const CountLine& line : whole.lines)
      if (!line.counted)
        missing << line.sku;
    if (!missing.isEmpty())
      return fail(ErrorKind::Rejected, QStringLiteral("not counted yet: %1").arg(missing.mid(0, 20).join(u", ")),
                  nameOf(count));
    return setState(c, count, CountState::Submitted, {}, std::nullopt);
  });
}

Result<StockCount> approveCount(Connection& c, const StockWorker& worker, qint64 count, bool sameMayApprove,
                                Instant now, ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  return c.transaction([&]() -> Result<StockCount> {
    SC_TRY_ASSIGN(whole, wholeCount(c, count));
    SC_TRY(expectState(whole, CountState::Submitted));
    for (const CountLine& line : whole.lines) {
      if (whole.isBlind && !sameMayApprove && line.countedBy == worker.name)
        return fail(ErrorKind::Denied, QStringLiteral("%1 counted himself: somebody else approves").arg(worker.name),
                    nameOf(count));
      if (const qint64 difference = line.difference().value_or(0); difference != 0) {
        Movement movement =
            movementBy(worker, {line.sku, whole.warehouse, line.lot}, QStringLiteral("count"), whole.note, now);
        movement.source = nameOf(count);
        movement.onHand = difference;
        SC_TRY(writeMovement(c, movement, StockGuard::OnHand));
      }
      SC_TRY(c.run(QStringLiteral("UPDATE stock SET counted_at = ?, known = 1 WHERE sku = ? AND warehouse = ?"),
                   {line.countedAt, line.sku, whole.warehouse}));
    }
    SC_TRY(setState(c, count, CountState::Approved, worker.name, now));
    SC_TRY(finishWork(c, now, changes));
    QStringList skus; // those that were right did not move, but are counted now
    for (const CountLine& line : whole.lines)
      skus << line.sku;
    SC_TRY(refreshStockAlertsOf(c, skus, now, changes));
    return wholeCount(c, count);
  });
}

Result<void> rejectCount(Connection& c, const StockWorker& worker, qint64 count, Instant now)
{
  SC_TRY(mayApprove(worker));
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(whole, wholeCount(c, count));
    SC_TRY(expectState(whole, CountState::Submitted));
    return setState(c, count, CountState::Rejected, worker.name, now);
  });
}

Result<StockCount> stockCount(Connection& c, qint64 count)
{
  SC_TRY_ASSIGN(whole, wholeCount(c, count));
  if (whole.isBlind && whole.state == CountState::Open)
    for (CountLine& line : whole.lines)
      line.book.reset();
  return whole;
}

Result<std::vector<StockCount>> stockCounts(Connection& c, int limit)
{
  return c.rows(
      QStringLiteral("SELECT id, warehouse, note, actor, decided_by, blind, state, opened_at, decided_at FROM "
                     "stock_counts ORDER BY id DESC LIMIT ?"),
      {limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()}, [](const Row& row) {
        return StockCount{row.integer(0),
                          row.text(1),
                          row.text(2),
                          row.text(3),
                          row.text(4),
                          row.flag(5),
                          countStateNamed(row.text(6)),
                          row.instant(7),
                          row.instantIfAny(8),
                          {}};
      });
}

} // namespace supercargo
