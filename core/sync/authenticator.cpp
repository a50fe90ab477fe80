#include "core/sync/authenticator.h"

#include <utility>

namespace supercargo {
namespace {
/// A token that ends while a request is under way is no good.
constexpr std::chrono::seconds kMargin{30};
} // namespace

Authenticator::Authenticator(bool needed, QByteArray storedToken, Login login)
    : m_needed(needed), m_token(std::move(storedToken)), m_login(std::move(login))
{
}

bool Authenticator::isReady(Instant now) const
{
  return !m_needed || (!m_token.isEmpty() && (!m_expiresAt || now + kMargin < *m_expiresAt));
}

void Authenticator::renew(const QByteArray& refused, Then then)
{
  if (m_waiting.empty() && !m_token.isEmpty() && m_token != refused) {
    then({});
    return;
  }
  m_waiting.push_back(std::move(then));
  if (m_waiting.size() == 1)
    m_login([this](const Result<Session>& session) { finish(session); });
}

void Authenticator::finish(const Result<Session>& session)
{
  if (session) {
    m_token = session->token;
    m_expiresAt = session->expiresAt;
  } else {
    m_token.clear();
  }
  const Result<void> outcome = session ? Result<void>() : Result<void>(fail(session.error()));
  for (const Then& then : std::exchange(m_waiting, {}))
    then(outcome);
}

} // namespace supercargo
