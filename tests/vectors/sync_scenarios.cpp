/// stores/sync-scenarios.json: every script played to the real engine by a shop whose answers are scripted.
#include "core/store/catalogue.h"
#include "tests/core/sync/syncworld.h"
#include "tests/vectors/stores_support.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

using test::Fake;
using test::SyncWorld;

Instant instantOf(const QJsonValue& value)
{
  return parseIso(value.toString()).value_or(Instant());
}

QByteArray orderOf(const QJsonObject& order)
{
  return test::fakeOrder(order[QLatin1String("id")].toString().toUtf8().constData(),
                         order[QLatin1String("updatedAt")].toString().toUtf8().constData(),
                         order[QLatin1String("status")].toString().toUtf8().constData());
}

/// The steps of one pass: up to where the script starts over.
std::vector<QJsonArray> passesOf(const QJsonArray& steps)
{
  std::vector<QJsonArray> passes(1);
  for (const QJsonValue& value : steps) {
    const QJsonObject step = value.toObject();
    const bool again = step[QLatin1String("page")].toInt() == 1 || step.contains(QLatin1String("window")) ||
                       step.contains(QLatin1String("restart"));
    if (again && !passes.back().isEmpty())
      passes.emplace_back();
    if (!step.contains(QLatin1String("restart")))
      passes.back().append(step);
  }
  return passes;
}

void scriptStep(test::FakeShop& shop, const QJsonObject& step, const QByteArray& next, bool endless)
{
  constexpr int kTries = 5, kEndless = 60;
  if (step.contains(QLatin1String("error"))) {
    for (int i = 0; i < kTries; ++i)
      shop.answer("busy", 503);
    return;
  }
  std::vector<Header> headers;
  if (step.contains(QLatin1String("serverNow"))) {
    const auto at = instantOf(step[QLatin1String("serverNow")]);
    headers = {{"Date", QLocale::c()
                            .toString(QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC),
                                      QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                            .toLatin1()}};
  }
  QByteArrayList orders;
  for (const QJsonValue& order : step[QLatin1String("orders")].toArray())
    orders << orderOf(order.toObject());
  // Once the clock is known, the window is asked for anew.
  const int times = endless ? kEndless : headers.empty() ? 1 : 3;
  for (int i = 0; i < times; ++i)
    shop.answer(test::fakePage(orders, next), 200, headers);
}

/// The window asked for must hold all that the script's shop answers; else it would have answered something else.
QString missedBy(const HttpRequest& request, const QJsonObject& step)
{
  const QUrlQuery query(QUrl::fromEncoded(request.url));
  const auto from = parseIso(query.queryItemValue(QStringLiteral("from")));
  const auto to = parseIso(query.queryItemValue(QStringLiteral("to")));
  for (const QJsonValue& order : step[QLatin1String("orders")].toArray()) {
    const Instant at = instantOf(order[QLatin1String("updatedAt")]);
    if (!from || !to || at < *from || at > *to)
      return QStringLiteral("order %1 lies outside the window asked for").arg(order[QLatin1String("id")].toString());
  }
  return {};
}

QString played(SyncWorld& world, const QJsonArray& pass, bool mustStop)
{
  world.shop.forget();
  const QJsonObject first = pass.first().toObject();
  if (const QJsonArray window = first[QLatin1String("window")].toArray(); !window.isEmpty()) {
    const Instant end = instantOf(window.last()) + StreamDeclaration().lag;
    world.time.advance(end - world.time.clock()());
  }
  if (first.contains(QLatin1String("clientNow")))
    world.time.advance(instantOf(first[QLatin1String("clientNow")]) - world.time.clock()());
  for (qsizetype i = 0; i < pass.size(); ++i) {
    const QJsonObject step = pass[i].toObject();
    const bool last = i + 1 == pass.size();
    const QByteArray stated = step[QLatin1String("next")].toString().toUtf8();
    scriptStep(world.shop, step,
               !stated.isEmpty() ? stated
               : last            ? QByteArray()
                                 : QByteArray::number(i + 2),
               last && mustStop);
  }
  const auto reports = world.sync(first.contains(QLatin1String("resync")));
  if (reports.empty())
    return QStringLiteral("the pass did not end");
  const bool fails = mustStop || pass.last().toObject().contains(QLatin1String("error"));
  if (reports.front().error.has_value() != fails)
    return fails ? QStringLiteral("no error was told") : reports.front().error->detail;
  if (fails && world.state().coveredTo)
    return QStringLiteral("the cursor moved although the window was not read to its end");
  if (first.contains(QLatin1String("window")))
    return missedBy(world.shop.requests().front(), first);
  if (const QString most = first[QLatin1String("expectWindowEndAtMost")].toString(); !most.isEmpty())
    return world.state().coveredTo <= parseIso(most).value() ? QString() : QStringLiteral("the window ends too late");
  return {};
}

