#pragma once

#include "core/db/database.h"
#include "core/store/accounts.h"
#include "core/store/workspace.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace supercargo {

/// The status bar's left end: whether the accounts are up to date, and as of when. Never says newer than it is: the
/// oldest account counts.
class SyncState : public QWidget {
  Q_OBJECT
public:
  SyncState(Database& db, Clock clock, const WorkspaceInfo& workspace, QWidget* parent = nullptr);
  void reload();
  void setDiskFull(bool full);

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Facts {
    std::vector<AccountRow> accounts;
    std::vector<StreamState> streams;
  };
  void show(const QString& icon, const QString& text, bool attention);
  void refresh();

  Database& m_db;
  Clock m_clock;
  QTimeZone m_zone;
  QLabel* m_icon;
  QLabel* m_text;
  QTimer m_tick;
  std::optional<Facts> m_facts;
  bool m_diskFull = false, m_reading = false, m_again = false;
};

} // namespace supercargo
