#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace supercargo {

class Task;

/// The status bar's right end: the running task with rate, time left (where that is not known: the time it took so far)
/// and a button to cancel, and how many more there are.
class TaskIndicator : public QWidget {
  Q_OBJECT
public:
  explicit TaskIndicator(QWidget* parent = nullptr);
  void add(Task* task);
  int count() const { return int(m_tasks.size()); }

protected:
  void changeEvent(QEvent* event) override;

private:
  void refresh();

  QList<Task*> m_tasks; ///< the newest last; it is the one shown
  QLabel* m_text;
  QProgressBar* m_bar;
  QToolButton* m_cancel;
  QTimer m_tick; ///< while there is a task: time goes on without a report
};

} // namespace supercargo
