#pragma once

#include "ui/pages.h"
#include "ui/shipments/shipmentcolumns.h"
#include "ui/shipments/shipmentmap.h"

#include <QTimer>

class QLabel;
class QListWidget;
class QSplitter;

namespace supercargo {

class StateView;
class TableView;

/// Where the parcels are: a map of those on their way beside the list of all, with one selection; below the list the
/// events of the chosen parcel, whose way the map draws.
class ShipmentsPage : public Page {
  Q_OBJECT
public:
  explicit ShipmentsPage(const PageContext& context);
  void activate() override;
  void open(const QString& what) override; ///< "shipment:ID"
  void saveState() override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void follow();
  void retranslate();
  void showState();
  void readPlaces();
  void readMap();
  void showMap(Result<ShipmentMap> map);
  void showParcel(std::optional<qint64> id);
  void showEvents(const std::vector<TrackingEvent>& events);

  PageContext m_context;
  std::shared_ptr<ShipmentColumnFacts> m_facts;
  RowModel<ShipmentRow>* m_model;
  TableView* m_table;
  StateView* m_states;
  QListWidget* m_events;
  MapView* m_map;
  QLabel* m_count;
  QSplitter* m_splitter;
  std::shared_ptr<const Geocoder> m_geocoder;
  qint64 m_placed = 0, m_unplaced = 0;
  QTimer m_refresh;
  int m_parcelRequest = 0, m_mapRequest = 0;
  bool m_fitted = false;
};

} // namespace supercargo
