#include "core/outbox/actionjson.h"
#include "core/outbox/parcelplans.h"
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
const QString kOwner = u"owner"_s;

Money yuan(qint64 fen)
{
  return Money(fen, Currency());
}

AddressSnapshot home()
{
  return {u"王小明"_s, u"13812341234"_s, u"CN"_s, u"浙江省"_s, u"杭州市"_s, u"西湖区"_s, u"文一路 1 号"_s, {}};
}

struct Desk {
  explicit Desk(const QString& provider = u"sf"_s)
  {
    shop = add(u"shopify"_s);
    courier = add(provider);
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
  OrderId put(const QString& number, Money total, Money paid, const QString& method, qint64 quantity = 1)
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = OrderStatus::ToShip;
    made.payment = method.isEmpty() ? PaymentStatus::Paid : PaymentStatus::Cod;
    made.paymentMethod = method;
    made.shipTo = home();
    made.total = made.goods = total;
    made.paid = paid;
    made.placedAt = kNow;
    LineSnapshot line;
    line.externalId = number + u"-L"_s;
    line.title = number;
    line.quantity = quantity;
    made.lines = {line};
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(u"SELECT id FROM orders WHERE number = ?"_s, {number})));
  }
  Result<ActionId> book(OrderId order, std::optional<Money> insured = {})
  {
    Booking booking;
    booking.account = courier;
    booking.sender = sender;
    booking.weightGrams = 500;
    booking.insured = insured;
    return bookShipment(c, order, booking, kOwner, kNow, changes);
  }
  BookParcel parcel(ActionId id) { return std::get<BookParcel>(must(outboxEntry(c, id))->action.what); }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, courier;
  SenderId sender;
};
} // namespace

class ParcelMoneyTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void cashOnDelivery_isCollectedWithoutWhatWasPaid()
  {
    Desk desk;
    ShippingRule rule;
    rule.name = u"all"_s;
    rule.account = desk.courier;
    rule.sender = desk.sender;
    rule.weightGrams = 800;
    must(saveShippingRule(desk.c, rule, desk.changes));
    const OrderId order = desk.put(u"1"_s, yuan(10000), yuan(3000), u"货到付款"_s);
    QCOMPARE(must(planShipment(desk.c, order)).collect, std::optional(yuan(7000)));
    QCOMPARE(desk.parcel(must(desk.book(order))).collect, std::optional(yuan(7000)));
    const OrderId paid = desk.put(u"2"_s, yuan(10000), yuan(10000), {});
    QVERIFY(!desk.parcel(must(desk.book(paid))).collect);
  }

  void courierThatDoesNotCollect_isRefused()
  {
    Desk desk(u"cainiao"_s);
    const auto refused = desk.book(desk.put(u"1"_s, yuan(10000), yuan(0), u"cod"_s));
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QVERIFY(refused.error().detail.contains(u"100.00 CNY"));
    QVERIFY(must(outboxEntries(desk.c, {}, 10)).empty());
    QVERIFY(desk.book(desk.put(u"2"_s, yuan(10000), yuan(10000), {})));
    QCOMPARE(desk.book(desk.put(u"3"_s, yuan(10000), yuan(10000), {}), yuan(5000)).error().kind, ErrorKind::Rejected);
  }

  void kdniao_refusesCashOnDeliveryWhileItsServiceIsUncertain()
  {
    Desk desk(u"kdniao"_s);
    QCOMPARE(desk.book(desk.put(u"1"_s, yuan(10000), yuan(0), u"cod"_s)).error().kind, ErrorKind::Rejected);
    QVERIFY(desk.book(desk.put(u"2"_s, yuan(10000), yuan(10000), {}), yuan(5000)));
  }

  void amountsBeyondTheCouriersLimits_areRefused()
  {
    Desk desk(u"yto"_s);
    QCOMPARE(desk.book(desk.put(u"1"_s, yuan(200), yuan(0), u"cod"_s)).error().kind, ErrorKind::Rejected);
    QCOMPARE(desk.book(desk.put(u"2"_s, yuan(2'000'001), yuan(0), u"cod"_s)).error().kind, ErrorKind::Rejected);
    const Money dollars(5000, *Currency::of(u"USD"));
    QCOMPARE(desk.book(desk.put(u"3"_s, dollars, Money(0, dollars.currency()), u"cod"_s)).error().kind,
             ErrorKind::Rejected);
    const BookParcel booked =
        desk.parcel(must(desk.book(desk.put(u"4"_s, yuan(2'000'000), yuan(0), u"cod"_s), yuan(50000))));
    QCOMPARE(booked.collect, std::optional(yuan(2'000'000)));
    QCOMPARE(booked.insured, std::optional(yuan(50000)));
  }

  void splitOrder_isPaidOnceAtTheDoor()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s, yuan(10000), yuan(0), u"cod"_s, 3);
    must(splitOrder(desk.c, order, {{{0, 1}}, {{0, 1}}, {{0, 1}}}, u"too heavy"_s, kOwner, kNow, desk.changes));
    const ActionId first = must(desk.book(order));
    QCOMPARE(desk.parcel(first).collect, std::optional(yuan(10000)));
    QVERIFY(!desk.parcel(must(desk.book(order))).collect);
    must(cancelAction(desk.c, first, kNow, desk.changes)); // it never left: the next one brings the money
    QCOMPARE(desk.parcel(must(desk.book(order))).collect, std::optional(yuan(10000)));
  }

  void mergedOrders_arePaidTogether()
  {
    Desk desk;
    const OrderId one = desk.put(u"1"_s, yuan(10000), yuan(0), u"cod"_s),
                  two = desk.put(u"2"_s, yuan(5000), yuan(1000), u"cod"_s);
    must(mergeOrders(desk.c, {one, two}, u"same door"_s, kOwner, kNow, desk.changes));
    QCOMPARE(desk.parcel(must(desk.book(two))).collect, std::optional(yuan(14000)));
  }

  void amounts_surviveTheOutbox()
  {
    BookParcel parcel;
    parcel.orderNumber = u"SC1-1"_s;
    parcel.collect = yuan(19990);
    const auto read = must(actionFromJson(u"book_parcel", actionJson(parcel)));
    QCOMPARE(std::get<BookParcel>(read).collect, parcel.collect);
    QVERIFY(!std::get<BookParcel>(read).insured);
    const CancelParcel cancel{u"SC1-1"_s, u"SF1"_s, u"KDO-1"_s, u"sf"_s};
    const auto back = std::get<CancelParcel>(must(actionFromJson(u"cancel_parcel", actionJson(cancel))));
    QCOMPARE(back.externalId, cancel.externalId);
    QCOMPARE(back.courier, cancel.courier);
  }
};

SC_TEST(ParcelMoneyTest)
#include "parcelmoney_test.moc"
