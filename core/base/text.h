#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace supercargo {

/// Decodes GB18030 (and so GBK and GB2312), the encoding of Alipay's bills and Taobao's exports. Bad bytes are an
/// error.
Result<QString> decodeGb18030(QByteArrayView bytes);
Result<QByteArray> encodeGb18030(QStringView text);

/// Strict UTF-8, a leading BOM dropped. Bad bytes are an error.
Result<QString> decodeUtf8(QByteArrayView bytes);

/// Percent-encoding by RFC 3986: everything but A-Z a-z 0-9 - . _ ~ becomes %XX, upper case.
QByteArray percentEncode(QStringView text);

/// The alphabet of java.net.URLEncoder, which SF and others sign with: keeps A-Z a-z 0-9 . - * _, blank becomes +.
QByteArray javaUrlEncode(QStringView text);

/// name=value&name=value, names and values percent-encoded, in the order given.
QByteArray formEncode(const QList<std::pair<QString, QString>>& fields);

/// "Wang Xiaoming" -> "W***"; "王小明" -> "王**". Keeps the first character.
QString maskName(QStringView name);
/// "13812341234" -> "138****1234"; shorter numbers keep their last two digits.
QString maskPhone(QStringView phone);
/// "a.wang@example.com" -> "a***@example.com".
QString maskEmail(QStringView email);

} // namespace supercargo
