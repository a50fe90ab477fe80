#include "core/store/catalogue.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
const AccountId kShop{1}, kOther{2};
const QString kSku = QStringLiteral("SKU-1");

StockSnapshot available(qint64 count)
{
  StockSnapshot s;
  s.productExternalId = s.variantExternalId = QStringLiteral("p1");
  s.sku = kSku;
  s.available = count;
  return s;
}

StockSnapshot onHand(qint64 count, const QString& location = {})
{
  StockSnapshot s = available(count);
  s.onHand = count;
  s.allocated = 0;
  s.location = location;
  return s;
}

OrderSnapshot order(const QString& id, qint64 quantity, OrderStatus status = OrderStatus::ToShip)
{
  OrderSnapshot o;
  o.externalId = o.number = id;
  o.status = status;
  o.payment = PaymentStatus::Paid;
  o.total = o.paid = Money(100, Currency());
  o.placedAt = kNow;
  o.updatedAt = kNow + std::chrono::seconds(int(status));
  o.customerExternalId = QStringLiteral("c1");
  LineSnapshot line;
  line.externalId = QStringLiteral("l");
  line.sku = kSku;
  line.quantity = quantity;
  line.total = o.total;
  o.lines = {line};
  return o;
}

ProductSnapshot product(const QStringList& variants)
{
  ProductSnapshot p;
  p.externalId = QStringLiteral("p1");
  p.title = QStringLiteral("连衣裙");
  p.status = QStringLiteral("ACTIVE");
  p.variantIds = variants;
  for (const QString& id : variants) {
    VariantSnapshot v;
    v.externalId = id;
    v.sku = QStringLiteral("S-") + id;
    v.price = Money(1990, Currency());
    p.variants.push_back(v);
  }
  return p;
}
} // namespace

class CatalogueTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }
  Origin by(AccountId account) { return {account, std::nullopt, kNow}; }
  UpsertCount tell(AccountId account, const std::vector<StockSnapshot>& stock)
  {
    return must(upsertStock(c(), by(account), stock, m_changes));
  }
  void put(AccountId account, const OrderSnapshot& o) { must(upsertOrders(c(), by(account), {o}, m_changes)); }
  StockRow stock()
  {
    const auto rows = must(stockRows(c(), 0));
    return rows.empty() ? StockRow{} : rows.front();
  }
  void verifyBalances()
  {
    for (const VerifyCheck& check : must(verify(c())))
      if (check.name == QLatin1String("stock"))
        QVERIFY2(check.ok, qPrintable(check.differences.join(u'\n')));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
  }
  void cleanup() { m_temp.reset(); }

  void products_areIdempotentAndLoseVariantsThatAreGone()
  {
    const QString a = QStringLiteral("a"), b = QStringLiteral("b");
    QCOMPARE(must(upsertProducts(c(), by(kShop), {product({a, b})}, m_changes)).inserted, 1);
    QVERIFY(m_changes.products);
    QCOMPARE(must(upsertProducts(c(), by(kShop), {product({a, b})}, m_changes)).unchanged, 1);
    ProductSnapshot fewer = product({a});
    fewer.variants[0].stock = 4;
    QCOMPARE(must(upsertProducts(c(), by(kShop), {fewer}, m_changes)).changed, 1);
    const auto rows = must(productRows(c(), 10));
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].title, QStringLiteral("连衣裙"));
    QCOMPARE(rows[0].variants.size(), size_t(1));
    QCOMPARE(rows[0].variants[0].stock, std::optional<qint64>(4));
    QCOMPARE(rows[0].variants[0].price, std::optional(Money(1990, Currency())));
  }

  void variantsOfAnotherCall_keepThoseOfTheFirst()
  {
    ProductSnapshot first = product({QStringLiteral("a"), QStringLiteral("b")}), second = first;
    first.variants.pop_back();
    second.variants.erase(second.variants.begin());
    must(upsertProducts(c(), by(kShop), {first}, m_changes));
    must(upsertProducts(c(), by(kShop), {second}, m_changes));
    QCOMPARE(must(productRows(c(), 10))[0].variants.size(), size_t(2));
  }

  void productToldTwiceInAPage_isOneWithTheVariantsOfBoth()
  {
    ProductSnapshot first = product({QStringLiteral("a"), QStringLiteral("b")}), other = product({QStringLiteral("x")});
    ProductSnapshot later = first;
    first.variants.pop_back();
    other.externalId = QStringLiteral("p2");
    later.variants.erase(later.variants.begin());
    later.title = QStringLiteral("later");
    const UpsertCount count = must(upsertProducts(c(), by(kShop), {first, other, later}, m_changes));
    QCOMPARE(count.inserted, 2);
    QCOMPARE(count.changed, 1);
    QCOMPARE(must(upsertProducts(c(), by(kShop), {later, other}, m_changes)).unchanged, 2);
    const auto rows = must(productRows(c(), 10, 0, true));
    QCOMPARE(rows.size(), size_t(2));
    const auto told = std::ranges::find(rows, first.externalId, &ProductRow::externalId);
    QVERIFY(told != rows.end());
    QCOMPARE(told->title, later.title);
    QCOMPARE(told->variants.size(), size_t(2));
  }

  void firstAccount_opensTheBalanceAndTheSecondDoesNot()
  {
    QCOMPARE(tell(kShop, {available(10)}).inserted, 1);
    QCOMPARE(tell(kOther, {available(99)}).inserted, 1);
    QCOMPARE(tell(kShop, {available(10)}).unchanged, 1);
    QCOMPARE(stock().onHand, 10);
    QCOMPARE(must(stockHistory(c(), kSku, 0)).size(), size_t(1));
    verifyBalances();
  }

  void placesOfOneSku_areSummed()
  {
    tell(kShop, {onHand(3, QStringLiteral("north")), onHand(4, QStringLiteral("south"))});
    QCOMPARE(stock().onHand, 7);
  }

  void sumOfPlaces_isOfOneShopAndSku()
  {
    StockSnapshot another = onHand(100, QStringLiteral("north"));
    another.variantExternalId = another.sku = QStringLiteral("SKU-2");
    tell(kShop, {onHand(3, QStringLiteral("north")), onHand(4, QStringLiteral("south")), another});
    tell(kOther, {onHand(50, QStringLiteral("north")), onHand(60, QStringLiteral("south"))});
    tell(kShop, {onHand(5, QStringLiteral("north"))});
    QCOMPARE(stock().sku, kSku);
    QCOMPARE(stock().onHand, 9);
    verifyBalances();
  }

  void ownOrder_explainsTheShopsLowerFigure()
  {
    tell(kShop, {available(10)});
    put(kShop, order(QStringLiteral("1"), 2));
    tell(kShop, {available(8)});
    QCOMPARE(stock().onHand, 10);
    QCOMPARE(stock().reserved, 2);
    QCOMPARE(stock().available(), 8);
    verifyBalances();
  }

  void anotherShopsOrder_isNotTakenBackByTheShop()
  {
    tell(kShop, {available(10)});
    put(kOther, order(QStringLiteral("1"), 3));
    tell(kShop, {available(10)});
    QCOMPARE(stock().available(), 7);
    tell(kShop, {available(9)}); // one was sold over a counter that we do not see
    QCOMPARE(stock().available(), 6);
    const auto history = must(stockHistory(c(), kSku, 1));
    QCOMPARE(history[0].onHandDelta, -1);
    QCOMPARE(history[0].reason, QStringLiteral("shop"));
    verifyBalances();
  }

  void orderKnownBeforeTheStock_isNotSubtractedTwice()
  {
    put(kShop, order(QStringLiteral("1"), 2));
    tell(kShop, {available(8)});
    QCOMPARE(stock().onHand, 10);
    QCOMPARE(stock().available(), 8);
    verifyBalances();
  }

  void shippedOrder_lowersOnHandOnce()
  {
    tell(kShop, {onHand(10)});
    put(kShop, order(QStringLiteral("1"), 2));
    QCOMPARE(stock().available(), 8);
    put(kShop, order(QStringLiteral("1"), 2, OrderStatus::Shipped));
    tell(kShop, {onHand(8)});
    QCOMPARE(stock().onHand, 8);
    QCOMPARE(stock().reserved, 0);
    verifyBalances();
  }

  void figureThatWePushed_isNoNewMovement()
  {
    tell(kShop, {available(10)});
    must(adjustStock(c(), kSku, {}, 5, QStringLiteral("count"), QStringLiteral("me"), kNow, m_changes));
    tell(kShop, {available(15)});
    QCOMPARE(stock().onHand, 15);
    verifyBalances();
  }

  void adjustment_refusesToGoBelowZeroByHand()
  {
    tell(kShop, {available(2)});
    const auto refused = adjustStock(c(), kSku, {}, -3, QStringLiteral("r"), QStringLiteral("me"), kNow, m_changes);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QCOMPARE(stock().onHand, 2);
    QCOMPARE(must(adjustStock(c(), kSku, {}, -2, QStringLiteral("r"), QStringLiteral("me"), kNow, m_changes)).onHand,
             0);
    QCOMPARE(stock().alert(), QStringLiteral("out"));
    put(kOther, order(QStringLiteral("1"), 1));
    QCOMPARE(stock().alert(), QStringLiteral("oversold"));
    verifyBalances();
  }

  void stockOfThePast_isTheSumOfMovementsUntilThen()
  {
    must(adjustStock(c(), kSku, {}, 7, QStringLiteral("count"), QStringLiteral("me"), kNow, m_changes));
    must(adjustStock(c(), kSku, {}, -2, QStringLiteral("count"), QStringLiteral("me"), kNow + 1h, m_changes));
    QVERIFY(must(stockAt(c(), kNow - 1ms, 0)).empty());
    QCOMPARE(must(stockAt(c(), kNow, 0)).at(0).onHand, 7);
    QCOMPARE(must(stockAt(c(), kNow + 1h, 0)).at(0).onHand, 5);
  }

  void customers_keepWhatAnEmptyFieldDoesNotTell()
  {
    CustomerSnapshot told;
    told.externalId = QStringLiteral("c1");
    told.name = QStringLiteral("王小明");
    told.phone = QStringLiteral("138");
    QCOMPARE(must(upsertCustomers(c(), by(kShop), {told}, m_changes)).inserted, 1);
    told.phone.clear();
    QCOMPARE(must(upsertCustomers(c(), by(kShop), {told}, m_changes)).unchanged, 1);
    told.email = QStringLiteral("w@example.com");
    QCOMPARE(must(upsertCustomers(c(), by(kShop), {told}, m_changes)).changed, 1);
    put(kShop, order(QStringLiteral("1"), 1));
    put(kShop, order(QStringLiteral("2"), 1));
    put(kShop, order(QStringLiteral("3"), 1, OrderStatus::Cancelled));
    const auto rows = must(customerRows(c(), 10));
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].phone, QStringLiteral("138"));
    QCOMPARE(rows[0].email, QStringLiteral("w@example.com"));
    QCOMPARE(rows[0].orders, 2);
    QCOMPARE(rows[0].spent.of(Currency()).minor(), 200);
    QCOMPARE(must(customerRow(c(), rows[0].id))->phone, QStringLiteral("138"));
    QVERIFY(!must(customerRow(c(), CustomerId(rows[0].id.value() + 1))));
    QCOMPARE(must(ordersOfCustomer(c(), rows[0].id, 0)).size(), size_t(3)); // the cancelled one too
  }

  void customerToldTwiceInAPage_isOneAsToldLast()
  {
    CustomerSnapshot first, other, later;
    first.externalId = later.externalId = QStringLiteral("c1");
    other.externalId = QStringLiteral("c2");
    first.name = other.name = QStringLiteral("王小明");
    first.phone = QStringLiteral("138");
    later.name = QStringLiteral("王大明");
    const UpsertCount count = must(upsertCustomers(c(), by(kShop), {first, other, later, later}, m_changes));
    QCOMPARE(count.inserted, 2);
    QCOMPARE(count.changed, 1);
    QCOMPARE(count.unchanged, 1);
    const auto rows = must(customerRows(c(), 10));
    QCOMPARE(rows.size(), size_t(2));
    const auto told = std::ranges::find(rows, later.name, &CustomerRow::name);
    QVERIFY(told != rows.end());
    QCOMPARE(told->phone, QStringLiteral("138")); // the later word does not tell
  }
};

SC_TEST(CatalogueTest)
#include "catalogue_test.moc"
