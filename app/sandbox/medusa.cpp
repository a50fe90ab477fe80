#include "app/sandbox/medusa.h"

#include "core/base/money.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

Reply problem(int status, const QString& type, const QString& message)
{
  return jsonReply({{u"type"_s, type}, {u"message"_s, message}}, status);
}

Reply notFound(const QString& what)
{
  return problem(404, u"not_found"_s, what + u" was not found"_s);
}

qint64 numberOf(const QString& id)
{
  return id.section(u'_', 1).toLongLong();
}

/// id[]=a&id[]=b
QStringList idsOf(const Fields& parameters)
{
  QStringList ids;
  for (const auto& [name, value] : parameters)
    if (name == "id[]"_L1 || name == "id"_L1)
      ids.append(value);
  return ids;
}

std::optional<Instant> timeOf(const Fields& parameters, QStringView name)
{
  const auto time = parseIso(fieldValue(parameters, name));
  return time ? std::optional(*time) : std::nullopt;
}

} // namespace

MedusaShop::MedusaShop(Site& site) : m_site(site), m_password(token(site.world.seed(), 43, 20, kHexDigits)) {}

std::unique_ptr<Peer> medusaPeer(Site& site)
{
  return std::make_unique<MedusaShop>(site);
}

QJsonObject MedusaShop::account() const
{
  return accountOf(u"Medusa 店"_s, m_site.origin + u"/medusa"_s,
                   {{u"email"_s, u"merchant@example.com"_s}, {u"password"_s, m_password}});
}

Reply MedusaShop::login(const Request& request)
{
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  if (body.value("email"_L1).toString() != "merchant@example.com"_L1 ||
      body.value("password"_L1).toString() != m_password) {
    ++m_site.rejected[u"medusa"_s];
    return problem(401, u"unauthorized"_s, u"Invalid email or password"_s);
  }
  const qint64 end = toMs(m_site.now()) / 1000 + 86'400;
  const QByteArray claims = QJsonDocument(QJsonObject{{u"exp"_s, end}}).toJson(QJsonDocument::Compact);
  const QByteArray made = "e30." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) +
                          '.' + token(m_site.world.seed(), quint64(7000 + ++m_logins), 43, kHexDigits).toLatin1();
  m_tokens.insert(made);
  return jsonReply({{u"token"_s, QString::fromLatin1(made)}});
}

Reply MedusaShop::answer(const Request& request)
{
  if (request.path == "/auth/user/emailpass" && request.method == "POST")
    return login(request);
  const QByteArray session = request.header("Authorization").mid(qsizetype(strlen("Bearer ")));
  if (m_site.faults.strikes(u"expired-token"_s))
    m_tokens.remove(session);
  if (!m_tokens.contains(session)) {
    ++m_site.rejected[u"medusa"_s];
    return jsonReply({{u"message"_s, u"Unauthorized"_s}}, 401);
  }
  const QStringList parts = QString::fromUtf8(request.path).split(u'/', Qt::SkipEmptyParts);
  if (parts.value(0) != "admin"_L1)
    return htmlReply(u"Cannot GET"_s, 404);
  return route(request, parts.mid(1), QJsonDocument::fromJson(request.body).object());
}

Reply MedusaShop::route(const Request& request, const QStringList& parts, const QJsonObject& body)
{
  const QString& name = parts.first();
  if (name == "orders"_L1 && parts.size() > 1)
    return orders(request, parts, body);
  if (name == "payments"_L1 && parts.value(2) == "refund"_L1)
    return refund(numberOf(parts.value(1)), body);
  if (name == "inventory-items"_L1 && parts.value(2) == "location-levels"_L1 && parts.value(3) == "sloc_1"_L1)
    return setStock(numberOf(parts.value(1)), body);
  if (request.method == "GET" && parts.size() == 1)
    return list(request, name);
  return notFound(name);
}

Reply MedusaShop::list(const Request& request, const QString& name)
{
  const Fields parameters = request.parameters();
  const qint64 limit = std::max<qint64>(
      1, fieldValue(parameters, u"limit").isEmpty() ? 15 : fieldValue(parameters, u"limit").toLongLong());
  const qint64 offset = disturbedPage(m_site, fieldValue(parameters, u"offset").toLongLong() / limit) * limit;
  const World& world = m_site.world;
  const Catalogue& catalogue = world.catalogue();
  std::vector<qint64> found; // order indices, or numbers from 1
  const auto all = [&](qint64 count) {
    for (qint64 number = 1; number <= count; ++number)
      found.push_back(number);
  };
  if (const QStringList ids = idsOf(parameters); !ids.isEmpty()) {
    for (const QString& id : ids)
      if (name != "orders"_L1 && (name != "products"_L1 || world.isListed(int(numberOf(id)) - 1)))
        found.push_back(numberOf(id));
      else if (const auto index = name == "orders"_L1 ? world.orderById(Shop::Medusa, numberOf(id)) : std::nullopt)
        found.push_back(*index);
  } else if (name == "orders"_L1) {
    found = desk::changedBetween(world, Shop::Medusa, timeOf(parameters, u"updated_at[$gte]"),
                                 timeOf(parameters, u"updated_at[$lte]"));
  } else if (name == "products"_L1) {
    for (const qint64 number : world.listedProducts())
      found.push_back(number + 1);
  } else if (name == "product-variants"_L1) {
    for (const qint64 number : world.listedVariants())
      found.push_back(number + 1);
  } else if (name == "customers"_L1) {
    all(world.customerCount());
  }
  QJsonArray items;
  for (qint64 i = offset; i < std::min(offset + limit, qint64(found.size())); ++i) {
    const qint64 number = found[std::size_t(i)];
    if (name == "orders"_L1)
      items.append(orderJson(world.order(number)));
    else if (name == "products"_L1 && number > 0 && number <= qint64(catalogue.products.size()))
      items.append(productJson(catalogue.products[std::size_t(number - 1)]));
    else if (name == "product-variants"_L1 && number > 0 && number <= qint64(catalogue.variants.size()))
      items.append(variantJson(catalogue.variants[std::size_t(number - 1)]));
    else if (name == "customers"_L1 && number > 0 && number <= world.customerCount())
      items.append(customerJson(number));
  }
  return jsonReply({{name == "product-variants"_L1 ? u"variants"_s : name, disturbedItems(m_site, items)},
                    {u"count"_s, qint64(found.size())},
                    {u"offset"_s, offset},
                    {u"limit"_s, limit}});
}

