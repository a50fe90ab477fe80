#include "core/providers/taobao/taobao.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

/// Lists tell which goods there are; prices and stock of their variants come with the goods themselves, twenty a call.
/// A list of more goods than the platform pages through is read in pieces by the time of change.
namespace supercargo::taobao {

const QByteArray kItemFields = "num_iid,title,outer_id,price,num,pic_url,item_img,approve_status,modified,detail_url,"
                               "barcode,with_hold_quantity,sku";

namespace {

constexpr int kMostPageSize = 200;
constexpr qsizetype kMostIds = 20;

/// The goods on sale or a part of those in the warehouse: all that the run is for, or a piece of these.
struct List {
  bool onSale = true;
  QByteArray part; ///< of the warehouse, which is never listed as a whole
  std::optional<Span> piece;
};

QString operationOf(const FetchContext& context, const List& list)
{
  return streamName(context.stream) + (list.onSale ? QStringLiteral(".onsale") : QStringLiteral(".inventory")) +
         (list.piece ? QStringLiteral(".piece") : QString());
}

List listAskedFor(const HttpRequest& sent)
{
  const bool isPiece = sent.operation.endsWith(QLatin1String(".piece"));
  return {sent.operation.contains(QLatin1String(".onsale")), formFields(sent.body).value("banner"),
          isPiece ? std::optional(spanOf(sent)) : std::nullopt};
}

/// A sale moves no time stamp, so that stock is read as a whole; what is edited while its pieces are read comes with
/// the next reading.
HttpRequest listPage(const FetchContext& context, const List& list, qint64 page, const QString& state)
{
  SortedFields fields{{"fields", "num_iid,modified"},
                      {"page_no", QByteArray::number(page)},
                      {"page_size", QByteArray::number(context.pageUpTo(kMostPageSize))}};
  if (list.piece || (context.stream == Stream::Products && context.from > Instant())) {
    const Span span = list.piece.value_or(Span{context.from, context.to});
    addField(fields, "start_modified", formatLocal(span.from, kChinaOffset).toUtf8());
    addField(fields, "end_modified", formatLocal(span.to, kChinaOffset).toUtf8());
  }
  if (!list.part.isEmpty())
    addField(fields, "banner", list.part);
  return call(context, list.onSale ? "taobao.items.onsale.get" : "taobao.items.inventory.get", fields,
              operationOf(context, list), state);
}

std::vector<List> allLists(const FetchContext& context)
{
  std::vector<List> lists{{}};
  for (const QJsonValue part : context.declaration->extra.value(QLatin1String("warehouse_parts")).toArray())
    lists.push_back({false, part.toString().toUtf8(), std::nullopt});
  return lists;
}

/// How many pages of a list the platform shows.
qint64 mostPages(const FetchContext& context, bool onSale)
{
  const QJsonObject& facts = context.declaration->extra;
  return onSale ? facts.value(QLatin1String("onsale_depth")).toInteger() / context.pageUpTo(kMostPageSize)
                : facts.value(QLatin1String("inventory_pages")).toInteger();
}

Result<FetchStep> readInHalves(const FetchContext& context, const List& list)
{
  SC_TRY_ASSIGN(pieces, halves(list.piece.value_or(Span{context.from, context.to}), "Taobao"));
  FetchStep step;
  for (const Span& piece : pieces)
    step.next.push_back(listPage(context, {list.onSale, list.part, piece}, 1, QStringLiteral("learn")));
  return step;
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
  const List list = listAskedFor(sent);
  QStringList ids;
  for (const JsonReader& item : listOf(answer, "items", "item"))
    ids.append(item["num_iid"].text());
  const qint64 total = answer["total_results"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  if (sent.state == QLatin1String("learn") && total > mostPages(context, list.onSale) * context.pageUpTo(kMostPageSize))
    return readInHalves(context, list);
  FetchStep step;
  if (!list.piece)
    step.total = total;
  askFor(context, ids, step.next);
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(listPage(context, list, *page, pageState(*page)));
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
    for (const List& list : allLists(context))
      requests.push_back(listPage(context, list, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseItems(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const auto answer = open(got);
  if (!answer && saysTooDeep(*context.declaration, sent, answer.error()))
    return readInHalves(context, listAskedFor(sent));
  if (!answer)
    return fail(answer.error());
  return sent.operation.endsWith(QLatin1String(".items")) ? parseItemsByIds(context, sent, *answer)
                                                          : parseList(context, sent, *answer);
}

} // namespace supercargo::taobao
