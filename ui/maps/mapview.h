#pragma once

#include "core/geo/clusters.h"
#include "core/geo/geocoder.h"
#include "ui/maps/mapcamera.h"
#include "ui/maps/maplabels.h"
#include "ui/maps/tilestore.h"

#include <QWidget>

#include <optional>

namespace supercargo {

/// The way of one parcel: events in time order at places.
struct MapStop {
  MapPoint at;
  QString tip;
};

/// What a view shows above its base map; made by a worker, shown at once.
struct MapContent {
  PointClusters clusters;
  QStringList places; ///< what ClusterPoint::place indexes
};

/// A map of the world that needs no network: clusters of points named by their main place, coloured and shaped by how
/// pressing they are, and the way of one chosen parcel. Pan by dragging or the arrow keys, zoom by the wheel or + and −
/// towards the pointer. GUI thread; tiles are drawn in workers.
class MapView : public QWidget {
  Q_OBJECT
public:
  explicit MapView(QWidget* parent = nullptr);

  void setGazetteer(const Gazetteer& gazetteer); ///< names on the map; without it there are none
  void setContent(MapContent content);
  void setPath(std::vector<MapStop> stops); ///< empty: none
  void setApprovalNumber(const QString& number);
  void showPlace(GeoPoint point, double zoom);
  void fitContent();
  const MapCamera& camera() const { return m_camera; }
  void setCamera(const MapCamera& camera);
  bool isComplete() const; ///< all tiles of the present frame are drawn
  QImage image();          ///< what is shown, for export

Q_SIGNALS:
  /// A cluster that does not fall apart further, or a single point, was pressed.
  void chosen(const std::vector<qint64>& ids);
  void painted();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Drawn {
    QRectF place;
    size_t cluster = 0;
  };
  void drawTiles(QPainter& painter);
  void drawTile(QPainter& painter, TileKey key, const QRectF& place);
  void drawClusters(QPainter& painter, const std::vector<Drawn>& clusters) const;
  void drawPath(QPainter& painter) const;
  void drawScale(QPainter& painter) const;
  void drawNotice(QPainter& painter) const;
  std::vector<Drawn> clustersShown() const;
  std::optional<size_t> clusterAt(QPointF position) const;
  QString tipOf(size_t cluster) const;
  void zoomBy(double steps, QPointF anchor);
  void press(size_t cluster);

  MapCamera m_camera;
  TileStore m_tiles;
  MapLabels m_labels;
  MapContent m_content;
  std::vector<MapStop> m_path;
  QString m_approvalNumber;
  QPointF m_pressedAt, m_draggedFrom;
  bool m_dragging = false;
};

} // namespace supercargo
