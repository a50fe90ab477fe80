#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// What a person did about a parcel; user truth, never touched by sync.
enum class ParcelStepKind { Note, Chase, Claim, Return };
QString parcelStepName(ParcelStepKind kind); ///< "chase"

struct ParcelStep {
  qint64 id = 0;
  ShipmentId shipment;
  ParcelStepKind kind = ParcelStepKind::Note;
  QString text, actor;
  std::optional<Money> amount; ///< a claim's
  Instant takenAt{};
  std::optional<Instant> settledAt; ///< of a claim or return: it is over
  std::optional<Money> received;    ///< what the courier paid
};

Result<std::vector<ParcelStep>> parcelSteps(Connection& c, ShipmentId shipment); ///< newest first
/// Also a line of the order's timeline where there is an order. Invalid: a note without text, a claim without amount.
/// NotFound: no such parcel. Conflict: a claim or return of this parcel is open already.
Result<qint64> takeParcelStep(Connection& c, const ParcelStep& step, ChangeSet& changes);
/// Ends a claim or return. NotFound: none with this id is open.
Result<void> settleParcelStep(Connection& c, qint64 id, std::optional<Money> received, Instant now, ChangeSet& changes);

} // namespace supercargo
