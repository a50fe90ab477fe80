#pragma once

#include "core/reports/savedreports.h"
#include "core/reports/schedules.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QPushButton;
class QTableView;

namespace supercargo {

class Database;
class ScheduleForm;
class ScheduleModel;
class StateView;

/// The reports that are written into folders again and again: add, change, pause, remove, and how the last one ended.
class SchedulesDialog : public QDialog {
  Q_OBJECT
public:
  /// `shown`: what a new schedule begins with.
  SchedulesDialog(Database& db, Clock clock, QTimeZone zone, ReportSchedule shown, QWidget* parent);

  void refresh(); ///< reads them again: a schedule ran

protected:
  void changeEvent(QEvent* event) override;

private:
  void layOut();
  void showSchedules(std::vector<ReportSchedule> schedules);
  void edit(const ReportSchedule& schedule);
  void save(ScheduleForm* form, const ReportSchedule& schedule);
  void change(std::function<Result<void>(Connection&)> how);
  const ReportSchedule* current() const;
  void retranslate();

  Database& m_db;
  Clock m_clock;
  ReportSchedule m_shown;
  std::vector<SavedReport> m_own;
  ScheduleModel* m_model = nullptr;
  QTableView* m_table = nullptr;
  StateView* m_state = nullptr;
  QLabel* m_about = nullptr;
  QPushButton *m_add = nullptr, *m_change = nullptr, *m_pause = nullptr, *m_remove = nullptr, *m_close = nullptr;
};

} // namespace supercargo
