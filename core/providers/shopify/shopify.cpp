#include "core/providers/shopify/shopify.h"

#include "core/providers/shopify/queries.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::shopify {
namespace {

/// Where a request stands in its run; kept in HttpRequest::state as "kind rest".
///
///   page            the first page, or one behind a cursor. A cursor is the last record's value, so reading forward
///                   loses nothing: what changes meanwhile moves behind it.
///   count           the number of records in the window
///   ids A,B         records asked for by id, in this order
///   more RECORD     the rest of a record (JSON) whose inner list was longer than one page
struct State {
  QString kind, rest;
  explicit State(const QString& text) : kind(text.section(u' ', 0, 0)), rest(text.section(u' ', 1)) {}
};

constexpr int kMaxPageSize = 250; // the API's own limit
constexpr int kMaxIds = 20; // how a list of ids is charged is not told; so many stay below 1000 points in any case

struct List {
  const char* query;
  const char* field; ///< in `data`
  const char* type;  ///< of its ids
  const char* byId;
  const char* inner; ///< the list inside a record that may be longer than one page
  const char* more;  ///< reads the rest of it, below `one` of `data`
  const char* one;
};

constexpr List kOrders{kOrdersQuery, "orders", "Order", kOrdersByIdQuery, "lineItems", kMoreLinesQuery, "order"};
constexpr List kProducts{kProductsQuery, "products",         "Product", kProductsByIdQuery,
                         "variants",     kMoreVariantsQuery, "product"};
constexpr List kStock{kStockQuery, "productVariants", "ProductVariant", nullptr, nullptr, nullptr, nullptr};
constexpr List kCustomers{kCustomersQuery, "customers", "Customer", kCustomersByIdQuery, nullptr, nullptr, nullptr};

const List& listOf(Stream stream)
{
  switch (stream) {
  case Stream::Products:
    return kProducts;
  case Stream::Stock:
    return kStock;
  case Stream::Customers:
    return kCustomers;
  default:
    return kOrders;
  }
}

QString operation(const FetchContext& context, const char* how)
{
  return streamName(context.stream) + u'.' + QLatin1String(how);
}

/// Both ends belong to the window; the search knows whole seconds. An unquoted time would end at its first colon.
QString window(const FetchContext& context)
{
  using std::chrono::seconds;
  QStringList parts;
  if (context.from > Instant())
    parts.append(QStringLiteral("updated_at:>='%1'").arg(toIso(std::chrono::floor<seconds>(context.from))));
  if (context.to > Instant())
    parts.append(QStringLiteral("updated_at:<='%1'").arg(toIso(std::chrono::ceil<seconds>(context.to))));
  return parts.join(QStringLiteral(" AND "));
}

HttpRequest pageRequest(const FetchContext& context, const QString& after)
{
  QJsonObject variables{{QStringLiteral("n"), std::clamp(context.pageSize, 1, kMaxPageSize)}};
  if (!after.isEmpty())
    variables.insert(QStringLiteral("after"), after);
  if (context.stream != Stream::Stock) // a sale does not surely move a variant's time: all of them are read
    variables.insert(QStringLiteral("q"), window(context));
  return request(context, listOf(context.stream).query, variables, operation(context, "page"), QStringLiteral("page"));
}

std::vector<HttpRequest> idRequests(const FetchContext& context)
{
  const List& list = listOf(context.stream);
  std::vector<HttpRequest> requests;
  for (qsizetype at = 0; list.byId && at < context.ids.size(); at += kMaxIds) {
    const QStringList ids = context.ids.mid(at, kMaxIds);
    QJsonArray gids;
    for (const QString& id : ids)
      gids.append(gid(list.type, id));
    requests.push_back(request(context, list.byId, {{QStringLiteral("ids"), gids}}, operation(context, "ids"),
                               QStringLiteral("ids ") + ids.join(u',')));
  }
  return requests;
}

HttpRequest moreRequest(const FetchContext& context, const QByteArray& record, const QString& id, const QString& after)
{
  return request(context, listOf(context.stream).more, {{QStringLiteral("id"), id}, {QStringLiteral("after"), after}},
                 operation(context, "more"), QStringLiteral("more ") + QString::fromUtf8(record));
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.loop == Loop::Revisit)
    return idRequests(context);
  if (context.loop == Loop::Audit && context.stream == Stream::Orders)
    return {request(context, kOrdersCountQuery, {{QStringLiteral("q"), window(context)}}, operation(context, "audit"),
                    QStringLiteral("count"))};
  return {pageRequest(context, QString())};
}

