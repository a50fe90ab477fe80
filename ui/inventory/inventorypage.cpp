#include "ui/inventory/inventorypage.h"

#include "core/base/deliver.h"
#include "ui/inventory/alertspanel.h"
#include "ui/inventory/articlepanel.h"
#include "ui/inventory/classmatrixview.h"
#include "ui/inventory/inventoryfilterbar.h"
#include "ui/inventory/sparkdelegate.h"
#include "ui/inventory/stockcolumns.h"
#include "ui/inventory/stockdesk.h"
#include "ui/pictures/picturedelegate.h"
#include "ui/pictures/thumbnails.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"

#include <QEvent>
#include <QHeaderView>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kRefreshPause(1000);

} // namespace

InventoryPage::InventoryPage(const PageContext& context)
    : m_context(context), m_zone(context.workspace.timeZone.toLatin1()),
      m_pictures(new Thumbnails(context.pictures, this)), m_model(new RowModel<StockListRow>(stockColumns(), this)),
      m_bar(new InventoryFilterBar), m_table(new TableView), m_alerts(new AlertsPanel(context.clock)),
      m_matrix(new ClassMatrixView(context.workspace.currency)), m_tabs(new QTabWidget), m_splitter(new QSplitter)
{
  if (!m_zone.isValid())
    m_zone = QTimeZone::utc();
  m_article = new ArticlePanel(m_zone, context.clock, *m_pictures);
  m_desk = new StockDesk(context, m_zone, this);
  build();
  follow();
  addActions();
  retranslate();
  restoreState();
  ask();
  readAround();
}

void InventoryPage::build()
{
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_bar);
  m_table->setWindowedModel(m_model);
  for (std::size_t i = 0; i < m_model->columns().size(); ++i) {
    const auto& column = m_model->columns()[i];
    m_table->setColumnWidth(int(i), column.width);
    m_table->setColumnHidden(int(i), !column.shown);
    if (QLatin1String(column.key) == QLatin1String(kSparkColumn))
      m_table->setItemDelegateForColumn(int(i), new SparkDelegate(m_table));
    if (QLatin1String(column.key) == QLatin1String(kPictureColumn))
      m_table->setItemDelegateForColumn(int(i), new PictureDelegate(*m_pictures, m_table));
  }
  m_states = new StateView(m_table);
  m_tabs->setDocumentMode(true);
  m_tabs->addTab(m_article, QString());
  m_tabs->addTab(m_alerts, QString());
  m_tabs->addTab(m_matrix, QString());
  m_splitter->addWidget(m_states);
  m_splitter->addWidget(m_tabs);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setSizes({2 * px(Size::Details), px(Size::Details)});
  layout->addWidget(m_splitter, 1);
}

void InventoryPage::follow()
{
  connect(m_model, &WindowedModel::stateChanged, this, &InventoryPage::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_states, &StateView::buttonPressed, this,
          [this] { m_bar->filter() == StockListFilter() ? m_context.actions.showWizard() : m_bar->clear(); });
  connect(m_table, &TableView::currentIdChanged, this, &InventoryPage::showCurrent);
  connect(m_table, &TableView::headerClicked, this, &InventoryPage::sortBy);
  connect(m_bar, &InventoryFilterBar::filterChanged, this, &InventoryPage::ask);
  connect(m_bar, &InventoryFilterBar::left, this, [this] { m_table->setFocus(); });
  connect(m_bar, &InventoryFilterBar::adjustPressed, this,
          [this] { m_desk->start(StockTask::Adjust, chosenRows(), m_bar->filter().text); });
  connect(m_bar, &InventoryFilterBar::taskChosen, this,
          [this](int task) { m_desk->start(StockTask(task), chosenRows(), m_bar->filter().text); });
  connect(m_pictures, &Thumbnails::arrived, m_table->viewport(), qOverload<>(&QWidget::update));
  connect(m_article, &ArticlePanel::orderRequested, this, [this](OrderId id) { m_context.actions.showOrder(id); });
  connect(m_article, &ArticlePanel::undoRequested, m_desk, &StockDesk::undo);
  connect(m_alerts, &AlertsPanel::articleRequested, this,
          [this](const QString& sku) { open(QStringLiteral("sku:") + sku); });
  connect(m_alerts, &AlertsPanel::snoozeRequested, this, &InventoryPage::snooze);
  connect(m_alerts, &AlertsPanel::ownerChosen, this, &InventoryPage::assign);
  connect(m_alerts, &AlertsPanel::snoozedTooToggled, this, &InventoryPage::readAlerts);
  connect(m_alerts, &AlertsPanel::retryPressed, this, &InventoryPage::readAlerts);
  connect(m_matrix, &ClassMatrixView::chosen, this,
          [this](ValueClass value, std::optional<SteadinessClass> steadiness) {
            StockListFilter filter;
            filter.valueClass = value;
            filter.steadiness = steadiness;
            filter.hasNoSteadiness = !steadiness;
            m_bar->setFilter(filter);
          });
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if ((changes.stock || changes.products) && !m_refresh.isActive())
      m_refresh.start();
  });
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshPause);
  connect(&m_refresh, &QTimer::timeout, this, [this] {
    m_model->reload();
    readAround();
    showCurrent();
  });
}

void InventoryPage::activate()
{
  m_table->setFocus();
}

