#include "core/sync/passprogress.h"
#include "tests/support/testmain.h"

using namespace supercargo;

namespace {
using State = RunProgress::State;

RunProgress run(State state, qint64 done, std::optional<qint64> total = std::nullopt)
{
  return {AccountId(1), Stream::Orders, Loop::Discover, state, done, total};
}
} // namespace

class PassProgressTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void total_isKnownWhenNoRunIsInTheDark();
  void fraction_countsEveryRunTheSame();
  void moreThanWasTold_isNeverMoreThanAll();
  void passWithoutRuns_isOver();
};

void PassProgressTest::total_isKnownWhenNoRunIsInTheDark()
{
  PassProgress pass{1, {run(State::Over, 7, 9), run(State::Running, 20, 100), run(State::Waiting, 0)}};
  QCOMPARE(pass.done(), 27);
  QCOMPARE(pass.runsOver(), 1);
  QCOMPARE(pass.total(), std::optional<qint64>());
  pass.runs[2].state = State::Over;
  QCOMPARE(pass.total(), std::optional<qint64>(107)); // what a run that is over did counts, not what was promised
}

void PassProgressTest::fraction_countsEveryRunTheSame()
{
  const PassProgress pass{
      1, {run(State::Over, 0), run(State::Running, 50, 100), run(State::Running, 5'000), run(State::Waiting, 0)}};
  QCOMPARE(pass.fraction(), 0.375);
}

void PassProgressTest::moreThanWasTold_isNeverMoreThanAll()
{
  const PassProgress pass{1, {run(State::Running, 120, 100)}};
  QCOMPARE(pass.fraction(), 1.0);
  QCOMPARE(pass.total(), std::optional<qint64>(120));
}

void PassProgressTest::passWithoutRuns_isOver()
{
  const PassProgress pass;
  QCOMPARE(pass.fraction(), 1.0);
  QCOMPARE(pass.total(), std::optional<qint64>(0));
}

SC_TEST(PassProgressTest)
#include "passprogress_test.moc"
