#pragma once

#include "core/store/shipmentlist.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace supercargo {

/// One filter of parcels as text and as widgets, kept in step (core/store/shipmentfilter.h).
class ParcelFilterBar : public QFrame {
  Q_OBJECT
public:
  explicit ParcelFilterBar(QWidget* parent = nullptr);

  void setChoices(const ParcelChoices& choices, const std::vector<std::pair<AccountId, QString>>& accounts);
  void apply(const QString& text); ///< as if it were typed
  void clear();
  void focusText();
  /// Only these parcels, whatever the text says; `why` is shown beside it. Any other change of the filter ends it, and
  /// the text, which stays, holds again.
  void showOnly(std::vector<qint64> ids, const QString& why);
  const ShipmentFilter& filter() const { return m_filter; }
  QString text() const;

Q_SIGNALS:
  void filterChanged();
  void left();
  void keepWanted(const QString& text); ///< as a saved view

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void build();
  void take(const ShipmentFilter& filter);
  void takeWidget(QComboBox* chosen);
  void showFilter();
  void showChoice(QComboBox* box, const QVariantList& values);
  void retranslate();
  QComboBox* addBox(QLayout* line);

  ShipmentFilter m_filter; ///< in force
  ShipmentFilter m_said;   ///< what the text says; another only while showOnly holds
  ParcelChoices m_choices;
  std::vector<std::pair<AccountId, QString>> m_accounts;
  QLineEdit* m_text;
  QComboBox *m_state, *m_courier, *m_reason, *m_account, *m_to;
  QPushButton *m_clear, *m_only, *m_keep;
  QLabel* m_fault;
  QTimer m_typing;
};

} // namespace supercargo
