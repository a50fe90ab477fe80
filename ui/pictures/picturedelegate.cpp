#include "ui/pictures/picturedelegate.h"

#include "ui/pictures/thumbnails.h"
#include "ui/tables/cell.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace supercargo {

void paintThumbnail(QPainter& painter, const QRect& rect, const QPixmap& thumbnail)
{
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  QPainterPath shape;
  const double radius = std::min(double(px(Size::Space1)), rect.width() / 8.0);
  shape.addRoundedRect(rect, radius, radius);
  if (thumbnail.isNull()) {
    painter.fillPath(shape, ink(Ink::Inset));
    const int side = rect.width() / 2;
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    paintIcon(painter, QStringLiteral("package"), place, Ink::TextMuted);
  } else {
    painter.setClipPath(shape);
    painter.drawPixmap(rect, thumbnail);
    painter.setClipping(false);
  }
  painter.setPen(QPen(ink(Ink::Border), px(Size::Border)));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(shape);
  painter.restore();
}

PictureDelegate::PictureDelegate(Thumbnails& thumbnails, QObject* parent)
    : CellDelegate(parent), m_thumbnails(thumbnails)
{
}

QRect PictureDelegate::pictureRect(const QRect& cell)
{
  const int margin = px(Size::Space1), side = cell.height() - 2 * margin - px(Size::Border);
  return {cell.left() + px(Size::Space2), cell.top() + margin, side, side};
}

QStyleOptionViewItem PictureDelegate::besidePicture(const QStyleOptionViewItem& option)
{
  QStyleOptionViewItem text(option);
  text.rect.setLeft(pictureRect(option.rect).right() + 1);
  return text;
}

void PictureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  if (!index.data(kCellRole).isValid())
    return CellDelegate::paint(painter, option, index);
  const QStyleOptionViewItem text = besidePicture(option);
  CellDelegate::paint(painter, text, index);
  QStyleOptionViewItem ground(option);
  ground.rect.setRight(text.rect.left() - 1);
  paintGround(*painter, ground);
  const QRect place = pictureRect(option.rect);
  const QString url = index.data(Qt::UserRole).toString();
  paintThumbnail(*painter, place,
                 m_thumbnails.find(url, qRound(place.width() * painter->device()->devicePixelRatioF())));
}

bool PictureDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
  return CellDelegate::helpEvent(event, view, besidePicture(option), index);
}

} // namespace supercargo
