#pragma once

#include "core/db/connection.h"
#include "core/providers/provider.h"

#include <QByteArray>

#include <memory>

namespace supercargo {

enum class Protection { Keychain, Passphrase };

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

  ~Vault();
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;

  Protection protection() const { return m_protection; }

  /// Replaces those named. New credentials end the session that older ones opened: its tokens are of a grant that may
  /// be gone, and would be tried first.
  Result<void> store(Connection& c, AccountId account, const Secrets& secrets, Instant now);
  Result<Secrets> secrets(Connection& c, AccountId account) const;
  /// Invalid when the key is in the keychain.
  Result<void> changePassphrase(Connection& c, const QByteArray& passphrase);

private:
  Vault(Protection protection, QByteArray key) : m_protection(protection), m_key(std::move(key)) {}
  Protection m_protection;
  QByteArray m_key;
};

/// Whether the OS keychain answers on this machine. May take a moment; not for the GUI thread.
bool keychainAvailable();

} // namespace supercargo
