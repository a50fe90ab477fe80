#include "ui/charts/chartview.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace supercargo {
namespace {
constexpr int kMargin = 4;
constexpr int kMostMarksOneByOne = 4'000; ///< beyond, pointing at them is no use
} // namespace

ChartView::ChartView(QWidget* parent) : QWidget(parent)
{
  installChartAccessibility();
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

ChartView::~ChartView() = default;

void ChartView::setChart(std::unique_ptr<Chart> chart)
{
  const QString key = m_current >= 0 && m_current < int(m_marks.size()) ? m_marks[size_t(m_current)].key : QString();
  m_chart = std::move(chart);
  m_hovered = -1;
  layOut();
  m_current = -1;
  for (size_t i = 0; i < m_marks.size(); ++i) // the same mark stays chosen in the new figures
    if (!key.isEmpty() && m_marks[i].key == key)
      m_current = int(i);
  updateGeometry();
  update();
}

void ChartView::setEmptyText(const QString& why)
{
  m_emptyText = why;
  setAccessibleDescription(isEmpty() ? why : QString());
  update();
}

bool ChartView::isEmpty() const
{
  return !m_chart || m_chart->isEmpty();
}

QRectF ChartView::paper() const
{
  return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

void ChartView::layOut()
{
  m_marks = isEmpty() ? std::vector<ChartMark>() : m_chart->marks(paper());
  if (m_marks.size() > kMostMarksOneByOne)
    m_marks.clear();
  if (m_current >= int(m_marks.size()))
    m_current = -1;
}

int ChartView::markAt(const QPointF& point) const
{
  for (size_t i = 0; i < m_marks.size(); ++i)
    if (m_marks[i].area.contains(point))
      return int(i);
  return -1;
}

void ChartView::setCurrentMark(int mark)
{
  mark = m_marks.empty() ? -1 : std::clamp(mark, -1, int(m_marks.size()) - 1);
  if (mark == m_current)
    return;
  m_current = mark;
  update();
  if (mark >= 0) {
    QAccessibleValueChangeEvent changed(this,
                                        m_marks[size_t(mark)].name + QStringLiteral(": ") + m_marks[size_t(mark)].text);
    QAccessible::updateAccessibility(&changed);
  }
  Q_EMIT currentMarkChanged(mark);
}

void ChartView::drawMark(QPainter& painter, int mark, bool focused) const
{
  QColor glow = ink(Ink::Accent);
  glow.setAlphaF(0.10F);
  painter.setBrush(glow);
  painter.setPen(focused ? QPen(ink(Ink::Accent), px(Size::Focus)) : QPen(ink(Ink::BorderStrong), 1));
  painter.drawPath(m_marks[size_t(mark)].area);
}

void ChartView::drawTip(QPainter& painter, int mark) const
{
  const ChartMark& one = m_marks[size_t(mark)];
  painter.setFont(typeFont(Size::TypeSmall, QFont::DemiBold));
  const QFontMetricsF metrics(painter.font());
  const double wide = std::min(double(width() - 8),
                               std::max(metrics.horizontalAdvance(one.name), metrics.horizontalAdvance(one.text)) + 20);
  const double line = metrics.height() + 2, high = 2 * line + 10;
  const QRectF target = one.area.boundingRect();
  const double x = std::clamp(target.center().x() - wide / 2, 4.0, std::max(4.0, double(width()) - wide - 4));
  double y = target.top() - high - 6;
  if (y < 2)
    y = target.height() > double(height()) / 2 ? 2 : std::min(target.bottom() + 6, double(height()) - high - 2);
  const QRectF box(x, y, wide, high);
  painter.setPen(QPen(ink(Ink::BorderStrong), 1));
  painter.setBrush(ink(Ink::Raised));
  painter.drawRoundedRect(box, px(Size::Radius), px(Size::Radius));
  painter.setPen(ink(Ink::Text));
  drawText(painter, box.adjusted(10, 5, -10, -5 - line), Qt::AlignLeft | Qt::AlignVCenter, one.text);
  painter.setFont(typeFont(Size::TypeSmall));
  painter.setPen(ink(Ink::TextMuted));
  drawText(painter, box.adjusted(10, 5 + line, -10, -5), Qt::AlignLeft | Qt::AlignVCenter, one.name);
}

void ChartView::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (isEmpty()) {
    painter.setFont(typeFont(Size::TypeBody));
    painter.setPen(ink(Ink::TextMuted));
    painter.drawText(paper(), int(Qt::AlignCenter) | Qt::TextWordWrap, m_emptyText);
  } else {
    m_chart->draw(painter, paper(), tokens());
    const int told = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (hasFocus() && m_current >= 0)
      drawMark(painter, m_current, true);
    if (m_hovered >= 0)
      drawMark(painter, m_hovered, false);
    if (told >= 0 && told < int(m_marks.size()))
      drawTip(painter, told);
  }
  if (hasFocus() && m_current < 0) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink(Ink::Accent), px(Size::Focus)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(Size::Radius), px(Size::Radius));
  }
}

