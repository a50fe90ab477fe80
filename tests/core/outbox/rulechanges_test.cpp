#include "core/outbox/autobooking.h"
#include "core/outbox/rulechanges.h"
#include "core/outbox/shipping.h"
#include "core/outbox/waitingorders.h"
#include "core/store/accounts.h"
#include "core/store/money.h"
#include "core/store/orderflow.h"
#include "core/store/orders.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
constexpr Instant kBefore = kNow - std::chrono::hours(24), kLater = kNow + std::chrono::hours(1);
const QString kOwner = QStringLiteral("owner");

OrderSnapshot orderOf(const QString& number, Instant placed, const QString& province = QStringLiteral("浙江省"))
{
  OrderSnapshot made;
  made.externalId = made.number = number;
  made.status = OrderStatus::ToShip;
  made.payment = PaymentStatus::Paid;
  made.total = made.goods = made.paid = Money(1000, Currency());
  made.placedAt = placed;
  made.shipTo.country = QStringLiteral("CN");
  made.shipTo.province = province;
  made.shipTo.name = made.shipTo.phone = made.shipTo.street = QStringLiteral("1");
  return made;
}

/// A shop with three orders since yesterday, a courier, no rule.
struct Desk {
  Desk()
  {
    shop = add(QStringLiteral("woocommerce"));
    courier = add(QStringLiteral("zto"));
    Sender from;
    from.address.name = from.address.phone = from.address.street = QStringLiteral("1");
    sender = must(saveSender(c, from));
    for (const char* number : {"1", "2"})
      put(orderOf(QLatin1String(number), kBefore));
    put(orderOf(QStringLiteral("3"), kBefore, QStringLiteral("上海市")));
  }
  AccountId add(const QString& provider, Instant connected = kBefore)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = connected;
    return must(addAccount(c, row));
  }
  void put(const OrderSnapshot& order, AccountId at = AccountId())
  {
    must(upsertOrders(c, {at == AccountId() ? shop : at, std::nullopt, kNow}, {order}, changes));
  }
  OrderId id(const QString& number)
  {
    return OrderId(must(c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {number})));
  }
  ShippingRule rule(const QString& name, int position, bool automatic) const
  {
    ShippingRule rule;
    rule.name = name;
    rule.position = position;
    rule.account = courier;
    rule.sender = sender;
    rule.automatic = automatic;
    rule.weightGrams = 500;
    return rule;
  }
  ShippingRule kept(const QString& name)
  {
    const auto rules = must(shippingRules(c));
    return *std::ranges::find(rules, name, &ShippingRule::name);
  }
  qint64 sudden(const ShippingRule& rule) { return must(suddenBookings(c, withRule(must(shippingRules(c)), rule))); }
  RulesChanged save(const ShippingRule& rule, WaitingOrders waiting = WaitingOrders::LeftAlone, Instant now = kNow)
  {
    return must(changeShippingRules(c, withRule(must(shippingRules(c)), rule), waiting, now, changes));
  }
  /// Numbers that are booked by themselves now.
  QStringList book()
  {
    must(bookAutomatically(c, must(ordersToBook(c)), kLater, changes));
    return booked();
  }
  QStringList booked()
  {
    QStringList numbers;
    must(c.each(QStringLiteral("SELECT o.number FROM outbox a JOIN orders o ON o.id = a.order_id "
                               "WHERE a.kind = 'book_parcel' ORDER BY o.number"),
                {}, [&](const Row& row) { numbers << row.text(0); }));
    return numbers;
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, courier;
  SenderId sender;
};

