#pragma once

#include "core/reports/runs.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace supercargo {

class Database;
class DifferenceModel;
class StateView;

/// Why a figure is another than it was: a run that was kept, one of its figures, and every order that makes the
/// difference. The rows add up to it.
class WhyDialog : public QDialog {
  Q_OBJECT
public:
  struct Question {
    QString report, title; ///< id and what it is called
    ReportSpec spec;       ///< of what is shown: a kept run of the same parameters is offered first
  };
  WhyDialog(Database& db, Clock clock, Question question, QWidget* parent);

Q_SIGNALS:
  void orderChosen(supercargo::OrderId order);

protected:
  void changeEvent(QEvent* event) override;

private:
  void layOut();
  void readRuns();
  void showRuns(std::vector<KeptRun> runs);
  void readFigures();
  void compare();
  void showComparison(RunComparison comparison);
  void removeCurrent();
  void openCurrent();
  qint64 currentRun() const;
  QString runText(const KeptRun& run) const;
  void retranslate();

  Database& m_db;
  Clock m_clock;
  Question m_question;
  std::vector<KeptRun> m_runs;
  std::optional<RunComparison> m_comparison;
  int m_token = 0;
  DifferenceModel* m_model = nullptr;
  QTableView* m_table = nullptr;
  StateView* m_state = nullptr;
  QComboBox *m_run = nullptr, *m_figure = nullptr;
  QLabel *m_runLabel = nullptr, *m_figureLabel = nullptr, *m_sum = nullptr, *m_about = nullptr;
  QPushButton *m_remove = nullptr, *m_open = nullptr, *m_close = nullptr;
};

} // namespace supercargo
