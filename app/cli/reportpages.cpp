#include "app/cli/reportpages.h"

#include "app/cli/reporttext.h"
#include "ui/print/reportpdf.h"

namespace supercargo::cli {

Result<void> writePages(const QString& shop, const QString& file, const ReportResult& result)
{
  ReportPdfTexts texts;
  texts.shop = shop;
  const ReportDefinition* definition = findReport(result.spec.report);
  texts.title = definition ? reportTitle(*definition) : result.spec.report;
  const QTimeZone zone(result.spec.timeZone);
  texts.madeAt = QCoreApplication::translate("cli", "Made %1").arg(timeText(result.spec.now, zone));
  return writeReportPdf(file, result, texts);
}

ScheduleOutput scheduleOutput(Session& session)
{
  const auto workspace = session.workspace();
  const QString shop = workspace ? (*workspace)->info().shopName : QString();
  return {columnTitles,
          [shop](const QString& file, const ReportResult& result) { return writePages(shop, file, result); }};
}

} // namespace supercargo::cli
