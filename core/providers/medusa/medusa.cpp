#include "core/providers/medusa/medusa.h"

#include "core/base/text.h"

#include <QJsonDocument>

namespace supercargo::medusa {
namespace {

/// Where a request stands in its run; kept in HttpRequest::state as "kind rest".
///
///   learn     the first page, to learn how many there are; the run goes on with the last one
///   page N    page N of a run towards page 1: records that leave the window while it is read can only move others to
///             pages that are still to come
///   count     one record and the total, nothing more
///   ids A,B   records asked for by id
struct State {
  QString kind, rest;
  explicit State(const QString& text) : kind(text.section(u' ', 0, 0)), rest(text.section(u' ', 1)) {}
};

constexpr int kMaxPageSize = 500;
constexpr int kMaxIds = 20; // more elements in a query become an object in the server's parser

struct List {
  const char* path;
  const char* field; ///< of the answer
};

List listOf(Stream stream)
{
  switch (stream) {
  case Stream::Products:
    return {"products", "products"};
  case Stream::Stock:
    return {"product-variants", "variants"};
  case Stream::Customers:
    return {"customers", "customers"};
  default:
    return {"orders", "orders"};
  }
}

QString operation(const FetchContext& context, const char* how)
{
  return streamName(context.stream) + u'.' + QLatin1String(how);
}

/// Both ends belong to the window. A sale does not move a variant's time, so all stock is read.
void addWindow(Query& query, const FetchContext& context)
{
  if (context.stream == Stream::Stock)
    return;
  if (context.from > Instant())
    query.append({QStringLiteral("updated_at[$gte]"), toIso(context.from)});
  if (context.to > Instant())
    query.append({QStringLiteral("updated_at[$lte]"), toIso(context.to)});
}

HttpRequest pageRequest(const FetchContext& context, int page, const QString& state)
{
  const List list = listOf(context.stream);
  Query query{
      {QStringLiteral("limit"), QString::number(context.pageUpTo(kMaxPageSize))},
      {QStringLiteral("offset"), QString::number((page - 1) * context.pageUpTo(kMaxPageSize))},
      {QStringLiteral("order"), context.stream == Stream::Stock ? QStringLiteral("id") : QStringLiteral("updated_at")}};
  addWindow(query, context);
  query.append({QStringLiteral("fields"), fieldsOf(context, list.field)});
  return get(context, QLatin1String(list.path), query, operation(context, "page"), state);
}

HttpRequest countRequest(const FetchContext& context)
{
  Query query{{QStringLiteral("limit"), QStringLiteral("1")}};
  addWindow(query, context);
  query.append({QStringLiteral("fields"), QStringLiteral("id")});
  return get(context, QLatin1String(listOf(context.stream).path), query, operation(context, "audit"),
             QStringLiteral("count"));
}

std::vector<HttpRequest> idRequests(const FetchContext& context)
{
  const List list = listOf(context.stream);
  std::vector<HttpRequest> requests;
  for (qsizetype at = 0; at < context.ids.size(); at += kMaxIds) {
    const QStringList ids = context.ids.mid(at, kMaxIds);
    Query query;
    for (const QString& id : ids)
      query.append({QStringLiteral("id[]"), id});
    query.append({QStringLiteral("limit"), QString::number(ids.size())});
    query.append({QStringLiteral("fields"), fieldsOf(context, list.field)});
    requests.push_back(get(context, QLatin1String(list.path), query, operation(context, "ids"),
                           QStringLiteral("ids ") + ids.join(u',')));
  }
  return requests;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.loop == Loop::Revisit)
    return idRequests(context);
  return {context.loop == Loop::Audit ? countRequest(context) : pageRequest(context, 1, QStringLiteral("learn"))};
}

/// Reads one record into the snapshots, or its faults.
void readRecord(const FetchContext& context, const JsonReader& record, Snapshots& out)
{
  const auto fine = [&] { return record.problems().isEmpty(); };
  switch (context.stream) {
  case Stream::Products:
    if (ProductSnapshot product = readProduct(context, record, out); fine())
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
    if (OrderSnapshot order = readOrder(*context.declaration, record, out); fine())
      return out.orders.push_back(std::move(order));
  }
  const JsonReader id = record["id"].isolated();
  out.failures.push_back({textOf(id), record.problems().join(QStringLiteral("; ")), record.json()});
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  const auto items = root[listOf(context.stream).field].items();
  const qint64 total = countOf(root["count"]);
  SC_TRY(root.check());
  const State state(sent.state);
  FetchStep step;
  if (state.kind == QLatin1String("count")) {
    step.total = total;
    return step;
  }
  const bool paged = state.kind == QLatin1String("learn") || state.kind == QLatin1String("page");
  const qint64 offset = (std::max<qint64>(1, state.rest.toLongLong()) - 1) * context.pageUpTo(kMaxPageSize);
  if (paged && root["offset"].isNumber() && countOf(root["offset"]) != offset)
    return fail(ErrorKind::BadResponse, QStringLiteral("asked for offset %1, got that of another page").arg(offset));
  for (const JsonReader& item : items)
    readRecord(context, item.isolated(), step.snapshots);
  if (state.kind == QLatin1String("ids")) { // what is not in the answer is no longer in the shop
    step.snapshots.gone = state.rest.split(u',', Qt::SkipEmptyParts);
    for (const JsonReader& item : items)
      step.snapshots.gone.removeAll(textOf(item.isolated()["id"]));
    return step;
  }
  const bool learning = state.kind == QLatin1String("learn");
  if (learning)
    step.total = total;
  const int size = context.pageUpTo(kMaxPageSize);
  const qint64 pages = (total + size - 1) / size;
  const qint64 following = learning ? (pages > 1 ? pages : 0) : state.rest.toLongLong() - 1;
  if (following > 0 && following <= std::numeric_limits<int>::max() / size)
    step.next.push_back(pageRequest(context, int(following), QStringLiteral("page %1").arg(following)));
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return get(context, QStringLiteral("orders"),
             {{QStringLiteral("limit"), QStringLiteral("1")}, {QStringLiteral("fields"), QStringLiteral("id")}},
             QStringLiteral("check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  if (!root["orders"].isArray())
    return fail(ErrorKind::BadResponse, QStringLiteral("the address answers, but not as a Medusa server: %1")
                                            .arg(QString::fromUtf8(got.body.left(200)).simplified()));
  return {};
}

HttpRequest request(const FetchContext& context, const QByteArray& method, const QString& path,
                    const QString& operation, const QString& state)
{
  HttpRequest out;
  out.method = method;
  out.url = context.endpoint.toUtf8() + "/admin/" + path.toUtf8();
  out.headers = {{"Accept", "application/json"}};
  out.operation = operation;
  out.state = state;
  return out;
}

} // namespace

HttpRequest get(const FetchContext& context, const QString& path, const Query& query, const QString& operation,
                const QString& state)
{
  HttpRequest out = request(context, "GET", path, operation, state);
  if (!query.isEmpty())
    out.url += '?' + formEncode(query);
  return out;
}

HttpRequest post(const FetchContext& context, const QString& path, const QJsonObject& body, const QString& operation,
                 const QString& state)
{
  HttpRequest out = request(context, "POST", path, operation, state);
  out.headers.emplace_back("Content-Type", "application/json");
  out.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  return out;
}

QString fieldsOf(const FetchContext& context, const char* name)
{
  return context.declaration->extra.value(QLatin1String("fields")).toObject().value(QLatin1String(name)).toString();
}

qint64 countOf(const JsonReader& node)
{
  constexpr qint64 kMost = 1'000'000'000'000;
  const qint64 value = node.hasValue() ? node.integer() : 0;
  if (value >= -kMost && value <= kMost)
    return value;
  node.problem(QStringLiteral("no possible number: %1").arg(value));
  return 0;
}

Currency currencyOf(const JsonReader& node)
{
  const auto currency = Currency::of(node.text());
  if (!currency)
    node.problem(currency.error().detail);
  return currency.value_or(Currency());
}

Money amountOf(const JsonReader& node, const char* name, const char* raw, Currency currency)
{
  const JsonReader exact = node[raw]["value"];
  if (!exact.hasValue())
    return node[name].money(currency);
  const auto amount = Money::parseRounded(exact.text(), currency);
  if (!amount)
    exact.problem(amount.error().detail);
  return amount.value_or(Money(0, currency));
}

Money amountIfAny(const JsonReader& node, const char* name, const char* raw, Currency currency)
{
  return node[raw]["value"].hasValue() || node[name].hasValue() ? amountOf(node, name, raw, currency)
                                                                : Money(0, currency);
}

ProviderFunctions functions()
{
  ProviderFunctions out;
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
  out.explain = withoutDeclaration<explain>;
  return out;
}

} // namespace supercargo::medusa
