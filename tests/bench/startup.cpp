#include "tests/bench/bench.h"
#include "tests/bench/live.h"
#include "tests/bench/workload.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace supercargo::bench {
namespace {

constexpr int kStarts = 7;

/// Says "painted" on standard output once the window has drawn itself, and ends the program if asked to.
class PaintWitness : public QObject {
public:
  explicit PaintWitness(std::function<void()> painted) : m_painted(std::move(painted)) {}

protected:
  bool eventFilter(QObject*, QEvent* event) override
  {
    if (event->type() == QEvent::Paint && m_painted)
      QTimer::singleShot(0, this, [painted = std::exchange(m_painted, {})] { painted(); });
    return false;
  }

private:
  std::function<void()> m_painted;
};

void reportPaint()
{
  std::printf("painted\n");
  std::fflush(stdout);
  QApplication::quit();
}

/// Milliseconds from starting a program to its window being painted: the median of several starts.
double timeToPaint(const QStringList& arguments)
{
  std::vector<double> samples;
  for (int i = 0; i < kStarts; ++i) {
    const Stopwatch watch;
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QApplication::applicationFilePath(), arguments);
    if (!child.waitForReadyRead(60'000) || !child.readAllStandardOutput().startsWith("painted"))
      qFatal("the window of \"%s\" did not paint", qPrintable(arguments.join(u' ')));
    samples.push_back(watch.ms());
    child.waitForFinished();
  }
  return percentile(samples, 0.5);
}

} // namespace

QJsonObject bareWindow(const Options&)
{
  QMainWindow window;
  window.setCentralWidget(new QLabel(QStringLiteral("Bench")));
  window.resize(1280, 800);
  PaintWitness witness(reportPaint);
  window.centralWidget()->installEventFilter(&witness);
  window.show();
  QApplication::exec();
  return {};
}

QJsonObject fullWindow(const Options& options)
{
  applyTheme(*qApp, ThemeMode::Light);
  Workload workload(options.value(QStringLiteral("database")));
  SyncOptions sync;
  sync.clock = wallClock;
  SyncEngine engine(workload.database(), nullptr, sync);
  MainWindow window(benchContext(workload.database(), engine, nullptr));
  window.resize(1280, 800);
  PaintWitness witness(reportPaint);
  window.page(window.currentPage())->installEventFilter(&witness);
  window.show();
  QApplication::exec();
  return {};
}

QJsonObject startup(const Options& options)
{
  const qint64 orders = number(options, QStringLiteral("orders"), 100'000);
  QTemporaryDir dir;
  const QString kept = options.value(QStringLiteral("database"));
  const QString file = kept.isEmpty() ? dir.filePath(QStringLiteral("startup.db")) : kept;
  if (!QFileInfo::exists(file))
    Workload(file).fill(orders);
  QJsonObject result{{QStringLiteral("orders"), orders},
                     {QStringLiteral("bare_window_ms"), timeToPaint({QStringLiteral("bare-window")})},
                     {QStringLiteral("first_paint_ms"),
                      timeToPaint({QStringLiteral("full-window"), QStringLiteral("--database"), file})}};
  result.insert(QStringLiteral("ratio_to_bare"), result[QStringLiteral("first_paint_ms")].toDouble() /
                                                     result[QStringLiteral("bare_window_ms")].toDouble());
  const QJsonObject during = smooth(options);
  for (auto it = during.begin(); it != during.end(); ++it)
    result.insert(it.key(), it.value());
  return result;
}

} // namespace supercargo::bench
