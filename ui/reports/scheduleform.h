#pragma once

#include "core/reports/savedreports.h"
#include "core/reports/schedules.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimeEdit;

namespace supercargo {

/// Asks for a schedule: which report, in which form, how often, into which folder.
class ScheduleForm : public QDialog {
  Q_OBJECT
public:
  /// With id 0 it is a new one, begun with the report that is shown; `own` are the saved reports.
  ScheduleForm(ReportSchedule begun, std::vector<SavedReport> own, QWidget* parent);

  ReportSchedule schedule() const; ///< as typed in
  void showFault(const QString& sentence);

Q_SIGNALS:
  void saved(const supercargo::ReportSchedule& schedule);

private:
  void fill();
  void chooseFolder();
  void check();
  QString reportKey() const;

  ReportSchedule m_schedule;
  std::vector<SavedReport> m_own;
  QLineEdit *m_name = nullptr, *m_folder = nullptr;
  QComboBox *m_report = nullptr, *m_span = nullptr, *m_format = nullptr, *m_every = nullptr;
  QTimeEdit* m_at = nullptr;
  QLabel* m_fault = nullptr;
  QPushButton* m_save = nullptr;
};

} // namespace supercargo
