#include "ui/connections/accountview.h"

#include "core/base/deliver.h"
#include "core/providers/provider.h"
#include "ui/accounts/freshness.h"
#include "ui/accounts/localtext.h"
#include "ui/accounts/providergallery.h"
#include "ui/accounts/trouble.h"
#include "ui/connections/callhistorycard.h"
#include "ui/connections/expirydialog.h"
#include "ui/connections/statepill.h"
#include "ui/connections/streamtable.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"

#include <QEvent>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <climits>

namespace supercargo {
namespace {
constexpr std::chrono::seconds kHistoryEvery{10}; ///< the chart reads every call of a day or a week

QTimeZone zoneFor(const WorkspaceInfo& workspace)
{
  const QTimeZone zone(workspace.timeZone.toUtf8());
  return zone.isValid() ? zone : QTimeZone::utc();
}
} // namespace

AccountView::AccountView(const PageContext& context, QWidget* parent)
    : QScrollArea(parent), m_context(context), m_zone(zoneFor(context.workspace))
{
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* content = new QWidget;
  m_trouble = new QLabel(content);
  m_trouble->setWordWrap(true);
  m_trouble->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setRole(m_trouble, "error");
  m_streamsTitle = new QLabel(content);
  setRole(m_streamsTitle, "strong");
  m_streams = new StreamTable;
  auto* streams = new QFrame(content);
  setRole(streams, "card");
  auto* streamColumn = new QVBoxLayout(streams);
  streamColumn->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space3));
  streamColumn->addWidget(m_streamsTitle);
  streamColumn->addWidget(m_streams);
  m_history = new CallHistoryCard(m_context.db, m_context.clock, m_zone, content);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, px(Size::Space2), 0);
  column->setSpacing(px(Size::Space3));
  column->addLayout(makeHead(content));
  column->addWidget(m_trouble);
  column->addLayout(makeCards(content));
  column->addWidget(streams);
  column->addWidget(m_history);
  column->addStretch(1);
  setWidget(content);
  retranslate();
}

QLayout* AccountView::makeHead(QWidget* parent)
{
  const auto button = [parent](const char* icon) {
    auto* made = new QPushButton(parent);
    setRole(made, "quiet");
    made->setIcon(themedIcon(QLatin1String(icon)));
    return made;
  };
  m_back = button("chevron-left");
  m_sync = button("refresh-cw");
  m_check = button("circle-check");
  m_edit = button("pencil");
  m_renew = button("key-round");
  m_calls = button("activity");
  m_document = button("file-text");
  m_icon = new QLabel(parent);
  m_name = new QLabel(parent);
  setRole(m_name, "title");
  m_provider = new QLabel(parent);
  setRole(m_provider, "small");
  m_state = new StatePill(parent);
  auto* names = new QHBoxLayout;
  names->setSpacing(px(Size::Space2));
  for (QWidget* part : std::initializer_list<QWidget*>{m_back, m_icon, m_name, m_provider, m_state})
    names->addWidget(part);
  names->addStretch(1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  for (QPushButton* each : {m_sync, m_check, m_edit, m_renew, m_calls, m_document})
    buttons->addWidget(each);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout;
  column->setSpacing(px(Size::Space1));
  column->addLayout(names);
  column->addLayout(buttons);
  connect(m_back, &QPushButton::clicked, this, &AccountView::backRequested);
  connect(m_sync, &QPushButton::clicked, this, [this] { Q_EMIT syncRequested(*m_account); });
  connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkRequested(*m_account); });
  connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(*m_account); });
  connect(m_renew, &QPushButton::clicked, this, [this] { Q_EMIT renewRequested(*m_account); });
  connect(m_calls, &QPushButton::clicked, this, [this] { Q_EMIT callsRequested(*m_account, false); });
  connect(m_document, &QPushButton::clicked, this, [this] {
    if (m_detail)
      Q_EMIT documentRequested(m_detail->account.provider);
  });
  return column;
}

AccountView::Card AccountView::makeCard(QWidget* parent)
{
  Card card;
  card.frame = new QFrame(parent);
  setRole(card.frame, "card");
  card.title = new QLabel(card.frame);
  setRole(card.title, "section");
  card.head = new QLabel(card.frame);
  setRole(card.head, "strong");
  card.head->setWordWrap(true);
  card.more = new QLabel(card.frame);
  card.more->setWordWrap(true);
  setRole(card.more, "small");
  auto* column = new QVBoxLayout(card.frame);
  column->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space3));
  column->setSpacing(px(Size::Space1));
  for (QLabel* label : {card.title, card.head, card.more})
    column->addWidget(label);
  column->addStretch(1);
  return card;
}

