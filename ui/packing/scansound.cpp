#include "ui/packing/scansound.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#ifdef Q_OS_WIN
#include <mmsystem.h>
#include <windows.h>
#endif

#include <chrono>

// Not Qt Multimedia: it would be one more library to set up everywhere, with FFmpeg or GStreamer behind it, for two
// sounds of half a second. Windows has a function for it, macOS and every Linux desktop a small program. The desktop's
// beep is only the last resort, since many desktops keep it silent.
namespace supercargo {
namespace {

constexpr std::chrono::seconds kPatience{3}; ///< a sound later than that says nothing any more

QString soundName(ScanSound sound)
{
  return sound == ScanSound::Accepted ? QStringLiteral("accepted.wav") : QStringLiteral("refused.wav");
}

#ifdef Q_OS_MACOS
const QStringList kPlayers{QStringLiteral("afplay")};
#else
const QStringList kPlayers{QStringLiteral("pw-play"), QStringLiteral("paplay"), QStringLiteral("aplay")};
#endif

} // namespace

QString soundFile(ScanSound sound)
{
  static const QTemporaryDir folder; // programs cannot read our resources
  const QString path = folder.filePath(soundName(sound));
  const bool isThere = QFile::exists(path) || QFile::copy(QStringLiteral(":/sounds/") + soundName(sound), path);
  return isThere ? path : QString();
}

void playWith(const QStringList& programs, const QString& file)
{
  if (programs.isEmpty() || file.isEmpty())
    return QApplication::beep();
  const QString program = QStandardPaths::findExecutable(programs.front());
  const auto next = [rest = programs.mid(1), file] { playWith(rest, file); };
  if (program.isEmpty())
    return next();
  auto* process = new QProcess(qApp);
  QObject::connect(process, &QProcess::finished, process, [process, next](int code, QProcess::ExitStatus status) {
    process->deleteLater();
    if (code != 0 && status == QProcess::NormalExit) // one that was too slow has been killed: too late for another
      next();
  });
  QObject::connect(process, &QProcess::errorOccurred, process, [process, next](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart)
      return;
    process->deleteLater();
    next();
  });
  QTimer::singleShot(kPatience, process, &QProcess::kill);
  process->start(program, {file});
}

void playScanSound(ScanSound sound)
{
#ifdef Q_OS_WIN
  if (!PlaySoundW(reinterpret_cast<const wchar_t*>(soundFile(sound).utf16()), nullptr,
                  SND_FILENAME | SND_ASYNC | SND_NODEFAULT))
    QApplication::beep();
#else
  playWith(kPlayers, soundFile(sound));
#endif
}

} // namespace supercargo
