#include "ui/shipments/replaybar.h"

#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace supercargo {
namespace {

constexpr int kMinutes = 24 * 60, kPage = 60, kStep = 10;
constexpr std::chrono::milliseconds kTick(120);

} // namespace

ReplayBar::ReplayBar(QTimeZone zone, Clock clock, QWidget* parent)
    : QFrame(parent), m_zone(std::move(zone)), m_clock(std::move(clock)), m_day(new QDateEdit),
      m_slider(new QSlider(Qt::Horizontal)), m_play(new QToolButton), m_time(new QLabel)
{
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(px(Size::Space3), px(Size::Space1), px(Size::Space3), px(Size::Space1));
  line->setSpacing(px(Size::Space2));
  m_play->setCheckable(true);
  m_play->setAutoRaise(true);
  line->addWidget(m_play);
  line->addWidget(m_day);
  line->addWidget(m_slider, 1);
  line->addWidget(m_time);
  m_time->setFont(typeFont(Size::TypeBody, QFont::DemiBold));
  m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(QStringLiteral("00:00 ")));
  const QDateTime now = localNow();
  m_day->setCalendarPopup(true);
  m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
  m_day->setDate(now.date());
  m_slider->setRange(0, kMinutes);
  m_slider->setSingleStep(kStep);
  m_slider->setPageStep(kPage);
  m_slider->setValue(now.time().msecsSinceStartOfDay() / 60'000);
  m_timer.setInterval(kTick);
  connect(&m_timer, &QTimer::timeout, this, &ReplayBar::step);
  connect(m_play, &QToolButton::toggled, this, &ReplayBar::play);
  connect(m_day, &QDateEdit::dateChanged, this, [this] {
    showMoment(); // a day of 23 hours has another one at the same place
    Q_EMIT dayChosen();
  });
  connect(m_slider, &QSlider::valueChanged, this, [this] {
    showMoment();
    Q_EMIT momentChosen();
  });
  retranslate();
}

QDateTime ReplayBar::localNow() const
{
  return QDateTime::fromMSecsSinceEpoch(toMs(m_clock()), m_zone);
}

Instant ReplayBar::dayStart() const
{
  return fromMs(m_day->date().startOfDay(m_zone).toMSecsSinceEpoch());
}

Instant ReplayBar::dayEnd() const
{
  return fromMs(m_day->date().addDays(1).startOfDay(m_zone).toMSecsSinceEpoch());
}

/// A day of 23 or 25 hours is run through in proportion.
Instant ReplayBar::moment() const
{
  const qint64 start = toMs(dayStart()), length = toMs(dayEnd()) - start;
  return fromMs(start + length * m_slider->value() / kMinutes);
}

void ReplayBar::setBusy(bool busy)
{
  m_slider->setEnabled(!busy);
  m_play->setEnabled(!busy);
  if (busy)
    m_play->setChecked(false);
}

void ReplayBar::play(bool on)
{
  if (on && m_slider->value() >= kMinutes)
    m_slider->setValue(0);
  on ? m_timer.start() : m_timer.stop();
  retranslate();
}

void ReplayBar::step()
{
  m_slider->setValue(m_slider->value() + kStep);
  if (m_slider->value() >= kMinutes)
    m_play->setChecked(false);
}

void ReplayBar::showMoment()
{
  m_time->setText(m_slider->value() >= kMinutes ? QStringLiteral("24:00") : timeText(moment(), m_zone));
  m_slider->setAccessibleDescription(m_time->text()); // its value is a number of minutes
}

/// The program may run for days: today is the last day that can be chosen.
void ReplayBar::showEvent(QShowEvent* event)
{
  m_day->setMaximumDate(localNow().date());
  QFrame::showEvent(event);
}

void ReplayBar::hideEvent(QHideEvent* event)
{
  m_play->setChecked(false);
  QFrame::hideEvent(event);
}

void ReplayBar::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

void ReplayBar::retranslate()
{
  const bool runs = m_play->isChecked();
  m_play->setIcon(themedIcon(runs ? QStringLiteral("pause") : QStringLiteral("play")));
  m_play->setToolTip(runs ? tr("Stop the day") : tr("Let the day run"));
  m_play->setAccessibleName(m_play->toolTip());
  m_day->setAccessibleName(tr("Day to replay"));
  m_slider->setAccessibleName(tr("Time of the day"));
  showMoment();
}

} // namespace supercargo