/// The currency of prices that are plain decimals.
Currency shopCurrency(const JsonReader& root)
{
  const JsonReader code = root["data"]["shop"]["currencyCode"];
  const auto currency = Currency::of(code.text());
  if (!currency)
    code.problem(currency.error().detail);
  return currency.value_or(Currency());
}

/// A record into the snapshots, or its faults, or the question for the rest of it.
void readRecord(const FetchContext& context, const JsonReader& record, Currency currency, FetchStep& step)
{
  const List& list = listOf(context.stream);
  const Declaration& declaration = *context.declaration;
  Snapshots& out = step.snapshots;
  const auto fine = [&] { return record.problems().isEmpty(); };
  if (list.inner && record[list.inner]["pageInfo"]["hasNextPage"].hasValue()) {
    const JsonReader page = record[list.inner]["pageInfo"];
    const QString cursor = textOf(page["endCursor"]);
    if (page["hasNextPage"].boolean() && fine() && !cursor.isEmpty()) {
      step.next.push_back(moreRequest(context, record.json(), record["id"].text(), cursor));
      return;
    }
  }
  switch (context.stream) {
  case Stream::Products:
    if (ProductSnapshot product = readProduct(declaration, record, currency, out); fine())
      return out.products.push_back(std::move(product));
    break;
  case Stream::Stock:
    if (auto stock = readStock(record); fine()) {
      std::move(stock.begin(), stock.end(), std::back_inserter(out.stock));
      return;
    }
    break;
  case Stream::Customers:
    if (CustomerSnapshot customer = readCustomer(record); fine())
      return out.customers.push_back(std::move(customer));
    break;
  default:
    if (OrderSnapshot order = readOrder(declaration, record, out); fine())
      return out.orders.push_back(std::move(order));
  }
  out.failures.push_back(
      {numberIfAny(record["id"].isolated()), record.problems().join(QStringLiteral("; ")), record.json()});
}

