#pragma once

#include "core/base/crypto.h"

#include <QByteArray>
#include <QMap>

/// Signatures over sorted parameters, as China's shops want them: names in byte order, name and value joined without
/// separators, raw UTF-8, nothing encoded. Pure.
namespace supercargo {

/// Parameters of one call, name to value, UTF-8, in the byte order of their names.
using SortedFields = QMap<QByteArray, QByteArray>;

/// Adds a field; one without a value is neither sent nor signed.
void addField(SortedFields& fields, const QByteArray& name, const QByteArray& value);

/// name1value1name2value2…, without `sign`.
QByteArray joinedFields(const SortedFields& fields);

/// Upper-case hex of MD5(secret + joined fields + secret).
QByteArray wrappedMd5(const SortedFields& fields, const QByteArray& secret);
/// Upper-case hex of HMAC(secret, joined fields).
QByteArray fieldsHmac(crypto::Hash hash, const SortedFields& fields, const QByteArray& secret);

/// application/x-www-form-urlencoded, both ways.
QByteArray formBody(const SortedFields& fields);
SortedFields formFields(const QByteArray& body);

} // namespace supercargo
