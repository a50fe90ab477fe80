#include "core/providers/taobao/taobao.h"

#include <algorithm>

/// Lists tell which goods there are; prices and stock of their variants come with the goods themselves, twenty a call.
namespace supercargo::taobao {

const QByteArray kItemFields = "num_iid,title,outer_id,price,num,pic_url,item_img,approve_status,modified,detail_url,"
                               "barcode,with_hold_quantity,sku";

namespace {

constexpr int kMostPageSize = 200;
constexpr qsizetype kMostIds = 20;

int pageSize(const FetchContext& context)
{
  return std::clamp(context.pageSize, 1, kMostPageSize);
}

QString listName(bool onSale)
{
  return onSale ? QStringLiteral("onsale") : QStringLiteral("inventory");
}

/// A sale moves no time stamp, so that stock is read as a whole.
HttpRequest listPage(const FetchContext& context, bool onSale, qint64 page, const QString& state)
{
  SortedFields fields{{"fields", "num_iid,modified"},
                      {"page_no", QByteArray::number(page)},
                      {"page_size", QByteArray::number(pageSize(context))}};
  if (context.stream == Stream::Products && context.from > Instant()) {
    addField(fields, "start_modified", formatLocal(context.from, kChinaOffset).toUtf8());
    addField(fields, "end_modified", formatLocal(context.to, kChinaOffset).toUtf8());
  }
  return call(context, onSale ? "taobao.items.onsale.get" : "taobao.items.inventory.get", fields,
              streamName(context.stream) + u'.' + listName(onSale), state);
}

HttpRequest itemsRequest(const FetchContext& context, const QStringList& ids)
{
  return call(context, "taobao.items.seller.list.get", {{"fields", kItemFields}, {"num_iids", ids.join(u',').toUtf8()}},
              streamName(context.stream) + QStringLiteral(".items"), ids.join(u','));
}

void askFor(const FetchContext& context, const QStringList& ids, std::vector<HttpRequest>& requests)
{
  for (qsizetype at = 0; at < ids.size(); at += kMostIds)
    requests.push_back(itemsRequest(context, ids.mid(at, kMostIds)));
}

VariantSnapshot readSku(const JsonReader& sku)
{
  VariantSnapshot variant;
  variant.externalId = shopId(sku["sku_id"]);
  variant.sku = textOf(sku["outer_id"]);
  variant.barcode = textOf(sku["barcode"]);
  // "1627207:28326:颜色:红色;…": property and value as numbers, then as words
  QStringList options;
  for (const QString& property : textOf(sku["properties_name"]).split(u';', Qt::SkipEmptyParts))
    options.append(property.count(u':') >= 3 ? property.section(u':', 2) : property);
  variant.options = options.join(QStringLiteral(", "));
  variant.price = sku["price"].moneyIfAny(kYuan);
  variant.stock = sku["quantity"].integerIfAny();
  variant.updatedAt = chinaTime(sku["modified"]);
  return variant;
}

StockSnapshot stockOf(const QString& product, const VariantSnapshot& variant)
{
  StockSnapshot stock;
  stock.productExternalId = product;
  stock.variantExternalId = variant.externalId;
  stock.sku = variant.sku;
  stock.available = variant.stock;
  return stock;
}

std::vector<VariantSnapshot> variantsOf(const JsonReader& item)
{
  std::vector<VariantSnapshot> variants;
  for (const JsonReader& sku : listOf(item, "skus", "sku"))
    variants.push_back(readSku(sku));
  if (!variants.empty())
    return variants;
  VariantSnapshot own; // goods without variants are their own
  own.externalId = shopId(item["num_iid"]);
  own.sku = textOf(item["outer_id"]);
  own.barcode = textOf(item["barcode"]);
  own.imageUrl = textOf(item["pic_url"]);
  own.price = item["price"].moneyIfAny(kYuan);
  own.stock = item["num"].integerIfAny();
  own.updatedAt = chinaTime(item["modified"]);
  return {own};
}

Result<FetchStep> parseList(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  QStringList ids;
  for (const JsonReader& item : listOf(answer, "items", "item"))
    ids.append(item["num_iid"].text());
  step.total = answer["total_results"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  askFor(context, ids, step.next);
  const bool onSale = sent.operation.endsWith(listName(true));
  if (const auto page = followingPage(sent.state, *step.total, pageSize(context), 1))
    step.next.push_back(listPage(context, onSale, *page, pageState(*page)));
  return step;
}

/// What was asked for by id and is not in the answer is no longer in the shop.
Result<FetchStep> parseItemsByIds(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  step.snapshots.gone = sent.state.split(u',', Qt::SkipEmptyParts);
  for (const JsonReader& node : listOf(answer, "items", "item")) {
    const JsonReader item = node.isolated();
    step.snapshots.gone.removeAll(shopId(item["num_iid"]));
    ProductSnapshot product = readItem(context, item, step.snapshots);
    auto stock = readStock(item);
    if (!item.problems().isEmpty())
      reportFailure(item, "num_iid", step.snapshots);
    else if (context.stream == Stream::Products)
      step.snapshots.products.push_back(std::move(product));
    else
      std::move(stock.begin(), stock.end(), std::back_inserter(step.snapshots.stock));
  }
  if (context.stream != Stream::Products)
    step.snapshots.gone.clear();
  SC_TRY(answer.check());
  return step;
}

} // namespace

ProductSnapshot readItem(const FetchContext& context, const JsonReader& item, Snapshots& out)
{
  ProductSnapshot product;
  product.externalId = item["num_iid"].text();
  product.title = item["title"].text();
  product.status =
      valueOf(*context.declaration, "product_statuses", textOf(item["approve_status"]), "item.approve_status", out);
  product.url = textOf(item["detail_url"]);
  for (const JsonReader& image : listOf(item, "item_imgs", "item_img"))
    if (const auto url = image["url"].textIfAny())
      product.imageUrls.append(*url);
  if (const QString main = textOf(item["pic_url"]); !main.isEmpty() && !product.imageUrls.contains(main))
    product.imageUrls.prepend(main);
  product.updatedAt = chinaTime(item["modified"]);
  product.variants = variantsOf(item);
  for (const VariantSnapshot& variant : product.variants)
    product.variantIds.append(variant.externalId);
  return product;
}

std::vector<StockSnapshot> readStock(const JsonReader& item)
{
  std::vector<StockSnapshot> stock;
  for (const VariantSnapshot& variant : variantsOf(item))
    if (variant.stock)
      stock.push_back(stockOf(shopId(item["num_iid"]), variant));
  return stock;
}

std::vector<HttpRequest> firstItems(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Audit)
    return requests;
  if (context.loop == Loop::Revisit)
    askFor(context, context.ids, requests);
  else
    for (const bool onSale : {true, false})
      requests.push_back(listPage(context, onSale, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseItems(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  return sent.operation.endsWith(QLatin1String(".items")) ? parseItemsByIds(context, sent, answer)
                                                          : parseList(context, sent, answer);
}

} // namespace supercargo::taobao
