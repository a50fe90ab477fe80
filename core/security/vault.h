#pragma once

#include "core/db/connection.h"
#include "core/providers/provider.h"

#include <QByteArray>

#include <memory>

namespace supercargo {

enum class Protection { Keychain, Passphrase };

class Vault;

/// Subject of the Locked error when the keychain answers and the key is not in it: asking again does not help.
inline constexpr QLatin1String kLostKeySubject("vault key");

struct RenewedVault {
  std::shared_ptr<Vault> vault;
  qint64 accounts = 0; ///< that need their credentials again
};

/// Secrets of accounts, sealed with AES-256-GCM under one key. The key is in the OS keychain, or is itself sealed under
/// a passphrase through scrypt (N=2^15, r=8, p=1). Each secret is bound to its account and name, so rows cannot be
/// swapped. Thread-safe once opened. Losing keychain entry or passphrase loses the secrets, not the data.
class Vault {
public:
  /// Makes a vault in a new workspace. With Keychain the passphrase is ignored. Locked when there is no keychain.
  static Result<std::shared_ptr<Vault>> create(Connection& c, Protection protection, const QByteArray& passphrase);
  /// Opens the workspace's vault. Locked: passphrase missing or wrong, or the keychain refused. NotFound: there is
  /// none.
  static Result<std::shared_ptr<Vault>> open(Connection& c, const QByteArray& passphrase);
  /// How the workspace keeps its key, asked without opening anything; nullopt: there is no vault.
  static Result<std::optional<Protection>> protectionOf(Connection& c);

  /// Begins anew where the key is lost: a new key and lock; what the old key sealed is forgotten, and accounts that had
  /// secrets wait for new ones (`lacksCredentials`). Nothing else changes, and nothing at all when it fails. May wait
  /// for a person at the keychain before it writes: not inside a transaction. An entry of the old key stays in its
  /// keychain, for backups. Errors as with `create`.
  static Result<RenewedVault> renew(Connection& c, Protection protection, const QByteArray& passphrase);
  /// How many accounts would need their credentials again if the vault were renewed now.
  static Result<qint64> accountsToRenew(Connection& c);

  ~Vault();
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;

  Protection protection() const { return m_protection; }

  /// Replaces those named. New credentials end the session that older ones opened: its tokens are of a grant that may
  /// be gone, and would be tried first. Conflict when the vault was renewed since this one was opened.
  Result<void> store(Connection& c, AccountId account, const Secrets& secrets, Instant now);
  Result<Secrets> secrets(Connection& c, AccountId account) const;
  /// Invalid when the key is in the keychain; Conflict as with `store`.
  Result<void> changePassphrase(Connection& c, const QByteArray& passphrase);

private:
  Vault(Protection protection, QByteArray key, QByteArray salt)
      : m_protection(protection), m_key(std::move(key)), m_salt(std::move(salt))
  {
  }
  Result<void> holdLock(Connection& c) const;

  Protection m_protection;
  QByteArray m_key;
  QByteArray m_salt; ///< tells this vault from one that was begun after it
};

/// Whether the OS keychain answers on this machine. May take a moment; not for the GUI thread.
bool keychainAvailable();

} // namespace supercargo
