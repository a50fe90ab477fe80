#include "core/providers/magento/magento.h"

namespace supercargo::magento {
namespace {

QStringList imagesOf(const FetchContext& context, const JsonReader& product)
{
  QStringList urls;
  for (const JsonReader& entry : product["media_gallery_entries"].itemsIfAny()) {
    const QString file = textOf(entry["file"]);
    if (!file.isEmpty() && textOf(entry["media_type"]) == QLatin1String("image"))
      urls.append(context.endpoint + QStringLiteral("/media/catalog/product") + file);
  }
  return urls;
}

QString attributeOf(const JsonReader& product, const char* code)
{
  for (const JsonReader& attribute : product["custom_attributes"].itemsIfAny())
    if (textOf(attribute["attribute_code"]) == QLatin1String(code) && attribute["value"].isString())
      return attribute["value"].text();
  return {};
}

} // namespace

QStringList childrenOf(const JsonReader& product)
{
  QStringList ids;
  for (const JsonReader& id : product["extension_attributes"]["configurable_product_links"].itemsIfAny())
    ids.append(id.text());
  return ids;
}

VariantSnapshot readVariant(const FetchContext& context, const JsonReader& node)
{
  VariantSnapshot variant;
  variant.externalId = node["id"].text();
  variant.sku = node["sku"].text();
  variant.imageUrl = imagesOf(context, node).value(0);
  if (node["price"].hasValue())
    variant.price = amountOf(node["price"], context.currency);
  const JsonReader item = node["extension_attributes"]["stock_item"]; // only some versions list it
  if (item.isObject() && item["manage_stock"].isBool()) {
    variant.managedBy = item["manage_stock"].boolean() ? StockManagedBy::Variant : StockManagedBy::None;
    if (item["manage_stock"].boolean() && item["qty"].hasValue())
      variant.stock = piecesOf(item["qty"]);
  }
  variant.updatedAt = timeOf(node["updated_at"]);
  return variant;
}

ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node, Snapshots& notices)
{
  ProductSnapshot product;
  product.externalId = node["id"].text();
  product.title = node["name"].text();
  const QString status = textOf(node["status"]);
  const QJsonValue known = context.declaration->extra.value(QLatin1String("product_statuses")).toObject().value(status);
  product.status = known.toString(status);
  if (known.isUndefined())
    notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("product.status"), status.left(60)});
  if (const QString key = attributeOf(node, "url_key"); !key.isEmpty())
    product.url = context.endpoint + u'/' + key + QStringLiteral(".html");
  product.imageUrls = imagesOf(context, node);
  product.updatedAt = timeOf(node["updated_at"]);
  product.variantIds = childrenOf(node);
  if (product.variantIds.isEmpty()) { // a simple product is its own variant
    product.variants.push_back(readVariant(context, node));
    product.variantIds = {product.externalId};
  }
  return product;
}

CustomerSnapshot readCustomer(const JsonReader& node)
{
  CustomerSnapshot customer;
  customer.externalId = node["id"].text();
  customer.name = (textOf(node["firstname"]) + u' ' + textOf(node["lastname"])).trimmed();
  customer.email = textOf(node["email"]);
  for (const JsonReader& address : node["addresses"].itemsIfAny()) {
    const JsonReader standard = address["default_shipping"];
    if (!customer.country.isEmpty() && !(standard.isBool() && standard.boolean()))
      continue;
    customer.country = textOf(address["country_id"]);
    customer.province = textOf(address["region"]["region"]);
    customer.city = textOf(address["city"]);
    customer.phone = textOf(address["telephone"]);
  }
  customer.registeredAt = timeOf(node["created_at"]);
  customer.updatedAt = timeOf(node["updated_at"]);
  return customer;
}

} // namespace supercargo::magento
