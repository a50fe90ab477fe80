#include "ui/reports/reportexport.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "core/reports/render.h"
#include "ui/charts/chart.h"
#include "ui/charts/resultcharts.h"
#include "ui/mainwindow/task.h"
#include "ui/print/reportpdf.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace supercargo {
namespace {

Result<void> writeText(const QString& name, ExportFormat format, const ReportResult& result, const QStringList& titles)
{
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorKind::Denied, file.errorString(), name);
  if (format == ExportFormat::Json) {
    SC_TRY(writeReportJson(file, result));
  } else {
    CsvOptions options;
    options.byteOrderMark = options.totals = format == ExportFormat::CsvWithMark;
    SC_TRY(writeReportCsv(file, result, options, titles));
  }
  if (!file.commit())
    return fail(ErrorKind::DiskFull, file.errorString(), name);
  return {};
}

} // namespace

QString formatEnding(ExportFormat format)
{
  switch (format) {
  case ExportFormat::Csv:
  case ExportFormat::CsvWithMark:
    return QStringLiteral(".csv");
  case ExportFormat::Xlsx:
    return QStringLiteral(".xlsx");
  case ExportFormat::Pdf:
    return QStringLiteral(".pdf");
  case ExportFormat::Json:
    return QStringLiteral(".json");
  case ExportFormat::Hledger:
    return QStringLiteral(".journal");
  case ExportFormat::Beancount:
    return QStringLiteral(".beancount");
  }
  return {};
}

QString formatText(ExportFormat format)
{
  switch (format) {
  case ExportFormat::Csv:
    return QCoreApplication::translate("ReportExport", "CSV, plain UTF-8");
  case ExportFormat::CsvWithMark:
    return QCoreApplication::translate("ReportExport", "CSV for spreadsheet programs");
  case ExportFormat::Xlsx:
    return QCoreApplication::translate("ReportExport", "Excel workbook");
  case ExportFormat::Pdf:
    return QCoreApplication::translate("ReportExport", "PDF to print or send");
  case ExportFormat::Json:
    return QCoreApplication::translate("ReportExport", "JSON for programs");
  case ExportFormat::Hledger:
    return QCoreApplication::translate("ReportExport", "Accounting journal for hledger");
  case ExportFormat::Beancount:
    return QCoreApplication::translate("ReportExport", "Accounting journal for Beancount");
  }
  return {};
}

ReportExport::ReportExport(Database& db, ReportResult result, ExportFormat format, QString file, QString shop,
                           QString madeAt, QObject* parent)
    : QObject(parent), m_db(db), m_result(std::make_shared<const ReportResult>(std::move(result))), m_format(format),
      m_file(std::move(file)), m_shop(std::move(shop)), m_madeAt(std::move(madeAt))
{
  m_next.setInterval(0);
  connect(&m_next, &QTimer::timeout, this, &ReportExport::drawPage);
}

ReportExport::~ReportExport() = default;

QString ReportExport::title() const
{
  if (!m_title.isEmpty())
    return m_title;
  const ReportDefinition* definition = findReport(m_result->spec.report);
  return definition ? reportWord(definition->title) : m_result->spec.report;
}

void ReportExport::start(Task* task)
{
  m_task = task;
  if (task) {
    task->setCancellable(m_format == ExportFormat::Pdf);
    connect(task, &Task::cancelled, this, &ReportExport::cancel);
  }
  if (m_format == ExportFormat::Pdf)
    startPdf();
  else if (m_format == ExportFormat::Hledger || m_format == ExportFormat::Beancount)
    writeLedger();
  else
    writeTable();
}

void ReportExport::cancel()
{
  m_cancelled = true;
}

void ReportExport::writeTable()
{
  QStringList titles;
  for (const ReportColumn& column : m_result->columns)
    titles.append(columnTitle(column));
  deliver(QtConcurrent::run(
              [result = m_result, format = m_format, file = m_file, titles, title = title()]() -> Result<void> {
                return format == ExportFormat::Xlsx ? writeReportXlsx(file, *result, title, titles)
                                                    : writeText(file, format, *result, titles);
              }),
          this, [this](const Result<void>& written) { end(written); });
}

void ReportExport::writeLedger()
{
  const auto format = m_format == ExportFormat::Hledger ? ReportFormat::Hledger : ReportFormat::Beancount;
  deliver(m_db.read([spec = m_result->spec, format, file = m_file](Connection& c) -> Result<void> {
    SC_TRY(writeReport(c, spec, format, file));
    return {};
  }),
          this, [this](const Result<void>& written) { end(written); });
}

void ReportExport::startPdf()
{
  m_out = std::make_unique<QSaveFile>(m_file);
  if (!m_out->open(QIODevice::WriteOnly))
    return end(fail(ErrorKind::Denied, m_out->errorString(), m_file));
  ReportPdfTexts texts;
  texts.shop = m_shop;
  texts.title = title();
  texts.madeAt = m_madeAt;
  m_chart = chartFor(*m_result, drawnCurrency(*m_result, {}));
  m_pdf = std::make_unique<ReportPdf>(*m_out, *m_result, texts, m_chart.get());
  m_next.start();
}

void ReportExport::drawPage()
{
  if (m_cancelled) {
    m_out->cancelWriting();
    return end(fail(ErrorKind::Cancelled, QStringLiteral("stopped"), m_file));
  }
  const auto more = m_pdf->drawNext();
  if (!more)
    return end(fail(more.error()));
  if (m_task)
    m_task->setProgress(m_pdf->pagesDone(), m_pdf->pages());
  if (*more)
    return;
  if (auto finished = m_pdf->finish(); !finished)
    return end(finished);
  m_pdf.reset(); // its writer ends the document before the file is closed
  if (!m_out->commit())
    return end(fail(ErrorKind::DiskFull, m_out->errorString(), m_file));
  end({});
}

void ReportExport::end(const Result<void>& result)
{
  m_next.stop();
  if (m_task)
    m_task->finish();
  Q_EMIT finished(result ? std::nullopt : std::optional(result.error()));
  deleteLater();
}

} // namespace supercargo
