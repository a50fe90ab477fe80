#pragma once

#include "core/reports/runs.h"

#include <QAbstractTableModel>

namespace supercargo {

/// "late refund", "edited" …: why two runs differ in one thing.
QString differenceText(RunDifference::Why why);
/// Minor units as money where they have a currency, else as a number.
QString partText(qint64 amount, const QString& currency);
/// With its sign: "+¥12.00", "−3".
QString changedText(qint64 change, const QString& currency);

/// What makes a figure another than it was: reason, number, before, now, difference.
class DifferenceModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Columns { WhyColumn, NumberColumn, PartColumn, BeforeColumn, NowColumn, ChangeColumn, ColumnCount };
  using QAbstractTableModel::QAbstractTableModel;

  void setDifferences(std::vector<RunDifference> differences);
  const RunDifference& difference(int row) const { return m_rows[size_t(row)]; }
  bool isQuotient() const; ///< rows of the lower part are there
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  std::vector<RunDifference> m_rows;
};

} // namespace supercargo
