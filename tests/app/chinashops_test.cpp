#include "app/sandbox/shopdesk.h"
#include "core/outbox/recipient.h"
#include "tests/app/peerbench.h"
#include "tests/app/programs.h"

using namespace supercargo::test;

namespace {

const QStringList kShops{QStringLiteral("taobao"), QStringLiteral("pinduoduo"), QStringLiteral("douyin"),
                         QStringLiteral("jd"), QStringLiteral("youzan")};
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

/// What the world says and the platform tells: Pinduoduo knows only orders that were paid, and nobody the changes of
/// the last minutes, which are left for the next window on purpose.
QMap<QString, QString> truthOf(const World& world, const QString& shop)
{
  QMap<QString, QString> rows = truth(world, shop);
  const QJsonArray orders = world.control(QStringLiteral("orders?provider=") + shop)[QLatin1String("orders")].toArray();
  const QString now = world.control(QStringLiteral("state"))[QLatin1String("now")].toString();
  for (const QJsonValue order : orders) {
    const QDateTime modified = QDateTime::fromString(order[QLatin1String("modified_at")].toString(), Qt::ISODateWithMs);
    const bool fresh = modified.secsTo(QDateTime::fromString(now, Qt::ISODateWithMs)) < 240;
    if (fresh || (shop == QStringLiteral("pinduoduo") && !order[QLatin1String("trade_no")].isString()))
      rows.remove(order[QLatin1String("id")].toString());
  }
  return rows;
}

/// Rows of `got` that are wanted; the others are orders of the last minutes.
QMap<QString, QString> wantedOf(QMap<QString, QString> got, const World& world, const QString& shop,
                                const QMap<QString, QString>& wanted)
{
  const auto all = truth(world, shop);
  for (const QString& id : got.keys())
    if (!wanted.contains(id) && all.contains(id))
      got.remove(id);
  return got;
}

qsizetype rows(const Profile& profile, const QStringList& words)
{
  return profile.run(words + QStringList{QStringLiteral("--limit"), QStringLiteral("all")}).array().size();
}

} // namespace

/// China's platforms against the simulated world, through the real engine over loopback.
class ChinaShopsTest : public QObject {
  Q_OBJECT

private:
  static void shops()
  {
    QTest::addColumn<QString>("shop");
    for (const QString& shop : kShops)
      QTest::newRow(qPrintable(shop)) << shop;
  }

  static void shopsWhereBuyersBegin()
  {
    QTest::addColumn<QString>("shop");
    for (const char* shop : {"taobao", "pinduoduo", "douyin"})
      QTest::newRow(shop) << QString::fromLatin1(shop);
  }
  static void shopsThatClose()
  {
    QTest::addColumn<QString>("shop");
    QTest::newRow("taobao") << QStringLiteral("taobao");
    QTest::newRow("youzan") << QStringLiteral("youzan");
  }

private Q_SLOTS:
  void sync_endsWithTheShopsTruth_data() { shops(); }
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
    const auto got = wantedOf(listed(profile), world, shop, wanted);
    QVERIFY2(got == wanted, qPrintable(difference(got, wanted)));
    QVERIFY(rows(profile, {QStringLiteral("products"), QStringLiteral("list")}) > 0);

