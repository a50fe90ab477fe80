#include "app/cli/rowlist.h"
#include "core/db/backup.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace supercargo::cli {
namespace {

Outcome<WorkspaceInfo> wantedInfo(Session& session)
{
  for (const QString& option : {QStringLiteral("--shop"), QStringLiteral("--currency"), QStringLiteral("--time-zone")})
    if (session.value(option).trimmed().isEmpty())
      return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option), option);
  WorkspaceInfo info;
  info.shopName = session.value(QStringLiteral("--shop"));
  info.timeZone = session.value(QStringLiteral("--time-zone"));
  if (!QTimeZone(info.timeZone.toUtf8()).isValid())
    return wrongUse(
        QCoreApplication::translate("cli", "there is no time zone \"%1\"").arg(info.timeZone),
        QStringLiteral("--time-zone"),
        QCoreApplication::translate("cli", "Names are like Asia/Shanghai, Europe/Berlin, America/New_York."));
  const auto currency = Currency::of(session.value(QStringLiteral("--currency")));
  if (!currency)
    return wrongUse(QCoreApplication::translate("cli", "there is no currency \"%1\"")
                        .arg(session.value(QStringLiteral("--currency"))),
                    QStringLiteral("--currency"),
                    QCoreApplication::translate("cli", "Codes are like CNY, EUR, USD (ISO 4217)."));
  info.currency = *currency;
  info.createdAt = systemNow();
  info.simulated = session.has(QStringLiteral("--simulated"));
  return info;
}

/// As asked for; without a word a given passphrase decides.
Outcome<Protection> wantedProtection(Session& session, const QByteArray& passphrase)
{
  const QString protect = session.value(QStringLiteral("--protect"));
  if (protect.isEmpty())
    return passphrase.isEmpty() ? Protection::Keychain : Protection::Passphrase;
  if (protect == QStringLiteral("keychain"))
    return Protection::Keychain;
  if (protect != QStringLiteral("passphrase"))
    return wrongUse(QCoreApplication::translate("cli", "--protect takes keychain or passphrase"),
                    QStringLiteral("--protect"));
  if (passphrase.isEmpty())
    return fail(Failure(Error{ErrorKind::Locked, QStringLiteral("a passphrase is needed"), {}, std::nullopt}));
  return Protection::Passphrase;
}

QString protectionName(Protection protection)
{
  return protection == Protection::Keychain ? QStringLiteral("keychain") : QStringLiteral("passphrase");
}

/// Why no new key could be kept.
Failure keepingFailed(const Error& error, Protection protection)
{
  if (error.kind == ErrorKind::Locked && protection == Protection::Keychain)
    return Failure(error, Exit::Locked,
                   QCoreApplication::translate("cli", "Without an OS keychain give a passphrase in "
                                                      "SUPERCARGO_PASSPHRASE or with --passphrase-fd."));
  return error;
}

Outcome<Exit> init(Session& session)
{
  SC_TRY_ASSIGN(info, wantedInfo(session));
  SC_TRY_ASSIGN(passphrase, session.passphrase());
  SC_TRY_ASSIGN(protection, wantedProtection(session, passphrase));
  const QString dir = session.profileDir();
  auto made = Workspace::create(dir, info, protection, passphrase, session.value(QStringLiteral("--postgres")));
  if (!made && made.error().kind == ErrorKind::Invalid)
    return wrongUse(made.error().detail, made.error().subject);
  if (!made && made.error().kind == ErrorKind::Conflict)
    return fail(
        Failure(made.error(), Exit::Failed,
                QCoreApplication::translate("cli", "Choose another folder with --profile DIR; nothing was changed.")));
  if (!made)
    return fail(keepingFailed(made.error(), protection));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("profile"), dir},
                          {QStringLiteral("shop"), info.shopName},
                          {QStringLiteral("currency"), info.currency.code()},
                          {QStringLiteral("time_zone"), info.timeZone},
                          {QStringLiteral("protection"), protectionName(protection)}});
  else
    print(QCoreApplication::translate("cli", "The workspace of %1 is ready in %2.").arg(info.shopName, dir));
  return Exit::Done;
}

/// Needs no key: it is for those who have lost theirs.
Outcome<Exit> renewVault(Session& session)
{
  if (!session.has(QStringLiteral("--yes")))
    return wrongUse(QCoreApplication::translate("cli", "the credentials of all accounts would be forgotten"),
                    QStringLiteral("--yes"), QCoreApplication::translate("cli", "Say --yes to begin a new vault."));
  SC_TRY_ASSIGN(passphrase, session.passphrase());
  SC_TRY_ASSIGN(protection, wantedProtection(session, passphrase));
  SC_TRY_ASSIGN(connection, session.writer());
  const auto renewed = Vault::renew(*connection, protection, passphrase);
  if (!renewed)
    return fail(keepingFailed(renewed.error(), protection));
  if (session.isJson()) {
    printJson(QJsonObject{{QStringLiteral("protection"), protectionName(protection)},
                          {QStringLiteral("accounts"), renewed->accounts}});
  } else {
    print(QCoreApplication::translate("cli", "A new vault is begun. Accounts that need their credentials again: %1")
              .arg(renewed->accounts));
    say(QCoreApplication::translate("cli", "See account list, and give them with account rotate N --secrets-stdin."));
  }
  return Exit::Done;
}

