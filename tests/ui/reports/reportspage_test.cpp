#include "core/reports/sqlviews.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/charts/periodbar.h"
#include "ui/charts/reporttable.h"
#include "ui/reports/differencemodel.h"
#include "ui/reports/reportform.h"
#include "ui/reports/reportgallery.h"
#include "ui/reports/reportspage.h"
#include "ui/reports/scheduleform.h"
#include "ui/reports/schedulemodel.h"
#include "ui/reports/schedulerunner.h"
#include "ui/reports/schedulesdialog.h"
#include "ui/reports/sqlconsoleview.h"
#include "ui/reports/sqlwords.h"
#include "ui/reports/ticklist.h"
#include "ui/reports/whydialog.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

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
    ticks(page, "Figures")->tick(QStringLiteral("orders"), true);
    QTRY_COMPARE(table(page)->result().columns.size(), size_t(4)); // month, currency, net sales, orders
    TickList* rows = ticks(page, "Rows");
    rows->tick(QStringLiteral("month"), false);
    rows->tick(QStringLiteral("province"), true);
    rows->tick(QStringLiteral("channel"), true); // in the order of ticking
    QTRY_COMPARE(table(page)->result().columns.front().key, QStringLiteral("province"));
    QTRY_COMPARE(table(page)->result().columns[1].key, QStringLiteral("channel"));
    auto* sort = named<QComboBox>(page, "Sort by");
    sort->setCurrentIndex(sort->findData(QStringLiteral("orders")));
    QTRY_COMPARE(table(page)->result().spec.options.value(QStringLiteral("sort")), QStringLiteral("orders"));
    const ReportResult& shown = table(page)->result();
    for (size_t i = 1; i < shown.rows.size(); ++i)
      QVERIFY(std::get<qint64>(shown.rows[i - 1].cells[4]) >= std::get<qint64>(shown.rows[i].cells[4]));
  }

  void ownReport_isSavedChangedRenamedAndDeleted()
  {
    PageFixture f(120);
    PageContext context = f.context();
    QStringList told;
    context.actions.notify = [&told](const QString& sentence) { told.append(sentence); };
    ReportsPage page(context);
    page.show();
    page.open(QStringLiteral("pivot"));
    QTRY_COMPARE(table(page)->result().spec.report, QStringLiteral("pivot"));
    ticks(page, "Figures")->tick(QStringLiteral("orders"), true);
    QTRY_COMPARE(table(page)->result().columns.size(), size_t(4));
    page.saveAs(QStringLiteral("Monthly orders"));
    auto* gallery = page.findChild<ReportGallery*>();
    QTRY_COMPARE(gallery->title(gallery->currentKey()), QStringLiteral("Monthly orders"));
    QTRY_COMPARE(table(page)->result().columns.size(), size_t(4));
    const QString key = gallery->currentKey();

    ticks(page, "Figures")->tick(QStringLiteral("units"), true);
    QTRY_COMPARE(table(page)->result().columns.size(), size_t(5));
    menuAction(page, "Save changes")->trigger();
    QTRY_VERIFY(told.join(u' ').contains(QStringLiteral("changes")));
    page.open(QStringLiteral("daily"));
    QTRY_COMPARE(table(page)->result().spec.report, QStringLiteral("daily"));
    QVERIFY(!menuAction(page, "Delete")->isEnabled()); // ready reports stay
    page.open(key);
    QTRY_COMPARE(table(page)->result().columns.size(), size_t(5));

    menuAction(page, "Rename…")->trigger();
    auto* dialog = page.findChild<QInputDialog*>();
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("各月订单"));
    dialog->accept();
    QTRY_COMPARE(gallery->title(key), QStringLiteral("各月订单"));
    page.saveAs(QStringLiteral("各月订单"));
    QTRY_VERIFY(told.last().contains(QStringLiteral("already")));
    menuAction(page, "Delete")->trigger();
    QTRY_VERIFY(!gallery->saved(key));
    QTRY_COMPARE(gallery->currentKey(), QStringLiteral("pivot"));
  }

  void keptRun_isExplainedByItsOrders()
  {
    PageFixture f(120);
    PageContext context = f.context();
    QStringList told;
    std::optional<OrderId> shownOrder;
    context.actions.notify = [&told](const QString& sentence) { told.append(sentence); };
    context.actions.showOrder = [&shownOrder](OrderId order) { shownOrder = order; };
    ReportsPage page(context);
    page.show();
    page.open(QStringLiteral("daily"));
    page.findChild<PeriodBar*>()->setPreset(QStringLiteral("all"));
    Q_EMIT page.findChild<PeriodBar*>()->changed();
    QTRY_VERIFY(!table(page)->result().rows.empty());
    page.explainChange();
    auto* empty = page.findChild<WhyDialog*>();
    QTRY_VERIFY(hasText(empty, QStringLiteral("No run of this report")));
    delete empty;
    page.keepShownRun();
    QTRY_VERIFY(!told.isEmpty());

    auto orders = sampleOrders(120, PageFixture::kNow);
    size_t changed = 0;
    while (orders[changed].status != OrderStatus::Completed || orders[changed].refunded.minor() != 0)
      ++changed;
    RefundSnapshot late;
    late.externalId = QStringLiteral("late");
    late.amount = Money(321, orders[changed].total.currency());
    late.status = AftersaleStatus::Succeeded;
    late.createdAt = PageFixture::kNow;
    orders[changed].refunds.push_back(late);
    orders[changed].refunded = late.amount;
    orders[changed].updatedAt = PageFixture::kNow + std::chrono::hours(1);
    must(f.db->write([&](Connection& c, ChangeSet& changes) {
               return upsertOrders(c, Origin{f.account, std::nullopt, PageFixture::kNow}, {orders[changed]}, changes);
             })
             .result());

    page.explainChange();
    auto* why = page.findChild<WhyDialog*>();
    auto* rows = why->findChild<QTableView*>();
    QTRY_COMPARE(rows->model()->rowCount(), 1);
    QCOMPARE(rows->model()->index(0, DifferenceModel::WhyColumn).data().toString(), QStringLiteral("Refunded later"));
    QCOMPARE(rows->model()->index(0, DifferenceModel::NumberColumn).data().toString(), orders[changed].number);
    QVERIFY(rows->model()->index(0, DifferenceModel::ChangeColumn).data().toString().contains(QStringLiteral("3.21")));
    rows->setCurrentIndex(rows->model()->index(0, 0));
    button(why, "Open order")->click();
    QVERIFY(shownOrder);
    QCOMPARE(f.read<qint64>([&](Connection& c) {
      return c.number(QStringLiteral("SELECT COUNT(*) FROM orders WHERE id = ? AND number = ?"),
                      {*shownOrder, orders[changed].number});
    }),
             1);
    button(why, "Forget this run")->click();
    QTRY_VERIFY(hasText(why, QStringLiteral("No run of this report")));
  }

  void schedules_areAddedPausedAndRemoved()
  {
    PageFixture f(60);
    ReportsPage page(f.context());
    page.show();
    QTRY_VERIFY(!table(page)->result().columns.empty());
    page.showSchedules();
    auto* list = page.findChild<SchedulesDialog*>();
    auto* rows = list->findChild<QTableView*>();
    button(list, "Add…")->click();
    auto* form = list->findChild<ScheduleForm*>();
    QVERIFY(form);
    named<QLineEdit>(*form, "Folder")->setText(QStringLiteral("/nowhere/at/all"));
    QVERIFY(!button(form, "Add")->isEnabled());
    named<QLineEdit>(*form, "Folder")->setText(m_folder.path());
    named<QLineEdit>(*form, "Name")->setText(QStringLiteral("Every morning"));
    button(form, "Add")->click();
    QTRY_COMPARE(rows->model()->rowCount(), 1);
    const auto cell = [rows](int column) { return rows->model()->index(0, column).data().toString(); };
    QCOMPARE(cell(ScheduleModel::NameColumn), QStringLiteral("Every morning"));
    QCOMPARE(cell(ScheduleModel::WhenColumn), QStringLiteral("Daily at 06:00"));
    button(list, "Pause")->click();
    QTRY_COMPARE(cell(ScheduleModel::NextColumn), QStringLiteral("Paused"));
    QTRY_VERIFY(button(list, "Resume"));
    button(list, "Resume")->click();
    QTRY_VERIFY(cell(ScheduleModel::NextColumn) != QStringLiteral("Paused"));
    button(list, "Remove")->click();
    QTRY_COMPARE(rows->model()->rowCount(), 0);
  }

  void dueSchedules_writeTheirFilesAndTellHowItWent()
  {
    PageFixture f(120);
    QTemporaryDir gone;
    const auto add = [&](const char* name, const char* format, const QString& folder) {
      ReportSchedule schedule;
      schedule.name = QLatin1String(name);
      schedule.spec.report = QStringLiteral("sales.product");
      schedule.format = QLatin1String(format);
      schedule.folder = folder;
      schedule.every = QStringLiteral("day");
      schedule.span = QStringLiteral("last_30_days");
      must(f.db->write([schedule](Connection& c) { return saveSchedule(c, schedule, PageFixture::kNow); }).result());
    };
    add("pages", "pdf", m_folder.path());
    add("table", "csv", m_folder.path());
    add("lost", "xlsx", gone.path());
    gone.remove();
    Instant now = PageFixture::kNow;
    ScheduleRunner runner(
        *f.db, [&now] { return now; }, QStringLiteral("云杉"));
    QMap<QString, Result<QString>> ran;
    connect(&runner, &ScheduleRunner::ran, this,
            [&ran](const ReportSchedule& schedule, const Result<QString>& file) { ran.insert(schedule.name, file); });
    runner.look();
    QTest::qWait(50);
    QVERIFY(ran.isEmpty()); // none is due yet
    now += std::chrono::hours(25);
    setLanguage(QStringLiteral("zh_CN"));
    runner.look();
    QTRY_COMPARE_WITH_TIMEOUT(ran.size(), 3, 20'000);
    QVERIFY(ran.value(QStringLiteral("pages")) && QFileInfo(*ran.value(QStringLiteral("pages"))).size() > 1000);
    QFile csv(*ran.value(QStringLiteral("table")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(csv.readLine()).contains(QStringLiteral("净销售额"))); // headings as people read them
    QVERIFY(!ran.value(QStringLiteral("lost")));
    QVERIFY(scheduleNotice({}, ran.value(QStringLiteral("lost"))).contains(QStringLiteral("没有写出")));
    std::vector<ReportSchedule> after;
    QTRY_VERIFY([&] {
      after = f.read<std::vector<ReportSchedule>>([](Connection& c) { return reportSchedules(c); });
      return std::all_of(after.begin(), after.end(), [](const ReportSchedule& s) { return s.lastAt.has_value(); });
    }());
    QVERIFY(after[0].lastError.isEmpty() && !after[2].lastError.isEmpty());
    QVERIFY(after[0].nextAt && *after[0].nextAt > now);
    QTRY_VERIFY(!f.read<std::vector<KeptRun>>([](Connection& c) { return keptRuns(c); }).empty());
  }

  void sqlQuestion_isAnsweredRefusedAndStopped()
  {
    PageFixture f(60);
    ReportsPage page(f.context());
    page.resize(1280, 800);
    page.show();
    page.open(QStringLiteral("sql"));
    auto* console = page.findChild<SqlConsoleView*>();
    QVERIFY(console->isVisible());
    console->setText(QStringLiteral("SELECT count(*) AS n FROM shop_orders"));
    console->run();
    QTRY_COMPARE(console->table()->result().rows.size(), size_t(1));
    QCOMPARE(std::get<qint64>(console->table()->result().rows.front().cells.front()), 60);
    QVERIFY(QFileInfo(write(f, console->table()->result(), ExportFormat::Pdf)).size() > 500);
    console->setText(QStringLiteral("SELECT * FROM vault"));
    console->run();
    QTRY_VERIFY(hasText(console, QStringLiteral("Only the tables listed here")));
    console->setText(QStringLiteral("WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"));
    console->run();
    QVERIFY(console->isRunning());
    console->stop();
    QTRY_VERIFY_WITH_TIMEOUT(hasText(console, QStringLiteral("Stopped.")), 60'000); // behind what the page reads
    QVERIFY(!console->isRunning());
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

  void sqlViews_areExplainedInChinese()
  {
    setLanguage(QStringLiteral("zh_CN"));
    QStringList missing;
    const auto check = [&missing](const char* words) {
      if (sqlWord(words) == QLatin1String(words))
        missing.append(QLatin1String(words));
    };
    for (const SqlView& view : sqlViews()) {
      check(view.about);
      for (const SqlView::Column& column : view.columns)
        check(column.about);
    }
    for (const SqlExample& example : sqlExamples())
      check(example.title);
    QCOMPARE(missing.join(u'\n'), QString());
  }

private:
  /// The preview, not the answer of the console beside it.
  static ReportTable* table(const ReportsPage& page)
  {
    for (auto* table : page.findChildren<ReportTable*>())
      if (table->accessibleName() == QLatin1String("Preview of the report") ||
          table->accessibleName() == QStringLiteral("报表预览"))
        return table;
    return nullptr;
  }
  template <class Widget>
  static Widget* named(const QWidget& parent, const char* name)
  {
    for (auto* widget : parent.findChildren<Widget*>())
      if (widget->accessibleName() == QLatin1String(name))
        return widget;
    return nullptr;
  }
  static TickList* ticks(const ReportsPage& page, const char* name)
  {
    return named<TickList>(*page.findChild<ReportForm*>(), name);
  }
  static QPushButton* button(const QWidget* parent, const char* text)
  {
    for (auto* each : parent->findChildren<QPushButton*>())
      if (each->text() == QString::fromUtf8(text))
        return each;
    return nullptr;
  }
  static QAction* menuAction(const ReportsPage& page, const char* text)
  {
    for (auto* menu : page.findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (action->text() == QString::fromUtf8(text))
          return action;
    return nullptr;
  }
  static bool hasText(const QWidget* parent, const QString& text)
  {
    for (const auto* label : parent->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(text))
        return true;
    return false;
  }

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
