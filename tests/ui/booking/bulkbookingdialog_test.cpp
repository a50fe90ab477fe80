#include "core/outbox/shipping.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/booking/bookingwords.h"
#include "ui/booking/bulkbookingdialog.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace supercargo;
using namespace supercargo::test;

namespace {

enum Column { Number, State, Carrier, Waybill, Collect, Weight, Reason };

/// A shop with orders, a courier's account and a sender; and the dialog over some of the orders.
struct Desk : PageFixture {
  Desk() : PageFixture(60)
  {
    change([this](Connection& c, ChangeSet&) -> Result<void> {
      AccountRow row;
      row.provider = QStringLiteral("sf");
      row.name = QStringLiteral("顺丰");
      row.createdAt = kNow;
      SC_TRY_ASSIGN(added, addAccount(c, row));
      courier = added;
      Sender from;
      from.label = QStringLiteral("杭州仓");
      from.address.name = QStringLiteral("张三");
      from.address.phone = QStringLiteral("13800001111");
      from.address.street = QStringLiteral("仓库路 1 号");
      SC_TRY_ASSIGN(known, saveSender(c, from));
      sender = known;
      return {};
    });
  }
  void change(std::function<Result<void>(Connection&, ChangeSet&)> how)
  {
    must(db->write(std::move(how)).takeResult());
  }
  void rule()
  {
    ShippingRule made;
    made.name = QStringLiteral("all");
    made.account = courier;
    made.sender = sender;
    made.weightGrams = 500;
    change([made](Connection& c, ChangeSet& changes) -> Result<void> {
      SC_TRY(saveShippingRule(c, made, changes));
      return {};
    });
  }
  std::vector<OrderId> orders(OrderStatus status, size_t count)
  {
    OrderQuery query;
    query.filter.statuses = {status};
    std::vector<OrderId> ids;
    for (const OrderRow& row : read<std::vector<OrderRow>>([query](Connection& c) { return orderRows(c, query); }))
      if (ids.size() < count)
        ids.push_back(row.id);
    return ids;
  }
  size_t asked()
  {
    return read<std::vector<OutboxEntry>>([](Connection& c) { return outboxEntries(c, {}, 100); }).size();
  }
  void open(const std::vector<OrderId>& chosen)
  {
    dialog = std::make_unique<BulkBookingDialog>(context(), chosen);
    dialog->show();
    table = dialog->findChild<TableView*>();
  }
  QString cell(int row, Column column) const { return table->model()->index(row, column).data().toString(); }
  /// The one that books; its text tells how many.
  QPushButton* start() const
  {
    for (auto* found : dialog->findChildren<QPushButton*>())
      if (found->property("role").toString() == QStringLiteral("primary"))
        return found;
    qFatal("no button books");
  }
  QPushButton* button(const QString& text) const
  {
    for (auto* found : dialog->findChildren<QPushButton*>())
      if (found->text() == text && found->isVisible())
        return found;
    return nullptr;
  }
  QLineEdit* size() const
  {
    for (auto* found : dialog->findChildren<QLineEdit*>())
      if (found->accessibleName() == QStringLiteral("Size in cm"))
        return found;
    qFatal("no field for the size");
  }
  QSpinBox* weight() const { return dialog->findChild<QSpinBox*>(); }
  void byCourier() const
  {
    for (auto* found : dialog->findChildren<QRadioButton*>())
      if (found->text() == QStringLiteral("All with one courier"))
        found->click();
  }
  bool says(const QString& text) const
  {
    return std::ranges::any_of(dialog->findChildren<QLabel*>(),
                               [&](const QLabel* label) { return label->isVisible() && label->text() == text; });
  }

  AccountId courier;
  SenderId sender;
  std::unique_ptr<BulkBookingDialog> dialog;
  TableView* table = nullptr;
};

} // namespace

class BulkBookingDialogTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void eachOrder_isForetoldBeforeAnythingIsAsked()
  {
    Desk f;
    f.rule();
    auto chosen = f.orders(OrderStatus::ToShip, 3);
    QCOMPARE(chosen.size(), size_t(3));
    chosen.push_back(f.orders(OrderStatus::Cancelled, 1).at(0));
    f.open(chosen);
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 3 of 4"));
    QVERIFY(f.start()->isEnabled());
    QVERIFY(f.says(QStringLiteral("3 to be booked, 1 not possible")));
    QTRY_COMPARE(f.table->model()->rowCount(), 4);
    QVERIFY(f.table->isVisible() && f.table->isColumnHidden(Waybill));
    QVERIFY(!f.cell(0, Number).isEmpty());
    QCOMPARE(f.cell(0, State), QStringLiteral("To be booked"));
    QCOMPARE(f.cell(0, Carrier), QStringLiteral("all · 顺丰"));
    QCOMPARE(f.cell(0, Weight), QStringLiteral("500 g"));
    QCOMPARE(f.cell(0, Reason), QString());
    QCOMPARE(f.cell(3, State), QStringLiteral("Not possible"));
    QVERIFY(f.cell(3, Reason).contains(statusWord(OrderStatus::Cancelled).word));
    QCOMPARE(f.asked(), size_t(0));
  }

  void withoutAnyToBook_theButtonSaysWhy_untilARuleIsThere()
  {
    Desk f;
    f.open(f.orders(OrderStatus::ToShip, 2));
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 0 of 2"));
    const QString why = QStringLiteral("No shipping rule matches this order.");
    QVERIFY(!f.start()->isEnabled());
    QCOMPARE(f.start()->toolTip(), why);
    QVERIFY(f.says(why));
    f.rule(); // somewhere else
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 2 of 2"));
    QVERIFY(f.start()->isEnabled() && f.start()->toolTip().isEmpty());
    QVERIFY(!f.says(why));
    QTRY_COMPARE(f.cell(1, Carrier), QStringLiteral("all · 顺丰"));
  }

  void ordersThatFailForDifferentReasons_areLeftToTheList()
  {
    Desk f;
    f.rule();
    f.open({f.orders(OrderStatus::Cancelled, 1).at(0), f.orders(OrderStatus::Completed, 1).at(0)});
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 0 of 2"));
    QVERIFY(f.says(QStringLiteral("None of the chosen orders can be booked. The list says why of each.")));
    QTRY_COMPARE(f.table->model()->rowCount(), 2);
    QVERIFY(f.cell(0, Reason) != f.cell(1, Reason));
  }

  void anotherChoice_isForetoldAnew()
  {
    Desk f;
    f.open(f.orders(OrderStatus::ToShip, 2));
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 0 of 2"));
    f.byCourier();
    QVERIFY(!f.start()->isEnabled()); // what was foretold holds no more
    QTRY_COMPARE(f.cell(0, Reason), QStringLiteral("Nobody knows what it weighs: say it above."));
    QCOMPARE(f.cell(0, Carrier), QStringLiteral("顺丰"));
    f.weight()->setValue(100);
    f.weight()->setValue(700); // the answer for the first is not waited for
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 2 of 2"));
    QTRY_COMPARE(f.cell(1, Weight), QStringLiteral("700 g"));
    QCOMPARE(f.cell(1, State), QStringLiteral("To be booked"));
  }

  void size_goesWithTheBooking_andAnUnreadableOneKeepsItBack()
  {
    Desk f;
    f.rule();
    f.open(f.orders(OrderStatus::ToShip, 1));
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 1 of 1"));
    f.size()->setText(QStringLiteral("30 × 20"));
    const QString why = QStringLiteral("Write the size in centimetres, like 30 × 20 × 10.");
    QTRY_VERIFY(f.says(why));
    QVERIFY(!f.start()->isEnabled());
    f.size()->setText(QStringLiteral("30 × 20 × 10"));
    QTRY_VERIFY(f.start()->isEnabled());
    QVERIFY(!f.says(why));
    f.start()->click();
    QTRY_COMPARE(f.asked(), size_t(1));
    const auto entries = f.read<std::vector<OutboxEntry>>([](Connection& c) { return outboxEntries(c, {}, 1); });
    QVERIFY(std::get<BookParcel>(entries.at(0).action.what).size == std::optional(ParcelSize{300, 200, 100}));
  }

  void refusedBooking_isChosenAgain()
  {
    Desk f;
    f.rule();
    f.open(f.orders(OrderStatus::ToShip, 1));
    BookParcel parcel;
    parcel.service = QStringLiteral("2");
    parcel.weightGrams = 900;
    parcel.size = ParcelSize{300, 205, 100};
    f.dialog->fill(f.courier, parcel);
    QTRY_COMPARE(f.cell(0, Carrier), QStringLiteral("顺丰 · 2"));
    QTRY_COMPARE(f.cell(0, Weight), QStringLiteral("900 g"));
    QCOMPARE(f.size()->text(), QStringLiteral("30 × 20.5 × 10"));
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 1 of 1"));
  }

  void booking_putsResultsInPlaceOfWhatWasForetold()
  {
    Desk f;
    f.rule();
    const OrderId cancelled = f.orders(OrderStatus::Cancelled, 1).at(0);
    auto chosen = f.orders(OrderStatus::ToShip, 2);
    chosen.insert(chosen.begin(), cancelled);
    f.open(chosen);
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 2 of 3"));
    f.start()->click();
    QVERIFY(!f.start()->isVisible());
    QVERIFY(!f.table->isColumnHidden(Waybill));
    const auto& rows = f.dialog->bookings();
    QTRY_VERIFY(std::ranges::none_of(rows, &BulkBooking::foretold));
    QCOMPARE(rows.size(), size_t(3));
    for (size_t i = 0; i < rows.size(); ++i)
      QCOMPARE(rows[i].order, chosen[i]);
    QVERIFY(!rows[0].action && rows[1].action && rows[2].action);
    QCOMPARE(f.asked(), size_t(2));
    QTRY_COMPARE(f.cell(0, State), bookingWord(rows[0]).word);
    QTRY_COMPARE(f.cell(1, State), bookingWord(rows[1]).word);
    QVERIFY(f.cell(1, State) != QStringLiteral("To be booked"));
  }

  void databaseThatFails_isSaidPlainlyAndTriedAgain()
  {
    Desk f;
    f.rule();
    f.change([](Connection& c, ChangeSet&) {
      return c.runOnce(QStringLiteral("ALTER TABLE shipping_rules RENAME TO shipping_rules_lost"));
    });
    f.open(f.orders(OrderStatus::ToShip, 2));
    QTRY_VERIFY(f.says(errorSentence(ErrorKind::Database).what));
    QVERIFY(!f.start()->isEnabled());
    QVERIFY(!f.table->isVisible());
    f.change([](Connection& c, ChangeSet&) {
      return c.runOnce(QStringLiteral("ALTER TABLE shipping_rules_lost RENAME TO shipping_rules"));
    });
    QPushButton* again = f.button(QStringLiteral("Try again"));
    QVERIFY(again);
    again->click();
    QTRY_COMPARE(f.start()->text(), QStringLiteral("Book 2 of 2"));
    QVERIFY(f.table->isVisible());
  }

  void texts_areNotCut_data()
  {
    QTest::addColumn<QString>("language");
    for (const QString& language : languages())
      QTest::newRow(qPrintable(language)) << language;
  }
  void texts_areNotCut()
  {
    QFETCH(QString, language);
    setLanguage(language);
    Desk f;
    f.rule();
    f.open(f.orders(OrderStatus::ToShip, 3));
    QTRY_VERIFY(f.start()->isEnabled());
    QTRY_COMPARE(f.table->model()->rowCount(), 3);
    if (const QString folder = qEnvironmentVariable("SUPERCARGO_SHOTS"); !folder.isEmpty())
      f.dialog->grab().save(QStringLiteral("%1/%2.%3.png").arg(folder, f.dialog->windowTitle(), language));
    QStringList cut;
    const auto look = [&cut](const auto& found) {
      for (const auto* made : found)
        if (made->isVisible() && made->minimumSizeHint().width() > made->width() + 1)
          cut << made->text();
    };
    look(f.dialog->findChildren<QPushButton*>());
    look(f.dialog->findChildren<QRadioButton*>());
    look(f.dialog->findChildren<QCheckBox*>());
    QCOMPARE(cut.join(u'\n'), QString());
  }
};

SC_TEST(BulkBookingDialogTest)
#include "bulkbookingdialog_test.moc"
