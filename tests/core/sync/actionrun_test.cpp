#include "core/outbox/settling.h"
#include "core/store/calls.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

const QString kStreet = QStringLiteral("人民路一二三号");

/// A sync world with one stored order, whose actions are sent when told to.
class ActionWorld : public SyncWorld {
public:
  ActionWorld()
  {
    OrderSnapshot snapshot;
    snapshot.externalId = snapshot.number = QStringLiteral("727");
    snapshot.status = OrderStatus::ToShip;
    snapshot.payment = PaymentStatus::Paid;
    snapshot.total = snapshot.goods = snapshot.paid = Money(1000, Currency());
    snapshot.placedAt = kWorldBegins;
    snapshot.shipTo = {QStringLiteral("王小明"),
                       QStringLiteral("13812345678"),
                       QStringLiteral("CN"),
                       QStringLiteral("浙江省"),
                       QStringLiteral("杭州市"),
                       QStringLiteral("西湖区"),
                       kStreet,
                       QString()};
    must(database
             ->write([&](Connection& c, ChangeSet& changes) {
               return upsertOrders(c, {account, std::nullopt, kWorldBegins}, {snapshot}, changes);
             })
             .result());
    order = read([](Connection& c) { return orderRows(c, {}); }).front().id;
  }

  ActionId enqueue(ActionKind what, const QString& key = QStringLiteral("k1"), const QString& target = {},
                   std::optional<AccountId> other = {})
  {
    NewAction wanted;
    wanted.account = other.value_or(account);
    wanted.action = {key, std::move(what)};
    wanted.order = order;
    wanted.target = target;
    wanted.actor = QStringLiteral("owner");
    return must(database
                    ->write([wanted, now = time.clock()()](Connection& c, ChangeSet& changes) {
                      return enqueueAction(c, wanted, now, changes);
                    })
                    .result());
  }

  /// An account that works as far as the outbox knows, but whose password is not there.
  AccountId addAccountWithoutLink()
  {
    AccountRow row = accountNow();
    row.id = {};
    row.name = QStringLiteral("Other shop");
    row.detail = kCredentialsMissing;
    return must(database->write([row](Connection& c) { return addAccount(c, row); }).result());
  }
  /// Lets the engine send until nothing is due any more at a time that stands still.
  void send()
  {
    bool idle = false;
    QObject context;
    QObject::connect(engine.get(), &SyncEngine::actionsSent, &context, [&] { idle = true; });
    engine->sendActions();
    QVERIFY(QTest::qWaitFor([&] { return idle && !due(); }, 120'000));
  }
  bool due()
  {
    return !read([now = time.clock()()](Connection& c) { return dueActions(c, now, 10); }).empty() ||
           !read([](Connection& c) {
              return outboxEntries(c, {{ActionState::Sending}, {}, {}}, 10);
            }).empty();
  }
  OutboxEntry entry(ActionId id)
  {
    return *read([id](Connection& c) { return outboxEntry(c, id); });
  }
  QStringList operations()
  {
    QStringList list;
    for (const HttpRequest& request : shop.requests())
      list << request.operation;
    return list;
  }
  QStringList timeline()
  {
    const auto details = read([this](Connection& c) { return orderDetails(c, order); });
    QStringList kinds;
    for (const TimelineEntry& step : details->timeline)
      kinds << step.kind;
    return kinds;
  }

  OrderId order;
};

const AddOrderNote kNote{QStringLiteral("727"), QStringLiteral("gift"), false};
const BookParcel kParcel{.orderNumber = QStringLiteral("727"), .sender = {}, .recipient = {}, .service = {}};
const MarkShipped kShipped{QStringLiteral("727"), QStringLiteral("sf"), {}, QStringLiteral("SF1"), {}};

} // namespace

class ActionRunTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void action_isSentOnce();
  void sameKey_isTheSameDeed();
  void lostAnswer_isAskedAboutAndNotSentAgain();
  void outcomeThatNobodyTells_isAskedAboutEverLessAndThenLeftToAPerson();
  void lookThatIsRefused_isAskedOnceMoreAndThenLeftToAPerson_data();
  void lookThatIsRefused_isAskedOnceMoreAndThenLeftToAPerson();
  void requestThatNeverArrived_isSentAgain();
  void nothingThere_isNotBelievedTooSoon();
  void requestThatNeverLeft_waitsAndLeavesNoDoubt();
  void actionThatReadsFirst_seesWhatItHasDone();
  void lookThatFails_leavesTheDoubt();
  void resendThatIsRefused_leavesTheDoubt();
  void outcomeOfAResend_settlesTheDoubt();
  void inquiryThatTellsOfARefusal_endsTheAction();
  void levelInDoubt_isNoPersonsBusiness();
  void whatIsDone_isNotUndoneByLateNews();
  void refusal_failsWithTheProvidersWord();
  void failedAction_canBeRetried();
  void slowDown_isObeyedAndSentAgain();
  void programThatDiedWhileSending_asksFirst();
  void pendingOutcome_isAskedAboutUntilFinal();
  void recipient_isOnlyInTheCall();
  void newFieldOfAnAnswer_isNoticed();
  void fieldsOfAFirstAnswer_areHowTheProviderIs();
  void refusal_isNotLookedAt();
  void levelsOfOneArticle_areCoalesced();
  void levelThatAProgramDiedOver_comesBeforeTheNewerOne();
  void pausedAccount_sendsNothing();
  void backlogOfOneAccount_leavesTheOthersTheirTurn();
  void accountWithoutALink_holdsNobodyBack();
  void endThatCannotBeWritten_isKeptUntilItCan();
};

