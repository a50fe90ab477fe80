#include "ui/tables/paddeddelegate.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTableView>

namespace supercargo {
namespace {

/// The part of a row's frame that lies in one of its cells.
void frameRow(QPainter& painter, const QRect& cell)
{
  const int line = px(Size::Focus);
  painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), line), ink(Ink::Accent));
  painter.fillRect(QRect(cell.left(), cell.bottom() + 1 - line, cell.width(), line), ink(Ink::Accent));
}

} // namespace

QSize PaddedDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * px(Size::Space2), 0);
}

void PaddedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  QStyleOptionViewItem inner = option;
  initStyleOption(&inner, index);
  const QString text = std::exchange(inner.text, QString());
  const auto* table = qobject_cast<const QTableView*>(option.widget);
  const bool hasRows = table && table->selectionBehavior() == QAbstractItemView::SelectRows;
  if (hasRows)
    inner.state &= ~QStyle::State_HasFocus;
  QStyle* style = option.widget ? option.widget->style() : QApplication::style();
  const int space = px(Size::Space2);
  const QIcon icon = std::exchange(inner.icon, QIcon());
  style->drawControl(QStyle::CE_ItemViewItem, &inner, painter, option.widget);
  QRect box = option.rect.adjusted(space, 0, -space, 0);
  if (!icon.isNull()) {
    const int side = px(Size::IconSmall);
    icon.paint(painter, QRect(box.left(), box.center().y() - side / 2, side, side));
    box.setLeft(box.left() + side + space);
  }
  const bool isSelected = inner.state & QStyle::State_Selected;
  style->drawItemText(painter, box, int(inner.displayAlignment), inner.palette, true,
                      inner.fontMetrics.elidedText(text, inner.textElideMode, box.width()),
                      isSelected ? QPalette::HighlightedText : QPalette::Text);
  if (hasRows && table->hasFocus() && table->currentIndex().row() == index.row())
    frameRow(*painter, option.rect);
}

} // namespace supercargo
