#pragma once

#include "core/base/deliver.h"
#include "ui/tables/cell.h"
#include "ui/tables/windowedmodel.h"

#include <QFuture>
#include <QHash>
#include <QMap>

#include <vector>

namespace supercargo {

/// Where the rows of a list come from. Both functions return at once; `after` is the last row of the window before.
template <class Row>
struct RowSource {
  std::function<QFuture<Result<std::vector<Row>>>(const std::optional<Row>& after, int limit)> window;
  std::function<QFuture<Result<std::vector<Row>>>(const std::vector<qint64>& ids)>
      again; ///< these rows as they are now
  std::function<qint64(const Row&)> id;
};

/// One list over a keyset query, however long: windows are read while scrolling, at most kWindowsKept stay in memory,
/// the others are read again by the last row before them. Answers to questions that no longer stand are dropped. GUI
/// thread.
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
    const std::optional<Row> after = window == 0 ? std::nullopt : m_lastRows.value(window - 1);
    if (!m_source.window || (window > 0 && !after))
      return;
    const int token = beginReading(window);
    deliver(m_source.window(after, kWindowRows), this, [this, window, token](Result<std::vector<Row>> rows) {
      if (endReading(window, token))
        rows ? takeWindow(window, std::move(*rows)) : takeError(rows.error());
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
  }

  void forgetWindow(int window) override { m_windows.remove(window); }
  bool hasWindow(int window) const override { return m_windows.contains(window); }
  QList<int> windowsHeld() const override { return m_windows.keys(); }

private:
  void takeWindow(int window, std::vector<Row> rows)
  {
    const int count = int(rows.size());
    if (window == 0) { // a new list, or the old one read again from the top
      beginResetModel();
      forget();
      store(window, std::move(rows));
      setRowsKnown(count, count < kWindowRows);
      endResetModel();
    } else if (window * kWindowRows >= rowCount()) {
      if (count > 0)
        beginInsertRows({}, rowCount(), rowCount() + count - 1);
      store(window, std::move(rows));
      setRowsKnown(rowCount() + count, count < kWindowRows);
      if (count > 0)
        endInsertRows();
    } else {
      store(window, std::move(rows));
      Q_EMIT dataChanged(index(window * kWindowRows, 0),
                         index(std::min(rowCount(), (window + 1) * kWindowRows) - 1, columnCount() - 1));
    }
    settle();
  }

  void store(int window, std::vector<Row> rows)
  {
    if (!rows.empty())
      m_lastRows.insert(window, rows.back());
    m_windows.insert(window, std::move(rows));
  }

  std::vector<Column<Row>> m_columns;
  RowSource<Row> m_source;
  QMap<int, std::vector<Row>> m_windows;
  QHash<int, std::optional<Row>> m_lastRows;
};

} // namespace supercargo
