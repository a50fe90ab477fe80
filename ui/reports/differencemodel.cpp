#include "ui/reports/differencemodel.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {

QString differenceText(RunDifference::Why why)
{
  switch (why) {
  case RunDifference::Why::Arrived:
    return QCoreApplication::translate("differences", "Arrived later");
  case RunDifference::Why::Paid:
    return QCoreApplication::translate("differences", "Paid later");
  case RunDifference::Why::Refunded:
    return QCoreApplication::translate("differences", "Refunded later");
  case RunDifference::Why::Cancelled:
    return QCoreApplication::translate("differences", "Cancelled later");
  case RunDifference::Why::Gone:
    return QCoreApplication::translate("differences", "No longer there");
  case RunDifference::Why::Edited:
    return QCoreApplication::translate("differences", "Edited later");
  }
  return {};
}

QString partText(qint64 amount, const QString& currency)
{
  const auto known = Currency::of(currency);
  return currency.isEmpty() || !known ? numberText(amount) : moneyText(Money(amount, *known));
}

QString changedText(qint64 change, const QString& currency)
{
  if (change == 0)
    return partText(0, currency);
  return (change > 0 ? QStringLiteral("+") : QStringLiteral("−")) + partText(std::abs(change), currency);
}

void DifferenceModel::setDifferences(std::vector<RunDifference> differences)
{
  beginResetModel();
  m_rows = std::move(differences);
  endResetModel();
}

bool DifferenceModel::isQuotient() const
{
  return std::any_of(m_rows.begin(), m_rows.end(),
                     [](const RunDifference& row) { return row.part == FigureRow::Part::Base; });
}

void DifferenceModel::retranslate()
{
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!m_rows.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid())
    return {};
  const RunDifference& row = m_rows[size_t(index.row())];
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (index.column() >= BeforeColumn ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
    return {};
  switch (index.column()) {
  case WhyColumn:
    return differenceText(row.why);
  case NumberColumn:
    return row.thing.number;
  case PartColumn:
    return row.part == FigureRow::Part::Base ? tr("divided by") : tr("counted");
  case BeforeColumn:
    return partText(row.before, row.thing.currency);
  case NowColumn:
    return partText(row.now, row.thing.currency);
  default:
    return changedText(row.now - row.before, row.thing.currency);
  }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (section >= BeforeColumn ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case WhyColumn:
    return tr("Why");
  case NumberColumn:
    return tr("Number");
  case PartColumn:
    return tr("Part");
  case BeforeColumn:
    return tr("Then");
  case NowColumn:
    return tr("Now");
  default:
    return tr("Difference");
  }
}

} // namespace supercargo
