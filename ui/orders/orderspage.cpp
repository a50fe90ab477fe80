#include "ui/orders/orderspage.h"

#include "core/outbox/reviewqueue.h"
#include "core/store/accounts.h"
#include "core/store/orderreveal.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/orders/orderfilterbar.h"
#include "ui/orders/ordersource.h"
#include "ui/orders/orderviews.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kRefreshPause(400);
constexpr int kProvinceSample = 1000; ///< so many recent orders tell which provinces to offer

struct OpenOrder {
  OrderDetails details;
  OrderAdvice advice;
};

Result<std::optional<OpenOrder>> openOrder(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(details, orderDetails(c, id));
  if (!details)
    return std::nullopt;
  OpenOrder open{std::move(*details), {}};
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, id));
  open.advice.plan = std::move(plan);
  if (open.details.row.stage == FlowStage::ToReview || open.details.row.stage == FlowStage::ToShip) {
    SC_TRY_ASSIGN(facts, ReviewReader(c).facts(open.details));
    open.advice.findings = reviewFindings(facts);
  }
  return open;
}

bool isAscending(OrderSort sort)
{
  return sort == OrderSort::PlacedAscending || sort == OrderSort::TotalAscending;
}

} // namespace

OrdersPage::OrdersPage(const PageContext& context)
    : m_context(context), m_facts(std::make_shared<OrderColumnFacts>()),
      m_views(new OrderViews(context.db,
                             [this](const QString& text) {
                               return parseOrderFilter(text, names(), m_context.clock()).value_or(OrderFilter());
                             })),
      m_bar(new OrderFilterBar(context.workspace.currency, context.clock)), m_table(new TableView),
      m_details(new OrderDetailsView(m_facts)), m_splitter(new QSplitter), m_ship(new QPushButton)
{
  m_facts->clock = context.clock;
  m_facts->zone = shopZone(context.workspace);
  m_model = new RowModel<OrderRow>(orderColumns(m_facts), this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* strip = new QFrame;
  setRole(strip, "strip");
  auto* rows = new QVBoxLayout(strip);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  m_views->setContentsMargins(px(Size::Space3), 0, px(Size::Space3), 0);
  auto* first = new QHBoxLayout;
  first->setContentsMargins(0, 0, px(Size::Space3), 0);
  first->addWidget(m_views, 1);
  first->addWidget(m_ship);
  rows->addLayout(first);
  rows->addWidget(m_bar);
  layout->addWidget(strip);
  buildList();
  layout->addWidget(m_splitter, 1);
  follow();
  addListActions();
  addViewActions();
  addShippingActions();
  addPlanActions();
  retranslate();
  m_bar->setNames(names());
  restoreState();
  readNames();
  m_views->reload();
  readProvinces();
}

void OrdersPage::buildList()
{
  m_table->setWindowedModel(m_model);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  m_states = new StateView(m_table);
  m_splitter->addWidget(m_states);
  m_splitter->addWidget(m_details);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 0);
  m_splitter->setSizes({px(Size::Details) * 2, px(Size::Details) - px(Size::Space8)});
}

void OrdersPage::follow()
{
  connect(m_model, &WindowedModel::stateChanged, this, &OrdersPage::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_states, &StateView::buttonPressed, this,
          [this] { m_bar->filter() == OrderFilter() ? m_context.actions.showWizard() : m_bar->clear(); });
  connect(m_table, &TableView::currentIdChanged, this, &OrdersPage::showCurrent);
  connect(m_table, &TableView::headerClicked, this, &OrdersPage::sortBy);
  connect(m_details, &OrderDetailsView::callRequested, this, [this](CallId id) { m_context.actions.showCall(id); });
  connect(m_bar, &OrderFilterBar::filterChanged, this, [this] {
    m_views->showFilter(m_bar->filter());
    ask();
  });
  connect(m_bar, &OrderFilterBar::left, this, [this] { m_table->setFocus(); });
  connect(m_views, &OrderViews::chosen, m_bar, &OrderFilterBar::apply);
  connect(m_views, &OrderViews::told, this, [this](const QString& sentence) { m_context.actions.notify(sentence); });
  connect(&m_context.db, &Database::changed, this, &OrdersPage::noteChanges);
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshPause);
  connect(&m_refresh, &QTimer::timeout, this, &OrdersPage::takeChanges);
}

void OrdersPage::activate()
{
  m_table->setFocus();
}

void OrdersPage::open(const QString& what)
{
  if (what == u"search")
    m_bar->focusText();
  else if (what.startsWith(u"filter:"))
    m_bar->apply(what.mid(7));
  else if (what.startsWith(u"order:"))
    showOrder(OrderId(what.mid(6).toLongLong()));
}

void OrdersPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  if (event->type() == QEvent::StyleChange)
    QMetaObject::invokeMethod(m_details, &OrderDetailsView::refresh,
                              Qt::QueuedConnection); // not while widgets are restyled
  Page::changeEvent(event);
}

void OrdersPage::retranslate()
{
  m_table->setAccessibleName(tr("Orders"));
  m_ship->setText(tr("Ship"));
  showState();
  m_details->refresh();
}

