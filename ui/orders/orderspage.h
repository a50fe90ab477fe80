#pragma once

#include "core/store/accounts.h"
#include "core/store/filtertext.h"
#include "ui/orders/ordercolumns.h"
#include "ui/pages.h"
#include "ui/tables/rowmodel.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTabBar;

namespace supercargo {

class OrderDetailsView;
class StateView;
class TableView;

/// One list over all shops: saved views as tabs with live counts, a filter as widgets and as text (the same language as
/// on the command line, kept in step), a windowed table, and the chosen order beside it.
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
  struct View {
    qint64 id = 0; ///< 0: built in
    QString name, filter;
  };

  void buildFilterBar();
  void buildList();
  void addActions();
  void retranslate();
  void readNames();
  void readViews();
  void readCounts();
  void chooseView(int index);
  void filterEdited();
  void widgetsEdited();
  void applyFilter(const QString& text);
  void showFilter();
  void ask();
  void showState();
  void showDetails();
  void noteChanges(const ChangeSet& changes);
  void keepView(); ///< the filter becomes a tab, named by its text
  QString viewTitle(int index) const;
  FilterNames names() const;

  PageContext m_context;
  std::shared_ptr<OrderColumnFacts> m_facts;
  std::vector<std::pair<AccountId, QString>> m_accounts;
  std::vector<View> m_views;
  std::vector<qint64> m_counts;
  OrderFilter m_filter;
  OrderSort m_sort = OrderSort::PlacedDescending;
  QTabBar* m_tabs;
  QLineEdit* m_text;
  QComboBox* m_status;
  QComboBox* m_account;
  QComboBox* m_placed;
  QLabel* m_fault;
  QPushButton* m_clear;
  TableView* m_table;
  StateView* m_states;
  OrderDetailsView* m_details;
  QSplitter* m_splitter;
  RowModel<OrderRow>* m_model;
  QTimer m_typing, m_refresh;
  QSet<qint64> m_changed;
  int m_detailsRequest = 0, m_countRequest = 0;
  bool m_quiet = false; ///< widgets are being set, not edited
};

} // namespace supercargo
