#include "app/sandbox/timeindex.h"

#include <algorithm>

namespace supercargo::sandbox {
namespace {
bool earlier(const IndexEntry& a, const IndexEntry& b)
{
  return a.key() < b.key();
}
} // namespace

void TimeIndex::build(std::vector<IndexEntry> entries)
{
  m_entries = std::move(entries);
  std::sort(m_entries.begin(), m_entries.end(), earlier);
}

void TimeIndex::insert(IndexEntry entry)
{
  m_entries.insert(std::upper_bound(m_entries.begin(), m_entries.end(), entry, earlier), entry);
}

void TimeIndex::replace(IndexEntry before, IndexEntry after)
{
  const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), before, earlier);
  Q_ASSERT(found != m_entries.end() && found->key() == before.key());
  if (before.key() == after.key()) {
    *found = after;
    return;
  }
  m_entries.erase(found);
  insert(after);
}

std::size_t TimeIndex::firstFrom(Instant time) const
{
  const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), time,
                                      [](const IndexEntry& entry, Instant at) { return entry.at < at; });
  return std::size_t(found - m_entries.begin());
}

} // namespace supercargo::sandbox
