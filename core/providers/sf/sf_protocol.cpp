#include "core/providers/sf/sf_protocol.h"

#include "core/base/crypto.h"
#include "core/base/text.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace supercargo::sf {
namespace {

constexpr int kMostWrappings = 5;

/// Text that holds JSON becomes that JSON; what is not JSON stays as it was.
JsonReader unwrapped(JsonReader node)
{
  for (int i = 0; i < kMostWrappings && node.isString(); ++i) {
    const auto inner = JsonReader::parse(node.text().toUtf8());
    if (!inner)
      break;
    node = *inner;
  }
  return node;
}

/// Not a problem when it is something else.
QString looseText(const JsonReader& node)
{
  return node.isString() || node.isNumber() ? node.text() : QString();
}

/// true, "true", 1, "1".
bool truthOf(const JsonReader& node)
{
  if (node.isBool())
    return node.boolean();
  const QString text = looseText(node);
  return text == QLatin1String("true") || text == QLatin1String("1");
}

const QHash<QString, Verdict>& verdicts()
{
  const auto verdict = [](const char* kind, const char* retry) {
    return Verdict{QString::fromLatin1(kind), QString::fromLatin1(retry)};
  };
  static const QHash<QString, Verdict> table{
      {QStringLiteral("A1001"), verdict("bad_request", "no")},
      {QStringLiteral("A1002"), verdict("token_expired", "refresh_token_once")},
      {QStringLiteral("A1003"), verdict("permission", "no")},
      {QStringLiteral("A1004"), verdict("permission", "no")},
      {QStringLiteral("A1005"), verdict("rate_limited", "backoff")},
      {QStringLiteral("A1006"), verdict("auth", "no")},
      {QStringLiteral("A1007"), verdict("bad_request", "no")},
      {QStringLiteral("A1008"), verdict("auth", "no")},
      {QStringLiteral("A1009"), verdict("upstream", "backoff")},
      {QStringLiteral("A1010"), verdict("permission", "no")},
      {QStringLiteral("A1011"), verdict("token_expired", "refresh_token_once")},
      {QStringLiteral("A1099"), verdict("upstream", "backoff")},
      {QStringLiteral("8003"), verdict("bad_request", "split_batch")},
      {QStringLiteral("8013"), verdict("bad_request", "no")},
      {QStringLiteral("8016"), verdict("duplicate_order", "query_existing")},
      {QStringLiteral("8018"), verdict("not_found", "no")},
      {QStringLiteral("8024"), verdict("not_found", "no")},
      {QStringLiteral("6150"), verdict("not_found", "no")},
      {QStringLiteral("8037"), verdict("already_cancelled", "treat_as_success_on_cancel")},
      {QStringLiteral("8252"), verdict("already_exists", "no")},
      {QStringLiteral("6133"), verdict("bad_request", "no")},
      {QStringLiteral("S0001"), verdict("bad_request", "no")},
  };
  return table;
}

Verdict verdictOf(const Answer& answer)
{
  if (!answer.isAccepted()) // codes of the platform that are not in its list: it may be ill
    return verdicts().value(answer.platformCode, {QStringLiteral("business"), QStringLiteral("no")});
  if (answer.success)
    return {QStringLiteral("ok"), QStringLiteral("no")};
  return verdicts().value(answer.code, {QStringLiteral("business"), QStringLiteral("no")});
}

ErrorKind kindOf(const Answer& answer, const QString& verdict)
{
  if (answer.platformCode == QLatin1String("A1002") && !answer.byToken)
    return ErrorKind::Clock; // without a token it is our time stamp that has expired
  static const QHash<QString, ErrorKind> kKinds{
      {QStringLiteral("auth"), ErrorKind::Config},
      {QStringLiteral("permission"), ErrorKind::Config},
      {QStringLiteral("token_expired"), ErrorKind::Auth},
      {QStringLiteral("rate_limited"), ErrorKind::RateLimited},
      {QStringLiteral("upstream"), ErrorKind::ProviderDown},
      {QStringLiteral("not_found"), ErrorKind::NotFound},
      {QStringLiteral("duplicate_order"), ErrorKind::Conflict},
  };
  if (answer.code == QLatin1String("8003"))
    return ErrorKind::TooLarge;
  return kKinds.value(verdict, ErrorKind::Rejected);
}

bool hasNoRoutes(const Answer& answer)
{
  const auto list = answer.data["routeResps"].itemsIfAny();
  return answer.data["routeResps"].isArray() && std::all_of(list.begin(), list.end(), [](const JsonReader& parcel) {
           return parcel["routes"].itemsIfAny().empty();
         });
}

HttpRequest formPost(const QByteArray& url, const QList<std::pair<QString, QString>>& form, const QString& operation)
{
  HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  request.body = formEncode(form);
  request.operation = operation;
  return request;
}

/// What proves a call: its digest, or the session in its place.
Result<std::pair<QString, QString>> proof(const FetchContext& context, const Secrets& secrets, const QString& msgData,
                                          const QString& timestamp, const QString& checkword)
{
  if (needsSession(context.fields)) {
    const QByteArray token = secrets.value(QStringLiteral("session"));
    if (token.isEmpty())
      return fail(ErrorKind::Auth, QStringLiteral("not signed in"));
    return std::pair(QStringLiteral("accessToken"), QString::fromUtf8(token));
  }
  SC_TRY_ASSIGN(digested, digest(context.fields.value(QStringLiteral("digest_mode")), msgData, timestamp, checkword));
  return std::pair(QStringLiteral("msgDigest"), QString::fromLatin1(digested));
}

} // namespace

