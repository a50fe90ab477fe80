// Answers, signatures and failures of the couriers that are built.
#include "core/providers/kuaidi100/kuaidi100_protocol.h"
#include "core/providers/sf/sf_protocol.h"
#include "tests/vectors/logistics_support.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

template <class Rates>
QJsonArray ratesJson(const Rates& quotes)
{
  QJsonArray list;
  for (const auto& quote : quotes) {
    QJsonObject one{{QStringLiteral("service"), quote.service}, {QStringLiteral("total"), quote.total.text()}};
    if constexpr (requires { quote.name; }) {
      one.insert(QStringLiteral("name"), quote.name);
      one.insert(QStringLiteral("eta_from"), quote.from ? QJsonValue(china(*quote.from)) : QJsonValue());
      one.insert(QStringLiteral("eta_to"), quote.to ? QJsonValue(china(*quote.to)) : QJsonValue());
    }
    list.append(one);
  }
  return list;
}

QJsonObject sfOutcome(const QJsonObject& sample, const Provider& provider)
{
  const QString service = sample[QLatin1String("service")].toString(), id = sample[QLatin1String("id")].toString();
  const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
  FetchContext context;
  context.declaration = &provider.declaration;
  context.fields.insert(QStringLiteral("partner_id"), QStringLiteral("SIMDEV01"));
  context.endpoint = QStringLiteral("https://bspgw.sf-express.com/std/service");
  if (service == QLatin1String("EXP_RECE_SEARCH_ROUTES")) {
    const auto step = provider.functions.parse(context, {}, response);
    return {{QStringLiteral("shipments"), step ? shipmentsJson(step->snapshots.tracking) : QJsonArray()}};
  }
  if (service == QLatin1String("EXP_RECE_QUERY_DELIVERTM")) {
    const auto quotes = sf::rates(context, response);
    return {{QStringLiteral("ok"), quotes.has_value()},
            {QStringLiteral("currency"), QStringLiteral("CNY")},
            {QStringLiteral("rates"), quotes ? ratesJson(*quotes) : QJsonArray()}};
  }
  if (service == QLatin1String("COM_RECE_CLOUD_PRINT_WAYBILLS")) {
    const auto answer = sf::open(response.body);
    QJsonArray labels;
    if (answer)
      for (const JsonReader& file : answer->data["files"].itemsIfAny())
        labels.append(QJsonObject{
            {QStringLiteral("waybill"), file["waybillNo"].text()},
            {QStringLiteral("format"), answer->data["fileType"].text()},
            {QStringLiteral("url"), file["url"].text()},
            {QStringLiteral("download_header"), QJsonObject{{QStringLiteral("X-Auth-token"), file["token"].text()}}}});
    return {{QStringLiteral("ok"), answer && answer->success}, {QStringLiteral("labels"), labels}};
  }
  const bool cancel = service == QLatin1String("EXP_RECE_UPDATE_ORDER");
  const Action action = cancel ? Action{{}, CancelParcel{}} : Action{{}, BookParcel{}};
  const auto outcome = sf::parseAction(context, action, response);
  if (!outcome)
    return {{QStringLiteral("ok"), false}};
  QJsonObject got{{QStringLiteral("ok"), outcome->accepted}, {QStringLiteral("order_id"), text(outcome->externalId)}};
  if (cancel) {
    got.insert(QStringLiteral("cancelled"), outcome->accepted);
    got.insert(QStringLiteral("kind"), QStringLiteral("business"));
  } else {
    got.insert(QStringLiteral("waybill"), text(outcome->number));
    got.insert(QStringLiteral("child_waybills"), QJsonArray::fromStringList(outcome->childNumbers));
    got.insert(QStringLiteral("deliverable"), outcome->deliverable);
    got.insert(QStringLiteral("sort_code"), text(outcome->sortCode));
    got.insert(QStringLiteral("origin_code"), text(outcome->originCode));
    got.insert(QStringLiteral("dest_code"), text(outcome->destinationCode));
    got.insert(QStringLiteral("product_code"), text(outcome->productCode));
    got.insert(QStringLiteral("kind"), QStringLiteral("not_serviceable"));
  }
  got.insert(QStringLiteral("retry"), QStringLiteral("no"));
  return got;
}

/// The program renews a token before its life ends, so the life itself is known by when it does.
QJsonObject sfToken(const QJsonObject& sample, const QJsonObject& expected, const Provider& provider)
{
  FetchContext context;
  context.declaration = &provider.declaration;
  const auto session = sf::parseLogin(context, responseOf(sample[QLatin1String("response")].toObject()));
  if (!session)
    return {{QStringLiteral("ok"), false}};
  const qint64 life = expected[QLatin1String("expires_in_s")].toInteger();
  const bool isTold = session->expiresAt == context.now + std::chrono::seconds(life * 9 / 10);
  return {{QStringLiteral("ok"), true},
          {QStringLiteral("access_token"), QString::fromUtf8(session->token)},
          {QStringLiteral("expires_in_s"), isTold ? QJsonValue(life) : QJsonValue()}};
}

void checkSfSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"sf");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject(), expected = sample[QLatin1String("expected")].toObject();
    const QString id = sample[QLatin1String("id")].toString();
    if (sample[QLatin1String("path")].toString().contains(QLatin1String("oauth2"))) {
      compare(report, id, expected, sfToken(sample, expected, *provider));
    } else if (sample.contains(QLatin1String("direction"))) {
      const QJsonValue body = sample[QLatin1String("request")][QLatin1String("body_text")];
      const auto root = JsonReader::parse(body.toString().toUtf8());
      compare(report, id, expected,
              {{QStringLiteral("shipments"),
                root ? shipmentsJson(sf::pushedRoutes(provider->declaration, *root).tracking) : QJsonArray()}});
    } else {
      compare(report, id, expected, sfOutcome(sample, *provider));
    }
  }
}

QJsonObject kuaidi100Outcome(const QJsonObject& sample, const Provider& provider)
{
  const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
  const QString path = sample[QLatin1String("response")][QLatin1String("path")].toString();
  const QString method = sample[QLatin1String("request")][QLatin1String("method")].toString();
  FetchContext context;
  context.declaration = &provider.declaration;
  if (path == QLatin1String("/autonumber/auto")) {
    const auto companies = kuaidi100::detectedCompanies(response);
    return {{QStringLiteral("candidates"), companies ? QJsonArray::fromStringList(*companies) : QJsonArray()}};
  }
  if (method == QLatin1String("price")) {
    const auto quotes = kuaidi100::rates(provider.declaration, response);
    return {{QStringLiteral("ok"), quotes.has_value()},
            {QStringLiteral("currency"), QStringLiteral("CNY")},
            {QStringLiteral("rates"), quotes ? ratesJson(*quotes) : QJsonArray()}};
  }
  if (method == QLatin1String("order")) {
    const auto root = JsonReader::parse(response.body);
    const auto outcome = kuaidi100::parseAction(context, Action{{}, BookParcel{}}, response);
    if (!outcome || !root)
      return {{QStringLiteral("ok"), false}};
    return {{QStringLiteral("ok"), outcome->accepted},
            {QStringLiteral("waybill"), outcome->number},
            {QStringLiteral("label_url"), outcome->labelUrl},
            {QStringLiteral("sort_code"), outcome->sortCode},
            {QStringLiteral("carrier_order"), outcome->externalId}};
  }
  if (path == QLatin1String("/poll"))
    return {{QStringLiteral("ok"), kuaidi100::judge(response).kind == QLatin1String("ok")}};
  const auto step = provider.functions.parse(context, {}, response);
  return {{QStringLiteral("shipments"), step ? shipmentsJson(step->snapshots.tracking) : QJsonArray()}};
}

QJsonObject kuaidi100Push(const QJsonObject& sample, const Provider& provider)
{
  const QJsonObject form = sample[QLatin1String("request")][QLatin1String("form_fields")].toObject();
  const QByteArray param = form[QLatin1String("param")].toString().toUtf8();
  const auto push = kuaidi100::parsePush(provider.declaration, param);
  if (!push)
    return {};
  return {
      {QStringLiteral("sign_valid"), kuaidi100::isPushSigned(param, sample[QLatin1String("salt")].toString().toUtf8(),
                                                             form[QLatin1String("sign")].toString().toUtf8())},
      {QStringLiteral("subscription_finished"), push->isFinished},
      {QStringLiteral("suggested_carrier"), push->suggestedCompany},
      {QStringLiteral("shipments"), push->parcel ? shipmentsJson({*push->parcel}) : QJsonArray()}};
}

void checkKuaidi100Samples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"kuaidi100");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject();
    QJsonObject expected = sample[QLatin1String("expected")].toObject();
    expected.remove(QLatin1String("map_url"));       // the web page of the map query, which we do not ask for
    if (expected.contains(QLatin1String("waybill"))) // an action's outcome has no place for these two
      for (const char* unused : {"bag", "task_id"})
        expected.remove(QLatin1String(unused));
    compare(report, sample[QLatin1String("id")].toString(), expected,
            sample.contains(QLatin1String("direction")) ? kuaidi100Push(sample, *provider)
                                                        : kuaidi100Outcome(sample, *provider));
  }
}

/// A wrong signature and an empty account are a person's to put right: both are faults of the account.
void checkLabelError(const QString& id, const QJsonObject& given, const Report& report)
{
  FetchContext context;
  context.declaration = &findProvider(u"kuaidi100")->declaration;
  const auto outcome = kuaidi100::parseAction(context, Action{{}, BookParcel{}}, responseOf(given));
  if (!outcome && outcome.error().kind == ErrorKind::Config)
    report.ok(id);
  else
    report.failed(id, outcome ? QStringLiteral("taken for a booking") : outcome.error().detail);
}

