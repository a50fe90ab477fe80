#include "core/providers/youzan/youzan.h"

#include "core/base/crypto.h"
#include "core/base/text.h"
#include "core/providers/grant.h"

#include <QJsonDocument>

namespace supercargo::youzan {
namespace {

QByteArray compact(const QJsonObject& object)
{
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// An application of the shop itself signs in silently, by the shop's number; others have the merchant's grant.
Result<QJsonObject> loginFields(const Secrets& secrets)
{
  const auto field = [&](const char* name) { return QString::fromUtf8(secrets.value(QLatin1String(name)).trimmed()); };
  QJsonObject fields{{QStringLiteral("client_id"), field("client_id")},
                     {QStringLiteral("client_secret"), field("client_secret")}};
  if (!field("kdt_id").isEmpty() && field("code").isEmpty() && field("refresh_token").isEmpty()) {
    fields.insert(QStringLiteral("authorize_type"), QStringLiteral("silent"));
    fields.insert(QStringLiteral("grant_id"), field("kdt_id"));
    fields.insert(QStringLiteral("refresh"), true);
    return fields;
  }
  SC_TRY_ASSIGN(plan, planGrant(secrets));
  const bool redeems = plan.step == GrantStep::Redeem;
  fields.insert(QStringLiteral("authorize_type"),
                redeems ? QStringLiteral("authorization_code") : QStringLiteral("refresh_token"));
  fields.insert(redeems ? QStringLiteral("code") : QStringLiteral("refresh_token"), QString::fromUtf8(plan.token));
  return fields;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.stream == Stream::Orders)
    return firstOrders(context);
  return context.stream == Stream::Customers ? firstCustomers(context) : firstItems(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  if (context.stream == Stream::Orders)
    return parseOrders(context, sent, got);
  return context.stream == Stream::Customers ? parseCustomers(context, sent, got) : parseItems(context, sent, got);
}

HttpRequest check(const FetchContext& context)
{
  return call(context, "items_on_sale", {{QStringLiteral("page_no"), 1}, {QStringLiteral("page_size"), 1}},
              QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY(open(context, got));
  return {};
}

} // namespace

HttpRequest call(const FetchContext& context, const char* api, const QJsonObject& parameters, const QString& operation,
                 const QString& state)
{
  const QString key = QLatin1String(api);
  const QString wrapper = context.declaration->extra.value(QLatin1String("wrappers")).toObject().value(key).toString();
  HttpRequest request;
  request.method = "POST";
  request.url = (context.endpoint + QStringLiteral("/api/") +
                 context.declaration->extra.value(QLatin1String("apis")).toObject().value(key).toString())
                    .toUtf8();
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  request.body = compact(wrapper.isEmpty() ? parameters : QJsonObject{{wrapper, parameters}});
  request.operation = operation;
  request.state = state;
  return request;
}

QJsonObject parametersOf(const HttpRequest& request)
{
  return QJsonDocument::fromJson(request.body).object();
}

HttpRequest login(const FetchContext& context)
{
  HttpRequest request;
  request.method = "POST";
  request.url = (context.endpoint + QStringLiteral("/auth/token")).toUtf8();
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  request.operation = QStringLiteral("login"); // what it says depends on what the account holds: `sign` writes it
  return request;
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  const QByteArray access = answer["access_token"].text().toUtf8();
  Session session{access + '\n' + textOf(answer["refresh_token"]).toUtf8(), std::nullopt};
  const auto ends = answer["expires"].integerIfAny(); // the moment, in milliseconds
  SC_TRY(answer.check());
  constexpr qint64 kYear2500 = 16'725'225'600'000;
  if (ends && *ends > toMs(context.now) && *ends < kYear2500)
    session.expiresAt = fromMs(*ends);
  return session;
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant, const Nonce&)
{
  if (request.operation == QLatin1String("login")) {
    SC_TRY_ASSIGN(fields, loginFields(secrets));
    request.body = compact(fields);
    return {};
  }
  SC_TRY_ASSIGN(token, accessToken(secrets));
  request.url += "?access_token=" + percentEncode(QString::fromUtf8(token));
  return {};
}

QByteArray eventSign(QByteArrayView clientId, QByteArrayView body, QByteArrayView secret)
{
  return crypto::digest(crypto::Hash::Md5, clientId.toByteArray() + body.toByteArray() + secret.toByteArray()).toHex();
}

Result<QByteArray> openMessage(QByteArrayView base64, QByteArrayView secret)
{
  constexpr qsizetype kKeyBytes = 16;
  return crypto::decryptCbc(secret.first(std::min(kKeyBytes, secret.size())), "0102030405060708",
                            QByteArray::fromBase64(base64.toByteArray()));
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

} // namespace supercargo::youzan
