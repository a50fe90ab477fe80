#include "core/store/columnpack.h"

namespace supercargo {

ColumnPacker::ColumnPacker(const QStringList& words, qint64 rows)
{
  appendUnsigned(quint64(words.size()));
  for (const QString& word : words) {
    const QByteArray text = word.toUtf8();
    appendUnsigned(quint64(text.size()));
    m_bytes += text;
  }
  appendUnsigned(quint64(rows));
}

void ColumnPacker::appendUnsigned(quint64 value)
{
  for (; value >= 0x80; value >>= 7)
    m_bytes += char(0x80 | (value & 0x7f));
  m_bytes += char(value);
}

ColumnUnpacker::ColumnUnpacker(const QByteArray& bytes)
    : m_bytes(bytes), m_at(m_bytes.constData()), m_end(m_at + m_bytes.size())
{
  // Everything takes at least one byte, so that a damaged count cannot ask for more memory than there are bytes.
  const auto left = [this] { return quint64(m_end - m_at); };
  quint64 words = readUnsigned();
  for (m_isDamaged |= words > left(); words > 0 && !m_isDamaged; --words) {
    const quint64 size = readUnsigned();
    m_isDamaged |= size > left();
    if (m_isDamaged)
      break;
    m_words.append(QString::fromUtf8(m_at, qsizetype(size)));
    m_at += size;
  }
  const quint64 rows = m_isDamaged ? 0 : readUnsigned();
  m_isDamaged |= rows > left();
  m_rows = m_isDamaged ? 0 : qint64(rows);
}

} // namespace supercargo