void ActionRunTest::action_isSentOnce()
{
  ActionWorld world;
  world.shop.answer("{}");
  const ActionId id = world.enqueue(kNote);
  world.send();
  QCOMPARE(world.operations(), QStringList{QStringLiteral("order.note")});
  QCOMPARE(world.entry(id).state, ActionState::Done);
  QVERIFY(world.entry(id).call.has_value());
  QVERIFY(world.timeline().contains(QStringLiteral("noted")));
  world.send();
  QCOMPARE(world.operations().size(), 1);
}

void ActionRunTest::sameKey_isTheSameDeed()
{
  ActionWorld world;
  world.shop.answer("{}");
  const ActionId first = world.enqueue(kNote);
  QCOMPARE(world.enqueue(kNote), first);
  world.send();
  QCOMPARE(world.enqueue(kNote), first);
  world.send();
  QCOMPARE(world.operations().size(), 1);

  NewAction other;
  other.account = world.account;
  other.action = {QStringLiteral("k1"), AddOrderNote{QStringLiteral("727"), QStringLiteral("other"), false}};
  const auto refused =
      world.database
          ->write([&](Connection& c, ChangeSet& changes) { return enqueueAction(c, other, kWorldBegins, changes); })
          .result();
  QVERIFY(!refused);
  QCOMPARE(refused.error().kind, ErrorKind::Conflict);
}

void ActionRunTest::lostAnswer_isAskedAboutAndNotSentAgain()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Timeout);
  world.shop.answer(R"({"found":true,"number":"SF100"})");
  const ActionId id = world.enqueue(kParcel);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations(), (QStringList{QStringLiteral("parcel.book"), QStringLiteral("parcel.read")}));
  QCOMPARE(world.entry(id).outcome.number, QStringLiteral("SF100"));
}

void ActionRunTest::outcomeThatNobodyTells_isAskedAboutEverLessAndThenLeftToAPerson()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Timeout);
  for (int i = 0; i < 100; ++i)
    world.shop.answerError(ErrorKind::Cancelled); // no word of the shop's
  const ActionId id = world.enqueue(kParcel);
  world.send();
  QTRY_VERIFY_WITH_TIMEOUT(needsPerson(world.entry(id)), 60'000);
  const qsizetype asked = world.operations().size();
  QVERIFY2(asked > 10 && asked < 40, qPrintable(QString::number(asked)));
  QCOMPARE(world.timeline().count(QStringLiteral("needs_person")), 1);
  QVERIFY(world.time.clock()() - kWorldBegins > 1h); // not every few seconds
  world.time.advance(48h);
  world.send();
  QCOMPARE(world.operations().size(), asked);
  must(world.database
           ->write([&](Connection& c, ChangeSet& changes) {
             return settleAction(c, id, {true, QStringLiteral("SF 100"), QStringLiteral("owner")}, kWorldBegins,
                                 changes);
           })
           .result());
  QCOMPARE(world.entry(id).outcome.number, QStringLiteral("SF100"));
  QVERIFY(world.timeline().contains(QStringLiteral("booked")));
}

