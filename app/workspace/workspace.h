#pragma once

#include "app/workspace/workspacelock.h"
#include "core/db/database.h"
#include "core/security/vault.h"
#include "core/store/workspace.h"

#include <memory>

namespace supercargo {

/// The real clock; everything below app/ is given it.
Instant systemNow();

/// Where the desktop's workspace is: the folder "profile" beside the program when a file "portable" lies there, else
/// the user's data folder (XDG_DATA_HOME/supercargo, %APPDATA%\supercargo, ~/Library/Application Support/supercargo).
QString defaultProfileDir();

/// A folder with everything of one shop: workspace.sqlite, settings.ini, backups. With {"postgres": "postgresql://…"}
/// in workspace.json the data are on that server instead; its password comes from PGPASSWORD or .pgpass, never from the
/// file.
///
/// Several processes may have one workspace open, so that the command line works beside the window: SQLite's
/// write-ahead log lets them read while one writes, and writers wait for each other. Only making and restoring one need
/// it alone.
class Workspace {
public:
  static bool exists(const QString& dir);

  /// Makes a workspace; leaves nothing behind when it fails. `postgresUrl` empty: SQLite. Errors: Conflict when there
  /// is one already, Locked when `protection` is Keychain and none answers, Invalid for a url with a password in it.
  static Result<std::unique_ptr<Workspace>> create(const QString& dir, const WorkspaceInfo& info, Protection protection,
                                                   const QByteArray& passphrase, const QString& postgresUrl = {});

  /// Opens and, if the program is newer, migrates. Blocks: call it before there is a window. Errors: NotFound when
  /// there is no workspace, Conflict when it is of a newer program, Locked while one is being restored.
  static Result<std::unique_ptr<Workspace>> open(const QString& dir);

  /// Replaces the data of the workspace in `dir` (or makes one there) with a backup's. Locked when it is open anywhere.
  static Result<void> restore(const QString& dir, const QString& backupFile);

  const QString& dir() const { return m_dir; }
  const WorkspaceInfo& info() const { return m_info; }
  const DatabaseConfig& databaseConfig() const { return m_config; }
  QString settingsFile() const; ///< for core/settings

  /// For the desktop and for syncing. The caller keeps it and lets it die before the workspace.
  Result<std::unique_ptr<Database>> openDatabase() const { return Database::open(m_config); }
  /// A connection of the calling thread's own, for the command line.
  Result<std::unique_ptr<Connection>> connect(bool readOnly) const { return connectTo(m_config, readOnly); }
  /// Locked: passphrase missing or wrong, or the keychain refused. Takes about a tenth of a second (scrypt).
  Result<std::shared_ptr<Vault>> openVault(const QByteArray& passphrase) const;

private:
  Workspace(QString dir, DatabaseConfig config, WorkspaceInfo info, WorkspaceLock lock)
      : m_dir(std::move(dir)), m_config(std::move(config)), m_info(std::move(info)), m_lock(std::move(lock))
  {
  }

  QString m_dir;
  DatabaseConfig m_config;
  WorkspaceInfo m_info;
  WorkspaceLock m_lock;
};

} // namespace supercargo
