#pragma once

#include "core/domain/action.h"

/// How large a parcel is, as people write it.
namespace supercargo {

/// "30x20x10", "30 × 20 × 10", "30*20.5*10": three lengths in centimetres, 0.1 to 1000 each. nullopt: something else.
/// Pure.
std::optional<ParcelSize> parcelSizeOf(QStringView centimetres);
/// "30 × 20.5 × 10", which parcelSizeOf reads again.
QString parcelSizeText(const ParcelSize& size);

} // namespace supercargo
