#include "ui/overview/flowstrip.h"

#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>

namespace supercargo {
namespace {
constexpr FlowStage kStages[] = {FlowStage::ToPay,     FlowStage::ToReview,  FlowStage::ToShip,
                                 FlowStage::InTransit, FlowStage::Delivered, FlowStage::AfterSales};

/// Beyond this a stage asks for a person: platforms fine late shipping after a day or two.
std::optional<std::chrono::hours> patience(FlowStage stage)
{
  switch (stage) {
  case FlowStage::ToReview:
    return std::chrono::hours(12);
  case FlowStage::ToShip:
    return std::chrono::hours(24);
  case FlowStage::InTransit:
    return std::chrono::hours(24 * 10);
  case FlowStage::AfterSales:
    return std::chrono::hours(48);
  default:
    return std::nullopt;
  }
}
} // namespace

FlowStep::FlowStep(FlowStage stage, QWidget* parent) : QAbstractButton(parent), m_stage(stage)
{
  setObjectName(QStringLiteral("stage_") + flowStageName(stage));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  refreshWords();
}

void FlowStep::setCount(std::optional<StageCount> count, Instant now)
{
  m_count = count;
  m_now = now;
  refreshWords();
}

bool FlowStep::isLate() const
{
  const auto limit = patience(m_stage);
  return m_count && m_count->orders > 0 && m_count->oldest && limit && m_now - *m_count->oldest > *limit;
}

void FlowStep::refreshWords()
{
  m_title = stageWord(m_stage).word;
  m_age.clear();
  if (m_count && m_count->orders > 0 && m_count->oldest)
    m_age = tr("oldest %1").arg(ageText(m_now - *m_count->oldest));
  else if (m_count)
    m_age = tr("none waiting");
  setAccessibleName(m_count ? tr("%1: %n orders, %2", nullptr, int(m_count->orders)).arg(m_title, m_age) : m_title);
  setToolTip(isLate() ? tr("The oldest order here waits too long. Show them.") : tr("Show these orders."));
  update();
}

QSize FlowStep::sizeHint() const
{
  const int lines =
      QFontMetrics(typeFont(Size::TypeSmall)).height() * 2 + QFontMetrics(typeFont(Size::TypeFigure)).height();
  return {px(Size::Space8) * 4, lines + px(Size::Space3) * 2 + px(Size::Space1)};
}

void FlowStep::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double border = px(Size::Border);
  const QRectF card = QRectF(rect()).adjusted(border / 2, border / 2, -border / 2, -border / 2);
  painter.setPen(QPen(hasFocus() ? ink(Ink::Accent) : ink(Ink::Border), hasFocus() ? px(Size::Focus) : border));
  painter.setBrush(isDown() ? ink(Ink::Selected) : underMouse() ? ink(Ink::Hover) : ink(Ink::Surface));
  painter.drawRoundedRect(card, px(Size::Radius), px(Size::Radius));

  const int pad = px(Size::Space3);
  QRect area = rect().adjusted(pad, pad, -pad, -pad);
  const QFont small = typeFont(Size::TypeSmall), figure = typeFont(Size::TypeFigure, QFont::DemiBold);
  const int icon = px(Size::IconSmall), smallHeight = QFontMetrics(small).height();
  const bool late = isLate();
  paintIcon(painter, stageWord(m_stage).icon, QRect(area.left(), area.top() + (smallHeight - icon) / 2, icon, icon),
            Ink::TextMuted);
  painter.setFont(small);
  painter.setPen(ink(Ink::TextMuted));
  const QRect title = area.adjusted(icon + px(Size::Space2), 0, 0, 0);
  painter.drawText(title, Qt::AlignLeft | Qt::AlignTop,
                   QFontMetrics(small).elidedText(m_title, Qt::ElideRight, title.width()));

  area.setTop(area.top() + smallHeight + px(Size::Space1));
  painter.setFont(figure);
  const bool none = !m_count || m_count->orders == 0;
  painter.setPen(none ? ink(Ink::TextMuted) : ink(Ink::Text));
  painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, m_count ? numberText(m_count->orders) : QStringLiteral("–"));

  painter.setFont(small);
  painter.setPen(late ? ink(Ink::Warning) : ink(Ink::TextMuted));
  int left = area.left();
  if (late) {
    paintIcon(painter, QStringLiteral("triangle-alert"),
              QRect(left, area.bottom() - smallHeight + (smallHeight - icon) / 2 + 1, icon, icon), Ink::Warning);
    left += icon + px(Size::Space1);
  }
  painter.drawText(QRect(left, area.bottom() - smallHeight + 1, area.right() - left, smallHeight),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(small).elidedText(m_age, Qt::ElideRight, area.right() - left));
}

void FlowStep::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    refreshWords();
  QAbstractButton::changeEvent(event);
}

FlowStrip::FlowStrip(QWidget* parent) : QWidget(parent)
{
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(px(Size::Space2));
  for (const FlowStage stage : kStages) {
    auto* step = new FlowStep(stage, this);
    connect(step, &QAbstractButton::clicked, this, [this, stage] { Q_EMIT stageChosen(stage); });
    row->addWidget(step);
    m_steps.push_back(step);
  }
}

void FlowStrip::setCounts(const std::vector<StageCount>& counts, Instant now)
{
  for (FlowStep* step : m_steps) {
    StageCount found;
    found.stage = step->stage();
    for (const StageCount& count : counts) {
      if (count.stage == step->stage())
        found = count;
    }
    step->setCount(found, now);
  }
}

} // namespace supercargo
