/// transcripts/: exchanges recorded on real servers. Our parsers must read the answers without a fault, and the
/// requests that we build for the same purpose must ask for the same.
#include "tests/vectors/cases.h"
#include "tests/vectors/exchange.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

// --- WooCommerce ----------------------------------------------------------------------------------------------------

QString checkOrderList(const Provider& provider, const Exchange& recorded)
{
  const HttpRequest ours = provider.functions.first(contextOf(provider, Stream::Orders)).front();
  const QUrlQuery query(QUrl::fromEncoded(ours.url));
  for (const auto& [name, value] : QUrlQuery(recorded.url).queryItems())
    if (QStringList({QStringLiteral("orderby"), QStringLiteral("order"), QStringLiteral("dates_are_gmt")})
            .contains(name) &&
        query.queryItemValue(name) != value)
      return differs(qPrintable(name), value, query.queryItemValue(name));
  const qsizetype count = QJsonDocument::fromJson(recorded.answer.body).array().size();
  const QString why = sameCall(recorded, ours);
  return why.isEmpty() ? readsAll(provider, Stream::Orders, recorded.answer, size_t(count)) : why;
}

QString checkVariations(const Provider& provider, const Exchange& recorded)
{
  HttpRequest sent;
  sent.state = QStringLiteral("variations 1 {\"id\":%1,\"name\":\"x\",\"variations\":[1]}")
                   .arg(recorded.url.path().split(u'/').value(5));
  const auto step = provider.functions.parse(contextOf(provider, Stream::Products), sent, recorded.answer);
  if (!step || !step->snapshots.failures.empty())
    return step ? step->snapshots.failures.front().reason : step.error().detail;
  const qsizetype count = QJsonDocument::fromJson(recorded.answer.body).array().size();
  return step->snapshots.products.front().variants.size() == size_t(count) ? QString()
                                                                           : QStringLiteral("variations are missing");
}

QString checkWooWrite(const Provider& provider, const Exchange& recorded)
{
  const QStringList path = recorded.url.path().split(u'/'); // "", wp-json, wc, v3, products, 342, variations, 346
  const QString id = path.value(5);
  Action action;
  if (path.value(4) == QLatin1String("products"))
    action.what = SetStock{id, path.value(7), {}, {}, recorded.body.value(QLatin1String("stock_quantity")).toInteger()};
  else if (path.value(6) == QLatin1String("notes"))
    action.what = AddOrderNote{id, recorded.body.value(QLatin1String("note")).toString(),
                               recorded.body.value(QLatin1String("customer_note")).toBool()};
  else
    action.what = MarkShipped{id, {}, QStringLiteral("DHL"), QStringLiteral("1"), {}};
  const FetchContext context = contextOf(provider, Stream::Orders);
  auto ours = provider.functions.buildAction(context, action);
  if (ours && ours->operation.endsWith(QLatin1String(".read"))) {
    HttpResponse order;
    order.status = 200;
    order.body = "{\"id\":842,\"status\":\"processing\",\"line_items\":[],\"meta_data\":[]}";
    const auto next = provider.functions.nextAction(context, action, *ours, order);
    if (!next || !*next)
      return QStringLiteral("nothing follows the read");
    ours = **next;
    HttpResponse page = recorded.answer; // the answer is a whole order: it must be readable as one
    page.body = '[' + page.body + ']';
    if (const QString why = readsAll(provider, Stream::Orders, page, 1); !why.isEmpty())
      return why;
  }
  if (!ours)
    return ours.error().detail;
  const QString why = sameCall(recorded, *ours);
  return why.isEmpty() ? accepts(provider, action, recorded.answer) : why;
}

void checkWoo(const QString& path, const QJsonObject& file, const Report& report)
{
  const Provider& provider = *findProvider(u"woocommerce");
  const Exchange recorded = exchangeOf(file);
  const QString id = path.section(u'/', -1).section(u'.', 0, 0),
                call = recorded.url.path().section(QStringLiteral("/wc/v3/"), 1);
  const auto whole = [&] { return QJsonDocument::fromJson(recorded.answer.body).array(); };
  if (recorded.answer.status >= 400)
    run(report, id, [&] {
      return fails(fail(provider.functions.explain(provider.declaration, recorded.answer)),
                   recorded.answer.status == 401 ? ErrorKind::Auth : ErrorKind::Rejected);
    });
  else if (recorded.method == "GET" && call == QLatin1String("orders"))
    run(report, id, [&] {
      return QUrlQuery(recorded.url).hasQueryItem(QStringLiteral("modified_after"))
                 ? checkOrderList(provider, recorded)
                 : readsAll(provider, Stream::Orders, recorded.answer, size_t(whole().size()));
    });
  else if (recorded.method == "GET" && call == QLatin1String("products"))
    run(report, id, [&] { return readsAll(provider, Stream::Products, recorded.answer, size_t(whole().size())); });
  else if (recorded.method == "GET" && call.endsWith(QLatin1String("/variations")))
    run(report, id, [&] { return checkVariations(provider, recorded); });
  else if (recorded.method != "GET" && !call.endsWith(QLatin1String("/batch")) &&
           !call.startsWith(QLatin1String("webhooks")))
    run(report, id, [&] { return checkWooWrite(provider, recorded); });
}

