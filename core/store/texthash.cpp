#include "core/store/texthash.h"

#include "core/store/orderhash.h"

namespace supercargo {

qint64 textHash(const QStringList& texts)
{
  QByteArray bytes;
  for (const QString& text : texts) { // each with its length, so that no two lists run together
    const QByteArray utf8 = text.toUtf8();
    bytes += QByteArray::number(utf8.size()) + ':' + utf8;
  }
  return contentHash(QByteArrayView(bytes));
}

} // namespace supercargo
