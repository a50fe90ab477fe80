#pragma once

#include "core/base/deliver.h"
#include "ui/tables/cell.h"
#include "ui/tables/windowedmodel.h"

#include <QFuture>
#include <QHash>
#include <QMap>

#include <vector>

namespace supercargo {

/// A place in a list: what is read after `after` begins with this row.
template <class Row>
struct RowAnchor {
  int row = 0;
  Row after;
};

/// Where the rows of a list come from. All functions return at once; `after` is the last row of the window before.
template <class Row>
struct RowSource {
  std::function<QFuture<Result<std::vector<Row>>>(const std::optional<Row>& after, int limit)> window;
  std::function<QFuture<Result<std::vector<Row>>>(const std::vector<qint64>& ids)>
      again; ///< these rows as they are now
  std::function<qint64(const Row&)> id;
  /// About how many rows there are; may be missing, then the list grows while it is scrolled.
  std::function<QFuture<Result<qint64>>()> total;
  /// A place at or a little before the row, found without reading through; may be missing.
  std::function<QFuture<Result<RowAnchor<Row>>>(int row)> seek;
};

/// One list over a keyset query, however long: windows are read while scrolling, at most kWindowsKept stay in memory,
/// the others are read again by the last row before them, or by seeking. Answers to questions that no longer stand are
/// dropped. GUI thread.
template <class Row>
class RowModel : public WindowedModel {
public:
  RowModel(std::vector<Column<Row>> columns, QObject* parent = nullptr)
      : WindowedModel(parent), m_columns(std::move(columns))
  {
  }

  /// A new question: forgets all rows and reads the first window.
  void setSource(RowSource<Row> source)
  {
    m_source = std::move(source);
    clear();
    reload();
  }

  const std::vector<Column<Row>>& columns() const { return m_columns; }

  const Row* row(int index) const
  {
    const auto window = m_windows.constFind(index / kWindowRows);
    if (window == m_windows.cend() || index < 0 || size_t(index % kWindowRows) >= window->size())
      return nullptr;
    return &(*window)[size_t(index % kWindowRows)];
  }

  std::optional<qint64> idAt(int index) const override
  {
    const Row* found = row(index);
    return found ? std::optional(m_source.id(*found)) : std::nullopt;
  }

  int rowOf(qint64 id) const override
  {
    for (auto window = m_windows.cbegin(); window != m_windows.cend(); ++window)
      for (size_t i = 0; i < window->size(); ++i)
        if (m_source.id((*window)[i]) == id)
          return window.key() * kWindowRows + int(i);
    return -1;
  }

  QList<int> windowsHeld() const override { return m_windows.keys(); }

  int columnCount(const QModelIndex& parent = {}) const override
  {
    return parent.isValid() ? 0 : int(m_columns.size());
  }

  QVariant headerData(int section, Qt::Orientation orientation, int role) const override
  {
    if (orientation != Qt::Horizontal || size_t(section) >= m_columns.size())
      return {};
    if (role == Qt::DisplayRole)
      return m_columns[size_t(section)].title();
    return role == Qt::TextAlignmentRole ? QVariant(int(m_columns[size_t(section)].align | Qt::AlignVCenter))
                                         : QVariant();
  }

  QVariant data(const QModelIndex& index, int role) const override
  {
    const Row* shown = row(index.row());
    if (!shown)
      return {};
    const Column<Row>& column = m_columns[size_t(index.column())];
    if (role == Qt::TextAlignmentRole)
      return int(column.align | Qt::AlignVCenter);
    if (role == Qt::UserRole)
      return column.raw ? column.raw(*shown) : QVariant(column.cell(*shown).text);
    if (role == kCellRole)
      return QVariant::fromValue(column.cell(*shown));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
      return {};
    const Cell cell = column.cell(*shown);
    return cell.muted.isEmpty() ? cell.text : cell.muted + cell.text;
  }

protected:
  void readWindow(int window) override
  {
    if (!m_source.window)
      return;
    const int first = window * kWindowRows, token = beginReading(window);
    const auto known = knownBefore(window);
    if (!m_source.seek || first - known.first <= kWindowRows)
      return readFrom(known.first, known.second, window, token);
    deliver(m_source.seek(first), this, [=, this](const Result<RowAnchor<Row>>& found) {
      if (found && found->row <= first && found->row > known.first)
        readFrom(found->row, found->after, window, token);
      else
        readFrom(known.first, known.second, window, token);
    });
  }

