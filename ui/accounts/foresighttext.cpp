#include "ui/accounts/foresighttext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {
struct Ahead {
  Q_DECLARE_TR_FUNCTIONS(Foresight)
};
} // namespace

QString daysText(Instant at, Instant now)
{
  const qint64 days = daysUntil(at, now);
  if (days == 0)
    return Ahead::tr("within a day");
  return days > 0 ? Ahead::tr("%n days left", nullptr, int(days)) : Ahead::tr("%n days ago", nullptr, int(-days));
}

QString foresightText(const Foresight& what, const QString& account, Instant now, const QTimeZone& zone)
{
  const QString day = dateText(what.at, zone);
  switch (what.kind) {
  case ForesightKind::CredentialEnds:
    return Ahead::tr("The credentials of %1 end on %2 (%3): renew them before.")
        .arg(account, day, daysText(what.at, now));
  case ForesightKind::CredentialEnded:
    return Ahead::tr("The credentials of %1 ended on %2: renew them.").arg(account, day);
  case ForesightKind::ApiEnds:
    return Ahead::tr("The API version that %1 uses retires on %2 (%3): an update of Supercargo is needed before.")
        .arg(account, day, daysText(what.at, now));
  case ForesightKind::ApiEnded:
    return Ahead::tr("The API version that %1 uses was retired on %2: update Supercargo.").arg(account, day);
  }
  return {};
}

} // namespace supercargo
