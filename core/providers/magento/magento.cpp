#include "core/providers/magento/magento.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo::magento {
namespace {

/// Where a request stands in its run; kept in HttpRequest::state as "kind rest".
///
///   learn            the first page, to learn how many there are; the run goes on with the last one
///   page N           page N of a run towards page 1: records that leave the window while it is read can only move
///                    others to pages that are still to come
///   count            one record and the total, nothing more
///   ids A,B          records asked for by id
///   parcels N ORDERS page N of the shipments of orders (JSON) that have gone out
///   refunds N ORDERS page N of the credit memos of orders (JSON) that were refunded
///   children FAMILY  variants of configurable products (JSON)
///   products LEVELS  the products of stock levels (JSON), which name only the sku
struct State {
  QString kind, rest;
  explicit State(const QString& text) : kind(text.section(u' ', 0, 0)), rest(text.section(u' ', 1)) {}
};

constexpr int kMostIds = 200; ///< in one filter, so that the address stays short

struct List {
  const char* path;
  const char* idField;   ///< of the filter
  const char* timeField; ///< empty: no changed-since filter
  const char* sortField;
};

List listOf(Stream stream)
{
  switch (stream) {
  case Stream::Products:
    return {"products", "entity_id", "updated_at", "updated_at"};
  case Stream::Stock:
    return {"inventory/source-items", "", "", "source_item_id"};
  case Stream::Customers:
    return {"customers/search", "entity_id", "updated_at", "updated_at"};
  default:
    return {"orders", "entity_id", "updated_at", "updated_at"};
  }
}

/// Both ends belong to the window; the field knows whole seconds.
std::vector<Filter> window(const FetchContext& context)
{
  using std::chrono::seconds;
  std::vector<Filter> filters;
  const QString field = QLatin1String(listOf(context.stream).timeField);
  if (field.isEmpty())
    return filters;
  if (context.from > Instant())
    filters.push_back(
        {field, formatLocal(std::chrono::floor<seconds>(context.from), seconds(0)), QStringLiteral("gteq")});
  if (context.to > Instant())
    filters.push_back({field, formatLocal(std::chrono::ceil<seconds>(context.to), seconds(0)), QStringLiteral("lteq")});
  return filters;
}

HttpRequest pageRequest(const FetchContext& context, int page, const QString& state)
{
  const List list = listOf(context.stream);
  const Search wanted{window(context), QLatin1String(list.sortField), context.pageUpTo(kMaxPageSize), page};
  return search(context, QLatin1String(list.path), wanted, operationOf(context, "page"), state);
}

std::vector<HttpRequest> idRequests(const FetchContext& context)
{
  const List list = listOf(context.stream);
  std::vector<HttpRequest> requests;
  for (qsizetype at = 0; at < context.ids.size(); at += 100) {
    const QStringList ids = context.ids.mid(at, 100);
    const Search wanted{{{QLatin1String(list.idField), ids.join(u','), QStringLiteral("in")}}, {}, int(ids.size()), 1};
    requests.push_back(search(context, QLatin1String(list.path), wanted, operationOf(context, "ids"),
                              QStringLiteral("ids ") + ids.join(u',')));
  }
  return requests;
}

std::vector<HttpRequest> first(const FetchContext& context)
{
  if (context.loop == Loop::Revisit)
    return idRequests(context);
  if (context.loop == Loop::Audit) {
    const List list = listOf(context.stream);
    return {search(context, QLatin1String(list.path), {window(context), {}, 1, 1}, operationOf(context, "audit"),
                   QStringLiteral("count"))};
  }
  return {pageRequest(context, 1, QStringLiteral("learn"))};
}

// --- products: the variants of configurable ones are products of their own ------------------------------------------

bool isPartOfAnother(const JsonReader& product)
{
  constexpr int kNotVisible = 1;
  return product["visibility"].isNumber() && product["visibility"].integer() == kNotVisible &&
         childrenOf(product).isEmpty();
}

/// Configurable products whose variants are asked for together: every call counts against the rate. One product with
/// more of them than fit in a filter takes several calls.
struct Family {
  QJsonArray parents, variants; ///< variants: those that have been told
  QStringList ids;              ///< of the variants that have not