  void askTotal() override
  {
    if (!m_source.total)
      return;
    const int token = generation();
    deliver(m_source.total(), this, [this, token](const Result<qint64>& total) {
      if (token != generation() || !total)
        return;
      m_total = int(std::min<qint64>(*total, kMostRows));
      if (hasWindow(0) && !isComplete())
        resize(std::max(rowCount(), expected()), false);
    });
  }

  void readAgain(const std::vector<qint64>& ids) override
  {
    if (!m_source.again)
      return;
    const int token = generation();
    deliver(m_source.again(ids), this, [this, token](Result<std::vector<Row>> rows) {
      if (token != generation() || !rows)
        return;
      for (Row& fresh : *rows)
        if (const int at = rowOf(m_source.id(fresh)); at >= 0) {
          m_windows[at / kWindowRows][size_t(at % kWindowRows)] = std::move(fresh);
          Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
        }
    });
  }

  void forget() override
  {
    m_windows.clear();
    m_lastRows.clear();
    m_total = 0;
  }

  void forgetWindow(int window) override { m_windows.remove(window); }
  bool hasWindow(int window) const override { return m_windows.contains(window); }

private:
  /// Ids that the list's users hold on to by their rows: current row, selection, where a selection began.
  QList<std::optional<qint64>> idsHeldOnTo() const
  {
    QList<std::optional<qint64>> ids;
    for (const QModelIndex& held : persistentIndexList())
      ids.append(idAt(held.row()));
    return ids;
  }

  /// The rows are read again: what was held on to stands elsewhere, or is no longer in memory.
  void follow(const QList<std::optional<qint64>>& ids)
  {
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i) {
      const int at = ids[i] ? rowOf(*ids[i]) : -1;
      to.append(at >= 0 ? index(at, from[i].column()) : QModelIndex());
    }
    changePersistentIndexList(from, to);
  }

  /// The nearest row before the window that something was read up to, and how many rows lie before what follows it.
  std::pair<int, std::optional<Row>> knownBefore(int window) const
  {
    auto last = m_lastRows.lowerBound(window);
    if (last == m_lastRows.cbegin())
      return {0, std::nullopt};
    --last;
    return {(last.key() + 1) * kWindowRows, *last};
  }

  /// Reads what follows `after`, which begins with the row `start`, up to the end of the window.
  void readFrom(int start, const std::optional<Row>& after, int window, int token)
  {
    const int limit = (window + 1) * kWindowRows - start;
    deliver(m_source.window(after, limit), this, [=, this](Result<std::vector<Row>> rows) {
      if (!endReading(window, token))
        return;
      rows ? takeRows(start, limit, window, std::move(*rows)) : takeError(rows.error());
    });
  }

  void takeRows(int start, int limit, int window, std::vector<Row> rows)
  {
    const int end = start + int(rows.size()), first = window * kWindowRows;
    const bool ends = int(rows.size()) < limit;
    const auto held = window == 0 ? idsHeldOnTo() : QList<std::optional<qint64>>();
    if (window == 0) { // a new list, or the old one read again from the top
      const int total = m_total;
      forget();
      m_total = total;
    }
    rows.erase(rows.begin(), rows.begin() + std::min<qsizetype>(first - start, qsizetype(rows.size())));
    if (!rows.empty())
      store(window, std::move(rows));
    const bool endKnown = ends || (window > 0 && isComplete() && end <= rowCount());
    resize(ends ? end : std::max({window == 0 ? 0 : rowCount(), end, endKnown ? 0 : expected()}), endKnown);
    if (window == 0)
      follow(held);
    if (rowCount() > first)
      Q_EMIT dataChanged(index(first, 0), index(std::min(rowCount(), first + kWindowRows) - 1, columnCount() - 1));
    Q_EMIT windowRead();
    settle();
  }

  /// How long the list shows itself while its end was not seen: no farther than can be leapt.
  int expected() const
  {
    const int deepest = m_lastRows.isEmpty() ? 0 : (m_lastRows.lastKey() + 1) * kWindowRows;
    return m_source.seek ? m_total : std::min(m_total, deepest + kFarthestLeap);
  }

  void store(int window, std::vector<Row> rows)
  {
    if (rows.size() == kWindowRows)
      m_lastRows.insert(window, rows.back());
    m_windows.insert(window, std::move(rows));
  }

  std::vector<Column<Row>> m_columns;
  RowSource<Row> m_source;
  QMap<int, std::vector<Row>> m_windows;
  QMap<int, Row> m_lastRows;
  int m_total = 0; ///< 0: not told
};

} // namespace supercargo
