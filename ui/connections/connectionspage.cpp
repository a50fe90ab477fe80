#include "ui/connections/connectionspage.h"

#include "core/base/deliver.h"
#include "ui/accounts/accountstore.h"
#include "ui/accounts/freshness.h"
#include "ui/accounts/trouble.h"
#include "ui/connections/accountspanel.h"
#include "ui/connections/accountview.h"
#include "ui/connections/apidocumentpanel.h"
#include "ui/connections/callspanel.h"
#include "ui/connections/changespanel.h"
#include "ui/connections/connectiontabs.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"
#include "ui/theme/icon.h"

#include <QEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace supercargo {
namespace {
constexpr std::chrono::milliseconds kRefreshEvery{500};
constexpr int kMostFailures = 1000;

} // namespace

ConnectionsPage::ConnectionsPage(const PageContext& context)
    : m_context(context), m_actions(accountActions(context.db, context.engine, context.vault, context.clock))
{
  makeTabs();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(makeHead());
  column->addWidget(m_errorBox);
  column->addWidget(m_tabs, 1);

  m_refreshLater.setSingleShot(true);
  m_refreshLater.setInterval(kRefreshEvery);
  connect(&m_refreshLater, &QTimer::timeout, this, &ConnectionsPage::refresh);
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.calls || changes.outbox || changes.failures || changes.notices || !changes.accounts.isEmpty())
      scheduleRefresh();
  });
  m_ticking.setInterval(std::chrono::seconds(1));
  connect(&m_ticking, &QTimer::timeout, this, [this] {
    showCards();
    m_view->tick();
  });
  connect(m_accounts, &AccountsPanel::cardMade, this, &ConnectionsPage::wire);
  connect(m_failures, &FailuresPanel::callRequested, this,
          [this](CallId call) { open(QStringLiteral("call:%1").arg(call.value())); });
  connect(m_changes, &ChangesPanel::dismissRequested, this, &ConnectionsPage::dismissChanges);
  wireView();
  wireActions();
  connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
    if (tab == CallsTab)
      m_calls->refresh();
  });
  retranslate();
  refresh();
}

void ConnectionsPage::makeTabs()
{
  const QTimeZone zone = shopZone(m_context.workspace);
  m_accounts = new AccountsPanel;
  m_view = new AccountView(m_context);
  m_calls = new CallsPanel(m_context.db, m_context.clock, zone,
                           [engine = &m_context.engine](CallId call) { return engine->replay(call); });
  m_failures = new FailuresPanel(zone, m_context.clock, failureActions());
  m_changes = new ChangesPanel(zone, m_context.clock);
  m_asked = new ActionsPanel(zone, m_context.clock);
  m_documents = new ApiDocumentPanel;
  m_accountsStack = new QStackedWidget;
  for (QWidget* each : std::initializer_list<QWidget*>{m_accounts, makeEmpty(), m_view})
    m_accountsStack->addWidget(each);
  m_tabs = new QTabWidget(this);
  m_tabs->setDocumentMode(true);
  for (QWidget* tab :
       std::initializer_list<QWidget*>{m_accountsStack, m_calls, m_failures, m_changes, m_asked, m_documents}) {
    auto* holder = new QWidget;
    auto* inner = new QVBoxLayout(holder);
    inner->setContentsMargins(0, px(Size::Space3), 0, 0);
    inner->addWidget(tab);
    m_tabs->addTab(holder, QString());
  }
}

QWidget* ConnectionsPage::makeHead()
{
  auto* head = new QWidget(this);
  m_asOf = new QLabel(head);
  setRole(m_asOf, "small");
  m_add = new QPushButton(head);
  m_add->setObjectName(QStringLiteral("addAccount"));
  m_add->setIcon(themedIcon(QStringLiteral("plus"), Ink::OnAccent));
  setRole(m_add, "primary");
  connect(m_add, &QPushButton::clicked, this, &ConnectionsPage::add);
  m_support = new QPushButton(head);
  m_support->setObjectName(QStringLiteral("supportBundle"));
  m_support->setIcon(themedIcon(QStringLiteral("package")));
  setRole(m_support, "quiet");
  connect(m_support, &QPushButton::clicked, this, &ConnectionsPage::saveSupportBundle);
  m_import = new QPushButton(head);
  m_import->setObjectName(QStringLiteral("importFile"));
  m_import->setIcon(themedIcon(QStringLiteral("file-text")));
  setRole(m_import, "quiet");
  connect(m_import, &QPushButton::clicked, this, &ConnectionsPage::importFile);
  setTabOrder(m_support, m_import); // as they stand
  setTabOrder(m_import, m_add);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins({});
  row->setSpacing(px(Size::Space3));
  row->addStretch(1);
  row->addWidget(m_asOf);
  row->addWidget(m_support);
  row->addWidget(m_import);
  row->addWidget(m_add);

  m_errorBox = new QFrame(this);
  setRole(m_errorBox, "banner");
  m_error = new QLabel(m_errorBox);
  m_error->setWordWrap(true);
  m_retry = new QPushButton(m_errorBox);
  connect(m_retry, &QPushButton::clicked, this, &ConnectionsPage::refresh);
  auto* errorRow = new QHBoxLayout(m_errorBox);
  errorRow->addWidget(m_error, 1);
  errorRow->addWidget(m_retry);
  m_errorBox->hide();
  return head;
}

