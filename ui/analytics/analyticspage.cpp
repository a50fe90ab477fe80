#include "ui/analytics/analyticspage.h"

#include "core/base/deliver.h"
#include "core/store/daycut.h"
#include "ui/analytics/analyticsgroups.h"
#include "ui/charts/chartview.h"
#include "ui/charts/periodbar.h"
#include "ui/tables/stateview.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace supercargo {
namespace {
constexpr std::chrono::milliseconds kRefreshPause(2000);
const QString kPeriodState = QStringLiteral("analytics/period");
const QString kTabState = QStringLiteral("analytics/tab");
} // namespace

AnalyticsPage::AnalyticsPage(const PageContext& context)
    : m_context(context), m_tabs(new QTabBar), m_stack(new QStackedWidget), m_groups(analyticsGroups().size())
{
  const QString kept = QString::fromUtf8(m_context.state.load(kPeriodState));
  m_period = new PeriodBar([this] { return today(); }, kept.isEmpty() ? QStringLiteral("last_30_days") : kept, true);
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  for (size_t i = 0; i < m_groups.size(); ++i) {
    m_tabs->addTab(QString());
    m_stack->addWidget(makeGroup(i));
  }
  m_state = new StateView(m_stack);
  auto* head = new QHBoxLayout;
  head->addWidget(m_tabs, 1); // the chosen tab is bold, hence wider: a bar of its own width would scroll
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space3), 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_period, 0, Qt::AlignLeft);
  column->addLayout(head);
  column->addWidget(m_state, 1);

  connect(m_period, &PeriodBar::changed, this, &AnalyticsPage::runAll);
  connect(m_tabs, &QTabBar::currentChanged, this, &AnalyticsPage::showGroup);
  connect(m_state, &StateView::buttonPressed, this, [this] { m_context.actions.showWizard(); });
  connect(m_state, &StateView::retryPressed, this, &AnalyticsPage::checkForOrders);
  m_refreshLater.setSingleShot(true);
  m_refreshLater.setInterval(kRefreshPause);
  connect(&m_refreshLater, &QTimer::timeout, this, &AnalyticsPage::runAll);
  connect(&m_context.db, &Database::changed, this, [this] {
    if (!m_refreshLater.isActive())
      m_refreshLater.start();
  });
  retranslate();
  open(QString::fromUtf8(m_context.state.load(kTabState)));
  checkForOrders();
}

QWidget* AnalyticsPage::makeGroup(size_t group)
{
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  for (const AnalyticsCard& card : analyticsGroups()[group].cards) {
    auto* panel = new ChartPanel(m_context.db, m_context.workspace.currency.code(), card.make, [&card] {
      return ChartPanel::Texts{analyticsText(card.title), analyticsText(card.whyEmpty)};
    });
    connect(panel, &ChartPanel::orderChosen, this, [this](OrderId order) { m_context.actions.showOrder(order); });
    panel->setObjectName(
        QStringLiteral("%1.%2").arg(QLatin1String(analyticsGroups()[group].id)).arg(m_groups[group].panels.size()));
    column->addWidget(panel);
    m_groups[group].panels.push_back(panel);
  }
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(content);
  m_groups[group].content = scroll;
  return scroll;
}

QDate AnalyticsPage::today() const
{
  const DayCut cut(m_context.workspace.timeZone.toLatin1());
  return cut.isKnown() ? DayCut::date(cut.dayOf(m_context.clock()))
                       : DayCut::date(DayCut("UTC").dayOf(m_context.clock()));
}

ReportSpec AnalyticsPage::specOf(const AnalyticsCard& card) const
{
  ReportSpec spec;
  spec.report = QLatin1String(card.report);
  spec.options = card.options;
  spec.now = m_context.clock();
  m_period->fill(spec, card.comparable);
  if (card.wholeTime)
    spec.from = QDate();
  const QString grain = grainFor(m_period->span());
  if (spec.report == QLatin1String("sales.time") && grain == QLatin1String("hour")) {
    spec.report = QStringLiteral("pivot");
    spec.options.insert(QStringLiteral("dimensions"), grain);
    spec.options.insert(QStringLiteral("figures"), QStringLiteral("net_sales,orders,units,aov"));
  } else if (spec.report == QLatin1String("sales.time")) {
    spec.options.insert(QStringLiteral("grain"), grain);
  } else if (spec.options.value(QStringLiteral("by")) == QLatin1String("day") && grain != QLatin1String("hour")) {
    spec.options.insert(QStringLiteral("by"), grain);
  }
  return spec;
}

void AnalyticsPage::runAll()
{
  for (Group& group : m_groups)
    group.isFresh = false;
  if (isVisible())
    runGroup(size_t(m_tabs->currentIndex()));
}

void AnalyticsPage::runGroup(size_t index)
{
  Group& group = m_groups[index];
  if (std::exchange(group.isFresh, true))
    return;
  const auto& cards = analyticsGroups()[index].cards;
  for (size_t i = 0; i < cards.size(); ++i)
    group.panels[i]->run(specOf(cards[i]));
}

void AnalyticsPage::showGroup(int group)
{
  m_stack->setCurrentIndex(group);
  if (isVisible())
    runGroup(size_t(group));
}

void AnalyticsPage::checkForOrders()
{
  m_state->showLoading();
  deliver(m_context.db.read([](Connection& c) {
    return c.number(QStringLiteral("SELECT COUNT(*) FROM (SELECT id FROM orders LIMIT 1) o"));
  }),
          this, [this](Result<qint64> orders) {
            if (!orders)
              m_state->showError(orders.error());
            else if (*orders == 0)
              m_state->showEmpty(QStringLiteral("chart-column"), tr("There are no orders to look at yet."),
                                 tr("Connect a shop"));
            else
              m_state->showContent();
          });
}

void AnalyticsPage::activate()
{
  m_tabs->setFocus();
}

void AnalyticsPage::saveState()
{
  m_context.state.save(kPeriodState, m_period->preset().toUtf8());
  m_context.state.save(kTabState, QByteArray(analyticsGroups()[size_t(m_tabs->currentIndex())].id));
}

void AnalyticsPage::open(const QString& what)
{
  for (size_t i = 0; i < m_groups.size(); ++i)
    if (what == QLatin1String(analyticsGroups()[i].id))
      m_tabs->setCurrentIndex(int(i));
}

QStringList AnalyticsPage::screenshotStates() const
{
  QStringList states;
  for (size_t i = 1; i < m_groups.size(); ++i)
    states.append(QLatin1String(analyticsGroups()[i].id));
  return states;
}

void AnalyticsPage::showScreenshotState(const QString& state)
{
  open(state.isEmpty() ? QStringLiteral("sales") : state);
}

void AnalyticsPage::showEvent(QShowEvent* event)
{
  Page::showEvent(event);
  m_period->refresh();
  runGroup(size_t(m_tabs->currentIndex()));
}

void AnalyticsPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  Page::changeEvent(event);
}

void AnalyticsPage::retranslate()
{
  m_tabs->setAccessibleName(tr("Subjects"));
  for (size_t i = 0; i < m_groups.size(); ++i)
    m_tabs->setTabText(int(i), analyticsText(analyticsGroups()[i].title));
}

} // namespace supercargo
