#include "ui/overview/overviewpage.h"

#include "core/base/deliver.h"
#include "core/reports/figures.h"
#include "core/stock/stocklist.h"
#include "ui/accounts/foresighttext.h"
#include "ui/accounts/freshness.h"
#include "ui/accounts/trouble.h"
#include "ui/charts/figurerows.h"
#include "ui/overview/feedlist.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/flowstrip.h"
#include "ui/overview/freshnesspanel.h"
#include "ui/overview/shortstock.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"

#include <QEvent>
#include <QStackedWidget>

#include <algorithm>

namespace supercargo {
namespace {
constexpr std::chrono::milliseconds kRefreshEvery{250}; ///< at most four times a second
constexpr int kFeedLength = 60, kAlertsShown = 4;
enum StackIndex { LoadingPage, EmptyPage, FullPage }; ///< as the constructor adds them
} // namespace

OverviewPage::OverviewPage(const PageContext& context) : m_context(context), m_zone(context.workspace.timeZone.toUtf8())
{
  if (!m_zone.isValid())
    m_zone = QTimeZone::utc();
  m_stack = new QStackedWidget(this);
  auto* loading = new QWidget(m_stack); // the first reading takes milliseconds: a calm blank, then the figures
  m_stack->addWidget(loading);
  m_stack->addWidget(makeEmpty());
  m_stack->addWidget(makeFull());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_stack);

  m_refreshLater.setSingleShot(true);
  m_refreshLater.setInterval(kRefreshEvery);
  connect(&m_refreshLater, &QTimer::timeout, this, &OverviewPage::refresh);
  connect(&m_context.db, &Database::changed, this, &OverviewPage::scheduleRefresh);
  m_ticking.setInterval(std::chrono::seconds(1));
  connect(&m_ticking, &QTimer::timeout, this, &OverviewPage::tick);
  retranslate();
  refresh();
}

Result<OverviewPage::Reading> OverviewPage::read(Connection& c, Instant now, const QTimeZone& zone, Currency own)
{
  Reading data;
  SC_TRY_ASSIGN(accounts, accountRows(c));
  data.accounts = std::move(accounts);
  SC_TRY_ASSIGN(streams, streamStates(c));
  data.streams = std::move(streams);
  SC_TRY_ASSIGN(stages, stageCounts(c));
  data.stages = std::move(stages);
  SC_TRY_ASSIGN(entries, feed(c, kFeedLength));
  // Some was only learnt now and happened long ago: told in the order in which it happened.
  std::stable_sort(entries.begin(), entries.end(),
                   [](const FeedEntry& a, const FeedEntry& b) { return a.entry.at > b.entry.at; });
  data.feed = std::move(entries);
  SC_TRY_ASSIGN(today, todayFigures(c, now, zone.id(), own));
  data.today = std::move(today);
  StockAlertQuery worst;
  worst.limit = kAlertsShown;
  SC_TRY_ASSIGN(alerts, stockAlerts(c, now, worst));
  data.alerts = std::move(alerts);
  SC_TRY_ASSIGN(counts, stockAlertCounts(c));
  for (const StockAlertCount& count : counts)
    data.alertCount += count.places;
  return data;
}

void OverviewPage::scheduleRefresh()
{
  if (!isVisible()) {
    m_again = true; // read when shown
    return;
  }
  if (!m_refreshLater.isActive())
    m_refreshLater.start();
}

void OverviewPage::refresh()
{
  if (m_reading) {
    m_again = true;
    return;
  }
  m_reading = true;
  m_again = false;
  const Instant now = m_context.clock();
  deliver(m_context.db.read([now, zone = m_zone, own = m_context.workspace.currency](Connection& c) {
    return read(c, now, zone, own);
  }),
          this, [this, now](Result<Reading> found) {
            m_reading = false;
            m_error = found ? std::nullopt : std::optional(found.error());
            if (found) {
              m_readAt = now;
              show(std::move(*found));
            } else if (!m_data) {
              m_stack->setCurrentIndex(FullPage);
            }
            tick();
            if (m_again)
              scheduleRefresh();
          });
}

void OverviewPage::show(Reading reading)
{
  const bool animate =
      m_data && isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
  m_data = std::move(reading);
  const bool empty = m_data->accounts.empty() && m_data->feed.empty();
  m_stack->setCurrentIndex(empty ? EmptyPage : FullPage);
  m_flow->setCounts(m_data->stages, m_context.clock());
  m_feed->feed()->setEntries(m_data->feed, m_data->accounts, animate);
  static_cast<QStackedWidget*>(m_feed->parentWidget())->setCurrentIndex(m_data->feed.empty() ? 1 : 0);
  m_freshness->setAccounts(m_data->accounts, m_data->streams, m_context.clock());
  m_short->setAlerts(m_data->alerts, m_data->alertCount);
  m_shortCard->setVisible(!m_data->alerts.empty());
  showFigures();
  showAhead();
}

