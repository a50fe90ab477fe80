#pragma once

#include "app/sandbox/order.h"

#include <vector>

namespace supercargo::sandbox {

struct IndexEntry {
  Instant at{}; ///< the shop's own time stamp of the last change
  quint32 index = 0;
  State state = State::Unpaid;

  auto key() const { return std::pair(at, index); }
};

/// The orders of one shop by the time of their last change: sixteen bytes each, so that lists and counts need not look
/// at every order.
class TimeIndex {
public:
  const std::vector<IndexEntry>& entries() const { return m_entries; }
  /// Many at once, in any order.
  void build(std::vector<IndexEntry> entries);
  void insert(IndexEntry entry);
  void replace(IndexEntry before, IndexEntry after);
  /// Position of the first entry with at >= time.
  std::size_t firstFrom(Instant time) const;

private:
  std::vector<IndexEntry> m_entries;
};

} // namespace supercargo::sandbox
