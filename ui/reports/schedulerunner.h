#pragma once

#include "core/reports/schedules.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace supercargo {

class Database;

/// Writes the files of schedules whose time has come, one after the other, while the program runs: tables in a database
/// thread, pages a piece at a time in the GUI thread. What was written is kept as a run, so that a change can be
/// explained later. GUI thread.
class ScheduleRunner : public QObject {
  Q_OBJECT
public:
  ScheduleRunner(Database& db, Clock clock, QString shop);

  void look(); ///< now, and every minute from the first call on

Q_SIGNALS:
  /// A schedule ended: its file, or why there is none.
  void ran(const supercargo::ReportSchedule& schedule, const supercargo::Result<QString>& file);

private:
  void runNext();
  void drawPages(const ScheduledFile& file, ReportResult result);
  void note(const Result<QString>& file);
  void keep();

  Database& m_db;
  Clock m_clock;
  QString m_shop;
  QTimer m_timer;
  std::deque<ReportSchedule> m_due; ///< the first one is being written
  bool m_isLooking = false;
};

/// What to tell about it, in the interface's language.
QString scheduleNotice(const ReportSchedule& schedule, const Result<QString>& file);

} // namespace supercargo
