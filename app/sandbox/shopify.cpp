#include "app/sandbox/shopify.h"

#include "app/sandbox/pictures.h"
#include "core/base/money.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr qint64 kMostTaken = 250;
constexpr int kMutationCost = 10, kMostCost = 1000;
constexpr auto kVersion = "2026-10"_L1;

Reply plainError(int status, const QString& text)
{
  return jsonReply({{u"errors"_s, text}}, status);
}

QJsonObject graphError(const QString& message, const QString& code)
{
  return {{u"message"_s, message}, {u"extensions"_s, QJsonObject{{u"code"_s, code}}}};
}

QJsonObject connection(const QJsonArray& nodes, const QString& cursor)
{
  const QJsonValue end = cursor.isEmpty() ? QJsonValue() : QJsonValue(cursor);
  return {{u"pageInfo"_s, QJsonObject{{u"hasNextPage"_s, !cursor.isEmpty()}, {u"endCursor"_s, end}}},
          {u"nodes"_s, nodes}};
}

/// "updated_at:>='…' AND updated_at:<='…'"
std::optional<Instant> bound(const QString& query, const QString& sign)
{
  const QRegularExpression pattern(u"updated_at:"_s + sign + u"'([^']*)'"_s);
  const auto match = pattern.match(query);
  const auto time = match.hasMatch() ? parseIso(match.captured(1)) : Result<Instant>(fail(ErrorKind::Invalid, u""_s));
  return time ? std::optional(*time) : std::nullopt;
}

QString cursorOf(Instant at, qint64 id)
{
  return QString::fromLatin1((QByteArray::number(toMs(at)) + ' ' + QByteArray::number(id)).toBase64());
}

std::pair<Instant, qint64> placeOf(const QString& cursor)
{
  const QByteArray text = QByteArray::fromBase64(cursor.toLatin1());
  return {fromMs(text.split(' ').value(0).toLongLong()), text.split(' ').value(1).toLongLong()};
}

QJsonObject refused(const char* result, const QString& message, const QString& code = {},
                    const char* list = "userErrors")
{
  QJsonObject error{{u"field"_s, QJsonArray()}, {u"message"_s, message}};
  if (!code.isEmpty())
    error.insert(u"code"_s, code);
  return {{QLatin1StringView(result), QJsonValue()}, {QLatin1StringView(list), QJsonArray{error}}};
}
QJsonObject media(const QString& url)
{
  return {{u"preview"_s, QJsonObject{{u"image"_s, QJsonObject{{u"url"_s, url}}}}}};
}

} // namespace

namespace shopify {
QString gid(const char* type, qint64 number)
{
  return u"gid://shopify/"_s + QLatin1StringView(type) + u'/' + QString::number(number);
}

qint64 numberOf(const QJsonValue& gid)
{
  return gid.toString().section(u'/', -1).toLongLong();
}
} // namespace shopify

ShopifyShop::ShopifyShop(Site& site)
    : m_site(site), m_clientId(token(site.world.seed(), 41, 32, kHexDigits)),
      m_clientSecret(token(site.world.seed(), 42, 32, kHexDigits))
{
}

std::unique_ptr<Peer> shopifyPeer(Site& site)
{
  return std::make_unique<ShopifyShop>(site);
}

QJsonObject ShopifyShop::account() const
{
  return accountOf(u"Shopify 店"_s, m_site.origin + u"/shopify"_s,
                   {{u"client_id"_s, m_clientId}, {u"client_secret"_s, m_clientSecret}});
}

Reply ShopifyShop::login(const Request& request)
{
  const Fields fields = decodedFields(request.body);
  if (fieldValue(fields, u"grant_type") != "client_credentials"_L1 || fieldValue(fields, u"client_id") != m_clientId ||
      fieldValue(fields, u"client_secret") != m_clientSecret) {
    ++m_site.rejected[u"shopify"_s];
    return jsonReply({{u"error"_s, u"invalid_client"_s}}, 400);
  }
  const QString made = u"shpat_"_s + token(m_site.world.seed(), quint64(5000 + ++m_logins), 32, kHexDigits);
  m_tokens.insert(made.toLatin1());
  return jsonReply({{u"access_token"_s, made}, {u"scope"_s, u"read_orders"_s}, {u"expires_in"_s, 86399}});
}

