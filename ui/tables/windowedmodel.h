#pragma once

#include "core/base/error.h"

#include <QAbstractTableModel>
#include <QSet>

#include <optional>
#include <vector>

namespace supercargo {

constexpr int kWindowRows = 200;
constexpr int kWindowsKept = 24;
constexpr int kReadsAtOnce = 3;       ///< while a scroll bar is dragged only the place where it stops is worth reading
constexpr int kFarthestLeap = 10'000; ///< rows read through to reach a place that no source can seek
constexpr int kMostRows = 2'000'000;  ///< what a view can hold; who has more, filters

/// The part of RowModel that does not depend on the kind of row: which windows are wanted, asked for, kept; the state.
/// Rows that are expected but not read yet count as rows, so that a scroll bar spans the whole list.
class WindowedModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum class State { Loading, Empty, Failed, Full };

  explicit WindowedModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  State state() const { return m_state; }
  const Error& error() const { return m_error; }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_known; }

  /// Reads from the top again; the old rows stay until the new ones are there.
  void reload();
  /// The rows between are on screen: missing windows are read, near ones ahead of need, far ones forgotten.
  void setVisible(int first, int last);
  /// These rows changed: reads again those on screen.
  void noteChanged(const QSet<qint64>& ids);
  void retranslate();

  virtual std::optional<qint64> idAt(int row) const = 0;
  virtual int rowOf(qint64 id) const = 0;     ///< -1: not in memory
  virtual QList<int> windowsHeld() const = 0; ///< those in memory, of kWindowRows rows each
  int windowsInMemory() const { return int(windowsHeld().size()); }

Q_SIGNALS:
  void stateChanged();
  void windowRead();

protected:
  virtual void readWindow(int window) = 0;
  virtual void askTotal() = 0;
  virtual void readAgain(const std::vector<qint64>& ids) = 0;
  virtual void forget() = 0;
  virtual void forgetWindow(int window) = 0;
  virtual bool hasWindow(int window) const = 0;

  void clear();
  int generation() const { return m_generation; }
  int beginReading(int window);
  bool endReading(int window, int token); ///< false: the answer is stale
  /// `complete`: the list certainly ends there.
  void resize(int rows, bool complete);
  bool isComplete() const { return m_complete; }
  void settle();
  void takeError(const Error& error);

private:
  void readMissing();
  void setState(State state);

  State m_state = State::Loading;
  Error m_error;
  QSet<int> m_asked;
  int m_generation = 0, m_known = 0, m_firstVisible = 0, m_lastVisible = 0;
  bool m_complete = false;
};

} // namespace supercargo
