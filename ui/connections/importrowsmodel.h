#pragma once

#include "core/files/records.h"

#include <QAbstractTableModel>

#include <memory>

namespace supercargo {

/// What became of each row of a file: its number, the result, the record, and why.
class ImportRowsModel : public QAbstractTableModel {
  Q_OBJECT
public:
  using QAbstractTableModel::QAbstractTableModel;

  void setRecords(std::shared_ptr<const ImportedRecords> records);
  void setOnlyTroubles(bool only); ///< leaves out rows that were read

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 4; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  void list();

  std::shared_ptr<const ImportedRecords> m_records;
  std::vector<int> m_shown; ///< places in the records
  bool m_onlyTroubles = false;
};

} // namespace supercargo
