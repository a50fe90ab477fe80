// Signatures, answers and failures of EasyPost, AfterShip, 17TRACK and Cainiao.
#include "core/providers/aftership/aftership_protocol.h"
#include "core/providers/cainiao/cainiao_protocol.h"
#include "core/providers/easypost/easypost_protocol.h"
#include "core/providers/seventeentrack/seventeentrack_protocol.h"
#include "tests/vectors/logistics_support.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace supercargo::vectors {
namespace {

QString in(const QJsonObject& object, const char* name)
{
  return object[QLatin1String(name)].toString();
}

FetchContext contextOf(const Provider& provider, const char* endpoint = "https://host.invalid")
{
  FetchContext context;
  context.declaration = &provider.declaration;
  context.endpoint = QLatin1String(endpoint);
  return context;
}

QJsonObject fetched(const Provider& provider, const HttpRequest& sent, const HttpResponse& response)
{
  const auto step = provider.functions.parse(contextOf(provider), sent, response);
  return {{QStringLiteral("shipments"), step ? shipmentsJson(step->snapshots.tracking) : QJsonArray()}};
}

/// A signature that must be accepted, and all those that must not be.
template <class IsSigned>
void checkPushSignature(const Report& report, const QString& id, const QJsonObject& vector, const char* header,
                        const IsSigned& isSigned)
{
  bool right = isSigned(in(vector[QLatin1String("expected")].toObject(), header).toUtf8());
  for (const QJsonValue& wrong : vector[QLatin1String("negative")].toArray())
    right = right && !isSigned(in(wrong.toObject(), header).toUtf8());
  if (right)
    report.ok(id);
  else
    report.failed(id, QStringLiteral("a push signature is told wrongly"));
}

// EasyPost

QJsonObject easypostOutcome(const QString& id, const HttpResponse& response, const Provider& provider)
{
  const auto root = JsonReader::parse(response.body);
  if (!root)
    return {};
  if (id.endsWith(QLatin1String("trackers.page"))) {
    const auto before = easypost::nextPage(*root, "trackers");
    return {{QStringLiteral("has_more"), before.has_value()},
            {QStringLiteral("next_page_query"),
             QJsonObject{{QStringLiteral("before_id"), before.value_or(QString())}, {QStringLiteral("page_size"), 1}}}};
  }
  if (id.endsWith(QLatin1String("shipment.rates"))) {
    QJsonArray rates;
    const easypost::Offer* cheapest = nullptr;
    const auto offers = easypost::offers(*root);
    for (const auto& offer : offers) {
      rates.append(QJsonObject{{QStringLiteral("id"), offer.id},
                               {QStringLiteral("carrier"), offer.rate.service.section(u':', 0, 0)},
                               {QStringLiteral("service"), offer.rate.service.section(u':', 1)},
                               {QStringLiteral("total"), offer.rate.price.text()},
                               {QStringLiteral("days"), offer.rate.days.value_or(-1)}});
      if (!cheapest || offer.rate.price.minor() < cheapest->rate.price.minor())
        cheapest = &offer;
    }
    return {{QStringLiteral("ok"), root->check().has_value()},
            {QStringLiteral("shipment_id"), looseText((*root)["id"])},
            {QStringLiteral("currency"), cheapest ? cheapest->rate.price.currency().code() : QString()},
            {QStringLiteral("rates"), rates},
            {QStringLiteral("cheapest"), cheapest ? cheapest->id : QString()},
            {QStringLiteral("warnings"), easypost::warnings(*root).size()}};
  }
  if (id.endsWith(QLatin1String("shipment.bought"))) {
    const auto outcome = easypost::parseAction(contextOf(provider), Action{{}, BookParcel{}}, response);
    if (!outcome || outcome->rates.empty())
      return {{QStringLiteral("ok"), false}};
    const JsonReader label = (*root)["postage_label"];
    return {
        {QStringLiteral("ok"), outcome->accepted},
        {QStringLiteral("waybill"), outcome->number},
        {QStringLiteral("carrier"), outcome->rates.front().service.section(u':', 0, 0)},
        {QStringLiteral("service"), outcome->productCode},
        {QStringLiteral("price"), outcome->rates.front().price.text()},
        // An outcome has no place for the resolution and the size, which are the printer's business.
        {QStringLiteral("labels"), QJsonArray{QJsonObject{{QStringLiteral("format"), outcome->labelFormat},
                                                          {QStringLiteral("url"), outcome->labelUrl},
                                                          {QStringLiteral("dpi"), label["label_resolution"].integer()},
                                                          {QStringLiteral("size"), label["label_size"].text()}}}}};
  }
  return fetched(provider, {}, response);
}

void checkEasypostSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"easypost");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject(), expected = sample[QLatin1String("expected")].toObject();
    const QString id = in(sample, "id");
    if (!sample.contains(QLatin1String("direction"))) {
      compare(report, id, expected,
              easypostOutcome(id, responseOf(sample[QLatin1String("response")].toObject()), *provider));
      continue;
    }
    const QJsonObject request = sample[QLatin1String("request")].toObject();
    const QByteArray body = in(request, "body_text").toUtf8();
    const auto root = JsonReader::parse(body);
    Snapshots snapshots;
    const QJsonArray parcels =
        root ? shipmentsJson({easypost::parcel(provider->declaration, (*root)["result"], snapshots)}) : QJsonArray();
    compare(report, id, expected,
            {{QStringLiteral("sign_valid"),
              easypost::isPushSigned(body, in(sample, "secret"),
                                     in(request[QLatin1String("headers")].toObject(), "X-Hmac-Signature").toUtf8())},
             {QStringLiteral("shipments"), parcels}});
  }
}

