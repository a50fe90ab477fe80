#include "core/providers/pinduoduo/pinduoduo.h"

#include <QJsonArray>

namespace supercargo::pinduoduo {
namespace {

bool isListed(const FetchContext& context, const char* list, qint64 code)
{
  return context.declaration->extra.value(QLatin1String(list)).toArray().contains(QJsonValue(code));
}

/// The platform publishes no table of its codes; those known are data, and so are the words for a wrong clock. By rule
/// of thumb 10000 to 39999 speak of the application and its parameters, 50000 to 52003 of the business.
ErrorKind kindOf(const FetchContext& context, qint64 code, const QString& message)
{
  if (isListed(context, "limit_errors", code))
    return ErrorKind::RateLimited;
  if (isListed(context, "grant_errors", code))
    return ErrorKind::Auth;
  if (isListed(context, "down_errors", code))
    return ErrorKind::ProviderDown;
  if (context.declaration->says("clock_words", message, Qt::CaseInsensitive))
    return ErrorKind::Clock;
  return code >= 10000 && code < 40000 ? ErrorKind::Config : ErrorKind::Rejected;
}

} // namespace

Result<JsonReader> open(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const JsonReader failed = root["error_response"];
  if (failed.isObject()) {
    const qint64 code = failed["error_code"].integerIfAny().value_or(0);
    const QString message = failed["sub_msg"].textIfAny().value_or(textOf(failed["error_msg"]));
    return fail(kindOf(context, code, message), QStringLiteral("Pinduoduo: %1 %2").arg(code).arg(message).left(300));
  }
  for (const auto& [name, value] : root.members())
    if (value.isObject())
      return value.isolated();
  return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of Pinduoduo's gateway"));
}

Error explain(const Declaration& declaration, const HttpResponse& got)
{
  FetchContext context;
  context.declaration = &declaration;
  const auto answer = open(context, got);
  return !answer && answer.error().kind != ErrorKind::BadResponse ? answer.error() : explainStatus(got);
}

} // namespace supercargo::pinduoduo
