/// transcripts/medusa/, and the secret key of stores/sign-magento-medusa.json.
#include "tests/vectors/exchange.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

const Provider& medusa()
{
  return *findProvider(u"medusa");
}

QJsonObject firstOf(const QJsonObject& object, const char* list)
{
  return object.value(QLatin1String(list)).toArray().first().toObject();
}

HttpResponse saying(const QJsonObject& body)
{
  HttpResponse answer;
  answer.status = 200;
  answer.body = QJsonDocument(body).toJson();
  return answer;
}

HttpRequest after(const char* operation, const QString& state)
{
  HttpRequest sent;
  sent.operation = QLatin1String(operation);
  sent.state = state;
  return sent;
}

QString checkLogin(const Exchange& recorded)
{
  FetchContext context = contextOf(medusa(), Stream::Orders);
  context.fields.insert(QStringLiteral("email"), recorded.body.value(QLatin1String("email")).toString());
  HttpRequest ours = medusa().functions.login(context);
  const Secrets secrets{
      {QStringLiteral("password"), recorded.body.value(QLatin1String("password")).toString().toUtf8()}};
  if (const auto signature = medusa().functions.sign(ours, context, secrets, {}, {}); !signature)
    return signature.error().detail;
  if (const QString why = sameCall(recorded, ours); !why.isEmpty())
    return why;
  const auto session = medusa().functions.parseLogin(context, recorded.answer);
  const QByteArray token = recorded.answerBody.value(QLatin1String("token")).toString().toUtf8();
  if (token.isEmpty())
    return fails(withoutValue(session), ErrorKind::Auth);
  return session && session->token == token && session->expiresAt == parseIso(u"2026-12-23T19:45:27Z").value()
             ? QString()
             : QStringLiteral("no session, or another end");
}

QString checkOrderList(const Exchange& recorded)
{
  FetchContext context = contextOf(medusa(), Stream::Orders);
  const QUrlQuery query(recorded.url);
  context.from = parseIso(query.queryItemValue(QStringLiteral("updated_at[$gte]"), QUrl::FullyDecoded)).value();
  const HttpRequest ours = medusa().functions.first(context).front();
  const QUrlQuery own(QString::fromUtf8(QByteArray::fromPercentEncoding(ours.url.mid(ours.url.indexOf('?') + 1))));
  for (const char* name : {"limit", "offset", "order", "updated_at[$gte]"})
    if (const QString key = QLatin1String(name);
        own.queryItemValue(key, QUrl::FullyDecoded) != query.queryItemValue(key, QUrl::FullyDecoded))
      return differs(name, query.queryItemValue(key), own.queryItemValue(key, QUrl::FullyDecoded));
  const QStringList asked = own.queryItemValue(QStringLiteral("fields"), QUrl::FullyDecoded).split(u',');
  for (const QString& field : query.queryItemValue(QStringLiteral("fields"), QUrl::FullyDecoded).split(u','))
    if (!asked.contains(field))
      return QStringLiteral("we do not ask for %1").arg(field);
  const size_t count = size_t(recorded.answerBody.value(QLatin1String("orders")).toArray().size());
  return readsAll(medusa(), Stream::Orders, recorded.answer, count);
}

/// The variant of 04 stands for the one that 06 sets.
QString checkStock(const Exchange& recorded)
{
  const QJsonObject item = recorded.answerBody.value(QLatin1String("inventory_item")).toObject();
  const QJsonObject level = firstOf(item, "location_levels");
  const qint64 reserved = level.value(QLatin1String("reserved_quantity")).toInteger();
  const qint64 shelf = recorded.body.value(QLatin1String("stocked_quantity")).toInteger();
  const Action action{{}, SetStock{{}, QStringLiteral("variant_1"), {}, {}, shelf - reserved}};
  const QJsonObject part{{QStringLiteral("inventory_item_id"), item.value(QLatin1String("id"))},
                         {QStringLiteral("required_quantity"), 1},
                         {QStringLiteral("inventory"), item}};
  const QJsonObject variant{{QStringLiteral("inventory_items"), QJsonArray{part}}};
  const auto ours = medusa().functions.nextAction(contextOf(medusa(), Stream::Stock), action, after("variant.read", {}),
                                                  saying({{QStringLiteral("variants"), QJsonArray{variant}}}));
  if (!ours || !*ours)
    return ours ? QStringLiteral("nothing follows") : ours.error().detail;
  const QString why = sameCall(recorded, **ours);
  return why.isEmpty() ? accepts(medusa(), action, recorded.answer) : why;
}

MarkShipped shipment(const Exchange& recorded)
{
  MarkShipped shipped;
  shipped.orderExternalId = recorded.url.path().split(u'/').value(3);
  shipped.number = QStringLiteral("00340434161094042557");
  for (const QJsonValue& item : recorded.body.value(QLatin1String("items")).toArray())
    shipped.lines.emplace_back(item[QLatin1String("id")].toString(), item[QLatin1String("quantity")].toInteger());
  return shipped;
}

