#include "ui/tables/plaintable.h"

#include "ui/tables/paddeddelegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace supercargo {

void dressPlainTable(QTableView& table, QAbstractItemModel* model, int stretched)
{
  table.setModel(model);
  table.setItemDelegate(new PaddedDelegate(&table));
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::SingleSelection);
  table.setShowGrid(false);
  table.setTabKeyNavigation(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setDefaultSectionSize(px(Size::RowCompact));
  table.horizontalHeader()->setHighlightSections(false);
  table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table.horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

} // namespace supercargo
