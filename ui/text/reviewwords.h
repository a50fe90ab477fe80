#pragma once

#include "core/domain/orderreview.h"
#include "core/domain/parcelplan.h"

/// Why a person should look at an order, and why orders cannot share a parcel, in the language of the interface: for
/// the window and the command line.
namespace supercargo {

QString reviewText(const ReviewFinding& finding);
QString mergeText(MergeObstacle obstacle);
/// One sentence an order: "1002: another telephone number, another address".
QStringList mergeTexts(const std::vector<MergeFinding>& findings);
QString splitText(SplitFault fault);

} // namespace supercargo
