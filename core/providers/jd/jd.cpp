#include "core/providers/jd/jd.h"

#include "core/providers/grant.h"

#include <QJsonDocument>

namespace supercargo::jd {
namespace {

constexpr char kProve[] = "jingdong.ware.read.searchWare4Valid";
const QByteArray kParameters = "360buy_param_json";

std::vector<HttpRequest> first(const FetchContext& context)
{
  return context.stream == Stream::Orders ? firstOrders(context) : firstWares(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return context.stream == Stream::Orders ? parseOrders(context, sent, got) : parseWares(context, sent, got);
}

QJsonObject oneWare()
{
  return {{QStringLiteral("pageNo"), 1},
          {QStringLiteral("pageSize"), 1},
          {QStringLiteral("field"), QStringLiteral("wareId")}};
}

HttpRequest check(const FetchContext& context)
{
  return call(context, kProve, oneWare(), QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY(open(got));
  return {};
}

/// Grants are renewed at another host; of a gateway that is not JD's own, at the same one.
QByteArray grantAddress(const FetchContext& context, const char* path)
{
  const QString own =
      context.declaration->extra.value(QLatin1String("grant_hosts")).toObject().value(context.endpoint).toString();
  if (!own.isEmpty())
    return own.toUtf8() + path;
  return context.endpoint.left(context.endpoint.lastIndexOf(u'/')).toUtf8() + path;
}

SortedFields grantFields(const Secrets& secrets, const char* type, const char* name, const QByteArray& token)
{
  return {{"app_key", secrets.value(QStringLiteral("app_key")).trimmed()},
          {"app_secret", secrets.value(QStringLiteral("app_secret")).trimmed()},
          {"grant_type", type},
          {name, token}};
}

void signFields(SortedFields& fields, const QByteArray& token, const Secrets& secrets, Instant now)
{
  addField(fields, "access_token", token);
  addField(fields, "app_key", secrets.value(QStringLiteral("app_key")).trimmed());
  addField(fields, "timestamp", formatLocal(now, kChinaOffset).toUtf8());
  addField(fields, "v", "2.0");
  addField(fields, "format", "json");
  addField(fields, "sign_method", "md5"); // what is sent is signed, this too
  addField(fields, "sign", wrappedMd5(fields, secrets.value(QStringLiteral("app_secret")).trimmed()));
}

/// The secret itself goes along in the renewal of a grant, which is not signed.
Result<void> writeLogin(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now)
{
  SC_TRY_ASSIGN(plan, planGrant(secrets));
  SortedFields fields;
  if (plan.step == GrantStep::Prove) {
    fields = formFields(check(context).body);
    signFields(fields, plan.token, secrets, now);
  } else if (plan.step == GrantStep::Refresh) {
    request.url = grantAddress(context, "/oauth2/refresh_token");
    fields = grantFields(secrets, "refresh_token", "refresh_token", plan.token);
  } else {
    request.url = grantAddress(context, "/oauth2/access_token");
    fields = grantFields(secrets, "authorization_code", "code", plan.token);
  }
  request.body = formBody(fields);
  return {};
}

} // namespace

HttpRequest call(const FetchContext& context, const char* method, const QJsonObject& parameters,
                 const QString& operation, const QString& state)
{
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8();
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"},
                     {"Accept", "application/json"}};
  request.body =
      formBody({{"method", method}, {kParameters, QJsonDocument(parameters).toJson(QJsonDocument::Compact)}});
  request.operation = operation;
  request.state = state;
  return request;
}

QJsonObject parametersOf(const HttpRequest& request)
{
  return QJsonDocument::fromJson(formFields(request.body).value(kParameters)).object();
}

HttpRequest login(const FetchContext& context)
{
  HttpRequest request = check(context);
  request.operation = QStringLiteral("login");
  request.body.clear(); // which call it is depends on what the account holds: `sign` writes it
  return request;
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (root["access_token"].isString())
    return grantedSession(root, "expires_in", context.now);
  if (root["error_response"].exists() || !root["code"].hasValue()) {
    SC_TRY(open(got));
    return grantedSession(root, "expires_in", context.now);
  }
  return fail(ErrorKind::Auth,
              QStringLiteral("JD gave no access token: %1 %2")
                  .arg(textOf(root["code"]), root["error_description"].textIfAny().value_or(textOf(root["msg"]))));
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now, const Nonce&)
{
  if (request.operation == QLatin1String("login"))
    return writeLogin(request, context, secrets, now);
  SC_TRY_ASSIGN(token, accessToken(secrets));
  SortedFields fields = formFields(request.body);
  signFields(fields, token, secrets, now);
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

} // namespace supercargo::jd
