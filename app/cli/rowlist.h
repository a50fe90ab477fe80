#pragma once

#include "app/cli/session.h"

namespace supercargo::cli {

/// Prints a list in the form asked for: a JSON array, or a table and, when it was cut at `limit`, a word about it.
template <class Row, class Json, class Cells>
void printRows(const Session& session, const std::vector<Row>& rows, int limit, QStringList headings, Json json,
               Cells cells)
{
  if (session.isJson()) {
    JsonList list;
    for (const Row& row : rows)
      list.add(json(row));
    list.end();
    return;
  }
  Table table(std::move(headings));
  for (const Row& row : rows)
    table.add(cells(row));
  table.print();
  if (limit > 0 && static_cast<int>(rows.size()) >= limit)
    say(QCoreApplication::translate("cli", "Only the first %1 are shown; --limit all shows all.").arg(limit));
}

inline Option limitOption()
{
  return {QStringLiteral("--limit"), QStringLiteral("N|all"), QCoreApplication::translate("cli", "at most so many")};
}

inline Failure notFound(const QString& thing)
{
  return Failure(Error{ErrorKind::NotFound, QStringLiteral("there is no %1").arg(thing), thing, std::nullopt});
}

} // namespace supercargo::cli