// AfterShip

void checkAftershipSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"aftership");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject(), expected = sample[QLatin1String("expected")].toObject();
    const QString id = in(sample, "id");
    if (sample.contains(QLatin1String("direction"))) {
      const QJsonObject request = sample[QLatin1String("request")].toObject();
      const QByteArray body = in(request, "body_text").toUtf8();
      const auto root = JsonReader::parse(body);
      Snapshots snapshots;
      compare(report, id, expected,
              {{QStringLiteral("sign_valid"),
                aftership::isPushSigned(
                    body, in(sample, "secret").toUtf8(),
                    in(request[QLatin1String("headers")].toObject(), "aftership-hmac-sha256").toUtf8())},
               {QStringLiteral("shipments"),
                root ? shipmentsJson({aftership::parcel(provider->declaration, (*root)["msg"], snapshots)})
                     : QJsonArray()}});
      continue;
    }
    const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
    HttpRequest sent;
    sent.operation = id.endsWith(QLatin1String("page")) ? QStringLiteral("tracking.list") : QString();
    QJsonObject got = fetched(*provider, sent, response);
    if (const auto root = JsonReader::parse(response.body))
      if (const auto cursor = aftership::nextCursor(*root))
        got.insert(QStringLiteral("next_cursor"), *cursor);
    compare(report, id, expected, got);
  }
}

