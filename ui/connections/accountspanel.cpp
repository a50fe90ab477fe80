#include "ui/connections/accountspanel.h"

#include "core/providers/provider.h"
#include "ui/accounts/freshness.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace supercargo {
namespace {
ProviderKind kindOf(const AccountRow& account)
{
  const Provider* provider = findProvider(account.provider);
  return provider ? provider->declaration.kind : ProviderKind::Shop;
}
} // namespace

AccountsPanel::AccountsPanel(QWidget* parent) : QScrollArea(parent)
{
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void AccountsPanel::make(const std::vector<AccountCard::Value>& accounts)
{
  m_cards.clear();
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, px(Size::Space2), 0);
  column->setSpacing(px(Size::Space2));
  for (int kind = int(ProviderKind::Shop); kind <= int(ProviderKind::Social); ++kind) {
    bool headed = false;
    for (const AccountCard::Value& value : accounts) {
      if (int(kindOf(value.account)) != kind)
        continue;
      if (!headed) {
        auto* head = new QLabel(providerKindText(ProviderKind(kind)), content);
        setRole(head, "section");
        head->setContentsMargins(0, px(Size::Space2), 0, 0);
        column->addWidget(head);
        headed = true;
      }
      auto* made = new AccountCard(content);
      m_cards.insert(value.account.id.value(), made);
      column->addWidget(made);
      Q_EMIT cardMade(made);
    }
  }
  column->addStretch(1);
  setWidget(content);
}

void AccountsPanel::setAccounts(const std::vector<AccountCard::Value>& accounts, Instant now)
{
  QList<qint64> order;
  for (const AccountCard::Value& value : accounts)
    order += value.account.id.value();
  if (order != m_order ||
      m_locale != QLocale()) { // other cards or other words above them: else keep focus and scrolling
    m_order = order;
    m_locale = QLocale();
    make(accounts);
  }
  for (const AccountCard::Value& value : accounts)
    m_cards.value(value.account.id.value())->setValue(value, now);
}

AccountCard* AccountsPanel::card(AccountId account) const
{
  return m_cards.value(account.value());
}

AccountCard* AccountsPanel::focusedCard() const
{
  for (AccountCard* card : m_cards) {
    if (card->isAncestorOf(QApplication::focusWidget()))
      return card;
  }
  return nullptr;
}

} // namespace supercargo
