#pragma once

#include <QStyledItemDelegate>

namespace supercargo {

/// Cells begin and end where their heading does, which the style sheet pads and item views do not. Where whole rows are
/// chosen, the frame of the keyboard's focus is around the row.
class PaddedDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace supercargo