// --- Vendure --------------------------------------------------------------------------------------------------------

QJsonObject variablesOf(const HttpRequest& request)
{
  return bodyOf(request).value(QLatin1String("variables")).toObject();
}

QString sameVariables(const Exchange& recorded, const Result<std::optional<HttpRequest>>& ours)
{
  if (!ours || !*ours)
    return ours ? QStringLiteral("nothing follows") : ours.error().detail;
  if (QUrl::fromEncoded((*ours)->url).path() != recorded.url.path() || (*ours)->method != recorded.method)
    return QStringLiteral("another address");
  return variablesOf(**ours) == recorded.body.value(QLatin1String("variables")).toObject()
             ? QString()
             : QStringLiteral("other variables: %1").arg(QString::fromUtf8((*ours)->body));
}

HttpRequest readBefore(const char* operation)
{
  HttpRequest sent;
  sent.operation = QLatin1String(operation);
  return sent;
}

QString checkVendureStock(const Provider& provider, const Exchange& recorded)
{
  const QJsonObject variant = recorded.answerBody.value(QLatin1String("data"))
                                  .toObject()
                                  .value(QLatin1String("updateProductVariants"))
                                  .toArray()
                                  .first()
                                  .toObject();
  const QJsonObject level = variant.value(QLatin1String("stockLevels")).toArray().first().toObject();
  const qint64 allocated = level.value(QLatin1String("stockAllocated")).toInteger();
  Action action;
  action.what = SetStock{{},
                         variant.value(QLatin1String("id")).toString(),
                         {},
                         {},
                         level.value(QLatin1String("stockOnHand")).toInteger() - allocated};
  HttpResponse read;
  read.status = 200;
  read.body =
      QJsonDocument(QJsonObject{{QStringLiteral("data"), QJsonObject{{QStringLiteral("productVariant"), variant}}}})
          .toJson();
  const QString why = sameVariables(recorded, provider.functions.nextAction(contextOf(provider, Stream::Stock), action,
                                                                            readBefore("variant.read"), read));
  return why.isEmpty() ? accepts(provider, action, recorded.answer) : why;
}

QString checkVendureShipping(const Provider& provider, const Exchange& recorded, const QString& field)
{
  const FetchContext context = contextOf(provider, Stream::Orders);
  const QJsonObject variables = recorded.body.value(QLatin1String("variables")).toObject();
  const QJsonObject result = recorded.answerBody.value(QLatin1String("data")).toObject().value(field).toObject();
  MarkShipped shipped;
  QByteArray read;
  if (field == QLatin1String("addFulfillmentToOrder")) {
    const QJsonObject input = variables.value(QLatin1String("input")).toObject();
    for (const QJsonValue& line : input.value(QLatin1String("lines")).toArray())
      shipped.lines.emplace_back(line[QLatin1String("orderLineId")].toString(),
                                 line[QLatin1String("quantity")].toInteger());
    const QJsonArray arguments =
        input.value(QLatin1String("handler")).toObject().value(QLatin1String("arguments")).toArray();
    shipped.courierName = arguments[0].toObject().value(QLatin1String("value")).toString();
    shipped.number = arguments[1].toObject().value(QLatin1String("value")).toString();
    read = "{\"data\":{\"order\":{\"id\":\"548\",\"lines\":[],\"fulfillments\":[]}}}";
  } else {
    shipped.number = QStringLiteral("n");
    read = "{\"data\":{\"order\":{\"id\":\"548\",\"lines\":[],\"fulfillments\":[{\"id\":\"" +
           variables.value(QLatin1String("id")).toString().toUtf8() +
           "\",\"state\":\"Pending\",\"trackingCode\":\"n\"}]}}}";
  }
  const Action action{{}, shipped};
  HttpResponse order;
  order.status = 200;
  order.body = read;
  const QString why =
      sameVariables(recorded, provider.functions.nextAction(context, action, readBefore("order.read"), order));
  if (!why.isEmpty())
    return why;
  if (result.contains(QLatin1String("errorCode")))
    return fails(
        withoutValue(provider.functions.nextAction(context, action, readBefore("order.fulfil"), recorded.answer)),
        ErrorKind::Rejected);
  return accepts(provider, action, recorded.answer);
}

