#pragma once

#include "core/db/connection.h"
#include "core/store/daycut.h"

#include <array>

namespace supercargo {

/// Facts are the rows behind every figure: one for each order, line, refund …, with what it can be grouped by and what
/// of it can be added up. Day cubes (core/store/daycubes.h) are sums of facts; a figure's rows are the facts
/// themselves.
enum class FactKind {
  Order,   ///< an order, on the day it was placed
  Line,    ///< a line of an order; discounts and refunds of the whole order are shared out over its lines
  Refund,  ///< money that went back, on the day it went
  Paid,    ///< what an order's buyer paid, on the day of payment
  Tries,   ///< an order's tries to pay at one gateway, on the day it was placed, once the first of them has ended
  Sold,    ///< a line of an order that asks for goods of a SKU: no draft, neither unpaid, cancelled nor gone
  Gateway, ///< a payment at a gateway, on the day it was paid or else its order was placed
  Parcel   ///< a parcel, on the day it was handed over or else became known
};

/// How far a sale got: decides what an order counts for.
enum SaleState { kUnpaidSale = 1, kValidSale = 2, kCancelledSale = 4, kCancelledPaidSale = 8 };
constexpr int kSold = kValidSale;
constexpr int kCancelled = kCancelledSale | kCancelledPaidSale;
constexpr int kPlaced = kUnpaidSale | kValidSale | kCancelled;
QString saleStateName(SaleState state); ///< "valid"
int saleStateNamed(QStringView name);   ///< 0: none
/// Waiting for payment: unpaid. Cancelled: with or without money received. Everything else is a sale.
SaleState saleState(const QString& orderStatus, qint64 paidMinor);

/// Names of a kind's dimensions and measures, in the order in which a fact holds them.
struct FactShape {
  QStringList dims, measures;
  bool isDated = false; ///< counts on a day of its own, not its order's
  qsizetype dim(QStringView name) const;
  qsizetype measure(QLatin1String name) const;
  qsizetype measure(const QString& name) const { return measures.indexOf(name); }
};
const FactShape& factShape(FactKind kind);

/// Room for the measures of any kind.
using FactMeasures = std::array<qint64, 26>;

struct Fact {
  qint64 day = 0;    ///< local day it counts in, days since 1970
  qint64 origin = 0; ///< local day of its source row, by which it is found again
  std::array<QString, 10> dims;
  FactMeasures measures{};
  qint64 id = 0;       ///< order, payment or parcel
  qint64 position = 0; ///< of a line
  qint64 customer = 0; ///< of an order; 0: nobody known
  QString label;       ///< number of the order, payment or parcel
  QString detail;      ///< title, reason, courier
  Instant at{};
};

/// Calls `sink` for every fact of `kind` whose source row lies in the local days [from, before): facts of one order
/// together, oldest order first. Undated kinds count on these very days. `withBuyers`: tells BuyerDims, too.
Result<void> eachFact(Connection& c, FactKind kind, const DayCut& cut, qint64 from, qint64 before, bool withBuyers,
                      const std::function<void(const Fact&)>& sink);

/// Facts of several kinds that come from the same rows, in one pass.
Result<void> eachFact(Connection& c, const std::vector<FactKind>& kinds, const DayCut& cut, qint64 from, qint64 before,
                      const std::function<void(FactKind, const Fact&)>& sink);

/// Dimensions of orders that no cube keeps, since an older order that comes in later changes them: `eachFact` tells
/// them only where it is asked to.
struct BuyerDims {
  static constexpr QLatin1String customer{"customer"}; ///< id; empty: nobody known
  static constexpr QLatin1String newness{"newness"};   ///< "new": no earlier sale; "returning"; "guest": nobody known
  static bool areIn(const QStringList& dims) { return dims.contains(customer) || dims.contains(newness); }
};

} // namespace supercargo
