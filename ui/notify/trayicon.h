#pragma once

#include "core/db/database.h"
#include "core/store/accounts.h"
#include "ui/notify/notice.h"

#include <QMenu>
#include <QSet>
#include <QSystemTrayIcon>
#include <QTimer>

namespace supercargo {

class Settings;

/// What a notice says: a title and a sentence, in the interface's language.
std::pair<QString, QString> noticeWords(const Notice& notice);
/// Where the window shows what the notice is about (MainWindow::open): "orders:order:12".
QString noticePlace(const Notice& notice);

/// The tray icon with its menu, and the notifications: grouped, silent in quiet hours. Without a tray it still groups
/// and emits `told`, so that the window can show them.
class TrayIcon : public QObject {
  Q_OBJECT
public:
  TrayIcon(Database& db, Settings& choices, Clock clock, const QTimeZone& zone, QObject* parent = nullptr);

  bool isShown() const { return m_icon.isVisible(); } ///< false: this system has no tray
  void setPaused(bool paused);                        ///< whether syncing stands still
  QMenu& menu() { return m_menu; }

Q_SIGNALS:
  void openRequested();
  void syncRequested();
  void pauseRequested(bool pause);
  void quitRequested();
  void told(const supercargo::Notice& notice);
  void noticeClicked(const supercargo::Notice& notice); ///< the window shows the thing

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void follow(const ChangeSet& changes);
  void findNewOrders(const QSet<qint64>& changed);
  void findTroubledAccounts();
  void noteForesight(const std::vector<AccountRow>& accounts);
  void findChanges();
  void findFailures();
  void findShortStock();
  void tell();
  void readSettings();
  void retranslate();

  Database& m_db;
  Settings& m_settings;
  Clock m_clock;
  QTimeZone m_zone;
  Instant m_started, m_stockSeen;
  NoticeGroup m_group;
  std::optional<Notice> m_last;
  qint64 m_toldOrders = 0; ///< of those placed since m_started
  QSet<qint64> m_troubled, m_foreseen;
  std::optional<qint64> m_failures, m_changes;
  bool m_firstAccounts = true, m_paused = false, m_isLooking = false, m_looksAgain = false;
  QTimer m_timer;
  QMenu m_menu;
  QAction *m_open = nullptr, *m_sync = nullptr, *m_pause = nullptr, *m_quit = nullptr;
  QSystemTrayIcon m_icon;
};

} // namespace supercargo