QString checkLogin(const Provider& provider, const Exchange& recorded)
{
  const FetchContext context = contextOf(provider, Stream::Orders);
  const auto session = provider.functions.parseLogin(context, recorded.answer);
  const QByteArray token = recorded.answer.header("vendure-auth-token");
  if (token.isEmpty())
    return fails(withoutValue(session), ErrorKind::Auth);
  FetchContext named = context;
  const QJsonObject variables = recorded.body.value(QLatin1String("variables")).toObject();
  named.fields.insert(QStringLiteral("username"), variables.value(QLatin1String("username")).toString());
  HttpRequest ours = provider.functions.login(named);
  const Secrets secrets{{QStringLiteral("password"), variables.value(QLatin1String("password")).toString().toUtf8()}};
  if (const auto signature = provider.functions.sign(ours, named, secrets, {}, {}); !signature)
    return signature.error().detail;
  if (variablesOf(ours) != variables)
    return QStringLiteral("other variables");
  return session && session->token == token ? QString() : QStringLiteral("no session");
}

void checkVendure(const QString& path, const QJsonObject& file, const Report& report)
{
  const Provider& provider = *findProvider(u"vendure");
  const Exchange recorded = exchangeOf(file);
  const QString id = path.section(u'/', -1).section(u'.', 0, 0);
  const QJsonObject data = recorded.answerBody.value(QLatin1String("data")).toObject();
  const QString field = data.isEmpty() ? QString() : data.begin().key();
  const auto count = [&] {
    return size_t(data.value(field).toObject().value(QLatin1String("items")).toArray().size());
  };
  if (field == QLatin1String("settlePayment"))
    return; // exceptions.cpp
  run(report, id, [&]() -> QString {
    if (field.isEmpty())
      return fails(withoutValue(readPage(provider, Stream::Orders, recorded.answer)), ErrorKind::Auth);
    if (field == QLatin1String("login"))
      return checkLogin(provider, recorded);
    if (field == QLatin1String("orders"))
      return readsAll(provider, Stream::Orders, recorded.answer, count());
    if (field == QLatin1String("productVariants"))
      return readsAll(provider, Stream::Stock, recorded.answer, count());
    if (field == QLatin1String("updateProductVariants"))
      return checkVendureStock(provider, recorded);
    if (field == QLatin1String("addFulfillmentToOrder") || field == QLatin1String("transitionFulfillmentToState"))
      return checkVendureShipping(provider, recorded, field);
    if (field == QLatin1String("order")) { // what a shipment reads first
      const Action action{{}, MarkShipped{QStringLiteral("1"), {}, QStringLiteral("DHL"), QStringLiteral("n"), {}}};
      const auto next = provider.functions.nextAction(contextOf(provider, Stream::Orders), action,
                                                      readBefore("order.read"), recorded.answer);
      return next && *next ? QString() : QStringLiteral("nothing follows");
    }
    return QStringLiteral("unknown field %1").arg(field);
  });
}

// --- what moves a time stamp ----------------------------------------------------------------------------------------

/// "woocommerce order.date_modified_gmt" belongs to a stream; a loop must not trust a stamp that does not move.
void checkUpdatedSince(const QString&, const QJsonObject& file, const Report& report)
{
  for (auto it = file.begin(); it != file.end(); ++it) {
    const Provider* provider = findProvider(it.key().section(u' ', 0, 0));
    if (!provider)
      continue;
    const bool order = it.key().contains(QLatin1String("order.")),
               level = it.key().contains(QLatin1String("location_level.")) ||
                       it.key().contains(QLatin1String("inventory_item."));
    const Stream stream = order ? Stream::Orders : level ? Stream::Stock : Stream::Products;
    forEachCase(file, qPrintable(it.key()), [&](const QString& name, const QJsonObject& value) {
      const QString action = value[QLatin1String("action")].toString();
      const StreamDeclaration* declared = provider->declaration.stream(stream);
      const bool ours = declared && declared->movesTime.contains(action);
      run(report, name + u' ' + action, [&] {
        return ours == value[QLatin1String("moved")].toBool() ? QString()
                                                              : QStringLiteral("the declaration says otherwise");
      });
    });
  }
}

const Register kWoo({"transcripts/woocommerce/", checkWoo});
const Register kVendure({"transcripts/vendure/", checkVendure});
const Register kUpdatedSince({"transcripts/updated-since.json", checkUpdatedSince});

} // namespace
} // namespace supercargo::vectors