QWidget* ConnectionsPage::makeEmpty()
{
  auto* page = new QWidget;
  auto* icon = new QLabel(page);
  icon->setPixmap(iconPixmap(QStringLiteral("plug"), px(Size::IconLarge), Ink::TextMuted, devicePixelRatioF()));
  m_emptyTitle = new QLabel(page);
  setRole(m_emptyTitle, "title");
  m_emptyText = new QLabel(page);
  setRole(m_emptyText, "muted");
  m_emptyAdd = new QPushButton(page);
  setRole(m_emptyAdd, "primary");
  connect(m_emptyAdd, &QPushButton::clicked, this, &ConnectionsPage::add);
  auto* column = new QVBoxLayout(page);
  column->setSpacing(px(Size::Space3));
  column->addStretch(2);
  for (QLabel* label : {icon, m_emptyTitle, m_emptyText}) {
    label->setAlignment(Qt::AlignCenter);
    column->addWidget(label);
  }
  column->addWidget(m_emptyAdd, 0, Qt::AlignHCenter);
  column->addStretch(3);
  return page;
}

void ConnectionsPage::wire(AccountCard* card)
{
  connect(card, &AccountCard::checkRequested, this, &ConnectionsPage::check);
  connect(card, &AccountCard::syncRequested, this,
          [this](AccountId account) { m_context.engine.syncOnce({account}, {}, false); });
  connect(card, &AccountCard::pauseRequested, this, &ConnectionsPage::pause);
  connect(card, &AccountCard::editRequested, this, &ConnectionsPage::edit);
  connect(card, &AccountCard::renewRequested, this, &ConnectionsPage::renew);
  connect(card, &AccountCard::removeRequested, this, &ConnectionsPage::remove);
  connect(card, &AccountCard::detailsRequested, this, &ConnectionsPage::showAccount);
  connect(card, &AccountCard::callsRequested, this, &ConnectionsPage::showCallsOf);
  connect(card, &AccountCard::failuresRequested, this, [this](AccountId account) {
    m_tabs->setCurrentIndex(FailuresTab);
    m_failures->showAccount(account);
  });
}

Result<ConnectionsPage::Reading> ConnectionsPage::read(Connection& c, Instant now)
{
  Reading reading;
  SC_TRY_ASSIGN(accounts, accountRows(c));
  reading.accounts = std::move(accounts);
  SC_TRY_ASSIGN(streams, streamStates(c));
  reading.streams = std::move(streams);
  SC_TRY_ASSIGN(stats, callStats(c, now - std::chrono::hours(24)));
  reading.stats = std::move(stats);
  SC_TRY_ASSIGN(causes, failureCauses(c));
  reading.causes = std::move(causes);
  SC_TRY_ASSIGN(failures, syncFailures(c, std::nullopt, kMostFailures));
  reading.failures = std::move(failures);
  SC_TRY_ASSIGN(changed, changeCauses(c));
  reading.changes = std::move(changed);
  SC_TRY_ASSIGN(actions, readActions(c));
  reading.actions = std::move(actions);
  return reading;
}

qint64 ConnectionsPage::Reading::failed() const
{
  qint64 count = 0;
  for (const FailureCause& cause : causes)
    count += qint64(cause.ids.size());
  return count;
}

void ConnectionsPage::scheduleRefresh()
{
  if (!isVisible())
    m_again = true;
  else if (!m_refreshLater.isActive())
    m_refreshLater.start();
}

void ConnectionsPage::refresh()
{
  if (m_reading) {
    m_again = true;
    return;
  }
  m_reading = true;
  m_again = false;
  const Instant now = m_context.clock();
  deliver(m_context.db.read([now](Connection& c) { return read(c, now); }), this, [this, now](Result<Reading> found) {
    m_reading = false;
    m_errorBox->setVisible(!found);
    if (found) {
      m_readAt = now;
      show(std::move(*found));
    } else {
      m_error->setText(troubleText(found.error().kind));
    }
    if (m_again)
      scheduleRefresh();
  });
}

void ConnectionsPage::show(Reading reading)
{
  m_data = std::move(reading);
  if (m_view->account() && !row(*m_view->account()))
    m_view->close(); // it was removed
  m_accountsStack->setCurrentIndex(m_data.accounts.empty() ? EmptyPlace : m_view->account() ? ViewPlace : CardsPlace);
  m_calls->setAccounts(m_data.accounts);
  if (m_tabs->currentIndex() == CallsTab)
    m_calls->refresh();
  m_failures->setFailures(m_data.causes, m_data.failures, m_data.accounts);
  m_changes->setCauses(m_data.changes, m_data.accounts);
  m_asked->setActions(m_data.actions, m_data.accounts);
  if (m_tabs->currentIndex() == AccountsTab)
    m_view->refresh();
  showCards();
}

