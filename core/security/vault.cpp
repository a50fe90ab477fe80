#include "core/security/vault.h"

#include "core/base/crypto.h"
#include "core/security/keychain.h"
#include "core/store/accounts.h"

namespace supercargo {
namespace {

constexpr quint64 kCostN = 1 << 15, kCostR = 8, kCostP = 1; // about 32 MB and 0.1 s a try
constexpr int kKeyBytes = 32, kSaltBytes = 16, kNonceBytes = 12;
constexpr std::chrono::seconds kPersonTimeout{60}, kProbeTimeout{5};
const QByteArray kWrapLabel = QByteArrayLiteral("vault");
const QString kSession = QStringLiteral("session");

/// How a workspace keeps its key: row 1 of the table.
struct Lock {
  QString protection;
  QByteArray salt; ///< of scrypt; with a keychain: the entry's name. Stays while the key does
  quint64 n = 0, r = 0, p = 0;
  QByteArray wrappedKey; ///< nonce, then sealed key; empty with a keychain
};

QString protectionName(Protection protection)
{
  return protection == Protection::Keychain ? QStringLiteral("keychain") : QStringLiteral("passphrase");
}

QString entryName(const QByteArray& salt)
{
  return QStringLiteral("vault-") + QString::fromLatin1(salt.toHex());
}

QByteArray label(AccountId account, const QString& field)
{
  return "account/" + QByteArray::number(account.value()) + '/' + field.toUtf8();
}

Result<Lock> wrapped(const QByteArray& key, const QByteArray& passphrase, const QByteArray& salt)
{
  if (passphrase.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the passphrase is empty"));
  Lock lock{protectionName(Protection::Passphrase), salt, kCostN, kCostR, kCostP, {}};
  SC_TRY_ASSIGN(wrapping, crypto::scrypt(passphrase, lock.salt, lock.n, lock.r, lock.p, kKeyBytes));
  const QByteArray nonce = crypto::randomBytes(kNonceBytes);
  SC_TRY_ASSIGN(sealed, crypto::sealGcm(wrapping, nonce, key, kWrapLabel));
  lock.wrappedKey = nonce + sealed;
  return lock;
}

Result<QByteArray> unwrapped(const Lock& lock, const QByteArray& passphrase)
{
  if (passphrase.isEmpty())
    return fail(ErrorKind::Locked, QStringLiteral("a passphrase is needed"));
  SC_TRY_ASSIGN(wrapping, crypto::scrypt(passphrase, lock.salt, lock.n, lock.r, lock.p, kKeyBytes));
  auto key = crypto::openGcm(wrapping, lock.wrappedKey.left(kNonceBytes), lock.wrappedKey.mid(kNonceBytes), kWrapLabel);
  if (!key)
    return fail(ErrorKind::Locked, QStringLiteral("the passphrase is wrong"));
  return key;
}

Result<QByteArray> keyFromKeychain(const Lock& lock)
{
  auto key = keychain::read(entryName(lock.salt), kPersonTimeout);
  if (!key && key.error().kind != ErrorKind::NotFound)
    return fail(ErrorKind::Locked, key.error().detail, key.error().subject);
  if (!key || key->size() != kKeyBytes)
    return fail(ErrorKind::Locked, QStringLiteral("the vault key is not in the keychain"), kLostKeySubject);
  return key;
}

Result<std::optional<Lock>> storedLock(Connection& c)
{
  return c.row(
      QStringLiteral("SELECT protection, salt, cost_n, cost_r, cost_p, wrapped_key FROM vault WHERE id = 1"), {},
      [](const Row& row) {
        return Lock{
            row.text(0), row.bytes(1), quint64(row.integer(2)), quint64(row.integer(3)), quint64(row.integer(4)),
            row.bytes(5)};
      });
}

Result<void> storeLock(Connection& c, const Lock& lock)
{
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO vault (id, protection, salt, cost_n, cost_r, cost_p, wrapped_key) "
                     "VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET protection = excluded.protection, "
                     "salt = excluded.salt, cost_n = excluded.cost_n, cost_r = excluded.cost_r, "
                     "cost_p = excluded.cost_p, wrapped_key = excluded.wrapped_key"),
      {lock.protection, lock.salt, qint64(lock.n), qint64(lock.r), qint64(lock.p), lock.wrappedKey}));
  return {};
}

struct NewKey {
  QByteArray key;
  Lock lock;
};

/// With Keychain the entry is written already; without a row that names it, it opens nothing.
Result<NewKey> newKey(Protection protection, const QByteArray& passphrase)
{
  const QByteArray key = crypto::randomBytes(kKeyBytes), salt = crypto::randomBytes(kSaltBytes);
  if (protection == Protection::Passphrase) {
    SC_TRY_ASSIGN(lock, wrapped(key, passphrase, salt));
    return NewKey{key, std::move(lock)};
  }
  SC_TRY(keychain::write(entryName(salt), key, kPersonTimeout));
  return NewKey{key, {protectionName(protection), salt, 0, 0, 0, {}}};
}

/// Also what belongs to no account, and sessions; accounts that have only a session sign in again by themselves.
Result<void> forgetSecrets(Connection& c)
{
  SC_TRY(c.run(QStringLiteral("UPDATE accounts SET state = ?, error_kind = ?, detail = ?, credential_expires_at = NULL "
                              "WHERE removed_at IS NULL AND id IN (SELECT account_id FROM secrets WHERE field <> ?)"),
               {accountStateName(AccountState::NeedsAttention), errorKindName(ErrorKind::Config), kCredentialsMissing,
                kSession}));
  SC_TRY(c.run(QStringLiteral("UPDATE accounts SET session_expires_at = NULL WHERE session_expires_at IS NOT NULL")));
  SC_TRY(c.run(QStringLiteral("DELETE FROM secrets")));
  return {};
}

} // namespace