Reply MedusaShop::orders(const Request& request, const QStringList& parts, const QJsonObject& body)
{
  const auto order = desk::orderById(m_site.world, Shop::Medusa, numberOf(parts[1]));
  if (!order)
    return notFound(u"Order id: "_s + parts[1]);
  if (request.method == "GET")
    return jsonReply({{u"order"_s, orderJson(*order)}});
  if (parts.value(2) == "cancel"_L1) {
    if (const auto done = desk::cancel(m_site.world, *order); !done)
      return problem(400, u"not_allowed"_s, done.error().detail);
    return jsonReply({{u"order"_s, orderJson(m_site.world.order(order->index))}});
  }
  if (parts.value(2) == "fulfillments"_L1)
    return parts.size() == 3 ? fulfil(*order, body) : ship(*order, numberOf(parts[3]), body);
  return notFound(parts.last());
}

/// Packs pieces: they wait for a shipment, which alone changes the order in the world.
Reply MedusaShop::fulfil(const Order& order, const QJsonObject& body)
{
  std::vector<qint64> left = desk::piecesLeft(order);
  for (const Packed& packed : m_packed)
    if (packed.order == order.index)
      for (auto it = packed.pieces.cbegin(); it != packed.pieces.cend(); ++it)
        left[std::size_t((it.key() - 1) % 8)] -= it.value();
  Packed packed{order.index, {}, body.value("metadata"_L1)};
  for (const QJsonValue& item : body.value("items"_L1).toArray()) {
    const qint64 line = numberOf(item["id"_L1].toString()), pieces = item["quantity"_L1].toInteger();
    if ((line - 1) / 8 != order.index || std::size_t((line - 1) % 8) >= left.size() ||
        pieces > left[std::size_t((line - 1) % 8)] || pieces < 1)
      return problem(400, u"invalid_data"_s, u"No stock reservation found for item "_s + item["id"_L1].toString());
    packed.pieces[line] += pieces;
  }
  if (packed.pieces.isEmpty() || (order.state != State::Paid && order.state != State::PartShipped))
    return problem(400, u"not_allowed"_s, u"Order cannot be fulfilled"_s);
  m_packed.insert(m_site.world.newId(), packed);
  m_site.world.change(order.index, [&](Change& change) {
    change.merchantShips = true;
    change.modified = m_site.world.now();
  });
  return jsonReply({{u"order"_s, orderJson(m_site.world.order(order.index))}});
}

Reply MedusaShop::ship(const Order& order, qint64 fulfilment, const QJsonObject& body)
{
  if (!m_packed.contains(fulfilment) || m_packed.value(fulfilment).order != order.index)
    return problem(400, u"not_allowed"_s, u"Shipment has already been created"_s);
  const QString number = body.value("labels"_L1)[0]["tracking_number"_L1].toString();
  if (const auto made = desk::ship(m_site.world, order, m_packed.value(fulfilment).pieces, {}, number); !made)
    return problem(400, u"not_allowed"_s, made.error().detail);
  m_packed.remove(fulfilment);
  return jsonReply({{u"order"_s, orderJson(m_site.world.order(order.index))}});
}

Reply MedusaShop::refund(qint64 id, const QJsonObject& body)
{
  const auto order = desk::orderById(m_site.world, Shop::Medusa, id);
  if (!order)
    return notFound(u"Payment"_s);
  const auto amount = Money::parseRounded(QString::number(body.value("amount"_L1).toDouble(), 'f', 2), Currency());
  const auto made = desk::refund(m_site.world, *order, amount ? amount->minor() : 0, body.value("note"_L1).toString());
  if (!made)
    return problem(400, u"invalid_data"_s, u"You cannot refund more than what is captured on the payment."_s);
  return jsonReply({{u"payment"_s, paymentsJson(m_site.world.order(order->index)).first()}});
}

Reply MedusaShop::setStock(qint64 item, const QJsonObject& body)
{
  const qint64 number = item - 1;
  if (number < 0 || number >= qint64(m_site.world.catalogue().variants.size()))
    return notFound(u"Inventory item"_s);
  desk::setStock(m_site.world, Shop::Medusa, int(number), body.value("stocked_quantity"_L1).toInteger());
  return jsonReply({{u"inventory_item"_s, itemJson(int(number))}});
}

} // namespace supercargo::sandbox
