#pragma once

#include "core/reports/report.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace supercargo {

/// A report's result as a table: the very columns and rows of the file, totals last.
class ReportModel : public QAbstractTableModel {
  Q_OBJECT
public:
  explicit ReportModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  void setResult(ReportResult result);
  const ReportResult& result() const { return m_result; }
  bool isTotal(int row) const { return row >= int(m_result.rows.size()); }
  const ReportRow& reportRow(int row) const;
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  ReportResult m_result;
  QTimeZone m_zone = QTimeZone::utc();
};

} // namespace supercargo
