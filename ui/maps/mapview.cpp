#include "ui/maps/mapview.h"

#include "ui/text/format.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace supercargo {
namespace {

constexpr double kWheelStep = 0.25;
constexpr int kNotch = 120;
constexpr int kPanStep = 80;
constexpr double kCloserZoom = 9;                    ///< where a single place is shown
constexpr std::chrono::milliseconds kStillness(150); ///< after the last step of a zoom

} // namespace

MapView::MapView(QWidget* parent) : QWidget(parent)
{
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumSize(240, 160);
  retranslate();
  connect(&m_tiles, &TileStore::tileReady, this, [this](TileKey key) {
    m_ground.tileCame(key);
    update();
  });
  m_stillness.setSingleShot(true);
  m_stillness.setInterval(kStillness);
  connect(&m_stillness, &QTimer::timeout, this, [this] {
    if (m_ground.isRough())
      m_ground.forget();
    update();
  });
}

void MapView::retranslate()
{
  setAccessibleName(tr("Map of parcels"));
  setAccessibleDescription(
      tr("Arrow keys move, plus and minus zoom, Home shows everything, Enter opens what is nearest to the middle."));
  m_scene.kindWords = QStringList{tr("On its way"), tr("Quiet for long"), tr("Late"), tr("With a problem")};
  m_scene.vagueWord = tr("Place known only roughly");
  m_scene.flowWord = tr("Route, by number");
}

QString MapView::offlineCredit()
{
  return tr("Natural Earth, GeoNames");
}

/// Of everything that is shown, which may be the offline map in another one's place, or our names upon it.
QString MapView::credit() const
{
  QStringList makers;
  if (!m_tiles.source().attribution.isEmpty())
    makers.append(m_tiles.source().attribution);
  if (m_tiles.showsOffline() || !m_tiles.source().named)
    makers.append(offlineCredit());
  return makers.join(QStringLiteral("  ·  "));
}

void MapView::setGazetteer(const Gazetteer& gazetteer)
{
  m_labels.setGazetteer(gazetteer);
  update();
}

void MapView::setContent(MapContent content)
{
  m_scene.content = std::move(content);
  if (m_scene.flows)
    m_ground.forget();
  m_hoverText.clear();
  update();
}

void MapView::setPath(std::vector<MapStop> stops)
{
  m_scene.path = std::move(stops);
  update();
}

void MapView::setApprovalNumber(const QString& number)
{
  m_scene.approvalNumber = number;
  update();
}

void MapView::setSource(const TileSource& source, const TileFetchOptions& options)
{
  m_tiles.setSource(source, options);
  m_ground.forget();
  retranslate();
  update();
}

void MapView::setFlowsShown(bool shown)
{
  m_scene.flows = shown;
  m_ground.forget();
  update();
}

void MapView::setLegendShown(bool shown)
{
  m_scene.legend = shown;
  update();
}

void MapView::setBoxMode(bool on)
{
  m_boxMode = on;
  setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
}

void MapView::setCamera(const MapCamera& camera)
{
  m_camera = camera;
  m_camera.size = size();
  if (m_stillness.isActive())
    m_stillness.start(); // not yet
  m_tiles.dropWaiting();
  update();
  Q_EMIT cameraChanged();
}

void MapView::showPlace(GeoPoint point, double zoom)
{
  MapCamera camera = m_camera;
  camera.centre = toMap(point);
  camera.zoom = std::clamp(zoom, MapCamera::kLeastZoom, MapCamera::kMostZoom);
  setCamera(camera);
}

/// All points, along the shorter way around the world: Shanghai and Los Angeles are seen over the Pacific.
void MapView::fit(const std::vector<MapPoint>& points)
{
  if (points.empty() || size().isEmpty())
    return;
  double top = 1, bottom = 0;
  std::vector<double> xs;
  for (const MapPoint& p : points) {
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
    xs.push_back(p.x);
  }
  std::sort(xs.begin(), xs.end());
  double gap = xs.front() + 1 - xs.back(), left = xs.front(); // the widest empty stretch lies outside the view
  for (size_t i = 1; i < xs.size(); ++i)
    if (xs[i] - xs[i - 1] > gap) {
      gap = xs[i] - xs[i - 1];
      left = xs[i];
    }
  constexpr double kMargin = 0.8, kLeastSpan = 1e-4;
  const double span = std::max(1 - gap, kLeastSpan);
  const double wide = kMargin * width() / 256 / span;
  const double high = kMargin * height() / 256 / std::max(bottom - top, kLeastSpan);
  MapCamera camera = m_camera;
  camera.centre = {left + (1 - gap) / 2, (top + bottom) / 2};
  camera.centre.x -= std::floor(camera.centre.x);
  camera.zoom = std::clamp(std::log2(std::min(wide, high)), MapCamera::kLeastZoom, kCloserZoom);
  setCamera(camera);
}

void MapView::fitContent()
{
  std::vector<MapPoint> points;
  for (const PointCluster& spot : m_scene.content.clusters.at(PointClusters::kFinestZoom + 1))
    points.push_back(spot.at);
  fit(points);
}

void MapView::fitPath()
{
  std::vector<MapPoint> points;
  for (const MapStop& stop : m_scene.path)
    points.push_back(stop.at);
  fit(points);
}

