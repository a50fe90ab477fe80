#pragma once

#include "core/reports/report.h"

#include <compare>
#include <map>

namespace supercargo {

/// What the figures of a run were made of, thing by thing, and how its orders stood: enough to say later why a figure
/// is another.
struct RunParts {
  /// An order, refund, payment, parcel or article. Lines of an order are told as their order.
  struct Thing {
    FigureRow::Thing kind = FigureRow::Thing::Order;
    qint64 order = 0; ///< 0: none
    QString number, currency;
    std::strong_ordering operator<=>(const Thing&) const = default;
  };
  struct Amount {
    qint64 value = 0, base = 0; ///< of a quotient: both its parts
  };
  struct Order {
    int state = 0; ///< SaleState
    qint64 total = 0, refunded = 0;
    bool operator==(const Order&) const = default;
  };
  using Amounts = std::map<Thing, Amount>;

  std::map<qint64, Order> orders; ///< those placed in the run's days, and those its figures name
  QMap<QString, Amounts> figures; ///< by column
};

/// Gathers the parts of all figures of a report, or of one column. Reads every row behind them: for a database thread.
/// Errors: Invalid, no figures to explain (a list of single orders); TooLarge, over 300,000 orders or a million parts.
Result<RunParts> runParts(Connection& c, const ReportSpec& spec, const QString& onlyColumn = {});

QByteArray packedParts(const RunParts& parts);
Result<RunParts> unpackedParts(const QByteArray& bytes); ///< BadResponse: not what `packedParts` made

} // namespace supercargo
