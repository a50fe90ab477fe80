#include "core/providers/wechatpay/wechatpay_protocol.h"

#include "core/base/text.h"
#include "core/providers/wechatpay/wechatpay_signature.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::wechatpay {
namespace {

const QString kDownload = QStringLiteral("bill.download");
const QString kCertificates = QStringLiteral("session.certificates");
constexpr std::chrono::hours kCertificatesAge{12};

QByteArray field(const Secrets& secrets, const char* name)
{
  return secrets.value(QLatin1String(name)).trimmed();
}

QByteArray plainSerial(QByteArray serial)
{
  serial = serial.toUpper();
  while (serial.startsWith('0'))
    serial.remove(0, 1);
  return serial;
}

Result<crypto::Key> keyAmong(QByteArrayView pem, QByteArrayView serial, Instant now)
{
  SC_TRY_ASSIGN(certificates, crypto::Certificate::fromPem(pem));
  for (const crypto::Certificate& one : certificates)
    if (plainSerial(one.serialHex()) == plainSerial(serial.toByteArray()) && one.isValidAt(toMs(now)))
      return one.publicKey();
  // During a change of certificates answers may name one that came after our download: the engine fetches anew, once.
  return fail(ErrorKind::Auth, QStringLiteral("the answer names a platform certificate that we do not have: %1")
                                   .arg(QString::fromLatin1(serial)));
}

/// Both kinds of key are accepted side by side: a merchant that moves to the public key sees both for a week.
Result<crypto::Key> answerKey(const Secrets& secrets, QByteArrayView serial, Instant now)
{
  if (!field(secrets, "public_key_id").isEmpty() && serial == QByteArrayView(field(secrets, "public_key_id")))
    return crypto::Key::publicKey(field(secrets, "public_key"));
  const QByteArray certificates = field(secrets, "session");
  if (certificates.isEmpty() || serial.startsWith("PUB_KEY_ID_"))
    return fail(ErrorKind::Config, QStringLiteral("the answer names another key than the WeChat Pay public key"),
                QStringLiteral("field public_key_id"));
  return keyAmong(certificates, serial, now);
}

/// The certificates of GET /v3/certificates in PEM form, opened with the APIv3 key.
Result<QByteArray> openedCertificates(QByteArrayView body, QByteArrayView apiKey)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(body));
  QByteArray pem;
  for (const JsonReader& item : root["data"].items()) {
    const JsonReader sealed = item["encrypt_certificate"];
    const SealedResource resource{sealed["algorithm"].text(), sealed["nonce"].text().toUtf8(),
                                  textOf(sealed["associated_data"]).toUtf8(), sealed["ciphertext"].text().toUtf8()};
    SC_TRY(root.check());
    auto opened = openResource(resource, apiKey);
    if (!opened)
      return fail(ErrorKind::Config, QStringLiteral("the APIv3 key does not open the platform's certificates"),
                  QStringLiteral("field api_v3_key"));
    pem += opened->trimmed() + '\n';
  }
  SC_TRY(root.check());
  return pem;
}

/// A wrong clock has the code of a wrong signature: only words tell them apart.
ErrorKind kindOf(const Declaration& declaration, const QString& code, const QString& message)
{
  static const QHash<QString, ErrorKind> kKinds{
      {QStringLiteral("SIGN_ERROR"), ErrorKind::Config},
      {QStringLiteral("NO_AUTH"), ErrorKind::Config},
      {QStringLiteral("MCH_NOT_EXISTS"), ErrorKind::Config},
      {QStringLiteral("APPID_MCHID_NOT_MATCH"), ErrorKind::Config},
      {QStringLiteral("ORDER_NOT_EXIST"), ErrorKind::NotFound},
      {QStringLiteral("RESOURCE_NOT_EXISTS"), ErrorKind::NotFound},
      {QStringLiteral("NO_STATEMENT_EXIST"), ErrorKind::NotFound},
      {QStringLiteral("RATELIMIT_EXCEEDED"), ErrorKind::RateLimited},
      {QStringLiteral("FREQUENCY_LIMITED"), ErrorKind::RateLimited},
      {QStringLiteral("FREQUENCY_LIMIT_EXCEED"), ErrorKind::RateLimited},
      {QStringLiteral("RATE_LIMITED"), ErrorKind::RateLimited},
      {QStringLiteral("SYSTEM_ERROR"), ErrorKind::ProviderDown},
      {QStringLiteral("SERVICE_UNAVAILABLE"), ErrorKind::ProviderDown},
      {QStringLiteral("BANK_ERROR"), ErrorKind::ProviderDown},
      {QStringLiteral("STATEMENT_CREATING"), ErrorKind::ProviderDown},
      {QStringLiteral("USERPAYING"), ErrorKind::ProviderDown},
  };
  const ErrorKind kind = kKinds.value(code, ErrorKind::Rejected);
  const bool isClock = declaration.says("clock_words", message);
  return isClock && (kind == ErrorKind::Config || kind == ErrorKind::Rejected) ? ErrorKind::Clock : kind;
}

} // namespace