void checkAftershipSigning(const Report& report, const QString& id, const QJsonObject& vector)
{
  const QJsonObject inputs = vector[QLatin1String("inputs")].toObject();
  if (id.contains(QLatin1String("webhook"))) {
    checkPushSignature(report, id, vector, "aftership-hmac-sha256", [&](const QByteArray& signature) {
      return aftership::isPushSigned(in(inputs, "body").toUtf8(), in(inputs, "secret").toUtf8(), signature);
    });
    return;
  }
  HttpRequest request;
  request.method = in(inputs, "method").toLatin1();
  request.url = "https://host.invalid" + in(inputs, "path").toLatin1();
  const QJsonObject query = inputs[QLatin1String("query")].toObject();
  for (auto field = query.begin(); field != query.end(); ++field)
    request.url += (field == query.begin() ? '?' : '&') + field.key().toLatin1() + '=' +
                   QUrl::toPercentEncoding(field.value().toString(), "!'()*"); // as their clients do
  request.body = in(inputs, "body").toUtf8();
  if (!request.body.isEmpty())
    request.setHeader("Content-Type", "application/json");
  const auto now = parseHttpDate(in(inputs, "date").toLatin1());
  const Secrets secrets{{QStringLiteral("api_key"), in(inputs, "api_key").toUtf8()},
                        {QStringLiteral("api_secret"), in(inputs, "api_secret").toUtf8()}};
  if (!now || !aftership::sign(request, contextOf(*findProvider(u"aftership")), secrets, *now, {})) {
    report.failed(id, QStringLiteral("cannot be signed"));
    return;
  }
  compare(
      report, id, vector[QLatin1String("expected")].toObject(),
      {{QStringLiteral("as-signature-hmac-sha256"), QString::fromLatin1(request.header("as-signature-hmac-sha256"))}});
}

// 17TRACK

void checkSeventeentrackSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"seventeentrack");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject(), expected = sample[QLatin1String("expected")].toObject();
    const QString id = in(sample, "id");
    if (sample.contains(QLatin1String("direction"))) {
      const QJsonObject request = sample[QLatin1String("request")].toObject();
      const QByteArray body = in(request, "body_text").toUtf8();
      const auto root = JsonReader::parse(body);
      Snapshots snapshots;
      compare(report, id, expected,
              {{QStringLiteral("sign_valid"),
                seventeentrack::isPushSigned(body, in(sample, "key").toUtf8(),
                                             in(request[QLatin1String("headers")].toObject(), "sign").toUtf8())},
               {QStringLiteral("shipments"),
                root ? shipmentsJson({seventeentrack::parcel(provider->declaration, (*root)["data"], snapshots)})
                     : QJsonArray()}});
      continue;
    }
    const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
    const auto root = JsonReader::parse(response.body);
    QJsonObject got = fetched(*provider, {}, response);
    QJsonArray rejected;
    int already = 0;
    for (const auto& refused : root ? seventeentrack::rejections(*root) : std::vector<seventeentrack::Rejection>()) {
      QJsonObject item = verdictJson(seventeentrack::judgeRejection(refused.code));
      already += item[QLatin1String("kind")].toString() == QLatin1String("already_exists");
      item.insert(QStringLiteral("number"), refused.number);
      rejected.append(item);
    }
    got.insert(QStringLiteral("rejected"), rejected);
    got.insert(QStringLiteral("ok"), seventeentrack::judge(response).isOk());
    got.insert(QStringLiteral("already"), already);
    compare(report, id, expected, got);
  }
}

// Cainiao

void checkCainiaoSamples(const QString&, const QJsonObject& file, const Report& report)
{
  const Provider* provider = findProvider(u"cainiao");
  for (const QJsonValue& one : file[QLatin1String("samples")].toArray()) {
    const QJsonObject sample = one.toObject();
    const HttpResponse response = responseOf(sample[QLatin1String("response")].toObject());
    const bool discards = in(sample, "msg_type").contains(QLatin1String("DISCARD"));
    const auto outcome = cainiao::parseAction(
        contextOf(*provider), discards ? Action{{}, CancelParcel{}} : Action{{}, BookParcel{}}, response);
    QJsonObject got = verdictJson(cainiao::judge(provider->declaration, response));
    got.insert(QStringLiteral("ok"), outcome.has_value());
    got.insert(QStringLiteral("cancelled"), outcome && outcome->accepted);
    if (outcome)
      got.insert(QStringLiteral("labels"),
                 QJsonArray{QJsonObject{{QStringLiteral("object_id"), outcome->externalId},
                                        {QStringLiteral("waybill"), outcome->number},
                                        {QStringLiteral("format"), outcome->labelFormat},
                                        {QStringLiteral("print_data"), QString::fromUtf8(outcome->label)},
                                        {QStringLiteral("sort_code"), outcome->sortCode}}});
    compare(report, in(sample, "id"), sample[QLatin1String("expected")].toObject(), got);
  }
}

