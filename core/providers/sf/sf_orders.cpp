#include "core/providers/sf/sf_protocol.h"

#include <QHash>
#include <QJsonArray>

namespace supercargo::sf {
namespace {

const QString kLanguage = QStringLiteral("zh-CN");

/// Kilograms with three decimals.
double kilograms(qint64 grams)
{
  return double(grams) / 1000.0;
}

QJsonObject contact(const AddressSnapshot& address, int type)
{
  return {{QStringLiteral("contactType"), type},
          {QStringLiteral("contact"), address.name},
          {QStringLiteral("mobile"), address.phone},
          {QStringLiteral("country"), address.country.isEmpty() ? QStringLiteral("CN") : address.country},
          {QStringLiteral("province"), address.province},
          {QStringLiteral("city"), address.city},
          {QStringLiteral("county"), address.district},
          {QStringLiteral("address"), address.street},
          {QStringLiteral("postCode"), address.postalCode}};
}

QJsonArray cargo(const BookParcel& parcel)
{
  QJsonArray list;
  for (const ParcelItem& item : parcel.items)
    list.append(QJsonObject{{QStringLiteral("name"), item.name},
                            {QStringLiteral("count"), item.quantity},
                            {QStringLiteral("unit"), QStringLiteral("件")}});
  if (list.isEmpty()) // the interface demands a name
    list.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("商品")}, {QStringLiteral("count"), 1}});
  return list;
}

int payMethod(const QString& name)
{
  return name == QLatin1String("recipient") || name == QLatin1String("2")     ? 2
         : name == QLatin1String("third_party") || name == QLatin1String("3") ? 3
                                                                              : 1;
}

/// Amounts in yuan. What is collected is paid out to the monthly card.
QJsonArray valueAddedServices(const FetchContext& context, const BookParcel& parcel)
{
  const auto name = [&context](const char* what) { return context.declaration->word("value_added", what); };
  QJsonArray list;
  if (parcel.collect)
    list.append(QJsonObject{{name("name"), name("collect")},
                            {name("value"), parcel.collect->text()},
                            {name("account"), context.fields.value(QStringLiteral("monthly_card"))}});
  if (parcel.insured)
    list.append(QJsonObject{{name("name"), name("insure")}, {name("value"), parcel.insured->text()}});
  return list;
}

HttpRequest createOrder(const FetchContext& context, const BookParcel& parcel)
{
  const int usual = context.declaration->extra[QLatin1String("express_type")].toInt();
  QJsonObject order{
      {QStringLiteral("language"), kLanguage},
      {QStringLiteral("orderId"), parcel.orderNumber},
      {QStringLiteral("cargoDetails"), cargo(parcel)},
      {QStringLiteral("contactInfoList"), QJsonArray{contact(parcel.sender, 1), contact(parcel.recipient, 2)}},
      {QStringLiteral("payMethod"), payMethod(parcel.payMethod)},
      {QStringLiteral("expressTypeId"), parcel.service.isEmpty() ? usual : parcel.service.toInt()},
      {QStringLiteral("parcelQty"), parcel.parcels},
      {QStringLiteral("isReturnRoutelabel"), 1}};
  if (parcel.weightGrams > 0)
    order.insert(QStringLiteral("totalWeight"), kilograms(parcel.weightGrams));
  if (!parcel.remark.isEmpty())
    order.insert(QStringLiteral("remark"), parcel.remark);
  if (const QString card = context.fields.value(QStringLiteral("monthly_card")); !card.isEmpty())
    order.insert(QStringLiteral("monthlyCard"), card);
  if (const QJsonArray services = valueAddedServices(context, parcel); !services.isEmpty())
    order.insert(QStringLiteral("serviceList"), services);
  HttpRequest request = call(context, "EXP_RECE_CREATE_ORDER", order, QStringLiteral("order.create"));
  request.timeout = std::chrono::seconds(30);
  return request;
}

HttpRequest readOrder(const FetchContext& context, const QString& orderNumber)
{
  return call(context, "EXP_RECE_SEARCH_ORDER_RESP",
              {{QStringLiteral("language"), kLanguage},
               {QStringLiteral("orderId"), orderNumber},
               {QStringLiteral("searchType"), QStringLiteral("1")}},
              QStringLiteral("order.read"));
}

HttpRequest cancelOrder(const FetchContext& context, const QString& orderNumber)
{
  return call(context, "EXP_RECE_UPDATE_ORDER",
              {{QStringLiteral("language"), kLanguage},
               {QStringLiteral("orderId"), orderNumber},
               {QStringLiteral("dealType"), 2}},
              QStringLiteral("order.cancel"));
}

