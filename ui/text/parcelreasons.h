#pragma once

#include <QString>

namespace supercargo {

/// Why a parcel is in trouble: "damaged" is "Damaged"; a reason without a word of its own shows as it is.
QString parcelReasonText(const QString& reason);

} // namespace supercargo