void ActionRunTest::lookThatIsRefused_isAskedOnceMoreAndThenLeftToAPerson_data()
{
  QTest::addColumn<int>("kind");
  for (const ErrorKind kind : {ErrorKind::Rejected, ErrorKind::NotFound, ErrorKind::Config, ErrorKind::Auth})
    QTest::newRow(qPrintable(errorKindName(kind))) << int(kind);
}

void ActionRunTest::lookThatIsRefused_isAskedOnceMoreAndThenLeftToAPerson()
{
  QFETCH(int, kind);
  ActionWorld world;
  world.shop.answerError(ErrorKind::Timeout);
  for (int i = 0; i < 10; ++i)
    world.shop.answerError(ErrorKind(kind));
  const ActionId id = world.enqueue(kParcel);
  world.send();
  QTRY_VERIFY_WITH_TIMEOUT(needsPerson(world.entry(id)), 60'000);
  QCOMPARE(world.operations(),
           (QStringList{QStringLiteral("parcel.book"), QStringLiteral("parcel.read"), QStringLiteral("parcel.read")}));
  QVERIFY(world.time.clock()() - kWorldBegins >= 3min);
  QCOMPARE(world.entry(id).errorKind, errorKindName(ErrorKind(kind)));
  QVERIFY(world.entry(id).error.startsWith(QStringLiteral("nobody tells whether it has happened: ")));
}

void ActionRunTest::requestThatNeverArrived_isSentAgain()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Network);
  world.shop.answer(R"({"found":false})");
  world.shop.answer(R"({"found":false})");
  world.shop.answer(R"({"number":"SF100"})");
  const ActionId id = world.enqueue(kParcel);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations(), (QStringList{QStringLiteral("parcel.book"), QStringLiteral("parcel.read"),
                                            QStringLiteral("parcel.read"), QStringLiteral("parcel.book")}));
  QVERIFY(world.time.clock()() - kWorldBegins >= 3min);
  const auto shipments = world.read(
      [](Connection& c) { return c.number(QStringLiteral("SELECT COUNT(*) FROM shipments WHERE number = 'SF100'")); });
  QCOMPARE(shipments, 1);
}

/// The shop's gateway is still at it when the line has been cut.
void ActionRunTest::nothingThere_isNotBelievedTooSoon()
{
  ActionWorld world;
  world.shop.answer(R"({"shipped":false})");
  world.shop.answerError(ErrorKind::Timeout);
  world.shop.answer(R"({"shipped":false})"); // a few seconds later
  world.shop.answer(R"({"shipped":true})");
  const ActionId id = world.enqueue(kShipped);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations().count(QStringLiteral("order.ship")), 1);
}

void ActionRunTest::requestThatNeverLeft_waitsAndLeavesNoDoubt()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Network, true);
  world.shop.answerError(ErrorKind::Network, true);
  world.shop.answer(R"({"number":"SF100"})");
  const ActionId id = world.enqueue(kParcel);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations(), QStringList(3, QStringLiteral("parcel.book"))); // nobody was asked how it ended
}

void ActionRunTest::actionThatReadsFirst_seesWhatItHasDone()
{
  ActionWorld world;
  world.shop.answer(R"({"shipped":false})");
  world.shop.answer("<html>proxy error</html>", 502);
  world.shop.answer(R"({"shipped":true})");
  const ActionId id = world.enqueue(kShipped);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations(),
           (QStringList{QStringLiteral("order.read"), QStringLiteral("order.ship"), QStringLiteral("order.read")}));
}

void ActionRunTest::lookThatFails_leavesTheDoubt()
{
  ActionWorld world;
  world.shop.answer(R"({"shipped":false})");
  world.shop.answerError(ErrorKind::Timeout); // whatever is read then is refused
  const ActionId id = world.enqueue(kShipped);
  world.send();
  QTRY_VERIFY_WITH_TIMEOUT(needsPerson(world.entry(id)), 60'000);
  QCOMPARE(world.operations().count(QStringLiteral("order.ship")), 1);
  QVERIFY(!world.timeline().contains(QStringLiteral("action_failed")));
}

void ActionRunTest::resendThatIsRefused_leavesTheDoubt()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Timeout); // whatever is sent then is refused
  const ActionId id = world.enqueue(kNote);
  world.send();
  QTRY_VERIFY_WITH_TIMEOUT(needsPerson(world.entry(id)), 60'000);
  QVERIFY(!world.timeline().contains(QStringLiteral("action_failed")));
}

