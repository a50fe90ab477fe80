#include "core/outbox/orderactions.h"
#include "core/outbox/settling.h"
#include "core/outbox/shipping.h"
#include "core/store/orders.h"
#include "tests/app/wire.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

/// Lets the world do what is asked and lose the answer, the first time that this operation is called.
class LosingTransport : public QObject, public Transport {
public:
  LosingTransport(Wire& wire, QString lost, std::shared_ptr<QAtomicInt> calls)
      : m_wire(wire), m_lost(std::move(lost)), m_calls(std::move(calls))
  {
  }
  Cancel send(const HttpRequest& request, Answer answer) override
  {
    auto told = std::make_shared<bool>(false);
    QMetaObject::invokeMethod(
        this,
        [this, request, answer = std::move(answer), told] {
          if (!std::exchange(*told, true))
            answer(exchange(request));
        },
        Qt::QueuedConnection);
    return [told] { *told = true; };
  }

private:
  Result<HttpResponse> exchange(const HttpRequest& request)
  {
    const bool isLost = request.operation == m_lost && m_calls->fetchAndAddOrdered(1) == 0;
    if (isLost)
      m_wire.setFault(u"lost-answer"_s, 1);
    auto answer = m_wire.exchange(request);
    if (isLost)
      m_wire.setFault(u"lost-answer"_s, 0);
    return answer;
  }

  Wire& m_wire;
  QString m_lost;
  std::shared_ptr<QAtomicInt> m_calls;
};

/// A merchant with a WooCommerce shop, whose actions go out through the engine.
class ActingDesk {
  TempDatabase m_temp; // outlives what is open in it
  std::shared_ptr<Vault> m_vault;

public:
  explicit ActingDesk(const QString& lostOperation)
  {
    static const BlankDesk kBlank;
    m_vault = kBlank.vault;
    if (!QFile::copy(kBlank.temp.config().sqliteFile, m_temp.config().sqliteFile))
      qFatal("no desk");
    database = must(Database::open(m_temp.config()));
    SyncParts parts;
    parts.makeTransport = [this, lostOperation] {
      return std::make_unique<LosingTransport>(wire, lostOperation, calls);
    };
    parts.knownAnswers = [](const QString&) { return std::make_shared<AnswerShape>(); };
    parts.timing = wire.time.timing();
    SyncOptions options;
    options.clock = wire.time.clock();
    options.jitterSeed = 1;
    engine = std::make_unique<SyncEngine>(*database, m_vault, options, parts);
    connect(u"woocommerce"_s);
    sync();
  }

