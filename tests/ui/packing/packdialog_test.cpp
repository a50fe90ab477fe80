#include "core/labels/printqueue.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/packing/packdialog.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;

namespace {

/// A desk with one order of two cups and a tea.
struct Desk : PageFixture {
  Desk() : PageFixture(1)
  {
    OrderSnapshot order = sampleOrders(1, kNow).front();
    order.externalId = order.number = QStringLiteral("A-1001");
    order.status = OrderStatus::ToShip;
    order.lines.clear();
    for (const auto& [sku, quantity] : {std::pair{"CUP-2", 2}, std::pair{"TEA-1", 1}}) {
      LineSnapshot line;
      line.externalId = line.sku = QString::fromLatin1(sku);
      line.title = QStringLiteral("Article ") + line.sku;
      line.quantity = quantity;
      order.lines.push_back(line);
    }
    must(db->write([this, order](Connection& c, ChangeSet& changes) {
             return upsertOrders(c, Origin{account, std::nullopt, kNow}, {order}, changes);
           }).result());
    PageContext made = context();
    made.actions.notify = [](const QString&) {};
    dialog = std::make_unique<PackDialog>(made);
    dialog->show();
    field = dialog->findChild<QLineEdit*>();
  }

  /// As a scanner does: every character at once, then Enter.
  void scan(const char* code)
  {
    QTest::keyClicks(QApplication::focusWidget() ? QApplication::focusWidget() : field, QString::fromLatin1(code));
    QTest::keyClick(field, Qt::Key_Return);
  }
  bool isOpen() const { return dialog->order().has_value(); }
  std::vector<PrintJob> jobs()
  {
    return read<std::vector<PrintJob>>([](Connection& c) { return printJobs(c, {}, 10); });
  }

  std::unique_ptr<PackDialog> dialog;
  QLineEdit* field = nullptr;
};

} // namespace

class PackDialogTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void order_isPackedByScanningAlone()
  {
    Desk desk;
    QSignalSpy packed(desk.dialog.get(), &PackDialog::packed), refused(desk.dialog.get(), &PackDialog::refused);
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    for (const char* code : {"CUP-2", "tea-1", "CUP-2"})
      desk.scan(code);
    QTRY_COMPARE(packed.size(), 1);
    QCOMPARE(refused.size(), 0);
    QVERIFY(!desk.isOpen());
    const auto order = packed.front().front().value<OrderId>();
    const auto at = desk.read<std::optional<Instant>>([order](Connection& c) { return packedAt(c, order); });
    QCOMPARE(at, std::optional(PageFixture::kNow));
    desk.scan("A-1001");
    QTRY_COMPARE(refused.size(), 1);
  }

  void scannerThatDoesNotWait_losesNothing()
  {
    Desk desk;
    QSignalSpy packed(desk.dialog.get(), &PackDialog::packed);
    for (const char* code : {"A-1001", "CUP-2", "CUP-2", "TEA-1"})
      desk.scan(code);
    QTRY_COMPARE(packed.size(), 1);
  }

  void wrongGoods_areRefusedInWordsAndNotCounted()
  {
    Desk desk;
    QSignalSpy refused(desk.dialog.get(), &PackDialog::refused);
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    desk.scan("HAT-9");
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.last().front().toString().contains(QStringLiteral("HAT-9")));
    QCOMPARE(desk.dialog->findChild<QProgressBar*>()->value(), 0);
    desk.scan("TEA-1");
    desk.scan("TEA-1");
    QCOMPARE(refused.size(), 2);
    QCOMPARE(desk.dialog->findChild<QProgressBar*>()->value(), 1);
    QCOMPARE(desk.dialog->findChild<QProgressBar*>()->maximum(), 3);
  }

  void weightFromAScale_isTheParcels()
  {
    Desk desk;
    QSignalSpy packed(desk.dialog.get(), &PackDialog::packed), refused(desk.dialog.get(), &PackDialog::refused);
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    desk.scan("1.25 kg");
    QCOMPARE(refused.size(), 1); // it has no parcel yet
    must(desk.db
             ->write([order = desk.dialog->order()->id](Connection& c, ChangeSet&) -> Result<void> {
               SC_TRY(c.run(QStringLiteral("INSERT INTO shipments (id, order_id, courier, number, status, reason, "
                                           "raw_status, place, phone_tail, event_count, content_hash, created_at) "
                                           "VALUES (7000, ?, 'zto', 'Z1', 'pending', '', '', '', '', 0, 0, 0)"),
                            {order}));
               return {};
             })
             .result());
    for (QPushButton* button : desk.dialog->findChildren<QPushButton*>())
      if (button->text() == u"Another order")
        button->click();
    desk.scan("Z1");
    QTRY_VERIFY(desk.isOpen());
    for (const char* code : {"CUP-2", "TEA-1", "CUP-2"})
      desk.scan(code);
    QTRY_COMPARE(packed.size(), 1);
    desk.scan("1,25 kg"); // the parcel that was closed just now
    const auto weight = [&desk] {
      return desk.read<qint64>([](Connection& c) {
        return c.number(QStringLiteral("SELECT weighed_grams FROM shipments WHERE id = 7000"));
      });
    };
    QTRY_COMPARE(weight(), 1250);
    QCOMPARE(refused.size(), 1);
  }

  void unknownNumber_isRefused()
  {
    Desk desk;
    QSignalSpy refused(desk.dialog.get(), &PackDialog::refused);
    desk.scan("nothing-like-it");
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(!desk.isOpen());
  }

  void finishing_printsTheSlipWhenAskedFor()
  {
    Desk desk;
    const auto boxes = desk.dialog->findChildren<QCheckBox*>();
    QCOMPARE(boxes.size(), 2);
    boxes.last()->setChecked(true);
    QSignalSpy packed(desk.dialog.get(), &PackDialog::packed);
    for (const char* code : {"A-1001", "CUP-2", "CUP-2", "TEA-1"})
      desk.scan(code);
    QTRY_COMPARE(packed.size(), 1);
    QTRY_COMPARE(desk.jobs().size(), 1); // no label: the order has no parcel
    QCOMPARE(desk.jobs().front().what.document, PrintDocument::PackingSlip);
    QCOMPARE(desk.jobs().front().what.subject, QStringLiteral("A-1001"));
  }

  void typingAnywhere_reachesTheScanField()
  {
    Desk desk;
    desk.dialog->findChild<QCheckBox*>()->setFocus();
    QTest::keyClicks(desk.dialog->findChild<QCheckBox*>(), QStringLiteral("A"));
    QCOMPARE(desk.field->text(), QStringLiteral("A"));
  }
};

SC_TEST(PackDialogTest)
#include "packdialog_test.moc"
