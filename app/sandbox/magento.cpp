#include "app/sandbox/magento.h"

#include "core/base/money.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

Reply problem(int status, const QString& message)
{
  return jsonReply({{u"message"_s, message}}, status);
}

/// A write answers with a bare value.
Reply bare(const QByteArray& json)
{
  Reply reply = jsonReply({});
  reply.body = json;
  return reply;
}

/// The filters of `searchCriteria`: field -> (condition -> value).
QMap<QString, QMap<QString, QString>> filtersOf(const Fields& parameters)
{
  QMap<QString, QMap<QString, QString>> filters;
  for (int group = 0;; ++group) {
    const QString base = u"searchCriteria[filter_groups][%1][filters][0]"_s.arg(group);
    const QString field = fieldValue(parameters, QString(base + u"[field]"_s));
    if (field.isEmpty())
      return filters;
    filters[field].insert(fieldValue(parameters, QString(base + u"[condition_type]"_s)),
                          fieldValue(parameters, QString(base + u"[value]"_s)));
  }
}

std::optional<Instant> timeOf(const QMap<QString, QString>& conditions, const QString& condition)
{
  const auto time = parseLocal(conditions.value(condition), std::chrono::seconds(0));
  return time ? std::optional(*time) : std::nullopt;
}

QByteArray encode(const QByteArray& text)
{
  return QUrl::toPercentEncoding(QString::fromUtf8(text));
}
} // namespace

MagentoShop::MagentoShop(Site& site)
    : m_site(site), m_consumerKey(token(site.world.seed(), 44, 32, kHexDigits)),
      m_consumerSecret(token(site.world.seed(), 45, 32, kHexDigits)),
      m_token(token(site.world.seed(), 46, 32, kHexDigits)), m_tokenSecret(token(site.world.seed(), 47, 32, kHexDigits))
{
}

std::unique_ptr<Peer> magentoPeer(Site& site)
{
  return std::make_unique<MagentoShop>(site);
}

QJsonObject MagentoShop::account() const
{
  return accountOf(u"Magento 店"_s, m_site.origin + u"/magento"_s,
                   {{u"access_token"_s, m_token},
                    {u"access_token_secret"_s, m_tokenSecret},
                    {u"consumer_key"_s, m_consumerKey},
                    {u"consumer_secret"_s, m_consumerSecret}});
}

/// RFC 5849, from what has come in: the header's parameters and the query's, sorted, without the signature.
bool MagentoShop::isSigned(const Request& request) const
{
  const QByteArray header = request.header("Authorization");
  if (!header.startsWith("OAuth "))
    return false;
  QMap<QByteArray, QByteArray> oauth;
  for (const QByteArray& part : header.mid(6).split(',')) {
    const QByteArray pair = part.trimmed();
    oauth.insert(pair.left(pair.indexOf('=')), pair.mid(pair.indexOf('=') + 1).replace("\"", ""));
  }
  const QByteArray signature = QByteArray::fromPercentEncoding(oauth.take("oauth_signature"));
  QList<std::pair<QByteArray, QByteArray>> all;
  for (auto it = oauth.cbegin(); it != oauth.cend(); ++it)
    all.emplace_back(it.key(), it.value());
  for (const auto& [name, value] : request.parameters())
    all.emplace_back(encode(name.toUtf8()), encode(value.toUtf8()));
  std::sort(all.begin(), all.end());
  QByteArrayList pairs;
  for (const auto& [name, value] : all)
    pairs.append(name + '=' + value);
  const QByteArray address = m_site.origin.toUtf8() + "/magento" + request.path;
  const QByteArray base = request.method + '&' + encode(address) + '&' + encode(pairs.join('&'));
  const QByteArray key = m_consumerSecret.toUtf8() + '&' + m_tokenSecret.toUtf8();
  const bool known =
      oauth.value("oauth_consumer_key") == m_consumerKey.toLatin1() && oauth.value("oauth_token") == m_token.toLatin1();
  return known && QMessageAuthenticationCode::hash(base, key, QCryptographicHash::Sha256).toBase64() == signature;
}

Reply MagentoShop::answer(const Request& request)
{
  if (!isSigned(request)) {
    ++m_site.rejected[u"magento"_s];
    return jsonReply({{u"message"_s, u"The consumer isn't authorized to access %resources."_s},
                      {u"parameters"_s, QJsonObject{{u"resources"_s, u"Magento_Sales::sales"_s}}}},
                     401);
  }
  const QStringList parts = QString::fromUtf8(request.path).split(u'/', Qt::SkipEmptyParts);
  if (parts.value(0) != "rest"_L1 || parts.value(2) != "V1"_L1 || parts.size() < 4)
    return htmlReply(u"404 Not Found"_s, 404);
  return route(request, parts.mid(3), QJsonDocument::fromJson(request.body).object());
}

