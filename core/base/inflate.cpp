#include "core/base/inflate.h"

#include <zlib.h>

namespace supercargo {
namespace {

constexpr int kGzipOrZlib = 15 + 32; ///< window bits; zlib looks at the header for the rest

struct Stream : z_stream {
  Stream() : z_stream{} { isReady = inflateInit2(this, kGzipOrZlib) == Z_OK; }
  ~Stream() { inflateEnd(this); }
  Q_DISABLE_COPY_MOVE(Stream)
  bool isReady = false;
};

} // namespace

Result<QByteArray> inflated(QByteArrayView packed, qsizetype most)
{
  constexpr qsizetype kStep = 64 * 1024;
  Stream stream;
  // zlib's interface predates const.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  QByteArray out;
  int state = stream.isReady ? Z_OK : Z_MEM_ERROR;
  while (state == Z_OK && out.size() <= most) {
    const qsizetype filled = out.size();
    out.resize(filled + kStep);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
    stream.avail_out = static_cast<uInt>(kStep);
    state = ::inflate(&stream, Z_NO_FLUSH);
    out.resize(filled + kStep - static_cast<qsizetype>(stream.avail_out));
  }
  if (out.size() > most)
    return fail(ErrorKind::BadResponse, QStringLiteral("packed data is too large"));
  if (state != Z_STREAM_END)
    return fail(ErrorKind::BadResponse, QStringLiteral("packed data is damaged or cut off"));
  return out;
}

quint32 crc32Of(QByteArrayView data)
{
  return static_cast<quint32>(::crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())));
}

} // namespace supercargo
