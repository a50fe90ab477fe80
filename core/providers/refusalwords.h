#pragma once

#include "core/domain/courier_answer.h"
#include "core/providers/declaration.h"

namespace supercargo {

/// What a courier's refusal without a known code means: the first row of extra.refusal_words that has a word of
/// `reason`, in any case, decides; "business" when none does.
CourierVerdict refusalOf(const Declaration& declaration, const QString& reason);

} // namespace supercargo
