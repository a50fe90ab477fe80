#include "app/sandbox/books.h"

#include <algorithm>

namespace supercargo::sandbox {
namespace {
constexpr qint64 kMorningBalance = 1'000'000;
constexpr qsizetype kDaysKept = 3;
constexpr std::chrono::hours kDay{24};
} // namespace

qint64 fee(qint64 amount)
{
  return (amount * 6 + 500) / 1000;
}

QDate localDay(Instant at)
{
  return QDate(1970, 1, 1).addDays(std::chrono::floor<std::chrono::days>(at + kChinaOffset).time_since_epoch().count());
}

Instant startOf(QDate day)
{
  return fromMs(QDate(1970, 1, 1).daysTo(day) * 86'400'000) - kChinaOffset;
}

void Books::collect(QDate day, std::vector<Entry>& entries) const
{
  const Instant begin = startOf(day), end = begin + kDay;
  const auto inside = [&](std::optional<Instant> at) { return at && *at >= begin && *at < end; };
  const auto addRefunds = [&](const Order& order, const std::vector<Refund>& refunds) {
    for (const Refund& refund : refunds)
      if (!refund.request.isEmpty() && inside(refund.at))
        entries.push_back(
            {refund.at, EntryKind::Refund, order.index, -refund.amount, 0, refund.request, refund.reason});
  };
  const qint64 last = m_world.firstPlacedFrom(end);
  for (qint64 i = m_world.firstPlacedFrom(begin - kLongestLife); i < last; ++i) {
    if (gatewayOf(m_world.shopOf(i)) != m_gateway)
      continue;
    const Life life = m_world.life(i);
    if (!inside(life.paid) && !inside(life.refunded))
      continue;
    Order order = m_world.order(i);
    if (inside(life.paid)) {
      entries.push_back({*life.paid, EntryKind::Payment, i, order.total(), 0, {}, {}});
      entries.push_back({*life.paid + std::chrono::seconds(1), EntryKind::Fee, i, -fee(order.total()), 0, {}, {}});
    }
    order.refunds.resize(order.refunds.size() - order.change.refunds.size()); // callers' follow below
    addRefunds(order, order.refunds);
  }
  for (auto change = m_world.changes().begin(); change != m_world.changes().end(); ++change)
    if (!change->refunds.empty() && gatewayOf(m_world.shopOf(change.key())) == m_gateway)
      addRefunds(m_world.order(change.key()), change->refunds);
}

const std::vector<Entry>& Books::day(QDate day)
{
  const Instant end = startOf(day) + kDay;
  const bool complete = end <= m_world.now();
  if (!complete || m_open == day)
    m_past.remove(day); // it goes on, or went on after it was kept
  if (const auto kept = m_past.constFind(day); kept != m_past.cend())
    return *kept;
  std::vector<Entry> entries;
  collect(day, entries);
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.at < b.at; });
  qint64 balance = kMorningBalance;
  for (Entry& entry : entries)
    entry.balance = balance += entry.amount;
  if (complete && balance != kMorningBalance)
    entries.push_back(
        {end - std::chrono::seconds(1), EntryKind::Withdrawal, -1, kMorningBalance - balance, kMorningBalance, {}, {}});
  while (m_past.size() >= kDaysKept)
    m_past.erase(m_past.begin()); // pages go forward in time
  m_past.insert(day, std::move(entries));
  if (!complete)
    m_open = day;
  else if (m_open == day)
    m_open = QDate();
  return m_past[day];
}

qint64 Books::balance()
{
  const std::vector<Entry>& entries = day(localDay(m_world.now()));
  return entries.empty() ? kMorningBalance : entries.back().balance;
}

} // namespace supercargo::sandbox
