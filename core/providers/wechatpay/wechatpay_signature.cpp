#include "core/providers/wechatpay/wechatpay_signature.h"

namespace supercargo::wechatpay {
namespace {

constexpr qint64 kWindowSeconds = 300; ///< both ways, as the official SDKs have it

Result<QByteArray> fromBase64(QByteArrayView text)
{
  auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
  if (!decoded)
    return fail(ErrorKind::BadResponse, QStringLiteral("not base64"));
  return std::move(decoded.decoded);
}

} // namespace

QByteArray requestMessage(QByteArrayView method, QByteArrayView pathAndQuery, qint64 unixSeconds, QByteArrayView nonce,
                          QByteArrayView body)
{
  QByteArray message;
  for (const QByteArray& line : {method.toByteArray(), pathAndQuery.toByteArray(), QByteArray::number(unixSeconds),
                                 nonce.toByteArray(), body.toByteArray()})
    message += line + '\n';
  return message;
}

QByteArray pathAndQuery(QByteArrayView url)
{
  const qsizetype host = url.indexOf("://");
  const qsizetype path = url.indexOf('/', host < 0 ? 0 : host + 3);
  return path < 0 ? QByteArray("/") : url.sliced(path).toByteArray();
}

Result<QByteArray> authorization(const Merchant& merchant, const crypto::Key& key, const HttpRequest& request,
                                 qint64 unixSeconds, QByteArrayView nonce)
{
  SC_TRY_ASSIGN(signature, key.signSha256(requestMessage(request.method, pathAndQuery(request.url), unixSeconds, nonce,
                                                         request.body)));
  return "WECHATPAY2-SHA256-RSA2048 mchid=\"" + merchant.mchid + "\",serial_no=\"" + merchant.serial +
         "\",timestamp=\"" + QByteArray::number(unixSeconds) + "\",nonce_str=\"" + nonce.toByteArray() +
         "\",signature=\"" + signature.toBase64() + '"';
}

Result<void> checkAnswer(const HttpResponse& answer, const KeyChoice& keyOf, Instant now)
{
  for (const char* name : {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"})
    if (answer.header(name).isEmpty())
      return fail(ErrorKind::BadResponse, QStringLiteral("the answer has no header %1").arg(QLatin1String(name)));
  bool isNumber = false;
  const qint64 stamp = answer.header("Wechatpay-Timestamp").toLongLong(&isNumber);
  if (!isNumber || std::abs(toMs(now) / 1000 - stamp) >= kWindowSeconds)
    return fail(ErrorKind::BadResponse, QStringLiteral("the answer's time is not within five minutes of ours"));
  SC_TRY_ASSIGN(key, keyOf(answer.header("Wechatpay-Serial")));
  SC_TRY_ASSIGN(signature, fromBase64(answer.header("Wechatpay-Signature")));
  const QByteArray message =
      answer.header("Wechatpay-Timestamp") + '\n' + answer.header("Wechatpay-Nonce") + '\n' + answer.body + '\n';
  if (!key.verifySha256(message, signature))
    return fail(ErrorKind::BadResponse, QStringLiteral("the answer's signature is wrong"));
  return {};
}

Result<QByteArray> openResource(const SealedResource& resource, QByteArrayView apiKey)
{
  if (resource.algorithm != QLatin1String("AEAD_AES_256_GCM"))
    return fail(ErrorKind::BadResponse, QStringLiteral("sealed with an unknown algorithm %1").arg(resource.algorithm));
  SC_TRY_ASSIGN(sealed, fromBase64(resource.ciphertextBase64));
  return crypto::openGcm(apiKey, resource.nonce, sealed, resource.associated);
}

Result<QByteArray> sealField(const crypto::Key& platformKey, QByteArrayView text)
{
  SC_TRY_ASSIGN(sealed, platformKey.encryptOaep(text));
  return sealed.toBase64();
}

Result<QByteArray> openField(const crypto::Key& merchantKey, QByteArrayView base64)
{
  SC_TRY_ASSIGN(sealed, fromBase64(base64));
  return merchantKey.decryptOaep(sealed);
}

} // namespace supercargo::wechatpay
