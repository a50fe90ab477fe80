#include "core/providers/taobao/taobao.h"

#include "core/providers/grant.h"

namespace supercargo::taobao {
namespace {

constexpr char kProve[] = "taobao.user.seller.get";

std::vector<HttpRequest> first(const FetchContext& context)
{
  return context.stream == Stream::Orders ? firstOrders(context) : firstItems(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return context.stream == Stream::Orders ? parseOrders(context, sent, got) : parseItems(context, sent, got);
}

HttpRequest check(const FetchContext& context)
{
  return call(context, kProve, {{"fields", "user_id"}}, QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY(open(got));
  return {};
}

Result<void> addGrant(SortedFields& fields, const Secrets& secrets)
{
  SC_TRY_ASSIGN(plan, planGrant(secrets));
  switch (plan.step) {
  case GrantStep::Prove:
    addField(fields, "method", kProve);
    addField(fields, "fields", "user_id");
    addField(fields, "session", plan.token);
    break;
  case GrantStep::Refresh:
    addField(fields, "method", "taobao.top.auth.token.refresh");
    addField(fields, "refresh_token", plan.token);
    break;
  case GrantStep::Redeem:
    addField(fields, "method", "taobao.top.auth.token.create");
    addField(fields, "code", plan.token);
    break;
  }
  return {};
}

} // namespace

HttpRequest call(const FetchContext& context, const char* method, const SortedFields& fields, const QString& operation,
                 const QString& state)
{
  SortedFields all = fields;
  addField(all, "method", method);
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8();
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"},
                     {"Accept", "application/json"}};
  request.body = formBody(all);
  request.operation = operation;
  request.state = state;
  return request;
}

HttpRequest login(const FetchContext& context)
{
  HttpRequest request = call(context, kProve, {}, QStringLiteral("login"));
  request.body.clear(); // which call it is depends on what the account holds: `sign` writes it
  return request;
}

/// The pair stands as JSON text inside the answer.
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const QString result = textOf(answer["token_result"]);
  SC_TRY_ASSIGN(pair, JsonReader::parse(result.isEmpty() ? QByteArray("{}") : result.toUtf8()));
  if (!result.isEmpty() && textOf(pair["access_token"]).isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("Taobao gave no access token: %1").arg(textOf(pair["error"])));
  return grantedSession(pair, "expires_in", context.now);
}

QByteArray signature(const SortedFields& fields, const QByteArray& secret)
{
  const QByteArray method = fields.value("sign_method");
  if (method == "hmac")
    return fieldsHmac(crypto::Hash::Md5, fields, secret);
  return method == "hmac-sha256" ? fieldsHmac(crypto::Hash::Sha256, fields, secret) : wrappedMd5(fields, secret);
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant now, const Nonce&)
{
  SortedFields fields = formFields(request.body);
  if (request.operation == QLatin1String("login")) {
    SC_TRY(addGrant(fields, secrets));
  } else {
    SC_TRY_ASSIGN(token, accessToken(secrets));
    addField(fields, "session", token);
  }
  const QByteArray method = secrets.value(QStringLiteral("sign_method"));
  addField(fields, "app_key", secrets.value(QStringLiteral("app_key")).trimmed());
  addField(fields, "timestamp", formatLocal(now, kChinaOffset).toUtf8());
  addField(fields, "format", "json"); // without it the answer is XML
  addField(fields, "v", "2.0");
  addField(fields, "sign_method", method.isEmpty() ? QByteArray("md5") : method);
  addField(fields, "sign", signature(fields, secrets.value(QStringLiteral("app_secret")).trimmed()));
  request.body = formBody(fields);
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

} // namespace supercargo::taobao
