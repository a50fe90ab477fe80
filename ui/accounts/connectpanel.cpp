#include "ui/accounts/connectpanel.h"

#include "core/base/deliver.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/localtext.h"
#include "ui/accounts/providergallery.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>

namespace supercargo {

ConnectPanel::ConnectPanel(AccountActions actions, QWidget* parent) : QWidget(parent), m_actions(std::move(actions))
{
  m_stack = new QStackedWidget(this);
  m_gallery = new ProviderGallery(m_stack);
  m_stack->addWidget(m_gallery);
  m_stack->addWidget(makeFormPage());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_stack);
  connect(m_gallery, &ProviderGallery::chosen, this, &ConnectPanel::choose);
  setFocusProxy(m_gallery);
  retranslate();
}

QWidget* ConnectPanel::makeFormPage()
{
  auto* page = new QWidget(m_stack);
  m_back = new QPushButton(page);
  m_back->setIcon(themedIcon(QStringLiteral("chevron-left")));
  setRole(m_back, "quiet");
  m_title = new QLabel(page);
  setRole(m_title, "title");
  m_scroll = new QScrollArea(page);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_progressText = new QLabel(page);
  setRole(m_progressText, "small");
  m_progress = new QProgressBar(page);
  m_progress->setRange(0, 0);
  m_progress->setTextVisible(false);
  m_cancel = new QPushButton(page);
  m_anyway = new QPushButton(page);
  m_anyway->setObjectName(QStringLiteral("addAnyway"));
  m_connect = new QPushButton(page);
  m_connect->setObjectName(QStringLiteral("connect"));
  setRole(m_connect, "primary");

  auto* head = new QHBoxLayout;
  head->addWidget(m_back);
  head->addWidget(m_title, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_progressText, 1);
  for (QPushButton* button : {m_cancel, m_anyway, m_connect})
    buttons->addWidget(button);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space3));
  column->addLayout(head);
  column->addWidget(m_scroll, 1);
  column->addWidget(m_progress);
  column->addLayout(buttons);

  connect(m_back, &QPushButton::clicked, this, &ConnectPanel::showGallery);
  connect(m_cancel, &QPushButton::clicked, this, &ConnectPanel::cancel);
  connect(m_connect, &QPushButton::clicked, this, &ConnectPanel::check);
  connect(m_anyway, &QPushButton::clicked, this, [this] {
    if (const auto draft = m_form->draft())
      addDraft(*draft);
  });
  return page;
}

void ConnectPanel::choose(const QString& provider)
{
  const Provider* found = findProvider(provider);
  if (!found)
    return;
  m_form = new AccountForm(*found, AccountForm::Purpose::Connect);
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(px(Size::Space1), 0, px(Size::Space3), 0);
  column->addWidget(m_form);
  column->addStretch(1);
  m_scroll->setWidget(holder); // deletes the form of an earlier choice
  connect(m_form, &AccountForm::edited, this, [this] { m_anyway->hide(); });
  m_anyway->hide();
  setChecking(false);
  m_stack->setCurrentIndex(1);
  retranslate();
  m_form->setFocus();
  m_form->nextInFocusChain()->setFocus(Qt::OtherFocusReason);
}

void ConnectPanel::showGallery()
{
  cancel();
  m_form = nullptr;
  if (QWidget* old = m_scroll->takeWidget())
    old->deleteLater();
  m_stack->setCurrentIndex(0);
  m_gallery->setFocus(Qt::OtherFocusReason);
}

void ConnectPanel::check()
{
  const auto draft = m_form->draft();
  if (!draft || m_checking)
    return;
  setChecking(true);
  deliver(m_actions.check(*draft), this, [this, mine = ++m_try, draft = *draft](Result<void> checked) {
    if (mine != m_try)
      return;
    if (checked) {
      addDraft(draft);
      return;
    }
    finish(checked.error());
    m_anyway->setVisible(isTransient(checked.error().kind));
  });
}

void ConnectPanel::addDraft(const AccountDraft& draft)
{
  setChecking(true);
  deliver(m_actions.add(draft), this, [this, mine = ++m_try, name = draft.name](Result<AccountId> account) {
    if (mine != m_try)
      return;
    if (!account) {
      finish(account.error());
      return;
    }
    finish(std::nullopt);
    showGallery();
    Q_EMIT added(*account, name);
  });
}

void ConnectPanel::cancel()
{
  ++m_try;
  setChecking(false);
}

void ConnectPanel::finish(const std::optional<Error>& error)
{
  setChecking(false);
  if (error && m_form)
    m_form->showError(*error);
}

void ConnectPanel::setChecking(bool checking)
{
  m_checking = checking;
  m_progress->setVisible(checking);
  m_progressText->setVisible(checking);
  m_cancel->setVisible(checking);
  m_connect->setEnabled(!checking);
  if (m_form)
    m_form->setEnabled(!checking);
  if (checking)
    m_anyway->hide();
}

void ConnectPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void ConnectPanel::retranslate()
{
  m_back->setText(tr("All providers"));
  m_title->setText(m_form ? tr("Connect %1").arg(localText(m_form->declaration().name)) : QString());
  m_progressText->setText(tr("Asking the provider whether this works…"));
  m_progress->setAccessibleName(tr("Check under way"));
  m_scroll->setAccessibleName(tr("Details of the account"));
  m_cancel->setText(tr("Cancel"));
  m_anyway->setText(tr("Add anyway"));
  m_anyway->setToolTip(tr("Stores the account now; it is tried again by itself."));
  m_connect->setText(tr("Check and connect"));
}

} // namespace supercargo
