#pragma once

#include "core/reports/sqlconsole.h"
#include "ui/reports/reportexport.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QTreeWidget;

namespace supercargo {

class Database;
class ReportTable;
class StateView;

/// Questions in SQL for those who want them: an editor, the views that can be asked with what each column means, the
/// answer, and files of it. A question runs in a database thread and can be stopped.
class SqlConsoleView : public QWidget {
  Q_OBJECT
public:
  SqlConsoleView(Database& db, Clock clock, QWidget* parent = nullptr);
  ~SqlConsoleView() override;

  void setText(const QString& sql);
  QString text() const;
  void run();
  void stop();
  void focusEditor();
  bool isRunning() const { return m_stop != nullptr; }
  ReportTable* table() const { return m_table; }

Q_SIGNALS:
  /// The answer is to be written: the page asks for the file's name.
  void exportWanted(const supercargo::ReportResult& result, supercargo::ExportFormat format);

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QWidget* makeEditor();
  QWidget* makeViews();
  void makeExport();
  void showAnswer(const Result<ReportResult>& answer);
  void retranslate();
  void tell();

  Database& m_db;
  Clock m_clock;
  std::shared_ptr<std::atomic<bool>> m_stop; ///< of the question that runs
  std::optional<ReportResult> m_result;

  QPlainTextEdit* m_editor = nullptr;
  QTreeWidget* m_views = nullptr;
  ReportTable* m_table = nullptr;
  StateView* m_state = nullptr;
  QComboBox* m_examples = nullptr;
  QSpinBox* m_rows = nullptr;
  QPushButton *m_run = nullptr, *m_halt = nullptr;
  QToolButton* m_export = nullptr;
  QLabel *m_title = nullptr, *m_about = nullptr, *m_viewsTitle = nullptr, *m_rowsLabel = nullptr, *m_told = nullptr;
};

/// Formats that make sense for an answer: no accounting journals.
inline constexpr std::array kAnswerFormats = {ExportFormat::Xlsx, ExportFormat::CsvWithMark, ExportFormat::Csv,
                                              ExportFormat::Pdf, ExportFormat::Json};

} // namespace supercargo
