/// How the chart of calls is drawn.
#include "ui/connections/latencychart.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <array>

namespace supercargo {
namespace {

constexpr int kGridLines = 4;
constexpr int kTimes = 6;

double heightAt(const QRectF& area, double share)
{
  return area.bottom() - std::clamp(share, 0.0, 1.0) * area.height();
}

} // namespace

void LatencyChart::paintGrid(QPainter& painter, const Areas& areas, double top, double share) const
{
  const double gap = px(Size::Space2), height = painter.fontMetrics().height();
  const auto label = [&](double at, const QString& text) {
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(QRectF(0, at - height / 2, areas.latency.left() - gap, height), Qt::AlignRight | Qt::AlignVCenter,
                     text);
  };
  const auto line = [&](double at) {
    painter.setPen(QPen(ink(Ink::ChartGrid), px(Size::Border)));
    painter.drawLine(QPointF(areas.latency.left(), at), QPointF(areas.latency.right(), at));
  };
  for (int i = 0; i <= kGridLines; ++i) {
    const double part = double(i) / kGridLines, at = heightAt(areas.latency, part);
    line(at);
    label(at, tr("%1 ms").arg(numberText(qRound64(top * part))));
  }
  line(areas.errors.top());
  line(areas.errors.bottom());
  label(areas.errors.top(), percentText(share));
  label(areas.errors.bottom(), tr("errors"));
}

void LatencyChart::paintTimes(QPainter& painter, const Areas& areas) const
{
  const bool manyDays = m_width * qint64(m_buckets.size()) > std::chrono::hours(25);
  const size_t step = std::max<size_t>(1, m_buckets.size() / kTimes);
  painter.setPen(ink(Ink::TextMuted));
  for (size_t i = step / 2; i < m_buckets.size(); i += step) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMs(m_buckets[i].from), m_zone);
    const QString text = at.toString(manyDays ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("HH:mm"));
    const double width = painter.fontMetrics().horizontalAdvance(text) + px(Size::Space2);
    painter.drawText(QRectF(x(areas, i) - width / 2, areas.errors.bottom() + px(Size::Space1), width,
                            painter.fontMetrics().height()),
                     Qt::AlignCenter, text);
  }
}

void LatencyChart::paintLine(QPainter& painter, const Areas& areas, double top, const Line& line) const
{
  const QColor colour = ink(Ink(line.ink));
  const QPen pen(colour, px(Size::Focus) * 0.75, Qt::PenStyle(line.pen), Qt::FlatCap, Qt::RoundJoin);
  QPolygonF run;
  const auto flush = [&] {
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (run.size() > 1) {
      painter.drawPolyline(run);
    } else if (run.size() == 1) { // a span alone among silent ones would be no line at all
      painter.setPen(Qt::NoPen);
      painter.setBrush(colour);
      painter.drawEllipse(run.first(), px(Size::Focus), px(Size::Focus));
    }
    run.clear();
  };
  for (size_t i = 0; i < m_buckets.size(); ++i) {
    if (const auto& value = m_buckets[i].*line.value)
      run << QPointF(x(areas, i), heightAt(areas.latency, *value / top));
    else
      flush();
  }
  flush();
}

/// Each line's name stands at its end, kept apart where lines run together.
void LatencyChart::paintNames(QPainter& painter, const Areas& areas, double top) const
{
  const double height = painter.fontMetrics().height();
  double lowest = areas.latency.bottom() + height / 2;
  for (const Line& line : lines()) {
    std::optional<double> last;
    for (const CallBucket& bucket : m_buckets)
      if (bucket.*line.value)
        last = bucket.*line.value;
    if (!last)
      continue;
    const double at = std::min(heightAt(areas.latency, *last / top), lowest - height / 2);
    lowest = at - height / 2;
    painter.setPen(ink(Ink(line.ink)));
    painter.drawText(QRectF(areas.latency.right() + px(Size::Space2), at - height / 2, width(), height),
                     Qt::AlignLeft | Qt::AlignVCenter, QLatin1String(line.name));
  }
}

void LatencyChart::paintErrors(QPainter& painter, const Areas& areas, double share) const
{
  const double step = areas.errors.width() / double(m_buckets.size()), bar = std::max(1.0, step * 0.7);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink(Ink::Danger));
  for (size_t i = 0; i < m_buckets.size(); ++i) {
    const auto errors = m_buckets[i].errorShare();
    if (!errors || *errors <= 0)
      continue;
    const double at = std::min(heightAt(areas.errors, *errors / share), areas.errors.bottom() - px(Size::Focus));
    painter.drawRect(QRectF(x(areas, i) - bar / 2, at, bar, areas.errors.bottom() - at));
  }
}

void LatencyChart::paintChosen(QPainter& painter, const Areas& areas, double top) const
{
  if (!m_chosen)
    return;
  const CallBucket& bucket = m_buckets[size_t(*m_chosen)];
  const double at = x(areas, size_t(*m_chosen));
  painter.setPen(QPen(ink(Ink::BorderStrong), px(Size::Border)));
  painter.drawLine(QPointF(at, areas.latency.top()), QPointF(at, areas.errors.bottom()));
  painter.setPen(Qt::NoPen);
  for (const Line& line : lines()) {
    if (const auto& value = bucket.*line.value) {
      painter.setBrush(ink(Ink(line.ink)));
      painter.drawEllipse(QPointF(at, heightAt(areas.latency, *value / top)), px(Size::Focus), px(Size::Focus));
    }
  }
}

} // namespace supercargo
