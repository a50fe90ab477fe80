#pragma once

#include "core/base/instant.h"

#include <QObject>

#include <functional>

namespace supercargo {

/// Where the engine's time comes from: the clock, and waking up later. Tests pass one whose waits end at once and move
/// the clock instead.
struct Timing {
  Clock now;
  /// Calls `wake` after `delay` in `context`'s thread (the caller's), unless `context` has died by then.
  std::function<void(std::chrono::milliseconds delay, QObject* context, std::function<void()> wake)> after;
};

Timing realTiming(Clock clock);

} // namespace supercargo
