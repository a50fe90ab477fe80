#pragma once

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "core/store/accounts.h"
#include "core/store/calls.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace supercargo {

/// The flight recorder as rows, newest first; older ones are read as the view nears its end.
class CallModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { Time, Account, Operation, Method, Path, Status, Duration, Bytes, Attempt, Fault, ColumnCount };

  CallModel(Database& db, QTimeZone zone, QObject* parent = nullptr);

  void setFilter(const CallFilter& filter);
  void setAccounts(const std::vector<AccountRow>& accounts);
  void reload();
  void retranslate();
  const CallRecord& call(int row) const { return m_rows.at(size_t(row)); }
  bool isLoaded() const { return m_loaded; }
  bool isSearching() const { return m_busy && m_next > 0; } ///< older calls are still being looked through

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
  void loaded();
  void failed(const supercargo::Error& error);

private:
  QString text(const CallRecord& call, int column) const;
  void read(qint64 after);
  static Result<CallPage> page(Connection& c, const CallFilter& filter, qint64 after);
  void take(std::vector<CallRecord> rows, bool isNewList);

  Database& m_db;
  QTimeZone m_zone;
  CallFilter m_filter;
  QHash<qint64, QString> m_accounts;
  std::vector<CallRecord> m_rows;
  int m_reading = 0; ///< number of the last reading; answers to earlier ones are dropped
  qint64 m_next = 0; ///< where to go on; 0: the end is reached
  bool m_busy = false, m_loaded = false;
};

} // namespace supercargo
