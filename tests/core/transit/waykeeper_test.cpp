#include "core/store/parcels.h"
#include "core/store/placealiases.h"
#include "core/transit/waykeeper.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

namespace supercargo::test {
namespace {

const Instant kNow = parseIso(u"2026-01-15T01:20:00Z").value();

TrackingSnapshot parcel(const QString& number)
{
  TrackingSnapshot parcel;
  parcel.courier = QStringLiteral("sf");
  parcel.number = number;
  parcel.status = ParcelStatus::InTransit;
  for (const auto& [hours, text] : {std::pair(2, u"快件已到达 上海市"), std::pair(30, u"顺丰速运 已收取快件 深圳市")}) {
    TrackingEvent event;
    event.at = kNow - std::chrono::hours(hours);
    event.status = hours == 2 ? ParcelStatus::InTransit : ParcelStatus::PickedUp;
    event.text = event.place = QString::fromUtf16(text);
    parcel.events.push_back(event);
  }
  return parcel;
}

} // namespace

class WayKeeperTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_temp;
  std::unique_ptr<Database> m_database;

  void track(const QString& number)
  {
    const auto store = [number](Connection& c, ChangeSet& changes) {
      return upsertTracking(c, {AccountId(1), std::nullopt, kNow}, {parcel(number)}, changes);
    };
    QVERIFY(m_database->write(store).result());
  }
  /// "SF1 440300>": the number and where its way begins; empty: it was not read.
  QStringList ways()
  {
    const auto read = [](Connection& c) {
      return c.rows(QStringLiteral("SELECT s.number, w.origin FROM parcel_ways w JOIN shipments s ON s.id = "
                                   "w.shipment_id ORDER BY s.number"),
                    {}, [](const Row& row) { return row.text(0) + u' ' + row.text(1); });
    };
    const auto rows = must(m_database->read(read).result());
    return QStringList(rows.begin(), rows.end());
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_temp = std::make_unique<TempDatabase>(engineOfRow());
    m_temp->connection();
    m_temp->disconnect();
    m_database = must(Database::open(m_temp->config()));
  }
  void cleanup()
  {
    m_database.reset();
    m_temp.reset();
  }

  void parcelsOfTheLastRun_areReadAtOnce()
  {
    track(QStringLiteral("SF1"));
    WayKeeper keeper(
        *m_database, [] { return kNow; }, QTimeZone("Asia/Shanghai"));
    QSignalSpy settled(&keeper, &WayKeeper::settled);
    QVERIFY(settled.wait(30'000));
    QCOMPARE(ways(), QStringList{QStringLiteral("SF1 440300")});
  }

  void answersOfCouriers_areReadAsTheyAreStored()
  {
    WayKeeper keeper(
        *m_database, [] { return kNow; }, QTimeZone("Asia/Shanghai"));
    QSignalSpy settled(&keeper, &WayKeeper::settled);
    QVERIFY(settled.wait(30'000));
    QCOMPARE(ways(), QStringList());
    track(QStringLiteral("SF2"));
    QVERIFY(QTest::qWaitFor([&] { return ways() == QStringList{QStringLiteral("SF2 440300")}; }, 30'000));
  }

  void placeTaughtLater_isReadAnew()
  {
    track(QStringLiteral("SF3"));
    WayKeeper keeper(
        *m_database, [] { return kNow; }, QTimeZone("Asia/Shanghai"));
    QSignalSpy settled(&keeper, &WayKeeper::settled);
    QVERIFY(settled.wait(30'000));
    const auto teach = [](Connection& c, ChangeSet& changes) {
      return teachPlace(c, {QStringLiteral("顺丰速运 已收取快件 深圳市"), QStringLiteral("330100"), {}, kNow}, changes);
    };
    QVERIFY(m_database->write(teach).result());
    QVERIFY(QTest::qWaitFor([&] { return ways() == QStringList{QStringLiteral("SF3 330100")}; }, 30'000));
  }
};

SC_TEST(WayKeeperTest)

} // namespace supercargo::test

#include "waykeeper_test.moc"
