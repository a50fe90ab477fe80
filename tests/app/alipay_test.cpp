#include "app/sandbox/alipay_modes.h"
#include "core/outbox/outbox.h"
#include "tests/app/merchant.h"
#include "tests/support/testmain.h"

#include <atomic>

namespace supercargo::test {
namespace {

const QStringList kPlain, kCertificates{u"certificate_fields"_s}, kEncrypted{u"encryption_fields"_s},
    kBoth = kCertificates + kEncrypted;

/// A merchant of the world's Alipay whose app is set up in the ways that the world announces by these names.
class AlipayDesk {
public:
  explicit AlipayDesk(const QStringList& chosen, const QJsonObject& mistaken = {}) : m_desk(wire, inShortPages)
  {
    wire.freeze();
    QJsonObject& account = wire.accounts[u"alipay"_s];
    QJsonObject fields = account[u"fields"_s].toObject();
    const auto put = [&fields](const QJsonObject& more) {
      for (auto it = more.begin(); it != more.end(); ++it)
        fields.insert(it.key(), it.value());
    };
    for (const QString& way : chosen)
      put(account[way].toObject());
    put(mistaken);
    if (fields.contains(u"alipay_cert"_s))
      fields.remove(u"alipay_public_key"_s);
    account.insert(u"fields"_s, fields);
    wire.watch = [this](const HttpRequest& request) {
      if (!request.url.contains("/gateway.do"))
        return;
      ++calls;
      certified += request.url.contains("app_cert_sn=") && request.url.contains("alipay_root_cert_sn=");
      encrypted +=
          request.url.contains("encrypt_type=AES") && !QByteArray::fromPercentEncoding(request.body).contains('{');
      closings += request.url.contains("method=alipay.trade.close");
    };
    m_desk.connect(u"alipay"_s);
  }

  QStringList sync(const std::vector<Stream>& streams) { return m_desk.sync(streams); }
  QStringList rows()
  {
    return must(m_desk.database->read([](Connection& c) -> Result<QStringList> { return everything(c); }).result());
  }

  /// What became of an action, sent by the engine.
  OutboxEntry act(const QString& key, const ActionKind& what)
  {
    NewAction wanted;
    wanted.account = AccountId(1);
    wanted.action = {key, what};
    wanted.actor = u"owner"_s;
    const ActionId id = must(m_desk.database
                                 ->write([wanted, now = wire.time.clock()()](Connection& c, ChangeSet& changes) {
                                   return enqueueAction(c, wanted, now, changes);
                                 })
                                 .result());
    m_desk.sendActions();
    return must(m_desk.database->read([id](Connection& c) { return outboxEntry(c, id); }).result()).value();
  }

  sandbox::World& world() { return wire.sandbox().world(); }
  /// An order whose money Alipay has, all of it.
  sandbox::Order paidOrder()
  {
    for (qint64 index = 0; index < world().orderCount(); ++index)
      if (const sandbox::Order order = world().order(index);
          order.state == sandbox::State::Delivered && order.refunds.empty() && order.total() > 100)
        return order;
    qFatal("the world has no order that was paid");
  }

  Wire wire;
  std::atomic<int> calls = 0, certified = 0, encrypted = 0, closings = 0;

private:
  Desk m_desk;
};

} // namespace

/// The world's Alipay by the engine: every way in which an app may sign and talk, and payments that nobody has made.
class AlipayTest : public QObject {
  Q_OBJECT

private:
  static void ways()
  {
    QTest::addColumn<QStringList>("chosen");
    QTest::newRow("public key") << kPlain;
    QTest::newRow("certificates") << kCertificates;
    QTest::newRow("encrypted") << kEncrypted;
    QTest::newRow("certificates and encrypted") << kBoth;
  }

private Q_SLOTS:
  void everyWay_bringsTheSameRows_data() { ways(); }
  void everyWay_bringsTheSameRows()
  {
    QFETCH(QStringList, chosen);
    AlipayDesk plain(kPlain), desk(chosen);
    for (AlipayDesk* one : {&plain, &desk})
      QCOMPARE(one->sync({Stream::Payments, Stream::Bills}), QStringList());
    QVERIFY(desk.rows().size() > 100);
    QVERIFY2(desk.rows() == plain.rows(), qPrintable(firstDifference(desk.rows(), plain.rows())));
    QCOMPARE(desk.certified.load(), chosen.contains(kCertificates.front()) ? desk.calls.load() : 0);
    QCOMPARE(desk.encrypted.load(), chosen.contains(kEncrypted.front()) ? desk.calls.load() : 0);
  }

