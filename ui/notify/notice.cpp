#include "ui/notify/notice.h"

#include <QDateTime>

namespace supercargo {

void NoticeGroup::setQuietHours(const QuietHours& hours, const QTimeZone& zone)
{
  m_quiet = hours;
  m_zone = zone;
}

void NoticeGroup::add(const Notice& notice)
{
  const auto waiting = m_waiting.find(notice.kind);
  if (waiting == m_waiting.end()) {
    m_waiting.insert(notice.kind, notice);
    return;
  }
  if (notice.kind == NoticeKind::AccountNeedsAttention && waiting->count == 1 && waiting->account == notice.account)
    return; // the same trouble, told twice
  Notice sum;
  sum.kind = notice.kind;
  sum.count = waiting->count + notice.count;
  *waiting = sum;
}

bool NoticeGroup::isQuiet(Instant now) const
{
  const QTimeZone zone = m_zone.isValid() ? m_zone : QTimeZone::utc();
  return m_quiet.contains(QDateTime::fromMSecsSinceEpoch(toMs(now), zone).time());
}

std::vector<Notice> NoticeGroup::due(Instant now)
{
  std::vector<Notice> list;
  const bool quiet = isQuiet(now);
  for (const NoticeKind kind : m_waiting.keys()) {
    const bool urgent = kind == NoticeKind::DiskFull;
    const bool justTold = m_told.contains(kind) && now - m_told.value(kind) < kGroupFor;
    if (!urgent && (quiet || justTold))
      continue;
    list.push_back(m_waiting.take(kind));
    m_told.insert(kind, now);
  }
  return list;
}

} // namespace supercargo