void InventoryPage::open(const QString& what)
{
  if (what == u"search")
    return m_bar->focusText();
  if (what == u"alerts")
    return m_tabs->setCurrentWidget(m_alerts);
  if (!what.startsWith(u"sku:"))
    return;
  StockListFilter filter;
  filter.text = what.mid(4);
  m_bar->setFilter(filter);
  m_tabs->setCurrentWidget(m_article);
}

void InventoryPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  if (event->type() == QEvent::StyleChange)
    QMetaObject::invokeMethod(m_article, &ArticlePanel::refresh, Qt::QueuedConnection); // not while it is restyled
  Page::changeEvent(event);
}

void InventoryPage::retranslate()
{
  m_table->setAccessibleName(tr("Stock"));
  m_tabs->setAccessibleName(tr("Article, alerts and classes"));
  m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
  m_tabs->setTabText(0, tr("Article"));
  m_tabs->setTabText(2, tr("ABC/XYZ"));
  m_article->refresh();
  showState();
  readAround();
}

void InventoryPage::ask()
{
  m_model->setSource(stockSource(m_context.db, m_bar->filter(), m_sort));
  for (std::size_t i = 0; i < m_model->columns().size(); ++i) {
    const StockSort shown = m_sort == StockSort::AvailableDescending ? StockSort::AvailableAscending : m_sort;
    if (m_model->columns()[i].sort == int(shown))
      m_table->horizontalHeader()->setSortIndicator(int(i), m_sort == StockSort::AvailableDescending ||
                                                                    m_sort == StockSort::DemandDescending
                                                                ? Qt::DescendingOrder
                                                                : Qt::AscendingOrder);
  }
  m_table->horizontalHeader()->setSortIndicatorShown(true);
}

void InventoryPage::sortBy(int column)
{
  const auto sort = m_model->columns()[std::size_t(column)].sort;
  if (!sort)
    return;
  const StockSort wanted = StockSort(*sort);
  m_sort = wanted == StockSort::AvailableAscending && m_sort == wanted ? StockSort::AvailableDescending : wanted;
  ask();
}

void InventoryPage::showState()
{
  switch (m_model->state()) {
  case WindowedModel::State::Loading:
    return m_states->showLoading();
  case WindowedModel::State::Failed:
    return m_states->showError(m_model->error());
  case WindowedModel::State::Full:
    return m_states->showContent();
  case WindowedModel::State::Empty:
    break;
  }
  if (m_bar->filter() == StockListFilter())
    m_states->showEmpty(QStringLiteral("package-open"), tr("There is no stock yet."), tr("Connect a shop"));
  else
    m_states->showEmpty(QStringLiteral("search"), tr("No stock fits this filter."), tr("Clear the filter"));
}

const StockListRow* InventoryPage::currentRow() const
{
  const auto id = m_table->currentId();
  const int row = id ? m_model->rowOf(*id) : -1;
  return row >= 0 ? m_model->row(row) : nullptr;
}

std::vector<StockListRow> InventoryPage::chosenRows() const
{
  std::vector<StockListRow> rows;
  if (const StockListRow* current = currentRow())
    rows.push_back(*current);
  for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
    if (const StockListRow* row = m_model->row(index.row()); row && (rows.empty() || row->id() != rows.front().id()))
      rows.push_back(*row);
  return rows;
}

void InventoryPage::showCurrent()
{
  const int request = ++m_articleRequest;
  const StockListRow* row = currentRow();
  if (!row)
    return m_article->clear();
  deliver(m_context.db.read([row = *row, zone = m_zone, now = m_context.clock()](Connection& c) {
    return articleFacts(c, row, zone, now);
  }),
          this, [this, request](Result<ArticleFacts> facts) {
            if (request == m_articleRequest && facts)
              m_article->show(*facts);
          });
}

void InventoryPage::readAround()
{
  struct Around {
    QStringList warehouses;
    std::vector<StockAlertCount> counts;
    std::vector<ClassField> classes;
    std::optional<Instant> demandAt;
  };
  const auto read = [](Connection& c) -> Result<Around> {
    SC_TRY_ASSIGN(warehouses, stockWarehouses(c));
    SC_TRY_ASSIGN(counts, stockAlertCounts(c));
    SC_TRY_ASSIGN(classes, classMatrix(c));
    SC_TRY_ASSIGN(at, articleDemandAt(c));
    return Around{std::move(warehouses), std::move(counts), std::move(classes), at};
  };
  deliver(m_context.db.read(read), this, [this](Result<Around> around) {
    if (!around)
      return;
    m_bar->setWarehouses(around->warehouses);
    m_desk->setWarehouses(around->warehouses);
    m_bar->setAlertCounts(around->counts);
    m_matrix->show(around->classes,
                   around->demandAt ? asOfText(*around->demandAt, m_context.clock(), m_zone) : QString());
    qint64 all = 0;
    for (const StockAlertCount& count : around->counts)
      all += count.places;
    m_tabs->setTabText(1, all > 0 ? tr("Alerts (%1)").arg(numberText(all)) : tr("Alerts"));
  });
  readAlerts();
}

void InventoryPage::readAlerts()
{
  constexpr int kMost = 500;
  StockAlertQuery query;
  query.limit = kMost;
  query.snoozedToo = m_alerts->showsSnoozed();
  deliver(m_context.db.read([query, now = m_context.clock()](Connection& c) { return stockAlerts(c, now, query); }),
          this, [this](const Result<std::vector<StockAlert>>& alerts) {
            alerts ? m_alerts->show(*alerts) : m_alerts->showError(alerts.error());
          });
}

} // namespace supercargo