Reply ShopifyShop::answer(const Request& request)
{
  if (request.path == "/admin/oauth/access_token" && request.method == "POST")
    return login(request);
  if (request.path != u"/admin/api/"_s.toUtf8() + kVersion.latin1() + "/graphql.json" || request.method != "POST")
    return plainError(404, u"Not Found"_s);
  const QByteArray token = request.header("X-Shopify-Access-Token");
  if (m_site.faults.strikes(u"expired-token"_s))
    m_tokens.remove(token);
  if (!m_tokens.contains(token)) {
    ++m_site.rejected[u"shopify"_s];
    return plainError(401, u"[API] Invalid API key or access token (unrecognized login or wrong password)"_s);
  }
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  const auto fields = graphFields(body.value("query"_L1).toString(), body.value("variables"_L1).toObject(),
                                  body.value("operationName"_L1).toString());
  if (!fields)
    return jsonReply({{u"errors"_s, QJsonArray{graphError(fields.error().detail, u"undefinedField"_s)}}});
  const bool isMutation = body.value("query"_L1).toString().trimmed().startsWith("mutation"_L1);
  const int asked = isMutation ? kMutationCost : shopify::queryCost(*fields), spent = (asked + 1) / 2;
  QJsonObject result;
  if (asked > kMostCost) {
    result.insert(u"errors"_s, QJsonArray{graphError(u"Query has a cost above 1000"_s, u"MAX_COST_EXCEEDED"_s)});
  } else if (points() < asked) {
    ++m_site.rejected[u"shopify"_s];
    result = {{u"errors"_s, QJsonArray{graphError(u"Throttled"_s, u"THROTTLED"_s)}},
              {u"extensions"_s, costJson(asked, QJsonValue())}};
  } else {
    points() -= spent; // what was asked for and not needed is given back at once
    result = run(*fields);
    result.insert(u"extensions"_s, costJson(asked, spent));
  }
  Reply reply = jsonReply(result);
  const QString& version = m_site.api.version;
  reply.setHeader("X-Shopify-API-Version", version.isEmpty() ? QByteArray(kVersion.latin1()) : version.toLatin1());
  if (!m_site.api.retirement.isEmpty())
    reply.setHeader("X-Shopify-API-Deprecated-Reason", m_site.api.retirement.toLatin1());
  return reply;
}

/// `data`, or the first error alone.
QJsonObject ShopifyShop::run(const std::vector<GraphField>& fields)
{
  QJsonObject data;
  for (const GraphField& field : fields) {
    const auto value = resolve(field);
    if (!value)
      return {{u"errors"_s, QJsonArray{graphError(value.error().detail, value.error().subject)}}};
    data.insert(field.alias, *value);
  }
  return {{u"data"_s, data}};
}

double& ShopifyShop::points()
{
  const Instant now = m_site.world.clock().machine();
  const double seconds = double((now - m_pointsAt).count()) / 1000;
  m_points = std::min(m_site.api.points, m_points + seconds * m_site.api.pointsPerSecond);
  m_pointsAt = now;
  return m_points;
}

QJsonObject ShopifyShop::costJson(int asked, const QJsonValue& spent)
{
  const QJsonObject state{{u"maximumAvailable"_s, m_site.api.points},
                          {u"currentlyAvailable"_s, qint64(points())},
                          {u"restoreRate"_s, m_site.api.pointsPerSecond}};
  return {{u"cost"_s,
           QJsonObject{{u"requestedQueryCost"_s, asked}, {u"actualQueryCost"_s, spent}, {u"throttleStatus"_s, state}}}};
}

Result<QJsonValue> ShopifyShop::resolve(const GraphField& field)
{
  const QJsonObject& arguments = field.arguments;
  if (arguments.value("first"_L1).toInteger() > kMostTaken)
    return fail(ErrorKind::Invalid, u"first may be 250 at most"_s, u"argumentLiteralsIncompatible"_s);
  if (field.name == "shop"_L1)
    return QJsonObject{{u"id"_s, shopify::gid("Shop", 1)}, {u"name"_s, u"Shopify 店"_s}, {u"currencyCode"_s, u"CNY"_s}};
  if (field.name == "orders"_L1)
    return orders(arguments);
  if (field.name == "ordersCount"_L1) {
    const QString query = arguments.value("query"_L1).toString();
    const auto found = desk::changedBetween(m_site.world, Shop::Shopify, bound(query, u">="_s), bound(query, u"<="_s));
    return QJsonObject{{u"count"_s, qint64(found.size())}, {u"precision"_s, u"EXACT"_s}};
  }
  if (field.name == "products"_L1)
    return products(arguments);
  if (field.name == "productVariants"_L1)
    return variants(arguments);
  if (field.name == "customers"_L1)
    return customers(arguments);
  if (field.name == "nodes"_L1)
    return nodes(arguments.value("ids"_L1).toArray());
  if (field.name == "order"_L1 || field.name == "productVariant"_L1)
    return node(arguments.value("id"_L1).toString());
  if (field.name == "fulfillmentCreate"_L1)
    return ship(arguments.value("fulfillment"_L1).toObject());
  if (field.name == "orderUpdate"_L1)
    return note(arguments.value("input"_L1).toObject());
  if (field.name == "orderCancel"_L1)
    return cancel(arguments);
  if (field.name != "inventorySetQuantities"_L1 && field.name != "refundCreate"_L1)
    return fail(ErrorKind::Invalid, u"Field '"_s + field.name + u"' doesn't exist"_s, u"undefinedField"_s);
  const QString key = arguments.value("@idempotent"_L1)["key"_L1].toString();
  if (key.isEmpty())
    return fail(ErrorKind::Invalid, u"The @idempotent directive is required"_s, u"BAD_REQUEST"_s);
  if (!m_answered.contains(key)) {
    const QJsonObject input = arguments.value("input"_L1).toObject();
    m_answered.insert(key, field.name == "refundCreate"_L1 ? refund(input) : setStock(input));
  }
  return m_answered.value(key);
}

