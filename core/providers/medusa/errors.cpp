#include "core/providers/medusa/medusa.h"

namespace supercargo::medusa {
namespace {

ErrorKind kindOf(int status)
{
  switch (status) {
  case 401:
    return ErrorKind::Auth;
  case 403:
    return ErrorKind::Config;
  case 409: // another request was in the way: "you may retry"
    return ErrorKind::ProviderDown;
  case 429:
    return ErrorKind::RateLimited;
  default:
    return status >= 500 ? ErrorKind::ProviderDown : ErrorKind::Rejected;
  }
}

} // namespace

Error explain(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !(*root)["message"].isString() || (*root)["message"].text().isEmpty())
    return explainStatus(response);
  const JsonReader type = (*root)["type"];
  const QString message = (*root)["message"].text().left(300);
  return Error{kindOf(response.status),
               type.isString() ? QStringLiteral("%1 (%2)").arg(message, type.text()) : message,
               {},
               retryAfter(response)};
}

Result<JsonReader> readAnswer(const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(got));
  return JsonReader::parse(got.body);
}

} // namespace supercargo::medusa
