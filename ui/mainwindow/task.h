#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace supercargo {

/// One piece of long work, as the status bar shows it: title, how far, rate, time left, and a way to stop it.
/// The worker calls setProgress and finish; it listens to `cancelled`.
class Task : public QObject {
  Q_OBJECT
public:
  /// Milliseconds of a clock that never goes back.
  using Stopwatch = std::function<qint64()>;

  explicit Task(QString title, QObject* parent = nullptr, Stopwatch stopwatch = {});

  QString title() const { return m_title; }
  qint64 done() const { return m_done; }
  qint64 total() const { return m_total; } ///< -1: not known
  /// 0 to 1, for a bar; nullopt: nobody knows.
  std::optional<double> fraction() const;
  bool isCancellable() const { return m_cancellable; }
  void setCancellable(bool cancellable);
  qint64 elapsedMs() const { return m_stopwatch() - m_begun; }
  /// Things a second since the first report: work may be well under way when it becomes a task.
  std::optional<double> rate() const;
  std::optional<qint64> secondsLeft() const;

  /// `fraction`: where the worker knows more of it than done and total say.
  void setProgress(qint64 done, qint64 total, std::optional<double> fraction = std::nullopt);
  void cancel(); ///< only asks; the worker finishes
  void finish(); ///< says so and deletes itself

Q_SIGNALS:
  void changed();
  void cancelled();
  void finished();

private:
  struct Report {
    qint64 done = 0, atMs = 0;
  };

  QString m_title;
  Stopwatch m_stopwatch;
  qint64 m_begun, m_done = 0, m_total = -1;
  std::optional<double> m_fraction;
  std::optional<Report> m_first;
  bool m_cancellable = true;
};

/// Things a second, once there is something to measure.
std::optional<double> taskRate(qint64 done, qint64 elapsedMs);
/// Seconds left at the rate so far.
std::optional<qint64> taskSecondsLeft(qint64 done, qint64 total, qint64 elapsedMs);

} // namespace supercargo
