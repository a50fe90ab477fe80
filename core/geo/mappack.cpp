#include "core/geo/mappack.h"

#include "core/base/inflate.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr size_t kMostPoints = 32'000'000; ///< the finest level has 1.3 million

/// Reads varints; past the end or out of sense it says so once and gives zeroes from then on.
class PackReader {
public:
  explicit PackReader(QByteArrayView bytes) : m_at(bytes.begin()), m_end(bytes.end()) {}

  bool isGood() const { return m_good; }
  bool atEnd() const { return m_at == m_end; }

  /// Points of rings come from lines named again and again; a damaged file could ask for more than memory holds.
  bool takePoints(size_t count)
  {
    m_points += count;
    return m_points <= kMostPoints;
  }

  quint8 byte()
  {
    if (m_at == m_end) {
      m_good = false;
      return 0;
    }
    return quint8(*m_at++);
  }

  quint64 number()
  {
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const quint8 next = byte();
      value |= quint64(next & 127) << shift;
      if (!(next & 128))
        return value;
    }
    m_good = false;
    return 0;
  }

  qint64 signedNumber()
  {
    const quint64 value = number();
    return value & 1 ? -qint64(value / 2) - 1 : qint64(value / 2);
  }

  /// A count of things that take at least a byte each: more than the rest of the file is damage, not a reason to
  /// allocate.
  size_t count()
  {
    const quint64 value = number();
    if (value > quint64(m_end - m_at)) {
      m_good = false;
      return 0;
    }
    return size_t(value);
  }

  QString text()
  {
    const size_t size = count();
    const QString text = QString::fromUtf8(m_at, qsizetype(size));
    m_at += size;
    return text;
  }

private:
  const char* m_at;
  const char* m_end;
  size_t m_points = 0;
  bool m_good = true;
};

PackLine readLine(PackReader& in, double scale)
{
  PackLine line;
  const size_t count = in.count();
  line.points.reserve(count);
  qint64 x = 0, y = 0;
  for (size_t i = 0; i < count && in.isGood(); ++i) {
    // The world is far smaller than 2^40 steps; sums beyond it come from damage and must not overflow.
    x = std::clamp<qint64>(x + std::clamp<qint64>(in.signedNumber(), -(1LL << 40), 1LL << 40), -(1LL << 41), 1LL << 41);
    y = std::clamp<qint64>(y + std::clamp<qint64>(in.signedNumber(), -(1LL << 40), 1LL << 40), -(1LL << 41), 1LL << 41);
    const PackPoint point{float(double(x) / scale), float(double(y) / scale)};
    line.points.push_back(point);
    line.box.add(point);
  }
  return line;
}

/// A ring is a row of border lines; negative numbers walk them backwards. False: a line that does not exist.
bool readRing(PackReader& in, const std::vector<PackLine>& borders, std::vector<PackPoint>& ring)
{
  const size_t count = in.count();
  for (size_t i = 0; i < count; ++i) {
    const qint64 reference = in.signedNumber();
    const quint64 index = quint64(reference < 0 ? ~reference : reference);
    if (!in.isGood() || index >= borders.size() || !in.takePoints(borders[size_t(index)].points.size()))
      return false;
    const auto& points = borders[size_t(index)].points;
    const size_t skip = ring.empty() || points.empty() ? 0 : 1; // lines share their ends
    if (reference >= 0)
      ring.insert(ring.end(), points.begin() + qsizetype(skip), points.end());
    else
      ring.insert(ring.end(), points.rbegin() + qsizetype(skip), points.rend());
  }
  return true;
}

bool readRegion(PackReader& in, MapPack& pack)
{
  PackRegion region;
  region.country = in.text();
  region.code = in.text();
  region.name = in.text();
  const int index = int(pack.regions.size());
  pack.regions.push_back(std::move(region));
  const size_t areas = in.count();
  for (size_t i = 0; i < areas && in.isGood(); ++i) {
    PackArea area;
    area.region = index;
    area.rings.resize(in.count());
    for (auto& ring : area.rings) {
      if (!readRing(in, pack.borders, ring))
        return false;
      for (const PackPoint point : ring)
        area.box.add(point);
    }
    pack.areas.push_back(std::move(area));
  }
  return in.isGood();
}

} // namespace

void PackBox::add(PackPoint p)
{
  left = std::min(left, p.x);
  right = std::max(right, p.x);
  top = std::min(top, p.y);
  bottom = std::max(bottom, p.y);
}

bool PackBox::meets(const PackBox& other) const
{
  return left <= other.right && right >= other.left && top <= other.bottom && bottom >= other.top;
}

int mapLevelFor(double zoom)
{
  return zoom < 3 ? 0 : zoom < 5 ? 1 : zoom < 7 ? 2 : 3;
}

Result<MapPack> readMapPack(QByteArrayView packed)
{
  SC_TRY_ASSIGN(bytes, inflated(packed));
  PackReader in(bytes);
  const auto damaged = [](const char* what) {
    return fail(ErrorKind::BadResponse, QStringLiteral("the map pack is damaged: %1").arg(QLatin1String(what)));
  };
  const int bits = in.byte();
  if (bits < 8 || bits > 30)
    return damaged("no scale");
  const double scale = std::ldexp(1.0, bits);
  MapPack pack;
  const size_t borders = in.count();
  pack.borders.reserve(borders);
  for (size_t i = 0; i < borders && in.isGood(); ++i) {
    const quint8 kind = in.byte();
    if (kind > quint8(BorderKind::Edge))
      return damaged("a border of an unknown kind");
    pack.borders.push_back(readLine(in, scale));
    pack.borders.back().kind = BorderKind(kind);
  }
  const size_t regions = in.count();
  for (size_t i = 0; i < regions && in.isGood(); ++i)
    if (!readRegion(in, pack))
      return damaged("an area with a border that is not there");
  for (auto* lines : {&pack.rivers, &pack.lakes, &pack.provincesAbroad, &pack.dashes}) {
    const size_t count = in.count();
    for (size_t i = 0; i < count && in.isGood(); ++i)
      lines->push_back(readLine(in, scale));
  }
  if (!in.isGood() || pack.areas.empty())
    return damaged("it ends too early");
  if (!in.atEnd())
    return damaged("something follows its end");
  return pack;
}

} // namespace supercargo
