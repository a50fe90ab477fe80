#pragma once

#include "core/reports/runparts.h"

namespace supercargo {

/// A run that was kept, so that a later one can say why it differs. Its spec has the days it was for; `spec.now` is
/// when it ran.
struct KeptRun {
  qint64 id = 0;
  ReportSpec spec;
  QString snapshot; ///< of the data
  bool byHand = false;
};

/// What is to be kept of a run. Made in a reading thread, as it takes as long as reading every row of the report.
struct RunToKeep {
  ReportSpec spec;
  QString snapshot;
  QByteArray parts;
};
/// `spec.now` is the moment of the run. Errors as `runParts`.
Result<RunToKeep> runToKeep(Connection& c, const ReportSpec& spec);

/// Keeps a run, in the caller's write transaction; its id. Nothing is kept twice: where the newest run of the same spec
/// saw the same data, that one is meant. Of runs not kept by hand (files written, schedules) a report has its
/// newest 30.
Result<qint64> keepRun(Connection& c, const RunToKeep& run, bool byHand);
Result<std::vector<KeptRun>> keptRuns(Connection& c, const QString& report = {}); ///< newest first; empty: all reports
Result<void> removeRun(Connection& c, qint64 id);                                 ///< NotFound

/// One thing that makes two runs differ.
struct RunDifference {
  enum class Why {
    Arrived,   ///< it became known later
    Paid,      ///< an unpaid order counts now
    Refunded,  ///< money went back since
    Cancelled, ///< it counts no more
    Gone,      ///< it is no longer there, or moved out of these days
    Edited     ///< the rest: amounts, articles, dates, costs and fees that became known
  };
  Why why = Why::Edited;
  FigureRow::Part part = FigureRow::Part::Value;
  RunParts::Thing thing;
  qint64 before = 0, now = 0; ///< what it adds to the figure
};
QString differenceName(RunDifference::Why why); ///< "refunded"

/// Why a figure is another than it was: `differences` add up to `now` less `before`, for each part and currency.
/// An order that was both refunded and edited appears twice.
struct RunComparison {
  using Sums = QMap<QString, RunParts::Amount>; ///< by currency; empty for counts
  KeptRun earlier;
  QString column;
  Sums before, now;
  std::vector<RunDifference> differences; ///< largest first
};

/// A kept run beside the data at `now`, or beside a later kept run (`later` > 0) of the same report. Errors: NotFound,
/// Invalid (the run has no such figure), TooLarge.
Result<RunComparison> compareRun(Connection& c, qint64 run, const QString& column, Instant now, qint64 later = 0);
/// The figures a kept run can explain, in no particular order.
Result<QStringList> figuresOfRun(Connection& c, qint64 run);

} // namespace supercargo
