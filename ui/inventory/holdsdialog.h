#pragma once

#include "core/stock/work.h"
#include "ui/inventory/shortdialog.h"

#include <QTimeZone>

namespace supercargo {

/// What is held for whom and until when; one of them can be let go.
class HoldsDialog : public ShortDialog {
  Q_OBJECT
public:
  HoldsDialog(std::vector<StockHold> holds, const QTimeZone& zone, QWidget* parent = nullptr);
  std::optional<StockHold> chosen() const;

private:
  std::vector<StockHold> m_holds;
  QTableWidget* m_table;
};

} // namespace supercargo