  void ask(const FetchContext& context, FetchStep& step)
  {
    if (parents.isEmpty())
      return;
    const QStringList now = ids.mid(0, kMostIds);
    const QJsonObject rest{{QStringLiteral("parents"), parents},
                           {QStringLiteral("variants"), variants},
                           {QStringLiteral("ids"), QJsonArray::fromStringList(ids.mid(kMostIds))}};
    step.next.push_back(
        search(context, QStringLiteral("products"),
               {{{QStringLiteral("entity_id"), now.join(u','), QStringLiteral("in")}}, {}, int(now.size()), 1},
               operationOf(context, "children"), QStringLiteral("children ") + compact(rest)));
  }
};

Family familyOf(const State& state)
{
  const QJsonObject rest = QJsonDocument::fromJson(state.rest.toUtf8()).object();
  return {rest.value(QLatin1String("parents")).toArray(), rest.value(QLatin1String("variants")).toArray(),
          rest.value(QLatin1String("ids")).toVariant().toStringList()};
}

void readProducts(const FetchContext& context, const std::vector<JsonReader>& items, FetchStep& step)
{
  Family family;
  for (const JsonReader& item : items) {
    const JsonReader record = item.isolated();
    if (isPartOfAnother(record))
      continue;
    ProductSnapshot product = readProduct(context, record, step.snapshots);
    const QStringList children = childrenOf(record);
    if (!record.problems().isEmpty())
      reportFailure(record, "id", step.snapshots);
    else if (children.isEmpty())
      step.snapshots.products.push_back(std::move(product));
    else {
      if (family.ids.size() + children.size() > kMostIds) {
        family.ask(context, step);
        family = Family();
      }
      family.parents.append(QJsonDocument::fromJson(record.json()).object());
      family.ids.append(children);
    }
  }
  family.ask(context, step);
}

Result<FetchStep> parseChildren(const FetchContext& context, const State& state, const JsonReader& root)
{
  Family family = familyOf(state);
  for (const JsonReader& item : root["items"].itemsIfAny())
    family.variants.append(QJsonDocument::fromJson(item.json()).object());
  SC_TRY(root.check());
  FetchStep step;
  if (!family.ids.isEmpty()) {
    family.ask(context, step);
    return step;
  }
  SC_TRY_ASSIGN(told, JsonReader::parse(compact(family.variants).toUtf8()));
  SC_TRY_ASSIGN(parents, JsonReader::parse(compact(family.parents).toUtf8()));
  QMap<QString, VariantSnapshot> children;
  for (const JsonReader& item : told.items()) {
    const JsonReader record = item.isolated();
    VariantSnapshot variant = readVariant(context, record);
    variant.options = textOf(record["name"]);
    if (record.problems().isEmpty())
      children.insert(variant.externalId, variant);
    else
      reportFailure(record, "id", step.snapshots);
  }
  for (const JsonReader& parent : parents.items()) {
    ProductSnapshot product = readProduct(context, parent, step.snapshots);
    for (const QString& id : product.variantIds)
      if (const auto child = children.constFind(id); child != children.cend())
        product.variants.push_back(*child);
    step.snapshots.products.push_back(std::move(product));
  }
  SC_TRY(parents.check());
  return step;
}

// --- stock: levels name the sku only, so their products are looked up -----------------------------------------------

/// A comma separates values in a filter, so a sku that has one is asked for alone.
void askForProducts(const FetchContext& context, const std::vector<JsonReader>& items, FetchStep& step)
{
  QMap<QString, QJsonArray> levels; // value of the filter -> levels
  QStringList together;
  for (const JsonReader& item : items) {
    const JsonReader record = item.isolated();
    const QString sku = record["sku"].text();
    if (!record.problems().isEmpty()) {
      reportFailure(record, "sku", step.snapshots);
      continue;
    }
    const bool alone = sku.contains(u',');
    if (!alone && !together.contains(sku))
      together.append(sku);
    levels[alone ? sku : QString()].append(QJsonDocument::fromJson(record.json()).object());
  }
  for (auto it = levels.cbegin(); it != levels.cend(); ++it) {
    const bool alone = !it.key().isEmpty();
    const Filter filter{QStringLiteral("sku"), alone ? it.key() : together.join(u','),
                        alone ? QStringLiteral("eq") : QStringLiteral("in")};
    const int most = alone ? 1 : int(together.size());
    step.next.push_back(search(context, QStringLiteral("products"), {{filter}, {}, most, 1},
                               operationOf(context, "products"), QStringLiteral("products ") + compact(it.value())));
  }
}

Result<FetchStep> parseStock(const State& state, const JsonReader& root)
{
  QMap<QString, QString> ids;
  for (const JsonReader& item : root["items"].items())
    ids.insert(item["sku"].text().toLower(), item["id"].text()); // the shop compares without case
  SC_TRY(root.check());
  SC_TRY_ASSIGN(levels, JsonReader::parse(state.rest.toUtf8()));
  FetchStep step;
  for (const JsonReader& item : levels.items()) {
    const JsonReader record = item.isolated();
    StockSnapshot stock;
    stock.sku = record["sku"].text();
    stock.productExternalId = stock.variantExternalId = ids.value(stock.sku.toLower());
    const QString place = record["source_code"].text();
    if (place != QLatin1String("default"))
      stock.location = place;
    stock.onHand = piecesOf(record["quantity"]);
    if (!record.problems().isEmpty())
      reportFailure(record, "sku", step.snapshots);
    else if (!stock.variantExternalId.isEmpty()) // else: what is left of a product that is gone
      step.snapshots.stock.push_back(std::move(stock));
  }
  return step;
}

// ---------------------------------------------------------------------------------------------------------------------

void readRecords(const FetchContext& context, const std::vector<JsonReader>& items, FetchStep& step)
{
  switch (context.stream) {
  case Stream::Products:
    return readProducts(context, items, step);
  case Stream::Stock:
    return askForProducts(context, items, step);
  case Stream::Customers:
    for (const JsonReader& item : items) {
      const JsonReader record = item.isolated();
      CustomerSnapshot customer = readCustomer(record);
      if (record.problems().isEmpty())
        step.snapshots.customers.push_back(std::move(customer));
      else
        reportFailure(record, "id", step.snapshots);
    }
    return;
  default:
    return readOrders(context, items, step);
  }
}

Result<FetchStep> parse(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const State state(sent.state);
  SC_TRY_ASSIGN(root, isHiddenPart(state.kind, got) ? JsonReader::parse("{}") : readAnswer(got));
  if (isOrderPart(state.kind))
    return parseOrderPart(context, sent.state, root);
  if (state.kind == QLatin1String("children"))
    return parseChildren(context, state, root);
  if (state.kind == QLatin1String("products"))
    return parseStock(state, root);
  const qint64 total = root["total_count"].integer();
  FetchStep step;
  if (state.kind == QLatin1String("count")) {
    SC_TRY(root.check());
    step.total = total;
    return step;
  }
  const auto items = root["items"].itemsIfAny(); // null when there is none
  SC_TRY(root.check());
  const JsonReader page = root["search_criteria"]["current_page"]; // what a stale cache answers is another page
  const qint64 asked = state.kind == QLatin1String("page") ? state.rest.toLongLong() : 1;
  if (page.isNumber() && page.integer() != asked)
    return fail(ErrorKind::BadResponse, QStringLiteral("asked for page %1, got another").arg(asked));
  readRecords(context, items, step);
  if (state.kind == QLatin1String("ids")) { // what is not in the answer is no longer in the shop
    step.snapshots.gone = state.rest.split(u',', Qt::SkipEmptyParts);
    const bool orders = context.stream == Stream::Orders;
    for (const JsonReader& item : items)
      step.snapshots.gone.removeAll(textOf(item.isolated()[orders ? "entity_id" : "id"]));
    return step;
  }
  const bool learning = state.kind == QLatin1String("learn");
  if (learning)
    step.total = total;
  // A page behind the end is the last one again, so the number of pages comes from the total.
  const int size = context.pageUpTo(kMaxPageSize);
  const qint64 pages = (std::max<qint64>(0, total) + size - 1) / size;
  const qint64 following = learning ? (pages > 1 ? pages : 0) : state.rest.toLongLong() - 1;
  if (following > 0 && following <= std::numeric_limits<int>::max() / size)
    step.next.push_back(pageRequest(context, int(following), QStringLiteral("page %1").arg(following)));
  return step;
}

HttpRequest check(const FetchContext& context)
{
  return search(context, QStringLiteral("orders"), {{}, {}, 1, 1}, QStringLiteral("check"));
}

Result<void> parseCheck(const FetchContext&, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  if (!root["total_count"].isNumber())
    return fail(ErrorKind::BadResponse, QStringLiteral("the address answers, but not as a Magento shop: %1")
                                            .arg(QString::fromUtf8(got.body.left(200)).simplified()));
  return {};
}

} // namespace

ProviderFunctions functions()
{
  ProviderFunctions out;
  out.first = first;
  out.parse = parse;
  out.check = check;
  out.parseCheck = parseCheck;
  out.buildAction = buildAction;
  out.nextAction = nextAction;
  out.parseAction = parseAction;
  out.sign = sign;
  out.explain = withoutDeclaration<explain>;
  return out;
}

} // namespace supercargo::magento