void ActionRunTest::outcomeOfAResend_settlesTheDoubt()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Timeout);
  world.shop.answer(R"({"refused":"no room for notes"})");
  const ActionId id = world.enqueue(kNote);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Failed, 60'000);
  QCOMPARE(world.entry(id).error, QStringLiteral("no room for notes"));
}

void ActionRunTest::inquiryThatTellsOfARefusal_endsTheAction()
{
  ActionWorld world;
  world.shop.answer(R"({"pending":true})");
  world.shop.answer(R"({"found":true,"refused":"the card is closed"})");
  const ActionId id = world.enqueue(
      RefundPayment{QStringLiteral("727"), QStringLiteral("p1"), QStringLiteral("r1"), {}, Money(500, Currency())});
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Failed, 60'000);
  QCOMPARE(world.entry(id).error, QStringLiteral("the card is closed"));
}

void ActionRunTest::levelInDoubt_isNoPersonsBusiness()
{
  ActionWorld world;
  world.shop.answerError(ErrorKind::Timeout); // what is sent then is refused
  const ActionId id = world.enqueue(SetStock{{}, QStringLiteral("v1"), QStringLiteral("A"), {}, 5},
                                    QStringLiteral("s1"), QStringLiteral("stock:v1"));
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Failed, 60'000);
}

void ActionRunTest::whatIsDone_isNotUndoneByLateNews()
{
  ActionWorld world;
  world.shop.answer(R"({"number":"SF100"})");
  const ActionId id = world.enqueue(kParcel);
  world.send();
  const OutboxEntry done = world.entry(id);
  QCOMPARE(done.state, ActionState::Done);

  const auto write = [&](auto note) {
    return world.database->write([&](Connection& c, ChangeSet& changes) { return note(c, changes); }).result();
  };
  const Setback late{ActionState::Failed, QStringLiteral("rejected"), QStringLiteral("there is one already"), {}};
  const auto setback =
      write([&](Connection& c, ChangeSet& changes) { return noteSetback(c, id, late, kWorldBegins, changes); });
  QVERIFY(!setback);
  QCOMPARE(setback.error().kind, ErrorKind::Conflict);
  const auto again = write([&](Connection& c, ChangeSet& changes) {
    return noteOutcome(c, done, done.outcome, {}, kWorldBegins, kWorldBegins, changes);
  });
  QVERIFY(!again);
  QCOMPARE(again.error().kind, ErrorKind::Conflict);
  QCOMPARE(world.entry(id).state, ActionState::Done);
  QCOMPARE(world.timeline().count(QStringLiteral("booked")), 1);
}

void ActionRunTest::refusal_failsWithTheProvidersWord()
{
  ActionWorld world;
  world.shop.answer(R"({"refused":"no stamps left"})");
  const ActionId id = world.enqueue(kParcel);
  world.send();
  QCOMPARE(world.entry(id).state, ActionState::Failed);
  QCOMPARE(world.entry(id).error, QStringLiteral("no stamps left"));
  QVERIFY(world.timeline().contains(QStringLiteral("action_failed")));
  QVERIFY(!world.timeline().contains(QStringLiteral("booked")));
}

void ActionRunTest::failedAction_canBeRetried()
{
  ActionWorld world;
  world.shop.answer(R"({"refused":"no stamps left"})");
  world.shop.answer(R"({"number":"SF100"})");
  const ActionId id = world.enqueue(kParcel);
  world.send();
  must(world.database
           ->write([&](Connection& c, ChangeSet& changes) { return retryAction(c, id, kWorldBegins, changes); })
           .result());
  world.send();
  QCOMPARE(world.entry(id).state, ActionState::Done);
  QVERIFY(world.timeline().contains(QStringLiteral("booked")));
}

void ActionRunTest::slowDown_isObeyedAndSentAgain()
{
  ActionWorld world;
  world.shop.answer("{}", 429, {{"Retry-After", "7"}});
  world.shop.answer("{}");
  const ActionId id = world.enqueue(kNote);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  const auto waits = world.time.waits();
  QVERIFY(std::ranges::find(waits, 7000ms) != waits.end());
}

