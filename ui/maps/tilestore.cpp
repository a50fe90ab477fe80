#include "ui/maps/tilestore.h"

#include "core/base/deliver.h"
#include "core/geo/bundledmap.h"

#include <QtConcurrent>

#include <array>
#include <mutex>

namespace supercargo {
namespace {

constexpr qsizetype kMostBytes = 192 * 1024 * 1024;
constexpr int kMostThreads = 2; ///< the rest of the machine has its own work

} // namespace

/// The levels of the pack, each read when a worker first needs it.
struct TileStore::Packs {
  struct Level {
    std::once_flag once;
    Result<MapPack> pack;
  };
  std::array<Level, kMapLevels> levels;

  const Result<MapPack>& level(int index)
  {
    Level& level = levels[size_t(index)];
    std::call_once(level.once, [&] { level.pack = bundledMapPack(index); });
    return level.pack;
  }
};

TileStore::TileStore(QObject* parent)
    : QObject(parent), m_packs(std::make_shared<Packs>()), m_generation(std::make_shared<std::atomic<int>>(0))
{
  m_pool.setMaxThreadCount(kMostThreads);
}

TileStore::~TileStore()
{
  ++*m_generation;
  m_pool.clear();
}

void TileStore::setLook(const MapLook& look, qreal ratio)
{
  if (m_look == look && qFuzzyCompare(m_ratio, ratio))
    return;
  m_look = look;
  m_ratio = ratio;
  dropWaiting();
  m_tiles.clear();
  m_bytes = 0;
}

void TileStore::dropWaiting()
{
  ++*m_generation;
  m_asked.clear();
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
    return &found->image;
  }
  if (m_asked.contains(key) || !m_fault.isEmpty())
    return nullptr;
  m_asked.insert(key);
  const int generation = *m_generation;
  const auto draw = [packs = m_packs, current = m_generation, generation, key, look = m_look,
                     ratio = m_ratio]() -> Result<QImage> {
    if (*current != generation)
      return fail(ErrorKind::Cancelled, QStringLiteral("no longer needed"));
    const auto& pack = packs->level(mapLevelFor(key.zoom + 1));
    if (!pack)
      return fail(pack.error());
    return drawVectorTile(*pack, key, look, ratio);
  };
  deliver(QtConcurrent::run(&m_pool, draw), this, [this, key, generation](Result<QImage> image) {
    if (generation != *m_generation)
      return;
    m_asked.remove(key);
    if (image)
      keep(key, std::move(*image));
    else
      m_fault = image.error().detail;
    Q_EMIT tileReady();
  });
  return nullptr;
}

void TileStore::keep(TileKey key, QImage image)
{
  m_bytes += image.sizeInBytes();
  m_tiles.insert(key, {std::move(image), ++m_clock});
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