Reply MagentoShop::route(const Request& request, const QStringList& parts, const QJsonObject& body)
{
  const QString name = parts.first();
  const bool writes = request.method == "POST";
  if (name == "inventory"_L1 && parts.value(1) == "get-product-salable-quantity"_L1) {
    for (const Variant& variant : m_site.world.catalogue().variants)
      if (variant.sku == parts.value(2))
        return bare(QByteArray::number(m_site.world.stock(Shop::Magento, variant.number).onHand));
    return problem(404, u"No such product"_s);
  }
  if (name == "inventory"_L1 && writes)
    return setStock(body);
  if (!writes && (parts.size() == 1 || name == "inventory"_L1 || name == "customers"_L1))
    return search(request, parts.join(u'/'));
  const auto order = desk::orderById(m_site.world, Shop::Magento, parts.value(1).toLongLong());
  if (!order)
    return problem(404, u"The entity that was requested doesn't exist. Verify the entity and try again."_s);
  if (name == "order"_L1 && parts.value(2) == "ship"_L1)
    return ship(*order, body);
  if (name == "invoice"_L1 && parts.value(2) == "refund"_L1)
    return refund(*order, body);
  if (parts.value(2) == "cancel"_L1)
    return desk::cancel(m_site.world, *order) ? bare("true") : bare("false");
  if (parts.value(2) == "comments"_L1 && writes) {
    const QJsonValue history = body.value("statusHistory"_L1);
    const Note note{m_site.world.newId(), m_site.world.now(), history["comment"_L1].toString(),
                    history["is_visible_on_front"_L1].toInt() == 1};
    m_site.world.change(order->index, [&](Change& change) { change.notes.push_back(note); });
    return bare("true");
  }
  if (parts.value(2) == "comments"_L1)
    return jsonReply({{u"items"_s, magento::comments(*order)}, {u"total_count"_s, 0}});
  return jsonReply(magento::orderJson(m_site.world, *order));
}

Reply MagentoShop::search(const Request& request, const QString& name)
{
  const Fields parameters = request.parameters();
  const auto filters = filtersOf(parameters);
  const World& world = m_site.world;
  const Catalogue& catalogue = world.catalogue();
  QList<std::function<QJsonObject()>> found;
  const auto wanted = [&](const QString& field, const QString& value) {
    const auto conditions = filters.value(field);
    if (conditions.contains(u"in"_s))
      return conditions.value(u"in"_s).split(u',').contains(value);
    return !conditions.contains(u"eq"_s) || conditions.value(u"eq"_s) == value;
  };
  if (name == "orders"_L1 && filters.contains(u"entity_id"_s)) {
    for (const QString& id : filters.value(u"entity_id"_s).value(u"in"_s).split(u','))
      if (const auto order = desk::orderById(world, Shop::Magento, id.toLongLong()))
        found.append([&world, order] { return magento::orderJson(world, *order); });
  } else if (name == "orders"_L1) {
    const auto times = filters.value(u"updated_at"_s);
    for (const qint64 index :
         desk::changedBetween(world, Shop::Magento, timeOf(times, u"gteq"_s), timeOf(times, u"lteq"_s)))
      found.append([&world, index] { return magento::orderJson(world, world.order(index)); });
  } else if (filters.contains(u"order_id"_s)) { // shipments, invoices, creditmemos
    const auto conditions = filters.value(u"order_id"_s);
    for (const QString& id : conditions.value(conditions.firstKey()).split(u','))
      if (const auto order = desk::orderById(world, Shop::Magento, id.toLongLong()))
        for (const QJsonValue& record : name == "shipments"_L1  ? magento::shipments(*order)
                                        : name == "invoices"_L1 ? magento::invoices(*order)
                                                                : magento::creditMemos(*order))
          found.append([json = record.toObject()] { return json; });
  } else if (name == "products"_L1) {
    for (const Variant& variant : catalogue.variants)
      if (world.isListed(variant.product) && wanted(u"entity_id"_s, QString::number(variant.number + 1)) &&
          wanted(u"sku"_s, variant.sku))
        found.append([this, &variant] { return variantJson(variant); });
    for (const Product& product : catalogue.products)
      if (!product.isSimple() && world.isListed(product.number) &&
          wanted(u"entity_id"_s, QString::number(magento::productId(world, product))) && wanted(u"sku"_s, product.slug))
        found.append([this, &product] { return productJson(product); });
  } else if (name == "inventory/source-items"_L1) {
    for (const Variant& variant : catalogue.variants)
      if (world.isListed(variant.product) && wanted(u"sku"_s, variant.sku))
        found.append([this, &variant] { return sourceJson(variant); });
  } else if (name == "customers/search"_L1) {
    for (qint64 id = 1; id <= world.customerCount(); ++id)
      if (wanted(u"entity_id"_s, QString::number(id)))
        found.append([this, id] { return customerJson(id); });
  } else {
    return problem(404, u"Request does not match any route."_s);
  }
  const qint64 size = std::max<qint64>(1, fieldValue(parameters, u"searchCriteria[pageSize]").toLongLong());
  constexpr qint64 kMostOnAPage = 300;
  if (size > kMostOnAPage)
    return problem(400, u"Maximum SearchCriteria pageSize is 300"_s);
  const qint64 last = (qint64(found.size()) + size - 1) / size;
  qint64 page = std::clamp<qint64>(fieldValue(parameters, u"searchCriteria[currentPage]").toLongLong(), 1,
                                   std::max<qint64>(1, last)); // behind the end: the last one again
  if (name == "orders"_L1)
    page = disturbedPage(m_site, page - 1) + 1;
  QJsonArray items;
  for (qint64 i = (page - 1) * size; i < std::min(page * size, qint64(found.size())); ++i)
    items.append(found[i]());
  return jsonReply({{u"items"_s, name == "orders"_L1 ? disturbedItems(m_site, items) : items},
                    {u"search_criteria"_s, QJsonObject{{u"current_page"_s, page}, {u"page_size"_s, size}}},
                    {u"total_count"_s, qint64(found.size())}});
}

