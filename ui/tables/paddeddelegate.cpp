#include "ui/tables/paddeddelegate.h"

#include "ui/theme/theme.h"

#include <QApplication>

namespace supercargo {

QSize PaddedDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * px(Size::Space2), 0);
}

void PaddedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  QStyleOptionViewItem inner = option;
  initStyleOption(&inner, index);
  const QString text = std::exchange(inner.text, QString());
  QStyle* style = option.widget ? option.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &inner, painter, option.widget);
  const int space = px(Size::Space2);
  const QRect box = option.rect.adjusted(space, 0, -space, 0);
  const bool isSelected = inner.state & QStyle::State_Selected;
  style->drawItemText(painter, box, int(inner.displayAlignment), inner.palette, true,
                      inner.fontMetrics.elidedText(text, inner.textElideMode, box.width()),
                      isSelected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace supercargo
