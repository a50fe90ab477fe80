// What the Connections page does with an account: add, check, pause, edit, renew its credentials, remove.
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

/// One future for all steps: what the account would be is read and checked, then stored.
QFuture<Result<void>> ConnectionsPage::checkedFirst(QFuture<Result<AccountDraft>> draft,
                                                    std::function<QFuture<Result<void>>()> store)
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  const auto finish = [promise](Result<void> result) {
    promise->addResult(std::move(result));
    promise->finish();
  };
  deliver(std::move(draft), this, [=, this](const Result<AccountDraft>& whole) {
    if (!whole)
      return finish(fail(whole.error()));
    deliver(m_actions.check(*whole), this, [=, this](const Result<void>& checked) {
      if (!checked)
        return finish(checked);
      deliver(store(), this, finish);
    });
  });
  return promise->future();
}

QFuture<Result<void>> ConnectionsPage::checkedRenewal(AccountId account, const Secrets& secrets)
{
  return checkedFirst(storedDraft(m_context.db, m_context.vault, account, secrets), [this, account, secrets] {
    return renewSecrets(m_context.db, m_context.vault, account, secrets, m_context.clock());
  });
}

QFuture<Result<void>> ConnectionsPage::checkedEdit(AccountId account, const AccountDraft& edited)
{
  return checkedFirst(editedDraft(m_context.db, m_context.vault, account, edited),
                      [this, account, edited] { return storeEdit(m_context.db, account, edited); });
}

void ConnectionsPage::edit(AccountId account)
{
  const AccountRow* found = row(account);
  const Provider* provider = found ? findProvider(found->provider) : nullptr;
  if (!provider)
    return;
  auto* dialog = new AccountDialog(
      *found, *provider, AccountForm::Purpose::Edit,
      [this, account, before = *found](const AccountDraft& edited) {
        AccountRow after = before;
        after.fields.insert(edited.fields);
        const bool isOnlyCalledOtherwise = edited.endpoint == before.endpoint && after.fields == before.fields;
        return isOnlyCalledOtherwise ? storeEdit(m_context.db, account, edited) : checkedEdit(account, edited);
      },
      this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this] { changed({}); });
  dialog->open();
}

void ConnectionsPage::renew(AccountId account)
{
  const AccountRow* found = row(account);
  const Provider* provider = found ? findProvider(found->provider) : nullptr;
  if (!provider)
    return;
  auto* dialog = new AccountDialog(
      *found, *provider, AccountForm::Purpose::RenewSecrets,
      [this, account](const AccountDraft& draft) { return checkedRenewal(account, draft.secrets); }, this);
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
