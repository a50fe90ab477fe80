#include "ui/notify/trayicon.h"

#include "core/base/deliver.h"
#include "core/settings/settings.h"
#include "core/stock/alerts.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "core/store/failures.h"
#include "core/store/orderid.h"
#include "core/store/orders.h"
#include "core/sync/apiage.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace supercargo {
namespace {
constexpr qint64 kMostOrders = 1'000'000;

/// A full disk is told whatever was chosen: data are at stake.
bool isWanted(const Settings& choices, NoticeKind kind)
{
  return kind == NoticeKind::DiskFull || choices.get(settings::kNotifications);
}

QString translated(const char* text)
{
  return QCoreApplication::translate("notice", text);
}
} // namespace

std::pair<QString, QString> noticeWords(const Notice& notice)
{
  const int count = int(notice.count);
  switch (notice.kind) {
  case NoticeKind::NewOrders:
    if (!notice.name.isEmpty())
      return {translated(QT_TRANSLATE_NOOP("notice", "New order")),
              translated(QT_TRANSLATE_NOOP("notice", "Order %1 has come in.")).arg(notice.name)};
    return {translated(QT_TRANSLATE_NOOP("notice", "New orders")),
            QCoreApplication::translate("notice", "%n orders have come in.", nullptr, count)};
  case NoticeKind::AccountNeedsAttention:
    if (!notice.name.isEmpty())
      return {
          translated(QT_TRANSLATE_NOOP("notice", "An account needs attention")),
          translated(QT_TRANSLATE_NOOP("notice", "Nothing is read from %1 until you look at it.")).arg(notice.name)};
    return {translated(QT_TRANSLATE_NOOP("notice", "Accounts need attention")),
            QCoreApplication::translate("notice", "Nothing is read from %n accounts until you look at them.", nullptr,
                                        count)};
  case NoticeKind::FailedRecords:
    return {
        translated(QT_TRANSLATE_NOOP("notice", "Records not understood")),
        QCoreApplication::translate("notice", "%n records could not be understood and wait for you.", nullptr, count)};
  case NoticeKind::ProviderChanged:
    return {translated(QT_TRANSLATE_NOOP("notice", "A provider changed something")),
            QCoreApplication::translate("notice", "%n things that Supercargo does not know yet; nothing has failed.",
                                        nullptr, count)};
  case NoticeKind::EndsSoon:
    if (!notice.name.isEmpty())
      return {
          translated(QT_TRANSLATE_NOOP("notice", "Something ends soon")),
          translated(QT_TRANSLATE_NOOP("notice", "%1: its credentials or its API version end soon.")).arg(notice.name)};
    return {
        translated(QT_TRANSLATE_NOOP("notice", "Something ends soon")),
        QCoreApplication::translate("notice", "Credentials or API versions of %n accounts end soon.", nullptr, count)};
  case NoticeKind::StockShort:
    if (!notice.name.isEmpty())
      return {translated(QT_TRANSLATE_NOOP("notice", "Stock is short")),
              translated(QT_TRANSLATE_NOOP("notice", "%1 is sold out or runs short.")).arg(notice.name)};
    return {translated(QT_TRANSLATE_NOOP("notice", "Stock is short")),
            QCoreApplication::translate("notice", "%n articles are sold out or run short.", nullptr, count)};
  case NoticeKind::DiskFull:
    break;
  }
  return {translated(QT_TRANSLATE_NOOP("notice", "The disk is full")),
          translated(QT_TRANSLATE_NOOP("notice", "Nothing new can be stored until there is room again."))};
}

QString noticePlace(const Notice& notice)
{
  switch (notice.kind) {
  case NoticeKind::NewOrders:
    return notice.order.value() > 0 ? QStringLiteral("orders:order:%1").arg(notice.order.value())
                                    : QStringLiteral("orders");
  case NoticeKind::StockShort:
    return QStringLiteral("inventory:alerts");
  case NoticeKind::FailedRecords:
    return QStringLiteral("connections:failures");
  case NoticeKind::ProviderChanged:
    return QStringLiteral("connections:changes");
  case NoticeKind::AccountNeedsAttention:
  case NoticeKind::EndsSoon:
    if (notice.account.value() > 0)
      return QStringLiteral("connections:account:%1").arg(notice.account.value());
    break;
  case NoticeKind::DiskFull:
    break;
  }
  return QStringLiteral("connections");
}

