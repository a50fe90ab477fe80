#pragma once

#include "core/stock/articledemand.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace supercargo {

/// The ABC/XYZ matrix: how many articles and how much value is in each field; a field filters the list.
class ClassMatrixView : public QWidget {
  Q_OBJECT
public:
  explicit ClassMatrixView(Currency currency, QWidget* parent = nullptr);
  void show(const std::vector<ClassField>& fields, const QString& asOf);
  using QWidget::show;

Q_SIGNALS:
  void chosen(supercargo::ValueClass value, std::optional<supercargo::SteadinessClass> steadiness);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  Currency m_currency;
  std::vector<ClassField> m_fields;
  QString m_asOf;
  QLabel *m_title, *m_about, *m_when;
  std::array<QLabel*, 4> m_columns{};
  std::array<QLabel*, 3> m_rows{};
  std::array<QPushButton*, 12> m_buttons{}; ///< row by row; the last of a row: too little history
};

} // namespace supercargo
