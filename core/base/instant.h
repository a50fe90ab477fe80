#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>
#include <functional>

namespace supercargo {

/// A moment, UTC, to the millisecond. A day exists only together with a time zone, at the edges (filter, report).
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The only source of "now"; the real one is made in app/, tests pass their own.
using Clock = std::function<Instant()>;

constexpr qint64 toMs(Instant instant)
{
  return instant.time_since_epoch().count();
}
constexpr Instant fromMs(qint64 ms)
{
  return Instant(std::chrono::milliseconds(ms));
}

/// "2026-01-15T01:12:33Z"; milliseconds only when there are some.
QString toIso(Instant instant);

/// ISO 8601 with `Z` or an offset ("2026-01-15T09:12:33.250+08:00"; a blank instead of `T` is accepted).
/// Text without an offset is Invalid here: use parseLocal. Impossible dates are Invalid.
Result<Instant> parseIso(QStringView text);

/// A wall clock without offset ("2026-03-05 08:12:44", also `T` and `/`), read at a fixed offset from UTC.
/// Chinese providers: kChinaOffset, always, since tz data has summer time for 1986–1991. An offset in the text wins.
Result<Instant> parseLocal(QStringView text, std::chrono::seconds offset);

/// "2026-03-05 08:12:44" at a fixed offset: what Chinese providers want in requests.
QString formatLocal(Instant instant, std::chrono::seconds offset);

constexpr std::chrono::seconds kChinaOffset = std::chrono::hours(8);

} // namespace supercargo
