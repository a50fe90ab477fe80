#pragma once

#include <QDate>
#include <QStringList>

#include <optional>

namespace supercargo {

/// Local days, both included.
struct DaySpan {
  QDate from, to;
  qint64 days() const { return from.daysTo(to) + 1; }
  bool operator==(const DaySpan&) const = default;
};

/// Names of spans that follow the day: "today", "last_week", "double11" …
const QStringList& spanPresets();
/// The span a preset means on this day; nullopt: no such preset. Weeks begin on Monday. Shopping festivals are the last
/// ones that have begun: double11 1–11 November, 618 1–18 June.
std::optional<DaySpan> presetSpan(const QString& preset, QDate today);

/// The day, week (its Monday) or month that a day lies in, as the dimension of that name has it: "2026-03-02",
/// "2026-03".
QString periodKey(const QString& grain, QDate day);

/// The earlier span to compare with.
/// previous: the days before, moved by whole weeks, so that weekdays meet.
/// year: 52 weeks before, so that weekdays meet.
/// holiday: the year before, moved so that the holiday in or near the span meets itself: Spring Festival, Dragon Boat
/// and Mid-Autumn by the lunar calendar; 618, National Day and double 11 by date. Without one near: as "year".
std::optional<DaySpan> comparedSpan(const DaySpan& span, const QString& how);
const QStringList& comparisons(); ///< "none", "previous", "year", "holiday"

/// The day of a holiday that follows the moon: "spring_festival", "dragon_boat", "mid_autumn"; nullopt: no such
/// holiday, or beyond the table (2015–2035).
std::optional<QDate> lunarHoliday(const QString& name, int year);

/// The holiday that `comparedSpan` aligns by: "spring_festival"; empty: none near, or beyond the table (2015–2035).
QString alignedHoliday(const DaySpan& span);

} // namespace supercargo