void ConnectionsPage::showCards()
{
  const Instant now = m_context.clock();
  std::vector<AccountCard::Value> values;
  for (const AccountRow& account : m_data.accounts) {
    AccountCard::Value value;
    value.account = account;
    value.streams = m_data.streams;
    for (const CallStats& stats : m_data.stats) {
      if (stats.account == account.id)
        value.stats = stats;
    }
    for (const FailureCause& cause : m_data.causes)
      value.failures += cause.account == account.id ? qint64(cause.ids.size()) : 0;
    value.busy = m_busy.value(account.id.value());
    values.push_back(std::move(value));
  }
  m_accounts->setAccounts(values, now);
  const qint64 failed = m_data.failed(), changed = qint64(m_data.changes.size());
  m_tabs->setTabText(FailuresTab,
                     failed == 0 ? tr("Failed records") : tr("Failed records (%1)").arg(numberText(failed)));
  m_tabs->setTabText(ChangesTab, changed == 0 ? tr("Changes") : tr("Changes (%1)").arg(numberText(changed)));
  const qint64 waiting = m_data.needPersons();
  m_tabs->setTabText(ActionsTab, waiting == 0 ? tr("Actions") : tr("Actions (%1)").arg(numberText(waiting)));
  if (m_readAt)
    m_asOf->setText(tr("Read %1").arg(agoText(*m_readAt, now)));
}

const AccountRow* ConnectionsPage::row(AccountId account) const
{
  for (const AccountRow& row : m_data.accounts) {
    if (row.id == account)
      return &row;
  }
  return nullptr;
}

void ConnectionsPage::activate()
{
  m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPage::open(const QString& what)
{
  const qint64 number = what.section(u':', 1).toLongLong();
  if (what.startsWith(QLatin1String("call:"))) {
    m_tabs->setCurrentIndex(CallsTab);
    m_calls->showCall(CallId(number));
  } else if (what.startsWith(QLatin1String("account:"))) {
    showAccount(AccountId(number));
  } else if (what == QLatin1String("failures")) {
    m_tabs->setCurrentIndex(FailuresTab);
  } else if (what == QLatin1String("changes")) {
    m_tabs->setCurrentIndex(ChangesTab);
  } else if (what == QLatin1String("actions")) {
    m_tabs->setCurrentIndex(ActionsTab);
  } else if (what.startsWith(QLatin1String("document:"))) {
    showDocument(what.section(u':', 1));
  } else if (what == QLatin1String("add")) {
    add();
  } else if (what == QLatin1String("import")) {
    importFile();
  }
}

QStringList ConnectionsPage::screenshotStates() const
{
  return {QStringLiteral("account"),  QStringLiteral("account-end"), QStringLiteral("calls"),
          QStringLiteral("failures"), QStringLiteral("changes"),     QStringLiteral("actions"),
          QStringLiteral("document")};
}

void ConnectionsPage::showScreenshotState(const QString& state)
{
  const QStringList tabs{QStringLiteral("calls"), QStringLiteral("failures"), QStringLiteral("changes"),
                         QStringLiteral("actions"), QStringLiteral("document")};
  m_tabs->setCurrentIndex(int(tabs.indexOf(state)) + 1);
  if (state.startsWith(QLatin1String("account")) && !m_data.accounts.empty()) {
    showAccount(m_data.accounts.front().id);
    if (state == QLatin1String("account-end"))
      m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
  } else if (m_view->account()) {
    showCardList();
  }
}

void ConnectionsPage::showEvent(QShowEvent* event)
{
  Page::showEvent(event);
  m_ticking.start();
  if (m_again)
    refresh();
}

void ConnectionsPage::hideEvent(QHideEvent* event)
{
  m_ticking.stop();
  Page::hideEvent(event);
}

void ConnectionsPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  Page::changeEvent(event);
}

void ConnectionsPage::retranslate()
{
  m_add->setText(tr("Connect an account"));
  m_emptyAdd->setText(tr("Connect an account"));
  m_emptyTitle->setText(tr("Nothing is connected yet"));
  m_emptyText->setText(tr("Connect a shop, a payment provider or a courier; its data are then read by themselves."));
  m_retry->setText(tr("Try again"));
  m_tabs->setTabText(AccountsTab, tr("Accounts"));
  m_tabs->setTabText(CallsTab, tr("Calls"));
  m_tabs->setTabText(DocumentsTab, tr("API documents"));
  m_import->setText(tr("Import a file…"));
  m_import->setToolTip(tr("Orders, products, stock or customers from a table: CSV or XLSX"));
  m_support->setText(tr("Support bundle…"));
  m_support->setToolTip(tr("One file for whoever helps you: without secrets, buyers or records"));
  m_tabs->setAccessibleName(tr("Connections"));
  m_tabs->tabBar()->setAccessibleName(tr("Connections"));
  showCards();
}

} // namespace supercargo