/// SF names its templates after the paper: 76×130 mm and 100×150 mm.
Result<HttpRequest> printLabel(const FetchContext& context, const FetchLabel& label)
{
  static const QHash<QString, QString> kPapers{{QString(), QStringLiteral("76130")},
                                               {QStringLiteral("76x130"), QStringLiteral("76130")},
                                               {QStringLiteral("100x150"), QStringLiteral("150")}};
  if (!kPapers.contains(label.paper))
    return fail(ErrorKind::Invalid, QStringLiteral("SF has no label for paper \"%1\"").arg(label.paper));
  const QString partner = context.fields.value(QStringLiteral("partner_id"));
  return call(
      context, "COM_RECE_CLOUD_PRINT_WAYBILLS",
      {{QStringLiteral("templateCode"), QStringLiteral("fm_%1_standard_%2").arg(kPapers.value(label.paper), partner)},
       {QStringLiteral("documents"), QJsonArray{QJsonObject{{QStringLiteral("masterWaybillNo"), label.number}}}},
       {QStringLiteral("version"), QStringLiteral("2.0")},
       {QStringLiteral("fileType"), QStringLiteral("pdf")},
       {QStringLiteral("sync"), true}},
      QStringLiteral("label.read"));
}

Result<std::optional<HttpRequest>> labelDownload(const Answer& answer)
{
  const auto files = answer.data["files"].itemsIfAny();
  if (files.empty())
    return fail(ErrorKind::BadResponse, QStringLiteral("SF answered without a label file"));
  const QString url = trimmedText(files.front()["url"]);
  SC_TRY(checkEndpoint(url));
  HttpRequest request;
  request.url = url.toUtf8();
  request.setHeader("X-Auth-token", trimmedText(files.front()["token"]).toUtf8());
  request.operation = QStringLiteral("label.download");
  return request;
}

Result<ActionOutcome> bookedParcel(const Answer& answer)
{
  if (!answer.isAccepted() || !answer.success)
    return fail(failure(answer));
  ActionOutcome outcome;
  outcome.externalId = trimmedText(answer.data["orderId"]);
  outcome.originCode = trimmedText(answer.data["originCode"]);
  outcome.destinationCode = trimmedText(answer.data["destCode"]);
  outcome.message = trimmedText(answer.data["remark"]);
  for (const JsonReader& waybill : answer.data["waybillNoInfoList"].itemsIfAny()) {
    const QString number = trimmedText(waybill["waybillNo"]), type = trimmedText(waybill["waybillType"]);
    if (type == QLatin1String("1"))
      outcome.number = number;
    else if (type == QLatin1String("2"))
      outcome.childNumbers.append(number);
  }
  for (const JsonReader& label : answer.data["routeLabelInfo"].itemsIfAny()) {
    outcome.sortCode = trimmedText(label["routeLabelData"]["destRouteLabel"]);
    outcome.productCode = trimmedText(label["routeLabelData"]["proCode"]);
  }
  const QString filter = trimmedText(answer.data["filterResult"]);
  outcome.deliverable = filter == QLatin1String("1")   ? QStringLiteral("manual_review")
                        : filter == QLatin1String("2") ? QStringLiteral("yes")
                        : filter == QLatin1String("3") ? QStringLiteral("no")
                                                       : QString();
  outcome.accepted = outcome.deliverable != QLatin1String("no") && !outcome.number.isEmpty();
  if (!outcome.accepted && outcome.deliverable != QLatin1String("no"))
    return fail(ErrorKind::BadResponse, QStringLiteral("SF took the order but gave no waybill number"));
  return outcome;
}

Result<ActionOutcome> cancelledParcel(const Answer& answer)
{
  ActionOutcome outcome;
  outcome.externalId = answer.success ? trimmedText(answer.data["orderId"]) : QString();
  outcome.message = answer.message;
  const bool alreadyCancelled = answer.code == QLatin1String("8037");
  if (answer.isAccepted() &&
      (alreadyCancelled || (answer.success && trimmedText(answer.data["resStatus"]) == QLatin1String("2")))) {
    outcome.accepted = true;
    return outcome;
  }
  if (answer.isAccepted() && answer.success) {
    outcome.message = QStringLiteral("SF: order and waybill do not match");
    return outcome;
  }
  return fail(failure(answer));
}

