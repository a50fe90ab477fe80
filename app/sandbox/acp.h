#pragma once

#include "app/sandbox/books.h"
#include "app/sandbox/http.h"
#include "core/base/crypto.h"

/// UnionPay's ways of writing (ACP 5.1.0), made here again, apart from the provider's code.
namespace supercargo::sandbox::acp {

/// What is signed: "a=1&b=2" by name, without the signature.
QByteArray text(const Fields& fields);
/// RSA over the hex digest of the text.
QByteArray signature(const Fields& fields, const crypto::Key& key);
bool isSigned(const Fields& fields, const crypto::Key& merchant);
/// The digest of the text and of the key's digest: signMethod 11 with SHA-256, 12 with SM3.
QByteArray secureSignature(const Fields& fields, const QString& signMethod, const QByteArray& secureKey);

/// A trade of the merchant's: a payment, or a refund with its own number.
struct Trade {
  Instant at{};
  QString orderId, queryId, original, originalOrder; ///< of refunds: what they pay back
  qint64 amount = 0, fee = 0;
  bool refund = false, isVoid = false;
};
/// "86" and the time and the order's index: found again from the number alone.
QString queryId(Instant at, qint64 index, bool refund);

/// `fileContent` of one settlement day: zip in zlib in base64. Every fifth day corrects the fee of its first payment.
QByteArray fileContent(const std::vector<Trade>& trades, QDate day, const QString& merchant);

} // namespace supercargo::sandbox::acp
