#pragma once

#include "core/base/crypto.h"
#include "core/http/message.h"

#include <functional>

/// WeChat Pay API v3: signatures over requests, answers and callbacks, sealed resources, sensitive fields. Pure.
namespace supercargo::wechatpay {

/// Five lines, each ended by a line feed: method, path with query exactly as on the wire, time, nonce, body.
QByteArray requestMessage(QByteArrayView method, QByteArrayView pathAndQuery, qint64 unixSeconds, QByteArrayView nonce,
                          QByteArrayView body);
/// "https://host/path?query" -> "/path?query".
QByteArray pathAndQuery(QByteArrayView url);

struct Merchant {
  QByteArray mchid, serial; ///< serial: of the merchant's certificate, upper-case hex
};
/// The value of the Authorization header.
Result<QByteArray> authorization(const Merchant& merchant, const crypto::Key& key, const HttpRequest& request,
                                 qint64 unixSeconds, QByteArrayView nonce);

/// The key for `Wechatpay-Serial`: a platform certificate's serial, or a public key's id with its prefix.
using KeyChoice = std::function<Result<crypto::Key>(QByteArrayView serial)>;
/// BadResponse: a header is missing, the time is 300 s or more off, or the signature is wrong. The choice's own error
/// comes through.
Result<void> checkAnswer(const HttpResponse& answer, const KeyChoice& keyOf, Instant now);

/// AEAD_AES_256_GCM with the APIv3 key: {algorithm, nonce, associated_data, ciphertext}.
struct SealedResource {
  QString algorithm;
  QByteArray nonce, associated, ciphertextBase64;
};
Result<QByteArray> openResource(const SealedResource& resource, QByteArrayView apiKey);

/// Sensitive fields: base64 of RSAES-OAEP (SHA-1); the request names the key in `Wechatpay-Serial`.
Result<QByteArray> sealField(const crypto::Key& platformKey, QByteArrayView text);
Result<QByteArray> openField(const crypto::Key& merchantKey, QByteArrayView base64);

} // namespace supercargo::wechatpay
