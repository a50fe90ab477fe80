#include "core/store/orders.h"
#include "core/store/rollups.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace supercargo;
using test::must;

namespace {

const Instant kNow = *parseIso(u"2026-01-15T10:00:00Z");

OrderSnapshot order(const QString& id, OrderStatus status = OrderStatus::ToShip, int minutesAgo = 60)
{
  OrderSnapshot o;
  o.externalId = id;
  o.number = QStringLiteral("N") + id;
  o.status = status;
  o.rawStatus = statusName(status);
  o.payment = status == OrderStatus::AwaitingPayment ? PaymentStatus::Unpaid : PaymentStatus::Paid;
  o.total = Money(2590, Currency());
  o.paid = o.payment == PaymentStatus::Paid ? o.total : Money(0, Currency());
  o.placedAt = kNow - std::chrono::minutes(minutesAgo);
  o.updatedAt = o.placedAt + std::chrono::minutes(1);
  o.customerName = QStringLiteral("王小明");
  o.shipTo.city = QStringLiteral("杭州");
  o.shipTo.province = QStringLiteral("浙江");
  o.shipTo.phone = QStringLiteral("13812341234");
  LineSnapshot line;
  line.externalId = QStringLiteral("l") + id;
  line.sku = QStringLiteral("SKU-1");
  line.title = QStringLiteral("夏季红色连衣裙 Summer dress");
  line.quantity = 2;
  line.unitPrice = Money(1295, Currency());
  line.total = o.total;
  o.lines = {line};
  return o;
}

struct Balance {
  qint64 onHand = 0, reserved = 0;
  bool operator==(const Balance&) const = default;
};

} // namespace

class OrdersTest : public QObject {
  Q_OBJECT

private:
  std::unique_ptr<test::TempDatabase> m_temp;
  Origin m_origin{AccountId(1), CallId(7), kNow};

  Connection& db() { return m_temp->connection(); }
  UpsertCount put(const std::vector<OrderSnapshot>& orders)
  {
    ChangeSet changes;
    return must(upsertOrders(db(), m_origin, orders, changes));
  }
  std::vector<OrderRow> rows(const OrderFilter& filter = {}, OrderSort sort = OrderSort::PlacedDescending)
  {
    return must(orderRows(db(), {filter, sort, std::nullopt, 0}));
  }
  Balance balance()
  {
    return must(db().row(QStringLiteral("SELECT on_hand, reserved FROM stock WHERE sku = 'SKU-1'"), {},
                         [](const Row& row) {
                           return Balance{row.integer(0), row.integer(1)};
                         }))
        .value_or(Balance());
  }
  QStringList kinds(OrderId id)
  {
    QStringList list;
    const auto details = must(orderDetails(db(), id));
    for (const TimelineEntry& entry : details->timeline)
      list.append(entry.kind);
    return list;
  }
  void checkRollups() { QCOMPARE(must(rollupDifferences(db())), QStringList()); }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void upsert_samePageTwice_changesNothing()
  {
    const auto first = put({order(QStringLiteral("1")), order(QStringLiteral("2"))});
    QCOMPARE(first.inserted, 2);
    const auto second = put({order(QStringLiteral("1")), order(QStringLiteral("2"))});
    QCOMPARE(second.inserted + second.changed, 0);
    QCOMPARE(second.unchanged, 2);
    QCOMPARE(rows().size(), 2u);
    QCOMPARE(balance(), (Balance{0, 4}));
    checkRollups();
  }

  void upsert_sameOrderTwiceInOnePage_newerWins()
  {
    OrderSnapshot newer = order(QStringLiteral("1"), OrderStatus::Cancelled);
    newer.updatedAt = kNow;
    put({newer, order(QStringLiteral("1"))});
    QCOMPARE(rows().size(), 1u);
    QCOMPARE(rows().front().status, OrderStatus::Cancelled);
  }

  void upsert_olderCopy_isIgnored()
  {
    OrderSnapshot newer = order(QStringLiteral("1"), OrderStatus::Shipped);
    newer.updatedAt = kNow;
    put({newer});
    QCOMPARE(put({order(QStringLiteral("1"))}).unchanged, 1);
    QCOMPARE(rows().front().status, OrderStatus::Shipped);
  }

  void upsert_equalTimeOtherContent_laterReceiptWins()
  {
    put({order(QStringLiteral("1"))});
    QCOMPARE(put({order(QStringLiteral("1"), OrderStatus::Shipped)}).changed, 1);
    QCOMPARE(rows().front().status, OrderStatus::Shipped);
  }

