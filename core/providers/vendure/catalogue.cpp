#include "core/providers/vendure/vendure.h"

namespace supercargo::vendure {
namespace {

/// TRUE, FALSE or INHERIT; the global setting behind INHERIT counts stock unless somebody has switched it off.
bool isCounted(const JsonReader& variant)
{
  return textOf(variant["trackInventory"]) != QLatin1String("FALSE") && variant["stockLevels"].isArray();
}

VariantSnapshot readVariant(const Declaration& declaration, const JsonReader& node)
{
  VariantSnapshot variant;
  variant.externalId = node["id"].text();
  variant.sku = textOf(node["sku"]);
  QStringList options;
  for (const JsonReader& option : node["options"].itemsIfAny())
    options.append(textOf(option["group"]["name"]) + QStringLiteral(": ") + textOf(option["name"]));
  variant.options = options.join(QStringLiteral(", "));
  variant.imageUrl = textOf(node["featuredAsset"]["preview"]);
  const auto currency = Currency::of(node["currencyCode"].text());
  if (!currency)
    node["currencyCode"].problem(currency.error().detail);
  if (node["priceWithTax"].hasValue())
    variant.price = Amounts(declaration, currency.value_or(Currency())).read(node["priceWithTax"]);
  variant.managedBy = isCounted(node) ? StockManagedBy::Variant : StockManagedBy::None;
  if (isCounted(node)) {
    variant.stock = 0;
    for (const JsonReader& level : node["stockLevels"].items())
      *variant.stock += countOf(level["stockOnHand"]) - countOf(level["stockAllocated"]);
  }
  variant.updatedAt = node["updatedAt"].instantIfAny();
  return variant;
}

} // namespace

ProductSnapshot readProduct(const Declaration& declaration, const JsonReader& node)
{
  ProductSnapshot product;
  product.externalId = node["id"].text();
  product.title = node["name"].text();
  product.status = node["enabled"].boolean() ? QStringLiteral("ACTIVE") : QStringLiteral("INACTIVE");
  product.updatedAt = node["updatedAt"].instantIfAny();
  if (const auto url = node["featuredAsset"]["preview"].textIfAny())
    product.imageUrls.append(*url);
  for (const JsonReader& asset : node["assets"].itemsIfAny())
    if (const QString url = textOf(asset["preview"]); !url.isEmpty() && !product.imageUrls.contains(url))
      product.imageUrls.append(url);
  for (const JsonReader& collection : node["collections"].itemsIfAny())
    product.categories.append(textOf(collection["name"]));
  for (const JsonReader& item : node["variants"].items()) {
    product.variants.push_back(readVariant(declaration, item));
    product.variantIds.append(product.variants.back().externalId);
  }
  return product;
}

std::vector<StockSnapshot> readStock(const JsonReader& variant)
{
  std::vector<StockSnapshot> list;
  const QString id = variant["id"].text();
  if (!isCounted(variant))
    return list;
  const auto levels = variant["stockLevels"].items();
  for (const JsonReader& level : levels) {
    StockSnapshot stock;
    stock.productExternalId = textOf(variant["product"]["id"]);
    stock.variantExternalId = id;
    stock.sku = textOf(variant["sku"]);
    if (levels.size() > 1)
      stock.location = level["stockLocation"]["id"].text();
    stock.onHand = countOf(level["stockOnHand"]);
    stock.allocated = countOf(level["stockAllocated"]);
    stock.available = *stock.onHand - *stock.allocated;
    list.push_back(std::move(stock));
  }
  return list;
}

CustomerSnapshot readCustomer(const JsonReader& node)
{
  CustomerSnapshot customer;
  customer.externalId = node["id"].text();
  customer.name = (textOf(node["firstName"]) + u' ' + textOf(node["lastName"])).trimmed();
  customer.email = textOf(node["emailAddress"]);
  customer.phone = textOf(node["phoneNumber"]);
  for (const JsonReader& address : node["addresses"].itemsIfAny()) {
    const bool standard = address["defaultShippingAddress"].isBool() && address["defaultShippingAddress"].boolean();
    if (!customer.country.isEmpty() && !standard)
      continue;
    customer.country = textOf(address["country"]["code"]);
    customer.province = textOf(address["province"]);
    customer.city = textOf(address["city"]);
  }
  customer.registeredAt = node["createdAt"].instantIfAny();
  customer.updatedAt = node["updatedAt"].instantIfAny();
  return customer;
}

} // namespace supercargo::vendure
