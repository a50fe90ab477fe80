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
  static OrderSnapshot snapshot(const QString& number, OrderStatus status = OrderStatus::ToShip)
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = status;
    made.payment = PaymentStatus::Paid;
    made.shipTo = {QStringLiteral("王小明"),      QStringLiteral("13812341234"),
                   QStringLiteral("CN"),          QStringLiteral("浙江省"),
                   QStringLiteral("杭州市"),      QStringLiteral("西湖区"),
                   QStringLiteral("文一路 1 号"), {}};
    made.total = made.goods = made.paid = Money(1000, *Currency::of(QStringLiteral("CNY")));
    made.placedAt = kNow;
    return made;
  }
  OrderId order(const QString& number, OrderStatus status = OrderStatus::ToShip)
  {
    return put(snapshot(number, status));
  }
  OrderId put(const OrderSnapshot& made)
  {
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {made.number})));
  }
  /// Two articles, in a parcel each.
  OrderId split(const QString& number)
  {
    OrderSnapshot made = snapshot(number);
    for (const QString& sku : {QStringLiteral("TEA"), QStringLiteral("CUP")}) {
      LineSnapshot line;
      line.externalId = line.sku = line.title = sku;
      line.quantity = 1;
      made.lines.push_back(line);
    }
    const OrderId id = put(made);
    must(splitOrder(c, id, {{{0, 1}}, {{1, 1}}}, QStringLiteral("two boxes"), kOwner, kNow, changes));
    return id;
  }
  void rule(const QString& name, qint64 grams, std::optional<Instant> bookSince = {})
  {
    ShippingRule made;
    made.name = name;
    made.account = courier;
    made.service = QStringLiteral("1");
    made.sender = sender;
    made.weightGrams = grams;
    made.automatic = bookSince.has_value();
    made.bookSince = bookSince;
    must(saveShippingRule(c, made, changes));
  }
  /// By a connection that can write nothing.
  Result<std::vector<BulkBooking>> foretell(const std::vector<OrderId>& orders, const BulkChoice& how,
                                            const std::vector<BulkBooking>& before = {})
  {
    const auto reader = must(connectTo(temp.config(), true));
    return previewBookings(*reader, orders, how, before);
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
using Fault = std::optional<BookingFault>;

Fault faultOf(const BulkBooking& one)
{
  return one.refusal ? Fault(one.refusal->fault) : Fault();
}
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
  void preview_saysWhatBookingThenDoes();
  void preview_saysWhatAChoiceLacks();
  void preview_byRulesNamesTheRule_alsoForOrdersThatWaitedBeforeIt();
  void preview_countsParcelsOfTheSameLot();
  void preview_ofASplitOrderEndsWithItsLastPart();
  void preview_asksForMaskedReceiversOnlyWhereAShopCanTell();
  void preview_saysWhatCustomsWantToKnow();
  void size_goesWithEveryParcelOfTheLot();
  void refusedBooking_isTakenBackByTheNextOfTheSameGoods();
  void preview_neverHidesADatabaseThatFails();
  void retry_leavesAloneWhatWasOnlyForetold();

private:
  void compare(Desk& desk, const std::vector<OrderId>& orders, const BulkChoice& how, const std::vector<Fault>& wanted);
};

/// What is foretold, and what booking makes of the same orders right after.
void BulkBookingTest::compare(Desk& desk, const std::vector<OrderId>& orders, const BulkChoice& how,
                              const std::vector<Fault>& wanted)
{
  const auto told = must(desk.foretell(orders, how));
  const auto booked = desk.book(orders, how);
  QCOMPARE(told.size(), wanted.size());
  for (size_t i = 0; i < told.size(); ++i) {
    const BulkBooking &before = told[i], &after = booked[i];
    const QByteArray which = before.number.toUtf8();
    QVERIFY2(before.foretold && !before.action && !before.isOver() && !after.foretold, which.constData());
    QVERIFY2(faultOf(before) == wanted[i] && faultOf(after) == wanted[i], which.constData());
    QVERIFY2(before.isToBook() == after.action.has_value(), which.constData());
    if (before.refusal)
      QCOMPARE(before.refusal->error, after.refusal->error);
    QCOMPARE(before.number, after.number);
    QCOMPARE(before.status, after.status);
    QCOMPARE(before.head, after.head);
    QCOMPARE(before.courier, after.courier);
    QCOMPARE(before.service, after.service);
    QCOMPARE(before.rule, after.rule);
    QCOMPARE(before.collect, after.collect);
    QCOMPARE(before.weightGrams, after.weightGrams);
  }
}