Reply MagentoShop::ship(const Order& order, const QJsonObject& body)
{
  QMap<qint64, qint64> pieces;
  for (const QJsonValue& item : body.value("items"_L1).toArray())
    pieces[item["order_item_id"_L1].toInteger()] += item["qty"_L1].toInteger();
  const QJsonValue track = body.value("tracks"_L1)[0];
  const auto made =
      desk::ship(m_site.world, order, pieces, track["title"_L1].toString(), track["track_number"_L1].toString());
  return made ? bare('"' + QByteArray::number(made->id) + '"') : problem(400, made.error().detail);
}

Reply MagentoShop::refund(const Order& order, const QJsonObject& body)
{
  const double amount = body.value("arguments"_L1)["adjustment_positive"_L1].toDouble();
  const auto money = Money::parseRounded(QString::number(amount, 'f', 2), Currency());
  const auto made =
      desk::refund(m_site.world, order, money ? money->minor() : 0, body.value("comment"_L1)["comment"_L1].toString());
  return made ? bare(QByteArray::number(made->id)) : problem(400, made.error().detail);
}

Reply MagentoShop::setStock(const QJsonObject& body)
{
  for (const QJsonValue& item : body.value("sourceItems"_L1).toArray())
    for (const Variant& variant : m_site.world.catalogue().variants)
      if (variant.sku == item["sku"_L1].toString())
        desk::setStock(m_site.world, Shop::Magento, variant.number, item["quantity"_L1].toInteger());
  return bare("[]");
}

QJsonObject MagentoShop::sourceJson(const Variant& variant) const
{
  const qint64 quantity = m_site.world.stock(Shop::Magento, variant.number).onHand;
  return {{u"sku"_s, variant.sku},
          {u"source_code"_s, u"default"_s},
          {u"quantity"_s, quantity},
          {u"status"_s, quantity > 0 ? 1 : 0}};
}

QJsonObject MagentoShop::variantJson(const Variant& variant) const
{
  constexpr int kHidden = 1, kShown = 4;
  const Product& product = m_site.world.catalogue().productOf(variant);
  return {{u"id"_s, variant.number + 1},
          {u"sku"_s, variant.sku},
          {u"name"_s, m_site.world.catalogue().title(variant)},
          {u"price"_s, double(variant.price) / 100},
          {u"status"_s, 1},
          {u"visibility"_s, product.isSimple() ? kShown : kHidden},
          {u"type_id"_s, u"simple"_s},
          {u"updated_at"_s, magento::time(m_site.world.catalogueMade())},
          {u"extension_attributes"_s, QJsonObject()}};
}

QJsonObject MagentoShop::productJson(const Product& product) const
{
  QJsonArray links;
  for (int i = 0; i < product.variants; ++i)
    links.append(product.firstVariant + i + 1);
  return {{u"id"_s, magento::productId(m_site.world, product)},
          {u"sku"_s, product.slug},
          {u"name"_s, product.title},
          {u"status"_s, 1},
          {u"visibility"_s, 4},
          {u"type_id"_s, u"configurable"_s},
          {u"updated_at"_s, magento::time(m_site.world.catalogueMade())},
          {u"extension_attributes"_s, QJsonObject{{u"configurable_product_links"_s, links}}}};
}

QJsonObject MagentoShop::customerJson(qint64 id) const
{
  const Person buyer = person(m_site.world.seed(), id);
  const QString joined = magento::time(desk::joinedAt(m_site.world, id));
  return {
      {u"id"_s, id},
      {u"email"_s, buyer.email},
      {u"firstname"_s, buyer.firstName},
      {u"lastname"_s, buyer.lastName},
      {u"created_at"_s, joined},
      {u"updated_at"_s, joined},
      {u"addresses"_s, QJsonArray{QJsonObject{{u"country_id"_s, text(buyer.place->country)},
                                              {u"region"_s, QJsonObject{{u"region"_s, text(buyer.place->province)}}},
                                              {u"city"_s, text(buyer.place->city)},
                                              {u"telephone"_s, buyer.phone},
                                              {u"default_shipping"_s, true}}}}};
}

} // namespace supercargo::sandbox