QString rowsOf(const QJsonArray& orders)
{
  QStringList rows;
  for (const QJsonValue& order : orders)
    rows << order[QLatin1String("id")].toString() + u' ' + order[QLatin1String("status")].toString();
  rows.sort();
  return rows.join(u',');
}

QString checkScript(const QJsonObject& scenario)
{
  const auto passes = passesOf(scenario[QLatin1String("steps")].toArray());
  SyncWorld world(Fake::Plain, instantOf(QStringLiteral("2026-01-15T01:12:00Z")));
  const QJsonObject firstStep = passes.front().first().toObject();
  if (!firstStep.contains(QLatin1String("window")) && !firstStep.contains(QLatin1String("clientNow")))
    world.time.advance(std::chrono::minutes(3));
  for (const QJsonArray& pass : passes) {
    if (const QString fault = played(world, pass, scenario[QLatin1String("mustStop")].toBool()); !fault.isEmpty())
      return fault;
    world.restart();
  }
  const QJsonObject deductions = scenario[QLatin1String("stockDeductions")].toObject();
  for (auto it = deductions.begin(); it != deductions.end(); ++it) {
    const QString sku = QStringLiteral("SKU-") + it.key(); // each of the shop's orders has an article of its own
    const auto reserved = world.read(
        [sku](Connection& c) { return c.number(QStringLiteral("SELECT reserved FROM stock WHERE sku = ?"), {sku}); });
    if (reserved != it.value().toInteger())
      return QStringLiteral("order %1 took %2 pieces").arg(it.key()).arg(reserved);
  }
  return differs("rows", rowsOf(scenario[QLatin1String("final")].toArray()), world.stored());
}

/// What we pushed ourselves comes back: it must not become a movement of its own.
QString checkEcho(const QJsonObject& scenario)
{
  SyncWorld world;
  const QJsonArray steps = scenario[QLatin1String("steps")].toArray();
  for (const QJsonValue& step : steps) {
    const QJsonObject told = step[step.toObject().keys().first()].toObject();
    StockSnapshot stock;
    stock.variantExternalId = stock.sku = told[QLatin1String("sku")].toString();
    stock.onHand = stock.available = told[QLatin1String("qty")].toInteger();
    test::must(world.database
                   ->write([&](Connection& c, ChangeSet& changes) {
                     return upsertStock(c, {world.account, std::nullopt, world.time.clock()()}, {stock}, changes);
                   })
                   .result());
  }
  const auto movements = world.read([](Connection& c) { return stockHistory(c, QStringLiteral("S"), 10); });
  return movements.size() == 1 ? QString() : QStringLiteral("%1 movements instead of one").arg(movements.size());
}

void check(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& value : file[QLatin1String("scenarios")].toArray()) {
    const QJsonObject scenario = value.toObject();
    const QString id = scenario[QLatin1String("id")].toString();
    if (id == QLatin1String("stock-conflict")) // exceptions.cpp
      continue;
    if (id == QLatin1String("stock-echo"))
      run(report, id, [&] { return checkEcho(scenario); });
    else
      run(report, id, [&] { return checkScript(scenario); });
  }
}

const Register kScenarios({"stores/sync-scenarios.json", check});

} // namespace
} // namespace supercargo::vectors
