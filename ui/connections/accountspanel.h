#pragma once

#include "ui/connections/accountcard.h"

#include <QHash>
#include <QLocale>
#include <QScrollArea>

namespace supercargo {

/// All accounts as cards, grouped by kind of provider.
class AccountsPanel : public QScrollArea {
  Q_OBJECT
public:
  explicit AccountsPanel(QWidget* parent = nullptr);
  void setAccounts(const std::vector<AccountCard::Value>& accounts, Instant now);
  AccountCard* card(AccountId account) const; ///< nullptr: none
  AccountCard* focusedCard() const;

Q_SIGNALS:
  void cardMade(supercargo::AccountCard* card);

private:
  void make(const std::vector<AccountCard::Value>& accounts);

  QHash<qint64, AccountCard*> m_cards;
  QList<qint64> m_order;
  QLocale m_locale;
};

} // namespace supercargo
