#pragma once

#include "core/sync/fileimport.h"

namespace supercargo {

/// "There is no amount in “many”.": what is wrong with a row of a file, as a sentence.
QString rowFaultText(const RowFault& fault);
/// All that is wrong with it; empty when it was read.
QString rowFaultsText(const std::vector<RowFault>& faults);

/// What came of an import beside its records, and what is still to be done; empty when there is nothing.
QString importNotesText(const FileImportDone& done);

} // namespace supercargo
