#include "ui/overview/feedlist.h"

#include "ui/accounts/freshness.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QStyledItemDelegate>

namespace supercargo {
namespace {

class FeedDelegate : public QStyledItemDelegate {
public:
  FeedDelegate(Clock clock, QObject* parent) : QStyledItemDelegate(parent), m_clock(std::move(clock)) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
  {
    return {px(Size::Row), qRound(px(Size::Row) * index.data(FeedModel::ArrivalRole).toDouble())};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
  {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    painter->setOpacity(index.data(FeedModel::ArrivalRole).toDouble());
    if (option.state & QStyle::State_Selected)
      painter->fillRect(option.rect, ink(Ink::Selected));
    else if (option.state & QStyle::State_MouseOver)
      painter->fillRect(option.rect, ink(Ink::Hover));
    paintColumns(*painter, option.rect.adjusted(px(Size::Space4), 0, -px(Size::Space4), 0), index);
    painter->restore();
  }

private:
  /// From both ends towards the middle; what happened takes the room that remains.
  void paintColumns(QPainter& painter, QRect area, const QModelIndex& index) const
  {
    const auto entry = index.data(FeedModel::EntryRole).value<FeedEntry>();
    const int gap = px(Size::Space3), icon = px(Size::Icon);
    const QFont body = typeFont(Size::TypeBody), strong = typeFont(Size::TypeBody, QFont::DemiBold),
                small = typeFont(Size::TypeSmall);
    const StatusWord step = timelineWord(entry.entry.kind);
    paintIcon(painter, step.icon, QRect(area.left(), area.center().y() - icon / 2, icon, icon), toneInk(step.tone));
    area.setLeft(area.left() + icon + gap);

    const auto fromRight = [&](const QString& text, const QFont& font, Ink colour, int width) {
      const QRect cell(area.right() - width, area.top(), width, area.height());
      painter.setFont(font);
      painter.setPen(ink(colour));
      painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                       QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
      area.setRight(cell.left() - gap);
    };
    const int unit = px(Size::Space8);
    fromRight(agoText(entry.entry.at, m_clock()), small, Ink::TextMuted, unit * 5 / 2);
    if (area.width() > unit * 12)
      fromRight(index.data(FeedModel::ShopRole).toString(), small, Ink::TextMuted, unit * 4);
    fromRight(moneyText(entry.total), body, Ink::Text, unit * 3);

    const int number = std::min(unit * 5, area.width() / 2); // one column, so that the words line up
    painter.setFont(strong);
    painter.setPen(ink(Ink::Text));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(entry.number, Qt::ElideMiddle, number));
    area.setLeft(area.left() + std::max(number, unit * 2) + gap);
    painter.setFont(body);
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(body).elidedText(step.word, Qt::ElideRight, area.width()));
  }

  Clock m_clock;
};

} // namespace

FeedList::FeedList(Clock clock, QWidget* parent) : QListView(parent)
{
  m_model = new FeedModel(this);
  setModel(m_model);
  setItemDelegate(new FeedDelegate(std::move(clock), this));
  setMouseTracking(true);
  setUniformItemSizes(false);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  const auto choose = [this](const QModelIndex& index) { Q_EMIT orderChosen(m_model->entry(index.row()).order); };
  connect(this, &QListView::clicked, this, choose);
  connect(this, &QListView::activated, this, choose);
  connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
  retranslate();
}

void FeedList::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QListView::changeEvent(event);
}

void FeedList::retranslate()
{
  setAccessibleName(tr("What just happened"));
  m_model->retranslate();
}

} // namespace supercargo
