#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/mainwindow/synctasks.h"
#include "ui/mainwindow/task.h"
#include "ui/mainwindow/taskindicator.h"
#include "ui/text/language.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

using State = RunProgress::State;
const AccountId kShop(1), kOther(2);

/// The engine's words, said by the test.
struct Fixture : PageFixture {
  Fixture()
      : PageFixture(0), sync(
                            *engine,
                            [this](const QString& title) {
                              tasks.append(new Task(title, &owner));
                              return tasks.last().data();
                            },
                            [this] { return now; })
  {
  }

  void tellPass(const std::vector<RunProgress>& runs) { Q_EMIT engine->passProgress({7, runs}); }
  void endRun(AccountId of)
  {
    SyncReport report;
    report.account = of;
    Q_EMIT engine->runFinished(report);
  }
  Task* only() const { return tasks.size() == 1 ? tasks.first().data() : nullptr; }

  Instant now = kNow;
  QObject owner;
  QList<QPointer<Task>> tasks;
  SyncTasks sync;
};

RunProgress run(AccountId account, State state, qint64 done, std::optional<qint64> total)
{
  return {account, Stream::Orders, Loop::Discover, state, done, total};
}

} // namespace

class SyncTasksTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void pass_isOneTaskOverAllItsRuns()
  {
    Fixture f;
    f.tellPass({run(kShop, State::Waiting, 0, {}), run(kOther, State::Waiting, 0, {})});
    QVERIFY(f.only());
    Q_EMIT f.engine->progress(kShop, Stream::Orders, 6'000, 90'000); // the run's own word is the pass's
    f.tellPass({run(kShop, State::Running, 100, 400), run(kOther, State::Running, 20, {})});
    QCOMPARE(f.only()->done(), 120);
    QCOMPARE(f.only()->total(), -1); // the other has not told
    f.tellPass({run(kShop, State::Running, 200, 400), run(kOther, State::Running, 50, 100)});
    QCOMPARE(f.only()->done(), 250);
    QCOMPARE(f.only()->total(), 500);
    QCOMPARE(*f.only()->fraction(), 0.5);
    Q_EMIT f.engine->passFinished(6); // another
    QTest::qWait(0);
    QVERIFY(f.only());
    Q_EMIT f.engine->passFinished(7);
    QTRY_VERIFY(!f.tasks.first());
  }

  void passWithNothingToRead_isNoTask()
  {
    Fixture f;
    f.tellPass({});
    f.tellPass({run(kShop, State::Over, 3, 3)});
    QVERIFY(f.tasks.isEmpty());
  }

  void backgroundRuns_areATaskOnceMuchIsToCome()
  {
    Fixture f;
    Q_EMIT f.engine->progress(kShop, Stream::Orders, 100, 400);
    Q_EMIT f.engine->progress(kShop, Stream::Orders, 100, -1);
    QVERIFY(f.tasks.isEmpty());
    Q_EMIT f.engine->progress(kShop, Stream::Orders, 100, 90'000);
    Q_EMIT f.engine->progress(kOther, Stream::Orders, 100, 10'000);
    QVERIFY(f.only()); // one for both
    QVERIFY(!f.only()->isCancellable());
    QCOMPARE(f.only()->done(), 200);
    QCOMPARE(f.only()->total(), 100'000);
    Q_EMIT f.engine->progress(kOther, Stream::Orders, 9'900, 10'000);
    f.endRun(kOther);
    QCOMPARE(f.only()->total(), 99'900); // what the other came to
    f.endRun(kShop);
    QTRY_VERIFY(!f.tasks.first());
  }

  void untoldImport_isATaskWhenMuchHasCome()
  {
    Fixture f;
    Q_EMIT f.engine->progress(kShop, Stream::Orders, SyncTasks::kLarge - 1, -1);
    QVERIFY(f.tasks.isEmpty());
    Q_EMIT f.engine->progress(kShop, Stream::Orders, SyncTasks::kLarge, -1);
    QVERIFY(f.only());
    QCOMPARE(f.only()->total(), -1);
  }

  void droppedImport_isForgotten()
  {
    Fixture f;
    Q_EMIT f.engine->progress(kShop, Stream::Orders, 100, 90'000);
    f.now += SyncTasks::kSilence - std::chrono::seconds(1);
    f.sync.forgetSilent();
    QVERIFY(f.only());
    f.now += std::chrono::seconds(1);
    f.sync.forgetSilent();
    QTRY_VERIFY(!f.tasks.first());
  }

  void everyPass_isShownInTheWindow()
  {
    PageFixture f(0);
    f.openWindow();
    auto* indicator = f.window->findChild<TaskIndicator*>();
    Q_EMIT f.engine->passProgress({9, {run(kShop, State::Waiting, 0, {})}}); // whoever began it
    QCOMPARE(indicator->count(), 1);
    Q_EMIT f.engine->passFinished(9);
    QCOMPARE(indicator->count(), 0);
  }
};

SC_TEST(SyncTasksTest)
#include "synctasks_test.moc"
