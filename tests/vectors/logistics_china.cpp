// Signatures, answers and failures of ZTO, YTO and Kdniao.
#include "core/base/crypto.h"
#include "core/providers/kdniao/kdniao_protocol.h"
#include "core/providers/yto/yto_protocol.h"
#include "core/providers/zto/zto_protocol.h"
#include "tests/vectors/logistics_support.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

QString in(const QJsonObject& object, const char* name)
{
  const QJsonValue value = object[QLatin1String(name)];
  return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

FetchContext contextOf(const Provider& provider)
{
  FetchContext context;
  context.declaration = &provider.declaration;
  context.endpoint = QStringLiteral("https://host.invalid");
  return context;
}

/// What an action's answer means, with the members that all samples use.
QJsonObject outcomeJson(const Result<ActionOutcome>& outcome, const CourierVerdict& verdict)
{
  if (!outcome) {
    QJsonObject refused = verdictJson(verdict);
    refused.insert(QStringLiteral("ok"), false);
    return refused;
  }
  QJsonArray labels;
  if (!outcome->label.isEmpty() || !outcome->labelUrl.isEmpty())
    labels.append(QJsonObject{{QStringLiteral("format"), outcome->labelFormat}});
  return {{QStringLiteral("ok"), outcome->accepted},
          {QStringLiteral("cancelled"), outcome->accepted},
          {QStringLiteral("order_id"), text(outcome->externalId)},
          {QStringLiteral("carrier_order"), text(outcome->externalId)},
          {QStringLiteral("waybill"), text(outcome->number)},
          {QStringLiteral("sort_code"), text(outcome->sortCode)},
          {QStringLiteral("bag"), text(outcome->destinationCode)},
          {QStringLiteral("labels"), labels}};
}

// ZTO

QJsonObject ztoSignature(const QString& id, const QJsonObject& inputs, const QJsonObject& expected)
{
  const QByteArray secret = in(inputs, "appSecret").toUtf8();
  if (id == QLatin1String("zto.push"))
    return {{QStringLiteral("data_digest"),
             zto::isPushSigned(in(inputs, "data").toUtf8(), secret, in(expected, "data_digest").toUtf8())
                 ? in(expected, "data_digest")
                 : QString()}};
  if (id == QLatin1String("zto.form.legacy")) {
    QStringList pairs;
    for (const QJsonValue& pair : inputs[QLatin1String("params_in_order")].toArray())
      pairs.append(pair[0].toString() + u'=' + pair[1].toString());
    const auto digest = zto::digest({}, pairs.join(u'&').toUtf8(), secret);
    return {{QStringLiteral("x-datadigest"), QString::fromLatin1(digest.value_or(QByteArray()))}};
  }
  // Through the provider's own sign, as the engine calls it.
  static const QMap<QString, QString> kHashes{{QStringLiteral("SHA256"), QStringLiteral("sha256")},
                                              {QStringLiteral("HmacSHA256"), QStringLiteral("hmac_sha256")}};
  const bool stamped = !inputs[QLatin1String("timestamp")].isNull() && inputs.contains(QLatin1String("timestamp"));
  FetchContext context = contextOf(*findProvider(u"zto"));
  context.fields = {
      {QStringLiteral("app_key"), in(inputs, "appKey")},
      {QStringLiteral("digest"), kHashes.value(id.section(u'.', 2, 2), QStringLiteral("md5"))},
      {QStringLiteral("digest_text"), id.contains(QLatin1String(".hex")) ? QStringLiteral("hex") : QString()},
      {QStringLiteral("digest_timestamp"), stamped ? QStringLiteral("yes") : QString()}};
  HttpRequest request = zto::call(context, QStringLiteral("m"), {}, QStringLiteral("tracking.query"));
  request.body = in(inputs, "body").toUtf8();
  const Secrets secrets{{QStringLiteral("app_secret"), secret},
                        {QStringLiteral("hmac_key"), in(inputs, "secretKey").toUtf8()}};
  if (!zto::sign(request, context, secrets, fromMs(in(inputs, "timestamp").toLongLong()), {}))
    return {};
  return {{QStringLiteral("x-datadigest"), QString::fromLatin1(request.header("x-datadigest"))},
          {QStringLiteral("x-timestamp"), text(QString::fromLatin1(request.header("x-timestamp")))},
          {QStringLiteral("content_type"), QString::fromLatin1(request.header("Content-Type"))},
          {QStringLiteral("headers"),
           QJsonObject{{QStringLiteral("x-companyid|x-appKey"), QString::fromLatin1(request.header("x-companyid"))},
                       {QStringLiteral("x-datadigest"), QString::fromLatin1(request.header("x-datadigest"))}}}};
}

QJsonObject ztoPushes(const QJsonObject& sample, const Provider& provider)
{
  bool valid = true;
  std::vector<JsonReader> entries;
  for (const QJsonValue& request : sample[QLatin1String("requests")].toArray()) {
    const QJsonObject form = request[QLatin1String("form_fields")].toObject();
    valid = valid && zto::isPushSigned(in(form, "data").toUtf8(), "dev0secret11109419708e0cc91fd0",
                                       in(form, "data_digest").toUtf8());
    if (const auto entry = JsonReader::parse(in(form, "data").toUtf8()))
      entries.push_back(*entry);
  }
  return {{QStringLiteral("digests_valid"), valid},
          {QStringLiteral("shipments"), shipmentsJson(zto::pushedScans(provider.declaration, entries).tracking)}};
}

QJsonObject ztoOutcome(const QJsonObject& sample, const Provider& provider)
{
  const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
  const QString path = in(sample[QLatin1String("response")].toObject(), "path");
  const FetchContext context = contextOf(provider);
  if (path.contains(QLatin1String("track"))) {
    const auto step = provider.functions.parse(context, {}, response);
    return {{QStringLiteral("shipments"), step ? shipmentsJson(step->snapshots.tracking) : QJsonArray()}};
  }
  const bool cancel = path.contains(QLatin1String("cancel"));
  const auto outcome =
      zto::parseAction(context, cancel ? Action{{}, CancelParcel{}} : Action{{}, BookParcel{}}, response);
  return outcomeJson(outcome, zto::judge(response));
}

void checkZtoSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"zto");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject();
    QJsonObject expected = sample[QLatin1String("expected")].toObject();
    if (expected.contains(QLatin1String("carrier_order"))) // ours: we gave it
      expected.remove(QLatin1String("order_id"));
    compare(report, in(sample, "id"), expected,
            sample.contains(QLatin1String("direction")) ? ztoPushes(sample, *provider) : ztoOutcome(sample, *provider));
  }
}