  void upsert_keepsWhatThePlatformDemands()
  {
    OrderSnapshot told = order(QStringLiteral("1"));
    told.shipBy = kNow + std::chrono::hours(24);
    put({told});
    OrderDetails details = *must(orderDetails(db(), rows().front().id));
    QCOMPARE(details.shipBy, told.shipBy);
    QVERIFY(!details.deliverBy);
    told.deliverBy = kNow + std::chrono::hours(96);
    QCOMPARE(put({told}).changed, 1); // though its time stands still
    details = *must(orderDetails(db(), rows().front().id));
    QCOMPARE(details.deliverBy, told.deliverBy);
    QCOMPARE(put({told}).unchanged, 1);
  }

  void upsert_idsThatDifferInCase_areTwoOrders()
  {
    QCOMPARE(put({order(QStringLiteral("a1")), order(QStringLiteral("A1"))}).inserted, 2);
  }

  void upsert_carts_areNotStored()
  {
    QCOMPARE(put({order(QStringLiteral("1"), OrderStatus::Draft)}).inserted, 0);
    QCOMPARE(rows().size(), 0u);
  }

  void life_reservesShipsAndTellsEveryStep()
  {
    put({order(QStringLiteral("1"), OrderStatus::AwaitingPayment)});
    QCOMPARE(balance(), (Balance{0, 2}));
    OrderSnapshot paid = order(QStringLiteral("1"));
    paid.updatedAt = kNow - std::chrono::minutes(30);
    paid.paidAt = paid.updatedAt;
    put({paid});
    QCOMPARE(rows().front().stage, FlowStage::ToShip);
    QCOMPARE(balance(), (Balance{0, 2}));
    OrderSnapshot shipped = order(QStringLiteral("1"), OrderStatus::Shipped);
    shipped.updatedAt = kNow - std::chrono::minutes(10);
    shipped.parcels = {{{}, QStringLiteral("sf"), {}, QStringLiteral("SF1234567890123"), {}, shipped.updatedAt}};
    put({shipped});
    QCOMPARE(balance(), (Balance{-2, 0}));
    const OrderDetails details = *must(orderDetails(db(), rows().front().id));
    QCOMPARE(details.shipments.size(), 1u);
    QCOMPARE(details.timeline.front().kind, QStringLiteral("placed"));
    for (const TimelineEntry& entry : details.timeline)
      QCOMPARE(entry.call, std::optional(CallId(7)));
    const QStringList steps = kinds(details.row.id);
    QVERIFY2(steps.contains(QStringLiteral("paid")) && steps.contains(QStringLiteral("shipped")) &&
                 steps.contains(QStringLiteral("reserved")),
             qPrintable(steps.join(u' ')));
    checkRollups();
  }

  void cancel_releasesReservation()
  {
    put({order(QStringLiteral("1"))});
    OrderSnapshot cancelled = order(QStringLiteral("1"), OrderStatus::Cancelled);
    cancelled.updatedAt = kNow;
    put({cancelled});
    QCOMPARE(balance(), (Balance{0, 0}));
    checkRollups();
  }

  void returnedGoods_comeBackToStock()
  {
    put({order(QStringLiteral("1"))});
    OrderSnapshot shipped = order(QStringLiteral("1"), OrderStatus::Shipped);
    shipped.updatedAt = kNow - std::chrono::minutes(5);
    put({shipped});
    QCOMPARE(balance(), (Balance{-2, 0}));
    OrderSnapshot refunded = order(QStringLiteral("1"), OrderStatus::Refunded);
    refunded.updatedAt = kNow;
    refunded.refunds = {{QStringLiteral("r1"), {}, {}, refunded.total, AftersaleStatus::Succeeded, true, kNow}};
    put({refunded});
    QCOMPARE(balance(), (Balance{0, 0}));
    QVERIFY(kinds(rows().front().id).contains(QStringLiteral("refunded")));
  }

  void lineOfAnotherArticle_movesItsReservation()
  {
    put({order(QStringLiteral("1"))});
    OrderSnapshot edited = order(QStringLiteral("1"));
    edited.updatedAt = kNow;
    edited.lines.front().sku = QStringLiteral("SKU-2");
    put({edited});
    QCOMPARE(balance(), (Balance{0, 0}));
    QCOMPARE(must(db().number(QStringLiteral("SELECT reserved FROM stock WHERE sku = 'SKU-2'"))), 2);
  }

