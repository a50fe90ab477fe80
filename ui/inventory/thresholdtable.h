#pragma once

#include "core/stock/thresholds.h"

#include <QTableWidget>

namespace supercargo {

/// Thresholds as rows of cells: what each is for, then its values. An empty row waits at the end. GUI thread.
class ThresholdTable : public QTableWidget {
  Q_OBJECT
public:
  /// A person who types a category or a warehouse is offered those of `subjects`.
  explicit ThresholdTable(const ThresholdSubjects& subjects, QWidget* parent = nullptr);

  int add(const StockThreshold& threshold); ///< its row
  /// Into the rows of the same articles, or new ones; only the pieces change.
  void setPieces(const std::vector<StockThreshold>& block);
  /// What the rows say; those that say it wrong are left out and told in `faults`, a sentence each.
  std::vector<StockThreshold> thresholds(QStringList& faults) const;

Q_SIGNALS:
  void edited();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void insert(int row, const StockThreshold& threshold);
  StockThreshold threshold(int row, QString& fault) const;
  void keepEmptyRow();
};

/// The number of a cell; nothing when it is empty. False: it is none, or below zero.
bool takePieces(QString cell, std::optional<qint64>& pieces);

} // namespace supercargo
