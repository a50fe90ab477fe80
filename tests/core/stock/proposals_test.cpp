#include "core/stock/articles.h"
#include "core/store/goneproducts.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

class ProposalsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;
  ChangeSet m_changes;
  const StockWorker m_worker{QStringLiteral("lin")};

  Connection& c() { return m_temp->connection(); }
  void sell(AccountId account, const QString& sku, const QString& title, const QString& barcode = {},
            const QString& options = {})
  {
    ProductSnapshot p;
    p.externalId = sku;
    p.title = title;
    p.variantIds = QStringList{sku};
    VariantSnapshot v;
    v.externalId = v.sku = sku;
    v.barcode = barcode;
    v.options = options;
    v.price = Money(1990, Currency());
    p.variants = {v};
    must(upsertProducts(c(), {account, std::nullopt, kStockNow}, {p}, m_changes));
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    m_changes = {};
    addShops(c());
  }
  void cleanup() { m_temp.reset(); }

  void validBarcode_linksByItself()
  {
    sell(kShopA, QStringLiteral("TEA-1"), QStringLiteral("Green tea"), QStringLiteral("4006381333931"));
    sell(kShopB, QStringLiteral("b77"), QStringLiteral("Something else"), QStringLiteral("4006381333931"));
    const auto links = must(linkByBarcode(c(), m_worker, kStockNow, m_changes));
    QCOMPARE(links.size(), size_t(1));
    QCOMPARE(links.front().sku, QStringLiteral("b77"));
    QCOMPARE(links.front().article, QStringLiteral("TEA-1"));
    QVERIFY(must(linkByBarcode(c(), m_worker, kStockNow, m_changes)).empty());
    QVERIFY(must(linkProposals(c())).empty());
  }

  void productThatItsShopDeleted_isNotProposed()
  {
    sell(kShopA, QStringLiteral("TEA-1"), QStringLiteral("Green tea"), QStringLiteral("4006381333931"));
    sell(kShopB, QStringLiteral("b77"), QStringLiteral("Green tea"), QStringLiteral("4006381333931"));
    QCOMPARE(must(linkProposals(c())).size(), size_t(1));
    must(markProductsGone(c(), kShopB, {QStringLiteral("b77")}, kStockNow, m_changes));
    QVERIFY(must(linkProposals(c())).empty());
  }

  void barcodeOfSeveral_isOnlyAReason()
  {
    const QString code = QStringLiteral("4006381333931");
    sell(kShopA, QStringLiteral("A1"), QStringLiteral("Green tea 100 g"), code);
    sell(kShopA, QStringLiteral("A2"), QStringLiteral("Black tea 100 g"), code);
    sell(kShopB, QStringLiteral("B1"), QStringLiteral("Green tea 100 g"), code);
    QVERIFY(must(linkByBarcode(c(), m_worker, kStockNow, m_changes)).empty());
    const auto proposals = must(linkProposals(c()));
    QCOMPARE(proposals.size(), size_t(1));
    QCOMPARE(proposals.front().article, QStringLiteral("A1"));
    QVERIFY(proposals.front().reasons.contains(QStringLiteral("barcode")));
    QVERIFY(proposals.front().reasons.contains(QStringLiteral("title")));
  }

  void codeWithWrongCheckDigit_provesNothing()
  {
    sell(kShopA, QStringLiteral("A1"), QStringLiteral("Green tea"), QStringLiteral("4006381333932"));
    sell(kShopB, QStringLiteral("B1"), QStringLiteral("Walnut tray"), QStringLiteral("4006381333932"));
    QVERIFY(must(linkByBarcode(c(), m_worker, kStockNow, m_changes)).empty());
    QVERIFY(must(linkProposals(c())).front().score < 100);
  }

  void sameSkuWrittenDifferently_isProposed()
  {
    sell(kShopA, QStringLiteral("TEA-01-L"), QStringLiteral("龙井绿茶 礼盒装"));
    sell(kShopB, QStringLiteral("tea01l"), QStringLiteral("龙井绿茶 礼盒"));
    const auto proposals = must(linkProposals(c()));
    QCOMPARE(proposals.size(), size_t(1));
    QCOMPARE(proposals.front().sku, QStringLiteral("tea01l"));
    QVERIFY(proposals.front().reasons.contains(QStringLiteral("sku")));
    QVERIFY(proposals.front().reasons.contains(QStringLiteral("title")));
  }

  void sameSku_needsNoProposalAndUnlikeOnesGetNone()
  {
    sell(kShopA, QStringLiteral("TEA"), QStringLiteral("Green tea"));
    sell(kShopB, QStringLiteral("TEA"), QStringLiteral("Green tea"));
    sell(kShopB, QStringLiteral("TRAY"), QStringLiteral("Walnut tray with handles"));
    QVERIFY(must(linkProposals(c())).empty());
  }
};

SC_TEST(ProposalsTest)
#include "proposals_test.moc"
