#include "core/outbox/outbox.h"
#include "core/outbox/recipient.h"
#include "tests/app/traces.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

namespace supercargo::test {
namespace {

using sandbox::Shop;

struct Accounts {
  AccountId shop, courier;
};

Accounts accountsOf(Desk& desk, const QString& shop)
{
  Accounts accounts;
  for (const AccountRow& row : must(desk.database->read([](Connection& c) { return accountRows(c); }).result()))
    (row.provider == shop ? accounts.shop : accounts.courier) = row.id;
  return accounts;
}

BookParcel parcelFor(const OrderRow& row, const QString& service)
{
  BookParcel parcel;
  parcel.orderNumber = u"ORDER-"_s + row.number;
  parcel.sender = senderInShenzhen();
  parcel.service = service;
  parcel.weightGrams = 1200;
  parcel.items = {{u"茶杯"_s, 2}};
  return parcel;
}

} // namespace

/// Parcels of shops that tell receivers masked, from the shop's order to the courier's peer.
class RecipientsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void bookedParcel_goesToTheTrueReceiver_data()
  {
    QTest::addColumn<QString>("shop");
    QTest::addColumn<int>("world");
    QTest::addColumn<QString>("courier");
    QTest::addColumn<QString>("service");
    const auto row = [](const char* shop, Shop world, const char* courier, const char* service) {
      QTest::newRow(shop) << QString::fromLatin1(shop) << int(world) << QString::fromLatin1(courier)
                          << QString::fromLatin1(service);
    };
    row("taobao", Shop::Taobao, "sf", "2");
    row("pinduoduo", Shop::Pinduoduo, "zto", "");
    row("douyin", Shop::Douyin, "yto", "");
    row("jd", Shop::Jd, "kdniao", "yto");
    row("youzan", Shop::Youzan, "cainiao", "zto");
  }
  void bookedParcel_goesToTheTrueReceiver()
  {
    QFETCH(QString, shop);
    QFETCH(int, world);
    QFETCH(QString, courier);
    QFETCH(QString, service);
    sandbox::Options options = Wire::smallWorld(Shop(world));
    options.orders = 150; // some of them wait to be shipped
    Wire wire(options);
    wire.freeze();
    Desk desk(wire);
    desk.connect(shop);
    QCOMPARE(desk.sync({Stream::Orders}), QStringList());
    desk.connect(courier);
    std::optional<OrderRow> order;
    for (const OrderRow& row : must(desk.database->read([](Connection& c) { return orderRows(c, {}); }).result()))
      if (waitsForChineseBuyer(wire, Shop(world), row))
        order = row;
    QVERIFY(order);
    const sandbox::Person buyer = orderInWorld(wire, Shop(world), *order).buyer;
    const QStringList secrets{buyer.fullName(), buyer.phone, buyer.street};
    QCOMPARE(placeOf(desk, secrets), QString());

    const Accounts accounts = accountsOf(desk, shop);
    NewAction wanted;
    wanted.account = accounts.courier;
    wanted.action = {u"book"_s, parcelFor(*order, service)};
    wanted.order = order->id;
    wanted.actor = u"owner"_s;
    const ActionId id = must(desk.database
                                 ->write([wanted](Connection& c, ChangeSet& changes) {
                                   return enqueueAction(c, wanted, kWireBegins, changes);
                                 })
                                 .result());
    QVERIFY(desk.sendActions());
    const auto entry = must(desk.database->read([id](Connection& c) { return outboxEntry(c, id); }).result());
    QVERIFY2(entry->state == ActionState::Done, qPrintable(entry->error));

    const auto& bookings = wire.sandbox().site().parcels.all();
    QCOMPARE(bookings.size(), size_t(1));
    const sandbox::Addressee& to = bookings.begin()->second.to;
    QCOMPARE(to.name, buyer.fullName());
    QCOMPARE(to.phone, buyer.phone);
    QVERIFY2(to.street.contains(buyer.street), qPrintable(to.street));

    QCOMPARE(placeOf(desk, secrets), QString());
    const auto details =
        must(desk.database->read([id = order->id](Connection& c) { return orderDetails(c, id); }).result());
    QVERIFY(isMasked(details->shipTo));
    CallFilter asked; // that the shop was asked is recorded, and counts as calls of the day do
    asked.account = accounts.shop;
    asked.text = u"recipient."_s;
    const auto calls = must(desk.database->read([asked](Connection& c) { return callRows(c, asked, 10); }).result());
    QCOMPARE(calls.size(), size_t(2));
  }
};

SC_TEST(RecipientsTest)

} // namespace supercargo::test

#include "recipients_test.moc"
