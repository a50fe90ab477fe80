#include "ui/print/lpqueue.h"

#include "ui/print/printwords.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTimer>

#include <memory>

namespace supercargo {
namespace {

#ifdef Q_OS_WIN
constexpr QLatin1String kNobodyTakesFiles =
    printfault::kNotOnWindows; // it has no program that gives a file to a printer
#else
constexpr QLatin1String kNobodyTakesFiles = printfault::kNoProgram;
#endif

QStringList wordsFor(const CourierFile& file, const QString& printer, int copies, const QString& name)
{
  const bool isRaw = file.format == QStringLiteral("zpl");
  return {QStringLiteral("-d"), printer,
          QStringLiteral("-n"), QString::number(copies),
          QStringLiteral("-o"), isRaw ? QStringLiteral("raw") : QStringLiteral("print-scaling=none"),
          QStringLiteral("--"), name};
}

} // namespace

SystemQueue systemQueue()
{
#ifdef Q_OS_WIN
  return {};
#else
  return {QStandardPaths::findExecutable(QStringLiteral("lp"))};
#endif
}

void sendToQueue(const SystemQueue& queue, const CourierFile& file, const QString& printer, int copies, QObject* owner,
                 const std::function<void(Result<void>)>& done)
{
  const auto fault = [printer](QLatin1String what) { return fail(ErrorKind::Rejected, what, printer); };
  auto* kept = new QTemporaryFile(owner); // until the queue has read it
  if (queue.program.isEmpty() || !kept->open() || kept->write(file.data) != file.data.size() || !kept->flush()) {
    delete kept;
    return done(fault(kNobodyTakesFiles));
  }
  auto* process = new QProcess(kept);
  const auto end = [done, isTold = std::make_shared<bool>(false)](Result<void> result) {
    if (!std::exchange(*isTold, true))
      done(std::move(result));
  };
  QObject::connect(process, &QProcess::finished, owner, [=](int code, QProcess::ExitStatus status) {
    kept->deleteLater();
    end(code == 0 && status == QProcess::NormalExit ? Result<void>() : fault(printfault::kPrinterOff));
  });
  QObject::connect(process, &QProcess::errorOccurred, owner, [=](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart)
      return;
    kept->deleteLater();
    end(fault(printfault::kNoProgram));
  });
  // Told here, not when it has died: a process that waits for a dead disk or network does not die at once.
  QTimer::singleShot(queue.patience, process, [=] {
    process->kill();
    end(fault(printfault::kPrinterOff));
  });
  process->start(queue.program, wordsFor(file, printer, copies, kept->fileName()));
}

} // namespace supercargo
