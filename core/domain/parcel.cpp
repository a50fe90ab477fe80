#include "core/domain/parcel.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>
#include <tuple>

namespace supercargo {
namespace {

/// A parcel in somebody's hands; what only an office does (label made, expired) is none.
bool isPhysical(ParcelStatus status)
{
  return status != ParcelStatus::Expired && status != ParcelStatus::Cancelled &&
         progress(status) >= progress(ParcelStatus::PickedUp);
}

bool mayFollow(ParcelStatus now, ParcelStatus next)
{
  switch (now) {
  case ParcelStatus::Delivered:
    return next == ParcelStatus::Returning || next == ParcelStatus::Returned;
  case ParcelStatus::Returned:
    return false;
  case ParcelStatus::Cancelled:
    return isPhysical(next);
  default:
    return true;
  }
}

using Identity = std::tuple<bool, qint64, QString, QString, QString>;

Identity identity(const TrackingEvent& event)
{
  return {event.at.has_value(), event.at ? toMs(*event.at) : 0, event.text, event.rawCode, event.place};
}

bool isListedOldestFirst(const std::vector<TrackingEvent>& events)
{
  const auto timed = [](const TrackingEvent& event) { return event.at.has_value(); };
  const auto first = std::find_if(events.begin(), events.end(), timed);
  const auto last = std::find_if(events.rbegin(), events.rend(), timed);
  return first != events.end() && *first->at < *last->at;
}

} // namespace

int progress(ParcelStatus status)
{
  switch (status) {
  case ParcelStatus::Unknown:
    return 0;
  case ParcelStatus::Pending:
    return 1;
  case ParcelStatus::InfoReceived:
    return 2;
  case ParcelStatus::PickedUp:
    return 3;
  case ParcelStatus::InTransit:
    return 4;
  case ParcelStatus::OutForDelivery:
    return 5;
  case ParcelStatus::ReadyForPickup:
  case ParcelStatus::DeliveryFailed:
  case ParcelStatus::Exception:
    return 6;
  case ParcelStatus::Returning:
    return 7;
  case ParcelStatus::Expired:
    return 8;
  case ParcelStatus::Delivered:
  case ParcelStatus::Returned:
  case ParcelStatus::Cancelled:
    return 9;
  }
  return 0;
}

bool isFinal(ParcelStatus status)
{
  return status == ParcelStatus::Delivered || status == ParcelStatus::Returned || status == ParcelStatus::Cancelled ||
         status == ParcelStatus::Expired;
}

std::vector<TrackingEvent> sortedEvents(std::vector<TrackingEvent> events)
{
  if (isListedOldestFirst(events))
    std::reverse(events.begin(), events.end());

  std::vector<TrackingEvent> unique, timed;
  std::set<Identity> seen;
  for (TrackingEvent& event : events) {
    if (!seen.insert(identity(event)).second)
      continue;
    if (event.at)
      timed.push_back(event);
    unique.push_back(std::move(event));
  }
  std::stable_sort(timed.begin(), timed.end(), [](const TrackingEvent& a, const TrackingEvent& b) {
    return *a.at != *b.at ? *a.at > *b.at : progress(a.status) > progress(b.status);
  });
  auto next = timed.begin();
  for (TrackingEvent& event : unique)
    if (event.at)
      event = std::move(*next++);
  return unique;
}

ParcelState parcelState(const std::vector<TrackingEvent>& newestFirst)
{
  ParcelState state;
  for (auto event = newestFirst.rbegin(); event != newestFirst.rend(); ++event) {
    if (event->status == ParcelStatus::Unknown || !mayFollow(state.status, event->status))
      continue;
    if (event->status == ParcelStatus::Delivered && !state.deliveredAt)
      state.deliveredAt = event->at;
    state.status = event->status;
    state.reason = event->reason;
  }
  return state;
}

void settle(TrackingSnapshot& parcel, ParcelStatus stated, const QString& statedReason)
{
  parcel.events = sortedEvents(std::move(parcel.events));
  const ParcelState derived = parcelState(parcel.events);
  const bool isStated = stated != ParcelStatus::Unknown;
  parcel.status = isStated ? stated : derived.status;
  parcel.reason = isStated ? statedReason : derived.reason;
  parcel.deliveredAt = derived.deliveredAt;
}

void setChinaTime(TrackingEvent& event, const QString& text)
{
  constexpr qint64 kYear10000 = 253'402'300'800'000; // beyond it, adding an offset may overflow
  static const QRegularExpression kUnpadded(QStringLiteral("^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})\\b"));
  const QString trimmed = text.trimmed();
  event.wallClock = trimmed;
  event.at.reset();
  bool isNumber = false;
  const qint64 number = trimmed.toLongLong(&isNumber);
  if (isNumber && number > 0 && number < kYear10000) {
    event.at = fromMs(number < 100'000'000'000 ? number * 1000 : number);
  } else if (const auto date = kUnpadded.match(trimmed); date.hasMatch()) {
    const QString padded =
        QStringLiteral("%1-%2-%3")
            .arg(date.captured(1), date.captured(2).rightJustified(2, u'0'), date.captured(3).rightJustified(2, u'0'));
    if (const auto at = parseLocal(padded + trimmed.mid(date.capturedLength()), kChinaOffset))
      event.at = *at;
  }
  if (event.at) // the wall clock in China, which is what the courier meant
    event.wallClock = toIso(*event.at + kChinaOffset).chopped(1) + QStringLiteral("+08:00");
}

ParcelId parcelId(const QString& text)
{
  const QStringList parts = text.split(u':');
  return parts.size() == 1 ? ParcelId{{}, text, {}} : ParcelId{parts.value(0), parts.value(1), parts.value(2)};
}

} // namespace supercargo
