#pragma once

#include "core/providers/provider.h"

#include <functional>
#include <optional>
#include <vector>

namespace supercargo {

/// The session of one account. However many requests find that it is missing or refused, one login is made, and all of
/// them wait for it.
class Authenticator {
public:
  using Told = std::function<void(Result<Session>)>;
  using Login = std::function<void(Told)>;
  using Then = std::function<void(const Result<void>&)>;

  /// `login` makes one login call. Not `needed`: the provider has no session, and there is nothing to renew.
  Authenticator(bool needed, QByteArray storedToken, Login login);

  bool isNeeded() const { return m_needed; }
  bool isReady(Instant now) const;
  const QByteArray& token() const { return m_token; }

  /// Renews the session unless somebody has since `refused` was found wanting; then goes on with `then`.
  void renew(const QByteArray& refused, Then then);

private:
  void finish(const Result<Session>& session);

  bool m_needed;
  QByteArray m_token;
  std::optional<Instant> m_expiresAt;
  Login m_login;
  std::vector<Then> m_waiting;
};

} // namespace supercargo
