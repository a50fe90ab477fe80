#pragma once

#include "core/reports/report.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <QTimeZone>

class QLabel;
class QPushButton;
class QTableView;

namespace supercargo {

class Database;
class StateView;

/// What a figure is made of, as a table: number, what it is, when, how much.
class FigureRowModel : public QAbstractTableModel {
  Q_OBJECT
public:
  explicit FigureRowModel(QTimeZone zone, QObject* parent) : QAbstractTableModel(parent), m_zone(std::move(zone)) {}
  void setRows(std::vector<FigureRow> rows);
  const FigureRow& row(int place) const { return m_rows[size_t(place)]; }
  /// The sum of the rows of one part, as people read it: money of several currencies side by side.
  QString sumText(FigureRow::Part part) const;
  bool isQuotient() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 5; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  QString amountText(const FigureRow& row) const;

  std::vector<FigureRow> m_rows;
  QTimeZone m_zone;
};

/// A window beside the page that says how a figure is defined and lists its rows; a row opens its order.
class FigureRowsDialog : public QDialog {
  Q_OBJECT
public:
  struct Question {
    ReportSpec spec; ///< of the result that shows the figure: complete
    Basis basis = Basis::Placed;
    ReportColumn column;
    Slice slice;
    QString value; ///< the figure as it was read
  };
  FigureRowsDialog(Database& db, Question question, QWidget* parent);

Q_SIGNALS:
  void orderChosen(supercargo::OrderId order);

protected:
  void changeEvent(QEvent* event) override;

private:
  void read();
  void showRows(std::vector<FigureRow> rows);
  void openCurrent();
  void retranslate();

  Database& m_db;
  Question m_question;
  FigureRowModel* m_model = nullptr;
  QTableView* m_table = nullptr;
  StateView* m_state = nullptr;
  QLabel *m_value = nullptr, *m_formula = nullptr, *m_basis = nullptr, *m_sum = nullptr;
  QPushButton *m_open = nullptr, *m_close = nullptr;
};

} // namespace supercargo
