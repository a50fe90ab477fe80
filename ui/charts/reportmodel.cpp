#include "ui/charts/reportmodel.h"

#include "core/reports/figures.h"
#include "ui/tables/cell.h"
#include "ui/text/reportwords.h"
#include "ui/theme/theme.h"

namespace supercargo {

void ReportModel::setResult(ReportResult result)
{
  beginResetModel();
  m_result = std::move(result);
  m_zone = QTimeZone(m_result.spec.timeZone);
  if (!m_zone.isValid())
    m_zone = QTimeZone::utc();
  endResetModel();
}

const ReportRow& ReportModel::reportRow(int row) const
{
  return isTotal(row) ? m_result.totals[size_t(row) - m_result.rows.size()] : m_result.rows[size_t(row)];
}

void ReportModel::retranslate()
{
  if (columnCount() == 0)
    return;
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (rowCount() > 0)
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ReportModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_result.rows.size() + m_result.totals.size());
}

int ReportModel::columnCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_result.columns.size());
}

QVariant ReportModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid())
    return {};
  const ReportRow& row = reportRow(index.row());
  const auto column = size_t(index.column());
  const ReportColumn& kind = m_result.columns[column];
  const ReportCell& cell = row.cells[column];
  switch (role) {
  case Qt::DisplayRole:
  case Qt::ToolTipRole:
    if (index.column() == 0 && isTotal(index.row()) && isNothing(cell))
      return tr("Total");
    return cellText(cell, kind, m_zone);
  case Qt::TextAlignmentRole:
    return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(kind.kind) ? Qt::AlignRight : Qt::AlignLeft));
  case Qt::FontRole:
    return isTotal(index.row()) ? QVariant(typeFont(Size::TypeBody, QFont::DemiBold)) : QVariant();
  case Qt::BackgroundRole:
    return isTotal(index.row()) ? QVariant(ink(Ink::Inset)) : QVariant();
  case Qt::ForegroundRole:
    return isNothing(cell) ? QVariant(ink(Ink::TextMuted)) : QVariant();
  default:
    return {};
  }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal || section >= columnCount())
    return {};
  const ReportColumn& column = m_result.columns[size_t(section)];
  if (role == Qt::DisplayRole)
    return columnTitle(column);
  if (role == Qt::ToolTipRole) {
    const QString formula = figureFormula(column.figure);
    return formula.isEmpty() ? QVariant() : QVariant(reportWord(formula));
  }
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column.kind) ? Qt::AlignRight : Qt::AlignLeft));
  return {};
}

} // namespace supercargo
