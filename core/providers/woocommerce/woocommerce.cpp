#include "core/providers/woocommerce/woocommerce.h"

#include "core/base/text.h"

#include <QJsonDocument>

namespace supercargo::woocommerce {
namespace {

/// Where a request stands in its run; kept in HttpRequest::state as "kind rest".
///
///   learn                   page 1, to learn how many pages there are; the run goes on with the last one
///   page N                  page N of a run towards page 1: records that leave the window while it is read can only
///                           move others to pages that are still to come
///   audit                   one page and the total, nothing more
///   ids A,B                 records asked for by id
///   variations N PRODUCT    page N of the variations of a product, whose own record (JSON) is carried along
struct State {
  QString kind, rest;
  explicit State(const QString& text) : kind(text.section(u' ', 0, 0)), rest(text.section(u' ', 1)) {}
};

constexpr int kMaxPageSize = 100; // the API's own limit

struct List {
  const char* path;
  const char* fields;
  const char* modifiedOrder; ///< empty: no changed-since filter
  const char* createdOrder;
};

List listOf(Stream stream)
{
  switch (stream) {
  case Stream::Products:
    return {"products", kProductFields, "modified", "date"};
  case Stream::Stock:
    return {"products", kStockFields, "modified", "date"};
  case Stream::Customers:
    return {"customers", kCustomerFields, "", "registered_date"};
  default:
    return {"orders", kOrderFields, "modified", "date"};
  }
}

/// The filters are exclusive and know whole seconds only, so the window is one second wider on both sides. A `Z` at the
/// end would be read as the shop's local time by older shops.
QString edge(Instant instant, std::chrono::seconds wider)
{
  return toIso(std::chrono::floor<std::chrono::seconds>(instant) + wider).chopped(1);
}

void addWindow(Query& query, const FetchContext& context, const char* from, const char* to)
{
  if (context.from > Instant())
    query.append({QLatin1String(from), edge(context.from, std::chrono::seconds(-1))});
  if (context.to > Instant())
    query.append({QLatin1String(to), edge(context.to, std::chrono::seconds(1))});
  query.append({QStringLiteral("dates_are_gmt"), QStringLiteral("true")});
}

HttpRequest pageRequest(const FetchContext& context, int page, const QString& state)
{
  const List list = listOf(context.stream);
  const bool audit = context.loop == Loop::Audit;
  Query query;
  if (context.stream == Stream::Customers) {
    query.append({QStringLiteral("orderby"), QLatin1String(list.createdOrder)});
  } else if (audit) {
    addWindow(query, context, "after", "before");
    query.append({QStringLiteral("orderby"), QLatin1String(list.createdOrder)});
  } else {
    addWindow(query, context, "modified_after", "modified_before");
    query.append({QStringLiteral("orderby"), QLatin1String(list.modifiedOrder)});
  }
  query.append({QStringLiteral("order"), audit ? QStringLiteral("desc") : QStringLiteral("asc")});
  query.append({QStringLiteral("per_page"), QString::number(context.pageUpTo(kMaxPageSize))});
  query.append({QStringLiteral("page"), QString::number(page)});
  query.append({QStringLiteral("_fields"), QLatin1String(list.fields)});
  return request(context, "GET", QLatin1String(list.path), query,
                 streamName(context.stream) + (audit ? QStringLiteral(".audit") : QStringLiteral(".page")), state);
}

std::vector<HttpRequest> idRequests(const FetchContext& context)
{
  const List list = listOf(context.stream);
  std::vector<HttpRequest> requests;
  for (qsizetype at = 0; at < context.ids.size(); at += kMaxPageSize) {
    const QStringList ids = context.ids.mid(at, kMaxPageSize);
    const Query query{{QStringLiteral("include"), ids.join(u',')},
                      {QStringLiteral("per_page"), QString::number(ids.size())},
                      {QStringLiteral("_fields"), QLatin1String(list.fields)}};
    requests.push_back(request(context, "GET", QLatin1String(list.path), query,
                               streamName(context.stream) + QStringLiteral(".ids"),
                               QStringLiteral("ids ") + ids.join(u',')));
  }
  return requests;
}

HttpRequest variationsRequest(const FetchContext& context, const QByteArray& product, const QString& id, int page)
{
  const Query query{
      {QStringLiteral("per_page"), QString::number(kMaxPageSize)},
      {QStringLiteral("page"), QString::number(page)},
      {QStringLiteral("orderby"), QStringLiteral("id")},
      {QStringLiteral("order"), QStringLiteral("asc")},
      {QStringLiteral("_fields"), QLatin1String(context.stream == Stream::Stock ? kStockFields : kVariationFields)}};
  return request(context, "GET", QStringLiteral("products/%1/variations").arg(id), query,
                 streamName(context.stream) + QStringLiteral(".variations"),
                 QStringLiteral("variations %1 %2").arg(QString::number(page), QString::fromUtf8(product)));
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.loop == Loop::Revisit)
    return idRequests(context);
  return {pageRequest(context, 1, context.loop == Loop::Audit ? QStringLiteral("audit") : QStringLiteral("learn"))};
}

void reportFailure(Snapshots& snapshots, const JsonReader& record)
{
  const JsonReader id = record["id"].isolated();
  snapshots.failures.push_back(
      {id.hasValue() ? id.text() : QString(), record.problems().join(QStringLiteral("; ")), record.json()});
}

/// Reads one record of a list into the step, or its faults.
void readRecord(const FetchContext& context, const JsonReader& record, FetchStep& step)
{
  Snapshots& out = step.snapshots;
  const bool variations = hasVariations(record);
  if (context.stream == Stream::Orders) {
    OrderSnapshot order = readOrder(*context.declaration, record, out);
    if (record.problems().isEmpty())
      return out.orders.push_back(std::move(order));
  } else if (context.stream == Stream::Customers) {
    CustomerSnapshot customer = readCustomer(record);
    if (record.problems().isEmpty())
      return out.customers.push_back(std::move(customer));
  } else {
    const QString id = record["id"].text();
    std::optional<ProductSnapshot> product;
    std::optional<StockSnapshot> stock;
    if (context.stream == Stream::Products)
      product = readProduct(context, record);
    else if (!variations)
      stock = readStock(id, record);
    if (record.problems().isEmpty()) {
      if (product)
        out.products.push_back(std::move(*product));
      if (stock)
        out.stock.push_back(std::move(*stock));
      if (variations && context.loop != Loop::Audit)
        step.next.push_back(variationsRequest(context, record.json(), id, 1));
      return;
    }
  }
  reportFailure(out, record);
}

Result<int> pageCount(const HttpResponse& got, const char* header, size_t records, int size)
{
  bool ok = false;
  const int pages = got.header(header).toInt(&ok);
  if (!ok && records >= size_t(size))
    return fail(ErrorKind::BadResponse,
                QStringLiteral("the answer has no %1 header: a proxy in front of the shop takes "
                               "it away, so that later pages would be lost")
                    .arg(QLatin1String(header)));
  return ok ? pages : 1;
}

Result<FetchStep> parseVariations(const FetchContext& context, const State& state, const JsonReader& root,
                                  const HttpResponse& got)
{
  const int page = state.rest.section(u' ', 0, 0).toInt();
  const QByteArray json = state.rest.section(u' ', 1).toUtf8();
  SC_TRY_ASSIGN(parent, JsonReader::parse(json));
  ProductSnapshot product;
  if (context.stream == Stream::Products)
    product = readProduct(context, parent);
  product.externalId = parent["id"].text();
  SC_TRY(parent.check());
  FetchStep step;
  const auto items = root.items();
  for (const JsonReader& item : items) {
    const JsonReader record = item.isolated();
    VariantSnapshot variant = readVariation(context, record);
    auto stock = readStock(product.externalId, record);
    if (!record.problems().isEmpty())
      reportFailure(step.snapshots, record);
    else if (context.stream == Stream::Products)
      product.variants.push_back(std::move(variant));
    else if (stock)
      step.snapshots.stock.push_back(std::move(*stock));
  }
  if (context.stream == Stream::Products)
    step.snapshots.products.push_back(std::move(product));
  SC_TRY_ASSIGN(pages, pageCount(got, "x-wp-totalpages", items.size(), kMaxPageSize));
  if (page < pages)
    step.next.push_back(variationsRequest(context, json, parent["id"].text(), page + 1));
  return step;
}

/// What was asked for by id and is not in the answer is no longer in the shop.
void reportGone(const State& state, const std::vector<JsonReader>& items, Snapshots& snapshots)
{
  snapshots.gone = state.rest.split(u',', Qt::SkipEmptyParts);
  for (const JsonReader& item : items)
    snapshots.gone.removeAll(idText(item.isolated()["id"]));
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  if (!root.isArray())
    return fail(ErrorKind::BadResponse, QStringLiteral("no list: %1").arg(QString::fromUtf8(root.json().left(200))));
  const State state(sent.state);
  if (state.kind == QLatin1String("variations"))
    return parseVariations(context, state, root, got);
  FetchStep step;
  const auto items = root.items();
  for (const JsonReader& item : items)
    readRecord(context, item.isolated(), step);
  if (state.kind == QLatin1String("ids")) {
    reportGone(state, items, step.snapshots);
    return step;
  }
  bool counted = false;
  const qint64 total = got.header("x-wp-total").toLongLong(&counted);
  if (counted && (state.kind == QLatin1String("learn") || state.kind == QLatin1String("audit")))
    step.total = total;
  int following = 0;
  if (state.kind == QLatin1String("learn")) {
    SC_TRY_ASSIGN(pages, pageCount(got, "x-wp-totalpages", items.size(), context.pageUpTo(kMaxPageSize)));
    following = pages > 1 ? pages : 0;
  } else if (state.kind == QLatin1String("page")) {
    following = state.rest.toInt() - 1;
  }
  if (following > 0)
    step.next.push_back(pageRequest(context, following, QStringLiteral("page %1").arg(following)));
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return request(
      context, "GET", QStringLiteral("orders"),
      Query{{QStringLiteral("per_page"), QStringLiteral("1")}, {QStringLiteral("_fields"), QStringLiteral("id")}},
      QStringLiteral("check"));
}

Result<void> parseCheck(const FetchContext& context, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  const auto root = JsonReader::parse(got.body);
  if (!root || !root->isArray())
    return fail(ErrorKind::BadResponse, QStringLiteral("the address answers, but not as a WooCommerce shop: %1")
                                            .arg(QString::fromUtf8(got.body.left(200)).simplified()));
  return {};
}

} // namespace

