#include "core/labels/bins.h"
#include "core/labels/labelfacts.h"
#include "core/labels/packing.h"
#include "core/labels/printmatter.h"
#include "core/store/accounts.h"
#include "core/store/catalogue.h"
#include "core/store/parcels.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kTea = QStringLiteral("TEA-1"), kCup = QStringLiteral("CUP-2"), kOwner = QStringLiteral("owner");

LineSnapshot line(const QString& id, const QString& sku, qint64 quantity)
{
  LineSnapshot made;
  made.externalId = id;
  made.sku = sku;
  made.title = QStringLiteral("Article ") + sku;
  made.quantity = quantity;
  return made;
}

OrderSnapshot order(const QString& number)
{
  OrderSnapshot made;
  made.externalId = made.number = number;
  made.status = OrderStatus::ToShip;
  made.payment = PaymentStatus::Paid;
  made.total = made.goods = made.paid = Money(1000, *Currency::of(QStringLiteral("CNY")));
  made.placedAt = kNow;
  made.shipTo = {
      QStringLiteral("王小明"), QStringLiteral("13812345678"), QStringLiteral("CN"),          QStringLiteral("浙江省"),
      QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("文三路 1 号"), {}};
  made.lines = {line(QStringLiteral("1"), kTea, 2), line(QStringLiteral("2"), kCup, 1)};
  return made;
}

struct Desk {
  Desk()
  {
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = QStringLiteral("云杉小店");
    row.createdAt = kNow;
    account = must(addAccount(c, row));
    ProductSnapshot tea;
    tea.externalId = QStringLiteral("p1");
    tea.title = QStringLiteral("龙井");
    VariantSnapshot variant;
    variant.externalId = QStringLiteral("v1");
    variant.sku = kTea;
    variant.barcode = QStringLiteral("6901234567892");
    tea.variants = {variant};
    must(upsertProducts(c, origin(), {tea}, changes));
    put(order(QStringLiteral("1001")));
  }
  Origin origin() const { return {account, std::nullopt, kNow}; }
  void put(const OrderSnapshot& snapshot) { must(upsertOrders(c, origin(), {snapshot}, changes)); }
  PackingOrder open(const QString& scanned) { return must(packingOrder(c, scanned)); }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId account;
};
} // namespace

class PackingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void goods_areScannedBySkuOrBarCode();
  void wrongAndSurplusGoods_areRefused();
  void order_isFoundByNumberAndWaybill();
  void orderThatMayNotBeSent_isRefused();
  void packed_isKeptOnceAndTold();
  void bins_areWalkedInOrder();
  void pickList_groupsBySkuAndLeavesPackedOrdersOut();
  void label_isTheCouriersOwnIfItCanBePrintedElseOurs();
  void parcelOfNobody_hasNoLabelOfOurs();
};

void PackingTest::goods_areScannedBySkuOrBarCode()
{
  Desk desk;
  PackingOrder box = desk.open(QStringLiteral(" 1001 "));
  QCOMPARE(box.lines.size(), 2);
  QCOMPARE(scanPiece(box, QStringLiteral("6901234567892")).verdict, ScanVerdict::Accepted);
  const ScanOutcome second = scanPiece(box, QStringLiteral("tea-1 "));
  QCOMPARE(second.verdict, ScanVerdict::Accepted);
  QCOMPARE(second.line, std::optional<size_t>(0));
  QVERIFY(!second.complete);
  QVERIFY(scanPiece(box, kCup).complete);
}

void PackingTest::wrongAndSurplusGoods_areRefused()
{
  Desk desk;
  PackingOrder box = desk.open(QStringLiteral("1001"));
  QCOMPARE(scanPiece(box, QStringLiteral("HAT-9")).verdict, ScanVerdict::Wrong);
  QCOMPARE(scanPiece(box, QStringLiteral("  ")).verdict, ScanVerdict::Empty);
  QCOMPARE(scanPiece(box, kCup).verdict, ScanVerdict::Accepted);
  const ScanOutcome surplus = scanPiece(box, kCup);
  QCOMPARE(surplus.verdict, ScanVerdict::Surplus);
  QCOMPARE(surplus.line, std::optional<size_t>(1));
  QCOMPARE(box.lines[1].packed, 1);
  QVERIFY(takeBack(box, 1));
  QVERIFY(!takeBack(box, 1));
  QVERIFY(!takeBack(box, 7));
}

