#include "ui/orders/orderspage.h"

#include "ui/actions/actions.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr qint64 kCountLimit = 10'000;
constexpr std::chrono::milliseconds kTypingPause(250), kRefreshPause(400);
constexpr const char* kBuiltIn[] = {
    "", "stage:to_pay", "stage:to_review", "stage:to_ship", "stage:in_transit", "stage:delivered", "stage:after_sales"};
constexpr const char* kPlacedWords[] = {"", "today", "7d", "30d"};

} // namespace

OrdersPage::OrdersPage(const PageContext& context)
    : m_context(context), m_facts(std::make_shared<OrderColumnFacts>()), m_tabs(new QTabBar), m_text(new QLineEdit),
      m_status(new QComboBox), m_account(new QComboBox), m_placed(new QComboBox), m_fault(new QLabel),
      m_clear(new QPushButton), m_table(new TableView), m_details(new OrderDetailsView(m_facts)),
      m_splitter(new QSplitter)
{
  m_facts->clock = context.clock;
  m_facts->zone = QTimeZone(context.workspace.timeZone.toLatin1());
  if (!m_facts->zone.isValid())
    m_facts->zone = QTimeZone::utc();
  m_model = new RowModel<OrderRow>(orderColumns(m_facts), this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  buildFilterBar();
  buildList();
  addActions();
  retranslate();
  connect(&m_context.db, &Database::changed, this, &OrdersPage::noteChanges);
  readNames();
  readViews();
  applyFilter(QString::fromUtf8(m_context.state.load(QStringLiteral("orders/filter"))));
}

void OrdersPage::buildFilterBar()
{
  auto* strip = new QFrame;
  setRole(strip, "strip");
  auto* rows = new QVBoxLayout(strip);
  rows->setContentsMargins(px(Size::Space3), 0, px(Size::Space3), px(Size::Space2));
  rows->setSpacing(px(Size::Space2));
  m_tabs->setExpanding(false);
  m_tabs->setUsesScrollButtons(true);
  rows->addWidget(m_tabs);
  auto* line = new QHBoxLayout;
  line->setSpacing(px(Size::Space2));
  line->addWidget(m_text, 1);
  for (QComboBox* box : {m_status, m_account, m_placed}) {
    line->addWidget(box);
    connect(box, &QComboBox::activated, this, &OrdersPage::widgetsEdited);
  }
  setRole(m_clear, "quiet");
  line->addWidget(m_clear);
  rows->addLayout(line);
  setRole(m_fault, "error");
  m_fault->hide();
  rows->addWidget(m_fault);
  layout()->addWidget(strip);
  m_text->setClearButtonEnabled(true);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingPause);
  connect(m_text, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
  connect(&m_typing, &QTimer::timeout, this, &OrdersPage::filterEdited);
  connect(m_clear, &QPushButton::clicked, this, [this] { applyFilter({}); });
  connect(m_tabs, &QTabBar::currentChanged, this, &OrdersPage::chooseView);
}

void OrdersPage::buildList()
{
  m_table->setWindowedModel(m_model);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  m_table->restoreColumns(m_context.state.load(QStringLiteral("orders/columns")));
  m_states = new StateView(m_table);
  m_splitter->addWidget(m_states);
  m_splitter->addWidget(m_details);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setSizes({px(Size::Details) * 2, px(Size::Details) - px(Size::Space8)});
  m_splitter->restoreState(m_context.state.load(QStringLiteral("orders/splitter")));
  static_cast<QVBoxLayout*>(layout())->addWidget(m_splitter, 1);
  connect(m_model, &WindowedModel::stateChanged, this, &OrdersPage::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_states, &StateView::buttonPressed, this,
          [this] { m_filter == OrderFilter() ? m_context.actions.showWizard() : applyFilter({}); });
  connect(m_table, &TableView::currentIdChanged, this, &OrdersPage::showDetails);
  connect(m_details, &OrderDetailsView::callRequested, this, [this](CallId id) { m_context.actions.showCall(id); });
  connect(m_table, &TableView::headerClicked, this, [this](int column) {
    if (const auto sort = m_model->columns()[size_t(column)].sort) {
      const bool turned = OrderSort(*sort) == m_sort; // a second click turns it round, where there is a way round
      const OrderSort other = m_sort == OrderSort::PlacedDescending  ? OrderSort::PlacedAscending
                              : m_sort == OrderSort::TotalDescending ? OrderSort::TotalAscending
                                                                     : m_sort;
      m_sort = turned ? other : OrderSort(*sort);
      ask();
    }
  });
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshPause);
  connect(&m_refresh, &QTimer::timeout, this, [this] {
    readCounts();
    m_model->noteChanged(m_changed);
    if (const auto open = m_table->currentId(); open && m_changed.contains(*open))
      showDetails();
    m_changed.clear();
    if (m_table->rowAt(0) <= 0) // at the top: new orders appear; elsewhere the ground stays still
      m_model->reload();
  });
}