void ActionRunTest::programThatDiedWhileSending_asksFirst()
{
  ActionWorld world;
  const ActionId id = world.enqueue(kParcel);
  must(world.database
           ->write([&](Connection& c, ChangeSet& changes) {
             return noteSending(c, id, ActionState::Waiting, kWorldBegins, changes);
           })
           .result());
  world.restart();
  world.shop.answer(R"({"found":true,"number":"SF100"})");
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations(), QStringList{QStringLiteral("parcel.read")});
}

void ActionRunTest::pendingOutcome_isAskedAboutUntilFinal()
{
  ActionWorld world;
  world.shop.answer(R"({"pending":true})");
  world.shop.answer(R"({"found":true})");
  const RefundPayment refund{
      QStringLiteral("727"), QStringLiteral("p1"), QStringLiteral("r1"), {}, Money(500, Currency())};
  const ActionId id = world.enqueue(refund);
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.operations(), (QStringList{QStringLiteral("refund"), QStringLiteral("refund.read")}));
  QCOMPARE(world.timeline().count(QStringLiteral("refund_asked")), 1);
}

void ActionRunTest::recipient_isOnlyInTheCall()
{
  ActionWorld world;
  world.shop.answer(R"({"number":"SF100"})");
  world.enqueue(kParcel);
  world.send();
  QVERIFY(world.shop.lastRequest().body.contains(kStreet.toUtf8()));
  const auto payload = world.read([](Connection& c) {
    return c.row(QStringLiteral("SELECT payload FROM outbox"), {}, [](const Row& row) { return row.text(0); });
  });
  QVERIFY(!payload->contains(kStreet));
  const auto calls = world.read([](Connection& c) { return callRows(c, {}, 100); });
  QVERIFY(!calls.empty());
  for (const CallRecord& call : calls)
    QVERIFY(!call.request.contains(kStreet.toUtf8()));
}

void ActionRunTest::newFieldOfAnAnswer_isNoticed()
{
  ActionWorld world;
  world.knownAnswers = {{QStringLiteral("order.read"), R"({"id":1})"}, {QStringLiteral("order.ship"), R"({"id":1})"}};
  world.restart();
  world.rememberCall(QStringLiteral("order.read"));
  world.rememberCall(QStringLiteral("order.ship"));
  world.shop.answer(R"({"id":1,"state":"open"})");
  world.shop.answer(R"({"id":"1"})");
  const ActionId id = world.enqueue(kShipped);
  world.send();
  QCOMPARE(world.entry(id).state, ActionState::Done);
  QStringList noticed = world.noticed();
  noticed.sort();
  QCOMPARE(noticed, QStringList({QStringLiteral("order.read state: text"),
                                 QStringLiteral("order.ship id: text instead of number")}));
}

void ActionRunTest::fieldsOfAFirstAnswer_areHowTheProviderIs()
{
  ActionWorld world;
  world.knownAnswers[QStringLiteral("order.note")] = R"({"id":1})";
  world.restart();
  world.shop.answer(R"({"id":1,"colour":"red"})");
  world.enqueue(kNote);
  world.send();
  QCOMPARE(world.noticed(), QStringList());
  QCOMPARE(world.read([](Connection& c) { return noticedChanges(c, std::nullopt, true); }).size(), size_t(1));
}

void ActionRunTest::refusal_isNotLookedAt()
{
  ActionWorld world;
  world.knownAnswers[QStringLiteral("order.note")] = R"({"id":1})";
  world.restart();
  world.rememberCall(QStringLiteral("order.note"));
  world.shop.answer(R"({"refused":"too long"})");
  const ActionId id = world.enqueue(kNote);
  world.send();
  QCOMPARE(world.entry(id).state, ActionState::Failed);
  QCOMPARE(world.noticed(), QStringList());
}

void ActionRunTest::levelsOfOneArticle_areCoalesced()
{
  ActionWorld world;
  const auto level = [](qint64 quantity) {
    return SetStock{{}, QStringLiteral("v1"), QStringLiteral("A"), {}, quantity};
  };
  const ActionId old = world.enqueue(level(5), QStringLiteral("s1"), QStringLiteral("stock:v1"));
  const ActionId fresh = world.enqueue(level(4), QStringLiteral("s2"), QStringLiteral("stock:v1"));
  world.shop.answer("{}");
  world.send();
  QCOMPARE(world.entry(old).state, ActionState::Cancelled);
  QCOMPARE(world.entry(fresh).state, ActionState::Done);
  QCOMPARE(world.operations().size(), 1);
}