HttpRequest request(const FetchContext& context, const QByteArray& method, const QString& path, const Query& query,
                    const QString& operation, const QString& state)
{
  HttpRequest out;
  out.method = method;
  out.url = context.endpoint.toUtf8() + "/wp-json/wc/v3/" + path.toUtf8();
  if (!query.isEmpty())
    out.url += '?' + formEncode(query);
  out.headers = {{"Accept", "application/json"}};
  out.operation = operation;
  out.state = state;
  return out;
}

HttpRequest request(const FetchContext& context, const QByteArray& method, const QString& path, const QJsonObject& body,
                    const QString& operation)
{
  HttpRequest out = request(context, method, path, Query(), operation);
  out.headers.emplace_back("Content-Type", "application/json");
  out.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
  return out;
}

QString idText(const JsonReader& node)
{
  const QString id = node.hasValue() ? node.text() : QString();
  return id == QLatin1String("0") ? QString() : id;
}

Money amount(const JsonReader& node, Currency currency)
{
  if (!node.isString())
    return node.money(currency);
  const auto value = Money::parseRounded(node.text(), currency);
  if (!value)
    node.problem(value.error().detail);
  return value.value_or(Money(0, currency));
}

std::optional<Instant> gmt(const JsonReader& node)
{
  return node.localInstantIfAny(std::chrono::seconds(0));
}

ProviderFunctions functions()
{
  ProviderFunctions out;
  out.first = first;
  out.parse = parse;
  out.check = check;
  out.parseCheck = parseCheck;
  out.buildAction = buildAction;
  out.inquire = inquire;
  out.parseInquiry = parseInquiry;
  out.nextAction = nextAction;
  out.parseAction = parseAction;
  out.sign = sign;
  out.explain = explain;
  return out;
}

} // namespace supercargo::woocommerce
