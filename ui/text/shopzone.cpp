#include "ui/text/shopzone.h"

namespace supercargo {

QTimeZone shopZone(const WorkspaceInfo& workspace)
{
  const QTimeZone zone(workspace.timeZone.toLatin1());
  return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace supercargo
