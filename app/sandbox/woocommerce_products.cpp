#include "app/sandbox/pictures.h"
#include "app/sandbox/woocommerce.h"
#include "app/sandbox/woocommerce_list.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr qsizetype kBatchLimit = 100;

QString stockWord(qint64 quantity)
{
  return quantity > 0 ? u"instock"_s : u"outofstock"_s;
}

QJsonObject option(const Variant& variant)
{
  return {{u"id"_s, 0}, {u"name"_s, u"颜色"_s}, {u"slug"_s, u"color"_s}, {u"option"_s, variant.option}};
}

void insertCommon(QJsonObject& json, const QString& sku, const QString& barcode, qint64 price, int grams)
{
  json.insert(u"sku"_s, sku);
  json.insert(u"global_unique_id"_s, barcode);
  json.insert(u"price"_s, yuan(price));
  json.insert(u"regular_price"_s, yuan(price));
  json.insert(u"sale_price"_s, u""_s);
  json.insert(u"on_sale"_s, false);
  json.insert(u"purchasable"_s, true);
  json.insert(u"virtual"_s, false);
  json.insert(u"downloadable"_s, false);
  json.insert(u"tax_status"_s, u"taxable"_s);
  json.insert(u"tax_class"_s, u""_s);
  json.insert(u"backorders"_s, u"no"_s);
  json.insert(u"backorders_allowed"_s, false);
  json.insert(u"backordered"_s, false);
  json.insert(u"low_stock_amount"_s, QJsonValue());
  json.insert(u"weight"_s, QString::number(grams / 1000.0, 'f', 2));
  json.insert(u"dimensions"_s, QJsonObject{{u"length"_s, u""_s}, {u"width"_s, u""_s}, {u"height"_s, u""_s}});
  json.insert(u"status"_s, u"publish"_s);
  json.insert(u"description"_s, u""_s);
  json.insert(u"meta_data"_s, QJsonArray());
}
QJsonObject image(int number, const QString& url)
{
  return {{u"id"_s, 9000 + number}, {u"src"_s, url}, {u"name"_s, u""_s}, {u"alt"_s, u""_s}};
}

} // namespace

Instant WooShop::modified(const Product& product) const
{
  Instant latest{};
  for (int place = 0; place < product.variants; ++place)
    latest = std::max(latest, m_site.world.stock(Shop::Woo, product.firstVariant + place).changed);
  return latest;
}

QJsonObject WooShop::variationJson(const Variant& variant) const
{
  const Catalogue& catalogue = m_site.world.catalogue();
  const Product& product = catalogue.productOf(variant);
  const Stock& stock = m_site.world.stock(Shop::Woo, variant.number);
  QJsonObject json{{u"id"_s, woo::productId(product) + 1 + variant.place},
                   {u"parent_id"_s, woo::productId(product)},
                   {u"type"_s, u"variation"_s},
                   {u"name"_s, variant.option},
                   {u"permalink"_s, base() + u"/product/"_s + product.slug},
                   {u"manage_stock"_s, true},
                   {u"stock_quantity"_s, stock.onHand},
                   {u"stock_status"_s, stockWord(stock.onHand)},
                   {u"attributes"_s, QJsonArray{option(variant)}},
                   {u"image"_s, image(variant.number, pictureUrl(m_site, variant))}};
  insertCommon(json, variant.sku, variant.barcode, variant.price, product.weightGrams);
  woo::stamp(json, u"date_created"_s, m_site.world.catalogueMade() - std::chrono::hours(24 * 90));
  woo::stamp(json, u"date_modified"_s, stock.changed);
  return json;
}

