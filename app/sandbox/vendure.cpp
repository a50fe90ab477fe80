#include "app/sandbox/vendure.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr qint64 kMostTaken = 1000;

Reply graphError(const QString& message, const QString& code, const QString& field)
{
  const QJsonObject error{{u"message"_s, message},
                          {u"locations"_s, QJsonArray{QJsonObject{{u"line"_s, 1}, {u"column"_s, 3}}}},
                          {u"path"_s, QJsonArray{field}},
                          {u"extensions"_s, QJsonObject{{u"code"_s, code}}}};
  return jsonReply({{u"errors"_s, QJsonArray{error}}, {u"data"_s, QJsonValue()}});
}

bool holds(const QJsonValue& value, const QString& test, const QJsonValue& wanted)
{
  const QString text = value.toVariant().toString();
  const QString other = wanted.toVariant().toString();
  if (test == "eq"_L1)
    return text == other;
  if (test == "notEq"_L1)
    return text != other;
  if (test == "in"_L1)
    return wanted.toVariant().toStringList().contains(text);
  if (test == "notIn"_L1)
    return !wanted.toVariant().toStringList().contains(text);
  if (test == "contains"_L1)
    return text.contains(other, Qt::CaseInsensitive);
  if (test == "isNull"_L1)
    return value.isNull() == wanted.toBool();
  if (value.isNull())
    return false;
  const auto at = [](const QJsonValue& stamp) { return parseIso(stamp.toString()).value_or(Instant()); };
  if (test == "after"_L1)
    return at(value) > at(wanted);
  if (test == "before"_L1)
    return at(value) < at(wanted);
  if (test == "between"_L1)
    return at(value) >= at(wanted["start"_L1]) && at(value) <= at(wanted["end"_L1]);
  return true;
}
} // namespace

namespace vendure {

QString time(Instant instant)
{
  QString text = toIso(instant);
  if (!text.contains(u'.'))
    text.insert(text.size() - 1, u".000"_s);
  return text;
}

QJsonObject problem(const QString& type, const QString& code, const QString& message)
{
  return {{u"__typename"_s, type}, {u"errorCode"_s, code}, {u"message"_s, message}};
}

Result<Page> page(Site& site, const QJsonObject& options)
{
  Page page;
  page.take = options.value("take"_L1).toInteger(kMostTaken);
  if (page.take > kMostTaken)
    return fail(ErrorKind::Invalid, u"Cannot take more than 1000 results from a list query"_s, u"USER_INPUT_ERROR"_s);
  page.skip = options.value("skip"_L1).toInteger(0);
  if (page.take > 0)
    page.skip = disturbedPage(site, page.skip / page.take) * page.take + page.skip % page.take;
  return page;
}

bool matches(const QJsonObject& item, const QJsonObject& filter)
{
  for (auto field = filter.begin(); field != filter.end(); ++field) {
    const QJsonObject tests = field.value().toObject();
    for (auto test = tests.begin(); test != tests.end(); ++test)
      if (!holds(item.value(field.key()), test.key(), test.value()))
        return false;
  }
  return true;
}

} // namespace vendure

VendureShop::VendureShop(Site& site, VendureLogin login) : m_site(site), m_login(std::move(login)) {}

std::unique_ptr<Peer> vendurePeer(Site& site)
{
  return std::make_unique<VendureShop>(site, VendureLogin{u"merchant"_s, token(site.world.seed(), 3, 20, kHexDigits)});
}

QJsonObject VendureShop::account() const
{
  return accountOf(u"海外仓店"_s, m_site.origin + u"/vendure"_s,
                   {{u"username"_s, m_login.username}, {u"password"_s, m_login.password}});
}

QJsonObject VendureShop::login(const QJsonObject& arguments)
{
  if (arguments.value("username"_L1).toString() != m_login.username ||
      arguments.value("password"_L1).toString() != m_login.password) {
    ++m_site.rejected[u"vendure"_s];
    return vendure::problem(u"InvalidCredentialsError"_s, u"INVALID_CREDENTIALS_ERROR"_s,
                            u"The provided credentials are invalid"_s);
  }
  m_newToken = token(m_site.world.seed(), quint64(1000 + ++m_logins), 64, "0123456789abcdef"_L1).toLatin1();
  m_sessions.insert(m_newToken);
  const QJsonArray permissions{u"Authenticated"_s, u"ReadOrder"_s,    u"UpdateOrder"_s,      u"ReadCatalog"_s,
                               u"UpdateCatalog"_s, u"ReadCustomer"_s, u"ReadStockLocation"_s};
  const QJsonObject channel{{u"id"_s, u"1"_s},
                            {u"code"_s, u"__default_channel__"_s},
                            {u"token"_s, u"sandbox-channel"_s},
                            {u"permissions"_s, permissions}};
  return {{u"__typename"_s, u"CurrentUser"_s},
          {u"id"_s, u"1"_s},
          {u"identifier"_s, m_login.username},
          {u"channels"_s, QJsonArray{channel}}};
}

