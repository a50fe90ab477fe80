#include "core/sync/timing.h"

#include <QTimer>

namespace supercargo {

Timing realTiming(Clock clock)
{
  return {std::move(clock), [](std::chrono::milliseconds delay, QObject* context, std::function<void()> wake) {
            QTimer::singleShot(delay, context, std::move(wake));
          }};
}

} // namespace supercargo
