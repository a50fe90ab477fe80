#include "core/providers/magento/magento.h"

namespace supercargo::magento {
namespace {

ErrorKind kindOf(int status)
{
  switch (status) {
  case 401:
    return ErrorKind::Auth;
  case 403:
    return ErrorKind::Config;
  case 409:
    return ErrorKind::Conflict;
  case 429:
    return ErrorKind::RateLimited;
  default:
    return status >= 500 ? ErrorKind::ProviderDown : ErrorKind::Rejected;
  }
}

QString plain(const JsonReader& value)
{
  return value.isString() || value.isNumber() ? value.text() : QString();
}

/// "%fieldName is required" with {"fieldName": "sku"}, or "%1 is required" with ["sku"].
QString messageOf(const JsonReader& root)
{
  QString message = root["message"].text();
  const JsonReader parameters = root["parameters"];
  if (parameters.isObject())
    for (const auto& [name, value] : parameters.members())
      message.replace(u'%' + name, plain(value));
  if (parameters.isArray()) {
    const auto values = parameters.items();
    for (size_t i = values.size(); i > 0; --i) // "%10" before "%1"
      message.replace(QStringLiteral("%%1").arg(i), plain(values[i - 1]));
  }
  return message.left(300);
}

} // namespace

Error explain(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !(*root)["message"].isString() || (*root)["message"].text().isEmpty())
    return explainStatus(response);
  return Error{kindOf(response.status), messageOf(*root), {}, retryAfter(response)};
}

Result<JsonReader> readAnswer(const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(got));
  return JsonReader::parse(got.body);
}

} // namespace supercargo::magento
