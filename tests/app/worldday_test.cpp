#include "tests/app/merchant.h"
#include "tests/support/testmain.h"

namespace supercargo::test {

/// A simulated world whose day takes a minute, and merchants who keep up with it.
class WorldDayTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void aDayInAMinute_isFollowedOrderByOrder()
  {
    sandbox::Options options = Wire::smallWorld(sandbox::Shop::Woo);
    options.speed = 1440;
    options.ordersPerMinute = 0.1; // of the world: some 144 in its day
    Wire wire(options);
    Desk desk(wire);
    desk.connect(QStringLiteral("woocommerce"));
    const qint64 before = placed(wire);
    QCOMPARE(desk.sync({Stream::Orders}), QStringList());
    for (int tick = 0; tick < 6; ++tick) {
      wire.time.advance(10s);
      QCOMPARE(desk.sync({Stream::Orders}), QStringList());
    }
    wire.freeze();
    wire.time.advance(1s); // twenty-four of the world's minutes: nothing is too young to be read
    QCOMPARE(desk.sync({Stream::Orders}), QStringList());
    const qint64 after = placed(wire);
    QVERIFY2(after - before > 80, qPrintable(QString::number(after - before)));
    QCOMPARE(orders(desk, "1 = 1"), after);
    // They live on while they are looked at: of those placed in this day, many are paid.
    const QByteArray today = "paid_minor > 0 AND placed_at >= " + QByteArray::number(toMs(kWireBegins));
    QVERIFY2(orders(desk, today.constData()) > 40, qPrintable(QString::number(orders(desk, today.constData()))));
  }

  void aDayInAMinute_losesAndDoublesNothing_data()
  {
    QTest::addColumn<QString>("shop");
    for (const sandbox::PeerEntry& peer : sandbox::peerEntries())
      if (peer.shop)
        QTest::newRow(qPrintable(peer.provider)) << QString(peer.provider);
  }
  void aDayInAMinute_losesAndDoublesNothing()
  {
    QFETCH(QString, shop);
    sandbox::Options options = worldFor(*findProvider(shop));
    options.speed = 1440;
    options.ordersPerMinute = 0.1;
    Wire wire(options);
    Desk desk(wire, inHaste);
    desk.connect(shop);
    const qint64 before = placed(wire);
    QCOMPARE(desk.sync({Stream::Orders}), QStringList());
    for (int tick = 0; tick < 6; ++tick) {
      wire.time.advance(10s);
      QCOMPARE(desk.sync({Stream::Orders}), QStringList());
    }
    wire.freeze();
    QVERIFY(placed(wire) - before > 80);
    wire.time.advance(1s); // nothing is too young to be read
    QCOMPARE(desk.sync({Stream::Orders}, true), QStringList());
    Desk fresh(wire, inHaste);
    fresh.connect(shop);
    QCOMPARE(fresh.sync({Stream::Orders}), QStringList());
    const QStringList wanted = told(fresh);
    QVERIFY(wanted.size() > 80);
    QVERIFY2(told(desk) == wanted, qPrintable(firstDifference(told(desk), wanted)));
  }

