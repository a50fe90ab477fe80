#pragma once

#include "core/base/crypto.h"
#include "core/base/instant.h"
#include "core/providers/sortedfields.h"

#include <QString>

/// Signatures of UnionPay's ACP 5.1.0. Everything is bytes: texts may be UTF-8 or GBK, and are signed as they stand.
namespace supercargo::unionpay {

/// What a request signs and sends: values trimmed, blank ones gone.
SortedFields trimmedFields(const SortedFields& fields);
/// "a=1&b=2" in byte order of the names, without `signature`, nothing encoded.
QByteArray canonicalText(const SortedFields& fields);
/// Lower-case hex SHA-256: what RSA signs once more.
QByteArray digestText(const QByteArray& canonical);
/// signMethod 01, base64.
Result<QByteArray> signText(const QByteArray& canonical, const crypto::Key& key);
/// signMethod 11 (SHA-256) and 12 (SM3), lower-case hex.
QByteArray secureSignature(crypto::Hash hash, const QByteArray& canonical, const QByteArray& secureKey);

/// The merchant's signing certificate.
struct Signer {
  QByteArray certId; ///< decimal serial
  crypto::Key key;
};
/// A .pfx in base64, or key and certificate in PEM. Config: it cannot be read, or the password is another.
Result<Signer> signerOf(const QByteArray& text, const QByteArray& password);
/// PEM with or without line breaks, or bare base64. Config when there is none.
Result<std::vector<crypto::Certificate>> certificatesOf(const QByteArray& text);

/// An answer's body: k=v joined by & and not encoded; braces protect what is inside; perhaps one pair around all.
SortedFields answerFields(const QByteArray& body);

/// Whom to believe.
struct Trust {
  std::vector<crypto::Certificate> issuers; ///< middle and root certificates
  bool isProduction = true;                 ///< the test system signs under another name
  Instant now{};
  QByteArray signMethod = "01", secureKey;
};
/// The error says what is wrong: BadResponse.
Result<void> checkAnswer(const SortedFields& answer, const Trust& trust);
/// The answer is about what was asked: merchant, order, time, settlement day.
Result<void> checkSubject(const SortedFields& asked, const SortedFields& answer);

} // namespace supercargo::unionpay
