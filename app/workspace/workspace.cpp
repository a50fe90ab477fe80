#include "app/workspace/workspace.h"

#include "core/db/backup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>

namespace supercargo {
namespace {

QString configFile(const QString& dir)
{
  return QDir(dir).filePath(QStringLiteral("workspace.json"));
}
QString sqliteFile(const QString& dir)
{
  return QDir(dir).filePath(QStringLiteral("workspace.sqlite"));
}

Result<void> checkPostgresUrl(const QString& url)
{
  const QUrl parsed(url);
  if (!parsed.isValid() || !parsed.scheme().startsWith(QStringLiteral("postgres")) || parsed.host().isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("not an address like postgresql://user@host:5432/name"),
                QStringLiteral("postgres"));
  if (!parsed.password().isEmpty() || QUrlQuery(parsed).hasQueryItem(QStringLiteral("password")))
    return fail(ErrorKind::Invalid,
                QStringLiteral("the address must not hold a password; put it into PGPASSWORD or .pgpass"),
                QStringLiteral("postgres"));
  return {};
}

/// What workspace.json says; without the file: SQLite in the folder.
Result<DatabaseConfig> readConfig(const QString& dir)
{
  DatabaseConfig config;
  config.sqliteFile = sqliteFile(dir);
  QFile file(configFile(dir));
  if (!file.exists())
    return config;
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorKind::Denied, file.errorString(), file.fileName());
  const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
  if (!json.isObject())
    return fail(ErrorKind::Invalid, QStringLiteral("workspace.json is not a JSON object"), file.fileName());
  for (const QString& key : json.object().keys())
    if (key != QStringLiteral("postgres"))
      return fail(ErrorKind::Invalid, QStringLiteral("workspace.json: unknown key \"%1\"").arg(key), file.fileName());
  config.postgresUrl = json.object().value(QStringLiteral("postgres")).toString();
  if (!config.postgresUrl.isEmpty())
    SC_TRY(checkPostgresUrl(config.postgresUrl));
  return config;
}

Result<void> writeConfig(const QString& dir, const QString& postgresUrl)
{
  QSaveFile file(configFile(dir));
  const QJsonObject object{{QStringLiteral("postgres"), postgresUrl}};
  if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit())
    return fail(ErrorKind::Denied, file.errorString(), file.fileName());
  return {};
}

Result<void> makeDir(const QString& dir)
{
  if (QFileInfo(dir).isDir())
    return {};
  if (!QDir().mkpath(dir))
    return fail(ErrorKind::Denied, QStringLiteral("the folder cannot be made"), dir);
  QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); // buyers' data: nobody else's
  return {};
}

Result<void> fillNew(const DatabaseConfig& config, const WorkspaceInfo& info, Protection protection,
                     const QByteArray& passphrase)
{
  SC_TRY_ASSIGN(connection, connectTo(config, false));
  return connection->transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(present, workspaceInfo(*connection));
    if (present)
      return fail(ErrorKind::Conflict, QStringLiteral("there is a workspace already: \"%1\"").arg(present->shopName));
    SC_TRY(saveWorkspaceInfo(*connection, info));
    SC_TRY(Vault::create(*connection, protection, passphrase));
    return {};
  });
}

void removeSqlite(const QString& file)
{
  for (const char* suffix : {"", "-wal", "-shm"})
    QFile::remove(file + QString::fromLatin1(suffix));
}

} // namespace

Instant systemNow()
{
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

QString defaultProfileDir()
{
  const QDir program(QCoreApplication::applicationDirPath());
  if (program.exists(QStringLiteral("portable")))
    return program.filePath(QStringLiteral("profile"));
  return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
      .filePath(QStringLiteral("supercargo"));
}

bool Workspace::exists(const QString& dir)
{
  return QFileInfo::exists(sqliteFile(dir)) || QFileInfo::exists(configFile(dir));
}

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& dir, const WorkspaceInfo& info,
                                                     Protection protection, const QByteArray& passphrase,
                                                     const QString& postgresUrl)
{
  if (!postgresUrl.isEmpty())
    SC_TRY(checkPostgresUrl(postgresUrl));
  SC_TRY(makeDir(dir));
  {
    SC_TRY_ASSIGN(lock, WorkspaceLock::take(dir, WorkspaceLock::Mode::Exclusive));
    if (exists(dir))
      return fail(ErrorKind::Conflict, QStringLiteral("there is a workspace already"), dir);
    DatabaseConfig config;
    config.sqliteFile = sqliteFile(dir);
    config.postgresUrl = postgresUrl;
    auto filled = fillNew(config, info, protection, passphrase);
    if (filled && !postgresUrl.isEmpty())
      filled = writeConfig(dir, postgresUrl);
    if (!filled) {
      removeSqlite(config.sqliteFile);
      return fail(filled.error());
    }
  }
  return open(dir);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& dir)
{
  if (!exists(dir))
    return fail(ErrorKind::NotFound, QStringLiteral("there is no workspace"), dir);
  SC_TRY_ASSIGN(lock, WorkspaceLock::take(dir, WorkspaceLock::Mode::Shared));
  SC_TRY_ASSIGN(config, readConfig(dir));
  SC_TRY_ASSIGN(connection, connectTo(config, false));
  SC_TRY_ASSIGN(info, workspaceInfo(*connection));
  if (!info)
    return fail(ErrorKind::NotFound, QStringLiteral("the database holds no workspace"), dir);
  return std::unique_ptr<Workspace>(new Workspace(dir, std::move(config), std::move(*info), std::move(lock)));
}

Result<void> Workspace::restore(const QString& dir, const QString& backupFile)
{
  SC_TRY(makeDir(dir));
  SC_TRY_ASSIGN(lock, WorkspaceLock::take(dir, WorkspaceLock::Mode::Exclusive));
  SC_TRY_ASSIGN(config, readConfig(dir));
  return restoreFrom(config, backupFile);
}

QString Workspace::settingsFile() const
{
  return QDir(m_dir).filePath(QStringLiteral("settings.ini"));
}

Result<std::shared_ptr<Vault>> Workspace::openVault(const QByteArray& passphrase) const
{
  SC_TRY_ASSIGN(connection, connectTo(m_config, true));
  return Vault::open(*connection, passphrase);
}

} // namespace supercargo
