#include "app/sandbox/pictures.h"
#include "app/sandbox/vendure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Products, variants with their stock, customers.
namespace supercargo::sandbox {
namespace {
constexpr int kTaxPercent = 13;

template <class Items>
QJsonObject listed(const Items& items, const vendure::Page& page)
{
  QJsonArray shown;
  for (qint64 i = page.skip; i < std::min(page.skip + page.take, qint64(items.size())); ++i)
    shown.append(items[i]);
  return {{u"totalItems"_s, qint64(items.size())}, {u"items"_s, shown}};
}

QJsonObject customerJson(const World& world, qint64 id, const QString& joined)
{
  const Person buyer = person(world.seed(), id);
  return {{u"id"_s, QString::number(id)},
          {u"createdAt"_s, joined},
          {u"updatedAt"_s, joined},
          {u"title"_s, QJsonValue()},
          {u"firstName"_s, buyer.firstName},
          {u"lastName"_s, buyer.lastName},
          {u"emailAddress"_s, buyer.email},
          {u"phoneNumber"_s, buyer.phone},
          {u"addresses"_s, QJsonArray{QJsonObject{{u"id"_s, QString::number(id)},
                                                  {u"fullName"_s, buyer.fullName()},
                                                  {u"streetLine1"_s, text(buyer.place->district) + buyer.street},
                                                  {u"city"_s, text(buyer.place->city)},
                                                  {u"province"_s, text(buyer.place->province)},
                                                  {u"postalCode"_s, text(buyer.place->postcode)},
                                                  {u"country"_s, QJsonObject{{u"code"_s, text(buyer.place->country)}}},
                                                  {u"phoneNumber"_s, buyer.phone},
                                                  {u"defaultShippingAddress"_s, true},
                                                  {u"defaultBillingAddress"_s, true}}}}};
}
} // namespace

QJsonObject VendureShop::variantJson(const Variant& variant) const
{
  const Product& product = m_site.world.catalogue().productOf(variant);
  const Stock& stock = m_site.world.stock(Shop::Vendure, variant.number);
  const QString id = QString::number(variant.number + 1);
  QJsonArray options;
  if (!product.isSimple())
    options.append(QJsonObject{{u"id"_s, id},
                               {u"code"_s, variant.sku.section(u'-', 2).toLower()},
                               {u"name"_s, variant.option},
                               {u"group"_s, QJsonObject{{u"id"_s, QString::number(product.number + 1)},
                                                        {u"code"_s, product.slug + u"-color"_s},
                                                        {u"name"_s, u"颜色"_s}}}});
  const QJsonObject level{{u"id"_s, id},
                          {u"stockOnHand"_s, stock.onHand},
                          {u"stockAllocated"_s, stock.allocated},
                          {u"stockLocationId"_s, u"1"_s},
                          {u"stockLocation"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"杭州仓"_s}}}};
  return {{u"id"_s, id},
          {u"createdAt"_s, vendure::time(m_site.world.catalogueMade())},
          {u"updatedAt"_s, vendure::time(stock.written)},
          {u"sku"_s, variant.sku},
          {u"name"_s, m_site.world.catalogue().title(variant)},
          {u"enabled"_s, true},
          {u"price"_s, variant.price},
          {u"priceWithTax"_s, variant.price + (variant.price * kTaxPercent + 50) / 100},
          {u"currencyCode"_s, u"CNY"_s},
          {u"trackInventory"_s, u"TRUE"_s},
          {u"stockOnHand"_s, stock.onHand},
          {u"stockAllocated"_s, stock.allocated},
          {u"stockLevel"_s, stock.onHand > stock.allocated ? u"IN_STOCK"_s : u"OUT_OF_STOCK"_s},
          {u"outOfStockThreshold"_s, 0},
          {u"useGlobalOutOfStockThreshold"_s, true},
          {u"stockLevels"_s, QJsonArray{level}},
          {u"productId"_s, QString::number(product.number + 1)},
          {u"product"_s, QJsonObject{{u"id"_s, QString::number(product.number + 1)},
                                     {u"name"_s, product.title},
                                     {u"slug"_s, product.slug}}},
          {u"options"_s, options},
          {u"featuredAsset"_s,
           QJsonObject{{u"id"_s, QString::number(variant.number + 1)}, {u"preview"_s, pictureUrl(m_site, variant)}}},
          {u"assets"_s, QJsonArray()},
          {u"facetValues"_s, QJsonArray()},
          {u"customFields"_s, QJsonObject{{u"barcode"_s, variant.barcode}}}};
}

