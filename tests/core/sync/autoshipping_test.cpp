#include "core/outbox/outbox.h"
#include "core/stock/articles.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/sync/autoshipping.h"
#include "tests/support/fakeshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};

struct Desk {
  template <class Fn>
  auto write(Fn fn)
  {
    return database->write(std::move(fn)).result();
  }
  Desk()
  {
    database = must(Database::open(temp.config()));
    must(write([this](Connection& c, ChangeSet&) -> Result<void> {
      AccountRow row;
      row.createdAt = kNow;
      row.provider = row.name = QStringLiteral("woocommerce");
      SC_TRY_ASSIGN(seller, addAccount(c, row));
      row.provider = row.name = QStringLiteral("sf");
      SC_TRY_ASSIGN(carrier, addAccount(c, row));
      Sender from;
      from.address.name = from.address.phone = from.address.street = QStringLiteral("1");
      SC_TRY_ASSIGN(sender, saveSender(c, from));
      shop = seller;
      rule.name = QStringLiteral("all");
      rule.account = carrier;
      rule.sender = sender;
      rule.automatic = true;
      rule.weightGrams = 500;
      return {};
    }));
  }
  void save(bool enabled)
  {
    rule.enabled = enabled;
    rule.id = must(write([this](Connection& c, ChangeSet& changes) { return saveShippingRule(c, rule, changes); }));
  }
  /// `sku` empty: an order without lines.
  void orderArrives(const QString& number, const QString& sku = {}, const QString& street = QStringLiteral("1"),
                    const QString& country = {})
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = OrderStatus::ToShip;
    made.payment = PaymentStatus::Paid;
    made.total = made.goods = made.paid = Money(1000, Currency());
    made.placedAt = placed;
    made.shipTo.name = made.shipTo.phone = QStringLiteral("1");
    made.shipTo.street = street;
    made.shipTo.country = country;
    if (!sku.isEmpty()) {
      LineSnapshot line;
      line.externalId = line.sku = sku;
      line.title = sku;
      line.quantity = 1;
      line.total = made.total;
      made.lines = {line};
    }
    must(write([&](Connection& c, ChangeSet& changes) {
      return upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes);
    }));
  }
  void weigh(const QString& sku, qint64 grams)
  {
    must(write([&](Connection& c, ChangeSet& changes) {
      return setWeight(c, {QStringLiteral("owner")}, sku, grams, kNow, changes);
    }));
  }
  std::vector<OutboxEntry> outbox()
  {
    return must(database->read([](Connection& c) { return outboxEntries(c, {}, 100); }).result());
  }

  TempDatabase temp;
  std::unique_ptr<Database> database;
  JumpingTime time{kNow};
  AccountId shop;
  ShippingRule rule;
  Instant placed = kNow; ///< orders that arrive
};

} // namespace

class AutoShippingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void orderThatArrives_isBookedAndItsShopToldOfTheNumber()
  {
    Desk desk;
    desk.save(true);
    AutoShipping books(*desk.database, desk.time.timing());
    desk.orderArrives(QStringLiteral("1"));
    QTRY_COMPARE(desk.outbox().size(), 1);
    const OutboxEntry booking = desk.outbox().front();
    QVERIFY(std::holds_alternative<BookParcel>(booking.action.what));
    QCOMPARE(booking.actor, QStringLiteral("rule: all"));
    must(desk.write([&](Connection& c, ChangeSet& changes) {
      ActionOutcome outcome;
      outcome.accepted = true;
      outcome.number = QStringLiteral("SF1");
      return noteOutcome(c, booking, outcome, {}, kNow, kNow, changes);
    }));
    QCOMPARE(desk.outbox().size(), 2);
    QCOMPARE(std::get<MarkShipped>(desk.outbox().front().action.what).number, QStringLiteral("SF1"));
  }

  void ordersThatWait_areBookedWhenItBeginsAndWhenARuleIsSwitchedOn()
  {
    Desk desk;
    desk.save(false);
    desk.orderArrives(QStringLiteral("1"));
    AutoShipping books(*desk.database, desk.time.timing());
    desk.orderArrives(QStringLiteral("2"));
    desk.save(true);
    QTRY_COMPARE(desk.outbox().size(), 2);
    desk.save(false);
    desk.orderArrives(QStringLiteral("3"));
    desk.save(true);
    QTRY_COMPARE(desk.outbox().size(), 3);
  }

  void orderWithoutAStreet_isBookedWhenItHasOne()
  {
    Desk desk;
    desk.save(true);
    AutoShipping books(*desk.database, desk.time.timing());
    desk.orderArrives(QStringLiteral("1"), {}, {});
    desk.orderArrives(QStringLiteral("2"));
    QTRY_COMPARE(desk.outbox().size(), 1); // both were looked at
    const auto told =
        must(desk.database
                 ->read([](Connection& c) {
                   return c.rows(QStringLiteral("SELECT text FROM order_events WHERE kind = 'not_booked'"), {},
                                 [](const Row& row) { return row.text(0); });
                 })
                 .result());
    QCOMPARE(told.size(), 1);
    QVERIFY2(told.front().contains(QStringLiteral("address_incomplete")), qPrintable(told.front()));
    desk.orderArrives(QStringLiteral("1"));
    QTRY_COMPARE(desk.outbox().size(), 2);
  }

  void orderThatItsCourierCannotTakeYet_isBookedWhenTheAccountKnowsMore()
  {
    Desk desk;
    AccountRow broker;
    broker.createdAt = kNow;
    broker.provider = broker.name = QStringLiteral("easypost");
    broker.id = must(desk.write([&](Connection& c, ChangeSet&) { return addAccount(c, broker); }));
    desk.rule.account = broker.id;
    desk.save(true);
    desk.weigh(QStringLiteral("TEA"), 100);
    AutoShipping books(*desk.database, desk.time.timing());
    desk.orderArrives(QStringLiteral("1"), QStringLiteral("TEA"), QStringLiteral("1"), QStringLiteral("US"));
    const auto told = [&] {
      return must(desk.database
                      ->read([](Connection& c) {
                        return c.number(
                            QStringLiteral("SELECT COUNT(*) FROM order_events WHERE kind = 'not_booked' AND "
                                           "text LIKE '%parcel_lacks%HS code%'"));
                      })
                      .result());
    };
    QTRY_COMPARE(told(), 1);
    broker.fields.insert(QStringLiteral("hs_code"), QStringLiteral("090210"));
    must(desk.write([&](Connection& c, ChangeSet& changes) {
      changes.accounts.insert(broker.id.value());
      return updateAccount(c, broker);
    }));
    QTRY_COMPARE(desk.outbox().size(), 1);
  }

  void orderWhoseWeightWasNotKnown_isBookedWhenItsArticleIsWeighed()
  {
    Desk desk;
    desk.rule.weightGrams = 0;
    desk.rule.when.weightBelow = 1000;
    desk.save(true);
    desk.weigh(QStringLiteral("CUP"), 250);
    desk.orderArrives(QStringLiteral("1"), QStringLiteral("TEA"));
    desk.orderArrives(QStringLiteral("2"), QStringLiteral("CUP"));
    AutoShipping books(*desk.database, desk.time.timing());
    QTRY_COMPARE(desk.outbox().size(), 1); // both were looked at
    QCOMPARE(std::get<BookParcel>(desk.outbox().front().action.what).weightGrams, 250);
    desk.weigh(QStringLiteral("TEA"), 100);
    QTRY_COMPARE(desk.outbox().size(), 2);
    QCOMPARE(std::get<BookParcel>(desk.outbox().front().action.what).weightGrams, 100);
  }

  void orderThatWaitedBeforeItsRule_isLeftAlone()
  {
    Desk desk;
    desk.orderArrives(QStringLiteral("1"));
    AutoShipping books(*desk.database, desk.time.timing());
    desk.rule.bookSince = kNow + std::chrono::hours(1);
    desk.save(true);
    desk.placed = kNow + std::chrono::hours(2);
    desk.orderArrives(QStringLiteral("2"));
    QTRY_COMPARE(desk.outbox().size(), 1);
    const auto booked = must(
        desk.database->read([id = *desk.outbox().front().order](Connection& c) { return orderRow(c, id); }).result());
    QCOMPARE(booked->number, QStringLiteral("2"));
    AutoShipping::bookWaiting(*desk.database, kNow);
    desk.orderArrives(QStringLiteral("3"));
    QTRY_COMPARE(desk.outbox().size(), 2); // what was there in between was looked at too
  }

  void orderThatWaitedBeforeItsShopWasConnected_isLeftAlone()
  {
    Desk desk;
    desk.save(true);
    AutoShipping books(*desk.database, desk.time.timing());
    desk.placed = kNow - std::chrono::hours(1);
    desk.orderArrives(QStringLiteral("1"));
    desk.placed = kNow + std::chrono::hours(1);
    desk.orderArrives(QStringLiteral("2"));
    QTRY_COMPARE(desk.outbox().size(), 1);
    const auto booked = must(
        desk.database->read([id = *desk.outbox().front().order](Connection& c) { return orderRow(c, id); }).result());
    QCOMPARE(booked->number, QStringLiteral("2"));
  }

  void singlePass_booksWhatWaitsToo()
  {
    Desk desk;
    desk.orderArrives(QStringLiteral("1"));
    AutoShipping::bookWaiting(*desk.database, kNow);
    QVERIFY(desk.outbox().empty()); // there is no rule
    desk.save(true);
    AutoShipping::bookWaiting(*desk.database, kNow);
    QTRY_COMPARE(desk.outbox().size(), 1);
  }
};

SC_TEST(AutoShippingTest)
#include "autoshipping_test.moc"
