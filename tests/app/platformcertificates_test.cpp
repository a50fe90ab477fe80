#include "app/sandbox/platformkeys.h"
#include "core/outbox/outbox.h"
#include "tests/app/merchant.h"
#include "tests/support/testmain.h"

namespace supercargo::test {
namespace {

using sandbox::PlatformCertificates;

/// A merchant of WeChat Pay who has no public key of it.
class CertificateMerchant {
public:
  explicit CertificateMerchant(Wire& wire) : desk((leaveOutPublicKey(wire), wire), inShortPages), m_wire(wire)
  {
    desk.connect(u"wechatpay"_s);
    wire.watch = [this](const HttpRequest& request) { // the world is locked meanwhile
      const int before = m_sent.value(request.operation);
      m_sent[request.operation] = before + 1;
      if (request.operation == m_changeAt && before == m_changeAfter)
        m_wire.sandbox().site().certificates = m_changeTo;
    };
  }
  ~CertificateMerchant() { m_wire.watch = nullptr; }

  /// Just before this call is made after it was made `after` times.
  void changeAt(const QString& operation, int after, PlatformCertificates to)
  {
    m_changeAt = operation;
    m_changeAfter = after;
    m_changeTo = to;
  }

  int sent(const QString& operation) const { return m_sent.value(operation); }

  QStringList rows()
  {
    return must(desk.database->read([](Connection& c) -> Result<QStringList> { return everything(c); }).result());
  }

  /// What became of a deed, as far as the outbox got with it.
  OutboxEntry did(const ActionKind& what, const QString& key)
  {
    const ActionId id = must(desk.database
                                 ->write([what, key](Connection& c, ChangeSet& changes) -> Result<ActionId> {
                                   SC_TRY_ASSIGN(accounts, accountRows(c));
                                   NewAction wanted;
                                   wanted.account = accounts.front().id;
                                   wanted.action.idempotencyKey = key;
                                   wanted.action.what = what;
                                   wanted.actor = u"owner"_s;
                                   return enqueueAction(c, wanted, kWireBegins, changes);
                                 })
                                 .result());
    if (!desk.sendActions())
      qFatal("the outbox does not come to rest");
    return *must(desk.database->read([id](Connection& c) { return outboxEntry(c, id); }).result());
  }

  Desk desk;

private:
  static void leaveOutPublicKey(Wire& wire)
  {
    QJsonObject& account = wire.accounts[u"wechatpay"_s];
    QJsonObject fields = account[QLatin1String("fields")].toObject();
    fields.remove(u"public_key_id"_s);
    fields.remove(u"public_key"_s);
    account.insert(u"fields"_s, fields);
  }

  Wire& m_wire;
  QMap<QString, int> m_sent; ///< by operation
  QString m_changeAt;
  int m_changeAfter = 0;
  PlatformCertificates m_changeTo = PlatformCertificates::First;
};

const QString kCertificates = u"session.certificates"_s;

const Provider& wechatPay()
{
  return *findProvider(u"wechatpay");
}

QStringList rowsWithPublicKey()
{
  Wire wire(worldFor(wechatPay()));
  wire.freeze();
  Merchant merchant(wire, wechatPay());
  merchant.sync();
  return merchant.rows();
}

} // namespace

/// WeChat Pay with platform certificates, and while they change.
class PlatformCertificatesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sync_readsTheSameAsWithThePublicKey()
  {
    Wire wire(worldFor(wechatPay()));
    wire.freeze();
    CertificateMerchant merchant(wire);
    QCOMPARE(merchant.desk.sync({}), QStringList());
    QVERIFY(merchant.rows().size() > 20);
    const QStringList wanted = rowsWithPublicKey(), got = merchant.rows();
    QVERIFY2(got == wanted, qPrintable(firstDifference(got, wanted)));
    QCOMPARE(merchant.sent(kCertificates), 1);
  }

  void changeMidWay_isFollowedByFetchingThemOnce_data()
  {
    QTest::addColumn<int>("to");
    QTest::newRow("both sign in turn") << int(PlatformCertificates::Both);
    QTest::newRow("the first is gone") << int(PlatformCertificates::Second);
  }
  void changeMidWay_isFollowedByFetchingThemOnce()
  {
    QFETCH(int, to);
    Wire wire(worldFor(wechatPay()));
    wire.freeze();
    CertificateMerchant merchant(wire);
    merchant.changeAt(u"payments.query"_s, 5, PlatformCertificates(to));
    QCOMPARE(merchant.desk.sync({}), QStringList());
    QVERIFY(merchant.sent(u"payments.query"_s) > 10);
    QCOMPARE(merchant.sent(kCertificates), 2);
    const QStringList wanted = rowsWithPublicKey(), got = merchant.rows();
    QVERIFY2(got == wanted, qPrintable(firstDifference(got, wanted)));
  }

