#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/money.h"
#include "core/db/connection.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

/// Every number on screen is a report: a function from a spec to a plain result. Table, chart, CSV, workbook, page and
/// journal render that result, and every figure in it can list the rows it is made of.
namespace supercargo {

/// The date that decides in which day something counts.
enum class Basis {
  Placed,
  Paid,
  Shipped,
  Refunded,
  Settled,
  Happened, ///< on its own day: a movement of stock, a count, a claim
  Present   ///< as of now, no span of days
};
QString basisName(Basis basis); ///< "placed"

enum class ColumnKind { Text, Count, Money, Rate, Number, Day, Moment, Hours };
QString columnKindName(ColumnKind kind); ///< "money"

/// No value is std::monostate: an empty denominator, an unknown cost. It is never 0.
/// Text -> QString, Count -> qint64, Money -> Money, Rate, Number and Hours -> double, Day -> QDate, Moment -> Instant.
using ReportCell = std::variant<std::monostate, QString, qint64, double, Money, QDate, Instant>;
bool isNothing(const ReportCell& cell);

/// One column. `title` and `formula` are English, for files; ui and cli translate by `key` and `figure`.
struct ReportColumn {
  QString key;    ///< unique in the result: "province", "net_sales", "net_sales.before"
  QString figure; ///< id of the figure (core/reports/figures.h); empty for a dimension
  QString title;
  ColumnKind kind = ColumnKind::Text;
  /// Of a cross table: the dimension across and the value of it that this column is for; empty: all of them.
  QString acrossBy = {}, across = {};
  bool operator==(const ReportColumn&) const = default;
};

/// Raw values of the dimensions that a row stands for: {"currency": "CNY", "province": "浙江省"}. Enough to drill.
using Slice = QMap<QString, QString>;

struct ReportRow {
  std::vector<ReportCell> cells;
  Slice slice;
  bool operator==(const ReportRow&) const = default;
};

/// What to compute. Equal data and equal specs give equal bytes, so "today" is resolved before (core/reports/span.h).
struct ReportSpec {
  QString report;                  ///< id of a definition
  int version = 0;                 ///< 0: the newest
  QDate from, to;                  ///< local days, both included; a null one is open
  std::vector<AccountId> accounts; ///< empty: all shops
  QString currency;                ///< empty: a row for each currency; they are never added
  QByteArray timeZone;             ///< IANA id; empty: the workspace's
  Instant now{};                   ///< ages, "overdue" and open ends are measured from here
  QMap<QString, QString> options;  ///< the definition's own, see ReportOption
  bool operator==(const ReportSpec&) const = default;
};

/// A choice that a definition offers: {"grain", {"day", "week", "month"}, "day"}. No choices: free text or number.
struct ReportOption {
  QString name;
  QStringList choices;
  QString fallback;
};

struct ReportResult {
  ReportSpec spec; ///< with version, time zone, options and open days filled in
  Basis basis = Basis::Placed;
  std::vector<ReportColumn> columns;
  std::vector<ReportRow> rows;
  std::vector<ReportRow> totals; ///< one for each currency; empty when there is nothing to total
  QStringList notes;             ///< English: what a reader must know; ids before a colon are translated by ui
  QString snapshot;              ///< names the state of the data: equal while no order, payment or parcel changed
  QByteArray hash;               ///< SHA-256 of columns, rows, totals and notes, hexadecimal
};

/// One thing that a figure is made of. A figure that is a quotient has rows for both of its parts.
struct FigureRow {
  enum class Thing { Order, Line, Refund, Payment, Parcel, Sku, Account };
  enum class Part { Value, Base }; ///< of a quotient: numerator and denominator
  Thing thing = Thing::Order;
  Part part = Part::Value;
  std::optional<OrderId> order; ///< what to open
  qint64 id = 0;                ///< of a payment or parcel that `nameRows` is to name; 0: none
  QString number, text;         ///< of the order, payment or parcel; what it is
  std::optional<Instant> at;    ///< on the basis
  qint64 amount = 0;            ///< minor units or a count: adds up to the figure; of a percentile: what is ranked
  QString currency;             ///< empty for counts
};

struct TableFigure;
using RowSink = std::function<Result<void>(const ReportRow&)>;

struct ReportDefinition {
  QString id; ///< "sales.product"
  int version = 1;
  QString title, about; ///< English
  Basis basis = Basis::Placed;
  std::vector<ReportOption> options;
  /// Both get a spec that is complete and checked, on a connection that sees one state of the data.
  Result<ReportResult> (*run)(Connection&, const ReportSpec&) = nullptr;
  Result<std::vector<FigureRow>> (*rowsOf)(Connection&, const ReportSpec&, const QString& columnKey,
                                           const Slice& slice) = nullptr;
  /// Only reports with a row for each of many things have these: the columns, and a run that hands out row by row,
  /// without slices.
  std::vector<ReportColumn> (*columns)() = nullptr;
  Result<ReportResult> (*stream)(Connection&, const ReportSpec&, const RowSink&) = nullptr;
  /// Figures that are this report's alone (core/reports/figuretable.h).
  std::vector<TableFigure> (*figures)() = nullptr;
};

/// All reports, in the order of the gallery (core/reports/definitions.cpp: one line each).
const std::vector<ReportDefinition>& reportDefinitions();
const ReportDefinition* findReport(const QString& id);

/// Fills in version, zone, open days and defaults. Errors: NotFound (no such report, version or shop), Invalid
/// (days reversed, unknown option or choice, unknown zone or currency).
Result<ReportSpec> completed(Connection& c, ReportSpec spec);

/// Runs a report; outside of a transaction, in a database thread or with a connection of one's own. Errors as above,
/// and Database.
Result<ReportResult> runReport(Connection& c, const ReportSpec& spec);

/// The same for a report that streams: the result has everything but the rows and the hash.
Result<ReportResult> streamReport(Connection& c, const ReportSpec& spec, const RowSink& sink);

/// What a figure is made of: the orders, lines, refunds, payments or parcels whose amounts add up to the cell of
/// column `columnKey` in the row with this slice (an empty slice: all rows of the report; {"currency"}: a total).
/// Oldest first.
Result<std::vector<FigureRow>> rowsOf(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                      const Slice& slice);

} // namespace supercargo
