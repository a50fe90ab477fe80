#pragma once

#include "core/base/money.h"
#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/stock/abcxyz.h"
#include "core/stock/demandforecast.h"

#include <QTimeZone>

#include <span>

namespace supercargo {

constexpr int kRecentDays = 30;                  ///< of the small line beside an article
constexpr std::chrono::hours kDemandGoodFor{24}; ///< older demand is computed anew where it is needed

/// What is known of an article's demand, kept so that lists need not look at orders: renewed now and then.
struct ArticleDemand {
  QString sku;
  double perDay = 0, deviation = 0;
  ForecastMethod method = ForecastMethod::Average;
  qint64 daysInStock = 0, days = 0;
  qint64 soldMinor = 0;                      ///< in these days, in the workspace's currency
  ValueClass valueClass = ValueClass::C;     ///< by that value
  std::optional<SteadinessClass> steadiness; ///< by weeks
  std::vector<double> recent;                ///< pieces sold by day, yesterday last
  bool operator==(const ArticleDemand&) const = default;
};
QString valueClassName(ValueClass which);      ///< "A"
QString steadinessName(SteadinessClass which); ///< "X"
QByteArray recentText(const std::vector<double>& recent);
std::vector<double> recentFromText(QByteArrayView text);

/// Computes it for every SKU that has a balance or was sold. Reads only; some seconds at 50,000 SKUs.
Result<std::vector<ArticleDemand>> computeArticleDemand(Connection& c, const QTimeZone& zone, Currency currency,
                                                        int days, Instant now);
/// Keeps a part of it; the caller writes parts so that the writer is free between them.
Result<void> saveArticleDemand(Connection& c, std::span<const ArticleDemand> part, Instant now, ChangeSet& changes);
/// The kept forecast of an article, where it is still good: what it would be computed anew from has hardly
/// changed.
Result<std::optional<DailyDemand>> keptDemand(Connection& c, const QString& sku, Instant now);
/// When the oldest kept figure was computed; nullopt: nothing is kept.
Result<std::optional<Instant>> articleDemandAt(Connection& c);
/// Forgets what was not renewed since: articles that are gone.
Result<void> forgetArticleDemand(Connection& c, Instant before, ChangeSet& changes);

/// How many articles and how much of the value are in each field of the ABC/XYZ matrix.
struct ClassField {
  ValueClass value = ValueClass::C;
  std::optional<SteadinessClass> steadiness;
  qint64 articles = 0, soldMinor = 0;
};
Result<std::vector<ClassField>> classMatrix(Connection& c);

} // namespace supercargo
