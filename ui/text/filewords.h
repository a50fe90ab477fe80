#pragma once

#include "core/files/records.h"

namespace supercargo {

/// "There is no amount in “many”.": what is wrong with a row of a file, as a sentence.
QString rowFaultText(const RowFault& fault);
/// All that is wrong with it; empty when it was read.
QString rowFaultsText(const std::vector<RowFault>& faults);

/// What a person does about orders of which only the lines are known; empty when there are none.
QString waitingOrdersText(const QStringList& orders);

} // namespace supercargo
