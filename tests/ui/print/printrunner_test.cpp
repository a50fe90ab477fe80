#include "core/labels/packing.h"
#include "core/store/parcels.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/print/lpqueue.h"
#include "ui/print/previewdialog.h"
#include "ui/print/printersettings.h"
#include "ui/print/printing.h"
#include "ui/print/printqueuedialog.h"
#include "ui/print/printrunner.h"
#include "ui/print/printsettings.h"
#include "ui/print/printwords.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QImage>
#include <QPushButton>
#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Printing : PageFixture {
  explicit Printing(SendMatter send = printMatter)
      : PageFixture(20), runner(
                             *db, settings.get(), [] { return kNow; }, context().workspace, nullptr, std::move(send))
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

  /// A queue's program that does this.
  QString program(const char* name, const QByteArray& does)
  {
    const QString path = temp.file(QLatin1String(name));
    QFile file(path);
    QFile::Permissions may = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!file.open(QFile::WriteOnly) || file.write("#!/bin/sh\n" + does + "\n") < 0 || !file.setPermissions(may))
      qFatal("no program");
    return path;
  }
  PageContext quiet()
  {
    PageContext made = context();
    made.actions.notify = [this](const QString& sentence) { said = sentence; };
    return made;
  }
  QByteArray bytes(const QString& path) const
  {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
  }

  QString said;
  QString folder = temp.file(QStringLiteral("printed"));
  PrintRunner runner;
};

void press(QWidget& in, const char* text)
{
  for (QPushButton* button : in.findChildren<QPushButton*>())
    if (button->text() == QString::fromUtf8(text) && button->isEnabled())
      return button->click();
  QFAIL(text);
}

/// Stands for the programs that a desktop opens files and addresses with.
class Desktop : public QObject {
  Q_OBJECT
public:
  Desktop()
  {
    for (const char* scheme : {"file", "https"})
      QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "open");
  }
  ~Desktop() override
  {
    for (const char* scheme : {"file", "https"})
      QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
  }
  QList<QUrl> opened;
