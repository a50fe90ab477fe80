#include "core/base/text.h"
#include "core/providers/shopify/queries.h"
#include "core/providers/shopify/shopify.h"

#include <QRegularExpression>

namespace supercargo::shopify {
namespace {

/// Stands for a session when the account has a token that does not end.
constexpr char kOwnToken[] = "own token";

QString clientId(const FetchContext& context)
{
  return context.fields.value(QStringLiteral("client_id"));
}

} // namespace

QString shopDomain(const QString& typed)
{
  static const QRegularExpression kAdmin(
      QRegularExpression::anchoredPattern(QStringLiteral("admin\\.shopify\\.com/store/([a-zA-Z0-9][a-zA-Z0-9_-]*)")));
  static const QRegularExpression kShop(QRegularExpression::anchoredPattern(
      QStringLiteral("[a-zA-Z0-9][a-zA-Z0-9_-]*\\.(myshopify\\.com|shopify\\.com|myshopify\\.io)/*")));
  if (const auto admin = kAdmin.match(typed); admin.hasMatch())
    return admin.captured(1) + QStringLiteral(".myshopify.com");
  return kShop.match(typed).hasMatch() ? typed : QString();
}

/// The token goes to no other host. Without TLS there is only a simulation on this machine, which the engine sees to.
QString address(const QString& typed)
{
  const QString scheme = QStringLiteral("https://");
  if (typed.startsWith(QLatin1String("http://")))
    return typed;
  const QString domain = shopDomain(typed.startsWith(scheme) ? typed.mid(scheme.size()) : typed);
  return domain.isEmpty() ? QString() : scheme + domain;
}

/// Two ways to a token: one that the merchant pastes and that does not end, or an app of the same organisation that
/// asks for one that lasts a day. With a pasted one there is nothing to ask for: the call only proves it.
HttpRequest login(const FetchContext& context)
{
  if (clientId(context).isEmpty())
    return request(context, "query Login { shop { id } }", {}, QStringLiteral("login"));
  HttpRequest out;
  out.method = "POST";
  out.url = context.endpoint.toUtf8() + "/admin/oauth/access_token";
  out.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
  out.body = formEncode({{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                         {QStringLiteral("client_id"), clientId(context)}});
  out.operation = QStringLiteral("login");
  return out;
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  if (clientId(context).isEmpty()) {
    SC_TRY(readAnswer(got, "shop"));
    return Session{kOwnToken, std::nullopt};
  }
  if (got.status < 200 || got.status > 299)
    return fail(explain(got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  Session session{root["access_token"].text().toUtf8(), std::nullopt};
  if (const auto seconds = root["expires_in"].integerIfAny(); seconds && *seconds > 0 && *seconds < 100'000'000)
    session.expiresAt = context.now + std::chrono::seconds(*seconds);
  SC_TRY(root.check());
  return session;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant, const Nonce&)
{
  const bool app = !clientId(context).isEmpty();
  if (app && request.operation == QLatin1String("login")) {
    const QByteArray secret = secrets.value(QStringLiteral("client_secret"));
    if (secret.isEmpty())
      return fail(ErrorKind::Config, QStringLiteral("the client secret is missing"));
    request.body += "&client_secret=" + percentEncode(QString::fromUtf8(secret));
    return {};
  }
  const QByteArray token = secrets.value(app ? QStringLiteral("session") : QStringLiteral("access_token"));
  if (token.isEmpty())
    return app ? fail(ErrorKind::Auth, QStringLiteral("not signed in"))
               : fail(ErrorKind::Config, QStringLiteral("give an access token, or an app's client id and secret"));
  request.setHeader("X-Shopify-Access-Token", token);
  return {};
}

} // namespace supercargo::shopify
