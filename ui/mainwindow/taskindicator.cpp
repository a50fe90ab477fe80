#include "ui/mainwindow/taskindicator.h"

#include "ui/mainwindow/task.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace supercargo {
namespace {

constexpr std::chrono::seconds kTick(1);
constexpr int kBarSteps = 1000;

/// How far it is, in words.
QStringList partsOf(const Task& task)
{
  QStringList parts{task.title()};
  if (task.done() > 0)
    parts.append(task.total() > 0 ? TaskIndicator::tr("%1 of %2").arg(numberText(task.done()), numberText(task.total()))
                                  : numberText(task.done()));
  if (const auto rate = task.rate())
    parts.append(TaskIndicator::tr("%1 per second").arg(numberText(qint64(*rate + 0.5))));
  if (const auto left = task.secondsLeft())
    parts.append(TaskIndicator::tr("%1 left").arg(durationText(*left)));
  else if (const qint64 seconds = task.elapsedMs() / 1000; seconds > 0)
    parts.append(TaskIndicator::tr("%1 so far").arg(durationText(seconds)));
  return parts;
}

} // namespace

TaskIndicator::TaskIndicator(QWidget* parent)
    : QWidget(parent), m_text(new QLabel), m_bar(new QProgressBar), m_cancel(new QToolButton)
{
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, px(Size::Space2), 0);
  layout->setSpacing(px(Size::Space2));
  layout->addWidget(m_text);
  layout->addWidget(m_bar);
  layout->addWidget(m_cancel);
  m_bar->setTextVisible(false);
  m_bar->setFixedWidth(px(Size::Sidebar) / 2);
  m_cancel->setIcon(themedIcon(QStringLiteral("x")));
  m_cancel->setIconSize(QSize(px(Size::IconSmall), px(Size::IconSmall)));
  connect(m_cancel, &QToolButton::clicked, this, [this] {
    if (!m_tasks.isEmpty())
      m_tasks.last()->cancel();
  });
  m_tick.setInterval(kTick);
  connect(&m_tick, &QTimer::timeout, this, &TaskIndicator::refresh);
  refresh();
}

void TaskIndicator::add(Task* task)
{
  m_tasks.append(task);
  connect(task, &Task::changed, this, &TaskIndicator::refresh);
  const auto forget = [this, task] {
    m_tasks.removeOne(task);
    refresh();
  };
  connect(task, &Task::finished, this, forget);
  connect(task, &QObject::destroyed, this, forget);
  refresh();
}

void TaskIndicator::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    refresh();
  QWidget::changeEvent(event);
}

void TaskIndicator::refresh()
{
  setVisible(!m_tasks.isEmpty());
  m_tasks.isEmpty() ? m_tick.stop() : m_tick.start();
  m_cancel->setAccessibleName(tr("Cancel this task"));
  m_cancel->setToolTip(m_cancel->accessibleName());
  m_bar->setAccessibleName(tr("Progress of the task"));
  if (m_tasks.isEmpty())
    return;
  const Task& task = *m_tasks.last();
  QStringList parts = partsOf(task);
  if (m_tasks.size() > 1)
    parts.append(tr("and %1 more").arg(m_tasks.size() - 1));
  m_text->setText(parts.join(QStringLiteral("  ·  ")));
  const auto fraction = task.fraction();
  m_bar->setRange(0, fraction ? kBarSteps : 0);
  if (fraction)
    m_bar->setValue(int(*fraction * kBarSteps));
  m_cancel->setVisible(task.isCancellable());
}

} // namespace supercargo