    // Nothing happened in between: nothing is new.
    const Ran second = profile.run(kSyncOrders);
    QVERIFY2(second.status == 0, second.all().constData());
    for (const QJsonValue report : second.array())
      QVERIFY2(report[QStringLiteral("changed")].toInteger() == 0, second.all().constData());
    const Ran verified = profile.run({QStringLiteral("verify")});
    QVERIFY2(verified.status == 0, verified.all().constData());
  }

  void shipping_happensOnce_data() { shops(); }
  void shipping_happensOnce()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(order);
    const supercargo::MarkShipped shipped{
        order->externalId, QStringLiteral("sf"), QStringLiteral("顺丰速运"), QStringLiteral("SF1234567890123"), {}};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(shipped, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QCOMPARE(bench.now().change.fulfilments.size(), size_t(1));
      QCOMPARE(bench.now().state, supercargo::sandbox::State::Shipped);
    }
    const auto again = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->orders.front().status, supercargo::OrderStatus::Shipped);
    QCOMPARE(again->orders.front().parcels.front().number, QStringLiteral("SF1234567890123"));
  }

  void shippingALine_happensOnce_data()
  {
    QTest::addColumn<QString>("shop"); // the others ship orders as a whole
    QTest::newRow("taobao") << QStringLiteral("taobao");
    QTest::newRow("douyin") << QStringLiteral("douyin");
    QTest::newRow("youzan") << QStringLiteral("youzan");
  }
  void shippingALine_happensOnce()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid, 2);
    QVERIFY(order);
    const supercargo::LineSnapshot& line = order->lines.front();
    const supercargo::MarkShipped shipped{order->externalId,
                                          QStringLiteral("yto"),
                                          QStringLiteral("圆通速递"),
                                          QStringLiteral("YT1234567890123"),
                                          {{line.externalId, line.quantity}}};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(shipped, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QCOMPARE(bench.now().change.fulfilments.size(), size_t(1));
      QCOMPARE(bench.now().state, supercargo::sandbox::State::PartShipped);
    }
    const auto again = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY(again);
    QCOMPARE(again->orders.front().lines.front().shippedQuantity, line.quantity);
  }

  void receiver_isMaskedUntilItIsAskedFor_data() { shops(); }
  void receiver_isMaskedUntilItIsAskedFor()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(order);
    QVERIFY(supercargo::isMasked(order->shipTo));
    const auto receiver = bench.reveal(order->externalId);
    QVERIFY2(receiver, receiver ? "" : qPrintable(receiver.error().detail));
    const supercargo::sandbox::Person buyer = bench.now().buyer;
    QCOMPARE(receiver->name, buyer.fullName());
    QCOMPARE(receiver->phone, buyer.phone);
    QCOMPARE(receiver->street, buyer.street);
    QCOMPARE(receiver->city, order->shipTo.city);
    QVERIFY(!bench.reveal(QStringLiteral("1"))); // no such order
  }

  void note_isAddedOnce_data() { shops(); }
  void note_isAddedOnce()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(order);
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(supercargo::AddOrderNote{order->externalId, QStringLiteral("已电联 📞"), false},
                                     QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    }
    const auto again = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY(again);
    QCOMPARE(again->orders.front().sellerMemo, QStringLiteral("已电联 📞"));
  }

  void stock_isSetToWhatMayBeSold_data() { shops(); }
  void stock_isSetToWhatMayBeSold()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto stock = bench.read(supercargo::Stream::Stock, {});
    QVERIFY2(stock, stock ? "" : qPrintable(stock.error().detail));
    const supercargo::StockSnapshot first = stock->stock.front();
    for (int i = 0; i < 2; ++i) {
      const auto outcome =
          bench.act(supercargo::SetStock{first.productExternalId, first.variantExternalId, first.sku, {}, 41},
                    QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    }
    const auto after = bench.read(supercargo::Stream::Stock, {});
    QVERIFY(after);
    for (const supercargo::StockSnapshot& one : after->stock)
      if (one.variantExternalId == first.variantExternalId)
        QCOMPARE(one.available.value_or(-1), 41);
  }

  void refundThatNobodyAskedFor_isRefused_data() { shopsWhereBuyersBegin(); }
  void refundThatNobodyAskedFor_isRefused()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(order);
    const supercargo::RefundPayment refund{
        order->externalId, {}, QStringLiteral("RF-1"), {}, supercargo::Money(150, supercargo::Currency())};
    QVERIFY(!bench.act(refund, QStringLiteral("k1")));
    QCOMPARE(bench.now().refunded(), 0);
  }

  void refundThatTheBuyerWants_isAgreedToOnce_data() { shopsWhereBuyersBegin(); }
  void refundThatTheBuyerWants_isAgreedToOnce()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(order);
    QVERIFY(supercargo::sandbox::desk::askRefund(bench.world(), bench.now(), 150, QStringLiteral("尺码不合适")));
    const auto asked = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
    QCOMPARE(asked->orders.front().aftersale, supercargo::AftersaleStatus::Requested);
    QVERIFY(!asked->orders.front().shippable);

    const auto refund = [&](qint64 fen) {
      return supercargo::RefundPayment{
          order->externalId, {}, QStringLiteral("RF-1"), {}, supercargo::Money(fen, supercargo::Currency())};
    };
    QVERIFY(!bench.act(refund(151), QStringLiteral("k1"))); // not what the buyer wants
    QCOMPARE(bench.now().refunded(), 0);
    const auto outcome = bench.act(refund(150), QStringLiteral("k2"));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QVERIFY(outcome->accepted && !outcome->number.isEmpty());
    QCOMPARE(bench.now().refunded(), 150);
    QVERIFY(!bench.actBlindly(refund(150), QStringLiteral("k2"))); // the platform agrees once
    const auto again = bench.act(refund(150), QStringLiteral("k2"));
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->number, outcome->number);
    QCOMPARE(bench.now().refunded(), 150);

    const auto agreed = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY2(agreed, agreed ? "" : qPrintable(agreed.error().detail));
    QCOMPARE(agreed->orders.front().aftersale, supercargo::AftersaleStatus::Succeeded);
    QCOMPARE(agreed->orders.front().refunds.front().status, supercargo::AftersaleStatus::Succeeded);
    QCOMPARE(agreed->orders.front().refunded.minor(), 150);
    QVERIFY(agreed->orders.front().shippable);
  }

  /// The one platform of these that lets a seller begin.
  void refundOfTheSeller_happensOnce()
  {
    PeerBench bench(QStringLiteral("youzan"));
    const auto order = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(order);
    const supercargo::RefundPayment refund{
        order->externalId, {}, QStringLiteral("RF-1"), {}, supercargo::Money(150, supercargo::Currency())};
    QString number;
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(refund, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QVERIFY(outcome->accepted && !outcome->number.isEmpty());
      QVERIFY(number.isEmpty() || number == outcome->number);
      number = outcome->number;
      QCOMPARE(bench.now().refunded(), 150);
    }
    const auto again = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY(again);
    QCOMPARE(again->orders.front().refunded.minor(), 150);
    QVERIFY(!bench.act(supercargo::RefundPayment{order->externalId, {}, QStringLiteral("RF-2"), {}, order->total},
                       QStringLiteral("k2"))); // more than is left
    QCOMPARE(bench.now().refunded(), 150);
  }

  void closing_endsAnUnpaidOrder_data() { shopsThatClose(); }
  void closing_endsAnUnpaidOrder()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    bench.world().place(1);
    const auto order = bench.orderIn(supercargo::sandbox::State::Unpaid);
    QVERIFY(order);
    QCOMPARE(order->status, supercargo::OrderStatus::AwaitingPayment);
    const supercargo::CloseOrder close{order->externalId, {}};
    for (int i = 0; i < 2; ++i) {
      const auto outcome = bench.act(close, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QCOMPARE(bench.now().state, supercargo::sandbox::State::Cancelled);
    }
    const auto again = bench.read(supercargo::Stream::Orders, {order->externalId});
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->orders.front().status, supercargo::OrderStatus::Cancelled);
  }

  void closing_isForUnpaidOrdersOnly_data() { shopsThatClose(); }
  void closing_isForUnpaidOrdersOnly()
  {
    QFETCH(QString, shop);
    PeerBench bench(shop);
    const auto paid = bench.orderIn(supercargo::sandbox::State::Paid);
    QVERIFY(paid);
    QVERIFY(!bench.act(supercargo::CloseOrder{paid->externalId, {}}, QStringLiteral("k1")));
    const auto cancelled = bench.orderIn(supercargo::sandbox::State::Cancelled);
    QVERIFY(cancelled);
    QVERIFY(bench.act(supercargo::CloseOrder{cancelled->externalId, {}}, QStringLiteral("k2"))); // done already
  }
};

SC_TEST(ChinaShopsTest)

#include "chinashops_test.moc"
