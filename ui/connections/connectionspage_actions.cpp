// What the Connections page does with an account: add, check, pause, renew its credentials, remove.
#include "core/base/deliver.h"
#include "ui/accounts/accountstore.h"
#include "ui/accounts/trouble.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/connectionspage.h"
#include "ui/text/format.h"

#include <QMessageBox>
#include <QPushButton>

namespace supercargo {

void ConnectionsPage::add()
{
  auto* dialog = new ConnectDialog(m_actions, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ConnectDialog::added, this, [this](AccountId account, const QString& name) {
    m_context.engine.reload();
    m_context.engine.syncOnce({account}, {}, false);
    m_context.actions.notify(tr("%1 is connected; its data are being read.").arg(name));
    refresh();
  });
  dialog->open();
}

void ConnectionsPage::check(AccountId account)
{
  m_busy.insert(account.value(), tr("Checking…"));
  showCards();
  const auto done = [this, account](const Result<void>& checked) {
    m_busy.remove(account.value());
    const AccountRow* found = row(account);
    const QString name = found ? found->name : QString();
    m_context.actions.notify(checked ? tr("%1 works.").arg(name)
                                     : tr("%1 does not work: %2").arg(name, errorSentence(checked.error().kind).what));
    refresh();
    showCards();
  };
  deliver(storedDraft(m_context.db, m_context.vault, account), this, [this, done](Result<AccountDraft> draft) {
    if (!draft)
      done(fail(draft.error()));
    else
      deliver(m_actions.check(*draft), this, [done](Result<void> checked) { done(checked); });
  });
}

void ConnectionsPage::changed(const Result<void>& result)
{
  if (!result)
    m_context.actions.notify(troubleText(result.error().kind));
  m_context.engine.reload();
  refresh();
}

void ConnectionsPage::pause(AccountId account, bool pause)
{
  deliver(m_context.db.write([account, pause](Connection& c, ChangeSet& changes) -> Result<void> {
    changes.accounts.insert(account.value());
    SC_TRY(pauseAccount(c, account, pause));
    return {};
  }),
          this, [this](Result<void> result) { changed(result); });
}

/// Checks the new secrets with what else the account has, then stores them. One future for both steps.
QFuture<Result<void>> ConnectionsPage::checkedRenewal(AccountId account, const Secrets& secrets)
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  const auto finish = [promise](Result<void> result) {
    promise->addResult(std::move(result));
    promise->finish();
  };
  deliver(storedDraft(m_context.db, m_context.vault, account, secrets), this, [=, this](Result<AccountDraft> draft) {
    if (!draft) {
      finish(fail(draft.error()));
      return;
    }
    deliver(m_actions.check(*draft), this, [=, this](Result<void> checked) {
      if (!checked) {
        finish(checked);
        return;
      }
      deliver(renewSecrets(m_context.db, m_context.vault, account, secrets, m_context.clock()), this, finish);
    });
  });
  return promise->future();
}

void ConnectionsPage::renew(AccountId account)
{
  const AccountRow* found = row(account);
  const Provider* provider = found ? findProvider(found->provider) : nullptr;
  if (!provider)
    return;
  auto* dialog = new RenewDialog(
      *provider, found->name, [this, account](const Secrets& secrets) { return checkedRenewal(account, secrets); },
      this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this] { changed({}); });
  dialog->open();
}

void ConnectionsPage::remove(AccountId account)
{
  const AccountRow* found = row(account);
  if (!found)
    return;
  auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Remove account"), tr("Remove %1?").arg(found->name),
                                   QMessageBox::NoButton, this);
  question->setInformativeText(
      tr("Its credentials, positions and recorded calls are deleted, and nothing is read from it any more. "
         "Orders, payments and parcels read so far stay as history."));
  question->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
  setRole(yes, "danger");
  question->setDefaultButton(question->addButton(tr("Keep"), QMessageBox::RejectRole));
  connect(yes, &QPushButton::clicked, this, [this, account] {
    deliver(m_context.db.write([account, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
      changes.accounts.insert(account.value());
      return removeAccount(c, account, now);
    }),
            this, [this](Result<void> result) { changed(result); });
  });
  question->open();
}

} // namespace supercargo