  void everyWay_refundsOnce_data() { ways(); }
  void everyWay_refundsOnce()
  {
    QFETCH(QStringList, chosen);
    AlipayDesk desk(chosen);
    const sandbox::Order order = desk.paidOrder();
    for (const char* key : {"first", "again"}) { // the same number is the same refund
      const OutboxEntry entry = desk.act(QString::fromLatin1(key),
                                         RefundPayment{order.number, {}, u"R1"_s, u"late"_s, Money(100, Currency())});
      QVERIFY2(entry.state == ActionState::Done, qPrintable(entry.error));
    }
    const auto refunds = desk.world().order(order.index).change.refunds;
    QCOMPARE(refunds.size(), size_t(1));
    QCOMPARE(refunds.front().request, u"R1"_s);
    QCOMPARE(refunds.front().amount, 100);
  }

  void wrongSetup_isTold_data()
  {
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<QJsonObject>("mistaken");
    QTest::addColumn<QString>("said");
    const QJsonObject right = sandbox::alipayCertificateFields();
    QTest::newRow("another app's certificate")
        << kCertificates << QJsonObject{{u"app_cert"_s, right[u"alipay_cert"_s]}} << u"isv.app-cert-not-exist"_s;
    QTest::newRow("another certificate of Alipay's")
        << kCertificates << QJsonObject{{u"alipay_cert"_s, right[u"app_cert"_s]}}
        << u"Alipay signs with a new certificate"_s;
    QTest::newRow("another root") << kCertificates << QJsonObject{{u"root_cert"_s, right[u"app_cert"_s]}}
                                  << u"does not belong to the root"_s;
    QTest::newRow("another content key") << kEncrypted << QJsonObject{{u"aes_key"_s, u"b3RoZXItc2FuZGJveC1rZQ=="_s}}
                                         << u"isv.decryption-error-unknown"_s;
  }
  void wrongSetup_isTold()
  {
    QFETCH(QStringList, chosen);
    QFETCH(QJsonObject, mistaken);
    QFETCH(QString, said);
    AlipayDesk desk(chosen, mistaken);
    const QStringList errors = desk.sync({Stream::Payments});
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.front().contains(said), qPrintable(errors.front()));
    QCOMPARE(desk.rows(), QStringList());
  }

  void awaitedPayment_isClosedOnceAndNeverMade()
  {
    AlipayDesk desk(kPlain);
    const qint64 before = desk.world().orderCount();
    desk.wire.control("step", {{u"orders"_s, 10}});
    std::vector<qint64> unpaid; // whose buyers would pay in a while
    for (qint64 index = before; index < desk.world().orderCount(); ++index)
      if (desk.world().order(index).state == sandbox::State::Unpaid && desk.world().fate(index).paid)
        unpaid.push_back(index);
    QVERIFY(unpaid.size() >= 2);
    const QString number = desk.world().order(unpaid[0]).number;
    desk.wire.control("cashier", {{u"number"_s, number}});
    for (const char* key : {"first", "again"}) {
      const OutboxEntry entry = desk.act(QString::fromLatin1(key), ClosePayment{number, {}});
      QVERIFY2(entry.state == ActionState::Done, qPrintable(entry.error));
    }
    QCOMPARE(desk.closings.load(), 1); // what is closed needs no closing
    QCOMPARE(desk.world().order(unpaid[0]).state, sandbox::State::Cancelled);
    desk.wire.control("freeze", {{u"on"_s, false}});
    desk.wire.time.advance(24h);
    desk.world().advance();
    QVERIFY(desk.world().order(unpaid[1]).life.paid);
    QVERIFY(!desk.world().order(unpaid[0]).life.paid);
  }

  void paymentThatWasMade_isNotClosed()
  {
    AlipayDesk desk(kPlain);
    const sandbox::Order order = desk.paidOrder();
    const OutboxEntry entry = desk.act(u"close"_s, ClosePayment{order.number, {}});
    QCOMPARE(entry.state, ActionState::Failed);
    QVERIFY2(entry.error.contains("it can only be refunded"_L1), qPrintable(entry.error));
    QCOMPARE(desk.closings.load(), 0);
    QCOMPARE(desk.world().order(order.index).state, sandbox::State::Delivered);
  }

  void paymentThatNobodyBegan_isNotThere()
  {
    AlipayDesk desk(kPlain);
    desk.wire.control("step", {{u"orders"_s, 1}});
    const sandbox::Order order = desk.world().order(desk.world().orderCount() - 1);
    const OutboxEntry entry = desk.act(u"close"_s, ClosePayment{order.number, {}});
    QCOMPARE(entry.state, ActionState::Failed);
    QVERIFY2(entry.error.contains("ACQ.TRADE_NOT_EXIST"_L1), qPrintable(entry.error));
  }
};

SC_TEST(AlipayTest)

} // namespace supercargo::test

#include "alipay_test.moc"
