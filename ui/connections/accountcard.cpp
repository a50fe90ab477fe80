#include "ui/connections/accountcard.h"

#include "core/providers/provider.h"
#include "ui/accounts/freshness.h"
#include "ui/accounts/localtext.h"
#include "ui/accounts/providergallery.h"
#include "ui/accounts/trouble.h"
#include "ui/connections/statepill.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace supercargo {

AccountCard::AccountCard(QWidget* parent) : QFrame(parent)
{
  setRole(this, "card");
  m_streams = new QLabel(this);
  m_streams->setWordWrap(true);
  setRole(m_streams, "small");
  m_trouble = new QLabel(this);
  m_trouble->setWordWrap(true);
  setRole(m_trouble, "error");
  m_figures = new QLabel(this);
  setRole(m_figures, "small");
  makeButtons();
  auto* foot = new QHBoxLayout;
  foot->setSpacing(px(Size::Space2));
  foot->addWidget(m_figures);
  foot->addWidget(m_details);
  foot->addWidget(m_calls);
  foot->addWidget(m_failures);
  foot->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space4), px(Size::Space3));
  column->setSpacing(px(Size::Space1));
  column->addLayout(makeHead());
  column->addWidget(m_trouble);
  column->addWidget(m_streams);
  column->addLayout(foot);
}

QLayout* AccountCard::makeHead()
{
  m_icon = new QLabel(this);
  m_name = new QLabel(this);
  setRole(m_name, "strong");
  m_provider = new QLabel(this);
  setRole(m_provider, "small");
  m_state = new StatePill(this);
  m_busy = new QLabel(this);
  setRole(m_busy, "small");
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Size::Space2));
  for (QWidget* part : std::initializer_list<QWidget*>{m_icon, m_name, m_provider, m_state})
    row->addWidget(part);
  row->addStretch(1);
  for (QWidget* part : std::initializer_list<QWidget*>{m_busy, m_sync, m_check, m_pause, m_more})
    row->addWidget(part);
  return row;
}

void AccountCard::makeButtons()
{
  const auto button = [this](const char* role) {
    auto* made = new QPushButton(this);
    setRole(made, role);
    return made;
  };
  m_sync = button("quiet");
  m_check = button("quiet");
  m_pause = button("quiet");
  m_more = button("quiet");
  m_calls = button("link");
  m_failures = button("link");
  m_details = button("link");
  m_sync->setIcon(themedIcon(QStringLiteral("refresh-cw")));
  m_check->setIcon(themedIcon(QStringLiteral("circle-check")));
  m_more->setIcon(themedIcon(QStringLiteral("ellipsis")));
  connect(m_sync, &QPushButton::clicked, this, [this] { Q_EMIT syncRequested(account()); });
  connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkRequested(account()); });
  connect(m_pause, &QPushButton::clicked, this,
          [this] { Q_EMIT pauseRequested(account(), m_value.account.state != AccountState::Paused); });
  setTabOrder(m_details, m_calls); // as they stand
  connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT detailsRequested(account()); });
  connect(m_calls, &QPushButton::clicked, this,
          [this] { Q_EMIT callsRequested(account(), m_value.stats && m_value.stats->errors > 0); });
  connect(m_failures, &QPushButton::clicked, this, [this] { Q_EMIT failuresRequested(account()); });
  connect(m_more, &QPushButton::clicked, this, [this] {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(QStringLiteral("pencil")), tr("Edit…"), this,
                    [this] { Q_EMIT editRequested(account()); });
    menu->addAction(themedIcon(QStringLiteral("key-round")), tr("Renew credentials…"), this,
                    [this] { Q_EMIT renewRequested(account()); });
    menu->addAction(themedIcon(QStringLiteral("activity")), tr("Show its calls"), this,
                    [this] { Q_EMIT callsRequested(account(), false); });
    menu->addSeparator();
    menu->addAction(themedIcon(QStringLiteral("trash-2"), Ink::Danger), tr("Remove…"), this,
                    [this] { Q_EMIT removeRequested(account()); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
  });
}

