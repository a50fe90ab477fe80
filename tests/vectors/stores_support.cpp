#include "tests/vectors/stores_support.h"

#include "core/sync/apiage.h"

#include <QJsonDocument>

namespace supercargo::vectors {

QString errorClass(ErrorKind kind)
{
  switch (kind) {
  case ErrorKind::Network:
  case ErrorKind::Timeout:
  case ErrorKind::RateLimited:
  case ErrorKind::ProviderDown:
    return QStringLiteral("RETRY");
  case ErrorKind::BadResponse:
    return QStringLiteral("BAD_BODY");
  case ErrorKind::Auth:
    return QStringLiteral("REAUTH");
  case ErrorKind::Config:
    return QStringLiteral("CONFIG");
  case ErrorKind::Rejected:
    return QStringLiteral("PERMANENT");
  case ErrorKind::Conflict:
    return QStringLiteral("CONFLICT");
  case ErrorKind::Clock:
    return QStringLiteral("CLOCK");
  case ErrorKind::TooLarge:
    return QStringLiteral("SHRINK");
  default:
    return errorKindName(kind);
  }
}

FetchContext contextOf(const Provider& provider, Stream stream)
{
  FetchContext context;
  context.declaration = &provider.declaration;
  context.endpoint = QStringLiteral("https://shop.example.com");
  context.stream = stream;
  context.to = context.now = fromMs(1'795'463'130'000);
  context.currency = *Currency::of(u"USD");
  return context;
}

HttpResponse answerOf(const QJsonObject& object)
{
  HttpResponse answer;
  answer.status =
      object.value(object.contains(QLatin1String("status")) ? QLatin1String("status") : QLatin1String("http_status"))
          .toInt(200);
  const QJsonObject headers = object.value(QLatin1String("headers")).toObject();
  for (auto it = headers.begin(); it != headers.end(); ++it)
    answer.headers.emplace_back(it.key().toLatin1(), it.value().toString().toUtf8());
  const QJsonValue body = object.value(QLatin1String("body"));
  if (body.isString())
    answer.body = body.toString().toUtf8();
  else if (body.isArray())
    answer.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
  else
    answer.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
  return answer;
}

Result<FetchStep> readPage(const Provider& provider, Stream stream, const HttpResponse& answer)
{
  if (answer.status < 200 || answer.status > 299)
    return fail(provider.functions.explain(provider.declaration, answer));
  const FetchContext context = contextOf(provider, stream);
  SC_TRY_ASSIGN(step, provider.functions.parse(context, provider.functions.first(context).front(), answer));
  for (ChangeNotice& notice : apiNotices(provider.declaration, {}, apiSaid(provider.declaration, answer, {})))
    step.snapshots.changes.push_back(std::move(notice));
  return step;
}

void run(const Report& report, const QString& id, const std::function<QString()>& check)
{
  const QString why = check();
  if (why.isEmpty())
    report.ok(id);
  else
    report.failed(id, why);
}

} // namespace supercargo::vectors
