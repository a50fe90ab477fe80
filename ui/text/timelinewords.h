#pragma once

#include <QString>

namespace supercargo {

/// What a step of an order's timeline says beside its word (`timelineWord`): couriers by their names, parcels' states
/// in words, deeds and what kept a rule from booking too. What shops, couriers and people wrote stays as it is.
QString timelineText(const QString& kind, const QString& text);

} // namespace supercargo
