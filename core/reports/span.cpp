#include "core/reports/span.h"

#include <array>

namespace supercargo {
namespace {

constexpr int kFirstYear = 2015;

/// A holiday by year as month * 100 + day. Up to 2026 they are those of the State Council's yearly notices;
/// the years after follow the new moons in China's time.
struct LunarHoliday {
  const char* name;
  int daysBefore, daysAfter; ///< how far around it trade is not as usual
  std::array<int, 21> dates;
};

constexpr std::array<LunarHoliday, 3> kLunar{{
    {"spring_festival", 21, 20, {219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129,
                                 217, 206, 126, 213, 203, 123, 211, 131, 219, 208}},
    {"dragon_boat", 3, 3, {620, 609, 530, 618, 607, 625, 614, 603, 622, 610, 531,
                           619, 609, 528, 616, 605, 624, 612, 601, 620, 610}},
    {"mid_autumn", 7, 3, {927, 915, 1004, 924, 913, 1001, 921, 910, 929, 917, 1006,
                          925, 915, 1003, 922, 912, 1001, 919, 908, 927, 916}},
}};

struct FixedHoliday {
  const char* name;
  int month, day, daysBefore, daysAfter;
};
constexpr std::array<FixedHoliday, 3> kFixed{
    {{"618", 6, 18, 17, 2}, {"national_day", 10, 1, 1, 6}, {"double11", 11, 11, 12, 1}}};

std::optional<QDate> lunarDate(const LunarHoliday& holiday, int year)
{
  const int index = year - kFirstYear;
  if (index < 0 || index >= int(holiday.dates.size()))
    return std::nullopt;
  const int date = holiday.dates[size_t(index)];
  return QDate(year, date / 100, date % 100);
}

bool isNear(const DaySpan& span, QDate holiday, int before, int after)
{
  return span.from <= holiday.addDays(after) && span.to >= holiday.addDays(-before);
}

struct Alignment {
  QString holiday;
  qint64 shift = 364; ///< days back
};

/// Long spans hold every holiday; they are compared by weekday.
Alignment alignmentFor(const DaySpan& span)
{
  if (span.days() > 92)
    return {};
  for (int year = span.from.year(); year <= span.to.year(); ++year) {
    for (const LunarHoliday& holiday : kLunar) {
      const auto date = lunarDate(holiday, year), before = lunarDate(holiday, year - 1);
      if (date && before && isNear(span, *date, holiday.daysBefore, holiday.daysAfter))
        return {QLatin1String(holiday.name), before->daysTo(*date)};
    }
    for (const FixedHoliday& holiday : kFixed) {
      const QDate date(year, holiday.month, holiday.day);
      if (isNear(span, date, holiday.daysBefore, holiday.daysAfter))
        return {QLatin1String(holiday.name), date.addYears(-1).daysTo(date)};
    }
  }
  return {};
}

DaySpan moved(const DaySpan& span, qint64 days)
{
  return {span.from.addDays(-days), span.to.addDays(-days)};
}

QDate monthBegin(QDate day)
{
  return QDate(day.year(), day.month(), 1);
}

QDate quarterBegin(QDate day)
{
  return QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
}

/// The festival's days of this year, or of the last one while it has not begun.
DaySpan festival(QDate today, int month, int days)
{
  const QDate begin(today.year(), month, 1);
  const QDate from = begin <= today ? begin : begin.addYears(-1);
  return {from, from.addDays(days - 1)};
}

} // namespace

const QStringList& spanPresets()
{
  static const QStringList list{
      QStringLiteral("today"),        QStringLiteral("yesterday"),    QStringLiteral("this_week"),
      QStringLiteral("last_week"),    QStringLiteral("this_month"),   QStringLiteral("last_month"),
      QStringLiteral("last_7_days"),  QStringLiteral("last_30_days"), QStringLiteral("last_90_days"),
      QStringLiteral("this_quarter"), QStringLiteral("last_quarter"), QStringLiteral("this_year"),
      QStringLiteral("last_year"),    QStringLiteral("double11"),     QStringLiteral("618")};
  return list;
}

QString periodKey(const QString& grain, QDate day)
{
  if (grain == QLatin1String("month"))
    return day.toString(QStringLiteral("yyyy-MM"));
  return (grain == QLatin1String("week") ? day.addDays(1 - day.dayOfWeek()) : day).toString(Qt::ISODate);
}

std::optional<DaySpan> presetSpan(const QString& preset, QDate today)
{
  const QDate monday = today.addDays(1 - today.dayOfWeek()), month = monthBegin(today), quarter = quarterBegin(today);
  const QDate year(today.year(), 1, 1);
  switch (spanPresets().indexOf(preset)) {
  case 0:
    return DaySpan{today, today};
  case 1:
    return DaySpan{today.addDays(-1), today.addDays(-1)};
  case 2:
    return DaySpan{monday, today};
  case 3:
    return DaySpan{monday.addDays(-7), monday.addDays(-1)};
  case 4:
    return DaySpan{month, today};
  case 5:
    return DaySpan{month.addMonths(-1), month.addDays(-1)};
  case 6:
    return DaySpan{today.addDays(-6), today};
  case 7:
    return DaySpan{today.addDays(-29), today};
  case 8:
    return DaySpan{today.addDays(-89), today};
  case 9:
    return DaySpan{quarter, today};
  case 10:
    return DaySpan{quarter.addMonths(-3), quarter.addDays(-1)};
  case 11:
    return DaySpan{year, today};
  case 12:
    return DaySpan{year.addYears(-1), year.addDays(-1)};
  case 13:
    return festival(today, 11, 11);
  case 14:
    return festival(today, 6, 18);
  default:
    return std::nullopt;
  }
}

const QStringList& comparisons()
{
  static const QStringList list{QStringLiteral("none"), QStringLiteral("previous"), QStringLiteral("year"),
                                QStringLiteral("holiday")};
  return list;
}

std::optional<DaySpan> comparedSpan(const DaySpan& span, const QString& how)
{
  switch (comparisons().indexOf(how)) {
  case 1:
    return moved(span, (span.days() + 6) / 7 * 7);
  case 2:
    return moved(span, (span.days() + 363) / 364 * 364);
  case 3:
    return moved(span, alignmentFor(span).shift * std::max<qint64>(1, (span.days() + 363) / 364));
  default:
    return std::nullopt;
  }
}

std::optional<QDate> lunarHoliday(const QString& name, int year)
{
  for (const LunarHoliday& holiday : kLunar)
    if (name == QLatin1String(holiday.name))
      return lunarDate(holiday, year);
  return std::nullopt;
}

QString alignedHoliday(const DaySpan& span)
{
  return alignmentFor(span).holiday;
}

} // namespace supercargo
