#include "core/store/accounts.h"
#include "core/store/catalogue.h"
#include "core/store/goneproducts.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
const AccountId kShop{1}, kOther{2};

ProductSnapshot product(const QString& id, const QStringList& variants)
{
  ProductSnapshot p;
  p.externalId = p.title = id;
  p.status = QStringLiteral("ACTIVE");
  p.variantIds = variants;
  for (const QString& variant : variants) {
    VariantSnapshot v;
    v.externalId = variant;
    v.sku = QStringLiteral("SKU-") + variant;
    p.variants.push_back(v);
  }
  return p;
}
} // namespace

class GoneProductsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  UpsertCount put(const ProductSnapshot& p, Instant now = kNow, AccountId account = kShop)
  {
    return must(upsertProducts(c(), {account, std::nullopt, now}, {p}, m_changes));
  }
  void mark(const QStringList& ids, Instant now = kNow, AccountId account = kShop)
  {
    must(markProductsGone(c(), account, ids, now, m_changes));
  }
  /// "a(a1 a2) b(b1)", in the order of their making.
  QString listed(bool goneToo = false)
  {
    QStringList products;
    for (const ProductRow& row : must(productRows(c(), 0, 0, goneToo))) {
      QStringList variants;
      for (const VariantRow& v : row.variants)
        variants << v.externalId;
      products.prepend(row.externalId + u'(' + variants.join(u' ') + u')');
    }
    return products.join(u' ');
  }
  QStringList missedBefore()
  {
    QStringList ids;
    for (const KnownProduct& known : must(productsNotGone(c(), kShop)))
      if (known.missedBefore)
        ids << known.externalId;
    return ids;
  }
  void tell(const QString& variant, const QString& sku, qint64 available)
  {
    StockSnapshot s;
    s.variantExternalId = variant;
    s.sku = sku;
    s.available = available;
    must(upsertStock(c(), {kShop, std::nullopt, kNow}, {s}, m_changes));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
    for (const AccountId id : {kShop, kOther}) {
      AccountRow row;
      row.provider = row.name = QStringLiteral("woocommerce");
      QCOMPARE(must(addAccount(c(), row)), id);
    }
  }
  void cleanup()
  {
    for (const VerifyCheck& check : must(verify(c())))
      QVERIFY2(check.ok, qPrintable(check.name + check.differences.join(u'\n')));
    m_temp.reset();
  }

  void markedProduct_leavesTheListAndStaysInTheTable()
  {
    put(product(QStringLiteral("a"), {QStringLiteral("a1"), QStringLiteral("a2")}));
    put(product(QStringLiteral("b"), {QStringLiteral("b1")}));
    put(product(QStringLiteral("a"), {QStringLiteral("o1")}), kNow, kOther);
    m_changes = {};
    mark({QStringLiteral("a"), QStringLiteral("nobody")});
    QVERIFY(m_changes.products);
    QCOMPARE(listed(), QStringLiteral("b(b1) a(o1)"));
    QCOMPARE(listed(true), QStringLiteral("a(a1 a2) b(b1) a(o1)"));
    m_changes = {};
    mark({QStringLiteral("a")}, kNow + 1h); // it was gone before
    QVERIFY(!m_changes.products);
    const ProductRow first = must(productRows(c(), 0, 0, true)).back();
    QCOMPARE(first.goneAt, std::optional(kNow));
    QCOMPARE(first.variants.front().goneAt, std::optional(kNow));
    QCOMPARE(must(productsNotGone(c(), kShop)).size(), size_t(1));
  }

  void productToldOfAgain_isThereAgain()
  {
    const ProductSnapshot two = product(QStringLiteral("a"), {QStringLiteral("a1"), QStringLiteral("a2")});
    put(two);
    mark({QStringLiteral("a")});
    m_changes = {};
    QCOMPARE(put(two).changed, 1); // though not a word of it is new
    QVERIFY(m_changes.products);
    QCOMPARE(listed(), QStringLiteral("a(a1 a2)"));
    QVERIFY(!must(productRows(c(), 0)).front().goneAt);
    QCOMPARE(put(two).unchanged, 1);
  }

  void variantsToldOfByAnotherCall_comeBackWithIt()
  {
    ProductSnapshot p = product(QStringLiteral("a"), {QStringLiteral("a1"), QStringLiteral("a2")});
    put(p);
    mark({QStringLiteral("a")});
    ProductSnapshot withoutVariants = p;
    withoutVariants.variants.clear();
    put(withoutVariants);
    QCOMPARE(listed(), QStringLiteral("a()"));
    p.variants.pop_back();
    put(p);
    QCOMPARE(listed(), QStringLiteral("a(a1)"));
  }

  void variantThatItsProductLost_isGoneUntilItIsBack()
  {
    const ProductSnapshot both = product(QStringLiteral("a"), {QStringLiteral("a1"), QStringLiteral("a2")});
    put(both);
    QCOMPARE(put(product(QStringLiteral("a"), {QStringLiteral("a1")}), kNow + 1h).changed, 1);
    QCOMPARE(listed(), QStringLiteral("a(a1)"));
    QCOMPARE(listed(true), QStringLiteral("a(a1 a2)"));
    QCOMPARE(put(product(QStringLiteral("a"), {QStringLiteral("a1")}), kNow + 2h).unchanged, 1);
    QCOMPARE(must(productRows(c(), 0, 0, true)).front().variants.back().goneAt, std::optional(kNow + 1h));
    put(both);
    QCOMPARE(listed(), QStringLiteral("a(a1 a2)"));
  }

  void variantThatMovedToAnotherProduct_isNotGone()
  {
    put(product(QStringLiteral("a"), {QStringLiteral("a1"), QStringLiteral("x")}));
    put(product(QStringLiteral("a"), {QStringLiteral("a1")}));
    put(product(QStringLiteral("b"), {QStringLiteral("x")}));
    QCOMPARE(listed(), QStringLiteral("a(a1) b(x)"));
  }

  void productThatTheShopCallsDeleted_isGone()
  {
    ProductSnapshot p = product(QStringLiteral("a"), {QStringLiteral("a1")});
    put(p);
    p.status = QStringLiteral("DELETED");
    QCOMPARE(put(p).changed, 1);
    QCOMPARE(listed(), QString());
    QCOMPARE(put(p, kNow + 1h).unchanged, 1);
    QCOMPARE(must(productRows(c(), 0, 0, true)).front().variants.front().goneAt, std::optional(kNow));
    p.status = QStringLiteral("ACTIVE");
    put(p);
    QCOMPARE(listed(), QStringLiteral("a(a1)"));
  }

  /// Deleted and offered anew under the same number: its pieces are not there twice.
  void stockOfAGoneVariant_countsNoLonger()
  {
    const QString sku = QStringLiteral("TEA");
    put(product(QStringLiteral("a"), {QStringLiteral("a1")}));
    tell(QStringLiteral("a1"), sku, 10);
    mark({QStringLiteral("a")});
    QCOMPARE(must(stockOfSku(c(), sku)).front().onHand, 10); // the goods still lie there
    put(product(QStringLiteral("b"), {QStringLiteral("b1")}));
    tell(QStringLiteral("b1"), sku, 10);
    QCOMPARE(must(stockOfSku(c(), sku)).front().onHand, 10);
  }

  void missedProduct_isRememberedUntilItIsMet()
  {
    const ProductSnapshot a = product(QStringLiteral("a"), {QStringLiteral("a1")});
    put(a);
    put(product(QStringLiteral("b"), {QStringLiteral("b1")}));
    must(noteMissedProducts(c(), kShop, {QStringLiteral("a")}, kNow));
    QCOMPARE(missedBefore(), QStringList{QStringLiteral("a")});
    QCOMPARE(listed(), QStringLiteral("a(a1) b(b1)"));
    put(a);
    QCOMPARE(missedBefore(), QStringList());
  }

  void list_isJudgedByHowMuchIsMissing_data()
  {
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("met");
    QTest::addColumn<int>("missedBefore"); // of those that are missing
    QTest::addColumn<bool>("canBeAsked");
    QTest::addColumn<int>("believed");
    QTest::addColumn<bool>("shrunk");
    QTest::newRow("nothing known") << 0 << 0 << 0 << true << 0 << false;
    QTest::newRow("all there") << 20 << 20 << 0 << true << 0 << false;
    QTest::newRow("one missing") << 20 << 19 << 0 << true << 1 << false;
    QTest::newRow("half missing") << 10 << 5 << 0 << true << 5 << false;
    QTest::newRow("more than half missing") << 10 << 4 << 0 << true << 0 << true;
    QTest::newRow("more than half of a few missing") << 9 << 2 << 0 << true << 7 << false;
    QTest::newRow("an empty list") << 3 << 0 << 0 << true << 0 << true;
    QTest::newRow("the second time") << 10 << 4 << 6 << true << 6 << true;
    QTest::newRow("the second time worse") << 10 << 1 << 6 << true << 6 << true;
    QTest::newRow("cannot be asked") << 20 << 19 << 0 << false << 0 << false;
    QTest::newRow("cannot be asked, the second time") << 20 << 19 << 1 << false << 1 << false;
  }
  void list_isJudgedByHowMuchIsMissing()
  {
    QFETCH(int, known);
    QFETCH(int, met);
    QFETCH(int, missedBefore);
    QFETCH(bool, canBeAsked);
    std::vector<KnownProduct> products;
    QSet<QString> seen;
    for (int i = 0; i < known; ++i) {
      products.push_back({QString::number(i), i >= met && i < met + missedBefore});
      if (i < met)
        seen.insert(QString::number(i));
    }
    const MissedProducts judged = judgeMissed(products, seen, canBeAsked);
    QTEST(int(judged.believed.size()), "believed");
    QCOMPARE(int(judged.believed.size() + judged.doubted.size()), known - met);
    QTEST(judged.listIsShrunk, "shrunk");
  }
};

SC_TEST(GoneProductsTest)
#include "goneproducts_test.moc"