// YTO

QJsonObject ytoSignature(const QJsonObject& inputs)
{
  const auto bytes = [&inputs](const char* name) { return in(inputs, name).toUtf8(); };
  if (inputs.contains(QLatin1String("data"))) // the published example of the formula
    return {{QStringLiteral("sign"), QString::fromLatin1(yto::signature(bytes("data"), {}, {}, bytes("secret")))}};
  FetchContext context = contextOf(*findProvider(u"yto"));
  context.fields = {{QStringLiteral("user_id"), in(inputs, "user_id")},
                    {QStringLiteral("customer_code"), in(inputs, "customer_code")}};
  HttpRequest request = yto::call(context, in(inputs, "method"), {}, {});
  request.url.replace("/v1/", '/' + bytes("version") + '/');
  request.body = QJsonDocument(QJsonObject{{QStringLiteral("param"), in(inputs, "param")}}).toJson();
  if (!yto::sign(request, context, {{QStringLiteral("secret"), bytes("secret")}}, fromMs(1772668800123), {}))
    return {};
  const QJsonObject body = QJsonDocument::fromJson(request.body).object();
  return {{QStringLiteral("sign"), body[QLatin1String("sign")]},
          {QStringLiteral("path"), QUrl(QString::fromLatin1(request.url)).path()},
          {QStringLiteral("body_json"), body}};
}

void checkYtoSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"yto");
  const FetchContext context = contextOf(*provider);
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject(), expected = sample[QLatin1String("expected")].toObject();
    const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
    const QString path = in(sample[QLatin1String("response")].toObject(), "path");
    QJsonObject got;
    if (path.contains(QLatin1String("track"))) {
      const auto step = provider->functions.parse(context, {}, response);
      got = {{QStringLiteral("shipments"), step ? shipmentsJson(step->snapshots.tracking) : QJsonArray()}};
    } else if (path.contains(QLatin1String("print"))) {
      const auto outcome = yto::parseAction(context, Action{{}, FetchLabel{}}, response);
      got = outcomeJson(outcome, yto::judge(provider->declaration, response));
      if (outcome)
        got.insert(
            QStringLiteral("labels"),
            QJsonArray{QJsonObject{{QStringLiteral("waybill"), QStringLiteral("YT1234567890123")},
                                   {QStringLiteral("format"), outcome->labelFormat},
                                   {QStringLiteral("bytes_base64"), QString::fromLatin1(outcome->label.toBase64())}}});
    } else {
      const bool cancel = path.contains(QLatin1String("cancel"));
      got = outcomeJson(
          yto::parseAction(context, cancel ? Action{{}, CancelParcel{}} : Action{{}, BookParcel{}}, response),
          yto::judge(provider->declaration, response));
    }
    compare(report, in(sample, "id"), expected, got);
  }
}

// Kdniao

