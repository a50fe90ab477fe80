#include "core/store/filtertext.h"

#include <QDateTime>

#include <limits>

namespace supercargo {
namespace {

enum class Key { Status, Stage, Account, Shop, Placed, Total, Province, City, Tag };

struct KeyName {
  Key key;
  QStringView english, chinese;
};

constexpr KeyName kKeys[] = {
    {Key::Status, u"status", u"状态"},   {Key::Stage, u"stage", u"阶段"},   {Key::Account, u"account", u"账户"},
    {Key::Shop, u"shop", u"店铺"},       {Key::Placed, u"placed", u"下单"}, {Key::Total, u"total", u"金额"},
    {Key::Province, u"province", u"省"}, {Key::City, u"city", u"市"},       {Key::Tag, u"tag", u"标签"},
};

std::optional<Key> keyNamed(QStringView name)
{
  for (const KeyName& known : kKeys)
    if (name.compare(known.english, Qt::CaseInsensitive) == 0 || name == known.chinese)
      return known.key;
  return std::nullopt;
}

QString keyList()
{
  QStringList names;
  for (const KeyName& known : kKeys)
    names += known.english.toString();
  return names.join(QStringLiteral(", "));
}

/// One word of the text: `key:value,value`, or a search text (no key, one value).
struct Word {
  QString source; ///< as typed
  std::optional<QString> key;
  QStringList values;
};

tl::unexpected<Error> wrong(const Word& word, const QString& what)
{
  return fail(ErrorKind::Invalid, word.source + QStringLiteral(": ") + what, word.source);
}

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

/// Reads the word that begins at `pos`.
Result<Word> readWord(QStringView text, qsizetype& pos)
{
  Word word;
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
        return wrong(word, QStringLiteral("the quote is never closed"));
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
    return wrong(word, QStringLiteral("a value must follow the colon"));
  return word;
}

/// Adds a status or stage for every value of the word.
template <class T, class Named, class Name>
Result<void> readNamed(const Word& word, std::vector<T>& list, T last, Named named, Name name)
{
  for (const QString& value : word.values) {
    const auto found = named(value);
    if (!found) {
      QStringList allowed;
      for (int i = 0; i <= static_cast<int>(last); ++i)
        allowed += name(static_cast<T>(i)).toLower();
      return wrong(word,
                   QStringLiteral("\"%1\" is unknown; allowed: %2").arg(value, allowed.join(QStringLiteral(", "))));
    }
    list.push_back(*found);
  }
  return {};
}

Result<void> readAccounts(const Word& word, OrderFilter& filter)
{
  for (const QString& value : word.values) {
    bool isNumber = false;
    const qint64 id = value.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
      return wrong(word, QStringLiteral("\"%1\" is not an account number; for a name write shop:\"%1\"").arg(value));
    filter.accounts.push_back(AccountId(id));
  }
  return {};
}

Result<void> readShops(const Word& word, const FilterNames& names, OrderFilter& filter)
{
  for (const QString& value : word.values) {
    const size_t before = filter.accounts.size();
    QStringList allowed;
    for (const auto& [id, name] : names.accounts) {
      allowed += name;
      if (name.compare(value, Qt::CaseInsensitive) == 0)
        filter.accounts.push_back(id);
    }
    if (filter.accounts.size() == before)
      return wrong(
          word, QStringLiteral("there is no shop \"%1\"; allowed: %2").arg(value, allowed.join(QStringLiteral(", "))));
  }
  return {};
}

/// A stretch of values, half open; the word's operator decides which ends count.
struct Span {
  qint64 from = 0, before = 0;
};

/// `>=a`, `>a`, `<=a`, `<a`, `=a`, `a`, `a..b`, `a..`, `..b` -> bounds, where `span` says what a and b cover.
template <class SpanOf>
Result<void> readBounds(const Word& word, SpanOf spanOf, std::optional<qint64>& from, std::optional<qint64>& before)
{
  if (word.values.size() != 1)
    return wrong(word, QStringLiteral("only one value is possible; a range is written a..b"));
  const QStringView value = word.values.first();
  const auto operatorOf = [](QStringView text) -> QStringView {
    for (const QStringView known : {u">=", u"<=", u">", u"<", u"="})
      if (text.startsWith(known))
        return known;
    return {};
  };
  if (const qsizetype dots = value.indexOf(u".."); dots >= 0) {
    if (value.size() == 2)
      return wrong(word, QStringLiteral("a range needs at least one end"));
    if (dots > 0) {
      SC_TRY_ASSIGN(first, spanOf(value.first(dots)));
      from = first.from;
    }
    if (dots + 2 < value.size()) {
      SC_TRY_ASSIGN(last, spanOf(value.sliced(dots + 2)));
      before = last.before;
    }
    if (dots > 0 && dots + 2 < value.size() && *from >= *before)
      return wrong(word, QStringLiteral("the range ends before it begins"));
    return {};
  }
  const QStringView op = operatorOf(value);
  SC_TRY_ASSIGN(span, spanOf(value.sliced(op.size())));
  if (op == u">=" || op == u"=" || op.isEmpty())
    from = span.from;
  if (op == u"<=" || op == u"=" || op.isEmpty())
    before = span.before;
  if (op == u">")
    from = span.before;
  if (op == u"<")
    before = span.from;
  return {};
}

/// The first moment of a day; of the next one where the zone left the day out (Samoa, 2011-12-30).
qint64 dayStart(QDate day, const QTimeZone& zone)
{
  const QDateTime start = day.startOfDay(zone);
  return (start.isValid() ? start : day.addDays(1).startOfDay(zone)).toMSecsSinceEpoch();
}

/// What a day word covers: today, yesterday, 7d, 2026-01-31, 2026-01, or an instant (its millisecond).
Result<Span> placedSpan(const Word& word, QStringView text, const QTimeZone& zone, Instant now)
{
  const auto days = [&](QDate first, QDate next) -> Span { return {dayStart(first, zone), dayStart(next, zone)}; };
  const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now), zone).date();
  if (text.compare(u"today", Qt::CaseInsensitive) == 0 || text == u"今天")
    return days(today, today.addDays(1));
  if (text.compare(u"yesterday", Qt::CaseInsensitive) == 0 || text == u"昨天")
    return days(today.addDays(-1), today);
  if (text.endsWith(u'd') || text.endsWith(u'天')) {
    bool isNumber = false;
    const int count = text.chopped(1).toInt(&isNumber);
    if (isNumber && count > 0 && count <= 36'500)
      return days(today.addDays(1 - count), today.addDays(1));
  }
  if (text.size() == 10) {
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd");
    if (day.isValid())
      return days(day, day.addDays(1));
  }
  if (text.size() == 7) {
    const QDate month = QDate::fromString(text.toString() + QStringLiteral("-01"), QStringLiteral("yyyy-MM-dd"));
    if (month.isValid())
      return days(month, month.addMonths(1));
  }
  if (const auto instant = parseIso(text))
    return Span{toMs(*instant), toMs(*instant) + 1};
  return wrong(word, QStringLiteral("\"%1\" is not a day; allowed: today, yesterday, 7d, 2026-01-31, 2026-01, "
                                    "2026-01-31T09:30:00Z, each also after >= > <= < or as a range a..b")
                         .arg(text));
}

Result<Span> totalSpan(const Word& word, QStringView text, Currency currency)
{
  const auto amount = Money::parse(text, currency);
  if (!amount || amount->minor() == std::numeric_limits<qint64>::max())
    return wrong(word, QStringLiteral("\"%1\" is not an amount in %2; allowed: 12.30, >100, >=100, <50, <=50, 10..20")
                           .arg(text.toString(), currency.code()));
  return Span{amount->minor(), amount->minor() + 1};
}

Result<void> readPlaced(const Word& word, const FilterNames& names, Instant now, OrderFilter& filter)
{
  std::optional<qint64> from, before;
  SC_TRY(readBounds(
      word, [&](QStringView text) { return placedSpan(word, text, names.zone, now); }, from, before));
  // Two words narrow each other: placed:>=… placed:<…
  if (from)
    filter.placedFrom = filter.placedFrom ? std::max(*filter.placedFrom, fromMs(*from)) : fromMs(*from);
  if (before)
    filter.placedBefore = filter.placedBefore ? std::min(*filter.placedBefore, fromMs(*before)) : fromMs(*before);
  return {};
}

Result<void> readTotal(const Word& word, const FilterNames& names, OrderFilter& filter)
{
  std::optional<qint64> least, above;
  SC_TRY(readBounds(
      word, [&](QStringView text) { return totalSpan(word, text, names.currency); }, least, above));
  if (least)
    filter.totalAtLeast = filter.totalAtLeast ? std::max(*filter.totalAtLeast, *least) : *least;
  if (above)
    filter.totalAtMost = filter.totalAtMost ? std::min(*filter.totalAtMost, *above - 1) : *above - 1;
  return {};
}

Result<void> readKey(const Word& word, const FilterNames& names, Instant now, OrderFilter& filter)
{
  const auto key = keyNamed(*word.key);
  if (!key)
    return wrong(word, QStringLiteral("\"%1\" is not a key; allowed: %2; to search for the text put it in quotes")
                           .arg(*word.key, keyList()));
  switch (*key) {
  case Key::Status:
    return readNamed(
        word, filter.statuses, OrderStatus::Unknown, [](const QString& v) { return orderStatusNamed(v.toUpper()); },
        [](OrderStatus s) { return statusName(s); });
  case Key::Stage:
    return readNamed(
        word, filter.stages, FlowStage::Closed, [](const QString& v) { return flowStageNamed(v.toLower()); },
        [](FlowStage s) { return flowStageName(s); });
  case Key::Account:
    return readAccounts(word, filter);
  case Key::Shop:
    return readShops(word, names, filter);
  case Key::Placed:
    return readPlaced(word, names, now, filter);
  case Key::Total:
    return readTotal(word, names, filter);
  case Key::Province:
    filter.provinces += word.values;
    return {};
  case Key::City:
    filter.cities += word.values;
    return {};
  case Key::Tag:
    filter.tags += word.values;
    return {};
  }
  return {};
}

// ---- writing -------------------------------------------------------------------------------------------------------

/// As one word or value: in quotes unless it is plain.
QString quoted(const QString& text)
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

template <class List, class Text>
void addWord(QStringList& words, const QString& key, const List& values, Text text)
{
  QStringList texts;
  for (const auto& value : values)
    texts += text(value);
  if (!texts.isEmpty())
    words += key + u':' + texts.join(u',');
}

/// `key:from..last` when both ends can be told and are in order, else one word for each.
void addRange(QStringList& words, const QString& key, const std::optional<QString>& from,
              const std::optional<QString>& last, bool asRange)
{
  if (asRange) {
    words += key + u':' + *from + (*from == *last ? QString() : QStringLiteral("..") + *last);
    return;
  }
  if (from)
    words += key + QStringLiteral(":>=") + *from;
  if (last)
    words += key + QStringLiteral(":<=") + *last;
}

void addAccounts(QStringList& words, const std::vector<AccountId>& accounts, const FilterNames& names)
{
  // A name is used only when it means this account and no other.
  const auto uniqueName = [&](AccountId id) -> std::optional<QString> {
    for (const auto& [known, name] : names.accounts) {
      if (known != id)
        continue;
      // Clang 14 captures no structured binding by itself.
      const auto isSame = [&sought = name](const auto& other) {
        return other.second.compare(sought, Qt::CaseInsensitive) == 0;
      };
      if (std::count_if(names.accounts.begin(), names.accounts.end(), isSame) == 1)
        return name;
    }
    return std::nullopt;
  };
  if (std::all_of(accounts.begin(), accounts.end(), [&](AccountId id) { return uniqueName(id).has_value(); }))
    addWord(words, QStringLiteral("shop"), accounts, [&](AccountId id) { return quoted(*uniqueName(id)); });
  else
    addWord(words, QStringLiteral("account"), accounts, [](AccountId id) { return QString::number(id.value()); });
}

void addPlaced(QStringList& words, const OrderFilter& filter, const QTimeZone& zone)
{
  const auto dayOf = [&](Instant instant) -> std::optional<QDate> {
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(instant), zone).date();
    return dayStart(day, zone) == toMs(instant) ? std::optional(day) : std::nullopt;
  };
  std::optional<QString> from, last;
  bool wholeDays = true;
  if (filter.placedFrom) {
    const auto day = dayOf(*filter.placedFrom);
    wholeDays &= day.has_value();
    from = day ? day->toString(Qt::ISODate) : toIso(*filter.placedFrom);
  }
  if (filter.placedBefore) {
    const auto day = dayOf(*filter.placedBefore);
    wholeDays &= day.has_value();
    // What ends before a moment ends with the day, or the millisecond, before it.
    last = day ? day->addDays(-1).toString(Qt::ISODate) : toIso(*filter.placedBefore - std::chrono::milliseconds(1));
  }
  addRange(words, QStringLiteral("placed"), from, last,
           from && last && wholeDays && *filter.placedFrom < *filter.placedBefore);
}

