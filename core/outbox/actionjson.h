#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"

/// Actions and their outcomes as JSON, for the outbox. A parcel's recipient is left out on purpose: personal data stay
/// in the order, from which `BookParcel` is completed when its call is made.
namespace supercargo {

QString actionKindName(const ActionKind& kind); ///< "book_parcel"

QByteArray actionJson(const ActionKind& kind);
/// Invalid when `json` does not hold what an action of that kind needs.
Result<ActionKind> actionFromJson(QStringView kindName, QByteArrayView json);

/// Without the label's bytes, which have a table of their own.
QByteArray outcomeJson(const ActionOutcome& outcome);
Result<ActionOutcome> outcomeFromJson(QByteArrayView json);

} // namespace supercargo