void BulkBookingTest::preview_saysWhatBookingThenDoes()
{
  Desk desk;
  const OrderId good = desk.order(QStringLiteral("1")), booked = desk.order(QStringLiteral("2"));
  const OrderId cancelled = desk.order(QStringLiteral("3"), OrderStatus::Cancelled);
  OrderSnapshot refund = Desk::snapshot(QStringLiteral("4")), nowhere = Desk::snapshot(QStringLiteral("5"));
  refund.aftersale = AftersaleStatus::Requested;
  nowhere.shipTo.street.clear();
  const OrderId refunding = desk.put(refund), homeless = desk.put(nowhere), unpaid = desk.order(QStringLiteral("6"));
  must(desk.c.run(QStringLiteral("UPDATE orders SET payment = ?, paid_minor = 300 WHERE id = ?"),
                  {statusName(PaymentStatus::Cod), unpaid}));
  QVERIFY(desk.book({booked}, desk.choice()).front().action.has_value());
  BulkChoice how = desk.choice();
  how.booking->account = desk.add(QStringLiteral("cainiao")); // collects nothing
  compare(desk, {good, booked, cancelled, refunding, homeless, unpaid, OrderId(99)}, how,
          {Fault(), BookingFault::BookedAlready, BookingFault::NotWaiting, BookingFault::RefundUnderWay,
           BookingFault::AddressIncomplete, BookingFault::CourierRefuses, BookingFault::NoOrder});
}

void BulkBookingTest::preview_saysWhatAChoiceLacks()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  compare(desk, {order}, {}, {BookingFault::NoRule});
  BulkChoice how = desk.choice();
  how.weightGrams.reset(); // and nobody knows what its articles weigh
  compare(desk, {order}, how, {BookingFault::NoWeight});
  how = desk.choice();
  how.booking->sender = SenderId(77);
  compare(desk, {order}, how, {BookingFault::NoSender});
  how = desk.choice();
  how.booking->account = AccountId(77);
  compare(desk, {order}, how, {BookingFault::NoCourier});
  const auto told = must(desk.foretell({order}, desk.choice()));
  QCOMPARE(told.front().courier, QStringLiteral("sf"));
  QCOMPARE(told.front().service, QStringLiteral("2"));
  QCOMPARE(told.front().weightGrams, 500);
  QVERIFY(told.front().rule.isEmpty());
}

void BulkBookingTest::preview_byRulesNamesTheRule_alsoForOrdersThatWaitedBeforeIt()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  desk.rule(QStringLiteral("all"), 800, kNow + std::chrono::hours(1));
  QVERIFY(must(planShipment(desk.c, order)).waitedBefore);
  const auto told = must(desk.foretell({order}, {}));
  QCOMPARE(told.front().rule, QStringLiteral("all"));
  QCOMPARE(told.front().courier, QStringLiteral("sf"));
  QCOMPARE(told.front().weightGrams, 800);
  compare(desk, {order}, {}, {Fault()});
}

void BulkBookingTest::preview_countsParcelsOfTheSameLot()
{
  Desk desk;
  const OrderId first = desk.order(QStringLiteral("1")), second = desk.order(QStringLiteral("2"));
  must(mergeOrders(desk.c, {first, second}, QStringLiteral("same door"), kOwner, kNow, desk.changes));
  const auto alone = must(desk.foretell({second}, desk.choice()));
  QVERIFY(alone.front().isToBook());
  QCOMPARE(alone.front().head, first);
  const auto after = must(desk.foretell({second}, desk.choice(), must(desk.foretell({first}, desk.choice()))));
  QVERIFY(faultOf(after.front()) == BookingFault::BookedAlready); // its parcel is in an earlier piece of the lot
  BulkChoice refused = desk.choice();
  refused.booking->sender = SenderId(77);
  const auto freed = must(desk.foretell({second}, desk.choice(), must(desk.foretell({first}, refused))));
  QVERIFY(freed.front().isToBook()); // that one would not have been booked
  compare(desk, {first, second}, desk.choice(), {Fault(), BookingFault::BookedAlready});
}

void BulkBookingTest::preview_ofASplitOrderEndsWithItsLastPart()
{
  Desk desk;
  const OrderId order = desk.split(QStringLiteral("1"));
  compare(desk, {order}, desk.choice(), {Fault()});
  compare(desk, {order}, desk.choice(), {Fault()});
  compare(desk, {order}, desk.choice(), {BookingFault::PlanUnfit});
}

