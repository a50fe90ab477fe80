#include "core/labels/packing.h"
#include "core/store/parcels.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/print/previewdialog.h"
#include "ui/print/printing.h"
#include "ui/print/printqueuedialog.h"
#include "ui/print/printrunner.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QImage>
#include <QPushButton>
#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Printing : PageFixture {
  Printing()
      : PageFixture(20), runner(
                             *db, settings.get(), [] { return kNow; }, context().workspace)
  {
    QVERIFY(QDir().mkpath(folder));
    settings->set(printerSetting(PrintDocument::WaybillLabel), kFolderPrinter + folder);
  }

  template <class Fn>
  auto write(Fn fn)
  {
    return must(db->write(std::move(fn)).result());
  }
  PrintJobId add(NewPrintJob job)
  {
    return write([job](Connection& c, ChangeSet& changes) {
      return enqueuePrint(c, job, QStringLiteral("owner"), kNow, changes);
    });
  }
  PrintJob job(PrintJobId id)
  {
    return *read<std::optional<PrintJob>>([id](Connection& c) { return printJob(c, id); });
  }
  NewPrintJob test() { return newPrintJob(settings.get(), PrintDocument::TestLabel, QStringLiteral("test")); }
  /// A parcel with a label of the courier's.
  NewPrintJob courierLabel(const QString& format, const QByteArray& data)
  {
    const ShipmentId shipment = write([=, this](Connection& c, ChangeSet& changes) -> Result<ShipmentId> {
      TrackingSnapshot parcel;
      parcel.courier = QStringLiteral("sf");
      parcel.number = QStringLiteral("SF1234567890123");
      SC_TRY(upsertTracking(c, Origin{account, std::nullopt, kNow}, {parcel}, changes));
      SC_TRY_ASSIGN(id, c.number(QStringLiteral("SELECT id FROM shipments WHERE number = ?"), {parcel.number}));
      SC_TRY(c.run(QStringLiteral("INSERT INTO labels (shipment_id, position, format, url, data, created_at) "
                                  "VALUES (?, 0, ?, 'https://example.com/label', ?, ?)"),
                   {id, format, data, kNow}));
      return ShipmentId(id);
    });
    return newPrintJob(settings.get(), PrintDocument::WaybillLabel, QStringLiteral("SF1234567890123"), std::nullopt,
                       shipment);
  }
  QStringList files() const { return QDir(folder).entryList(QDir::Files, QDir::Name); }

  QString folder = temp.file(QStringLiteral("printed"));
  PrintRunner runner;
};

} // namespace

class PrintRunnerTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void queue_isPrintedInOrderAndNoted()
  {
    Printing p;
    NewPrintJob twice = p.test();
    twice.copies = 2;
    const PrintJobId first = p.add(p.test()), second = p.add(twice);
    p.runner.start();
    QTRY_COMPARE(p.job(second).state, PrintState::Printed);
    QCOMPARE(p.job(first).state, PrintState::Printed);
    QCOMPARE(p.files(),
             (QStringList{QStringLiteral("test-2.pdf"), QStringLiteral("test-3.pdf"), QStringLiteral("test.pdf")}));
    const PrintJobId later = p.add(p.test()); // while it runs
    QTRY_COMPARE(p.job(later).state, PrintState::Printed);
  }

  void crashedJob_isLostAndOnlyThatIsPrintedAgain()
  {
    Printing p;
    const PrintJobId lost = p.add(p.test());
    p.write([](Connection& c, ChangeSet& changes) { return takeNextPrint(c, PageFixture::kNow, changes); });
    p.runner.start();
    QTRY_COMPARE(p.job(lost).state, PrintState::Lost);
    QVERIFY(p.files().isEmpty());
    QCOMPARE(p.write([](Connection& c, ChangeSet& changes) { return reprintLost(c, PageFixture::kNow, changes); }), 1);
    QTRY_COMPARE(p.job(lost).state, PrintState::Printed);
    QCOMPARE(p.files().size(), 1);
  }

  void printerThatIsNotThere_failsInWords_data()
  {
    QTest::addColumn<QString>("printer");
    QTest::addColumn<QString>("fault");
    QTest::newRow("none chosen") << QString() << QString(printfault::kNoPrinter);
    QTest::newRow("gone") << QStringLiteral("No such printer 4711") << QString(printfault::kPrinterGone);
  }
  void printerThatIsNotThere_failsInWords()
  {
    QFETCH(QString, printer);
    QFETCH(QString, fault);
    Printing p;
    p.settings->set(printerSetting(PrintDocument::WaybillLabel), printer);
    QSignalSpy failed(&p.runner, &PrintRunner::failed);
    const PrintJobId id = p.add(p.test());
    p.runner.start();
    QTRY_COMPARE(p.job(id).state, PrintState::Failed);
    QCOMPARE(p.job(id).error, fault);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().last().toString() != fault); // a sentence, not the code
  }

  void couriersFile_isPrintedByteForByte()
  {
    Printing p;
    const PrintJobId id = p.add(p.courierLabel(QStringLiteral("ZPL"), "^XA^XZ"));
    p.runner.start();
    QTRY_COMPARE(p.job(id).state, PrintState::Printed);
    QCOMPARE(p.files(), QStringList{QStringLiteral("SF1234567890123.zpl")});
    QFile file(QDir(p.folder).filePath(p.files().front()));
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("^XA^XZ"));
  }

  void labelThatIsOnlyAnAddress_failsInWords()
  {
    Printing p;
    const PrintJobId id = p.add(p.courierLabel(QStringLiteral("html"), {}));
    p.runner.start();
    QTRY_COMPARE(p.job(id).state, PrintState::Failed);
    QCOMPARE(p.job(id).error, QString(printfault::kOnlyAddress));
  }

  void queueDialog_marksLostAndPrintsAgain()
  {
    Printing p;
    const PrintJobId id = p.add(p.test());
    p.runner.start();
    QTRY_COMPARE(p.job(id).state, PrintState::Printed);
    PageContext context = p.context();
    context.actions.notify = [](const QString&) {};
    PrintQueueDialog dialog(context);
    dialog.show();
    auto* table = dialog.findChild<TableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    const auto press = [&](const char* text) {
      for (QPushButton* button : dialog.findChildren<QPushButton*>())
        if (button->text() == QLatin1String(text) && button->isEnabled())
          return button->click();
      QFAIL(text);
    };
    press("No paper came out");
    QTRY_COMPARE(p.job(id).state, PrintState::Lost);
    QTRY_COMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("Lost"));
    table->selectRow(0);
    press("Print again");
    QTRY_COMPARE(p.job(id).state, PrintState::Printed);
    QCOMPARE(p.files().size(), 2);
  }

  void preview_savesWhatItShows()
  {
    Printing p;
    PageContext context = p.context();
    context.actions.notify = [](const QString&) {};
    PreviewDialog dialog(context, p.test());
    dialog.show();
    const QString file = p.temp.file(QStringLiteral("saved.pdf"));
    QTRY_VERIFY(dialog.saveAs(file));
    QFile saved(file);
    QVERIFY(saved.open(QFile::ReadOnly) && saved.read(4) == "%PDF");
    QVERIFY(!dialog.saveAs(p.temp.file(QStringLiteral("no/such/folder/x.pdf"))));
  }
};

SC_TEST(PrintRunnerTest)
#include "printrunner_test.moc"
