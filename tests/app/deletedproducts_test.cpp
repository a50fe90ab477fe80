#include "core/store/catalogue.h"
#include "core/store/changenotices.h"
#include "tests/app/merchant.h"
#include "tests/app/programs.h"
#include "tests/support/testmain.h"

namespace supercargo::test {
namespace {

constexpr qsizetype kAll = 30; ///< products of the simulated catalogue

/// One shop of the simulated world and the merchant who reads its products.
class ShopDesk {
public:
  explicit ShopDesk(const QString& provider) : m_wire(worldFor(*findProvider(provider))), m_desk(m_wire, inShortPages)
  {
    m_wire.freeze();
    m_desk.connect(provider);
  }

  /// The shop has all products but these.
  void deleteProducts(const QList<int>& products)
  {
    QJsonArray deleted;
    for (const int product : products)
      deleted.append(product);
    m_wire.control("products", {{u"deleted"_s, deleted}});
  }
  void setFault(const QString& fault, double probability) { m_wire.setFault(fault, probability); }

  QStringList readChanged() { return read(false); }
  QStringList readAll() { return read(true); }

  QStringList listed(bool goneToo = false)
  {
    QStringList ids;
    for (const ProductRow& row : rows(goneToo))
      ids << row.externalId;
    ids.sort();
    return ids;
  }
  QStringList goneVariants()
  {
    QStringList ids;
    for (const ProductRow& row : rows(true))
      for (const VariantRow& variant : row.variants)
        if (variant.goneAt)
          ids << variant.externalId;
    return ids;
  }
  /// Of lists that shrank.
  qsizetype notices()
  {
    const auto all = must(m_desk.database->read([](Connection& c) { return noticedChanges(c); }).result());
    return std::ranges::count_if(
        all, [](const NoticedChange& change) { return change.notice.kind == ChangeNotice::Kind::List; });
  }

private:
  QStringList read(bool full)
  {
    m_wire.time.advance(1h); // whoever rests after errors is asked again
    return m_desk.sync({Stream::Products}, full);
  }
  std::vector<ProductRow> rows(bool goneToo)
  {
    return must(m_desk.database->read([goneToo](Connection& c) { return productRows(c, 0, 0, goneToo); }).result());
  }

  Wire m_wire;
  Desk m_desk;
};

QList<int> firstProducts(int count)
{
  QList<int> products;
  for (int i = 0; i < count; ++i)
    products << i;
  return products;
}

} // namespace

/// What a merchant deletes in a shop of the simulated world, and takes back.
class DeletedProductsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void deletedProduct_isGoneUntilItIsBack_data()
  {
    QTest::addColumn<QString>("shop");
    for (const sandbox::PeerEntry& peer : sandbox::peerEntries())
      if (peer.shop)
        QTest::newRow(qPrintable(peer.provider)) << QString(peer.provider);
  }
  void deletedProduct_isGoneUntilItIsBack()
  {
    QFETCH(QString, shop);
    ShopDesk desk(shop);
    QCOMPARE(desk.readChanged(), QStringList());
    const QStringList all = desk.listed();
    QCOMPARE(all.size(), kAll);
    // Who can be asked for single products is believed at once, the others when they say it twice.
    const bool canBeAsked = findProvider(shop)->declaration.stream(Stream::Products)->revisitBatch > 0;

    desk.deleteProducts({0, 7});
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed().size(), canBeAsked ? kAll - 2 : kAll);
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed().size(), kAll - 2);
    QVERIFY(desk.goneVariants().size() >= 2);
    QCOMPARE(desk.listed(true), all);
    QCOMPARE(desk.notices(), 0);

    desk.deleteProducts({});
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed(), all);
    QCOMPARE(desk.goneVariants(), QStringList());
  }

  void troubledReading_marksNothing_data()
  {
    QTest::addColumn<QString>("fault");
    QTest::newRow("errors") << u"5xx"_s;
    QTest::newRow("cut answers") << u"truncated"_s;
  }
  void troubledReading_marksNothing()
  {
    QFETCH(QString, fault);
    ShopDesk desk(u"woocommerce"_s);
    QCOMPARE(desk.readChanged(), QStringList());
    desk.deleteProducts({0, 7});
    desk.setFault(fault, 1);
    QVERIFY(!desk.readAll().isEmpty());
    QCOMPARE(desk.listed().size(), kAll);
    desk.setFault(fault, 0);
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed().size(), kAll - 2);
  }

  /// Pages that stand in the place of others make products look as if they were missing.
  void mixedUpPages_markNothing_data()
  {
    QTest::addColumn<QString>("shop");
    for (const char* shop : {"woocommerce", "pinduoduo", "taobao"})
      QTest::newRow(shop) << QString::fromLatin1(shop);
  }
  void mixedUpPages_markNothing()
  {
    QFETCH(QString, shop);
    ShopDesk desk(shop);
    QCOMPARE(desk.readChanged(), QStringList());
    desk.setFault(u"duplicate-page"_s, 0.3);
    for (int i = 0; i < 2; ++i) {
      desk.readAll();
      QCOMPARE(desk.listed().size(), kAll);
    }
  }

  void shrunkShop_isBelievedTheSecondTime()
  {
    ShopDesk desk(u"woocommerce"_s);
    QCOMPARE(desk.readChanged(), QStringList());
    desk.deleteProducts(firstProducts(16));
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed().size(), kAll);
    QCOMPARE(desk.notices(), 1);
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed().size(), kAll - 16);
    QCOMPARE(desk.notices(), 1);
  }

  void shrunkShopThatWasOnlyIll_losesNothing()
  {
    ShopDesk desk(u"woocommerce"_s);
    QCOMPARE(desk.readChanged(), QStringList());
    desk.deleteProducts(firstProducts(int(kAll)));
    QCOMPARE(desk.readAll(), QStringList());
    desk.deleteProducts({});
    QCOMPARE(desk.readAll(), QStringList());
    QCOMPARE(desk.listed().size(), kAll);
    QCOMPARE(desk.goneVariants(), QStringList());
  }

  void commandLine_listsThemWhenAsked()
  {
    const World world({u"--seed"_s, u"7"_s, u"--orders"_s, u"60"_s, u"--shops"_s, u"woocommerce"_s,
                       u"--orders-per-minute"_s, u"0"_s});
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.initHasty().status, 0);
    QCOMPARE(addAccount(profile, world.account(u"woocommerce"_s)).status, 0);
    const QStringList sync{u"sync"_s, u"--once"_s, u"--full"_s}, list{u"products"_s, u"list"_s, u"--limit"_s, u"all"_s};
    Ran ran = profile.run(sync);
    QVERIFY2(ran.status == 0, ran.all().constData());
    world.control(u"products"_s, {{u"deleted"_s, QJsonArray{0, 7}}});
    ran = profile.run(sync);
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(profile.run(list).array().size(), kAll - 2);
    const QJsonArray all = profile.run(list + QStringList{u"--gone"_s}).array();
    QCOMPARE(all.size(), kAll);
    QStringList gone;
    for (const QJsonValue product : all)
      if (product["gone_at"_L1].isString())
        gone << product["external_id"_L1].toString();
    gone.sort();
    QCOMPARE(gone, (QStringList{u"100"_s, u"170"_s}));
    const Ran verified = profile.run({u"verify"_s});
    QVERIFY2(verified.status == 0, verified.all().constData());
  }
};

SC_TEST(DeletedProductsTest)

} // namespace supercargo::test

#include "deletedproducts_test.moc"
