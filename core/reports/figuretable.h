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
  std::map<qint64, qint64> ranks; ///< amount -> how many
  void add(const TableSum& other);
};

/// Takes what things add to figures and makes of it either the report or, for one figure, its rows: the same walk
/// serves both, so that rows and figures cannot part.
class FigureTable {
public:
  FigureTable(TableShape shape, const ReportSpec& spec) : m_shape(std::move(shape)), m_spec(spec) {}
  /// Collects the rows of one figure. Errors: Invalid, no such figure.
  Result<void> collect(const QString& columnKey, const Slice& slice);

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
  bool concerns(qint64 account) const; ///< whether the spec asks for this shop
  ReportResult result() const;
  std::vector<FigureRow> rows();

private:
  using Sums = std::vector<TableSum>;

  QStringList keyNames() const;
  TableSum& sumOf(const QStringList& keys, const TableFigure& figure);
  QString currencyOf(const QStringList& keys) const;
  bool isMeant(const QStringList& keys) const;
  ReportRow rowFor(const QStringList& keys, const Sums& sums, bool isTotal) const;
  void sort(std::vector<ReportRow>& rows) const;

  TableShape m_shape;
  const ReportSpec& m_spec;
  QMap<QStringList, Sums> m_sums;
  QHash<QString, QHash<QString, ReportCell>> m_names;
  QStringList m_notes;
  std::optional<QString> m_wanted; ///< the figure whose rows are collected
  Slice m_slice;
  std::vector<FigureRow> m_rows;
};

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
    return table.rows();
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
