#include "core/outbox/autobooking.h"
#include "core/outbox/bulkbooking.h"
#include "core/outbox/parcelplans.h"
#include "core/stock/articles.h"
#include "core/store/accounts.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace Qt::StringLiterals;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kOwner = u"owner"_s, kTea = u"TEA"_s, kCup = u"CUP"_s, kSet = u"SET"_s;
using Grams = std::optional<qint64>;
using Lines = std::vector<std::pair<QString, qint64>>; ///< SKU and pieces

struct Desk {
  Desk()
  {
    shop = add(u"shopify"_s);
    light = add(u"zto"_s);
    heavy = add(u"sf"_s);
    Sender from;
    from.address = home();
    sender = must(saveSender(c, from));
  }
  static AddressSnapshot home()
  {
    return {u"王小明"_s, u"13812341234"_s, u"CN"_s, u"浙江省"_s, u"杭州市"_s, u"西湖区"_s, u"文一路 1 号"_s, {}};
  }
  AccountId add(const QString& provider)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = kNow;
    return must(addAccount(c, row));
  }
  OrderId put(const QString& number, const Lines& lines)
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = OrderStatus::ToShip;
    made.payment = PaymentStatus::Paid;
    made.shipTo = home();
    made.total = made.goods = made.paid = Money(1000, Currency());
    made.placedAt = kNow;
    for (const auto& [sku, quantity] : lines) {
      LineSnapshot line;
      line.externalId = u"%1-%2"_s.arg(number).arg(made.lines.size());
      line.sku = line.title = sku;
      line.quantity = quantity;
      line.total = Money(quantity * 333, Currency());
      made.lines.push_back(line);
    }
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(u"SELECT id FROM orders WHERE number = ?"_s, {number})));
  }
  void weigh(const QString& sku, Grams grams) { must(setWeight(c, {kOwner}, sku, grams, kNow, changes)); }
  void bundle(const std::vector<ArticlePart>& parts) { must(defineBundle(c, {kOwner}, kSet, parts, kNow, changes)); }
  /// Light parcels go with one courier, heavy ones with the other; what weighs nothing known with neither.
  void rules(bool automatic = false)
  {
    ShippingRule rule;
    rule.sender = sender;
    rule.automatic = automatic;
    rule.name = u"light"_s;
    rule.account = light;
    rule.when.weightBelow = 1000;
    must(saveShippingRule(c, rule, changes));
    rule.name = u"heavy"_s;
    rule.position = 1;
    rule.account = heavy;
    rule.when = {};
    rule.when.weightFrom = 1000;
    must(saveShippingRule(c, rule, changes));
  }
  Grams weight(OrderId order) { return must(planShipment(c, order)).weightGrams; }
  Booking booking(qint64 grams = 0)
  {
    Booking made;
    made.account = heavy;
    made.sender = sender;
    made.weightGrams = grams;
    return made;
  }
  BookParcel asked(ActionId id) { return std::get<BookParcel>(must(outboxEntry(c, id))->action.what); }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, light, heavy;
  SenderId sender;
};
} // namespace

class ParcelWeightTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void wordOfTheMerchant_isCheckedKeptAndForgotten()
  {
    Desk desk;
    for (const qint64 grams : {0LL, -1LL, kHeaviestPiece + 1})
      QCOMPARE(setWeight(desk.c, {kOwner}, kTea, grams, kNow, desk.changes).error().kind, ErrorKind::Invalid);
    QCOMPARE(setWeight(desk.c, {kOwner}, {}, 5, kNow, desk.changes).error().kind, ErrorKind::Invalid);
    const StockWorker packer{u"lin"_s, true, false};
    QCOMPARE(setWeight(desk.c, packer, kTea, 5, kNow, desk.changes).error().kind, ErrorKind::Denied);
    QVERIFY(must(articleWeights(desk.c)).empty());
    desk.changes = {};
    desk.weigh(kTea, kHeaviestPiece);
    desk.weigh(kTea, 350);
    QVERIFY(desk.changes.weights && desk.changes.stock);
    QCOMPARE(must(articleWeights(desk.c)).size(), std::size_t(1));
    const auto said = must(saidWeight(desk.c, kTea));
    QVERIFY(said && said->grams == 350 && said->actor == kOwner && said->at == kNow);
    desk.weigh(kTea, {});
    QVERIFY(!must(saidWeight(desk.c, kTea)));
  }

  void parcel_weighsWhatItsArticlesDo_andNothingWhileOneIsNotKnown()
  {
    Desk desk;
    const OrderId order = desk.put(u"1"_s, {{kTea, 3}, {kCup, 1}});
    QCOMPARE(desk.weight(order), Grams());
    desk.weigh(kTea, 100);
    QCOMPARE(desk.weight(order), Grams()); // never a part of the sum
    desk.weigh(kCup, 250);
    QCOMPARE(desk.weight(order), Grams(550));
    desk.weigh(kTea, {});
    QCOMPARE(desk.weight(order), Grams());
    QCOMPARE(desk.weight(desk.put(u"2"_s, {})), Grams());                   // no lines are no goods
    QCOMPARE(desk.weight(desk.put(u"3"_s, {{kCup, 1}, {{}, 1}})), Grams()); // a line without a SKU
  }

  void sumBeyondAllMeasure_isNotKnown()
  {
    Desk desk;
    desk.weigh(kTea, kHeaviestPiece);
    QCOMPARE(must(soldWeight(desk.c, {{OrderId(1), desk.shop, kTea, std::numeric_limits<qint64>::max() / 2}})),
             Grams());
  }

  void bundle_weighsItsPartsUntilItIsWeighedItself()
  {
    Desk desk;
    desk.bundle({{kTea, 2}, {kCup, 1}});
    const OrderId order = desk.put(u"1"_s, {{kSet, 2}});
    desk.weigh(kTea, 100);
    QCOMPARE(desk.weight(order), Grams());
    desk.weigh(kCup, 250);
    QCOMPARE(desk.weight(order), Grams(900));
    QCOMPARE(must(articleWeight(desk.c, kSet)), Grams(450));
    desk.weigh(kSet, 500); // with its gift box
    QCOMPARE(desk.weight(order), Grams(1000));
  }

  void bundleThatChanges_leavesOrdersTheWeightOfWhatTheyClaimed()
  {
    Desk desk;
    desk.weigh(kTea, 100);
    desk.weigh(kCup, 250);
    desk.bundle({{kTea, 2}});
    const OrderId before = desk.put(u"1"_s, {{kSet, 1}});
    desk.bundle({{kCup, 1}});
    const OrderId after = desk.put(u"2"_s, {{kSet, 1}});
    desk.weigh(kSet, 300); // as it is now
    QCOMPARE(desk.weight(before), Grams(200));
    QCOMPARE(desk.weight(after), Grams(300));
  }

  void linkedSku_weighsWhatItsArticleDoes()
  {
    Desk desk;
    desk.weigh(kTea, 100);
    must(linkArticle(desk.c, {kOwner}, desk.shop, u"tea-in-shop"_s, kTea, {}, kNow, desk.changes));
    QCOMPARE(desk.weight(desk.put(u"1"_s, {{u"tea-in-shop"_s, 4}})), Grams(400));
  }

  void partOfASplitOrder_weighsWhatLiesInIt()
  {
    Desk desk;
    desk.weigh(kTea, 100);
    desk.weigh(kCup, 250);
    const OrderId order = desk.put(u"1"_s, {{kTea, 3}, {kCup, 1}});
    must(splitOrder(desk.c, order, {{{0, 1}}, {{0, 2}, {1, 1}}}, u"two boxes"_s, kOwner, kNow, desk.changes));
    QCOMPARE(desk.weight(order), Grams(100));
    must(bookShipment(desk.c, order, desk.booking(100), kOwner, kNow, desk.changes));
    QCOMPARE(desk.weight(order), Grams(450));
    must(bookShipment(desk.c, order, desk.booking(450), kOwner, kNow, desk.changes));
    QCOMPARE(desk.weight(order), Grams()); // there is no further parcel, and the rules are told all the same
  }

  void itemsOfABooking_sayWhatTheyWeighAndWereSoldFor()
  {
    Desk desk;
    desk.weigh(kTea, 100);
    const OrderId order = desk.put(u"1"_s, {{kTea, 3}, {kCup, 1}});
    must(splitOrder(desk.c, order, {{{0, 1}}, {{0, 2}, {1, 1}}}, u"two boxes"_s, kOwner, kNow, desk.changes));
    const BookParcel first = desk.asked(must(bookShipment(desk.c, order, desk.booking(9), kOwner, kNow, desk.changes)));
    Booking measured = desk.booking(9);
    measured.size = ParcelSize{300, 200, 100};
    const BookParcel second = desk.asked(must(bookShipment(desk.c, order, measured, kOwner, kNow, desk.changes)));
    QCOMPARE(first.items.front().sku, kTea);
    QCOMPARE(first.items.front().grams, std::optional(100));
    QCOMPARE(first.items.front().value, std::optional(Money(333, Currency())));
    QVERIFY(!first.size);
    QCOMPARE(second.items.front().grams, std::optional(200));
    QCOMPARE(second.items.front().value, std::optional(Money(666, Currency())));
    QVERIFY(!second.items.back().grams); // nobody has weighed a cup
    QVERIFY(second.size == measured.size);
  }

  void mergedOrders_weighTogether()
  {
    Desk desk;
    desk.rules();
    desk.weigh(kTea, 400);
    const OrderId first = desk.put(u"1"_s, {{kTea, 1}}), second = desk.put(u"2"_s, {{kTea, 2}});
    QCOMPARE(must(planShipment(desk.c, first)).rule, u"light"_s);
    must(mergeOrders(desk.c, {first, second}, u"same door"_s, kOwner, kNow, desk.changes));
    for (const OrderId order : {first, second}) {
      const ShippingPlan plan = must(planShipment(desk.c, order));
      QCOMPARE(plan.weightGrams, Grams(1200));
      QCOMPARE(plan.rule, u"heavy"_s);
      QCOMPARE(plan.booking->weightGrams, 1200);
    }
    must(desk.c.run(u"UPDATE orders SET status = ? WHERE id = ?"_s, {statusName(OrderStatus::Cancelled), second}));
    QCOMPARE(desk.weight(first), Grams()); // they cannot be sent together any more
  }

  void rulesByWeight_chooseByTheArticles()
  {
    Desk desk;
    desk.rules();
    desk.weigh(kTea, 400);
    const OrderId two = desk.put(u"1"_s, {{kTea, 2}}), three = desk.put(u"2"_s, {{kTea, 3}}),
                  unknown = desk.put(u"3"_s, {{kTea, 1}, {kCup, 1}});
    const ShippingPlan small = must(planShipment(desk.c, two)), big = must(planShipment(desk.c, three));
    QCOMPARE(small.booking->account, desk.light);
    QCOMPARE(small.booking->weightGrams, 800);
    QCOMPARE(big.booking->account, desk.heavy);
    QCOMPARE(big.booking->weightGrams, 1200);
    const ShippingPlan none = must(planShipment(desk.c, unknown));
    QVERIFY(!none.booking);
    QCOMPARE(none.verdicts.front().objection, RuleObjection::WeightUnknown);
  }

  void weightFromTheScale_winsOverTheArticlesAndTheseOverTheRule()
  {
    Desk desk;
    ShippingRule rule;
    rule.name = u"all"_s;
    rule.account = desk.heavy;
    rule.sender = desk.sender;
    rule.weightGrams = 700;
    must(saveShippingRule(desk.c, rule, desk.changes));
    const OrderId order = desk.put(u"1"_s, {{kTea, 2}});
    QCOMPARE(must(planShipment(desk.c, order)).booking->weightGrams, 700);
    desk.weigh(kTea, 400);
    QCOMPARE(must(planShipment(desk.c, order)).booking->weightGrams, 800);
    const ShippingPlan weighed = must(planShipment(desk.c, order, 950));
    QCOMPARE(weighed.booking->weightGrams, 950);
    QCOMPARE(weighed.weightGrams, Grams(950));
  }

  void automaticRule_booksWithTheWeightOfTheArticles()
  {
    Desk desk;
    desk.rules(true);
    desk.weigh(kTea, 400);
    const OrderId known = desk.put(u"1"_s, {{kTea, 3}}), unknown = desk.put(u"2"_s, {{kCup, 1}});
    QCOMPARE(must(bookAutomatically(desk.c, {known, unknown}, kNow, desk.changes)), 1);
    const auto entries = must(outboxEntries(desk.c, {}, 10));
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries.front().account, desk.heavy);
    QCOMPARE(desk.asked(entries.front().id).weightGrams, 1200);
  }

  void bookingOfMany_takesEachOrdersOwnWeight()
  {
    Desk desk;
    desk.weigh(kTea, 400);
    const std::vector<OrderId> orders{desk.put(u"1"_s, {{kTea, 1}}), desk.put(u"2"_s, {{kTea, 2}}),
                                      desk.put(u"3"_s, {{kCup, 1}})};
    auto booked = must(bookOrders(desk.c, orders, {desk.booking(), {}}, kOwner, kNow, desk.changes));
    QCOMPARE(booked[0].weightGrams, 400);
    QCOMPARE(desk.asked(*booked[1].action).weightGrams, 800);
    QCOMPARE(booked[2].refusal->error.kind, ErrorKind::Invalid); // nobody knows what it weighs
    QCOMPARE(booked[2].weightGrams, 0);
    booked[0].weightGrams = 0;
    QCOMPARE(must(bookingStates(desk.c, booked))[0].weightGrams, 400); // as the courier was asked
    const auto told =
        must(bookOrders(desk.c, {desk.put(u"4"_s, {{kTea, 1}})}, {desk.booking(500), {}}, kOwner, kNow, desk.changes));
    QCOMPARE(told.front().weightGrams, 500);
    const auto weighed =
        must(bookOrders(desk.c, {desk.put(u"5"_s, {{kTea, 1}})}, {desk.booking(500), 600}, kOwner, kNow, desk.changes));
    QCOMPARE(weighed.front().weightGrams, 600);
  }
};

SC_TEST(ParcelWeightTest)
#include "parcelweight_test.moc"
