#pragma once

#include "core/stock/alerts.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace supercargo {

class StateView;

/// The inbox of stock alerts: what has one cause is one entry, those that lose most a day first.
class AlertsPanel : public QWidget {
  Q_OBJECT
public:
  explicit AlertsPanel(Clock clock, QWidget* parent = nullptr);
  bool showsSnoozed() const;
  void show(const std::vector<StockAlert>& alerts);
  void showError(const Error& error);
  using QWidget::show;

Q_SIGNALS:
  void articleRequested(const QString& sku);
  void snoozeRequested(qint64 alert, std::chrono::hours hours);
  void ownerChosen(qint64 alert, const QString& owner); ///< empty: nobody
  void snoozedTooToggled();
  void retryPressed();

protected:
  void changeEvent(QEvent* event) override;

private:
  void fill();
  void fillMenus();
  void showChoice();
  void askOwner();
  const StockAlert* current() const;

  Clock m_clock;
  std::vector<StockAlert> m_alerts;
  QTreeWidget* m_tree;
  StateView* m_states;
  QLabel* m_detail;
  QCheckBox* m_snoozedToo;
  QPushButton *m_snooze, *m_owner;
};

} // namespace supercargo