/// What ends soon, in time to do something about it: credentials, and API versions.
void OverviewPage::showAhead()
{
  constexpr qsizetype kMostLines = 3;
  const Instant now = m_context.clock();
  QStringList lines;
  for (const Foresight& what : foresights(m_data->accounts, now))
    if (lines.size() < kMostLines)
      lines << foresightText(what, std::ranges::find(m_data->accounts, what.account, &AccountRow::id)->name, now,
                             m_zone);
  m_aheadBox->setVisible(!lines.isEmpty());
  m_ahead->setText(lines.join(u'\n'));
}

void OverviewPage::showFigures()
{
  const TodayFigures& today = m_data->today;
  const QString basis = tr("By %1, in the time zone %2. Press to see the rows.")
                            .arg(basisWord(today.basis), QString::fromUtf8(m_zone.id()));
  for (size_t i = 0; i < today.figures.size() && i < m_cards.size(); ++i) {
    const TodayFigure& figure = today.figures[i];
    const Figure* known = findFigure(figure.column.figure);
    QStringList others;
    for (const Money& amount : figure.others)
      others += moneyText(amount);
    FigureCard::Value value;
    value.title = columnTitle(figure.column);
    value.definition = (known ? reportWord(known->formula) + QStringLiteral(". ") : QString()) + basis;
    value.value = isNothing(figure.value) ? QString() : cellText(figure.value, figure.column, m_zone);
    value.others = others.join(QStringLiteral(" · "));
    value.before = isNothing(figure.before) ? QString() : cellText(figure.before, figure.column, m_zone);
    value.change = figure.change;
    value.isNew = !figure.change && isNothing(figure.before) && cellNumber(figure.value).value_or(0) > 0;
    value.moreIsBetter = figure.column.key != QLatin1String("refunds");
    value.steps = figure.steps;
    value.stepsBefore = figure.stepsBefore;
    m_cards[i]->setValue(value);
  }
}

void OverviewPage::openRows(size_t tile)
{
  if (!m_data || tile >= m_data->today.figures.size())
    return;
  const TodayFigure& figure = m_data->today.figures[tile];
  Slice slice; // counts are of all currencies, money of the workspace's
  if (figure.column.kind == ColumnKind::Money)
    slice.insert(QStringLiteral("currency"), m_context.workspace.currency.code());
  auto* dialog = new FigureRowsDialog(
      m_context.db,
      {m_data->today.spec, m_data->today.basis, figure.column, slice, cellText(figure.value, figure.column, m_zone)},
      this);
  connect(dialog, &FigureRowsDialog::orderChosen, this, [this](OrderId order) { m_context.actions.showOrder(order); });
  dialog->show();
}

void OverviewPage::tick()
{
  const Instant now = m_context.clock();
  m_errorBox->setVisible(m_error.has_value());
  if (m_error)
    m_errorLabel->setText(troubleText(m_error->kind));
  if (!m_data)
    return;
  m_asOf->setText(tr("Read %1").arg(agoText(*m_readAt, now)));
  const QDate then = m_data->today.day.addDays(-7);
  m_todayNote->setText(tr("compared with %1 until %2")
                           .arg(QLocale().toString(then, QLocale::ShortFormat),
                                QStringLiteral("%1:00").arg(m_data->today.hoursOver, 2, 10, QLatin1Char('0'))));
  m_freshness->tick(now);
  m_feed->tick();
  // The figures of today are wrong after midnight even if nothing happens.
  if (QDateTime::fromMSecsSinceEpoch(toMs(now), m_zone).date() != m_data->today.day ||
      now - *m_readAt > std::chrono::minutes(1))
    refresh();
}

void OverviewPage::activate()
{
  if (m_stack->currentIndex() == EmptyPage)
    m_connect->setFocus(Qt::OtherFocusReason);
  else
    m_feed->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::showEvent(QShowEvent* event)
{
  Page::showEvent(event);
  m_ticking.start();
  if (m_again)
    refresh();
  tick();
}

void OverviewPage::hideEvent(QHideEvent* event)
{
  m_ticking.stop();
  Page::hideEvent(event);
}

void OverviewPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  Page::changeEvent(event);
}

void OverviewPage::retranslate()
{
  m_sync->setText(tr("Sync now"));
  m_sync->setToolTip(tr("Ask every account now."));
  m_aheadLook->setText(tr("Look at it"));
  m_retry->setText(tr("Try again"));
  m_todayTitle->setText(tr("Today"));
  m_feedTitle->setText(tr("What just happened"));
  m_freshTitle->setText(tr("How current it is"));
  m_shortTitle->setText(tr("What needs you in the warehouse"));
  m_quiet->setText(tr("Nothing has happened yet. New orders appear here by themselves."));
  m_emptyTitle->setText(tr("Connect your first shop"));
  m_emptyText->setText(tr("Orders, stock and parcels of all your accounts come together here."));
  m_connect->setText(tr("Connect a shop"));
  if (m_data) {
    showFigures();
    tick();
  }
}

} // namespace supercargo
