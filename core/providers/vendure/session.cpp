#include "core/providers/vendure/vendure.h"

#include <QJsonDocument>

namespace supercargo::vendure {

HttpRequest login(const FetchContext& context)
{
  return request(context,
                 "mutation Login($username: String!, $password: String!) { login(username: $username, password: "
                 "$password, rememberMe: true) { __typename ... on CurrentUser { id } "
                 "... on ErrorResult { errorCode message } } }",
                 {}, QStringLiteral("login"));
}

Result<Session> parseLogin(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(user, readAnswer(got, "login"));
  const QByteArray token = got.header("vendure-auth-token");
  if (token.isEmpty())
    return fail(ErrorKind::Config, QStringLiteral("the server hands out no bearer token: add \"bearer\" to tokenMethod "
                                                  "in its authOptions"));
  return Session{token, std::nullopt};
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant, const Nonce&)
{
  const QString channel = context.fields.value(QStringLiteral("channel_token"));
  if (!channel.isEmpty())
    request.setHeader("vendure-token", channel.toUtf8());
  if (request.operation == QLatin1String("login")) {
    QJsonObject body = QJsonDocument::fromJson(request.body).object();
    body.insert(
        QStringLiteral("variables"),
        QJsonObject{{QStringLiteral("username"), context.fields.value(QStringLiteral("username"))},
                    {QStringLiteral("password"), QString::fromUtf8(secrets.value(QStringLiteral("password")))}});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return {};
  }
  const QByteArray token = secrets.value(QStringLiteral("session"));
  if (token.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("not signed in"));
  request.setHeader("Authorization", "Bearer " + token);
  return {};
}

} // namespace supercargo::vendure
