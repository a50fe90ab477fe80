#pragma once

#include "core/store/parcelsteps.h"
#include "ui/pages.h"
#include "ui/shipments/shipmentcolumns.h"
#include "ui/shipments/shipmentmap.h"

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace supercargo {

class MapPanel;
class ParcelDetails;
class ParcelFilterBar;
class ParcelViews;
class PerformanceView;
class ReplayBar;
class StateView;
class TableView;

/// Where the parcels are: a map of those on their way, or how the couriers do, beside the list of all, with one filter
/// and one selection; below the list the chosen parcel, whose way the map draws.
class ShipmentsPage : public Page {
  Q_OBJECT
public:
  explicit ShipmentsPage(const PageContext& context);
  ~ShipmentsPage() override;
  void activate() override;
  void open(const QString& what) override; ///< "search", "filter:TEXT", "shipment:ID"
  void saveState() override;
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  QWidget* buildList();
  QWidget* buildRight();
  void follow();
  void followMap();
  void followDetails();
  void addListActions();
  void retranslate();
  void showState();
  void ask();
  void readChoices();
  void readPlaces();
  void readMap();
  void showMap(Result<ShipmentMap> map);
  void showNumbers();
  void showParcel(std::optional<qint64> id);
  void showPath();
  void select(qint64 id);
  void choose(const std::vector<qint64>& ids);
  void takeStep(ParcelStep step);
  void teach(const QString& text);
  void storePlace(const QString& text, const QString& code);
  void editPromises();
  void editTariffs();
  void storePromises(const QString& text);
  void toggleReplay(bool on);
  void readDay();
  void showMoment();
  void takeSettings();
  void tell(const QString& sentence);
  bool isChinese() const;

  PageContext m_context;
  std::shared_ptr<ShipmentColumnFacts> m_facts;
  RowModel<ParcelLine>* m_model;
  ParcelViews* m_views;
  ParcelFilterBar* m_bar;
  TableView* m_table;
  StateView* m_states;
  ParcelDetails* m_details;
  MapPanel* m_map;
  QLabel *m_count, *m_emptyMap;
  ReplayBar* m_replay;
  PerformanceView* m_performance;
  QTabBar* m_tabs;
  QStackedWidget* m_right;
  QSplitter *m_splitter, *m_listSplitter;
  std::shared_ptr<const Geocoder> m_geocoder;
  std::shared_ptr<const DayReplay> m_day;
  qint64 m_placed = 0, m_unplaced = 0;
  QString m_trouble; ///< why there is no map; a sentence
  QTimer m_refresh;
  int m_parcelRequest = 0, m_mapRequest = 0, m_dayRequest = 0, m_momentRequest = 0, m_selectRequest = 0;
  bool m_fitted = false;
  bool m_mapRead = false; ///< the map was read once
};

} // namespace supercargo
