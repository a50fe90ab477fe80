/// stores/shopify-queries.json: how Shopify counts what a query costs. The simulated shop must give the file's figures,
/// and our own queries must stay below the ceiling of one query, at the page size of their stream.
#include "app/sandbox/shopify.h"
#include "tests/vectors/stores_support.h"

namespace supercargo::vectors {
namespace {

constexpr int kCeiling = 1000; ///< of a single query, whatever the shop's plan

/// -1: the query cannot be read.
int costOf(const QString& query, const QJsonObject& variables)
{
  const auto fields = sandbox::graphFields(query, variables);
  return fields ? sandbox::shopify::queryCost(*fields) : -1;
}

QString checkModel(const QJsonObject& given)
{
  const QJsonObject wanted = given.value(QLatin1String("approx_requested_cost_by_n")).toObject();
  for (auto it = wanted.begin(); it != wanted.end(); ++it) {
    const int cost = costOf(given.value(QLatin1String("query")).toString(), {{QStringLiteral("n"), it.key().toInt()}});
    if (cost != it.value().toInt())
      return QStringLiteral("%1 records cost %2 instead of %3").arg(it.key()).arg(cost).arg(it.value().toInt());
  }
  return {};
}

/// The first request of a stream as the engine would send it.
QString checkOwn(Stream stream)
{
  const Provider& provider = *findProvider(u"shopify");
  FetchContext context = contextOf(provider, stream);
  for (const StreamDeclaration& declared : provider.declaration.streams)
    if (declared.stream == stream)
      context.pageSize = declared.pageSize;
  const QJsonObject body = QJsonDocument::fromJson(provider.functions.first(context).front().body).object();
  const QJsonObject variables = body.value(QLatin1String("variables")).toObject();
  const int n = variables.value(QLatin1String("n")).toInt();
  if (n != context.pageSize)
    return QStringLiteral("%1 records are asked for instead of %2").arg(n).arg(context.pageSize);
  const int cost = costOf(body.value(QLatin1String("query")).toString(), variables);
  return cost > 1 && cost <= kCeiling ? QString() : QStringLiteral("%1 records cost %2").arg(n).arg(cost);
}

void checkQueries(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonObject queries = file.value(QLatin1String("queries")).toObject();
  for (auto it = queries.begin(); it != queries.end(); ++it)
    if (it.value().toObject().contains(QLatin1String("approx_requested_cost_by_n")))
      run(report, it.key(), [&] { return checkModel(it.value().toObject()); });
  for (const Stream stream : {Stream::Orders, Stream::Products, Stream::Stock, Stream::Customers})
    run(report, QStringLiteral("our ") + streamName(stream), [&] { return checkOwn(stream); });
}

const Register kQueries({"stores/shopify-queries.json", checkQueries});

} // namespace
} // namespace supercargo::vectors
