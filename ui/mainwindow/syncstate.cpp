#include "ui/mainwindow/syncstate.h"

#include "core/base/deliver.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace supercargo {
namespace {

constexpr std::chrono::seconds kTick(30);

} // namespace

SyncState::SyncState(Database& db, Clock clock, const WorkspaceInfo& workspace, QWidget* parent)
    : QWidget(parent), m_db(db), m_clock(std::move(clock)), m_zone(workspace.timeZone.toLatin1()), m_icon(new QLabel),
      m_text(new QLabel)
{
  if (!m_zone.isValid())
    m_zone = QTimeZone::utc();
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(Size::Space3), 0, 0, 0);
  layout->setSpacing(px(Size::Space2));
  layout->addWidget(m_icon);
  layout->addWidget(m_text);
  m_tick.setInterval(kTick);
  connect(&m_tick, &QTimer::timeout, this, &SyncState::refresh);
  m_tick.start();
  reload();
}

void SyncState::reload()
{
  if (m_reading) {
    m_again = true;
    return;
  }
  m_reading = true;
  const auto read = [](Connection& c) -> Result<Facts> {
    SC_TRY_ASSIGN(accounts, accountRows(c));
    SC_TRY_ASSIGN(streams, streamStates(c));
    return Facts{std::move(accounts), std::move(streams)};
  };
  deliver(m_db.read(read), this, [this](Result<Facts> facts) {
    m_reading = false;
    if (facts)
      m_facts = std::move(*facts);
    refresh();
    if (std::exchange(m_again, false))
      reload();
  });
}

void SyncState::setDiskFull(bool full)
{
  m_diskFull = full;
  refresh();
}

void SyncState::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
    refresh();
  QWidget::changeEvent(event);
}

void SyncState::show(const QString& icon, const QString& text, bool attention)
{
  m_icon->setPixmap(
      iconPixmap(icon, px(Size::IconSmall), attention ? Ink::Danger : Ink::TextMuted, devicePixelRatioF()));
  m_text->setText(text);
  setAccessibleName(text);
}

void SyncState::refresh()
{
  if (m_diskFull) {
    const ErrorSentence sentence = errorSentence(ErrorKind::DiskFull);
    return show(QStringLiteral("triangle-alert"), sentence.what + u' ' + sentence.todo, true);
  }
  if (!m_facts)
    return;
  if (m_facts->accounts.empty())
    return show(QStringLiteral("plug"), tr("No account connected"), false);
  int attention = 0;
  for (const AccountRow& account : m_facts->accounts)
    attention += account.state == AccountState::NeedsAttention;
  std::optional<Instant> oldest;
  for (const StreamState& stream : m_facts->streams)
    if (stream.lastOkAt)
      oldest = oldest ? std::min(*oldest, *stream.lastOkAt) : *stream.lastOkAt;
  const QString asOf = oldest ? asOfText(*oldest, m_clock(), m_zone) : tr("not yet synced");
  const QString separator = QStringLiteral("  ·  ");
  if (attention > 0)
    return show(QStringLiteral("triangle-alert"),
                tr("Accounts that need attention: %1").arg(attention) + separator + asOf, true);
  show(QStringLiteral("refresh-cw"), tr("Accounts: %1").arg(m_facts->accounts.size()) + separator + asOf, false);
}

} // namespace supercargo
