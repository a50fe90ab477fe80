#pragma once

#include "core/reports/report.h"
#include "core/store/facts.h"

namespace supercargo {

/// Sum of a measure over facts in certain states: +gross of valid orders, −refunded whatever the state.
struct FigureTerm {
  int sign = 1;
  QLatin1String measure;
  int states = kSold; ///< bits of SaleState that count; -1: all
  FactKind facts = FactKind::Order;
  QLatin1String rate = {};   ///< what one of them costs, as the reader states it (core/reports/rates.h); empty: 1
  bool isPercentage = false; ///< the rate is a share of the measure, not an amount for each
};

/// A key figure of the shop: its name, its formula in words and in terms. Without a base it is a sum. With one it is
/// value / base, and no value where the base is 0; money is then a mean, rounded half away from zero. With a spread it
/// is a percentile by nearest rank: of `value`'s facts, the hours that `share` of them do not exceed.
struct Figure {
  QString id;      ///< "net_sales"
  QString title;   ///< English; ui and cli translate by id
  QString formula; ///< English, in words
  ColumnKind kind = ColumnKind::Count;
  std::vector<FigureTerm> value, base;
  QLatin1String known, all;  ///< no value unless these measures of valid orders are equal; empty: always
  QLatin1String spread = {}; ///< the dimension whose numbers are ranked
  double share = 0;
};

/// All figures that are sums over facts, by group of the key-figure card.
const std::vector<Figure>& figures();
const Figure* findFigure(const QString& id);

/// A figure's formula in words, of cubes or of a report's own figures; empty: not known.
QString figureFormula(const QString& id);

/// The column a figure has in a report, by the column's key: also of a report's own figures, and of one column of a
/// cross table ("net_sales@2026-03").
ReportColumn figureColumn(const QString& key);

Basis basisOf(FactKind facts);

} // namespace supercargo
