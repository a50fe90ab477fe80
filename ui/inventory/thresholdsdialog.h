#pragma once

#include "core/stock/thresholds.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace supercargo {

class ThresholdTable;

/// Thresholds of a block of cells as a spreadsheet copies it: SKU, pieces (empty: computed), warehouse (empty: all),
/// lines and tabs between. A heading is passed over.
struct ThresholdBlock {
  std::vector<StockThreshold> thresholds;
  QStringList faults; ///< one sentence for each line that was not understood
};
ThresholdBlock thresholdBlock(const QString& text);

/// All thresholds, of articles, categories, warehouses and everything, edited as a block: paste from a spreadsheet,
/// change a cell, save all at once.
class ThresholdsDialog : public QDialog {
  Q_OBJECT
public:
  ThresholdsDialog(const std::vector<StockThreshold>& known, const ThresholdSubjects& subjects,
                   QWidget* parent = nullptr);
  void paste(const QString& text);
  /// What differs from what was known; one that is gone from the table comes without values, and is so taken away.
  std::vector<StockThreshold> changed() const;

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void check();
  std::vector<StockThreshold> changed(QStringList& faults) const;

  std::vector<StockThreshold> m_known;
  ThresholdTable* m_table;
  QLabel* m_fault;
  QPushButton* m_save;
};

} // namespace supercargo