QJsonObject WooShop::productJson(const Product& product) const
{
  const Catalogue& catalogue = m_site.world.catalogue();
  const Variant& first = catalogue.variants[std::size_t(product.firstVariant)];
  QJsonArray variations, options;
  qint64 inStock = 0;
  for (int place = 0; place < product.variants; ++place) {
    inStock += m_site.world.stock(Shop::Woo, product.firstVariant + place).onHand;
    variations.append(woo::productId(product) + 1 + place);
    options.append(catalogue.variants[std::size_t(product.firstVariant + place)].option);
  }
  const bool simple = product.isSimple();
  QJsonArray attributes;
  if (!simple)
    attributes.append(QJsonObject{{u"id"_s, 0},
                                  {u"name"_s, u"颜色"_s},
                                  {u"slug"_s, u"color"_s},
                                  {u"position"_s, 0},
                                  {u"visible"_s, true},
                                  {u"variation"_s, true},
                                  {u"options"_s, options}});
  const qint64 category = 15 + qint64(qHash(product.category, 7) % 20);
  QJsonObject json{
      {u"id"_s, woo::productId(product)},
      {u"parent_id"_s, 0},
      {u"name"_s, product.title},
      {u"slug"_s, product.slug},
      {u"permalink"_s, base() + u"/product/"_s + product.slug},
      {u"type"_s, simple ? u"simple"_s : u"variable"_s},
      {u"featured"_s, false},
      {u"catalog_visibility"_s, u"visible"_s},
      {u"short_description"_s, u""_s},
      {u"manage_stock"_s, simple},
      {u"stock_quantity"_s, simple ? QJsonValue(inStock) : QJsonValue()},
      {u"stock_status"_s, stockWord(inStock)},
      {u"categories"_s,
       QJsonArray{QJsonObject{{u"id"_s, category}, {u"name"_s, product.category}, {u"slug"_s, product.category}}}},
      {u"tags"_s, QJsonArray()},
      {u"images"_s, QJsonArray{image(product.number, pictureUrl(m_site, product))}},
      {u"attributes"_s, attributes},
      {u"default_attributes"_s, QJsonArray()},
      {u"variations"_s, simple ? QJsonArray() : variations},
      {u"grouped_products"_s, QJsonArray()}};
  insertCommon(json, simple ? first.sku : first.sku.section(u'-', 0, 1), simple ? first.barcode : u""_s, first.price,
               product.weightGrams);
  if (!simple)
    json.insert(u"regular_price"_s, u""_s);
  woo::stamp(json, u"date_created"_s, m_site.world.catalogueMade() - std::chrono::hours(24 * 90));
  woo::stamp(json, u"date_modified"_s, modified(product));
  return json;
}

Reply WooShop::listProducts(const Fields& parameters)
{
  auto paging = woo::paging(parameters);
  if (!paging)
    return paging.error();
  const auto from = woo::dateParameter(parameters, u"modified_after"),
             to = woo::dateParameter(parameters, u"modified_before");
  const QStringList include = fieldValue(parameters, u"include").split(u',', Qt::SkipEmptyParts);
  const QString sku = fieldValue(parameters, u"sku");
  std::vector<const Product*> found;
  for (const Product& product : m_site.world.catalogue().products) {
    const Instant at = std::chrono::floor<std::chrono::seconds>(modified(product));
    const QString itsSku = m_site.world.catalogue().variants[std::size_t(product.firstVariant)].sku;
    if (m_site.world.isListed(product.number) && (!from || at > *from) && (!to || at < *to) &&
        (include.isEmpty() || include.contains(QString::number(woo::productId(product)))) &&
        (sku.isEmpty() || sku.split(u',').contains(itsSku)))
      found.push_back(&product);
  }
  if (fieldValue(parameters, u"orderby") == "modified"_L1)
    std::stable_sort(found.begin(), found.end(),
                     [&](const Product* a, const Product* b) { return modified(*a) < modified(*b); });
  if (fieldValue(parameters, u"order") != "asc"_L1)
    std::reverse(found.begin(), found.end());
  paging->offset = disturbedPage(m_site, paging->offset / paging->perPage) * paging->perPage;
  QJsonArray items;
  for (qint64 i = paging->offset; i < std::min(paging->offset + paging->perPage, qint64(found.size())); ++i)
    items.append(woo::selected(productJson(*found[std::size_t(i)]), parameters));
  Reply reply = listReply(disturbedItems(m_site, items));
  woo::setPageHeaders(reply, base() + u"/wp-json/wc/v3/products"_s, *paging, qint64(found.size()));
  return reply;
}

