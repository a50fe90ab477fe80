#include "core/providers/woocommerce/woocommerce.h"

#include <QRegularExpression>

namespace supercargo::woocommerce {
namespace {

ErrorKind kindOf(int status, const QString& code, const QString& message)
{
  if (code == QLatin1String("woocommerce_rest_authentication_error") &&
      message.contains(QLatin1String("timestamp"), Qt::CaseInsensitive))
    return ErrorKind::Clock;
  if (code == QLatin1String("rest_no_route"))
    return ErrorKind::Config; // plugin switched off, permalinks off, or a security plugin in between
  switch (status) {
  case 401:
    return ErrorKind::Auth;
  case 403:
    return ErrorKind::Config;
  case 404: // …_invalid_id: this one record is not there
  case 413: // more than 100 records in one batch: halving a page does not help
    return ErrorKind::Rejected;
  case 409:
    return ErrorKind::Conflict;
  case 429:
    return ErrorKind::RateLimited;
  default:
    return status >= 500 ? ErrorKind::ProviderDown : ErrorKind::Rejected;
  }
}

} // namespace

Error explain(const Declaration&, const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  if (!root || !(*root)["code"].isString())
    return explainStatus(response);
  static const QRegularExpression kTags(QStringLiteral("<[^>]*>"));
  const QString code = (*root)["code"].text();
  const QString message = (*root)["message"].textIfAny().value_or(QString()).remove(kTags).left(300);
  return Error{
      kindOf(response.status, code, message), QStringLiteral("%1 (%2)").arg(message, code), {}, retryAfter(response)};
}

} // namespace supercargo::woocommerce
