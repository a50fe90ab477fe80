#include "core/base/text.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace supercargo {
namespace {

QByteArray encodeExcept(QStringView text, QByteArrayView kept, bool plusForBlank)
{
  static constexpr char kHex[] = "0123456789ABCDEF";
  const QByteArray utf8 = text.toUtf8();
  QByteArray out;
  out.reserve(utf8.size() * 3 / 2);
  for (const char c : utf8) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (alphanumeric || kept.contains(c)) {
      out.append(c);
    } else if (c == ' ' && plusForBlank) {
      out.append('+');
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.append('%').append(kHex[byte >> 4]).append(kHex[byte & 15]);
    }
  }
  return out;
}

} // namespace

Result<QString> decodeGb18030(QByteArrayView bytes)
{
  QStringDecoder decoder("GB18030");
  if (!decoder.isValid())
    return fail(ErrorKind::Config, QStringLiteral("this build of Qt has no GB18030 (needs ICU)"));
  QString text = decoder.decode(bytes);
  if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
    return fail(ErrorKind::BadResponse, QStringLiteral("text is not valid GB18030"));
  return text;
}

Result<QByteArray> encodeGb18030(QStringView text)
{
  QStringEncoder encoder("GB18030");
  if (!encoder.isValid())
    return fail(ErrorKind::Config, QStringLiteral("this build of Qt has no GB18030 (needs ICU)"));
  QByteArray bytes = encoder.encode(text);
  if (encoder.hasError())
    return fail(ErrorKind::Invalid, QStringLiteral("text cannot be written in GB18030"));
  return bytes;
}

Result<QString> decodeUtf8(QByteArrayView bytes)
{
  QStringDecoder decoder(QStringDecoder::Utf8);
  QString text = decoder.decode(bytes);
  if (decoder.hasError())
    return fail(ErrorKind::BadResponse, QStringLiteral("text is not valid UTF-8"));
  return text;
}

QByteArray percentEncode(QStringView text)
{
  return encodeExcept(text, "-._~", false);
}
QByteArray javaUrlEncode(QStringView text)
{
  return encodeExcept(text, ".-*_", true);
}

QByteArray formEncode(const QList<std::pair<QString, QString>>& fields)
{
  QByteArray out;
  for (const auto& [name, value] : fields) {
    if (!out.isEmpty())
      out.append('&');
    out.append(percentEncode(name)).append('=').append(percentEncode(value));
  }
  return out;
}

QString maskName(QStringView name)
{
  name = name.trimmed();
  if (name.isEmpty())
    return {};
  const qsizetype first = name.front().isHighSurrogate() ? 2 : 1;
  const bool cjk = name.front().script() == QChar::Script_Han || name.front().isHighSurrogate();
  return name.left(first).toString() +
         (cjk ? QString(std::clamp<qsizetype>(name.size() - first, 1, 2), u'*') : QStringLiteral("***"));
}

QString maskPhone(QStringView phone)
{
  phone = phone.trimmed();
  if (phone.isEmpty() || phone.contains(u'*'))
    return phone.toString();
  if (phone.size() < 8)
    return QStringLiteral("****") + phone.right(2).toString();
  return phone.left(phone.size() - 8).toString() + QStringLiteral("****") + phone.right(4).toString();
}

QString maskEmail(QStringView email)
{
  email = email.trimmed();
  const qsizetype at = email.indexOf(u'@');
  if (at <= 0)
    return email.isEmpty() ? QString() : QStringLiteral("***");
  return email.left(1).toString() + QStringLiteral("***") + email.mid(at).toString();
}

} // namespace supercargo
