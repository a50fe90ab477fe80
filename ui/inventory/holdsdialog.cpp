#include "ui/inventory/holdsdialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QTableWidget>

namespace supercargo {
namespace {
constexpr int kPieces = 2;
} // namespace

HoldsDialog::HoldsDialog(std::vector<StockHold> holds, const QTimeZone& zone, QWidget* parent)
    : ShortDialog(tr("What is held"), tr("Let go"), parent), m_holds(std::move(holds))
{
  resize(px(Size::Palette) + px(Size::Details) / 2, px(Size::Palette));
  m_table =
      addTable({tr("For whom, why"), tr("SKU"), tr("Pieces"), tr("Warehouse"), tr("Since"), tr("Until"), tr("Who")},
               tr("What is held"));
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setRowCount(int(m_holds.size()));
  for (int i = 0; i < m_table->rowCount(); ++i) {
    const StockHold& hold = m_holds[std::size_t(i)];
    const QStringList cells{hold.reason,
                            hold.place.sku,
                            numberText(hold.quantity),
                            warehouseWord(hold.place.warehouse),
                            dateTimeText(hold.heldAt, zone),
                            hold.until ? dateTimeText(*hold.until, zone) : tr("let go"),
                            hold.actor};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      if (column == kPieces)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(i, column, item);
    }
  }
  m_table->setVisible(!m_holds.empty());
  if (m_holds.empty())
    addText(tr("Nothing is held for anybody."), "muted");
  const auto check = [this] { action()->setEnabled(chosen().has_value()); };
  connect(m_table, &QTableWidget::itemSelectionChanged, this, check);
  check();
}

std::optional<StockHold> HoldsDialog::chosen() const
{
  const auto rows = m_table->selectionModel()->selectedRows();
  return rows.isEmpty() ? std::nullopt : std::optional(m_holds[std::size_t(rows.front().row())]);
}

} // namespace supercargo
