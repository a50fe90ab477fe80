/// stores/sign-taobao-top.json, resp-taobao.json and edge-cases.json.
#include "core/providers/taobao/taobao.h"
#include "tests/vectors/chinashops.h"

namespace supercargo::vectors {
namespace {

SortedFields fieldsOf(const QJsonObject& given)
{
  const QJsonArray bytes = given.value(QLatin1String("byte_params")).toArray();
  const QJsonObject parameters = given.value(QLatin1String("params")).toObject();
  SortedFields fields;
  for (auto it = parameters.begin(); it != parameters.end(); ++it)
    if (!bytes.contains(QJsonValue(it.key())))
      addField(fields, it.key().toUtf8(), it.value().toString().toUtf8());
  return fields;
}

/// The whole way of a call: what the provider signs and sends.
QString checkCall(const SortedFields& fields, const QJsonObject& given)
{
  SortedFields own = fields;
  for (const char* added : {"app_key", "session", "timestamp", "format", "v", "sign_method"})
    own.remove(added);
  HttpRequest request;
  request.body = formBody(own);
  const Secrets secrets{{QStringLiteral("app_key"), fields.value("app_key")},
                        {QStringLiteral("app_secret"), textAt(given, "app_secret").toUtf8()},
                        {QStringLiteral("sign_method"), fields.value("sign_method")},
                        {QStringLiteral("session"), fields.value("session")}};
  const auto now = parseLocal(QString::fromUtf8(fields.value("timestamp")), kChinaOffset);
  const Provider& provider = *findProvider(u"taobao");
  if (const auto done = provider.functions.sign(request, contextOf(provider, Stream::Orders), secrets, *now, {}); !done)
    return done.error().detail;
  return formFields(request.body) == formFields(textAt(given, "form_body").toUtf8()) ? QString()
                                                                                     : QStringLiteral("form differs");
}

QString checkSigning(const QJsonObject& given)
{
  const SortedFields fields = fieldsOf(given);
  const QByteArray secret = textAt(given, "app_secret").toUtf8();
  QString text = QString::fromUtf8(joinedFields(fields));
  if (fields.value("sign_method") == "md5")
    text = textAt(given, "app_secret") + text + textAt(given, "app_secret");
  for (const QString& why :
       {differs("text", textAt(given, "string_hashed"), text),
        differs("sign", textAt(given, "sign"), QString::fromLatin1(taobao::signature(fields, secret)))})
    if (!why.isEmpty())
      return why;
  return fields.contains("session") ? checkCall(fields, given) : QString();
}

void checkTaobaoSigning(const QString&, const QJsonObject& file, const Report& report)
{
  QStringList right;
  for (const QJsonValue& given : file.value(QLatin1String("cases")).toArray()) {
    run(report, textAt(given.toObject(), "id"), [&] { return checkSigning(given.toObject()); });
    right.append(QString::fromLatin1(
        taobao::signature(fieldsOf(given.toObject()), textAt(given.toObject(), "app_secret").toUtf8())));
  }
  for (const QJsonValue& value : file.value(QLatin1String("negative")).toArray()) {
    const QJsonObject given = value.toObject();
    run(report, textAt(given, "id"), [&] {
      const QString wrong = given.contains(QLatin1String("wrong")) ? textAt(given, "wrong") : textAt(given, "sign");
      if (right.contains(wrong))
        return QStringLiteral("we sign so");
      return given.contains(QLatin1String("right")) && !right.contains(textAt(given, "right"))
                 ? QStringLiteral("the right one is missing")
                 : QString();
    });
  }
}

QString operationOf(const QByteArray& body)
{
  if (body.contains("trade_fullinfo_get_response"))
    return QStringLiteral("orders.one");
  if (body.contains("refunds_receive_get_response"))
    return QStringLiteral("orders.refunds.page");
  if (body.contains("items_onsale_get_response"))
    return QStringLiteral("products.onsale");
  return QStringLiteral("orders.page");
}

QString bodyOf(const QJsonObject& file, const char* id)
{
  for (const QJsonValue& given : file.value(QLatin1String("cases")).toArray())
    if (textAt(given.toObject(), "id") == QLatin1String(id))
      return textAt(given.toObject(), "body");
  return {};
}

std::optional<QByteArray> respond(const HttpRequest& request, const QJsonObject& file, const QByteArray& asked)
{
  if (request.operation == QLatin1String("products.items"))
    return QByteArray(asked).replace("items_onsale_get_response", "items_seller_list_get_response");
  if (request.operation == QLatin1String("orders.one") && asked.contains("refunds_receive_get_response"))
    return bodyOf(file, "top-line-refund").toUtf8();
  if (request.operation != QLatin1String("orders.refund"))
    return std::nullopt;
  const auto list = JsonReader::parse(bodyOf(file, "top-refunds").toUtf8());
  return "{\"refund_get_response\":{\"refund\":" +
         (*list)["refunds_receive_get_response"]["refunds"]["refund"].at(0).json() + "}}";
}

void checkTaobaoAnswers(const QString&, const QJsonObject& file, const Report& report)
{
  checkChinaAnswers({"taobao", operationOf, respond}, file, report);
}

const Register kSigning({"stores/sign-taobao-top.json", checkTaobaoSigning});
const Register kAnswers({"stores/resp-taobao.json", checkTaobaoAnswers});
const Register kEdges({"stores/edge-cases.json", checkTaobaoAnswers});

} // namespace
} // namespace supercargo::vectors
