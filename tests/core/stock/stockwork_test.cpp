#include "core/stock/articles.h"
#include "core/stock/counts.h"
#include "core/stock/transfers.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

class StockWorkTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;
  ChangeSet m_changes;
  const StockWorker m_worker{QStringLiteral("lin")}, m_boss{QStringLiteral("chen")};
  const QString kSku = QStringLiteral("SKU-1"), kMain = QStringLiteral("main"), kNorth = QStringLiteral("north");

  Connection& c() { return m_temp->connection(); }
  StockRow receive(qint64 quantity, const QString& source = {})
  {
    return must(receiveStock(c(), m_worker, {{kSku, {}, {}}, quantity, source, {}, {}, {}}, kStockNow, m_changes));
  }
  StockRow stock(const QString& warehouse = QStringLiteral("main"))
  {
    return must(stockRow(c(), QStringLiteral("SKU-1"), warehouse));
  }
  void put(const OrderSnapshot& order)
  {
    must(upsertOrders(c(), {kShopA, std::nullopt, kStockNow}, {order}, m_changes));
  }
  qint64 newestMovement() { return must(stockHistory(c(), kSku, 1)).front().id; }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    m_changes = {};
    addShops(c());
  }
  void cleanup()
  {
    const QStringList broken = brokenChecks(c());
    m_temp.reset();
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
  }

  void receipt_lowersWhatIsOnOrderNeverBelowZero()
  {
    must(expectStock(c(), m_worker, {kSku, {}, {}}, 10, QStringLiteral("PO-1"), kStockNow, m_changes));
    QCOMPARE(receive(4, QStringLiteral("PO-1")).incoming, 6);
    QCOMPARE(receive(8).incoming, 0);
    QCOMPARE(stock().onHand, 12);
    QCOMPARE(must(stockHistory(c(), kSku, 0)).back().source, QStringLiteral("PO-1"));
  }

  void absurdNumbers_areRefused()
  {
    receive(10);
    constexpr qint64 kAbsurd = std::numeric_limits<qint64>::max();
    const StockPlace place{kSku, {}, {}};
    const auto kindOf = [](const auto& result) { return result ? std::nullopt : std::optional(result.error().kind); };
    QCOMPARE(kindOf(adjustByHand(c(), m_worker, place, kAbsurd, QStringLiteral("x"), kStockNow, m_changes)),
             std::optional(ErrorKind::Invalid));
    QCOMPARE(kindOf(receiveStock(c(), m_worker, {place, kAbsurd, {}, {}, {}, {}}, kStockNow, m_changes)),
             std::optional(ErrorKind::Invalid));
    QCOMPARE(kindOf(holdStock(c(), m_worker, place, kAbsurd, {}, {}, kStockNow, m_changes)),
             std::optional(ErrorKind::Invalid));
    QCOMPARE(kindOf(expectStock(c(), m_worker, place, kAbsurd, {}, kStockNow, m_changes)),
             std::optional(ErrorKind::Invalid));
    QVERIFY(!must(openStock(c(), m_worker, {{1, {QStringLiteral("NEW"), {}, {}}, kAbsurd}}, {}, kStockNow, m_changes))
                 .front()
                 .refused.isEmpty());
    QCOMPARE(stock().onHand, 10);
  }

  void shopsAbsurdFigure_stopsNothing()
  {
    StockSnapshot told;
    told.variantExternalId = told.sku = kSku;
    told.available = std::numeric_limits<qint64>::max();
    StockSnapshot other = told;
    other.location = QStringLiteral("second");
    must(upsertStock(c(), {kShopA, std::nullopt, kStockNow}, {told, other}, m_changes));
    QVERIFY(stock().onHand > 1'000'000'000);
  }

  void transferOfWhichNothingCame_endsWithItsLoss()
  {
    receive(10);
    const qint64 id = must(sendTransfer(c(), m_worker, kMain, kNorth, {{kSku, {}, 6}}, {}, kStockNow, m_changes));
    const TransferRow ended = must(receiveTransfer(c(), m_worker, id, {{kSku, {}, 0}}, true, kStockNow, m_changes));
    QVERIFY(ended.closedAt);
    QCOMPARE(ended.lines.front().missing, 6);
    QCOMPARE(stock(kNorth).onHand, 0);
    QCOMPARE(stock(kNorth).inTransfer, 0);
    QCOMPARE(must(stockHistory(c(), kSku, 1)).front().kind, QStringLiteral("transfer_lost"));
  }

  void transfer_isInTransferBetweenItsSteps()
  {
    receive(10);
    const qint64 id = must(sendTransfer(c(), m_worker, kMain, kNorth, {{kSku, {}, 6}}, {}, kStockNow, m_changes));
    QCOMPARE(stock().onHand, 4);
    QCOMPARE(stock(kNorth).inTransfer, 6);
    QCOMPARE(stock(kNorth).available(), 0);
    QCOMPARE(stock(kNorth).projected(), 6);
    QVERIFY(!must(receiveTransfer(c(), m_worker, id, {{kSku, {}, 4}}, false, kStockNow, m_changes)).closedAt);
    QCOMPARE(must(openTransfers(c())).size(), size_t(1));
    QCOMPARE(receiveTransfer(c(), m_worker, id, {{kSku, {}, 3}}, false, kStockNow, m_changes).error().kind,
             ErrorKind::Rejected);
    const TransferRow ended = must(receiveTransfer(c(), m_worker, id, {{kSku, {}, 1}}, true, kStockNow, m_changes));
    QVERIFY(ended.closedAt);
    QCOMPARE(ended.lines.front().missing, 1);
    QCOMPARE(stock(kNorth).onHand, 5);
    QCOMPARE(stock(kNorth).inTransfer, 0);
    QCOMPARE(receiveTransfer(c(), m_worker, id, {}, false, kStockNow, m_changes).error().kind, ErrorKind::Conflict);
  }

  void transfer_neverSendsWhatIsPromised()
  {
    receive(5);
    put(stockOrder(QStringLiteral("1"), kSku, 3));
    const auto refused = sendTransfer(c(), m_worker, kMain, kNorth, {{kSku, {}, 3}}, {}, kStockNow, m_changes);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QCOMPARE(stock().onHand, 5);
    QVERIFY(must(openTransfers(c())).empty());
  }

  void blindCount_hidesTheBookAndNeedsAnotherPerson()
  {
    receive(10);
    const qint64 id = must(openCount(c(), m_worker, {}, {}, 10, true, QStringLiteral("aisle 3"), kStockNow, m_changes));
    must(enterCount(c(), m_worker, id, kSku, {}, 8, kStockNow + 1h));
    QVERIFY(!must(stockCount(c(), id)).lines.front().book);
    QCOMPARE(approveCount(c(), m_boss, id, false, kStockNow, m_changes).error().kind, ErrorKind::Conflict);
    must(submitCount(c(), m_worker, id, kStockNow));
    QCOMPARE(must(stockCount(c(), id)).lines.front().difference(), std::optional<qint64>(-2));
    QCOMPARE(approveCount(c(), m_worker, id, false, kStockNow, m_changes).error().kind, ErrorKind::Denied);
    QCOMPARE(stock().onHand, 10);
    const StockCount done = must(approveCount(c(), m_boss, id, false, kStockNow + 2h, m_changes));
    QCOMPARE(done.state, CountState::Approved);
    QCOMPARE(stock().onHand, 8);
    QCOMPARE(stock().countedAt, std::optional(kStockNow + 1h));
    QCOMPARE(must(stockHistory(c(), kSku, 1)).front().source, QStringLiteral("count %1").arg(id));
  }

  void salesBetweenCountAndApproval_doNoHarm()
  {
    receive(10);
    put(stockOrder(QStringLiteral("1"), kSku, 3));
    const qint64 id = must(openCount(c(), m_worker, {}, {kSku}, 0, false, {}, kStockNow, m_changes));
    must(enterCount(c(), m_worker, id, kSku, {}, 9, kStockNow));
    put(stockOrder(QStringLiteral("1"), kSku, 3, OrderStatus::Shipped));
    must(submitCount(c(), m_worker, id, kStockNow));
    must(approveCount(c(), m_worker, id, true, kStockNow, m_changes));
    QCOMPARE(stock().onHand, 6);
  }

  void uncountedLine_keepsTheCountOpenAndIsNamed()
  {
    receive(10);
    const qint64 id =
        must(openCount(c(), m_worker, {}, {kSku, QStringLiteral("X")}, 0, true, {}, kStockNow, m_changes));
    must(enterCount(c(), m_worker, id, kSku, {}, 10, kStockNow));
    const auto refused = submitCount(c(), m_worker, id, kStockNow);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QVERIFY(refused.error().detail.contains(u'X'));
  }

  void rejectedCount_movesNothing()
  {
    receive(10);
    const qint64 id = must(openCount(c(), m_worker, {}, {kSku}, 0, true, {}, kStockNow, m_changes));
    must(enterCount(c(), m_worker, id, kSku, {}, 1, kStockNow));
    must(submitCount(c(), m_worker, id, kStockNow));
    must(rejectCount(c(), m_boss, id, kStockNow));
    QCOMPARE(stock().onHand, 10);
    QCOMPARE(approveCount(c(), m_boss, id, false, kStockNow, m_changes).error().kind, ErrorKind::Conflict);
  }

  void scrap_refusesMoreThanThereIs()
  {
    receive(2);
    const auto refused =
        scrapStock(c(), m_worker, {kSku, {}, {}}, 3, QStringLiteral("broken"), false, kStockNow, m_changes);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QVERIFY(refused.error().detail.contains(QStringLiteral("only 2 on hand")));
    QCOMPARE(scrapStock(c(), m_worker, {kSku, {}, {}}, 1, {}, false, kStockNow, m_changes).error().kind,
             ErrorKind::Invalid); // no reason
  }

  void blockedGoods_areScrappedAsSuch()
  {
    receive(5);
    QCOMPARE(
        must(blockStock(c(), m_worker, {kSku, {}, {}}, 2, QStringLiteral("wet"), kStockNow, m_changes)).available(), 3);
    QVERIFY(!blockStock(c(), m_worker, {kSku, {}, {}}, 4, QStringLiteral("wet"), kStockNow, m_changes));
    QCOMPARE(blockStock(c(), m_worker, {kSku, {}, {}}, 1, QStringLiteral(" "), kStockNow, m_changes).error().kind,
             ErrorKind::Invalid);
    must(scrapStock(c(), m_worker, {kSku, {}, {}}, 1, QStringLiteral("wet"), true, kStockNow, m_changes));
    QCOMPARE(must(unblockStock(c(), m_worker, {kSku, {}, {}}, 1, {}, kStockNow, m_changes)).available(), 4);
    QCOMPARE(unblockStock(c(), m_worker, {kSku, {}, {}}, 1, {}, kStockNow, m_changes).error().kind,
             ErrorKind::Rejected);
  }

  void undo_isACounterMovementAndHappensOnce()
  {
    must(expectStock(c(), m_worker, {kSku, {}, {}}, 3, {}, kStockNow, m_changes));
    receive(5);
    const qint64 receipt = newestMovement();
    const qint64 counter = must(undoMovement(c(), m_boss, receipt, QStringLiteral("typo"), kStockNow, m_changes));
    QCOMPARE(stock().onHand, 0);
    QCOMPARE(stock().incoming, 3);
    QCOMPARE(must(stockHistory(c(), kSku, 1)).front().undoes, std::optional(receipt));
    QCOMPARE(undoMovement(c(), m_boss, receipt, {}, kStockNow, m_changes).error().kind, ErrorKind::Conflict);
    must(undoMovement(c(), m_boss, counter, {}, kStockNow, m_changes)); // the typo was none
    QCOMPARE(stock().onHand, 5);
    QCOMPARE(undoMovement(c(), m_boss, 99'999, {}, kStockNow, m_changes).error().kind, ErrorKind::NotFound);
  }

  void undo_leavesOrdersAlone()
  {
    receive(5);
    put(stockOrder(QStringLiteral("1"), kSku, 1));
    QCOMPARE(undoMovement(c(), m_boss, newestMovement(), {}, kStockNow, m_changes).error().kind, ErrorKind::Rejected);
  }

  void openingFile_appliesNothingTwice()
  {
    const std::vector<OpeningLine> lines{{2, {kSku, {}, {}}, 7}, {3, {QStringLiteral("B"), kNorth, {}}, 0}, {4, {}, 1}};
    const auto first = must(openStock(c(), m_boss, lines, QStringLiteral("file"), kStockNow, m_changes));
    QCOMPARE(first.size(), size_t(3));
    QVERIFY(first[0].refused.isEmpty() && first[1].refused.isEmpty() && !first[2].refused.isEmpty());
    const auto again = must(openStock(c(), m_boss, lines, QStringLiteral("file"), kStockNow, m_changes));
    QVERIFY(!again[0].refused.isEmpty() && !again[1].refused.isEmpty());
    QCOMPARE(stock().onHand, 7);
  }

  void whoMayNot_isDenied()
  {
    const StockWorker guest{QStringLiteral("guest"), false, false};
    receive(5);
    const qint64 receipt = newestMovement();
    const StockPlace place{kSku, {}, {}};
    const QString why = QStringLiteral("r");
    QCOMPARE(adjustByHand(c(), guest, place, 1, why, kStockNow, m_changes).error().kind, ErrorKind::Denied);
    QCOMPARE(scrapStock(c(), guest, place, 1, why, false, kStockNow, m_changes).error().kind, ErrorKind::Denied);
    QCOMPARE(undoMovement(c(), guest, receipt, why, kStockNow, m_changes).error().kind, ErrorKind::Denied);
    QCOMPARE(sendTransfer(c(), guest, kMain, kNorth, {{kSku, {}, 1}}, why, kStockNow, m_changes).error().kind,
             ErrorKind::Denied);
    QCOMPARE(setCost(c(), guest, kSku, Money(1, Currency()), kStockNow, why, kStockNow).error().kind,
             ErrorKind::Denied);
    QCOMPARE(stock().onHand, 5);
  }
};

SC_TEST(StockWorkTest)
#include "stockwork_test.moc"