/// Whole days until the end of the promised span.
Result<ActionOutcome> quotedRates(const FetchContext& context, const HttpResponse& got)
{
  SC_TRY_ASSIGN(quotes, rates(context, got));
  ActionOutcome outcome;
  outcome.accepted = true;
  for (const RateQuote& quote : quotes) {
    Rate rate{quote.service, quote.name, quote.total, {}};
    if (const auto promised = quote.to ? quote.to : quote.from; promised && *promised > context.now)
      rate.days = int(std::chrono::ceil<std::chrono::days>(*promised - context.now).count());
    outcome.rates.push_back(std::move(rate));
  }
  return outcome;
}

Result<ActionOutcome> downloadedLabel(const HttpResponse& got)
{
  if (!got.body.startsWith("%PDF"))
    return fail(ErrorKind::BadResponse, QStringLiteral("SF's label is no PDF"));
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.labelFormat = QStringLiteral("pdf");
  outcome.label = got.body;
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what)) {
    if (parcel->orderNumber.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("a waybill needs our order number: SF tells repeats by it"));
    return readOrder(context, parcel->orderNumber); // booking twice costs money: look first
  }
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return cancelOrder(context, parcel->orderNumber);
  if (const auto* label = std::get_if<FetchLabel>(&action.what))
    return printLabel(context, *label);
  if (const auto* quote = std::get_if<QuoteRates>(&action.what))
    return rateRequest(context, quote->parcel);
  return fail(ErrorKind::Invalid, QStringLiteral("SF cannot do this"));
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  if (sent.operation != QLatin1String("order.read") && sent.operation != QLatin1String("label.read"))
    return std::nullopt;
  SC_TRY_ASSIGN(answer, open(context, got));
  if (sent.operation == QLatin1String("label.read"))
    return answer.isAccepted() && answer.success ? labelDownload(answer) : fail(failure(answer));
  const auto* parcel = std::get_if<BookParcel>(&action.what);
  if (answer.isAccepted() && answer.success)
    return std::nullopt; // booked before: that answer is the outcome
  if (const Error error = failure(answer); error.kind != ErrorKind::NotFound || !parcel)
    return fail(error);
  return createOrder(context, *parcel);
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (std::holds_alternative<FetchLabel>(action.what))
    return downloadedLabel(got);
  if (std::holds_alternative<QuoteRates>(action.what))
    return quotedRates(context, got);
  SC_TRY_ASSIGN(answer, open(context, got));
  return std::holds_alternative<CancelParcel>(action.what) ? cancelledParcel(answer) : bookedParcel(answer);
}

HttpRequest rateRequest(const FetchContext& context, const BookParcel& parcel)
{
  const auto place = [](const AddressSnapshot& address) {
    return QJsonObject{{QStringLiteral("province"), address.province},
                       {QStringLiteral("city"), address.city},
                       {QStringLiteral("district"), address.district},
                       {QStringLiteral("address"), address.street}};
  };
  return call(context, "EXP_RECE_QUERY_DELIVERTM",
              {{QStringLiteral("businessType"), parcel.service},
               {QStringLiteral("weight"), kilograms(parcel.weightGrams)},
               {QStringLiteral("consignedTime"), formatLocal(context.now, kChinaOffset)},
               {QStringLiteral("searchPrice"), QStringLiteral("1")},
               {QStringLiteral("srcAddress"), place(parcel.sender)},
               {QStringLiteral("destAddress"), place(parcel.recipient)}},
              QStringLiteral("rates.read"));
}

Result<std::vector<RateQuote>> rates(const FetchContext& context, const HttpResponse& response)
{
  SC_TRY_ASSIGN(answer, open(context, response));
  if (!answer.isAccepted() || !answer.success)
    return fail(failure(answer));
  SC_TRY_ASSIGN(currency, Currency::of(context.declaration->word("charge", "currency")));
  std::vector<RateQuote> quotes;
  for (const JsonReader& item : answer.data["deliverTmDto"].itemsIfAny()) {
    const QStringList times = trimmedText(item["deliverTime"]).split(u',');
    RateQuote quote{
        trimmedText(item["businessType"]), trimmedText(item["businessTypeDesc"]), item["fee"].money(currency), {}, {}};
    if (const auto from = parseLocal(times.value(0), kChinaOffset))
      quote.from = *from;
    if (const auto to = parseLocal(times.value(1), kChinaOffset))
      quote.to = *to;
    quotes.push_back(std::move(quote));
  }
  SC_TRY(answer.data.check());
  return quotes;
}

} // namespace supercargo::sf
