#pragma once

#include "ui/tables/celldelegate.h"

namespace supercargo {

/// Pieces sold by day as a small line: Qt::UserRole holds them as numbers with blanks between.
class SparkDelegate : public CellDelegate {
  Q_OBJECT
public:
  using CellDelegate::CellDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace supercargo
