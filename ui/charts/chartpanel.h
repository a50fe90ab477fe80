#pragma once

#include "core/reports/report.h"
#include "ui/charts/chart.h"

#include <QFrame>

#include <functional>
#include <memory>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace supercargo {

class ChartView;
class Database;
class ReportTable;
class StateView;

/// A figure as a card: title, by which day it counts, the chart, and the table of the same result beside it. A mark or
/// a cell opens the rows it is made of.
class ChartPanel : public QFrame {
  Q_OBJECT
public:
  /// Makes the chart of a result in one currency; nullptr: nothing to draw.
  using MakeChart = std::function<std::unique_ptr<Chart>(const ReportResult&, const QString& currency)>;
  struct Texts {
    QString title, whyEmpty; ///< whyEmpty: why there may be nothing, and what brings something
  };

  ChartPanel(Database& db, QString preferredCurrency, MakeChart make, std::function<Texts()> texts,
             QWidget* parent = nullptr);

  /// Runs the report and shows it; what is shown stays until the new result is there. A late answer to an earlier
  /// question is dropped.
  void run(const ReportSpec& spec);
  const ReportResult* result() const { return m_result.get(); }
  ChartView* view() const { return m_view; }
  ReportTable* table() const { return m_table; }
  bool isBusy() const { return m_running; }

Q_SIGNALS:
  void orderChosen(supercargo::OrderId order);
  void settled(); ///< a result or an error is shown

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void showResult(ReportResult result);
  void redraw();
  void retranslate();
  void openRows(const QString& column, const Slice& slice);
  void makeMenu();
  void savePicture();

  Database& m_db;
  QString m_preferred, m_currency;
  MakeChart m_make;
  std::function<Texts()> m_texts;
  std::unique_ptr<ReportResult> m_result;
  ReportSpec m_spec;
  int m_token = 0;
  bool m_running = false;

  QLabel *m_title = nullptr, *m_basis = nullptr, *m_notes = nullptr;
  QToolButton* m_menu = nullptr;
  QBoxLayout* m_body = nullptr;
  ChartView* m_view = nullptr;
  ReportTable* m_table = nullptr;
  StateView* m_state = nullptr;
};

} // namespace supercargo
