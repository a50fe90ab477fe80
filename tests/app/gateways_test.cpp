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
  bool hasPages = false; ///< numbered ones, and a session
};
constexpr Case kCases[] = {{"wechatpay", "jd", sandbox::Gateway::WechatPay},
                           {"unionpay", "youzan", sandbox::Gateway::UnionPay},
                           {"paypal", "shopify", sandbox::Gateway::PayPal, true},
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

/// All payments as rows that can be compared between two workspaces.
QStringList rowsOf(const Profile& profile)
{
  QStringList rows;
  for (const QJsonValue value :
       profile
           .run({QStringLiteral("payments"), QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("all")})
           .array()) {
    QJsonObject row = value.toObject();
    for (const char* own : {"id", "account", "order"})
      row.remove(QLatin1String(own));
    rows.append(QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)));
  }
  rows.sort();
  return rows;
}

QString firstDifference(const QStringList& got, const QStringList& wanted)
{
  QString text = QStringLiteral("%1 rows instead of %2").arg(got.size()).arg(wanted.size());
  for (const QString& row : wanted)
    if (!got.contains(row))
      return text + QStringLiteral("; missing ") + row;
  for (const QString& row : got)
    if (!wanted.contains(row))
      return text + QStringLiteral("; too many ") + row;
  return text;
}

} // namespace

/// WeChat Pay, UnionPay, PayPal and Stripe against the simulated world.
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
              line.bill.startsWith(QLatin1String("trade "))); // a bill of trades tells none
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

  void sync_survivesEveryFaultWithTheSameRows_data()
  {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("fault");
    for (int i = 0; i < int(std::size(kCases)); ++i)
      for (const char* fault : {"429", "5xx", "truncated", "bad-signature", "duplicate-page", "reordered-page",
                                "expired-token", "lost-answer"}) {
        const bool isOfPages = QByteArray(fault).endsWith("-page") || qstrcmp(fault, "expired-token") == 0;
        if (kCases[i].hasPages || !isOfPages)
          QTest::addRow("%s %s", kCases[i].gateway, fault) << i << QString::fromLatin1(fault);
      }
  }
  void sync_survivesEveryFaultWithTheSameRows()
  {
    QFETCH(int, number);
    QFETCH(QString, fault);
    const Case& subject = kCases[number];
    const QString gateway = QString::fromLatin1(subject.gateway);
    const bool needsPages = fault == QStringLiteral("duplicate-page");
    const World world(worldOf(QString::fromLatin1(subject.shop), needsPages ? 1500 : 100, needsPages ? 20 : 8));
    QVERIFY(world.isReady());
    world.freeze();
    const Profile calm;
    QCOMPARE(calm.initHasty().status, 0);
    const Ran added = addAccount(calm, world.account(gateway));
    QVERIFY2(added.status == 0, added.all().constData());
    const Ran first = calm.run(kSync);
    QVERIFY2(first.status == 0, first.all().constData());
    const QStringList wanted = rowsOf(calm);
    QVERIFY(wanted.size() > 50);

    const Profile profile;
    QCOMPARE(profile.initHasty().status, 0);
    QCOMPARE(addAccount(profile, world.account(gateway)).status, 0);
    world.control(QStringLiteral("faults"), {{fault, needsPages ? 0.5 : 0.08}}); // a trade is a call
    Ran ran;
    qint64 struck = 0;
    for (int pass = 0; pass < 10 && struck == 0; ++pass) {
      ran = profile.run(kSync + QStringList{QStringLiteral("--full")});
      struck = world.control(QStringLiteral("state"))[QStringLiteral("struck")][fault].toInteger();
    }
    QVERIFY2(struck > 0 || fault == QStringLiteral("lost-answer"), "the fault never struck");
    const QByteArray during = ran.all();
    world.control(QStringLiteral("faults"), {{fault, 0}});
    QStringList got;
    QElapsedTimer timer;
    for (timer.start(); got != wanted && !timer.hasExpired(30'000);) {
      ran = profile.run(kSync);
      got = rowsOf(profile);
    }
    QVERIFY2(got == wanted, qPrintable(firstDifference(got, wanted) + QString::fromUtf8(during)));
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
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
