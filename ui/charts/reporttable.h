#pragma once

#include "core/reports/report.h"

#include <QTableView>

namespace supercargo {

class ReportModel;

/// The table beside a chart and the preview of a report: a figure's cell opens its rows; rows are copied as text.
class ReportTable : public QTableView {
  Q_OBJECT
public:
  explicit ReportTable(QWidget* parent = nullptr);
  void setResult(ReportResult result);
  const ReportResult& result() const;
  QString selectionAsTsv() const;

Q_SIGNALS:
  /// A cell was activated that is made of rows.
  void figureChosen(const QString& column, const supercargo::Slice& slice);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void choose(const QModelIndex& index);
  void fitColumns();

  ReportModel* m_model = nullptr;
};

} // namespace supercargo
