#include "core/outbox/outbox.h"
#include "core/outbox/recipient.h"
#include "core/store/calls.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

const QByteArray kReceiver = R"({"name":"王小明","phone":"13812345678","street":"人民路一二三号"})";
const QByteArray kStreet = "人民路一二三号";

/// A sync world whose shop shows the receiver of its one order masked.
class MaskedWorld : public SyncWorld {
public:
  explicit MaskedWorld(const QString& shopProvider = {})
  {
    AccountId shopAccount = account;
    if (!shopProvider.isEmpty()) {
      AccountRow row;
      row.provider = row.name = shopProvider;
      shopAccount = must(database->write([row](Connection& c) { return addAccount(c, row); }).result());
    }
    OrderSnapshot snapshot;
    snapshot.externalId = snapshot.number = QStringLiteral("727");
    snapshot.status = OrderStatus::ToShip;
    snapshot.payment = PaymentStatus::Paid;
    snapshot.total = snapshot.goods = snapshot.paid = Money(1000, Currency());
    snapshot.placedAt = kWorldBegins;
    snapshot.shipTo = {
        QStringLiteral("王**"),   QStringLiteral("138****5678"), QStringLiteral("CN"),       QStringLiteral("浙江省"),
        QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("**路**号"), QString()};
    must(database
             ->write([&](Connection& c, ChangeSet& changes) {
               return upsertOrders(c, {shopAccount, std::nullopt, kWorldBegins}, {snapshot}, changes);
             })
             .result());
    order = read([](Connection& c) { return orderRows(c, {}); }).front().id;
  }

  /// Books a parcel, or asks what it would cost; the entry once the engine has nothing more to send.
  OutboxEntry ask(const ActionKind& what)
  {
    NewAction wanted;
    wanted.account = account;
    wanted.action = {QStringLiteral("k1"), what};
    wanted.order = order;
    wanted.actor = QStringLiteral("owner");
    const ActionId id = must(database
                                 ->write([wanted, now = time.clock()()](Connection& c, ChangeSet& changes) {
                                   return enqueueAction(c, wanted, now, changes);
                                 })
                                 .result());
    bool idle = false;
    QObject context;
    QObject::connect(engine.get(), &SyncEngine::actionsSent, &context, [&] { idle = true; });
    engine->sendActions();
    const auto entry = [&] { return *read([id](Connection& c) { return outboxEntry(c, id); }); };
    const auto rests = [&] {
      const ActionState state = entry().state;
      return idle && state != ActionState::Waiting && state != ActionState::Sending;
    };
    if (!QTest::qWaitFor(rests, 60'000))
      qWarning("the action does not come to rest");
    return entry();
  }
  OutboxEntry book()
  {
    return ask(BookParcel{.orderNumber = QStringLiteral("727"), .sender = {}, .recipient = {}, .service = {}});
  }
  QStringList operations()
  {
    QStringList list;
    for (const HttpRequest& request : shop.requests())
      list << request.operation;
    return list;
  }

  OrderId order;
};

} // namespace

class RecipientQuestionTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void maskedReceiver_isRevealedForTheBookingOnly();
  void newFieldOfAReceiver_isNoticedWithoutItsValue();
  void shopThatRefuses_failsTheBookingWithItsReason();
  void receiverThatStaysMasked_isNotBooked();
  void shopThatCannotBeAsked_isToldWithTheWayOut();
  void isMasked_tellsMasksFromAddresses();
};

