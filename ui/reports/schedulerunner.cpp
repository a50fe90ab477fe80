#include "ui/reports/schedulerunner.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "core/reports/runs.h"
#include "ui/reports/reportexport.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace supercargo {

Q_LOGGING_CATEGORY(lcSchedules, "supercargo.schedules")

using namespace std::chrono_literals;

namespace {

ReportTitles titlesOf(const std::vector<ReportColumn>& columns)
{
  ReportTitles titles;
  for (const ReportColumn& column : columns)
    titles.append(columnTitle(column));
  return titles;
}

struct Pages {
  ScheduledFile file;
  ReportResult result;
};

} // namespace

ScheduleRunner::ScheduleRunner(Database& db, Clock clock, QString shop)
    : m_db(db), m_clock(std::move(clock)), m_shop(std::move(shop))
{
  m_timer.setInterval(1min);
  connect(&m_timer, &QTimer::timeout, this, &ScheduleRunner::look);
}

void ScheduleRunner::look()
{
  m_timer.start();
  if (m_isLooking || !m_due.empty())
    return;
  m_isLooking = true;
  deliver(m_db.read([now = m_clock()](Connection& c) { return dueSchedules(c, now); }), this,
          [this](Result<std::vector<ReportSchedule>> due) {
            m_isLooking = false;
            if (!due) {
              qCWarning(lcSchedules, "schedules could not be read: %s", qPrintable(due.error().detail));
              return;
            }
            m_due.assign(due->begin(), due->end());
            runNext();
          });
}

void ScheduleRunner::runNext()
{
  if (m_due.empty())
    return;
  const ReportSchedule schedule = m_due.front();
  const Instant now = m_clock();
  if (schedule.format == QLatin1String("pdf")) {
    deliver(m_db.read([schedule, now](Connection& c) -> Result<Pages> {
      SC_TRY_ASSIGN(file, scheduledFile(c, schedule, now));
      SC_TRY_ASSIGN(result, runReport(c, file.spec));
      return Pages{file, std::move(result)};
    }),
            this, [this](Result<Pages> pages) {
              pages ? drawPages(pages->file, std::move(pages->result)) : note(fail(pages.error()));
            });
    return;
  }
  deliver(m_db.read([schedule, now](Connection& c) {
    return runSchedule(c, schedule, now, {titlesOf, {}});
  }),
          this, [this](const Result<QString>& file) { note(file); });
}

void ScheduleRunner::drawPages(const ScheduledFile& file, ReportResult result)
{
  const QTimeZone zone(result.spec.timeZone);
  const QString madeAt = QCoreApplication::translate("schedules", "Made %1")
                             .arg(dateTimeText(m_clock(), zone.isValid() ? zone : QTimeZone::utc()));
  auto* writing = new ReportExport(m_db, std::move(result), ExportFormat::Pdf, file.name, m_shop, madeAt, this);
  connect(writing, &ReportExport::finished, this, [this, name = file.name](const std::optional<Error>& error) {
    note(error ? Result<QString>(fail(*error)) : Result<QString>(name));
  });
  writing->start(nullptr);
}

void ScheduleRunner::note(const Result<QString>& file)
{
  const ReportSchedule schedule = m_due.front();
  deliver(
      m_db.write([schedule, file, now = m_clock()](Connection& c) { return noteScheduleRun(c, schedule, file, now); }),
      this, [this, schedule, file](const Result<void>& noted) {
        if (!noted)
          qCWarning(lcSchedules, "a schedule's end could not be noted: %s", qPrintable(noted.error().detail));
        Q_EMIT ran(schedule, file);
        if (file)
          return keep();
        m_due.pop_front();
        runNext();
      });
}

void ScheduleRunner::keep()
{
  const ReportSchedule schedule = m_due.front();
  deliver(m_db.read([schedule, now = m_clock()](Connection& c) -> Result<RunToKeep> {
    SC_TRY_ASSIGN(file, scheduledFile(c, schedule, now));
    return runToKeep(c, file.spec);
  }),
          this, [this](const Result<RunToKeep>& run) {
            if (run) // lists of orders and very large reports are not kept
              m_db.write([run = *run](Connection& c) { return keepRun(c, run, false); });
            m_due.pop_front();
            runNext();
          });
}

QString scheduleNotice(const ReportSchedule& schedule, const Result<QString>& file)
{
  if (file)
    return QCoreApplication::translate("schedules", "The report “%1” is in %2.").arg(schedule.name, *file);
  return QCoreApplication::translate("schedules", "The report “%1” was not written. %2 %3")
      .arg(schedule.name, errorSentence(file.error().kind).what, file.error().detail);
}

} // namespace supercargo