void OrdersPage::addActions()
{
  const auto leave = [this] { m_table->setFocus(); };
  bindAction(m_table, ActionId::ListNext, [this] { m_table->step(1); });
  bindAction(m_table, ActionId::ListPrevious, [this] { m_table->step(-1); });
  bindAction(m_table, ActionId::ListOpen, [this] { m_details->setFocus(); });
  bindAction(m_table, ActionId::ListCopy, [this] { m_table->copySelection(); });
  bindAction(m_table, ActionId::ListColumns, [this] { m_table->chooseColumns(); });
  bindAction(m_table, ActionId::ListFilter, [this] { m_status->setFocus(); });
  bindAction(m_table, ActionId::ListSearch, [this] { m_text->setFocus(); });
  bindAction(m_table, ActionId::OrdersReveal, [this] {
    m_facts->reveal = !m_facts->reveal;
    m_model->retranslate();
    m_details->refresh();
  });
  bindAction(m_table, ActionId::OrdersNextView,
             [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count()); });
  bindAction(m_table, ActionId::OrdersPreviousView,
             [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % m_tabs->count()); });
  bindAction(this, ActionId::ListClose, leave);
  bindAction(this, ActionId::ListRefresh, [this] { m_model->reload(); });
  bindAction(this, ActionId::OrdersClearFilter, [this] { applyFilter({}); });
  bindAction(this, ActionId::OrdersSaveView, [this] { keepView(); });
  bindAction(this, ActionId::OrdersDeleteView, [this] {
    const int index = m_tabs->currentIndex();
    if (index < 0 || m_views[size_t(index)].id == 0)
      return;
    deliver(m_context.db.write([id = m_views[size_t(index)].id](Connection& c) { return deleteView(c, id); }), this,
            [this](Result<void>) { readViews(); });
  });
}

void OrdersPage::activate()
{
  m_table->setFocus();
}

void OrdersPage::open(const QString& what)
{
  if (what == u"search")
    m_text->setFocus();
  else if (what.startsWith(u"filter:"))
    applyFilter(what.mid(7));
  else if (what.startsWith(u"order:")) {
    const OrderId id(what.mid(6).toLongLong());
    const int request = ++m_detailsRequest;
    deliver(m_context.db.read([id](Connection& c) { return orderDetails(c, id); }), this,
            [this, request](Result<std::optional<OrderDetails>> details) {
              if (request == m_detailsRequest && details && *details)
                m_details->show(**details);
            });
  }
}

void OrdersPage::saveState()
{
  m_context.state.save(QStringLiteral("orders/columns"), m_table->columnState());
  m_context.state.save(QStringLiteral("orders/splitter"), m_splitter->saveState());
  m_context.state.save(QStringLiteral("orders/filter"), orderFilterText(m_filter, names()).toUtf8());
}

QStringList OrdersPage::screenshotStates() const
{
  return {QStringLiteral("open"), QStringLiteral("empty"), QStringLiteral("all")};
}

