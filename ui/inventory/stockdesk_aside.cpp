// What the desk sets apart and gives free, and what it takes back.
#include "core/base/deliver.h"
#include "ui/inventory/holdsdialog.h"
#include "ui/inventory/stockdesk.h"
#include "ui/inventory/stockwords.h"
#include "ui/inventory/undodialog.h"

namespace supercargo {
namespace {

const StockWorker kOwner{QStringLiteral("owner")};

StockPlace placeOf(const StockListRow& row)
{
  return {row.sku, row.warehouse, {}};
}

} // namespace

void StockDesk::block(const StockListRow& row)
{
  ask(StockMove::Block, row, [this, row](const MoveWish& wish) {
    write(
        [row, wish, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(blockStock(c, kOwner, placeOf(row), wish.quantity, wish.why, now, changes));
          return {};
        },
        tr("%n piece(s) of %1 are blocked.", nullptr, int(wish.quantity)).arg(row.sku));
  });
}

void StockDesk::unblock(const StockListRow& row)
{
  ask(StockMove::Unblock, row, [this, row](const MoveWish& wish) {
    write(
        [row, wish, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(unblockStock(c, kOwner, placeOf(row), wish.quantity, wish.why, now, changes));
          return {};
        },
        tr("%n piece(s) of %1 can be sold again.", nullptr, int(wish.quantity)).arg(row.sku));
  });
}

void StockDesk::hold(const StockListRow& row)
{
  ask(StockMove::Hold, row, [this, row](const MoveWish& wish) {
    write(
        [row, wish, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          SC_TRY(holdStock(c, kOwner, placeOf(row), wish.quantity, wish.why, wish.until, now, changes));
          return {};
        },
        tr("%n piece(s) of %1 are held.", nullptr, int(wish.quantity)).arg(row.sku));
  });
}

void StockDesk::showHolds()
{
  deliver(m_context.db.read(stockHolds), this, [this](const Result<std::vector<StockHold>>& holds) {
    if (!holds)
      return m_context.actions.notify(workFault(holds.error()));
    auto* dialog = new HoldsDialog(*holds, m_zone, m_page);
    open(dialog, [this, dialog] {
      const auto hold = dialog->chosen();
      if (!hold)
        return;
      write([id = hold->id, now = m_context.clock()](
                Connection& c, ChangeSet& changes) { return letGoOfHold(c, kOwner, id, now, changes); },
            tr("%n piece(s) of %1 are held no longer.", nullptr, int(hold->quantity)).arg(hold->place.sku));
    });
  });
}

void StockDesk::undo(const StockMovement& movement)
{
  auto* dialog = new UndoDialog(movement, m_zone, m_page);
  open(dialog, [this, dialog, movement] {
    write(
        [id = movement.id, reason = dialog->reason(), now = m_context.clock()](Connection& c,
                                                                               ChangeSet& changes) -> Result<void> {
          SC_TRY(undoMovement(c, kOwner, id, reason, now, changes));
          return {};
        },
        tr("“%1” of %2 is taken back.").arg(movementWord(movement.kind), movement.sku));
  });
}

} // namespace supercargo