  AccountId connect(const QString& provider)
  {
    Secrets secrets;
    const FetchContext context = contextOf(wire, provider, secrets);
    AccountRow row;
    row.provider = row.name = provider;
    row.endpoint = context.endpoint;
    row.fields = context.fields;
    return must(database
                    ->write([row, secrets, vault = m_vault](Connection& c) -> Result<AccountId> {
                      SC_TRY_ASSIGN(id, addAccount(c, row));
                      SC_TRY(vault->store(c, id, secrets, kWireBegins));
                      return id;
                    })
                    .result());
  }
  void sync()
  {
    bool ended = false;
    QObject context;
    QObject::connect(engine.get(), &SyncEngine::passFinished, &context, [&ended] { ended = true; });
    engine->syncOnce({}, {Stream::Orders}, true);
    QVERIFY(QTest::qWaitFor([&ended] { return ended; }, 60'000));
  }
  template <class Fn>
  auto read(Fn fn)
  {
    return must(database->read(std::move(fn)).result());
  }
  /// One that was paid and waits to be shipped.
  OrderRow order()
  {
    OrderQuery query;
    query.filter.stages = {FlowStage::ToShip};
    query.limit = 1;
    const auto rows = read([query](Connection& c) { return orderRows(c, query); });
    if (rows.empty())
      qFatal("the world has no order to ship");
    return rows.front();
  }
  ActionId ask(std::function<Result<ActionId>(Connection&, ChangeSet&)> deed)
  {
    const ActionId id = must(database->write(std::move(deed)).result());
    engine->sendActions();
    return id;
  }
  OutboxEntry entry(ActionId id)
  {
    return *read([id](Connection& c) { return outboxEntry(c, id); });
  }
  qint64 refunds(OrderId order)
  {
    return read([order](Connection& c) {
      return c.number(u"SELECT COUNT(*) FROM order_refunds WHERE order_id = ?"_s, {order});
    });
  }

  Wire wire;
  std::shared_ptr<QAtomicInt> calls = std::make_shared<QAtomicInt>(0); ///< of the lost operation
  std::unique_ptr<Database> database;
  std::unique_ptr<SyncEngine> engine;
};

} // namespace

/// What is asked of a provider happens once, although its first answer gets lost on the way.
class ActFaultTest : public QObject {
  Q_OBJECT

private:
  static ActionId book(ActingDesk& desk, const QString& courier, const QString& service)
  {
    const AccountId account = desk.connect(courier);
    return desk.ask([&, id = desk.order().id](Connection& c, ChangeSet& changes) -> Result<ActionId> {
      Sender from;
      from.address = {u"云杉"_s,   u"13800001111"_s, u"CN"_s,        u"浙江省"_s,
                      u"杭州市"_s, u"西湖区"_s,      u"仓库路1号"_s, u"310000"_s};
      SC_TRY_ASSIGN(sender, saveSender(c, from));
      Booking booking;
      booking.account = account;
      booking.service = service;
      booking.sender = sender;
      booking.weightGrams = 500;
      return bookShipment(c, id, booking, u"owner"_s, desk.wire.time.clock()(), changes);
    });
  }

private Q_SLOTS:
  void courierThatCanBeAsked_isAsked()
  {
    ActingDesk desk(u"order.create"_s);
    const ActionId id = book(desk, u"sf"_s, u"2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.wire.sandbox().site().parcels.all().size(), 1);
    QVERIFY(!desk.entry(id).outcome.number.isEmpty());
  }

  void courierThatCannotBeAsked_isLeftToAPerson()
  {
    ActingDesk desk(u"order.create"_s);
    const ActionId id = book(desk, u"zto"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(needsPerson(desk.entry(id)), 30'000);
    QCOMPARE(desk.calls->loadRelaxed(), 1);
    QCOMPARE(desk.wire.sandbox().site().parcels.all().size(), 1);
    must(desk.database
             ->write([&](Connection& c, ChangeSet& changes) {
               return settleAction(c, id, {true, u"73123456789012"_s, u"owner"_s}, desk.wire.time.clock()(), changes);
             })
             .result());
    const auto shipped = [&] {
      const auto entries = desk.read([](Connection& c) { return outboxEntries(c, {{ActionState::Done}, {}, {}}, 10); });
      return std::ranges::any_of(
          entries, [](const OutboxEntry& one) { return std::holds_alternative<MarkShipped>(one.action.what); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(shipped(), 30'000); // its shop hears of it as of any other
  }

  void refund_isMadeOnce()
  {
    ActingDesk desk(u"refund.create"_s);
    const OrderRow order = desk.order();
    const qint64 before = desk.refunds(order.id);
    const ActionId id = desk.ask([&](Connection& c, ChangeSet& changes) {
      return refundOrder(c, order.id, Money(100, order.total.currency()), u"late"_s, u"owner"_s,
                         desk.wire.time.clock()(), changes);
    });
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.calls->loadRelaxed(), 1);
    desk.sync();
    QCOMPARE(desk.refunds(order.id), before + 1);
  }

  void shop_isToldOfAParcelOnce()
  {
    ActingDesk desk(u"order.ship"_s);
    const OrderRow order = desk.order();
    const ActionId id = desk.ask([&](Connection& c, ChangeSet& changes) {
      return shipOrder(c, order.id, u"sf"_s, u"SF1234567890123"_s, u"owner"_s, desk.wire.time.clock()(), changes);
    });
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.calls->loadRelaxed(), 1);
    desk.sync();
    const auto details = desk.read([id = order.id](Connection& c) { return orderDetails(c, id); });
    QCOMPARE(std::ranges::count(details->shipments, u"SF1234567890123"_s, &OrderShipment::number), 1);
  }
};

SC_TEST(ActFaultTest)

} // namespace supercargo::test

#include "actfault_test.moc"
