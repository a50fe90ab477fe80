#include "core/outbox/actionjson.h"
#include "core/outbox/orderactions.h"
#include "core/outbox/settling.h"
#include "core/outbox/shipping.h"
#include "tests/app/traces.h"
#include "tests/support/testmain.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

constexpr QLatin1StringView kNumber("SF1234567890123");

/// What strikes, and which operation: when that is called for the first time.
struct Strike {
  QString operation, fault = u"lost-answer"_s;
  int call = 0; ///< not 0: which of a deed's calls, whatever that one asks
};

/// The calls that a deed makes, in their order. Usable from any thread.
class DeedCalls {
public:
  void begin()
  {
    const QMutexLocker lock(&m_mutex);
    m_hasBegun = true;
  }
  /// Whether this call is the one to be struck.
  bool strikes(const QString& operation, const Strike& strike)
  {
    const QMutexLocker lock(&m_mutex);
    if (!m_hasBegun)
      return false;
    m_operations << operation;
    return strike.call > 0 ? m_operations.size() == strike.call
                           : operation == strike.operation && m_operations.count(operation) == 1;
  }
  QStringList operations() const
  {
    const QMutexLocker lock(&m_mutex);
    return m_operations;
  }

private:
  mutable QMutex m_mutex;
  bool m_hasBegun = false;
  QStringList m_operations;
};

class StrikingTransport : public QObject, public Transport {
public:
  StrikingTransport(Wire& wire, Strike strike, std::shared_ptr<DeedCalls> calls)
      : m_wire(wire), m_strike(std::move(strike)), m_calls(std::move(calls))
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
    const bool isStruck = m_calls->strikes(request.operation, m_strike);
    if (isStruck)
      m_wire.setFault(m_strike.fault, 1);
    auto answer = m_wire.exchange(request);
    if (isStruck && m_strike.fault != "clock-skew"_L1) // a clock that is wrong stays so
      m_wire.setFault(m_strike.fault, 0);
    return answer;
  }

  Wire& m_wire;
  Strike m_strike;
  std::shared_ptr<DeedCalls> m_calls;
};

/// A merchant with a shop, whose actions go out through the engine.
class ActingDesk {
  TempDatabase m_temp; // outlives what is open in it
  std::shared_ptr<Vault> m_vault;

public:
  explicit ActingDesk(const Strike& strike, sandbox::Shop world = sandbox::Shop::Woo,
                      const QString& shop = u"woocommerce"_s)
      : wire(Wire::smallWorld(world)), m_world(world), m_struck(strike.operation)
  {
    static const BlankDesk kBlank;
    m_vault = kBlank.vault;
    if (!QFile::copy(kBlank.temp.config().sqliteFile, m_temp.config().sqliteFile))
      qFatal("no desk");
    database = must(Database::open(m_temp.config()));
    SyncParts parts;
    parts.makeTransport = [this, strike] { return std::make_unique<StrikingTransport>(wire, strike, calls); };
    parts.knownAnswers = [](const QString&) { return std::make_shared<AnswerShape>(); };
    parts.timing = wire.time.timing();
    SyncOptions options;
    options.clock = wire.time.clock();
    options.jitterSeed = 1;
    engine = std::make_unique<SyncEngine>(*database, m_vault, options, parts);
    connect(shop);
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
    calls->begin(); // the engine hears of the deed by itself
    const ActionId id = must(database->write(std::move(deed)).result());
    engine->sendActions();
    return id;
  }
  OutboxEntry entry(ActionId id)
  {
    return *read([id](Connection& c) { return outboxEntry(c, id); });
  }
  /// Whether nothing is under way but what waits for a person.
  bool rests()
  {
    const auto entries = read([](Connection& c) { return outboxEntries(c, {kUnderWay, {}, {}}, 100); });
    return std::ranges::all_of(entries, needsPerson);
  }
  /// As its shop has it.
  sandbox::Order truth(const OrderRow& order) { return orderInWorld(wire, m_world, order); }
  /// How often the operation to be struck was called.
  qsizetype timesCalled() const { return calls->operations().count(m_struck); }
  qint64 refunds(OrderId order)
  {
    return read([order](Connection& c) {
      return c.number(u"SELECT COUNT(*) FROM order_refunds WHERE order_id = ?"_s, {order});
    });
  }

