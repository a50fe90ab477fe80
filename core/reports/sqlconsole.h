#pragma once

#include "core/reports/report.h"

#include <atomic>
#include <memory>

namespace supercargo {

/// The id under which answers to questions in SQL go by; there is no definition of it.
inline const QString kSqlReport = QStringLiteral("sql");

/// A question in SQL over the views of core/reports/sqlviews.h.
struct SqlQuestion {
  QString sql; ///< one SELECT (or WITH … SELECT)
  size_t mostRows = 10'000;
  Instant now{};
  std::shared_ptr<std::atomic<bool>> stop; ///< set it from any thread to end the question
};

/// Answers it as a result that is shown and written like every report. Nothing but the views can be read and nothing be
/// written: the engine checks each column that a statement touches. A column of whole numbers is of kind Count, of
/// numbers Number, else Text. A note ("cut: …") says when there were more rows. Errors: Denied, Invalid (the engine's
/// words), Cancelled, Config (a shared database cannot be asked).
Result<ReportResult> answerSql(Connection& c, const SqlQuestion& question);

} // namespace supercargo
