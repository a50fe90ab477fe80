#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <optional>

namespace supercargo {

/// One piece of long work, as the status bar shows it: title, how far, rate, time left, and a way to stop it.
/// The worker calls setProgress and finish; it listens to `cancelled`.
class Task : public QObject {
  Q_OBJECT
public:
  explicit Task(QString title, QObject* parent = nullptr);

  QString title() const { return m_title; }
  qint64 done() const { return m_done; }
  qint64 total() const { return m_total; } ///< -1: not known
  bool isCancellable() const { return m_cancellable; }
  void setCancellable(bool cancellable) { m_cancellable = cancellable; }
  qint64 elapsedMs() const { return m_since.elapsed(); }

  void setProgress(qint64 done, qint64 total);
  void cancel();
  void finish(); ///< says so and deletes itself

Q_SIGNALS:
  void changed();
  void cancelled();
  void finished();

private:
  QString m_title;
  qint64 m_done = 0, m_total = -1;
  bool m_cancellable = true;
  QElapsedTimer m_since;
};

/// Things a second, once there is something to measure.
std::optional<double> taskRate(qint64 done, qint64 elapsedMs);
/// Seconds left at the rate so far.
std::optional<qint64> taskSecondsLeft(qint64 done, qint64 total, qint64 elapsedMs);

} // namespace supercargo
