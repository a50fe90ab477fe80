#include "ui/shipments/shipmentspage.h"

#include "core/base/deliver.h"
#include "core/settings/settings.h"
#include "ui/maps/mapkey.h"
#include "ui/maps/mappanel.h"
#include "ui/maps/mapsource.h"
#include "ui/shipments/parceldetails.h"
#include "ui/shipments/parcelfilterbar.h"
#include "ui/shipments/parcelviews.h"
#include "ui/shipments/performanceview.h"
#include "ui/shipments/replaybar.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/shopzone.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kRefreshPause(1000);

} // namespace

ShipmentsPage::ShipmentsPage(const PageContext& context)
    : m_context(context), m_facts(std::make_shared<ShipmentColumnFacts>()),
      m_views(new ParcelViews(context.db, context.clock)), m_bar(new ParcelFilterBar), m_table(new TableView),
      m_map(new MapPanel), m_count(new QLabel), m_emptyMap(new QLabel), m_tabs(new QTabBar),
      m_right(new QStackedWidget), m_splitter(new QSplitter), m_listSplitter(new QSplitter(Qt::Vertical))
{
  m_facts->zone = shopZone(context.workspace);
  m_facts->clock = context.clock;
  m_details = new ParcelDetails(m_facts, context.workspace.currency);
  m_replay = new ReplayBar(m_facts->zone, context.clock);
  m_performance = new PerformanceView(context.db, m_facts);
  m_model = new RowModel<ParcelLine>(shipmentColumns(m_facts), this);
  build();
  follow();
  followMap();
  followDetails();
  addListActions();
  takeSettings();
  retranslate();
  m_bar->apply(QString::fromUtf8(m_context.state.load(QStringLiteral("shipments/filter"))));
  ask();
  m_views->reload();
  readChoices();
  readPlaces();
}

ShipmentsPage::~ShipmentsPage() = default;

void ShipmentsPage::build()
{
  m_splitter->addWidget(buildList());
  m_splitter->addWidget(buildRight());
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_splitter);
  m_splitter->restoreState(m_context.state.load(QStringLiteral("shipments/splitter")));
  m_listSplitter->restoreState(m_context.state.load(QStringLiteral("shipments/list")));
  m_table->restoreColumns(m_context.state.load(QStringLiteral("shipments/columns")));
}

QWidget* ShipmentsPage::buildList()
{
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* strip = new QFrame;
  setRole(strip, "strip");
  auto* rows = new QVBoxLayout(strip);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  m_views->setContentsMargins(px(Size::Space3), 0, px(Size::Space3), 0);
  rows->addWidget(m_views);
  rows->addWidget(m_bar);
  column->addWidget(strip);
  m_table->setWindowedModel(m_model);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  m_states = new StateView(m_table);
  m_listSplitter->addWidget(m_states);
  m_listSplitter->addWidget(m_details);
  m_listSplitter->setChildrenCollapsible(false);
  m_listSplitter->setSizes({px(Size::Details), px(Size::Details)});
  column->addWidget(m_listSplitter, 1);
  return left;
}

QWidget* ShipmentsPage::buildRight()
{
  auto* side = new QWidget;
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_tabs->setExpanding(false);
  m_tabs->addTab(QString());
  m_tabs->addTab(QString());
  column->addWidget(m_tabs);
  auto* map = new QWidget;
  auto* inside = new QVBoxLayout(map);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(0);
  inside->addWidget(m_map, 1);
  auto* over = new QVBoxLayout(m_map->view());
  setRole(m_emptyMap, "card");
  m_emptyMap->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  m_emptyMap->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_emptyMap->hide();
  over->addWidget(m_emptyMap, 0, Qt::AlignCenter);
  m_replay->hide();
  inside->addWidget(m_replay);
  m_count->setContentsMargins(px(Size::Space3), px(Size::Space1), px(Size::Space3), px(Size::Space1));
  m_count->setWordWrap(true);
  setRole(m_count, "small");
  inside->addWidget(m_count);
  m_right->addWidget(map);
  m_right->addWidget(m_performance);
  column->addWidget(m_right, 1);
  return side;
}

void ShipmentsPage::follow()
{
  connect(m_model, &WindowedModel::stateChanged, this, &ShipmentsPage::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_states, &StateView::buttonPressed, this,
          [this] { m_bar->filter() == ShipmentFilter() ? m_context.actions.showWizard() : m_bar->clear(); });
  connect(m_table, &TableView::currentIdChanged, this, &ShipmentsPage::showParcel);
  connect(m_bar, &ParcelFilterBar::filterChanged, this, [this] {
    m_views->showFilter(m_bar->filter());
    ask();
    readMap();
    readDay();
  });
  connect(m_bar, &ParcelFilterBar::left, this, [this] { m_table->setFocus(); });
  connect(m_bar, &ParcelFilterBar::keepWanted, m_views, &ParcelViews::keep);
  connect(m_views, &ParcelViews::chosen, m_bar, &ParcelFilterBar::apply);
  connect(m_views, &ParcelViews::told, this, &ShipmentsPage::tell);
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
    m_right->setCurrentIndex(tab);
    if (tab == 1)
      m_performance->reload();
  });
  connect(m_performance, &PerformanceView::told, this, &ShipmentsPage::tell);
  connect(m_performance, &PerformanceView::promisesWanted, this, &ShipmentsPage::editPromises);
  connect(m_performance, &PerformanceView::tariffsWanted, this, &ShipmentsPage::editTariffs);
  connect(m_performance, &PerformanceView::parcelsWanted, m_bar, &ParcelFilterBar::showOnly);
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.settings)
      takeSettings(); // the map's key may be another
    if (changes.shipments && !m_refresh.isActive())
      m_refresh.start();
  });
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshPause);
  connect(&m_refresh, &QTimer::timeout, this, [this] {
    if (m_table->topRow() == 0) // at the top new parcels appear; elsewhere the ground stays still
      m_model->reload();
    m_views->recount();
    readChoices();
    readMap();
    if (m_tabs->currentIndex() == 1)
      m_performance->reload();
    if (const auto open = m_details->shipment())
      showParcel(open->value());
  });
  if (m_context.settings)
    connect(m_context.settings, &Settings::changed, this, [this](const QString& key) {
      if (key.startsWith(u"map/"))
        takeSettings();
    });
}