void PackingTest::order_isFoundByNumberAndWaybill()
{
  Desk desk;
  TrackingSnapshot parcel;
  parcel.courier = QStringLiteral("sf");
  parcel.number = QStringLiteral("SF1234567890123");
  must(upsertTracking(desk.c, desk.origin(), {parcel}, desk.changes));
  const PackingOrder box = desk.open(QStringLiteral("1001"));
  must(desk.c.run(QStringLiteral("UPDATE shipments SET order_id = ?"), {box.id}));
  const PackingOrder same = desk.open(QStringLiteral("sf1234567890123"));
  QCOMPARE(same.id, box.id);
  QCOMPARE(same.waybill, parcel.number);
  QCOMPARE(desk.open(QString::number(box.id.value())).id, box.id);
  QCOMPARE(packingOrder(desk.c, QStringLiteral("999")).error().kind, ErrorKind::NotFound);
  OrderSnapshot twin = order(QStringLiteral("1001"));
  twin.externalId = QStringLiteral("other");
  desk.put(twin);
  QCOMPARE(packingOrder(desk.c, QStringLiteral("1001")).error().kind, ErrorKind::Conflict);
}

void PackingTest::orderThatMayNotBeSent_isRefused()
{
  Desk desk;
  OrderSnapshot cancelled = order(QStringLiteral("1002"));
  cancelled.status = OrderStatus::Cancelled;
  OrderSnapshot empty = order(QStringLiteral("1003"));
  empty.lines.clear();
  desk.put(cancelled);
  desk.put(empty);
  for (const char* number : {"1002", "1003"}) {
    const auto refused = packingOrder(desk.c, QLatin1String(number));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QCOMPARE(refused.error().subject, QLatin1String(number));
  }
}

void PackingTest::packed_isKeptOnceAndTold()
{
  Desk desk;
  PackingOrder box = desk.open(QStringLiteral("1001"));
  scanPiece(box, kTea);
  QCOMPARE(notePacked(desk.c, box, kOwner, kNow, desk.changes).error().kind, ErrorKind::Invalid);
  scanPiece(box, kTea);
  scanPiece(box, kCup);
  must(notePacked(desk.c, box, kOwner, kNow, desk.changes));
  QCOMPARE(notePacked(desk.c, box, kOwner, kNow, desk.changes).error().kind, ErrorKind::Conflict);
  QCOMPARE(must(packedAt(desk.c, box.id)), std::optional(kNow));
  QCOMPARE(desk.open(QStringLiteral("1001")).packedAt, std::optional(kNow));
  const auto details = must(orderDetails(desk.c, box.id));
  QCOMPARE(details->timeline.back().kind, QStringLiteral("packed"));
}

void PackingTest::bins_areWalkedInOrder()
{
  QVERIFY(binBefore(u"A-2", u"A-10"));
  QVERIFY(!binBefore(u"A-10", u"A-2"));
  QVERIFY(binBefore(u"a-9-1", u"B-1"));
  QVERIFY(binBefore(u"Z-9", u""));
  QVERIFY(!binBefore(u"A-1", u"A-1"));
  Desk desk;
  must(setBin(desk.c, {kTea, {}, QStringLiteral(" B-10 ")}, desk.changes));
  must(setBin(desk.c, {kCup, {}, QStringLiteral("B-9")}, desk.changes));
  const auto rows = must(binRows(desk.c));
  QCOMPARE(rows.size(), 2);
  QCOMPARE(rows.front().sku, kCup);
  QCOMPARE(rows.back().bin, QStringLiteral("B-10"));
  must(setBin(desk.c, {kTea, {}, {}}, desk.changes));
  QCOMPARE(must(binRows(desk.c)).size(), 1);
  QCOMPARE(setBin(desk.c, {{}, {}, kTea}, desk.changes).error().kind, ErrorKind::Invalid);
}

