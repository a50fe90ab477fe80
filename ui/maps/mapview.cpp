#include "ui/maps/mapview.h"

#include "ui/text/format.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

namespace supercargo {
namespace {

constexpr double kWheelStep = 0.25;
constexpr int kNotch = 120;
constexpr int kPanStep = 80;
constexpr double kCloserZoom = 9; ///< where a single place is shown

} // namespace

MapView::MapView(QWidget* parent) : QWidget(parent)
{
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumSize(240, 160);
  setAccessibleName(tr("Map of parcels"));
  connect(&m_tiles, &TileStore::tileReady, this, qOverload<>(&QWidget::update));
}

void MapView::setGazetteer(const Gazetteer& gazetteer)
{
  m_labels.setGazetteer(gazetteer);
  update();
}

void MapView::setContent(MapContent content)
{
  m_content = std::move(content);
  update();
}

void MapView::setPath(std::vector<MapStop> stops)
{
  m_path = std::move(stops);
  update();
}

void MapView::setApprovalNumber(const QString& number)
{
  m_approvalNumber = number;
  update();
}

void MapView::setCamera(const MapCamera& camera)
{
  m_camera = camera;
  m_camera.size = size();
  m_tiles.dropWaiting();
  update();
}

void MapView::showPlace(GeoPoint point, double zoom)
{
  MapCamera camera = m_camera;
  camera.centre = toMap(point);
  camera.zoom = std::clamp(zoom, MapCamera::kLeastZoom, MapCamera::kMostZoom);
  setCamera(camera);
}

/// All points of the content; China alone when most of them are there would be a guess, so it is all of them.
void MapView::fitContent()
{
  if (m_content.clusters.isEmpty() || size().isEmpty())
    return;
  double left = 1, right = 0, top = 1, bottom = 0;
  for (const PointCluster& spot : m_content.clusters.at(PointClusters::kFinestZoom + 1)) {
    left = std::min(left, spot.at.x);
    right = std::max(right, spot.at.x);
    top = std::min(top, spot.at.y);
    bottom = std::max(bottom, spot.at.y);
  }
  constexpr double kMargin = 0.8, kLeastSpan = 1e-4;
  const double wide = kMargin * width() / 256 / std::max(right - left, kLeastSpan);
  const double high = kMargin * height() / 256 / std::max(bottom - top, kLeastSpan);
  MapCamera camera = m_camera;
  camera.centre = {(left + right) / 2, (top + bottom) / 2};
  camera.zoom = std::clamp(std::log2(std::min(wide, high)), MapCamera::kLeastZoom, kCloserZoom);
  setCamera(camera);
}

QImage MapView::image()
{
  return grab().toImage();
}

std::vector<MapView::Drawn> MapView::clustersShown() const
{
  std::vector<Drawn> shown;
  const auto& clusters = m_content.clusters.at(m_camera.zoom);
  const QRectF screen = rect();
  for (size_t i = 0; i < clusters.size(); ++i) {
    const int count = clusters[i].count;
    const qreal side = count == 1 ? 14 : count < 10 ? 26 : count < 100 ? 32 : count < 1000 ? 40 : 50;
    QRectF place(0, 0, side, side);
    place.moveCenter(m_camera.toScreen(clusters[i].at));
    if (screen.intersects(place))
      shown.push_back({place, i});
  }
  return shown;
}

std::optional<size_t> MapView::clusterAt(QPointF position) const
{
  const auto shown = clustersShown();
  for (auto one = shown.rbegin(); one != shown.rend(); ++one) // the one drawn last lies on top
    if (one->place.contains(position))
      return one->cluster;
  return std::nullopt;
}

QString MapView::tipOf(size_t cluster) const
{
  const PointCluster& c = m_content.clusters.at(m_camera.zoom)[cluster];
  QStringList lines;
  if (c.place >= 0 && c.place < m_content.places.size())
    lines.append(m_content.places[c.place]);
  lines.append(tr("Parcels: %1").arg(numberText(c.count)));
  if (c.kinds[3] > 0)
    lines.append(tr("With a problem: %1").arg(numberText(c.kinds[3])));
  if (c.kinds[2] > 0)
    lines.append(tr("Late: %1").arg(numberText(c.kinds[2])));
  if (c.kinds[1] > 0)
    lines.append(tr("Quiet for long: %1").arg(numberText(c.kinds[1])));
  return lines.join(u'\n');
}

void MapView::press(size_t cluster)
{
  const int apart = m_content.clusters.expansionZoom(m_camera.zoom, cluster);
  if (apart <= PointClusters::kFinestZoom && apart < MapCamera::kMostZoom)
    return setCamera(
        m_camera.zoomedTo(apart + 0.1, m_camera.toScreen(m_content.clusters.at(m_camera.zoom)[cluster].at)));
  Q_EMIT chosen(m_content.clusters.pointsOf(m_camera.zoom, cluster));
}

void MapView::zoomBy(double steps, QPointF anchor)
{
  setCamera(m_camera.zoomedTo(m_camera.zoom + steps * kWheelStep, anchor));
}

void MapView::resizeEvent(QResizeEvent*)
{
  m_camera.size = size();
}

void MapView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    setAccessibleName(tr("Map of parcels"));
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
    update();
  QWidget::changeEvent(event);
}

void MapView::wheelEvent(QWheelEvent* event)
{
  zoomBy(double(event->angleDelta().y()) / kNotch, event->position());
  event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event)
{
  if (event->button() != Qt::LeftButton)
    return;
  m_pressedAt = m_draggedFrom = event->position();
  m_dragging = true;
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
  if (m_dragging) {
    setCamera(m_camera.movedBy(event->position() - m_draggedFrom));
    m_draggedFrom = event->position();
    return;
  }
  const auto cluster = clusterAt(event->position());
  setCursor(cluster ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (cluster)
    QToolTip::showText(event->globalPosition().toPoint(), tipOf(*cluster), this);
  else
    QToolTip::hideText();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
  if (event->button() != Qt::LeftButton || !m_dragging)
    return;
  m_dragging = false;
  constexpr qreal kStill = 4; // pixels: a press, not a drag
  if ((event->position() - m_pressedAt).manhattanLength() <= kStill)
    if (const auto cluster = clusterAt(event->position()))
      press(*cluster);
}

void MapView::keyPressEvent(QKeyEvent* event)
{
  const QPointF middle = QRectF(rect()).center();
  switch (event->key()) {
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    return zoomBy(2, middle);
  case Qt::Key_Minus:
    return zoomBy(-2, middle);
  case Qt::Key_Left:
    return setCamera(m_camera.movedBy({kPanStep, 0}));
  case Qt::Key_Right:
    return setCamera(m_camera.movedBy({-kPanStep, 0}));
  case Qt::Key_Up:
    return setCamera(m_camera.movedBy({0, kPanStep}));
  case Qt::Key_Down:
    return setCamera(m_camera.movedBy({0, -kPanStep}));
  case Qt::Key_Home:
    return fitContent();
  default:
    QWidget::keyPressEvent(event);
  }
}

} // namespace supercargo
