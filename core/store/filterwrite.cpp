#include "core/store/filtertext.h"
#include "core/store/filterword.h"

#include <QDateTime>

namespace supercargo {
namespace {

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
    addWord(words, QStringLiteral("shop"), accounts, [&](AccountId id) { return quotedFilterValue(*uniqueName(id)); });
  else
    addWord(words, QStringLiteral("account"), accounts, [](AccountId id) { return QString::number(id.value()); });
}

void addPlaced(QStringList& words, const OrderFilter& filter, const QTimeZone& zone)
{
  const auto dayOf = [&](Instant instant) -> std::optional<QDate> {
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(instant), zone).date();
    return filterDayStart(day, zone) == toMs(instant) ? std::optional(day) : std::nullopt;
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

QString orderFilterText(const OrderFilter& filter, const FilterNames& names)
{
  QStringList words;
  addWord(words, QStringLiteral("status"), filter.statuses, [](OrderStatus s) { return statusName(s).toLower(); });
  addWord(words, QStringLiteral("stage"), filter.stages, [](FlowStage s) { return flowStageName(s); });
  addAccounts(words, filter.accounts, names);
  addPlaced(words, filter, names.zone);
  addTotal(words, filter, names.currency);
  addWord(words, QStringLiteral("province"), filter.provinces, quotedFilterValue);
  addWord(words, QStringLiteral("city"), filter.cities, quotedFilterValue);
  addWord(words, QStringLiteral("tag"), filter.tags, quotedFilterValue);
  for (const QString& text : filter.texts)
    if (!text.isEmpty())
      words += quotedFilterValue(text);
  return words.join(u' ');
}

} // namespace supercargo
