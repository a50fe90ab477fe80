#pragma once

#include "core/base/error.h"

#include <QAbstractTableModel>
#include <QSet>

#include <optional>
#include <vector>

namespace supercargo {

constexpr int kWindowRows = 200;
constexpr int kWindowsKept = 24;

/// The part of RowModel that does not depend on the kind of row: which windows are wanted, asked for, kept; the state.
class WindowedModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum class State { Loading, Empty, Failed, Full };

  explicit WindowedModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  State state() const { return m_state; }
  const Error& error() const { return m_error; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_known; }
  bool canFetchMore(const QModelIndex& parent) const override
  {
    return !parent.isValid() && m_known > 0 && !m_complete;
  }
  void fetchMore(const QModelIndex& parent) override;

  /// Reads from the top again; the old rows stay until the new ones are there.
  void reload();
  /// The rows between are on screen: missing windows are read, the next one ahead of need, far ones forgotten.
  void setVisible(int first, int last);
  /// These rows changed: reads again those on screen.
  void noteChanged(const QSet<qint64>& ids);
  void retranslate();

  virtual std::optional<qint64> idAt(int row) const = 0;
  virtual int rowOf(qint64 id) const = 0; ///< -1: not in memory
  int windowsInMemory() const { return int(windowsHeld().size()); }

Q_SIGNALS:
  void stateChanged();

protected:
  virtual void readWindow(int window) = 0;
  virtual void readAgain(const std::vector<qint64>& ids) = 0;
  virtual void forget() = 0;
  virtual void forgetWindow(int window) = 0;
  virtual bool hasWindow(int window) const = 0;
  virtual QList<int> windowsHeld() const = 0;

  void clear();
  int generation() const { return m_generation; }
  int beginReading(int window);
  bool endReading(int window, int token); ///< false: the answer is stale
  void setRowsKnown(int rows, bool complete);
  void settle();
  void takeError(const Error& error);

private:
  void setState(State state);

  State m_state = State::Loading;
  Error m_error;
  QSet<int> m_asked;
  int m_generation = 0, m_known = 0, m_firstVisible = 0, m_lastVisible = 0;
  bool m_complete = false;
};

} // namespace supercargo