QLayout* AccountView::makeCards(QWidget* parent)
{
  m_quota = makeCard(parent);
  m_breaker = makeCard(parent);
  m_api = makeCard(parent);
  m_credentials = makeCard(parent);
  auto* quota = qobject_cast<QVBoxLayout*>(m_quota.frame->layout());
  const auto gauge = [&](QLabel*& text, QProgressBar*& bar) {
    text = new QLabel(m_quota.frame);
    setRole(text, "small");
    text->setWordWrap(true);
    bar = new QProgressBar(m_quota.frame);
    bar->setTextVisible(false);
    quota->insertWidget(quota->count() - 1, text);
    quota->insertWidget(quota->count() - 1, bar);
  };
  gauge(m_minuteText, m_minute);
  gauge(m_dayText, m_day);
  gauge(m_budgetText, m_budget);
  m_expiry = new QPushButton(m_credentials.frame);
  setRole(m_expiry, "link");
  m_expiry->setEnabled(false); // until it is known what there is to change
  connect(m_expiry, &QPushButton::clicked, this, &AccountView::askExpiry);
  m_credentials.frame->layout()->addWidget(m_expiry);
  auto* grid = new QGridLayout;
  grid->setSpacing(px(Size::Space2));
  int column = 0;
  for (const Card* card : {&m_quota, &m_breaker, &m_api, &m_credentials}) {
    grid->addWidget(card->frame, 0, column);
    grid->setColumnStretch(column++, 1);
  }
  return grid;
}

void AccountView::open(AccountId account)
{
  if (m_account != account) {
    m_account = account;
    m_detail.reset();
    m_health.reset();
    m_historyReadAt.reset();
    verticalScrollBar()->setValue(0);
  }
  refresh();
  m_back->setFocus(Qt::OtherFocusReason);
}

void AccountView::close()
{
  m_account.reset();
  ++m_reading;
}

void AccountView::refresh()
{
  if (!m_account)
    return;
  const Instant now = m_context.clock();
  auto read = m_context.db.read([account = *m_account, now, simulated = m_context.workspace.simulated](Connection& c) {
    return accountDetail(c, account, now, simulated);
  });
  deliver(read, this, [this, mine = ++m_reading](Result<AccountDetail> detail) {
    if (mine != m_reading)
      return;
    m_error = detail ? std::nullopt : std::optional(detail.error());
    if (detail)
      m_detail = std::move(*detail);
    showDetail();
  });
  deliver(m_context.engine.linkHealth(), this, [this, account = *m_account](const std::vector<LinkHealth>& all) {
    const auto found = std::ranges::find(all, account, &LinkHealth::account);
    m_health = found == all.end() ? std::nullopt : std::optional(*found);
    if (m_account == account && m_detail)
      showDetail();
  });
  if (m_historyReadAt && now - *m_historyReadAt < kHistoryEvery)
    return;
  m_historyReadAt = now;
  m_history->setAccount(*m_account);
}

void AccountView::tick()
{
  if (m_detail)
    showDetail();
}

void AccountView::showFact(const Card& card, const FactText& fact)
{
  card.head->setText(fact.head);
  setTone(card.head, fact.tone);
  card.more->setText(fact.more.join(u'\n'));
  card.frame->setAccessibleName(card.title->text() + u' ' + fact.head + u' ' + card.more->text());
}

