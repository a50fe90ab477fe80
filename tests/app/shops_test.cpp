#include "tests/app/programs.h"

using namespace supercargo::test;

namespace {

const QStringList kShops{QStringLiteral("shopify"), QStringLiteral("medusa"), QStringLiteral("magento")};
const QStringList kSync{QStringLiteral("sync"), QStringLiteral("--once")};
const QStringList kSyncOrders = kSync + QStringList{QStringLiteral("--stream"), QStringLiteral("orders")};

QStringList worldOf(const QString& shop, int orders)
{
  return {QStringLiteral("--seed"),
          QStringLiteral("7"),
          QStringLiteral("--orders"),
          QString::number(orders),
          QStringLiteral("--shops"),
          shop,
          QStringLiteral("--history-days"),
          QStringLiteral("20"),
          QStringLiteral("--orders-per-minute"),
          QStringLiteral("0")};
}

/// What the world says, with the ids and numbers that this shop writes for it.
QMap<QString, QString> truthOf(const World& world, const QString& shop)
{
  QMap<QString, QString> rows = truth(world, shop);
  if (shop != QStringLiteral("medusa"))
    return rows;
  QMap<QString, QString> named; // an id with a prefix, and the display id as the number
  for (auto it = rows.cbegin(); it != rows.cend(); ++it)
    named.insert(QStringLiteral("order_") + it.key(), it.key() + u' ' + it.value().section(u' ', 1));
  return named;
}

qsizetype rows(const Profile& profile, const QStringList& words)
{
  return profile.run(words + QStringList{QStringLiteral("--limit"), QStringLiteral("all")}).array().size();
}

} // namespace

/// Shopify, Medusa and Magento against the simulated world, through the real engine over loopback.
class ShopsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sync_endsWithTheShopsTruth_data()
  {
    QTest::addColumn<QString>("shop");
    for (const QString& shop : kShops)
      QTest::newRow(qPrintable(shop)) << shop;
  }
  void sync_endsWithTheShopsTruth()
  {
    QFETCH(QString, shop);
    const World world(worldOf(shop, 250));
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.initHasty().status, 0);
    const Ran added = addAccount(profile, world.account(shop));
    QVERIFY2(added.status == 0, added.all().constData());
    QCOMPARE(added.object().value(QStringLiteral("state")).toString(), QStringLiteral("ok"));

    const Ran first = profile.run(kSync);
    QVERIFY2(first.status == 0, first.all().constData());
    for (const QJsonValue report : first.array())
      QVERIFY2(report[QStringLiteral("failed")].toInteger() == 0, first.all().constData());
    const auto wanted = truthOf(world, shop);
    QVERIFY(wanted.size() > 200);
    const auto got = listed(profile);
    QVERIFY2(got == wanted, qPrintable(difference(got, wanted)));
    QVERIFY(rows(profile, {QStringLiteral("products"), QStringLiteral("list")}) >= 300);
    QVERIFY(rows(profile, {QStringLiteral("customers"), QStringLiteral("list")}) >= 100);

    // Nothing happened in between: nothing is new.
    const Ran second = profile.run(kSyncOrders);
    QVERIFY2(second.status == 0, second.all().constData());
    for (const QJsonValue report : second.array())
      QVERIFY2(report[QStringLiteral("inserted")].toInteger() == 0 &&
                   report[QStringLiteral("changed")].toInteger() == 0,
               second.all().constData());
    const Ran verified = profile.run({QStringLiteral("verify")});
    QVERIFY2(verified.status == 0, verified.all().constData());
  }
};

SC_TEST(ShopsTest)

#include "shops_test.moc"
