#include "core/outbox/orderactions.h"
#include "core/outbox/parcelplans.h"
#include "core/outbox/reviewqueue.h"
#include "core/store/accounts.h"
#include "core/store/ledger.h"
#include "core/store/orderflow.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};

OrderSnapshot orderOf(const QString& number, OrderStatus status = OrderStatus::ToShip)
{
  OrderSnapshot made;
  made.externalId = made.number = number;
  made.rawStatus = statusName(status);
  made.status = status;
  made.payment = PaymentStatus::Paid;
  made.shipTo = {
      QStringLiteral("王小明"), QStringLiteral("13812341234"), QStringLiteral("CN"),          QStringLiteral("浙江省"),
      QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("文一路 1 号"), {}};
  made.total = made.goods = made.paid = Money(1000, Currency());
  made.placedAt = kNow;
  LineSnapshot line;
  line.externalId = number + QStringLiteral("-1");
  line.sku = line.title = QStringLiteral("TEA");
  line.quantity = 2;
  made.lines = {line};
  return made;
}

struct Desk {
  Desk()
  {
    AccountRow row;
    row.provider = row.name = QStringLiteral("shopify");
    row.createdAt = kNow;
    shop = must(addAccount(c, row));
  }
  OrderId put(const OrderSnapshot& made)
  {
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {made.number})));
  }
  QStringList reasons(OrderId order)
  {
    QStringList list;
    const auto row = must(ReviewReader(c).row(order));
    for (const ReviewFinding& finding : row->findings)
      list << reviewReasonName(finding.reason);
    return list;
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop;
};
} // namespace

class ReviewQueueTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void queue_holdsWhatWaitsForAPersonOldestFirst()
  {
    Desk desk;
    OrderSnapshot late = orderOf(QStringLiteral("B"), OrderStatus::OnHold), early = orderOf(QStringLiteral("A"));
    early.status = OrderStatus::Unknown;
    early.placedAt = kNow - std::chrono::hours(5);
    early.shipTo.street = QStringLiteral("别处 2 号");
    desk.put(late);
    desk.put(early);
    OrderSnapshot plain = orderOf(QStringLiteral("C"));
    plain.shipTo.street = QStringLiteral("别处 3 号");
    desk.put(plain);
    const auto queue = must(reviewQueue(desk.c, 0));
    QCOMPARE(queue.size(), 2);
    QCOMPARE(queue[0].order.number, QStringLiteral("A"));
    QCOMPARE(queue[0].findings.front().reason, ReviewReason::UnknownStatus);
    QCOMPARE(queue[1].findings, (std::vector<ReviewFinding>{{ReviewReason::OnHold, {}}}));
    QCOMPARE(must(reviewQueue(desk.c, 1)).size(), 1);
  }

  void neighbours_areMergeCandidatesUntilTheyAreMerged()
  {
    Desk desk;
    const OrderId first = desk.put(orderOf(QStringLiteral("A")));
    OrderSnapshot other = orderOf(QStringLiteral("B"));
    other.total = other.paid = Money(5000, Currency());
    const OrderId second = desk.put(other);
    QCOMPARE(desk.reasons(first), QStringList{QStringLiteral("merge_candidate")});
    QCOMPARE(must(ReviewReader(desk.c).row(first))->mergeWith, std::vector<OrderId>{second});
    must(
        mergeOrders(desk.c, {first, second}, QStringLiteral("same door"), QStringLiteral("owner"), kNow, desk.changes));
    QVERIFY(desk.reasons(first).isEmpty());
    desk.put(orderOf(QStringLiteral("D"))); // the same again
    const OrderId third = desk.put(orderOf(QStringLiteral("E")));
    const QStringList wanted{QStringLiteral("merge_candidate"), QStringLiteral("possible_duplicate")};
    QCOMPARE(desk.reasons(third), wanted);
  }

  void shortStockAndAskedRefund_areFound()
  {
    Desk desk;
    const OrderId order = desk.put(orderOf(QStringLiteral("A")));
    QVERIFY(desk.reasons(order).isEmpty()); // nobody has said how much tea there is
    Movement one;
    one.sku = QStringLiteral("TEA");
    one.warehouse = QStringLiteral("main");
    one.kind = QStringLiteral("receipt");
    one.actor = QStringLiteral("owner");
    one.at = kNow;
    one.onHand = 1;
    must(writeMovement(desk.c, one, StockGuard::Told));
    QCOMPARE(desk.reasons(order), QStringList{QStringLiteral("stock_short")});
    must(refundOrder(desk.c, order, Money(100, Currency()), QStringLiteral("late"), QStringLiteral("owner"), kNow,
                     desk.changes));
    const QStringList wanted{QStringLiteral("refund_under_way"), QStringLiteral("stock_short")};
    QCOMPARE(desk.reasons(order), wanted);
  }

  void approval_holdsWhileTheShopSaysTheSame()
  {
    Desk desk;
    OrderSnapshot held = orderOf(QStringLiteral("A"));
    held.status = OrderStatus::OnHold;
    held.rawStatus = QStringLiteral("on-hold");
    const OrderId order = desk.put(held);
    QVERIFY(
        must(approveOrder(desk.c, order, QStringLiteral("known buyer"), QStringLiteral("owner"), kNow, desk.changes)));
    QCOMPARE(must(orderRow(desk.c, order))->status, OrderStatus::ToShip);
    QCOMPARE(must(orderDetails(desk.c, order))->timeline.back().kind, QStringLiteral("approved"));
    QVERIFY(
        !must(approveOrder(desk.c, order, QStringLiteral("known buyer"), QStringLiteral("owner"), kNow, desk.changes)));
    held.buyerNote = QStringLiteral("news");
    desk.put(held);
    QCOMPARE(must(orderRow(desk.c, order))->status, OrderStatus::ToShip);
    held.rawStatus = QStringLiteral("fraud-suspected");
    desk.put(held);
    QCOMPARE(must(orderRow(desk.c, order))->status, OrderStatus::OnHold);
    held.status = OrderStatus::Cancelled;
    held.rawStatus = QStringLiteral("cancelled");
    desk.put(held);
    QCOMPARE(approveOrder(desk.c, order, QStringLiteral("known buyer"), QStringLiteral("owner"), kNow, desk.changes)
                 .error()
                 .kind,
             ErrorKind::Rejected);
    for (const VerifyCheck& check : must(verify(desk.c)))
      QVERIFY2(check.ok, qPrintable(check.name + check.differences.join(u'\n')));
  }

  void amount_isUnusualAgainstTheShopsOwnOrders()
  {
    Desk desk;
    OrderSnapshot big = orderOf(QStringLiteral("BIG"));
    big.total = big.paid = Money(500'000, Currency());
    big.shipTo.street = QStringLiteral("别处 9 号");
    const OrderId order = desk.put(big);
    QVERIFY(desk.reasons(order).isEmpty()); // too few to compare with
    for (int i = 0; i < 20; ++i)
      desk.put(orderOf(QStringLiteral("O%1").arg(i), OrderStatus::Completed));
    QCOMPARE(desk.reasons(order), QStringList{QStringLiteral("unusual_amount")});
  }
};

SC_TEST(ReviewQueueTest)
#include "reviewqueue_test.moc"
