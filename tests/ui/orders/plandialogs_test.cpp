#include "core/store/orderflow.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/orders/plandialogs.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace supercargo;
using namespace supercargo::test;

namespace {

OrderSnapshot orderOf(const QString& number, Instant now)
{
  OrderSnapshot order = sampleOrders(1, now).front();
  order.externalId = order.number = number;
  order.status = OrderStatus::ToShip;
  order.payment = PaymentStatus::Paid;
  order.aftersale = AftersaleStatus::None;
  order.shipTo = {
      QStringLiteral("王小明"), QStringLiteral("13812341234"), QStringLiteral("CN"),          QStringLiteral("浙江省"),
      QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("文一路 1 号"), {}};
  order.refunds.clear();
  order.parcels.clear();
  order.lines.clear();
  for (const qint64 quantity : {3, 1}) {
    LineSnapshot line;
    line.externalId = line.sku = QStringLiteral("%1-%2").arg(number).arg(quantity);
    line.title = QStringLiteral("Article %1").arg(line.sku);
    line.quantity = quantity;
    order.lines.push_back(line);
  }
  return order;
}

/// Two orders for one recipient and one that its shop holds back.
struct Desk : PageFixture {
  Desk() : PageFixture(1)
  {
    OrderSnapshot held = orderOf(QStringLiteral("HELD-1"), kNow);
    held.status = OrderStatus::OnHold;
    held.buyerNote = QStringLiteral("after six");
    must(db->write([this, held](Connection& c, ChangeSet& changes) {
             return upsertOrders(
                 c, Origin{account, std::nullopt, kNow},
                 {orderOf(QStringLiteral("PAIR-1"), kNow), orderOf(QStringLiteral("PAIR-2"), kNow), held}, changes);
           }).result());
    openWindow();
    orders = page(QStringLiteral("orders"));
    table = orders->findChild<TableView*>();
    details = orders->findChild<OrderDetailsView*>();
    static_cast<void>(QTest::qWaitForWindowActive(window.get()));
  }
  OrderId id(const char* number)
  {
    return read<OrderId>([number](Connection& c) -> Result<OrderId> {
      SC_TRY_ASSIGN(id,
                    c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {QString::fromLatin1(number)}));
      return OrderId(id);
    });
  }
  std::optional<ParcelPlan> plan(const char* number)
  {
    const OrderId order = id(number);
    return read<std::optional<ParcelPlan>>([order](Connection& c) { return parcelPlanOf(c, order); });
  }
  OrderStatus status(const char* number)
  {
    const OrderId order = id(number);
    return read<std::optional<OrderRow>>([order](Connection& c) { return orderRow(c, order); })->status;
  }
  bool detailsSay(const QString& text) const
  {
    const auto labels = details->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text().contains(text); });
  }
  void choose(const char* filter, int rows)
  {
    orders->open(QStringLiteral("filter:") + QLatin1String(filter));
    QTRY_COMPARE(table->model()->rowCount(), rows);
    QTRY_VERIFY(!table->model()->index(0, 0).data().toString().isEmpty());
    table->setFocus();
    table->step(1);
    table->selectAll();
  }
  bool asks(const QString& text) const
  {
    const auto labels = orders->findChild<OrderReasonDialog*>()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text().contains(text); });
  }
  /// Typed into the dialog that asks why, and Enter.
  void say(const QString& reason) const
  {
    auto* dialog = orders->findChild<OrderReasonDialog*>();
    auto* field = dialog->findChild<QLineEdit*>();
    QCOMPARE(dialog->focusWidget(), field);
    QTest::keyClicks(field, reason);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!orders->findChild<OrderReasonDialog*>());
  }
  /// What the order's timeline says of a step.
  QString told(const char* number, const char* kind)
  {
    const OrderId order = id(number);
    const auto known = read<std::optional<OrderDetails>>([order](Connection& c) { return orderDetails(c, order); });
    for (const TimelineEntry& entry : known->timeline)
      if (entry.kind == QLatin1String(kind))
        return entry.text;
    return {};
  }
  void key(Qt::Key key)
  {
    window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    table->setFocus();
    QTest::keyClick(table, key);
  }

  Page* orders = nullptr;
  TableView* table = nullptr;
  OrderDetailsView* details = nullptr;
};

} // namespace

class PlanDialogsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void merge_isMadeAndUndoneByKeys()
  {
    Desk desk;
    desk.choose("PAIR", 2);
    desk.key(Qt::Key_M);
    QTRY_VERIFY(desk.orders->findChild<MergeDialog*>());
    auto* dialog = desk.orders->findChild<MergeDialog*>();
    QVERIFY(!dialog->isReady()); // a reason is needed
    auto* reason = dialog->findChild<QLineEdit*>();
    reason->setText(QStringLiteral("same door"));
    QVERIFY(dialog->isReady());
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY(!desk.orders->findChild<MergeDialog*>());
    QTRY_VERIFY(desk.plan("PAIR-1").has_value());
    QCOMPARE(desk.plan("PAIR-2")->reason, QStringLiteral("same door"));
    QTRY_VERIFY(desk.detailsSay(QStringLiteral("One parcel for several orders")));
    desk.key(Qt::Key_U);
    QTRY_VERIFY(desk.orders->findChild<OrderReasonDialog*>());
    QVERIFY(desk.asks(QStringLiteral("PAIR-1, PAIR-2")) || desk.asks(QStringLiteral("PAIR-2, PAIR-1")));
    desk.say(QStringLiteral("two doors after all"));
    QTRY_VERIFY(!desk.plan("PAIR-1").has_value());
    QCOMPARE(desk.told("PAIR-1", "unmerged"), QStringLiteral("two doors after all"));
    QCOMPARE(desk.told("PAIR-2", "unmerged"), QStringLiteral("two doors after all"));
  }

  void undo_isLeftByEscape()
  {
    Desk desk;
    must(desk.db
             ->write([one = desk.id("PAIR-1"), two = desk.id("PAIR-2")](Connection& c, ChangeSet& changes) {
               return mergeOrders(c, {one, two}, QStringLiteral("same door"), QStringLiteral("owner"),
                                  PageFixture::kNow, changes);
             })
             .result());
    desk.choose("PAIR", 2);
    desk.key(Qt::Key_U);
    QTRY_VERIFY(desk.orders->findChild<OrderReasonDialog*>());
    QTest::keyClick(desk.orders->findChild<OrderReasonDialog*>(), Qt::Key_Escape);
    QTRY_VERIFY(!desk.orders->findChild<OrderReasonDialog*>());
    QVERIFY(desk.plan("PAIR-1").has_value());
  }

  void merge_saysWhatIsInTheWay()
  {
    OrderRow first, second;
    first.number = QStringLiteral("1");
    second.number = QStringLiteral("2");
    MergeDialog dialog({first, second}, {{MergeObstacle::Phone, second.number}});
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("why not"));
    QVERIFY(!dialog.isReady());
    bool said = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
      said |= label->text() == QStringLiteral("2: another telephone number");
    QVERIFY(said);
  }

  void split_putsEveryPieceSomewhere()
  {
    OrderDetails order;
    order.row.number = QStringLiteral("1");
    for (const qint64 quantity : {3, 1}) {
      LineSnapshot line;
      line.title = quantity == 3 ? QStringLiteral("Cup") : QStringLiteral("Tea");
      line.quantity = quantity;
      order.lines.push_back(line);
    }
    SplitDialog dialog(order);
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("too big"));
    QVERIFY(!dialog.isReady()); // the first parcel is empty
    const auto pieces = [&](const QString& name) -> QSpinBox* {
      for (QSpinBox* box : dialog.findChildren<QSpinBox*>())
        if (box->accessibleName() == name)
          return box;
      return nullptr;
    };
    pieces(QStringLiteral("Pieces of Cup in parcel 1"))->setValue(2);
    QVERIFY(dialog.isReady());
    QCOMPARE(dialog.parcels(), (std::vector<ParcelPieces>{{{0, 2}}, {{0, 1}, {1, 1}}}));
    pieces(QStringLiteral("Number of parcels"))->setValue(3);
    QVERIFY(!dialog.isReady());
    pieces(QStringLiteral("Pieces of Cup in parcel 1"))->setValue(1);
    pieces(QStringLiteral("Pieces of Cup in parcel 2"))->setValue(3);
    QVERIFY(!dialog.isReady()); // four of three
    pieces(QStringLiteral("Pieces of Cup in parcel 2"))->setValue(1);
    QVERIFY(dialog.isReady());
    QCOMPARE(dialog.parcels().size(), 3);
  }

  void reviewedOrder_saysWhyAndIsApproved()
  {
    Desk desk;
    desk.choose("HELD", 1);
    QTRY_VERIFY(desk.detailsSay(QStringLiteral("The buyer left a message")));
    QVERIFY(desk.detailsSay(QStringLiteral("The shop holds the order back")));
    desk.key(Qt::Key_A);
    QTRY_VERIFY(desk.orders->findChild<OrderReasonDialog*>());
    QVERIFY(desk.asks(QStringLiteral("HELD-1")));
    QVERIFY(desk.orders->findChild<OrderReasonDialog*>()->isReady()); // a reason is welcome, not needed
    QCOMPARE(desk.status("HELD-1"), OrderStatus::OnHold);
    desk.say(QStringLiteral("she called"));
    QTRY_COMPARE(desk.status("HELD-1"), OrderStatus::ToShip);
    QCOMPARE(desk.told("HELD-1", "approved"), QStringLiteral("she called"));
  }
};

SC_TEST(PlanDialogsTest)
#include "plandialogs_test.moc"
