#include "core/providers/vendure/vendure.h"

namespace supercargo::vendure {
namespace {

ErrorKind kindOf(const QString& code, const QString& message)
{
  static const QMap<QString, ErrorKind> kKinds{
      {QStringLiteral("FORBIDDEN"), ErrorKind::Auth}, // also said when the session has ended
      {QStringLiteral("UNAUTHORIZED"), ErrorKind::Auth},
      {QStringLiteral("UNAUTHENTICATED"), ErrorKind::Auth},
      {QStringLiteral("INVALID_CREDENTIALS_ERROR"), ErrorKind::Auth},
      {QStringLiteral("NATIVE_AUTH_STRATEGY_ERROR"), ErrorKind::Config},
      {QStringLiteral("CHANNEL_NOT_FOUND"), ErrorKind::Config},
      {QStringLiteral("GRAPHQL_VALIDATION_FAILED"), ErrorKind::Config}, // another version of the server
      {QStringLiteral("GRAPHQL_PARSE_FAILED"), ErrorKind::Config},
      {QStringLiteral("INTERNAL_SERVER_ERROR"), ErrorKind::ProviderDown},
  };
  if (message.startsWith(QLatin1String("Cannot take more than")))
    return ErrorKind::TooLarge;
  return kKinds.value(code, ErrorKind::Rejected);
}

Error named(const QString& code, const QString& message)
{
  return Error{kindOf(code, message), QStringLiteral("%1 (%2)").arg(message.left(300), code), {}, std::nullopt};
}

/// The first of the errors that stand beside `data`.
std::optional<Error> transportError(const JsonReader& root)
{
  if (!root["errors"].isArray() || !root["errors"].at(0).exists())
    return std::nullopt;
  const JsonReader first = root["errors"].at(0);
  const QString message = first["message"].isString() ? first["message"].text() : QString();
  const JsonReader code = first["extensions"]["code"];
  return named(code.isString() ? code.text() : QStringLiteral("no code"), message);
}

} // namespace

Result<JsonReader> readAnswer(const HttpResponse& got, const char* field)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (const auto error = transportError(root))
    return fail(*error);
  const JsonReader result = root["data"][field];
  if (result.exists() && !result.hasValue())
    return fail(ErrorKind::Rejected, QStringLiteral("the shop has no such %1").arg(QLatin1String(field)));
  if (!result.exists())
    return fail(
        ErrorKind::BadResponse,
        QStringLiteral("the answer has no %1: %2").arg(QLatin1String(field), QString::fromUtf8(root.json().left(200))));
  if (result["errorCode"].isString())
    return fail(named(result["errorCode"].text(), result["message"].isString() ? result["message"].text() : QString()));
  return result;
}

Error explain(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  const auto error = root ? transportError(*root) : std::nullopt;
  return error && response.status != 429 && response.status != 401 ? *error : explainStatus(response);
}

} // namespace supercargo::vendure
