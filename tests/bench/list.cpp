#include "core/store/orders.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace supercargo::bench {
namespace {

/// Milliseconds of one query through the reader pool, as a page of the window asks it.
template <class Fn>
double timed(Database& database, Fn fn)
{
  const Stopwatch watch;
  auto result = database.read(std::move(fn)).takeResult();
  if (!result)
    qFatal("%s", qPrintable(result.error().detail));
  return watch.ms();
}

double timedRows(Database& database, const OrderQuery& query)
{
  return timed(database, [query](Connection& c) { return orderRows(c, query); });
}

OrderQuery filtered(OrderFilter filter)
{
  OrderQuery query;
  query.filter = std::move(filter);
  return query;
}

std::vector<OrderFilter> filters(Instant end)
{
  std::vector<OrderFilter> list;
  for (const FlowStage stage : {FlowStage::ToPay, FlowStage::ToShip, FlowStage::Closed})
    list.push_back({.statuses = {}, .stages = {stage}});
  for (const OrderStatus status : {OrderStatus::Completed, OrderStatus::Cancelled, OrderStatus::Refunded})
    list.push_back({.statuses = {status}});
  list.push_back({.accounts = {AccountId(1)}});
  list.push_back({.placedFrom = end - std::chrono::hours(24), .placedBefore = end});
  list.push_back({.statuses = {OrderStatus::Cancelled},
                  .placedFrom = end - std::chrono::hours(24 * 200),
                  .placedBefore = end - std::chrono::hours(24 * 170)});
  list.push_back({.totalAtLeast = 50'000});
  list.push_back({.totalAtLeast = 90'000, .totalAtMost = 95'000});
  list.push_back({.provinces = {QStringLiteral("四川")}});
  list.push_back({.cities = {QStringLiteral("青岛"), QStringLiteral("大连")}});
  list.push_back({.statuses = {OrderStatus::Completed}, .totalAtLeast = 60'000, .provinces = {QStringLiteral("陕西")}});
  return list;
}

} // namespace

QJsonObject list(const Options& options)
{
  const qint64 orders = number(options, QStringLiteral("orders"), 100'000);
  QTemporaryDir dir;
  // --database keeps the filled file for the next run; without it everything is temporary.
  const QString kept = options.value(QStringLiteral("database"));
  const QString file = kept.isEmpty() ? dir.filePath(QStringLiteral("list.db")) : kept;
  const bool filled = QFileInfo::exists(file);
  Workload workload(file);
  if (!filled)
    workload.fill(orders);
  Database& database = workload.database();

  std::vector<double> first, scroll, filter, search, counters;
  for (int i = 0; i < 20; ++i)
    first.push_back(timedRows(database, OrderQuery{}));
  OrderQuery page;
  page.limit = 100;
  for (int i = 0; i < 300; ++i) {
    const Stopwatch watch;
    const auto rows = database.read([page](Connection& c) { return orderRows(c, page); }).takeResult();
    scroll.push_back(watch.ms());
    if (!rows || rows->empty())
      break;
    page.after = cursorOf(rows->back(), page.sort);
  }
  for (int round = 0; round < 5; ++round) {
    for (const OrderFilter& one : filters(workload.end())) {
      filter.push_back(timedRows(database, filtered(one)));
    }
    for (const char* text : {"王", "红色", "咖啡豆", "王小明", "SKU-77", "wallet", "leather wallet 8", "雨", "12345",
                             "1234567", "杭州 王", "没有这个"})
      search.push_back(timedRows(database, filtered({.texts = {QString::fromUtf8(text)}})));
    counters.push_back(timed(database, [](Connection& c) { return stageCounts(c); }));
  }
  return {{QStringLiteral("orders"), orders},
          {QStringLiteral("first_page_ms"), percentile(first, 0.95)},
          {QStringLiteral("scroll_p99_ms"), percentile(scroll, 0.99)},
          {QStringLiteral("filter_p95_ms"), percentile(filter, 0.95)},
          {QStringLiteral("search_p95_ms"), percentile(search, 0.95)},
          {QStringLiteral("counters_ms"), percentile(counters, 0.95)}};
}

} // namespace supercargo::bench
