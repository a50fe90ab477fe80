#include "ui/charts/reporttable.h"

#include "ui/charts/reportmodel.h"
#include "ui/tables/paddeddelegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace supercargo {
namespace {
constexpr int kRowsMeasured = 60, kWidestColumn = 260;
}

ReportTable::ReportTable(QWidget* parent) : QTableView(parent), m_model(new ReportModel(this))
{
  setModel(m_model);
  setItemDelegate(new PaddedDelegate(this));
  setShowGrid(false);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(px(Size::RowCompact));
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setResizeContentsPrecision(kRowsMeasured);
  connect(this, &QTableView::activated, this, &ReportTable::choose);
}

void ReportTable::setResult(ReportResult result)
{
  m_model->setResult(std::move(result));
  fitColumns();
}

const ReportResult& ReportTable::result() const
{
  return m_model->result();
}

void ReportTable::fitColumns()
{
  resizeColumnsToContents();
  for (int column = 0; column < m_model->columnCount(); ++column)
    setColumnWidth(column, std::min(kWidestColumn, columnWidth(column) + px(Size::Space2)));
}

void ReportTable::choose(const QModelIndex& index)
{
  const ReportResult& shown = m_model->result();
  const auto column = size_t(index.column());
  const ColumnKind kind = shown.columns[column].kind;
  const ReportRow& row = m_model->reportRow(index.row());
  if (row.slice.contains(shown.columns[column].key)) // an hour or a weekday counts nothing
    return;
  const bool isFigure = kind == ColumnKind::Money || kind == ColumnKind::Count || kind == ColumnKind::Rate ||
                        kind == ColumnKind::Number || kind == ColumnKind::Hours;
  if (isFigure && !isNothing(row.cells[column]))
    Q_EMIT figureChosen(shown.columns[column].key, row.slice);
}

QString ReportTable::selectionAsTsv() const
{
  QModelIndexList cells = selectionModel()->selectedIndexes();
  std::sort(cells.begin(), cells.end());
  QString text;
  int row = -1;
  for (const QModelIndex& cell : cells) {
    if (row >= 0)
      text += cell.row() == row ? u'\t' : u'\n';
    text += cell.data().toString();
    row = cell.row();
  }
  return text;
}

void ReportTable::keyPressEvent(QKeyEvent* event)
{
  if (event->matches(QKeySequence::Copy))
    QApplication::clipboard()->setText(selectionAsTsv());
  else
    QTableView::keyPressEvent(event);
}

void ReportTable::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    m_model->retranslate();
    fitColumns();
  }
  if (event->type() == QEvent::StyleChange)
    verticalHeader()->setDefaultSectionSize(px(Size::RowCompact));
  QTableView::changeEvent(event);
}

} // namespace supercargo
