/// stores/shopify-queries.json: how Shopify counts what a query costs. The file's model must give the file's figures,
/// and our own queries must stay below the ceiling of one query, at the page size of their stream.
#include "tests/vectors/stores_support.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace supercargo::vectors {
namespace {

constexpr int kCeiling = 1000; ///< of a single query, whatever the shop's plan

/// Adds up the cost of one document of GraphQL: a connection costs 2 and its children as often as s(n) says, objects
/// and plain lists 1, scalars, money and page marks nothing.
class Cost {
public:
  Cost(const QString& query, int n) : m_n(n)
  {
    static const QRegularExpression kToken(QStringLiteral("[{}()]|\\.\\.\\.|\"[^\"]*\"|[\\$@!:]|[\\w]+|[\\[\\]]"));
    for (auto it = kToken.globalMatch(query); it.hasNext();)
      m_tokens.append(it.next().captured());
  }

  int total()
  {
    int sum = 0;
    QList<qsizetype> operations;
    for (m_at = 0; m_at < m_tokens.size();) {
      const QString word = m_tokens[m_at];
      const QString name = m_tokens.value(m_at + 1);
      while (m_at < m_tokens.size() && m_tokens[m_at] != QLatin1String("{"))
        ++m_at;
      if (word == QLatin1String("fragment"))
        m_fragments.insert(name, m_at);
      else
        operations.append(m_at);
      skipBraces();
    }
    for (const qsizetype at : operations) {
      m_at = at;
      sum += selection().cost;
    }
    return sum;
  }

private:
  struct Selection {
    int cost = 0;
    bool isConnection = false; ///< it has `nodes`
  };

  void skipBraces()
  {
    int depth = 0;
    do {
      depth += m_tokens[m_at] == QLatin1String("{") ? 1 : m_tokens[m_at] == QLatin1String("}") ? -1 : 0;
      ++m_at;
    } while (depth > 0 && m_at < m_tokens.size());
  }

  /// `(first: 50, after: $after)`; how many records it asks for.
  int arguments()
  {
    int first = 1;
    if (m_tokens.value(m_at) != QLatin1String("("))
      return first;
    for (; m_tokens.value(m_at) != QLatin1String(")") && m_at < m_tokens.size(); ++m_at)
      if (m_tokens[m_at] == QLatin1String("first") && m_tokens.value(m_at + 1) == QLatin1String(":"))
        first = m_tokens.value(m_at + 2) == QLatin1String("$") ? m_n : m_tokens.value(m_at + 2).toInt();
    ++m_at;
    return first;
  }

  Selection selection()
  {
    Selection all;
    for (++m_at; m_at < m_tokens.size() && m_tokens[m_at] != QLatin1String("}");) {
      if (m_tokens[m_at] == QLatin1String("...")) {
        const qsizetype behind = m_at + 2;
        m_at = m_fragments.value(m_tokens.value(m_at + 1));
        const Selection part = selection();
        all.cost += part.cost;
        all.isConnection = all.isConnection || part.isConnection;
        m_at = behind;
        continue;
      }
      const QString name = m_tokens[m_at++];
      const int first = arguments();
      all.isConnection = all.isConnection || name == QLatin1String("nodes");
      if (m_tokens.value(m_at) == QLatin1String("{"))
        all.cost += costOf(name, first, selection());
    }
    ++m_at;
    return all;
  }

  static int costOf(const QString& name, int first, const Selection& below)
  {
    const bool isFree = name == QLatin1String("pageInfo") || name.endsWith(QLatin1String("Set")) ||
                        name == QLatin1String("amountSpent") || name == QLatin1String("shopMoney") ||
                        name == QLatin1String("presentmentMoney");
    if (isFree)
      return 0;
    if (below.isConnection)
      return 2 + std::max(1, int(std::floor(2 * std::log(double(first))))) * below.cost;
    return 1 + below.cost;
  }

  QStringList m_tokens;
  QHash<QString, qsizetype> m_fragments; ///< where their braces open
  qsizetype m_at = 0;
  int m_n;
};

QString checkModel(const QJsonObject& given)
{
  const QJsonObject wanted = given.value(QLatin1String("approx_requested_cost_by_n")).toObject();
  for (auto it = wanted.begin(); it != wanted.end(); ++it) {
    const int cost = Cost(given.value(QLatin1String("query")).toString(), it.key().toInt()).total();
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
  const int n = body.value(QLatin1String("variables")).toObject().value(QLatin1String("n")).toInt();
  if (n != context.pageSize)
    return QStringLiteral("%1 records are asked for instead of %2").arg(n).arg(context.pageSize);
  const int cost = Cost(body.value(QLatin1String("query")).toString(), n).total();
  return cost > 1 && cost <= kCeiling ? QString() : QStringLiteral("%1 records cost %2").arg(n).arg(cost);
}

void checkQueries(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonObject queries = file.value(QLatin1String("queries")).toObject();
  for (auto it = queries.begin(); it != queries.end(); ++it)
    if (it.value().toObject().contains(QLatin1String("approx_requested_cost_by_n")))
      run(report, it.key(), [&] { return checkModel(it.value().toObject()); });
    else
      report.skipped(it.key(), QStringLiteral("shopify: an example without figures; ours is held by the goldens"));
  for (const Stream stream : {Stream::Orders, Stream::Products, Stream::Stock, Stream::Customers})
    run(report, QStringLiteral("our ") + streamName(stream), [&] { return checkOwn(stream); });
}

const Register kQueries({"stores/shopify-queries.json", checkQueries});

} // namespace
} // namespace supercargo::vectors