QString trimmedText(const JsonReader& node)
{
  return textOf(node).trimmed();
}

Result<QByteArray> digest(const QString& mode, const QString& msgData, const QString& timestamp,
                          const QString& checkword)
{
  const QString text = msgData + timestamp + checkword;
  if (mode.isEmpty() || mode == QLatin1String("md5"))
    return crypto::digest(crypto::Hash::Md5, javaUrlEncode(text)).toBase64();
  if (mode == QLatin1String("simple_md5"))
    return crypto::digest(crypto::Hash::Md5, text.toUtf8()).toBase64();
  if (mode == QLatin1String("sm3"))
    return crypto::digest(crypto::Hash::Sm3, javaUrlEncode(text)).toBase64();
  return fail(ErrorKind::Config, QStringLiteral("unknown digest mode \"%1\"").arg(mode),
              QStringLiteral("field digest_mode"));
}

Result<Answer> open(QByteArrayView body)
{
  SC_TRY_ASSIGN(parsed, JsonReader::parse(body));
  const JsonReader root = unwrapped(parsed);
  Answer answer;
  answer.platformCode = looseText(root["apiResultCode"]);
  answer.platformMessage = looseText(root["apiErrorMsg"]);
  if (answer.platformCode.isEmpty())
    return fail(ErrorKind::BadResponse,
                QStringLiteral("no apiResultCode: %1").arg(QString::fromUtf8(root.json().left(200))));
  const JsonReader result = unwrapped(root["apiResultData"]);
  if (!answer.isAccepted())
    return answer;
  if (!result.isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("apiResultData is no object"));
  answer.success = truthOf(result["success"]);
  answer.code = looseText(result["errorCode"]);
  answer.message = looseText(result["errorMsg"]);
  answer.data = unwrapped(result["msgData"].hasValue() ? result["msgData"] : result["obj"]);
  return answer;
}

Result<Answer> open(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  answer.byToken = needsSession(context.fields);
  return answer;
}

