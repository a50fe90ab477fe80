#include "ui/maps/vectortile.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace supercargo {
namespace {

constexpr double kLeastStep = 0.7; ///< pixels: points closer than this add nothing but time
constexpr float kEdge = 1e-5F;     ///< lines along the cut at 180° are no borders

/// From the world's unit square to a tile's pixels.
struct TileFrame {
  double left, top, scale;
  PackBox box;

  TileFrame(TileKey key, double side, double margin)
      : left(std::ldexp(key.x, -key.zoom)), top(std::ldexp(key.y, -key.zoom)), scale(std::ldexp(side, key.zoom))
  {
    const double more = margin / scale, part = std::ldexp(1.0, -key.zoom);
    box.add({float(left - more), float(top - more)});
    box.add({float(left + part + more), float(top + part + more)});
  }
  /// The part of the world from `corner` on, which may begin west of the square's edge.
  TileFrame(MapPoint corner, double pixels, QSizeF size) : left(corner.x), top(corner.y), scale(pixels)
  {
    box.add({float(left), float(top)});
    box.add({float(left + size.width() / scale), float(top + size.height() / scale)});
  }
  QPointF at(PackPoint p) const { return {(double(p.x) - left) * scale, (double(p.y) - top) * scale}; }
};

void appendThinned(QPolygonF& line, QPointF point)
{
  if (line.isEmpty() || (line.back() - point).manhattanLength() >= kLeastStep)
    line.append(point);
}

QPolygonF polygonOf(const std::vector<PackPoint>& ring, const TileFrame& frame)
{
  QPolygonF polygon;
  polygon.reserve(qsizetype(ring.size()));
  for (const PackPoint p : ring)
    appendThinned(polygon, frame.at(p));
  return polygon;
}

void fillArea(QPainter& painter, const PackArea& area, const TileFrame& frame)
{
  if (area.rings.size() == 1) {
    const QPolygonF polygon = polygonOf(area.rings.front(), frame);
    if (polygon.size() > 2)
      painter.drawPolygon(polygon);
    return;
  }
  QPainterPath path;
  for (const auto& ring : area.rings) {
    const QPolygonF polygon = polygonOf(ring, frame);
    if (polygon.size() > 2)
      path.addPolygon(polygon);
  }
  painter.drawPath(path);
}

/// Strokes only the stretches that cross the tile.
void strokeLine(QPainter& painter, const PackLine& line, const TileFrame& frame)
{
  if (!line.box.meets(frame.box))
    return;
  QPolygonF run;
  const auto flush = [&] {
    if (run.size() > 1)
      painter.drawPolyline(run);
    run.clear();
  };
  for (size_t i = 1; i < line.points.size(); ++i) {
    const PackPoint a = line.points[i - 1], b = line.points[i];
    PackBox step;
    step.add(a);
    step.add(b);
    const bool onCut = (a.x < kEdge && b.x < kEdge) || (a.x > 1 - kEdge && b.x > 1 - kEdge);
    if (!step.meets(frame.box) || onCut) {
      flush();
      continue;
    }
    if (run.isEmpty())
      run.append(frame.at(a));
    if (i + 1 == line.points.size())
      run.append(frame.at(b));
    else
      appendThinned(run, frame.at(b));
  }
  flush();
}

void drawLand(QPainter& painter, const MapPack& pack, const TileFrame& frame, const MapLook& look)
{
  painter.setPen(Qt::NoPen);
  for (const PackArea& area : pack.areas)
    if (area.box.meets(frame.box)) {
      painter.setBrush(pack.regions[size_t(area.region)].country == u"CN" ? look.home : look.land);
      fillArea(painter, area, frame);
    }
  painter.setBrush(look.lake);
  for (const PackLine& lake : pack.lakes)
    if (lake.box.meets(frame.box))
      painter.drawPolygon(polygonOf(lake.points, frame));
}

void drawBorders(QPainter& painter, const MapPack& pack, const TileFrame& frame, const MapLook& look, int zoom)
{
  const struct {
    BorderKind kind;
    QColor colour;
    double width;
    int from; ///< tile zoom
  } kinds[] = {{BorderKind::Prefecture, look.prefecture, 1, 4},
               {BorderKind::Province, look.province, 1, 2},
               {BorderKind::Coast, look.coast, 1, 0},
               {BorderKind::Country, look.country, 1.3, 0}};
  for (const auto& [kind, colour, width, from] : kinds) {
    if (zoom < from)
      continue;
    painter.setPen(QPen(colour, width));
    for (const PackLine& line : pack.borders)
      if (line.kind == kind)
        strokeLine(painter, line, frame);
  }
}

void drawAll(QPainter& painter, const MapPack& pack, const TileFrame& frame, const MapLook& look, int zoom)
{
  painter.setRenderHint(QPainter::Antialiasing, false);
  drawLand(painter, pack, frame, look); // fills need no smoothing: the borders above them have it
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(look.river, 1));
  for (const PackLine& river : pack.rivers)
    strokeLine(painter, river, frame);
  if (zoom >= 3) {
    painter.setPen(QPen(look.prefecture, 1));
    for (const PackLine& line : pack.provincesAbroad)
      strokeLine(painter, line, frame);
  }
  drawBorders(painter, pack, frame, look, zoom);
  painter.setPen(QPen(look.dash, 1.5));
  painter.setBrush(look.dash);
  for (const PackLine& dash : pack.dashes)
    if (dash.box.meets(frame.box))
      painter.drawPolygon(polygonOf(dash.points, frame));
}

} // namespace

QImage drawVectorTile(const MapPack& pack, TileKey key, const MapLook& look, qreal ratio, double side)
{
  const int pixels = int(std::lround(side * ratio));
  QImage image(pixels, pixels, QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  image.fill(look.sea);
  QPainter painter(&image);
  drawAll(painter, pack, TileFrame(key, side, 4), look, key.zoom + int(std::lround(std::log2(side / kTileSide))));
  return image;
}

void drawVectorMap(QPainter& painter, const MapPack& pack, const MapCamera& camera, const MapLook& look)
{
  const QRectF page({0, 0}, camera.size);
  painter.save();
  painter.setClipRect(page);
  painter.fillRect(page, look.sea);
  const double scale = camera.scale();
  const MapPoint corner{camera.centre.x - page.width() / 2 / scale, camera.centre.y - page.height() / 2 / scale};
  // The world repeats to both sides.
  for (const double turn : {-1.0, 0.0, 1.0})
    if (corner.x - turn < 1 && corner.x - turn + page.width() / scale > 0)
      drawAll(painter, pack, TileFrame({corner.x - turn, corner.y}, scale, camera.size), look,
              int(std::lround(camera.zoom)) - 1);
  painter.restore();
}

} // namespace supercargo
