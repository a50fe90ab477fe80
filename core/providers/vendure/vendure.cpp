#include "core/providers/vendure/vendure.h"

#include "core/providers/vendure/queries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace supercargo::vendure {
namespace {

/// Where a request stands in its run; kept in HttpRequest::state as "kind rest".
///
///   learn     the first page, to learn how many there are; the run goes on with the last one
///   page N    page N of a run towards page 1: records that leave the window while it is read can only move others to
///             pages that are still to come
///   audit     one page and the total, nothing more
///   ids A,B   records asked for by id
struct State {
  QString kind, rest;
  explicit State(const QString& text) : kind(text.section(u' ', 0, 0)), rest(text.section(u' ', 1)) {}
};

constexpr int kMaxPageSize = 1000; // the server's default limit; a larger page is refused, not cut

/// A list that is read page by page; its operation is its name and how it is read ("orders.page").
struct List {
  const char* name;
  const char* query;
  const char* field; ///< in `data`
};

constexpr List kOrders{"orders", kOrdersQuery, "orders"};
constexpr List kProducts{"products", kProductsQuery, "products"};
constexpr List kChangedVariants{"variants", kChangedVariantsQuery, "productVariants"};
constexpr List kStock{"stock", kStockQuery, "productVariants"};
constexpr List kCustomers{"customers", kCustomersQuery, "customers"};

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

/// `between` includes both ends.
QJsonObject window(const FetchContext& context)
{
  const QString start = toIso(std::max(context.from, Instant())), end = toIso(context.to);
  return {{QStringLiteral("between"), QJsonObject{{QStringLiteral("start"), start}, {QStringLiteral("end"), end}}}};
}

QJsonObject filter(const FetchContext& context, const List& list)
{
  QJsonObject filter;
  const bool orders = context.stream == Stream::Orders;
  if (orders)
    filter.insert(QStringLiteral("active"), QJsonObject{{QStringLiteral("eq"), false}}); // no open carts
  if (context.loop == Loop::Audit && orders)
    filter.insert(QStringLiteral("orderPlacedAt"), window(context));
  else if (context.loop == Loop::Discover && &list != &kStock) // a sale does not move a variant's time: read all
    filter.insert(QStringLiteral("updatedAt"), window(context));
  return filter;
}

HttpRequest pageRequest(const FetchContext& context, const List& list, int page, const QString& state)
{
  const bool audit = context.loop == Loop::Audit;
  const QString key = &list == &kStock ? QStringLiteral("id") : QStringLiteral("updatedAt");
  QJsonObject options{
      {QStringLiteral("skip"), (page - 1) * context.pageUpTo(kMaxPageSize)},
      {QStringLiteral("take"), context.pageUpTo(kMaxPageSize)},
      {QStringLiteral("sort"), QJsonObject{{key, audit ? QStringLiteral("DESC") : QStringLiteral("ASC")}}}};
  if (const QJsonObject wanted = filter(context, list); !wanted.isEmpty())
    options.insert(QStringLiteral("filter"), wanted);
  return request(context, list.query, {{QStringLiteral("options"), options}},
                 QLatin1String(list.name) + (audit ? QStringLiteral(".audit") : QStringLiteral(".page")), state);
}

std::vector<HttpRequest> idRequests(const FetchContext& context)
{
  const List& list = listOf(context.stream);
  const StreamDeclaration* stream = context.declaration->stream(context.stream);
  const int batch = stream && stream->revisitBatch > 0 ? stream->revisitBatch : 100;
  std::vector<HttpRequest> requests;
  for (qsizetype at = 0; at < context.ids.size(); at += batch) {
    const QStringList ids = context.ids.mid(at, batch);
    const QJsonObject wanted{{QStringLiteral("in"), QJsonArray::fromStringList(ids)}};
    const QJsonObject options{{QStringLiteral("take"), int(ids.size())},
                              {QStringLiteral("filter"), QJsonObject{{QStringLiteral("id"), wanted}}}};
    requests.push_back(request(context, list.query, {{QStringLiteral("options"), options}},
                               QLatin1String(list.name) + QStringLiteral(".ids"),
                               QStringLiteral("ids ") + ids.join(u',')));
  }
  return requests;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.loop == Loop::Revisit)
    return idRequests(context);
  const QString state = context.loop == Loop::Audit ? QStringLiteral("audit") : QStringLiteral("learn");
  std::vector<HttpRequest> requests{pageRequest(context, listOf(context.stream), 1, state)};
  if (context.stream == Stream::Products && context.loop == Loop::Discover)
    requests.push_back(pageRequest(context, kChangedVariants, 1, state));
  return requests;
}

