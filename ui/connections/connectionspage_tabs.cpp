// What leads from one tab of the Connections page to another, and what is done about failures and changes there.
#include "core/base/deliver.h"
#include "core/store/orders.h"
#include "core/sync/supportbundle.h"
#include "ui/accounts/trouble.h"
#include "ui/booking/changeact.h"
#include "ui/connections/accountspanel.h"
#include "ui/connections/accountview.h"
#include "ui/connections/apidocumentpanel.h"
#include "ui/connections/callspanel.h"
#include "ui/connections/connectionspage.h"
#include "ui/connections/connectiontabs.h"
#include "ui/connections/importdialog.h"

#include <QDateTime>
#include <QFileDialog>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>

namespace supercargo {
namespace {

/// There is one person to a workspace until there are users.
const QString kActor = QStringLiteral("owner");

} // namespace

void ConnectionsPage::wireView()
{
  connect(m_view, &AccountView::backRequested, this, &ConnectionsPage::showCardList);
  connect(m_view, &AccountView::syncRequested, this,
          [this](AccountId account) { m_context.engine.syncOnce({account}, {}, false); });
  connect(m_view, &AccountView::checkRequested, this, &ConnectionsPage::check);
  connect(m_view, &AccountView::editRequested, this, &ConnectionsPage::edit);
  connect(m_view, &AccountView::renewRequested, this, &ConnectionsPage::renew);
  connect(m_view, &AccountView::callsRequested, this, &ConnectionsPage::showCallsOf);
  connect(m_view, &AccountView::documentRequested, this, &ConnectionsPage::showDocument);
}

void ConnectionsPage::showCallsOf(AccountId account, bool failedOnly)
{
  m_tabs->setCurrentIndex(CallsTab);
  m_calls->showAccount(account, failedOnly);
}

void ConnectionsPage::showAccount(AccountId account)
{
  m_tabs->setCurrentIndex(AccountsTab);
  m_accountsStack->setCurrentIndex(ViewPlace);
  m_view->open(account);
}

void ConnectionsPage::showCardList()
{
  const auto shown = m_view->account();
  m_view->close();
  m_accountsStack->setCurrentIndex(m_data.accounts.empty() ? EmptyPlace : CardsPlace);
  if (AccountCard* card = shown ? m_accounts->card(*shown) : nullptr) {
    m_accounts->ensureWidgetVisible(card);
    card->focusDetails();
  }
}

void ConnectionsPage::showDocument(const QString& provider)
{
  m_tabs->setCurrentIndex(DocumentsTab);
  m_documents->showProvider(provider);
}

Result<std::vector<ActionsPanel::Line>> ConnectionsPage::readActions(Connection& c)
{
  constexpr int kMost = 500;
  std::vector<ActionState> open = kUnderWay;
  open.push_back(ActionState::Failed);
  SC_TRY_ASSIGN(entries, outboxEntries(c, {open, {}, {}}, kMost));
  std::vector<ActionsPanel::Line> lines;
  for (OutboxEntry& entry : entries) {
    SC_TRY_ASSIGN(order, entry.order ? orderRow(c, *entry.order) : Result<std::optional<OrderRow>>());
    lines.push_back({std::move(entry), order ? order->number : QString()});
  }
  return lines;
}

qint64 ConnectionsPage::Reading::needPersons() const
{
  return std::ranges::count_if(actions, [](const ActionsPanel::Line& line) { return needsPerson(line.entry); });
}

void ConnectionsPage::wireActions()
{
  connect(m_asked, &ActionsPanel::retryRequested, this, [this](ActionId id) {
    carryOut(
        [id, now = m_context.clock()](Connection& c, ChangeSet& changes) { return retryAction(c, id, now, changes); });
  });
  connect(m_asked, &ActionsPanel::changeRequested, this,
          [this](const OutboxEntry& refused) { changeAct(m_context, refused, this); });
  connect(m_asked, &ActionsPanel::cancelRequested, this, [this](ActionId id) {
    carryOut(
        [id, now = m_context.clock()](Connection& c, ChangeSet& changes) { return cancelAction(c, id, now, changes); });
  });
  connect(m_asked, &ActionsPanel::settleRequested, this, [this](ActionId id, bool happened, const QString& number) {
    carryOut([id, settlement = Settlement{happened, number, kActor}, now = m_context.clock()](
                 Connection& c, ChangeSet& changes) { return settleAction(c, id, settlement, now, changes); });
  });
}

void ConnectionsPage::carryOut(std::function<Result<void>(Connection&, ChangeSet&)> deed)
{
  deliver(m_context.db.write(std::move(deed)), this, [this](const Result<void>& done) {
    m_asked->tell(done ? QString() : tr("It was not done: %1").arg(done.error().detail), true);
    refresh();
  });
}

FailureActions ConnectionsPage::failureActions()
{
  FailureActions actions;
  actions.fetch = [this](AccountId account, Stream stream, const QStringList& ids) {
    fetchFailed(account, stream, ids);
  };
  actions.mend = [this](FailureId id, const QByteArray& edited) {
    return m_context.db.write(
        [id, edited, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<MendOutcome> {
          SC_TRY_ASSIGN(failure, syncFailure(c, id));
          SC_TRY_ASSIGN(account, failure ? accountRow(c, failure->account) : Result<std::optional<AccountRow>>());
          const Provider* provider = account ? findProvider(account->provider) : nullptr;
          if (!provider)
            return fail(ErrorKind::NotFound, QStringLiteral("the record or its account is gone"));
          return mendFailure(c, *provider, id, edited, kActor, now, changes);
        });
  };
  actions.dismiss = [this](const std::vector<FailureId>& ids, const QString& reason) {
    return m_context.db.write(
        [ids, reason, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
          for (const FailureId id : ids)
            SC_TRY(dismissFailure(c, id, reason, kActor, now, changes));
          return {};
        });
  };
  return actions;
}

/// By id where the provider can; else its whole stream once more.
void ConnectionsPage::fetchFailed(AccountId account, Stream stream, const QStringList& externalIds)
{
  const AccountRow* found = row(account);
  const Provider* provider = found ? findProvider(found->provider) : nullptr;
  if (provider && !externalIds.isEmpty() && canReadById(provider->declaration, stream))
    m_context.engine.readRecords(account, stream, externalIds);
  else
    m_context.engine.syncOnce({account}, {stream}, true);
}

void ConnectionsPage::dismissChanges(const std::vector<qint64>& notices)
{
  auto written =
      m_context.db.write([notices, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
        for (const qint64 id : notices)
          SC_TRY(dismissChange(c, id, now, changes));
        return {};
      });
  deliver(written, this, [this](const Result<void>& dismissed) {
    if (!dismissed)
      m_context.actions.notify(troubleText(dismissed.error().kind));
    refresh();
  });
}

void ConnectionsPage::importFile()
{
  auto* dialog = new ImportDialog(m_context, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void ConnectionsPage::saveSupportBundle()
{
  const QString day = QDateTime::fromMSecsSinceEpoch(toMs(m_context.clock())).toString(QStringLiteral("yyyy-MM-dd"));
  auto* dialog = new QFileDialog(this, tr("Save the support bundle"), QString(), tr("Zip files (*.zip)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("zip"));
  dialog->selectFile(QStringLiteral("supercargo-support-%1.zip").arg(day));
  connect(dialog, &QFileDialog::fileSelected, this, &ConnectionsPage::writeSupportBundle);
  dialog->open();
}

void ConnectionsPage::writeSupportBundle(const QString& file)
{
  m_support->setEnabled(false);
  SupportFacts facts = supportFacts(m_context.settings, m_context.logFile);
  auto written = m_context.db.read([file, facts = std::move(facts), now = m_context.clock()](Connection& c) {
    return supercargo::writeSupportBundle(c, facts, now, file);
  });
  deliver(written, this, [this, file](const Result<void>& done) {
    m_support->setEnabled(true);
    m_context.actions.notify(done ? tr("The support bundle is in %1.").arg(file)
                                  : tr("The support bundle was not written: %1").arg(done.error().detail));
  });
}

} // namespace supercargo
