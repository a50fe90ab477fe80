#include "core/providers/medusa/medusa.h"

#include <QJsonDocument>

namespace supercargo::medusa {
namespace {

/// Stands for a session when the account has a secret key, which does not end.
constexpr char kOwnKey[] = "own key";

QString emailOf(const FetchContext& context)
{
  return context.fields.value(QStringLiteral("email"));
}

/// When a token ends stands in its own middle part (RFC 7519, 4.1.4).
std::optional<Instant> endOf(const QByteArray& token)
{
  const QByteArray claims = QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
  const qint64 seconds = QJsonDocument::fromJson(claims).object().value(QLatin1String("exp")).toInteger();
  if (seconds <= 0 || seconds > 100'000'000'000)
    return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

} // namespace

/// An administrator signs in with a password; a secret key needs no session, so its call only proves it.
HttpRequest login(const FetchContext& context)
{
  if (emailOf(context).isEmpty())
    return get(context, QStringLiteral("stores"), {{QStringLiteral("limit"), QStringLiteral("1")}},
               QStringLiteral("login"));
  HttpRequest out;
  out.method = "POST";
  out.url = context.endpoint.toUtf8() + "/auth/user/emailpass";
  out.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  out.operation = QStringLiteral("login");
  return out;
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  if (emailOf(context).isEmpty())
    return Session{kOwnKey, std::nullopt};
  const QByteArray token = root["token"].text().toUtf8();
  SC_TRY(root.check());
  return Session{token, endOf(token)};
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant, const Nonce&)
{
  const QString email = emailOf(context);
  if (email.isEmpty()) {
    const QByteArray key = secrets.value(QStringLiteral("api_key"));
    if (key.isEmpty())
      return fail(ErrorKind::Config, QStringLiteral("give a secret API key, or an administrator and a password"));
    request.setHeader("Authorization", "Basic " + (key + ':').toBase64());
    return {};
  }
  if (request.operation == QLatin1String("login")) {
    const QJsonObject body{{QStringLiteral("email"), email},
                           {QStringLiteral("password"), QString::fromUtf8(secrets.value(QStringLiteral("password")))}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return {};
  }
  const QByteArray token = secrets.value(QStringLiteral("session"));
  if (token.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("not signed in"));
  request.setHeader("Authorization", "Bearer " + token);
  return {};
}

} // namespace supercargo::medusa