/// Reads one record into the snapshots, or its faults.
void readRecord(const FetchContext& context, const JsonReader& record, Snapshots& out)
{
  const Declaration& declaration = *context.declaration;
  const auto fine = [&] { return record.problems().isEmpty(); };
  switch (context.stream) {
  case Stream::Products:
    if (ProductSnapshot product = readProduct(declaration, record); fine())
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
  const JsonReader id = record["id"].isolated();
  out.failures.push_back({id.text(), record.problems().join(QStringLiteral("; ")), record.json()});
}

/// What was asked for by id and is not in the answer is no longer in the shop.
void reportGone(const State& state, const std::vector<JsonReader>& items, Snapshots& snapshots)
{
  snapshots.gone = state.rest.split(u',', Qt::SkipEmptyParts);
  for (const JsonReader& item : items)
    snapshots.gone.removeAll(item.isolated()["id"].text());
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const bool variants = sent.operation == QLatin1String("variants.page");
  const List& list = variants ? kChangedVariants : listOf(context.stream);
  SC_TRY_ASSIGN(answer, readAnswer(got, list.field));
  const auto items = answer["items"].items();
  const qint64 total = countOf(answer["totalItems"]);
  SC_TRY(answer.check());
  FetchStep step;
  QSet<QString> seen; // several changed variants bring the same product
  for (const JsonReader& item : items) {
    const JsonReader record = (variants ? item["product"] : item).isolated();
    const QString id = variants ? record["id"].isolated().text() : QString();
    if (variants && seen.contains(id))
      continue;
    seen.insert(id);
    readRecord(context, record, step.snapshots);
  }
  const State state(sent.state);
  if (state.kind == QLatin1String("ids")) {
    reportGone(state, items, step.snapshots);
    return step;
  }
  const bool learning = state.kind == QLatin1String("learn");
  if ((learning || state.kind == QLatin1String("audit")) && !variants)
    step.total = total;
  const int size = context.pageUpTo(kMaxPageSize);
  const qint64 pages = (total + size - 1) / size;
  const qint64 following =
      learning ? (pages > 1 ? pages : 0) : (state.kind == QLatin1String("page") ? state.rest.toLongLong() - 1 : 0);
  if (following > 0 && following <= std::numeric_limits<int>::max() / size)
    step.next.push_back(pageRequest(context, list, int(following), QStringLiteral("page %1").arg(following)));
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return request(context, "query Check { orders(options: { take: 1 }) { totalItems } }", {}, QStringLiteral("check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(orders, readAnswer(got, "orders"));
  orders["totalItems"].integer();
  return orders.check();
}

} // namespace

HttpRequest request(const FetchContext& context, const char* query, const QJsonObject& variables,
                    const QString& operation, const QString& state)
{
  HttpRequest out;
  out.method = "POST";
  out.url = context.endpoint.toUtf8() + "/admin-api";
  out.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  out.body = QJsonDocument(
                 QJsonObject{{QStringLiteral("query"), QLatin1String(query)}, {QStringLiteral("variables"), variables}})
                 .toJson(QJsonDocument::Compact);
  out.operation = operation;
  out.state = state;
  return out;
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

Amounts::Amounts(const Declaration& declaration, Currency currency)
    : m_digits(declaration.extra.value(QLatin1String("money_digits")).toInt(2)), m_currency(currency)
{
}

Money Amounts::read(const JsonReader& node) const
{
  const qint64 value = node.integer();
  if (value == std::numeric_limits<qint64>::min()) { // has no opposite
    node.problem(QStringLiteral("too large"));
    return zero();
  }
  if (m_digits == m_currency.digits())
    return Money(value, m_currency);
  QString text = QString::number(value < 0 ? 0 - quint64(value) : quint64(value)).rightJustified(m_digits + 1, u'0');
  text.insert(text.size() - m_digits, u'.');
  const auto money = Money::parseRounded(value < 0 ? u'-' + text : text, m_currency);
  if (!money)
    node.problem(money.error().detail);
  return money.value_or(zero());
}

Money Amounts::readIfAny(const JsonReader& node) const
{
  return node.hasValue() ? read(node) : zero();
}

QJsonValue Amounts::write(Money amount) const
{
  qint64 value = amount.minor();
  for (int digits = amount.currency().digits(); digits < m_digits; ++digits)
    value *= 10;
  for (int digits = amount.currency().digits(); digits > m_digits; --digits)
    value /= 10;
  return value;
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
  out.inquire = inquire;
  out.parseInquiry = parseInquiry;
  out.nextAction = nextAction;
  out.parseAction = parseAction;
  out.sign = sign;
  out.explain = withoutDeclaration<explain>;
  return out;
}

} // namespace supercargo::vendure
