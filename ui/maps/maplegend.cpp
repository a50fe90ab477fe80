#include "ui/maps/maplegend.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr qreal kLegendSign = 12, kLegendGap = 6, kLegendLine = 20;

/// The legend's lines: the kinds, then what not every map shows.
QStringList legendWords(const MapScene& scene)
{
  QStringList words = scene.kindWords;
  if (scene.content.clusters.hasVagueSpot())
    words.append(scene.vagueWord);
  if (scene.flows)
    words.append(scene.flowWord);
  return words;
}

void paintLegend(QPainter& painter, const QRectF& box, const MapScene& scene, const MapLook& look)
{
  painter.setPen(QPen(look.border, 1));
  painter.setBrush(look.surface);
  painter.drawRoundedRect(box, 6, 6);
  painter.setFont(look.small);
  QRectF line(box.left() + kLegendGap + 2, box.top() + kLegendGap, box.width() - 2 * kLegendGap, kLegendLine);
  const auto say = [&](const QString& word) {
    painter.setPen(look.text);
    painter.drawText(line.adjusted(kLegendSign + kLegendGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    line.translate(0, kLegendLine);
  };
  const auto sign = [&line] {
    return QRectF(line.left(), line.center().y() - kLegendSign / 2, kLegendSign, kLegendSign);
  };
  for (qsizetype kind = 0; kind < scene.kindWords.size() && kind < qsizetype(kPointKinds); ++kind) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.kinds[size_t(kind)]);
    painter.drawPath(kindShape(size_t(kind), sign()));
    say(scene.kindWords[kind]);
  }
  if (scene.content.clusters.hasVagueSpot()) {
    painter.setPen(QPen(look.kinds[0], 2));
    painter.setBrush(look.surface);
    painter.drawPath(kindShape(0, sign().adjusted(1, 1, -1, -1)));
    say(scene.vagueWord);
  }
  if (scene.flows) {
    painter.setPen(QPen(look.flow, 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(line.left(), line.center().y()), QPointF(line.left() + kLegendSign, line.center().y()));
    say(scene.flowWord);
  }
}

} // namespace

QRectF legendRect(const MapScene& scene, const MapCamera& camera, MapSigns& signs)
{
  if (!scene.legend || scene.kindWords.isEmpty())
    return {};
  qreal wide = 0;
  const QStringList words = legendWords(scene);
  for (const QString& word : words)
    wide = std::max(wide, signs.sizeOf(word, signs.look().small).width());
  const QSizeF size(std::ceil(wide) + kLegendSign + 3 * kLegendGap + 4,
                    qreal(words.size()) * kLegendLine + 2 * kLegendGap);
  const qreal top = camera.size.height() - size.height() - kMapMargin - 24;
  return top < 0 ? QRectF() : QRectF({kMapMargin, top}, size);
}

void drawLegend(QPainter& painter, const QRectF& box, const MapScene& scene, MapSigns& signs)
{
  const QString key = QStringLiteral("legend %1 ").arg(box.width()) + legendWords(scene).join(u' ');
  signs.draw(painter, key, box,
             [&](QPainter& on, const QRectF& place) { paintLegend(on, place, scene, signs.look()); });
}

} // namespace supercargo
