#pragma once

#include <QByteArray>

namespace supercargo {

/// Bodies of requests and answers as the database keeps them: text, much alike, and so a fraction of its size.
inline QByteArray packedBytes(const QByteArray& bytes)
{
  return bytes.isEmpty() ? bytes : qCompress(bytes, 3);
}
inline QByteArray unpackedBytes(const QByteArray& stored)
{
  return stored.isEmpty() ? stored : qUncompress(stored);
}

} // namespace supercargo
