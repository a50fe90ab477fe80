#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <chrono>
#include <vector>

/// supercargo-bench: each benchmark measures its own baseline in the same run, because machines differ.
namespace supercargo::bench {

using Options = QMap<QString, QString>;

qint64 number(const Options& options, const QString& name, qint64 fallback);

QJsonObject ingest(const Options& options);
QJsonObject list(const Options& options);
QJsonObject inventory(const Options& options);
QJsonObject startup(const Options& options);
QJsonObject map(const Options& options);
QJsonObject report(const Options& options);
QJsonObject smooth(const Options& options);
QJsonObject idle(const Options& options);
/// Programs that `startup` runs: they show a window, say "painted" and end.
QJsonObject bareWindow(const Options& options);
QJsonObject fullWindow(const Options& options);

class Stopwatch {
public:
  double ms() const
  {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
  }
  double seconds() const { return ms() / 1000; }

private:
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Processor time of the calling thread; where the system does not tell it, the time of a steady clock.
double threadSeconds();

/// The value below which `share` of the samples lie; 0 without samples.
double percentile(std::vector<double> samples, double share);
double residentMb();

} // namespace supercargo::bench
