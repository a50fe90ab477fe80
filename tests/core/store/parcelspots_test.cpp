#include "core/store/parcels.h"
#include "core/store/parcelspots.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
}

class ParcelSpotsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }

  void concern_namesTheMostPressing()
  {
    QCOMPARE(parcelConcern(ParcelStatus::InTransit, {}, kNow - 1h, kNow), ParcelConcern::None);
    QCOMPARE(parcelConcern(ParcelStatus::InTransit, {}, kNow - 49h, kNow), ParcelConcern::Quiet);
    QCOMPARE(parcelConcern(ParcelStatus::InTransit, kNow - 1h, kNow - 49h, kNow), ParcelConcern::Late);
    QCOMPARE(parcelConcern(ParcelStatus::Exception, kNow - 1h, kNow, kNow), ParcelConcern::Problem);
    QCOMPARE(parcelConcern(ParcelStatus::Delivered, kNow - 1h, kNow - 99h, kNow), ParcelConcern::None);
    QCOMPARE(parcelConcern(ParcelStatus::InTransit, {}, {}, kNow), ParcelConcern::None);
  }

  void spots_areTheParcelsOnTheirWay()
  {
    test::TempDatabase temp(test::engineOfRow());
    Connection& c = temp.connection();
    std::vector<TrackingSnapshot> parcels;
    for (const auto& [number, status, place] :
         {std::tuple{"1", ParcelStatus::InTransit, "杭州"}, std::tuple{"2", ParcelStatus::Delivered, "上海"},
          std::tuple{"3", ParcelStatus::Exception, ""}}) {
      TrackingSnapshot p;
      p.courier = QStringLiteral("sf");
      p.number = QLatin1String(number);
      p.status = status;
      TrackingEvent e;
      e.at = kNow;
      e.status = status;
      e.place = QString::fromUtf8(place);
      e.text = QStringLiteral("到达【深圳】");
      p.events = {e};
      parcels.push_back(p);
    }
    ChangeSet changes;
    must(upsertTracking(c, {AccountId(1), std::nullopt, kNow}, parcels, changes));
    const auto spots = must(parcelSpots(c, {.open = true}, kNow, 100));
    QCOMPARE(spots.size(), size_t(2));
    QCOMPARE(spots[0].text, QStringLiteral("到达【深圳】")); // the newest first
    QCOMPARE(spots[0].concern, ParcelConcern::Problem);
    QCOMPARE(spots[1].place, QStringLiteral("杭州"));
    QVERIFY(spots[1].text.isEmpty());
  }
};

SC_TEST(ParcelSpotsTest)
#include "parcelspots_test.moc"
