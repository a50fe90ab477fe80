#include "core/labels/bins.h"
#include "core/labels/labelfacts.h"
#include "core/labels/packing.h"
#include "core/labels/parcelcontents.h"
#include "core/labels/printmatter.h"
#include "core/outbox/shipping.h"
#include "core/store/accounts.h"
#include "core/store/parcels.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace Qt::StringLiterals;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kOwner = u"owner"_s, kWhy = u"same door"_s, kTea = u"TEA-1"_s, kCup = u"CUP-2"_s;

AddressSnapshot home()
{
  return {u"王小明"_s, u"13812341234"_s, u"CN"_s, u"浙江省"_s, u"杭州市"_s, u"西湖区"_s, u"文一路 1 号"_s, {}};
}

/// Two teas and a cup for 10 yuan.
OrderSnapshot orderOf(const QString& number, bool paid)
{
  OrderSnapshot made;
  made.externalId = made.number = number;
  made.status = OrderStatus::ToShip;
  made.payment = paid ? PaymentStatus::Paid : PaymentStatus::Cod;
  made.total = made.goods = Money(1000, Currency());
  made.paid = Money(paid ? 1000 : 300, Currency());
  made.placedAt = kNow;
  made.shipTo = home();
  for (const auto& [sku, quantity] : {std::pair(kTea, 2), std::pair(kCup, 1)}) {
    LineSnapshot line;
    line.externalId = number + sku;
    line.sku = sku;
    line.title = u"Article "_s + sku;
    line.quantity = quantity;
    made.lines.push_back(line);
  }
  return made;
}

struct Desk {
  Desk()
  {
    shop = add(u"shopify"_s);
    courier = add(u"sf"_s);
    Sender from;
    from.address = home();
    sender = must(saveSender(c, from));
  }
  AccountId add(const QString& provider)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = kNow;
    return must(addAccount(c, row));
  }
  OrderId put(const QString& number, bool paid = true)
  {
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {orderOf(number, paid)}, changes));
    return OrderId(must(c.number(u"SELECT id FROM orders WHERE number = ?"_s, {number})));
  }
  /// The courier says yes.
  ShipmentId book(OrderId order, const QString& number)
  {
    Booking booking;
    booking.account = courier;
    booking.sender = sender;
    booking.weightGrams = 500;
    const ActionId id = must(bookShipment(c, order, booking, kOwner, kNow, changes));
    ActionOutcome outcome;
    outcome.accepted = true;
    outcome.number = number;
    must(noteOutcome(c, *must(outboxEntry(c, id)), outcome, std::nullopt, kNow, kNow, changes));
    return ShipmentId(must(c.number(u"SELECT id FROM shipments WHERE number = ?"_s, {number})));
  }
  /// A tea and the cup in the first parcel, the other tea in the second.
  void split(OrderId order)
  {
    must(splitOrder(c, order, {{{0, 1}, {1, 1}}, {{0, 1}}}, u"too heavy"_s, kOwner, kNow, changes));
  }
  PackingOrder open(const QString& scanned) { return must(packingOrder(c, scanned)); }
  void pack(PackingOrder box)
  {
    for (PackingLine& line : box.lines)
      line.packed = line.wanted;
    must(notePacked(c, box, kOwner, kNow, changes));
  }
  std::vector<PackingSlipFacts> slips(OrderId order, int part = 0)
  {
    return must(packingSlipFacts(c, order, {}, part));
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, courier;
  SenderId sender;
};

/// "TEA-1 ×2 CUP-2 ×1"
template <class Line>
QString goods(const std::vector<Line>& lines, qint64 Line::*quantity)
{
  QStringList parts;
  for (const Line& line : lines)
    parts << u"%1 ×%2"_s.arg(line.sku).arg(line.*quantity);
  return parts.join(u' ');
}

bool says(const Layout& layout, const QString& text)
{
  return std::ranges::any_of(layout.pages, [&](const LayoutPage& page) {
    return std::ranges::any_of(page.texts, [&](const LayoutText& one) { return one.text.contains(text); });
  });
}
} // namespace

class ParcelContentsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void labelAndSlip_sayWhatTheCourierWasAskedToCollect()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s, false);
    QVERIFY(desk.slips(order).front().cashOnDelivery.isEmpty()); // no courier was asked yet
    const ShipmentId shipment = desk.book(order, u"SF1"_s);
    must(desk.c.run(u"UPDATE orders SET paid_minor = 0 WHERE id = ?"_s, {order})); // the booking stays as it was
    QCOMPARE(must(waybillFacts(desk.c, shipment)).cashOnDelivery, u"CNY 7.00"_s);
    QCOMPARE(desk.slips(order).front().cashOnDelivery, u"CNY 7.00"_s);
    LabelWords words;
    words.page = u"%1 / %2"_s;
    QVERIFY(says(must(packingSlips(desk.slips(order), kPaperA4, words)), u"CNY 7.00"_s));
    const ShipmentId paid = desk.book(desk.put(u"2"_s), u"SF2"_s);
    QVERIFY(must(waybillFacts(desk.c, paid)).cashOnDelivery.isEmpty());
  }

  void parcelThatWasNotBookedHere_collectsNothing()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s, false);
    TrackingSnapshot parcel;
    parcel.courier = u"sf"_s;
    parcel.number = u"SF1234567890123"_s;
    must(upsertTracking(desk.c, {desk.courier, std::nullopt, kNow}, {parcel}, desk.changes));
    must(desk.c.run(u"UPDATE shipments SET order_id = ?"_s, {order}));
    const WaybillFacts facts = must(waybillFacts(desk.c, must(shipmentRows(desk.c, 1)).front().id));
    QVERIFY(facts.cashOnDelivery.isEmpty());
    QCOMPARE(goods(facts.lines, &LabelLine::quantity), u"TEA-1 ×2 CUP-2 ×1"_s);
  }

  void mergedOrders_arePackedTogether()
  {
    Desk desk;
    const OrderId one = desk.put(u"1"_s), two = desk.put(u"2"_s);
    must(mergeOrders(desk.c, {one, two}, kWhy, kOwner, kNow, desk.changes));
    const PackingOrder box = desk.open(u"2"_s);
    QCOMPARE(box.number, u"2"_s);
    QCOMPARE(box.further, QStringList{u"1"_s});
    QCOMPARE(goods(box.lines, &PackingLine::wanted), u"TEA-1 ×2 CUP-2 ×1 TEA-1 ×2 CUP-2 ×1"_s);
    QCOMPARE(must(picksFor(desk.c, {two}, {})).orders, 2);                      // one parcel: fetched together
    QCOMPARE(must(picksFor(desk.c, {one, two}, {})).lines.front().quantity, 2); // the cups, each order once
    const auto slips = desk.slips(two);
    QCOMPARE(slips.size(), size_t(1));
    QCOMPARE(slips.front().orderNumber, u"1"_s);
    QCOMPARE(slips.front().further, u"2"_s);
    QCOMPARE(slips.front().lines.size(), size_t(4));
    const ShipmentId shipment = desk.book(two, u"SF1"_s);
    QCOMPARE(must(waybillFacts(desk.c, shipment)).lines.size(), size_t(4));
    QCOMPARE(desk.open(u"2"_s).waybill, u"SF1"_s);
    desk.pack(box);
    QVERIFY(must(packedAt(desk.c, one)) && must(packedAt(desk.c, two)));
    QVERIFY(desk.open(u"SF1"_s).packedAt);
    QCOMPARE(must(desk.c.number(u"SELECT CAST(SUM(units) AS BIGINT) FROM packings"_s)), 6);
    PackingOrder again = box;
    for (PackingLine& line : again.lines)
      line.packed = line.wanted;
    QCOMPARE(notePacked(desk.c, again, kOwner, kNow, desk.changes).error().kind, ErrorKind::Conflict);
  }

  void mergedOrderThatIsCancelled_keepsTheBoxClosed()
  {
    Desk desk;
    const OrderId one = desk.put(u"1"_s), two = desk.put(u"2"_s);
    must(mergeOrders(desk.c, {one, two}, kWhy, kOwner, kNow, desk.changes));
    OrderSnapshot gone = orderOf(u"2"_s, true);
    gone.status = OrderStatus::Cancelled;
    must(upsertOrders(desk.c, {desk.shop, std::nullopt, kNow}, {gone}, desk.changes));
    const auto refused = packingOrder(desk.c, u"1"_s);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QCOMPARE(refused.error().subject, u"2"_s);
  }

  void splitOrder_isPackedPartByPart()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    const PackingOrder first = desk.open(u"1"_s);
    QCOMPARE(first.part, 1);
    QCOMPARE(first.parts, 2);
    QCOMPARE(goods(first.lines, &PackingLine::wanted), u"TEA-1 ×1 CUP-2 ×1"_s);
    QCOMPARE(must(picksFor(desk.c, {order}, {})).lines.back().quantity, 2);
    desk.pack(first);
    QVERIFY(!must(packedAt(desk.c, order)));
    const PickListFacts rest = must(picksFor(desk.c, {order}, {}));
    QCOMPARE(rest.lines.size(), size_t(1));
    QCOMPARE(rest.lines.front().quantity, 1);
    const PackingOrder second = desk.open(u"1"_s);
    QCOMPARE(second.part, 2);
    QCOMPARE(goods(second.lines, &PackingLine::wanted), u"TEA-1 ×1"_s);
    desk.pack(second);
    QVERIFY(must(packedAt(desk.c, order)));
    QCOMPARE(must(desk.c.number(u"SELECT units FROM packings"_s)), 3);
    QVERIFY(desk.open(u"1"_s).packedAt);
    QVERIFY(must(picksFor(desk.c, {order}, {})).lines.empty());
    PackingOrder again = second;
    again.lines.front().packed = 1;
    QCOMPARE(notePacked(desk.c, again, kOwner, kNow, desk.changes).error().kind, ErrorKind::Conflict);
  }

  void waybillOfAPart_opensThatPart()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    desk.book(order, u"SF1"_s);
    const ShipmentId second = desk.book(order, u"SF2"_s);
    const PackingOrder box = desk.open(u"SF2"_s);
    QCOMPARE(box.part, 2);
    QCOMPARE(box.shipment, std::optional(second));
    QCOMPARE(goods(box.lines, &PackingLine::wanted), u"TEA-1 ×1"_s);
    QCOMPARE(desk.open(u"1"_s).waybill, u"SF1"_s);
    desk.pack(box);
    QVERIFY(desk.open(u"SF2"_s).packedAt && !desk.open(u"SF1"_s).packedAt);
    QCOMPARE(goods(must(waybillFacts(desk.c, second)).lines, &LabelLine::quantity), u"TEA-1 ×1"_s);
  }

  void slipsOfASplit_listWhatIsInEachParcel()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    desk.book(order, u"SF1"_s);
    const auto slips = desk.slips(order);
    QCOMPARE(slips.size(), size_t(2));
    QCOMPARE(goods(slips[0].lines, &LabelLine::quantity), u"TEA-1 ×1 CUP-2 ×1"_s);
    QCOMPARE(slips[0].number, u"SF1"_s);
    QCOMPARE(goods(slips[1].lines, &LabelLine::quantity), u"TEA-1 ×1"_s);
    QVERIFY(slips[1].number.isEmpty());
    QCOMPARE(desk.slips(order, 2).front().part, 2);
    QCOMPARE(packingSlipFacts(desk.c, order, {}, 3).error().kind, ErrorKind::NotFound);
    NewPrintJob job{PrintDocument::PackingSlip, order, {}, parcelSubject(u"1"_s, 2), u"a4"_s, {}, 1};
    PrintSetting setting;
    setting.words.page = u"%1 / %2"_s;
    QCOMPARE(std::get<Layout>(must(matterFor(desk.c, job, setting))).pages.size(), size_t(1));
    job.subject = u"1"_s;
    QCOMPARE(std::get<Layout>(must(matterFor(desk.c, job, setting))).pages.size(), size_t(2));
  }

  void slipOfAPart_opensThatPart()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    LabelWords words;
    words.page = u"%1 / %2"_s;
    const Layout printed = must(packingSlips(desk.slips(order), kPaperA4, words));
    const QString second = printed.pages.back().codes.front().symbol.content;
    QCOMPARE(second, parcelCode(u"1"_s, 2));
    QVERIFY(says(printed, second)); // to be typed where there is no scanner
    const PackingOrder box = desk.open(second);
    QCOMPARE(box.id, order);
    QCOMPARE(box.part, 2);
    desk.pack(box);
    QVERIFY(desk.open(second).packedAt);
    const auto again = [&] {
      PackingOrder same = desk.open(second);
      for (PackingLine& line : same.lines)
        line.packed = line.wanted;
      return notePacked(desk.c, same, kOwner, kNow, desk.changes);
    }();
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE(desk.open(parcelCode(u"1"_s, 1)).part, 1);
    QCOMPARE(desk.open(u"1"_s).part, 1); // codes of before still open the next one
    QCOMPARE(packingOrder(desk.c, parcelCode(u"1"_s, 3)).error().kind, ErrorKind::NotFound);
  }

  void slipOfASplitThatWasTakenBack_opensNothing()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    must(undoParcelPlan(desk.c, order, {}, kOwner, kNow, desk.changes));
    const auto refused = packingOrder(desk.c, parcelCode(u"1"_s, 2));
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
    QCOMPARE(refused.error().subject, parcelCode(u"1"_s, 2));
    QCOMPARE(desk.open(u"1"_s).part, 0);
  }

  void slipOfAPart_isNeverTakenForAnotherOrder()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    const AccountId other = desk.add(u"woocommerce"_s); // the same number there, not split
    must(upsertOrders(desk.c, {other, std::nullopt, kNow}, {orderOf(u"1"_s, true)}, desk.changes));
    QCOMPARE(packingOrder(desk.c, u"1"_s).error().kind, ErrorKind::Conflict);
    QCOMPARE(desk.open(parcelCode(u"1"_s, 2)).id, order);
    const OrderId odd = desk.put(u"7//2"_s); // a shop that writes so after all
    QCOMPARE(desk.open(u"7//2"_s).id, odd);
    desk.put(parcelCode(u"1"_s, 2));
    QCOMPARE(packingOrder(desk.c, parcelCode(u"1"_s, 2)).error().kind, ErrorKind::Conflict);
  }

  void codeOfAPart_isReadBack()
  {
    QCOMPARE(parcelCode(u"W-1001"_s, 0), u"W-1001"_s);
    const auto read = partOfCode(parcelCode(u"W-1001"_s, 12));
    QVERIFY(read);
    QCOMPARE(read->orderNumber, u"W-1001"_s);
    QCOMPARE(read->part, 12);
    for (const QString& none :
         {u"W-1001"_s, u"2026/1001/2"_s, u"//2"_s, u"1001//"_s, u"1001//0"_s, u"1001//b"_s, QString()})
      QVERIFY2(!partOfCode(none), qPrintable(none));
  }

  void splitThatNoLongerFits_isRefused()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s);
    desk.split(order);
    OrderSnapshot changed = orderOf(u"1"_s, true);
    changed.lines.front().quantity = 5;
    must(upsertOrders(desk.c, {desk.shop, std::nullopt, kNow}, {changed}, desk.changes));
    QCOMPARE(packingOrder(desk.c, u"1"_s).error().kind, ErrorKind::Invalid);
    QCOMPARE(packingSlipFacts(desk.c, order, {}).error().kind, ErrorKind::Invalid);
    QCOMPARE(must(picksFor(desk.c, {order}, {})).lines.back().quantity, 5); // the goods are needed all the same
  }
};

SC_TEST(ParcelContentsTest)
#include "parcelcontents_test.moc"
