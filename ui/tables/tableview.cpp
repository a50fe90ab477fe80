#include "ui/tables/tableview.h"

#include "ui/tables/celldelegate.h"
#include "ui/tables/windowedmodel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

namespace supercargo {

TableView::TableView(QWidget* parent) : QTableView(parent)
{
  setItemDelegate(new CellDelegate(this));
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setShowGrid(false);
  setWordWrap(false);
  setMouseTracking(true);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(px(Size::RowCompact));
  verticalHeader()->setDefaultSectionSize(px(Size::Row));
  horizontalHeader()->setSectionsMovable(true);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setMinimumSectionSize(px(Size::Space8));
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &TableView::chooseColumns);
  connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &TableView::headerClicked);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TableView::tellVisible);
  horizontalHeader()->setSectionsClickable(true);
}

void TableView::setWindowedModel(WindowedModel* model)
{
  m_model = model;
  setModel(model);
  connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
  connect(model, &QAbstractItemModel::modelReset, this, &TableView::restoreSelection);
  connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::scrollToWaiting);
  connect(model, &WindowedModel::windowRead, this, &TableView::restoreSelection);
}

int TableView::topRow() const
{
  return std::max(0, rowAt(0));
}

void TableView::restorePosition(int topRow, std::optional<qint64> id)
{
  m_waitingTop = topRow > 0 ? topRow : -1;
  m_current = id;
  m_chosen = id ? QSet<qint64>{*id} : QSet<qint64>();
  scrollToWaiting();
  restoreSelection();
}

void TableView::scrollToWaiting()
{
  if (m_waitingTop >= 0 && m_model->rowCount() > m_waitingTop) {
    updateGeometries(); // the scroll bar must know of the rows before it can go there
    scrollTo(m_model->index(m_waitingTop, 0), PositionAtTop);
    m_waitingTop = -1;
  }
  tellVisible();
}

std::optional<qint64> TableView::currentId() const
{
  return m_current;
}

void TableView::step(int rows)
{
  // What only got the focus is not chosen yet: the first step chooses it.
  const int from = selectionModel()->hasSelection() ? currentIndex().row() + rows : currentIndex().row();
  const int row = std::clamp(from, 0, std::max(0, m_model->rowCount() - 1));
  const QModelIndex next = m_model->index(row, std::max(0, currentIndex().column()));
  if (next.isValid()) {
    selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(next);
  }
}

QString TableView::selectionAsTsv() const
{
  QList<int> columns;
  for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
    if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
      columns.append(column);
  QModelIndexList rows = selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const QModelIndex& row : rows) {
    QStringList cells;
    for (const int column : columns)
      cells.append(row.siblingAtColumn(column).data().toString().simplified());
    lines.append(cells.join(u'\t'));
  }
  return lines.join(u'\n');
}

void TableView::copySelection() const
{
  QApplication::clipboard()->setText(selectionAsTsv());
}

void TableView::chooseColumns()
{
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (int column = 0; column < model()->columnCount(); ++column) {
    QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(column));
    connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
  }
  menu->popup(mapToGlobal(QPoint(px(Size::Space4), px(Size::Row))));
}

QByteArray TableView::columnState() const
{
  return horizontalHeader()->saveState();
}

void TableView::restoreColumns(const QByteArray& state)
{
  if (!state.isEmpty())
    horizontalHeader()->restoreState(state);
}

void TableView::resizeEvent(QResizeEvent* event)
{
  QTableView::resizeEvent(event);
  tellVisible();
}

void TableView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::StyleChange)
    verticalHeader()->setDefaultSectionSize(px(Size::Row));
  if (event->type() == QEvent::LanguageChange && m_model)
    m_model->retranslate();
  QTableView::changeEvent(event);
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
  QTableView::currentChanged(current, previous);
  noteCurrent();
}

void TableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
  QTableView::selectionChanged(selected, deselected);
  if (!m_resetting && m_model)
    noteChosen(deselected.isEmpty() && selectionModel()->selection() != selected);
  noteCurrent();
}

void TableView::noteCurrent()
{
  if (m_resetting || !m_model || !selectionModel()->hasSelection())
    return;
  const auto id = m_model->idAt(currentIndex().row());
  if (id != m_current) {
    m_current = id;
    Q_EMIT currentIdChanged(id);
  }
}

void TableView::tellVisible()
{
  if (!m_model || m_model->rowCount() == 0)
    return;
  const int first = std::max(0, rowAt(0));
  const int last = rowAt(viewport()->height() - 1);
  m_model->setVisible(first, last < 0 ? m_model->rowCount() - 1 : last);
}

/// `onlyMore`: others are chosen already and stay so, also those out of memory.
void TableView::noteChosen(bool onlyMore)
{
  QSet<qint64> chosen;
  for (const int window : m_model->windowsHeld()) {
    const int first = window * kWindowRows, end = first + kWindowRows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
      for (int row = std::max(first, range.top()); row < std::min(end, range.bottom() + 1); ++row)
        if (const auto id = m_model->idAt(row))
          chosen.insert(*id);
  }
  m_chosen = onlyMore ? m_chosen | chosen : chosen;
}

/// Rows are others now; what was chosen is found again by its id.
void TableView::restoreSelection()
{
  m_resetting = true;
  QItemSelection selection;
  int current = -1;
  const auto add = [&](int first, int end) {
    if (first < end)
      selection.select(m_model->index(first, 0), m_model->index(end - 1, m_model->columnCount() - 1));
  };
  for (const int window : m_model->windowsHeld()) {
    const int end = (window + 1) * kWindowRows;
    int first = end; // of the rows in a row that are chosen
    for (int row = window * kWindowRows; row < end; ++row) {
      const auto id = m_model->idAt(row);
      if (id && id == m_current)
        current = row;
      if (id && m_chosen.contains(*id)) {
        first = std::min(first, row);
        continue;
      }
      add(first, row);
      first = end;
    }
    add(first, end);
  }
  const int top = verticalScrollBar()->value(); // choosing must not move what is being looked at
  if (current >= 0)
    selectionModel()->setCurrentIndex(m_model->index(current, std::max(0, currentIndex().column())),
                                      QItemSelectionModel::NoUpdate);
  selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  verticalScrollBar()->setValue(top);
  m_resetting = false;
  tellVisible();
}

} // namespace supercargo
