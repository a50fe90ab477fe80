#include "core/labels/printqueue.h"
#include "core/outbox/parcelplans.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/packing/packdialog.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
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
    order.payment = PaymentStatus::Paid;
    order.shippable = true;
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
    dialog = std::make_unique<PackDialog>(made, nullptr, [this](ScanSound sound) { sounds.push_back(sound); });
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

  std::vector<ScanSound> sounds;
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
    QCOMPARE(desk.sounds.back(), ScanSound::Refused);
  }

  void packedAlready_saysTheShopsTime()
  {
    Desk desk;
    static constexpr std::chrono::hours kBefore{24 * 20 + 12}; // another day in Shanghai than in UTC
    must(desk.db
             ->write([](Connection& c, ChangeSet& changes) -> Result<void> {
               SC_TRY_ASSIGN(order, packingOrder(c, QStringLiteral("A-1001")));
               for (PackingLine& line : order.lines)
                 line.packed = line.wanted;
               return notePacked(c, order, QStringLiteral("owner"), PageFixture::kNow - kBefore, changes);
             })
             .result());
    QSignalSpy refused(desk.dialog.get(), &PackDialog::refused);
    desk.scan("A-1001");
    QTRY_COMPARE(refused.size(), 1);
    const QString when =
        relativeText(PageFixture::kNow - kBefore, PageFixture::kNow, QTimeZone(QByteArrayLiteral("Asia/Shanghai")));
    QVERIFY2(refused.front().front().toString().contains(when), qPrintable(when));
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

  void wrongGoods_soundLikeARefusal()
  {
    Desk desk;
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    desk.scan("TEA-1");
    QCOMPARE(desk.sounds, std::vector<ScanSound>{ScanSound::Accepted});
    desk.scan("HAT-9");
    QCOMPARE(desk.sounds, (std::vector<ScanSound>{ScanSound::Accepted, ScanSound::Refused}));
  }

  void closingHalfPacked_asksAndLosesNothing()
  {
    Desk desk;
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    desk.scan("TEA-1");
    desk.dialog->close();
    auto* question = desk.dialog->findChild<QMessageBox*>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // as a scanner does
    QVERIFY(desk.dialog->isVisible());
    QCOMPARE(desk.dialog->findChild<QProgressBar*>()->value(), 1);
    QTRY_VERIFY(!desk.dialog->findChild<QMessageBox*>());
    desk.dialog->reject();
    for (QPushButton* button : desk.dialog->findChild<QMessageBox*>()->findChildren<QPushButton*>())
      if (button->text() == u"Stop")
        button->click();
    QTRY_VERIFY(!desk.dialog->isVisible());
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

  void partOfASplitOrder_saysWhichItIsAndPrintsItsOwnSlip()
  {
    Desk desk;
    must(desk.db
             ->write([](Connection& c, ChangeSet& changes) -> Result<void> {
               SC_TRY_ASSIGN(order, packingOrder(c, QStringLiteral("A-1001")));
               SC_TRY(splitOrder(c, order.id, {{{0, 1}}, {{0, 1}, {1, 1}}}, QStringLiteral("too heavy"),
                                 QStringLiteral("owner"), PageFixture::kNow, changes));
               return {};
             })
             .result());
    desk.dialog->findChildren<QCheckBox*>().last()->setChecked(true);
    QSignalSpy packed(desk.dialog.get(), &PackDialog::packed);
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    const auto saysPart = [](const QLabel* label) { return label->text().contains(u"Parcel 1 of 2"); };
    QVERIFY(std::ranges::any_of(desk.dialog->findChildren<QLabel*>(), saysPart));
    desk.scan("CUP-2");
    QTRY_COMPARE(packed.size(), 1);
    QTRY_COMPARE(desk.jobs().size(), 1);
    QCOMPARE(desk.jobs().front().what.subject, QStringLiteral("A-1001-1"));
    desk.scan("A-1001");
    QTRY_VERIFY(desk.isOpen());
    QCOMPARE(desk.dialog->order()->part, 2);
  }

  void slipOfAPart_opensItAndIsRefusedOnceItIsPacked()
  {
    Desk desk;
    must(desk.db
             ->write([](Connection& c, ChangeSet& changes) -> Result<void> {
               SC_TRY_ASSIGN(order, packingOrder(c, QStringLiteral("A-1001")));
               SC_TRY(splitOrder(c, order.id, {{{0, 1}}, {{0, 1}, {1, 1}}}, QStringLiteral("too heavy"),
                                 QStringLiteral("owner"), PageFixture::kNow, changes));
               return {};
             })
             .result());
    QSignalSpy packed(desk.dialog.get(), &PackDialog::packed), refused(desk.dialog.get(), &PackDialog::refused);
    desk.scan("A-1001//2");
    QTRY_VERIFY(desk.isOpen());
    QCOMPARE(desk.dialog->order()->part, 2);
    for (const char* code : {"CUP-2", "TEA-1"})
      desk.scan(code);
    QTRY_COMPARE(packed.size(), 1);
    desk.scan("A-1001//2");
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.last().front().toString().contains(u"Parcel 2 of 2 of order A-1001 was packed already"));
    desk.scan("A-1001//3");
    QTRY_COMPARE(refused.size(), 2);
    QVERIFY(refused.last().front().toString().contains(u"Order A-1001 has no parcel 3"));
    desk.scan("A-1001//1");
    QTRY_VERIFY(desk.isOpen());
    QCOMPARE(desk.dialog->order()->part, 1);
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
