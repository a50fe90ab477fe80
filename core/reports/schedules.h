#pragma once

#include "core/reports/render.h"

#include <functional>

namespace supercargo {

/// A report that is written into a folder again and again: by the desktop while it runs, and by `report run --due` from
/// the system's own scheduler.
struct ReportSchedule {
  qint64 id = 0;
  QString name;
  ReportSpec spec;                       ///< its days are set anew each time, from `span`
  QString format;                        ///< "csv", as `reportFormatNamed` knows it, or "pdf"
  QString folder;                        ///< files are never overwritten there: names carry the days
  QString every;                         ///< "day", "week" (Mondays), "month" (the first)
  int atMinute = 0;                      ///< minutes after the shop's midnight
  QString span;                          ///< a preset, measured on the day it runs
  std::optional<Instant> nextAt, lastAt; ///< no next time: paused
  QString lastFile, lastError;           ///< English
};

/// What core lacks and a program lends: headings in its language (none: English), and pages (none: PDF is refused).
/// Both are called in the thread that runs the schedule.
struct ScheduleOutput {
  std::function<ReportTitles(const std::vector<ReportColumn>&)> titles;
  std::function<Result<void>(const QString& file, const ReportResult& result)> drawPages;
};

/// Id 0: a new one. Sets `nextAt`, except of one that is paused. Errors: Invalid, naming the field; NotFound, no such
/// report.
Result<ReportSchedule> saveSchedule(Connection& c, ReportSchedule schedule, Instant now);
Result<std::vector<ReportSchedule>> reportSchedules(Connection& c);
Result<void> removeSchedule(Connection& c, qint64 id); ///< NotFound
/// NotFound
Result<void> pauseSchedule(Connection& c, qint64 id, bool paused, Instant now);
Result<std::vector<ReportSchedule>> dueSchedules(Connection& c, Instant now);

/// Spec and name of the file that a schedule writes at `now`. Errors: Invalid, its span is not known any more.
struct ScheduledFile {
  ReportSpec spec;
  QString name;
};
Result<ScheduledFile> scheduledFile(Connection& c, const ReportSchedule& schedule, Instant now);
/// Writes the file of a schedule; its name.
Result<QString> runSchedule(Connection& c, const ReportSchedule& schedule, Instant now,
                            const ScheduleOutput& output = {});
/// Notes how it ended and when it is due again; what was missed while nothing ran is not made up for.
Result<void> noteScheduleRun(Connection& c, const ReportSchedule& schedule, const Result<QString>& file, Instant now);

/// The first moment after `now` at which a schedule is due in the shop's zone; a time of day that a clock change skips
/// comes at the change.
std::optional<Instant> nextRun(const QString& every, int atMinute, const QByteArray& zone, Instant now);

} // namespace supercargo
