#pragma once

#include "ui/pages.h"
#include "ui/reports/reportexport.h"

#include <QTimer>

class QLabel;
class QListWidget;
class QSplitter;
class QToolButton;

namespace supercargo {

class ChartView;
class ReportForm;
class ReportTable;
class StateView;

/// All reports: a gallery, the parameters, a preview that is the file to be, and the files.
class ReportsPage : public Page {
  Q_OBJECT
public:
  explicit ReportsPage(const PageContext& context);
  void activate() override;
  void saveState() override;
  void open(const QString& what) override; ///< a report's id
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  QWidget* makeGallery();
  QWidget* makeReport();
  void follow();
  void choose(int row);
  void run();
  void showResult(ReportResult result);
  void drawChart();
  void openRows(const QString& column, const Slice& slice);
  void askForFile(ExportFormat format);
  void write(ExportFormat format, const QString& file);
  QDate today() const;
  void retranslate();
  void tellResult();

  PageContext m_context;
  QTimer m_runLater, m_refreshLater;
  int m_token = 0;
  bool m_fresh = false;
  std::optional<ReportResult> m_result;

  QSplitter* m_splitter = nullptr;
  QListWidget* m_gallery = nullptr;
  ReportForm* m_form = nullptr;
  ChartView* m_chart = nullptr;
  ReportTable* m_table = nullptr;
  StateView* m_state = nullptr;
  QLabel *m_galleryTitle = nullptr, *m_title = nullptr, *m_about = nullptr, *m_told = nullptr, *m_notes = nullptr;
  QToolButton* m_export = nullptr;
};

} // namespace supercargo
