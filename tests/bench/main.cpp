#include "tests/bench/bench.h"

#include <QApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace supercargo::bench {

qint64 number(const Options& options, const QString& name, qint64 fallback)
{
  return options.contains(name) ? options.value(name).toLongLong() : fallback;
}

double percentile(std::vector<double> samples, double share)
{
  if (samples.empty())
    return 0;
  std::sort(samples.begin(), samples.end());
  return samples[std::min(samples.size() - 1, size_t(share * double(samples.size())))];
}

double threadSeconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
#else
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
#endif
}

double residentMb()
{
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  long pages = 0, resident = 0;
  if (file) {
    if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
      resident = 0;
    std::fclose(file);
  }
  return double(resident) * 4096 / (1024 * 1024);
}

} // namespace supercargo::bench

int main(int argc, char** argv)
{
  using namespace supercargo::bench;
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  const QMap<QString, QJsonObject (*)(const Options&)> benchmarks{{QStringLiteral("ingest"), ingest},
                                                                  {QStringLiteral("list"), list},
                                                                  {QStringLiteral("inventory"), inventory},
                                                                  {QStringLiteral("startup"), startup},
                                                                  {QStringLiteral("map"), map},
                                                                  {QStringLiteral("report"), report},
                                                                  {QStringLiteral("smooth"), smooth},
                                                                  {QStringLiteral("idle"), idle},
                                                                  {QStringLiteral("bare-window"), bareWindow},
                                                                  {QStringLiteral("full-window"), fullWindow}};
  QStringList arguments = QApplication::arguments().mid(1);
  const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
  if (!benchmarks.contains(name)) {
    std::fprintf(stderr, "usage: supercargo-bench %s [--orders N] [--skus N] [--warehouses N] [--json]\n",
                 qPrintable(benchmarks.keys().join(u'|')));
    return 2;
  }
  Options options;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const QString option = arguments[i].mid(2);
    const bool hasValue = i + 1 < arguments.size() && !arguments[i + 1].startsWith(QLatin1String("--"));
    options.insert(option, hasValue ? arguments[++i] : QString());
  }
  const QJsonObject result = benchmarks[name](options);
  if (result.isEmpty())
    return 0;
  std::printf("%s\n",
              QJsonDocument(result)
                  .toJson(options.contains(QStringLiteral("json")) ? QJsonDocument::Compact : QJsonDocument::Indented)
                  .constData());
  return result.contains(QStringLiteral("error")) ? 1 : 0;
}
