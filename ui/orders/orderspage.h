#pragma once

#include "ui/orders/ordercolumns.h"
#include "ui/pages.h"
#include "ui/tables/rowmodel.h"

#include <QTimer>

class QPushButton;
class QSplitter;

namespace supercargo {

class OrderDetailsView;
class OrderFilterBar;
class OrderViews;
class StateView;
class TableView;
struct FilterNames;
enum class PrintDocument;

/// One list over all shops: saved views as tabs with live counts, a filter as widgets and as text (the same language as
/// on the command line), a windowed table, and the chosen order beside it. Everything can be done by keyboard, from
/// wherever on the page the focus is.
class OrdersPage : public Page {
  Q_OBJECT
public:
  explicit OrdersPage(const PageContext& context);
  void activate() override;
  void open(const QString& what) override; ///< "search", "filter:TEXT", "order:ID"
  void saveState() override;
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

protected:
  void changeEvent(QEvent* event) override;

private:
  void buildList();
  void follow();
  void addListActions();
  void addViewActions();
  void addShippingActions();
  void addPlanActions();
  std::vector<OrderId> chosenOrders() const;
  void bookChosen();
  void packByScan();
  void printLabels();
  void printSlips();
  void previewDocument(PrintDocument document);
  void showPickList();
  /// Calls `act` with the reason once a person says so.
  void askWhy(const QString& title, const QString& action, const QString& about,
              const std::function<void(const QString&)>& act);
  void approveChosen();
  void approve(const std::vector<OrderId>& orders, const QString& reason);
  void mergeChosen();
  void splitChosen();
  void undoPlans();
  void undoPlansOf(const std::vector<OrderId>& orders, const QString& reason);
  QString planRefusal(const Error& error) const;
  void restoreState();
  void retranslate();
  void readNames();
  void readProvinces();
  void ask();
  void sortBy(int column);
  void showSort();
  void showState();
  void showOrder(OrderId id);
  void showCurrent();
  void togglePreview();
  void toggleReveal();
  void hideRevealed();
  void noteChanges(const ChangeSet& changes);
  void takeChanges();
  FilterNames names() const;

  PageContext m_context;
  std::shared_ptr<OrderColumnFacts> m_facts;
  std::vector<std::pair<AccountId, QString>> m_accounts;
  OrderSort m_sort = OrderSort::PlacedDescending;
  OrderViews* m_views;
  OrderFilterBar* m_bar;
  TableView* m_table;
  StateView* m_states;
  OrderDetailsView* m_details;
  QSplitter* m_splitter;
  QPushButton* m_ship;
  RowModel<OrderRow>* m_model;
  QTimer m_refresh;
  QSet<qint64> m_changed;
  int m_detailsRequest = 0;
};

} // namespace supercargo
