#include "core/geo/replay.h"
#include "tests/support/testmain.h"

using namespace supercargo;

namespace {

quint8 stateItself(const ReplayStep& last, qint64)
{
  return last.state;
}

} // namespace

class ReplayTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void parcels_standWhereTheirLastEventWas()
  {
    const std::vector<MapPoint> places{{0.1, 0.1}, {0.2, 0.2}};
    const Replay replay({{30, 7, 1, 0, 0, false, true},
                         {10, 7, 0, 0, 0, false, false},
                         {20, 8, 1, 3, 0, false, false},
                         {40, 7, -1, 2, 0, false, false},
                         {50, 7, -1, 0, 0, true, false}},
                        places, stateItself);
    QVERIFY(replay.at(5).empty());
    QCOMPARE(replay.at(10).size(), size_t(1));
    QCOMPARE(replay.at(10)[0].place, 0);
    QVERIFY(!replay.at(10)[0].vague);
    QCOMPARE(replay.at(25).size(), size_t(2));
    const auto later = replay.at(45); // an event without a place leaves the parcel where it was
    QCOMPARE(later.size(), size_t(2));
    for (const ClusterPoint& p : later)
      if (p.id == 7) {
        QCOMPARE(p.place, 1);
        QCOMPARE(int(p.kind), 2);
        QVERIFY(p.vague);
        QVERIFY(p.at == places[1]);
      }
    QCOMPARE(replay.at(60).size(), size_t(1)); // delivered: gone from the map
    QCOMPARE(replay.stepsBetween(10, 30), 2);
  }

  void kind_isAskedForTheMomentShown()
  {
    const auto lateAfterDue = [](const ReplayStep& last, qint64 moment) -> quint8 {
      return last.dueAt > 0 && last.dueAt < moment ? 2 : 0;
    };
    const Replay replay({{10, 7, 0, 0, 20, false, false}}, {{0.1, 0.1}}, lateAfterDue);
    QCOMPARE(int(replay.at(15)[0].kind), 0);
    QCOMPARE(int(replay.at(25)[0].kind), 2); // nothing was scanned since, yet it is late now
  }

  void nonsensePlaces_areNotShown()
  {
    const Replay replay({{10, 7, 5, 0, 0, false, false}}, {{0.1, 0.1}}, stateItself);
    QVERIFY(replay.at(20).empty());
    QVERIFY(Replay().at(20).empty());
  }
};

SC_TEST(ReplayTest)
#include "replay_test.moc"
