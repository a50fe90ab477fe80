#pragma once

#include "core/sync/apiage.h"

#include <QTimeZone>

namespace supercargo {

/// "12 days left", "within a day", "5 days ago".
QString daysText(Instant at, Instant now);

/// What foresight says of one account, as a sentence with what to do.
QString foresightText(const Foresight& what, const QString& account, Instant now, const QTimeZone& zone);

} // namespace supercargo
