#include "core/domain/courier.h"
#include "core/labels/printqueue.h"
#include "core/store/workspace.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/orders/amountbutton.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/orders/orderfilterbar.h"
#include "ui/orders/orderviews.h"
#include "ui/print/previewdialog.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Orders : PageFixture {
  explicit Orders(int count) : PageFixture(count) { open(); }

  void open()
  {
    openWindow();
    orders = page(QStringLiteral("orders"));
    table = orders->findChild<TableView*>();
    bar = orders->findChild<OrderFilterBar*>();
    views = orders->findChild<OrderViews*>();
    details = orders->findChild<OrderDetailsView*>();
    static_cast<void>(QTest::qWaitForWindowActive(window.get()));
  }

  void close() { window->close(); }
  int rows() const { return table->model()->rowCount(); }
  QString numberAt(int row) const { return table->model()->index(row, 0).data().toString(); }
  QWidget* focus() const { return QApplication::focusWidget(); }
  void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(focus(), key, with); }

  void typeIntoDialog(const QString& name)
  {
    QTRY_VERIFY(views->findChild<QInputDialog*>());
    auto* dialog = views->findChild<QInputDialog*>();
    dialog->setTextValue(name);
    dialog->accept();
    QTRY_VERIFY(!views->findChild<QInputDialog*>());
  }

  std::vector<SavedView> kept()
  {
    return read<std::vector<SavedView>>([](Connection& c) { return savedViews(c, QStringLiteral("orders")); });
  }

  Page* orders = nullptr;
  TableView* table = nullptr;
  OrderFilterBar* bar = nullptr;
  OrderViews* views = nullptr;
  OrderDetailsView* details = nullptr;
};

} // namespace

class OrdersPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void columns_thatTellAnOrderFitBesideTheDetailsAt1280()
  {
    Orders f(50);
    f.window->resize(1280, 800);
    QTRY_COMPARE(f.rows(), 50);
    QCoreApplication::processEvents();
    QStringList seen;
    for (int visual = 0; visual < f.table->horizontalHeader()->count(); ++visual) {
      const int column = f.table->horizontalHeader()->logicalIndex(visual);
      if (f.table->columnViewportPosition(column) + f.table->columnWidth(column) <= f.table->viewport()->width())
        seen.append(f.table->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const char* wanted : {"Number", "Placed", "Customer", "Status", "Total", "Shop"})
      QVERIFY2(seen.contains(QLatin1String(wanted)), qPrintable(seen.join(u' ')));
    QVERIFY(f.details->isVisible());
  }

  void scrollBar_spansTheWholeListAndReadsWhereItIsPut()
  {
    Orders f(3000);
    QTRY_COMPARE(f.rows(), 3000);
    f.table->scrollTo(f.table->model()->index(2500, 0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(!f.numberAt(2500).isEmpty());
    // What was sought is what reading through finds there.
    const auto all = f.read<std::vector<OrderRow>>([](Connection& c) {
      return orderRows(c, {{}, OrderSort::PlacedDescending, std::nullopt, 0});
    });
    QCOMPARE(f.numberAt(2500), all[2500].number);
  }

  void filterWidgets_writeTheTextAndFollowIt()
  {
    Orders f(500);
    QTRY_COMPARE(f.rows(), 500);
    auto* amount = f.bar->findChild<AmountButton*>();
    amount->set(10'000, std::nullopt);
    Q_EMIT amount->edited();
    QVERIFY2(f.bar->text().contains(QStringLiteral("total:>=100")), qPrintable(f.bar->text()));
    QTRY_VERIFY(f.rows() < 500 && f.rows() > 0);
    f.orders->open(QStringLiteral("filter:province:浙江 total:10..20"));
    QCOMPARE(amount->least(), AmountButton::Bound(1'000));
    QCOMPARE(amount->most(), AmountButton::Bound(2'000));
    bool shown = false;
    for (const QComboBox* box : f.bar->findChildren<QComboBox*>())
      shown |= box->currentText() == QStringLiteral("浙江");
    QVERIFY(shown);
    f.bar->clear();
    QTRY_COMPARE(f.rows(), 500);
    QCOMPARE(amount->text(), QStringLiteral("Any amount"));
  }

  void amount_thatIsNoneIsRefused()
  {
    Orders f(10);
    auto* amount = f.bar->findChild<AmountButton*>();
    amount->click();
    auto* from = amount->findChildren<QLineEdit*>().value(0);
    from->setText(QStringLiteral("12.345"));
    QTest::keyClick(from, Qt::Key_Return);
    QVERIFY(from->property("invalid").toBool());
    QCOMPARE(amount->least(), AmountButton::Bound());
    from->setText(QStringLiteral("12.34"));
    QTest::keyClick(from, Qt::Key_Return);
    QCOMPARE(amount->least(), AmountButton::Bound(1'234));
  }

  void views_areNamedCountedRenamedMovedAndDeleted()
  {
    Orders f(500);
    QTRY_COMPARE(f.rows(), 500);
    const int builtIn = f.views->count();
    f.orders->open(QStringLiteral("filter:total:>100"));
    QTRY_VERIFY(f.rows() < 500 && f.rows() > 0);
    const int big = f.rows();
    f.views->keep(f.bar->text());
    f.typeIntoDialog(QStringLiteral("Big & round"));
    QTRY_COMPARE(f.views->count(), builtIn + 1);
    QTRY_COMPARE(f.views->tabText(builtIn), QStringLiteral("Big && round  %1").arg(big));
    QCOMPARE(f.views->currentIndex(), builtIn);

    f.orders->open(QStringLiteral("filter:total:>200"));
    f.views->keep(f.bar->text());
    f.typeIntoDialog(QStringLiteral("Bigger"));
    QTRY_COMPARE(f.views->count(), builtIn + 2);
    f.views->rename();
    f.typeIntoDialog(QStringLiteral("Biggest"));
    QTRY_VERIFY(f.views->tabText(builtIn + 1).startsWith(QStringLiteral("Biggest")));

    f.views->moveCurrent(-1);
    QTRY_COMPARE(f.kept().front().name, QStringLiteral("Biggest"));
    QCOMPARE(f.views->currentIndex(), builtIn);
    f.views->moveCurrent(-1); // not past a built-in one
    QCOMPARE(f.views->currentIndex(), builtIn);

    f.views->remove();
    QTRY_COMPARE(f.views->count(), builtIn + 1);
    QCOMPARE(f.kept().front().name, QStringLiteral("Big & round"));
  }

  void views_thatWereAlwaysThereStay()
  {
    Orders f(10);
    const int builtIn = f.views->count();
    f.views->setCurrentIndex(2);
    f.views->remove();
    f.views->rename();
    QCoreApplication::processEvents();
    QCOMPARE(f.views->count(), builtIn);
    QVERIFY(!f.views->findChild<QInputDialog*>());
  }

  void keys_workWhereverTheFocusIs()
  {
    Orders f(300);
    QTRY_COMPARE(f.rows(), 300);
    f.details->setFocus();
    f.key(Qt::Key_J);
    f.key(Qt::Key_J);
    QCOMPARE(f.table->currentIndex().row(), 1);
    f.key(Qt::Key_K);
    QCOMPARE(f.table->currentIndex().row(), 0);
    QTRY_VERIFY(f.details->order());
    f.key(Qt::Key_Slash);
    QCOMPARE(f.focus()->accessibleName(), QStringLiteral("Filter as text"));
    QTest::keyClicks(f.focus(), QStringLiteral("jk/ ")); // letters are letters there
    QCOMPARE(f.bar->findChild<QLineEdit*>()->text(), QStringLiteral("jk/ "));
    f.key(Qt::Key_Escape);
    QCOMPARE(f.focus(), f.table);
    f.bar->clear();
    QTRY_COMPARE(f.rows(), 300);
    f.key(Qt::Key_Space);
    QVERIFY(!f.details->isVisible());
    f.key(Qt::Key_Return);
    QVERIFY(f.details->isVisible());
    QCOMPARE(f.focus(), f.details);
    f.key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(f.numberAt(f.table->currentIndex().row())));
    f.key(Qt::Key_BracketRight);
    QCOMPARE(f.views->currentIndex(), 1);
  }

  void details_neverTakeTheFocusFromWhereAPersonTypes()
  {
    Orders f(50);
    QTRY_COMPARE(f.rows(), 50);
    f.table->step(1);
    QTRY_VERIFY(f.details->order());
    f.details->setFocus();
    f.key(Qt::Key_Slash);
    QWidget* typing = f.focus();
    QVERIFY(typing != f.details);
    f.details->refresh(); // as for an order that changes meanwhile
    QCOMPARE(f.focus(), typing);
    f.details->setFocus();
    f.details->refresh();
    QCOMPARE(f.focus(), f.details);
  }

  void place_isThereAgainAfterARestart()
  {
    Orders f(2000);
    QTRY_COMPARE(f.rows(), 2000);
    f.table->sortByColumn(4, Qt::DescendingOrder);
    Q_EMIT f.table->headerClicked(4); // total
    QTRY_VERIFY(!f.numberAt(0).isEmpty());
    f.table->scrollTo(f.table->model()->index(1200, 0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(!f.numberAt(1200).isEmpty());
    f.table->setCurrentIndex(f.table->model()->index(1203, 0));
    f.table->setColumnWidth(0, 171);
    f.table->setColumnHidden(7, true);
    const QString number = f.numberAt(1203);
    const int top = f.table->topRow();
    f.close();
    f.open();
    QTRY_COMPARE(f.table->topRow(), top);
    QTRY_COMPARE(f.numberAt(1203), number);
    QTRY_COMPARE(f.table->currentIndex().row(), 1203);
    QTRY_COMPARE(f.details->number(), number);
    QCOMPARE(f.table->columnWidth(0), 171);
    QVERIFY(f.table->isColumnHidden(7));
  }

  void details_lateAnswerForAnotherOrderIsDropped()
  {
    Orders f(300);
    QTRY_COMPARE(f.rows(), 300);
    for (int i = 0; i < 60; ++i)
      f.table->step(1); // sixty questions under way at once
    const QString last = f.numberAt(f.table->currentIndex().row());
    QTRY_COMPARE(f.details->number(), last);
    QTest::qWait(100);
    QCOMPARE(f.details->number(), last);
  }

  void reveal_isWrittenIntoTheTimelineAndHoldsForOneOrder()
  {
    Orders f(50);
    QTRY_COMPARE(f.rows(), 50);
    f.table->step(1);
    QTRY_VERIFY(f.details->order());
    const OrderId id = *f.details->order();
    const auto customer = [&](int row) { return f.table->model()->index(row, 2).data().toString(); };
    const int row = f.table->currentIndex().row();
    QVERIFY(customer(row).contains(u'*'));
    f.key(Qt::Key_R);
    QTRY_VERIFY(!customer(row).contains(u'*'));
    const auto details = f.read<std::optional<OrderDetails>>([id](Connection& c) { return orderDetails(c, id); });
    QCOMPARE(details->timeline.back().kind, QStringLiteral("revealed"));
    QCOMPARE(details->timeline.back().at, PageFixture::kNow);
    f.key(Qt::Key_J);
    QTRY_VERIFY(f.details->order() != id);
    QVERIFY(customer(row).contains(u'*')); // masked again as soon as another is looked at
    for (const VerifyCheck& check : f.read<std::vector<VerifyCheck>>([](Connection& c) { return verify(c); }))
      QVERIFY2(check.ok, qPrintable(check.name + check.differences.join(u'\n')));
  }

  void shipBy_isSaidWhileTheOrderWaits()
  {
    auto facts = std::make_shared<OrderColumnFacts>();
    facts->zone = QTimeZone::utc();
    facts->clock = [] { return PageFixture::kNow; };
    OrderDetailsView view(facts);
    const auto shipBy = [&view] {
      for (const QLabel* label : view.findChildren<QLabel*>())
        if (label->text().startsWith(QStringLiteral("Ship by")))
          return label->property("role").toString();
      return QString();
    };
    OrderDetails details;
    details.row.status = OrderStatus::ToShip;
    details.row.fulfilment = FulfilmentStatus::Unfulfilled;
    view.show(details);
    QCOMPARE(shipBy(), QString());
    details.shipBy = PageFixture::kNow + std::chrono::hours(1);
    view.show(details);
    QCOMPARE(shipBy(), QStringLiteral("small"));
    details.shipBy = PageFixture::kNow - std::chrono::hours(1);
    view.show(details);
    QCOMPARE(shipBy(), QStringLiteral("error")); // it should have left
    details.row.status = OrderStatus::Shipped;
    details.row.fulfilment = FulfilmentStatus::Shipped;
    view.show(details);
    QCOMPARE(shipBy(), QString());
  }

  void parcels_bearTheNameOfTheirCourier()
  {
    auto facts = std::make_shared<OrderColumnFacts>();
    facts->zone = QTimeZone::utc();
    facts->clock = [] { return PageFixture::kNow; };
    OrderDetailsView view(facts);
    OrderDetails details;
    for (const auto& [courier, number] : {std::pair("yto", "YT1"), std::pair("Elf Post", "E2"), std::pair("", "N3")}) {
      OrderShipment parcel;
      parcel.courier = QLatin1String(courier);
      parcel.number = QLatin1String(number);
      details.shipments.push_back(parcel);
    }
    details.timeline = {{PageFixture::kNow, QStringLiteral("booked"), QStringLiteral("yto YT1"), {}}};
    view.show(details);
    QStringList texts;
    for (const QLabel* label : view.findChildren<QLabel*>())
      texts << label->text();
    const QString known = findCourier(u"yto")->en + QStringLiteral(" YT1");
    QCOMPARE(texts.count(known), 2); // the parcel, and the step that booked it
    QVERIFY(texts.contains(QStringLiteral("Elf Post E2")));
    QVERIFY(texts.contains(QStringLiteral("N3")));
  }

  void slip_isLookedAtWithoutBeingQueued()
  {
    Orders f(50);
    QTRY_COMPARE(f.rows(), 50);
    f.table->step(1);
    QTRY_VERIFY(f.details->order());
    f.orders->findChild<QAction*>(QStringLiteral("orders.previewSlip"))->trigger();
    QTRY_VERIFY(f.orders->findChild<PreviewDialog*>());
    auto* dialog = f.orders->findChild<PreviewDialog*>();
    QVERIFY(dialog->isVisible());
    QStringList offered;
    for (const QPushButton* button : dialog->findChildren<QPushButton*>())
      if (button->isVisible())
        offered << button->text();
    QVERIFY(offered.contains(QStringLiteral("Close")) && !offered.contains(QStringLiteral("Print")));
    QVERIFY(f.read<std::vector<PrintJob>>([](Connection& c) { return printJobs(c, {}, 1); }).empty());
    dialog->reject();
  }

  void titles_areNeverMarkup()
  {
    Orders f(50);
    QTRY_COMPARE(f.rows(), 50);
    f.table->step(1);
    QTRY_VERIFY(f.details->order());
    auto details =
        *f.read<std::optional<OrderDetails>>([id = *f.details->order()](Connection& c) { return orderDetails(c, id); });
    details.lines[0].title = QStringLiteral("<b>Bold</b> & <i>round</i>");
    f.details->show(details);
    for (const QLabel* label : f.details->findChildren<QLabel*>())
      if (label->text().contains(QStringLiteral("<b>")))
        QCOMPARE(label->textFormat(), Qt::PlainText);
  }
};

SC_TEST(OrdersPageTest)
#include "orderspage_test.moc"
