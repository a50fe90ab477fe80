#pragma once

#include <QStyledItemDelegate>

namespace supercargo {

/// Draws a Cell: plain text, money with a muted currency, or a pill of icon and word; a bar where the row is not read
/// yet.
class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT
public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

protected:
  /// The ground of a chosen row or the one under the pointer, and the line below.
  static void paintGround(QPainter& painter, const QStyleOptionViewItem& option);
};

} // namespace supercargo