void AccountView::showQuota()
{
  const QuotaUse& quota = m_detail->quota;
  const auto show = [](QLabel* text, QProgressBar* bar, qint64 used, qint64 limit, bool ofADay) {
    text->setText(quotaText(used, limit, ofADay));
    bar->setVisible(limit > 0);
    bar->setRange(0, int(std::clamp<qint64>(limit, 1, INT_MAX)));
    bar->setValue(int(std::min(used, std::clamp<qint64>(limit, 1, INT_MAX))));
    bar->setAccessibleName(text->text());
  };
  show(m_minuteText, m_minute, quota.lastMinute, quota.perMinute, false);
  show(m_dayText, m_day, quota.lastDay, quota.perDay, true);
  const auto budget = m_health ? m_health->budget : std::nullopt; // only the running engine knows it
  m_budgetText->setVisible(budget.has_value());
  m_budget->setVisible(budget.has_value());
  if (budget) {
    m_budgetText->setText(budgetText(*budget));
    m_budget->setRange(0, int(budget->most));
    m_budget->setValue(int(budget->available));
    m_budget->setAccessibleName(m_budgetText->text());
  }
  const bool spent = quota.perDay > 0 && quota.lastDay * 10 >= quota.perDay * 9;
  FactText fact{spent ? tr("Nearly used up") : tr("Within its limits"), {}, spent ? Tone::Danger : Tone::Success};
  if (quota.perDay <= 0 && quota.perMinute <= 0)
    fact.head = tr("No limit is known");
  if (m_context.workspace.simulated)
    fact.more << tr("The simulated provider is not spared: there the limits do not hold.");
  showFact(m_quota, fact);
}

void AccountView::showDetail()
{
  m_trouble->setVisible(m_error.has_value());
  if (m_error)
    m_trouble->setText(troubleText(m_error->kind));
  if (!m_detail)
    return;
  const AccountRow& account = m_detail->account;
  const Provider* provider = findProvider(account.provider);
  m_icon->setPixmap(providerIcon(account.provider).pixmap(px(Size::Icon)));
  m_name->setText(account.name);
  m_provider->setText(provider ? localText(provider->declaration.name) : account.provider);
  m_provider->setToolTip(account.endpoint);
  std::vector<StreamState> states;
  for (const StreamDetail& stream : m_detail->streams)
    states.push_back(stream.state);
  const FactTime now = time();
  const FreshnessState fresh = freshnessOf(account, states, now.now).state;
  if (account.state == AccountState::NeedsAttention)
    m_state->setState(tr("Needs attention"), QStringLiteral("circle-alert"), Tone::Danger);
  else
    m_state->setState(freshnessText(fresh), freshnessIcon(fresh), freshnessTone(fresh));
  if (const QString trouble = troubleText(account); !trouble.isEmpty()) {
    m_trouble->setVisible(true);
    m_trouble->setText(lacksCredentials(account) ? trouble : trouble + u'\n' + account.detail);
  }
  AccountDetail shown = *m_detail;
  if (m_health)
    applyRest(shown, *m_health);
  m_streams->show(shown, now);
  showQuota();
  showFact(m_breaker, breakerFact(account, m_health, now));
  showFact(m_api, apiFact(m_detail->api, now));
  showFact(m_credentials, credentialFact(account, now));
  m_expiry->setEnabled(true);
  m_expiry->setText(account.credentialExpiresAt ? tr("Change when they end…") : tr("Note when they end…"));
  m_calls->setText(m_detail->day.errors > 0 ? tr("Calls (%n errors)", nullptr, int(m_detail->day.errors))
                                            : tr("Calls"));
}

void AccountView::askExpiry()
{
  if (!m_detail)
    return;
  auto* dialog =
      new ExpiryDialog(m_detail->account.name, m_detail->account.credentialExpiresAt, m_context.clock(), m_zone, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ExpiryDialog::chosen, this, &AccountView::keepExpiry);
  dialog->open();
}

void AccountView::keepExpiry(std::optional<Instant> at)
{
  if (!m_account)
    return;
  auto written = m_context.db.write([account = *m_account, at](Connection& c, ChangeSet& changes) -> Result<void> {
    changes.accounts.insert(account.value());
    return setCredentialExpiry(c, account, at);
  });
  deliver(written, this, [this](const Result<void>& kept) {
    if (!kept)
      m_context.actions.notify(troubleText(kept.error().kind));
    refresh();
  });
}

void AccountView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QScrollArea::changeEvent(event);
}

void AccountView::retranslate()
{
  m_back->setText(tr("All accounts"));
  m_sync->setText(tr("Sync now"));
  m_check->setText(tr("Check"));
  m_edit->setText(tr("Edit…"));
  m_renew->setText(tr("Renew credentials…"));
  m_calls->setText(tr("Calls"));
  m_document->setText(tr("API document"));
  m_quota.title->setText(tr("Quota"));
  m_breaker.title->setText(tr("Breaker"));
  m_api.title->setText(tr("API version"));
  m_credentials.title->setText(tr("Credentials"));
  m_streamsTitle->setText(tr("What is read"));
  m_expiry->setText(tr("Note when they end…"));
  showDetail();
}

} // namespace supercargo
