// The shipments page: what it reads and what it writes.
#include "core/base/deliver.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/placealiases.h"
#include "core/transit/promises.h"
#include "ui/actions/actions.h"
#include "ui/booking/cancelbooking.h"
#include "ui/maps/mappanel.h"
#include "ui/shipments/askdialog.h"
#include "ui/shipments/parceldetails.h"
#include "ui/shipments/parcelfilterbar.h"
#include "ui/shipments/parcelviews.h"
#include "ui/shipments/performanceview.h"
#include "ui/shipments/placesdialog.h"
#include "ui/shipments/replaybar.h"
#include "ui/shipments/shipmentspage.h"
#include "ui/shipments/tariffsdialog.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QLabel>

#include <algorithm>

namespace supercargo {
namespace {

const QString kActor = QStringLiteral("owner");

} // namespace

void ShipmentsPage::addListActions()
{
  bindAction(this, CommandId::ListNext, [this] { m_table->step(1); });
  bindAction(this, CommandId::ListPrevious, [this] { m_table->step(-1); });
  bindAction(this, CommandId::ListCopy, [this] { m_table->copySelection(); });
  bindAction(this, CommandId::ListColumns, [this] { m_table->chooseColumns(); });
  bindAction(this, CommandId::ListRefresh, [this] { m_model->reload(); });
  bindAction(this, CommandId::ListSearch, [this] { m_bar->focusText(); });
  bindAction(this, CommandId::ListFilter, [this] { m_bar->focusText(); });
  bindAction(m_table, CommandId::ListPreview, [this] { m_details->setVisible(!m_details->isVisible()); });
  bindAction(this, CommandId::OrdersSaveView, [this] { m_views->keep(m_bar->text()); });
  bindAction(this, CommandId::OrdersRenameView, [this] { m_views->rename(); });
  bindAction(this, CommandId::OrdersDeleteView, [this] { m_views->remove(); });
}

void ShipmentsPage::followDetails()
{
  connect(m_details, &ParcelDetails::stepTaken, this, &ShipmentsPage::takeStep);
  connect(m_details, &ParcelDetails::stepSettled, this, [this](qint64 step, std::optional<Money> received) {
    const auto settle = [step, received, now = m_context.clock()](Connection& c, ChangeSet& changes) {
      return settleParcelStep(c, step, received, now, changes);
    };
    deliver(m_context.db.write(settle), this, [this](const Result<void>& done) {
      tell(done ? tr("It is noted as ended.") : errorSentence(done.error().kind).what);
    });
  });
  connect(m_details, &ParcelDetails::orderWanted, this, [this](OrderId order) {
    if (m_context.actions.showOrder)
      m_context.actions.showOrder(order);
  });
  connect(m_details, &ParcelDetails::copied, this, &ShipmentsPage::tell);
  connect(m_details, &ParcelDetails::teachWanted, this, &ShipmentsPage::teach);
  connect(m_details, &ParcelDetails::cancelWanted, this,
          [this](ShipmentId shipment) { askCancelBooking(m_context, shipment, this); });
}

void ShipmentsPage::takeStep(ParcelStep step)
{
  step.actor = kActor;
  step.takenAt = m_context.clock();
  const auto take = [step](Connection& c, ChangeSet& changes) { return takeParcelStep(c, step, changes); };
  deliver(m_context.db.write(take), this, [this](const Result<qint64>& done) {
    if (!done && done.error().kind == ErrorKind::Conflict)
      return tell(tr("One is open already for this parcel; end it first."));
    if (!done)
      tell(errorSentence(done.error().kind).what + u' ' + done.error().detail);
  });
}

void ShipmentsPage::readChoices()
{
  const auto read = [](Connection& c) -> Result<std::pair<ParcelChoices, std::vector<AccountRow>>> {
    SC_TRY_ASSIGN(choices, parcelChoices(c));
    SC_TRY_ASSIGN(accounts, accountRows(c));
    return std::pair(choices, accounts);
  };
  deliver(m_context.db.read(read), this, [this](Result<std::pair<ParcelChoices, std::vector<AccountRow>>> found) {
    if (!found)
      return;
    std::vector<std::pair<AccountId, QString>> couriers;
    for (const AccountRow& row : found->second)
      if (const Provider* provider = findProvider(row.provider);
          provider && provider->declaration.kind == ProviderKind::Courier)
        couriers.emplace_back(row.id, row.name);
    m_bar->setChoices(found->first, couriers);
  });
}

void ShipmentsPage::readPlaces()
{
  deliver(loadGeocoder(m_context.db), this, [this](Result<std::shared_ptr<const Geocoder>> geocoder) {
    if (!geocoder) {
      m_trouble = tr("The places of the map cannot be read: %1").arg(geocoder.error().detail);
      return showNumbers();
    }
    m_trouble.clear();
    m_geocoder = *geocoder;
    m_map->setGeocoder(m_geocoder);
    m_performance->setGeocoder(m_geocoder);
    readMap();
    readDay(); // the replay may have been switched on before
    showParcel(m_table->currentId());
  });
}

void ShipmentsPage::readMap()
{
  if (!m_geocoder || !m_replay->isHidden())
    return;
  deliver(shipmentMap(m_context.db, m_geocoder, m_bar->filter(), m_context.clock(), isChinese()), this,
          [this, request = ++m_mapRequest](Result<ShipmentMap> map) {
            if (request == m_mapRequest)
              showMap(std::move(map));
          });
}

void ShipmentsPage::showMap(Result<ShipmentMap> map)
{
  m_trouble = map ? QString() : errorSentence(map.error().kind).what;
  if (map) {
    m_placed = map->placed;
    m_unplaced = map->unplaced;
    m_mapRead = true;
    m_map->view()->setContent(std::move(map->content));
    if (!m_fitted && m_placed > 0) {
      m_map->view()->fitContent();
      m_fitted = true;
      showPath();
    }
  }
  showNumbers();
}

void ShipmentsPage::showParcel(std::optional<qint64> id)
{
  const int request = ++m_parcelRequest;
  if (!id) {
    m_details->clear();
    return m_map->view()->setPath({});
  }
  const auto read = [id = ShipmentId(*id)](Connection& c) -> Result<std::optional<ParcelStory>> {
    SC_TRY_ASSIGN(line, parcelLine(c, id));
    if (!line)
      return std::nullopt;
    SC_TRY_ASSIGN(events, trackingEvents(c, id));
    SC_TRY_ASSIGN(steps, parcelSteps(c, id));
    return ParcelStory{*line, events, steps};
  };
  deliver(m_context.db.read(read), this, [this, request, id = *id](Result<std::optional<ParcelStory>> story) {
    if (request != m_parcelRequest || !story || !*story)
      return;
    const bool isOther = m_details->shipment() != ShipmentId(id) || m_map->view()->scene().path.empty();
    m_details->show(**story);
    if (m_geocoder) {
      const bool open = !(*story)->line.shipment.deliveredAt;
      m_map->view()->setPath(
          pathOf(*m_geocoder, (*story)->events, m_facts->zone, open ? (*story)->line.destination : QString()));
      if (isOther) // the same one read again must not move the map under the person
        showPath();
    }
  });
}

/// Brings the way of the chosen parcel into view, no closer than the map is already; what is in view stays.
void ShipmentsPage::showPath()
{
  MapView* view = m_map->view();
  const MapCamera before = view->camera();
  const QRectF screen(view->rect());
  const auto& path = view->scene().path;
  if (std::ranges::all_of(path, [&](const MapStop& stop) { return screen.contains(before.toScreen(stop.at)); }))
    return;
  view->fitPath();
  if (view->camera().zoom > before.zoom) {
    MapCamera camera = view->camera();
    camera.zoom = before.zoom;
    view->setCamera(camera);
  }
}

/// The list, the map and the details have one selection. Where the list has not read the parcel it goes there; where
/// its filter leaves the parcel out, only the parcel is shown.
void ShipmentsPage::select(qint64 id)
{
  if (const int row = m_model->rowOf(id); row >= 0) {
    m_table->setCurrentIndex(m_model->index(row, 0));
    return;
  }
  const auto find = [filter = m_bar->filter(), now = m_context.clock(), id](Connection& c) {
    return parcelPosition(c, filter, now, ShipmentId(id));
  };
  deliver(m_context.db.read(find), this,
          [this, id, request = ++m_selectRequest](const Result<std::optional<qint64>>& position) {
            if (request != m_selectRequest)
              return;
            if (!position)
              return tell(errorSentence(position.error().kind).what);
            if (!*position)
              m_bar->showOnly({id}, tr("Only the chosen parcel"));
            m_table->clearSelection();
            m_table->restorePosition(int(position->value_or(0)), id);
            showParcel(id);
          });
}

/// Asks which place a text names and remembers it; the same window lists what was taught and forgets it.
void ShipmentsPage::teach(const QString& text)
{
  if (!m_geocoder)
    return;
  auto* dialog = new PlacesDialog(m_context.db, m_geocoder, text, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &PlacesDialog::taught, this, &ShipmentsPage::storePlace);
  connect(dialog, &PlacesDialog::forgotten, this, &ShipmentsPage::readPlaces);
  dialog->open();
}

void ShipmentsPage::storePlace(const QString& text, const QString& code)
{
  const PlaceAlias alias{text, code, kActor, m_context.clock()};
  const auto store = [alias](Connection& c, ChangeSet& changes) { return teachPlace(c, alias, changes); };
  deliver(m_context.db.write(store), this, [this, text, code](const Result<void>& done) {
    if (!done)
      return tell(errorSentence(done.error().kind).what + u' ' + done.error().detail);
    const auto place = m_geocoder ? m_geocoder->placeOf(code) : std::nullopt;
    tell(tr("From now on “%1” means %2.").arg(text.left(40), place ? place->name : code));
    readPlaces();
  });
}

/// Where the courier promises nothing, the shop's own rules do.
void ShipmentsPage::editPromises()
{
  deliver(
      m_context.db.read([](Connection& c) { return promiseRules(c); }), this,
      [this](Result<std::vector<PromiseRule>> rules) {
        if (!rules)
          return tell(errorSentence(rules.error().kind).what);
        const auto faultOf = [](const QString& text) {
          const auto typed = parsePromiseRules(text);
          return typed
                     ? QString()
                     : tr("“%1” is no rule; write a courier, a province and 1 to 90 days.").arg(typed.error().subject);
        };
        auto* dialog = new AskDialog(tr("Promised delivery"),
                                     tr("One rule a line: courier, province, days; * stands for all. The first "
                                        "that fits holds where the courier promises nothing.\nExample: sf 浙江 2"),
                                     faultOf, this, AskDialog::Field::Lines);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setText(promiseRulesText(*rules));
        connect(dialog, &AskDialog::given, this, &ShipmentsPage::storePromises);
        dialog->open();
      });
}

void ShipmentsPage::editTariffs()
{
  auto* dialog = new TariffsDialog(m_context, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void ShipmentsPage::storePromises(const QString& text)
{
  const auto rules = parsePromiseRules(text);
  if (!rules)
    return; // the dialog gives only what can be read
  const auto store = [rules = *rules](Connection& c, ChangeSet& changes) {
    return savePromiseRules(c, rules, changes);
  };
  deliver(m_context.db.write(store), this, [this](const Result<void>& done) {
    if (!done)
      return tell(errorSentence(done.error().kind).what);
    tell(tr("The promises are saved; parcels are measured by them from now on."));
  });
}

void ShipmentsPage::toggleReplay(bool on)
{
  m_replay->setVisible(on);
  showNumbers();
  m_day.reset();
  if (on)
    return readDay();
  ++m_dayRequest;
  ++m_momentRequest;
  readMap();
}

void ShipmentsPage::readDay()
{
  if (!m_geocoder || m_replay->isHidden())
    return;
  m_replay->setBusy(true);
  const ScanSpan span{m_replay->dayStart(), m_replay->dayEnd(), m_bar->filter(), m_context.clock()};
  deliver(dayReplay(m_context.db, m_geocoder, span, isChinese()), this,
          [this, request = ++m_dayRequest](Result<std::shared_ptr<const DayReplay>> day) {
            if (request != m_dayRequest)
              return;
            m_replay->setBusy(false);
            if (!day)
              return tell(errorSentence(day.error().kind).what);
            m_day = *day;
            showMoment();
          });
}

void ShipmentsPage::showMoment()
{
  if (!m_day)
    return;
  deliver(replayedMap(m_day, m_replay->moment()), this,
          [this, request = ++m_momentRequest](Result<MapContent> content) {
            if (request == m_momentRequest && content && m_day)
              m_map->view()->setContent(std::move(*content));
          });
}

} // namespace supercargo