void OrdersPage::readNames()
{
  deliver(m_context.db.read([](Connection& c) { return accountRows(c); }), this,
          [this](Result<std::vector<AccountRow>> rows) {
            if (!rows)
              return;
            m_accounts.clear();
            for (const AccountRow& row : *rows) {
              m_accounts.emplace_back(row.id, row.name);
              m_facts->shops.insert(row.id, row.name);
            }
            m_model->retranslate();
            m_details->refresh();
            m_bar->setNames(names());
          });
}

void OrdersPage::readProvinces()
{
  const auto read = [](Connection& c) -> Result<QStringList> {
    SC_TRY_ASSIGN(rows, orderRows(c, {{}, OrderSort::PlacedDescending, std::nullopt, kProvinceSample}));
    QSet<QString> seen;
    for (const OrderRow& row : rows)
      seen.insert(row.province);
    seen.remove(QString());
    return QStringList(seen.begin(), seen.end());
  };
  deliver(m_context.db.read(read), this, [this](Result<QStringList> provinces) {
    if (!provinces)
      return;
    std::sort(provinces->begin(), provinces->end(),
              [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    m_bar->setProvinces(*provinces);
  });
}

FilterNames OrdersPage::names() const
{
  return {m_accounts, m_facts->zone, m_context.workspace.currency};
}

void OrdersPage::ask()
{
  m_model->setSource(orderSource(m_context.db, m_bar->filter(), m_sort));
  showSort();
}

void OrdersPage::sortBy(int column)
{
  const auto sort = m_model->columns()[size_t(column)].sort;
  if (!sort)
    return showSort();
  // A second click turns it round, where there is a way round.
  const OrderSort wanted = OrderSort(*sort);
  if (wanted == m_sort && wanted == OrderSort::PlacedDescending)
    m_sort = OrderSort::PlacedAscending;
  else if (wanted == m_sort && wanted == OrderSort::TotalDescending)
    m_sort = OrderSort::TotalAscending;
  else
    m_sort = wanted;
  ask();
}

void OrdersPage::showSort()
{
  const OrderSort shown = m_sort == OrderSort::PlacedAscending  ? OrderSort::PlacedDescending
                          : m_sort == OrderSort::TotalAscending ? OrderSort::TotalDescending
                                                                : m_sort;
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    if (m_model->columns()[i].sort == int(shown))
      m_table->horizontalHeader()->setSortIndicator(int(i),
                                                    isAscending(m_sort) ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void OrdersPage::showState()
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
  if (m_bar->filter() == OrderFilter())
    m_states->showEmpty(QStringLiteral("inbox"), tr("There are no orders yet."), tr("Connect a shop"));
  else
    m_states->showEmpty(QStringLiteral("search"), tr("No order fits this filter."), tr("Clear the filter"));
}

void OrdersPage::showCurrent()
{
  if (const auto id = m_table->currentId())
    return showOrder(OrderId(*id));
  ++m_detailsRequest;
  m_details->clear();
}

void OrdersPage::showOrder(OrderId id)
{
  if (m_facts->revealed != id)
    hideRevealed();
  deliver(m_context.db.read([id](Connection& c) { return openOrder(c, id); }), this,
          [this, request = ++m_detailsRequest](Result<std::optional<OpenOrder>> order) {
            if (request == m_detailsRequest && order && *order)
              m_details->show((*order)->details, (*order)->advice);
          });
}

void OrdersPage::togglePreview()
{
  m_details->setVisible(!m_details->isVisible());
  if (!m_details->isVisible())
    m_table->setFocus();
}

/// Shows or masks the buyer of the open order. What is shown in clear is written down first.
void OrdersPage::toggleReveal()
{
  const auto open = m_details->order();
  if (!open)
    return m_context.actions.notify(tr("Open an order first."));
  if (m_facts->revealed)
    return hideRevealed();
  const auto note = [id = *open, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return noteRevealed(c, id, now, changes);
  };
  deliver(m_context.db.write(note), this, [this, id = *open](const Result<void>& noted) {
    if (!noted)
      return m_context.actions.notify(errorSentence(noted.error().kind).what);
    if (m_details->order() != id)
      return;
    m_facts->revealed = id;
    m_model->retranslate();
    showOrder(id);
  });
}

void OrdersPage::hideRevealed()
{
  if (!m_facts->revealed)
    return;
  m_facts->revealed.reset();
  m_model->retranslate();
  m_details->refresh();
}

void OrdersPage::noteChanges(const ChangeSet& changes)
{
  m_changed.unite(changes.orders);
  if (!changes.accounts.isEmpty())
    readNames();
  if (!changes.orders.isEmpty() && !m_refresh.isActive())
    m_refresh.start();
}

void OrdersPage::takeChanges()
{
  m_views->recount();
  m_model->noteChanged(m_changed);
  if (const auto open = m_details->order(); open && m_changed.contains(open->value()))
    showOrder(*open);
  m_changed.clear();
  if (m_table->topRow() == 0) // at the top new orders appear; elsewhere the ground stays still
    m_model->reload();
}

} // namespace supercargo
