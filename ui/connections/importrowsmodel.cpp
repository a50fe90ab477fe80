#include "ui/connections/importrowsmodel.h"

#include "ui/connections/importwords.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"

namespace supercargo {

void ImportRowsModel::setRecords(std::shared_ptr<const ImportedRecords> records)
{
  m_records = std::move(records);
  list();
}

void ImportRowsModel::setOnlyTroubles(bool only)
{
  m_onlyTroubles = only;
  list();
}

void ImportRowsModel::list()
{
  beginResetModel();
  m_shown.clear();
  for (size_t i = 0; m_records && i < m_records->rows.size(); ++i)
    if (!m_onlyTroubles || !m_records->rows[i].faults.empty())
      m_shown.push_back(int(i));
  endResetModel();
}

int ImportRowsModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ImportRowsModel::data(const QModelIndex& index, int role) const
{
  if (role == Qt::TextAlignmentRole && index.column() == 0)
    return int(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
    return {};
  const RowResult& row = m_records->rows[size_t(m_shown[size_t(index.row())])];
  switch (index.column()) {
  case 0:
    return numberText(row.row);
  case 1:
    return ImportWords::result(row.kind);
  case 2:
    return row.id;
  default:
    return rowFaultsText(row.faults);
  }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case 0:
    return tr("Row");
  case 1:
    return tr("Result");
  case 2:
    return tr("Record");
  default:
    return tr("Why");
  }
}

} // namespace supercargo
