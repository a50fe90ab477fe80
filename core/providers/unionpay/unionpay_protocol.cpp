#include "core/providers/unionpay/unionpay_protocol.h"

#include "core/providers/unionpay/unionpay_signature.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

namespace supercargo::unionpay {
namespace {

QByteArray field(const Secrets& secrets, const char* name)
{
  return secrets.value(QLatin1String(name)).trimmed();
}

QByteArray signMethodOf(const Secrets& secrets)
{
  const QByteArray chosen = field(secrets, "sign_method");
  return chosen.isEmpty() ? QByteArray("01") : chosen;
}

HttpRequest post(const QString& url, const SortedFields& fields, const QString& operation, const QString& state)
{
  HttpRequest request;
  request.method = "POST";
  request.url = url.toUtf8();
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  request.body = formBody(fields);
  request.operation = operation;
  request.state = state;
  return request;
}

SortedFields common(const FetchContext& context)
{
  return {{"version", "5.1.0"},
          {"encoding", "UTF-8"},
          {"accessType", "0"},
          {"merId", context.fields.value(QStringLiteral("mer_id")).toUtf8()}};
}

/// The test system, and a simulated one on this computer, sign under another name.
bool isProduction(const HttpRequest& sent)
{
  const QString host = QUrl::fromEncoded(sent.url).host();
  return !host.contains(QLatin1String(".test.")) && host != QLatin1String("127.0.0.1") &&
         host != QLatin1String("localhost");
}

Result<Trust> trustOf(const HttpRequest& sent, const Secrets& secrets, Instant now)
{
  Trust trust;
  trust.now = now;
  trust.isProduction = isProduction(sent);
  trust.signMethod = signMethodOf(secrets);
  trust.secureKey = field(secrets, "secure_key");
  if (trust.signMethod != "01")
    return trust;
  for (const char* name : {"middle_cert", "root_cert"}) {
    const auto some = certificatesOf(field(secrets, name));
    if (!some)
      return fail(ErrorKind::Config, some.error().detail, QStringLiteral("field ") + QLatin1String(name));
    trust.issuers.insert(trust.issuers.end(), some->begin(), some->end());
  }
  return trust;
}

ErrorKind kindOf(Meaning meaning)
{
  switch (meaning) {
  case Meaning::Unknown:
    return ErrorKind::Timeout;
  case Meaning::Later:
    return ErrorKind::ProviderDown;
  case Meaning::Limited:
    return ErrorKind::RateLimited;
  case Meaning::Config:
    return ErrorKind::Config;
  case Meaning::Duplicate:
    return ErrorKind::Conflict;
  case Meaning::NotFound:
  case Meaning::NoFile:
    return ErrorKind::NotFound;
  case Meaning::Ok:
  case Meaning::Rejected:
    break;
  }
  return ErrorKind::Rejected;
}

QString told(const Answer& answer)
{
  return QStringLiteral("UnionPay: %1 %2").arg(answer.text("respCode"), answer.text("respMsg")).left(300);
}

} // namespace

HttpRequest call(const FetchContext& context, const char* page, const SortedFields& fields, const QString& operation,
                 const QString& state)
{
  SortedFields all = common(context);
  all.insert(fields);
  return post(context.endpoint + u'/' + QLatin1String(page), all, operation, state);
}

HttpRequest fileCall(const FetchContext& context, QDate day, const QString& operation)
{
  SortedFields fields = common(context);
  fields.insert({{"txnType", "76"},
                 {"txnSubType", "01"},
                 {"bizType", "000000"},
                 {"fileType", "00"},
                 {"settleDate", day.toString(QStringLiteral("MMdd")).toLatin1()},
                 {"txnTime", txnTime(context.now).toLatin1()}});
  const QJsonObject hosts = context.declaration->extra.value(QLatin1String("file_hosts")).toObject();
  HttpRequest request = post(hosts.value(context.endpoint).toString(context.endpoint + QStringLiteral("/file")), fields,
                             operation, day.toString(Qt::ISODate));
  request.timeout = std::chrono::seconds(120);
  return request;
}

HttpRequest stateCall(const FetchContext& context, const QString& orderId, const QString& txnTime,
                      const QString& operation, const QString& state)
{
  return call(context, "queryTrans.do",
              {{"txnType", "00"},
               {"txnSubType", "00"},
               {"bizType", "000201"},
               {"orderId", orderId.toUtf8()},
               {"txnTime", txnTime.toLatin1()}},
              operation, state);
}

Result<void> sign(HttpRequest& request, const FetchContext&, const Secrets& secrets, Instant, const Nonce&)
{
  SortedFields fields = trimmedFields(formFields(request.body));
  fields.insert("signMethod", signMethodOf(secrets));
  if (fields.value("signMethod") == "01") {
    SC_TRY_ASSIGN(own, signerOf(field(secrets, "signing_cert"), field(secrets, "cert_password")));
    fields.insert("certId", own.certId);
    SC_TRY_ASSIGN(signature, signText(canonicalText(fields), own.key));
    fields.insert("signature", signature);
  } else {
    if (field(secrets, "secure_key").isEmpty())
      return fail(ErrorKind::Config, QStringLiteral("this way of signing needs the secure key"),
                  QStringLiteral("field secure_key"));
    fields.insert("signature",
                  secureSignature(fields.value("signMethod") == "12" ? crypto::Hash::Sm3 : crypto::Hash::Sha256,
                                  canonicalText(fields), field(secrets, "secure_key")));
  }
  request.body = formBody(fields);
  return {};
}

Result<void> verify(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets, Instant now)
{
  SC_TRY_ASSIGN(answer, open(got));
  const QString code = answer.text("respCode");
  // Refusals of the message itself come unsigned. They can be shown, but prove nothing.
  if (answer.fields.value("signature").isEmpty() && code != QLatin1String("00"))
    return fail(code == QLatin1String("10") || code == QLatin1String("11") ? ErrorKind::Config : ErrorKind::BadResponse,
                told(answer) + QStringLiteral(" (not signed)"));
  SC_TRY_ASSIGN(trust, trustOf(sent, secrets, now));
  SC_TRY(checkAnswer(answer.fields, trust));
  return checkSubject(formFields(sent.body), answer.fields);
}

Meaning meaningOf(const FetchContext& context, const QString& code)
{
  static const QHash<QString, Meaning> kMeanings{
      {QStringLiteral("ok"), Meaning::Ok},           {QStringLiteral("unknown"), Meaning::Unknown},
      {QStringLiteral("later"), Meaning::Later},     {QStringLiteral("limited"), Meaning::Limited},
      {QStringLiteral("config"), Meaning::Config},   {QStringLiteral("duplicate"), Meaning::Duplicate},
      {QStringLiteral("none"), Meaning::NotFound},   {QStringLiteral("no_file"), Meaning::NoFile},
      {QStringLiteral("refused"), Meaning::Rejected}};
  const QJsonObject table = context.declaration->extra.value(QLatin1String("response_codes")).toObject();
  return kMeanings.value(table.value(code).toString(), Meaning::Rejected);
}

Result<Answer> open(const HttpResponse& got)
{
  Answer answer{answerFields(got.body)};
  if (answer.text("respCode").isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("not an answer of UnionPay's gateway"));
  return answer;
}

Error failure(const FetchContext& context, const Answer& answer)
{
  return Error{kindOf(meaningOf(context, answer.text("respCode"))), told(answer), {}, std::nullopt};
}

QString txnTime(Instant at)
{
  return formatLocal(at, kChinaOffset).left(19).remove(u'-').remove(u':').remove(u' ');
}

QString timeWithin(const QString& orderNumber)
{
  static const QRegularExpression kTime(
      QStringLiteral("20\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])([01]\\d|2[0-3])[0-5]\\d[0-5]\\d"));
  return kTime.match(orderNumber).captured();
}

QString returnOrderId(const QString& requestNumber)
{
  static const QRegularExpression kFits(QStringLiteral("^[0-9A-Za-z]{8,40}$"));
  if (kFits.match(requestNumber).hasMatch())
    return requestNumber;
  // What is left out must not make two numbers one.
  static const QRegularExpression kOther(QStringLiteral("[^0-9A-Za-z]"));
  const QByteArray proof = crypto::digest(crypto::Hash::Sha256, requestNumber.toUtf8()).toHex().left(12);
  return QString(requestNumber).remove(kOther).left(28) + QString::fromLatin1(proof);
}

} // namespace supercargo::unionpay
