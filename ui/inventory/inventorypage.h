#pragma once

#include "core/stock/articledemand.h"
#include "core/stock/stocklist.h"
#include "ui/pages.h"
#include "ui/tables/rowmodel.h"

#include <QTimer>

class QSplitter;
class QTabWidget;

namespace supercargo {

class AlertsPanel;
class ArticlePanel;
class ClassMatrixView;
class InventoryFilterBar;
class StateView;
class StockDesk;
class TableView;
class Thumbnails;

/// What lies where: the list of SKUs and warehouses, beside it the chosen article with its ledger, the inbox of alerts
/// and the ABC/XYZ matrix. What is known of demand is renewed elsewhere (core/stock/demandkeeper.h).
class InventoryPage : public Page {
  Q_OBJECT
public:
  explicit InventoryPage(const PageContext& context);
  void activate() override;
  void open(const QString& what) override; ///< "sku:…", "alerts", "search"
  void saveState() override;
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void follow();
  void addActions();
  void retranslate();
  void restoreState();
  void ask();
  void sortBy(int column);
  void showState();
  void showCurrent();
  void readAround();
  void readAlerts();
  void snooze(qint64 alert, std::chrono::hours hours);
  void assign(qint64 alert, const QString& owner);
  void told(const Result<void>& done, const QString& sentence);
  const StockListRow* currentRow() const;
  std::vector<StockListRow> chosenRows() const;

  PageContext m_context;
  QTimeZone m_zone;
  StockSort m_sort = StockSort::Sku;
  Thumbnails* m_pictures;
  RowModel<StockListRow>* m_model;
  InventoryFilterBar* m_bar;
  TableView* m_table;
  StateView* m_states;
  ArticlePanel* m_article;
  AlertsPanel* m_alerts;
  ClassMatrixView* m_matrix;
  QTabWidget* m_tabs;
  QSplitter* m_splitter;
  StockDesk* m_desk;
  QTimer m_refresh;
  int m_articleRequest = 0;
};

} // namespace supercargo
