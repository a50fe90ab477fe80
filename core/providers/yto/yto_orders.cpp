#include "core/providers/yto/yto_protocol.h"

#include <QJsonArray>

namespace supercargo::yto {
namespace {

constexpr qsizetype kShortestNumber = 7;
constexpr qsizetype kMostGoods = 20;

/// YTO wants seven characters; the same order always gives the same number.
QString logisticsNumber(const QString& orderNumber)
{
  return orderNumber.size() >= kShortestNumber
             ? orderNumber
             : QStringLiteral("SC-") + orderNumber.rightJustified(kShortestNumber - 3, u'0');
}

void addPerson(QJsonObject& param, const char* prefix, const AddressSnapshot& address)
{
  const auto key = [prefix](const char* name) { return QLatin1String(prefix) + QLatin1String(name); };
  param.insert(key("Name"), address.name);
  param.insert(key("Mobile"), address.phone);
  param.insert(key("ProvinceName"), address.province);
  param.insert(key("CityName"), address.city);
  param.insert(key("CountyName"), address.district);
  param.insert(key("Address"), address.street);
}

/// Yuan, by YTO's numbers of its services.
QJsonArray increments(const BookParcel& parcel)
{
  constexpr int kCashOnDelivery = 1, kInsured = 4;
  QJsonArray list;
  for (const auto& [type, amount] : {std::pair(kCashOnDelivery, parcel.collect), std::pair(kInsured, parcel.insured)})
    if (amount)
      list.append(QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("amount"), amount->text().toDouble()}});
  return list;
}

Result<HttpRequest> createOrder(const FetchContext& context, const BookParcel& parcel)
{
  if (parcel.orderNumber.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a waybill needs our order number"));
  QJsonObject param{{QStringLiteral("logisticsNo"), logisticsNumber(parcel.orderNumber)},
                    {QStringLiteral("cstOrderNo"), parcel.orderNumber},
                    {QStringLiteral("remark"), parcel.remark},
                    {QStringLiteral("productCode"), firstText({parcel.service, QStringLiteral("PK")})}};
  addPerson(param, "sender", parcel.sender);
  addPerson(param, "recipient", parcel.recipient);
  if (parcel.weightGrams > 0)
    param.insert(QStringLiteral("weight"), double(parcel.weightGrams) / 1000.0); // kilograms
  QJsonArray goods;
  for (const ParcelItem& item : parcel.items)
    if (goods.size() < kMostGoods)
      goods.append(QJsonObject{{QStringLiteral("name"), item.name}, {QStringLiteral("quantity"), item.quantity}});
  if (!goods.isEmpty())
    param.insert(QStringLiteral("goods"), goods);
  if (const QJsonArray list = increments(parcel); !list.isEmpty())
    param.insert(QStringLiteral("increments"), list);
  const QString method = context.declaration->extra[QLatin1String("create_method")].toString();
  return call(context, method, param, QStringLiteral("order.create"));
}

/// The names of this interface are not documented where we could read it, so they are data.
HttpRequest charge(const FetchContext& context, const BookParcel& parcel)
{
  const auto name = [&context](const char* what) { return context.declaration->word("charge", what); };
  const QJsonObject param{{name("from_province"), parcel.sender.province},
                          {name("from_city"), parcel.sender.city},
                          {name("to_province"), parcel.recipient.province},
                          {name("to_city"), parcel.recipient.city},
                          {name("weight"), double(parcel.weightGrams) / 1000.0}};
  return call(context, name("method"), param, QStringLiteral("rates.read"));
}

/// One price: itself a list of one, an object, or below a member. Its currency is not told.
Result<ActionOutcome> quoted(const FetchContext& context, const BookParcel& parcel, const JsonReader& root)
{
  const QJsonArray fields =
      context.declaration->extra[QLatin1String("charge")].toObject()[QLatin1String("price_fields")].toArray();
  const QString member = context.declaration->word("charge", "below");
  SC_TRY_ASSIGN(currency, Currency::of(context.declaration->word("charge", "currency")));
  JsonReader below = root;
  for (const auto& [key, value] : root.members())
    if (key == member && value.hasValue())
      below = value;
  const JsonReader told = below.isArray() ? below.at(0) : below;
  ActionOutcome outcome;
  outcome.accepted = true;
  const QString service = firstText({parcel.service, QStringLiteral("PK")});
  for (const auto& [key, value] : told.members())
    if (fields.contains(key) && outcome.rates.empty())
      outcome.rates.push_back({service, QStringLiteral("圆通 ") + service, value.money(currency), {}});
  SC_TRY(root.check());
  if (outcome.rates.empty())
    return fail(ErrorKind::BadResponse, QStringLiteral("YTO told no price"));
  return outcome;
}

Result<ActionOutcome> booked(const FetchContext& context, const JsonReader& root)
{
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.externalId = looseText(root["logisticsNo"]);
  outcome.number = looseText(root["mailNo"]);
  // The name of the three-segment code is not certain, so it is data.
  const QJsonArray names = context.declaration->extra[QLatin1String("sort_code_fields")].toArray();
  for (const auto& [key, value] : root.members())
    if (names.contains(key))
      outcome.sortCode = looseText(value);
  if (outcome.number.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("YTO took the order but gave no waybill number"));
  return outcome;
}

Result<ActionOutcome> printed(const JsonReader& root)
{
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.labelFormat = QStringLiteral("pdf");
  outcome.label = QByteArray::fromBase64(looseText(root["data"]["pdfBase64"]).toLatin1());
  if (!outcome.label.startsWith("%PDF"))
    return fail(ErrorKind::BadResponse, QStringLiteral("YTO's label is no PDF"));
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return createOrder(context, *parcel);
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return call(context, QStringLiteral("korder_cancel_adapter"),
                {{QStringLiteral("logisticsNo"), logisticsNumber(parcel->orderNumber)},
                 {QStringLiteral("cancelDesc"), QStringLiteral("取消发货")}},
                QStringLiteral("order.cancel"));
  if (const auto* label = std::get_if<FetchLabel>(&action.what))
    return call(context, QStringLiteral("waybill_print_adapter"), {{QStringLiteral("waybillNo"), label->number}},
                QStringLiteral("label.read"));
  if (const auto* quote = std::get_if<QuoteRates>(&action.what))
    return charge(context, quote->parcel);
  return fail(ErrorKind::Invalid, QStringLiteral("YTO cannot do this"));
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const bool isCancel = std::holds_alternative<CancelParcel>(action.what);
  // Said of an order that is cancelled already; the code for it is not known.
  const bool isCancelledAlready = isCancel && context.declaration->says("cancelled_words", looseText(root["message"]));
  if (!judge(*context.declaration, got).isOk() && !isCancelledAlready)
    return fail(explain(*context.declaration, got));
  if (std::holds_alternative<BookParcel>(action.what))
    return booked(context, root);
  if (std::holds_alternative<FetchLabel>(action.what))
    return printed(root);
  if (const auto* quote = std::get_if<QuoteRates>(&action.what))
    return quoted(context, quote->parcel, root);
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.externalId = looseText(root["logisticsNo"]);
  outcome.message = looseText(root["message"]);
  return outcome;
}

/// Cancelling twice changes nothing and labels are only read. What YTO does with an order number it has had is not
/// documented, and no call finds an order by it: a person has to look before a second waybill is paid for.
Result<std::optional<HttpRequest>> inquire(const FetchContext&, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return fail(unknownBooking("YTO", logisticsNumber(parcel->orderNumber)));
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action&, const HttpResponse&)
{
  return fail(unknownBooking("YTO", {}));
}

} // namespace supercargo::yto