void OrdersPage::showScreenshotState(const QString& state)
{
  if (state == u"open")
    m_table->step(1);
  else
    applyFilter(state == u"empty" ? QStringLiteral("total:>99999999") : QString());
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
  m_quiet = true;
  m_text->setPlaceholderText(tr("Filter, e.g. status:to_ship total:>100 Hangzhou"));
  m_text->setAccessibleName(tr("Filter as text"));
  m_table->setAccessibleName(tr("Orders"));
  m_tabs->setAccessibleName(tr("Saved views"));
  m_clear->setText(tr("Clear"));
  m_clear->setAccessibleName(tr("Clear the filter"));
  const auto refill = [](QComboBox* box, const QString& name, const QStringList& words) {
    box->clear();
    box->addItems(words);
    box->setAccessibleName(name);
  };
  QStringList statuses{tr("Any status")}, accounts{tr("All shops")};
  for (int i = int(OrderStatus::AwaitingPayment); i < int(OrderStatus::Unknown); ++i)
    statuses.append(statusWord(OrderStatus(i)).word);
  for (const auto& [id, name] : m_accounts)
    accounts.append(name);
  refill(m_status, tr("Status"), statuses);
  refill(m_account, tr("Shop"), accounts);
  refill(m_placed, tr("Placed"), {tr("Any time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days")});
  for (int i = 0; i < m_tabs->count(); ++i)
    m_tabs->setTabText(i, viewTitle(i));
  m_quiet = false;
  showFilter();
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
            retranslate();
          });
}

void OrdersPage::readViews()
{
  deliver(m_context.db.read([](Connection& c) { return savedViews(c, QStringLiteral("orders")); }), this,
          [this](Result<std::vector<SavedView>> saved) {
            m_views.clear();
            for (const char* filter : kBuiltIn)
              m_views.push_back({0, {}, QString::fromLatin1(filter)});
            if (saved)
              for (const SavedView& view : *saved)
                m_views.push_back({view.id, view.name, view.filter});
            const QSignalBlocker quiet(m_tabs);
            while (m_tabs->count() > 0)
              m_tabs->removeTab(0);
            m_counts.assign(m_views.size(), -1);
            for (size_t i = 0; i < m_views.size(); ++i)
              m_tabs->addTab(viewTitle(int(i)));
            showFilter();
            readCounts();
          });
}

void OrdersPage::readCounts()
{
  std::vector<OrderFilter> filters;
  for (const View& view : m_views)
    filters.push_back(parseOrderFilter(view.filter, names(), m_context.clock()).value_or(OrderFilter()));
  const int request = ++m_countRequest;
  const auto count = [filters](Connection& c) -> Result<std::vector<qint64>> {
    std::vector<qint64> counts;
    for (const OrderFilter& filter : filters) {
      SC_TRY_ASSIGN(number, orderCount(c, filter, kCountLimit));
      counts.push_back(number);
    }
    return counts;
  };
  deliver(m_context.db.read(count), this, [this, request](Result<std::vector<qint64>> counts) {
    if (request != m_countRequest || !counts || counts->size() != m_views.size())
      return;
    m_counts = std::move(*counts);
    for (int i = 0; i < m_tabs->count(); ++i)
      m_tabs->setTabText(i, viewTitle(i));
    Q_EMIT badgeChanged(m_counts[3], false); // to ship: what waits for a person
  });
}

QString OrdersPage::viewTitle(int index) const
{
  const View& view = m_views[size_t(index)];
  QString title = view.name;
  if (index == 0)
    title = tr("All");
  else if (view.id == 0)
    title = stageWord(FlowStage(index - 1)).word;
  const qint64 count = size_t(index) < m_counts.size() ? m_counts[size_t(index)] : -1;
  return count < 0 ? title : QStringLiteral("%1  %2").arg(title, countText(count, kCountLimit));
}

FilterNames OrdersPage::names() const
{
  return {m_accounts, m_facts->zone, m_context.workspace.currency};
}

void OrdersPage::chooseView(int index)
{
  if (index >= 0 && size_t(index) < m_views.size())
    applyFilter(m_views[size_t(index)].filter);
}

void OrdersPage::filterEdited()
{
  applyFilter(m_text->text());
}

void OrdersPage::widgetsEdited()
{
  if (m_quiet)
    return;
  OrderFilter filter = m_filter;
  filter.statuses.clear();
  if (m_status->currentIndex() > 0)
    filter.statuses = {OrderStatus(m_status->currentIndex() + int(OrderStatus::AwaitingPayment) - 1)};
  filter.accounts.clear();
  if (m_account->currentIndex() > 0)
    filter.accounts = {m_accounts[size_t(m_account->currentIndex() - 1)].first};
  filter.placedFrom = filter.placedBefore = std::nullopt;
  QString text = orderFilterText(filter, names());
  if (m_placed->currentIndex() > 0)
    text += QStringLiteral(" placed:") + QLatin1String(kPlacedWords[m_placed->currentIndex()]);
  applyFilter(text.trimmed());
}

