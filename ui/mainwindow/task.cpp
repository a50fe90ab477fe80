#include "ui/mainwindow/task.h"

namespace supercargo {

constexpr qint64 kMeasurableMs = 500;

Task::Task(QString title, QObject* parent) : QObject(parent), m_title(std::move(title))
{
  m_since.start();
}

void Task::setProgress(qint64 done, qint64 total)
{
  m_done = done;
  m_total = total;
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
