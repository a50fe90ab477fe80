#pragma once

#include "ui/tables/celldelegate.h"

namespace supercargo {

class Thumbnails;

/// A text with the picture of the thing before it; the picture's address is the column's raw value. A quiet square
/// stands where there is no picture, so that the texts stay in line.
class PictureDelegate : public CellDelegate {
  Q_OBJECT
public:
  PictureDelegate(Thumbnails& thumbnails, QObject* parent);
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

private:
  static QRect pictureRect(const QRect& cell);
  static QStyleOptionViewItem besidePicture(const QStyleOptionViewItem& option);

  Thumbnails& m_thumbnails;
};

/// Draws a picture with round corners, or the quiet square. `thumbnail` may be null.
void paintThumbnail(QPainter& painter, const QRect& rect, const QPixmap& thumbnail);

} // namespace supercargo
