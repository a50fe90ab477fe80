#include "tests/bench/workload.h"

#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "tests/bench/orderpages.h"

#include <deque>

namespace supercargo::bench {
namespace {

constexpr int kPageSize = 100;
constexpr size_t kAhead = 8; // pages parsed before their turn to be written; more would only cost memory

} // namespace

Workload::Workload(const QString& file) : m_end(*parseIso(u"2026-11-20T12:00:00Z"))
{
  auto opened = Database::open({file, {}, 2});
  if (!opened)
    qFatal("cannot open %s: %s", qPrintable(file), qPrintable(opened.error().detail));
  m_database = std::move(*opened);
  QObject::connect(
      m_database.get(), &Database::changed, m_database.get(), [this] { ++m_commits; }, Qt::DirectConnection);
}

void Workload::fill(qint64 orders, const std::function<void(qint64)>& progress)
{
  AccountRow account;
  account.provider = QStringLiteral("woocommerce");
  account.name = QStringLiteral("Bench");
  account.endpoint = QStringLiteral("https://shop.example");
  auto added = m_database->write([&](Connection& c) { return addAccount(c, account); }).takeResult();
  if (!added)
    qFatal("%s", qPrintable(added.error().detail));
  m_commits = 0;
  const Origin origin{*added, std::nullopt, m_end};
  const OrderPages pages(orders, kPageSize, m_end);
  std::deque<QFuture<Result<UpsertCount>>> waiting;
  qint64 done = 0;
  const auto finishOne = [&] {
    const auto count = waiting.front().takeResult();
    waiting.pop_front();
    if (!count)
      qFatal("%s", qPrintable(count.error().detail));
    done += count->inserted;
    if (progress)
      progress(done);
  };
  for (qint64 page = 0; page < pages.pages(); ++page) {
    auto parsed = std::make_shared<PreparedOrders>(prepareOrders(parsePage(pages.json(page), m_end)));
    waiting.push_back(m_database->write([parsed, origin](Connection& c, ChangeSet& changes) {
      return upsertPreparedOrders(c, origin, *parsed, changes);
    }));
    if (waiting.size() > kAhead)
      finishOne();
  }
  while (!waiting.empty())
    finishOne();
  if (done != orders)
    qFatal("%lld orders stored instead of %lld", done, orders);
}

} // namespace supercargo::bench
