#include "core/base/text.h"
#include "core/domain/courier.h"
#include "core/domain/courier_answer.h"
#include "core/providers/kuaidi100/kuaidi100_protocol.h"

#include <QJsonDocument>

namespace supercargo::kuaidi100 {
namespace {

HttpRequest labelCall(const FetchContext& context, const char* method, const QJsonObject& param,
                      const QString& operation)
{
  HttpRequest request;
  request.method = "POST";
  request.url = labelUrl(context);
  request.setHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  request.body =
      formEncode({{QStringLiteral("method"), QLatin1String(method)},
                  {QStringLiteral("param"), QString::fromUtf8(QJsonDocument(param).toJson(QJsonDocument::Compact))}});
  request.operation = operation;
  request.timeout = std::chrono::seconds(30);
  return request;
}

QString fullAddress(const AddressSnapshot& address)
{
  return address.province + address.city + address.district + address.street;
}

QJsonObject person(const AddressSnapshot& address)
{
  return {{QStringLiteral("name"), address.name},
          {QStringLiteral("mobile"), address.phone},
          {QStringLiteral("printAddr"), fullAddress(address)}};
}

/// Further parts of the courier's account; `sign` adds its secrets.
void addPartner(QJsonObject& param, const FetchContext& context)
{
  for (const auto& [field, key] : {std::pair("partner_name", "partnerName"), std::pair("partner_net", "net"),
                                   std::pair("partner_code", "code"), std::pair("check_man", "checkMan")})
    if (const QString value = context.fields.value(QLatin1String(field)).trimmed(); !value.isEmpty())
      param.insert(QLatin1String(key), value);
}

/// The courier and the kind of its service: "zto" or "zto:标准快递".
std::pair<const Courier*, QString> courierAndService(const QString& service)
{
  const qsizetype colon = service.indexOf(u':');
  const Courier* courier = courierNamed(colon < 0 ? service : service.left(colon));
  return {courier, colon < 0 ? QString() : service.mid(colon + 1)};
}

/// Kuaidi100's word for who pays; what is none of ours is taken as theirs.
QString payType(const Declaration& declaration, const QString& name)
{
  const QJsonObject types = declaration.extra[QLatin1String("pay_types")].toObject();
  return firstText({types[name.isEmpty() ? QStringLiteral("sender") : name].toString(), name.toUpper()});
}

Result<HttpRequest> order(const FetchContext& context, const BookParcel& parcel)
{
  const auto [courier, service] = courierAndService(parcel.service);
  if (!courier || courier->kuaidi100.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("say which courier shall carry the parcel, e.g. \"zto\""));
  QString cargo;
  for (const ParcelItem& item : parcel.items)
    cargo += (cargo.isEmpty() ? QString() : QStringLiteral("，")) + item.name;
  const auto name = [&context](const char* what) { return context.declaration->word("booking", what); };
  // reorder=false: the same order number within 48 hours gives the same waybill again.
  QJsonObject param{{QStringLiteral("printType"), QStringLiteral("IMAGE")},
                    {QStringLiteral("partnerId"), context.fields.value(QStringLiteral("partner_id"))},
                    {QStringLiteral("kuaidicom"), courier->kuaidi100},
                    {QStringLiteral("recMan"), person(parcel.recipient)},
                    {QStringLiteral("sendMan"), person(parcel.sender)},
                    {QStringLiteral("cargo"), cargo},
                    {QStringLiteral("count"), parcel.parcels},
                    {QStringLiteral("payType"), payType(*context.declaration, parcel.payMethod)},
                    {QStringLiteral("expType"), service.isEmpty() ? name("service") : service},
                    {QStringLiteral("orderId"), parcel.orderNumber},
                    {QStringLiteral("reorder"), false},
                    {name("remark"), parcel.remark}};
  addPartner(param, context);
  if (parcel.weightGrams > 0)
    param.insert(QStringLiteral("weight"), QString::number(double(parcel.weightGrams) / 1000, 'f', 3));
  if (parcel.collect) // yuan
    param.insert(name("collect"), parcel.collect->text().toDouble());
  if (parcel.insured)
    param.insert(name("insure"), parcel.insured->text().toDouble());
  return labelCall(context, "order", param, QStringLiteral("order.create"));
}

Result<HttpRequest> price(const FetchContext& context, const BookParcel& parcel)
{
  const Courier* courier = courierAndService(parcel.service).first;
  if (!courier || courier->kuaidi100.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("say which courier shall carry the parcel, e.g. \"zto\""));
  QJsonObject param{{QStringLiteral("sendAddr"), fullAddress(parcel.sender)},
                    {QStringLiteral("recAddr"), fullAddress(parcel.recipient)},
                    {QStringLiteral("kuaidicom"), courier->kuaidi100}};
  if (parcel.weightGrams > 0)
    param.insert(QStringLiteral("weight"), QString::number(double(parcel.weightGrams) / 1000, 'f', 3));
  return labelCall(context, "price", param, QStringLiteral("rates.read"));
}

Result<HttpRequest> cancel(const FetchContext& context, const CancelParcel& parcel)
{
  const Courier* courier = carrierOf(parcel.courier, parcel.number);
  if (!courier || courier->kuaidi100.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no courier is known for number %1").arg(parcel.number));
  QJsonObject param{{QStringLiteral("partnerId"), context.fields.value(QStringLiteral("partner_id"))},
                    {QStringLiteral("kuaidicom"), courier->kuaidi100},
                    {QStringLiteral("kuaidinum"), parcel.number},
                    {QStringLiteral("reason"), QStringLiteral("取消发货")}};
  if (!parcel.externalId.isEmpty()) // kdComOrderNum: the courier's, not ours; some couriers give none
    param.insert(QStringLiteral("orderId"), parcel.externalId);
  addPartner(param, context);
  return labelCall(context, "cancel", param, QStringLiteral("order.cancel"));
}

Result<HttpRequest> reprint(const FetchContext& context, const FetchLabel& label)
{
  if (label.key.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("Kuaidi100 finds a label by the task of its booking, which is not "
                                                   "known here"));
  return labelCall(context, "printOld", {{context.declaration->word("reprint", "task"), label.key}},
                   QStringLiteral("label.read"));
}

Error labelFailure(const JsonReader& root)
{
  const QString code = textOf(root["code"]);
  const ErrorKind kind =
      code == QLatin1String("-1")      ? ErrorKind::ProviderDown
      : code == QLatin1String("30009") ? ErrorKind::NotFound
      : code == QLatin1String("30002") || code == QLatin1String("30003") || code == QLatin1String("30004")
          ? ErrorKind::Config
          : ErrorKind::Rejected;
  return Error{kind, QStringLiteral("Kuaidi100: %1 %2").arg(code, textOf(root["message"])), {}, std::nullopt};
}

Result<JsonReader> opened(const HttpResponse& response)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(response.body));
  const JsonReader success = root["success"];
  if (textOf(root["code"]) != QLatin1String("200") || (success.isBool() && !success.boolean()))
    return fail(labelFailure(root));
  return root;
}

Result<std::optional<HttpRequest>> labelDownload(const Declaration& declaration, const JsonReader& root)
{
  const QString picture = declaration.word("reprint", "picture");
  QString url;
  for (const auto& [key, value] : root["data"].members())
    if (key == picture)
      url = textOf(value);
  if (url.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("Kuaidi100 answered without a label"));
  SC_TRY(checkEndpoint(url));
  HttpRequest request;
  request.url = url.toUtf8();
  request.operation = QStringLiteral("label.download");
  return request;
}

/// A picture as a rule; its own first bytes say of which kind.
Result<ActionOutcome> downloadedLabel(const HttpResponse& got)
{
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.label = got.body;
  outcome.labelFormat = got.body.startsWith("%PDF")           ? QStringLiteral("pdf")
                        : got.body.startsWith("\x89PNG")      ? QStringLiteral("png")
                        : got.body.startsWith("\xff\xd8\xff") ? QStringLiteral("jpg")
                                                              : QString();
  if (outcome.labelFormat.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("Kuaidi100's label is no picture"));
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return order(context, *parcel);
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return cancel(context, *parcel);
  if (const auto* label = std::get_if<FetchLabel>(&action.what))
    return reprint(context, *label);
  if (const auto* quote = std::get_if<QuoteRates>(&action.what))
    return price(context, quote->parcel);
  return fail(ErrorKind::Invalid, QStringLiteral("Kuaidi100 cannot do this"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action&, const HttpRequest& sent,
                                              const HttpResponse& got)
{
  if (sent.operation != QLatin1String("label.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(root, opened(got));
  return labelDownload(*context.declaration, root);
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (std::holds_alternative<FetchLabel>(action.what))
    return downloadedLabel(got);
  ActionOutcome outcome;
  outcome.accepted = true;
  auto answer = opened(got);
  // Said of an order that is cancelled already; the code for it is not known.
  if (!answer && std::holds_alternative<CancelParcel>(action.what) &&
      context.declaration->says("cancelled_words", answer.error().detail))
    return outcome;
  SC_TRY_ASSIGN(root, std::move(answer));
  outcome.message = textOf(root["message"]);
  if (const auto* quote = std::get_if<QuoteRates>(&action.what)) {
    SC_TRY_ASSIGN(quotes, rates(*context.declaration, got));
    const QString courier = quote->parcel.service.section(u':', 0, 0);
    for (const RateQuote& one : quotes)
      outcome.rates.push_back({courier + u':' + one.service, one.service, one.total, {}});
    return outcome;
  }
  if (!std::holds_alternative<BookParcel>(action.what))
    return outcome;
  const JsonReader data = root["data"];
  outcome.externalId = textOf(data["kdComOrderNum"]);
  outcome.labelKey = textOf(data["taskId"]);
  outcome.number = data["kuaidinum"].text();
  outcome.sortCode = textOf(data["bulkpen"]);
  outcome.originCode = textOf(data["orgCode"]);
  outcome.destinationCode = textOf(data["destCode"]);
  outcome.labelUrl = textOf(data["label"]);
  outcome.labelFormat = outcome.labelUrl.isEmpty() ? QString() : QStringLiteral("image");
  if (const QString children = textOf(data["childNum"]); !children.isEmpty())
    outcome.childNumbers = children.split(u',', Qt::SkipEmptyParts);
  SC_TRY(root.check());
  return outcome;
}

Result<std::vector<RateQuote>> rates(const Declaration& declaration, const HttpResponse& response)
{
  SC_TRY_ASSIGN(root, opened(response));
  SC_TRY_ASSIGN(currency, Currency::of(declaration.word("charge", "currency")));
  std::vector<RateQuote> quotes;
  for (const JsonReader& item : root["data"]["combos"].items())
    quotes.push_back({item["expType"].text(), item["price"].money(currency)});
  SC_TRY(root.check());
  return quotes;
}

Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action)
{
  constexpr std::chrono::hours kSameAnswer{47}; // 48 are promised; the clocks need not agree
  const auto* parcel = std::get_if<BookParcel>(&action.what);
  if (parcel && (!action.askedAt || context.now - *action.askedAt > kSameAnswer))
    return fail(unknownBooking("Kuaidi100", parcel->orderNumber));
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action&, const HttpResponse&)
{
  return fail(unknownBooking("Kuaidi100", {}));
}

} // namespace supercargo::kuaidi100
