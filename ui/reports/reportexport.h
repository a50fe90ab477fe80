#pragma once

#include "core/reports/report.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>

class QSaveFile;

namespace supercargo {

class Chart;
class Database;
class ReportPdf;
class Task;

enum class ExportFormat { Csv, CsvWithMark, Xlsx, Pdf, Json, Hledger, Beancount };
QString formatEnding(ExportFormat format); ///< ".csv"
QString formatText(ExportFormat format);   ///< "CSV for spreadsheets (UTF-8 with mark)"
inline constexpr std::array kExportFormats = {ExportFormat::Xlsx,     ExportFormat::Pdf,  ExportFormat::CsvWithMark,
                                              ExportFormat::Csv,      ExportFormat::Json, ExportFormat::Hledger,
                                              ExportFormat::Beancount};

/// Writes a result as the page shows it into a file, with the headings in the language of the moment. Tables are
/// written in a thread of the pool, journals of the same days by the
/// database's, pages of a PDF one a turn of the event loop; a stop leaves no file. Deletes itself.
class ReportExport : public QObject {
  Q_OBJECT
public:
  ReportExport(Database& db, ReportResult result, ExportFormat format, QString file, QString shop, QString madeAt,
               QObject* parent);
  ~ReportExport() override;

  void setTitle(const QString& title) { m_title = title; } ///< else what the ready report is called
  void start(Task* task);                                  ///< task may be null
  void cancel();

Q_SIGNALS:
  void finished(const std::optional<supercargo::Error>& error); ///< none: the file is there

private:
  void writeTable();
  void writeLedger();
  void startPdf();
  void drawPage();
  void end(const Result<void>& result);
  QString title() const;

  Database& m_db;
  std::shared_ptr<const ReportResult> m_result;
  ExportFormat m_format;
  QString m_title, m_file, m_shop, m_madeAt;
  Task* m_task = nullptr;
  bool m_cancelled = false;
  QTimer m_next;
  std::unique_ptr<QSaveFile> m_out;
  std::unique_ptr<Chart> m_chart;
  std::unique_ptr<ReportPdf> m_pdf;
};

} // namespace supercargo