void OrdersPage::applyFilter(const QString& text)
{
  const auto filter = parseOrderFilter(text, names(), m_context.clock());
  m_fault->setVisible(!filter);
  if (!filter) {
    m_fault->setText(tr("“%1” is not understood here: %2").arg(filter.error().subject, filter.error().detail));
    return;
  }
  m_filter = *filter;
  if (m_text->text() != text)
    m_text->setText(text);
  showFilter();
  ask();
}

/// Brings widgets and tabs to what the filter says.
void OrdersPage::showFilter()
{
  const QSignalBlocker quiet(m_tabs);
  int tab = -1;
  for (size_t i = 0; i < m_views.size() && tab < 0; ++i)
    if (const auto view = parseOrderFilter(m_views[i].filter, names(), m_context.clock()); view && *view == m_filter)
      tab = int(i);
  m_tabs->setCurrentIndex(std::max(tab, 0));
  m_status->setCurrentIndex(
      m_filter.statuses.size() == 1 ? int(m_filter.statuses[0]) - int(OrderStatus::AwaitingPayment) + 1 : 0);
  m_account->setCurrentIndex(0);
  for (size_t i = 0; i < m_accounts.size(); ++i)
    if (m_filter.accounts.size() == 1 && m_accounts[i].first == m_filter.accounts[0])
      m_account->setCurrentIndex(int(i) + 1);
  m_placed->setCurrentIndex(0);
  for (int i = 1; i < 4; ++i)
    if (m_text->text().contains(QStringLiteral("placed:") + QLatin1String(kPlacedWords[i])))
      m_placed->setCurrentIndex(i);
  m_clear->setEnabled(!(m_filter == OrderFilter()));
}

void OrdersPage::ask()
{
  Database& db = m_context.db;
  RowSource<OrderRow> source;
  source.window = [&db, filter = m_filter, sort = m_sort](const std::optional<OrderRow>& after, int limit) {
    const OrderQuery query{filter, sort, after ? std::optional(cursorOf(*after, sort)) : std::nullopt, limit};
    return db.read([query](Connection& c) { return orderRows(c, query); });
  };
  source.again = [&db](const std::vector<qint64>& ids) {
    return db.read([ids](Connection& c) -> Result<std::vector<OrderRow>> {
      std::vector<OrderRow> rows;
      for (const qint64 id : ids) {
        SC_TRY_ASSIGN(row, orderRow(c, OrderId(id)));
        if (row)
          rows.push_back(std::move(*row));
      }
      return rows;
    });
  };
  source.id = [](const OrderRow& row) { return row.id.value(); };
  m_model->setSource(std::move(source));
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
  if (m_filter == OrderFilter())
    m_states->showEmpty(QStringLiteral("inbox"), tr("There are no orders yet."), tr("Connect a shop"));
  else
    m_states->showEmpty(QStringLiteral("search"), tr("No order fits this filter."), tr("Clear the filter"));
}

void OrdersPage::showDetails()
{
  const auto id = m_table->currentId();
  ++m_detailsRequest;
  id ? open(QStringLiteral("order:%1").arg(*id)) : m_details->clear();
}

void OrdersPage::noteChanges(const ChangeSet& changes)
{
  m_changed.unite(changes.orders);
  if (!changes.accounts.isEmpty())
    readNames();
  if (!changes.orders.isEmpty() && !m_refresh.isActive())
    m_refresh.start();
}

void OrdersPage::keepView()
{
  const QString filter = orderFilterText(m_filter, names());
  if (filter.isEmpty())
    return m_context.actions.notify(tr("Set a filter first; the view keeps it."));
  const SavedView view{0, QStringLiteral("orders"), filter, filter, int(m_views.size())};
  deliver(m_context.db.write([view](Connection& c) { return saveView(c, view); }), this, [this](Result<qint64> saved) {
    if (saved)
      readViews();
    m_context.actions.notify(saved ? tr("The view is saved.") : errorSentence(saved.error().kind).what);
  });
}

} // namespace supercargo
