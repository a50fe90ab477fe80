#pragma once

#include "core/reports/cubereport.h"
#include "core/reports/names.h"
#include "core/reports/span.h"
#include "core/store/daycubes.h"

namespace supercargo {

/// The sums behind one row of a cube report: by kind of fact and state of sale.
class FigureSums {
public:
  void add(FactKind kind, int state, const std::array<qint64, 16>& measures);
  void add(const FigureSums& other);
  qint64 of(const FigureTerm& term) const; ///< where there are articles, lines stand for orders
  qint64 sold(QLatin1String measure) const;

private:
  QMap<std::pair<int, int>, std::array<qint64, 16>> m_sums; ///< kind, state -> measures
};

/// The value of a figure over such sums.
ReportCell figureCell(const Figure& figure, const FigureSums& sums, const std::optional<Currency>& currency);

/// How a cube report reads facts and names its groups.
class CubeGrouping {
public:
  CubeGrouping(const CubeReport& report, const ReportSpec& spec, ReportNames names);

  /// Errors: Invalid, when a figure has no such dimension.
  Result<void> check() const;
  /// The query for one kind of facts over a span.
  CubeQuery query(FactKind kind, const DaySpan& span, bool byDay) const;
  /// Kinds of facts that a term reads: lines where articles are asked for.
  FactKind kindOf(const FigureTerm& term) const;
  std::vector<FactKind> kinds() const;
  bool hasCurrency() const;

  /// The values of the dimensions, then the currency. `value(dim)` gives the fact's own; `day` the day it counts in.
  template <class Value>
  QStringList keys(qint64 day, Value value) const
  {
    QStringList all;
    for (const QString& dim : m_report.dims)
      all.append(key(dim, day, value(factDim(dim))));
    if (hasCurrency())
      all.append(value(QStringLiteral("currency")));
    return all;
  }

  static QString factDim(const QString& dim); ///< "account" of "shop"; empty for times
  bool isTimed() const { return m_time != CubeQuery::Time::None; }
  const ReportNames& names() const { return m_names; }
  const CubeReport& report() const { return m_report; }

private:
  QString key(const QString& dim, qint64 day, const QString& value) const;
  QStringList factDims() const;

  const CubeReport& m_report;
  const ReportSpec& m_spec;
  ReportNames m_names;
  CubeQuery::Time m_time = CubeQuery::Time::None;
};

Result<CubeGrouping> groupingOf(Connection& c, const CubeReport& report, const ReportSpec& spec);

} // namespace supercargo
