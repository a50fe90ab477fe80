#include "core/store/filterword.h"

#include <QDateTime>

#include <algorithm>

namespace supercargo {
namespace {

bool isColon(QChar c)
{
  return c == u':' || c == u'：';
}
bool isComma(QChar c)
{
  return c == u',' || c == u'，';
}
bool isQuote(QChar c)
{
  return c == u'"' || c == u'“' || c == u'”';
}

/// Reads one quoted part; `pos` stands on the opening quote and is left behind the closing one. False: never closed.
bool readQuoted(QStringView text, qsizetype& pos, QString& value)
{
  for (++pos; pos < text.size(); ++pos) {
    if (isQuote(text[pos])) {
      ++pos;
      return true;
    }
    if (text[pos] == u'\\' && pos + 1 < text.size())
      ++pos;
    value += text[pos];
  }
  return false;
}

} // namespace

tl::unexpected<Error> wrongFilterWord(const FilterWord& word, const QString& what)
{
  return fail(ErrorKind::Invalid, word.source + QStringLiteral(": ") + what, word.source);
}

Result<FilterWord> readFilterWord(QStringView text, qsizetype& pos)
{
  FilterWord word;
  QString value;
  bool quoted = false; // something of this value stood in quotes: no longer a key
  const qsizetype start = pos;
  const auto endValue = [&] { // nothing between two commas is no value; "" is one
    if (quoted || !value.isEmpty())
      word.values += std::exchange(value, {});
    quoted = false;
  };
  while (pos < text.size() && !text[pos].isSpace()) {
    const QChar c = text[pos];
    if (isQuote(c)) {
      quoted = true;
      if (!readQuoted(text, pos, value)) {
        word.source = text.mid(start).toString();
        return wrongFilterWord(word, QStringLiteral("the quote is never closed"));
      }
      continue;
    }
    ++pos;
    if (isColon(c) && !word.key && !quoted && !value.isEmpty())
      word.key = std::exchange(value, {});
    else if (isComma(c) && word.key)
      endValue();
    else
      value += c;
  }
  endValue();
  word.source = text.mid(start, pos - start).toString();
  if (word.key && word.values.isEmpty())
    return wrongFilterWord(word, QStringLiteral("a value must follow the colon"));
  return word;
}

QString quotedFilterValue(const QString& text)
{
  const auto isPlain = [](QChar c) {
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'#' || c == u'@' || c == u'.';
  };
  if (!text.isEmpty() && std::all_of(text.begin(), text.end(), isPlain))
    return text;
  QString inside = text;
  inside.replace(u'\\', QStringLiteral("\\\\"));
  for (const QChar quote : {u'"', u'“', u'”'})
    inside.replace(quote, QString(u'\\') + quote);
  return u'"' + inside + u'"';
}

qint64 filterDayStart(QDate day, const QTimeZone& zone)
{
  const QDateTime start = day.startOfDay(zone);
  return (start.isValid() ? start : day.addDays(1).startOfDay(zone)).toMSecsSinceEpoch();
}

} // namespace supercargo
