#include "core/domain/parcel.h"
#include "core/providers/seventeentrack/seventeentrack_protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo::seventeentrack {
namespace {

constexpr qsizetype kNumbersPerCall = 40;

/// `state`: the ids asked about, which `param` and a later registration need.
HttpRequest call(const FetchContext& context, const char* method, const QStringList& ids, const QString& operation)
{
  const bool registers = qstrcmp(method, "register") == 0;
  QJsonArray numbers;
  for (const QString& id : ids) {
    const ParcelId parcel = parcelId(id);
    QJsonObject number{{QStringLiteral("number"), parcel.number}};
    if (registers && !parcel.phone.isEmpty())
      number.insert(context.declaration->extra[QLatin1String("phone_field")].toString(), parcel.phone);
    numbers.append(number);
  }
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8() + '/' + method;
  request.setHeader("Content-Type", "application/json");
  request.body = QJsonDocument(numbers).toJson(QJsonDocument::Compact);
  request.operation = operation;
  request.state = ids.join(u' ');
  return request;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  QStringList ids;
  for (const QString& id : context.ids)
    if (!parcelId(id).number.isEmpty())
      ids.append(id);
  for (qsizetype at = 0; at < ids.size(); at += kNumbersPerCall)
    requests.push_back(call(context, "gettrackinfo", ids.mid(at, kNumbersPerCall), QStringLiteral("tracking.info")));
  return requests;
}

/// The ids that were refused for this reason; all others refused are failures.
QStringList refusedFor(const char* kind, const JsonReader& root, const HttpRequest& sent, Snapshots& snapshots)
{
  QStringList list;
  for (const Rejection& refused : rejections(root)) {
    if (judgeRejection(refused.code).is(kind)) {
      for (const QString& id : sent.state.split(u' ', Qt::SkipEmptyParts))
        if (parcelId(id).number == refused.number)
          list.append(id);
    } else {
      snapshots.failures.push_back(
          {refused.number, QStringLiteral("17TRACK: %1 %2").arg(refused.code).arg(refused.message), {}});
    }
  }
  return list;
}

/// Numbers must be registered once before they can be asked about. Asking comes first, since a registration is counted
/// and paid for.
Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (looseText(root["code"]) != QLatin1String("0"))
    return fail(explain(*context.declaration, got));
  FetchStep step;
  QStringList taken;
  for (const JsonReader& item : root["data"]["accepted"].itemsIfAny()) {
    const JsonReader record = item.isolated();
    taken.append(looseText(record["number"]));
    if (record["track_info"].isObject())
      keepParcel(step.snapshots, parcel(*context.declaration, record, step.snapshots), record);
  }
  if (sent.operation == QLatin1String("tracking.register")) {
    QStringList ready = refusedFor("already_exists", root, sent, step.snapshots);
    for (const QString& id : sent.state.split(u' ', Qt::SkipEmptyParts))
      if (taken.contains(parcelId(id).number))
        ready.append(id);
    if (!ready.isEmpty())
      step.next.push_back(call(context, "gettrackinfo", ready, QStringLiteral("tracking.again")));
  } else if (sent.operation == QLatin1String("tracking.again")) {
    refusedFor("", root, sent, step.snapshots); // registering has not helped: no second try
  } else if (const QStringList fresh = refusedFor("not_registered", root, sent, step.snapshots); !fresh.isEmpty()) {
    step.next.push_back(call(context, "register", fresh, QStringLiteral("tracking.register")));
  }
  SC_TRY(root.check());
  return step;
}

/// A number that is nobody's and not registered: asking costs nothing, and the refusal proves the key.
HttpRequest check(const FetchContext& context)
{
  return call(context, "gettrackinfo", {QStringLiteral("SC00000000CHECK")}, QStringLiteral("account.check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (looseText(root["code"]) != QLatin1String("0"))
    return fail(explain(*context.declaration, got));
  return {};
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant, const Nonce&)
{
  const QByteArray key = secrets.value(QStringLiteral("key")).trimmed();
  if (key.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the key is missing"), QStringLiteral("field key"));
  request.setHeader("17token", key);
  return {};
}

} // namespace

ProviderFunctions functions()
{
  return {.first = first, .parse = parse, .check = check, .parseCheck = parseCheck, .sign = sign, .explain = explain};
}

} // namespace supercargo::seventeentrack
