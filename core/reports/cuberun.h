#pragma once

#include "core/reports/cubereport.h"
#include "core/reports/names.h"
#include "core/reports/rates.h"
#include "core/reports/span.h"
#include "core/store/daycubes.h"

#include <map>

namespace supercargo {

/// Half away from zero.
qint64 divided(qint64 value, qint64 base);

/// The sums behind one row of a cube report: by kind of fact and state of sale.
class FigureSums {
public:
  void add(FactKind kind, int state, const FactMeasures& measures);
  void add(const FigureSums& other);
  /// The same measures once more, by the number that percentiles rank.
  void addSpread(FactKind kind, int state, qint64 number, const FactMeasures& measures);
  qint64 of(const FigureTerm& term) const;                         ///< where there are articles, lines stand for orders
  std::map<qint64, qint64> spreadOf(const FigureTerm& term) const; ///< number -> how many facts have it
  qint64 sold(QLatin1String measure) const;

private:
  using Key = std::pair<int, int>; ///< kind, state
  QMap<Key, FactMeasures> m_sums;
  QMap<Key, std::map<qint64, FactMeasures>> m_spreads;
};

/// Sums by the values of a report's dimensions and, where there is money, the currency.
using Groups = QMap<QStringList, FigureSums>;

/// Adds the parts of a sum up: whole amounts, and shares that are rounded once, at the end of it all.
class RatedSum {
public:
  void add(const FigureTerm& term, qint64 measure, const FigureRates& rates);
  qint64 value() const;

private:
  qint64 m_whole = 0, m_shares = 0; ///< shares: in ten-thousandths
};

/// The value of a figure over such sums; `rates` are those of the currency.
ReportCell figureCell(const Figure& figure, const FigureSums& sums, const std::optional<Currency>& currency,
                      const FigureRates& rates = {});

/// Whether the term can be added up: its rate is stated, or there is nothing that it would apply to.
bool isStated(const FigureTerm& term, qint64 measure, const FigureRates& rates);

/// How a cube report reads facts and names its groups.
class CubeGrouping {
public:
  CubeGrouping(const CubeReport& report, const ReportSpec& spec, ReportNames names, Currency rateCurrency);

  /// Errors: Invalid, when a figure has no such dimension or a rate is no number.
  Result<void> check() const;
  /// The query for one kind of facts over a span.
  CubeQuery query(FactKind kind, const DaySpan& span, bool byDay) const;
  /// Kinds of facts that a term reads: lines where articles are asked for.
  FactKind kindOf(const FigureTerm& term) const;
  std::vector<FactKind> kinds() const;
  bool hasCurrency() const;
  QString spreadOf(FactKind kind) const; ///< the dimension that percentiles of this kind rank; empty: none
  FigureRates rates(const std::optional<Currency>& currency) const;

  /// The values of the dimensions, then the currency. `value(dim)` gives the fact's own; `day` the day it counts in.
  template <class Value>
  QStringList keys(qint64 day, Value value) const
  {
    QStringList all;
    for (const QString& dim : m_report.allDims())
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
  Currency m_rateCurrency;
  CubeQuery::Time m_time = CubeQuery::Time::None;
};

/// Endings of a figure's column key where a report compares.
inline const QString kBefore = QStringLiteral(".before"), kChange = QStringLiteral(".change");

inline DaySpan spanOf(const ReportSpec& spec)
{
  return {spec.from, spec.to};
}

inline std::optional<DaySpan> comparedTo(const ReportSpec& spec)
{
  return comparedSpan(spanOf(spec), spec.options.value(QStringLiteral("compare")));
}

Result<CubeGrouping> groupingOf(Connection& c, const CubeReport& report, const ReportSpec& spec);

} // namespace supercargo
