#pragma once

#include "core/db/connection.h"
#include "core/domain/snapshot.h"

namespace supercargo {

/// The words an order is found by, separated by blanks: Latin words and numbers in lower case, Chinese text as single
/// characters and pairs (so one character is enough to search), and the last four digits of long numbers.
QString searchWords(const OrderSnapshot& order);

/// The same cutting for one piece of text, e.g. a name; every word is followed by a blank, repeats stay.
void appendSearchWords(QStringView text, QString& words);

/// What a person typed, cut as searchWords() cuts orders: all of it must be found.
struct WantedWords {
  QStringList whole;
  QString open; ///< begins the word that is being typed; only letters and digits, empty when there is none
  bool isEmpty() const { return whole.isEmpty() && open.isEmpty(); }
};
WantedWords wantedWords(const QStringList& texts);

Result<void> insertSearchWords(Connection& c, const std::vector<std::pair<OrderId, QString>>& texts);
Result<void> replaceSearchWords(Connection& c, OrderId order, const QString& words);
/// The order is found by these too.
Result<void> addSearchWords(Connection& c, OrderId order, const QString& words);

} // namespace supercargo
