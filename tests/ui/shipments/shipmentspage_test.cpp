#include "core/geo/bundledmap.h"
#include "core/store/parcels.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/maps/mapview.h"
#include "ui/shipments/parceldetails.h"
#include "ui/shipments/shipmentmap.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

TrackingSnapshot parcel(const QString& number, const QStringList& textsNewestFirst)
{
  TrackingSnapshot p;
  p.courier = QStringLiteral("sf");
  p.number = number;
  p.status = ParcelStatus::InTransit;
  Instant at = PageFixture::kNow;
  for (const QString& text : textsNewestFirst) {
    TrackingEvent e;
    e.at = at -= 1h;
    e.status = ParcelStatus::InTransit;
    e.text = text;
    p.events.push_back(e);
  }
  return p;
}

void store(PageFixture& f, const std::vector<TrackingSnapshot>& parcels)
{
  const auto write = [&parcels](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY(upsertTracking(c, {AccountId(1), std::nullopt, PageFixture::kNow}, parcels, changes));
    return {};
  };
  must(f.db->write(write).takeResult());
}

} // namespace

class ShipmentsPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void parcels_areCountedAndTheChosenOneTellsItsEvents()
  {
    PageFixture f(5);
    store(f, {parcel(QStringLiteral("SF1"), {QStringLiteral("到达【武汉】"), QStringLiteral("离开【深圳】")}),
              parcel(QStringLiteral("SF2"), {QStringLiteral("快件已发车")})});
    f.openWindow();
    Page* page = f.page(QStringLiteral("shipments"));
    auto* table = page->findChild<TableView*>();
    auto* events = page->findChild<QListWidget*>(QStringLiteral("parcelEvents"));
    QTRY_VERIFY(table->model()->rowCount() >= 2);
    const auto says = [page](const QString& text) {
      const auto labels = page->findChildren<QLabel*>();
      return std::any_of(labels.begin(), labels.end(), [&](const QLabel* l) { return l->text().contains(text); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("on the map: 1; without a place that is known: 1")), 20'000);
    for (int row = 0; row < table->model()->rowCount(); ++row)
      if (table->model()->index(row, 0).data().toString() == u"SF1")
        table->setCurrentIndex(table->model()->index(row, 0));
    QTRY_COMPARE(events->count(), 2);
    QVERIFY(events->item(0)->text().contains(QStringLiteral("武汉")));
  }

  void path_joinsTheEventsInTheOrderOfTime()
  {
    const Geocoder geocoder(must(bundledGazetteer()));
    const auto p = parcel(QStringLiteral("SF1"), {QStringLiteral("到达【武汉】"), QStringLiteral("快件已发车"),
                                                  QStringLiteral("离开【深圳】"), QStringLiteral("到达【深圳】")});
    const auto stops = pathOf(geocoder, p.events, QTimeZone::utc());
    QCOMPARE(stops.size(), size_t(2));
    QVERIFY(distanceKm(toGeo(stops[0].at), {114.06, 22.55}) < 40);
    QVERIFY(distanceKm(toGeo(stops[1].at), {114.3, 30.6}) < 40);
  }

  void path_endsWhereTheParcelIsToGo()
  {
    const Geocoder geocoder(must(bundledGazetteer()));
    const auto p = parcel(QStringLiteral("SF1"), {QStringLiteral("到达【武汉】"), QStringLiteral("离开【深圳】")});
    const auto stops = pathOf(geocoder, p.events, QTimeZone::utc(), QStringLiteral("330100"));
    QCOMPARE(stops.size(), size_t(3));
    QVERIFY(stops[2].expected && !stops[1].expected);
    QVERIFY(stops[1].tip.contains(QStringLiteral("武汉")));
  }

  void filter_narrowsListAndMapTogether()
  {
    PageFixture f(5);
    store(f, {parcel(QStringLiteral("SF1"), {QStringLiteral("到达【武汉】")}),
              parcel(QStringLiteral("SF2"), {QStringLiteral("到达【上海市】")})});
    f.openWindow();
    Page* page = f.page(QStringLiteral("shipments"));
    auto* table = page->findChild<TableView*>();
    auto* map = page->findChild<MapView*>();
    const auto onMap = [map] {
      int count = 0;
      for (const PointCluster& c : map->scene().content.clusters.at(5))
        count += c.count;
      return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(onMap(), 2, 20'000);
    page->open(QStringLiteral("filter:SF2"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(onMap(), 1);
  }

  void steps_areTakenFromTheDetails()
  {
    PageFixture f(5);
    store(f, {parcel(QStringLiteral("SF1"), {QStringLiteral("到达【武汉】")})});
    f.openWindow();
    Page* page = f.page(QStringLiteral("shipments"));
    auto* table = page->findChild<TableView*>();
    auto* details = page->findChild<ParcelDetails*>();
    QTRY_VERIFY(table->model()->rowCount() >= 1);
    page->open(QStringLiteral("filter:SF1"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(details->shipment().has_value());
    QVERIFY(details->chaseText().contains(QStringLiteral("SF1")));
    ParcelStep note;
    note.shipment = *details->shipment();
    note.text = QStringLiteral("asked the buyer");
    Q_EMIT details->stepTaken(note);
    auto* steps = page->findChild<QListWidget*>(QStringLiteral("parcelSteps"));
    QTRY_COMPARE_WITH_TIMEOUT(steps->count(), 1, 10'000);
    QVERIFY(steps->item(0)->text().contains(QStringLiteral("asked the buyer")));
  }

  void silences_areSaidBetweenTheScans()
  {
    auto facts = std::make_shared<ShipmentColumnFacts>();
    facts->zone = QTimeZone::utc();
    facts->clock = [] { return PageFixture::kNow; };
    ParcelDetails details(facts, *Currency::of(u"CNY"));
    ParcelStory story;
    story.line.shipment.number = QStringLiteral("SF1");
    story.line.shipment.status = ParcelStatus::InTransit;
    for (const auto age : {30h, 31h, 90h}) {
      TrackingEvent e;
      e.at = PageFixture::kNow - age;
      e.status = ParcelStatus::InTransit;
      e.text = QStringLiteral("到达");
      story.events.push_back(e);
    }
    details.show(story);
    auto* events = details.findChild<QListWidget*>(QStringLiteral("parcelEvents"));
    QCOMPARE(events->count(), 5); // three scans, two silences: since the last, and between the older ones
    QVERIFY(events->item(0)->text().contains(QStringLiteral("No scan for")));
    QVERIFY(events->item(3)->text().contains(QStringLiteral("No scan for")));
  }

  void promiseAndEstimate_areBothShown()
  {
    auto facts = std::make_shared<ShipmentColumnFacts>();
    facts->zone = QTimeZone::utc();
    facts->clock = [] { return PageFixture::kNow; };
    ParcelDetails details(facts, *Currency::of(u"CNY"));
    ParcelStory story;
    story.line.promisedAt = PageFixture::kNow - 5h;
    story.line.promiseBasis = QStringLiteral("platform");
    story.line.estimatedAt = PageFixture::kNow + 20h;
    details.show(story);
    const auto factOf = [&details](const QString& name) {
      const auto labels = details.findChildren<QLabel*>();
      const auto label = std::find_if(labels.begin(), labels.end(), [&](QLabel* l) { return l->text() == name; });
      return label == labels.end() || label + 1 == labels.end() ? QString() : (*(label + 1))->text();
    };
    QCOMPARE(factOf(QStringLiteral("Promised")),
             dateTimeText(PageFixture::kNow - 5h, facts->zone) + QStringLiteral(" (the platform)"));
    QCOMPARE(factOf(QStringLiteral("Courier expects")), dateTimeText(PageFixture::kNow + 20h, facts->zone));
  }

  void coordinates_ofAChineseProviderAreMovedBack()
  {
    const Geocoder geocoder(must(bundledGazetteer()));
    auto p = parcel(QStringLiteral("SF1"), {QStringLiteral("到达")});
    p.events[0].longitude = 116.4037205671;
    p.events[0].latitude = 39.9100954939;
    p.events[0].coordinateSystem = QStringLiteral("GCJ-02");
    const auto stops = pathOf(geocoder, p.events, QTimeZone::utc());
    QCOMPARE(stops.size(), size_t(1));
    QVERIFY(distanceKm(toGeo(stops[0].at), {116.397477, 39.908692}) < 0.01);
  }
};

SC_TEST(ShipmentsPageTest)
#include "shipmentspage_test.moc"
