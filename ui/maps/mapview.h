#pragma once

#include "core/geo/geocoder.h"
#include "ui/maps/mapground.h"
#include "ui/maps/maplabels.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace supercargo {

/// A map of the world that needs no network: clusters of points named by their main place, coloured and shaped by how
/// pressing they are, flows between places, and the way of one chosen parcel. Pan by dragging or the arrow keys, zoom
/// by the wheel or + and − towards the pointer, Home for everything, Enter for what stands nearest to the middle; a box
/// drawn with Shift held chooses what lies in it. GUI thread; tiles are made in workers.
class MapView : public QWidget {
  Q_OBJECT
public:
  explicit MapView(QWidget* parent = nullptr);

  void setGazetteer(const Gazetteer& gazetteer); ///< names on the map; without it there are none
  void setContent(MapContent content);
  void setPath(std::vector<MapStop> stops); ///< empty: none
  void setApprovalNumber(const QString& number);
  /// Another base map than the offline one; `options` says where pictures are kept and who asks.
  void setSource(const TileSource& source, const TileFetchOptions& options);
  void setFlowsShown(bool shown);
  void setLegendShown(bool shown);
  void setBoxMode(bool on); ///< the next drag draws a box without Shift
  void showPlace(GeoPoint point, double zoom);
  void fitContent();
  void fitPath();
  const MapCamera& camera() const { return m_camera; }
  void setCamera(const MapCamera& camera);
  const MapScene& scene() const { return m_scene; }
  static QString offlineCredit(); ///< who made the map that comes with the program
  bool isComplete() const;        ///< the last frame had all its tiles and names, and smooth flows
  QImage image();                 ///< what is shown
  QString hoverText() const { return m_hoverText; }

Q_SIGNALS:
  /// A cluster that does not fall apart further, a single point, or what lies in a drawn box.
  void chosen(const std::vector<qint64>& ids);
  void boxed(const std::vector<qint64>& ids);
  void painted();
  void cameraChanged();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void drawCard(QPainter& painter, const MapLook& look) const;
  void drawTrouble(QPainter& painter, const MapLook& look) const;
  void retranslate();
  QString credit() const;
  void fit(const std::vector<MapPoint>& points);
  void hover(QPointF position);
  std::optional<size_t> clusterAt(QPointF position) const;
  QStringList cardOf(size_t cluster) const;
  std::optional<QString> stopAt(QPointF position) const;
  void zoomBy(double steps, QPointF anchor);
  void press(size_t cluster);
  void pressNearest();
  void chooseBox(const QRectF& box);

  MapCamera m_camera;
  TileStore m_tiles;
  MapGround m_ground{m_tiles};
  MapLabels m_labels;
  QTimer m_stillness;       ///< runs while the ground is rough
  mutable MapSigns m_signs; ///< remembers what it drew and measured
  MapScene m_scene;
  QPointF m_pressedAt, m_draggedFrom, m_hoverAt;
  QString m_hoverText;       ///< the card's lines
  bool m_wholeFrame = false; ///< the next one leaves nothing for later
  bool m_dragging = false, m_boxing = false, m_boxMode = false;
};

} // namespace supercargo