/// Records after the cursor, oldest change first.
QJsonObject ShopifyShop::orders(const QJsonObject& arguments)
{
  if (m_site.faults.strikes(u"changed-mid-page"_s))
    m_site.world.place(3);
  const QString query = arguments.value("query"_L1).toString(), after = arguments.value("after"_L1).toString();
  const qint64 first = arguments.value("first"_L1).toInteger();
  const bool again = !after.isEmpty() && m_site.faults.strikes(u"duplicate-page"_s); // a page that shows more than once
  const auto [at, id] = placeOf(after);
  QJsonArray nodes;
  QString cursor;
  for (const qint64 index :
       desk::changedBetween(m_site.world, Shop::Shopify, bound(query, u">="_s), bound(query, u"<="_s))) {
    const Order order = m_site.world.order(index);
    const bool behind = after.isEmpty() || std::pair(order.modified, order.index) > std::pair(at, id);
    if (!behind && !again)
      continue;
    if (nodes.size() >= first && behind) {
      return connection(disturbedItems(m_site, nodes), cursor);
    }
    nodes.append(shopify::orderJson(m_site.world, order, m_notes.value(index)));
    cursor = cursorOf(order.modified, order.index);
  }
  return connection(disturbedItems(m_site, nodes), {});
}

QJsonValue ShopifyShop::node(const QString& gid) const
{
  const qint64 number = shopify::numberOf(gid);
  const Catalogue& catalogue = m_site.world.catalogue();
  const QString type = gid.section(u'/', 3, 3);
  if (type == "Order"_L1)
    if (const auto order = desk::orderById(m_site.world, Shop::Shopify, number))
      return shopify::orderJson(m_site.world, *order, m_notes.value(order->index));
  if (type == "Product"_L1 && number > 0 && number <= qint64(catalogue.products.size()) &&
      m_site.world.isListed(int(number) - 1))
    return productJson(catalogue.products[std::size_t(number - 1)]);
  if (type == "ProductVariant"_L1 && number > 0 && number <= qint64(catalogue.variants.size()))
    return variantJson(catalogue.variants[std::size_t(number - 1)]);
  if (type == "Customer"_L1 && number > 0 && number <= m_site.world.customerCount())
    return customerJson(number);
  return {};
}

QJsonArray ShopifyShop::nodes(const QJsonArray& ids) const
{
  QJsonArray result;
  for (const QJsonValue& id : ids)
    result.append(node(id.toString()));
  return result;
}

QJsonObject ShopifyShop::ship(const QJsonObject& fulfilment)
{
  const QJsonArray parts = fulfilment.value("lineItemsByFulfillmentOrder"_L1).toArray();
  const auto order =
      desk::orderById(m_site.world, Shop::Shopify, shopify::numberOf(parts.first()["fulfillmentOrderId"_L1]));
  if (!order)
    return refused("fulfillment", u"Fulfillment order does not exist."_s);
  QMap<qint64, qint64> pieces;
  for (const QJsonValue& item : parts.first()["fulfillmentOrderLineItems"_L1].toArray())
    pieces[shopify::numberOf(item["id"_L1])] += item["quantity"_L1].toInteger();
  const QJsonObject tracking = fulfilment.value("trackingInfo"_L1).toObject();
  const auto made = desk::ship(m_site.world, *order, pieces, tracking.value("company"_L1).toString(),
                               tracking.value("number"_L1).toString());
  if (!made)
    return refused("fulfillment", made.error().detail);
  return {
      {u"fulfillment"_s, QJsonObject{{u"id"_s, shopify::gid("Fulfillment", made->id)}, {u"status"_s, u"SUCCESS"_s}}},
      {u"userErrors"_s, QJsonArray()}};
}

