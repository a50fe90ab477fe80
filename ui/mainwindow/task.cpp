#include "ui/mainwindow/task.h"

#include <algorithm>

namespace supercargo {
namespace {

constexpr qint64 kMeasurableMs = 500;

Task::Stopwatch runningStopwatch()
{
  QElapsedTimer since;
  since.start();
  return [since] { return since.elapsed(); };
}

} // namespace

Task::Task(QString title, QObject* parent, Stopwatch stopwatch)
    : QObject(parent), m_title(std::move(title)), m_stopwatch(stopwatch ? std::move(stopwatch) : runningStopwatch()),
      m_begun(m_stopwatch())
{
}

std::optional<double> Task::fraction() const
{
  if (m_fraction)
    return m_fraction;
  if (m_total <= 0)
    return std::nullopt;
  return std::min(1.0, double(m_done) / double(m_total));
}

void Task::setCancellable(bool cancellable)
{
  m_cancellable = cancellable;
  Q_EMIT changed();
}

std::optional<double> Task::rate() const
{
  return m_first ? taskRate(m_done - m_first->done, m_stopwatch() - m_first->atMs) : std::nullopt;
}

std::optional<qint64> Task::secondsLeft() const
{
  if (!m_first)
    return std::nullopt;
  return taskSecondsLeft(m_done - m_first->done, m_total - m_first->done, m_stopwatch() - m_first->atMs);
}

void Task::setProgress(qint64 done, qint64 total, std::optional<double> fraction)
{
  m_done = done;
  m_total = total;
  m_fraction = fraction;
  if (!m_first)
    m_first = Report{done, m_stopwatch()};
  Q_EMIT changed();
}

void Task::cancel()
{
  m_cancellable = false;
  Q_EMIT cancelled();
  Q_EMIT changed();
}

void Task::finish()
{
  Q_EMIT finished();
  deleteLater();
}

std::optional<double> taskRate(qint64 done, qint64 elapsedMs)
{
  if (done <= 0 || elapsedMs < kMeasurableMs)
    return std::nullopt;
  return double(done) * 1000.0 / double(elapsedMs);
}

std::optional<qint64> taskSecondsLeft(qint64 done, qint64 total, qint64 elapsedMs)
{
  const auto rate = taskRate(done, elapsedMs);
  if (!rate || total < done)
    return std::nullopt;
  return qint64(double(total - done) / *rate + 0.5);
}

} // namespace supercargo
