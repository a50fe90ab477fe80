#include "ui/maps/mapground.h"

#include "core/geo/datum.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr int kSeam = 2; ///< pixels that are drawn again beside what came into view

/// A base map in GCJ-02 is drawn moved by the shift of the view's middle, so that our points stand where they are.
MapCamera baseCamera(const MapCamera& camera, const TileSource& source)
{
  MapCamera base = camera;
  if (source.shifted && source.kind != TileSourceKind::Offline) {
    const GeoPoint middle = toGeo(camera.centre);
    if (insideChinaBox(middle))
      base.centre = toMap(wgsToGcj(middle));
  }
  return base;
}

double turned(double x)
{
  return x - std::round(x);
}

} // namespace

/// Moves what is there by whole pixels; answers what has to be drawn.
QRegion MapGround::moveTo(const MapCamera& camera, qreal ratio)
{
  MapCamera wanted = camera;
  wanted.size = camera.size * ratio;
  wanted.zoom = camera.zoom + std::log2(ratio);
  const QSize pixels = wanted.size.toSize();
  const QRect all({0, 0}, pixels);
  const MapCamera base = baseCamera(wanted, m_tiles.source());
  const double scale = wanted.scale();
  const auto shiftOf = [&](const MapCamera& b, const MapCamera& c) {
    return QPointF(turned(b.centre.x - c.centre.x), b.centre.y - c.centre.y) * scale;
  };
  const QPointF move = shiftOf(m_at, wanted);
  const int dx = int(std::lround(move.x())), dy = int(std::lround(move.y()));
  const bool same = m_known && m_picture.size() == pixels && m_at.zoom == wanted.zoom &&
                    (shiftOf(base, wanted) - shiftOf(m_base, m_at)).manhattanLength() < 1;
  if (!same || std::abs(dx) >= pixels.width() || std::abs(dy) >= pixels.height()) {
    if (m_picture.size() != pixels)
      m_picture = QPixmap(pixels);
    m_at = wanted;
    m_base = base;
    m_known = true;
    return all;
  }
  if (dx == 0 && dy == 0)
    return {};
  m_at = m_at.movedBy({double(dx), double(dy)});
  m_base = m_base.movedBy({double(dx), double(dy)});
  QRegion bare;
  m_picture.scroll(dx, dy, all, &bare);
  QRegion wide;
  for (const QRect& r : bare)
    wide += r.adjusted(-kSeam, -kSeam, kSeam, kSeam) & all;
  return wide;
}

/// The tiles of the view, the middle first: that is where people look.
std::vector<MapGround::Wanted> MapGround::wantedTiles() const
{
  const MapCamera& camera = m_base;
  const int width = m_picture.width(), height = m_picture.height();
  const int zoom = std::clamp(int(std::lround(camera.zoom - std::log2(m_tiles.pixels() / 256))), 0, m_tiles.mostZoom());
  const double count = std::exp2(zoom), side = camera.scale() / count;
  const double left = camera.centre.x * camera.scale() - width / 2.0;
  const double top = camera.centre.y * camera.scale() - height / 2.0;
  std::vector<Wanted> wanted;
  const int all = int(count);
  for (int y = std::max(0, int(std::floor(top / side))); y < all && y * side - top < height; ++y)
    for (int x = int(std::floor(left / side)); x * side - left < width; ++x) {
      // Neighbours share their edges, so that there are no seams.
      const QPoint from(int(std::lround(x * side - left)), int(std::lround(y * side - top)));
      const QPoint to(int(std::lround((x + 1) * side - left)), int(std::lround((y + 1) * side - top)));
      wanted.push_back({{zoom, ((x % all) + all) % all, y}, QRect(from, to - QPoint(1, 1))});
    }
  const QPoint middle = m_picture.rect().center();
  std::sort(wanted.begin(), wanted.end(), [&](const Wanted& a, const Wanted& b) {
    return (a.place.center() - middle).manhattanLength() < (b.place.center() - middle).manhattanLength();
  });
  return wanted;
}

/// The tile, or until it is made the part of a coarser one that is there; false: neither.
bool MapGround::drawTile(QPainter& painter, TileKey key, const QRect& place)
{
  if (const QImage* image = m_tiles.tile(key)) {
    painter.drawImage(place, *image);
    return true;
  }
  TileKey coarse = key;
  double x = 0, y = 0, part = 1;
  while (coarse.zoom > 0) {
    x = (x + (coarse.x & 1)) / 2;
    y = (y + (coarse.y & 1)) / 2;
    part /= 2;
    coarse = {coarse.zoom - 1, coarse.x / 2, coarse.y / 2};
    if (const QImage* image = m_tiles.known(coarse)) {
      const double pixels = image->width();
      painter.drawImage(QRectF(place), *image, QRectF(x * pixels, y * pixels, part * pixels, part * pixels));
      return true;
    }
  }
  return false;
}

void MapGround::draw(QPainter& painter, const MapScene& scene, const MapCamera& camera, const MapLook& look,
                     qreal ratio, bool whole)
{
  if (!(m_look == look)) {
    m_look = look;
    forget();
  }
  if (whole && isRough())
    forget();
  m_picture.setDevicePixelRatio(1); // drawn by pixels
  const bool wasKnown = m_known;
  const double zoomBefore = m_at.zoom;
  QRegion stale = moveTo(camera, ratio);
  const auto came = std::exchange(m_came, {});
  const bool isAnew = stale == QRegion(m_picture.rect());
  if (isAnew) {
    const bool zooms = wasKnown && m_at.zoom != zoomBefore && scene.flows && !scene.content.flows.empty();
    m_detail = zooms && !whole ? FlowDetail::Rough : FlowDetail::Smooth;
  }
  if (!stale.isEmpty() || !came.empty()) {
    const auto wanted = wantedTiles();
    if (!isAnew)
      for (const Wanted& tile : wanted)
        if (std::find(came.begin(), came.end(), tile.key) != came.end())
          stale += tile.place & m_picture.rect();
    if (!stale.isEmpty()) {
      QPainter ground(&m_picture);
      ground.setClipRegion(stale);
      ground.setRenderHint(QPainter::SmoothPixmapTransform);
      QRegion bare = stale;
      for (const Wanted& tile : wanted)
        if (stale.intersects(tile.place) && drawTile(ground, tile.key, tile.place))
          bare -= tile.place;
      for (const QRect& r : bare) // beyond the poles, and before the first tile comes
        ground.fillRect(r, look.sea);
      for (const QRect& r : stale) { // what pans into view are strips: what surrounds both would be all of the view
        ground.setClipRect(r);
        drawFlows(ground, scene, m_at, look, ratio, r, m_detail);
      }
    }
  }
  m_picture.setDevicePixelRatio(ratio);
  painter.drawPixmap(QPointF(0, 0), m_picture);
}

} // namespace supercargo
