#pragma once

#include "core/reports/savedreports.h"
#include "ui/pages.h"
#include "ui/reports/reportexport.h"

#include <QPointer>
#include <QTimer>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace supercargo {

class ChartView;
class ReportForm;
class ReportGallery;
class ReportTable;
class SchedulesDialog;
class SqlConsoleView;
class StateView;

/// All reports: a gallery, the parameters, a preview that is the file to be, and the files. Reports of one's own are
/// saved here; runs are kept to explain later why a figure changed; schedules are set up; and the database can be asked
/// in SQL.
class ReportsPage : public Page {
  Q_OBJECT
public:
  explicit ReportsPage(const PageContext& context);
  void activate() override;
  void saveState() override;
  void open(const QString& what) override; ///< a report's id, "own.3", "sql"
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

  void saveAs(const QString& name); ///< what is shown, as a report of one's own
  void keepShownRun();
  void explainChange();
  void showSchedules();

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  enum HeadAction { SaveAs, SaveChanges, Rename, Remove, KeepRun, WhyChanged, HeadActions };

  QWidget* makeGallery();
  QWidget* makeReport();
  QLayout* makeHead();
  QToolButton* makeMenu(const QString& icon, std::initializer_list<HeadAction> actions);
  void follow();
  void choose(const QString& key);
  void chooseOwn(const SavedReport& own);
  ReportSpec shownSpec() const;
  void run();
  void showResult(ReportResult result);
  void drawChart();
  void openRows(const QString& column, const Slice& slice);
  QDate today() const;
  void showTitle();
  void retranslate();
  void retranslateHead();
  void tellResult();

  // reportspage_actions.cpp
  void act(HeadAction action);
  void askForName(const QString& title, const QString& name, std::function<void(const QString&)> then);
  void saveChanges();
  void removeShown();
  void readSaved(const QString& choose = {});
  void askForFile(const ReportResult& result, const QString& title, ExportFormat format);
  void write(const ReportResult& result, const QString& title, ExportFormat format, const QString& file);
  /// `then`: what follows instead of a word that it is kept.
  void keepRunOf(const ReportSpec& spec, bool byHand, std::function<void()> then = {});
  SavedReport savedAs(const QString& name) const;
  QString faultText(const Error& error) const;

  PageContext m_context;
  QTimer m_runLater, m_refreshLater;
  int m_token = 0;
  bool m_fresh = false, m_fitChart = true;
  std::optional<ReportResult> m_result;
  std::optional<SavedReport> m_own; ///< the one that is shown
  QString m_wanted;                 ///< to choose once the saved reports are known
  QPointer<SchedulesDialog> m_scheduleList;

  QSplitter *m_splitter = nullptr, *m_body = nullptr;
  QStackedWidget* m_right = nullptr;
  SqlConsoleView* m_sql = nullptr;
  ReportGallery* m_gallery = nullptr;
  ReportForm* m_form = nullptr;
  ChartView* m_chart = nullptr;
  ReportTable* m_table = nullptr;
  StateView* m_state = nullptr;
  QLabel *m_galleryTitle = nullptr, *m_title = nullptr, *m_about = nullptr, *m_told = nullptr, *m_notes = nullptr;
  QToolButton *m_save = nullptr, *m_history = nullptr, *m_schedules = nullptr, *m_export = nullptr;
  std::array<QAction*, HeadActions> m_actions{};
};

} // namespace supercargo
