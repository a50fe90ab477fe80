#include "tests/app/peerbench.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace supercargo {
namespace {

using Bench = test::PeerBench;

} // namespace

/// What Shopify, Medusa and Magento are asked to do happens, and happens once however often it is asked for.
class ShopActionsTest : public QObject {
  Q_OBJECT

private:
  static void shops()
  {
    QTest::addColumn<QString>("shop");
    for (const char* shop : {"shopify", "medusa", "magento"})
      QTest::newRow(shop) << QString::fromLatin1(shop);
  }

private Q_SLOTS:
  void shipping_takesAllThatIsLeftOnce_data() { shops(); }
  void shipping_takesAllThatIsLeftOnce()
  {
    QFETCH(QString, shop);
    Bench bench(shop);
    const auto order = bench.orderIn(sandbox::State::Paid);
    QVERIFY(order);
    const MarkShipped shipped{order->externalId, QStringLiteral("sf"), QStringLiteral("SF"), QStringLiteral("SF1"), {}};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(shipped, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QVERIFY(outcome->accepted);
      QCOMPARE(bench.now().change.fulfilments.size(), size_t(1));
      QCOMPARE(bench.now().state, sandbox::State::Shipped);
    }
    const auto again = bench.read(Stream::Orders, {order->externalId});
    QVERIFY(again);
    QCOMPARE(again->orders.front().status, OrderStatus::Shipped);
    QCOMPARE(again->orders.front().parcels.front().number, QStringLiteral("SF1"));
  }

  void shipping_takesNamedPiecesOnce_data() { shops(); }
  void shipping_takesNamedPiecesOnce()
  {
    QFETCH(QString, shop);
    Bench bench(shop);
    const auto order = bench.orderIn(sandbox::State::Paid, 2);
    QVERIFY(order);
    const MarkShipped shipped{order->externalId,
                              QStringLiteral("sf"),
                              QStringLiteral("SF"),
                              QStringLiteral("SF2"),
                              {{order->lines[0].externalId, 1}}};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(shipped, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QCOMPARE(bench.now().change.fulfilments.size(), size_t(1));
      QCOMPARE(bench.now().state, sandbox::State::PartShipped);
    }
  }

  void refund_movesMoneyOnce_data() { shops(); }
  void refund_movesMoneyOnce()
  {
    QFETCH(QString, shop);
    Bench bench(shop);
    const auto order = bench.orderIn(sandbox::State::Paid);
    QVERIFY(order);
    const RefundPayment refund{order->externalId,
                               {},
                               QStringLiteral("RF-1"),
                               QStringLiteral("破损"),
                               *Money::parse(u"1.50", *Currency::of(u"CNY"))};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(refund, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QCOMPARE(bench.now().refunded(), 150);
    }
    const RefundPayment tooMuch{
        order->externalId, {}, QStringLiteral("RF-2"), {}, *Money::parse(u"99999999", *Currency::of(u"CNY"))};
    QVERIFY(!bench.act(tooMuch, QStringLiteral("k2")));
    QCOMPARE(bench.now().refunded(), 150);
    const auto again = bench.read(Stream::Orders, {order->externalId});
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    const OrderSnapshot& told = again->orders.front();
    QCOMPARE(told.refunds.size(), size_t(1));
    QCOMPARE(told.refunds.front().amount.minor(), 150);
    QCOMPARE(told.refunds.front().status, AftersaleStatus::Succeeded);
    QVERIFY(told.refunds.front().reason.contains(QStringLiteral("破损")));
    QVERIFY(told.refunds.front().createdAt);
    QVERIFY(told.paidAt);
  }

  void stock_isSetToWhatMayBeSold_data() { shops(); }
  void stock_isSetToWhatMayBeSold()
  {
    QFETCH(QString, shop);
    Bench bench(shop);
    const auto stock = bench.read(Stream::Stock, {});
    QVERIFY2(stock, stock ? "" : qPrintable(stock.error().detail));
    const StockSnapshot& first = stock->stock.front();
    const SetStock set{first.productExternalId, first.variantExternalId, first.sku, {}, 41};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(set, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    }
    const auto after = bench.read(Stream::Stock, {});
    QVERIFY(after);
    for (const StockSnapshot& one : after->stock)
      if (one.variantExternalId == first.variantExternalId)
        QCOMPARE(one.available.value_or(one.onHand.value_or(-1)), 41);
  }

  void closing_cancelsTheOrder_data()
  {
    shops();
    for (const char* shop : {"woocommerce", "vendure"})
      QTest::newRow(shop) << QString::fromLatin1(shop);
  }
  void closing_cancelsTheOrder()
  {
    QFETCH(QString, shop);
    Bench bench(shop);
    const auto order = bench.orderIn(sandbox::State::Paid);
    QVERIFY(order);
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(CloseOrder{order->externalId, QStringLiteral("缺货")}, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QCOMPARE(bench.now().state, sandbox::State::Cancelled);
    }
    const auto sent = bench.orderIn(sandbox::State::Shipped);
    QVERIFY(sent);
    QVERIFY(!bench.act(CloseOrder{sent->externalId, {}}, QStringLiteral("k2")));
  }

  void note_isAddedOnce_data()
  {
    QTest::addColumn<QString>("shop");
    QTest::newRow("shopify") << QStringLiteral("shopify"); // Medusa has no notes
    QTest::newRow("magento") << QStringLiteral("magento");
  }
  void note_isAddedOnce()
  {
    QFETCH(QString, shop);
    Bench bench(shop);
    const auto order = bench.orderIn(sandbox::State::Paid);
    QVERIFY(order);
    for (int i = 0; i < 2; ++i) {
      const auto outcome =
          bench.act(AddOrderNote{order->externalId, QStringLiteral("已电联"), false}, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    }
    const auto again = bench.read(Stream::Orders, {order->externalId});
    QVERIFY(again);
    if (shop == QStringLiteral("shopify"))
      QCOMPARE(again->orders.front().buyerNote.count(QStringLiteral("已电联")), 1);
    else
      QCOMPARE(bench.now().change.notes.size(), size_t(1));
  }
};

SC_TEST(ShopActionsTest)

} // namespace supercargo

#include "shopactions_test.moc"
