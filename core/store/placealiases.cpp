#include "core/store/placealiases.h"

namespace supercargo {

Result<std::vector<PlaceAlias>> placeAliases(Connection& c)
{
  return c.rows(QStringLiteral("SELECT text, code, actor, taught_at FROM place_aliases ORDER BY text"), {},
                [](const Row& row) {
                  return PlaceAlias{row.text(0), row.text(1), row.text(2), row.instant(3)};
                });
}

Result<QMap<QString, QString>> taughtPlaces(Connection& c)
{
  SC_TRY_ASSIGN(aliases, placeAliases(c));
  QMap<QString, QString> places;
  for (const PlaceAlias& alias : aliases)
    places.insert(alias.text, alias.code);
  return places;
}

Result<void> teachPlace(Connection& c, const PlaceAlias& alias, ChangeSet& changes)
{
  const QString text = alias.text.trimmed();
  if (text.size() < 2)
    return fail(ErrorKind::Invalid, QStringLiteral("a text of one character would be met everywhere"), text);
  if (alias.code.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no place was named"), text);
  SC_TRY(
      c.run(QStringLiteral("INSERT INTO place_aliases (text, code, actor, taught_at) VALUES (?, ?, ?, ?) ON CONFLICT "
                           "(text) DO UPDATE SET code = excluded.code, actor = excluded.actor, taught_at = "
                           "excluded.taught_at"),
            {text, alias.code, alias.actor, alias.taughtAt}));
  // The ways of parcels were read without it: they are read again.
  SC_TRY(c.run(QStringLiteral("DELETE FROM parcel_ways")));
  changes.shipments = true;
  return {};
}

Result<void> forgetPlace(Connection& c, const QString& text, ChangeSet& changes)
{
  SC_TRY_ASSIGN(gone, c.run(QStringLiteral("DELETE FROM place_aliases WHERE text = ?"), {text.trimmed()}));
  if (gone == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("nothing was taught of this text"), text);
  SC_TRY(c.run(QStringLiteral("DELETE FROM parcel_ways")));
  changes.shipments = true;
  return {};
}

} // namespace supercargo
