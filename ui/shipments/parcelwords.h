#pragma once

#include "core/store/shipmentlist.h"
#include "core/transit/lanehistory.h"
#include "ui/text/format.h"

namespace supercargo {

QString oddityText(const QString& oddity); ///< a sentence

QString promiserText(const QString& basis); ///< who gave the promise: "the courier"

/// Whether the reason beside the status says what went wrong.
bool isTroubled(ParcelStatus status);

/// How a parcel stands to its promise. Late before it is late: expected after the promise by the lane's own history.
enum class Punctuality { None, OnTime, Soon, Late, ArrivedOnTime, ArrivedLate };
Punctuality punctualityOf(const ParcelLine& line, Instant now);
StatusWord punctualityWord(Punctuality punctuality);

QString transitText(const std::optional<Transit>& took); ///< "2.3 d", "14 h"; "–" without a value

} // namespace supercargo
