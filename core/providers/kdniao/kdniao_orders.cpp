#include "core/domain/courier.h"
#include "core/providers/kdniao/kdniao_protocol.h"

#include <QJsonArray>

namespace supercargo::kdniao {
namespace {

/// The waybill service refuses orders with these characters in any text.
QString clean(QString text)
{
  static const QString kForbidden = QStringLiteral("'\"#&+<>%\\");
  for (QChar& c : text)
    if (kForbidden.contains(c))
      c = u' ';
  return text.simplified();
}

QJsonObject person(const AddressSnapshot& address)
{
  return {{QStringLiteral("Name"), clean(address.name)},
          {QStringLiteral("Mobile"), clean(address.phone)},
          {QStringLiteral("ProvinceName"), clean(address.province)},
          {QStringLiteral("CityName"), clean(address.city)},
          {QStringLiteral("ExpAreaName"), clean(address.district)},
          {QStringLiteral("Address"), clean(address.street)}};
}

/// Whoever is not known by name: the sender pays.
QJsonValue payType(const Declaration& declaration, const QString& name)
{
  const QJsonObject types = declaration.extra[QLatin1String("pay_types")].toObject();
  return types.contains(name) ? types[name] : types[QLatin1String("sender")];
}

void addAccount(QJsonObject& data, const FetchContext& context)
{
  for (const char* field : {"customer_name", "month_code", "send_site"})
    if (const QString value = context.fields.value(QLatin1String(field)).trimmed(); !value.isEmpty())
      data.insert(context.declaration->word("account", field), value);
}

/// Amounts in yuan.
QJsonArray addedServices(const FetchContext& context, const BookParcel& parcel)
{
  const auto name = [&context](const char* what) { return context.declaration->word("add_service", what); };
  QJsonArray list;
  for (const auto& [service, amount] : {std::pair("collect", parcel.collect), std::pair("insure", parcel.insured)})
    if (amount)
      list.append(QJsonObject{{name("name"), name(service)}, {name("value"), amount->text()}});
  return list;
}

/// Service: the courier and the kind of its service, "zto" or "zto:1".
Result<HttpRequest> createOrder(const FetchContext& context, const BookParcel& parcel)
{
  if (parcel.orderNumber.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a waybill needs our order number"));
  if (parcel.collect && !context.declaration->can(QStringLiteral("parcel.collect")))
    return fail(ErrorKind::Rejected, QStringLiteral("how cash on delivery is asked for here is not certain"));
  const Courier* courier = courierNamed(parcel.service.section(u':', 0, 0));
  if (!courier || courier->kdniao.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("say which courier shall carry the parcel, e.g. \"zto\""));
  const auto name = [&context](const char* what) { return context.declaration->word("booking", what); };
  QJsonArray goods;
  for (const ParcelItem& item : parcel.items)
    goods.append(QJsonObject{{QStringLiteral("GoodsName"), clean(item.name)}, {name("goods_quantity"), item.quantity}});
  if (goods.isEmpty()) // the interface demands a name
    goods.append(QJsonObject{{QStringLiteral("GoodsName"), QStringLiteral("商品")}});
  QJsonObject data{{QStringLiteral("OrderCode"), clean(parcel.orderNumber)},
                   {QStringLiteral("ShipperCode"), courier->kdniao},
                   {QStringLiteral("PayType"), payType(*context.declaration, parcel.payMethod)},
                   {QStringLiteral("ExpType"), firstText({parcel.service.section(u':', 1), name("service")})},
                   {QStringLiteral("Sender"), person(parcel.sender)},
                   {QStringLiteral("Receiver"), person(parcel.recipient)},
                   {QStringLiteral("Commodity"), goods},
                   {QStringLiteral("Quantity"), parcel.parcels},
                   {name("remark"), clean(parcel.remark)},
                   {QStringLiteral("IsReturnPrintTemplate"), QStringLiteral("1")}};
  if (parcel.weightGrams > 0)
    data.insert(QStringLiteral("Weight"), double(parcel.weightGrams) / 1000.0); // kilograms
  if (const QJsonArray services = addedServices(context, parcel); !services.isEmpty())
    data.insert(context.declaration->word("add_service", "list"), services);
  addAccount(data, context);
  return call(context, QStringLiteral("1007"), data, QStringLiteral("order.create"));
}

Result<HttpRequest> cancelOrder(const FetchContext& context, const CancelParcel& parcel)
{
  const Courier* courier = carrierOf(parcel.courier, parcel.number);
  if (!courier || courier->kdniao.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no courier is known for number %1").arg(parcel.number));
  const auto name = [&context](const char* what) { return context.declaration->word("cancel", what); };
  QJsonObject data{
      {name("courier"), courier->kdniao}, {name("order"), clean(parcel.orderNumber)}, {name("number"), parcel.number}};
  addAccount(data, context);
  return call(context, QStringLiteral("1147"), data, QStringLiteral("order.cancel"));
}

Result<ActionOutcome> booked(const JsonReader& root)
{
  const JsonReader order = root["Order"];
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.externalId = looseText(order["OrderCode"]);
  outcome.number = looseText(order["LogisticCode"]);
  outcome.sortCode = firstText({looseText(order["MarkDestination"]), looseText(order["SortingCode"])});
  outcome.originCode = looseText(order["OriginCode"]);
  // Spelled so by Kdniao.
  outcome.destinationCode = firstText({looseText(order["DestinatioCode"]), looseText(order["DestinationCode"])});
  outcome.label = looseText(root["PrintTemplate"]).toUtf8();
  outcome.labelFormat = outcome.label.isEmpty() ? QString() : QStringLiteral("html");
  outcome.message = looseText(root["Reason"]);
  if (outcome.number.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("Kdniao took the order but gave no waybill number"));
  return outcome;
}

bool isDuplicate(const FetchContext& context, const JsonReader& root)
{
  return context.declaration->extra[QLatin1String("duplicate_codes")].toArray().contains(looseText(root["ResultCode"]));
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return createOrder(context, *parcel);
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return cancelOrder(context, *parcel);
  return fail(ErrorKind::Invalid, QStringLiteral("Kdniao cannot do this"));
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  const bool isBooking = std::holds_alternative<BookParcel>(action.what);
  // An order that it has had: the waybill comes again, or it is nobody's guess which one it is.
  const bool isKnown = isBooking && isDuplicate(context, root);
  if (isKnown && looseText(root["Order"]["LogisticCode"]).isEmpty())
    return fail(unknownBooking("Kdniao", std::get<BookParcel>(action.what).orderNumber));
  const bool isCancelledAlready = !isBooking && context.declaration->says("cancelled_words", looseText(root["Reason"]));
  if (!isKnown && !isCancelledAlready && !judge(*context.declaration, got).isOk())
    return fail(explain(*context.declaration, got));
  if (isBooking)
    return booked(root);
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.message = looseText(root["Reason"]);
  return outcome;
}

/// Cancelling twice changes nothing. What Kdniao does with an order number it has had is not documented where we could
/// read it, and no call finds an order by it.
Result<std::optional<HttpRequest>> inquire(const FetchContext&, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return fail(unknownBooking("Kdniao", parcel->orderNumber));
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action&, const HttpResponse&)
{
  return fail(unknownBooking("Kdniao", {}));
}

} // namespace supercargo::kdniao
