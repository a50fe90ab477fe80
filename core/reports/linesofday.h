#pragma once

#include "core/reports/figuretable.h"
#include "core/store/dayfacts.h"

namespace supercargo {

/// The rows of a table that the facts of one day add to, found again by numbers: facts are many, rows few.
class LinesOfDay {
public:
  explicit LinesOfDay(FigureTable& table) : m_table(table) {}

  /// The row for `numbers`, which stand for the values that `keys` tells; null: nobody asked for it.
  template <class Keys>
  TableLine* at(std::array<qint64, 4> numbers, Keys keys)
  {
    const auto [known, isNew] = m_lines.try_emplace(numbers);
    if (isNew)
      known->second = m_table.line(keys());
    return known->second;
  }

private:
  FigureTable& m_table;
  std::map<std::array<qint64, 4>, TableLine*> m_lines;
};

} // namespace supercargo
