#include "core/providers/alipay/alipay_protocol.h"

#include "core/base/text.h"
#include "core/providers/alipay/alipay_signature.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrlQuery>

namespace supercargo::alipay {
namespace {

const QString kDownload = QStringLiteral("bill.download");

QByteArray field(const Secrets& secrets, const QMap<QString, QString>& fields, const char* name)
{
  const QString key = QLatin1String(name);
  return secrets.contains(key) ? secrets.value(key).trimmed() : fields.value(key).trimmed().toUtf8();
}

/// Certificate mode: which of the trusted certificates signs, and whether it still may.
Result<crypto::Key> certifiedKey(const Secrets& secrets, QByteArrayView sn, Instant now)
{
  SC_TRY_ASSIGN(chain, crypto::Certificate::fromPem(secrets.value(QStringLiteral("alipay_cert"))));
  const QByteArray roots = secrets.value(QStringLiteral("root_cert")).trimmed();
  for (size_t i = 0; i < chain.size(); ++i) {
    if (!sn.isEmpty() && QByteArrayView(certificateSn(chain[i])) != sn)
      continue;
    std::vector<crypto::Certificate> path{chain[i]};
    path.insert(path.end(), chain.begin(), chain.end());
    if (!roots.isEmpty()) {
      SC_TRY_ASSIGN(bundle, crypto::Certificate::fromPem(roots));
      if (!isTrusted(path, bundle, toMs(now)))
        return fail(ErrorKind::Config,
                    QStringLiteral("Alipay's certificate has expired or does not belong to the root"),
                    QStringLiteral("field alipay_cert"));
    }
    return chain[i].publicKey();
  }
  return fail(ErrorKind::Config, QStringLiteral("Alipay signs with a new certificate: download it from the console"),
              QStringLiteral("field alipay_cert"));
}

Result<crypto::Key> answerKey(const Secrets& secrets, QByteArrayView sn, Instant now)
{
  if (!secrets.value(QStringLiteral("alipay_cert")).trimmed().isEmpty())
    return certifiedKey(secrets, sn, now);
  return crypto::Key::publicKey(secrets.value(QStringLiteral("alipay_public_key")));
}

ErrorKind businessKind(const QString& subCode)
{
  static const QHash<QString, ErrorKind> kKinds{
      {QStringLiteral("SYSTEM_ERROR"), ErrorKind::ProviderDown},
      {QStringLiteral("SYSTEM_BUSY"), ErrorKind::ProviderDown},
      {QStringLiteral("UNKNOWN_ERROR"), ErrorKind::ProviderDown},
      {QStringLiteral("UNKNOW_ERROR"), ErrorKind::ProviderDown},
      {QStringLiteral("SYSTEM_RATE_LIMIT"), ErrorKind::RateLimited},
      {QStringLiteral("TRADE_NOT_EXIST"), ErrorKind::NotFound},
      {QStringLiteral("NO_BILL_DATA"), ErrorKind::NotFound},
      {QStringLiteral("BILL_NOT_EXIST"), ErrorKind::NotFound},
      {QStringLiteral("DISCORDANT_REPEAT_REQUEST"), ErrorKind::Conflict},
  };
  return kKinds.value(subCode, ErrorKind::Rejected);
}

ErrorKind argumentKind(const QString& subCode)
{
  if (subCode.contains(QLatin1String("TIMESTAMP")))
    return ErrorKind::Clock;
  for (const char* ours : {"SIGN", "APP-ID", "CERT", "CRYPT", "METHOD", "AUTH"})
    if (subCode.contains(QLatin1String(ours)))
      return ErrorKind::Config;
  return ErrorKind::Rejected;
}

ErrorKind kindOf(const QString& code, const QString& subCode)
{
  if (code == QLatin1String("20000"))
    return ErrorKind::ProviderDown;
  if (code == QLatin1String("20001"))
    return ErrorKind::Auth;
  // 40003 is a condition of the app's, such as a key that does not open what we ask.
  if (code == QLatin1String("40001") || code == QLatin1String("40002") || code == QLatin1String("40003"))
    return argumentKind(subCode);
  if (code == QLatin1String("40004"))
    return businessKind(subCode);
  if (code == QLatin1String("40005"))
    return ErrorKind::RateLimited;
  return code == QLatin1String("40006") ? ErrorKind::Config : ErrorKind::Rejected;
}

} // namespace

HttpRequest call(const FetchContext& context, const char* method, const QJsonObject& content, const QString& operation)
{
  HttpRequest request;
  request.method = "POST";
  request.url = context.endpoint.toUtf8() + "?method=" + method;
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=utf-8");
  request.body = formEncode(
      {{QStringLiteral("biz_content"), QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact))}});
  request.operation = operation;
  return request;
}

