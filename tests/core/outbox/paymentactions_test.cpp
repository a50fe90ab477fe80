#include "core/outbox/orderactions.h"
#include "core/outbox/paymentactions.h"
#include "core/store/accounts.h"
#include "core/store/money.h"
#include "core/store/orders.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kOwner = QStringLiteral("owner");

/// A shop that refunds by itself, and the gateway that has the money.
struct Till {
  Till()
  {
    shop = add(QStringLiteral("woocommerce"));
    gateway = add(QStringLiteral("unionpay"));
    OrderSnapshot made;
    made.externalId = made.number = QStringLiteral("N1");
    made.status = OrderStatus::ToShip;
    made.payment = PaymentStatus::Paid;
    made.total = made.goods = made.paid = Money(1000, Currency());
    made.placedAt = kNow;
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    order = OrderId(must(c.number(QStringLiteral("SELECT id FROM orders"))));
    PaymentSnapshot paid;
    paid.externalId = QStringLiteral("Q1");
    paid.orderNumber = made.number;
    paid.status = GatewayPaymentStatus::Paid;
    paid.amount = made.total;
    paid.paidAt = kNow;
    must(upsertPayments(c, {gateway, std::nullopt, kNow}, {paid}, changes));
    payment = PaymentId(must(c.number(QStringLiteral("SELECT id FROM payments"))));
  }
  AccountId add(const QString& provider)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = kNow;
    return must(addAccount(c, row));
  }
  Result<ActionId> takeBack() { return voidPayment(c, payment, kOwner, kNow, changes); }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, gateway;
  OrderId order;
  PaymentId payment;
};

} // namespace

class PaymentActionsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void void_isAskedOnce()
  {
    Till till;
    const ActionId first = must(till.takeBack());
    QCOMPARE(must(till.takeBack()), first);
  }

  void void_isRefusedWhileARefundThroughTheShopIsUnderWay()
  {
    Till till;
    must(refundOrder(till.c, till.order, Money(400, Currency()), QStringLiteral("late"), kOwner, kNow, till.changes));
    const auto refused = till.takeBack();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
  }

  void refund_isRefusedWhileAVoidIsUnderWay()
  {
    Till till;
    must(till.takeBack());
    const auto refused =
        refundOrder(till.c, till.order, Money(400, Currency()), QStringLiteral("late"), kOwner, kNow, till.changes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
  }
};

SC_TEST(PaymentActionsTest)
#include "paymentactions_test.moc"
