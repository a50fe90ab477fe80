#include "tests/vectors/exchange.h"

#include <QJsonDocument>

namespace supercargo::vectors {

Exchange exchangeOf(const QJsonObject& file)
{
  const QJsonObject request = file.value(QLatin1String("request")).toObject();
  const QJsonObject response = file.value(QLatin1String("response")).toObject();
  return {request.value(QLatin1String("method")).toString().toLatin1(),
          QUrl(request.value(QLatin1String("url")).toString()), request.value(QLatin1String("body")).toObject(),
          answerOf(response), response.value(QLatin1String("body")).toObject()};
}

QJsonObject bodyOf(const HttpRequest& request)
{
  return QJsonDocument::fromJson(request.body).object();
}

/// Everything in `wanted` is in `got`, however deep.
bool holds(const QJsonObject& got, const QJsonObject& wanted)
{
  for (auto it = wanted.begin(); it != wanted.end(); ++it)
    if (got.value(it.key()) != it.value() &&
        !(it.value().isObject() && holds(got.value(it.key()).toObject(), it.value().toObject())))
      return false;
  return true;
}

QString sameCall(const Exchange& recorded, const HttpRequest& ours)
{
  if (recorded.method != ours.method)
    return differs("method", QString::fromLatin1(recorded.method), QString::fromLatin1(ours.method));
  const QUrl url = QUrl::fromEncoded(ours.url);
  if (url.path() != recorded.url.path())
    return differs("path", recorded.url.path(), url.path());
  if (!holds(bodyOf(ours), recorded.body))
    return QStringLiteral("our body does not hold what was sent: %1").arg(QString::fromUtf8(ours.body));
  return {};
}

QString readsAll(const Provider& provider, Stream stream, const HttpResponse& answer, size_t records)
{
  const auto step = readPage(provider, stream, answer);
  if (!step)
    return step.error().detail;
  if (!step->snapshots.failures.empty())
    return step->snapshots.failures.front().reason;
  for (const OrderSnapshot& order : step->snapshots.orders)
    if (!order.warnings.isEmpty())
      return order.warnings.front();
  const size_t got = stream == Stream::Products ? step->snapshots.products.size() : step->snapshots.size();
  return got == records ? QString() : QStringLiteral("%1 records instead of %2").arg(got).arg(records);
}

QString accepts(const Provider& provider, const Action& action, const HttpResponse& answer)
{
  const auto outcome = provider.functions.parseAction(contextOf(provider, Stream::Orders), action, answer);
  if (!outcome)
    return outcome.error().detail;
  return outcome->accepted && !outcome->externalId.isEmpty() ? QString() : QStringLiteral("not accepted");
}

QString fails(const Result<void>& result, ErrorKind wanted)
{
  return differs("error", errorKindName(wanted), result ? QStringLiteral("none") : errorKindName(result.error().kind));
}

} // namespace supercargo::vectors
