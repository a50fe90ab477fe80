#include "core/reports/savedreports.h"
#include "core/reports/schedules.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {
const Instant kNow = fromMs(1'767'600'000'000); // 2026-01-05T08:00:00Z, a Monday
}

class SavedReportsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  static SavedReport own(const QString& name)
  {
    SavedReport report;
    report.name = name;
    report.spec.report = QStringLiteral("pivot");
    report.spec.options = {{QStringLiteral("dimensions"), QStringLiteral("province,month")},
                           {QStringLiteral("figures"), QStringLiteral("orders,net_sales")}};
    report.span = QStringLiteral("last_week");
    return report;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kNow, false}));
  }
  void cleanup() { m_temp.reset(); }

  void report_isSavedRenamedChangedAndRemoved()
  {
    const SavedReport saved = must(saveReport(c(), own(QStringLiteral(" 各省月度 ")), kNow));
    QCOMPARE(saved.name, QStringLiteral("各省月度"));
    must(renameSavedReport(c(), saved.id, QStringLiteral("Provinces")));
    SavedReport changed = must(savedReport(c(), saved.id));
    QCOMPARE(changed.name, QStringLiteral("Provinces"));
    QCOMPARE(changed.spec.options.value(QStringLiteral("dimensions")), QStringLiteral("province,month"));
    changed.spec.options.insert(QStringLiteral("figures"), QStringLiteral("units"));
    must(saveReport(c(), changed, kNow));
    QCOMPARE(must(savedReports(c())).size(), size_t(1));
    QCOMPARE(must(savedReports(c())).front().spec.options.value(QStringLiteral("figures")), QStringLiteral("units"));
    must(removeSavedReport(c(), saved.id));
    QVERIFY(must(savedReports(c())).empty());
    QCOMPARE(removeSavedReport(c(), saved.id).error().kind, ErrorKind::NotFound);
    QCOMPARE(savedReport(c(), saved.id).error().kind, ErrorKind::NotFound);
    QCOMPARE(renameSavedReport(c(), saved.id, QStringLiteral("x")).error().kind, ErrorKind::NotFound);
  }

  void days_followTheCalendarUnlessTheyWereChosen()
  {
    SavedReport report = must(saveReport(c(), own(QStringLiteral("a")), kNow));
    const ReportSpec spec = specOn(report, QDate(2026, 1, 5));
    QCOMPARE(spec.from, QDate(2025, 12, 29));
    QCOMPARE(spec.to, QDate(2026, 1, 4));
    report = own(QStringLiteral("b"));
    report.span = QStringLiteral("days");
    report.spec.from = report.spec.to = QDate(2025, 11, 11);
    report = must(saveReport(c(), report, kNow));
    QCOMPARE(specOn(must(savedReport(c(), report.id)), QDate(2026, 1, 5)).from, QDate(2025, 11, 11));
  }

  void whatMakesNoSense_isRefused()
  {
    must(saveReport(c(), own(QStringLiteral("taken")), kNow));
    QCOMPARE(saveReport(c(), own(QStringLiteral("taken")), kNow).error().kind, ErrorKind::Conflict);
    QCOMPARE(saveReport(c(), own(QStringLiteral("  ")), kNow).error().kind, ErrorKind::Invalid);
    SavedReport wrong = own(QStringLiteral("x"));
    wrong.spec.options.insert(QStringLiteral("colour"), QStringLiteral("red"));
    QCOMPARE(saveReport(c(), wrong, kNow).error().kind, ErrorKind::Invalid);
    wrong = own(QStringLiteral("y"));
    wrong.span = QStringLiteral("some day");
    QCOMPARE(saveReport(c(), wrong, kNow).error().kind, ErrorKind::Invalid);
    QCOMPARE(savedReportId(savedReportKey(12)), std::optional<qint64>(12));
    QVERIFY(!savedReportId(QStringLiteral("daily")) && !savedReportId(QStringLiteral("own.x")));
  }

  void pausedSchedule_waitsAndKeepsWaitingWhenChanged()
  {
    ReportSchedule schedule;
    schedule.name = QStringLiteral("morning");
    schedule.spec.report = QStringLiteral("daily");
    schedule.format = QStringLiteral("pdf");
    schedule.folder = QDir::tempPath();
    schedule.every = QStringLiteral("day");
    schedule.span = QStringLiteral("yesterday");
    schedule = must(saveSchedule(c(), schedule, kNow));
    const Instant later = kNow + std::chrono::hours(30);
    QCOMPARE(must(dueSchedules(c(), later)).size(), size_t(1));
    must(pauseSchedule(c(), schedule.id, true, kNow));
    QVERIFY(must(dueSchedules(c(), later)).empty());
    ReportSchedule paused = must(reportSchedules(c())).front();
    paused.name = QStringLiteral("evening");
    must(saveSchedule(c(), paused, kNow));
    QVERIFY(must(dueSchedules(c(), later)).empty());
    must(pauseSchedule(c(), schedule.id, false, kNow));
    QCOMPARE(must(dueSchedules(c(), later)).front().name, QStringLiteral("evening"));
    QCOMPARE(pauseSchedule(c(), 99, true, kNow).error().kind, ErrorKind::NotFound);
    // Pages are drawn by whoever has fonts; core alone says so.
    QCOMPARE(runSchedule(c(), paused, kNow).error().kind, ErrorKind::Invalid);
  }
};

SC_TEST(SavedReportsTest)
#include "savedreports_test.moc"
