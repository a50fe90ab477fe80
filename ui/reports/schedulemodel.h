#pragma once

#include "core/reports/schedules.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace supercargo {

/// Reports written into folders again and again: name, what, when, where, how the last one ended.
class ScheduleModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Columns { NameColumn, WhatColumn, WhenColumn, NextColumn, LastColumn, FolderColumn, ColumnCount };
  explicit ScheduleModel(QTimeZone zone, QObject* parent) : QAbstractTableModel(parent), m_zone(std::move(zone)) {}

  void setSchedules(std::vector<ReportSchedule> schedules);
  const ReportSchedule& schedule(int row) const { return m_rows[size_t(row)]; }
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  QString text(const ReportSchedule& schedule, int column) const;

  std::vector<ReportSchedule> m_rows;
  QTimeZone m_zone;
};

/// "every day at 06:00"
QString rhythmText(const QString& every, int atMinute);

} // namespace supercargo
