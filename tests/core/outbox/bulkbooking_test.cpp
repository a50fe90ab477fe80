#include "core/outbox/bulkbooking.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kOwner = QStringLiteral("owner");

struct Desk {
  Desk()
  {
    shop = add(QStringLiteral("woocommerce"));
    courier = add(QStringLiteral("sf"));
    Sender from;
    from.label = QStringLiteral("杭州仓");
    from.address = {QStringLiteral("云杉"),        QStringLiteral("0571-1"),
                    QStringLiteral("CN"),          QStringLiteral("浙江省"),
                    QStringLiteral("杭州市"),      {},
                    QStringLiteral("仓库路 1 号"), {}};
    sender = must(saveSender(c, from));
  }
  AccountId add(const QString& provider)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = kNow;
    return must(addAccount(c, row));
  }
  OrderId order(const QString& number, OrderStatus status = OrderStatus::ToShip)
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = status;
    made.payment = PaymentStatus::Paid;
    made.total = made.goods = made.paid = Money(1000, *Currency::of(QStringLiteral("CNY")));
    made.placedAt = kNow;
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {number})));
  }
  BulkChoice choice() const
  {
    Booking booking;
    booking.account = courier;
    booking.service = QStringLiteral("2");
    booking.sender = sender;
    return {booking, 500};
  }
  std::vector<BulkBooking> book(const std::vector<OrderId>& orders, const BulkChoice& how)
  {
    return must(bookOrders(c, orders, how, kOwner, kNow, changes));
  }
  void fail(const BulkBooking& one)
  {
    must(noteSending(c, *one.action, ActionState::Waiting, kNow, changes));
    must(noteSetback(c, *one.action,
                     {ActionState::Failed, QStringLiteral("rejected"), QStringLiteral("no such street"), {}}, kNow,
                     changes));
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, courier;
  SenderId sender;
};
} // namespace

class BulkBookingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void oneRefusal_holdsNoOtherBack();
  void rules_chooseOrSayThatNoneFits();
  void sameOrder_isNotBookedTwice();
  void cancel_takesBackOnlyWhatWaits();
  void retry_sendsOnlyTheFailedAgain();
  void prices_areAskedWithoutBooking();
  void whatTheCourierCollects_standsInTheRow();
};

void BulkBookingTest::whatTheCourierCollects_standsInTheRow()
{
  Desk desk;
  const OrderId paid = desk.order(QStringLiteral("1")), open = desk.order(QStringLiteral("2"));
  const QString unpaid = QStringLiteral("UPDATE orders SET payment = ?, paid_minor = 300 WHERE id = ?");
  must(desk.c.run(unpaid, {statusName(PaymentStatus::Cod), open}));
  const Money owed(700, *Currency::of(QStringLiteral("CNY")));
  auto booked = desk.book({paid, open}, desk.choice());
  QVERIFY(!booked[0].collect);
  QCOMPARE(booked[1].collect, std::optional(owed));
  booked[1].collect.reset();
  QCOMPARE(must(bookingStates(desk.c, booked))[1].collect, std::optional(owed)); // as the courier was asked
  BulkChoice other = desk.choice();
  other.booking->account = desk.add(QStringLiteral("cainiao")); // collects nothing
  const OrderId third = desk.order(QStringLiteral("3"));
  must(desk.c.run(unpaid, {statusName(PaymentStatus::Cod), third}));
  const auto refused = desk.book({third}, other);
  QCOMPARE(refused.front().refusal->kind, ErrorKind::Rejected);
  QCOMPARE(refused.front().collect, std::optional(owed));
}

void BulkBookingTest::oneRefusal_holdsNoOtherBack()
{
  Desk desk;
  const auto result =
      desk.book({desk.order(QStringLiteral("1")), desk.order(QStringLiteral("2"), OrderStatus::Cancelled), OrderId(99),
                 desk.order(QStringLiteral("3"))},
                desk.choice());
  QCOMPARE(result.size(), 4);
  QVERIFY(result[0].action && result[3].action);
  QCOMPARE(result[1].refusal->kind, ErrorKind::Rejected);
  QCOMPARE(result[1].number, QStringLiteral("2"));
  QCOMPARE(result[2].refusal->kind, ErrorKind::NotFound);
  QVERIFY(result[1].isOver() && !result[0].isOver());
}

void BulkBookingTest::rules_chooseOrSayThatNoneFits()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  QCOMPARE(desk.book({order}, {}).front().refusal->kind, ErrorKind::NotFound);
  ShippingRule rule;
  rule.name = QStringLiteral("all");
  rule.account = desk.courier;
  rule.sender = desk.sender;
  rule.weightGrams = 800;
  must(saveShippingRule(desk.c, rule, desk.changes));
  const auto booked = desk.book({order}, {});
  QVERIFY(booked.front().action.has_value());
  QCOMPARE(booked.front().rule, QStringLiteral("all"));
  const auto entry = must(outboxEntry(desk.c, *booked.front().action));
  QCOMPARE(std::get<BookParcel>(entry->action.what).weightGrams, 800);
}

void BulkBookingTest::sameOrder_isNotBookedTwice()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  const auto result = desk.book({order, order}, desk.choice());
  QVERIFY(result[0].action.has_value());
  QCOMPARE(result[1].refusal->kind, ErrorKind::Conflict);
  QCOMPARE(must(outboxEntries(desk.c, {}, 10)).size(), 1);
}

void BulkBookingTest::cancel_takesBackOnlyWhatWaits()
{
  Desk desk;
  const auto booked = desk.book({desk.order(QStringLiteral("1")), desk.order(QStringLiteral("2"))}, desk.choice());
  must(noteSending(desk.c, *booked[0].action, ActionState::Waiting, kNow, desk.changes));
  QCOMPARE(must(cancelBookings(desk.c, booked, kNow, desk.changes)), 1);
  const auto states = must(bookingStates(desk.c, booked));
  QCOMPARE(states[0].state, ActionState::Sending);
  QCOMPARE(states[1].state, ActionState::Cancelled);
  QVERIFY(states[1].isOver() && !states[1].isBooked());
}

void BulkBookingTest::retry_sendsOnlyTheFailedAgain()
{
  Desk desk;
  auto booked = desk.book({desk.order(QStringLiteral("1")), desk.order(QStringLiteral("2"))}, desk.choice());
  desk.fail(booked[0]);
  booked = must(bookingStates(desk.c, booked));
  QCOMPARE(booked[0].error, QStringLiteral("no such street"));
  const auto again = must(retryBookings(desk.c, booked, desk.choice(), kOwner, kNow, desk.changes));
  QCOMPARE(again[0].action, booked[0].action);
  QCOMPARE(must(outboxEntry(desk.c, *again[0].action))->state, ActionState::Waiting);
  QCOMPARE(again[1].action, booked[1].action);
  QCOMPARE(must(outboxEntries(desk.c, {}, 10)).size(), 2);
}

void BulkBookingTest::prices_areAskedWithoutBooking()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  Booking booking = *desk.choice().booking;
  QCOMPARE(askRates(desk.c, order, booking, kOwner, kNow, desk.changes).error().kind, ErrorKind::Invalid); // no weight
  booking.weightGrams = 500;
  const ActionId asked = must(askRates(desk.c, order, booking, kOwner, kNow, desk.changes));
  QVERIFY(std::holds_alternative<QuoteRates>(must(outboxEntry(desk.c, asked))->action.what));
  QVERIFY(desk.book({order}, desk.choice()).front().action.has_value());
}

SC_TEST(BulkBookingTest)
#include "bulkbooking_test.moc"
