#include "app/sandbox/books.h"
#include "tests/app/peerbench.h"
#include "tests/app/programs.h"

using namespace supercargo::test;

namespace {

using supercargo::Currency;
using supercargo::Instant;
using supercargo::Money;
using supercargo::Stream;
namespace sandbox = supercargo::sandbox;

/// A gateway, and the shop whose customers pay through it.
struct Case {
  const char *gateway, *shop;
  sandbox::Gateway kind;
};
constexpr Case kCases[] = {{"alipay", "woocommerce", sandbox::Gateway::Alipay},
                           {"wechatpay", "jd", sandbox::Gateway::WechatPay},
                           {"unionpay", "youzan", sandbox::Gateway::UnionPay},
                           {"paypal", "shopify", sandbox::Gateway::PayPal},
                           {"stripe", "magento", sandbox::Gateway::Stripe}};
const QStringList kSync{QStringLiteral("sync"), QStringLiteral("--once")};

QStringList worldOf(const QString& shop, int orders, int days)
{
  return {QStringLiteral("--seed"),
          QStringLiteral("7"),
          QStringLiteral("--orders"),
          QString::number(orders),
          QStringLiteral("--shops"),
          shop,
          QStringLiteral("--history-days"),
          QString::number(days),
          QStringLiteral("--orders-per-minute"),
          QStringLiteral("0")};
}

} // namespace

/// Alipay, WeChat Pay, UnionPay, PayPal and Stripe against the simulated world.
class GatewaysTest : public QObject {
  Q_OBJECT

private:
  static void gateways()
  {
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(std::size(kCases)); ++i)
      QTest::newRow(kCases[i].gateway) << i;
  }

