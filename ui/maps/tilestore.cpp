#include "ui/maps/tilestore.h"

#include "core/base/deliver.h"
#include "core/geo/bundledmap.h"

#include <QtConcurrent>

#include <array>
#include <mutex>

namespace supercargo {
namespace {

constexpr qsizetype kMostBytes = 192 * 1024 * 1024;
constexpr int kMostThreads = 2; ///< and one processor is left to the window: frames must not wait for tiles
constexpr int kMostVectorZoom = 13;
constexpr double kPictureSide = 256;                 ///< what providers draw
constexpr std::chrono::milliseconds kPatience(1500); ///< with a chosen source, before the offline map stands in
constexpr std::chrono::minutes kTryAgain(1);         ///< after that a failing source is asked for what is looked at

/// The levels of the pack, each read when a worker first needs it. They never change, so all maps share them.
struct PackLevel {
  std::once_flag once;
  Result<std::shared_ptr<const MapPack>> pack;
};

const Result<std::shared_ptr<const MapPack>>& packLevel(int index)
{
  static std::array<PackLevel, kMapLevels> levels;
  PackLevel& level = levels[size_t(index)];
  std::call_once(level.once, [&] {
    auto read = bundledMapPack(index);
    if (read)
      level.pack = std::make_shared<const MapPack>(std::move(*read));
    else
      level.pack = fail(read.error());
  });
  return level.pack;
}

} // namespace

Result<std::shared_ptr<const MapPack>> TileStore::pack(double zoom)
{
  return packLevel(mapLevelFor(zoom));
}

TileStore::TileStore(QObject* parent) : QObject(parent), m_wish(std::make_shared<std::atomic<int>>(0))
{
  m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, kMostThreads));
  m_patience.setSingleShot(true);
  m_patience.setInterval(kTryAgain);
  connect(&m_patience, &QTimer::timeout, this, &TileStore::askAgain);
}

TileStore::~TileStore()
{
  ++*m_wish;
  m_pool.clear();
}

void TileStore::forgetAll()
{
  ++m_generation;
  dropWaiting();
  m_asked.clear();
  m_tiles.clear();
  m_bytes = 0;
}

void TileStore::setLook(const MapLook& look, qreal ratio)
{
  if (m_look == look && qFuzzyCompare(m_ratio, ratio))
    return;
  m_look = look;
  m_ratio = ratio;
  forgetAll();
}

void TileStore::setSource(const TileSource& source, const TileFetchOptions& options)
{
  if (m_source == source)
    return;
  m_source = source;
  m_trouble.reset();
  m_fetcher.reset();
  forgetAll();
  if (source.kind == TileSourceKind::Offline)
    return;
  if (const auto checked = checkTileSource(source))
    m_fetcher = std::make_unique<TileFetcher>(source, options);
  else
    m_trouble = checked.error();
}

double TileStore::side() const
{
  return m_fetcher ? kPictureSide / std::max(1.0, std::round(m_ratio)) : kTileSide;
}

int TileStore::mostZoom() const
{
  return m_fetcher ? m_source.mostZoom : kMostVectorZoom;
}

void TileStore::dropWaiting()
{
  ++*m_wish;
  if (m_fetcher)
    m_fetcher->dropWaiting();
}

const QImage* TileStore::known(TileKey key) const
{
  const auto found = m_tiles.constFind(key);
  return found == m_tiles.cend() ? nullptr : &found->image;
}

const QImage* TileStore::tile(TileKey key)
{
  const auto found = m_tiles.find(key);
  if (found != m_tiles.end()) {
    found->used = ++m_clock;
    if (std::exchange(found->mayAskAgain, false) && m_fetcher && !m_asked.contains(key)) {
      m_asked.insert(key);
      fetch(key);
    }
    return &found->image;
  }
  if (m_asked.contains(key) || m_fault)
    return nullptr;
  m_asked.insert(key);
  m_fetcher ? fetch(key) : draw(key);
  return nullptr;
}

