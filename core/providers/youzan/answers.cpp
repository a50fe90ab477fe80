#include "core/providers/youzan/youzan.h"

namespace supercargo::youzan {
namespace {

/// Where a code is not known, words of the message tell.
ErrorKind kindOf(const FetchContext& context, const QString& code, const QString& message)
{
  static const QMap<QString, ErrorKind> kKinds{{QStringLiteral("grant"), ErrorKind::Auth},
                                               {QStringLiteral("limited"), ErrorKind::RateLimited},
                                               {QStringLiteral("config"), ErrorKind::Config},
                                               {QStringLiteral("down"), ErrorKind::ProviderDown},
                                               {QStringLiteral("none"), ErrorKind::NotFound}};
  const QString known = context.declaration->extra.value(QLatin1String("errors")).toObject().value(code).toString();
  if (kKinds.contains(known))
    return kKinds.value(known);
  if (context.declaration->says("grant_words", message, Qt::CaseInsensitive))
    return ErrorKind::Auth;
  if (context.declaration->says("limit_words", message))
    return ErrorKind::RateLimited;
  return ErrorKind::Rejected;
}

tl::unexpected<Error> refused(const FetchContext& context, const QString& code, const QString& message)
{
  return fail(kindOf(context, code, message), QStringLiteral("Youzan: %1 %2").arg(code, message).left(300));
}

} // namespace

Result<JsonReader> open(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (const JsonReader gateway = root["gw_err_resp"]; gateway.isObject())
    return refused(context, textOf(gateway["err_code"]), textOf(gateway["err_msg"]));
  if (const JsonReader old = root["error_response"]; old.isObject())
    return refused(context, textOf(old["code"]), textOf(old["msg"]));
  if (const JsonReader response = root["response"]; response.isObject())
    return response.isolated();
  const QString code = textOf(root["code"]);
  if (code.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of Youzan's cloud"));
  const JsonReader success = root["success"];
  if (code != QLatin1String("200") || (success.isBool() && !success.boolean()))
    return refused(context, code, textOf(root["message"]));
  return root["data"].isolated();
}

Error explain(const Declaration& declaration, const HttpResponse& got)
{
  FetchContext context;
  context.declaration = &declaration;
  const auto answer = open(context, got);
  return !answer && answer.error().kind != ErrorKind::BadResponse ? answer.error() : explainStatus(got);
}

} // namespace supercargo::youzan