QImage ChartView::picture(qreal ratio) const
{
  QImage image(size() * ratio, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(ratio);
  image.fill(ink(Ink::Surface));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_chart)
    m_chart->draw(painter, paper(), tokens());
  return image;
}

void ChartView::copyPicture() const
{
  QApplication::clipboard()->setImage(picture());
}

Result<void> ChartView::savePicture(const QString& name) const
{
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorKind::Denied, file.errorString(), name);
  if (name.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(size());
    svg.setViewBox(rect());
    svg.setTitle(accessibleName());
    QPainter painter(&svg);
    painter.fillRect(rect(), ink(Ink::Surface));
    if (m_chart)
      m_chart->draw(painter, paper(), tokens());
  } else if (!picture().save(&file, "PNG")) {
    return fail(ErrorKind::DiskFull, file.errorString(), name);
  }
  if (!file.commit())
    return fail(ErrorKind::DiskFull, file.errorString(), name);
  return {};
}

QSize ChartView::sizeHint() const
{
  return {420, heightForWidth(420)};
}

QSize ChartView::minimumSizeHint() const
{
  return {240, 120};
}

int ChartView::heightForWidth(int width) const
{
  return (m_chart && !isEmpty() ? m_chart->heightFor(width) : 160) + 2 * kMargin;
}

bool ChartView::event(QEvent* event)
{
  // Arrow keys are ours also where a page has shortcuts on them.
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down ||
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
      event->accept();
  }
  return QWidget::event(event);
}

void ChartView::resizeEvent(QResizeEvent*)
{
  layOut();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
  const int mark = markAt(event->position());
  setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (mark != m_hovered) {
    m_hovered = mark;
    update();
  }
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
  const int mark = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
  if (mark < 0)
    return;
  setCurrentMark(mark);
  Q_EMIT markChosen(m_marks[size_t(mark)].key);
}

void ChartView::leaveEvent(QEvent*)
{
  m_hovered = -1;
  update();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
  const int count = int(m_marks.size());
  if (event->matches(QKeySequence::Copy)) {
    copyPicture();
    return;
  }
  switch (event->key()) {
  case Qt::Key_Left:
  case Qt::Key_Right:
  case Qt::Key_Up:
  case Qt::Key_Down:
    if (count > 0)
      setCurrentMark(m_current < 0 ? 0 : m_chart->neighbour(m_current, count, Qt::Key(event->key())));
    return;
  case Qt::Key_Home:
    setCurrentMark(0);
    return;
  case Qt::Key_End:
    setCurrentMark(count - 1);
    return;
  case Qt::Key_Return:
  case Qt::Key_Enter:
  case Qt::Key_Space:
    if (m_current >= 0)
      Q_EMIT markChosen(m_marks[size_t(m_current)].key);
    return;
  default:
    QWidget::keyPressEvent(event);
  }
}

void ChartView::focusInEvent(QFocusEvent* event)
{
  if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
    setCurrentMark(0);
  update();
}

void ChartView::focusOutEvent(QFocusEvent*)
{
  update();
}

void ChartView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
    layOut();
  QWidget::changeEvent(event);
}

} // namespace supercargo
