#include "ui/maps/maplabels.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace supercargo {
namespace {

constexpr int kMostNames = 120;
constexpr qreal kCell = 32; ///< side of the grid that tells what is taken
constexpr qreal kPadding = 5, kGap = 5, kDot = 2.2, kHalo = 3;
constexpr int kIslandRank = 3;

/// What is drawn at a zoom: ranks up to this.
int lastRank(double zoom)
{
  return zoom < 1.5 ? 0 : zoom < 3.5 ? 1 : zoom < 4.5 ? 2 : zoom < 6 ? 3 : zoom < 7.5 ? 4 : zoom < 9 ? 5 : 6;
}

int rankOf(const Division& d)
{
  static const QStringList kGreat{QStringLiteral("440300"), QStringLiteral("440100")};
  if (d.level == DivisionLevel::County)
    return 6;
  if (d.level == DivisionLevel::Province)
    return 1;
  if (kGreat.contains(d.code))
    return 1;
  return d.code.mid(2, 2) == u"01" ? 2 : 3;
}

int rankOf(const WorldPlace& place)
{
  return place.rank <= 0   ? 1
         : place.rank <= 1 ? 2
         : place.rank <= 3 ? 3
         : place.rank <= 5 ? 4
         : place.rank <= 7 ? 5
                           : 7;
}

/// Which rectangles are taken, by a grid, so that a look-up costs the same however many there are.
class TakenSpace {
public:
  explicit TakenSpace(QSizeF size) : m_size(size), m_columns(int(size.width() / kCell) + 1)
  {
    m_cells.resize(size_t(m_columns) * (size_t(size.height() / kCell) + 1));
  }
  bool take(const QRectF& wanted, bool always = false)
  {
    const QRectF r = wanted.intersected(QRectF({0, 0}, m_size - QSizeF(1, 1)));
    if (r.isEmpty() || (!always && r != wanted))
      return false;
    bool free = true;
    forCells(r, [&](auto& cell) {
      free = free && std::none_of(cell.begin(), cell.end(), [&](const QRectF& other) { return other.intersects(r); });
    });
    if (free || always)
      forCells(r, [&](auto& cell) { cell.push_back(r); });
    return free;
  }

private:
  template <class Fn>
  void forCells(const QRectF& r, Fn fn)
  {
    for (int y = int(r.top() / kCell); y <= int(r.bottom() / kCell); ++y)
      for (int x = int(r.left() / kCell); x <= int(r.right() / kCell); ++x)
        fn(m_cells[size_t(y) * size_t(m_columns) + size_t(x)]);
  }
  QSizeF m_size;
  int m_columns;
  std::vector<std::vector<QRectF>> m_cells;
};

void drawName(QPainter& painter, const QRectF& place, const QString& text, const QFont& font, const MapLook& look)
{
  QPainterPath path;
  path.addText(place.left() + kHalo, place.top() + 1 + QFontMetricsF(font).ascent(), font, text);
  painter.strokePath(path, QPen(look.halo, kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(path, look.text);
}

} // namespace

void MapLabels::setGazetteer(const Gazetteer& gazetteer)
{
  m_names.clear();
  for (const Division& d : gazetteer.divisions) {
    const bool named = d.level == DivisionLevel::Province ? isCityProvince(d.code) : !d.approximate;
    if (named)
      m_names.push_back({toMap(d.point), d.shortName, d.englishName, d.code.endsWith(u'-') ? 5 : rankOf(d)});
  }
  for (const WorldPlace& place : gazetteer.world)
    if (place.country != u"HK" && place.country != u"MO")
      m_names.push_back({toMap(place.point), place.chinese, place.name, rankOf(place)});
  for (const NamedIsland& island : gazetteer.islands)
    m_names.push_back({toMap(island.point), island.name, {}, kIslandRank});
  std::stable_sort(m_names.begin(), m_names.end(), [](const Name& a, const Name& b) { return a.rank < b.rank; });
}

void MapLabels::draw(QPainter& painter, const MapCamera& camera, MapSigns& signs,
                     const std::vector<QRectF>& taken) const
{
  const MapLook& look = signs.look();
  TakenSpace space(camera.size);
  for (const QRectF& rectangle : taken)
    space.take(rectangle, true);
  const int last = lastRank(camera.zoom);
  const QRectF screen({0, 0}, camera.size);
  int drawn = 0;
  for (const Name& name : m_names) {
    if (name.rank > last || drawn >= kMostNames)
      break;
    const QPointF at = camera.toScreen(name.at);
    const QString& text =
        (look.chinese && !name.chinese.isEmpty()) || name.english.isEmpty() ? name.chinese : name.english;
    if (!screen.contains(at) || text.isEmpty())
      continue;
    const bool large = name.rank <= 1;
    const QFont& font = large ? look.bodyBold : look.small;
    const QSizeF size = signs.sizeOf(text, font) + QSizeF(2 * kHalo, 2);
    for (const QPointF offset : {QPointF(kGap, -size.height() / 2), QPointF(-kGap - size.width(), -size.height() / 2),
                                 QPointF(-size.width() / 2, kGap)}) {
      const QRectF place(at + offset, size);
      if (!space.take(place.adjusted(-kPadding, -kPadding, kPadding, kPadding)))
        continue;
      signs.draw(
          painter, (large ? u'+' : u'-') + text, place,
          [&](QPainter& on, const QRectF& where) { drawName(on, where, text, font, look); },
          MapSigns::Urgency::CanWait);
      signs.draw(painter, QStringLiteral("dot"), {at.x() - kDot, at.y() - kDot, 2 * kDot, 2 * kDot},
                 [&](QPainter& on, const QRectF& where) {
                   on.setPen(QPen(look.country, 1));
                   on.setBrush(look.halo);
                   on.drawEllipse(where);
                 });
      ++drawn;
      break;
    }
  }
}

} // namespace supercargo
