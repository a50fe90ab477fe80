#include "ui/inventory/sparkdelegate.h"

#include "core/stock/articledemand.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace supercargo {

void SparkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  const auto days = recentFromText(index.data(Qt::UserRole).toString().toLatin1());
  if (days.empty())
    return CellDelegate::paint(painter, option, index);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintGround(*painter, option);
  const int border = px(Size::Border);
  const QRectF area =
      QRectF(option.rect).adjusted(px(Size::Space2), px(Size::Space2), -px(Size::Space2), -px(Size::Space2) - border);
  const double top = std::max(1.0, *std::max_element(days.begin(), days.end()));
  QPolygonF line;
  for (std::size_t i = 0; i < days.size(); ++i)
    line << QPointF(area.left() + area.width() * double(i) / double(std::max<std::size_t>(days.size() - 1, 1)),
                    area.bottom() - area.height() * days[i] / top);
  QPolygonF ground = line;
  ground << area.bottomRight() << area.bottomLeft();
  QColor fill = ink(Ink::Chart1);
  fill.setAlphaF(0.12F);
  painter->setPen(Qt::NoPen);
  painter->setBrush(fill);
  painter->drawPolygon(ground);
  painter->setBrush(Qt::NoBrush);
  painter->setPen(QPen(ink(Ink::Chart1), 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->drawPolyline(line);
  painter->restore();
}

} // namespace supercargo
