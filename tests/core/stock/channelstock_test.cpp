#include "core/outbox/orderactions.h"
#include "core/outbox/outbox.h"
#include "core/stock/articles.h"
#include "core/stock/channelstock.h"
#include "core/store/accounts.h"
#include "core/store/catalogue.h"
#include "core/store/goneproducts.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {

const Instant kNow = fromMs(1'768'471'200'000);
const QString kTea = QStringLiteral("TEA"), kCup = QStringLiteral("CUP");

} // namespace

class ChannelStockTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  AccountId m_first, m_second;
  int m_orders = 0;
  Connection& c() { return m_temp->connection(); }

  AccountId addShop(const QString& name)
  {
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = name;
    row.endpoint = QStringLiteral("https://%1.example/").arg(name);
    const AccountId id = must(addAccount(c(), row));
    offer(id);
    return id;
  }
  void offer(AccountId id)
  {
    std::vector<ProductSnapshot> products;
    for (const QString& sku : {kTea, kCup}) {
      ProductSnapshot p;
      p.externalId = QStringLiteral("p-") + sku;
      p.title = sku;
      p.variantIds = {QStringLiteral("v-") + sku};
      VariantSnapshot v;
      v.externalId = p.variantIds.front();
      v.sku = sku;
      p.variants = {v};
      products.push_back(p);
    }
    must(upsertProducts(c(), {id, std::nullopt, kNow}, products, m_changes));
  }
  void removeTea(AccountId account)
  {
    must(markProductsGone(c(), account, {QStringLiteral("p-TEA")}, kNow, m_changes));
  }
  void receive(const QString& sku, qint64 quantity)
  {
    must(adjustStock(c(), sku, {}, quantity, QStringLiteral("opening"), QStringLiteral("owner"), kNow, m_changes));
  }
  ChannelRule rule(AccountId account, int share = 100)
  {
    ChannelRule r;
    r.account = account;
    r.sharePercent = share;
    return r;
  }
  int save(const ChannelRule& r) { return must(saveChannelRule(c(), r, QStringLiteral("owner"), kNow, m_changes)); }
  int push(Instant now = kNow) { return must(pushChangedLevels(c(), now, m_changes)); }
  /// What waits to be told: "1 v-TEA 5", by account.
  QStringList waiting()
  {
    QStringList list;
    for (const OutboxEntry& entry : must(outboxEntries(c(), {{ActionState::Waiting}, {}, {}}, 100))) {
      const auto& level = std::get<SetStock>(entry.action.what);
      list << QStringLiteral("%1 %2 %3")
                  .arg(entry.account == m_first ? 1 : 2)
                  .arg(level.variantExternalId)
                  .arg(level.quantity);
    }
    list.sort();
    return list;
  }
  void finishAll(Instant now)
  {
    for (const OutboxEntry& entry : must(outboxEntries(c(), {{ActionState::Waiting}, {}, {}}, 100))) {
      must(noteSending(c(), entry.id, ActionState::Waiting, now, m_changes));
      ActionOutcome done;
      done.accepted = true;
      must(noteOutcome(c(), entry, done, std::nullopt, now, now, m_changes));
    }
  }
  void order(AccountId account, const QString& sku, qint64 quantity, Instant at)
  {
    OrderSnapshot o;
    o.externalId = o.number = QString::number(++m_orders);
    o.status = OrderStatus::ToShip;
    o.payment = PaymentStatus::Paid;
    o.total = o.paid = Money(100, Currency());
    o.placedAt = at;
    o.updatedAt = at;
    LineSnapshot line;
    line.externalId = QStringLiteral("l");
    line.sku = sku;
    line.quantity = quantity;
    line.total = o.total;
    o.lines = {line};
    must(upsertOrders(c(), {account, std::nullopt, at}, {o}, m_changes));
  }
  /// What the shop says of its stock, with all its orders known until then.
  void tell(AccountId account, const QString& sku, qint64 available, Instant at)
  {
    StockSnapshot s;
    s.productExternalId = QStringLiteral("p-") + sku;
    s.variantExternalId = QStringLiteral("v-") + sku;
    s.sku = sku;
    s.available = available;
    must(upsertStock(c(), {account, std::nullopt, at}, {s}, m_changes));
    StreamState state = must(streamState(c(), account, Stream::Orders));
    state.account = account;
    state.stream = Stream::Orders;
    state.lastOkAt = at;
    must(saveStreamState(c(), state));
  }
  ChannelAudit audit(AccountId account, int sample = 100, Instant now = kNow + 1h)
  {
    return must(auditChannel(c(), account, sample, now, m_changes));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_first = addShop(QStringLiteral("one"));
    m_second = addShop(QStringLiteral("two"));
    m_orders = 0;
  }

  void level_data()
  {
    QTest::addColumn<int>("share");
    QTest::addColumn<int>("safety");
    QTest::addColumn<int>("maximum"); // below zero: none
    QTest::addColumn<int>("fixed");
    QTest::addColumn<int>("available");
    QTest::addColumn<int>("level");
    QTest::newRow("everything") << 100 << 0 << -1 << -1 << 7 << 7;
    QTest::newRow("half, rounded down") << 50 << 0 << -1 << -1 << 7 << 3;
    QTest::newRow("safety first") << 50 << 2 << -1 << -1 << 12 << 5;
    QTest::newRow("safety above stock") << 100 << 9 << -1 << -1 << 7 << 0;
    QTest::newRow("oversold") << 100 << 0 << -1 << -1 << -4 << 0;
    QTest::newRow("maximum") << 100 << 0 << 5 << -1 << 90 << 5;
    QTest::newRow("quota") << 10 << 0 << -1 << 20 << 90 << 20;
    QTest::newRow("quota is not there") << 10 << 5 << -1 << 20 << 18 << 13;
    QTest::newRow("nothing for this shop") << 0 << 0 << -1 << -1 << 90 << 0;
  }
  void level()
  {
    QFETCH(int, share);
    QFETCH(int, safety);
    QFETCH(int, maximum);
    QFETCH(int, fixed);
    QFETCH(int, available);
    ChannelRule r = rule(m_first, share);
    r.safety = safety;
    if (maximum >= 0)
      r.maximum = maximum;
    if (fixed >= 0)
      r.fixed = fixed;
    QTEST(int(channelLevel(r, available)), "level");
  }

  void shopWithoutRule_isToldNothing()
  {
    receive(kTea, 10);
    QCOMPARE(push(), 0);
    QCOMPARE(save(rule(m_first)), 1);
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 10")});
  }

  void unknownStock_isNotToldAsZero()
  {
    QCOMPARE(save(rule(m_first)), 0);
    QVERIFY(waiting().isEmpty());
  }

  void movement_isToldToEveryShopWithARule()
  {
    receive(kTea, 10);
    save(rule(m_first, 70));
    save(rule(m_second, 30));
    push();
    finishAll(kNow);
    receive(kTea, 10);
    QCOMPARE(push(), 2);
    QCOMPARE(waiting(), (QStringList{QStringLiteral("1 v-TEA 14"), QStringLiteral("2 v-TEA 6")}));
    QCOMPARE(push(), 0);
  }

  void severalMovements_leaveOneLevelWaiting()
  {
    receive(kTea, 10);
    save(rule(m_first));
    receive(kTea, 1);
    push();
    receive(kTea, 1);
    push();
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 12")});
  }

  /// Of a set of one pot and two cups as many can be sold as the scarcer of them allows.
  void bundle_isToldByItsScarcestPart()
  {
    const StockWorker owner{QStringLiteral("owner")};
    const QString pot = QStringLiteral("POT"), bowl = QStringLiteral("BOWL");
    must(defineBundle(c(), owner, kTea, {{pot, 1}, {bowl, 2}}, kNow, m_changes));
    save(rule(m_first));
    receive(pot, 9);
    QCOMPARE(push(), 0); // nobody has said how many bowls there are
    receive(bowl, 7);
    QCOMPARE(push(), 1);
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 3")});
    receive(bowl, 4);
    push();
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 5")});
  }

  void linkedSku_isToldByItsArticle()
  {
    const StockWorker owner{QStringLiteral("owner")};
    must(linkArticle(c(), owner, m_second, kTea, QStringLiteral("OOLONG"), QString(), kNow, m_changes));
    save(rule(m_first));
    save(rule(m_second));
    receive(QStringLiteral("OOLONG"), 6);
    receive(kTea, 2);
    push();
    QCOMPARE(waiting(), (QStringList{QStringLiteral("1 v-TEA 2"), QStringLiteral("2 v-TEA 6")}));
  }

  void ownRule_goesBeforeTheGeneralOne()
  {
    receive(kTea, 10);
    receive(kCup, 10);
    save(rule(m_first));
    ChannelRule own = rule(m_first);
    own.sku = kCup;
    own.maximum = 4;
    save(own);
    QCOMPARE(waiting(), (QStringList{QStringLiteral("1 v-CUP 4"), QStringLiteral("1 v-TEA 10")}));
    own.enabled = false;
    save(own);
    receive(kCup, 1);
    QCOMPARE(push(), 0);
  }

  /// The shop that sold has counted down by itself: with a maximum our level stays, and must be told again.
  void ownOrder_isToldAgainThoughTheLevelIsTheSame()
  {
    receive(kTea, 100);
    ChannelRule r = rule(m_first);
    r.maximum = 5;
    save(r);
    save(rule(m_second, 0));
    push();
    finishAll(kNow);
    order(m_first, kTea, 2, kNow + 1min);
    QCOMPARE(push(kNow + 2min), 1);
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 5")});
  }

  void newVariant_isTold()
  {
    receive(kTea, 10);
    save(rule(m_first));
    must(c().run(QStringLiteral("DELETE FROM channel_levels"), {}));
    must(c().run(QStringLiteral("DELETE FROM outbox"), {}));
    QCOMPARE(push(), 1);
  }

  void programThatDied_catchesUpFromTheMovements()
  {
    receive(kTea, 10);
    save(rule(m_first));
    push();
    finishAll(kNow);
    // The movement was committed, then the program was killed before it looked.
    order(m_second, kTea, 3, kNow + 1min);
    m_temp->disconnect();
    QCOMPARE(push(kNow + 2min), 1);
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 7")});
  }

  /// Our own level comes back with the shop's figures; it must not move the goods.
  void shopThatIsTold_doesNotMoveOurStock()
  {
    tell(m_first, kTea, 40, kNow);
    QCOMPARE(must(stockRows(c(), 10)).front().onHand, qint64(40));
    save(rule(m_first, 50));
    finishAll(kNow + 1min);
    tell(m_first, kTea, 20, kNow + 2min);
    QCOMPARE(must(stockRows(c(), 10)).front().onHand, qint64(40));
    QCOMPARE(push(kNow + 3min), 0);
    must(removeChannelRule(c(), m_first, {}, m_changes));
    tell(m_first, kTea, 25, kNow + 4min);
    QCOMPARE(must(stockRows(c(), 10)).front().onHand, qint64(45));
  }

  void audit_findsAndRepairsDrift()
  {
    receive(kTea, 10);
    receive(kCup, 10);
    save(rule(m_first));
    finishAll(kNow);
    tell(m_first, kTea, 10, kNow + 1min);
    tell(m_first, kCup, 17, kNow + 1min); // somebody typed it in at the shop
    const ChannelAudit found = audit(m_first);
    QCOMPARE(found.compared, qint64(2));
    QCOMPARE(found.wrong, qint64(1));
    QCOMPARE(found.repaired, qint64(1));
    QCOMPARE(found.score().value(), 0.5);
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-CUP 10")});
    QCOMPARE(must(channelAudits(c())).front().wrong, qint64(1));
  }

  void audit_needsTheOrdersOnlyWhereSomethingDiffers()
  {
    for (const QString& sku : {kTea, kCup})
      receive(sku, 10);
    save(rule(m_first));
    finishAll(kNow);
    tell(m_first, kTea, 10, kNow + 2min);
    tell(m_first, kCup, 9, kNow + 2min);
    StreamState orders = must(streamState(c(), m_first, Stream::Orders));
    orders.lastOkAt = kNow + 1min; // what was sold in the last minute is not known here
    must(saveStreamState(c(), orders));
    const ChannelAudit found = audit(m_first);
    QCOMPARE(found.compared, qint64(1));
    QCOMPARE(found.wrong, qint64(0));
  }

  void audit_waitsForWhatItCannotKnow()
  {
    receive(kTea, 10);
    save(rule(m_first));
    QCOMPARE(audit(m_first).compared, qint64(0)); // still waiting to be sent
    QVERIFY(!audit(m_first).score());
    tell(m_first, kTea, 3, kNow - 1min);
    finishAll(kNow);
    QCOMPARE(audit(m_first).compared, qint64(0)); // said before it was told
    order(m_first, kTea, 1, kNow + 1min);
    tell(m_first, kTea, 9, kNow + 2min);
    QCOMPARE(audit(m_first).compared, qint64(0)); // it sold one itself
  }

  void audit_sendsAgainWhatNeverArrived()
  {
    receive(kTea, 10);
    save(rule(m_first));
    const ActionId id = must(outboxEntries(c(), {}, 1)).front().id;
    must(noteSetback(c(), id, {ActionState::Failed, QStringLiteral("rejected"), QStringLiteral("no"), {}}, kNow,
                     m_changes));
    QCOMPARE(audit(m_first).repaired, qint64(1));
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 10")});
  }

  void audit_walksThroughAllArticles()
  {
    receive(kTea, 10);
    receive(kCup, 10);
    save(rule(m_first));
    finishAll(kNow);
    tell(m_first, kTea, 1, kNow + 1min);
    tell(m_first, kCup, 10, kNow + 1min);
    QCOMPARE(audit(m_first, 1).wrong, qint64(0)); // v-CUP
    QCOMPARE(audit(m_first, 1).wrong, qint64(1)); // v-TEA
    QCOMPARE(audit(m_first, 1).compared, qint64(0));
    QCOMPARE(must(auditChannelsDue(c(), 1h, kNow + 1h + 30min, m_changes)), 0); // the last was half an hour ago
  }

  void rule_refusesNonsense()
  {
    ChannelRule r = rule(m_first, 101);
    QCOMPARE(saveChannelRule(c(), r, {}, kNow, m_changes).error().kind, ErrorKind::Invalid);
    r.sharePercent = 100;
    r.maximum = -1;
    QCOMPARE(saveChannelRule(c(), r, {}, kNow, m_changes).error().kind, ErrorKind::Invalid);
    QCOMPARE(removeChannelRule(c(), m_first, kTea, m_changes).error().kind, ErrorKind::NotFound);
  }

  void variantThatIsGone_isToldNothing()
  {
    receive(kTea, 10);
    save(rule(m_first));
    save(rule(m_second));
    removeTea(m_first);
    QCOMPARE(push(), 0);
    QCOMPARE(waiting(), QStringList{QStringLiteral("2 v-TEA 10")}); // what waited for it is taken back
    receive(kTea, 5);
    push();
    QCOMPARE(waiting(), QStringList{QStringLiteral("2 v-TEA 15")});
    QCOMPARE(must(pushAllLevels(c(), m_first, true, kNow, m_changes)), 0);
    QVERIFY(must(channelLevels(c(), m_first, 0)).empty());
    const auto rows = must(productRows(c(), 0, 0, true));
    const auto gone = std::ranges::find_if(rows, [](const ProductRow& row) { return row.goneAt.has_value(); });
    QVERIFY(gone != rows.end());
    const auto byHand = pushStockLevel(c(), gone->variants.front().id, 3, QStringLiteral("owner"), kNow, m_changes);
    QCOMPARE(byHand.error().kind, ErrorKind::Rejected);
  }

  void variantThatIsGone_isNotAudited()
  {
    receive(kTea, 10);
    save(rule(m_first));
    finishAll(kNow);
    tell(m_first, kTea, 4, kNow + 10min); // not what it was told
    removeTea(m_first);
    QCOMPARE(audit(m_first).compared, qint64(0));
    QCOMPARE(must(auditChannelsDue(c(), 0h, kNow + 2h, m_changes)), 0);
    QCOMPARE(waiting(), QStringList());
  }

  /// It may show anything by now, so that it is told also what it was told before.
  void variantThatIsBack_isToldAnew()
  {
    receive(kTea, 10);
    save(rule(m_first));
    finishAll(kNow);
    removeTea(m_first);
    QCOMPARE(push(), 0);
    offer(m_first);
    QCOMPARE(push(), 1);
    QCOMPARE(waiting(), QStringList{QStringLiteral("1 v-TEA 10")});
    finishAll(kNow);
    QCOMPARE(push(), 0);
  }

  void levels_showWhatEachShopWasTold()
  {
    receive(kTea, 10);
    save(rule(m_first, 50));
    tell(m_first, kTea, 4, kNow);
    const auto rows = must(channelLevels(c(), std::nullopt, 0));
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().level, qint64(5));
    QCOMPARE(rows.front().available.value(), qint64(10));
    QCOMPARE(rows.front().told.value(), qint64(4));
    QCOMPARE(rows.front().state, QStringLiteral("waiting"));
    QVERIFY(must(channelLevels(c(), m_second, 0)).empty());
  }
};

SC_TEST(ChannelStockTest)
#include "channelstock_test.moc"
