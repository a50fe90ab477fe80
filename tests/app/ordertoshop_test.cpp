#include "core/outbox/outbox.h"
#include "core/rules/shippingrules.h"
#include "tests/app/traces.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

using sandbox::Shop;

template <class Fn>
auto write(Desk& desk, Fn fn)
{
  return must(desk.database->write(std::move(fn)).result());
}
template <class Fn>
auto read(Desk& desk, Fn fn)
{
  return must(desk.database->read(std::move(fn)).result());
}

/// One pass over the orders with all that follows from it.
QStringList pass(Desk& desk)
{
  QStringList errors = desk.sync({Stream::Orders});
  write(desk, [](Connection&) -> Result<void> { return {}; }); // what the pass books stands before this
  if (!desk.sendActions())
    errors << u"the outbox does not come to rest"_s;
  return errors;
}

/// A Chinese buyer's order that waits to be shipped, and that no other has the total of.
std::optional<OrderRow> orderAlone(Wire& wire, Shop world, Desk& desk)
{
  OrderQuery query;
  query.filter.stages = {FlowStage::ToShip};
  query.limit = 0;
  const auto rows = read(desk, [query](Connection& c) { return orderRows(c, query); });
  for (const OrderRow& row : rows) {
    const bool isAlone =
        std::ranges::count_if(rows, [&](const OrderRow& other) { return other.total == row.total; }) == 1;
    if (isAlone && waitsForChineseBuyer(wire, world, row))
      return row;
  }
  return std::nullopt;
}

/// Orders of this one's total go out by themselves.
void addRule(Desk& desk, const OrderRow& order, const QString& courier, const QString& service)
{
  write(desk, [&](Connection& c, ChangeSet& changes) -> Result<ShippingRuleId> {
    Sender from;
    from.address = senderInShenzhen();
    ShippingRule rule;
    SC_TRY_ASSIGN(sender, saveSender(c, from));
    SC_TRY_ASSIGN(accounts, accountRows(c));
    for (const AccountRow& account : accounts)
      if (account.provider == courier)
        rule.account = account.id;
    rule.name = u"all"_s;
    rule.automatic = true;
    rule.service = service;
    rule.sender = sender;
    rule.weightGrams = 500;
    rule.when.valueFrom = order.total.minor();
    rule.when.valueBelow = order.total.minor() + 1;
    return saveShippingRule(c, rule, changes);
  });
}

} // namespace

/// From an order that waits to the number at its shop, without a person: shop, rule, outbox, courier, outbox, shop.
class OrderToShopTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void waitingOrder_isBookedAndItsShopToldOnce_data()
  {
    QTest::addColumn<QString>("shop");
    QTest::addColumn<int>("world");
    QTest::addColumn<QString>("courier");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("booking");
    const auto row = [](const char* shop, Shop world, const char* courier, const char* service, const char* booking) {
      QTest::addRow("%s %s", shop, courier) << QString::fromLatin1(shop) << int(world) << QString::fromLatin1(courier)
                                            << QString::fromLatin1(service) << QString::fromLatin1(booking);
    };
    row("taobao", Shop::Taobao, "sf", "2", "order.create");
    row("pinduoduo", Shop::Pinduoduo, "zto", "", "order.create");
    row("douyin", Shop::Douyin, "yto", "", "order.create");
    row("woocommerce", Shop::Woo, "kuaidi100", "zto", "order.create");
    row("woocommerce", Shop::Woo, "easypost", "", "shipment.create");
  }
  void waitingOrder_isBookedAndItsShopToldOnce()
  {
    QFETCH(QString, shop);
    QFETCH(int, world);
    QFETCH(QString, courier);
    QFETCH(QString, service);
    QFETCH(QString, booking);
    sandbox::Options options = Wire::smallWorld(Shop(world));
    options.orders = 150; // some of them wait to be shipped
    Wire wire(options);
    wire.freeze();
    Desk desk(wire);
    desk.connect(shop);
    desk.connect(courier);
    QCOMPARE(pass(desk), QStringList());
    const auto order = orderAlone(wire, Shop(world), desk);
    QVERIFY(order);
    const sandbox::Person buyer = orderInWorld(wire, Shop(world), *order).buyer;
    const QStringList secrets{buyer.fullName(), buyer.phone, buyer.street};
    const auto entries = [&] { return read(desk, [](Connection& c) { return outboxEntries(c, {}, 100); }); };
    QVERIFY(entries().empty());

    QStringList naming; // calls that say who receives it
    wire.watch = [&](const HttpRequest& sent) {
      if (saysOneOf(secrets, sent.url) || saysOneOf(secrets, sent.body))
        naming << sent.operation;
    };
    addRule(desk, *order, courier, service);
    QCOMPARE(pass(desk), QStringList());

    const auto& parcels = wire.sandbox().site().parcels.all();
    QCOMPARE(parcels.size(), size_t(1));
    const sandbox::Booking& booked = parcels.begin()->second;
    QVERIFY2(booked.to.name.contains(buyer.firstName) && booked.to.name.contains(buyer.lastName),
             qPrintable(booked.to.name)); // in the shop's order
    QCOMPARE(booked.to.phone, buyer.phone);
    QVERIFY2(booked.to.street.contains(buyer.street), qPrintable(booked.to.street));
    const auto sent = entries(); // the newest first
    QCOMPARE(sent.size(), size_t(2));
    for (const OutboxEntry& entry : sent) {
      QVERIFY2(entry.state == ActionState::Done, qPrintable(entry.error));
      QCOMPARE(entry.actor, u"rule: all"_s);
      QCOMPARE(entry.order, std::optional(order->id));
    }
    QCOMPARE(std::get<MarkShipped>(sent.front().action.what).number, booked.number);
    QCOMPARE(sent.back().outcome.number, booked.number);
    QCOMPARE(orderInWorld(wire, Shop(world), *order).state, sandbox::State::Shipped);
    QCOMPARE(timesTold(orderInWorld(wire, Shop(world), *order), booked.number), 1);

    QCOMPARE(naming, QStringList{booking});
    QCOMPARE(callWith(desk, {buyer.phone}), QString());
    if (Shop(world) != Shop::Woo) // which tells its receivers to everybody it lets in
      QCOMPARE(placeOf(desk, secrets), QString());

    wire.time.advance(1h);
    QCOMPARE(pass(desk), QStringList());
    QCOMPARE(entries().size(), size_t(2));
    QCOMPARE(parcels.size(), size_t(1));
    QCOMPARE(timesTold(orderInWorld(wire, Shop(world), *order), booked.number), 1);
    const auto details = read(desk, [id = order->id](Connection& c) { return orderDetails(c, id); });
    QCOMPARE(details->shipments.size(), size_t(1));
    QCOMPARE(details->shipments.front().number, booked.number);
  }
};

SC_TEST(OrderToShopTest)

} // namespace supercargo::test

#include "ordertoshop_test.moc"
