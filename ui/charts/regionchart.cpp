#include "ui/charts/regionchart.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <limits>

namespace supercargo {
namespace {
constexpr double kScaleWide = 12, kScaleHigh = 96, kSouthHigh = 120, kFoot = 22;
constexpr int kHighest = 440, kLowest = 260;

/// The root spreads the many small values; the least that is something differs from nothing.
QColor shade(double share, const Tokens& look)
{
  return blended(look[Ink::Chart1], look[Ink::Surface], 0.12 + 0.88 * std::sqrt(std::clamp(share, 0.0, 1.0)));
}
} // namespace

RegionChart::RegionChart(const ProvinceShapes& shapes, std::vector<Region> regions, QString elsewhere)
    : m_shapes(shapes), m_regions(std::move(regions)), m_elsewhere(std::move(elsewhere))
{
  std::stable_sort(m_regions.begin(), m_regions.end(), [&](const Region& a, const Region& b) {
    return shapes.provinces[size_t(a.province)].middle.y() < shapes.provinces[size_t(b.province)].middle.y();
  });
  for (const Region& region : m_regions)
    m_most = std::max(m_most, region.value.value.value_or(0));
}

bool RegionChart::isEmpty() const
{
  return m_shapes.provinces.empty() || m_most <= 0;
}

QRectF RegionChart::southBox(const QRectF& paper) const
{
  const double high = std::min(kSouthHigh, paper.height() / 3);
  const double wide = high * m_shapes.south.width() / m_shapes.south.height();
  return {paper.right() - wide - 1, paper.bottom() - kFoot - high, wide, high};
}

QTransform RegionChart::placed(const QRectF& paper) const
{
  const QRectF room = paper.adjusted(0, 0, -southBox(paper).width() - 4, -kFoot);
  const double scale = std::min(room.width() / m_shapes.box.width(), room.height() / m_shapes.box.height());
  const QPointF left(room.center().x() - m_shapes.box.width() * scale / 2,
                     room.center().y() - m_shapes.box.height() * scale / 2);
  return QTransform::fromTranslate(-m_shapes.box.left(), -m_shapes.box.top()) * QTransform::fromScale(scale, scale) *
         QTransform::fromTranslate(left.x(), left.y());
}

std::vector<ChartMark> RegionChart::marks(const QRectF& paper) const
{
  const QTransform onPaper = placed(paper);
  std::vector<ChartMark> marks;
  for (const Region& region : m_regions)
    marks.push_back({region.value.key, region.value.name, region.value.text,
                     onPaper.map(m_shapes.provinces[size_t(region.province)].area)});
  return marks;
}

QColor RegionChart::groundOf(const Region& region, const Tokens& look) const
{
  const double value = region.value.value.value_or(0);
  return value > 0 && m_most > 0 ? shade(value / m_most, look) : look[Ink::Inset];
}

void RegionChart::draw(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  const QTransform onPaper = placed(paper);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.save();
  painter.setClipRect(onPaper.mapRect(m_shapes.box).adjusted(-2, -2, 2, 2));
  drawLand(painter, onPaper, look);
  painter.restore();
  drawSouth(painter, paper, look);
  painter.restore();
  drawNames(painter, onPaper, look);
  drawScale(painter, paper, look);
}

void RegionChart::drawLand(QPainter& painter, const QTransform& onPaper, const Tokens& look) const
{
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(look[Ink::BorderStrong], 1.6)); // what the fillings leave of it is the outline
  for (const ProvinceShape& shape : m_shapes.provinces)
    painter.drawPath(onPaper.map(shape.area));
  painter.drawPath(onPaper.map(m_shapes.islands));
  for (const ProvinceShape& shape : m_shapes.provinces)
    painter.fillPath(onPaper.map(shape.area), look[Ink::Inset]);
  for (const Region& region : m_regions)
    painter.fillPath(onPaper.map(m_shapes.provinces[size_t(region.province)].area), groundOf(region, look));
  painter.setPen(QPen(look[Ink::BorderStrong], 0.8));
  painter.drawPath(onPaper.map(m_shapes.borders));
  painter.setPen(QPen(look[Ink::TextMuted], 1.2));
  painter.drawPath(onPaper.map(m_shapes.dashes));
}

