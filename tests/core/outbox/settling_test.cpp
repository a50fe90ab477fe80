#include "core/outbox/autobooking.h"
#include "core/outbox/orderactions.h"
#include "core/outbox/settling.h"
#include "core/outbox/shipping.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/parcels.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kOwner = QStringLiteral("owner");

/// A shop, couriers, one order.
struct Desk {
  Desk()
  {
    shop = add(QStringLiteral("woocommerce"));
    courier = add(QStringLiteral("zto"));
    Sender from;
    from.label = QStringLiteral("仓");
    from.address.name = QStringLiteral("云杉");
    from.address.phone = QStringLiteral("0571-1");
    from.address.street = QStringLiteral("仓库路 1 号");
    sender = must(saveSender(c, from));
    order = tell(shop, QStringLiteral("N1"));
  }
  AccountId add(const QString& provider)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = kNow;
    return must(addAccount(c, row));
  }
  OrderId tell(AccountId account, const QString& number, OrderStatus status = OrderStatus::ToShip,
               AftersaleStatus aftersale = AftersaleStatus::None, const QString& country = {})
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = status;
    made.aftersale = aftersale;
    made.payment = PaymentStatus::Paid;
    made.shipTo.country = country;
    made.shipTo.name = made.shipTo.phone = made.shipTo.street = QStringLiteral("1");
    made.total = made.goods = made.paid = Money(1000, Currency());
    made.placedAt = kNow;
    must(upsertOrders(c, {account, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {number})));
  }
  ShippingRule rule(const QString& name) const
  {
    ShippingRule rule;
    rule.name = name;
    rule.account = courier;
    rule.sender = sender;
    rule.automatic = true;
    rule.weightGrams = 500;
    return rule;
  }
  Booking booking() const
  {
    Booking booking;
    booking.account = courier;
    booking.sender = sender;
    booking.weightGrams = 500;
    return booking;
  }
  Result<ActionId> book() { return bookShipment(c, order, booking(), kOwner, kNow, changes); }
  /// A booking of which nobody knows whether the courier took it.
  ActionId lostBooking()
  {
    const ActionId id = must(book());
    must(noteSending(c, id, ActionState::Waiting, kNow, changes));
    must(noteSetback(c, id, {ActionState::Unknown, QStringLiteral("conflict"), QStringLiteral("look there"), {}}, kNow,
                     changes));
    return id;
  }
  Result<void> settle(ActionId id, bool happened, const QString& number = {})
  {
    return settleAction(c, id, {happened, number, kOwner}, kNow, changes);
  }
  void done(ActionId id, const QString& number = {})
  {
    ActionOutcome outcome;
    outcome.accepted = true;
    outcome.number = number;
    must(noteOutcome(c, entry(id), outcome, {}, kNow, kNow, changes));
  }
  OutboxEntry entry(ActionId id) { return *must(outboxEntry(c, id)); }
  /// What the shop is or was told, by number.
  std::optional<OutboxEntry> told(const QString& number)
  {
    for (const OutboxEntry& one : must(outboxEntries(c, {}, 100)))
      if (const auto* shipped = std::get_if<MarkShipped>(&one.action.what); shipped && shipped->number == number)
        return one;
    return std::nullopt;
  }
  /// Booked, and then taken back at the courier.
  void bookAndCancel(const QString& number, bool shopWasTold)
  {
    done(must(book()), number);
    if (shopWasTold) {
      done(told(number)->id);
      tell(shop, QStringLiteral("N1"), OrderStatus::Shipped);
    }
    const ShipmentId parcel(must(c.number(QStringLiteral("SELECT id FROM shipments WHERE number = ?"), {number})));
    done(must(cancelShipment(c, parcel, kOwner, kNow, changes)));
  }
  QStringList timeline(const QString& kind)
  {
    QStringList texts;
    const auto details = must(orderDetails(c, order));
    for (const TimelineEntry& step : details->timeline)
      if (step.kind == kind)
        texts << step.text;
    return texts;
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, courier;
  SenderId sender;
  OrderId order;
};

} // namespace

class SettlingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void whatHappened_isFollowedAsIfTheCourierHadSaidSo()
  {
    Desk desk;
    const ActionId id = desk.lostBooking();
    QVERIFY(needsPerson(desk.entry(id)));
    QCOMPARE(desk.timeline(QStringLiteral("needs_person")).size(), 1);
    QCOMPARE(desk.settle(id, true).error().kind, ErrorKind::Invalid); // which parcel?
    must(desk.settle(id, true, QStringLiteral("7312 3456 7890 12")));
    QCOMPARE(desk.entry(id).state, ActionState::Done);
    QCOMPARE(desk.entry(id).outcome.number, QStringLiteral("73123456789012"));
    QVERIFY(desk.told(QStringLiteral("73123456789012")));
    QVERIFY(desk.timeline(QStringLiteral("settled")).value(0).contains(kOwner));
    QCOMPARE(desk.book().error().kind, ErrorKind::Conflict);
    QCOMPARE(desk.settle(id, false).error().kind, ErrorKind::Conflict); // what is settled stays so
  }

  void whatDidNotHappen_letsTheOrderBeBookedAgain()
  {
    Desk desk;
    const ActionId lost = desk.lostBooking();
    QCOMPARE(desk.book().error().kind, ErrorKind::Conflict);
    must(desk.settle(lost, false));
    QCOMPARE(desk.entry(lost).state, ActionState::Failed);
    QCOMPARE(desk.timeline(QStringLiteral("settled")).size(), 1);
    QVERIFY(!desk.timeline(QStringLiteral("booked")).size());
    QVERIFY(must(desk.book()) != lost);
    QCOMPARE(retryAction(desk.c, lost, kNow, desk.changes).error().kind, ErrorKind::Conflict); // not both
  }

  void numberOfAnotherOrder_isNotTaken()
  {
    Desk desk;
    desk.done(must(bookShipment(desk.c, desk.tell(desk.shop, QStringLiteral("N2")), desk.booking(), kOwner, kNow,
                                desk.changes)),
              QStringLiteral("Z1"));
    const ActionId lost = desk.lostBooking();
    QCOMPARE(desk.settle(lost, true, QStringLiteral("Z1")).error().kind, ErrorKind::Conflict);
    QCOMPARE(desk.entry(lost).state, ActionState::Unknown);
  }

  void parcelOfAHiddenBuyer_isKnownByTheTelephoneItWasSentFrom()
  {
    Desk desk;
    Sender other;
    other.label = other.address.name = other.address.street = QStringLiteral("B");
    other.address.phone = QStringLiteral("0571-87654321");
    Booking booking = desk.booking();
    booking.sender = must(saveSender(desk.c, other));
    desk.done(must(bookShipment(desk.c, desk.order, booking, kOwner, kNow, desk.changes)), QStringLiteral("Z1"));
    QCOMPARE(must(desk.c.number(QStringLiteral("SELECT COUNT(*) FROM shipments WHERE phone_tail = '4321'"))), 1);
    QVERIFY(must(senderTails(desk.c)).isEmpty()); // no rule says where other parcels leave from
    ShippingRule rule = desk.rule(QStringLiteral("B"));
    rule.sender = booking.sender;
    rule.when.shops = {desk.shop};
    must(saveShippingRule(desk.c, rule, desk.changes));
    const QHash<AccountId, QString> tails{{desk.shop, QStringLiteral("4321")}};
    QVERIFY(must(senderTails(desk.c)) == tails);
  }

  void numberThatTheShopHasFromAPerson_doesNotUndoTheBooking()
  {
    Desk desk;
    const ActionId lost = desk.lostBooking();
    const QString number = QStringLiteral("Z1"), other = QStringLiteral("yto");
    const ActionId byHand = must(shipOrder(desk.c, desk.order, other, number, kOwner, kNow, desk.changes));
    must(desk.settle(lost, true, number));
    QCOMPARE(desk.entry(lost).state, ActionState::Done);
    QCOMPARE(desk.timeline(QStringLiteral("booked")).size(), 1);
    QCOMPARE(desk.told(number)->id, byHand);
    QCOMPARE(std::get<MarkShipped>(desk.entry(byHand).action.what).courierCode, other);
  }

  void refund_needsNoNumber()
  {
    Desk desk;
    const ActionId id = must(refundOrder(desk.c, desk.order, Money(400, Currency()), {}, kOwner, kNow, desk.changes));
    QCOMPARE(desk.settle(id, true).error().kind, ErrorKind::Conflict); // it only waits
    must(noteSending(desk.c, id, ActionState::Waiting, kNow, desk.changes));
    must(noteSetback(desk.c, id, {ActionState::Unknown, {}, {}, {}}, kNow, desk.changes));
    must(desk.settle(id, true));
    QCOMPARE(desk.timeline(QStringLiteral("refund_asked")).size(), 1);
  }

  void whatWasTakenBack_canBeAskedForAgain()
  {
    Desk desk;
    desk.done(must(desk.book()), QStringLiteral("Z1"));
    const ShipmentId parcel(must(desk.c.number(QStringLiteral("SELECT id FROM shipments WHERE number = 'Z1'"))));
    const ActionId id = must(cancelShipment(desk.c, parcel, kOwner, kNow, desk.changes));
    must(cancelAction(desk.c, id, kNow, desk.changes));
    const Instant later = kNow + std::chrono::hours(1);
    const QString helper = QStringLiteral("helper");
    QCOMPARE(must(cancelShipment(desk.c, parcel, helper, later, desk.changes)), id);
    QCOMPARE(desk.entry(id).state, ActionState::Waiting);
    QCOMPARE(desk.entry(id).nextTryAt, std::optional(later));
    QCOMPARE(desk.entry(id).actor, helper);
    QVERIFY(desk.timeline(QStringLiteral("asked_again")).value(0).contains(helper));
    QCOMPARE(must(cancelShipment(desk.c, parcel, helper, later, desk.changes)), id); // it waits already
    QCOMPARE(desk.timeline(QStringLiteral("asked_again")).size(), 1);
  }

  void whatWasTakenBack_maySaySomethingElseTheNextTime()
  {
    Desk desk;
    const auto ship = [&](const QString& courier) {
      return shipOrder(desk.c, desk.order, courier, QStringLiteral("Z1"), kOwner, kNow, desk.changes);
    };
    const ActionId id = must(ship(QStringLiteral("zto")));
    QCOMPARE(ship(QStringLiteral("yto")).error().kind, ErrorKind::Conflict);
    must(cancelAction(desk.c, id, kNow, desk.changes));
    QCOMPARE(must(ship(QStringLiteral("yto"))), id);
    QCOMPARE(std::get<MarkShipped>(desk.entry(id).action.what).courierCode, QStringLiteral("yto"));
  }

  void cancelledBooking_withdrawsTheNumberAndMayBeBookedAgain()
  {
    Desk desk;
    desk.bookAndCancel(QStringLiteral("Z1"), false);
    QCOMPARE(desk.told(QStringLiteral("Z1"))->state, ActionState::Cancelled);
    desk.done(must(desk.book()), QStringLiteral("Z2"));
    QCOMPARE(desk.told(QStringLiteral("Z2"))->state, ActionState::Waiting);
  }

  void shopThatWasToldAlready_isToldTheNewNumberOrAPersonIs()
  {
    Desk desk;
    desk.bookAndCancel(QStringLiteral("Z1"), true);
    desk.done(must(desk.book()), QStringLiteral("Z2")); // though its shop calls it shipped
    const auto again = desk.told(QStringLiteral("Z2"));
    QVERIFY(again && again->state == ActionState::Waiting);
    must(noteSetback(desk.c, again->id,
                     {ActionState::Failed, QStringLiteral("rejected"), QStringLiteral("shipped"), {}}, kNow,
                     desk.changes));
    const QString step = desk.timeline(QStringLiteral("correct_number")).value(0);
    QVERIFY2(step.contains(QLatin1String("Z1")) && step.contains(QLatin1String("Z2")), qPrintable(step));
  }

  void shippedOrderWithoutCancelledParcel_isNotBooked()
  {
    Desk desk;
    desk.tell(desk.shop, QStringLiteral("N1"), OrderStatus::Shipped);
    QCOMPARE(desk.book().error().kind, ErrorKind::Rejected);
  }

  void orderWithARefundUnderWay_isNotBooked()
  {
    Desk desk;
    desk.tell(desk.shop, QStringLiteral("N1"), OrderStatus::ToShip, AftersaleStatus::Refunding);
    QCOMPARE(desk.book().error().kind, ErrorKind::Rejected);
  }

  void aggregatorNamedLikeACourier_doesNotCarryTheParcel()
  {
    Desk desk;
    desk.courier = desk.add(QStringLiteral("cainiao"));
    Booking booking = desk.booking();
    booking.service = QStringLiteral("zto");
    desk.done(must(bookShipment(desk.c, desk.order, booking, kOwner, kNow, desk.changes)), QStringLiteral("Z1"));
    const auto told = desk.told(QStringLiteral("Z1"));
    QCOMPARE(std::get<MarkShipped>(told->action.what).courierCode, QStringLiteral("zto"));
    QCOMPARE(must(shipmentRows(desk.c, 10)).front().courier, QStringLiteral("zto"));
  }

  void orderThatCannotBeBooked_holdsNoOtherBackAndSaysWhyOnce()
  {
    Desk desk;
    ShippingRule weightless = desk.rule(QStringLiteral("all"));
    weightless.weightGrams = 0;
    weightless.when.shops = {desk.shop};
    must(saveShippingRule(desk.c, weightless, desk.changes));
    ShippingRule other = desk.rule(QStringLiteral("china"));
    other.position = 1;
    other.when.countries = {QStringLiteral("cn")};
    other.when.weightBelow = 1000; // its own parcel weighs 500 g
    must(saveShippingRule(desk.c, other, desk.changes));
    const OrderId chinese = desk.tell(desk.add(QStringLiteral("taobao")), QStringLiteral("T1")); // names no country
    const std::vector<OrderId> waiting = must(ordersToBook(desk.c));
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(must(bookAutomatically(desk.c, waiting, kNow, desk.changes)), 1);
    QCOMPARE(must(bookAutomatically(desk.c, waiting, kNow, desk.changes)), 0);
    QCOMPARE(must(outboxEntries(desk.c, {}, 10)).front().order, chinese);
    QCOMPARE(desk.timeline(QStringLiteral("not_booked")),
             QStringList{QStringLiteral("all (no_weight): the parcel's weight is missing")});
  }
};

SC_TEST(SettlingTest)
#include "settling_test.moc"
