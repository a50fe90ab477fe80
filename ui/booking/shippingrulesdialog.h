#pragma once

#include "core/outbox/rulechanges.h"
#include "core/store/accounts.h"
#include "ui/booking/listdialog.h"
#include "ui/pages.h"

#include <QTimeZone>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace supercargo {

class RuleTrial;

/// Which courier carries which order: rules from the top, the first that fits wins. Says of any order which would carry
/// it.
class ShippingRulesDialog : public ListDialog {
  Q_OBJECT
public:
  explicit ShippingRulesDialog(const PageContext& context, QWidget* parent = nullptr);

private:
  void build();
  void reload() override;
  void fillForm(std::optional<size_t> entry) override;
  std::vector<FieldFault> faults() const override;
  Change saving() const override { return saving(typed(), WaitingOrders::LeftAlone); }
  Change saving(const ShippingRule& rule, WaitingOrders waiting) const;
  void storeForm() override;
  void askAboutWaiting(const ShippingRule& rule, qint64 orders);
  QString nameOf(size_t entry) const override;
  Change removal(size_t entry) const override;
  Change restoring(size_t entry) const override;
  std::vector<QWidget*> listStops() const override;
  void showButtons() override;
  void offer(const std::vector<AccountRow>& accounts, const std::vector<Sender>& from);
  void showRules();
  void move(int by);
  ShippingRule typed() const;
  std::optional<qint64> amount(const QLineEdit* field) const;
  bool isAmount(const QLineEdit* field) const;

  Currency m_currency;
  Clock m_clock;
  QTimeZone m_zone;
  bool m_isCounting = false; ///< waiting orders, before a rule is stored
  std::vector<ShippingRule> m_rules;
  QHash<AccountId, QString> m_accounts;
  RuleTrial* m_trial;
  QPushButton *m_up, *m_down;
  QLineEdit *m_name, *m_service, *m_payMethod, *m_countries, *m_provinces, *m_valueFrom, *m_valueBelow;
  QCheckBox *m_enabled, *m_automatic;
  QComboBox *m_account, *m_sender, *m_cash;
  QListWidget* m_shops;
  QSpinBox *m_weight, *m_weightFrom, *m_weightBelow;
};

} // namespace supercargo