QJsonObject kdniaoSignature(const QJsonObject& inputs)
{
  FetchContext context = contextOf(*findProvider(u"kdniao"));
  context.fields = {{QStringLiteral("business_id"), in(inputs, "EBusinessID")}};
  HttpRequest request = kdniao::call(context, in(inputs, "RequestType"), {}, {});
  QUrlQuery form;
  form.addQueryItem(QStringLiteral("RequestData"),
                    QString::fromLatin1(QUrl::toPercentEncoding(in(inputs, "RequestData"))));
  form.addQueryItem(QStringLiteral("RequestType"), in(inputs, "RequestType"));
  request.body = form.toString(QUrl::FullyEncoded).toLatin1();
  if (!kdniao::sign(request, context, {{QStringLiteral("app_key"), in(inputs, "AppKey").toUtf8()}}, {}, {}))
    return {};
  const QString sign =
      QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(QStringLiteral("DataSign"), QUrl::FullyDecoded);
  return {{QStringLiteral("DataSign_decoded"), sign},
          {QStringLiteral("DataSign_on_wire"), QString::fromLatin1(QUrl::toPercentEncoding(sign))},
          {QStringLiteral("body_single_encoded"), QString::fromLatin1(request.body)}};
}

QJsonObject kdniaoPush(const QJsonObject& sample, const Provider& provider)
{
  const QJsonObject form = sample[QLatin1String("request")][QLatin1String("form_fields")].toObject();
  const QByteArray data = in(form, "RequestData").toUtf8();
  const auto root = JsonReader::parse(data);
  return {{QStringLiteral("sign_valid"),
           kdniao::isPushSigned(data, "dev56da2cf8-c8a2-44b2-b6fa-476cd7d1ba17", in(form, "DataSign").toUtf8())},
          {QStringLiteral("shipments"),
           root ? shipmentsJson(kdniao::pushedParcels(provider.declaration, *root).tracking) : QJsonArray()}};
}

QJsonObject kdniaoOutcome(const QString& id, const HttpResponse& response, const Provider& provider)
{
  const FetchContext context = contextOf(provider);
  if (id.contains(QLatin1String("1007"))) {
    const auto outcome = kdniao::parseAction(context, Action{{}, BookParcel{}}, response);
    QJsonObject got = outcomeJson(outcome, kdniao::judge(provider.declaration, response));
    if (outcome)
      got.insert(QStringLiteral("labels"),
                 QJsonArray{QJsonObject{{QStringLiteral("waybill"), outcome->number},
                                        {QStringLiteral("format"), outcome->labelFormat},
                                        {QStringLiteral("html"), QString::fromUtf8(outcome->label)}}});
    return got;
  }
  if (id.contains(QLatin1String("2002"))) {
    const auto shippers = kdniao::recognisedShippers(response);
    return {{QStringLiteral("candidates"), shippers ? QJsonArray::fromStringList(*shippers) : QJsonArray()}};
  }
  if (id.contains(QLatin1String("1008")))
    return {{QStringLiteral("ok"), kdniao::judge(provider.declaration, response).isOk()}};
  const auto step = provider.functions.parse(context, {}, response);
  return {{QStringLiteral("shipments"), step ? shipmentsJson(step->snapshots.tracking) : QJsonArray()}};
}

void checkKdniaoSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"kdniao");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject();
    const QString id = in(sample, "id");
    compare(report, id, sample[QLatin1String("expected")].toObject(),
            sample.contains(QLatin1String("direction"))
                ? kdniaoPush(sample, *provider)
                : kdniaoOutcome(id, responseOf(sample[QLatin1String("response")].toObject()), *provider));
  }
}

void checkErrors(const QString&, const QJsonObject& file, const Report& report)
{
  const auto check = [&](const char* provider, const auto& judge) {
    forEachOf(QLatin1String(provider), file, "cases", [&](const QString& id, const QJsonObject& one) {
      compare(report, id, one[QLatin1String("expected")].toObject(), verdictJson(judge(responseOf(one))));
    });
  };
  check("zto", zto::judge);
  check("yto", [](const HttpResponse& got) { return yto::judge(findProvider(u"yto")->declaration, got); });
  check("kdniao", [](const HttpResponse& got) { return kdniao::judge(findProvider(u"kdniao")->declaration, got); });
}

void checkSigning(const QString&, const QJsonObject& file, const Report& report)
{
  const auto check = [&](const char* provider, const auto& signature) {
    forEachOf(QLatin1String(provider), file, "vectors", [&](const QString& id, const QJsonObject& vector) {
      const QJsonObject expected = vector[QLatin1String("expected")].toObject();
      compare(report, id, expected, signature(id, vector[QLatin1String("inputs")].toObject(), expected));
    });
  };
  check("zto", ztoSignature);
  check("yto", [](const QString&, const QJsonObject& inputs, const QJsonObject&) { return ytoSignature(inputs); });
  check("kdniao",
        [](const QString&, const QJsonObject& inputs, const QJsonObject&) { return kdniaoSignature(inputs); });
}

const Register kZto({"logistics/sample-zto.json", checkZtoSamples});
const Register kYto({"logistics/sample-yto.json", checkYtoSamples});
const Register kKdniao({"logistics/sample-kdniao.json", checkKdniaoSamples});
const Register kErrors({"logistics/errors.json", checkErrors});
const Register kSigning({"logistics/signing.json", checkSigning});

} // namespace
} // namespace supercargo::vectors
