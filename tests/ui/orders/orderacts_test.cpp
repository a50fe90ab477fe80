#include "core/outbox/orderactions.h"
#include "core/outbox/shipping.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/booking/cancelbooking.h"
#include "ui/booking/changeact.h"
#include "ui/booking/orderactsdialogs.h"
#include "ui/orders/orderacts.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace supercargo;
using namespace supercargo::test;

namespace {

bool says(const QWidget& in, const QString& text)
{
  return std::ranges::any_of(in.findChildren<QLabel*>(),
                             [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

/// One order of 100.00 that is paid, at a shop of this kind.
struct Acts : PageFixture {
  explicit Acts(const QString& provider = QStringLiteral("woocommerce")) : PageFixture(0)
  {
    must(db->write([&](Connection& c, ChangeSet& changes) -> Result<void> {
             AccountRow row;
             row.provider = row.name = provider;
             row.createdAt = kNow;
             SC_TRY_ASSIGN(shop, addAccount(c, row));
             OrderSnapshot made;
             made.externalId = made.number = QStringLiteral("7001");
             made.status = OrderStatus::ToShip;
             made.payment = PaymentStatus::Paid;
             made.total = made.goods = made.paid = Money(10'000, *Currency::of(QStringLiteral("CNY")));
             made.placedAt = kNow;
             SC_TRY(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
             return {};
           }).takeResult());
    order = read<std::vector<OrderRow>>([](Connection& c) { return orderRows(c, {}); }).front();
    quiet = std::make_unique<PageContext>(context());
    quiet->actions.notify = [this](const QString& sentence) { told << sentence; };
  }
  std::vector<OutboxEntry> entries()
  {
    return read<std::vector<OutboxEntry>>([](Connection& c) { return outboxEntries(c, {}, 10); });
  }

  OrderRow order;
  QStringList told;
  std::unique_ptr<PageContext> quiet;
};

} // namespace

class OrderActsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void refund_isNeverMoreThanIsLeftAndKeepsWhatWasTyped()
  {
    Acts f;
    RefundDialog dialog(*f.quiet, f.order, f.order.paid, nullptr);
    dialog.show();
    const auto fields = dialog.findChildren<QLineEdit*>();
    QCOMPARE(fields[0]->text(), QStringLiteral("100.00")); // all of it is the first offer
    fields[0]->setText(QStringLiteral("100.01"));
    QTest::keyClick(fields[0], Qt::Key_Return);
    QVERIFY(says(dialog, QStringLiteral("At most ¥100.00")));
    QVERIFY(says(dialog, QStringLiteral("Say why")));
    QCOMPARE(fields[0]->text(), QStringLiteral("100.01"));
    QVERIFY(f.entries().empty());
    fields[0]->setText(QStringLiteral("12.30"));
    fields[1]->setText(QStringLiteral("broken cup"));
    QTest::keyClick(fields[1], Qt::Key_Return);
    QTRY_COMPARE(f.entries().size(), size_t(1));
    const auto refund = std::get<RefundPayment>(f.entries().front().action.what);
    QCOMPARE(refund.amount.minor(), 1230);
    QCOMPARE(refund.reason, QStringLiteral("broken cup"));
    // What is under way is no longer there to be sent back.
    QCOMPARE(f.read<Money>([id = f.order.id](Connection& c) { return refundable(c, id); }).minor(), 8770);
  }

  void shipped_guessesTheCourierAndAsksForTheNumber()
  {
    Acts f;
    ShippedDialog dialog(*f.quiet, f.order, nullptr);
    dialog.show();
    dialog.action()->click();
    QVERIFY(says(dialog, QStringLiteral("Write the number on the label.")));
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("sf 1234567890123"));
    auto* courier = dialog.findChild<QComboBox*>();
    courier->setCurrentIndex(courier->findData(QStringLiteral("sf")));
    dialog.action()->click();
    QTRY_COMPARE(f.entries().size(), size_t(1));
    const auto shipped = std::get<MarkShipped>(f.entries().front().action.what);
    QCOMPARE(shipped.courierCode, QStringLiteral("sf"));
    QCOMPARE(shipped.number, QStringLiteral("SF1234567890123"));
  }

  void shipped_tellsWhatTheNumberSaysAsItIsTyped_data()
  {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("courier");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("warns");
    QTest::newRow("one for sure") << QStringLiteral("SF1234567890123") << QString() << QStringLiteral("surely SF")
                                  << false;
    QTest::newRow("two perhaps") << QStringLiteral("123456789012") << QString() << QStringLiteral("perhaps ZTO")
                                 << false;
    QTest::newRow("post, right") << QStringLiteral("RB123456785GB") << QString() << QString() << false;
    QTest::newRow("post, wrong") << QStringLiteral("RB123456784GB") << QString() << QString() << true;
    QTest::newRow("of the courier chosen")
        << QStringLiteral("1Z999AA10123456785") << QStringLiteral("ups") << QString() << true;
  }
  void shipped_tellsWhatTheNumberSaysAsItIsTyped()
  {
    QFETCH(QString, number);
    QFETCH(QString, courier);
    QFETCH(QString, said);
    QFETCH(bool, warns);
    const QString warning = QStringLiteral("check digit does not fit");
    Acts f;
    ShippedDialog dialog(*f.quiet, f.order, nullptr);
    dialog.show();
    auto* field = dialog.findChild<QLineEdit*>();
    QVERIFY(!says(dialog, QStringLiteral("By its number")) && field->accessibleDescription().isEmpty());
    QTest::keyClicks(field, number);
    if (!courier.isEmpty()) {
      auto* couriers = dialog.findChild<QComboBox*>();
      couriers->setCurrentIndex(couriers->findData(courier));
      Q_EMIT couriers->activated(couriers->currentIndex());
    }
    QVERIFY(said.isEmpty() || says(dialog, said));
    QCOMPARE(says(dialog, warning), warns);
    QCOMPARE(field->accessibleDescription().contains(warning), warns);
    if (courier.isEmpty())
      dialog.findChild<QComboBox*>()->setCurrentIndex(1);
    dialog.action()->click(); // it warns, and stops nobody
    QTRY_COMPARE(f.entries().size(), size_t(1));
  }

  void note_isLeft()
  {
    Acts f;
    OrderNoteDialog dialog(*f.quiet, f.order, nullptr);
    dialog.show();
    dialog.action()->click();
    QVERIFY(f.entries().empty());
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("call before"));
    dialog.action()->click();
    QTRY_COMPARE(f.entries().size(), size_t(1));
    QTest::keyClick(&dialog, Qt::Key_Escape); // the outbox goes on
    QVERIFY(!dialog.isVisible());
    QCOMPARE(f.entries().front().state, ActionState::Waiting);
  }

  void refusedDeed_standsInItsForm_andWhatIsAskedTakesItsPlace_data()
  {
    QTest::addColumn<int>("deed");
    QTest::addColumn<QString>("typed");
    QTest::newRow("refund") << 0 << QStringLiteral("12.30");
    QTest::newRow("note") << 1 << QStringLiteral("call before");
    QTest::newRow("tracking number") << 2 << QStringLiteral("SF1234567890123");
    QTest::newRow("closing") << 3 << QStringLiteral("sold out");
  }
  void refusedDeed_standsInItsForm_andWhatIsAskedTakesItsPlace()
  {
    QFETCH(int, deed);
    QFETCH(QString, typed);
    Acts f;
    const QString who = QStringLiteral("owner");
    must(f.db->write([&](Connection& c, ChangeSet& changes) -> Result<void> {
               const OrderId id = f.order.id;
               const Instant now = PageFixture::kNow;
               SC_TRY_ASSIGN(asked, deed == 0   ? refundOrder(c, id, Money(1230, f.order.total.currency()),
                                                              QStringLiteral("broken"), who, now, changes)
                                    : deed == 1 ? addOrderNote(c, id, typed, true, who, now, changes)
                                    : deed == 2 ? shipOrder(c, id, QStringLiteral("sf"), typed, who, now, changes)
                                                : closeOrder(c, id, typed, who, now, changes));
               return noteSetback(c, asked, {ActionState::Failed, {}, QStringLiteral("no"), {}}, now, changes);
             })
             .takeResult());
    const OutboxEntry refused = f.entries().front();
    QVERIFY(isChangeable(refused));
    QWidget page;
    page.show();
    changeAct(*f.quiet, refused, &page);
    QTRY_VERIFY(page.findChild<ActDialog*>());
    auto* dialog = page.findChild<ActDialog*>();
    auto* field = dialog->findChildren<QLineEdit*>().front();
    QCOMPARE(field->text(), typed);
    field->setText(deed == 0   ? QStringLiteral("11.00")
                   : deed == 2 ? QStringLiteral("SF1234567890124")
                               : QStringLiteral("in other words"));
    dialog->action()->click();
    QTRY_COMPARE(f.entries().size(), size_t(2));
    for (const OutboxEntry& entry : f.entries()) {
      QCOMPARE(entry.state, entry.id == refused.id ? ActionState::Cancelled : ActionState::Waiting);
      QVERIFY(!isChangeable(entry));
    }
  }

  void menu_disablesWhatTheShopCannotDo_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<bool>("can");
    QTest::newRow("a shop with an interface") << QStringLiteral("woocommerce") << true;
    QTest::newRow("orders from files") << QStringLiteral("files") << false;
  }
  void menu_disablesWhatTheShopCannotDo()
  {
    QFETCH(QString, provider);
    QFETCH(bool, can);
    Acts f(provider);
    QMenu menu;
    QWidget page;
    const auto chosen = [id = f.order.id] { return std::vector{id}; };
    addOrderActs(menu, *f.quiet, chosen, &page);
    Q_EMIT menu.aboutToShow();
    QAction* refund = nullptr;
    for (QAction* action : menu.actions())
      if (action->text() == QStringLiteral("Refund…"))
        refund = action;
    QVERIFY(refund);
    QVERIFY(!refund->isEnabled()); // until the order has been read
    const QString why = QStringLiteral("Neither this shop nor a connected gateway can refund it.");
    QTRY_COMPARE(refund->toolTip(), can ? refund->text() : why);
    QCOMPARE(refund->isEnabled(), can);
    refund->trigger();
    QCOMPARE(page.findChild<RefundDialog*>() != nullptr, can);
  }

  void parcelThatWasNotBookedHere_cannotBeCancelled()
  {
    Acts f;
    QWidget page;
    page.show();
    must(f.db->write([&](Connection& c, ChangeSet&) {
               return c.run(
                   QStringLiteral(
                       "INSERT INTO shipments (id, order_id, courier, number, status, reason, raw_status, place, "
                       "phone_tail, event_count, content_hash, created_at, booked_grams) VALUES "
                       "(1, ?, 'sf', 'SF1', 'pending', '', '', '', '', 0, 0, 1, 0)"),
                   {f.order.id});
             })
             .takeResult());
    askCancelBooking(*f.quiet, ShipmentId(1), &page);
    QTRY_VERIFY(page.findChild<ActDialog*>());
    auto* dialog = page.findChild<ActDialog*>();
    dialog->action()->click();
    QTRY_VERIFY(says(*dialog, QStringLiteral("It was not booked here")));
    QVERIFY(f.entries().empty());
  }
};

SC_TEST(OrderActsTest)
#include "orderacts_test.moc"
