#include "core/store/callhistory.h"

#include "core/store/percentile.h"

#include <algorithm>

namespace supercargo {
namespace {

/// The rows come sorted by time within the account; durations of a span are sorted when it is complete.
class Spans {
public:
  Spans(Instant from, std::chrono::milliseconds width, int count) : m_from(from), m_width(width), m_ms(size_t(count))
  {
    for (int i = 0; i < count; ++i)
      m_buckets.push_back({from + i * width, 0, 0, {}, {}, {}});
  }

  void add(const Row& row)
  {
    const auto at = (row.instant(0) - m_from) / m_width;
    if (row.instant(0) < m_from || at >= qint64(m_buckets.size()))
      return; // a clock that was set back may leave calls from the future
    CallBucket& bucket = m_buckets[size_t(at)];
    ++bucket.calls;
    bucket.errors += row.text(3).isEmpty() ? 0 : 1;
    if (row.integer(1) > 0)
      m_ms[size_t(at)].push_back(row.integer(2));
  }

  std::vector<CallBucket> done() &&
  {
    for (size_t i = 0; i < m_buckets.size(); ++i) {
      if (m_ms[i].empty())
        continue;
      std::ranges::sort(m_ms[i]);
      m_buckets[i].p50 = nearestRank(m_ms[i], 0.50);
      m_buckets[i].p95 = nearestRank(m_ms[i], 0.95);
      m_buckets[i].p99 = nearestRank(m_ms[i], 0.99);
    }
    return std::move(m_buckets);
  }

private:
  Instant m_from;
  std::chrono::milliseconds m_width;
  std::vector<std::vector<qint64>> m_ms;
  std::vector<CallBucket> m_buckets;
};

Result<std::vector<CallBucket>> read(Connection& c, AccountId account, Instant from, std::chrono::milliseconds width,
                                     int count)
{
  Spans spans(from, width, count);
  SC_TRY(c.each(QStringLiteral("SELECT at, status, ms, error_kind FROM calls WHERE account_id = ? AND at >= ?"),
                {account, from}, [&](const Row& row) { spans.add(row); }));
  return std::move(spans).done();
}

} // namespace

Result<std::vector<CallBucket>> callHistory(Connection& c, AccountId account, Instant now,
                                            std::chrono::milliseconds width, int count)
{
  const Instant last = fromMs(toMs(now) / width.count() * width.count());
  return read(c, account, last - (count - 1) * width, width, count);
}

Result<CallBucket> callTotal(Connection& c, AccountId account, Instant since)
{
  // Wide enough for whatever comes after: a century.
  SC_TRY_ASSIGN(all, read(c, account, since, std::chrono::hours(24 * 36'500), 1));
  return all.front();
}

} // namespace supercargo
