#pragma once

#include "core/base/crypto.h"

#include <QList>

#include <optional>

/// Card numbers and what else UnionPay wants encrypted: RSAES-PKCS1-v1_5 with its encryption certificate, base64.
/// Managing orders needs none of it; kept for merchants whose answers bear encrypted fields.
namespace supercargo::unionpay {

Result<QByteArray> sealField(const QByteArray& text, const crypto::Certificate& encryption);
/// With the merchant's own signing key.
Result<QByteArray> openField(const QByteArray& sealed, const crypto::Key& own);

/// ANSI X9.8: the PIN's block combined with the card number's. Invalid: not 4 to 12 digits, or no card number.
Result<QByteArray> pinBlock(const QByteArray& pin, const QByteArray& cardNumber);

using CustomerFields = QList<std::pair<QByteArray, QByteArray>>;
/// Phone, expiry and security code go into one encrypted part, the PIN is encrypted by itself, the rest is plain.
/// Without a certificate everything is plain.
Result<QByteArray> customerInfo(const CustomerFields& fields, const QByteArray& cardNumber,
                                const std::optional<crypto::Certificate>& encryption);
/// All fields in one list, the encrypted part opened.
Result<CustomerFields> readCustomerInfo(const QByteArray& base64, const crypto::Key& own);

} // namespace supercargo::unionpay
