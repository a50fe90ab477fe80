#include "ui/tables/plaintable.h"

#include "ui/tables/paddeddelegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QTableWidget>

namespace supercargo {

void dressPlainTable(QTableView& table, int stretched, QAbstractItemView::SelectionBehavior choice)
{
  table.setItemDelegate(new PaddedDelegate(&table));
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setSelectionBehavior(choice);
  table.setSelectionMode(QAbstractItemView::SingleSelection);
  table.setShowGrid(false);
  table.setWordWrap(false);
  table.setTabKeyNavigation(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setDefaultSectionSize(px(Size::RowCompact));
  table.horizontalHeader()->setHighlightSections(false);
  table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table.horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
  // The view itself draws anew only the cell that the keyboard left, and the frame is around its row.
  QObject::connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, table.viewport(),
                   qOverload<>(&QWidget::update));
}

void setHeadings(QTableWidget& table, const QStringList& headings, std::initializer_list<int> numbers)
{
  table.setHorizontalHeaderLabels(headings);
  for (const int column : numbers)
    table.horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace supercargo
