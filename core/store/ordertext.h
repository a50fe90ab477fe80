#pragma once

#include "core/db/connection.h"
#include "core/domain/snapshot.h"

namespace supercargo {

/// The words an order is found by, separated by blanks: Latin words and numbers in lower case, Chinese text as single
/// characters and pairs (so one character is enough to search), and the last four digits of long numbers.
QString searchWords(const OrderSnapshot& order);

/// The same cutting for one piece of text, e.g. a name; every word is followed by a blank, repeats stay.
void appendSearchWords(QStringView text, QString& words);

/// What a person typed -> a query for the engine's index; empty when nothing in it can be searched for.
/// SQLite: FTS5 MATCH text. PostgreSQL: to_tsquery text. Every word must be found; Latin words match by their
/// beginning.
QString searchQuery(const QStringList& texts, Engine engine);

Result<void> insertSearchWords(Connection& c, const std::vector<std::pair<OrderId, QString>>& texts);
Result<void> replaceSearchWords(Connection& c, OrderId order, const QString& words);

} // namespace supercargo