  void aDayInAMinute_isFollowedInMoneyAndParcels()
  {
    sandbox::Options options = Wire::smallWorld(sandbox::Shop::Woo);
    options.speed = 1440;
    options.ordersPerMinute = 0.1;
    Wire wire(options);
    Desk desk(wire, inHaste);
    for (const char* account : {"woocommerce", "alipay", "easypost"})
      desk.connect(QString::fromLatin1(account));
    const std::vector<Stream> streams{Stream::Orders, Stream::Payments, Stream::Tracking};
    QCOMPARE(desk.sync(streams), QStringList());
    const Money before = paidIn(wire).second;
    for (int tick = 0; tick < 6; ++tick) {
      wire.time.advance(10s);
      QCOMPARE(desk.sync(streams), QStringList());
    }
    wire.freeze();
    for (int pass = 0; pass < 2; ++pass) { // the second knows what time it is there from its beginning
      wire.time.advance(1s);
      desk.askForAllParcels();
      QCOMPARE(desk.sync(streams), QStringList());
    }
    const auto [count, sum] = paidIn(wire);
    QVERIFY(sum.minor() > before.minor());
    QCOMPARE(number(desk, "SELECT COUNT(*) FROM payments"), count);
    QCOMPARE(number(desk, "SELECT CAST(SUM(amount_minor) AS BIGINT) FROM payments"), sum.minor());
    const QStringList wanted = parcelsIn(wire);
    QVERIFY2(wanted.size() > 30, qPrintable(QString::number(wanted.size())));
    const QStringList got = lines(desk, u"SELECT number, status FROM shipments"_s, 2);
    QVERIFY2(got == wanted, qPrintable(firstDifference(got, wanted)));
  }

private:
  /// How many orders the world's buyers have paid, and how much.
  static std::pair<qint64, Money> paidIn(Wire& wire)
  {
    const sandbox::World& world = wire.sandbox().world();
    qint64 count = 0, sum = 0;
    for (qint64 index = 0; index < world.orderCount(); ++index)
      if (const sandbox::Order order = world.order(index); order.life.paid) {
        ++count;
        sum += order.total();
      }
    return {count, Money(sum, Currency())};
  }
  /// Every parcel that has left, and how far it has come.
  static QStringList parcelsIn(Wire& wire)
  {
    const sandbox::World& world = wire.sandbox().world();
    QStringList list;
    for (qint64 index = 0; index < world.orderCount(); ++index)
      if (const sandbox::Order order = world.order(index); order.waybill)
        list << order.waybill->number + u' ' +
                    statusName(statusAfter(sandbox::scans(*world.journey(order), world.present()).back().kind));
    list.sort();
    return list;
  }
  static ParcelStatus statusAfter(sandbox::ScanKind kind)
  {
    switch (kind) {
    case sandbox::ScanKind::OutForDelivery:
      return ParcelStatus::OutForDelivery;
    case sandbox::ScanKind::Failed:
      return ParcelStatus::DeliveryFailed;
    case sandbox::ScanKind::Delivered:
      return ParcelStatus::Delivered;
    default:
      return ParcelStatus::InTransit;
    }
  }
  static qint64 placed(Wire& wire)
  {
    const auto got = wire.exchange({.method = "GET", .url = "http://127.0.0.1:8080/control/state"});
    return got ? QJsonDocument::fromJson(got->body)[QLatin1String("orders_total")].toInteger() : -1;
  }
  /// The registry's provider without limits: waiting for a turn would let days of the world pass.
  static const Provider* inHaste(QStringView id)
  {
    static const std::vector<Provider> kHasty = [] {
      std::vector<Provider> list;
      for (const Provider& provider : providers()) {
        list.push_back(*inShortPages(provider.declaration.id));
        list.back().declaration.rate = {1000, 1000, 0, 0}; // parcels are asked for as the rate allows: not zero
      }
      return list;
    }();
    const auto found = std::ranges::find(kHasty, id, [](const Provider& one) { return one.declaration.id; });
    return found == kHasty.end() ? nullptr : &*found;
  }
  /// What a desk knows of its orders.
  static QStringList told(Desk& desk)
  {
    return lines(desk,
                 u"SELECT external_id, status, payment, total_minor, paid_minor, refunded_minor, gone_at FROM orders"_s,
                 7);
  }
  static QStringList lines(Desk& desk, const QString& sql, int columns)
  {
    const auto rows = must(desk.database
                               ->read([sql, columns](Connection& c) {
                                 return c.rows(sql, {}, [columns](const Row& row) {
                                   QStringList parts;
                                   for (int column = 0; column < columns; ++column)
                                     parts << row.text(column);
                                   return parts.join(u' ');
                                 });
                               })
                               .result());
    QStringList list(rows.begin(), rows.end());
    list.sort();
    return list;
  }
  static qint64 number(Desk& desk, const QByteArray& sql)
  {
    return must(desk.database->read([sql](Connection& c) { return c.number(QString::fromLatin1(sql)); }).result());
  }
  static qint64 orders(Desk& desk, const char* which)
  {
    return number(desk, QByteArray("SELECT COUNT(*) FROM orders WHERE ") + which);
  }
};

SC_TEST(WorldDayTest)

} // namespace supercargo::test

#include "worldday_test.moc"
