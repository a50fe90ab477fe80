#include "core/providers/pinduoduo/pinduoduo.h"

#include "core/providers/grant.h"

namespace supercargo::pinduoduo {
namespace {

constexpr char kProve[] = "pdd.goods.list.get";

std::vector<HttpRequest> first(const FetchContext& context)
{
  return context.stream == Stream::Orders ? firstOrders(context) : firstGoods(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return context.stream == Stream::Orders ? parseOrders(context, sent, got) : parseGoods(context, sent, got);
}

HttpRequest check(const FetchContext& context)
{
  return call(context, kProve, {{"page", "1"}, {"page_size", "1"}}, QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY(open(context, got));
  return {};
}

Result<void> addGrant(SortedFields& fields, const Secrets& secrets)
{
  SC_TRY_ASSIGN(plan, planGrant(secrets));
  switch (plan.step) {
  case GrantStep::Prove:
    addField(fields, "type", kProve);
    addField(fields, "page", "1");
    addField(fields, "page_size", "1");
    addField(fields, "access_token", plan.token);
    break;
  case GrantStep::Refresh:
    addField(fields, "type", "pdd.pop.auth.token.refresh");
    addField(fields, "refresh_token", plan.token);
    break;
  case GrantStep::Redeem:
    addField(fields, "type", "pdd.pop.auth.token.create");
    addField(fields, "code", plan.token);
    break;
  }
  return {};
}

} // namespace

HttpRequest call(const FetchContext& context, const char* type, const SortedFields& fields, const QString& operation,
                 const QString& state)
{
  SortedFields all = fields;
  addField(all, "type", type);
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

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  return grantedSession(answer, "expires_in", context.now);
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant now, const Nonce&)
{
  SortedFields fields = formFields(request.body);
  if (request.operation == QLatin1String("login")) {
    SC_TRY(addGrant(fields, secrets));
  } else {
    SC_TRY_ASSIGN(token, accessToken(secrets));
    addField(fields, "access_token", token);
  }
  addField(fields, "client_id", secrets.value(QStringLiteral("client_id")).trimmed());
  addField(fields, "data_type", "JSON");
  addField(fields, "version", "V1");
  addField(fields, "timestamp", QByteArray::number(toMs(now) / 1000));
  addField(fields, "sign", wrappedMd5(fields, secrets.value(QStringLiteral("client_secret")).trimmed()));
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

} // namespace supercargo::pinduoduo
