#include "core/providers/sortedfields.h"

#include "core/base/text.h"

namespace supercargo {

void addField(SortedFields& fields, const QByteArray& name, const QByteArray& value)
{
  if (!value.isEmpty())
    fields.insert(name, value);
}

QByteArray joinedFields(const SortedFields& fields)
{
  QByteArray text;
  for (auto field = fields.cbegin(); field != fields.cend(); ++field)
    if (field.key() != "sign")
      text += field.key() + field.value();
  return text;
}

QByteArray wrappedMd5(const SortedFields& fields, const QByteArray& secret)
{
  return crypto::digest(crypto::Hash::Md5, secret + joinedFields(fields) + secret).toHex().toUpper();
}

QByteArray fieldsHmac(crypto::Hash hash, const SortedFields& fields, const QByteArray& secret)
{
  return crypto::hmac(hash, secret, joinedFields(fields)).toHex().toUpper();
}

QByteArray formBody(const SortedFields& fields)
{
  QList<std::pair<QString, QString>> list;
  for (auto field = fields.cbegin(); field != fields.cend(); ++field)
    list.append({QString::fromUtf8(field.key()), QString::fromUtf8(field.value())});
  return formEncode(list);
}

SortedFields formFields(const QByteArray& body)
{
  SortedFields fields;
  for (QByteArray pair : body.split('&')) {
    pair.replace('+', ' ');
    const qsizetype equals = pair.indexOf('=');
    if (equals > 0)
      fields.insert(QByteArray::fromPercentEncoding(pair.left(equals)),
                    QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
  }
  return fields;
}

} // namespace supercargo
