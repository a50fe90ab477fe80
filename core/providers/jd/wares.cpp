#include "core/providers/jd/jd.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

/// Wares are listed with their titles; a call for each brings its variants with price and stock. Stock alone is read
/// from the list of all variants.
namespace supercargo::jd {
namespace {

constexpr int kMostPageSize = 50;
const QString kWareFields = QStringLiteral("wareId,title,wareStatus,modified,logo,itemNum,images");
const QString kSkuFields =
    QStringLiteral("skuId,wareId,outerId,barCode,jdPrice,stockNum,saleAttrs,logo,modified,status");

HttpRequest warePage(const FetchContext& context, qint64 page, const QString& state)
{
  QJsonObject parameters{{QStringLiteral("pageNo"), page},
                         {QStringLiteral("pageSize"), context.pageUpTo(kMostPageSize)},
                         {QStringLiteral("field"), kWareFields}};
  if (context.from > Instant()) {
    parameters.insert(QStringLiteral("startModifiedTime"), toMs(context.from));
    parameters.insert(QStringLiteral("endModifiedTime"), toMs(context.to));
  }
  return call(context, "jingdong.ware.read.searchWare4Valid", parameters, QStringLiteral("products.page"), state);
}

HttpRequest wareById(const FetchContext& context, const QString& id)
{
  return call(context, "jingdong.ware.read.searchWare4Valid",
              {{QStringLiteral("pageNo"), 1},
               {QStringLiteral("pageSize"), 1},
               {QStringLiteral("wareId"), QJsonArray{id}},
               {QStringLiteral("field"), kWareFields}},
              QStringLiteral("products.one"), id);
}

HttpRequest skuPage(const FetchContext& context, qint64 page, const QString& state)
{
  return call(context, "jingdong.sku.read.searchSkuList",
              {{QStringLiteral("pageNo"), page},
               {QStringLiteral("pageSize"), context.pageUpTo(kMostPageSize)},
               {QStringLiteral("field"), kSkuFields}},
              QStringLiteral("stock.page"), state);
}

/// The ware waits in the state, and with it the number of the page after the first and the variants read before it.
HttpRequest skusOf(const FetchContext& context, const QString& ware, qint64 page, const QString& state)
{
  return call(context, "jingdong.sku.read.searchSkuList",
              {{QStringLiteral("wareId"), QJsonArray{ware}},
               {QStringLiteral("pageNo"), page},
               {QStringLiteral("pageSize"), kMostPageSize},
               {QStringLiteral("field"), kSkuFields}},
              QStringLiteral("products.skus"), state);
}

ProductSnapshot readWare(const FetchContext& context, const JsonReader& node, Snapshots& out)
{
  ProductSnapshot product;
  product.externalId = node["wareId"].text();
  product.title = node["title"].text();
  product.status =
      valueOf(*context.declaration, "product_statuses", textOf(node["wareStatus"]), "ware.wareStatus", out);
  const QString images = context.declaration->extra.value(QLatin1String("image_base")).toString();
  if (const QString logo = textOf(node["logo"]); !logo.isEmpty())
    product.imageUrls.append(logo.startsWith(QLatin1String("http")) ? logo : images + logo);
  product.updatedAt = unixMilliseconds(node["modified"]);
  return product;
}

Result<FetchStep> parseWarePage(const FetchContext& context, const HttpRequest& sent, const JsonReader& page)
{
  FetchStep step;
  const bool asked = sent.operation == QLatin1String("products.one");
  if (asked)
    step.snapshots.gone = {sent.state};
  for (const JsonReader& item : page["data"].itemsIfAny()) {
    const JsonReader ware = item.isolated();
    const ProductSnapshot product = readWare(context, ware, step.snapshots);
    step.snapshots.gone.removeAll(product.externalId);
    if (ware.problems().isEmpty())
      step.next.push_back(skusOf(context, product.externalId, 1, QString::fromUtf8(ware.json())));
    else
      reportFailure(ware, "wareId", step.snapshots);
  }
  const qint64 total = page["totalItem"].integerIfAny().value_or(0);
  SC_TRY(page.check());
  if (asked)
    return step;
  step.total = total;
  if (const auto following = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(warePage(context, *following, pageState(*following)));
  return step;
}

Result<FetchStep> parseSkus(const FetchContext& context, const HttpRequest& sent, const JsonReader& page)
{
  SC_TRY_ASSIGN(ware, JsonReader::parse(sent.state.toUtf8()));
  FetchStep step;
  ProductSnapshot product = readWare(context, ware, step.snapshots);
  std::vector<JsonReader> skus = ware["skus"].itemsIfAny();
  const auto read = page["data"].itemsIfAny();
  skus.insert(skus.end(), read.begin(), read.end());
  for (const JsonReader& item : skus)
    if (const VariantSnapshot variant = readSku(item); !product.variantIds.contains(variant.externalId)) {
      product.variants.push_back(variant); // else: moved to a later page while the pages were read
      product.variantIds.append(variant.externalId);
    }
  const qint64 number = ware["page"].integerIfAny().value_or(1), total = page["totalItem"].integerIfAny().value_or(0);
  SC_TRY(page.check());
  if (number * kMostPageSize < total && !read.empty()) {
    QJsonObject waiting = QJsonDocument::fromJson(sent.state.toUtf8()).object();
    QJsonArray before = waiting[QLatin1String("skus")].toArray();
    for (const JsonReader& item : read)
      before.append(QJsonDocument::fromJson(item.json()).object());
    waiting[QLatin1String("skus")] = before;
    waiting[QLatin1String("page")] = number + 1;
    const QByteArray state = QJsonDocument(waiting).toJson(QJsonDocument::Compact);
    step.next.push_back(skusOf(context, product.externalId, number + 1, QString::fromUtf8(state)));
    return step;
  }
  step.snapshots.products.push_back(std::move(product));
  return step;
}

Result<FetchStep> parseStock(const FetchContext& context, const HttpRequest& sent, const JsonReader& page)
{
  FetchStep step;
  for (const JsonReader& item : page["data"].itemsIfAny()) {
    const JsonReader sku = item.isolated();
    const VariantSnapshot variant = readSku(sku);
    StockSnapshot stock;
    stock.productExternalId = shopId(sku["wareId"]);
    stock.variantExternalId = variant.externalId;
    stock.sku = variant.sku;
    stock.available = variant.stock;
    if (!sku.problems().isEmpty())
      reportFailure(sku, "skuId", step.snapshots);
    else if (stock.available)
      step.snapshots.stock.push_back(std::move(stock));
  }
  step.total = page["totalItem"].integerIfAny().value_or(0);
  SC_TRY(page.check());
  if (const auto following = followingPage(sent.state, *step.total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(skuPage(context, *following, pageState(*following)));
  return step;
}

} // namespace

VariantSnapshot readSku(const JsonReader& sku)
{
  VariantSnapshot variant;
  variant.externalId = sku["skuId"].text();
  variant.sku = textOf(sku["outerId"]);
  variant.barcode = textOf(sku["barCode"]);
  QStringList options;
  for (const JsonReader& attribute : sku["saleAttrs"].itemsIfAny())
    for (const JsonReader& value : attribute["attrValueAlias"].itemsIfAny())
      options.append(textOf(value));
  variant.options = options.join(QStringLiteral(", "));
  variant.price = sku["jdPrice"].moneyIfAny(kYuan); // a JSON number; rounded to fen, never through double arithmetic
  variant.stock = sku["stockNum"].integerIfAny();
  variant.updatedAt = unixMilliseconds(sku["modified"]);
  return variant;
}

std::vector<HttpRequest> firstWares(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit)
    for (const QString& id : context.ids)
      requests.push_back(wareById(context, id));
  else if (context.loop == Loop::Discover)
    requests.push_back(context.stream == Stream::Stock ? skuPage(context, 1, QStringLiteral("learn"))
                                                       : warePage(context, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseWares(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  const JsonReader page = answer["page"];
  if (!page.isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("JD's answer holds no page"));
  if (sent.operation == QLatin1String("products.skus"))
    return parseSkus(context, sent, page);
  return context.stream == Stream::Stock ? parseStock(context, sent, page) : parseWarePage(context, sent, page);
}

} // namespace supercargo::jd