QJsonObject ShopifyShop::note(const QJsonObject& input)
{
  const auto order = desk::orderById(m_site.world, Shop::Shopify, shopify::numberOf(input.value("id"_L1)));
  if (!order)
    return refused("order", u"Order does not exist"_s);
  m_notes.insert(order->index, input.value("note"_L1).toString());
  m_site.world.change(order->index, [&](Change& change) { change.modified = m_site.world.now(); });
  return {{u"order"_s, QJsonObject{{u"id"_s, input.value("id"_L1)}, {u"note"_s, input.value("note"_L1)}}},
          {u"userErrors"_s, QJsonArray()}};
}

QJsonObject ShopifyShop::cancel(const QJsonObject& arguments)
{
  const auto order = desk::orderById(m_site.world, Shop::Shopify, shopify::numberOf(arguments.value("orderId"_L1)));
  const auto done = order ? desk::cancel(m_site.world, *order) : Result<void>(fail(ErrorKind::NotFound, u"no order"_s));
  if (!done)
    return refused("job", done.error().detail, u"INVALID"_s, "orderCancelUserErrors");
  return {{u"job"_s, QJsonObject{{u"id"_s, shopify::gid("Job", m_site.world.newId())}, {u"done"_s, false}}},
          {u"orderCancelUserErrors"_s, QJsonArray()}};
}

QJsonObject ShopifyShop::refund(const QJsonObject& input)
{
  const auto order = desk::orderById(m_site.world, Shop::Shopify, shopify::numberOf(input.value("orderId"_L1)));
  const auto amount = Money::parse(input.value("transactions"_L1)[0]["amount"_L1].toString(), Currency());
  if (!order || !amount)
    return refused("refund", u"Order or amount is invalid"_s);
  const auto made = desk::refund(m_site.world, *order, amount->minor(), input.value("note"_L1).toString());
  if (!made)
    return refused("refund", made.error().detail);
  const QJsonObject done{{u"nodes"_s, QJsonArray{QJsonObject{{u"status"_s, u"SUCCESS"_s}}}}};
  return {{u"refund"_s, QJsonObject{{u"id"_s, shopify::gid("Refund", made->id)}, {u"transactions"_s, done}}},
          {u"userErrors"_s, QJsonArray()}};
}

QJsonObject ShopifyShop::setStock(const QJsonObject& input)
{
  const QJsonValue wanted = input.value("quantities"_L1)[0];
  const qint64 number = shopify::numberOf(wanted["inventoryItemId"_L1]) - 1;
  if (number < 0 || number >= qint64(m_site.world.catalogue().variants.size()) ||
      shopify::numberOf(wanted["locationId"_L1]) != 1)
    return refused("inventoryAdjustmentGroup", u"The specified inventory item could not be found."_s,
                   u"INVALID_INVENTORY_ITEM"_s);
  const qint64 before = m_site.world.stock(Shop::Shopify, int(number)).onHand;
  if (!wanted["changeFromQuantity"_L1].isNull() && wanted["changeFromQuantity"_L1].toInteger() != before)
    return refused("inventoryAdjustmentGroup", u"The changeFromQuantity value does not match the current quantity."_s,
                   u"CHANGE_FROM_QUANTITY_STALE"_s);
  const qint64 now = wanted["quantity"_L1].toInteger();
  desk::setStock(m_site.world, Shop::Shopify, int(number), now);
  const QJsonObject change{{u"name"_s, u"available"_s}, {u"delta"_s, now - before}, {u"quantityAfterChange"_s, now}};
  return {{u"inventoryAdjustmentGroup"_s,
           QJsonObject{{u"id"_s, shopify::gid("InventoryAdjustmentGroup", m_site.world.newId())},
                       {u"changes"_s, QJsonArray{change}}}},
          {u"userErrors"_s, QJsonArray()}};
}

// --- what does not change with time ----------------------------------------------------------------------------------

namespace {
/// Records with numbers from 1 to `count`, behind the number that the cursor holds.
QJsonObject numbered(const QJsonObject& arguments, qint64 count, const std::function<QJsonObject(qint64)>& json)
{
  QJsonArray nodes;
  const qint64 from = placeOf(arguments.value("after"_L1).toString()).second + 1;
  const qint64 to = std::min(count, from + arguments.value("first"_L1).toInteger() - 1);
  for (qint64 number = from; number <= to; ++number)
    nodes.append(json(number));
  return connection(nodes, to < count ? cursorOf({}, to) : QString());
}
} // namespace

