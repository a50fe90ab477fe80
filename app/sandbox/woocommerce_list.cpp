#include "app/sandbox/woocommerce_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox::woo {
namespace {
constexpr std::chrono::seconds kSecond{1};

bool matches(const OrderQuery& query, const IndexEntry& entry, qint64 placedLow, qint64 placedHigh)
{
  return entry.index >= placedLow && entry.index < placedHigh &&
         (query.statuses.isEmpty() || query.statuses.contains(statusWord(entry.state)));
}

/// The part of 0…total-1 that a page shows, turned round for descending order.
template <class At>
OrderSlice slice(qint64 total, qint64 offset, qint64 count, bool descending, At at)
{
  OrderSlice slice;
  slice.total = total;
  for (qint64 i = offset; i < std::min(offset + count, total); ++i)
    slice.indices.push_back(at(descending ? total - 1 - i : i));
  return slice;
}

OrderSlice included(const World& world, const OrderQuery& query, qint64 offset, qint64 count)
{
  std::vector<qint64> found;
  for (const qint64 id : *query.include)
    if (const auto index = world.orderById(Shop::Woo, id))
      found.push_back(*index);
  if (query.sort != OrderQuery::Sort::Include)
    std::sort(found.begin(), found.end());
  const bool descending = query.sort != OrderQuery::Sort::Include && query.descending;
  return slice(qint64(found.size()), offset, count, descending, [&](qint64 i) { return found[std::size_t(i)]; });
}
} // namespace

QString statusWord(State state)
{
  switch (state) {
  case State::Unpaid:
    return u"pending"_s;
  case State::Paid:
    return u"processing"_s;
  case State::Cancelled:
    return u"cancelled"_s;
  case State::Refunded:
    return u"refunded"_s;
  case State::OnHold:
    return u"on-hold"_s;
  case State::Failed:
    return u"failed"_s;
  case State::Shipped:
  case State::Delivered:
  case State::PartShipped:
    break;
  }
  return u"completed"_s;
}

std::optional<State> stateOfWord(QStringView word)
{
  for (const State state :
       {State::Unpaid, State::Paid, State::Shipped, State::Cancelled, State::Refunded, State::OnHold, State::Failed})
    if (word == statusWord(state))
      return state;
  return std::nullopt;
}

tl::expected<OrderQuery, Reply> orderQuery(const Fields& parameters)
{
  OrderQuery query;
  const auto date = [&](QStringView name, std::chrono::seconds shift, std::optional<Instant>& target) {
    const auto at = dateParameter(parameters, name);
    if (at)
      target = *at + shift;
    return at || fieldValue(parameters, name).isEmpty();
  };
  if (!date(u"modified_after", kSecond, query.modifiedFrom)) // both ends are exclusive
    return tl::unexpected(invalidParameter(u"modified_after"_s, u"Invalid date."_s));
  if (!date(u"modified_before", {}, query.modifiedTo))
    return tl::unexpected(invalidParameter(u"modified_before"_s, u"Invalid date."_s));
  if (!date(u"after", kSecond, query.placedFrom))
    return tl::unexpected(invalidParameter(u"after"_s, u"Invalid date."_s));
  if (!date(u"before", {}, query.placedTo))
    return tl::unexpected(invalidParameter(u"before"_s, u"Invalid date."_s));
  for (const auto& [name, value] : parameters) {
    if (name == "status"_L1 || name.startsWith("status["_L1))
      query.statuses += value.split(u',', Qt::SkipEmptyParts);
    if ((name == "include"_L1 || name.startsWith("include["_L1)) && !value.isEmpty()) {
      query.include.emplace(query.include.value_or(std::vector<qint64>()));
      for (const QString& id : value.split(u',', Qt::SkipEmptyParts))
        query.include->push_back(id.toLongLong());
    }
  }
  if (query.statuses.contains("any"_L1))
    query.statuses.clear();
  const QString sort = fieldValue(parameters, u"orderby");
  query.sort = sort == "modified"_L1  ? OrderQuery::Sort::Modified
               : sort == "include"_L1 ? OrderQuery::Sort::Include
                                      : OrderQuery::Sort::Placed;
  query.descending = fieldValue(parameters, u"order") != "asc"_L1;
  return query;
}

OrderSlice orderSlice(const World& world, const OrderQuery& query, qint64 offset, qint64 count)
{
  if (query.include)
    return included(world, query, offset, count);
  const qint64 placedLow = query.placedFrom ? world.firstPlacedFrom(*query.placedFrom) : 0;
  const qint64 placedHigh = query.placedTo ? world.firstPlacedFrom(*query.placedTo) : world.orderCount();
  const bool byModified = query.sort == OrderQuery::Sort::Modified;
  const bool timed = query.modifiedFrom || query.modifiedTo;
  if (!byModified && !timed && query.statuses.isEmpty()) {
    const Numbers& numbers = world.numbers();
    const qint64 first = numbers.ranksBelow(Shop::Woo, placedLow);
    const qint64 total = std::max<qint64>(0, numbers.ranksBelow(Shop::Woo, placedHigh) - first);
    return slice(total, offset, count, query.descending,
                 [&](qint64 i) { return numbers.indexOfRank(Shop::Woo, first + i); });
  }
  const auto& entries = world.index(Shop::Woo).entries();
  const std::size_t low = query.modifiedFrom ? world.index(Shop::Woo).firstFrom(*query.modifiedFrom) : 0;
  const std::size_t high = query.modifiedTo ? world.index(Shop::Woo).firstFrom(*query.modifiedTo) : entries.size();
  if (byModified && query.statuses.isEmpty() && !query.placedFrom && !query.placedTo)
    return slice(qint64(std::max(low, high) - low), offset, count, query.descending,
                 [&](qint64 i) { return qint64(entries[low + std::size_t(i)].index); });
  std::vector<quint32> found;
  for (std::size_t i = low; i < high; ++i)
    if (matches(query, entries[i], placedLow, placedHigh))
      found.push_back(entries[i].index);
  if (!byModified)
    std::sort(found.begin(), found.end());
  return slice(qint64(found.size()), offset, count, query.descending,
               [&](qint64 i) { return qint64(found[std::size_t(i)]); });
}

} // namespace supercargo::sandbox::woo
