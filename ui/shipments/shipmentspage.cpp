#include "ui/shipments/shipmentspage.h"

#include "core/base/deliver.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kRefreshPause(1000);

} // namespace

ShipmentsPage::ShipmentsPage(const PageContext& context)
    : m_context(context), m_facts(std::make_shared<ShipmentColumnFacts>()), m_table(new TableView),
      m_events(new QListWidget), m_map(new MapView), m_count(new QLabel), m_splitter(new QSplitter)
{
  const QTimeZone zone(context.workspace.timeZone.toLatin1());
  m_facts->zone = zone.isValid() ? zone : QTimeZone::utc();
  m_facts->clock = context.clock;
  m_model = new RowModel<ShipmentRow>(shipmentColumns(m_facts), this);
  m_table->setWindowedModel(m_model);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  m_states = new StateView(m_table);
  m_events->setWordWrap(true);
  auto* list = new QSplitter(Qt::Vertical);
  list->addWidget(m_states);
  list->addWidget(m_events);
  list->setSizes({3 * px(Size::Details), px(Size::Details)});
  list->setChildrenCollapsible(false);
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_count->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  setRole(m_count, "small");
  column->addWidget(m_count);
  column->addWidget(m_map, 1);
  m_splitter->addWidget(list);
  m_splitter->addWidget(right);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setStretchFactor(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_splitter);
  m_splitter->restoreState(m_context.state.load(QStringLiteral("shipments/splitter")));
  m_table->restoreColumns(m_context.state.load(QStringLiteral("shipments/columns")));
  follow();
  retranslate();
  m_model->setSource(shipmentSource(m_context.db));
  readPlaces();
}

void ShipmentsPage::follow()
{
  connect(m_model, &WindowedModel::stateChanged, this, &ShipmentsPage::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_states, &StateView::buttonPressed, this, [this] { m_context.actions.showWizard(); });
  connect(m_table, &TableView::currentIdChanged, this, &ShipmentsPage::showParcel);
  connect(m_map, &MapView::chosen, this, [this](const std::vector<qint64>& ids) {
    const int row = ids.empty() ? -1 : m_model->rowOf(ids.front());
    if (row >= 0)
      m_table->setCurrentIndex(m_model->index(row, 0)); // the list and the map have one selection
    else if (!ids.empty())
      showParcel(ids.front());
  });
  connect(&m_context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.shipments && !m_refresh.isActive())
      m_refresh.start();
  });
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshPause);
  connect(&m_refresh, &QTimer::timeout, this, [this] {
    if (m_table->topRow() == 0) // at the top new parcels appear; elsewhere the ground stays still
      m_model->reload();
    readMap();
  });
}

void ShipmentsPage::activate()
{
  m_table->setFocus();
}

void ShipmentsPage::open(const QString& what)
{
  if (what.startsWith(u"shipment:"))
    showParcel(what.mid(9).toLongLong());
}

void ShipmentsPage::saveState()
{
  m_context.state.save(QStringLiteral("shipments/splitter"), m_splitter->saveState());
  m_context.state.save(QStringLiteral("shipments/columns"), m_table->columnState());
}

void ShipmentsPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    readMap(); // places are named in the language
  }
  Page::changeEvent(event);
}

void ShipmentsPage::retranslate()
{
  m_table->setAccessibleName(tr("Shipments"));
  m_events->setAccessibleName(tr("Events of the chosen parcel"));
  m_count->setText(tr("%1 parcels on their way are on the map, %2 name no place that is known.")
                       .arg(numberText(m_placed), numberText(m_unplaced)));
  showState();
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
    return m_states->showEmpty(QStringLiteral("truck"), tr("There are no parcels yet."), tr("Connect a courier"));
  }
}

void ShipmentsPage::readPlaces()
{
  deliver(loadGeocoder(), this, [this](Result<std::shared_ptr<const Geocoder>> geocoder) {
    if (!geocoder)
      return m_count->setText(tr("The places of the map cannot be read: %1").arg(geocoder.error().detail));
    m_geocoder = *geocoder;
    m_map->setGazetteer(m_geocoder->gazetteer());
    readMap();
    showParcel(m_table->currentId());
  });
}

void ShipmentsPage::readMap()
{
  if (!m_geocoder)
    return;
  deliver(shipmentMap(m_context.db, m_geocoder, m_context.clock(), language() == u"zh_CN"), this,
          [this, request = ++m_mapRequest](Result<ShipmentMap> map) {
            if (request == m_mapRequest)
              showMap(std::move(map));
          });
}

void ShipmentsPage::showMap(Result<ShipmentMap> map)
{
  if (!map)
    return m_count->setText(errorSentence(map.error().kind).what);
  m_placed = map->placed;
  m_unplaced = map->unplaced;
  m_map->setContent(std::move(map->content));
  if (!m_fitted && m_placed > 0) {
    m_map->fitContent();
    m_fitted = true;
  }
  retranslate();
}

void ShipmentsPage::showParcel(std::optional<qint64> id)
{
  const int request = ++m_parcelRequest;
  if (!id) {
    m_events->clear();
    return m_map->setPath({});
  }
  deliver(m_context.db.read([id = ShipmentId(*id)](Connection& c) { return trackingEvents(c, id); }), this,
          [this, request](Result<std::vector<TrackingEvent>> events) {
            if (request == m_parcelRequest && events)
              showEvents(*events);
          });
}

void ShipmentsPage::showEvents(const std::vector<TrackingEvent>& events)
{
  m_events->clear();
  for (const TrackingEvent& event : events) {
    const QString at = event.at ? dateTimeText(*event.at, m_facts->zone) : event.wallClock;
    m_events->addItem(QStringLiteral("%1  %2  %3").arg(at, event.place, event.text));
  }
  if (m_geocoder)
    m_map->setPath(pathOf(*m_geocoder, events));
}

} // namespace supercargo