  Wire wire;
  std::shared_ptr<DeedCalls> calls = std::make_shared<DeedCalls>();
  std::unique_ptr<Database> database;
  std::unique_ptr<SyncEngine> engine;

private:
  sandbox::Shop m_world;
  QString m_struck;
};

ActionId book(ActingDesk& desk, const OrderRow& order, const QString& courier, const QString& service = {})
{
  const AccountId account = desk.connect(courier);
  return desk.ask([&, id = order.id](Connection& c, ChangeSet& changes) -> Result<ActionId> {
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

ActionId refund(ActingDesk& desk, const OrderRow& order)
{
  return desk.ask([&](Connection& c, ChangeSet& changes) {
    return refundOrder(c, order.id, Money(100, order.total.currency()), u"late"_s, u"owner"_s, desk.wire.time.clock()(),
                       changes);
  });
}

ActionId refundAtGateway(ActingDesk& desk, const OrderRow& order)
{
  NewAction wanted;
  wanted.account = desk.connect(u"alipay"_s);
  wanted.action = {u"refund:R1"_s,
                   RefundPayment{order.number, {}, u"R1"_s, u"late"_s, Money(100, order.total.currency())}};
  wanted.order = order.id;
  wanted.actor = u"owner"_s;
  return desk.ask(
      [&](Connection& c, ChangeSet& changes) { return enqueueAction(c, wanted, desk.wire.time.clock()(), changes); });
}

ActionId ship(ActingDesk& desk, const OrderRow& order)
{
  return desk.ask([&](Connection& c, ChangeSet& changes) {
    return shipOrder(c, order.id, u"sf"_s, kNumber, u"owner"_s, desk.wire.time.clock()(), changes);
  });
}

qsizetype bookingsMade(ActingDesk& desk, const OrderRow&)
{
  return qsizetype(desk.wire.sandbox().site().parcels.all().size());
}

qsizetype refundsMade(ActingDesk& desk, const OrderRow& order)
{
  return qsizetype(desk.truth(order).change.refunds.size());
}

qsizetype numbersTold(ActingDesk& desk, const OrderRow& order)
{
  return timesTold(desk.truth(order), kNumber);
}

/// What is asked, and how often its peer says that it was done.
struct Deed {
  const char* name;
  sandbox::Shop world;
  QLatin1StringView shop, provider, operation;
  ActionId (*ask)(ActingDesk&, const OrderRow&);
  qsizetype (*made)(ActingDesk&, const OrderRow&);
};

constexpr auto kWoo = sandbox::Shop::Woo;
const Deed kDeeds[] = {
    {"sf books", kWoo, "woocommerce"_L1, "sf"_L1, "order.create"_L1,
     [](ActingDesk& desk, const OrderRow& order) { return book(desk, order, u"sf"_s, u"2"_s); }, bookingsMade},
    {"zto books", kWoo, "woocommerce"_L1, "zto"_L1, "order.create"_L1,
     [](ActingDesk& desk, const OrderRow& order) { return book(desk, order, u"zto"_s); }, bookingsMade},
    {"easypost offers", kWoo, "woocommerce"_L1, "easypost"_L1, "shipment.create"_L1,
     [](ActingDesk& desk, const OrderRow& order) { return book(desk, order, u"easypost"_s); }, bookingsMade},
    {"easypost books", kWoo, "woocommerce"_L1, "easypost"_L1, "shipment.buy"_L1,
     [](ActingDesk& desk, const OrderRow& order) { return book(desk, order, u"easypost"_s); }, bookingsMade},
    {"woocommerce refunds", kWoo, "woocommerce"_L1, "woocommerce"_L1, "refund.create"_L1, refund, refundsMade},
    {"woocommerce ships", kWoo, "woocommerce"_L1, "woocommerce"_L1, "order.ship"_L1, ship, numbersTold},
    {"shopify ships", sandbox::Shop::Shopify, "shopify"_L1, "shopify"_L1, "order.ship"_L1, ship, numbersTold},
    {"alipay refunds", kWoo, "woocommerce"_L1, "alipay"_L1, "refund.create"_L1, refundAtGateway, refundsMade},
};

/// An action has no pages, and of these accounts one signs in.
bool canStrike(const QString& fault, const Deed& deed)
{
  return !fault.endsWith("-page"_L1) && (fault != "expired-token"_L1 || deed.provider == "shopify"_L1);
}

/// What a deed has come to: all that was asked of providers, and what those have of it.
QString endOf(ActingDesk& desk, const Deed& deed, const OrderRow& order, ActionId id)
{
  QStringList ends;
  for (const OutboxEntry& entry : desk.read([](Connection& c) { return outboxEntries(c, {}, 100); }))
    ends << actionKindName(entry.action.what) + u' ' + actionStateName(entry.state);
  ends.sort();
  const OutboxEntry entry = desk.entry(id);
  const bool isParcel = std::holds_alternative<BookParcel>(entry.action.what) && !entry.outcome.number.isEmpty();
  return u"%1; made %2 times, its number told %3 times"_s.arg(ends.join(u", "_s))
      .arg(deed.made(desk, order))
      .arg(isParcel ? timesTold(desk.truth(order), entry.outcome.number) : 0);
}

/// The calls of a deed that nothing strikes, and its end.
struct Undisturbed {
  QStringList calls;
  QString end;
};

const Undisturbed& undisturbed(const Deed& deed)
{
  static std::map<const Deed*, Undisturbed> known;
  const auto [place, isNew] = known.try_emplace(&deed);
  if (!isNew)
    return place->second;
  ActingDesk desk({}, deed.world, deed.shop);
  desk.wire.freeze();
  const OrderRow order = desk.order();
  const ActionId id = deed.ask(desk, order);
  if (!QTest::qWaitFor([&] { return desk.rests(); }, 60'000))
    qFatal("the deed does not end");
  return place->second = {desk.calls->operations(), endOf(desk, deed, order, id)};
}

/// Two entries of the table may strike different calls of one deed.
bool isFirstOfItsKind(int number)
{
  const Deed& deed = kDeeds[number];
  return std::none_of(kDeeds, kDeeds + number,
                      [&](const Deed& other) { return other.provider == deed.provider && other.made == deed.made; });
}

} // namespace

/// What is asked of a provider happens once, although its first answer gets lost or something else goes wrong.
class ActFaultTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void courierThatCanBeAsked_isAsked()
  {
    ActingDesk desk({u"order.create"_s});
    const ActionId id = book(desk, desk.order(), u"sf"_s, u"2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.wire.sandbox().site().parcels.all().size(), 1);
    QVERIFY(!desk.entry(id).outcome.number.isEmpty());
  }

  void courierThatCannotBeAsked_isLeftToAPerson()
  {
    ActingDesk desk({u"order.create"_s});
    const ActionId id = book(desk, desk.order(), u"zto"_s);
    QTRY_VERIFY_WITH_TIMEOUT(needsPerson(desk.entry(id)), 30'000);
    QCOMPARE(desk.timesCalled(), 1);
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
    ActingDesk desk({u"refund.create"_s});
    const OrderRow order = desk.order();
    const qint64 before = desk.refunds(order.id);
    const ActionId id = refund(desk, order);
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.timesCalled(), 1);
    desk.sync();
    QCOMPARE(desk.refunds(order.id), before + 1);
  }

  void buyersRefund_isAgreedToOnce_data()
  {
    QTest::addColumn<QString>("shop");
    QTest::addColumn<sandbox::Shop>("world");
    QTest::newRow("taobao") << u"taobao"_s << sandbox::Shop::Taobao;
    QTest::newRow("pinduoduo") << u"pinduoduo"_s << sandbox::Shop::Pinduoduo;
    QTest::newRow("douyin") << u"douyin"_s << sandbox::Shop::Douyin;
  }
  void buyersRefund_isAgreedToOnce()
  {
    QFETCH(QString, shop);
    QFETCH(sandbox::Shop, world);
    ActingDesk desk({u"refund.agree"_s}, world, shop);
    desk.wire.freeze(); // the world itself ships nothing meanwhile
    const OrderRow order = desk.order();
    const qint64 before = desk.refunds(order.id);
    QVERIFY(sandbox::desk::askRefund(desk.wire.sandbox().world(), desk.truth(order), 100, u"尺码不合适"_s));
    const ActionId id = refund(desk, order);
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.timesCalled(), 1); // what has been agreed to is not asked for again
    QCOMPARE(refundsMade(desk, order), 1);
    desk.wire.time.advance(1h); // a platform tells of changes late
    desk.sync();
    QCOMPARE(desk.refunds(order.id), before + 1);
    QCOMPARE(desk.read([id = order.id](Connection& c) { return orderDetails(c, id); })->row.refunded.minor(), 100);
  }

  void shop_isToldOfAParcelOnce()
  {
    ActingDesk desk({u"order.ship"_s});
    const OrderRow order = desk.order();
    const ActionId id = ship(desk, order);
    QTRY_COMPARE_WITH_TIMEOUT(desk.entry(id).state, ActionState::Done, 30'000);
    QCOMPARE(desk.wire.struck(u"lost-answer"_s), 1);
    QCOMPARE(desk.timesCalled(), 1);
    desk.sync();
    const auto details = desk.read([id = order.id](Connection& c) { return orderDetails(c, id); });
    QCOMPARE(std::ranges::count(details->shipments, kNumber, &OrderShipment::number), 1);
  }

  void deed_isDoneOnceWhateverStrikesIt_data()
  {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("fault");
    for (int number = 0; number < int(std::size(kDeeds)); ++number)
      for (const QString& fault : sandbox::faultNames())
        if (canStrike(fault, kDeeds[number]))
          QTest::addRow("%s %s", kDeeds[number].name, qPrintable(fault)) << number << fault;
  }
  void deed_isDoneOnceWhateverStrikesIt()
  {
    QFETCH(int, number);
    QFETCH(QString, fault);
    const Deed& deed = kDeeds[number];
    ActingDesk desk({deed.operation, fault}, deed.world, deed.shop);
    desk.wire.freeze(); // the world itself ships nothing meanwhile
    const OrderRow order = desk.order();
    QCOMPARE(deed.made(desk, order), 0);
    const ActionId id = deed.ask(desk, order);
    QTRY_VERIFY_WITH_TIMEOUT(desk.rests(), 60'000);
    QVERIFY(desk.timesCalled() > 0);
    if (fault != "clock-skew"_L1) // a state, and nothing that strikes
      QCOMPARE(desk.wire.struck(fault), 1);
    const OutboxEntry entry = desk.entry(id);
    const bool wasRefused = QStringList{u"429"_s, u"slow"_s, u"clock-skew"_s}.contains(fault); // or answered at last
    if (deed.provider == "zto"_L1 && !wasRefused) { // nobody can ask whether it has happened
      QVERIFY2(needsPerson(entry), qPrintable(actionStateName(entry.state)));
      QCOMPARE(desk.timesCalled(), 1);
      QCOMPARE(deed.made(desk, order), fault == "5xx"_L1 || fault == "bad-signature"_L1 ? 0 : 1);
      return;
    }
    QVERIFY2(entry.state == ActionState::Done, qPrintable(actionStateName(entry.state) + u' ' + entry.error));
    QCOMPARE(deed.made(desk, order), 1);
  }

  void deed_comesToTheSameEndWhicheverCallIsStruck_data()
  {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("fault");
    for (int number = 0; number < int(std::size(kDeeds)); ++number)
      for (const QString& fault : {u"5xx"_s, u"truncated"_s, u"late-answer"_s}) // not done; done; done, and long after
        if (isFirstOfItsKind(number))
          QTest::addRow("%s %s", kDeeds[number].name, qPrintable(fault)) << number << fault;
  }
  void deed_comesToTheSameEndWhicheverCallIsStruck()
  {
    QFETCH(int, number);
    QFETCH(QString, fault);
    const Deed& deed = kDeeds[number];
    const auto& [calls, end] = undisturbed(deed);
    QVERIFY(calls.contains(deed.operation));
    QVERIFY2(!end.contains("failed"_L1) && end.contains("made 1 times"_L1), qPrintable(end));
    for (int call = 1; call <= int(calls.size()); ++call) {
      const QString operation = calls.at(call - 1), what = u"call %1, %2: "_s.arg(call).arg(operation);
      ActingDesk desk({operation, fault, call}, deed.world, deed.shop);
      desk.wire.freeze();
      const OrderRow order = desk.order();
      const ActionId id = deed.ask(desk, order);
      QTRY_VERIFY2_WITH_TIMEOUT(desk.rests(), qPrintable(what), 60'000);
      QVERIFY2(desk.wire.struck(fault) == 1, qPrintable(what));
      if (deed.provider == "zto"_L1 && operation == deed.operation) { // nobody can ask whether it has happened
        QVERIFY(needsPerson(desk.entry(id)));
        QCOMPARE(deed.made(desk, order), fault == "5xx"_L1 ? 0 : 1);
      } else {
        QCOMPARE(what + endOf(desk, deed, order, id), what + end);
      }
    }
  }
};

SC_TEST(ActFaultTest)

} // namespace supercargo::test

#include "actfault_test.moc"
