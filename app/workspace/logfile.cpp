#include "app/workspace/logfile.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>

namespace supercargo {
namespace {

constexpr qint64 kLargest = 1024 * 1024;

/// Lives as long as the process: whatever is logged while it ends must still find it.
struct Log {
  QMutex mutex;
  QFile file;
  QtMessageHandler before = nullptr;
};

Log& theLog()
{
  static auto* log = new Log;
  return *log;
}

const char* levelOf(QtMsgType type)
{
  switch (type) {
  case QtDebugMsg:
    return "debug";
  case QtInfoMsg:
    return "info";
  case QtWarningMsg:
    return "warning";
  case QtCriticalMsg:
    return "critical";
  case QtFatalMsg:
    return "fatal";
  }
  return "";
}

void writeLine(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
  Log& log = theLog();
  {
    const QMutexLocker lock(&log.mutex);
    const QString line =
        QStringLiteral("%1 %2 %3: %4\n")
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QLatin1String(levelOf(type)),
                 QLatin1String(context.category ? context.category : "default"), QString(message).replace(u'\n', u' '));
    log.file.write(line.toUtf8());
    log.file.flush();
  }
  if (log.before)
    log.before(type, context, message);
}

} // namespace

QString logFileOf(const QString& profileDir)
{
  return profileDir + QStringLiteral("/supercargo.log");
}

void keepLog(const QString& name)
{
  Log& log = theLog();
  if (log.file.isOpen())
    return;
  if (QFile::exists(name) && QFile(name).size() > kLargest) {
    QFile::remove(name + QStringLiteral(".1"));
    QFile::rename(name, name + QStringLiteral(".1"));
  }
  log.file.setFileName(name);
  if (log.file.open(QIODevice::Append))
    log.before = qInstallMessageHandler(writeLine);
}

} // namespace supercargo