/// The carried record with the new page behind what it had.
Result<QByteArray> joined(const QByteArray& record, const char* inner, const JsonReader& page)
{
  QJsonObject whole = QJsonDocument::fromJson(record).object();
  QJsonObject list = whole.value(QLatin1String(inner)).toObject();
  const QJsonObject added = QJsonDocument::fromJson(page.json()).object();
  QJsonArray nodes = list.value(QLatin1String("nodes")).toArray();
  if (!added.value(QLatin1String("nodes")).isArray())
    return fail(ErrorKind::BadResponse, QStringLiteral("the rest of a record has no nodes"));
  for (const QJsonValue& node : added.value(QLatin1String("nodes")).toArray())
    nodes.append(node);
  list.insert(QStringLiteral("nodes"), nodes);
  list.insert(QStringLiteral("pageInfo"), added.value(QLatin1String("pageInfo")));
  whole.insert(QLatin1String(inner), list);
  return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

Result<FetchStep> parseMore(const FetchContext& context, const State& state, const HttpResponse& got, FetchStep step)
{
  const List& list = listOf(context.stream);
  const auto rest = readAnswer(got, list.one, &step.snapshots);
  if (!rest && rest.error().kind == ErrorKind::Rejected)
    return step; // gone since its first part was read
  SC_TRY(rest);
  SC_TRY_ASSIGN(record, joined(state.rest.toUtf8(), list.inner, (*rest)[list.inner]));
  SC_TRY_ASSIGN(whole, JsonReader::parse(record));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const Currency currency = context.stream == Stream::Products ? shopCurrency(root) : Currency();
  SC_TRY(root.check());
  readRecord(context, whole, currency, step);
  return step;
}

Result<FetchStep> parseIds(const FetchContext& context, const State& state, const HttpResponse& got, FetchStep step)
{
  SC_TRY_ASSIGN(nodes, readAnswer(got, "nodes", &step.snapshots));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const Currency currency = context.stream == Stream::Products ? shopCurrency(root) : Currency();
  const auto items = nodes.items();
  SC_TRY(nodes.check());
  SC_TRY(root.check());
  const QStringList ids = state.rest.split(u',', Qt::SkipEmptyParts);
  if (items.size() != size_t(ids.size()))
    return fail(ErrorKind::BadResponse, QStringLiteral("%1 records for %2 ids").arg(items.size()).arg(ids.size()));
  for (size_t i = 0; i < items.size(); ++i)
    if (items[i].hasValue())
      readRecord(context, items[i].isolated(), currency, step);
    else
      step.snapshots.gone.append(ids[qsizetype(i)]);
  return step;
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const State state(sent.state);
  FetchStep step;
  if (state.kind == QLatin1String("more"))
    return parseMore(context, state, got, std::move(step));
  if (state.kind == QLatin1String("ids"))
    return parseIds(context, state, got, std::move(step));
  if (state.kind == QLatin1String("count")) {
    SC_TRY_ASSIGN(count, readAnswer(got, "ordersCount", &step.snapshots));
    step.total = countOf(count["count"]);
    SC_TRY(count.check());
    return step;
  }
  SC_TRY_ASSIGN(list, readAnswer(got, listOf(context.stream).field, &step.snapshots));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const Currency currency = context.stream == Stream::Products ? shopCurrency(root) : Currency();
  const auto items = list["nodes"].items();
  const bool more = list["pageInfo"]["hasNextPage"].boolean();
  const QString cursor = more ? list["pageInfo"]["endCursor"].text() : QString();
  SC_TRY(list.check());
  SC_TRY(root.check());
  for (const JsonReader& item : items)
    readRecord(context, item.isolated(), currency, step);
  if (more && context.loop != Loop::Audit)
    step.next.push_back(pageRequest(context, cursor));
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return request(context, kCheckQuery, {}, QStringLiteral("check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY(readAnswer(got, "orders"));
  SC_TRY_ASSIGN(shop, readAnswer(got, "shop"));
  shop["currencyCode"].text();
  return shop.check();
}

} // namespace

HttpRequest request(const FetchContext& context, const char* query, const QJsonObject& variables,
                    const QString& operation, const QString& state)
{
  HttpRequest out;
  out.method = "POST";
  out.url = context.endpoint.toUtf8() + "/admin/api/" + context.declaration->apiVersion.toUtf8() + "/graphql.json";
  out.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  out.body = QJsonDocument(
                 QJsonObject{{QStringLiteral("query"), QLatin1String(query)}, {QStringLiteral("variables"), variables}})
                 .toJson(QJsonDocument::Compact);
  out.operation = operation;
  out.state = state;
  return out;
}

QString gid(const char* type, const QString& number)
{
  return QStringLiteral("gid://shopify/%1/%2").arg(QLatin1String(type), number);
}

QString numberOf(const JsonReader& node)
{
  const QString text = node.text();
  const QString number = text.section(u'/', -1).section(u'?', 0, 0);
  if (number.isEmpty() || !text.startsWith(QLatin1String("gid://")))
    node.problem(QStringLiteral("no id: \"%1\"").arg(text.left(60)));
  return number;
}

QString numberIfAny(const JsonReader& node)
{
  return node.hasValue() ? numberOf(node) : QString();
}

qint64 countOf(const JsonReader& node)
{
  constexpr qint64 kMost = 1'000'000'000'000;
  const qint64 value = node.integer();
  if (value >= -kMost && value <= kMost)
    return value;
  node.problem(QStringLiteral("no possible number: %1").arg(value));
  return 0;
}

Money shopMoney(const JsonReader& bag, Currency currency)
{
  return bag["shopMoney"]["amount"].money(currency);
}

Money shopMoneyIfAny(const JsonReader& bag, Currency currency)
{
  return bag.hasValue() ? shopMoney(bag, currency) : Money(0, currency);
}

ProviderFunctions functions()
{
  ProviderFunctions out;
  out.address = address;
  out.first = first;
  out.parse = parse;
  out.check = check;
  out.parseCheck = parseCheck;
  out.login = login;
  out.parseLogin = parseLogin;
  out.buildAction = buildAction;
  out.nextAction = nextAction;
  out.parseAction = parseAction;
  out.sign = sign;
  out.budget = budget;
  out.explain = withoutDeclaration<explain>;
  return out;
}

} // namespace supercargo::shopify