void ShipmentsPage::followMap()
{
  connect(m_map->view(), &MapView::chosen, this, &ShipmentsPage::choose);
  connect(m_map->view(), &MapView::boxed, this, [this](const std::vector<qint64>& ids) {
    if (ids.empty())
      return tell(tr("There is no parcel in the box."));
    m_bar->showOnly(ids, tr("In the box: %1").arg(numberText(qint64(ids.size()))));
  });
  connect(m_map, &MapPanel::told, this, &ShipmentsPage::tell);
  connect(m_map, &MapPanel::replayToggled, this, &ShipmentsPage::toggleReplay);
  connect(m_replay, &ReplayBar::dayChosen, this, &ShipmentsPage::readDay);
  connect(m_replay, &ReplayBar::momentChosen, this, &ShipmentsPage::showMoment);
}

/// A cluster of one place or a single parcel: one is opened, many become the list.
void ShipmentsPage::choose(const std::vector<qint64>& ids)
{
  if (ids.size() > 1)
    m_bar->showOnly(ids, tr("Chosen on the map: %1").arg(numberText(qint64(ids.size()))));
  else if (!ids.empty())
    select(ids.front());
}

void ShipmentsPage::activate()
{
  m_table->setFocus();
}

void ShipmentsPage::open(const QString& what)
{
  if (what == u"search")
    m_bar->focusText();
  else if (what.startsWith(u"filter:"))
    m_bar->apply(what.mid(7));
  else if (what.startsWith(u"shipment:"))
    select(what.mid(9).toLongLong());
}

void ShipmentsPage::saveState()
{
  m_context.state.save(QStringLiteral("shipments/splitter"), m_splitter->saveState());
  m_context.state.save(QStringLiteral("shipments/list"), m_listSplitter->saveState());
  m_context.state.save(QStringLiteral("shipments/columns"), m_table->columnState());
  m_context.state.save(QStringLiteral("shipments/filter"), m_bar->text().toUtf8());
}

QStringList ShipmentsPage::screenshotStates() const
{
  return {QStringLiteral("parcel"), QStringLiteral("routes"), QStringLiteral("couriers"), QStringLiteral("replay")};
}

void ShipmentsPage::showScreenshotState(const QString& state)
{
  m_tabs->setCurrentIndex(state == u"couriers" ? 1 : 0);
  m_map->view()->setFlowsShown(state == u"routes");
  if (state == u"replay")
    toggleReplay(true);
  if (state == u"parcel" && m_model->rowCount() > 0) {
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_map->view()->fitPath();
  }
}

void ShipmentsPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    readMap(); // places are named in the language
    readDay();
  }
  Page::changeEvent(event);
}

void ShipmentsPage::retranslate()
{
  m_table->setAccessibleName(tr("Shipments"));
  m_tabs->setAccessibleName(tr("Map or couriers"));
  m_tabs->setTabText(0, tr("Map"));
  m_tabs->setTabText(1, tr("Couriers"));
  m_model->retranslate();
  showNumbers();
  showState();
}

void ShipmentsPage::showNumbers()
{
  m_emptyMap->setVisible(m_mapRead && m_placed == 0 && m_trouble.isEmpty() && m_replay->isHidden());
  m_emptyMap->setText(m_unplaced > 0 ? tr("None of the parcels on their way names a place that is known.")
                      : m_bar->filter() == ShipmentFilter() ? tr("No parcel is on its way.")
                                                            : tr("No parcel on its way fits this filter."));
  if (!m_trouble.isEmpty())
    return m_count->setText(m_trouble);
  if (m_unplaced == 0)
    return m_count->setText(tr("Parcels on their way on the map: %1.").arg(numberText(m_placed)));
  m_count->setText(tr("Parcels on their way on the map: %1; without a place that is known: %2.")
                       .arg(numberText(m_placed), numberText(m_unplaced)));
}

void ShipmentsPage::showState()
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
  if (m_bar->filter() == ShipmentFilter())
    m_states->showEmpty(QStringLiteral("truck"), tr("There are no parcels yet."), tr("Connect a courier"));
  else
    m_states->showEmpty(QStringLiteral("search"), tr("No parcel fits this filter."), tr("Clear the filter"));
}

void ShipmentsPage::ask()
{
  m_model->setSource(shipmentSource(m_context.db, m_bar->filter(), m_context.clock));
}

bool ShipmentsPage::isChinese() const
{
  return language() == u"zh_CN";
}

void ShipmentsPage::tell(const QString& sentence)
{
  if (m_context.actions.notify)
    m_context.actions.notify(sentence);
}

/// What the person chose about maps on this machine.
void ShipmentsPage::takeSettings()
{
  if (!m_context.settings)
    return;
  m_map->view()->setApprovalNumber(m_context.settings->get(settings::kMapApprovalNumber));
  deliver(mapKey(m_context.db, m_context.vault), this, [this](const Result<QString>& key) {
    TileSource source = chosenMap(*m_context.settings);
    if (source.kind != TileSourceKind::Offline)
      source.key = key.value_or(QString());
    m_map->view()->setSource(source, mapFetchOptions(m_context.clock));
  });
}

} // namespace supercargo
