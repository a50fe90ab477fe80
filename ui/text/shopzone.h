#pragma once

#include "core/store/workspace.h"

#include <QTimeZone>

namespace supercargo {

/// Where the shop's days begin; UTC when it has no zone that is known.
QTimeZone shopZone(const WorkspaceInfo& workspace);

} // namespace supercargo
