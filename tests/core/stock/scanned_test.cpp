#include "core/stock/scanned.h"
#include "core/store/catalogue.h"
#include "core/store/goneproducts.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

class ScannedTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;
  ChangeSet m_changes;
  const QString m_code = QStringLiteral("4006381333931");

  Connection& c() { return m_temp->connection(); }
  void offer(const QString& sku)
  {
    ProductSnapshot p;
    p.externalId = p.title = sku;
    p.variantIds = QStringList{sku};
    VariantSnapshot v;
    v.externalId = v.sku = sku;
    v.barcode = m_code;
    p.variants = {v};
    must(upsertProducts(c(), {kShopA, std::nullopt, kStockNow}, {p}, m_changes));
  }
  void remove(const QString& sku) { must(markProductsGone(c(), kShopA, {sku}, kStockNow, m_changes)); }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    addShops(c());
  }
  void cleanup() { m_temp.reset(); }

  void barcode_findsItsArticle()
  {
    QCOMPARE(articleScanned(c(), m_code).error().kind, ErrorKind::NotFound);
    offer(QStringLiteral("TEA-1"));
    QCOMPARE(must(articleScanned(c(), u' ' + m_code)), QStringLiteral("TEA-1"));
    offer(QStringLiteral("TEA-2"));
    QCOMPARE(articleScanned(c(), m_code).error().kind, ErrorKind::Conflict);
  }

  /// The shelf still holds what the shop has deleted.
  void barcodeOfAGoneProduct_isFoundUntilAnotherHasIt()
  {
    offer(QStringLiteral("TEA-1"));
    remove(QStringLiteral("TEA-1"));
    QCOMPARE(must(articleScanned(c(), m_code)), QStringLiteral("TEA-1"));
    offer(QStringLiteral("TEA-2"));
    QCOMPARE(must(articleScanned(c(), m_code)), QStringLiteral("TEA-2"));
  }
};

SC_TEST(ScannedTest)
#include "scanned_test.moc"
