#include "core/domain/courier.h"
#include "core/providers/cainiao/cainiao_protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

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

QJsonObject package(const Declaration& declaration, const BookParcel& parcel)
{
  QJsonArray items;
  for (const ParcelItem& item : parcel.items)
    items.append(QJsonObject{{QStringLiteral("name"), item.name}, {QStringLiteral("count"), item.quantity}});
  if (items.isEmpty()) // the interface demands one
    items.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("商品")}, {QStringLiteral("count"), 1}});
  QJsonObject package{{QStringLiteral("id"), declaration.word("booking", "package")}, {QStringLiteral("items"), items}};
  if (parcel.weightGrams > 0)
    package.insert(QStringLiteral("weight"), parcel.weightGrams);
  return package;
}

/// Service: the courier, "zto".
Result<HttpRequest> takeNumber(const FetchContext& context, const BookParcel& parcel)
{
  if (parcel.orderNumber.isEmpty() || parcel.service.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a waybill needs our order number and a courier, e.g. \"zto\""));
  const auto name = [&context](const char* what) { return context.declaration->word("booking", what); };
  const QJsonObject order{{name("channel_name"), name("channel")}, {name("orders"), QJsonArray{parcel.orderNumber}}};
  const QJsonObject trade{{QStringLiteral("objectId"), QStringLiteral("1")},
                          {QStringLiteral("orderInfo"), order},
                          {QStringLiteral("packageInfo"), package(*context.declaration, parcel)},
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
              {{context.declaration->word("discard", "courier"), cpCode(*context.declaration, courier->code)},
               {context.declaration->word("discard", "number"), parcel.number}},
              QStringLiteral("order.cancel"));
}

/// What stands at the end of a path of names; empty: nothing does.
QString textAt(const QByteArray& json, const QJsonArray& path)
{
  QJsonValue at = QJsonDocument::fromJson(json).object();
  for (const QJsonValue name : path)
    at = at[name.toString()];
  return at.isString() || at.isDouble() ? at.toVariant().toString().trimmed() : QString();
}

/// The print data are for Cainiao's own print component and are passed on untouched; only the sort code is read.
Result<ActionOutcome> taken(const Declaration& declaration, const Answer& answer)
{
  const auto name = [&declaration](const char* what) { return declaration.word("booked", what); };
  const auto entries = list(*answer.data, name("list"));
  ActionOutcome outcome;
  outcome.accepted = true;
  if (!entries.empty())
    outcome.number = member(entries.front(), name("number"));
  if (outcome.number.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("Cainiao took the order but gave no waybill number"));
  outcome.externalId = member(entries.front(), name("object"));
  const QString data = name("print_data");
  for (const auto& [key, value] : entries.front().members())
    if (key == data)
      outcome.label = value.textIfAny().value_or(QString()).toUtf8();
  outcome.labelFormat = outcome.label.isEmpty() ? QString() : QStringLiteral("cainiao_print_data");
  const QJsonObject names = declaration.extra[QLatin1String("booked")].toObject();
  outcome.sortCode = textAt(outcome.label, names[QLatin1String("sort_code")].toArray());
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

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  if (!answer.success)
    return fail(failure(*context.declaration, answer));
  if (!answer.data)
    return fail(ErrorKind::BadResponse, QStringLiteral("Cainiao answered XML where data were due"));
  if (std::holds_alternative<BookParcel>(action.what))
    return taken(*context.declaration, answer);
  ActionOutcome outcome;
  const QString done = context.declaration->word("discard", "done");
  for (const auto& [key, value] : answer.data->members())
    if (key == done)
      outcome.accepted = looseTruth(value);
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
