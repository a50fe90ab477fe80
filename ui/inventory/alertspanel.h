#pragma once

#include "core/stock/alerts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace supercargo {

class StateView;

/// The inbox of stock alerts: what has one cause is one entry, those that lose most a day first.
class AlertsPanel : public QWidget {
  Q_OBJECT
public:
  explicit AlertsPanel(QWidget* parent = nullptr);
  void show(const std::vector<StockAlert>& alerts);
  void showError(const Error& error);
  using QWidget::show;

Q_SIGNALS:
  void articleRequested(const QString& sku);
  void snoozeRequested(qint64 alert);
  void takeRequested(qint64 alert); ///< "I take care of it"
  void retryPressed();

protected:
  void changeEvent(QEvent* event) override;

private:
  void fill();
  qint64 currentAlert() const;

  std::vector<StockAlert> m_alerts;
  QTreeWidget* m_tree;
  StateView* m_states;
  QPushButton *m_snooze, *m_take;
};

} // namespace supercargo
