#pragma once

#include "core/stock/alerts.h"

#include <QWidget>

class QVBoxLayout;

namespace supercargo {

/// What is short in the warehouse and loses most a day: a line each, and the way to all of them.
class ShortStock : public QWidget {
  Q_OBJECT
public:
  explicit ShortStock(QWidget* parent = nullptr);
  /// `alerts`: the first lines; `all`: how many there are.
  void setAlerts(std::vector<StockAlert> alerts, qint64 all);

Q_SIGNALS:
  void chosen(const QString& sku); ///< empty: all alerts

protected:
  void changeEvent(QEvent* event) override;

private:
  void fill();

  std::vector<StockAlert> m_alerts;
  qint64 m_all = 0;
  QVBoxLayout* m_column;
};

} // namespace supercargo
