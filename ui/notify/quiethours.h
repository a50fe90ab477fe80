#pragma once

#include <QTime>

namespace supercargo {

/// The hours of a day in which nothing pops up: from (included) to before (excluded), also over midnight.
/// Both equal: the whole day is quiet. Wall clock of the workspace's time zone.
struct QuietHours {
  bool enabled = false;
  QTime from = QTime(22, 0);
  QTime before = QTime(8, 0);

  bool contains(QTime time) const
  {
    if (!enabled)
      return false;
    if (from < before)
      return from <= time && time < before;
    return from <= time || time < before;
  }
  bool operator==(const QuietHours&) const = default;
};

} // namespace supercargo
