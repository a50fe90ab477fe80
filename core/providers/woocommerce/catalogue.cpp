#include "core/providers/woocommerce/woocommerce.h"

namespace supercargo::woocommerce {

const char kProductFields[] =
    "id,name,type,status,permalink,sku,global_unique_id,price,manage_stock,stock_quantity,images,categories,variations,"
    "date_modified_gmt";
const char kVariationFields[] =
    "id,sku,global_unique_id,price,manage_stock,stock_quantity,attributes,image,date_modified_gmt";
const char kStockFields[] = "id,type,sku,manage_stock,stock_quantity,variations";
const char kCustomerFields[] = "id,email,first_name,last_name,date_created_gmt,date_modified_gmt,billing";

namespace {

/// manage_stock is true, false or "parent"; an answer cut down by _fields may lack it.
StockManagedBy managedBy(const JsonReader& node)
{
  const JsonReader flag = node["manage_stock"];
  if (flag.isString() && flag.text() == QLatin1String("parent"))
    return StockManagedBy::Parent;
  const bool counted = flag.hasValue() ? flag.boolean() : node["stock_quantity"].hasValue();
  return counted ? StockManagedBy::Variant : StockManagedBy::None;
}

/// What products and variations have in common.
VariantSnapshot readVariant(const FetchContext& context, const JsonReader& node)
{
  VariantSnapshot variant;
  variant.externalId = node["id"].text();
  variant.sku = node["sku"].textIfAny().value_or(QString());
  variant.barcode = node["global_unique_id"].textIfAny().value_or(QString());
  if (node["price"].textIfAny())
    variant.price = amount(node["price"], context.currency);
  variant.managedBy = managedBy(node);
  if (variant.managedBy != StockManagedBy::None)
    variant.stock = node["stock_quantity"].integerIfAny();
  variant.updatedAt = gmt(node["date_modified_gmt"]);
  return variant;
}

} // namespace

bool hasVariations(const JsonReader& product)
{
  return product["variations"].isArray() && !product["variations"].items().empty();
}

ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node)
{
  ProductSnapshot product;
  product.externalId = node["id"].text();
  product.title = node["name"].text();
  const QString status = node["status"].textIfAny().value_or(QString());
  product.status = context.declaration->extra.value(QLatin1String("product_statuses"))
                       .toObject()
                       .value(status)
                       .toString(status); // a plugin's own status is kept as it is
  product.url = node["permalink"].textIfAny().value_or(QString());
  for (const JsonReader& image : node["images"].itemsIfAny())
    if (const auto url = image["src"].textIfAny())
      product.imageUrls.append(*url);
  for (const JsonReader& category : node["categories"].itemsIfAny())
    product.categories.append(category["name"].text());
  product.updatedAt = gmt(node["date_modified_gmt"]);
  for (const JsonReader& id : node["variations"].itemsIfAny())
    product.variantIds.append(id.text());
  if (product.variantIds.isEmpty()) {
    product.variants.push_back(readVariant(context, node));
    product.variants.back().imageUrl = product.imageUrls.value(0);
    product.variantIds = {product.externalId};
  }
  return product;
}

VariantSnapshot readVariation(const FetchContext& context, const JsonReader& node)
{
  VariantSnapshot variant = readVariant(context, node);
  variant.imageUrl = node["image"]["src"].textIfAny().value_or(QString());
  QStringList options;
  for (const JsonReader& attribute : node["attributes"].itemsIfAny())
    options.append(attribute["name"].text() + QStringLiteral(": ") + attribute["option"].text());
  variant.options = options.join(QStringLiteral(", "));
  return variant;
}

std::optional<StockSnapshot> readStock(const QString& product, const JsonReader& node)
{
  if (managedBy(node) == StockManagedBy::None || !node["stock_quantity"].hasValue())
    return std::nullopt;
  StockSnapshot stock;
  stock.productExternalId = product;
  stock.variantExternalId = node["id"].text();
  stock.sku = node["sku"].textIfAny().value_or(QString());
  stock.available =
      node["stock_quantity"].integer(); // the shop takes a sale off at once, so this is what is left to sell
  return stock;
}

CustomerSnapshot readCustomer(const JsonReader& node)
{
  const auto text = [](const JsonReader& value) { return value.textIfAny().value_or(QString()); };
  const JsonReader billing = node["billing"];
  CustomerSnapshot customer;
  customer.externalId = node["id"].text();
  customer.name = (text(node["first_name"]) + u' ' + text(node["last_name"])).trimmed();
  if (customer.name.isEmpty())
    customer.name = (text(billing["first_name"]) + u' ' + text(billing["last_name"])).trimmed();
  customer.email = text(node["email"]);
  customer.phone = text(billing["phone"]);
  customer.country = text(billing["country"]);
  customer.province = text(billing["state"]);
  customer.city = text(billing["city"]);
  customer.registeredAt = gmt(node["date_created_gmt"]);
  customer.updatedAt = gmt(node["date_modified_gmt"]);
  return customer;
}

} // namespace supercargo::woocommerce