Vault::~Vault()
{
  m_key.fill('\0');
}

Result<std::shared_ptr<Vault>> Vault::create(Connection& c, Protection protection, const QByteArray& passphrase)
{
  SC_TRY_ASSIGN(present, storedLock(c));
  if (present)
    return fail(ErrorKind::Conflict, QStringLiteral("the workspace has a vault already"));
  SC_TRY_ASSIGN(made, newKey(protection, passphrase));
  SC_TRY(storeLock(c, made.lock));
  return std::shared_ptr<Vault>(new Vault(protection, made.key, made.lock.salt));
}

Result<std::shared_ptr<Vault>> Vault::open(Connection& c, const QByteArray& passphrase)
{
  SC_TRY_ASSIGN(lock, storedLock(c));
  if (!lock)
    return fail(ErrorKind::NotFound, QStringLiteral("the workspace has no vault"));
  const bool inKeychain = lock->protection == protectionName(Protection::Keychain);
  SC_TRY_ASSIGN(key, inKeychain ? keyFromKeychain(*lock) : unwrapped(*lock, passphrase));
  return std::shared_ptr<Vault>(new Vault(inKeychain ? Protection::Keychain : Protection::Passphrase, key, lock->salt));
}

Result<std::optional<Protection>> Vault::protectionOf(Connection& c)
{
  SC_TRY_ASSIGN(lock, storedLock(c));
  if (!lock)
    return std::nullopt;
  return lock->protection == protectionName(Protection::Keychain) ? Protection::Keychain : Protection::Passphrase;
}

Result<RenewedVault> Vault::renew(Connection& c, Protection protection, const QByteArray& passphrase)
{
  SC_TRY_ASSIGN(made, newKey(protection, passphrase));
  const std::shared_ptr<Vault> vault(new Vault(protection, made.key, made.lock.salt));
  return c.transaction([&]() -> Result<RenewedVault> {
    SC_TRY(storeLock(c, made.lock)); // first: who stores with the old key waits at this row, and then sees it
    SC_TRY_ASSIGN(accounts, accountsToRenew(c));
    SC_TRY(forgetSecrets(c));
    return RenewedVault{vault, accounts};
  });
}

Result<qint64> Vault::accountsToRenew(Connection& c)
{
  return c.number(QStringLiteral("SELECT COUNT(*) FROM accounts WHERE removed_at IS NULL AND (detail = ? OR id IN "
                                 "(SELECT account_id FROM secrets WHERE field <> ?))"),
                  {kCredentialsMissing, kSession});
}

/// Changes nothing, and keeps others from renewing the vault until the transaction's end.
Result<void> Vault::holdLock(Connection& c) const
{
  SC_TRY_ASSIGN(own, c.run(QStringLiteral("UPDATE vault SET salt = salt WHERE id = 1 AND salt = ?"), {m_salt}));
  if (own == 0)
    return fail(ErrorKind::Conflict, QStringLiteral("the vault was renewed; open the workspace again"));
  return {};
}

Result<void> Vault::store(Connection& c, AccountId account, const Secrets& secrets, Instant now)
{
  return c.transaction([&]() -> Result<void> {
    SC_TRY(holdLock(c));
    if (!secrets.isEmpty() && !secrets.contains(kSession)) {
      SC_TRY(c.run(QStringLiteral("DELETE FROM secrets WHERE account_id = ? AND field = ?"), {account, kSession}));
      SC_TRY(c.run(QStringLiteral("UPDATE accounts SET session_expires_at = NULL WHERE id = ?"), {account}));
    }
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
      const QByteArray nonce = crypto::randomBytes(kNonceBytes);
      SC_TRY_ASSIGN(sealed, crypto::sealGcm(m_key, nonce, it.value(), label(account, it.key())));
      SC_TRY(c.run(
          QStringLiteral("INSERT INTO secrets (account_id, field, nonce, sealed, changed_at) VALUES (?, ?, ?, ?, ?) "
                         "ON CONFLICT (account_id, field) DO UPDATE SET nonce = excluded.nonce, "
                         "sealed = excluded.sealed, changed_at = excluded.changed_at"),
          {account, it.key(), nonce, sealed, now}));
    }
    return {};
  });
}

Result<Secrets> Vault::secrets(Connection& c, AccountId account) const
{
  Secrets secrets;
  QString damaged;
  SC_TRY(c.each(QStringLiteral("SELECT field, nonce, sealed FROM secrets WHERE account_id = ?"), {account},
                [&](const Row& row) {
                  const QString field = row.text(0);
                  if (const auto plain = crypto::openGcm(m_key, row.bytes(1), row.bytes(2), label(account, field)))
                    secrets.insert(field, *plain);
                  else
                    damaged = field;
                }));
  if (!damaged.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a stored secret is not what was sealed for this account"), damaged);
  return secrets;
}

Result<void> Vault::changePassphrase(Connection& c, const QByteArray& passphrase)
{
  if (m_protection != Protection::Passphrase)
    return fail(ErrorKind::Invalid, QStringLiteral("the key is in the keychain, there is no passphrase"));
  SC_TRY_ASSIGN(lock, wrapped(m_key, passphrase, m_salt));
  return c.transaction([&]() -> Result<void> {
    SC_TRY(holdLock(c));
    return storeLock(c, lock);
  });
}

bool keychainAvailable()
{
  const auto probe = keychain::read(QStringLiteral("probe"), kProbeTimeout);
  return probe || probe.error().kind == ErrorKind::NotFound;
}

} // namespace supercargo
