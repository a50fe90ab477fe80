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
    QTest::addColumn<QString>("id");
    for (const Provider& provider : providers())
      QTest::newRow(qPrintable(provider.declaration.id)) << provider.declaration.id;
  }
  void aDayInAMinute_losesAndDoublesNothing()
  {
    QFETCH(QString, id);
    const Provider& provider = *findProvider(id);
    sandbox::Options options = worldFor(provider);
    options.speed = 1440;
    options.ordersPerMinute = 0.1;
    Wire wire(options);
    Merchant merchant(wire, provider);
    const qint64 before = placed(wire);
    QCOMPARE(merchant.sync(), QStringList());
    for (int tick = 0; tick < 6; ++tick) {
      wire.time.advance(10s);
      QCOMPARE(merchant.sync(), QStringList());
    }
    wire.freeze();
    QVERIFY(placed(wire) - before > 80);
    const QStringList wanted = calmRows(wire, provider);
    QVERIFY(wanted.size() > 10);
    const QStringList got = merchant.settle([&](const QStringList& rows) { return rows == wanted; });
    QVERIFY2(got == wanted, qPrintable(firstDifference(got, wanted)));
  }

private:
  static qint64 placed(Wire& wire)
  {
    const auto got = wire.exchange({.method = "GET", .url = "http://127.0.0.1:8080/control/state"});
    return got ? QJsonDocument::fromJson(got->body)[QLatin1String("orders_total")].toInteger() : -1;
  }
  static qint64 orders(Desk& desk, const char* which)
  {
    const QString sql = QStringLiteral("SELECT COUNT(*) FROM orders WHERE ") + QLatin1String(which);
    return must(desk.database->read([sql](Connection& c) { return c.number(sql); }).result());
  }
};

SC_TEST(WorldDayTest)

} // namespace supercargo::test

#include "worldday_test.moc"
