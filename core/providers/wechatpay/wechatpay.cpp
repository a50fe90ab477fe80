#include "core/providers/wechatpay/wechatpay_protocol.h"

namespace supercargo::wechatpay {
namespace {

std::vector<HttpRequest> first(const FetchContext& context)
{
  return context.stream == Stream::Bills ? firstBills(context) : firstPayments(context);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  return context.stream == Stream::Bills ? parseBills(context, sent, got) : parsePayments(context, sent, got);
}

/// An order that cannot exist: that answer comes only to a merchant whose signature is right.
HttpRequest check(const FetchContext& context)
{
  HttpRequest request = get(context,
                            QStringLiteral("/v3/pay/transactions/out-trade-no/SUPERCARGO-ACCOUNT-CHECK?mchid=") +
                                pathPart(context.fields.value(QStringLiteral("mchid"))),
                            QStringLiteral("account.check"));
  request.expected = {404};
  return request;
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  if (got.status == 404 && codeOf(got) != QLatin1String("ORDER_NOT_EXIST") &&
      codeOf(got) != QLatin1String("RESOURCE_NOT_EXISTS"))
    return fail(explain(*context.declaration, got));
  return {};
}

} // namespace

ProviderFunctions functions()
{
  return {.first = first,
          .parse = parse,
          .check = check,
          .parseCheck = parseCheck,
          .needsSession = needsSession,
          .login = login,
          .parseLogin = parseLogin,
          .buildAction = buildAction,
          .nextAction = nextAction,
          .parseAction = parseAction,
          .inquire = inquire,
          .parseInquiry = parseInquiry,
          .sign = sign,
          .verify = verify,
          .decrypt = decrypt,
          .explain = explain};
}

} // namespace supercargo::wechatpay
