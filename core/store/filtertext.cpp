#include "core/store/filtertext.h"

#include "core/store/filterword.h"

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

/// Adds a status or stage for every value of the word.
template <class T, class Named, class Name>
Result<void> readNamed(const FilterWord& word, std::vector<T>& list, T last, Named named, Name name)
{
  for (const QString& value : word.values) {
    const auto found = named(value);
    if (!found) {
      QStringList allowed;
      for (int i = 0; i <= static_cast<int>(last); ++i)
        allowed += name(static_cast<T>(i)).toLower();
      return wrongFilterWord(
          word, QStringLiteral("\"%1\" is unknown; allowed: %2").arg(value, allowed.join(QStringLiteral(", "))));
    }
    list.push_back(*found);
  }
  return {};
}

Result<void> readAccounts(const FilterWord& word, OrderFilter& filter)
{
  for (const QString& value : word.values) {
    bool isNumber = false;
    const qint64 id = value.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
      return wrongFilterWord(
          word, QStringLiteral("\"%1\" is not an account number; for a name write shop:\"%1\"").arg(value));
    filter.accounts.push_back(AccountId(id));
  }
  return {};
}

Result<void> readShops(const FilterWord& word, const FilterNames& names, OrderFilter& filter)
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
      return wrongFilterWord(
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
Result<void> readBounds(const FilterWord& word, SpanOf spanOf, std::optional<qint64>& from,
                        std::optional<qint64>& before)
{
  if (word.values.size() != 1)
    return wrongFilterWord(word, QStringLiteral("only one value is possible; a range is written a..b"));
  const QStringView value = word.values.first();
  const auto operatorOf = [](QStringView text) -> QStringView {
    for (const QStringView known : {u">=", u"<=", u">", u"<", u"="})
      if (text.startsWith(known))
        return known;
    return {};
  };
  if (const qsizetype dots = value.indexOf(u".."); dots >= 0) {
    if (value.size() == 2)
      return wrongFilterWord(word, QStringLiteral("a range needs at least one end"));
    if (dots > 0) {
      SC_TRY_ASSIGN(first, spanOf(value.first(dots)));
      from = first.from;
    }
    if (dots + 2 < value.size()) {
      SC_TRY_ASSIGN(last, spanOf(value.sliced(dots + 2)));
      before = last.before;
    }
    if (dots > 0 && dots + 2 < value.size() && *from >= *before)
      return wrongFilterWord(word, QStringLiteral("the range ends before it begins"));
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

/// What a day word covers: today, yesterday, 7d, 2026-01-31, 2026-01, or an instant (its millisecond).
Result<Span> placedSpan(const FilterWord& word, QStringView text, const QTimeZone& zone, Instant now)
{
  const auto days = [&](QDate first, QDate next) -> Span {
    return {filterDayStart(first, zone), filterDayStart(next, zone)};
  };
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
  return wrongFilterWord(word,
                         QStringLiteral("\"%1\" is not a day; allowed: today, yesterday, 7d, 2026-01-31, 2026-01, "
                                        "2026-01-31T09:30:00Z, each also after >= > <= < or as a range a..b")
                             .arg(text));
}

Result<Span> totalSpan(const FilterWord& word, QStringView text, Currency currency)
{
  const auto amount = Money::parse(text, currency);
  if (!amount || amount->minor() == std::numeric_limits<qint64>::max())
    return wrongFilterWord(
        word, QStringLiteral("\"%1\" is not an amount in %2; allowed: 12.30, >100, >=100, <50, <=50, 10..20")
                  .arg(text.toString(), currency.code()));
  return Span{amount->minor(), amount->minor() + 1};
}

Result<void> readPlaced(const FilterWord& word, const FilterNames& names, Instant now, OrderFilter& filter)
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

Result<void> readTotal(const FilterWord& word, const FilterNames& names, OrderFilter& filter)
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

Result<void> readKey(const FilterWord& word, const FilterNames& names, Instant now, OrderFilter& filter)
{
  const auto key = keyNamed(*word.key);
  if (!key)
    return wrongFilterWord(word,
                           QStringLiteral("\"%1\" is not a key; allowed: %2; to search for the text put it in quotes")
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

} // namespace

Result<OrderFilter> parseOrderFilter(QStringView text, const FilterNames& names, Instant now)
{
  OrderFilter filter;
  for (qsizetype pos = 0; pos < text.size();) {
    if (text[pos].isSpace()) {
      ++pos;
      continue;
    }
    SC_TRY_ASSIGN(word, readFilterWord(text, pos));
    if (word.key)
      SC_TRY(readKey(word, names, now, filter));
    else if (!word.values.join(QString()).isEmpty())
      filter.texts += word.values.first();
  }
  return filter;
}

} // namespace supercargo
