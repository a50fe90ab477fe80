#pragma once

#include "core/store/filtertext.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace supercargo {

class AmountButton;

/// One filter as text and as widgets, kept in step. It understands texts (core/store/filtertext.h) and says what is
/// wrong with one; what the filter is for is its owner's.
class OrderFilterBar : public QFrame {
  Q_OBJECT
public:
  OrderFilterBar(Currency currency, Clock clock, QWidget* parent = nullptr);

  /// What words refer to. The filter is understood anew.
  void setNames(const FilterNames& names);
  void setProvinces(const QStringList& provinces); ///< offered; others may be typed
  void apply(const QString& text);                 ///< as if it were typed
  void clear() { apply({}); }
  void focusText();
  void focusWidgets();
  bool hasTextFocus() const;

  const OrderFilter& filter() const { return m_filter; }
  QString text() const; ///< as it was written, so that "today" stays today

Q_SIGNALS:
  void filterChanged();
  void left(); ///< done here: back to the list

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void build();
  void takeWidgets();
  void showFilter();
  void retranslate();
  void fill(QComboBox* box, const QString& name, const QStringList& words);

  Clock m_clock;
  FilterNames m_names;
  OrderFilter m_filter;
  QStringList m_provinces;
  QLineEdit* m_text;
  QComboBox *m_status, *m_account, *m_placed, *m_province;
  AmountButton* m_amount;
  QPushButton* m_clear;
  QLabel* m_fault;
  QTimer m_typing;
};

} // namespace supercargo
