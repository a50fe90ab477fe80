#include "app/sandbox/woocommerce.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {

namespace woo {

Reply error(const QString& code, const QString& message, int status)
{
  return jsonReply({{u"code"_s, code}, {u"message"_s, message}, {u"data"_s, QJsonObject{{u"status"_s, status}}}},
                   status);
}

Reply invalidId(const QString& thing)
{
  return error(u"woocommerce_rest_"_s + thing + u"_invalid_id"_s, u"Invalid ID."_s, 404);
}

Reply invalidParameter(const QString& name, const QString& message)
{
  const QJsonObject data{{u"status"_s, 400}, {u"params"_s, QJsonObject{{name, message}}}};
  return jsonReply(
      {{u"code"_s, u"rest_invalid_param"_s}, {u"message"_s, u"Invalid parameter(s): "_s + name}, {u"data"_s, data}},
      400);
}

void stamp(QJsonObject& object, const QString& name, std::optional<Instant> at)
{
  const auto written = [&](std::chrono::seconds offset) -> QJsonValue {
    return at ? QJsonValue(formatLocal(*at, offset).replace(10, 1, u"T"_s).left(19)) : QJsonValue();
  };
  object.insert(name, written(kChinaOffset));
  object.insert(name + u"_gmt"_s, written(std::chrono::seconds(0)));
}

QJsonObject address(const Person& person, bool billing)
{
  const Place& place = *person.place;
  QJsonObject address{{u"first_name"_s, person.firstName},
                      {u"last_name"_s, person.lastName},
                      {u"company"_s, u""_s},
                      {u"address_1"_s, text(place.district) + person.street},
                      {u"address_2"_s, u""_s},
                      {u"city"_s, text(place.city)},
                      {u"state"_s, text(place.province)},
                      {u"postcode"_s, text(place.postcode)},
                      {u"country"_s, text(place.country)},
                      {u"phone"_s, person.phone}};
  if (billing)
    address.insert(u"email"_s, person.email);
  return address;
}

tl::expected<Paging, Reply> paging(const Fields& parameters)
{
  Paging paging;
  const auto read = [&](QStringView name, qint64 fallback) {
    const QString value = fieldValue(parameters, name);
    return value.isEmpty() ? fallback : value.toLongLong();
  };
  paging.page = read(u"page", 1);
  paging.perPage = read(u"per_page", 10);
  if (paging.page < 1)
    return tl::unexpected(invalidParameter(u"page"_s, u"page must be greater than or equal to 1"_s));
  if (paging.perPage < 1 || paging.perPage > 100)
    return tl::unexpected(
        invalidParameter(u"per_page"_s, u"per_page must be between 1 (inclusive) and 100 (inclusive)"_s));
  paging.offset = read(u"offset", (paging.page - 1) * paging.perPage);
  return paging;
}

void setPageHeaders(Reply& reply, const QString& url, const Paging& paging, qint64 total)
{
  const qint64 pages = (total + paging.perPage - 1) / paging.perPage;
  reply.setHeader("X-WP-Total", QByteArray::number(total));
  reply.setHeader("X-WP-TotalPages", QByteArray::number(pages));
  if (paging.page < pages)
    reply.setHeader("Link", "<" + url.toUtf8() + "?page=" + QByteArray::number(paging.page + 1) + ">; rel=\"next\"");
}

QJsonObject selected(const QJsonObject& object, const Fields& parameters)
{
  const QString fields = fieldValue(parameters, u"_fields");
  if (fields.isEmpty())
    return object;
  QJsonObject result;
  for (const QString& field : fields.split(u',')) {
    const QString name = field.section(u'.', 0, 0).trimmed();
    if (object.contains(name))
      result.insert(name, object.value(name));
  }
  return result;
}

/// A time without zone is the shop's, or UTC with `dates_are_gmt`. So is one with Z, whatever it says: the older
/// storage of WooCommerce reads it like that.
std::optional<Instant> dateParameter(const Fields& parameters, QStringView name)
{
  QString value = fieldValue(parameters, name);
  if (value.endsWith(u'Z'))
    value.chop(1);
  const bool utc =
      fieldValue(parameters, u"dates_are_gmt") == "true"_L1 || fieldValue(parameters, u"dates_are_gmt") == "1"_L1;
  const auto instant = parseLocal(value, utc ? std::chrono::seconds(0) : kChinaOffset);
  return instant ? std::optional(std::chrono::floor<std::chrono::seconds>(*instant)) : std::nullopt;
}

} // namespace woo

WooShop::WooShop(Site& site, WooKey key) : m_site(site), m_key(key), m_auth(std::move(key)) {}

