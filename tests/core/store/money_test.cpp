#include "core/store/accounts.h"
#include "core/store/money.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
const AccountId kShop{1}, kGateway{2};

OrderSnapshot order(const QString& number, qint64 minor = 2590, std::chrono::minutes age = std::chrono::minutes(60))
{
  OrderSnapshot o;
  o.externalId = QStringLiteral("x") + number + QString::number(minor);
  o.number = number;
  o.status = OrderStatus::AwaitingPayment;
  o.payment = PaymentStatus::Unpaid;
  o.total = Money(minor, Currency());
  o.placedAt = kNow - age;
  return o;
}

PaymentSnapshot payment(const QString& number, GatewayPaymentStatus status = GatewayPaymentStatus::Paid)
{
  PaymentSnapshot p;
  p.externalId = QStringLiteral("pay-") + number;
  p.orderNumber = number;
  p.amount = Money(2590, Currency());
  p.status = status;
  p.paidAt = kNow - std::chrono::minutes(5);
  return p;
}

/// Of the payment of order A1.
BillLineSnapshot refundLine(int number, qint64 minor)
{
  BillLineSnapshot line;
  line.bill = QStringLiteral("trade 2026-01-14");
  line.entryId = line.refundNumber = QStringLiteral("RF%1").arg(number);
  line.kind = QStringLiteral("refund");
  line.paymentExternalId = payment(QStringLiteral("A1")).externalId;
  line.amount = Money(minor, Currency());
  return line;
}
} // namespace

class MoneyTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }
  void put(const OrderSnapshot& o) { must(upsertOrders(c(), {kShop, std::nullopt, kNow}, {o}, m_changes)); }
  UpsertCount pay(const PaymentSnapshot& p)
  {
    return must(upsertPayments(c(), {kGateway, std::nullopt, kNow}, {p}, m_changes));
  }
  UpsertCount bill(const std::vector<BillLineSnapshot>& lines)
  {
    return must(upsertBillLines(c(), {kGateway, std::nullopt, kNow}, lines, m_changes));
  }
  PaymentRow stored(const QString& number)
  {
    const auto rows = must(paymentRows(c(), 0));
    const auto row = std::ranges::find(rows, payment(number).externalId, &PaymentRow::externalId);
    return row == rows.end() ? PaymentRow{} : *row;
  }
  OrderRow only() { return must(orderRows(c(), {})).front(); }
  QStringList kinds()
  {
    QStringList kinds;
    const OrderDetails details = *must(orderDetails(c(), only().id));
    for (const TimelineEntry& entry : details.timeline)
      kinds << entry.kind;
    return kinds;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
  }
  void cleanup() { m_temp.reset(); }

  void payment_marksItsOrderPaidOnce()
  {
    put(order(QStringLiteral("A1")));
    QCOMPARE(pay(payment(QStringLiteral("A1"))).inserted, 1);
    QCOMPARE(pay(payment(QStringLiteral("A1"))).unchanged, 1);
    QCOMPARE(only().status, OrderStatus::ToShip);
    QCOMPARE(only().payment, PaymentStatus::Paid);
    QCOMPARE(kinds().count(QStringLiteral("paid")), 1);
    QVERIFY(m_changes.orders.contains(only().id.value()));
    QCOMPARE(must(paymentRows(c(), 10))[0].order, std::optional(only().id));
  }

  void shopAndGatewaySayingTheSame_isOneRowInEitherOrder()
  {
    OrderSnapshot told = order(QStringLiteral("A1"));
    told.payment = PaymentStatus::Paid;
    told.paid = told.total;
    told.paidAt = kNow;
    put(told);
    pay(payment(QStringLiteral("A1")));
    QCOMPARE(kinds().count(QStringLiteral("paid")), 1);

    pay(payment(QStringLiteral("A2")));
    told.externalId = told.number = QStringLiteral("A2");
    told.placedAt += std::chrono::seconds(1); // so that it is the first of the list
    put(told);
    QCOMPARE(only().number, QStringLiteral("A2"));
    QCOMPARE(kinds().count(QStringLiteral("paid")), 1);
  }

  void declinedPayment_keepsCodeAndReason()
  {
    PaymentSnapshot failed = payment(QStringLiteral("A1"));
    failed.status = GatewayPaymentStatus::Failed;
    QCOMPARE(pay(failed).inserted, 1);
    failed.declineCode = QStringLiteral("64");
    failed.declineReason = QStringLiteral("insufficient_funds");
    QCOMPARE(pay(failed).changed, 1); // told later
    QCOMPARE(pay(failed).unchanged, 1);
    const PaymentRow row = must(paymentRows(c(), 10)).front();
    QCOMPARE(row.declineCode, QStringLiteral("64"));
    QCOMPARE(row.declineReason, QStringLiteral("insufficient_funds"));
  }

  void gatewayKnowingAnotherSum_isARowOfItsOwn()
  {
    OrderSnapshot told = order(QStringLiteral("A1"));
    told.payment = PaymentStatus::Paid;
    told.paid = Money(told.total.minor() - 100, told.total.currency());
    told.paidAt = kNow;
    put(told);
    pay(payment(QStringLiteral("A1")));
    QCOMPARE(kinds().count(QStringLiteral("paid")), 2);
  }

  void paymentBeforeItsOrder_isLinkedWhenTheOrderComes()
  {
    pay(payment(QStringLiteral("A1")));
    QVERIFY(!must(paymentRows(c(), 10))[0].order);
    put(order(QStringLiteral("A1")));
    QCOMPARE(must(paymentRows(c(), 10))[0].order, std::optional(only().id));
  }

  void gatewaysOwnIdAsReference_linksInEitherOrder()
  {
    PaymentSnapshot paid = payment(QStringLiteral("2026011422001"));
    paid.orderNumber = QStringLiteral("T200P1"); // the shop never tells this one
    OrderSnapshot told = order(QStringLiteral("A1"));
    told.paymentReference = paid.externalId;
    put(told);
    pay(paid);
    QCOMPARE(must(paymentRows(c(), 1))[0].order, std::optional(only().id));
    QCOMPARE(only().payment, PaymentStatus::Paid);

    paid.externalId = QStringLiteral("2026011422002");
    paid.orderNumber.clear();
    pay(paid);
    QVERIFY(!must(paymentRows(c(), 1))[0].order);
    told = order(QStringLiteral("A2"), 2590, std::chrono::minutes(30)); // the first of the list
    told.paymentReference = paid.externalId;
    put(told);
    QCOMPARE(only().number, QStringLiteral("A2"));
    QCOMPARE(must(paymentRows(c(), 1))[0].order, std::optional(only().id));
    QCOMPARE(only().payment, PaymentStatus::Paid);
    QCOMPARE(kinds().count(QStringLiteral("paid")), 1);
  }

  void shopsOwnIdOfAnOrder_linksInEitherOrder()
  {
    AccountRow shop;
    shop.provider = shop.name = QStringLiteral("stripe");
    QCOMPARE(must(addAccount(c(), shop)), kShop);
    OrderSnapshot told = order(QStringLiteral("A1"));
    PaymentSnapshot paid = payment(told.externalId);
    put(told);
    pay(paid);
    QCOMPARE(must(paymentRows(c(), 1))[0].order, std::optional(only().id));

    told = order(QStringLiteral("A2"), 2590, std::chrono::minutes(30)); // the first of the list
    paid = payment(told.externalId);
    pay(paid);
    put(told);
    QCOMPARE(only().number, QStringLiteral("A2"));
    QCOMPARE(stored(told.externalId).order, std::optional(only().id));
  }

  void referenceThatAKnownOrderGetsLater_linksItsPayment()
  {
    OrderSnapshot told = order(QStringLiteral("A1"));
    put(told);
    PaymentSnapshot paid = payment(QStringLiteral("2026011422001"));
    paid.orderNumber = QStringLiteral("T200P1");
    pay(paid);
    QVERIFY(!must(paymentRows(c(), 1))[0].order);
    told.status = OrderStatus::ToShip;
    told.payment = PaymentStatus::Paid;
    told.paid = told.total;
    told.paidAt = kNow;
    told.paymentReference = paid.externalId;
    put(told);
    QCOMPARE(must(paymentRows(c(), 1))[0].order, std::optional(only().id));
    QCOMPARE(kinds().count(QStringLiteral("paid")), 1);
  }

  void onePaymentOfSeveralOrders_isLinkedToNone()
  {
    PaymentSnapshot paid = payment(QStringLiteral("2026011422001"));
    paid.orderNumber = QStringLiteral("T200P1");
    pay(paid);
    std::vector<OrderSnapshot> together{order(QStringLiteral("A1"), 1000), order(QStringLiteral("A2"), 1590)};
    for (OrderSnapshot& told : together)
      told.paymentReference = paid.externalId;
    must(upsertOrders(c(), {kShop, std::nullopt, kNow}, together, m_changes));
    QVERIFY(!must(paymentRows(c(), 1))[0].order);
    pay(paid);
    QVERIFY(!must(paymentRows(c(), 1))[0].order);
  }

  void sameNumberInTwoShops_isDecidedByTheAmountOrNotAtAll()
  {
    put(order(QStringLiteral("7"), 100));
    put(order(QStringLiteral("7"), 2590));
    pay(payment(QStringLiteral("7")));
    const auto linked = must(paymentRows(c(), 10))[0].order;
    QVERIFY(linked);
    QCOMPARE(must(orderRow(c(), *linked))->total.minor(), 2590);
    put(order(QStringLiteral("8"), 100));
    put(order(QStringLiteral("8"), 200));
    pay(payment(QStringLiteral("8")));
    QVERIFY(!must(paymentRows(c(), 1))[0].order);
  }

  void refund_isNotedInTheTimelineAndListed()
  {
    put(order(QStringLiteral("A1")));
    PaymentSnapshot p = payment(QStringLiteral("A1"));
    pay(p);
    p.status = GatewayPaymentStatus::PartiallyRefunded;
    p.refunded = Money(590, Currency());
    QCOMPARE(pay(p).changed, 1);
    QCOMPARE(kinds().count(QStringLiteral("refunded")), 1);
    QCOMPARE(only().payment, PaymentStatus::PartiallyRefunded);
    const auto row = must(paymentRows(c(), 10))[0];
    QCOMPARE(row.refunds.size(), size_t(1));
    QCOMPARE(row.refunds[0].amount.minor(), 590);
    QCOMPARE(row.refunded, p.refunded);
  }

  void gateway_isAskedForUnpaidOrdersAtASlowingPace()
  {
    put(order(QStringLiteral("young"), 1, std::chrono::minutes(30)));
    put(order(QStringLiteral("old"), 1, std::chrono::hours(48)));
    put(order(QStringLiteral("ancient"), 1, std::chrono::hours(24 * 20)));
    QStringList due = must(paymentsToRevisit(c(), kGateway, kNow, 10));
    QCOMPARE(due, (QStringList{QStringLiteral("young"), QStringLiteral("old")}));
    must(notePaymentsAsked(c(), kGateway, due, kNow));
    QVERIFY(must(paymentsToRevisit(c(), kGateway, kNow + std::chrono::minutes(1), 10)).isEmpty());
    QCOMPARE(must(paymentsToRevisit(c(), kGateway, kNow + std::chrono::minutes(3), 10)),
             QStringList{QStringLiteral("young")});
    QCOMPARE(must(paymentsToRevisit(c(), kGateway, kNow + std::chrono::hours(7), 10)).size(), 2);
    pay(payment(QStringLiteral("young")));
    QVERIFY(
        !must(paymentsToRevisit(c(), kGateway, kNow + std::chrono::minutes(30), 10)).contains(QStringLiteral("young")));
    QVERIFY(must(paymentsToRevisit(c(), kGateway, kNow + std::chrono::hours(2), 10)).contains(QStringLiteral("young")));
    QCOMPARE(must(paymentsToRevisit(c(), kGateway, kNow + std::chrono::hours(7), 1)).size(), 1);
  }

  /// A query tells less than a log or a bill: what was told once stays.
  void silence_takesNoRefundBack()
  {
    PaymentSnapshot told = payment(QStringLiteral("quiet"));
    RefundSnapshot refund;
    refund.externalId = QStringLiteral("RF1");
    refund.amount = Money(100, Currency());
    refund.status = AftersaleStatus::Succeeded;
    told.refunds = {refund};
    pay(told);
    told.refunds.clear();
    told.payer = QStringLiteral("another answer");
    pay(told);
    const auto rows = must(paymentRows(c(), 0));
    const auto row = std::ranges::find(rows, told.externalId, &PaymentRow::externalId);
    QVERIFY(row != rows.end());
    QCOMPARE(row->status, GatewayPaymentStatus::PartiallyRefunded);
    QCOMPARE(row->refunds.size(), size_t(1));
    QCOMPARE(row->refunded, std::optional(Money(100, Currency())));
  }

  void billLines_completeTheirPayment_data()
  {
    QTest::addColumn<bool>("billFirst");
    QTest::newRow("bill after payment") << false;
    QTest::newRow("bill before payment") << true;
  }
  void billLines_completeTheirPayment()
  {
    QFETCH(bool, billFirst);
    const PaymentSnapshot paid = payment(QStringLiteral("billed"));
    BillLineSnapshot charge;
    charge.bill = QStringLiteral("trade 2026-01-14");
    charge.entryId = QStringLiteral("c");
    charge.kind = QStringLiteral("payment");
    charge.paymentExternalId = paid.externalId;
    charge.amount = paid.amount;
    charge.fee = Money(16, Currency());
    charge.settledOn = QStringLiteral("2026-01-15");
    BillLineSnapshot back = charge;
    back.entryId = QStringLiteral("r");
    back.kind = QStringLiteral("refund");
    back.refundNumber = QStringLiteral("RF9");
    back.amount = Money(-200, Currency());
    BillLineSnapshot moved = charge; // the account's bill tells the same again, and the fee on a line of its own
    moved.bill = QStringLiteral("account 2026-01-14");
    moved.fee.reset();
    BillLineSnapshot taken = moved;
    taken.entryId = QStringLiteral("f");
    taken.kind = QStringLiteral("fee");
    taken.amount = Money();
    taken.fee = charge.fee;
    const Origin origin{kGateway, std::nullopt, kNow};
    if (!billFirst)
      pay(paid);
    must(upsertBillLines(c(), origin, {moved, taken, charge, back}, m_changes));
    if (billFirst)
      pay(paid);
    const auto rows = must(paymentRows(c(), 0));
    const auto row = std::ranges::find(rows, paid.externalId, &PaymentRow::externalId);
    QVERIFY(row != rows.end());
    QCOMPARE(row->fee, charge.fee);
    QCOMPARE(row->refunded, std::optional(Money(200, Currency())));
    QCOMPARE(row->status, GatewayPaymentStatus::PartiallyRefunded);
    const auto bills = must(billRows(c()));
    QCOMPARE(bills.size(), size_t(4));
    QCOMPARE(bills.front().line.settledOn, QStringLiteral("2026-01-15"));
  }

  void refundLinesOfOnePage_addUp()
  {
    put(order(QStringLiteral("A1")));
    pay(payment(QStringLiteral("A1")));
    QCOMPARE(bill({refundLine(1, -200), refundLine(2, -300)}).inserted, 2);
    QCOMPARE(stored(QStringLiteral("A1")).refunded, std::optional(Money(500, Currency())));
    QCOMPARE(stored(QStringLiteral("A1")).status, GatewayPaymentStatus::PartiallyRefunded);
    const UpsertCount more = bill({refundLine(1, -200), refundLine(3, -1000), refundLine(4, -1090)});
    QCOMPARE(more.unchanged, 1);
    QCOMPARE(more.inserted, 2);
    QCOMPARE(stored(QStringLiteral("A1")).refunded, std::optional(Money(2590, Currency())));
    QCOMPARE(stored(QStringLiteral("A1")).status, GatewayPaymentStatus::Refunded);
    QCOMPARE(stored(QStringLiteral("A1")).refunds.size(), size_t(4));
    QCOMPARE(only().payment, PaymentStatus::Refunded);
    QCOMPARE(kinds().count(QStringLiteral("refunded")), 4);
  }

  void feeOfABill_isTakenOnlyWhereThePaymentHasNone()
  {
    PaymentSnapshot with = payment(QStringLiteral("with"));
    with.fee = Money(20, Currency());
    pay(with);
    pay(payment(QStringLiteral("without")));
    std::vector<BillLineSnapshot> lines;
    for (const auto& [number, fee] : {std::pair("with", 30), std::pair("without", 16), std::pair("without", 99)}) {
      BillLineSnapshot line;
      line.bill = QStringLiteral("trade 2026-01-14");
      line.entryId = QString::number(fee);
      line.kind = QStringLiteral("payment");
      line.paymentExternalId = payment(QLatin1String(number)).externalId;
      line.amount = Money(2590, Currency());
      line.fee = Money(fee, Currency());
      lines.push_back(line);
    }
    QCOMPARE(bill(lines).inserted, 3);
    QCOMPARE(stored(QStringLiteral("with")).fee, with.fee);
    QCOMPARE(stored(QStringLiteral("without")).fee, std::optional(Money(16, Currency())));
  }

  void billLines_areStoredOnce()
  {
    BillLineSnapshot line;
    line.bill = QStringLiteral("trade 2026-01-14");
    line.entryId = QStringLiteral("1");
    line.kind = QStringLiteral("payment");
    line.amount = Money(2590, Currency());
    line.fee = Money(-16, Currency());
    const Origin origin{kGateway, std::nullopt, kNow};
    QCOMPARE(must(upsertBillLines(c(), origin, {line}, m_changes)).inserted, 1);
    QCOMPARE(must(upsertBillLines(c(), origin, {line}, m_changes)).unchanged, 1);
    line.amount = Money(2600, Currency());
    QCOMPARE(must(upsertBillLines(c(), origin, {line}, m_changes)).changed, 1);
    QCOMPARE(must(c().number(QStringLiteral("SELECT amount_minor FROM bill_lines WHERE fee_minor = -16"))), 2600);
  }
};

SC_TEST(MoneyTest)
#include "money_test.moc"
