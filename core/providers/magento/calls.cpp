#include "core/base/text.h"
#include "core/providers/magento/magento.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

/// How calls are written, and single values read.
namespace supercargo::magento {

HttpRequest get(const FetchContext& context, const QString& path, const QString& operation, const QString& state)
{
  const QString store = context.fields.value(QStringLiteral("store_code"));
  HttpRequest out;
  out.url = context.endpoint.toUtf8() + "/rest/" + (store.isEmpty() ? QByteArrayLiteral("all") : store.toUtf8()) +
            "/V1/" + path.toUtf8();
  out.headers = {{"Accept", "application/json"}};
  out.operation = operation;
  out.state = state;
  return out;
}

HttpRequest search(const FetchContext& context, const QString& path, const Search& search, const QString& operation,
                   const QString& state)
{
  QList<std::pair<QString, QString>> query;
  for (size_t i = 0; i < search.filters.size(); ++i) {
    const QString base = QStringLiteral("searchCriteria[filter_groups][%1][filters][0]").arg(i);
    query.append({base + QStringLiteral("[field]"), search.filters[i].field});
    query.append({base + QStringLiteral("[value]"), search.filters[i].value});
    query.append({base + QStringLiteral("[condition_type]"), search.filters[i].condition});
  }
  if (!search.sortBy.isEmpty()) {
    query.append({QStringLiteral("searchCriteria[sortOrders][0][field]"), search.sortBy});
    query.append({QStringLiteral("searchCriteria[sortOrders][0][direction]"), QStringLiteral("ASC")});
  }
  query.append({QStringLiteral("searchCriteria[pageSize]"), QString::number(search.pageSize)});
  query.append({QStringLiteral("searchCriteria[currentPage]"), QString::number(search.page)});
  HttpRequest out = get(context, path, operation, state);
  out.url += '?' + formEncode(query);
  return out;
}

HttpRequest post(const FetchContext& context, const QString& path, const QJsonObject& body, const QString& operation)
{
  HttpRequest out = get(context, path, operation);
  out.method = "POST";
  out.headers.emplace_back("Content-Type", "application/json");
  out.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  return out;
}

QString operationOf(const FetchContext& context, const char* how)
{
  return streamName(context.stream) + u'.' + QLatin1String(how);
}

QString compact(const QJsonValue& json)
{
  const auto document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
  return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

qint64 piecesOf(const JsonReader& node)
{
  if (!node.hasValue())
    return 0;
  bool ok = false;
  const double pieces = node.text().toDouble(&ok);
  if (ok && std::abs(pieces) < 1e12)
    return qint64(std::floor(pieces)); // of goods sold by weight only whole pieces are counted
  node.problem(QStringLiteral("no possible number"));
  return 0;
}

Money amountOf(const JsonReader& node, Currency currency)
{
  if (!node.hasValue())
    return Money(0, currency);
  if (!node.isString())
    return node.money(currency);
  const auto amount = Money::parseRounded(node.text(), currency);
  if (!amount)
    node.problem(amount.error().detail);
  return amount.value_or(Money(0, currency));
}

std::optional<Instant> timeOf(const JsonReader& node)
{
  return node.localInstantIfAny(std::chrono::seconds(0));
}

} // namespace supercargo::magento
