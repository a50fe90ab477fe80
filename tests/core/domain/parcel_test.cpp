#include "core/domain/parcel.h"
#include "tests/support/testmain.h"

namespace supercargo {
namespace {

constexpr qint64 kHour = 3600 * 1000;

TrackingEvent scan(std::optional<int> hour, ParcelStatus status, const char* code = "", const char* reason = "")
{
  TrackingEvent e;
  if (hour)
    e.at = fromMs(*hour * kHour);
  e.status = status;
  e.rawCode = QString::fromLatin1(code);
  e.reason = QString::fromLatin1(reason);
  return e;
}

QStringList codes(const std::vector<TrackingEvent>& events)
{
  QStringList list;
  for (const TrackingEvent& e : events)
    list.append(e.rawCode);
  return list;
}

ParcelState stateOf(std::vector<TrackingEvent> events)
{
  return parcelState(sortedEvents(std::move(events)));
}

} // namespace

class ParcelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sortedEvents_keepsAnUntimedEventInItsPlace()
  {
    using enum ParcelStatus;
    const auto newestFirst = sortedEvents(
        {scan(3, InTransit, "c"), scan({}, InTransit, "x"), scan(1, PickedUp, "a"), scan(2, InTransit, "b")});
    QCOMPARE(codes(newestFirst),
             QStringList({QStringLiteral("c"), QStringLiteral("x"), QStringLiteral("b"), QStringLiteral("a")}));
    const auto ascending = sortedEvents({scan(1, PickedUp, "a"), scan({}, InTransit, "x"), scan(3, InTransit, "c")});
    QCOMPARE(codes(ascending), QStringList({QStringLiteral("c"), QStringLiteral("x"), QStringLiteral("a")}));
  }

  void sortedEvents_keepsWhatDiffersInPlaceOnly()
  {
    TrackingEvent here = scan(1, ParcelStatus::InTransit, "a"), there = here;
    there.place = QStringLiteral("Beijing");
    QCOMPARE(sortedEvents({here, there, here}).size(), size_t(2));
  }

  void parcelState_ofNothingIsPending() { QCOMPARE(parcelState({}), ParcelState()); }

  void parcelState_isRevivedByAScanAfterCancellation()
  {
    using enum ParcelStatus;
    QCOMPARE(stateOf({scan(1, Cancelled), scan(2, PickedUp)}).status, PickedUp);
    QCOMPARE(stateOf({scan(1, Cancelled), scan(2, InfoReceived)}).status, Cancelled);
    QCOMPARE(stateOf({scan(1, Cancelled), scan(2, Expired)}).status, Cancelled);
  }

  void parcelState_neverLeavesReturned()
  {
    using enum ParcelStatus;
    QCOMPARE(stateOf({scan(1, Returned), scan(2, InTransit), scan(3, Delivered)}).status, Returned);
  }

  void parcelState_remembersTheFirstDelivery()
  {
    using enum ParcelStatus;
    const ParcelState state = stateOf({scan(1, Delivered, "", "signed_by_agent"), scan(2, Delivered)});
    QCOMPARE(state.deliveredAt, std::optional<Instant>(fromMs(kHour)));
    QCOMPARE(state.reason, QStringLiteral("signed_by_agent"));
    const ParcelState back = stateOf({scan(1, Delivered), scan(2, Returning), scan(3, Returned)});
    QCOMPARE(back.status, Returned);
    QCOMPARE(back.deliveredAt, std::optional<Instant>(fromMs(kHour)));
  }

  void settle_letsAStatedStatusWin()
  {
    using enum ParcelStatus;
    TrackingSnapshot parcel;
    parcel.events = {scan(1, InTransit, "", "linehaul")};
    settle(parcel);
    QCOMPARE(parcel.status, InTransit);
    QCOMPARE(parcel.reason, QStringLiteral("linehaul"));
    settle(parcel, Delivered);
    QCOMPARE(parcel.status, Delivered);
    QVERIFY(!parcel.deliveredAt);
  }

  void chinaTime_isNoNumberBeyondTheCalendar()
  {
    TrackingEvent event;
    setChinaTime(event, QStringLiteral("1772703730"));
    QCOMPARE(event.at, std::optional<Instant>(fromMs(1'772'703'730'000)));
    setChinaTime(event, QStringLiteral("9223372036854775807"));
    QVERIFY(!event.at);
    QCOMPARE(event.wallClock, QStringLiteral("9223372036854775807"));
  }

  void final_isWhatPollingCannotChange()
  {
    QVERIFY(isFinal(ParcelStatus::Delivered) && isFinal(ParcelStatus::Expired));
    QVERIFY(!isFinal(ParcelStatus::Exception) && !isFinal(ParcelStatus::Unknown));
  }
};

SC_TEST(ParcelTest)

} // namespace supercargo

#include "parcel_test.moc"
