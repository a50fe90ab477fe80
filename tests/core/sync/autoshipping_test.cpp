#include "core/outbox/outbox.h"
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
  void orderArrives(const QString& number)
  {
    OrderSnapshot made;
    made.externalId = made.number = number;
    made.status = OrderStatus::ToShip;
    made.payment = PaymentStatus::Paid;
    made.total = made.goods = made.paid = Money(1000, Currency());
    made.placedAt = kNow;
    must(write([&](Connection& c, ChangeSet& changes) {
      return upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes);
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
