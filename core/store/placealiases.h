#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QMap>

namespace supercargo {

/// What a person says a courier's text means; goes before everything the geocoder reads itself.
struct PlaceAlias {
  QString text; ///< as taught, without blanks around it; two characters at least
  QString code; ///< GB/T 2260, or "US/Los Angeles"
  QString actor;
  Instant taughtAt{};
};

Result<std::vector<PlaceAlias>> placeAliases(Connection& c); ///< by text
/// The same as the geocoder takes it (PlaceAliases): text -> code.
Result<QMap<QString, QString>> taughtPlaces(Connection& c);
/// Replaces what was taught of the same text. Invalid: a text of less than two characters, or no code.
Result<void> teachPlace(Connection& c, const PlaceAlias& alias, ChangeSet& changes);
/// NotFound: nothing was taught of this text.
Result<void> forgetPlace(Connection& c, const QString& text, ChangeSet& changes);

} // namespace supercargo
