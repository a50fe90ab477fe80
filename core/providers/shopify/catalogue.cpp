#include "core/providers/shopify/shopify.h"

namespace supercargo::shopify {
namespace {

QStringList imagesOf(const JsonReader& media)
{
  QStringList urls;
  for (const JsonReader& item : media["nodes"].itemsIfAny())
    if (const QString url = textOf(item["preview"]["image"]["url"]); !url.isEmpty() && !urls.contains(url))
      urls.append(url);
  return urls;
}

bool isTracked(const JsonReader& variant)
{
  const JsonReader tracked = variant["inventoryItem"]["tracked"];
  return tracked.hasValue() && tracked.boolean();
}

VariantSnapshot readVariant(const JsonReader& node, Currency currency)
{
  VariantSnapshot variant;
  variant.externalId = numberOf(node["id"]);
  variant.sku = textOf(node["sku"]);
  variant.barcode = textOf(node["barcode"]);
  QStringList options;
  for (const JsonReader& option : node["selectedOptions"].itemsIfAny())
    if (textOf(option["value"]) != QLatin1String("Default Title")) // what a product without options has
      options.append(textOf(option["name"]) + QStringLiteral(": ") + textOf(option["value"]));
  variant.options = options.join(QStringLiteral(", "));
  variant.imageUrl = imagesOf(node["media"]).value(0);
  if (node["price"].hasValue())
    variant.price = node["price"].money(currency);
  variant.managedBy = isTracked(node) ? StockManagedBy::Variant : StockManagedBy::None;
  if (isTracked(node) && node["inventoryQuantity"].hasValue())
    variant.stock = countOf(node["inventoryQuantity"]);
  variant.updatedAt = node["updatedAt"].instantIfAny();
  return variant;
}

} // namespace

ProductSnapshot readProduct(const Declaration& declaration, const JsonReader& node, Currency currency,
                            Snapshots& notices)
{
  ProductSnapshot product;
  product.externalId = numberOf(node["id"]);
  product.title = node["title"].text();
  const QString status = node["status"].text();
  const QJsonValue known = declaration.extra.value(QLatin1String("product_statuses")).toObject().value(status);
  product.status = known.toString(status);
  if (known.isUndefined())
    notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("product.status"), status.left(60)});
  product.url = textOf(node["onlineStoreUrl"]);
  product.imageUrls = imagesOf(node["media"]);
  for (const JsonReader& collection : node["collections"]["nodes"].itemsIfAny())
    product.categories.append(textOf(collection["title"]));
  if (const QString type = textOf(node["productType"]); !type.isEmpty() && !product.categories.contains(type))
    product.categories.append(type);
  product.updatedAt = node["updatedAt"].instantIfAny();
  for (const JsonReader& item : node["variants"]["nodes"].items()) {
    product.variants.push_back(readVariant(item, currency));
    product.variantIds.append(product.variants.back().externalId);
  }
  return product;
}

std::vector<StockSnapshot> readStock(const JsonReader& variant)
{
  std::vector<StockSnapshot> list;
  const QString id = numberOf(variant["id"]);
  if (!isTracked(variant))
    return list;
  const auto levels = variant["inventoryItem"]["inventoryLevels"]["nodes"].items();
  for (const JsonReader& level : levels) {
    StockSnapshot stock;
    stock.productExternalId = numberIfAny(variant["product"]["id"]);
    stock.variantExternalId = id;
    stock.sku = textOf(variant["sku"]);
    if (levels.size() > 1)
      stock.location = numberOf(level["location"]["id"]);
    for (const JsonReader& quantity : level["quantities"].items()) {
      const QString name = quantity["name"].text();
      if (name == QLatin1String("available"))
        stock.available = countOf(quantity["quantity"]);
      else if (name == QLatin1String("on_hand"))
        stock.onHand = countOf(quantity["quantity"]);
      else if (name == QLatin1String("committed"))
        stock.allocated = countOf(quantity["quantity"]);
    }
    list.push_back(std::move(stock));
  }
  return list;
}

CustomerSnapshot readCustomer(const JsonReader& node)
{
  CustomerSnapshot customer;
  customer.externalId = numberOf(node["id"]);
  customer.name = textOf(node["displayName"]);
  customer.email = textOf(node["defaultEmailAddress"]["emailAddress"]);
  customer.phone = textOf(node["defaultPhoneNumber"]["phoneNumber"]);
  customer.country = textOf(node["defaultAddress"]["countryCodeV2"]);
  customer.province = textOf(node["defaultAddress"]["province"]);
  customer.city = textOf(node["defaultAddress"]["city"]);
  customer.registeredAt = node["createdAt"].instantIfAny();
  customer.updatedAt = node["updatedAt"].instantIfAny();
  return customer;
}

} // namespace supercargo::shopify
