#include "core/providers/medusa/medusa.h"

namespace supercargo::medusa {
namespace {

bool isCounted(const JsonReader& variant)
{
  return variant["manage_inventory"].isBool() && variant["manage_inventory"].boolean();
}

/// The price in the workspace's currency, else the first; not those for quantities or under rules.
std::optional<Money> priceOf(const JsonReader& variant, Currency wanted)
{
  std::optional<Money> found;
  for (const JsonReader& price : variant["prices"].itemsIfAny()) {
    if (price["min_quantity"].hasValue() || (price["rules"].isObject() && !price["rules"].members().empty()))
      continue;
    const Currency currency = currencyOf(price["currency_code"]);
    if (!found || currency == wanted)
      found = amountOf(price, "amount", "raw_amount", currency);
    if (currency == wanted)
      break;
  }
  return found;
}

/// What may be sold: of a kit, as many as its scarcest part allows.
std::optional<qint64> availableOf(const JsonReader& variant)
{
  std::optional<qint64> least;
  for (const JsonReader& part : variant["inventory_items"].itemsIfAny()) {
    qint64 sum = 0;
    for (const JsonReader& level : part["inventory"]["location_levels"].itemsIfAny())
      sum += countOf(level["stocked_quantity"]) - countOf(level["reserved_quantity"]);
    const qint64 needed = std::max<qint64>(1, countOf(part["required_quantity"]));
    const qint64 whole = sum >= 0 ? sum / needed : sum;
    least = std::min(least.value_or(whole), whole);
  }
  return least;
}

VariantSnapshot readVariant(const FetchContext& context, const JsonReader& node)
{
  VariantSnapshot variant;
  variant.externalId = node["id"].text();
  variant.sku = textOf(node["sku"]);
  variant.barcode = node["barcode"].textIfAny().value_or(textOf(node["ean"]));
  QStringList options;
  for (const JsonReader& option : node["options"].itemsIfAny()) {
    const QString name = textOf(option["option"]["title"]);
    options.append(name.isEmpty() ? textOf(option["value"]) : name + QStringLiteral(": ") + textOf(option["value"]));
  }
  variant.options = options.isEmpty() ? textOf(node["title"]) : options.join(QStringLiteral(", "));
  variant.price = priceOf(node, context.currency);
  variant.managedBy = isCounted(node) ? StockManagedBy::Variant : StockManagedBy::None;
  if (isCounted(node))
    variant.stock = availableOf(node);
  variant.updatedAt = node["updated_at"].instantIfAny();
  return variant;
}

} // namespace

ProductSnapshot readProduct(const FetchContext& context, const JsonReader& node, Snapshots& notices)
{
  ProductSnapshot product;
  product.externalId = node["id"].text();
  product.title = node["title"].text();
  const QString status = node["status"].text();
  const QJsonValue known = context.declaration->extra.value(QLatin1String("product_statuses")).toObject().value(status);
  product.status = known.toString(status);
  if (known.isUndefined())
    notices.changes.push_back({ChangeNotice::Kind::Value, QStringLiteral("product.status"), status.left(60)});
  if (const QString url = textOf(node["thumbnail"]); !url.isEmpty())
    product.imageUrls.append(url);
  for (const JsonReader& image : node["images"].itemsIfAny())
    if (const QString url = textOf(image["url"]); !url.isEmpty() && !product.imageUrls.contains(url))
      product.imageUrls.append(url);
  for (const JsonReader& category : node["categories"].itemsIfAny())
    product.categories.append(textOf(category["name"]));
  if (const QString title = textOf(node["collection"]["title"]); !title.isEmpty())
    product.categories.append(title);
  product.updatedAt = node["updated_at"].instantIfAny();
  for (const JsonReader& item : node["variants"].itemsIfAny()) {
    product.variants.push_back(readVariant(context, item));
    product.variantIds.append(product.variants.back().externalId);
  }
  return product;
}

/// Stock belongs to inventory items; a variant that is one piece of one item has that item's stock. Of kits nothing can
/// be said by place.
std::vector<StockSnapshot> readStock(const JsonReader& variant)
{
  std::vector<StockSnapshot> list;
  const QString id = variant["id"].text();
  const auto parts = variant["inventory_items"].itemsIfAny();
  if (!isCounted(variant) || parts.size() != 1 || countOf(parts.front()["required_quantity"]) > 1)
    return list;
  const auto levels = parts.front()["inventory"]["location_levels"].itemsIfAny();
  for (const JsonReader& level : levels) {
    StockSnapshot stock;
    stock.productExternalId = variant["product_id"].textIfAny().value_or(textOf(variant["product"]["id"]));
    stock.variantExternalId = id;
    stock.sku = textOf(variant["sku"]);
    if (levels.size() > 1)
      stock.location = level["location_id"].text();
    stock.onHand = level["stocked_quantity"].integer();
    stock.allocated = countOf(level["reserved_quantity"]);
    stock.available = countOf(level["stocked_quantity"]) - *stock.allocated;
    list.push_back(std::move(stock));
  }
  return list;
}

CustomerSnapshot readCustomer(const JsonReader& node)
{
  CustomerSnapshot customer;
  customer.externalId = node["id"].text();
  customer.name = (textOf(node["first_name"]) + u' ' + textOf(node["last_name"])).trimmed();
  if (customer.name.isEmpty())
    customer.name = textOf(node["company_name"]);
  customer.email = textOf(node["email"]);
  customer.phone = textOf(node["phone"]);
  for (const JsonReader& address : node["addresses"].itemsIfAny()) {
    const JsonReader standard = address["is_default_shipping"];
    if (!customer.country.isEmpty() && !(standard.isBool() && standard.boolean()))
      continue;
    customer.country = textOf(address["country_code"]).toUpper();
    customer.province = textOf(address["province"]);
    customer.city = textOf(address["city"]);
  }
  customer.registeredAt = node["created_at"].instantIfAny();
  customer.updatedAt = node["updated_at"].instantIfAny();
  return customer;
}

} // namespace supercargo::medusa
