#pragma once

#include "core/stock/articles.h"
#include "ui/inventory/shortdialog.h"

#include <QTimeZone>

class QDateEdit;
class QLineEdit;

namespace supercargo {

/// What a piece of an article costs, since when, and what it cost before.
class CostDialog : public ShortDialog {
  Q_OBJECT
public:
  CostDialog(const QString& sku, const std::vector<ArticleCost>& history, Currency currency, const QTimeZone& zone,
             QDate today, QWidget* parent = nullptr);
  std::optional<Money> cost() const;
  QDate from() const;
  QString reason() const;

private:
  void check();

  Currency m_currency;
  QLineEdit *m_cost, *m_reason;
  QDateEdit* m_from;
};

} // namespace supercargo
