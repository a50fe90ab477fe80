#include "app/sandbox/options.h"
#include "app/sandbox/server.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace supercargo;

namespace {
#ifdef Q_OS_UNIX
int signalPipe[2];

void onSignal(int)
{
  const char byte = 0;
  [[maybe_unused]] const auto written = write(signalPipe[1], &byte, 1);
}

/// Whether somebody holds the other end of standard input: a pipe or a socket, not a terminal, file or /dev/null.
bool inputIsHeld()
{
  struct stat info {};
  return fstat(STDIN_FILENO, &info) == 0 && (S_ISFIFO(info.st_mode) || S_ISSOCK(info.st_mode));
}

void quitOnSignals(QCoreApplication& app)
{
  if (pipe(signalPipe) != 0)
    return;
  auto* notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &app);
  QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
  std::signal(SIGTERM, onSignal);
  std::signal(SIGINT, onSignal);
  std::signal(SIGPIPE, SIG_IGN);
}

void quitAtEndOfInput(QCoreApplication& app)
{
  if (!inputIsHeld())
    return;
  auto* notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &app);
  QObject::connect(notifier, &QSocketNotifier::activated, &app, [] {
    char bytes[256];
    if (read(STDIN_FILENO, bytes, sizeof bytes) <= 0)
      QCoreApplication::quit();
  });
}
#else
void quitOnSignals(QCoreApplication&) {}
void quitAtEndOfInput(QCoreApplication&) {}
#endif
} // namespace

int main(int argc, char** argv)
{
  QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments().mid(1);
  if (arguments.contains(u"--help"_s)) {
    std::fputs(sandbox::usage().toUtf8().constData(), stdout);
    return 0;
  }
  const auto options = sandbox::parseOptions(arguments);
  if (!options) {
    std::fprintf(stderr, "%s\n\n%s", options.error().detail.toUtf8().constData(),
                 sandbox::usage().toUtf8().constData());
    return 2;
  }
  sandbox::Sandbox world(*options, [] { return fromMs(QDateTime::currentMSecsSinceEpoch()); });
  sandbox::Server server(world);
  const quint16 port = server.open(options->port);
  if (port == 0) {
    std::fprintf(stderr, "port %d of 127.0.0.1 cannot be had\n", int(options->port));
    return 1;
  }
  quitOnSignals(app);
  if (!options->serveForever)
    quitAtEndOfInput(app);
  std::puts(QJsonDocument(world.announcement(port)).toJson(QJsonDocument::Compact).constData());
  std::fflush(stdout);
  return QCoreApplication::exec();
}
