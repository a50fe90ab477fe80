#include "app/workspace/logfile.h"

#include "core/sync/masking.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>

namespace supercargo {
namespace {

constexpr qint64 kLargest = 1024 * 1024;
constexpr qsizetype kLongestMessage = 16 * 1024;

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

/// How secrets stand in sentences and headers; JSON, forms, telephones and mail addresses are the Mask's.
struct Pattern {
  QRegularExpression what;
  QString instead;
};

const std::vector<Pattern>& patterns()
{
  static const auto made = [](const char* what, const char* instead) {
    return Pattern{QRegularExpression(QLatin1String(what), QRegularExpression::CaseInsensitiveOption),
                   QLatin1String(instead)};
  };
  static const std::vector<Pattern> list{
      made(R"(\b(Bearer|Basic|Digest)\s+[^\s"',;]{8,})", "\\1 ***"),
      made(
          R"(((?:passw|passphrase|secret|token|signature|authorization|cookie|api[_\-]?key)[\w\-]{0,40}\s{0,3}[:=]\s{0,3})"
          R"("?)(?!(?:Bearer|Basic|Digest)\s)[^\s"',;&]+)",
          "\\1***"),
      made(R"((://[^/\s:@]*):[^/\s@]+@)", "\\1:***@"),
      // Nobody writes words of that length with digits in them but machines, and those mean keys.
      made(R"((?<![\w+=\-])(?=[A-Z_+=\-]*\d)(?=[\d_+=\-]*[A-Z])([\w+=\-]{4})[\w+=\-]{28,})", "\\1***"),
  };
  return list;
}

void writeLine(QtMsgType type, const QMessageLogContext& context, const QString& said)
{
  Log& log = theLog();
  const QString message = maskedLine(said);
  {
    const QMutexLocker lock(&log.mutex);
    const QString line =
        QStringLiteral("%1 %2 %3: %4\n")
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QLatin1String(levelOf(type)),
                 QLatin1String(context.category ? context.category : "default"), message);
    log.file.write(line.toUtf8());
    log.file.flush();
  }
  if (log.before)
    log.before(type, context, message);
}

} // namespace

QString maskedLine(const QString& message)
{
  static const Mask mask;
  QString line = message.left(kLongestMessage);
  line.replace(u'\n', u' ');
  for (const Pattern& pattern : patterns())
    line.replace(pattern.what, pattern.instead);
  return mask.text(line);
}

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