Outcome<Exit> backup(Session& session)
{
  const QString file = QFileInfo(session.operand(0)).absoluteFilePath();
  if (QFileInfo::exists(file))
    return fail(Failure(Error{ErrorKind::Conflict, QStringLiteral("the file is there already"), file, std::nullopt}));
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY(backupTo(*connection, file));
  const qint64 size = QFileInfo(file).size();
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("bytes"), size}});
  else
    print(
        QCoreApplication::translate("cli", "Backup written to %1 (%2).").arg(file, QLocale().formattedDataSize(size)));
  return Exit::Done;
}

Outcome<Exit> restore(Session& session)
{
  const QString file = QFileInfo(session.operand(0)).absoluteFilePath();
  auto restored = Workspace::restore(session.profileDir(), file);
  if (!restored && restored.error().kind == ErrorKind::Locked)
    return fail(Failure(restored.error(), Exit::Locked, {}));
  if (!restored)
    return fail(Failure(restored.error()));
  SC_TRY_ASSIGN(workspace, session.workspace());
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("profile"), workspace->dir()},
                          {QStringLiteral("shop"), workspace->info().shopName},
                          {QStringLiteral("file"), file}});
  else
    print(QCoreApplication::translate("cli", "The workspace of %1 is restored from %2.")
              .arg(workspace->info().shopName, file));
  return Exit::Done;
}

Outcome<Exit> verifyAll(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(checks, verify(*connection));
  const bool ok = std::all_of(checks.begin(), checks.end(), [](const VerifyCheck& check) { return check.ok; });
  QJsonArray list;
  Table table({QCoreApplication::translate("cli", "Check"), QCoreApplication::translate("cli", "Result")});
  for (const VerifyCheck& check : checks) {
    list += QJsonObject{{QStringLiteral("name"), check.name},
                        {QStringLiteral("ok"), check.ok},
                        {QStringLiteral("differences"), QJsonArray::fromStringList(check.differences)}};
    table.add({check.name,
               check.ok ? QCoreApplication::translate("cli", "ok") : QCoreApplication::translate("cli", "differs")});
    for (const QString& difference : check.differences)
      table.add({QString(), difference});
  }
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("ok"), ok}, {QStringLiteral("checks"), list}});
  else
    table.print();
  return ok ? Exit::Done : Exit::Failed;
}

} // namespace

std::vector<Command> workspaceCommands()
{
  return {
      {QStringLiteral("init"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "make a workspace"),
       {{QStringLiteral("--shop"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "name of the shop")},
        {QStringLiteral("--currency"), QStringLiteral("CODE"),
         QCoreApplication::translate("cli", "currency of the books, ISO 4217")},
        {QStringLiteral("--time-zone"), QStringLiteral("ZONE"),
         QCoreApplication::translate("cli", "time zone that cuts the shop's days")},
        {QStringLiteral("--protect"), QStringLiteral("keychain|passphrase"),
         QCoreApplication::translate("cli", "what guards the secrets")},
        {QStringLiteral("--postgres"), QStringLiteral("URL"),
         QCoreApplication::translate(
             "cli", "keep the data on a PostgreSQL server; its password comes from PGPASSWORD or .pgpass")},
        {QStringLiteral("--simulated"), QString(),
         QCoreApplication::translate("cli", "fed by supercargo-sandbox; a banner says so")}},
       init},
      {QStringLiteral("vault renew"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli",
                                   "begin a new vault where the key or passphrase is lost; all but the accounts' "
                                   "credentials stays"),
       {{QStringLiteral("--protect"), QStringLiteral("keychain|passphrase"),
         QCoreApplication::translate("cli", "what guards the secrets")},
        {QStringLiteral("--yes"), QString(), QCoreApplication::translate("cli", "do it: there is no way back")}},
       renewVault},
      {QStringLiteral("backup"),
       QStringLiteral("FILE"),
       1,
       1,
       QCoreApplication::translate("cli", "write a copy of everything; secrets stay sealed"),
       {},
       backup},
      {QStringLiteral("restore"),
       QStringLiteral("FILE"),
       1,
       1,
       QCoreApplication::translate("cli", "replace the workspace's data with a backup's"),
       {},
       restore},
      {QStringLiteral("verify"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "recompute every sum and balance and compare"),
       {},
       verifyAll},
  };
}

} // namespace supercargo::cli
