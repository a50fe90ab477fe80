#include "core/outbox/outbox.h"
#include "core/store/bills.h"
#include "core/store/money.h"
#include "tests/app/merchant.h"
#include "tests/support/testmain.h"

namespace supercargo::test {
namespace {

/// A world whose UnionPay merchant signs in this way; `fields` of his account are put anew.
struct SecureWorld {
  explicit SecureWorld(const QJsonObject& fields) : wire(worldFor(*findProvider(u"unionpay")))
  {
    wire.freeze();
    QJsonObject& account = wire.accounts[u"unionpay"_s];
    QJsonObject all = account[QLatin1String("fields")].toObject();
    for (const char* name : {"signing_cert", "cert_password", "middle_cert", "root_cert"})
      all.remove(QLatin1String(name)); // the key is enough
    for (auto field = fields.begin(); field != fields.end(); ++field)
      all.insert(field.key(), field.value());
    account.insert(u"fields"_s, all);
  }
  Wire wire;
};

void ways()
{
  QTest::addColumn<QString>("way");
  QTest::newRow("SHA-256") << u"11"_s;
  QTest::newRow("SM3") << u"12"_s;
}

template <class Fn>
auto read(Desk& desk, Fn fn)
{
  return must(desk.database->read(std::move(fn)).result());
}

} // namespace

/// UnionPay with a secure key instead of certificates (signMethod 11 and 12).
class SecureKeysTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void paymentsAndBills_areRead_data() { ways(); }
  void paymentsAndBills_areRead()
  {
    QFETCH(QString, way);
    SecureWorld world({{u"sign_method"_s, way}});
    Desk desk(world.wire, inShortPages);
    desk.connect(u"unionpay"_s);
    QCOMPARE(desk.sync({}), QStringList());
    QVERIFY(read(desk, [](Connection& c) { return paymentRows(c, 0); }).size() > 10);
    int corrections = 0;
    for (const BillRow& row : read(desk, [](Connection& c) { return billRows(c); }))
      corrections += row.line.kind == "adjustment"_L1 && row.line.bill.startsWith("zme "_L1);
    QVERIFY(corrections > 0);
  }

  void refund_movesMoneyOnce_data() { ways(); }
  void refund_movesMoneyOnce()
  {
    QFETCH(QString, way);
    SecureWorld world({{u"sign_method"_s, way}});
    Desk desk(world.wire, inShortPages);
    desk.connect(u"unionpay"_s);
    const sandbox::World& truth = world.wire.sandbox().world();
    qint64 index = truth.orderCount() - 1;
    while (truth.order(index).state != sandbox::State::Delivered || !truth.order(index).refunds.empty())
      --index;
    NewAction wanted;
    wanted.account = read(desk, [](Connection& c) { return accountRows(c); }).front().id;
    wanted.action.idempotencyKey = u"k1"_s;
    wanted.action.what =
        RefundPayment{truth.order(index).number, {}, u"RF2026001"_s, u"退货"_s, Money(150, Currency())};
    wanted.actor = u"owner"_s;
    const ActionId id = must(desk.database
                                 ->write([wanted](Connection& c, ChangeSet& changes) {
                                   return enqueueAction(c, wanted, kWireBegins, changes);
                                 })
                                 .result());
    QVERIFY(desk.sendActions());
    const auto entry = read(desk, [id](Connection& c) { return outboxEntry(c, id); });
    QVERIFY2(entry->state == ActionState::Done, qPrintable(entry->error));
    QCOMPARE(truth.order(index).refunded(), 150);
  }

  void anotherKey_isRefusedAndNothingIsKept()
  {
    SecureWorld world({{u"sign_method"_s, u"11"_s}, {u"secure_key"_s, u"another"_s}});
    Desk desk(world.wire, inShortPages);
    desk.connect(u"unionpay"_s);
    const QStringList errors = desk.sync({Stream::Bills});
    QCOMPARE(errors.size(), 1);
    QVERIFY(read(desk, [](Connection& c) { return billRows(c); }).empty());
  }
};

SC_TEST(SecureKeysTest)

} // namespace supercargo::test

#include "securekeys_test.moc"
