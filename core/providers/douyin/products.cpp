#include "core/providers/douyin/douyin.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

/// The list tells the goods, a call for each of them its variants with price and stock. A list of more goods than the
/// platform pages through is read in pieces by the time of change.
namespace supercargo::douyin {
namespace {

constexpr int kMostPageSize = 100;
constexpr qsizetype kMostIds = 100;

/// All goods that the run is for, or a piece of them.
using Piece = std::optional<Span>;

Span spanOf(const FetchContext& context, const Piece& piece)
{
  return piece.value_or(Span{context.from, context.to});
}

/// Pages count from 1 here. The span leaves out both its ends, so it is one second wider on both sides.
HttpRequest listPage(const FetchContext& context, const Piece& piece, qint64 page, const QString& state)
{
  QJsonObject parameters{{QStringLiteral("page"), page}, {QStringLiteral("size"), context.pageUpTo(kMostPageSize)}};
  if (piece || (context.stream == Stream::Products && context.from > Instant())) {
    const Span span = spanOf(context, piece);
    parameters.insert(QStringLiteral("update_start_time"), toMs(span.from) / 1000 - 1);
    parameters.insert(QStringLiteral("update_end_time"), toMs(span.to) / 1000 + 1);
  }
  return call(context, "/product/listV2", parameters,
              streamName(context.stream) + (piece ? QStringLiteral(".piece") : QStringLiteral(".page")), state);
}

Piece pieceAskedFor(const HttpRequest& sent)
{
  if (!sent.operation.endsWith(QLatin1String(".piece")))
    return std::nullopt;
  const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
  const auto time = [&](const char* name) {
    return Instant(std::chrono::seconds(body.value(QLatin1String(name)).toInteger()));
  };
  const std::chrono::seconds second(1);
  return Span{time("update_start_time") + second, time("update_end_time") - second};
}

qint64 mostPages(const FetchContext& context)
{
  return context.declaration->extra.value(QLatin1String("product_pages")).toInteger();
}

Result<FetchStep> readInHalves(const FetchContext& context, const HttpRequest& sent)
{
  SC_TRY_ASSIGN(pieces, halves(spanOf(context, pieceAskedFor(sent)), "Douyin"));
  FetchStep step;
  for (const Span& piece : pieces)
    step.next.push_back(listPage(context, piece, 1, QStringLiteral("learn")));
  return step;
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

/// Notes the goods of a list: their variants are asked for next.
void takeGoods(const FetchContext& context, const JsonReader& data, FetchStep& step)
{
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
}

/// What was asked for by id and is not in the answer is no longer in the shop.
Result<FetchStep> parseByIds(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  FetchStep step;
  step.snapshots.gone = sent.state.split(u',', Qt::SkipEmptyParts);
  takeGoods(context, data, step);
  SC_TRY(data.check());
  return step;
}

Result<FetchStep> parseList(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  const qint64 total = data["total"].integerIfAny().value_or(0);
  if (sent.state == QLatin1String("learn") && total > mostPages(context) * context.pageUpTo(kMostPageSize))
    return readInHalves(context, sent);
  FetchStep step;
  takeGoods(context, data, step);
  SC_TRY(data.check());
  const Piece piece = pieceAskedFor(sent);
  if (!piece)
    step.total = total;
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(listPage(context, piece, *page, pageState(*page)));
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
    requests.push_back(listPage(context, std::nullopt, 1, QStringLiteral("learn")));
  return requests;
}

Result<FetchStep> parseProducts(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const auto data = open(*context.declaration, got);
  if (!data && saysTooDeep(*context.declaration, sent, data.error()))
    return readInHalves(context, sent);
  if (!data)
    return fail(data.error());
  if (sent.operation.endsWith(QLatin1String(".skus")))
    return parseSkus(context, sent, *data);
  return sent.operation == QLatin1String("products.ids") ? parseByIds(context, sent, *data)
                                                         : parseList(context, sent, *data);
}

} // namespace supercargo::douyin
