#include "core/providers/youzan/youzan.h"

#include <algorithm>

/// Two lists, of goods on sale and of those in the warehouse, name the items; variants, prices and stock stand in each
/// item's details only.
namespace supercargo::youzan {
namespace {

constexpr int kMostPageSize = 300, kMostCustomers = 50;

HttpRequest itemPage(const FetchContext& context, const char* list, qint64 page, const QString& state)
{
  return call(context, list,
              {{QStringLiteral("page_no"), page},
               {QStringLiteral("page_size"), std::clamp(context.pageSize, 1, kMostPageSize)}},
              streamName(context.stream) +
                  (qstrcmp(list, "items_on_sale") == 0 ? QStringLiteral(".page") : QStringLiteral(".warehouse")),
              state);
}

ProductSnapshot readItem(const JsonReader& item, Snapshots& out)
{
  ProductSnapshot product;
  product.externalId = item["item_id"].text();
  product.title = item["title"].text();
  const QString display = textOf(item["is_display"]);
  if (!display.isEmpty() && display != QLatin1String("0") && display != QLatin1String("1"))
    noteChange(out, ChangeNotice::Kind::Value, "item.is_display", display);
  product.status = display == QLatin1String("0") ? QStringLiteral("INACTIVE") : QStringLiteral("ACTIVE");
  for (const JsonReader& image : item["images"].itemsIfAny())
    product.imageUrls.append(textOf(image["image_url"]));
  product.imageUrls.removeAll(QString());
  product.variants = readSkus(item);
  for (const VariantSnapshot& variant : product.variants) {
    product.variantIds.append(variant.externalId);
    product.updatedAt = std::max(product.updatedAt, variant.updatedAt);
  }
  return product;
}

void takeItem(const FetchContext& context, const JsonReader& item, FetchStep& step)
{
  ProductSnapshot product = readItem(item, step.snapshots);
  if (!item.problems().isEmpty())
    return reportFailure(item, "item_id", step.snapshots);
  if (context.stream == Stream::Products) {
    step.snapshots.products.push_back(std::move(product));
    return;
  }
  for (const VariantSnapshot& variant : product.variants)
    if (variant.stock)
      step.snapshots.stock.push_back(
          {product.externalId, variant.externalId, variant.sku, {}, std::nullopt, std::nullopt, variant.stock});
}

Result<FetchStep> parseList(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  const char* list = sent.operation.endsWith(QLatin1String(".page")) ? "items_on_sale" : "items_in_warehouse";
  for (const JsonReader& item : answer["items"].itemsIfAny())
    step.next.push_back(oneItem(context, item["item_id"].text(), streamName(context.stream) + QStringLiteral(".one")));
  const qint64 total = answer["count"].integer();
  SC_TRY(answer.check());
  step.total = total;
  if (const auto page = followingPage(sent.state, total, std::clamp(context.pageSize, 1, kMostPageSize), 1))
    step.next.push_back(itemPage(context, list, *page, pageState(*page)));
  return step;
}

HttpRequest customerPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "customers",
              {{QStringLiteral("created_at_start"), toMs(span.from) / 1000},
               {QStringLiteral("created_at_end"), toMs(span.to) / 1000},
               {QStringLiteral("page"), page},
               {QStringLiteral("page_size"), kMostCustomers}},
              QStringLiteral("customers.page"), state);
}

CustomerSnapshot readCustomer(const JsonReader& node)
{
  CustomerSnapshot customer;
  customer.externalId = node["yz_open_id"].text();
  customer.name = node["show_name"].textIfAny().value_or(textOf(node["name"]));
  customer.phone = textOf(node["mobile"]);
  customer.registeredAt = unixTime(node["created_at"]);
  return customer;
}

} // namespace

std::vector<VariantSnapshot> readSkus(const JsonReader& item)
{
  std::vector<VariantSnapshot> variants;
  const auto stockOf = [](const JsonReader& node) {
    const auto quantity = node["quantity"].integerIfAny();
    return quantity ? quantity : node["stock_num"].integerIfAny();
  };
  for (const JsonReader& sku : item["sku_list"].itemsIfAny()) {
    VariantSnapshot variant;
    variant.externalId = sku["sku_id"].text();
    variant.sku = textOf(sku["sku_no"]);
    variant.barcode = textOf(sku["sku_barcode"]);
    QStringList options;
    for (const JsonReader& one : sku["sku_props"].itemsIfAny())
      options.append(textOf(one["prop_name"]) + QStringLiteral(": ") + textOf(one["prop_value_name"]));
    variant.options = options.join(QStringLiteral(", "));
    if (const auto fen = sku["price"].integerIfAny())
      variant.price = Money(*fen, kYuan);
    variant.stock = stockOf(sku);
    variant.updatedAt = unixMilliseconds(sku["sku_modified_time"]);
    variants.push_back(std::move(variant));
  }
  if (!variants.empty())
    return variants;
  VariantSnapshot only; // sold without variants: the item is its own
  only.externalId = textOf(item["item_id"]);
  only.sku = textOf(item["item_no"]);
  only.barcode = textOf(item["item_barcode"]);
  if (const auto fen = item["item_price_param"]["price"].integerIfAny())
    only.price = Money(*fen, kYuan);
  only.stock = stockOf(item);
  return {only};
}

HttpRequest oneItem(const FetchContext& context, const QString& id, const QString& operation)
{
  return call(context, "item", {{QStringLiteral("item_id"), id.toLongLong()}}, operation, id);
}

std::vector<HttpRequest> firstItems(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit)
    for (const QString& id : context.ids)
      requests.push_back(oneItem(context, id, streamName(context.stream) + QStringLiteral(".one")));
  else if (context.loop == Loop::Discover)
    for (const char* list : {"items_on_sale", "items_in_warehouse"})
      requests.push_back(itemPage(context, list, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseItems(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  if (!sent.operation.endsWith(QLatin1String(".one")))
    return parseList(context, sent, answer);
  FetchStep step;
  takeItem(context, answer, step);
  return step;
}

std::vector<HttpRequest> firstCustomers(const FetchContext& context)
{
  if (context.loop != Loop::Discover)
    return {};
  return {customerPage(context, {context.from, context.to}, 1, QStringLiteral("learn"))};
}

Result<FetchStep> parseCustomers(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  FetchStep step;
  for (const JsonReader& item : answer["record_list"].itemsIfAny()) {
    const JsonReader record = item.isolated();
    CustomerSnapshot customer = readCustomer(record);
    if (record.problems().isEmpty())
      step.snapshots.customers.push_back(std::move(customer));
    else
      reportFailure(record, "yz_open_id", step.snapshots);
  }
  const qint64 total = answer["total"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  step.total = total;
  if (const auto page = followingPage(sent.state, total, kMostCustomers, 1)) {
    const QJsonObject asked = parametersOf(sent);
    const auto at = [&](const char* name) {
      return Instant(std::chrono::seconds(asked.value(QLatin1String(name)).toInteger()));
    };
    step.next.push_back(customerPage(context, {at("created_at_start"), at("created_at_end")}, *page, pageState(*page)));
  }
  return step;
}

} // namespace supercargo::youzan
