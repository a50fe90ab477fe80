#pragma once

#include "core/reports/report.h"
#include "ui/charts/chart.h"

#include <QStringList>

#include <memory>

namespace supercargo {

/// Charts of a report's result. A mark's key names the cell it shows (MarkCell), so that it can list its rows. Where
/// rows have a currency only those in `currency` are drawn: amounts of several are never on one scale.
struct MarkCell {
  Slice slice;
  QString column;

  QString key() const;
  static std::optional<MarkCell> of(const QString& key);
};

/// The currency to draw: `preferred` when the result has it, else the first there is; empty without currencies.
QString drawnCurrency(const ReportResult& result, const QString& preferred);
QStringList currenciesOf(const ReportResult& result);

/// Figure over time, with the earlier span when the result compares.
std::unique_ptr<Chart> timeChart(const ReportResult& result, const QString& figure, const QString& currency);
/// Figure by the result's dimensions; at most `limit` bars in the order of the rows.
std::unique_ptr<Chart> barsChart(const ReportResult& result, const QString& figure, const QString& currency,
                                 int limit = 12);
/// Figure by province on a map of China; as bars where nothing goes there.
std::unique_ptr<Chart> provinceChart(const ReportResult& result, const QString& figure, const QString& currency);
/// Several figures of the whole, one bar each, as steps that ever fewer reach.
std::unique_ptr<Chart> funnelChart(const ReportResult& result, const QStringList& figures, const QString& currency);
/// Weekday by hour.
std::unique_ptr<Chart> weekChart(const ReportResult& result, const QString& figure, const QString& currency);
/// First month by months since.
std::unique_ptr<Chart> cohortChart(const ReportResult& result, const QString& currency);
/// Recency by frequency.
std::unique_ptr<Chart> rfmChart(const ReportResult& result, const QString& currency);
/// From gross sales to what is left. Sums of which only a part is known are hatched.
std::unique_ptr<Chart> marginChart(const ReportResult& result, const QString& currency);
/// Articles by what they bring, with their classes.
std::unique_ptr<Chart> productChart(const ReportResult& result, const QString& figure, const QString& currency);

/// The chart that suits a report best; nullptr where a table says all.
std::unique_ptr<Chart> chartFor(const ReportResult& result, const QString& currency);

} // namespace supercargo
