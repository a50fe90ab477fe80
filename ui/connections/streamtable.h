#pragma once

#include "core/sync/accountdetail.h"
#include "ui/connections/accountfacts.h"

#include <QTableWidget>

namespace supercargo {

/// The streams of one account: how fresh, when next, how far, and what the last audit found. As high as its rows.
class StreamTable : public QTableWidget {
  Q_OBJECT
public:
  explicit StreamTable(QWidget* parent = nullptr);
  void show(const AccountDetail& detail, const FactTime& time);
  using QTableWidget::show;
  void retranslate();

protected:
  void changeEvent(QEvent* event) override;

private:
  enum Column { StreamName, Freshness, LastOk, Next, CoveredTo, Cursor, Drift, ColumnCount };
  static QStringList cells(const StreamDetail& stream, const AccountRow& account, const FactTime& time);
  void fitHeight();
};

} // namespace supercargo