Verdict judge(const HttpResponse& response)
{
  const auto answer = open(response.body);
  if (answer && answer->success && hasNoRoutes(*answer))
    return {QStringLiteral("ok_empty"), QStringLiteral("later")};
  if (answer)
    return verdictOf(*answer);
  const bool ill = response.status >= 500;
  return {ill ? QStringLiteral("upstream") : QStringLiteral("malformed"), QStringLiteral("backoff")};
}

Error failure(const Answer& answer)
{
  const Verdict verdict = verdictOf(answer);
  const bool platform = !answer.isAccepted();
  return Error{kindOf(answer, verdict.kind),
               QStringLiteral("SF: %1 %2 (%3)")
                   .arg(platform ? answer.platformCode : answer.code,
                        platform ? answer.platformMessage : answer.message, verdict.kind),
               {},
               std::nullopt};
}

Error explain(const Declaration&, const HttpResponse& response)
{
  if (const auto answer = open(response.body); answer && !answer->isAccepted())
    return failure(*answer);
  return explainStatus(response);
}

HttpRequest call(const FetchContext& context, const char* service, const QJsonObject& msgData, const QString& operation)
{
  return formPost(
      context.endpoint.toUtf8(),
      {{QStringLiteral("serviceCode"), QLatin1String(service)},
       {QStringLiteral("msgData"), QString::fromUtf8(QJsonDocument(msgData).toJson(QJsonDocument::Compact))}},
      operation);
}

bool needsSession(const QMap<QString, QString>& fields)
{
  return fields.value(QStringLiteral("digest_mode")) == QLatin1String("oauth2");
}

HttpRequest login(const FetchContext& context)
{
  const QString path = context.declaration->extra.value(QLatin1String("token_path")).toString();
  const QUrl url = QUrl(context.endpoint).resolved(QUrl(QStringLiteral("..") + path)); // in the place of /std/service
  return formPost(url.toEncoded(),
                  {{QStringLiteral("partnerID"), context.fields.value(QStringLiteral("partner_id"))},
                   {QStringLiteral("grantType"), QStringLiteral("password")}},
                  QStringLiteral("login"));
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  if (const auto answer = open(context, got); answer && !answer->isAccepted()) {
    Error error = failure(*answer);
    error.detail = QStringLiteral("SF gives no access token for this partner ID and check word: %1 %2")
                       .arg(answer->platformCode, answer->platformMessage);
    return fail(error);
  }
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  Session session{root["accessToken"].text().toUtf8(), std::nullopt};
  const auto life = root["expiresIn"].integerIfAny();
  SC_TRY(root.check());
  constexpr qint64 kLongest = 30 * 86'400;
  if (life && *life > 0 && *life <= kLongest) // renewed with a tenth of its life left, so that none ends on the way
    session.expiresAt = context.now + std::chrono::seconds(*life * 9 / 10);
  return session;
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce)
{
  if (request.method != "POST")
    return {}; // a label's download carries a token of its own
  const QString checkword = QString::fromUtf8(secrets.value(QStringLiteral("checkword"))).trimmed();
  if (checkword.isEmpty())
    return fail(ErrorKind::Auth, QStringLiteral("the check word is missing"), QStringLiteral("field checkword"));
  if (request.operation == QLatin1String("login")) {
    request.body += "&secret=" + percentEncode(checkword);
    return {};
  }
  const QUrlQuery form(QString::fromLatin1(request.body));
  const auto sent = [&form](const char* name) { return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
  const QString msgData = sent("msgData"), timestamp = QString::number(toMs(now));
  SC_TRY_ASSIGN(proven, proof(context, secrets, msgData, timestamp, checkword));
  request.body = formEncode({{QStringLiteral("partnerID"), context.fields.value(QStringLiteral("partner_id"))},
                             {QStringLiteral("requestID"), nonce},
                             {QStringLiteral("serviceCode"), sent("serviceCode")},
                             {QStringLiteral("timestamp"), timestamp},
                             proven,
                             {QStringLiteral("msgData"), msgData}});
  return {};
}

} // namespace supercargo::sf
