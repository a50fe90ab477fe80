#pragma once

#include <algorithm>
#include <deque>
#include <optional>

namespace supercargo {

enum class Priority { Foreground, Background };

/// What waits to be sent for one account: all that a person waits for goes before all the rest; in order within each.
template <class Item>
class RequestQueue {
public:
  void push(Priority priority, Item item) { lane(priority).push_back(std::move(item)); }
  /// Back to the head: it was taken but could not be sent yet.
  void pushFirst(Priority priority, Item item) { lane(priority).push_front(std::move(item)); }

  std::optional<Item> pop()
  {
    auto& items = m_foreground.empty() ? m_background : m_foreground;
    if (items.empty())
      return std::nullopt;
    Item first = std::move(items.front());
    items.pop_front();
    return first;
  }

  template <class Predicate>
  void removeIf(Predicate predicate)
  {
    std::erase_if(m_foreground, predicate);
    std::erase_if(m_background, predicate);
  }

  bool isEmpty() const { return m_foreground.empty() && m_background.empty(); }

private:
  std::deque<Item>& lane(Priority priority) { return priority == Priority::Foreground ? m_foreground : m_background; }

  std::deque<Item> m_foreground, m_background;
};

} // namespace supercargo
