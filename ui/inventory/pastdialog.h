#pragma once

#include "core/store/catalogue.h"
#include "ui/inventory/shortdialog.h"
#include "ui/pages.h"

#include <QTimeZone>
#include <QTimer>

class QDateTimeEdit;
class QLineEdit;

namespace supercargo {

/// What lay where at a moment of the past, from the ledger.
class PastDialog : public ShortDialog {
  Q_OBJECT
public:
  PastDialog(const PageContext& context, const QString& sku, const QTimeZone& zone, QWidget* parent = nullptr);

private:
  void ask();
  void show(const std::vector<StockRow>& rows);

  PageContext m_context;
  QTimeZone m_zone;
  QDateTimeEdit* m_when;
  QLineEdit* m_sku;
  QTableWidget* m_table;
  QLabel* m_count;
  QTimer m_pause; ///< while somebody types
  int m_request = 0;
};

} // namespace supercargo
