#pragma once

#include "core/reports/report.h"
#include "core/store/facts.h"

namespace supercargo {

/// Sum of measures over facts in certain states: +gross −discount over valid orders.
struct FigureTerm {
  int sign = 1;
  QLatin1String measure;
  int states = kSold; ///< bits of SaleState that count; other facts have no state and pass
};

/// A key figure of the shop: its name, its formula in words and in terms. `kind` Money and Count are sums, Rate and
/// Number are `value / base` and no value when the base is 0; Money with a base is a mean, rounded half away from zero.
struct Figure {
  QString id;      ///< "net_sales"
  QString title;   ///< English; ui and cli translate by id
  QString formula; ///< English, in words
  ColumnKind kind = ColumnKind::Count;
  FactKind facts = FactKind::Order;
  std::vector<FigureTerm> value, base;
};

/// All figures that are sums over facts, by group of the key-figure card.
const std::vector<Figure>& figures();
const Figure* findFigure(const QString& id);

Basis basisOf(FactKind facts);

} // namespace supercargo