public Q_SLOTS:
  void open(const QUrl& url) { opened << url; }
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

  void printersQueueThatHangs_failsTheJobAndTheNextIsPrinted()
  {
#ifdef Q_OS_WIN
    QSKIP("there is no lp");
#endif
    SystemQueue first, then;
    Printing p([&](const PrintMatter& matter, const PrintTarget& target, const QString&, int copies, QObject* owner,
                   const std::function<void(Result<void>)>& done) {
      sendToQueue(std::exchange(first, then), std::get<CourierFile>(matter), target.printer, copies, owner, done);
    });
    const QString after = p.temp.file(QStringLiteral("after"));
    first = {p.program("hangs", "exec sleep 600"), std::chrono::milliseconds(200)};
    then = {p.program("works", "for last; do :; done; cp \"$last\" '" + after.toUtf8() + "'")};
    const NewPrintJob label = p.courierLabel(QStringLiteral("ZPL"), "^XA^XZ");
    const PrintJobId hung = p.add(label), next = p.add(label);
    p.runner.start();
    QTRY_COMPARE(p.job(hung).state, PrintState::Failed);
    QCOMPARE(p.job(hung).error, QString(printfault::kPrinterOff));
    QTRY_COMPARE(p.job(next).state, PrintState::Printed);
    QCOMPARE(p.bytes(after), QByteArray("^XA^XZ"));
  }

  void computerWithoutAQueue_saysSo()
  {
    QObject owner;
    std::optional<Result<void>> told;
    sendToQueue({}, {QStringLiteral("zpl"), "^XA^XZ", {}, {}}, QStringLiteral("Zebra"), 1, &owner,
                [&told](Result<void> result) { told = std::move(result); });
    QVERIFY(told && !*told);
#ifdef Q_OS_WIN
    QCOMPARE(told->error().detail, QString(printfault::kNotOnWindows));
#else
    QCOMPARE(told->error().detail, QString(printfault::kNoProgram));
#endif
    QVERIFY(printFaultText(printfault::kNotOnWindows).contains(QStringLiteral("Windows")));
  }

  void ownLabelSetToZpl_goesOutAsZpl()
  {
    Printing p;
    p.settings->set(formSetting(PrintDocument::WaybillLabel), printFormName(PrintForm::Zpl));
    const PrintJobId id = p.add(p.test());
    p.runner.start();
    QTRY_COMPARE(p.job(id).state, PrintState::Printed);
    QCOMPARE(p.files(), QStringList{QStringLiteral("test.zpl")});
    QVERIFY(p.bytes(QDir(p.folder).filePath(p.files().front())).startsWith("^XA"));
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
    press(dialog, "No paper came out");
    QTRY_COMPARE(p.job(id).state, PrintState::Lost);
    QTRY_COMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("Lost"));
    table->selectRow(0);
    press(dialog, "Print again");
    QTRY_COMPARE(p.job(id).state, PrintState::Printed);
    QCOMPARE(p.files().size(), 2);
  }

  void queueDialog_previewsSavesAndOpensTheChosenJob()
  {
    Printing p;
    NewPrintJob label = p.test();
    label.printer = kFolderPrinter + p.folder;
    p.add(label);
    PrintQueueDialog dialog(p.quiet());
    dialog.show();
    auto* table = dialog.findChild<TableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    constexpr int kPrinterColumn = 5;
    QVERIFY(table->model()->index(0, kPrinterColumn).data().toString().contains(p.folder));
    press(dialog, "Preview");
    auto* preview = dialog.findChild<PreviewDialog*>();
    QVERIFY(preview);
    for (QPushButton* button : preview->findChildren<QPushButton*>()) // it is queued already
      QVERIFY(button->text() != u"Print" || button->isHidden());
    preview->reject();
    press(dialog, "Save as…");
    QTRY_VERIFY(dialog.findChild<QFileDialog*>());
    auto* where = dialog.findChild<QFileDialog*>();
    QCOMPARE(where->nameFilters().size(), 2);
    const QString file = p.temp.file(QStringLiteral("kept.zpl"));
    Q_EMIT where->fileSelected(file);
    QVERIFY(p.bytes(file).startsWith("^XA"));
    where->reject();
    Desktop desktop;
    press(dialog, "Open");
    QTRY_COMPARE(desktop.opened.size(), 1);
    QVERIFY(p.bytes(desktop.opened.front().toLocalFile()).startsWith("%PDF"));
  }

  void labelThatIsOnlyAnAddress_isOpenedThere()
  {
    Printing p;
    p.add(p.courierLabel(QStringLiteral("html"), {}));
    PrintQueueDialog dialog(p.quiet());
    dialog.show();
    auto* table = dialog.findChild<TableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    Desktop desktop;
    press(dialog, "Open");
    QTRY_COMPARE(desktop.opened, QList<QUrl>{QUrl(QStringLiteral("https://example.com/label"))});
  }

  void preview_savesByTheSuffix()
  {
    Printing p;
    PreviewDialog dialog(p.quiet(), p.test());
    dialog.show();
    const QString pdf = p.temp.file(QStringLiteral("saved.pdf")), zpl = p.temp.file(QStringLiteral("saved.ZPL"));
    QTRY_VERIFY(dialog.saveAs(pdf));
    QVERIFY(p.bytes(pdf).startsWith("%PDF"));
    QVERIFY(dialog.saveAs(zpl));
    QVERIFY(p.bytes(zpl).startsWith("^XA"));
    QVERIFY(!dialog.saveAs(p.temp.file(QStringLiteral("saved.doc"))));
    QVERIFY(!QFile::exists(p.temp.file(QStringLiteral("saved.doc"))));
    QVERIFY(!dialog.saveAs(p.temp.file(QStringLiteral("no/such/folder/x.pdf"))));
  }

  void preview_savesCouriersHtmlAsItIsOrAsPdf()
  {
    Printing p;
    const QByteArray html = "<p>SF1234567890123</p>";
    PreviewDialog dialog(p.quiet(), p.courierLabel(QStringLiteral("HTML"), html));
    dialog.show();
    const QString same = p.temp.file(QStringLiteral("label.html")), pdf = p.temp.file(QStringLiteral("label.pdf"));
    QTRY_VERIFY(dialog.saveAs(same));
    QCOMPARE(p.bytes(same), html);
    QVERIFY(dialog.saveAs(pdf));
    QVERIFY(p.bytes(pdf).startsWith("%PDF"));
    QVERIFY(!dialog.saveAs(p.temp.file(QStringLiteral("label.png"))));
  }

  void preview_givesOutWhatOnlyTheCouriersComponentPrints()
  {
    Printing p;
    const QByteArray data = "print data";
    PreviewDialog plain(p.quiet(), p.test());
    PreviewDialog dialog(p.quiet(), p.courierLabel(QStringLiteral("cainiao_print_data"), data));
    plain.show();
    dialog.show();
    auto* button = dialog.findChild<QPushButton*>(QStringLiteral("saveData"));
    QTRY_VERIFY(button->isVisible());
    QVERIFY(button->accessibleDescription().contains(QStringLiteral("print component")));
    QVERIFY(!plain.findChild<QPushButton*>(QStringLiteral("saveData"))->isVisible());
    button->click();
    auto* where = dialog.findChild<QFileDialog*>();
    QVERIFY(where);
    const QString file = p.temp.file(QStringLiteral("parcel.json"));
    Q_EMIT where->fileSelected(file);
    where->close();
    QCOMPARE(p.bytes(file), data);
  }

  void printerSettings_keepTheFormOfEachDocument()
  {
    Printing p;
    PrinterSettings page(p.quiet());
    QComboBox* form = nullptr;
    for (QComboBox* box : page.findChildren<QComboBox*>())
      if (box->accessibleName() == u"Sent as, of: Packing slip")
        form = box;
    QVERIFY(form);
    QCOMPARE(form->currentText(), QStringLiteral("Page"));
    form->setCurrentIndex(form->findText(QStringLiteral("ZPL raw")));
    Q_EMIT form->activated(form->currentIndex());
    QCOMPARE(printForm(p.settings.get(), PrintDocument::PackingSlip), PrintForm::Zpl);
    QCOMPARE(printForm(p.settings.get(), PrintDocument::WaybillLabel), PrintForm::Page);
    PrinterSettings again(p.quiet());
    QVERIFY(std::ranges::any_of(again.findChildren<QComboBox*>(),
                                [](QComboBox* box) { return box->currentText() == u"ZPL raw"; }));
  }
};

SC_TEST(PrintRunnerTest)
#include "printrunner_test.moc"