QImage MapView::image()
{
  m_wholeFrame = true;
  return grab().toImage();
}

std::optional<size_t> MapView::clusterAt(QPointF position) const
{
  const auto shown = clustersShown(m_scene, m_camera, m_signs);
  for (auto one = shown.rbegin(); one != shown.rend(); ++one) // the one drawn last lies on top
    if (one->place.contains(position))
      return one->cluster;
  return std::nullopt;
}

QStringList MapView::cardOf(size_t cluster) const
{
  const PointCluster& c = m_scene.content.clusters.at(m_camera.zoom)[cluster];
  QStringList lines;
  if (c.place >= 0 && c.place < m_scene.content.places.size())
    lines.append(m_scene.content.places[c.place]);
  lines.append(tr("Parcels: %1").arg(numberText(c.count)));
  if (c.kinds[3] > 0)
    lines.append(tr("With a problem: %1").arg(numberText(c.kinds[3])));
  if (c.kinds[2] > 0)
    lines.append(tr("Late: %1").arg(numberText(c.kinds[2])));
  if (c.kinds[1] > 0)
    lines.append(tr("Quiet for long: %1").arg(numberText(c.kinds[1])));
  return lines;
}

std::optional<QString> MapView::stopAt(QPointF position) const
{
  constexpr qreal kReach = 8;
  for (auto stop = m_scene.path.rbegin(); stop != m_scene.path.rend(); ++stop)
    if (QLineF(m_camera.toScreen(stop->at), position).length() <= kReach)
      return stop->tip;
  return std::nullopt;
}

void MapView::hover(QPointF position)
{
  const auto cluster = clusterAt(position);
  const auto stop = stopAt(position);
  const QString text = stop ? *stop : cluster ? cardOf(*cluster).join(u'\n') : QString();
  if (!m_boxMode)
    setCursor(cluster ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (text == m_hoverText && text.isEmpty())
    return;
  m_hoverText = text;
  m_hoverAt = position;
  update();
}

void MapView::press(size_t cluster)
{
  const auto& clusters = m_scene.content.clusters;
  const int apart = clusters.expansionZoom(m_camera.zoom, cluster);
  if (apart <= PointClusters::kFinestZoom && apart < MapCamera::kMostZoom)
    return setCamera(m_camera.zoomedTo(apart + 0.1, m_camera.toScreen(clusters.at(m_camera.zoom)[cluster].at)));
  Q_EMIT chosen(clusters.pointsOf(m_camera.zoom, cluster));
}

void MapView::pressNearest()
{
  const QPointF middle = QRectF(rect()).center();
  std::optional<size_t> nearest;
  double least = 0;
  for (const ShownCluster& shown : clustersShown(m_scene, m_camera, m_signs)) {
    const double away = QLineF(shown.place.center(), middle).length();
    if (!nearest || away < least) {
      nearest = shown.cluster;
      least = away;
    }
  }
  if (nearest)
    press(*nearest);
}

void MapView::chooseBox(const QRectF& box)
{
  std::vector<qint64> ids;
  for (const ShownCluster& shown : clustersShown(m_scene, m_camera, m_signs))
    if (box.contains(shown.place.center())) {
      const auto inside = m_scene.content.clusters.pointsOf(m_camera.zoom, shown.cluster);
      ids.insert(ids.end(), inside.begin(), inside.end());
    }
  Q_EMIT boxed(ids);
}

void MapView::zoomBy(double steps, QPointF anchor)
{
  m_hoverText.clear();
  setCamera(m_camera.zoomedTo(m_camera.zoom + steps * kWheelStep, anchor));
}

void MapView::resizeEvent(QResizeEvent*)
{
  m_camera.size = size();
}

void MapView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
    update();
  QWidget::changeEvent(event);
}

void MapView::leaveEvent(QEvent* event)
{
  m_hoverText.clear();
  update();
  QWidget::leaveEvent(event);
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
  m_boxing = m_boxMode || event->modifiers().testFlag(Qt::ShiftModifier);
  m_dragging = !m_boxing;
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
  if (m_boxing) {
    m_scene.marked = QRectF(m_pressedAt, event->position()).normalized();
    return update();
  }
  if (!m_dragging)
    return hover(event->position());
  m_hoverText.clear();
  setCamera(m_camera.movedBy(event->position() - m_draggedFrom));
  m_draggedFrom = event->position();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
  if (event->button() != Qt::LeftButton)
    return;
  constexpr qreal kStill = 4; // pixels: a press, not a drag
  const bool still = (event->position() - m_pressedAt).manhattanLength() <= kStill;
  if (std::exchange(m_boxing, false)) {
    m_scene.marked.reset();
    update();
    if (!still)
      return chooseBox(QRectF(m_pressedAt, event->position()).normalized());
  }
  m_dragging = false;
  if (still)
    if (const auto cluster = clusterAt(event->position()))
      press(*cluster);
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
  if (event->button() == Qt::LeftButton && !clusterAt(event->position()))
    zoomBy(4, event->position());
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
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return pressNearest();
  default:
    QWidget::keyPressEvent(event);
  }
}

} // namespace supercargo
