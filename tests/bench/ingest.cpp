#include "tests/bench/rawcopy.h"
#include "tests/bench/workload.h"

#include <QTemporaryDir>

namespace supercargo::bench {

QJsonObject ingest(const Options& options)
{
  const qint64 orders = number(options, QStringLiteral("orders"), 100'000);
  QTemporaryDir dir;
  Workload workload(dir.filePath(QStringLiteral("ours.db")));
  double rssAt100k = 0;
  const Stopwatch watch;
  workload.fill(orders, [&](qint64 done) {
    if (rssAt100k == 0 && done >= std::min<qint64>(orders, 100'000))
      rssAt100k = residentMb();
  });
  const double seconds = watch.seconds();
  const double rss = residentMb();
  const qint64 commits = std::max<qint64>(1, workload.commits());
  workload.close();
  const double raw =
      rawTime(dir.filePath(QStringLiteral("ours.db")), dir.filePath(QStringLiteral("raw.db")), commits).seconds;
  return {{QStringLiteral("orders"), orders},
          {QStringLiteral("orders_per_s"), double(orders) / seconds},
          {QStringLiteral("raw_sqlite_orders_per_s"), double(orders) / raw},
          {QStringLiteral("ratio_to_raw"), raw / seconds},
          {QStringLiteral("orders_per_transaction"), double(orders) / double(commits)},
          {QStringLiteral("rss_mb"), rss},
          {QStringLiteral("rss_mb_at_100000"), rssAt100k}};
}

} // namespace supercargo::bench