void ActionRunTest::levelThatAProgramDiedOver_comesBeforeTheNewerOne()
{
  ActionWorld world;
  const auto level = [](qint64 quantity) {
    return SetStock{{}, QStringLiteral("v1"), QStringLiteral("A"), {}, quantity};
  };
  const ActionId old = world.enqueue(level(5), QStringLiteral("s1"), QStringLiteral("stock:v1"));
  must(world.database
           ->write([&](Connection& c, ChangeSet& changes) {
             return noteSending(c, old, ActionState::Waiting, kWorldBegins, changes);
           })
           .result());
  const ActionId fresh = world.enqueue(level(4), QStringLiteral("s2"), QStringLiteral("stock:v1"));
  QVERIFY(world.read([](Connection& c) { return dueActions(c, kWorldBegins, 10); }).empty());
  world.restart();
  world.shop.answer("{}");
  world.shop.answer("{}");
  world.send();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(fresh).state, ActionState::Done, 60'000);
  QCOMPARE(world.entry(old).state, ActionState::Done);
  QVERIFY(world.entry(old).changedAt <= world.entry(fresh).changedAt);
  QVERIFY(world.entry(fresh).createdAt < world.entry(old).changedAt);
}

void ActionRunTest::pausedAccount_sendsNothing()
{
  ActionWorld world;
  must(world.database
           ->write([&](Connection& c) { return setAccountState(c, world.account, AccountState::Paused, {}, {}); })
           .result());
  const ActionId id = world.enqueue(kNote);
  world.send();
  QVERIFY(world.operations().isEmpty());
  QCOMPARE(world.entry(id).state, ActionState::Waiting);
}

void ActionRunTest::backlogOfOneAccount_leavesTheOthersTheirTurn()
{
  ActionWorld world;
  for (int i = 0; i < 200; ++i) {
    const QString sku = QStringLiteral("v%1").arg(i);
    world.enqueue(SetStock{{}, sku, sku, {}, 1}, sku, QStringLiteral("stock:") + sku);
  }
  const ActionId note = world.enqueue(kNote);
  const ActionId others = world.enqueue(kNote, QStringLiteral("k1"), {}, world.addAccountWithoutLink());
  const auto due = world.read([](Connection& c) { return dueActions(c, kWorldBegins, 16); });
  QCOMPARE(due.size(), size_t(17));
  QCOMPARE(due.front().id, note); // what a person waits for does not stand behind the levels
  QCOMPARE(due[1].target, QStringLiteral("stock:v0"));
  QCOMPARE(due.back().id, others);
}

void ActionRunTest::accountWithoutALink_holdsNobodyBack()
{
  ActionWorld world;
  const ActionId stuck = world.enqueue(kNote, QStringLiteral("k1"), {}, world.addAccountWithoutLink());
  const ActionId id = world.enqueue(kNote);
  world.shop.answerError(ErrorKind::Network, true);
  world.shop.answer("{}");
  world.engine->sendActions();
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QCOMPARE(world.entry(stuck).state, ActionState::Waiting);
}

void ActionRunTest::endThatCannotBeWritten_isKeptUntilItCan()
{
  ActionWorld world;
  const auto rename = [&](const QString& from, const QString& to) {
    must(world.database
             ->write([&](Connection& c) { return c.run(QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(from, to)); })
             .result());
  };
  const QString steps = QStringLiteral("order_events"), away = QStringLiteral("order_events_away");
  const ActionId id = world.enqueue(kNote);
  rename(steps, away); // what stands for a full disk
  world.shop.answer("{}");
  world.engine->sendActions();
  QTRY_VERIFY_WITH_TIMEOUT(world.time.clock()() > kWorldBegins + 10min, 60'000);
  QCOMPARE(world.entry(id).state, ActionState::Sending);
  must(world.database
           ->write([&](Connection& c) { return setAccountState(c, world.account, AccountState::Paused, {}, {}); })
           .result());
  world.engine->reload(); // the account goes, its answer stays
  rename(away, steps);
  QTRY_COMPARE_WITH_TIMEOUT(world.entry(id).state, ActionState::Done, 60'000);
  QVERIFY(world.timeline().contains(QStringLiteral("noted")));
  QCOMPARE(world.operations(), QStringList{QStringLiteral("order.note")});
}

SC_TEST(ActionRunTest)
#include "actionrun_test.moc"
