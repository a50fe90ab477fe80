#pragma once

#include <QByteArray>
#include <QStringList>

namespace supercargo {

/// Rows of whole numbers as few bytes, column by column: each number as its difference to the one above, seven bits to
/// a byte (LEB128, sign folded in), so that what ascends or repeats takes one byte a row. Words, to which columns may
/// point by their place, stand before. The same rows make the same bytes.
class ColumnPacker {
public:
  ColumnPacker(const QStringList& words, qint64 rows);
  template <class Numbers> ///< as many as there are rows
  void append(const Numbers& numbers)
  {
    qint64 above = 0;
    for (const qint64 number : numbers) {
      appendSigned(qint64(quint64(number) - quint64(above)));
      above = number;
    }
  }
  QByteArray take() { return std::move(m_bytes); }

private:
  void appendUnsigned(quint64 value);
  void appendSigned(qint64 value) { appendUnsigned((quint64(value) << 1) ^ quint64(value >> 63)); }

  QByteArray m_bytes;
};

/// Reads what a ColumnPacker made. Bytes that it did not make are noticed, never read past their end.
class ColumnUnpacker {
public:
  explicit ColumnUnpacker(const QByteArray& bytes);

  const QStringList& words() const { return m_words; }
  qint64 rows() const { return m_rows; }
  /// Calls `each` for every row's number of the next column; false: the bytes are damaged.
  template <class Each>
  bool column(Each each)
  {
    quint64 number = 0;
    for (qint64 row = 0; row < m_rows; ++row) {
      const quint64 folded = readUnsigned();
      number += (folded >> 1) ^ (0 - (folded & 1));
      each(row, qint64(number));
    }
    return !m_isDamaged;
  }
  bool isAtEnd() const { return !m_isDamaged && m_at == m_end; }

private:
  quint64 readUnsigned()
  {
    quint64 value = 0;
    for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
      const auto byte = quint8(*m_at++);
      value |= quint64(byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
    m_isDamaged = true;
    return 0;
  }

  QByteArray m_bytes;
  const char *m_at = nullptr, *m_end = nullptr;
  QStringList m_words;
  qint64 m_rows = 0;
  bool m_isDamaged = false;
};

} // namespace supercargo
