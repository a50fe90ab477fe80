#pragma once

#include "core/geo/geocoder.h"
#include "core/transit/performance.h"
#include "ui/shipments/shipmentcolumns.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace supercargo {

class StateView;
class TransitChart;

/// How couriers do, over all lanes or by lane: a chart of days on the way and a table whose every figure opens its
/// parcels. GUI thread.
class PerformanceView : public QFrame {
  Q_OBJECT
public:
  PerformanceView(Database& db, std::shared_ptr<const ShipmentColumnFacts> facts, QWidget* parent = nullptr);
  void setGeocoder(std::shared_ptr<const Geocoder> geocoder); ///< names of provinces
  void reload();

Q_SIGNALS:
  /// A figure was chosen: the parcels behind it and what they are.
  void parcelsWanted(const std::vector<qint64>& ids, const QString& why);
  void promisesWanted(); ///< to see and change what buyers are promised
  void tariffsWanted();  ///< to see and change what couriers agreed to charge
  void told(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void fill();
  void open(int row, int column);
  QString laneText(const Lane& lane) const;
  QString endText(const QString& end) const;
  std::pair<Instant, Instant> span() const;
  PerformanceDetail detail() const;
  void retranslate();

  Database& m_db;
  std::shared_ptr<const ShipmentColumnFacts> m_facts;
  std::shared_ptr<const Geocoder> m_geocoder;
  std::vector<LanePerformance> m_rows;
  QComboBox *m_detail, *m_span;
  QPushButton *m_promises, *m_tariffs;
  QLabel *m_note, *m_more;
  TransitChart* m_chart;
  QTableWidget* m_table;
  StateView* m_states;
  int m_request = 0;
  bool m_isRead = false; ///< m_rows is an answer
};

/// Bars from nothing to the median and thin ones on to the ninetieth percentile, one a row.
class TransitChart : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;
  struct Bar {
    QString name;
    std::optional<Transit> half, most;
  };
  void setBars(std::vector<Bar> bars);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {200, 60}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  std::vector<Bar> m_bars;
};

} // namespace supercargo