void TileStore::draw(TileKey key)
{
  const int wish = *m_wish, generation = m_generation;
  const double zoom = key.zoom + std::log2(side() / 256);
  const auto work = [current = m_wish, wish, key, zoom, look = m_look, ratio = m_ratio,
                     side = side()]() -> Result<QImage> {
    if (*current != wish)
      return fail(ErrorKind::Cancelled, QStringLiteral("no longer needed"));
    SC_TRY_ASSIGN(pack, TileStore::pack(zoom));
    return drawVectorTile(*pack, key, look, ratio, side);
  };
  deliver(QtConcurrent::run(&m_pool, work), this, [this, key, generation](Result<QImage> image) {
    take(key, generation, std::move(image), m_fetcher != nullptr);
  });
}

/// What the chosen source says of itself changes with every answer; when it gives again, so do all who stood in.
void TileStore::setTrouble(std::optional<Error> trouble)
{
  const bool isOver = m_trouble && !trouble;
  m_trouble = std::move(trouble);
  if (m_trouble && !m_patience.isActive())
    m_patience.start();
  if (isOver)
    askAgain();
}

void TileStore::askAgain()
{
  QList<TileKey> keys;
  for (auto tile = m_tiles.begin(); tile != m_tiles.end(); ++tile)
    if (tile->standsIn) {
      tile->mayAskAgain = true;
      keys.append(tile.key());
    }
  for (const TileKey key : keys)
    Q_EMIT tileReady(key); // who still shows it asks
}

void TileStore::fetch(TileKey key)
{
  const int generation = m_generation;
  QTimer::singleShot(kPatience, this, [this, key, generation] { standIn(key, generation); });
  deliver(m_fetcher->tile({key.zoom, key.x, key.y}), this, [this, key, generation](Result<QByteArray> picture) {
    if (generation != m_generation)
      return;
    if (!picture && picture.error().kind == ErrorKind::Cancelled)
      return take(key, generation, fail(picture.error()), false);
    if (!picture) {
      if (picture.error().kind != ErrorKind::NotFound)
        setTrouble(picture.error());
      return draw(key); // the offline map stands in
    }
    setTrouble(std::nullopt);
    const auto decode = [bytes = *picture]() -> Result<QImage> {
      const QImage image = QImage::fromData(bytes);
      if (image.isNull())
        return fail(ErrorKind::BadResponse, QStringLiteral("a tile of the map is damaged"));
      return image.convertToFormat(QImage::Format_RGB32);
    };
    deliver(QtConcurrent::run(&m_pool, decode), this, [this, key, generation](Result<QImage> image) {
      if (generation != m_generation)
        return;
      if (image)
        return take(key, generation, std::move(image), false);
      setTrouble(image.error());
      draw(key);
    });
  });
}

/// A server that hangs leaves no hole; its picture replaces the offline one when it comes after all.
void TileStore::standIn(TileKey key, int generation)
{
  if (generation != m_generation || !m_asked.contains(key))
    return;
  setTrouble(Error{ErrorKind::Timeout, QStringLiteral("no answer yet"), {}, std::nullopt});
  draw(key);
}

void TileStore::take(TileKey key, int generation, Result<QImage> image, bool standsIn)
{
  if (generation != m_generation)
    return;
  m_asked.remove(key);
  if (image)
    keep(key, std::move(*image), standsIn);
  else if (image.error().kind != ErrorKind::Cancelled)
    m_fault = image.error();
  Q_EMIT tileReady(key);
}

void TileStore::keep(TileKey key, QImage image, bool standsIn)
{
  m_bytes += image.sizeInBytes() - m_tiles.value(key).image.sizeInBytes();
  m_tiles.insert(key, {std::move(image), ++m_clock, standsIn, false});
  while (m_bytes > kMostBytes && m_tiles.size() > 1) {
    auto oldest = m_tiles.begin();
    for (auto it = m_tiles.begin(); it != m_tiles.end(); ++it)
      if (it->used < oldest->used)
        oldest = it;
    m_bytes -= oldest->image.sizeInBytes();
    m_tiles.erase(oldest);
  }
}

} // namespace supercargo