std::optional<QJsonObject> WooShop::writeStock(int product, qint64 id, const QJsonObject& body)
{
  const Catalogue& catalogue = m_site.world.catalogue();
  const auto write = [&](const Variant& variant) {
    if (!body.value("stock_quantity"_L1).isDouble())
      return;
    Stock& stock = m_site.world.stock(Shop::Woo, variant.number);
    stock.onHand = body.value("stock_quantity"_L1).toInteger();
    stock.changed = stock.written = m_site.world.now();
  };
  const qint64 number = product < 0 ? (id - 100) / 10 : product;
  if (id < 100 || number >= qint64(catalogue.products.size()) || !m_site.world.isListed(int(number)))
    return std::nullopt;
  const Product& owner = catalogue.products[std::size_t(number)];
  const qint64 place = id - woo::productId(owner) - 1;
  if (product < 0) {
    if (place != -1)
      return std::nullopt;
    if (owner.isSimple())
      write(catalogue.variants[std::size_t(owner.firstVariant)]);
    return productJson(owner);
  }
  if (owner.isSimple() || place < 0 || place >= owner.variants)
    return std::nullopt;
  const Variant& variant = catalogue.variants[std::size_t(owner.firstVariant + place)];
  write(variant);
  return variationJson(variant);
}

Reply WooShop::batch(const QJsonObject& body, int product)
{
  const QJsonArray updates = body.value("update"_L1).toArray();
  if (updates.size() > kBatchLimit)
    return woo::error(u"woocommerce_rest_request_entity_too_large"_s,
                      u"Unable to accept more than 100 items for this request."_s, 413);
  QJsonArray results;
  for (const QJsonValue& update : updates) {
    const qint64 id = update.toObject().value("id"_L1).toInteger();
    const auto written = writeStock(product, id, update.toObject());
    const QString code =
        product < 0 ? u"woocommerce_rest_product_invalid_id"_s : u"woocommerce_rest_product_variation_invalid_id"_s;
    const QJsonObject fault{
        {u"code"_s, code}, {u"message"_s, u"Invalid ID."_s}, {u"data"_s, QJsonObject{{u"status"_s, 404}}}};
    results.append(written.value_or(QJsonObject{{u"id"_s, id}, {u"error"_s, fault}}));
  }
  return jsonReply({{u"update"_s, results}});
}

Reply WooShop::variations(const Request& request, int product, const QStringList& parts)
{
  const Fields parameters = request.parameters();
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  if (parts.value(3) == "batch"_L1)
    return batch(body, product);
  if (parts.size() > 3) {
    const auto json = writeStock(product, parts[3].toLongLong(), request.method == "GET" ? QJsonObject() : body);
    return json ? jsonReply(woo::selected(*json, parameters)) : woo::invalidId(u"product_variation"_s);
  }
  const auto paging = woo::paging(parameters);
  if (!paging)
    return paging.error();
  const Product& owner = m_site.world.catalogue().products[std::size_t(product)];
  const qint64 total = owner.isSimple() ? 0 : owner.variants;
  QJsonArray items;
  for (qint64 i = paging->offset; i < std::min(paging->offset + paging->perPage, total); ++i)
    items.append(woo::selected(variationJson(m_site.world.catalogue().variants[std::size_t(owner.firstVariant + i)]),
                               parameters));
  Reply reply = listReply(items);
  woo::setPageHeaders(reply, base() + QString::fromUtf8(request.path), *paging, total);
  return reply;
}

Reply WooShop::products(const Request& request, const QStringList& parts)
{
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  if (parts.size() == 1)
    return listProducts(request.parameters());
  if (parts[1] == "batch"_L1)
    return batch(body, -1);
  const qint64 id = parts[1].toLongLong();
  const auto json = writeStock(-1, id, request.method == "GET" || parts.size() > 2 ? QJsonObject() : body);
  if (!json)
    return woo::invalidId(u"product"_s);
  if (parts.value(2) == "variations"_L1)
    return variations(request, int((id - 100) / 10), parts);
  return jsonReply(woo::selected(*json, request.parameters()));
}

} // namespace supercargo::sandbox
