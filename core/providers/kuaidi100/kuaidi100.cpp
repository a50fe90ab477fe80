#include "core/base/text.h"
#include "core/domain/courier.h"
#include "core/domain/courier_answer.h"
#include "core/domain/parcel.h"
#include "core/providers/kuaidi100/kuaidi100_protocol.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace supercargo::kuaidi100 {
namespace {

HttpRequest query(const FetchContext& context, const QString& company, const QString& number, const QString& phone)
{
  QJsonObject param{{QStringLiteral("com"), company},
                    {QStringLiteral("num"), number},
                    {QStringLiteral("resultv2"), QStringLiteral("4")},
                    {QStringLiteral("show"), QStringLiteral("0")},
                    {QStringLiteral("order"), QStringLiteral("desc")}};
  if (!phone.isEmpty())
    param.insert(QStringLiteral("phone"), phone);
  HttpRequest request;
  request.method = "POST";
  request.url = queryUrl(context);
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  request.body =
      formEncode({{QStringLiteral("param"), QString::fromUtf8(QJsonDocument(param).toJson(QJsonDocument::Compact))}});
  request.operation = QStringLiteral("tracking.query");
  request.state = number;
  return request;
}

/// Asks whose number it is; `sign` adds the key.
HttpRequest detection(const FetchContext& context, const ParcelId& parcel)
{
  HttpRequest request;
  request.url = detectionUrl(context) + "?num=" + percentEncode(parcel.number);
  request.operation = QStringLiteral("tracking.detect");
  request.state = QStringLiteral(":%1:%2").arg(parcel.number, parcel.phone);
  return request;
}

/// Kuaidi100's code of the courier; empty when only they can tell.
QString companyOf(const ParcelId& parcel)
{
  if (!parcel.courier.isEmpty()) {
    const Courier* known = findCourier(parcel.courier);
    if (!known)
      known = courierNamed(parcel.courier);
    if (known)
      return known->kuaidi100;
  }
  const auto candidates = courierCandidates(parcel.number);
  const bool sure = !candidates.empty() && candidates.front().confidence == Confidence::High;
  return sure ? candidates.front().courier->kuaidi100 : QString();
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  for (const QString& id : context.ids) {
    const ParcelId parcel = parcelId(id);
    if (parcel.number.isEmpty())
      continue;
    const QString company = companyOf(parcel);
    requests.push_back(company.isEmpty() ? detection(context, parcel)
                                         : query(context, company, parcel.number, parcel.phone));
  }
  return requests;
}

Result<FetchStep> parseDetection(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(companies, detectedCompanies(got));
  const ParcelId id = parcelId(sent.state);
  FetchStep step;
  if (companies.isEmpty())
    step.snapshots.failures.push_back({id.number, QStringLiteral("no courier is known for this number"), got.body});
  else
    step.next.push_back(query(context, companies.first(), id.number, id.phone));
  return step;
}

/// Families of codes are guesses: what the table does not have is told of, however it was understood.
void noteUnknownStates(Snapshots& snapshots, const Declaration& declaration, const TrackingSnapshot& parcel)
{
  const auto note = [&](const char* where, const QString& code) {
    if (!code.isEmpty() && !declaration.parcelStatus(u"state", code))
      noteUnknownValue(snapshots, QLatin1String(where), code.left(60));
  };
  for (const TrackingEvent& event : parcel.events)
    note("tracking.statusCode", event.rawCode);
  note("tracking.state", parcel.rawStatus);
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation == QLatin1String("tracking.detect"))
    return parseDetection(context, sent, got);
  const Verdict verdict = judge(got);
  FetchStep step;
  if (verdict.kind == QLatin1String("not_found_yet"))
    return step; // nothing to say yet: what was known stays
  if (verdict.kind == QLatin1String("bad_request") || verdict.kind == QLatin1String("phone_check_failed") ||
      verdict.kind == QLatin1String("business")) {
    step.snapshots.failures.push_back({sent.state, explain(got).detail, got.body}); // this number only
    return step;
  }
  if (verdict.kind != QLatin1String("ok"))
    return fail(explain(got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  TrackingSnapshot found = parcel(*context.declaration, root);
  if (found.number.isEmpty())
    found.number = sent.state;
  noteUnknownStates(step.snapshots, *context.declaration, found);
  if (const auto sound = root.check(); sound)
    step.snapshots.tracking.push_back(std::move(found));
  else
    step.snapshots.failures.push_back({found.number, sound.error().detail, got.body});
  return step;
}

/// A number that is nobody's: whatever is said of it, the signature was right.
HttpRequest check(const FetchContext& context)
{
  HttpRequest request = query(context, QStringLiteral("yuantong"), QStringLiteral("YT0000000000000"), {});
  request.operation = QStringLiteral("account.check");
  return request;
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  const QString kind = judge(got).kind;
  if (kind == QLatin1String("auth") || kind == QLatin1String("quota") || kind == QLatin1String("upstream") ||
      kind == QLatin1String("malformed"))
    return fail(explain(got));
  return {};
}

QByteArray secret(const FetchContext& context, const Secrets& secrets, const char* name)
{
  const QString key = QLatin1String(name);
  return secrets.contains(key) ? secrets.value(key).trimmed() : context.fields.value(key).trimmed().toUtf8();
}

/// The secrets of the courier's account stand inside what is signed; they are put there here and nowhere else.
QString withPartnerSecrets(const QString& param, const Secrets& secrets)
{
  QJsonObject object = QJsonDocument::fromJson(param.toUtf8()).object();
  bool isChanged = false;
  for (const auto& [field, key] :
       {std::pair("partner_key", "partnerKey"), std::pair("partner_secret", "partnerSecret")})
    if (const QByteArray value = secrets.value(QLatin1String(field)).trimmed(); !value.isEmpty()) {
      object.insert(QLatin1String(key), QString::fromUtf8(value));
      isChanged = true;
    }
  return isChanged ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) : param;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now, const Nonce&)
{
  if (request.operation == QLatin1String("label.download"))
    return {}; // its address is all that a picture asks for
  const QByteArray key = secret(context, secrets, "key");
  if (key.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the key is missing"), QStringLiteral("field key"));
  if (request.operation == QLatin1String("tracking.detect")) {
    const qsizetype old = request.url.indexOf("&key=");
    request.url =
        (old < 0 ? request.url : request.url.left(old)) + "&key=" + QUrl::toPercentEncoding(QString::fromUtf8(key));
    return {};
  }
  const QUrlQuery form(QString::fromLatin1(request.body));
  const auto sent = [&form](const char* name) { return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
  QString param = sent("param");
  const QString method = sent("method");
  if (!method.isEmpty()) {
    if (request.operation.startsWith(QLatin1String("order.")))
      param = withPartnerSecrets(param, secrets);
    const QByteArray t = QByteArray::number(toMs(now));
    const QByteArray signature = labelSign(param.toUtf8(), t, key, secret(context, secrets, "secret"));
    request.body = formEncode({{QStringLiteral("key"), QString::fromUtf8(key)},
                               {QStringLiteral("method"), method},
                               {QStringLiteral("t"), QString::fromLatin1(t)},
                               {QStringLiteral("sign"), QString::fromLatin1(signature)},
                               {QStringLiteral("param"), param}});
    return {};
  }
  const QByteArray customer = secret(context, secrets, "customer");
  SC_TRY_ASSIGN(signature, querySign(param.toUtf8(), key, customer));
  request.body = formEncode({{QStringLiteral("customer"), QString::fromUtf8(customer)},
                             {QStringLiteral("sign"), QString::fromLatin1(signature)},
                             {QStringLiteral("param"), param}});
  return {};
}

} // namespace

ProviderFunctions functions()
{
  return {.first = first,
          .parse = parse,
          .check = check,
          .parseCheck = parseCheck,
          .buildAction = buildAction,
          .nextAction = nextAction,
          .parseAction = parseAction,
          .inquire = inquire,
          .parseInquiry = parseInquiry,
          .sign = sign,
          .explain = withoutDeclaration<explain>};
}

} // namespace supercargo::kuaidi100
