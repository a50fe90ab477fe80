#include "core/providers/douyin/douyin.h"

#include <QJsonArray>

#include <algorithm>

/// The list tells the goods, a call for each of them its variants with price and stock.
namespace supercargo::douyin {
namespace {

constexpr int kMostPageSize = 100;
constexpr qsizetype kMostIds = 100;

int pageSize(const FetchContext& context)
{
  return std::clamp(context.pageSize, 1, kMostPageSize);
}

/// Pages count from 1 here. The span leaves out both its ends, so it is one second wider on both sides.
HttpRequest listPage(const FetchContext& context, qint64 page, const QString& state)
{
  QJsonObject parameters{{QStringLiteral("page"), page}, {QStringLiteral("size"), pageSize(context)}};
  if (context.stream == Stream::Products && context.from > Instant()) {
    parameters.insert(QStringLiteral("update_start_time"), toMs(context.from) / 1000 - 1);
    parameters.insert(QStringLiteral("update_end_time"), toMs(context.to) / 1000 + 1);
  }
  return call(context, "/product/listV2", parameters, streamName(context.stream) + QStringLiteral(".page"), state);
}

HttpRequest byIds(const FetchContext& context, const QStringList& ids)
{
  return call(context, "/product/listV2",
              {{QStringLiteral("page"), 1},
               {QStringLiteral("size"), kMostPageSize},
               {QStringLiteral("product_id"), QJsonArray::fromStringList(ids)}},
              QStringLiteral("products.ids"), ids.join(u','));
}

HttpRequest skusOf(const FetchContext& context, const JsonReader& product)
{
  return call(context, "/sku/list", {{QStringLiteral("product_id"), product["product_id"].integer()}},
              streamName(context.stream) + QStringLiteral(".skus"), QString::fromUtf8(product.json()));
}

ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  ProductSnapshot product;
  product.externalId = node["product_id"].text();
  product.title = node["name"].text();
  product.status = valueOf(*context.declaration, "product_statuses", textOf(node["status"]), "product.status", out);
  if (const auto image = node["img"].textIfAny())
    product.imageUrls.append(*image);
  const JsonReader category = node["category_detail"];
  for (const char* level : {"first_cname", "second_cname", "third_cname", "fourth_cname"})
    if (const auto name = category[level].textIfAny())
      product.categories.append(*name);
  product.updatedAt = unixTime(node["update_time"]);
  return product;
}

Result<FetchStep> parseList(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  FetchStep step;
  const bool asked = sent.operation == QLatin1String("products.ids");
  if (asked)
    step.snapshots.gone = sent.state.split(u',', Qt::SkipEmptyParts);
  for (const JsonReader& item : data["data"].itemsIfAny()) {
    const JsonReader node = item.isolated();
    readProduct(context, node, step.snapshots);
    HttpRequest further = skusOf(context, node);
    step.snapshots.gone.removeAll(shopId(node["product_id"]));
    if (node.problems().isEmpty())
      step.next.push_back(std::move(further));
    else
      reportFailure(node, "product_id", step.snapshots);
  }
  const qint64 total = data["total"].integerIfAny().value_or(0);
  SC_TRY(data.check());
  if (asked)
    return step;
  step.total = total;
  if (const auto page = followingPage(sent.state, total, pageSize(context), 1))
    step.next.push_back(listPage(context, *page, pageState(*page)));
  return step;
}

Result<FetchStep> parseSkus(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  SC_TRY_ASSIGN(node, JsonReader::parse(sent.state.toUtf8()));
  FetchStep step;
  ProductSnapshot product = readProduct(context, node, step.snapshots);
  for (const JsonReader& item : data.itemsIfAny()) {
    const VariantSnapshot variant = readSku(item);
    if (context.stream == Stream::Stock && variant.stock) {
      StockSnapshot stock;
      stock.productExternalId = product.externalId;
      stock.variantExternalId = variant.externalId;
      stock.sku = variant.sku;
      stock.available = variant.stock;
      step.snapshots.stock.push_back(std::move(stock));
    }
    product.variantIds.append(variant.externalId);
    product.variants.push_back(variant);
  }
  SC_TRY(data.check());
  if (context.stream == Stream::Products)
    step.snapshots.products.push_back(std::move(product));
  return step;
}

} // namespace

VariantSnapshot readSku(const JsonReader& sku)
{
  VariantSnapshot variant;
  variant.externalId = sku["id"].text();
  variant.sku = textOf(sku["code"]);
  QStringList options;
  for (const char* level : {"spec_detail_name1", "spec_detail_name2", "spec_detail_name3"})
    if (const auto name = sku[level].textIfAny())
      options.append(*name);
  variant.options = options.join(QStringLiteral(", "));
  if (const auto price = sku["price"].integerIfAny()) // fen
    variant.price = Money(*price, kYuan);
  constexpr qint64 kByRegion = 1; // stock_num then says nothing
  if (sku["sku_type"].integerIfAny().value_or(0) != kByRegion)
    variant.stock = sku["stock_num"].integerIfAny();
  return variant;
}

std::vector<HttpRequest> firstProducts(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit)
    for (qsizetype at = 0; at < context.ids.size(); at += kMostIds)
      requests.push_back(byIds(context, context.ids.mid(at, kMostIds)));
  else if (context.loop == Loop::Discover)
    requests.push_back(listPage(context, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseProducts(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(data, open(*context.declaration, got));
  return sent.operation.endsWith(QLatin1String(".skus")) ? parseSkus(context, sent, data)
                                                         : parseList(context, sent, data);
}

} // namespace supercargo::douyin