QJsonObject cainiaoSignature(const QJsonObject& inputs)
{
  FetchContext context = contextOf(*findProvider(u"cainiao"));
  context.fields = {{QStringLiteral("resource_code"), in(inputs, "logistic_provider_id")}};
  HttpRequest request = cainiao::call(context, in(inputs, "msg_type"), {}, {});
  QUrlQuery unsignedForm;
  unsignedForm.addQueryItem(QStringLiteral("msg_type"), in(inputs, "msg_type"));
  unsignedForm.addQueryItem(QStringLiteral("logistics_interface"),
                            QString::fromLatin1(QUrl::toPercentEncoding(in(inputs, "logistics_interface"))));
  request.body = unsignedForm.toString(QUrl::FullyEncoded).toLatin1();
  if (!cainiao::sign(request, context, {{QStringLiteral("secret"), in(inputs, "secret").toUtf8()}}, {}, {}))
    return {};
  QJsonObject fields;
  for (const auto& [name, value] : QUrlQuery(QString::fromLatin1(request.body)).queryItems(QUrl::FullyDecoded))
    fields.insert(name, value);
  return {{QStringLiteral("form_fields"), fields},
          {QStringLiteral("data_digest"), fields[QLatin1String("data_digest")]}};
}

void checkErrors(const QString&, const QJsonObject& file, const Report& report)
{
  const auto check = [&](const char* provider, CourierVerdict (*judge)(const HttpResponse&)) {
    forEachOf(QLatin1String(provider), file, "cases", [&](const QString& id, const QJsonObject& one) {
      compare(report, id, one[QLatin1String("expected")].toObject(), verdictJson(judge(responseOf(one))));
    });
  };
  check("easypost", easypost::judge);
  check("aftership", aftership::judge);
  check("17track", seventeentrack::judge);
}

void checkSigning(const QString&, const QJsonObject& file, const Report& report)
{
  forEachOf(QStringLiteral("easypost"), file, "vectors", [&](const QString& id, const QJsonObject& vector) {
    const QJsonObject inputs = vector[QLatin1String("inputs")].toObject();
    checkPushSignature(report, id, vector, "X-Hmac-Signature", [&](const QByteArray& signature) {
      return easypost::isPushSigned(in(inputs, "body").toUtf8(), in(inputs, "secret"), signature);
    });
  });
  forEachOf(QStringLiteral("aftership"), file, "vectors",
            [&](const QString& id, const QJsonObject& vector) { checkAftershipSigning(report, id, vector); });
  forEachOf(QStringLiteral("17track"), file, "vectors", [&](const QString& id, const QJsonObject& vector) {
    const QJsonObject inputs = vector[QLatin1String("inputs")].toObject();
    checkPushSignature(report, id, vector, "sign", [&](const QByteArray& signature) {
      return seventeentrack::isPushSigned(in(inputs, "body").toUtf8(), in(inputs, "key").toUtf8(), signature);
    });
  });
  forEachOf(QStringLiteral("cainiao"), file, "vectors", [&](const QString& id, const QJsonObject& vector) {
    compare(report, id, vector[QLatin1String("expected")].toObject(),
            cainiaoSignature(vector[QLatin1String("inputs")].toObject()));
  });
}

const Register kEasypost({"logistics/sample-easypost.json", checkEasypostSamples});
const Register kAftership({"logistics/sample-aftership.json", checkAftershipSamples});
const Register kSeventeentrack({"logistics/sample-17track.json", checkSeventeentrackSamples});
const Register kCainiao({"logistics/sample-cainiao.json", checkCainiaoSamples});
const Register kErrors({"logistics/errors.json", checkErrors});
const Register kSigning({"logistics/signing.json", checkSigning});

} // namespace
} // namespace supercargo::vectors