TrayIcon::TrayIcon(Database& db, Settings& choices, Clock clock, const QTimeZone& zone, QObject* parent)
    : QObject(parent), m_db(db), m_settings(choices), m_clock(std::move(clock)), m_zone(zone), m_started(m_clock()),
      m_stockSeen(m_started), m_icon(this)
{
  m_open = m_menu.addAction(QString(), this, &TrayIcon::openRequested);
  m_sync = m_menu.addAction(QString(), this, &TrayIcon::syncRequested);
  m_pause = m_menu.addAction(QString(), this, [this] { Q_EMIT pauseRequested(!m_paused); });
  m_menu.addSeparator();
  m_quit = m_menu.addAction(QString(), this, &TrayIcon::quitRequested);
  m_menu.installEventFilter(this);
  m_icon.setIcon(applicationIcon());
  m_icon.setContextMenu(&m_menu);
  connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
    if (reason == QSystemTrayIcon::Trigger)
      Q_EMIT openRequested();
  });
  connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
    if (m_last)
      Q_EMIT noticeClicked(*m_last);
  });
  if (QSystemTrayIcon::isSystemTrayAvailable())
    m_icon.show();
  connect(&db, &Database::changed, this, &TrayIcon::follow);
  connect(&db, &Database::diskFull, this, [this](bool full) {
    if (full)
      m_group.add({NoticeKind::DiskFull, 1, {}, {}, {}});
    tell();
  });
  connect(&choices, &Settings::changed, this, &TrayIcon::readSettings);
  m_timer.setInterval(std::chrono::seconds(5));
  connect(&m_timer, &QTimer::timeout, this, &TrayIcon::tell);
  m_timer.start();
  readSettings();
  retranslate();
  findTroubledAccounts(); // what is in trouble from yesterday is on the page, not news
  findFailures();
  findChanges();
}

void TrayIcon::readSettings()
{
  m_group.setQuietHours({m_settings.get(settings::kQuietHours), m_settings.get(settings::kQuietFrom),
                         m_settings.get(settings::kQuietUntil)},
                        m_zone);
}

void TrayIcon::follow(const ChangeSet& changes)
{
  if (!changes.orders.isEmpty())
    findNewOrders(changes.orders);
  if (!changes.accounts.isEmpty())
    findTroubledAccounts();
  if (changes.failures)
    findFailures();
  if (changes.notices)
    findChanges();
  if (changes.stock)
    findShortStock();
}

/// News is what became short since this program runs. While one look is under way the next waits for it.
void TrayIcon::findShortStock()
{
  if (m_isLooking) {
    m_looksAgain = true;
    return;
  }
  m_isLooking = true;
  deliver(
      m_db.read([since = m_stockSeen](Connection& c) { return stockAlertNews(c, since); }), this,
      [this](const Result<StockAlertNews>& news) {
        m_isLooking = false;
        if (news && news->articles > 0) {
          m_stockSeen = news->newest;
          m_group.add({NoticeKind::StockShort, news->articles, {}, {}, news->articles == 1 ? news->sku : QString()});
          tell();
        }
        if (std::exchange(m_looksAgain, false))
          findShortStock();
      });
}

