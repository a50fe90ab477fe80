#include "core/providers/grant.h"

namespace supercargo {
namespace {

/// The session of an access token that was typed in: the field stays the only place that holds it. Too short to be
/// taken for a secret, and so to be hidden wherever it occurs.
constexpr char kTyped[] = "=";

QByteArray typed(const Secrets& secrets, const char* field)
{
  return secrets.value(QLatin1String(field)).trimmed();
}

/// A session holds one token a line.
Grant grantOf(const QByteArray& session)
{
  const qsizetype end = session.indexOf('\n');
  return end < 0 ? Grant{session, {}} : Grant{session.left(end), session.mid(end + 1)};
}

} // namespace

Result<GrantPlan> planGrant(const Secrets& secrets)
{
  const QByteArray session = secrets.value(QStringLiteral("session"));
  const Grant grant = grantOf(session);
  if (session.isEmpty() && !typed(secrets, "access_token").isEmpty())
    return GrantPlan{GrantStep::Prove, typed(secrets, "access_token")};
  if (!grant.refresh.isEmpty())
    return GrantPlan{GrantStep::Refresh, grant.refresh};
  if (!typed(secrets, "refresh_token").isEmpty())
    return GrantPlan{GrantStep::Refresh, typed(secrets, "refresh_token")};
  if (!typed(secrets, "code").isEmpty())
    return GrantPlan{GrantStep::Redeem, typed(secrets, "code")};
  return fail(ErrorKind::Auth, QStringLiteral("the shop's grant is missing or has ended: ask the merchant for a new "
                                              "access token"));
}

Result<QByteArray> accessToken(const Secrets& secrets)
{
  const QByteArray session = secrets.value(QStringLiteral("session"));
  QByteArray token = session == kTyped ? typed(secrets, "access_token") : grantOf(session).access;
  if (token.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("not signed in"));
  return token;
}

Session grantedSession(const JsonReader& node, const char* lifeKey, Instant now)
{
  const QByteArray access = node["access_token"].textIfAny().value_or(QString()).toUtf8();
  if (access.isEmpty())
    return {kTyped, std::nullopt};
  Session session{access + '\n' + node["refresh_token"].textIfAny().value_or(QString()).toUtf8(), std::nullopt};
  // Some tell the moment of the end where others tell the seconds until then.
  constexpr qint64 kMoments = 1'000'000'000, kYear2500 = 16'725'225'600;
  if (const auto life = node[lifeKey].integerIfAny(); life && *life > 0 && *life < kYear2500)
    session.expiresAt = (*life < kMoments ? now : Instant()) + std::chrono::seconds(*life);
  return session;
}

} // namespace supercargo
