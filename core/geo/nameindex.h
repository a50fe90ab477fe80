#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <vector>

namespace supercargo {

/// Finds which known names a text holds at a position, longest first. Names have two characters at least, by whose
/// first two they are found.
class NameIndex {
public:
  struct Entry {
    QString name;
    std::vector<int> values; ///< what the name may mean, in the owner's count
  };

  void add(const QString& name, int value)
  {
    if (name.size() < 2)
      return;
    const auto known = m_byName.constFind(name);
    if (known != m_byName.cend())
      return m_entries[size_t(*known)].values.push_back(value);
    m_byName.insert(name, int(m_entries.size()));
    m_byStart[startOf(name, 0)].push_back(int(m_entries.size()));
    m_entries.push_back({name, {value}});
  }

  /// To be called once after the last `add`.
  void finish()
  {
    for (auto& list : m_byStart)
      std::sort(list.begin(), list.end(),
                [this](int a, int b) { return m_entries[size_t(a)].name.size() > m_entries[size_t(b)].name.size(); });
  }

  /// Calls `accept(const Entry&)` for names that stand at `position`, longest first, until one is accepted.
  template <class Fn>
  const Entry* at(QStringView text, qsizetype position, Fn accept) const
  {
    if (position + 2 > text.size())
      return nullptr;
    const auto list = m_byStart.constFind(startOf(text, position));
    if (list == m_byStart.cend())
      return nullptr;
    const QStringView rest = text.sliced(position);
    for (const int index : *list) {
      const Entry& entry = m_entries[size_t(index)];
      if (rest.startsWith(entry.name) && accept(entry))
        return &entry;
    }
    return nullptr;
  }

  const Entry* named(const QString& name) const
  {
    const auto found = m_byName.constFind(name);
    return found == m_byName.cend() ? nullptr : &m_entries[size_t(*found)];
  }

private:
  static quint32 startOf(QStringView text, qsizetype position)
  {
    return quint32(text[position].unicode()) << 16 | text[position + 1].unicode();
  }

  std::vector<Entry> m_entries;
  QHash<QString, int> m_byName;
  QHash<quint32, std::vector<int>> m_byStart;
};

} // namespace supercargo
