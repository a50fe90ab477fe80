#pragma once

#include "core/stock/thresholds.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace supercargo {

/// Thresholds of a block of cells as a spreadsheet copies it: SKU, pieces (empty: computed), warehouse (empty: all),
/// lines and tabs between. A heading is passed over.
struct ThresholdBlock {
  std::vector<StockThreshold> thresholds;
  QStringList faults; ///< one sentence for each line that was not understood
};
ThresholdBlock thresholdBlock(const QString& text);

/// Thresholds of single articles, edited as a block: paste from a spreadsheet, change a cell, save all at once.
class ThresholdsDialog : public QDialog {
  Q_OBJECT
public:
  explicit ThresholdsDialog(const std::vector<StockThreshold>& known, QWidget* parent = nullptr);
  void paste(const QString& text);
  /// What differs from what was known; a threshold without a value is taken away.
  std::vector<StockThreshold> changed() const;

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void add(const StockThreshold& threshold);
  void check();
  std::vector<StockThreshold> shown(QStringList* faults) const;

  std::vector<StockThreshold> m_known;
  QTableWidget* m_table;
  QLabel* m_fault;
  QPushButton* m_save;
};

} // namespace supercargo
