#include "ui/connections/latencychart.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr double kLeastShare = 0.05; ///< the error axis reaches at least so far, or one error would look like all

/// The next of 1, 2, 5 times a power of ten.
double niceAbove(double value)
{
  const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))));
  for (const double step : {1.0, 2.0, 4.0, 5.0, 10.0})
    if (step * power >= value)
      return step * power;
  return 10 * power;
}

QString msText(std::optional<double> ms)
{
  return ms ? LatencyChart::tr("%1 ms").arg(numberText(qRound64(*ms))) : QStringLiteral("–");
}

} // namespace

QString bucketFigures(const CallBucket& bucket)
{
  if (bucket.calls == 0)
    return LatencyChart::tr("no calls");
  return LatencyChart::tr("%1, %2 (%3), p50 %4, p95 %5, p99 %6")
      .arg(LatencyChart::tr("%n calls", nullptr, int(bucket.calls)),
           LatencyChart::tr("%n errors", nullptr, int(bucket.errors)), percentText(bucket.errorShare()),
           msText(bucket.p50), msText(bucket.p95), msText(bucket.p99));
}

QString bucketText(const CallBucket& bucket, std::chrono::milliseconds width, const QTimeZone& zone)
{
  return LatencyChart::tr("%1 – %2: %3")
      .arg(dateTimeText(bucket.from, zone), timeText(bucket.from + width, zone), bucketFigures(bucket));
}

const std::array<LatencyChart::Line, 3>& LatencyChart::lines()
{
  // Told apart by their strokes too, and each bears its name at its end.
  static const std::array<Line, 3> list{Line{&CallBucket::p50, "p50", int(Ink::Chart1), int(Qt::SolidLine)},
                                        Line{&CallBucket::p95, "p95", int(Ink::Chart2), int(Qt::DashLine)},
                                        Line{&CallBucket::p99, "p99", int(Ink::Chart3), int(Qt::DotLine)}};
  return list;
}

LatencyChart::LatencyChart(const QTimeZone& zone, QWidget* parent) : QWidget(parent), m_zone(zone)
{
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

void LatencyChart::setHistory(std::vector<CallBucket> buckets, std::chrono::milliseconds width)
{
  const bool otherSpan = width != m_width || buckets.size() != m_buckets.size();
  m_buckets = std::move(buckets);
  m_width = width;
  if (otherSpan)
    choose(std::nullopt);
  update();
}

QSize LatencyChart::sizeHint() const
{
  return {px(Size::Details), px(Size::Details) * 2 / 3};
}

LatencyChart::Areas LatencyChart::areas() const
{
  const QFontMetrics metrics(typeFont(Size::TypeSmall));
  const double left = metrics.horizontalAdvance(QStringLiteral("99,999 ms")) + px(Size::Space2);
  const double right = metrics.horizontalAdvance(QStringLiteral("p99")) + px(Size::Space3);
  const double foot = metrics.height() + px(Size::Space2), head = metrics.height() / 2.0;
  const QRectF all = QRectF(rect()).adjusted(left, head, -right, -foot);
  const double errors = all.height() / 4, gap = px(Size::Space4);
  return {QRectF(all.left(), all.top(), all.width(), all.height() - errors - gap),
          QRectF(all.left(), all.bottom() - errors, all.width(), errors)};
}

double LatencyChart::x(const Areas& areas, size_t bucket) const
{
  const double step = areas.latency.width() / double(std::max<size_t>(m_buckets.size(), 1));
  return areas.latency.left() + (double(bucket) + 0.5) * step;
}

void LatencyChart::choose(std::optional<int> bucket)
{
  if (bucket && m_buckets.empty())
    bucket.reset();
  if (bucket)
    bucket = std::clamp(*bucket, 0, int(m_buckets.size()) - 1);
  if (bucket == m_chosen)
    return;
  m_chosen = bucket;
  update();
  Q_EMIT chosenChanged(m_chosen);
  if (!m_chosen || !hasFocus())
    return;
  setAccessibleDescription(bucketText(m_buckets[size_t(*m_chosen)], m_width, m_zone));
  QAccessibleEvent told(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&told);
}

void LatencyChart::keyPressEvent(QKeyEvent* event)
{
  const int last = int(m_buckets.size()) - 1;
  switch (event->key()) {
  case Qt::Key_Left:
    return choose(m_chosen ? *m_chosen - 1 : last);
  case Qt::Key_Right:
    return choose(m_chosen ? *m_chosen + 1 : last);
  case Qt::Key_Home:
    return choose(0);
  case Qt::Key_End:
    return choose(last);
  case Qt::Key_Escape:
    if (m_chosen)
      return choose(std::nullopt);
    break;
  default:
    break;
  }
  QWidget::keyPressEvent(event);
}

void LatencyChart::mouseMoveEvent(QMouseEvent* event)
{
  const QRectF area = areas().latency;
  if (m_buckets.empty() || area.width() <= 0)
    return;
  const double step = area.width() / double(m_buckets.size());
  const double at = (event->position().x() - area.left()) / step;
  if (at < 0 || at >= double(m_buckets.size()))
    choose(std::nullopt);
  else
    choose(int(at));
}

void LatencyChart::leaveEvent(QEvent* event)
{
  if (!hasFocus())
    choose(std::nullopt);
  QWidget::leaveEvent(event);
}

void LatencyChart::focusInEvent(QFocusEvent* event)
{
  update();
  QWidget::focusInEvent(event);
}

void LatencyChart::focusOutEvent(QFocusEvent* event)
{
  choose(std::nullopt);
  update();
  QWidget::focusOutEvent(event);
}

void LatencyChart::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(typeFont(Size::TypeSmall));
  double slowest = 0, share = kLeastShare;
  bool any = false;
  for (const CallBucket& bucket : m_buckets) {
    slowest = std::max(slowest, bucket.p99.value_or(0));
    share = std::max(share, bucket.errorShare().value_or(0));
    any = any || bucket.calls > 0;
  }
  if (!any) {
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(rect(), Qt::AlignCenter, tr("Nothing was called in this time, so there is nothing to draw."));
  } else {
    const Areas places = areas();
    const double top = niceAbove(slowest);
    paintGrid(painter, places, top, share);
    paintTimes(painter, places);
    paintErrors(painter, places, share);
    paintChosen(painter, places, top);
    for (const Line& line : lines())
      paintLine(painter, places, top, line);
    paintNames(painter, places, top);
  }
  if (hasFocus()) {
    painter.setPen(QPen(ink(Ink::Accent), px(Size::Border)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(Size::Radius), px(Size::Radius));
  }
}

} // namespace supercargo