void PackingTest::pickList_groupsBySkuAndLeavesPackedOrdersOut()
{
  Desk desk;
  desk.put(order(QStringLiteral("1002")));
  must(setBin(desk.c, {kTea, {}, QStringLiteral("A-10")}, desk.changes));
  must(setBin(desk.c, {kCup, {}, QStringLiteral("A-2")}, desk.changes));
  PackingOrder first = desk.open(QStringLiteral("1001"));
  const std::vector<OrderId> both{first.id, desk.open(QStringLiteral("1002")).id};
  const PickListFacts all = must(picksFor(desk.c, both, {}));
  QCOMPARE(all.orders, 2);
  QCOMPARE(all.lines.size(), 2);
  QCOMPARE(all.lines.front().sku, kCup);
  QCOMPARE(all.lines.back().quantity, 4);
  QCOMPARE(all.lines.back().orders, (QStringList{QStringLiteral("1001 ×2"), QStringLiteral("1002 ×2")}));
  for (const QString& code : {kTea, kTea, kCup})
    scanPiece(first, code);
  must(notePacked(desk.c, first, kOwner, kNow, desk.changes));
  QCOMPARE(must(picksFor(desk.c, both, {})).lines.back().quantity, 2);
  QCOMPARE(pickedOrders(pickSubject(both)), both);
}

void PackingTest::label_isTheCouriersOwnIfItCanBePrintedElseOurs()
{
  Desk desk;
  TrackingSnapshot parcel;
  parcel.courier = QStringLiteral("sf");
  parcel.number = QStringLiteral("SF1234567890123");
  must(upsertTracking(desk.c, desk.origin(), {parcel}, desk.changes));
  must(desk.c.run(QStringLiteral("UPDATE shipments SET order_id = ?"), {desk.open(QStringLiteral("1001")).id}));
  const ShipmentId shipment = must(shipmentRows(desk.c, 1)).front().id;
  const NewPrintJob job{PrintDocument::WaybillLabel, {}, shipment, parcel.number, QStringLiteral("100x150"), {}, 1};
  QVERIFY(!must(componentData(desk.c, shipment)));
  const PrintMatter own = must(matterFor(desk.c, job, {}));
  QVERIFY(std::holds_alternative<Layout>(own));
  QCOMPARE(std::get<Layout>(own).pages.front().paper, kPaper100x150);
  must(desk.c.run(QStringLiteral("INSERT INTO labels (shipment_id, position, format, url, data, created_at) "
                                 "VALUES (?, 1, 'cainiao_print_data', '', ?, ?)"),
                  {shipment, QByteArray("{}"), kNow}));
  QVERIFY(std::holds_alternative<Layout>(must(matterFor(desk.c, job, {})))); // nothing here prints theirs
  QCOMPARE(must(componentData(desk.c, shipment))->data, QByteArray("{}"));   // but it can be given to what does
  must(desk.c.run(QStringLiteral("INSERT INTO labels (shipment_id, position, format, url, data, created_at) "
                                 "VALUES (?, 0, 'PDF', '', ?, ?)"),
                  {shipment, QByteArray("%PDF"), kNow}));
  const PrintMatter theirs = must(matterFor(desk.c, job, {}));
  QVERIFY(std::holds_alternative<CourierFile>(theirs));
  QCOMPARE(std::get<CourierFile>(theirs).format, QStringLiteral("pdf"));
  QCOMPARE(std::get<CourierFile>(theirs).data, QByteArray("%PDF"));
  NewPrintJob wrong = job;
  wrong.paper = QStringLiteral("postcard");
  QCOMPARE(matterFor(desk.c, wrong, {}).error().kind, ErrorKind::Invalid);
}

void PackingTest::parcelOfNobody_hasNoLabelOfOurs()
{
  Desk desk;
  TrackingSnapshot parcel;
  parcel.courier = QStringLiteral("sf");
  parcel.number = QStringLiteral("SF1234567890123");
  must(upsertTracking(desk.c, desk.origin(), {parcel}, desk.changes));
  const ShipmentId shipment = must(shipmentRows(desk.c, 1)).front().id;
  QCOMPARE(waybillFacts(desk.c, shipment).error().kind, ErrorKind::Invalid);
  QCOMPARE(waybillFacts(desk.c, ShipmentId(77)).error().kind, ErrorKind::NotFound);
  QCOMPARE(packingSlipFacts(desk.c, OrderId(5), {}).error().kind, ErrorKind::NotFound);
  QCOMPARE(productLabelFacts(desk.c, kTea)->barcode, QStringLiteral("6901234567892"));
  QCOMPARE(productLabelFacts(desk.c, kCup).error().kind, ErrorKind::NotFound);
}

SC_TEST(PackingTest)
#include "packing_test.moc"
