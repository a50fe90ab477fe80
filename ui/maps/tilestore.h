#pragma once

#include "core/tiles/tilefetcher.h"
#include "ui/maps/vectortile.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace supercargo {

/// The tiles of the base map: drawn from the offline pack or brought from the source a person chose, in workers, when
/// first asked for; kept while there is room, the least recently used dropped. Where a chosen source fails, the offline
/// map stands in and `trouble` says why; while it is slow as well. What stands in is asked for again when the source
/// gives something, and after a while. GUI thread.
class TileStore : public QObject {
  Q_OBJECT
public:
  explicit TileStore(QObject* parent = nullptr);
  ~TileStore() override;

  /// Another look or ratio forgets all tiles.
  void setLook(const MapLook& look, qreal ratio);
  /// The offline map, or another one; forgets all tiles.
  void setSource(const TileSource& source, const TileFetchOptions& options);
  const TileSource& source() const { return m_source; }

  /// Side of a tile in device-independent pixels, and the finest zoom there is.
  double side() const;
  int mostZoom() const;
  double pixels() const { return side() * m_ratio; }

  /// The tile when it is there, else null; it is then being made and `tileReady` follows.
  const QImage* tile(TileKey key);
  /// What is there, without asking for it.
  const QImage* known(TileKey key) const;
  /// Forgets what was asked for and not begun: a new frame asks again for what it still needs.
  void dropWaiting();
  bool isBusy() const { return !m_asked.isEmpty(); }
  const std::optional<Error>& fault() const { return m_fault; }     ///< why there is no map at all
  const std::optional<Error>& trouble() const { return m_trouble; } ///< why the chosen source gives nothing
  /// Tiles of the offline map are shown, as the chosen source or instead of it.
  bool showsOffline() const { return !m_fetcher || m_trouble; }

  /// The packed map at a zoom, read when first needed; for paper. Any thread.
  static Result<std::shared_ptr<const MapPack>> pack(double zoom);

Q_SIGNALS:
  void tileReady(TileKey key); ///< or given up: a frame that still needs it asks again

private:
  struct Kept {
    QImage image;
    quint64 used = 0;
    bool standsIn = false, mayAskAgain = false; ///< for a picture that the source did not give
  };
  void draw(TileKey key);
  void fetch(TileKey key);
  void standIn(TileKey key, int generation);
  void take(TileKey key, int generation, Result<QImage> image, bool standsIn);
  void keep(TileKey key, QImage image, bool standsIn);
  void setTrouble(std::optional<Error> trouble);
  void askAgain();
  void forgetAll();

  TileSource m_source;
  std::unique_ptr<TileFetcher> m_fetcher;
  MapLook m_look;
  qreal m_ratio = 0;
  QHash<TileKey, Kept> m_tiles;
  QSet<TileKey> m_asked;
  quint64 m_clock = 0;
  qsizetype m_bytes = 0;
  std::shared_ptr<std::atomic<int>> m_wish; ///< what waits for an older wish is not begun
  int m_generation = 0;                     ///< of look and source: older results are not taken
  std::optional<Error> m_fault, m_trouble;
  QThreadPool m_pool;
  QTimer m_patience; ///< of trouble
};

} // namespace supercargo
