#include "core/store/shipmentfilter.h"

#include "core/store/filterword.h"

namespace supercargo {
namespace {

enum class ParcelKey { Status, Reason, Courier, Account, To, Stuck, Place, Lane };

struct ParcelKeyName {
  ParcelKey key;
  QStringView english, chinese;
};
constexpr ParcelKeyName kKeys[] = {
    {ParcelKey::Status, u"status", u"状态"},
    {ParcelKey::Reason, u"reason", u"原因"},
    {ParcelKey::Courier, u"courier", u"快递"},
    {ParcelKey::Account, u"account", u"账户"},
    {ParcelKey::To, u"to", u"到"},
    {ParcelKey::Stuck, u"stuck", u"停滞"},
    {ParcelKey::Place, u"place", u"地点"},
    {ParcelKey::Lane, u"lane", u"线路"},
};

/// Words without a value.
struct FlagName {
  bool ShipmentFilter::*flag;
  QStringView english, chinese;
};
constexpr FlagName kFlags[] = {
    {&ShipmentFilter::open, u"open", u"在途"},
    {&ShipmentFilter::late, u"late", u"超时"},
    {&ShipmentFilter::soonLate, u"soon", u"将超时"},
    {&ShipmentFilter::odd, u"odd", u"矛盾"},
};

const QString kOpen = QStringLiteral("s.status NOT IN ('delivered', 'returned', 'cancelled', 'expired')");

std::optional<ParcelKey> keyNamed(QStringView name)
{
  for (const ParcelKeyName& known : kKeys)
    if (name.compare(known.english, Qt::CaseInsensitive) == 0 || name == known.chinese)
      return known.key;
  return std::nullopt;
}

bool takeFlag(const FilterWord& word, ShipmentFilter& filter)
{
  for (const FlagName& known : kFlags)
    if (word.values[0].compare(known.english, Qt::CaseInsensitive) == 0 || word.values[0] == known.chinese) {
      filter.*known.flag = true;
      return true;
    }
  return false;
}

Result<void> takeStatuses(const FilterWord& word, ShipmentFilter& filter)
{
  for (const QString& value : word.values) {
    const auto status = parcelStatusNamed(value.toLower());
    if (!status)
      return wrongFilterWord(word, QStringLiteral("\"%1\" is no status of a parcel").arg(value));
    filter.statuses.push_back(*status);
  }
  return {};
}

Result<qint64> wholeNumber(const FilterWord& word, const QString& value)
{
  bool ok = false;
  const qint64 number = value.toLongLong(&ok);
  if (!ok || number < 1 || number > 100'000'000)
    return wrongFilterWord(word, QStringLiteral("a number from 1 is wanted"));
  return number;
}

Result<void> takeWord(const FilterWord& word, ParcelKey key, ShipmentFilter& filter)
{
  switch (key) {
  case ParcelKey::Status:
    return takeStatuses(word, filter);
  case ParcelKey::Reason:
    filter.reasons += word.values;
    return {};
  case ParcelKey::Courier:
    filter.couriers += word.values;
    return {};
  case ParcelKey::Account:
    for (const QString& value : word.values) {
      SC_TRY_ASSIGN(number, wholeNumber(word, value));
      filter.accounts.emplace_back(number);
    }
    return {};
  case ParcelKey::To:
    filter.provinces += word.values;
    return {};
  case ParcelKey::Stuck: {
    SC_TRY_ASSIGN(hours, wholeNumber(word, word.values[0]));
    filter.stuckHours = int(hours);
    return {};
  }
  case ParcelKey::Place:
    filter.place = word.values[0];
    return {};
  case ParcelKey::Lane:
    filter.laneFrom = word.values[0].section(u'-', 0, 0);
    filter.laneTo = word.values[0].section(u'-', 1);
    if (filter.laneFrom.isEmpty() || filter.laneTo.isEmpty())
      return wrongFilterWord(word, QStringLiteral("a lane is two codes, like 440000-330000"));
    return {};
  }
  return {};
}

/// "a IN (?, ?)" for a list; nothing for an empty one.
template <class List, class Value>
void addList(ShipmentCondition& condition, const QString& column, const List& list, Value value)
{
  if (list.empty())
    return;
  condition.sql += QStringLiteral(" AND %1 IN (?%2)").arg(column, QStringLiteral(", ?").repeated(int(list.size()) - 1));
  for (const auto& one : list)
    condition.values.push_back(value(one));
}

/// The part of a place's code that says its province or country.
QString laneColumn(const QString& column)
{
  return QStringLiteral("SUBSTR(%1, 1, 2)").arg(column);
}

} // namespace

Result<ShipmentFilter> parseShipmentFilter(QStringView text)
{
  ShipmentFilter filter;
  for (qsizetype pos = 0; pos < text.size();) {
    if (text[pos].isSpace()) {
      ++pos;
      continue;
    }
    SC_TRY_ASSIGN(word, readFilterWord(text, pos));
    if (word.values.isEmpty())
      return wrongFilterWord(word, QStringLiteral("a value is missing"));
    if (!word.key) {
      if (!takeFlag(word, filter))
        filter.number = word.values[0];
      continue;
    }
    const auto key = keyNamed(*word.key);
    if (!key)
      return wrongFilterWord(
          word,
          QStringLiteral("there is no key \"%1\"; keys: status, reason, courier, account, to, stuck, place, lane; "
                         "words: open, late, soon, odd")
              .arg(*word.key));
    SC_TRY(takeWord(word, *key, filter));
  }
  return filter;
}

QString shipmentFilterText(const ShipmentFilter& filter)
{
  QStringList words;
  const auto list = [&](const char* key, const QStringList& values) {
    QStringList quoted;
    for (const QString& value : values)
      quoted.append(quotedFilterValue(value));
    if (!quoted.isEmpty())
      words.append(QLatin1String(key) + u':' + quoted.join(u','));
  };
  for (const FlagName& known : kFlags)
    if (filter.*known.flag)
      words.append(known.english.toString());
  QStringList statuses, accounts;
  for (const ParcelStatus status : filter.statuses)
    statuses.append(statusName(status));
  for (const AccountId account : filter.accounts)
    accounts.append(QString::number(account.value()));
  list("status", statuses);
  list("reason", filter.reasons);
  list("courier", filter.couriers);
  list("account", accounts);
  list("to", filter.provinces);
  if (filter.stuckHours)
    words.append(QStringLiteral("stuck:%1").arg(*filter.stuckHours));
  if (!filter.place.isEmpty())
    list("place", {filter.place});
  if (!filter.laneFrom.isEmpty())
    list("lane", {filter.laneFrom + u'-' + filter.laneTo});
  if (!filter.number.isEmpty())
    words.append(quotedFilterValue(filter.number));
  return words.join(u' ');
}

ShipmentCondition conditionOf(const ShipmentFilter& filter, Instant now)
{
  ShipmentCondition condition{QStringLiteral("1 = 1"), {}};
  const auto text = [](const QString& value) { return SqlValue(value); };
  const auto add = [&](const QString& sql, std::initializer_list<SqlValue> values) {
    condition.sql += QLatin1String(" AND ") + sql;
    condition.values.insert(condition.values.end(), values);
  };
  addList(condition, QStringLiteral("s.status"), filter.statuses,
          [](ParcelStatus status) { return SqlValue(statusName(status)); });
  addList(condition, QStringLiteral("s.reason"), filter.reasons, text);
  addList(condition, QStringLiteral("s.courier"), filter.couriers, text);
  addList(condition, QStringLiteral("s.account_id"), filter.accounts, [](AccountId id) { return SqlValue(id); });
  addList(condition, QStringLiteral("o.province"), filter.provinces, text);
  addList(condition, QStringLiteral("s.id"), filter.ids, [](qint64 id) { return SqlValue(id); });
  if (filter.open || filter.late || filter.soonLate || filter.stuckHours)
    condition.sql += QLatin1String(" AND ") + kOpen;
  if (filter.late)
    add(QStringLiteral("w.promised_at < ?"), {now});
  if (filter.soonLate)
    add(QStringLiteral("w.promised_at >= ? AND w.expected_at > w.promised_at"), {now});
  if (filter.odd)
    condition.sql += QLatin1String(" AND w.oddities <> ''");
  if (filter.stuckHours)
    add(QStringLiteral("s.last_event_at < ?"), {now - std::chrono::hours(*filter.stuckHours)});
  if (!filter.place.isEmpty())
    add(QStringLiteral("s.place LIKE ? ESCAPE '\\'"), {QString(u'%' + likeEscaped(filter.place) + u'%')});
  if (!filter.laneFrom.isEmpty())
    add(laneColumn(QStringLiteral("w.origin")) + QLatin1String(" = ? AND ") +
            laneColumn(QStringLiteral("w.destination")) + QLatin1String(" = ?"),
        {filter.laneFrom.left(2), filter.laneTo.left(2)});
  if (!filter.number.isEmpty())
    add(QStringLiteral("s.number LIKE ? ESCAPE '\\'"), {QString(u'%' + likeEscaped(filter.number.toUpper()) + u'%')});
  return condition;
}

} // namespace supercargo
