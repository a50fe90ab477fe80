#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <optional>

/// The words that the filter language (core/store/filtertext.h) is made of.
namespace supercargo {

/// One word of the text: `key:value,value`, or a search text (no key, one value).
struct FilterWord {
  QString source; ///< as typed
  std::optional<QString> key;
  QStringList values;
};

/// Reads the word that begins at `pos` and leaves `pos` behind it.
Result<FilterWord> readFilterWord(QStringView text, qsizetype& pos);

/// The text of one word or value as the reader understands it: in quotes unless it is plain.
QString quotedFilterValue(const QString& text);

tl::unexpected<Error> wrongFilterWord(const FilterWord& word, const QString& what);

/// The first moment of a day; of the next one where the zone left the day out (Samoa, 2011-12-30).
qint64 filterDayStart(QDate day, const QTimeZone& zone);

} // namespace supercargo
