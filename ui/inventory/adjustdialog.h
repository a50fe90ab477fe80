#pragma once

#include "core/stock/stocklist.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace supercargo {

/// Corrects what lies there: a difference and a reason, which the ledger keeps.
class AdjustDialog : public QDialog {
  Q_OBJECT
public:
  AdjustDialog(const StockListRow& row, QWidget* parent = nullptr);
  qint64 delta() const;
  QString reason() const;

private:
  void check();

  StockListRow m_row;
  QSpinBox* m_delta;
  QComboBox* m_reason;
  QLabel* m_after;
  QPushButton* m_ok;
};

} // namespace supercargo