/// News is what was placed since this program runs: of an import of history nothing is even asked. What was told is
/// remembered as a number only, so a look that comes late tells nothing twice.
void TrayIcon::findNewOrders(const QSet<qint64>& changed)
{
  struct Placed {
    qint64 orders = 0;
    std::optional<OrderRow> only; ///< of what changed
  };
  std::vector<OrderId> recent;
  for (const qint64 id : changed)
    if (id >= firstOrderKeyAt(m_started))
      recent.emplace_back(id);
  if (recent.empty())
    return;
  const auto read = [recent, since = m_started](Connection& c) -> Result<Placed> {
    OrderFilter placed;
    placed.placedFrom = since;
    SC_TRY_ASSIGN(orders, orderCount(c, placed, kMostOrders));
    if (recent.size() > 1)
      return Placed{orders, std::nullopt};
    SC_TRY_ASSIGN(only, orderRow(c, recent.front()));
    return Placed{orders, only};
  };
  deliver(m_db.read(read), this, [this](const Result<Placed>& placed) {
    const qint64 more = placed ? placed->orders - m_toldOrders : 0;
    if (more <= 0)
      return;
    m_toldOrders = placed->orders;
    Notice notice{NoticeKind::NewOrders, more, {}, {}, {}};
    if (more == 1 && placed->only) {
      notice.order = placed->only->id;
      notice.name = placed->only->number;
    }
    m_group.add(notice);
    tell();
  });
}

void TrayIcon::findTroubledAccounts()
{
  deliver(m_db.read([](Connection& c) { return accountRows(c); }), this, [this](Result<std::vector<AccountRow>> rows) {
    if (!rows)
      return;
    QSet<qint64> troubled;
    for (const AccountRow& row : *rows) {
      if (row.state != AccountState::NeedsAttention)
        continue;
      troubled.insert(row.id.value());
      if (!m_firstAccounts && !m_troubled.contains(row.id.value()))
        m_group.add({NoticeKind::AccountNeedsAttention, 1, {}, row.id, row.name});
    }
    m_troubled = troubled;
    m_firstAccounts = false;
    noteForesight(*rows);
    tell();
  });
}

/// Once for each account while the program runs: a reminder at every start is enough.
void TrayIcon::noteForesight(const std::vector<AccountRow>& accounts)
{
  for (const Foresight& what : foresights(accounts, m_clock())) {
    if (m_foreseen.contains(what.account.value()))
      continue;
    m_foreseen.insert(what.account.value());
    const auto account = std::ranges::find(accounts, what.account, &AccountRow::id);
    m_group.add({NoticeKind::EndsSoon, 1, {}, what.account, account->name});
  }
}

void TrayIcon::findChanges()
{
  deliver(m_db.read([](Connection& c) { return changeCauses(c); }), this,
          [this](const Result<std::vector<ChangeCause>>& causes) {
            if (!causes)
              return;
            const auto count = qint64(causes->size());
            if (m_changes && count > *m_changes)
              m_group.add({NoticeKind::ProviderChanged, count - *m_changes, {}, {}, {}});
            m_changes = count;
            tell();
          });
}

void TrayIcon::findFailures()
{
  deliver(m_db.read([](Connection& c) { return failureCount(c); }), this, [this](const Result<qint64>& count) {
    if (!count)
      return;
    if (m_failures && *count > *m_failures)
      m_group.add({NoticeKind::FailedRecords, *count - *m_failures, {}, {}, {}});
    m_failures = *count;
    tell();
  });
}

void TrayIcon::tell()
{
  for (const Notice& notice : m_group.due(m_clock())) {
    if (!isWanted(m_settings, notice.kind))
      continue;
    m_last = notice;
    const auto [title, text] = noticeWords(notice);
    if (m_icon.isVisible())
      m_icon.showMessage(title, text, applicationIcon());
    Q_EMIT told(notice);
  }
}

void TrayIcon::setPaused(bool paused)
{
  m_paused = paused;
  retranslate();
}

bool TrayIcon::eventFilter(QObject* watched, QEvent* event)
{
  if (watched == &m_menu && event->type() == QEvent::LanguageChange)
    retranslate();
  return QObject::eventFilter(watched, event);
}

void TrayIcon::retranslate()
{
  m_open->setText(tr("Open Supercargo"));
  m_sync->setText(tr("Sync now"));
  m_pause->setText(m_paused ? tr("Go on syncing") : tr("Pause syncing"));
  m_quit->setText(tr("Quit"));
  m_icon.setToolTip(m_paused ? tr("Supercargo: syncing is paused") : tr("Supercargo"));
}

} // namespace supercargo