  void endOfAChange_needsNoFetching()
  {
    Wire wire(worldFor(wechatPay()));
    wire.freeze();
    wire.sandbox().site().certificates = PlatformCertificates::Both;
    CertificateMerchant merchant(wire);
    merchant.changeAt(u"payments.query"_s, 5, PlatformCertificates::Second);
    QCOMPARE(merchant.desk.sync({}), QStringList());
    QCOMPARE(merchant.sent(kCertificates), 1);
  }

  void unlistedCertificate_isRefusedByItsNumber()
  {
    Wire wire(worldFor(wechatPay()));
    wire.freeze();
    wire.sandbox().site().certificates = PlatformCertificates::Unlisted;
    CertificateMerchant merchant(wire);
    const QStringList errors = merchant.desk.sync({Stream::Bills});
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.front().contains(u"not genuine"_s) &&
                 errors.front().contains(QLatin1String(sandbox::kNextPlatformSerial)),
             qPrintable(errors.front()));
    QVERIFY(merchant.rows().isEmpty());
    QCOMPARE(merchant.sent(kCertificates), 2); // at first, and once more for the unknown number
  }

  void refund_movesMoneyOnceWhileCertificatesChange()
  {
    Wire wire(worldFor(wechatPay()));
    wire.freeze();
    CertificateMerchant merchant(wire);
    QCOMPARE(merchant.desk.sync({}), QStringList());
    sandbox::World& world = wire.sandbox().world();
    qint64 index = world.orderCount() - 1;
    while (world.order(index).state != sandbox::State::Delivered || !world.order(index).refunds.empty())
      --index;
    const sandbox::Order order = world.order(index);
    merchant.changeAt(u"refund.create"_s, 0, PlatformCertificates::Second);
    const RefundPayment refund{order.number, order.tradeNo, u"RF-2026-001"_s, u"退货"_s, Money(150, Currency())};
    const OutboxEntry entry = merchant.did(refund, u"k1"_s);
    QVERIFY2(entry.state == ActionState::Done, qPrintable(entry.error));
    QCOMPARE(world.order(index).refunded(), 150);
    QCOMPARE(merchant.sent(kCertificates), 2);
  }

  void unpaidOrder_isClosedOnceWhileCertificatesChange()
  {
    Wire wire(worldFor(wechatPay()));
    wire.control("step", {{u"orders"_s, 1}});
    wire.freeze();
    CertificateMerchant merchant(wire);
    const sandbox::World& world = wire.sandbox().world();
    const sandbox::Order order = world.order(world.orderCount() - 1);
    QVERIFY(!order.life.paid && !order.life.cancelled);
    merchant.changeAt(u"payment.close"_s, 0, PlatformCertificates::Second);
    const OutboxEntry closed = merchant.did(ClosePayment{order.number, {}}, u"k1"_s);
    QVERIFY2(closed.state == ActionState::Done, qPrintable(closed.error));
    QCOMPARE(merchant.sent(u"payment.close"_s), 2); // its first answer could not be proven
    const OutboxEntry again = merchant.did(ClosePayment{order.number, {}}, u"k2"_s);
    QVERIFY2(again.state == ActionState::Done, qPrintable(again.error));
    QCOMPARE(merchant.sent(u"payment.close"_s), 2); // it is closed already
  }

  void paidOrder_isNotClosed()
  {
    Wire wire(worldFor(wechatPay()));
    wire.freeze();
    CertificateMerchant merchant(wire);
    const sandbox::World& world = wire.sandbox().world();
    qint64 index = world.orderCount() - 1;
    while (!world.order(index).life.paid)
      --index;
    const OutboxEntry entry = merchant.did(ClosePayment{world.order(index).number, {}}, u"k1"_s);
    QCOMPARE(entry.state, ActionState::Failed);
    QCOMPARE(merchant.sent(u"payment.close"_s), 0);
  }
};

SC_TEST(PlatformCertificatesTest)

} // namespace supercargo::test

#include "platformcertificates_test.moc"
