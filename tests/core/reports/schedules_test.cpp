#include "core/reports/schedules.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace supercargo;
using test::must;

class SchedulesTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  std::unique_ptr<QTemporaryDir> m_folder;
  Connection& c() { return m_temp->connection(); }
  static Instant at(const char* iso) { return must(parseIso(QString::fromLatin1(iso))); }

  void open(const char* zone)
  {
    const Instant start = at("2026-01-01T04:00:00Z");
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QLatin1String(zone), Currency(), start, false}));
    AccountRow row;
    row.provider = row.name = QStringLiteral("woocommerce");
    row.createdAt = row.credentialAt = start;
    must(addAccount(c(), row));
    ChangeSet changes;
    must(upsertOrders(c(), {AccountId(1), std::nullopt, start}, test::reportOrders(90, start, Currency()), changes));
  }
  ReportSchedule everyDay() const
  {
    ReportSchedule schedule;
    schedule.name = QStringLiteral("Morning");
    schedule.spec.report = QStringLiteral("sales.time");
    schedule.format = QStringLiteral("csv");
    schedule.folder = m_folder->path();
    schedule.every = QStringLiteral("day");
    schedule.atMinute = 6 * 60 + 30;
    schedule.span = QStringLiteral("yesterday");
    return schedule;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_folder = std::make_unique<QTemporaryDir>();
  }
  void cleanup() { m_temp.reset(); }

  void nextRun_followsTheShopsClock_data()
  {
    QTest::addColumn<QString>("every");
    QTest::addColumn<int>("minute");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("next");
    const auto add = [](const char* name, const char* every, int minute, const char* zone, const char* now,
                        const char* next) {
      QTest::newRow(name) << QString::fromLatin1(every) << minute << QByteArray(zone) << QString::fromLatin1(now)
                          << QString::fromLatin1(next);
    };
    add("later today", "day", 390, "Asia/Shanghai", "2026-03-01T22:00:00Z", "2026-03-01T22:30:00Z");
    add("at that very minute", "day", 390, "Asia/Shanghai", "2026-03-01T22:30:00Z", "2026-03-02T22:30:00Z");
    add("on Monday", "week", 0, "Asia/Shanghai", "2026-03-03T00:00:00Z", "2026-03-08T16:00:00Z");
    add("on the first", "month", 60, "Asia/Shanghai", "2026-01-31T16:59:59Z", "2026-01-31T17:00:00Z");
    add("next month", "month", 60, "Asia/Shanghai", "2026-01-31T17:00:00Z", "2026-02-28T17:00:00Z");
    add("before the clocks change", "day", 390, "America/New_York", "2026-03-07T12:00:00Z", "2026-03-08T10:30:00Z");
    add("after the clocks change back", "day", 390, "America/New_York", "2026-11-01T00:00:00Z", "2026-11-01T11:30:00Z");
    add("over the day that never was", "day", 390, "Pacific/Apia", "2011-12-29T17:00:00Z", "2011-12-30T16:30:00Z");
  }
  void nextRun_followsTheShopsClock()
  {
    QFETCH(QString, every);
    QFETCH(int, minute);
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(QString, next);
    const auto found = nextRun(every, minute, zone, must(parseIso(now)));
    QVERIFY(found);
    QCOMPARE(toIso(*found), next);
  }

  void nextRun_atATimeThatIsSkippedIsNotBeforeNow()
  {
    // 02:30 on 8 March does not exist in New York; the day's report is still written on that day.
    const auto found = nextRun(QStringLiteral("day"), 150, "America/New_York", at("2026-03-08T06:00:00Z"));
    QVERIFY(found);
    QVERIFY(*found > at("2026-03-08T06:00:00Z") && *found <= at("2026-03-08T07:30:00Z"));
  }

  void dueSchedule_writesItsFileOnceAndWaitsAgain()
  {
    open("Asia/Shanghai");
    must(saveSchedule(c(), everyDay(), at("2026-01-14T00:00:00Z")));
    QVERIFY(must(dueSchedules(c(), at("2026-01-14T22:29:59Z"))).empty());
    const Instant now = at("2026-01-14T22:31:00Z"); // 06:31 on the 15th
    const auto due = must(dueSchedules(c(), now));
    QCOMPARE(due.size(), size_t(1));
    const auto file = runSchedule(c(), due.front(), now);
    QCOMPARE(*file, QDir(m_folder->path()).filePath(QStringLiteral("sales.time_2026-01-14_2026-01-14.csv")));
    must(noteScheduleRun(c(), due.front(), file, now));
    QVERIFY(must(dueSchedules(c(), now)).empty());
    const auto known = must(reportSchedules(c())).front();
    QCOMPARE(*known.nextAt, at("2026-01-15T22:30:00Z"));
    QCOMPARE(*known.lastAt, now);
    QCOMPARE(known.lastFile, *file);
    QFile written(*file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains("2026-01-14,CNY,"));
  }

  void secondRun_overwritesNothing()
  {
    open("Asia/Shanghai");
    const auto schedule = must(saveSchedule(c(), everyDay(), at("2026-01-14T00:00:00Z")));
    const Instant now = at("2026-01-15T00:00:00Z");
    QVERIFY(must(runSchedule(c(), schedule, now)) != must(runSchedule(c(), schedule, now)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
  }

  void failure_isKeptAndTheScheduleGoesOn()
  {
    open("Asia/Shanghai");
    const auto schedule = must(saveSchedule(c(), everyDay(), at("2026-01-14T00:00:00Z")));
    m_folder.reset(); // somebody took the folder away
    const Instant now = at("2026-01-14T22:31:00Z");
    const auto file = runSchedule(c(), schedule, now);
    QVERIFY(!file);
    must(noteScheduleRun(c(), schedule, file, now));
    const auto known = must(reportSchedules(c())).front();
    QVERIFY(!known.lastError.isEmpty());
    QCOMPARE(*known.nextAt, at("2026-01-15T22:30:00Z"));
  }

  void wrongSchedule_isRefusedByName()
  {
    open("Asia/Shanghai");
    const Instant now = at("2026-01-14T00:00:00Z");
    const auto refused = [&](auto change) {
      ReportSchedule schedule = everyDay();
      change(schedule);
      const auto saved = saveSchedule(c(), schedule, now);
      return saved ? QString() : saved.error().subject;
    };
    QCOMPARE(refused([](ReportSchedule& s) { s.spec.report = QStringLiteral("horoscope"); }),
             QStringLiteral("horoscope"));
    QCOMPARE(refused([](ReportSchedule& s) { s.format = QStringLiteral("papyrus"); }), QStringLiteral("format"));
    QCOMPARE(refused([](ReportSchedule& s) { s.every = QStringLiteral("aeon"); }), QStringLiteral("every"));
    QCOMPARE(refused([](ReportSchedule& s) { s.atMinute = 1440; }), QStringLiteral("at"));
    QCOMPARE(refused([](ReportSchedule& s) { s.span = QStringLiteral("once"); }), QStringLiteral("span"));
    QCOMPARE(refused([](ReportSchedule& s) { s.folder = QStringLiteral("/no/such/folder"); }),
             QStringLiteral("folder"));
    QCOMPARE(refused([](ReportSchedule&) {}), QString());
  }
};

SC_TEST(SchedulesTest)
#include "schedules_test.moc"
