#include "core/domain/courier.h"
#include "core/providers/cainiao/cainiao_protocol.h"

#include <QJsonArray>

namespace supercargo::cainiao {
namespace {

QJsonObject person(const AddressSnapshot& address)
{
  return {{QStringLiteral("name"), address.name},
          {QStringLiteral("mobile"), address.phone},
          {QStringLiteral("address"), QJsonObject{{QStringLiteral("province"), address.province},
                                                  {QStringLiteral("city"), address.city},
                                                  {QStringLiteral("district"), address.district},
                                                  {QStringLiteral("detail"), address.street}}}};
}

QJsonObject package(const BookParcel& parcel)
{
  QJsonArray items;
  for (const ParcelItem& item : parcel.items)
    items.append(QJsonObject{{QStringLiteral("name"), item.name}, {QStringLiteral("count"), item.quantity}});
  if (items.isEmpty()) // the interface demands one
    items.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("商品")}, {QStringLiteral("count"), 1}});
  QJsonObject package{{QStringLiteral("id"), QStringLiteral("1")}, {QStringLiteral("items"), items}};
  if (parcel.weightGrams > 0)
    package.insert(QStringLiteral("weight"), parcel.weightGrams);
  return package;
}

/// Service: the courier, "zto".
Result<HttpRequest> takeNumber(const FetchContext& context, const BookParcel& parcel)
{
  if (parcel.orderNumber.isEmpty() || parcel.service.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a waybill needs our order number and a courier, e.g. \"zto\""));
  const QJsonObject order{{QStringLiteral("orderChannelsType"), QStringLiteral("OTHERS")},
                          {QStringLiteral("tradeOrderList"), QJsonArray{parcel.orderNumber}}};
  const QJsonObject trade{{QStringLiteral("objectId"), QStringLiteral("1")},
                          {QStringLiteral("orderInfo"), order},
                          {QStringLiteral("packageInfo"), package(parcel)},
                          {QStringLiteral("recipient"), person(parcel.recipient)},
                          {QStringLiteral("templateUrl"), context.fields.value(QStringLiteral("template_url"))},
                          {QStringLiteral("userId"), context.fields.value(QStringLiteral("user_id"))}};
  return call(context, QStringLiteral("TMS_WAYBILL_GET"),
              {{QStringLiteral("cpCode"), cpCode(*context.declaration, parcel.service)},
               {QStringLiteral("sender"), person(parcel.sender)},
               {QStringLiteral("tradeOrderInfoDtos"), QJsonArray{trade}},
               {QStringLiteral("needEncrypt"), false}},
              QStringLiteral("order.create"));
}

Result<HttpRequest> discard(const FetchContext& context, const CancelParcel& parcel)
{
  const Courier* courier = carrierOf(parcel.courier, parcel.number);
  if (!courier)
    return fail(ErrorKind::Invalid, QStringLiteral("no courier is known for number %1").arg(parcel.number));
  return call(context, QStringLiteral("TMS_WAYBILL_DISCARD"),
              {{QStringLiteral("cpCode"), cpCode(*context.declaration, courier->code)},
               {QStringLiteral("waybillCode"), parcel.number}},
              QStringLiteral("order.cancel"));
}

/// The print data are for Cainiao's own print component and are passed on untouched; only the sort code is read.
Result<ActionOutcome> taken(const Answer& answer)
{
  const auto entries = (*answer.data)["waybillCloudPrintResponseList"].itemsIfAny();
  if (entries.empty() || looseText(entries.front()["waybillCode"]).isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("Cainiao took the order but gave no waybill number"));
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.number = looseText(entries.front()["waybillCode"]);
  outcome.externalId = looseText(entries.front()["objectId"]);
  outcome.label = entries.front()["printData"].text().toUtf8();
  outcome.labelFormat = outcome.label.isEmpty() ? QString() : QStringLiteral("cainiao_print_data");
  if (const auto data = JsonReader::parse(outcome.label))
    outcome.sortCode = looseText((*data)["data"]["routingInfo"]["routeCode"]);
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return takeNumber(context, *parcel);
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return discard(context, *parcel);
  return fail(ErrorKind::Invalid, QStringLiteral("Cainiao cannot do this"));
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!answer.success)
    return fail(failure(answer));
  if (!answer.data)
    return fail(ErrorKind::BadResponse, QStringLiteral("Cainiao answered XML where data were due"));
  if (std::holds_alternative<BookParcel>(action.what))
    return taken(answer);
  ActionOutcome outcome;
  outcome.accepted = looseTruth((*answer.data)["discardResult"]);
  outcome.message = answer.message;
  return outcome;
}

/// Discarding twice changes nothing. Public clients say that the same order gets the same number again, no
/// documentation that we could read does; and no call finds a number by an order.
Result<std::optional<HttpRequest>> inquire(const FetchContext&, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return fail(unknownBooking("Cainiao", parcel->orderNumber));
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action&, const HttpResponse&)
{
  return fail(unknownBooking("Cainiao", {}));
}

} // namespace supercargo::cainiao
