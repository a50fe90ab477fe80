/// stores/: signatures and sample answers of Pinduoduo, Douyin and JD.
#include "core/base/crypto.h"
#include "core/providers/douyin/douyin.h"
#include "core/providers/sortedfields.h"
#include "tests/vectors/chinashops.h"

#include <QJsonDocument>

namespace supercargo::vectors {
namespace {

void forCases(const QJsonObject& file, const Report& report, const std::function<QString(const QJsonObject&)>& check)
{
  for (const QJsonValue& given : file.value(QLatin1String("cases")).toArray())
    run(report, textAt(given.toObject(), "id"), [&] { return check(given.toObject()); });
}

QString firstOf(std::initializer_list<QString> faults)
{
  for (const QString& fault : faults)
    if (!fault.isEmpty())
      return fault;
  return {};
}

SortedFields fieldsOf(const QJsonObject& given)
{
  const QJsonObject parameters = given.value(QLatin1String("params")).toObject();
  SortedFields fields;
  for (auto it = parameters.begin(); it != parameters.end(); ++it)
    addField(fields, it.key().toUtf8(), it.value().toString().toUtf8());
  return fields;
}

QString checkMd5(const QJsonObject& given, const char* secretKey)
{
  const QString secret = textAt(given, secretKey);
  const SortedFields fields = fieldsOf(given);
  return firstOf(
      {differs("text", textAt(given, "string_hashed"), secret + QString::fromUtf8(joinedFields(fields)) + secret),
       differs("sign", textAt(given, "sign"), QString::fromLatin1(wrappedMd5(fields, secret.toUtf8())))});
}

/// What the provider itself sends, where the example is a call as it makes them.
QString checkSent(const QJsonObject& given, const char* provider, const QStringList& added, const Secrets& secrets,
                  Instant now)
{
  const SortedFields fields = fieldsOf(given);
  SortedFields own = fields;
  for (const QString& name : added)
    own.remove(name.toUtf8());
  HttpRequest request;
  request.body = formBody(own);
  const Provider& subject = *findProvider(QString::fromLatin1(provider));
  if (const auto done = subject.functions.sign(request, contextOf(subject, Stream::Orders), secrets, now, {}); !done)
    return done.error().detail;
  const SortedFields sent = formFields(request.body);
  for (auto it = fields.cbegin(); it != fields.cend(); ++it)
    if (sent.value(it.key()) != it.value())
      return differs(it.key().constData(), QString::fromUtf8(it.value()), QString::fromUtf8(sent.value(it.key())));
  return sent.size() == fields.size() + 1
             ? differs("sent sign", textAt(given, "sign"), QString::fromLatin1(sent.value("sign")))
             : QString(); // more is sent, and so more is signed
}

QString checkPddSigning(const QJsonObject& given)
{
  const SortedFields fields = fieldsOf(given);
  const QString fault = checkMd5(given, "client_secret");
  if (!fault.isEmpty() || fields.value("data_type") != "JSON")
    return fault;
  return checkSent(given, "pinduoduo",
                   {QStringLiteral("access_token"), QStringLiteral("client_id"), QStringLiteral("data_type"),
                    QStringLiteral("version"), QStringLiteral("timestamp")},
                   {{QStringLiteral("client_id"), fields.value("client_id")},
                    {QStringLiteral("client_secret"), textAt(given, "client_secret").toUtf8()},
                    {QStringLiteral("session"), fields.value("access_token")}},
                   Instant(std::chrono::seconds(fields.value("timestamp").toLongLong())));
}

QString checkJdSigning(const QJsonObject& given)
{
  if (const QString fault = checkMd5(given, "app_secret"); !fault.isEmpty())
    return fault;
  return formFields(textAt(given, "form_body").toUtf8()).value("360buy_param_json") ==
                 fieldsOf(given).value("360buy_param_json")
             ? QString()
             : QStringLiteral("form differs");
}

QString checkDouyinCall(const QJsonObject& given)
{
  const Provider& provider = *findProvider(u"douyin");
  FetchContext context = contextOf(provider, Stream::Orders);
  HttpRequest request = douyin::call(context, textAt(given, "path").toUtf8().constData(),
                                     QJsonDocument::fromJson(textAt(given, "input_json_text").toUtf8()).object(), {});
  const QByteArray timestamp = QByteArray::number(given.value(QLatin1String("timestamp")).toInteger());
  const Secrets secrets{{QStringLiteral("app_key"), textAt(given, "app_key").toUtf8()},
                        {QStringLiteral("app_secret"), textAt(given, "app_secret").toUtf8()},
                        {QStringLiteral("session"), "…"}};
  const QString body = QString::fromUtf8(request.body);
  if (const auto done =
          provider.functions.sign(request, context, secrets, Instant(std::chrono::seconds(timestamp.toLongLong())), {});
      !done)
    return done.error().detail;
  const QByteArray query = request.url.mid(request.url.indexOf('?') + 1);
  const QByteArray wanted = textAt(given, "url_query").toUtf8();
  return firstOf({differs("body", textAt(given, "param_json"), body),
                  formFields(query) == formFields(wanted)
                      ? QString()
                      : differs("query", QString::fromUtf8(wanted), QString::fromUtf8(query))});
}

/// Calls of the platform to a server of ours, and its messages: a desktop program has neither, the rules are checked.
QString checkDouyinInbound(const QJsonObject& given)
{
  const QByteArray key = textAt(given, "app_key").toUtf8(), secret = textAt(given, "app_secret").toUtf8();
  const auto md5 = [](const QByteArray& text) {
    return QString::fromLatin1(crypto::digest(crypto::Hash::Md5, text).toHex());
  };
  if (given.contains(QLatin1String("event_sign")))
    return differs("sign", textAt(given, "event_sign"), md5(key + textAt(given, "body").toUtf8() + secret));
  const QByteArray text = secret + "app_key" + key + "param_json" + textAt(given, "param_json").toUtf8() + "timestamp" +
                          textAt(given, "timestamp").toUtf8() + secret;
  return firstOf({differs("md5", textAt(given, "sign_md5"), md5(text)),
                  differs("hmac", textAt(given, "sign_hmac_sha256"),
                          QString::fromLatin1(crypto::hmac(crypto::Hash::Sha256, secret, text).toHex()))});
}

void checkDouyinSigning(const QString&, const QJsonObject& file, const Report& report)
{
  forCases(file, report, [](const QJsonObject& given) {
    return given.contains(QLatin1String("path")) ? checkDouyinCall(given) : checkDouyinInbound(given);
  });
}

QString pddOperation(const QByteArray& body)
{
  return body.contains("goods_list_get_response") ? QStringLiteral("products.page") : QStringLiteral("orders.page");
}

/// The vectors hold no refunds and no product's details: none, and what agrees with the list.
std::optional<QByteArray> pddAnswer(const HttpRequest& request, const QJsonObject&, const QByteArray&)
{
  if (request.operation == QLatin1String("orders.refunds"))
    return "{\"refund_increment_get_response\":{\"refund_list\":[],\"total_count\":0}}";
  if (request.operation == QLatin1String("products.one"))
    return "{\"goods_detail_get_response\":{\"goods_id\":123456789012,\"goods_name\":\"x\",\"status\":1,\"sku_list\":"
           "[{\"sku_id\":1,\"out_sku_sn\":\"S1\",\"quantity\":5,\"multi_price\":1990}]}}";
  return std::nullopt;
}

QString orderPage(const QByteArray&)
{
  return QStringLiteral("orders.page");
}

std::optional<QByteArray> douyinAnswer(const HttpRequest& request, const QJsonObject&, const QByteArray&)
{
  if (request.operation == QLatin1String("orders.refunds"))
    return "{\"code\":10000,\"data\":{\"items\":null,\"total\":0}}";
  return std::nullopt;
}

std::optional<QByteArray> jdAnswer(const HttpRequest& request, const QJsonObject&, const QByteArray&)
{
  if (request.operation == QLatin1String("orders.refunds"))
    return "{\"jingdong_asc_serviceAndRefund_view_responce\":{\"code\":\"0\",\"pageResult\":{\"totalCount\":0}}}";
  return std::nullopt;
}

const Register kPddSigning({"stores/sign-pdd.json", [](const QString&, const QJsonObject& file, const Report& report) {
                              forCases(file, report, checkPddSigning);
                            }});
const Register kJdSigning({"stores/sign-jd.json", [](const QString&, const QJsonObject& file, const Report& report) {
                             forCases(file, report, checkJdSigning);
                           }});
const Register kDouyinSigning({"stores/sign-douyin.json", checkDouyinSigning});
const Register kPddAnswers({"stores/resp-pdd.json", [](const QString&, const QJsonObject& file, const Report& report) {
                              checkChinaAnswers({"pinduoduo", pddOperation, pddAnswer}, file, report);
                            }});
const Register kDouyinAnswers({"stores/resp-douyin.json",
                               [](const QString&, const QJsonObject& file, const Report& report) {
                                 checkChinaAnswers({"douyin", orderPage, douyinAnswer}, file, report);
                               }});
const Register kJdAnswers({"stores/resp-jd.json", [](const QString&, const QJsonObject& file, const Report& report) {
                             checkChinaAnswers({"jd", orderPage, jdAnswer}, file, report);
                           }});

} // namespace
} // namespace supercargo::vectors