void RecipientQuestionTest::maskedReceiver_isRevealedForTheBookingOnly()
{
  MaskedWorld world;
  world.shop.answer(kReceiver);
  world.shop.answer(R"({"number":"SF100"})");
  const OutboxEntry entry = world.book();
  QCOMPARE(entry.state, ActionState::Done);
  QCOMPARE(world.operations(), (QStringList{QStringLiteral("recipient.reveal"), QStringLiteral("parcel.book")}));
  QVERIFY(world.shop.lastRequest().body.contains(kStreet));

  const auto payload = world.read([](Connection& c) {
    return c.row(QStringLiteral("SELECT payload || outcome FROM outbox"), {},
                 [](const Row& row) { return row.text(0).toUtf8(); });
  });
  QVERIFY(!payload->contains(kStreet));
  const auto details = world.read([id = world.order](Connection& c) { return orderDetails(c, id); });
  QVERIFY(isMasked(details->shipTo));
  const auto calls = world.read([](Connection& c) { return callRows(c, {}, 100); });
  QCOMPARE(calls.size(), size_t(2)); // both are told, so both count
  for (const CallRecord& row : calls) {
    const auto call = world.read([id = row.id](Connection& c) { return callDetails(c, id); });
    QVERIFY2(!(call->request + call->response).contains(kStreet), (call->request + call->response).constData());
    QVERIFY(call->replay.isEmpty());
  }
}

void RecipientQuestionTest::newFieldOfAReceiver_isNoticedWithoutItsValue()
{
  MaskedWorld world;
  world.knownAnswers[QStringLiteral("recipient.reveal")] = R"({"name":"a","phone":"1","street":"b"})";
  world.restart();
  world.rememberCall(QStringLiteral("recipient.reveal"));
  world.shop.answer(R"({"name":"王小明","phone":"13812345678","street":"人民路一二三号","mail":"wang@shop.example",)"
                    R"("13812345678":"王小明"})");
  world.shop.answer(R"({"number":"SF100"})");
  QCOMPARE(world.book().state, ActionState::Done);
  QCOMPARE(world.noticed(), QStringList(QStringLiteral("recipient.reveal mail: text")));
}

void RecipientQuestionTest::shopThatRefuses_failsTheBookingWithItsReason()
{
  MaskedWorld world;
  world.shop.answer(R"({"refused":"no right to decrypt"})");
  const OutboxEntry entry = world.book();
  QCOMPARE(entry.state, ActionState::Failed);
  QVERIFY2(entry.error.contains(QLatin1String("no right to decrypt")), qPrintable(entry.error));
  QCOMPARE(world.operations().size(), 1); // the courier was not asked
}

void RecipientQuestionTest::receiverThatStaysMasked_isNotBooked()
{
  MaskedWorld world;
  world.shop.answer(R"({"name":"王**","phone":"138****5678","street":"**路"})");
  const OutboxEntry entry = world.book();
  QCOMPARE(entry.state, ActionState::Failed);
  QVERIFY2(entry.error.contains(QLatin1String("masked")), qPrintable(entry.error));
  QCOMPARE(world.operations().size(), 1);
}

void RecipientQuestionTest::shopThatCannotBeAsked_isToldWithTheWayOut()
{
  MaskedWorld world(QStringLiteral("files")); // orders of a file: no shop behind them
  const OutboxEntry entry = world.book();
  QCOMPARE(entry.state, ActionState::Failed);
  QVERIFY2(entry.error.contains(QLatin1String("727")) && entry.error.contains(QLatin1String("connect the shop")),
           qPrintable(entry.error));
  QVERIFY(world.operations().isEmpty());
}

void RecipientQuestionTest::isMasked_tellsMasksFromAddresses()
{
  const AddressSnapshot clear{QStringLiteral("王小明"),
                              QStringLiteral("13812345678"),
                              {},
                              {},
                              {},
                              {},
                              QStringLiteral("Flat *2, 人民路"),
                              {}}; // one asterisk is no mask
  QVERIFY(!isMasked(clear));
  for (const AddressSnapshot& masked : {AddressSnapshot{QStringLiteral("王*"), {}, {}, {}, {}, {}, {}, {}},
                                        AddressSnapshot{{}, QStringLiteral("1**********"), {}, {}, {}, {}, {}, {}},
                                        AddressSnapshot{{}, {}, {}, {}, {}, {}, QStringLiteral("文**路"), {}},
                                        AddressSnapshot{QStringLiteral("王＊"), {}, {}, {}, {}, {}, {}, {}}})
    QVERIFY(isMasked(masked));
}

SC_TEST(RecipientQuestionTest)

#include "recipientquestion_test.moc"