Result<QJsonValue> VendureShop::resolve(const GraphField& field)
{
  const QJsonObject& arguments = field.arguments;
  const QJsonObject options = arguments.value("options"_L1).toObject();
  const QJsonObject input = arguments.value("input"_L1).toObject();
  if (field.name == "orders"_L1)
    return orders(options);
  if (field.name == "order"_L1)
    return orderOrNull(arguments.value("id"_L1));
  if (field.name == "products"_L1)
    return products(options);
  if (field.name == "productVariants"_L1)
    return variants(options);
  if (field.name == "customers"_L1)
    return customers(options);
  if (field.name == "activeChannel"_L1)
    return QJsonObject{{u"id"_s, u"1"_s},
                       {u"code"_s, u"__default_channel__"_s},
                       {u"token"_s, u"sandbox-channel"_s},
                       {u"defaultCurrencyCode"_s, u"CNY"_s},
                       {u"currencyCode"_s, u"CNY"_s},
                       {u"defaultLanguageCode"_s, u"zh"_s},
                       {u"pricesIncludeTax"_s, false}};
  if (field.name == "stockLocations"_L1)
    return QJsonObject{
        {u"totalItems"_s, 1},
        {u"items"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"杭州仓"_s}, {u"description"_s, u""_s}}}}};
  if (field.name == "updateProductVariants"_L1)
    return writeVariants(arguments.value("input"_L1).toArray());
  if (field.name == "addFulfillmentToOrder"_L1)
    return fulfil(input);
  if (field.name == "transitionFulfillmentToState"_L1)
    return transition(arguments.value("id"_L1).toVariant().toLongLong(), arguments.value("state"_L1).toString());
  if (field.name == "refundOrder"_L1)
    return refund(input);
  if (field.name == "cancelOrder"_L1)
    return cancel(input);
  if (field.name == "addNoteToOrder"_L1)
    return addNote(input);
  if (field.name == "__typename"_L1)
    return QJsonValue(u"Query"_s);
  return fail(ErrorKind::Invalid, u"Cannot query field \""_s + field.name + u"\"."_s, u"GRAPHQL_VALIDATION_FAILED"_s);
}

Reply VendureShop::answer(const Request& request)
{
  if (request.path != "/admin-api" || request.method != "POST")
    return htmlReply(u"Cannot "_s + QString::fromLatin1(request.method) + u' ' + QString::fromUtf8(request.path), 404);
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  const auto fields = graphFields(body.value("query"_L1).toString(), body.value("variables"_L1).toObject(),
                                  body.value("operationName"_L1).toString());
  if (!fields)
    return graphError(fields.error().detail, u"GRAPHQL_PARSE_FAILED"_s, u""_s);
  const QByteArray session = request.header("Authorization").mid(qsizetype(strlen("Bearer ")));
  if (m_site.faults.strikes(u"expired-token"_s))
    m_sessions.remove(session);
  m_newToken.clear();
  QJsonObject data;
  for (const GraphField& field : *fields) {
    if (field.name == "login"_L1) {
      data.insert(field.alias, login(field.arguments));
      continue;
    }
    if (!m_sessions.contains(session)) {
      ++m_site.rejected[u"vendure"_s];
      return graphError(u"You are not currently authorized to perform this action"_s, u"FORBIDDEN"_s, field.alias);
    }
    const auto value = resolve(field);
    if (!value)
      return graphError(value.error().detail, value.error().subject, field.alias);
    data.insert(field.alias, *value);
  }
  Reply reply = jsonReply({{u"data"_s, data}});
  if (!m_newToken.isEmpty())
    reply.setHeader("vendure-auth-token", m_newToken);
  return reply;
}

} // namespace supercargo::sandbox
