#include "core/providers/douyin/douyin.h"

#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/providers/grant.h"

#include <QJsonDocument>

namespace supercargo::douyin {
namespace {

constexpr char kProve[] = "/order/searchList";

std::vector<HttpRequest> first(const FetchContext& context)
{
  return context.stream == Stream::Orders ? firstOrders(context) : firstProducts(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return context.stream == Stream::Orders ? parseOrders(context, sent, got) : parseProducts(context, sent, got);
}

QJsonObject oneOrder()
{
  return {{QStringLiteral("page"), 0},
          {QStringLiteral("size"), 1},
          {QStringLiteral("order_by"), QStringLiteral("create_time")}};
}

HttpRequest check(const FetchContext& context)
{
  return call(context, kProve, oneOrder(), QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY(open(*context.declaration, got));
  return {};
}

/// Writes the login call that the account's grant allows, and the access token that goes with it. An application of the
/// shop itself needs no token at all, only the shop's number.
Result<QByteArray> writeLogin(HttpRequest& request, const FetchContext& context, const Secrets& secrets)
{
  const QString shop = QString::fromUtf8(secrets.value(QStringLiteral("shop_id")).trimmed());
  const auto plan = planGrant(secrets);
  if (!plan && shop.isEmpty())
    return fail(plan.error());
  const QString token = plan ? QString::fromUtf8(plan->token) : QString();
  const auto become = [&](const char* path, const QJsonObject& parameters) {
    request.url = context.endpoint.toUtf8() + path;
    request.body = canonicalJson(parameters);
  };
  if (plan && plan->step == GrantStep::Prove) {
    become(kProve, oneOrder());
    return plan->token;
  }
  if (plan && plan->step == GrantStep::Refresh)
    become("/token/refresh",
           {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")}, {QStringLiteral("refresh_token"), token}});
  else if (plan)
    become("/token/create",
           {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")}, {QStringLiteral("code"), token}});
  else
    become("/token/create", {{QStringLiteral("grant_type"), QStringLiteral("authorization_self")},
                             {QStringLiteral("code"), QString()},
                             {QStringLiteral("shop_id"), shop}});
  return QByteArray();
}

/// "/order/searchList" below the endpoint -> "order.searchList".
QByteArray methodOf(const HttpRequest& request, const FetchContext& context)
{
  return request.url.mid(context.endpoint.toUtf8().size() + 1).replace('/', '.');
}

} // namespace

QByteArray canonicalJson(const QJsonObject& parameters)
{
  return QJsonDocument(parameters) // its keys are sorted, at every depth
      .toJson(QJsonDocument::Compact)
      .replace("\xE2\x80\xA8", "\\u2028")
      .replace("\xE2\x80\xA9", "\\u2029");
}

HttpRequest call(const FetchContext& context, const char* path, const QJsonObject& parameters, const QString& operation,
                 const QString& state)
{
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8() + path;
  request.headers = {{"Content-Type", "application/json;charset=UTF-8"},
                     {"Accept", "application/json"},
                     {"x-open-no-old-err-code", "1"}};
  request.body = canonicalJson(parameters);
  request.operation = operation;
  request.state = state;
  return request;
}

HttpRequest login(const FetchContext& context)
{
  return call(context, kProve, {}, QStringLiteral("login")); // `sign` knows which call it has to be
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(data, open(*context.declaration, got));
  return grantedSession(data, "expires_in", context.now);
}

QByteArray signature(const QByteArray& key, const QByteArray& secret, const QByteArray& method, const QByteArray& body,
                     const QByteArray& timestamp)
{
  const QByteArray text =
      secret + "app_key" + key + "method" + method + "param_json" + body + "timestamp" + timestamp + "v2" + secret;
  return crypto::hmac(crypto::Hash::Sha256, secret, text).toHex();
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now, const Nonce&)
{
  QByteArray token;
  if (request.operation == QLatin1String("login")) {
    SC_TRY_ASSIGN(proved, writeLogin(request, context, secrets));
    token = proved;
  } else {
    SC_TRY_ASSIGN(granted, accessToken(secrets));
    token = granted;
  }
  const QByteArray key = secrets.value(QStringLiteral("app_key")).trimmed();
  const QByteArray secret = secrets.value(QStringLiteral("app_secret")).trimmed();
  const QByteArray method = methodOf(request, context), timestamp = QByteArray::number(toMs(now) / 1000);
  QList<std::pair<QString, QString>> query{
      {QStringLiteral("app_key"), QString::fromUtf8(key)},
      {QStringLiteral("method"), QString::fromUtf8(method)},
      {QStringLiteral("timestamp"), QString::fromLatin1(timestamp)},
      {QStringLiteral("v"), QStringLiteral("2")},
      {QStringLiteral("sign_method"), QStringLiteral("hmac-sha256")},
      {QStringLiteral("sign"), QString::fromLatin1(signature(key, secret, method, request.body, timestamp))}};
  if (!token.isEmpty())
    query.append({QStringLiteral("access_token"), QString::fromUtf8(token)});
  request.url += '?' + formEncode(query);
  return {};
}

ProviderFunctions functions()
{
  ProviderFunctions out;
  out.first = first;
  out.parse = parse;
  out.check = check;
  out.parseCheck = parseCheck;
  out.login = login;
  out.parseLogin = parseLogin;
  out.buildAction = buildAction;
  out.nextAction = nextAction;
  out.parseAction = parseAction;
  out.askRecipient = askRecipient;
  out.parseRecipient = parseRecipient;
  out.sign = sign;
  out.explain = explain;
  return out;
}

} // namespace supercargo::douyin