private Q_SLOTS:
  void bills_matchTheBooksToTheCent_data() { gateways(); }
  void bills_matchTheBooksToTheCent()
  {
    QFETCH(int, number);
    const Case& subject = kCases[number];
    PeerBench bench(QString::fromLatin1(subject.gateway));
    const Instant to = bench.clock() - std::chrono::hours(24);
    bench.setWindow(to - std::chrono::hours(24 * 12), bench.clock());
    const auto got = bench.read(Stream::Bills, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QVERIFY(got->failures.empty());
    const auto known = bench.read(Stream::Payments, {});
    QVERIFY2(known, known ? "" : qPrintable(known.error().detail));
    QMap<QString, QString> orders; // by payment
    for (const supercargo::PaymentSnapshot& payment : known->payments)
      orders.insert(payment.externalId, payment.orderNumber);
    QMap<QString, std::pair<qint64, qint64>> payments; // by order: amount, fee
    QMap<QString, qint64> refunds;
    for (const supercargo::BillLineSnapshot& line : got->billLines) {
      QVERIFY(!line.rawLine.isEmpty() && line.net);
      if (!line.fee)
        continue; // the account's flow tells fees as movements of their own
      QVERIFY(!line.settledOn.isEmpty() ||
              line.bill.startsWith(QLatin1String("trade "))); // a bill of trades may tell none
      QCOMPARE(line.net->minor(), line.amount.minor() - line.fee->minor());
      if (line.kind == QLatin1String("payment"))
        payments.insert(orders.value(line.paymentExternalId), {line.amount.minor(), line.fee->minor()});
      else if (line.kind == QLatin1String("refund"))
        refunds[line.orderNumber.isEmpty() ? orders.value(line.paymentExternalId) : line.orderNumber] -=
            line.amount.minor();
    }
    sandbox::Books books(bench.world(), subject.kind);
    qsizetype wanted = 0;
    // The last evening's trades are settled with the day after.
    for (QDate day = sandbox::localDay(to - std::chrono::hours(24 * 10)); day < sandbox::localDay(to).addDays(-1);
         day = day.addDays(1))
      for (const sandbox::Entry& entry : books.day(day)) {
        if (entry.kind != sandbox::EntryKind::Payment && entry.kind != sandbox::EntryKind::Refund)
          continue;
        ++wanted;
        const QString order = bench.world().order(entry.index).number;
        if (entry.kind == sandbox::EntryKind::Payment)
          QCOMPARE(payments.value(order), std::pair(entry.amount, sandbox::fee(entry.amount)));
        else
          QCOMPARE(refunds.value(order), -entry.amount);
      }
    QVERIFY(wanted > 20);
  }

  void alipaysAccount_movesByTheNetOfItsBills()
  {
    PeerBench bench(QStringLiteral("alipay"));
    const Instant to = bench.clock() - std::chrono::hours(24);
    bench.setWindow(to - std::chrono::hours(24 * 5), bench.clock());
    const auto got = bench.read(Stream::Bills, {});
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QMap<QString, qint64> net, fees;  // by kind of bill
    QMap<QString, QString> settledOn; // by kind of bill and payment
    std::optional<qint64> balance;
    for (const supercargo::BillLineSnapshot& line : got->billLines) {
      const QString bill = line.bill.section(u' ', 0, 0), day = line.bill.section(u' ', 1);
      QVERIFY(line.net && line.settledOn == day);
      if (line.kind != QLatin1String("payout"))
        net[bill] += line.net->minor();
      fees[bill] += line.fee ? line.fee->minor() : 0;
      if (line.kind == QLatin1String("payment"))
        settledOn.insert(bill + u' ' + line.paymentExternalId, line.settledOn);
      if (bill != QLatin1String("signcustomer"))
        continue;
      QVERIFY(line.balance);
      if (balance)
        QCOMPARE(line.balance->minor(), *balance + line.net->minor());
      balance = line.balance->minor();
    }
    // Both bills tell the same money: whoever adds up takes one of them.
    QVERIFY(fees.value(QStringLiteral("trade")) > 0);
    QCOMPARE(fees.value(QStringLiteral("signcustomer")), fees.value(QStringLiteral("trade")));
    QCOMPARE(net.value(QStringLiteral("signcustomer")), net.value(QStringLiteral("trade")));
    int both = 0;
    for (auto it = settledOn.cbegin(); it != settledOn.cend(); ++it)
      if (it.key().startsWith(QLatin1String("trade "))) {
        QCOMPARE(settledOn.value(QStringLiteral("signcustomer ") + it.key().section(u' ', 1)), it.value());
        ++both;
      }
    QVERIFY(both > 10);
  }

  void refund_happensOnceEvenWhenItsAnswerIsLost_data() { gateways(); }
  void refund_happensOnceEvenWhenItsAnswerIsLost()
  {
    QFETCH(int, number);
    const Case& subject = kCases[number];
    PeerBench bench(QString::fromLatin1(subject.gateway));
    const auto order = bench.orderPaidBefore(bench.clock() - std::chrono::hours(24 * 4));
    QVERIFY(order);
    bench.setWindow(*order->life.paid - std::chrono::hours(48), bench.clock());
    const auto known = bench.read(Stream::Payments, {});
    QVERIFY2(known, known ? "" : qPrintable(known.error().detail));
    QString payment;
    for (const supercargo::PaymentSnapshot& one : known->payments)
      if (one.orderNumber == order->number)
        payment = one.externalId;
    QVERIFY(!payment.isEmpty());
    const supercargo::RefundPayment refund{order->number, payment, QStringLiteral("RF-2026-001"),
                                           QStringLiteral("退货"), Money(150, Currency())};
    const qint64 before = order->refunded();
    for (int i = 0; i < 3; ++i) {
      const auto outcome = bench.act(refund, QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QVERIFY(outcome->accepted && !outcome->number.isEmpty());
      QCOMPARE(bench.now().refunded() - before, 150);
    }
    const auto asked = bench.ask(refund, QStringLiteral("k1"));
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
    QVERIFY(!*asked || (*asked)->accepted);
    const supercargo::RefundPayment larger{
        order->number, payment, QStringLiteral("RF-2026-002"), {}, Money(order->total(), Currency())};
    QVERIFY(!bench.act(larger, QStringLiteral("k2")));
    QCOMPARE(bench.now().refunded() - before, 150);
  }

  void void_takesAllBackOnceOnTheDayOfThePayment()
  {
    PeerBench bench(QStringLiteral("unionpay"));
    const auto order = bench.orderJustPaid();
    QVERIFY(order);
    bench.setClock(*order->life.paid + std::chrono::minutes(1));
    const auto wanted = [&](qint64 minor) {
      return supercargo::VoidPayment{order->number, {}, QStringLiteral("V42"), Money(minor, Currency())};
    };
    QVERIFY(!bench.act(wanted(order->total() - 1), QStringLiteral("k0")));
    QCOMPARE(bench.now().refunded(), 0);
    for (int i = 0; i < 3; ++i) { // also when the answers before were lost
      const auto outcome = bench.act(wanted(order->total()), QStringLiteral("k1"));
      QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
      QVERIFY(outcome->accepted && !outcome->number.isEmpty());
      QCOMPARE(bench.now().refunded(), order->total());
    }
    const auto asked = bench.ask(wanted(order->total()), QStringLiteral("k1"));
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
    QVERIFY(*asked && (*asked)->accepted);
    const auto old = bench.orderPaidBefore(bench.clock() - std::chrono::hours(24 * 4));
    QVERIFY(old);
    const auto late =
        bench.act(supercargo::VoidPayment{old->number, {}, QStringLiteral("V43"), Money(old->total(), Currency())},
                  QStringLiteral("k2"));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, supercargo::ErrorKind::Rejected);
    QCOMPARE(bench.now().refunded(), 0);
  }

  void callsWithoutCredentials_areRefused()
  {
    sandbox::Options options;
    options.orders = 20;
    options.shops = {sandbox::Shop::Youzan, sandbox::Shop::Shopify};
    sandbox::Sandbox world(options, [] { return *supercargo::parseIso(u"2026-11-24T00:00:00Z"); });
    world.setOrigin(QStringLiteral("http://127.0.0.1:9"));
    const auto ask = [&](const QByteArray& method, const QByteArray& path, const QByteArray& body) {
      return world.answer({method, path, {}, body, {}});
    };
    const QByteArray forged = "certId=68000000002&signMethod=01&version=5.1.0&merId=777000000000001&orderId=E2026&"
                              "txnTime=20260101000000&txnType=00&signature=QUJD";
    QVERIFY(ask("POST", "/unionpay/gateway/api/queryTrans.do", forged).body.contains("respCode=11"));
    QCOMPARE(ask("GET", "/paypal/v1/reporting/transactions", {}).status, 401);
    QCOMPARE(ask("POST", "/paypal/v1/oauth2/token", "grant_type=client_credentials").status, 401);
    QVERIFY(ask("POST", "/youzan/api/youzan.trades.sold.get/4.0.4", "{}").body.contains("4201"));
  }

  void paymentsAndOrders_findEachOther_data() { gateways(); }
  void paymentsAndOrders_findEachOther()
  {
    QFETCH(int, number);
    const Case& subject = kCases[number];
    const World world(worldOf(QString::fromLatin1(subject.shop), 120, 10));
    QVERIFY(world.isReady());
    world.freeze();
    const Profile profile;
    QCOMPARE(profile.initHasty().status, 0);
    for (const char* provider : {subject.shop, subject.gateway})
      QCOMPARE(addAccount(profile, world.account(QString::fromLatin1(provider))).status, 0);
    const Ran ran = profile.run(kSync);
    QVERIFY2(ran.status == 0, ran.all().constData());
    int rows = 0, linked = 0;
    for (const QJsonValue row : profile
                                    .run({QStringLiteral("payments"), QStringLiteral("list"), QStringLiteral("--limit"),
                                          QStringLiteral("all")})
                                    .array()) {
      ++rows;
      linked += row[QLatin1String("order")].isDouble();
    }
    QVERIFY(rows > 60);
    QCOMPARE(linked, rows);
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
  }
};

SC_TEST(GatewaysTest)

#include "gateways_test.moc"