  void gone_ordersStayButLetGo()
  {
    put({order(QStringLiteral("1"))});
    ChangeSet changes;
    must(markOrdersGone(db(), m_origin, {QStringLiteral("1")}, changes));
    QVERIFY(rows().front().gone);
    QCOMPARE(balance(), (Balance{0, 0}));
    checkRollups();
    put({order(QStringLiteral("1"))}); // it came back
    QVERIFY(!rows().front().gone);
    QCOMPARE(balance(), (Balance{0, 2}));
    checkRollups();
  }

  void search_findsChineseFromOneCharacter_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    for (const char* text : {"王", "小明", "王小明", "红色", "连衣裙", "色连", "summer", "SUM", "dress", "N1", "sku-1",
                             "1234", "杭", "13812341234", "红 dress"})
      QTest::newRow(text) << QString::fromUtf8(text) << true;
    for (const char* text : {"李", "蓝色", "裙红", "winter", "9999", "ummer", "％", "王 winter"})
      QTest::newRow(text) << QString::fromUtf8(text) << false;
  }
  void search_findsChineseFromOneCharacter()
  {
    QFETCH(QString, text);
    QFETCH(bool, found);
    put({order(QStringLiteral("1"))});
    QCOMPARE(rows({.texts = {text}}).size(), found ? 1u : 0u);
  }

  /// However many words there are that begin so: a few are looked up, many are merged.
  void search_findsAllThatBeginLikeTheWordBeingTyped()
  {
    std::vector<OrderSnapshot> orders;
    for (int i = 0; i < 90; ++i) {
      orders.push_back(order(QString::number(i)));
      orders.back().buyerNote = QStringLiteral("%1%2")
                                    .arg(i < 20 ? QStringLiteral("ribbon") : QStringLiteral("ribs"))
                                    .arg(QChar(u'a' + i % 26)) +
                                QString(i / 26, u'z');
    }
    orders.push_back(order(QStringLiteral("other")));
    orders.back().buyerNote = QStringLiteral("rib-eye rye");
    put(orders);
    QCOMPARE(rows({.texts = {QStringLiteral("ribbon")}}).size(), 20u);
    QCOMPARE(rows({.texts = {QStringLiteral("ri")}}).size(), 91u);
    QCOMPARE(rows({.texts = {QStringLiteral("王 ribs")}}).size(), 70u);
    QCOMPARE(rows({.texts = {QStringLiteral("RY")}}).size(), 1u);
    QCOMPARE(rows({.texts = {QStringLiteral("ribbons")}}).size(), 1u); // "ribbon" and an s
    QCOMPARE(rows({.texts = {QStringLiteral("rx")}}).size(), 0u);
  }

  void search_forgetsOldWords()
  {
    put({order(QStringLiteral("1"))});
    OrderSnapshot renamed = order(QStringLiteral("1"));
    renamed.updatedAt = kNow;
    renamed.customerName = QStringLiteral("李雷");
    put({renamed});
    QCOMPARE(rows({.texts = {QStringLiteral("王")}}).size(), 0u);
    QCOMPARE(rows({.texts = {QStringLiteral("李")}}).size(), 1u);
  }

  void search_takesHostileText()
  {
    put({order(QStringLiteral("1"))});
    for (const char* text : {"\"", "'", "a\" OR \"b", "*", "NEAR(", "-", "' OR 1=1 --", ":*", "&|!", "\\"})
      QVERIFY2(orderRows(db(), {{.texts = {QString::fromUtf8(text)}}, OrderSort::PlacedDescending, std::nullopt, 0})
                   .has_value(),
               text);
  }

  void paging_visitsEveryOrderOnceInEverySort()
  {
    std::vector<OrderSnapshot> orders;
    for (int i = 0; i < 250; ++i) {
      orders.push_back(order(QString::number(i), OrderStatus::ToShip, i / 3)); // several in the same minute
      orders.back().total = Money(i % 7 * 100, Currency());
    }
    put(orders);
    for (const OrderSort sort : {OrderSort::PlacedDescending, OrderSort::PlacedAscending, OrderSort::TotalDescending,
                                 OrderSort::TotalAscending, OrderSort::UpdatedDescending}) {
      for (const bool withText : {false, true}) {
        QSet<qint64> seen;
        OrderQuery query{{}, sort, std::nullopt, 40};
        if (withText)
          query.filter.texts = {QStringLiteral("王")};
        for (;;) {
          const auto page = must(orderRows(db(), query));
          for (const OrderRow& row : page)
            seen.insert(row.id.value());
          if (page.size() < 40)
            break;
          query.after = must(OrderCursor::parse(cursorOf(page.back(), sort).text()));
        }
        QCOMPARE(seen.size(), 250);
      }
    }
  }

  void counts_agreeWithRows()
  {
    put({order(QStringLiteral("1")), order(QStringLiteral("2"), OrderStatus::AwaitingPayment, 30),
         order(QStringLiteral("3"), OrderStatus::Cancelled)});
    QCOMPARE(must(orderCount(db(), {.stages = {FlowStage::ToShip}})), 1);
    QCOMPARE(must(orderCount(db(), {.statuses = {OrderStatus::Cancelled}, .provinces = {QStringLiteral("浙江")}})), 1);
    QCOMPARE(must(orderCount(db(), {.texts = {QStringLiteral("王")}}, 2)), 2);
    const auto stages = must(stageCounts(db()));
    QCOMPARE(stages.front().orders, 1);
    QCOMPARE(stages.front().oldest, std::optional(kNow - std::chrono::minutes(30)));
    const SalesSum sum = must(salesBetween(db(), kNow - std::chrono::hours(2), kNow + std::chrono::minutes(15)));
    QCOMPARE(sum.orders, 3);
    QCOMPARE(sum.cancelled, 1);
    QCOMPARE(sum.placed.of(Currency()), Money(3 * 2590, Currency()));
  }

  void dateFilter_isHalfOpen()
  {
    put({order(QStringLiteral("1"), OrderStatus::ToShip, 60), order(QStringLiteral("2"), OrderStatus::ToShip, 0)});
    QCOMPARE(rows({.placedFrom = kNow - std::chrono::minutes(60), .placedBefore = kNow}).size(), 1u);
  }

  void tooLongTitle_isStoredWhole()
  {
    OrderSnapshot o = order(QStringLiteral("1"));
    o.lines.front().title = QStringLiteral("🌞长").repeated(5000);
    o.total = Money(999'999'999'999, Currency());
    put({o});
    const OrderDetails details = *must(orderDetails(db(), rows().front().id));
    QCOMPARE(details.lines.front().title, o.lines.front().title);
    QCOMPARE(details.row.total, o.total);
  }

  void anyHistory_keepsRollupsAndReservationsRight()
  {
    // Random lives of random orders, in random page sizes, some pages twice; the sums must agree at the end.
    QRandomGenerator dice(20260115);
    const OrderStatus states[] = {OrderStatus::AwaitingPayment, OrderStatus::ToShip,    OrderStatus::PartShipped,
                                  OrderStatus::Shipped,         OrderStatus::Delivered, OrderStatus::Completed,
                                  OrderStatus::Cancelled,       OrderStatus::Refunded,  OrderStatus::Unknown};
    for (int step = 0; step < 120; ++step) {
      std::vector<OrderSnapshot> page;
      const int size = 1 + dice.bounded(12);
      for (int i = 0; i < size; ++i) {
        OrderSnapshot o = order(QString::number(dice.bounded(40)), states[dice.bounded(9)], 100);
        o.updatedAt = kNow + std::chrono::seconds(dice.bounded(1000));
        o.lines.front().quantity = 1 + dice.bounded(4);
        o.lines.front().shippedQuantity = dice.bounded(2);
        o.lines.front().sku = QStringLiteral("SKU-%1").arg(1 + dice.bounded(3));
        o.total = Money(dice.bounded(10'000), dice.bounded(2) ? Currency() : *Currency::of(u"JPY"));
        o.paid = Money(o.total.minor(), o.total.currency());
        o.refunded = Money(0, o.total.currency());
        page.push_back(o);
      }
      put(page);
      if (dice.bounded(3) == 0)
        put(page);
    }
    checkRollups();
    const auto wrong = must(db().rows(
        QStringLiteral(
            "SELECT s.sku FROM stock s WHERE s.reserved <> (SELECT COALESCE(SUM(l.reserved), 0) FROM order_lines l "
            "WHERE l.sku = s.sku)"
            " OR s.reserved <> (SELECT COALESCE(SUM(m.reserved_delta), 0) FROM stock_movements m WHERE m.sku = s.sku)"
            " OR s.on_hand <> (SELECT COALESCE(SUM(m.on_hand_delta), 0) FROM stock_movements m WHERE m.sku = s.sku)"),
        {}, [](const Row& row) { return row.text(0); }));
    QCOMPARE(wrong.size(), 0u);
  }
};

SC_TEST(OrdersTest)
#include "orders_test.moc"