QJsonObject VendureShop::productJson(const Product& product) const
{
  QJsonArray variants;
  Instant written{};
  for (int place = 0; place < product.variants; ++place) {
    variants.append(variantJson(m_site.world.catalogue().variants[std::size_t(product.firstVariant + place)]));
    written = std::max(written, m_site.world.stock(Shop::Vendure, product.firstVariant + place).written);
  }
  return {{u"id"_s, QString::number(product.number + 1)},
          {u"createdAt"_s, vendure::time(m_site.world.catalogueMade())},
          {u"updatedAt"_s, vendure::time(written)},
          {u"languageCode"_s, u"zh"_s},
          {u"name"_s, product.title},
          {u"slug"_s, product.slug},
          {u"description"_s, u""_s},
          {u"enabled"_s, true},
          {u"featuredAsset"_s,
           QJsonObject{{u"id"_s, QString::number(product.number + 1)}, {u"preview"_s, pictureUrl(m_site, product)}}},
          {u"assets"_s, QJsonArray()},
          {u"optionGroups"_s, QJsonArray()},
          {u"collections"_s,
           QJsonArray{
               QJsonObject{{u"id"_s, product.category}, {u"name"_s, product.category}, {u"slug"_s, product.category}}}},
          {u"facetValues"_s,
           QJsonArray{
               QJsonObject{{u"id"_s, product.category}, {u"code"_s, product.category}, {u"name"_s, product.category}}}},
          {u"variants"_s, variants},
          {u"variantList"_s, QJsonObject{{u"totalItems"_s, variants.size()}, {u"items"_s, variants}}}};
}

Result<QJsonValue> VendureShop::products(const QJsonObject& options)
{
  SC_TRY_ASSIGN(page, vendure::page(m_site, options));
  QList<QJsonObject> found;
  const Catalogue& catalogue = m_site.world.catalogue();
  for (const qint64 number : m_site.world.listedProducts())
    if (const QJsonObject json = productJson(catalogue.products[std::size_t(number)]);
        vendure::matches(json, options.value("filter"_L1).toObject()))
      found.append(json);
  return listed(found, page);
}

Result<QJsonValue> VendureShop::variants(const QJsonObject& options)
{
  SC_TRY_ASSIGN(page, vendure::page(m_site, options));
  const Catalogue& catalogue = m_site.world.catalogue();
  QList<QJsonObject> found;
  for (const qint64 number : m_site.world.listedVariants())
    if (const QJsonObject json = variantJson(catalogue.variants[std::size_t(number)]);
        vendure::matches(json, options.value("filter"_L1).toObject()))
      found.append(json);
  if (options.value("sort"_L1)["updatedAt"_L1].toString() == "ASC"_L1)
    std::stable_sort(found.begin(), found.end(), [](const QJsonObject& a, const QJsonObject& b) {
      return a["updatedAt"_L1].toString() < b["updatedAt"_L1].toString();
    });
  for (qint64 i = page.skip; i < std::min(page.skip + page.take, qint64(found.size())); ++i) {
    const int number = found[i]["id"_L1].toString().toInt() - 1;
    found[i].insert(u"product"_s, productJson(catalogue.productOf(catalogue.variants[std::size_t(number)])));
  }
  return listed(found, page);
}

Result<QJsonValue> VendureShop::customers(const QJsonObject& options)
{
  SC_TRY_ASSIGN(page, vendure::page(m_site, options));
  const QJsonObject filter = options.value("filter"_L1).toObject();
  QJsonArray items;
  qint64 total = 0;
  for (qint64 id = 1; id <= m_site.world.customerCount(); ++id) {
    const QString joined = vendure::time(m_site.world.catalogueMade() - std::chrono::hours(24 * (id % 700)));
    if (!vendure::matches({{u"id"_s, QString::number(id)}, {u"createdAt"_s, joined}, {u"updatedAt"_s, joined}}, filter))
      continue;
    if (total >= page.skip && total < page.skip + page.take)
      items.append(customerJson(m_site.world, id, joined));
    ++total;
  }
  return QJsonObject{{u"totalItems"_s, total}, {u"items"_s, items}};
}

QJsonValue VendureShop::writeVariants(const QJsonArray& input)
{
  QJsonArray result;
  for (const QJsonValue& item : input) {
    const qint64 number = item["id"_L1].toVariant().toLongLong() - 1;
    const auto& variants = m_site.world.catalogue().variants;
    if (number < 0 || number >= qint64(variants.size()) ||
        !m_site.world.isListed(variants[std::size_t(number)].product)) {
      result.append(QJsonValue());
      continue;
    }
    Stock& stock = m_site.world.stock(Shop::Vendure, int(number));
    const QJsonValue level = item["stockLevels"_L1][0]["stockOnHand"_L1];
    const QJsonValue plain = item["stockOnHand"_L1];
    stock.onHand = level.isDouble() ? level.toInteger() : plain.toInteger(stock.onHand);
    stock.written = stock.changed = m_site.world.now();
    result.append(variantJson(m_site.world.catalogue().variants[std::size_t(number)]));
  }
  return result;
}

} // namespace supercargo::sandbox