/// The South China Sea in a box of its own, as maps of China have it, so that the provinces fill the paper.
void RegionChart::drawSouth(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  const QRectF box = southBox(paper);
  painter.fillRect(box, look[Ink::Surface]);
  painter.save();
  painter.setClipRect(box);
  const double scale = box.height() / m_shapes.south.height();
  drawLand(painter,
           QTransform::fromTranslate(-m_shapes.south.left(), -m_shapes.south.top()) *
               QTransform::fromScale(scale, scale) * QTransform::fromTranslate(box.left(), box.top()),
           look);
  painter.restore();
  painter.setPen(QPen(look[Ink::Border], 1));
  painter.drawRect(box);
}

void RegionChart::drawNames(QPainter& painter, const QTransform& onPaper, const Tokens& look) const
{
  painter.setFont(typeFont(Size::TypeSmall));
  const QFontMetricsF metrics(painter.font());
  const bool chinese = QLocale().language() == QLocale::Chinese;
  std::vector<QRectF> taken;
  for (const Region& region : m_regions) {
    const ProvinceShape& shape = m_shapes.provinces[size_t(region.province)];
    const QString name = chinese ? shape.shortName : shape.englishName;
    QRectF box(0, 0, metrics.horizontalAdvance(name), metrics.height());
    box.moveCenter(onPaper.map(shape.middle));
    const QPainterPath area = onPaper.map(shape.area);
    const bool fits = area.contains(QPointF(box.left(), box.center().y())) &&
                      area.contains(QPointF(box.right(), box.center().y())) && area.contains(box.center());
    const bool collides =
        std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
    if (!fits || collides)
      continue;
    taken.push_back(box);
    painter.setPen(readableOn(groundOf(region, look), look));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, name);
  }
}

void RegionChart::drawScale(QPainter& painter, const QRectF& paper, const Tokens& look) const
{
  const QRectF bar(paper.left(), paper.bottom() - kFoot - kScaleHigh, kScaleWide, kScaleHigh);
  QLinearGradient ramp(bar.bottomLeft(), bar.topLeft());
  for (int step = 0; step <= 10; ++step)
    ramp.setColorAt(step / 10.0, shade(step * step / 100.0, look)); // even steps of the root
  painter.fillRect(bar, ramp);
  painter.setFont(typeFont(Size::TypeSmall));
  painter.setPen(look[Ink::TextMuted]);
  const QFontMetricsF metrics(painter.font());
  for (const double share : {0.0, 0.25, 1.0}) {
    const double y = bar.bottom() - std::sqrt(share) * bar.height();
    const QRectF box(bar.right() + 6, y - metrics.height() / 2, 80, metrics.height());
    drawText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, shortNumber(m_most * share));
  }
  if (!m_elsewhere.isEmpty())
    drawText(painter, QRectF(paper.left(), paper.bottom() - kFoot + 4, paper.width(), kFoot - 4),
             Qt::AlignLeft | Qt::AlignVCenter, m_elsewhere);
}

int RegionChart::heightFor(int width) const
{
  if (m_shapes.provinces.empty())
    return kLowest;
  return std::clamp(int(width * m_shapes.box.height() / m_shapes.box.width() + kFoot), kLowest, kHighest);
}

int RegionChart::neighbour(int mark, int count, Qt::Key arrow) const
{
  if (mark < 0 || mark >= int(m_regions.size()))
    return std::clamp(mark, 0, count - 1);
  const auto middle = [this](int place) {
    return m_shapes.provinces[size_t(m_regions[size_t(place)].province)].middle;
  };
  const QPointF from = middle(mark);
  int best = mark;
  double nearest = std::numeric_limits<double>::max();
  for (int other = 0; other < int(m_regions.size()); ++other) {
    const QPointF way = middle(other) - from;
    const double ahead = arrow == Qt::Key_Right  ? way.x()
                         : arrow == Qt::Key_Left ? -way.x()
                         : arrow == Qt::Key_Down ? way.y()
                                                 : -way.y();
    const double aside = arrow == Qt::Key_Right || arrow == Qt::Key_Left ? std::abs(way.y()) : std::abs(way.x());
    // Straight ahead is nearer than aside.
    if (const double distance = ahead + 2 * aside; other != mark && ahead > 0 && distance < nearest) {
      nearest = distance;
      best = other;
    }
  }
  return best;
}

} // namespace supercargo
