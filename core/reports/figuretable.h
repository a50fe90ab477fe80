#pragma once

#include "core/reports/report.h"

#include <map>

namespace supercargo {

/// A figure of a report that walks its things itself (stock, calls, payments) rather than cubes of sales.
struct TableFigure {
  enum How {
    Sum,      ///< of amounts
    Quotient, ///< value / base; money is rounded half away from zero
    Ranked    ///< the amount that `share` of all do not exceed: 0 the least, 0.5 half of them, 1 the most
  };
  QString key, title, formula; ///< English
  ColumnKind kind = ColumnKind::Count;
  How how = Sum;
  double share = 0;
};
inline TableFigure tableFigure(const char* key, const char* title, ColumnKind kind, TableFigure::How how,
                               const char* formula, double share = 0)
{
  return {QLatin1String(key), QString::fromUtf8(title), QString::fromUtf8(formula), kind, how, share};
}

/// Whether the spec asks for this shop.
bool concernsAccount(const ReportSpec& spec, qint64 account);

/// A head of rows: what they are told apart by.
inline ReportColumn tableHead(const char* key, const char* title)
{
  return {QLatin1String(key), {}, QLatin1String(title), ColumnKind::Text};
}

/// The head that `by` asks for: "day", "week" or "month", or "shop", whose ids stand in the rows; else months.
ReportColumn periodHead(const QString& by);
/// The option "by" with these choices, months unless something else is chosen.
ReportOption byPeriodOrShop();
/// The row's key under that head.
QString periodOrShop(const QString& by, const QString& shop, qint64 day);

struct TableShape {
  std::vector<ReportColumn> heads; ///< what rows are told apart by; "currency" tells totals apart, too
  QStringList labels;              ///< of these heads, those that only describe
  std::vector<TableFigure> figures;
  QString sortBy;        ///< a figure: largest first; empty: by the heads
  bool hasTotals = true; ///< false where things stand in several rows, so that a total would count them twice
  const TableFigure* figure(const QString& key) const;
};

/// What one figure of one row is made of so far. A figure that nothing was added to has no value.
struct TableSum {
  bool isKnown = false, lacksSome = false;
  qint64 value = 0, base = 0;
  std::vector<qint64> ranked; ///< in no order
  void add(const TableSum& other);
};

/// A row of the table while it is filled: the values of its heads and its sums.
using TableLine = std::pair<const QStringList, std::vector<TableSum>>;

/// Takes what things add to figures and makes of it either the report or, for one figure, its rows: the same walk
/// serves both, so that rows and figures cannot part.
class FigureTable {
public:
  FigureTable(TableShape shape, const ReportSpec& spec) : m_shape(std::move(shape)), m_spec(spec) {}
  /// Collects the rows of one figure. Errors: Invalid, no such figure.
  Result<void> collect(const QString& columnKey, const Slice& slice);

  /// The row with these values of the heads that are no labels, which stays where it is; null: nobody asked for it.
  TableLine* line(const QStringList& keys);
  size_t place(const char* figure) const; ///< of a figure in the shape
  /// For walks over very many things: the row and the figure are found before. See below.
  void add(TableLine& line, size_t place, qint64 amount, const FigureRow& what,
           FigureRow::Part part = FigureRow::Part::Value);
  /// `keys`: the values of the heads that are no labels. An amount of 0 says that the figure is known.
  void add(const QStringList& keys, const char* figure, qint64 amount, const FigureRow& what,
           FigureRow::Part part = FigureRow::Part::Value);
  /// Something of this figure is not known: it has no value, and neither has its total.
  void setUnknown(const QStringList& keys, const char* figure);
  /// Makes a row appear though nothing is added to it.
  void addRow(const QStringList& keys);
  /// What a value of a head is shown as, or what a label says beside a value of the first head.
  void name(const QString& head, const QString& value, const ReportCell& cell) { m_names[head].insert(value, cell); }

  void addNote(const QString& note) { m_notes.append(note); } ///< English; a word before a colon says which

  const ReportSpec& spec() const { return m_spec; }
  bool concerns(qint64 account) const { return concernsAccount(m_spec, account); }
  ReportResult result() const;
  Result<std::vector<FigureRow>> rows(Connection& c); ///< with their names, oldest first

private:
  using Sums = std::vector<TableSum>;

  QStringList keyNames() const;
  QString currencyOf(const QStringList& keys) const;
  bool isMeant(const QStringList& keys) const;
  ReportRow rowFor(const QStringList& keys, const Sums& sums, bool isTotal) const;
  void sort(std::vector<ReportRow>& rows) const;

  TableShape m_shape;
  const ReportSpec& m_spec;
  std::map<QStringList, Sums> m_sums;
  QHash<QString, QHash<QString, ReportCell>> m_names;
  QStringList m_notes;
  std::optional<size_t> m_wanted; ///< the figure whose rows are collected
  Slice m_slice;
  std::vector<FigureRow> m_rows;
};

/// Tells number, text and time of rows that only say which order, payment or parcel they are, and puts the oldest
/// first.
Result<void> nameRows(Connection& c, std::vector<FigureRow>& rows);

/// Shows shops by their names where `head` holds their ids.
Result<void> nameShops(Connection& c, FigureTable& table, const char* head);

/// The functions of a definition out of its shape and its walk.
template <TableShape (*Shape)(const ReportSpec&), Result<void> (*Walk)(Connection&, FigureTable&)>
struct TableDefinition {
  static Result<ReportResult> run(Connection& c, const ReportSpec& spec)
  {
    FigureTable table(Shape(spec), spec);
    SC_TRY(Walk(c, table));
    return table.result();
  }
  static Result<std::vector<FigureRow>> rowsOf(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                               const Slice& slice)
  {
    FigureTable table(Shape(spec), spec);
    SC_TRY(table.collect(columnKey, slice));
    SC_TRY(Walk(c, table));
    return table.rows(c);
  }
  static ReportDefinition definition(const char* id, const char* title, const char* about, Basis basis,
                                     std::vector<ReportOption> options = {})
  {
    ReportDefinition made{
        QLatin1String(id), 1, QLatin1String(title), QLatin1String(about), basis, std::move(options), run, rowsOf};
    made.figures = [] { return Shape(ReportSpec()).figures; };
    return made;
  }
};

} // namespace supercargo