std::unique_ptr<Peer> woocommercePeer(Site& site)
{
  const quint64 seed = site.world.seed();
  return std::make_unique<WooShop>(
      site, WooKey{u"ck_"_s + token(seed, 1, 40, kHexDigits), u"cs_"_s + token(seed, 2, 40, kHexDigits)});
}

QJsonObject WooShop::account() const
{
  return accountOf(u"官网店"_s, base(), {{u"consumer_key"_s, m_key.key}, {u"consumer_secret"_s, m_key.secret}});
}

Reply WooShop::answer(const Request& request)
{
  if (request.path == "/wp-json/" || request.path == "/wp-json")
    return jsonReply({{u"name"_s, u"掌柜示例店"_s},
                      {u"description"_s, u""_s},
                      {u"url"_s, base()},
                      {u"home"_s, base()},
                      {u"gmt_offset"_s, 8},
                      {u"timezone_string"_s, u"Asia/Shanghai"_s},
                      {u"namespaces"_s, QJsonArray{u"oembed/1.0"_s, u"wc/v3"_s, u"wc/v2"_s, u"wc/v1"_s, u"wp/v2"_s}},
                      {u"authentication"_s, QJsonArray()}});
  const QString api = u"/wp-json/wc/v3/"_s;
  const QString path = QString::fromUtf8(request.path);
  if (!path.startsWith(api))
    return woo::error(u"rest_no_route"_s, u"No route was found matching the URL and request method."_s, 404);
  if (auto refusal = m_auth.refusal(m_site, request, base() + path)) {
    ++m_site.rejected[u"woocommerce"_s];
    return *refusal;
  }
  const QStringList parts = path.mid(api.size()).split(u'/', Qt::SkipEmptyParts);
  const QString what = parts.value(0);
  if (what == "orders"_L1)
    return orders(request, parts);
  if (what == "products"_L1)
    return products(request, parts);
  if (what == "customers"_L1)
    return customers(request, parts);
  if (what == "system_status"_L1)
    return jsonReply({{u"environment"_s, QJsonObject{{u"version"_s, u"11.0.1"_s}, {u"wp_version"_s, u"7.0.4"_s}}},
                      {u"settings"_s, QJsonObject{{u"currency"_s, u"CNY"_s}, {u"number_of_decimals"_s, 2}}}});
  return woo::error(u"rest_no_route"_s, u"No route was found matching the URL and request method."_s, 404);
}

QJsonObject WooShop::customerJson(qint64 id) const
{
  const Person buyer = person(m_site.world.seed(), id);
  QJsonObject json{{u"id"_s, id},
                   {u"email"_s, buyer.email},
                   {u"first_name"_s, buyer.firstName},
                   {u"last_name"_s, buyer.lastName},
                   {u"role"_s, u"customer"_s},
                   {u"username"_s, buyer.email.section(u'@', 0, 0)},
                   {u"billing"_s, woo::address(buyer, true)},
                   {u"shipping"_s, woo::address(buyer, false)},
                   {u"is_paying_customer"_s, true},
                   {u"avatar_url"_s, u""_s},
                   {u"meta_data"_s, QJsonArray()}};
  const Instant joined = m_site.world.catalogueMade() - std::chrono::hours(24 * (1 + id % 700));
  woo::stamp(json, u"date_created"_s, joined);
  woo::stamp(json, u"date_modified"_s, joined);
  return json;
}

Reply WooShop::customers(const Request& request, const QStringList& parts)
{
  const Fields parameters = request.parameters();
  if (parts.size() > 1) {
    const qint64 id = parts[1].toLongLong();
    return id >= 1 && id <= m_site.world.customerCount()
               ? jsonReply(woo::selected(customerJson(id), parameters))
               : woo::error(u"woocommerce_rest_invalid_id"_s, u"Invalid resource ID."_s, 404);
  }
  const auto paging = woo::paging(parameters);
  if (!paging)
    return paging.error();
  std::vector<qint64> ids;
  const QString include = fieldValue(parameters, u"include");
  for (const QString& id : include.split(u',', Qt::SkipEmptyParts))
    if (id.toLongLong() >= 1 && id.toLongLong() <= m_site.world.customerCount())
      ids.push_back(id.toLongLong());
  const qint64 total = include.isEmpty() ? m_site.world.customerCount() : qint64(ids.size());
  const bool descending = fieldValue(parameters, u"order") == "desc"_L1;
  QJsonArray items;
  for (qint64 i = paging->offset; i < std::min(paging->offset + paging->perPage, total); ++i) {
    const qint64 at = descending ? total - 1 - i : i;
    items.append(woo::selected(customerJson(include.isEmpty() ? at + 1 : ids[std::size_t(at)]), parameters));
  }
  Reply reply = listReply(items);
  woo::setPageHeaders(reply, base() + u"/wp-json/wc/v3/customers"_s, *paging, total);
  return reply;
}

} // namespace supercargo::sandbox
