/// Files of maps: a level of the base map, the gazetteer, an MBTiles file. Read without a crash or refused with a
/// reason. An input: a byte that says which, then the file; packed ones are packed here, so that the fuzzer sees what
/// lies inside.
#include "core/base/inflate.h"
#include "core/geo/gazetteer.h"
#include "core/geo/mappack.h"
#include "core/tiles/mbtiles.h"
#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

/// gzip with one stored block.
QByteArray stored(const QByteArray& bytes)
{
  const QByteArray clear = bytes.left(0xffff);
  const auto little = [](quint32 value, int count) {
    QByteArray out;
    for (int i = 0; i < count; ++i)
      out += char((value >> (8 * i)) & 0xff);
    return out;
  };
  const auto length = quint32(clear.size());
  return QByteArray::fromHex("1f8b08000000000000ff01") + little(length, 2) + little(~length & 0xffff, 2) + clear +
         little(crc32Of(clear), 4) + little(length, 4);
}

void readMbtiles(const QByteArray& bytes)
{
  static const QTemporaryDir kFolder;
  const QString name = kFolder.filePath(QStringLiteral("map.mbtiles"));
  QFile file(name);
  if (!file.open(QFile::WriteOnly | QFile::Truncate))
    qFatal("the file cannot be written");
  file.write(bytes);
  file.close();
  const auto opened = MbtilesFile::open(name);
  demandReason(opened);
  if (opened)
    for (const TileAddress tile : {TileAddress{0, 0, 0}, TileAddress{3, 5, 2}, TileAddress{30, -1, 1 << 30}})
      demandReason((*opened)->tile(tile));
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
  static QCoreApplication application(*count, *arguments); // databases want one
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 1)
    return 0;
  const QByteArray bytes = bytesOf(data + 1, size - 1);
  switch (data[0] % 4) {
  case 0:
    demandReason(readMapPack(bytes));
    return 0;
  case 1:
    demandReason(readMapPack(qCompress(bytes).mid(4)));
    return 0;
  case 2:
    demandReason(readGazetteer(stored(bytes), bytes));
    return 0;
  default:
    readMbtiles(bytes);
    return 0;
  }
}