HttpRequest get(const FetchContext& context, const QString& path, const QString& operation)
{
  HttpRequest request;
  request.url = context.endpoint.toUtf8() + path.toUtf8();
  request.setHeader("Accept", "application/json");
  request.operation = operation;
  return request;
}

HttpRequest post(const FetchContext& context, const QString& path, const QJsonObject& content, const QString& operation)
{
  HttpRequest request = get(context, path, operation);
  request.method = "POST";
  request.setHeader("Content-Type", "application/json");
  request.body = QJsonDocument(content).toJson(QJsonDocument::Compact);
  return request;
}

QString pathPart(const QString& text)
{
  return QString::fromLatin1(percentEncode(text));
}

Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce)
{
  Secrets all = secrets;
  for (auto it = context.fields.begin(); it != context.fields.end(); ++it)
    if (!all.contains(it.key()))
      all.insert(it.key(), it.value().toUtf8());
  SC_TRY_ASSIGN(key, crypto::Key::privateKey(field(all, "private_key")));
  const Merchant merchant{field(all, "mchid"), field(all, "serial_no").toUpper()};
  SC_TRY_ASSIGN(value, authorization(merchant, key, request, toMs(now) / 1000, nonce.left(32).toUtf8()));
  request.setHeader("Authorization", value);
  if (const QByteArray id = field(all, "public_key_id"); !id.isEmpty())
    request.setHeader("Wechatpay-Serial", id); // answers are signed with the key that the request names
  return {};
}

Result<void> verify(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets, Instant now)
{
  if (sent.operation == kDownload)
    return {}; // unsigned by design; the announced hash proves the file
  if (sent.operation == kCertificates) {
    // First contact: what the APIv3 key opens is trusted, and must have signed this very answer.
    SC_TRY_ASSIGN(pem, openedCertificates(got.body, field(secrets, "api_v3_key")));
    return checkAnswer(
        got, [&](QByteArrayView serial) { return keyAmong(pem, serial, now); }, now);
  }
  return checkAnswer(
      got, [&](QByteArrayView serial) { return answerKey(secrets, serial, now); }, now);
}

Result<QByteArray> decrypt(const HttpRequest& sent, const HttpResponse& got, const Secrets& secrets)
{
  if (sent.operation != kCertificates)
    return got.body;
  SC_TRY_ASSIGN(pem, openedCertificates(got.body, field(secrets, "api_v3_key")));
  return QJsonDocument(QJsonObject{{QStringLiteral("certificates"), QString::fromUtf8(pem)}})
      .toJson(QJsonDocument::Compact);
}

bool needsSession(const QMap<QString, QString>& fields)
{
  return fields.value(QStringLiteral("public_key_id")).trimmed().isEmpty();
}

HttpRequest login(const FetchContext& context)
{
  return get(context, QStringLiteral("/v3/certificates"), kCertificates);
}

Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const QByteArray pem = root["certificates"].text().toUtf8();
  SC_TRY(root.check());
  SC_TRY(crypto::Certificate::fromPem(pem));
  return Session{pem, context.now + kCertificatesAge};
}

QString codeOf(const HttpResponse& response)
{
  const auto root = JsonReader::parse(response.body);
  return root && root->isObject() ? textOf((*root)["code"]) : QString();
}

Error explain(const Declaration& declaration, const HttpResponse& response)
{
  Error error = explainStatus(response);
  const QString code = codeOf(response);
  if (code.isEmpty())
    return error;
  const auto root = JsonReader::parse(response.body);
  const QString message = textOf((*root)["message"]);
  const QString where = textOf((*root)["detail"]["field"]);
  error.kind = kindOf(declaration, code, message);
  error.detail = QStringLiteral("WeChat Pay: %1 %2").arg(code, message);
  if (!where.isEmpty())
    error.detail += QStringLiteral(" (%1)").arg(where);
  return error;
}

} // namespace supercargo::wechatpay
