#include "ui/tables/celldelegate.h"

#include "ui/tables/cell.h"
#include "ui/tables/pill.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace supercargo {
namespace {

void paintSkeleton(QPainter& painter, const QRect& rect)
{
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink(Ink::Skeleton));
  const int height = px(Size::Space2);
  painter.drawRoundedRect(QRect(rect.left(), rect.center().y() - height / 2, rect.width() * 2 / 3, height),
                          height / 2.0, height / 2.0);
}

void paintText(QPainter& painter, const QRect& rect, const Cell& cell, bool right)
{
  const QFontMetrics metrics = painter.fontMetrics();
  const int mutedWidth = cell.muted.isEmpty() ? 0 : metrics.horizontalAdvance(cell.muted) + px(Size::Space1) / 2;
  const QString text = metrics.elidedText(cell.text, cell.elide, rect.width() - mutedWidth);
  const int textWidth = metrics.horizontalAdvance(text);
  const int left = right ? rect.right() + 1 - textWidth - mutedWidth : rect.left();
  if (mutedWidth) {
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(QRect(left, rect.top(), mutedWidth, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, cell.muted);
  }
  painter.setPen(ink(Ink::Text));
  painter.drawText(QRect(left + mutedWidth, rect.top(), textWidth + 1, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                   text);
}

} // namespace

void CellDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
  if (option.state & QStyle::State_Selected)
    painter.fillRect(option.rect, ink(Ink::Selected));
  else if (option.state & QStyle::State_MouseOver)
    painter.fillRect(option.rect, ink(Ink::Inset));
  painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), px(Size::Border)),
                   ink(Ink::Border));
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintGround(*painter, option);
  const QRect rect = option.rect.adjusted(px(Size::Space2), 0, -px(Size::Space2), -px(Size::Border));
  const QVariant value = index.data(kCellRole);
  if (!value.isValid()) {
    paintSkeleton(*painter, rect);
  } else {
    const Cell cell = value.value<Cell>();
    painter->setFont(option.font);
    if (cell.icon.isEmpty())
      paintText(*painter, rect, cell, index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    else
      paintPill(*painter, rect, cell.text, cell.icon, cell.tone, // on its own colour a pill would not be one
                option.state & QStyle::State_Selected ? Ink::Surface : toneGround(cell.tone));
  }
  painter->restore();
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
  const Cell cell = index.data(kCellRole).value<Cell>();
  const bool cut =
      option.fontMetrics.horizontalAdvance(cell.muted + cell.text) > option.rect.width() - px(Size::Space4);
  QToolTip::showText(event->globalPos(), !cell.tip.isEmpty() ? cell.tip : cut ? cell.text : QString(), view);
  return true;
}

} // namespace supercargo
