#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/charts/periodbar.h"
#include "ui/charts/reporttable.h"
#include "ui/reports/reportform.h"
#include "ui/reports/reportspage.h"
#include "ui/text/language.h"

#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace supercargo;
using namespace supercargo::test;

class ReportsPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void gallery_runsEveryReport()
  {
    PageFixture f(120);
    ReportsPage page(f.context());
    page.resize(1080, 740);
    page.show();
    auto* gallery = page.findChild<QListWidget*>();
    QCOMPARE(gallery->count(), int(reportDefinitions().size()));
    for (const ReportDefinition& definition : reportDefinitions()) {
      page.open(definition.id);
      QTRY_COMPARE_WITH_TIMEOUT(table(page)->result().spec.report, definition.id, 20'000);
      QVERIFY2(!table(page)->result().columns.empty(), qPrintable(definition.id));
    }
  }

  void export_holdsWhatThePageShows()
  {
    PageFixture f(120);
    ReportsPage page(f.context());
    page.show();
    page.open(QStringLiteral("sales.product"));
    QTRY_COMPARE(table(page)->result().spec.report, QStringLiteral("sales.product"));
    const ReportResult shown = table(page)->result();
    QVERIFY(shown.rows.size() > 2);
    const QString csv = write(f, shown, ExportFormat::CsvWithMark);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xef\xbb\xbf")); // fromUtf8 passes over it
    const QStringList lines = QString::fromUtf8(bytes).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype(1 + shown.rows.size() + shown.totals.size()));
    for (size_t row = 0; row < shown.rows.size(); ++row)
      QVERIFY(lines[qsizetype(row) + 1].startsWith(shown.rows[row].slice.value(QStringLiteral("product"))));
    for (const ExportFormat format : {ExportFormat::Xlsx, ExportFormat::Pdf, ExportFormat::Json})
      QVERIFY(QFileInfo(write(f, shown, format)).size() > 500);
  }

  void export_thatCannotBeWrittenSaysSo()
  {
    PageFixture f(60);
    ReportsPage page(f.context());
    page.show();
    QTRY_VERIFY(!table(page)->result().columns.empty());
    auto* writing = new ReportExport(*f.db, table(page)->result(), ExportFormat::Pdf,
                                     QStringLiteral("/nowhere/report.pdf"), {}, {}, nullptr);
    std::optional<Error> error;
    connect(writing, &ReportExport::finished, this, [&error](const std::optional<Error>& why) { error = why; });
    writing->start(nullptr);
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Denied);
  }

  void ownReport_followsItsTicks()
  {
    PageFixture f(120);
    ReportsPage page(f.context());
    page.show();
    page.open(QStringLiteral("pivot"));
    QTRY_COMPARE(table(page)->result().spec.report, QStringLiteral("pivot"));
    for (auto* button : page.findChild<ReportForm*>()->findChildren<QToolButton*>())
      if (button->accessibleName() == QLatin1String("Figures") && button->menu())
        for (QAction* action : button->menu()->actions())
          if (action->data().toString() == QLatin1String("orders"))
            action->setChecked(true);
    QTRY_COMPARE(table(page)->result().columns.size(), size_t(4)); // month, currency, net sales, orders
  }

  void nothingInTheseDays_offersAllTime()
  {
    PageFixture f(60);
    ReportsPage page(f.context());
    page.show();
    page.open(QStringLiteral("sales.product"));
    auto* period = page.findChild<PeriodBar*>();
    period->setPreset(QStringLiteral("last_year"));
    Q_EMIT period->changed();
    QPushButton* button = nullptr;
    QTRY_VERIFY([&] {
      for (auto* each : page.findChildren<QPushButton*>())
        if (each->isVisible() && each->text() == QLatin1String("Show all time"))
          button = each;
      return button != nullptr;
    }());
    button->click();
    QTRY_VERIFY(!table(page)->result().rows.empty());
  }

private:
  static ReportTable* table(const ReportsPage& page) { return page.findChild<ReportTable*>(); }

  QString write(PageFixture& f, const ReportResult& result, ExportFormat format)
  {
    const QString name = m_folder.filePath(QStringLiteral("report") + formatEnding(format));
    auto* writing =
        new ReportExport(*f.db, result, format, name, QStringLiteral("云杉"), QStringLiteral("now"), nullptr);
    bool done = false, ok = false;
    connect(writing, &ReportExport::finished, this, [&](const std::optional<Error>& why) {
      done = true;
      ok = !why;
    });
    writing->start(nullptr);
    return QTest::qWaitFor([&done] { return done; }, 20'000) && ok ? name : QString();
  }

  QTemporaryDir m_folder;
};

SC_TEST(ReportsPageTest)
#include "reportspage_test.moc"
