#include "tests/support/storedtext.h"

#include "core/store/packedbytes.h"
#include "tests/support/tempdatabase.h"

#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlRecord>
#include <QtEndian>

namespace supercargo::test {
namespace {

/// Compressed bytes begin with their size and zlib's mark; anything else is as it stands.
QByteArray opened(const QByteArray& bytes)
{
  if (bytes.size() < 6 || bytes.at(4) != 0x78 || qFromBigEndian<quint32>(bytes.constData()) > 256U << 20)
    return bytes;
  return unpackedBytes(bytes);
}

} // namespace

void eachStored(Connection& c, const std::function<void(const QString& place, const QByteArray& value)>& each)
{
  for (const QString& table : c.handle().tables()) {
    // The search index holds words; what it was made from is in order_texts.
    if (table.startsWith(QStringLiteral("order_search")) || table.startsWith(QStringLiteral("sqlite_")))
      continue;
    const QSqlRecord columns = c.handle().record(table);
    must(c.each(QStringLiteral("SELECT * FROM ") + table, {}, [&](const Row& row) {
      for (int i = 0; i < columns.count(); ++i) {
        const bool isBytes = columns.field(i).metaType().id() == QMetaType::QByteArray;
        each(table + u'.' + columns.fieldName(i), isBytes ? opened(row.bytes(i)) : row.text(i).toUtf8());
      }
    }));
  }
}

} // namespace supercargo::test
