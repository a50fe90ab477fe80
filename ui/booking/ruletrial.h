#pragma once

#include "core/db/database.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace supercargo {

/// Tries the shipping rules on one order, by its number: which would carry it, and why the others do not. Books
/// nothing.
class RuleTrial : public QWidget {
  Q_OBJECT
public:
  explicit RuleTrial(Database& db, QWidget* parent = nullptr);
  std::vector<QWidget*> stops() const; ///< where Tab goes
  void tryIt();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  Database& m_db;
  QLineEdit* m_number;
  QSpinBox* m_weight;
  QPushButton* m_try;
  QLabel* m_result;
};

} // namespace supercargo
