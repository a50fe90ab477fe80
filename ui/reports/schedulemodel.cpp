#include "ui/reports/schedulemodel.h"

#include "ui/charts/periodbar.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTime>

namespace supercargo {

QString rhythmText(const QString& every, int atMinute)
{
  const QString at = QTime(atMinute / 60, atMinute % 60).toString(QStringLiteral("HH:mm"));
  if (every == QLatin1String("week"))
    return QCoreApplication::translate("schedules", "Mondays at %1").arg(at);
  if (every == QLatin1String("month"))
    return QCoreApplication::translate("schedules", "On the first at %1").arg(at);
  return QCoreApplication::translate("schedules", "Daily at %1").arg(at);
}

void ScheduleModel::setSchedules(std::vector<ReportSchedule> schedules)
{
  beginResetModel();
  m_rows = std::move(schedules);
  endResetModel();
}

void ScheduleModel::retranslate()
{
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!m_rows.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ScheduleModel::rowCount(const QModelIndex& parent) const
{
  return parent.isValid() ? 0 : int(m_rows.size());
}

QString ScheduleModel::text(const ReportSchedule& schedule, int column) const
{
  const ReportDefinition* definition = findReport(schedule.spec.report);
  switch (column) {
  case NameColumn:
    return schedule.name;
  case WhatColumn:
    return QStringLiteral("%1 · %2 · %3")
        .arg(definition ? reportWord(definition->title) : schedule.spec.report, presetText(schedule.span),
             schedule.format.toUpper());
  case WhenColumn:
    return rhythmText(schedule.every, schedule.atMinute);
  case NextColumn:
    return schedule.nextAt ? dateTimeText(*schedule.nextAt, m_zone) : tr("Paused");
  case LastColumn:
    if (!schedule.lastAt)
      return tr("Not yet");
    return schedule.lastError.isEmpty()
               ? tr("Written %1").arg(dateTimeText(*schedule.lastAt, m_zone))
               : tr("Failed %1: %2").arg(dateTimeText(*schedule.lastAt, m_zone), schedule.lastError);
  default:
    return schedule.folder;
  }
}

QVariant ScheduleModel::data(const QModelIndex& index, int role) const
{
  if (!index.isValid())
    return {};
  const ReportSchedule& schedule = m_rows[size_t(index.row())];
  if (role == Qt::ToolTipRole && index.column() == LastColumn && !schedule.lastFile.isEmpty())
    return schedule.lastFile;
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
    return text(schedule, index.column());
  if (role == Qt::ForegroundRole && index.column() == LastColumn && !schedule.lastError.isEmpty())
    return ink(Ink::Danger);
  if (role == Qt::ForegroundRole && !schedule.nextAt)
    return ink(Ink::TextMuted);
  return {};
}

QVariant ScheduleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case NameColumn:
    return tr("Name");
  case WhatColumn:
    return tr("Report");
  case WhenColumn:
    return tr("When");
  case NextColumn:
    return tr("Next");
  case LastColumn:
    return tr("Last time");
  default:
    return tr("Folder");
  }
}

} // namespace supercargo
