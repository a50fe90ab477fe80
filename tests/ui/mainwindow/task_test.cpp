#include "tests/support/testmain.h"
#include "ui/mainwindow/task.h"
#include "ui/mainwindow/taskindicator.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace supercargo;

namespace {

/// An indicator and tasks whose clock stands still until it is told otherwise.
struct Fixture {
  Task* begin(const QString& title)
  {
    auto* task = new Task(title, &owner, [this] { return nowMs; });
    indicator.add(task);
    return task;
  }
  QString text() const { return indicator.findChild<QLabel*>()->text(); }
  QProgressBar* bar() const { return indicator.findChild<QProgressBar*>(); }
  QToolButton* cancel() const { return indicator.findChild<QToolButton*>(); }

  qint64 nowMs = 1'000;
  QObject owner;
  TaskIndicator indicator;
};

} // namespace

class TaskTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void rateAndTimeLeft_followTheClock()
  {
    Fixture f;
    Task* task = f.begin(QStringLiteral("Syncing"));
    task->setProgress(0, 1'000);
    QVERIFY(!task->rate()); // nothing to measure yet
    f.nowMs += 2'000;
    task->setProgress(100, 1'000);
    QCOMPARE(*task->rate(), 50.0);
    QCOMPARE(*task->secondsLeft(), 18);
    f.nowMs += 2'000; // time goes on without a report
    QCOMPARE(*task->rate(), 25.0);
    QCOMPARE(*task->secondsLeft(), 36);
  }

  void rate_leavesOutWhatWasDoneBeforeTheTask()
  {
    Fixture f;
    Task* task = f.begin(QStringLiteral("Importing"));
    task->setProgress(90'000, 100'000);
    f.nowMs += 10'000;
    task->setProgress(91'000, 100'000);
    QCOMPARE(*task->rate(), 100.0);
    QCOMPARE(*task->secondsLeft(), 90);
  }

  void timeLeft_isNotKnownWithoutATotal()
  {
    Fixture f;
    Task* task = f.begin(QStringLiteral("Syncing"));
    task->setProgress(0, -1, 0.0);
    f.nowMs += 1'000;
    task->setProgress(500, -1, 0.25);
    QVERIFY(!task->secondsLeft());
    QCOMPARE(*task->rate(), 500.0);
    QCOMPARE(*task->fraction(), 0.25);
  }

  void fraction_isOfTheTotalAndNeverMoreThanAll()
  {
    Task task(QStringLiteral("Import"));
    QVERIFY(!task.fraction());
    task.setProgress(5, 20);
    QCOMPARE(*task.fraction(), 0.25);
    task.setProgress(30, 20);
    QCOMPARE(*task.fraction(), 1.0);
  }

  void indicator_tellsHowFarHowFastAndHowLong()
  {
    Fixture f;
    QVERIFY(!f.indicator.isVisible());
    Task* task = f.begin(QStringLiteral("Syncing"));
    QVERIFY(f.indicator.isVisible());
    task->setProgress(0, 2'000);
    f.nowMs += 10'000;
    task->setProgress(500, 2'000);
    QCOMPARE(f.text(), QStringLiteral("Syncing  ·  500 of 2,000  ·  50 per second  ·  0:30 left"));
    QCOMPARE(f.bar()->maximum(), 1000);
    QCOMPARE(f.bar()->value(), 250);
  }

  void indicator_tellsTheTimeSoFarWhereNothingElseIsKnown()
  {
    Fixture f;
    Task* task = f.begin(QStringLiteral("Backing up"));
    QCOMPARE(f.text(), QStringLiteral("Backing up"));
    f.nowMs += 75'000;
    task->setCancellable(false);
    QCOMPARE(f.text(), QStringLiteral("Backing up  ·  1:15 so far"));
    QCOMPARE(f.bar()->maximum(), 0); // moves without an end
    QVERIFY(!f.cancel()->isVisible());
  }

  void cancel_asksOnceAndTheWorkerFinishes()
  {
    Fixture f;
    QPointer<Task> task = f.begin(QStringLiteral("Syncing"));
    QSignalSpy cancelled(task.data(), &Task::cancelled);
    f.cancel()->click();
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!f.cancel()->isVisible()); // asked already
    QCOMPARE(f.indicator.count(), 1);
    task->finish();
    QCOMPARE(f.indicator.count(), 0);
    QVERIFY(!f.indicator.isVisible());
    QTRY_VERIFY(!task);
  }

  void indicator_countsTheOthers()
  {
    Fixture f;
    f.begin(QStringLiteral("Syncing"));
    Task* second = f.begin(QStringLiteral("Backing up"));
    QCOMPARE(f.text(), QStringLiteral("Backing up  ·  and 1 more"));
    second->finish();
    QCOMPARE(f.text(), QStringLiteral("Syncing"));
  }
};

SC_TEST(TaskTest)
#include "task_test.moc"
