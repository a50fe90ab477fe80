#include "app/desktop/quitsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace supercargo {

#ifdef Q_OS_UNIX
namespace {

int wake[2] = {-1, -1};

/// All that may be done inside a signal: the event loop hears of it through the pipe.
void onSignal(int)
{
  const char byte = 0;
  [[maybe_unused]] const auto written = write(wake[1], &byte, 1);
}

} // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent)
{
  if (wake[0] >= 0 || pipe(wake) != 0)
    return;
  connect(new QSocketNotifier(wake[0], QSocketNotifier::Read, this), &QSocketNotifier::activated, this, [this] {
    char byte = 0;
    [[maybe_unused]] const auto got = read(wake[0], &byte, 1);
    Q_EMIT received();
  });
  for (const int signal : {SIGTERM, SIGINT, SIGHUP})
    std::signal(signal, onSignal);
}
#else
QuitSignals::QuitSignals(QObject* parent) : QObject(parent) {}
#endif

} // namespace supercargo