void addTotal(QStringList& words, const OrderFilter& filter, Currency currency)
{
  const auto text = [&](const std::optional<qint64>& minor) -> std::optional<QString> {
    return minor ? std::optional(Money(*minor, currency).text()) : std::nullopt;
  };
  addRange(words, QStringLiteral("total"), text(filter.totalAtLeast), text(filter.totalAtMost),
           filter.totalAtLeast && filter.totalAtMost && *filter.totalAtLeast <= *filter.totalAtMost);
}

} // namespace

Result<OrderFilter> parseOrderFilter(QStringView text, const FilterNames& names, Instant now)
{
  OrderFilter filter;
  for (qsizetype pos = 0; pos < text.size();) {
    if (text[pos].isSpace()) {
      ++pos;
      continue;
    }
    SC_TRY_ASSIGN(word, readWord(text, pos));
    if (word.key)
      SC_TRY(readKey(word, names, now, filter));
    else if (!word.values.join(QString()).isEmpty())
      filter.texts += word.values.first();
  }
  return filter;
}

QString orderFilterText(const OrderFilter& filter, const FilterNames& names)
{
  QStringList words;
  addWord(words, QStringLiteral("status"), filter.statuses, [](OrderStatus s) { return statusName(s).toLower(); });
  addWord(words, QStringLiteral("stage"), filter.stages, [](FlowStage s) { return flowStageName(s); });
  addAccounts(words, filter.accounts, names);
  addPlaced(words, filter, names.zone);
  addTotal(words, filter, names.currency);
  addWord(words, QStringLiteral("province"), filter.provinces, quoted);
  addWord(words, QStringLiteral("city"), filter.cities, quoted);
  addWord(words, QStringLiteral("tag"), filter.tags, quoted);
  for (const QString& text : filter.texts)
    if (!text.isEmpty())
      words += quoted(text);
  return words.join(u' ');
}

} // namespace supercargo