QStringList numbers(const char* text)
{
  return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class RuleChangesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void ruleThatBegins_leavesWhatWaitsToPeople()
  {
    Desk desk;
    QCOMPARE(desk.sudden(desk.rule(QStringLiteral("all"), 1, false)), 0);
    QCOMPARE(desk.sudden(desk.rule(QStringLiteral("all"), 1, true)), 3);
    const RulesChanged changed = desk.save(desk.rule(QStringLiteral("all"), 1, true));
    QCOMPARE(changed.waiting, 3);
    QCOMPARE(changed.added, std::optional(desk.kept(QStringLiteral("all")).id));
    QCOMPARE(desk.kept(QStringLiteral("all")).bookSince, std::optional(kNow));
    QCOMPARE(desk.book(), QStringList());
    must(bookAutomatically(desk.c, {desk.id(QStringLiteral("1"))}, kLater, desk.changes)); // as when it changes
    QCOMPARE(desk.booked(), QStringList());
    const ShippingPlan plan = must(planShipment(desk.c, desk.id(QStringLiteral("1"))));
    QVERIFY(plan.booking && plan.waitedBefore && !plan.automatic); // a person is told the courier all the same
    desk.put(orderOf(QStringLiteral("4"), kLater));
    QCOMPARE(desk.book(), numbers("4"));
  }

  void waitingOrders_areBookedTooWhenAPersonSaysSo()
  {
    Desk desk;
    QCOMPARE(desk.save(desk.rule(QStringLiteral("all"), 1, true), WaitingOrders::BookedToo).waiting, 3);
    QCOMPARE(desk.book(), numbers("1 2 3"));
    // A shop that is connected later brings what nobody counted.
    desk.put(orderOf(QStringLiteral("0"), kBefore - std::chrono::hours(1)), desk.add(QStringLiteral("shopify")));
    QCOMPARE(desk.book(), numbers("1 2 3"));
  }

  void shopConnectedAfterItsRule_bringsNoOldBookings()
  {
    Desk desk;
    desk.save(desk.rule(QStringLiteral("all"), 1, true), WaitingOrders::BookedToo);
    const AccountId late = desk.add(QStringLiteral("shopify"), kLater);
    desk.put(orderOf(QStringLiteral("4"), kLater - std::chrono::minutes(1)), late);
    desk.put(orderOf(QStringLiteral("5"), kLater), late);
    desk.put(orderOf(QStringLiteral("6"), kLater - std::chrono::minutes(1))); // the first shop's are booked as ever
    QCOMPARE(desk.book(), numbers("1 2 3 5 6"));
    const ShippingPlan plan = must(planShipment(desk.c, desk.id(QStringLiteral("4"))));
    QVERIFY(plan.booking && plan.waitedBefore && !plan.automatic);
    must(bookShipment(desk.c, desk.id(QStringLiteral("4")), *plan.booking, kOwner, kLater, desk.changes));
    QCOMPARE(desk.booked(), numbers("1 2 3 4 5 6"));
  }

  void ruleOfOldThatBooksHoweverOld_mindsWhenShopsWereConnected()
  {
    Desk desk;
    must(saveShippingRule(desk.c, desk.rule(QStringLiteral("all"), 1, true), desk.changes));
    desk.put(orderOf(QStringLiteral("4"), kBefore - std::chrono::hours(1)));
    const auto plan = [&](const QString& number) { return must(planShipment(desk.c, desk.id(number))); };
    must(removeAccount(desk.c, desk.shop, kNow)); // its orders stay, and when it was connected
    QVERIFY(plan(QStringLiteral("1")).automatic);
    QVERIFY(plan(QStringLiteral("4")).waitedBefore && !plan(QStringLiteral("4")).automatic);
  }

  void ordersOlderThanTheirShop_areBookedWhenAPersonAsks()
  {
    Desk desk;
    desk.put(orderOf(QStringLiteral("0"), kBefore - std::chrono::hours(2)));
    const auto all = [&] { return desk.kept(QStringLiteral("all")); };
    desk.save(desk.rule(QStringLiteral("all"), 1, true));
    QCOMPARE(desk.book(), QStringList());
    ShippingRule off = all();
    off.enabled = false;
    desk.save(off);
    ShippingRule on = all();
    on.enabled = true;
    QCOMPARE(desk.sudden(on), 4);
    desk.save(on, WaitingOrders::BookedToo);
    ShippingRule edited = all();
    edited.waitingTooAt.reset(); // forms know nothing of it
    edited.weightGrams = 900;
    desk.save(edited);
    QCOMPARE(all().waitingTooAt, std::optional(kNow));
    QCOMPARE(desk.book(), numbers("0 1 2 3"));
    ShippingRule narrow = all();
    narrow.when.provinces = {QStringLiteral("浙江")};
    desk.save(narrow);
    desk.put(orderOf(QStringLiteral("4"), kBefore, QStringLiteral("上海市")));
    ShippingRule wider = all();
    wider.when.provinces.clear();
    desk.save(wider);
    QVERIFY(!all().waitingTooAt); // what waits now was left alone
    QCOMPARE(desk.book(), numbers("0 1 2 3"));
  }

  void whatIsCounted_isWhatPlansSay()
  {
    Desk desk;
    OrderSnapshot cash = orderOf(QStringLiteral("5"), kBefore);
    cash.payment = PaymentStatus::Cod;
    desk.put(cash);
    OrderSnapshot dear = orderOf(QStringLiteral("6"), kBefore);
    dear.total = dear.goods = dear.paid = Money(90'000, Currency());
    desk.put(dear);
    OrderSnapshot abroad = orderOf(QStringLiteral("7"), kBefore);
    abroad.shipTo.country = QStringLiteral("DE");
    desk.put(abroad);
    OrderSnapshot home = orderOf(QStringLiteral("8"), kBefore);
    home.shipTo.country.clear(); // this platform delivers at home only
    desk.put(home, desk.add(QStringLiteral("taobao")));
    OrderSnapshot held = orderOf(QStringLiteral("9"), kBefore);
    held.status = OrderStatus::OnHold;
    desk.put(held);
    ShippingRule byHand = desk.rule(QStringLiteral("dear"), 1, false);
    byHand.when.valueFrom = 50'000;
    desk.save(byHand);
    ShippingRule all = desk.rule(QStringLiteral("china"), 2, true);
    all.when.countries = {QStringLiteral("CN")};
    all.when.weightBelow = 1000;
    all.when.cashOnDelivery = false;
    const qint64 counted = desk.sudden(all);
    desk.save(all, WaitingOrders::BookedToo);
    qint64 planned = 0;
    for (const OrderId order : must(waitingOrders(desk.c, std::nullopt)))
      planned += must(planShipment(desk.c, order)).automatic ? 1 : 0;
    QCOMPARE(counted, 4); // 1, 2, 3 and 8
    QCOMPARE(planned, counted);
    QCOMPARE(desk.book(), numbers("1 2 3 8"));
  }

  void editedRule_keepsSinceWhenItBooks()
  {
    Desk desk;
    ShippingRule rule = desk.rule(QStringLiteral("zhejiang"), 1, true);
    rule.when.provinces = {QStringLiteral("浙江")};
    desk.save(rule);
    ShippingRule edited = desk.kept(QStringLiteral("zhejiang"));
    edited.bookSince.reset(); // forms know nothing of it
    edited.weightGrams = 900;
    QCOMPARE(desk.sudden(edited), 0);
    desk.save(edited, WaitingOrders::LeftAlone, kLater);
    QCOMPARE(desk.kept(QStringLiteral("zhejiang")).bookSince, std::optional(kNow));
    QCOMPARE(desk.kept(QStringLiteral("zhejiang")).weightGrams, 900);
  }

  void widerRule_isAskedAboutWhatItWouldBookAnew()
  {
    Desk desk;
    ShippingRule rule = desk.rule(QStringLiteral("zhejiang"), 1, true);
    rule.when.provinces = {QStringLiteral("浙江")};
    desk.save(rule, WaitingOrders::LeftAlone, kBefore);
    ShippingRule wider = desk.kept(QStringLiteral("zhejiang"));
    wider.when.provinces.clear();
    QCOMPARE(desk.sudden(wider), 3); // two were due to be booked, the third is new
    desk.save(wider, WaitingOrders::BookedToo);
    QCOMPARE(desk.kept(QStringLiteral("zhejiang")).bookSince, std::optional(kBefore));
    ShippingRule narrow = desk.kept(QStringLiteral("zhejiang"));
    narrow.when.provinces = {QStringLiteral("浙江")};
    desk.save(narrow);
    desk.save(wider);
    QCOMPARE(desk.kept(QStringLiteral("zhejiang")).bookSince, std::optional(kNow));
    QCOMPARE(desk.book(), QStringList());
  }

  void ruleSwitchedOnAgain_beginsAnew()
  {
    Desk desk;
    desk.save(desk.rule(QStringLiteral("all"), 1, true));
    ShippingRule off = desk.kept(QStringLiteral("all"));
    off.enabled = false;
    desk.save(off);
    desk.put(orderOf(QStringLiteral("4"), kNow + std::chrono::minutes(1))); // while it was off
    ShippingRule on = desk.kept(QStringLiteral("all"));
    on.enabled = true;
    QCOMPARE(desk.sudden(on), 4);
    desk.save(on, WaitingOrders::LeftAlone, kLater);
    QCOMPARE(desk.kept(QStringLiteral("all")).bookSince, std::optional(kLater));
    QCOMPARE(desk.book(), QStringList());
  }

  void ordersOfARuleThatGoes_doNotFallToOneThatBooks()
  {
    Desk desk;
    ShippingRule byHand = desk.rule(QStringLiteral("zhejiang"), 1, false);
    byHand.when.provinces = {QStringLiteral("浙江")};
    desk.save(byHand);
    desk.save(desk.rule(QStringLiteral("all"), 2, true), WaitingOrders::LeftAlone, kBefore);
    const auto rules = must(shippingRules(desk.c));
    auto moved = rules;
    std::swap(moved.front().position, moved.back().position);
    QCOMPARE(must(suddenBookings(desk.c, moved)), 3);
    const auto without = withoutRule(rules, rules.front().id);
    const RulesChanged changed =
        must(changeShippingRules(desk.c, without, WaitingOrders::LeftAlone, kNow, desk.changes));
    QCOMPARE(changed.waiting, 3);
    QCOMPARE(must(shippingRules(desk.c)).size(), size_t(1));
    QCOMPARE(desk.book(), QStringList());
  }

  void payment_countsFromWhenItCame()
  {
    Desk desk;
    desk.save(desk.rule(QStringLiteral("all"), 1, true));
    OrderSnapshot late = orderOf(QStringLiteral("4"), kBefore);
    late.paidAt = kLater;
    desk.put(late);
    OrderSnapshot waits = orderOf(QStringLiteral("5"), kBefore);
    waits.status = OrderStatus::AwaitingPayment;
    waits.payment = PaymentStatus::Unpaid;
    waits.paid = Money(0, Currency());
    desk.put(waits);
    PaymentSnapshot payment;
    payment.externalId = QStringLiteral("p1");
    payment.orderNumber = QStringLiteral("5");
    payment.amount = Money(1000, Currency());
    payment.status = GatewayPaymentStatus::Paid;
    payment.paidAt = kLater; // the shop has not heard of it
    must(upsertPayments(desk.c, {desk.add(QStringLiteral("alipay")), std::nullopt, kLater}, {payment}, desk.changes));
    QCOMPARE(must(mayBeShippedSince(desk.c, desk.id(QStringLiteral("1")))), kBefore);
    QCOMPARE(must(mayBeShippedSince(desk.c, desk.id(QStringLiteral("5")))), kLater);
    QCOMPARE(mayBeShippedSince(desk.c, OrderId(5)).error().kind, ErrorKind::NotFound);
    QCOMPARE(desk.book(), numbers("4 5"));
  }

  void approvedOrder_waitsSinceItWasApproved()
  {
    Desk desk;
    OrderSnapshot held = orderOf(QStringLiteral("4"), kBefore);
    held.status = OrderStatus::OnHold;
    desk.put(held);
    desk.save(desk.rule(QStringLiteral("all"), 1, true));
    QCOMPARE(desk.book(), QStringList());
    QVERIFY(must(approveOrder(desk.c, desk.id(QStringLiteral("4")), {}, kOwner, kLater, desk.changes)));
    QCOMPARE(desk.book(), numbers("4"));
  }
};

SC_TEST(RuleChangesTest)
#include "rulechanges_test.moc"