QJsonObject ShopifyShop::products(const QJsonObject& arguments) const
{
  const auto& all = m_site.world.catalogue().products;
  const std::vector<qint64> listed = m_site.world.listedProducts();
  return numbered(arguments, qint64(listed.size()),
                  [&](qint64 place) { return productJson(all[std::size_t(listed[std::size_t(place - 1)])]); });
}

QJsonObject ShopifyShop::variants(const QJsonObject& arguments) const
{
  const auto& all = m_site.world.catalogue().variants;
  const std::vector<qint64> listed = m_site.world.listedVariants();
  return numbered(arguments, qint64(listed.size()),
                  [&](qint64 place) { return variantJson(all[std::size_t(listed[std::size_t(place - 1)])]); });
}

QJsonObject ShopifyShop::customers(const QJsonObject& arguments) const
{
  return numbered(arguments, m_site.world.customerCount(), [&](qint64 number) { return customerJson(number); });
}

QJsonObject ShopifyShop::variantJson(const Variant& variant) const
{
  const qint64 stock = m_site.world.stock(Shop::Shopify, variant.number).onHand;
  const auto quantity = [&](const QString& name, qint64 pieces) {
    return QJsonObject{{u"name"_s, name}, {u"quantity"_s, pieces}};
  };
  const QJsonObject level{{u"location"_s, QJsonObject{{u"id"_s, shopify::gid("Location", 1)}}},
                          {u"quantities"_s, QJsonArray{quantity(u"available"_s, stock), quantity(u"on_hand"_s, stock),
                                                       quantity(u"committed"_s, 0)}}};
  const QJsonObject option{{u"name"_s, variant.option.isEmpty() ? u"Title"_s : u"颜色"_s},
                           {u"value"_s, variant.option.isEmpty() ? u"Default Title"_s : variant.option}};
  return {{u"id"_s, shopify::gid("ProductVariant", variant.number + 1)},
          {u"sku"_s, variant.sku},
          {u"barcode"_s, variant.barcode},
          {u"price"_s, yuan(variant.price)},
          {u"inventoryQuantity"_s, stock},
          {u"updatedAt"_s, toIso(m_site.world.catalogueMade())},
          {u"selectedOptions"_s, QJsonArray{option}},
          {u"product"_s, QJsonObject{{u"id"_s, shopify::gid("Product", variant.product + 1)}}},
          {u"inventoryItem"_s, QJsonObject{{u"id"_s, shopify::gid("InventoryItem", variant.number + 1)},
                                           {u"tracked"_s, true},
                                           {u"inventoryLevels"_s, connection({level}, {})}}},
          {u"media"_s, connection({media(pictureUrl(m_site, variant))}, {})}};
}

QJsonObject ShopifyShop::productJson(const Product& product) const
{
  QJsonArray variants;
  for (int i = 0; i < product.variants; ++i)
    variants.append(variantJson(m_site.world.catalogue().variants[std::size_t(product.firstVariant + i)]));
  return {{u"id"_s, shopify::gid("Product", product.number + 1)},
          {u"title"_s, product.title},
          {u"status"_s, u"ACTIVE"_s},
          {u"onlineStoreUrl"_s, QJsonValue()},
          {u"productType"_s, product.category},
          {u"updatedAt"_s, toIso(m_site.world.catalogueMade())},
          {u"media"_s, connection({media(pictureUrl(m_site, product))}, {})},
          {u"collections"_s, connection({}, {})},
          {u"variants"_s, connection(variants, {})}};
}

QJsonObject ShopifyShop::customerJson(qint64 id) const
{
  const Person buyer = person(m_site.world.seed(), id);
  const QString joined = toIso(desk::joinedAt(m_site.world, id));
  return {{u"id"_s, shopify::gid("Customer", id)},
          {u"displayName"_s, buyer.fullName()},
          {u"createdAt"_s, joined},
          {u"updatedAt"_s, joined},
          {u"defaultEmailAddress"_s, QJsonObject{{u"emailAddress"_s, buyer.email}}},
          {u"defaultPhoneNumber"_s, QJsonObject{{u"phoneNumber"_s, buyer.phone}}},
          {u"defaultAddress"_s, QJsonObject{{u"city"_s, text(buyer.place->city)},
                                            {u"province"_s, text(buyer.place->province)},
                                            {u"countryCodeV2"_s, text(buyer.place->country)}}}};
}

} // namespace supercargo::sandbox