/// The same items in another order are the same call.
QString sameItems(const Exchange& recorded, const HttpRequest& ours)
{
  const auto sorted = [](const QJsonObject& body) {
    QStringList items;
    for (const QJsonValue& item : body.value(QLatin1String("items")).toArray())
      items.append(item[QLatin1String("id")].toString() + u' ' +
                   QString::number(item[QLatin1String("quantity")].toInteger()));
    items.sort();
    return items.join(u',');
  };
  Exchange rest = recorded;
  rest.body.remove(QStringLiteral("items"));
  const QString why = sameCall(rest, ours);
  return why.isEmpty() ? differs("items", sorted(recorded.body), sorted(bodyOf(ours))) : why;
}

QString checkFulfilment(const Exchange& recorded)
{
  FetchContext context = contextOf(medusa(), Stream::Orders);
  context.fields.insert(QStringLiteral("stock_location"), recorded.body.value(QLatin1String("location_id")).toString());
  const MarkShipped shipped = shipment(recorded);
  const Action action{{}, shipped};
  const QJsonObject order{{QStringLiteral("id"), shipped.orderExternalId},
                          {QStringLiteral("items"), QJsonArray()},
                          {QStringLiteral("fulfillments"), QJsonArray()}};
  const auto ours = medusa().functions.nextAction(context, action, after("order.read", QStringLiteral("0")),
                                                  saying({{QStringLiteral("order"), order}}));
  if (!ours || !*ours)
    return ours ? QStringLiteral("nothing follows") : ours.error().detail;
  if (const QString why = sameItems(recorded, **ours); !why.isEmpty())
    return why;
  if (recorded.answer.status >= 400)
    return fails(fail(medusa().functions.explain(medusa().declaration, recorded.answer)), ErrorKind::Rejected);
  const auto next = medusa().functions.nextAction(context, action, **ours, recorded.answer);
  return next && *next && (*next)->url.contains("/shipments") ? QString() : QStringLiteral("it is not shipped");
}

QString checkShipment(const Exchange& recorded)
{
  const MarkShipped shipped = shipment(recorded);
  const Action action{{}, shipped};
  const QString id = recorded.url.path().split(u'/').value(5);
  const QJsonObject made{{QStringLiteral("id"), id}};
  const QJsonObject order{{QStringLiteral("fulfillments"), QJsonArray{made}}};
  const QString items = QString::fromUtf8(
      QJsonDocument(recorded.body.value(QLatin1String("items")).toArray()).toJson(QJsonDocument::Compact));
  const auto ours = medusa().functions.nextAction(contextOf(medusa(), Stream::Orders), action,
                                                  after("order.fulfil", QStringLiteral("1 ") + items),
                                                  saying({{QStringLiteral("order"), order}}));
  if (!ours || !*ours)
    return ours ? QStringLiteral("nothing follows") : ours.error().detail;
  const QString why = sameItems(recorded, **ours);
  return why.isEmpty() ? accepts(medusa(), action, recorded.answer) : why;
}

void checkTranscript(const QString& path, const QJsonObject& file, const Report& report)
{
  const Exchange recorded = exchangeOf(file);
  const QString id = path.section(u'/', -1).section(u'.', 0, 0), call = recorded.url.path();
  const bool reads = recorded.method == "GET";
  if (call.endsWith(QLatin1String("/capture")) || call == QLatin1String("/admin/inventory-items"))
    return; // exceptions.cpp
  run(report, id, [&]() -> QString {
    if (call.startsWith(QLatin1String("/auth/")))
      return checkLogin(recorded);
    if (recorded.answer.status == 401)
      return fails(fail(medusa().functions.explain(medusa().declaration, recorded.answer)), ErrorKind::Auth);
    if (call == QLatin1String("/admin/orders"))
      return checkOrderList(recorded);
    if (call == QLatin1String("/admin/product-variants"))
      return readsAll(medusa(), Stream::Stock, recorded.answer,
                      size_t(recorded.answerBody.value(QLatin1String("variants")).toArray().size()));
    if (reads && call.startsWith(QLatin1String("/admin/orders/"))) { // one order reads like one of a list
      const QJsonArray orders{recorded.answerBody.value(QLatin1String("order"))};
      return readsAll(medusa(), Stream::Orders,
                      saying({{QStringLiteral("orders"), orders}, {QStringLiteral("count"), 1}}), 1);
    }
    if (call.startsWith(QLatin1String("/admin/inventory-items/")))
      return checkStock(recorded);
    if (call.endsWith(QLatin1String("/fulfillments")))
      return checkFulfilment(recorded);
    if (call.endsWith(QLatin1String("/shipments")))
      return checkShipment(recorded);
    return QStringLiteral("unknown call %1").arg(call);
  });
}

const Register kTranscripts({"transcripts/medusa/", checkTranscript});

} // namespace
} // namespace supercargo::vectors
