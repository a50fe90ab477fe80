#include "core/sync/recordedcall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo {
namespace {

QJsonValue bytes(const QByteArray& raw)
{
  return QString::fromLatin1(raw.toBase64());
}

QByteArray raw(const QJsonValue& value)
{
  return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject requestJson(const HttpRequest& request)
{
  QJsonArray headers, expected;
  for (const auto& [name, value] : request.headers)
    headers += QJsonArray{QString::fromLatin1(name), bytes(value)};
  for (const int status : request.expected)
    expected += status;
  return {{QStringLiteral("method"), QString::fromLatin1(request.method)},
          {QStringLiteral("url"), QString::fromLatin1(request.url)},
          {QStringLiteral("headers"), headers},
          {QStringLiteral("body"), bytes(request.body)},
          {QStringLiteral("operation"), request.operation},
          {QStringLiteral("state"), request.state},
          {QStringLiteral("expected"), expected},
          {QStringLiteral("timeout"), qint64(request.timeout.count())}};
}

HttpRequest requestFrom(const QJsonObject& json)
{
  HttpRequest request;
  request.method = json[QLatin1String("method")].toString().toLatin1();
  request.url = json[QLatin1String("url")].toString().toLatin1();
  for (const QJsonValue& header : json[QLatin1String("headers")].toArray())
    request.headers.emplace_back(header[0].toString().toLatin1(), raw(header[1]));
  request.body = raw(json[QLatin1String("body")]);
  request.operation = json[QLatin1String("operation")].toString();
  request.state = json[QLatin1String("state")].toString();
  for (const QJsonValue& status : json[QLatin1String("expected")].toArray())
    request.expected.push_back(status.toInt());
  request.timeout = std::chrono::milliseconds(json[QLatin1String("timeout")].toInteger(30'000));
  return request;
}

std::optional<Loop> loopNamed(const QString& name)
{
  for (const Loop loop : {Loop::Discover, Loop::Revisit, Loop::Audit})
    if (loopName(loop) == name)
      return loop;
  return std::nullopt;
}

} // namespace

QByteArray recordedCallJson(const FetchContext& context, const HttpRequest& request)
{
  const QJsonObject json{{QStringLiteral("endpoint"), context.endpoint},
                         {QStringLiteral("stream"), streamName(context.stream)},
                         {QStringLiteral("loop"), loopName(context.loop)},
                         {QStringLiteral("cursor"), context.cursor},
                         {QStringLiteral("from"), toMs(context.from)},
                         {QStringLiteral("to"), toMs(context.to)},
                         {QStringLiteral("page_size"), context.pageSize},
                         {QStringLiteral("ids"), QJsonArray::fromStringList(context.ids)},
                         {QStringLiteral("request"), requestJson(request)}};
  return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<RecordedCall> recordedCallFrom(const QByteArray& json)
{
  const QJsonObject object = QJsonDocument::fromJson(json).object();
  const auto stream = streamNamed(object[QLatin1String("stream")].toString());
  const auto loop = loopNamed(object[QLatin1String("loop")].toString());
  RecordedCall call;
  call.request = requestFrom(object[QLatin1String("request")].toObject());
  if (!stream || !loop || call.request.url.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the recorded call cannot be read"));
  call.context.endpoint = object[QLatin1String("endpoint")].toString();
  call.context.stream = *stream;
  call.context.loop = *loop;
  call.context.cursor = object[QLatin1String("cursor")].toString();
  call.context.from = fromMs(object[QLatin1String("from")].toInteger());
  call.context.to = fromMs(object[QLatin1String("to")].toInteger());
  call.context.pageSize = object[QLatin1String("page_size")].toInt(100);
  for (const QJsonValue& id : object[QLatin1String("ids")].toArray())
    call.context.ids << id.toString();
  return call;
}

} // namespace supercargo