void checkErrors(const QString&, const QJsonObject& file, const Report& report)
{
  const auto check = [&](const char* provider, const auto& judge) {
    forEachOf(QLatin1String(provider), file, "cases", [&](const QString& id, const QJsonObject& one) {
      const auto verdict = judge(responseOf(one));
      compare(report, id, one[QLatin1String("expected")].toObject(),
              {{QStringLiteral("kind"), verdict.kind}, {QStringLiteral("retry"), verdict.retry}});
    });
  };
  check("sf", sf::judge);
  check("kuaidi100", kuaidi100::judge);
  forEachOf(QStringLiteral("kuaidi100.label"), file, "cases",
            [&](const QString& id, const QJsonObject& one) { checkLabelError(id, one, report); });
}

QJsonObject sfSignature(const QJsonObject& vector, const QJsonObject& inputs)
{
  const auto in = [&inputs](const char* name) { return inputs[QLatin1String(name)].toString(); };
  const QString scheme = vector[QLatin1String("scheme")].toString();
  const QString mode = scheme.contains(QLatin1String("sm3"))         ? QStringLiteral("sm3")
                       : scheme.contains(QLatin1String("urlencode")) ? QStringLiteral("md5")
                                                                     : QStringLiteral("simple_md5");
  if (scheme != QLatin1String("form body")) {
    const auto digest = sf::digest(mode, in("msgData"), in("timestamp"), in("checkword"));
    return {{QStringLiteral("msgDigest"), digest ? QString::fromLatin1(*digest) : QString()}};
  }
  FetchContext context;
  context.endpoint = QStringLiteral("https://host.invalid/std/service");
  context.fields = {{QStringLiteral("partner_id"), in("partnerID")}};
  HttpRequest request = sf::call(context, "EXP_RECE_SEARCH_ROUTES", {}, {});
  QUrlQuery unsignedForm;
  unsignedForm.addQueryItem(QStringLiteral("serviceCode"), in("serviceCode"));
  unsignedForm.addQueryItem(QStringLiteral("msgData"), QString::fromLatin1(QUrl::toPercentEncoding(in("msgData"))));
  request.body = unsignedForm.toString(QUrl::FullyEncoded).toLatin1();
  if (!sf::sign(request, context, {{QStringLiteral("checkword"), in("checkword").toUtf8()}},
                fromMs(in("timestamp").toLongLong()), in("requestID")))
    return {};
  QJsonObject fields;
  for (const auto& [name, value] : QUrlQuery(QString::fromLatin1(request.body)).queryItems(QUrl::FullyDecoded))
    fields.insert(name, value);
  return {{QStringLiteral("form_fields"), fields},
          {QStringLiteral("body_rfc3986"), QString::fromLatin1(request.body)},
          {QStringLiteral("http_method"), QString::fromLatin1(request.method)},
          {QStringLiteral("path"), QUrl(QString::fromLatin1(request.url)).path()},
          {QStringLiteral("content_type"), QString::fromLatin1(request.header("Content-Type"))}};
}

QJsonObject kuaidi100Signature(const QJsonObject& inputs)
{
  const auto in = [&inputs](const char* name) { return inputs[QLatin1String(name)].toString().toUtf8(); };
  QByteArray sign;
  if (inputs.contains(QLatin1String("customer")))
    sign = kuaidi100::querySign(in("param"), in("key"), in("customer"), inputs[QLatin1String("signType")].toString())
               .value_or(QByteArray());
  else
    sign = kuaidi100::labelSign(in("param"), in("t"), in("key"), in("secret"));
  return {{QStringLiteral("sign"), QString::fromLatin1(sign)}};
}

void checkSigning(const QString&, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& one : file[QLatin1String("vectors")].toArray()) {
    const QJsonObject vector = one.toObject(), inputs = vector[QLatin1String("inputs")].toObject();
    const QString id = vector[QLatin1String("id")].toString(), provider = vector[QLatin1String("provider")].toString();
    QJsonObject expected = vector[QLatin1String("expected")].toObject();
    if (provider == QLatin1String("sf")) {
      expected.remove(QLatin1String("body"));
      compare(report, id, expected, sfSignature(vector, inputs));
    } else if (provider == QLatin1String("kuaidi100") && inputs.contains(QLatin1String("salt"))) {
      const auto in = [&inputs](const char* name) { return inputs[QLatin1String(name)].toString().toUtf8(); };
      const QByteArray sign = expected[QLatin1String("sign")].toString().toUtf8();
      if (kuaidi100::isPushSigned(in("param"), in("salt"), sign) &&
          kuaidi100::isPushSigned(in("param"), in("salt"), sign.toLower()))
        report.ok(id);
      else
        report.failed(id, QStringLiteral("push signature not recognised"));
    } else if (provider == QLatin1String("kuaidi100")) {
      expected.remove(QLatin1String("form_fields"));
      compare(report, id, expected, kuaidi100Signature(inputs));
    }
  }
}

const Register kSf({"logistics/sample-sf.json", checkSfSamples});
const Register kKuaidi100({"logistics/sample-kuaidi100.json", checkKuaidi100Samples});
const Register kErrors({"logistics/errors.json", checkErrors});
const Register kSigning({"logistics/signing.json", checkSigning});

} // namespace
} // namespace supercargo::vectors
