#include "app/cli/session.h"

#include "core/store/accounts.h"

#include <QDir>
#include <QFile>

namespace supercargo::cli {
namespace {

/// How to get into a vault that stays closed: a keychain asks for no passphrase.
QString wayIn(std::optional<Protection> protection, const Error& error)
{
  if (protection != Protection::Keychain)
    return QCoreApplication::translate(
        "cli", "Give the passphrase in SUPERCARGO_PASSPHRASE or with --passphrase-fd. If it is forgotten, begin a new "
               "vault: supercargo-cli vault renew; the credentials of all accounts must then be given again with "
               "account rotate.");
  if (error.subject == kLostKeySubject)
    return QCoreApplication::translate(
        "cli", "The key of this workspace is not in this computer's keychain. Open the keychain it was made with, or "
               "begin a new vault: supercargo-cli vault renew; the credentials of all accounts must then be given "
               "again with account rotate.");
  return QCoreApplication::translate(
      "cli", "The key of this workspace is in the system's keychain. Unlock the keychain and try again. If the key is "
             "lost, begin a new vault: supercargo-cli vault renew; the credentials of all accounts must then be given "
             "again with account rotate.");
}

} // namespace

QString Session::profileDir() const
{
  return has(QStringLiteral("--profile")) ? QDir(value(QStringLiteral("--profile"))).absolutePath()
                                          : defaultProfileDir();
}

Outcome<Workspace*> Session::workspace()
{
  if (m_workspace)
    return m_workspace.get();
  auto opened = Workspace::open(profileDir());
  if (!opened && opened.error().kind == ErrorKind::NotFound)
    return fail(Failure(opened.error(), Exit::Failed,
                        QCoreApplication::translate("cli", "Make one: supercargo-cli init --shop NAME --currency CNY "
                                                           "--time-zone Asia/Shanghai")));
  if (!opened && opened.error().kind == ErrorKind::Locked)
    return fail(Failure(opened.error(), Exit::Locked, {}));
  if (!opened)
    return fail(Failure(opened.error()));
  m_workspace = std::move(*opened);
  return m_workspace.get();
}

Outcome<Connection*> Session::reader()
{
  if (!m_reader) {
    SC_TRY_ASSIGN(open, workspace());
    SC_TRY_ASSIGN(connection, open->connect(true));
    m_reader = std::move(connection);
  }
  return m_reader.get();
}

Outcome<Connection*> Session::writer()
{
  if (!m_writer) {
    SC_TRY_ASSIGN(open, workspace());
    SC_TRY_ASSIGN(connection, open->connect(false));
    m_writer = std::move(connection);
  }
  return m_writer.get();
}

Outcome<std::shared_ptr<Vault>> Session::vault()
{
  if (!m_vault) {
    SC_TRY_ASSIGN(open, workspace());
    SC_TRY_ASSIGN(secret, passphrase());
    auto opened = open->openVault(secret);
    if (!opened && opened.error().kind == ErrorKind::Locked) {
      SC_TRY_ASSIGN(connection, reader());
      SC_TRY_ASSIGN(protection, Vault::protectionOf(*connection));
      return fail(Failure(opened.error(), Exit::Locked, wayIn(protection, opened.error())));
    }
    if (!opened)
      return fail(Failure(opened.error()));
    m_vault = std::move(*opened);
  }
  return m_vault;
}

Outcome<QByteArray> Session::passphrase()
{
  if (m_passphrase)
    return *m_passphrase;
  m_passphrase = qgetenv("SUPERCARGO_PASSPHRASE");
  if (has(QStringLiteral("--passphrase-fd"))) {
    SC_TRY_ASSIGN(number, integer(value(QStringLiteral("--passphrase-fd")), QStringLiteral("--passphrase-fd")));
    QFile file;
    if (!file.open(static_cast<int>(number), QIODevice::ReadOnly))
      return wrongUse(QCoreApplication::translate("cli", "file descriptor %1 cannot be read").arg(number),
                      QStringLiteral("--passphrase-fd"));
    m_passphrase = file.readAll();
    while (m_passphrase->endsWith('\n') || m_passphrase->endsWith('\r'))
      m_passphrase->chop(1);
  }
  return *m_passphrase;
}

QTimeZone Session::zone() const
{
  const QTimeZone zone(m_workspace ? m_workspace->info().timeZone.toUtf8() : QByteArray());
  return zone.isValid() ? zone : QTimeZone::utc();
}

Outcome<FilterNames> Session::filterNames()
{
  SC_TRY_ASSIGN(connection, reader());
  SC_TRY_ASSIGN(accounts, accountRows(*connection));
  FilterNames names{{}, zone(), m_workspace->info().currency};
  for (const AccountRow& account : accounts)
    names.accounts.emplace_back(account.id, account.name);
  return names;
}

Outcome<int> Session::limit(int human) const
{
  const QString text = value(QStringLiteral("--limit"));
  if (text.isEmpty())
    return isJson() ? 0 : human;
  if (text == QStringLiteral("all"))
    return 0;
  SC_TRY_ASSIGN(number, integer(text, QStringLiteral("--limit")));
  if (number < 1 || number > std::numeric_limits<int>::max())
    return wrongUse(QCoreApplication::translate("cli", "--limit takes a number from 1, or \"all\""),
                    QStringLiteral("--limit"));
  return static_cast<int>(number);
}

Outcome<qint64> Session::integer(const QString& text, const QString& what) const
{
  bool isNumber = false;
  const qint64 number = text.toLongLong(&isNumber);
  if (!isNumber)
    return wrongUse(QCoreApplication::translate("cli", "\"%1\" is not a number").arg(text), what);
  return number;
}

Outcome<Money> Session::amount(const QString& option, Currency currency) const
{
  const QString typed = value(option).trimmed();
  const auto money = Money::parse(typed, currency);
  if (!money || money->minor() < 0)
    return wrongUse(QCoreApplication::translate("cli", "\"%1\" is no amount; write it like 12.30").arg(typed), option);
  return *money;
}

Outcome<AccountId> Session::existingAccount(const QString& number)
{
  SC_TRY_ASSIGN(id, integer(number, QStringLiteral("account")));
  SC_TRY_ASSIGN(connection, reader());
  SC_TRY_ASSIGN(row, accountRow(*connection, AccountId(id)));
  if (!row)
    return fail(Failure(Error{ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(id),
                              QStringLiteral("account %1").arg(id), std::nullopt},
                        Exit::Failed, QCoreApplication::translate("cli", "See supercargo-cli account list.")));
  return AccountId(id);
}

} // namespace supercargo::cli