void AccountCard::focusDetails()
{
  m_details->setFocus(Qt::OtherFocusReason);
}

void AccountCard::setValue(const Value& value, Instant now)
{
  m_value = value;
  const AccountRow& account = value.account;
  const Provider* provider = findProvider(account.provider);
  m_icon->setPixmap(providerIcon(account.provider).pixmap(px(Size::Icon)));
  m_name->setText(account.name);
  const QString kind = provider ? localText(provider->declaration.name) : account.provider;
  m_provider->setText(kind == account.name ? QString() : kind);
  m_provider->setToolTip(account.endpoint);
  if (account.state == AccountState::NeedsAttention) {
    m_state->setState(tr("Needs attention"), QStringLiteral("circle-alert"), Tone::Danger);
  } else {
    const FreshnessState state = freshnessOf(account, value.streams, now).state;
    m_state->setState(freshnessText(state), freshnessIcon(state), freshnessTone(state));
  }
  m_streams->setText(streamsText(now));
  m_busy->setText(value.busy);
  m_sync->setEnabled(value.busy.isEmpty() && account.state != AccountState::Paused);
  m_check->setEnabled(value.busy.isEmpty());
  m_sync->setText(tr("Sync now"));
  m_check->setText(tr("Check"));
  const bool paused = account.state == AccountState::Paused;
  m_pause->setText(paused ? tr("Resume") : tr("Pause"));
  m_pause->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
  m_sync->setAccessibleName(tr("Sync %1 now").arg(account.name));
  m_check->setAccessibleName(tr("Check %1").arg(account.name));
  m_pause->setAccessibleName(paused ? tr("Resume %1").arg(account.name) : tr("Pause %1").arg(account.name));
  m_more->setAccessibleName(tr("More for %1").arg(account.name));
  m_more->setToolTip(tr("More"));
  m_details->setText(tr("Details"));
  m_details->setAccessibleName(tr("Details of %1").arg(account.name));
  setAccessibleName(account.name);
  showTrouble();
  showFigures();
}

QString AccountCard::streamsText(Instant now) const
{
  QStringList parts;
  for (const StreamState& stream : m_value.streams) {
    if (stream.account != m_value.account.id)
      continue;
    const QString when = stream.lastOkAt ? agoText(*stream.lastOkAt, now) : freshnessText(FreshnessState::Never);
    parts += tr("%1 %2").arg(streamWord(stream.stream), when);
  }
  return parts.isEmpty() ? tr("Nothing has been read from it yet.") : parts.join(QStringLiteral(" · "));
}

void AccountCard::showTrouble()
{
  QString trouble = troubleText(m_value.account), detail = m_value.account.detail;
  for (const StreamState& stream : m_value.streams) {
    const auto kind = errorKindNamed(stream.lastErrorKind);
    if (trouble.isEmpty() && stream.account == m_value.account.id && kind) {
      trouble = troubleText(*kind);
      detail = stream.lastError;
    }
  }
  m_trouble->setVisible(!trouble.isEmpty());
  m_trouble->setText(trouble);
  m_trouble->setToolTip(detail);
}

void AccountCard::showFigures()
{
  const auto ms = [](std::optional<double> value) {
    return value ? numberText(qRound64(*value)) : QStringLiteral("–");
  };
  const CallStats stats = m_value.stats.value_or(CallStats());
  m_figures->setText(tr("Last 24 h: p50 %1 ms, p95 %2 ms").arg(ms(stats.p50), ms(stats.p95)));
  m_figures->setToolTip(tr("Half of the answers came within p50, 95 of 100 within p95."));
  m_calls->setText(
      tr("%n calls", nullptr, int(stats.calls)) +
      (stats.errors > 0 ? QStringLiteral(" · ") + tr("%n errors", nullptr, int(stats.errors)) : QString()));
  m_calls->setAccessibleName(tr("Calls of %1: %2").arg(m_value.account.name, m_calls->text()));
  m_failures->setVisible(m_value.failures > 0);
  m_failures->setText(tr("%n records not understood", nullptr, int(m_value.failures)));
}

} // namespace supercargo
