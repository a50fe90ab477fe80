#pragma once

#include "core/stock/transfers.h"
#include "ui/inventory/shortdialog.h"

class QCheckBox;
class QComboBox;

namespace supercargo {

/// What is on its way between warehouses, and how much of it has come.
class TransfersDialog : public ShortDialog {
  Q_OBJECT
public:
  explicit TransfersDialog(std::vector<TransferRow> open, QWidget* parent = nullptr);
  qint64 transfer() const;                ///< 0: nothing is on its way
  std::vector<TransferLine> came() const; ///< every line, also those of which nothing came
  bool restIsMissing() const;

private:
  void showTransfer();
  void check();

  std::vector<TransferRow> m_open;
  QComboBox* m_which;
  QTableWidget* m_lines;
  QCheckBox* m_rest;
};

} // namespace supercargo