QByteArray methodOf(const HttpRequest& request)
{
  const qsizetype query = request.url.indexOf('?');
  return query < 0 ? QByteArray()
                   : QUrlQuery(QString::fromLatin1(request.url.mid(query + 1)))
                         .queryItemValue(QStringLiteral("method"))
                         .toLatin1();
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now, const Nonce&)
{
  if (request.operation == kDownload)
    return {}; // the link carries its own permission
  const auto value = [&](const char* name) { return field(secrets, context.fields, name); };
  SC_TRY_ASSIGN(key, crypto::Key::privateKey(value("private_key")));
  QString content =
      QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(QStringLiteral("biz_content"), QUrl::FullyDecoded);
  const QByteArray contentKey = value("aes_key");
  if (!contentKey.isEmpty()) { // encrypted first, then signed
    SC_TRY_ASSIGN(sealed, encryptContent(contentKey, content.toUtf8()));
    content = QString::fromLatin1(sealed);
    request.body = formEncode({{QStringLiteral("biz_content"), content}});
  }
  Parameters parameters{{QStringLiteral("app_id"), QString::fromUtf8(value("app_id"))},
                        {QStringLiteral("method"), QString::fromLatin1(methodOf(request))},
                        {QStringLiteral("charset"), QStringLiteral("utf-8")},
                        {QStringLiteral("version"), QStringLiteral("1.0")},
                        {QStringLiteral("sign_type"), QStringLiteral("RSA2")},
                        {QStringLiteral("timestamp"), formatLocal(now, kChinaOffset)},
                        {QStringLiteral("biz_content"), content}};
  if (!contentKey.isEmpty())
    parameters.insert(QStringLiteral("encrypt_type"), QStringLiteral("AES"));
  if (!value("app_cert").isEmpty()) {
    SC_TRY_ASSIGN(own, crypto::Certificate::fromPem(value("app_cert")));
    SC_TRY_ASSIGN(roots, crypto::Certificate::fromPem(value("root_cert")));
    parameters.insert(QStringLiteral("app_cert_sn"), QString::fromLatin1(certificateSn(own.front())));
    parameters.insert(QStringLiteral("alipay_root_cert_sn"), QString::fromLatin1(rootCertificateSn(roots)));
  }
  SC_TRY_ASSIGN(signature, signParameters(parameters, key));
  parameters.insert(QStringLiteral("sign"), QString::fromLatin1(signature));
  parameters.remove(QStringLiteral("biz_content")); // no name twice: this one stays in the body
  QList<std::pair<QString, QString>> query;
  for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
    query.append({it.key(), it.value()});
  request.url = request.url.left(request.url.indexOf('?')) + '?' + formEncode(query);
  return {};
}

Result<void> verify(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets, Instant now)
{
  if (sent.operation == kDownload)
    return {}; // another host; the bill proves itself by its totals
  std::optional<Error> keyless;
  const Check check = checkAnswer(methodOf(sent), got.body, [&](QByteArrayView sn) {
    auto key = answerKey(secrets, sn, now);
    if (!key)
      keyless = key.error();
    return key;
  });
  if (keyless)
    return fail(*keyless);
  if (check.verdict == Verdict::Reject)
    return fail(ErrorKind::BadResponse, QStringLiteral("Alipay's answer is not trusted: %1").arg(check.reason));
  return {};
}

Result<QByteArray> decrypt(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets)
{
  const QByteArray key = field(secrets, {}, "aes_key");
  if (sent.operation == kDownload || key.isEmpty())
    return got.body;
  SC_TRY_ASSIGN(answer, takeApart(methodOf(sent), got.body));
  if (!answer.isEncrypted()) // errors may come in clear
    return got.body;
  const QByteArray sealed = answer.value.mid(1).chopped(1).replace("\\/", "/");
  const auto clear = decryptContent(key, sealed);
  if (!clear)
    return fail(ErrorKind::Config, QStringLiteral("the AES key does not open Alipay's answers"),
                QStringLiteral("field aes_key"));
  return "{\"" + answer.root + "\":" + *clear + ",\"sign\":\"" + answer.sign + "\"}";
}

Result<Answer> open(QByteArrayView body)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(body));
  Answer answer;
  for (const auto& [name, value] : root.members()) {
    if (name.endsWith(QLatin1String("_response")))
      answer.value = value;
    answer.isSigned = answer.isSigned || (name == QLatin1String("sign") && !textOf(value).isEmpty());
  }
  if (answer.value.isString())
    return fail(ErrorKind::Config, QStringLiteral("Alipay encrypts its answers: the AES key of the app is needed"),
                QStringLiteral("field aes_key"));
  if (!answer.value.isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("Alipay's answer holds no response"));
  const QString sub = textOf(answer.value["sub_code"]).toUpper();
  answer.subCode = sub.mid(sub.indexOf(u'.') + 1);
  return answer;
}

bool isSuccess(const Answer& answer)
{
  return textOf(answer.value["code"]) == QLatin1String("10000");
}

Error failure(const Answer& answer)
{
  const QString code = textOf(answer.value["code"]);
  const QString message =
      textOf(answer.value["sub_msg"]).isEmpty() ? textOf(answer.value["msg"]) : textOf(answer.value["sub_msg"]);
  return Error{kindOf(code, answer.subCode),
               QStringLiteral("Alipay: %1 %2 %3").arg(code, textOf(answer.value["sub_code"]), message),
               {},
               std::nullopt};
}

Error explain(const Declaration&, const HttpResponse& response)
{
  const auto answer = open(response.body);
  return answer && !isSuccess(*answer) ? failure(*answer) : explainStatus(response);
}

} // namespace supercargo::alipay
