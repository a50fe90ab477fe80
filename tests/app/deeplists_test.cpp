#include "core/store/catalogue.h"
#include "tests/app/peerbench.h"
#include "tests/app/wire.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

/// More goods than the list of each shop shows.
struct DeepShop {
  const char* name;
  int products;
};
constexpr DeepShop kDeepShops[] = {{"taobao", 20'200}, {"douyin", 10'200}};

void deepShops()
{
  QTest::addColumn<QString>("shop");
  QTest::addColumn<int>("products");
  for (const DeepShop& shop : kDeepShops)
    QTest::newRow(shop.name) << QString::fromLatin1(shop.name) << shop.products;
}

/// All products of a shop are told.
void compareWithAll(const Result<Snapshots>& read, int products)
{
  QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
  QVERIFY(read->failures.empty());
  QSet<QString> ids;
  for (const ProductSnapshot& product : read->products)
    ids.insert(product.externalId);
  QCOMPARE(ids.size(), products);
}

/// Douyin in pages of two, of which it shows a hundred.
const Provider* inPagesOfTwo(QStringView id)
{
  static const Provider kDouyin = [] {
    Provider provider = *findProvider(u"douyin");
    for (StreamDeclaration& stream : provider.declaration.streams)
      stream.pageSize = 2;
    return provider;
  }();
  return id == kDouyin.declaration.id ? &kDouyin : findProvider(id);
}

} // namespace

/// Shops with more goods than their lists show.
class DeepListsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void goods_areReadToTheLast_data() { deepShops(); }
  void goods_areReadToTheLast()
  {
    QFETCH(QString, shop);
    QFETCH(int, products);
    PeerBench bench(shop, products);
    bench.setWindow({}, bench.clock());
    compareWithAll(bench.read(Stream::Products, {}), products);
  }

  /// The first page that is refused shows how deep the list really goes.
  void depthThatWasNotKnown_isLearnt_data() { deepShops(); }
  void depthThatWasNotKnown_isLearnt()
  {
    QFETCH(QString, shop);
    QFETCH(int, products);
    PeerBench bench(shop, products);
    bench.setWindow({}, bench.clock());
    bench.declare(shop == "taobao"_L1 ? u"onsale_depth"_s : u"product_pages"_s, 1'000'000);
    compareWithAll(bench.read(Stream::Products, {}), products);
    bench.declare(u"depth_words"_s, QJsonArray{u"other words"_s});
    QVERIFY(!bench.read(Stream::Products, {})); // the platform does refuse it
  }

  void stock_isReadToTheLast()
  {
    PeerBench bench(u"taobao"_s, kDeepShops[0].products);
    bench.setWindow({}, bench.clock());
    const auto read = bench.read(Stream::Stock, {});
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QSet<QString> variants;
    for (const StockSnapshot& stock : read->stock)
      variants.insert(stock.variantExternalId);
    QCOMPARE(variants.size(), qsizetype(bench.world().catalogue().variants.size()));
  }

  void engine_storesThemAll()
  {
    constexpr int kProducts = 250;
    sandbox::Options options = Wire::smallWorld(sandbox::Shop::Douyin);
    options.products = kProducts;
    Wire wire(options);
    wire.freeze();
    Desk desk(wire, inPagesOfTwo);
    desk.connect(u"douyin"_s);
    for (int i = 0; i < 2; ++i) { // and once more, which finds nothing gone
      QCOMPARE(desk.sync({Stream::Products}, true), QStringList());
      const auto rows = must(desk.database->read([](Connection& c) { return productRows(c, 0, 0, false); }).result());
      QCOMPARE(rows.size(), size_t(kProducts));
      wire.time.advance(1h);
    }
  }
};

SC_TEST(DeepListsTest)

} // namespace supercargo::test

#include "deeplists_test.moc"
