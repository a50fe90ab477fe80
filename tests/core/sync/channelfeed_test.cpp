#include "core/outbox/outbox.h"
#include "core/stock/channelstock.h"
#include "core/store/catalogue.h"
#include "core/sync/channelfeed.h"
#include "tests/core/sync/syncworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

const QString kTea = QStringLiteral("TEA");

/// A shop with one article of which ten are there, and a rule that it may sell them all. The engine runs.
class ChannelWorld : public SyncWorld {
public:
  ChannelWorld()
  {
    write([this](Connection& c, ChangeSet& changes) -> Result<void> {
      ProductSnapshot p;
      p.externalId = QStringLiteral("p1");
      p.variantIds = {QStringLiteral("v1")};
      VariantSnapshot v;
      v.externalId = QStringLiteral("v1");
      v.sku = kTea;
      p.variants = {v};
      SC_TRY(upsertProducts(c, {account, std::nullopt, kWorldBegins}, {p}, changes));
      SC_TRY(move(c, 10, changes));
      ChannelRule rule;
      rule.account = account;
      SC_TRY(saveChannelRule(c, rule, QStringLiteral("owner"), kWorldBegins, changes));
      return {};
    });
  }

  Result<void> move(Connection& c, qint64 quantity, ChangeSet& changes)
  {
    SC_TRY(
        adjustStock(c, kTea, {}, quantity, QStringLiteral("test"), QStringLiteral("owner"), time.clock()(), changes));
    return {};
  }
  void move(qint64 quantity)
  {
    write([&](Connection& c, ChangeSet& changes) { return move(c, quantity, changes); });
  }
  template <class Fn>
  void write(Fn fn)
  {
    must(database->write(std::move(fn)).result());
  }
  /// What the shop was told in the end: the quantity of the newest action that is done.
  std::optional<qint64> told()
  {
    const auto done = read([](Connection& c) { return outboxEntries(c, {{ActionState::Done}, {}, {}}, 1); });
    return done.empty() ? std::nullopt : std::optional(std::get<SetStock>(done.front().action.what).quantity);
  }
  qsizetype open()
  {
    return qsizetype(
        read([](Connection& c) {
          return outboxEntries(c, {{ActionState::Waiting, ActionState::Sending, ActionState::Unknown}, {}, {}}, 100);
        }).size());
  }
  qsizetype puts()
  {
    qsizetype count = 0;
    for (const HttpRequest& request : shop.requests())
      count += request.operation == QLatin1String("stock.set") ? 1 : 0;
    return count;
  }
  void sendAll()
  {
    bool idle = false;
    QObject context;
    QObject::connect(engine.get(), &SyncEngine::actionsSent, &context, [&] { idle = true; });
    engine->sendActions();
    QVERIFY(QTest::qWaitFor([&] { return idle && open() == 0; }, 120'000));
  }
};

} // namespace

class ChannelFeedTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void movement_reachesTheShop()
  {
    ChannelWorld world;
    world.shop.answer("{}");
    world.sendAll();
    QCOMPARE(world.told().value(), qint64(10));
    const ChannelFeed feed(*world.database, world.time.timing());
    world.shop.answer("{}");
    world.move(-3);
    QVERIFY(QTest::qWaitFor([&] { return world.told() == 7; }, 120'000));
    QCOMPARE(world.puts(), qsizetype(2));
  }

  /// Killed while a level is on the wire, and stock moves before anybody looks again: the shop ends with the last
  /// level, whichever of the two calls it has seen.
  void programKilledWhilePushing_endsWithTheRightLevel()
  {
    ChannelWorld world;
    world.shop.stayQuiet();
    world.engine->sendActions();
    QVERIFY(QTest::qWaitFor([&] { return world.puts() == 1; }, 120'000));
    world.engine.reset();
    world.move(-4);
    world.restart();
    const ChannelFeed feed(*world.database, world.time.timing());
    QVERIFY(QTest::qWaitFor([&] { return world.open() == 2; }, 120'000));
    world.shop.forget();
    world.shop.answer("{}");
    world.shop.answer("{}");
    world.time.advance(10min);
    world.sendAll();
    QCOMPARE(world.told().value(), qint64(6));
    const auto level = world.read([](Connection& c) { return channelLevels(c, std::nullopt, 0); }).front();
    QCOMPARE(level.level, qint64(6));
    QCOMPARE(level.state, QStringLiteral("done"));
    QCOMPARE(world.puts(), qsizetype(2)); // the one in doubt again, then the new one
  }

  void feed_finishesWhatWasLeftUndone()
  {
    ChannelWorld world;
    world.shop.answer("{}");
    world.sendAll();
    world.shop.answer("{}");
    world.move(5); // nobody watches
    const ChannelFeed feed(*world.database, world.time.timing());
    QVERIFY(QTest::qWaitFor([&] { return world.told() == 15; }, 120'000)); // the engine still sends what comes
  }
};

SC_TEST(ChannelFeedTest)
#include "channelfeed_test.moc"