void BulkBookingTest::preview_asksForMaskedReceiversOnlyWhereAShopCanTell()
{
  Desk desk;
  OrderSnapshot masked = Desk::snapshot(QStringLiteral("1"));
  masked.shipTo.name = QStringLiteral("王**");
  masked.shipTo.phone = QStringLiteral("138****1234");
  const OrderId silent = desk.put(masked);
  desk.shop = desk.add(QStringLiteral("taobao"));
  masked.externalId = masked.number = QStringLiteral("2");
  const OrderId telling = desk.put(masked);
  compare(desk, {silent, telling}, desk.choice(), {BookingFault::AddressMasked, Fault()});
}

void BulkBookingTest::preview_saysWhatCustomsWantToKnow()
{
  Desk desk;
  OrderSnapshot abroad = Desk::snapshot(QStringLiteral("1"));
  abroad.shipTo.country = QStringLiteral("US");
  LineSnapshot line;
  line.externalId = line.sku = line.title = QStringLiteral("TEA");
  line.quantity = 1;
  abroad.lines.push_back(line);
  const OrderId far = desk.put(abroad), near = desk.order(QStringLiteral("2"));
  BulkChoice how = desk.choice();
  how.booking->account = desk.add(QStringLiteral("easypost"));
  const auto told = must(desk.foretell({far}, how));
  QVERIFY2(told.front().refusal->error.detail.contains(QStringLiteral("HS code of \"TEA\"")),
           qPrintable(told.front().refusal->error.detail));
  compare(desk, {far, near}, how, {BookingFault::ParcelLacks, Fault()});
}

void BulkBookingTest::size_goesWithEveryParcelOfTheLot()
{
  Desk desk;
  const OrderId byHand = desk.order(QStringLiteral("1")), byRule = desk.order(QStringLiteral("2"));
  desk.rule(QStringLiteral("all"), 800);
  BulkChoice chosen = desk.choice(), ruled;
  chosen.size = ruled.size = ParcelSize{300, 200, 100};
  const auto sizeAsked = [&](OrderId order, const BulkChoice& how) {
    const auto entry = must(outboxEntry(desk.c, *desk.book({order}, how).front().action));
    return std::get<BookParcel>(entry->action.what).size;
  };
  QVERIFY(sizeAsked(byHand, chosen) == chosen.size);
  QVERIFY(sizeAsked(byRule, ruled) == ruled.size);
  QVERIFY(!sizeAsked(desk.order(QStringLiteral("3")), {}));
}

void BulkBookingTest::refusedBooking_isTakenBackByTheNextOfTheSameGoods()
{
  Desk desk;
  const OrderId plain = desk.order(QStringLiteral("1")), inParts = desk.split(QStringLiteral("2"));
  const auto refused = desk.book({plain, inParts, inParts}, desk.choice());
  for (const BulkBooking& one : refused)
    desk.fail(one);
  const auto stateOf = [&](const BulkBooking& one) { return must(outboxEntry(desk.c, *one.action))->state; };
  QVERIFY(desk.book({plain, inParts}, desk.choice())[1].action.has_value());
  QCOMPARE(stateOf(refused[0]), ActionState::Cancelled);
  QCOMPARE(stateOf(refused[1]), ActionState::Cancelled);
  QCOMPARE(stateOf(refused[2]), ActionState::Failed); // the other box is still asked for by nobody
}

void BulkBookingTest::preview_neverHidesADatabaseThatFails()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  must(desk.c.runOnce(QStringLiteral("ALTER TABLE shipping_rules RENAME TO shipping_rules_lost")));
  const auto told = desk.foretell({order}, {});
  QVERIFY(!told);
  QCOMPARE(told.error().kind, ErrorKind::Database);
}

void BulkBookingTest::retry_leavesAloneWhatWasOnlyForetold()
{
  Desk desk;
  const auto told = must(desk.foretell({desk.order(QStringLiteral("1"))}, desk.choice()));
  const auto again = must(retryBookings(desk.c, told, desk.choice(), kOwner, kNow, desk.changes));
  QVERIFY(again.front().foretold && !again.front().action);
  QVERIFY(must(outboxEntries(desk.c, {}, 10)).empty());
}

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
  QCOMPARE(refused.front().refusal->error.kind, ErrorKind::Rejected);
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
  QCOMPARE(result[1].refusal->error.kind, ErrorKind::Rejected);
  QCOMPARE(result[1].number, QStringLiteral("2"));
  QCOMPARE(result[2].refusal->error.kind, ErrorKind::NotFound);
  QVERIFY(result[1].isOver() && !result[0].isOver());
}

void BulkBookingTest::rules_chooseOrSayThatNoneFits()
{
  Desk desk;
  const OrderId order = desk.order(QStringLiteral("1"));
  QCOMPARE(desk.book({order}, {}).front().refusal->error.kind, ErrorKind::NotFound);
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
  QCOMPARE(result[1].refusal->error.kind, ErrorKind::Conflict);
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
