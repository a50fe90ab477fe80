#pragma once

#include "core/base/money.h"

#include <QPushButton>

class QLabel;
class QLineEdit;

namespace supercargo {

/// A span of amounts, shown in words; a press opens two fields for its ends. Either may be empty.
class AmountButton : public QPushButton {
  Q_OBJECT
public:
  explicit AmountButton(Currency currency, QWidget* parent = nullptr);

  using Bound = std::optional<qint64>; ///< minor units
  void set(Bound least, Bound most);
  Bound least() const { return m_least; }
  Bound most() const { return m_most; }
  void retranslate();

Q_SIGNALS:
  void edited();

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void openFields();
  void takeFields();
  std::optional<Bound> boundOf(QLineEdit* field) const; ///< nullopt: not an amount, and marked so
  QString textOf(const Bound& bound) const;

  Currency m_currency;
  Bound m_least, m_most;
  QWidget* m_popup;
  QLineEdit *m_from, *m_to;
  QLabel *m_fromLabel, *m_toLabel;
  QPushButton* m_apply;
};

} // namespace supercargo
