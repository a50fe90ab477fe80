#include "core/base/instant.h"

#include <QDateTime>
#include <QTimeZone>

namespace supercargo {
namespace {

/// Reads `count` digits at `pos` and moves on; -1 when they are not all digits.
int digits(QStringView text, qsizetype& pos, int count)
{
  if (pos + count > text.size())
    return -1;
  int value = 0;
  for (int i = 0; i < count; ++i, ++pos) {
    const ushort c = text[pos].unicode();
    if (c < '0' || c > '9')
      return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool accept(QStringView text, qsizetype& pos, QStringView choices)
{
  if (pos < text.size() && choices.contains(text[pos])) {
    ++pos;
    return true;
  }
  return false;
}

struct WallClock {
  Instant instant; ///< as if the wall clock were UTC
  std::optional<std::chrono::seconds> offset;
};

Result<WallClock> parseWallClock(QStringView text)
{
  text = text.trimmed();
  const auto bad = [&] { return fail(ErrorKind::Invalid, QStringLiteral("not a time: \"%1\"").arg(text.left(40))); };
  qsizetype pos = 0;
  const int year = digits(text, pos, 4);
  if (year < 0 || !accept(text, pos, u"-/"))
    return bad();
  const int month = digits(text, pos, 2);
  if (month < 0 || !accept(text, pos, u"-/"))
    return bad();
  const int day = digits(text, pos, 2);
  const QDate date(year, month, day);
  if (day < 0 || !date.isValid())
    return bad();
  int hour = 0, minute = 0, second = 0, ms = 0;
  if (pos < text.size()) {
    if (!accept(text, pos, u"T "))
      return bad();
    hour = digits(text, pos, 2);
    if (hour < 0 || !accept(text, pos, u":"))
      return bad();
    minute = digits(text, pos, 2);
    if (minute < 0)
      return bad();
    if (accept(text, pos, u":")) {
      second = digits(text, pos, 2);
      if (second < 0)
        return bad();
    }
    if (accept(text, pos, u".,")) {
      int scale = 100, seen = 0;
      while (pos < text.size() && text[pos].unicode() >= '0' && text[pos].unicode() <= '9') {
        ms += (text[pos].unicode() - '0') * scale;
        scale /= 10;
        ++pos;
        ++seen;
      }
      if (seen == 0)
        return bad();
    }
  }
  if (hour > 23 || minute > 59 || second > 59)
    return bad();
  std::optional<std::chrono::seconds> offset;
  if (accept(text, pos, u" ") && pos == text.size())
    return bad();
  if (accept(text, pos, u"Zz")) {
    offset = std::chrono::seconds(0);
  } else if (pos < text.size() && (text[pos] == u'+' || text[pos] == u'-')) {
    const int sign = text[pos++] == u'-' ? -1 : 1;
    const int offsetHours = digits(text, pos, 2);
    if (offsetHours < 0 || offsetHours > 18)
      return bad();
    accept(text, pos, u":");
    const int offsetMinutes = pos < text.size() ? digits(text, pos, 2) : 0;
    if (offsetMinutes < 0 || offsetMinutes > 59)
      return bad();
    offset = std::chrono::seconds(sign * (offsetHours * 3600 + offsetMinutes * 60));
  }
  if (pos != text.size())
    return bad();
  const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
  return WallClock{fromMs(((days * 24 + hour) * 60 + minute) * 60'000LL + second * 1000LL + ms), offset};
}

} // namespace

QString toIso(Instant instant)
{
  const auto time = QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC);
  return time.toString(time.time().msec() ? Qt::ISODateWithMs : Qt::ISODate);
}

Result<Instant> parseIso(QStringView text)
{
  SC_TRY_ASSIGN(clock, parseWallClock(text));
  if (!clock.offset)
    return fail(ErrorKind::Invalid, QStringLiteral("time without offset: \"%1\"").arg(text.left(40)));
  return clock.instant - *clock.offset;
}

Result<Instant> parseLocal(QStringView text, std::chrono::seconds offset)
{
  SC_TRY_ASSIGN(clock, parseWallClock(text));
  return clock.instant - clock.offset.value_or(offset);
}

QString formatLocal(Instant instant, std::chrono::seconds offset)
{
  return QDateTime::fromMSecsSinceEpoch(toMs(instant + offset), Qt::UTC)
      .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace supercargo
