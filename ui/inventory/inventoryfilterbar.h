#pragma once

#include "core/stock/stocklist.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;

namespace supercargo {

/// What the stock list shows: words, warehouse, alert, classes. Beside it what can be done.
class InventoryFilterBar : public QFrame {
  Q_OBJECT
public:
  explicit InventoryFilterBar(QWidget* parent = nullptr);

  const StockListFilter& filter() const { return m_filter; }
  void setFilter(const StockListFilter& filter);
  void setWarehouses(const QStringList& names);
  void setAlertCounts(const std::vector<StockAlertCount>& counts);
  void clear() { setFilter({}); }
  void focusText();
  void focusWidgets();

Q_SIGNALS:
  void filterChanged();
  void left(); ///< done here: back to the list
  void adjustPressed();
  void taskChosen(int task); ///< a StockTask (ui/inventory/stockdesk.h)

protected:
  void changeEvent(QEvent* event) override;

private:
  void takeWidgets();
  void showFilter();
  void retranslate();

  StockListFilter m_filter;
  QStringList m_warehouses;
  std::vector<StockAlertCount> m_counts;
  QLineEdit* m_text;
  QComboBox *m_warehouse, *m_alert, *m_value, *m_steadiness;
  QPushButton *m_clear, *m_adjust, *m_work;
  QMenu* m_tasks;
  QTimer m_typing;
};

} // namespace supercargo
