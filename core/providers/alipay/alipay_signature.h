#pragma once

#include "core/base/crypto.h"

#include <QMap>

#include <functional>

/// Alipay's RSA2 signatures over requests, answers and notifications; its certificates and content encryption. Pure.
/// Answers are checked over the received bytes, never over JSON written anew.
namespace supercargo::alipay {

using Parameters = QMap<QString, QString>;

/// "name=value&…" by name, without `sign` and without empty values; values as they are.
QString canonicalText(const Parameters& parameters);
/// base64 of the signature over the canonical text in the request's charset (UTF-8 or GBK).
Result<QByteArray> signParameters(const Parameters& parameters, const crypto::Key& privateKey);

enum class Verdict {
  Accept,
  Reject,
  UnsignedError, ///< an error without signature: may be shown, is no proof of anything
};

/// An answer taken apart. Views into nothing: the bytes are copies.
struct SignedAnswer {
  QByteArray root;  ///< "alipay_trade_query_response" or "error_response"
  QByteArray value; ///< exactly as received: an object, or a text with its quotes (an encrypted answer)
  QByteArray sign;  ///< base64; empty when there is none
  QByteArray certificateSn;
  bool isEncrypted() const { return value.startsWith('"'); }
};

/// BadResponse for what cannot be trusted whatever its signature: cut or foreign text, another method's answer, a
/// member that occurs twice (a forger's second answer), names with escapes.
Result<SignedAnswer> takeApart(QByteArrayView method, QByteArrayView body);

/// The key that signs for a certificate's SN (empty: the answer names none).
using KeyChoice = std::function<Result<crypto::Key>(QByteArrayView certificateSn)>;

struct Check {
  Verdict verdict = Verdict::Reject;
  QString reason;
  SignedAnswer answer;
};
Check checkAnswer(QByteArrayView method, QByteArrayView body, const KeyChoice& keyOf);

/// Lower-case hex MD5 over issuer and serial.
QByteArray certificateSn(const crypto::Certificate& certificate);
/// The SNs of the RSA certificates of a bundle, in its order.
QByteArray rootCertificateSn(const std::vector<crypto::Certificate>& bundle);
/// The first certificate of the chain is valid now and leads, through the others, to one of the roots.
bool isTrusted(const std::vector<crypto::Certificate>& chain, const std::vector<crypto::Certificate>& roots,
               qint64 nowMs);

/// AES-128-CBC with a zero IV; key and ciphertext in base64.
Result<QByteArray> encryptContent(QByteArrayView keyBase64, QByteArrayView text);
Result<QByteArray> decryptContent(QByteArrayView keyBase64, QByteArrayView ciphertextBase64);

/// A notification that Alipay posted. V1 leaves sign_type out of the signed text, V2 keeps it: both are tried.
struct Notification {
  bool isAuthentic = false;
  QString canonical; ///< the text that was checked
  Parameters parameters;
};
Notification checkNotification(QByteArrayView form, const crypto::Key& alipayKey);

} // namespace supercargo::alipay
