#include "core/providers/pinduoduo/pinduoduo.h"

#include <algorithm>

/// The list has stock but no prices, and knows no time of change: stock is read from it as a whole, products one by
/// one.
namespace supercargo::pinduoduo {
namespace {

constexpr int kMostPageSize = 100;

HttpRequest listPage(const FetchContext& context, qint64 page, const QString& state)
{
  return call(context, "pdd.goods.list.get",
              {{"page", QByteArray::number(page)}, {"page_size", QByteArray::number(context.pageUpTo(kMostPageSize))}},
              streamName(context.stream) + QStringLiteral(".page"), state);
}

HttpRequest oneGoods(const FetchContext& context, const QString& id)
{
  return call(context, "pdd.goods.detail.get", {{"goods_id", id.toUtf8()}}, QStringLiteral("products.one"), id);
}

QString options(const JsonReader& sku)
{
  QStringList parts;
  for (const JsonReader& spec : sku["spec"].itemsIfAny())
    parts.append(textOf(spec["parent_name"]) + QStringLiteral(": ") + textOf(spec["spec_name"]));
  return parts.join(QStringLiteral(", "));
}

ProductSnapshot readGoods(const FetchContext& context, const JsonReader& goods, Snapshots& out)
{
  ProductSnapshot product;
  product.externalId = goods["goods_id"].text();
  product.title = goods["goods_name"].text();
  product.status = valueOf(*context.declaration, "product_statuses", textOf(goods["status"]), "goods.status", out);
  for (const JsonReader& image : goods["carousel_gallery_list"].itemsIfAny())
    product.imageUrls.append(image.text());
  if (const QString main = textOf(goods["image_url"]); !main.isEmpty() && !product.imageUrls.contains(main))
    product.imageUrls.prepend(main);
  product.variants = readSkus(goods);
  for (const VariantSnapshot& variant : product.variants)
    product.variantIds.append(variant.externalId);
  return product;
}

void readListedStock(const JsonReader& goods, Snapshots& out)
{
  std::vector<StockSnapshot> found;
  for (const JsonReader& sku : goods["sku_list"].itemsIfAny()) {
    StockSnapshot stock;
    stock.productExternalId = shopId(goods["goods_id"]);
    stock.variantExternalId = sku["sku_id"].text();
    stock.sku = textOf(sku["outer_id"]);
    stock.available = sku["sku_quantity"].integerIfAny();
    if (stock.available)
      found.push_back(std::move(stock));
  }
  if (goods.problems().isEmpty())
    std::move(found.begin(), found.end(), std::back_inserter(out.stock));
  else
    reportFailure(goods, "goods_id", out);
}

Result<FetchStep> parseList(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  for (const JsonReader& item : answer["goods_list"].itemsIfAny()) {
    if (context.stream == Stream::Stock)
      readListedStock(item.isolated(), step.snapshots);
    else
      step.next.push_back(oneGoods(context, item["goods_id"].text()));
  }
  step.total = answer["total_count"].integer();
  SC_TRY(answer.check());
  if (const auto page = followingPage(sent.state, *step.total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(listPage(context, *page, pageState(*page)));
  return step;
}

} // namespace

std::vector<VariantSnapshot> readSkus(const JsonReader& goods)
{
  std::vector<VariantSnapshot> variants;
  for (const JsonReader& sku : goods["sku_list"].itemsIfAny()) {
    VariantSnapshot variant;
    variant.externalId = sku["sku_id"].text();
    variant.sku = textOf(sku["out_sku_sn"]);
    variant.imageUrl = textOf(sku["thumb_url"]);
    variant.options = options(sku);
    // Fen. Nearly everything is sold at the group's price, which is what orders state.
    if (const auto price = sku["multi_price"].integerIfAny())
      variant.price = Money(*price, kYuan);
    variant.stock = sku["quantity"].integerIfAny();
    variants.push_back(std::move(variant));
  }
  return variants;
}

std::vector<HttpRequest> firstGoods(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit)
    for (const QString& id : context.ids)
      requests.push_back(oneGoods(context, id));
  else if (context.loop == Loop::Discover)
    requests.push_back(listPage(context, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseGoods(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  if (sent.operation != QLatin1String("products.one"))
    return parseList(context, sent, answer);
  FetchStep step;
  ProductSnapshot product = readGoods(context, answer, step.snapshots);
  if (answer.problems().isEmpty())
    step.snapshots.products.push_back(std::move(product));
  else
    reportFailure(answer, "goods_id", step.snapshots);
  return step;
}

} // namespace supercargo::pinduoduo
