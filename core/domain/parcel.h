#pragma once

#include "core/domain/snapshot.h"

#include <optional>
#include <vector>

/// From what a courier reported to where a parcel is: the same rules for all couriers.
namespace supercargo {

/// How far on its way a status is; decides only between events of the same instant (the higher one is the later).
int progress(ParcelStatus status);

/// Nothing more can happen that polling would show: delivered, returned, cancelled, or given up.
bool isFinal(ParcelStatus status);

/// Newest first, each event once (same time, text, raw code and place). Expects the order in which the courier listed
/// them, either direction; an event without an instant keeps its place in that list.
std::vector<TrackingEvent> sortedEvents(std::vector<TrackingEvent> events);

struct ParcelState {
  ParcelStatus status = ParcelStatus::Pending;
  QString reason;
  std::optional<Instant> deliveredAt; ///< the first delivery
  bool operator==(const ParcelState&) const = default;
};

/// Where the parcel is after these events (newest first, as sortedEvents gives them). No event that says anything:
/// Pending. Delivered stays unless the parcel comes back; returned is final; a scan after a cancellation revives.
ParcelState parcelState(const std::vector<TrackingEvent>& newestFirst);

/// Sorts the events of a snapshot and derives status, reason and deliveredAt from them. A status that the courier
/// states for the whole parcel wins over the derived one unless it is Unknown.
void settle(TrackingSnapshot& parcel, ParcelStatus stated = ParcelStatus::Unknown, const QString& statedReason = {});

/// Sets `at` and `wallClock` from what a Chinese courier wrote: a wall clock at +08:00 ("2026-3-5 08:12:44", also with
/// an offset of its own) or digits since 1970, seconds below 1e11 and milliseconds above. An impossible time leaves
/// `at` empty and keeps the text.
void setChinaTime(TrackingEvent& event, const QString& text);

/// The parts of an id of the tracking stream, "courier:number:phone4"; the courier and the phone may be empty.
struct ParcelId {
  QString courier, number, phone;
};
ParcelId parcelId(const QString& text);

} // namespace supercargo
