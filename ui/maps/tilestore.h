#pragma once

#include "ui/maps/vectortile.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace supercargo {

/// The tiles of the offline map: drawn in workers when first asked for, kept while there is room, the least recently
/// used dropped. GUI thread.
class TileStore : public QObject {
  Q_OBJECT
public:
  explicit TileStore(QObject* parent = nullptr);
  ~TileStore() override;

  /// Another look or ratio forgets all tiles.
  void setLook(const MapLook& look, qreal ratio);

  /// The tile when it is there, else null; it is then being drawn and `tileReady` follows.
  const QImage* tile(TileKey key);
  /// What is there, without asking for it.
  const QImage* known(TileKey key) const;
  /// Forgets what was asked for and not begun: a new frame asks again for what it still needs.
  void dropWaiting();
  bool isBusy() const { return !m_asked.isEmpty(); }
  QString fault() const { return m_fault; } ///< why there is no map; English

Q_SIGNALS:
  void tileReady();

private:
  struct Kept {
    QImage image;
    quint64 used = 0;
  };
  struct Packs;
  void keep(TileKey key, QImage image);

  std::shared_ptr<Packs> m_packs;
  MapLook m_look;
  qreal m_ratio = 0;
  QHash<TileKey, Kept> m_tiles;
  QSet<TileKey> m_asked;
  quint64 m_clock = 0;
  qsizetype m_bytes = 0;
  std::shared_ptr<std::atomic<int>> m_generation;
  QString m_fault;
  QThreadPool m_pool;
};

} // namespace supercargo
