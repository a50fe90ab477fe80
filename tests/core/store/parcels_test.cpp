#include "core/rules/shippingrules.h"
#include "core/store/parcels.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {
using namespace std::chrono_literals;
const Instant kNow = fromMs(1'768'471'200'000);
const AccountId kShop{1}, kCourier{2};
const QString kNumber = QStringLiteral("SF100");

TrackingSnapshot parcel(std::vector<ParcelStatus> newestFirst, Instant newest = kNow)
{
  TrackingSnapshot p;
  p.courier = QStringLiteral("sf");
  p.number = kNumber;
  p.status = newestFirst.front();
  for (ParcelStatus status : newestFirst) {
    TrackingEvent e;
    e.at = newest;
    e.status = status;
    e.text = statusName(status);
    e.place = QStringLiteral("杭州");
    if (p.events.empty()) {
      e.latitude = 30.25;
      e.longitude = 120.125;
      e.coordinateSystem = QStringLiteral("GCJ-02");
    }
    p.events.push_back(e);
    newest -= 1h;
  }
  return p;
}
} // namespace

class ParcelsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }
  UpsertCount track(const TrackingSnapshot& p, Instant now = kNow)
  {
    return must(upsertTracking(c(), {kCourier, std::nullopt, now}, {p}, m_changes));
  }
  QStringList due(Instant now, AccountId account = kCourier, const QStringList& couriers = {})
  {
    return must(parcelsToTrack(c(), account, couriers, now, {10, 10}));
  }
  void putOrder()
  {
    OrderSnapshot o;
    o.externalId = o.number = QStringLiteral("1");
    o.status = OrderStatus::ToShip;
    o.payment = PaymentStatus::Paid;
    o.total = o.paid = Money(100, Currency());
    o.placedAt = kNow - 2h;
    o.shipTo.phone = QStringLiteral("13812341234");
    o.parcels = {{QStringLiteral("e"), QStringLiteral("sf"), {}, kNumber, {}, std::nullopt}};
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {o}, m_changes));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
  }
  void cleanup() { m_temp.reset(); }

  void tracking_replacesEventsAndIsIdempotent()
  {
    QCOMPARE(track(parcel({ParcelStatus::InTransit, ParcelStatus::PickedUp})).inserted, 1);
    QCOMPARE(track(parcel({ParcelStatus::InTransit, ParcelStatus::PickedUp})).unchanged, 1);
    QCOMPARE(track(parcel({ParcelStatus::OutForDelivery, ParcelStatus::InTransit, ParcelStatus::PickedUp})).changed, 1);
    const auto rows = must(shipmentRows(c(), 10));
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].status, ParcelStatus::OutForDelivery);
    QCOMPARE(rows[0].eventCount, 3);
    QCOMPARE(rows[0].shippedAt, std::optional(kNow - 1h)); // the first telling's pick-up stays
    QCOMPARE(rows[0].place, QStringLiteral("杭州"));
    const auto events = must(trackingEvents(c(), rows[0].id));
    QCOMPARE(events, parcel({ParcelStatus::OutForDelivery, ParcelStatus::InTransit, ParcelStatus::PickedUp}).events);
  }

  void firstEstimate_staysThePromise()
  {
    const auto told = [this](const char* column) {
      return must(c().number(QStringLiteral("SELECT COALESCE(%1, 0) FROM shipments").arg(QLatin1String(column))));
    };
    TrackingSnapshot p = parcel({ParcelStatus::InTransit});
    track(p);
    QCOMPARE(told("promised_at"), 0);
    p.estimatedAt = kNow + 24h;
    track(p);
    p.estimatedAt = kNow + 72h;
    QCOMPARE(track(p).changed, 1);
    QCOMPARE(told("promised_at"), toMs(kNow + 24h));
    QCOMPARE(told("estimated_at"), toMs(kNow + 72h));
    p.estimatedAt.reset(); // it says nothing any more
    track(p);
    QCOMPARE(told("promised_at"), toMs(kNow + 24h));
    QCOMPARE(told("estimated_at"), 0);
  }

  void delivery_movesTheOrder()
  {
    putOrder();
    QCOMPARE(due(kNow), QStringList{QStringLiteral("sf:SF100:1234")});
    track(parcel({ParcelStatus::InTransit, ParcelStatus::PickedUp}));
    OrderRow row = must(orderRows(c(), {})).front();
    QCOMPARE(row.status, OrderStatus::Shipped);
    track(parcel({ParcelStatus::Delivered, ParcelStatus::InTransit, ParcelStatus::PickedUp}));
    row = must(orderRows(c(), {})).front();
    QCOMPARE(row.status, OrderStatus::Delivered);
    QCOMPARE(must(shipmentRow(c(), must(shipmentRows(c(), 1))[0].id))->deliveredAt, std::optional(kNow));
    QVERIFY(due(kNow + 24h * 20).isEmpty());
  }

  void polling_slowsWithAgeAndStops()
  {
    track(parcel({ParcelStatus::InTransit}));
    QVERIFY(due(kNow + 29min).isEmpty());
    QCOMPARE(due(kNow + 30min).size(), 1);
    must(noteTracked(c(), {kNumber}, kCourier, kNow + 25h));
    QVERIFY(due(kNow + 26h).isEmpty());
    QCOMPARE(due(kNow + 27h).size(), 1);
    must(noteTracked(c(), {QStringLiteral("sf:SF100:")}, kCourier, kNow + 24h * 8));
    QVERIFY(due(kNow + 24h * 8 + 5h).isEmpty());
    QCOMPARE(due(kNow + 24h * 8 + 6h).size(), 1);
    must(noteTracked(c(), {kNumber}, kCourier, kNow + 24h * 31)); // idle for a month
    QVERIFY(due(kNow + 24h * 365).isEmpty());
  }

  void noParcel_isAskedForAgainWithinHalfAnHour() // Kuaidi100 would lock its number
  {
    putOrder();
    for (int status = 0; status <= int(ParcelStatus::Cancelled); ++status)
      for (const auto age : {0h, 25h, 192h}) {
        const Instant told = kNow + age;
        QCOMPARE(track(parcel({ParcelStatus(status), ParcelStatus::PickedUp}, told), told).unchanged, 0);
        QVERIFY(due(told + 30min - 1ms).isEmpty());
        must(noteTracked(c(), {kNumber}, kCourier, told + 30min)); // asked, and there was no news
        QVERIFY(due(told + 60min - 1ms).isEmpty());
      }
  }

  void outForDelivery_isWatchedCloselyAtAnyAge()
  {
    track(parcel({ParcelStatus::OutForDelivery, ParcelStatus::PickedUp}, kNow), kNow + 24h * 8);
    QCOMPARE(due(kNow + 24h * 8 + 30min).size(), 1);
  }

  void simulatedWorld_isAskedSixtyTimesAsOften()
  {
    WorkspaceInfo info;
    info.simulated = true;
    must(saveWorkspaceInfo(c(), info));
    track(parcel({ParcelStatus::InTransit}));
    QVERIFY(due(kNow + 29s).isEmpty());
    QCOMPARE(due(kNow + 30s).size(), 1);
  }

  void parcelThatNobodyHasRead_goesFirst()
  {
    track(parcel({ParcelStatus::InTransit}), kNow - 24h); // due since yesterday
    std::vector<OrderSnapshot> orders;
    for (int i = 1; i <= 3; ++i) {
      OrderSnapshot o;
      o.externalId = o.number = QString::number(i);
      o.status = OrderStatus::Shipped;
      o.placedAt = kNow - 24h * 4;
      o.shippedAt = kNow - 24h * (4 - i);
      o.parcels = {{o.number, QStringLiteral("sf"), {}, QStringLiteral("SF%1").arg(i), {}, std::nullopt}};
      orders.push_back(o);
    }
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, orders, m_changes));
    QCOMPARE(due(kNow), (QStringList{QStringLiteral("sf:SF3:"), QStringLiteral("sf:SF2:"), QStringLiteral("sf:SF1:"),
                                     QStringLiteral("sf:SF100:")}));
    QCOMPARE(must(parcelsToTrack(c(), kCourier, {}, kNow, {2, 1})),
             (QStringList{QStringLiteral("sf:SF3:"), QStringLiteral("sf:SF2:"), QStringLiteral("sf:SF100:")}));
    must(noteTracked(c(), {QStringLiteral("sf:SF3:")}, kCourier, kNow)); // asked for, and nothing was known
    QCOMPARE(due(kNow).front(), QStringLiteral("sf:SF2:"));
  }

  void hiddenTelephone_isReplacedByTheSenders()
  {
    OrderSnapshot o;
    o.externalId = o.number = QStringLiteral("1");
    o.status = OrderStatus::Shipped;
    o.placedAt = kNow - 2h;
    o.shipTo.phone = QStringLiteral("1**********");
    o.parcels = {{QStringLiteral("e"), QStringLiteral("zto"), {}, QStringLiteral("ZT1"), {}, std::nullopt}};
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {o}, m_changes));
    QCOMPARE(due(kNow), QStringList{QStringLiteral("zto:ZT1:")});
    const AddressSnapshot warehouse{QStringLiteral("仓库"),        QStringLiteral("0571-87654321"),
                                    QStringLiteral("CN"),          QStringLiteral("浙江省"),
                                    QStringLiteral("杭州市"),      QStringLiteral("西湖区"),
                                    QStringLiteral("文三路 1 号"), {}};
    must(saveSender(c(), {SenderId(), QStringLiteral("Hangzhou"), warehouse}));
    QCOMPARE(due(kNow), QStringList{QStringLiteral("zto:ZT1:4321")});
    AddressSnapshot other = warehouse;
    other.phone = QStringLiteral("0571-87650000");
    must(saveSender(c(), {SenderId(), QStringLiteral("Other shop"), other}));
    QCOMPARE(due(kNow), QStringList{QStringLiteral("zto:ZT1:")}); // whose it is, nobody knows
    const auto told = must(parcelsToTrack(c(), kCourier, {}, kNow, {10, 10},
                                          {{AccountId(9), QStringLiteral("4321")}, {kShop, QStringLiteral("0000")}}));
    QCOMPARE(told, QStringList{QStringLiteral("zto:ZT1:0000")});
  }

  void orderThatHasEnded_leavesItsParcelOneLook()
  {
    std::vector<OrderSnapshot> orders;
    for (const int days : {3, 29, 31}) {
      OrderSnapshot o;
      o.externalId = o.number = QString::number(days);
      o.status = OrderStatus::Completed;
      o.placedAt = kNow - 24h * days;
      o.shippedAt = o.placedAt;
      o.parcels = {{o.number, QStringLiteral("sf"), {}, QStringLiteral("SF%1").arg(days), {}, std::nullopt}};
      orders.push_back(o);
    }
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, orders, m_changes));
    QCOMPARE(due(kNow), (QStringList{QStringLiteral("sf:SF3:"), QStringLiteral("sf:SF29:")}));
  }

  void parcelOfAnotherAccountOrCourier_isNotAskedFor()
  {
    putOrder();
    QVERIFY(due(kNow, kCourier, {QStringLiteral("yto")}).isEmpty());
    QCOMPARE(due(kNow, kCourier, {QStringLiteral("yto"), QStringLiteral("sf")}).size(), 1);
    track(parcel({ParcelStatus::InTransit}));
    QVERIFY(due(kNow + 1h, AccountId(9)).isEmpty());
    QCOMPARE(due(kNow + 1h).size(), 1);
  }

  void courierThatAShopWritesAsANumber_isKnownByTheParcel_data() { test::addEngines(); }
  void courierThatAShopWritesAsANumber_isKnownByTheParcel()
  {
    OrderSnapshot o;
    o.externalId = o.number = QStringLiteral("9");
    o.placedAt = kNow - 2h;
    o.parcels = {{QStringLiteral("a"), QStringLiteral("467"), {}, QStringLiteral("SF1234567890123"), {}, std::nullopt},
                 {QStringLiteral("b"), QStringLiteral("85"), QStringLiteral("圆通速递"), QStringLiteral("YT1"), {}, {}},
                 {QStringLiteral("c"), QStringLiteral("777"), {}, QStringLiteral("X1"), {}, std::nullopt},
                 {QStringLiteral("d"), QStringLiteral("7"), {}, QStringLiteral("75453405244906"), {}, std::nullopt},
                 {QStringLiteral("e"), QStringLiteral("Kite"), {}, QStringLiteral("75453405244907"), {}, std::nullopt}};
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {o}, m_changes));
    const auto couriers = must(c().rows(QStringLiteral("SELECT courier FROM shipments ORDER BY number"), {},
                                        [](const Row& row) { return row.text(0); }));
    QCOMPARE(QStringList(couriers.begin(), couriers.end()),
             (QStringList{QStringLiteral("zto"), QStringLiteral("Kite"), QStringLiteral("sf"), QStringLiteral("777"),
                          QStringLiteral("yto")}));
  }
};

SC_TEST(ParcelsTest)
#include "parcels_test.moc"
