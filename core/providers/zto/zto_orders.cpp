#include "core/providers/zto/zto_protocol.h"

#include <QJsonArray>

namespace supercargo::zto {
namespace {

QJsonObject person(const char* prefix, const AddressSnapshot& address)
{
  const auto key = [prefix](const char* name) { return QLatin1String(prefix) + QLatin1String(name); };
  return {{key("Name"), address.name}, {key("Mobile"), address.phone},      {key("Province"), address.province},
          {key("City"), address.city}, {key("District"), address.district}, {key("Address"), address.street}};
}

/// Grams, shared by the pieces.
QJsonArray items(const BookParcel& parcel)
{
  QJsonArray list;
  for (const ParcelItem& item : parcel.items)
    list.append(QJsonObject{{QStringLiteral("name"), item.name}, {QStringLiteral("quantity"), item.quantity}});
  if (!list.isEmpty() && parcel.weightGrams > 0) {
    QJsonObject first = list.first().toObject(); // the weight is that of the parcel: ZTO adds up what items say
    first.insert(QStringLiteral("weight"), QString::number(parcel.weightGrams));
    list.replace(0, first);
  }
  return list;
}

/// Amounts in fen. What is collected is paid out to an account that ZTO knows.
QJsonArray valueAddedServices(const FetchContext& context, const BookParcel& parcel)
{
  const Declaration& declared = *context.declaration;
  QJsonArray list;
  if (parcel.collect)
    list.append(QJsonObject{{QStringLiteral("vasType"), declared.word("value_added", "collect")},
                            {QStringLiteral("vasAmount"), parcel.collect->minor()},
                            {declared.extra[QLatin1String("collect_account")].toString(),
                             context.fields.value(QStringLiteral("collect_account"))}});
  if (parcel.insured)
    list.append(QJsonObject{{QStringLiteral("vasType"), declared.word("value_added", "insure")},
                            {QStringLiteral("vasAmount"), parcel.insured->minor()}});
  return list;
}

Result<HttpRequest> createOrder(const FetchContext& context, const BookParcel& parcel)
{
  if (parcel.orderNumber.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a waybill needs our order number"));
  const auto field = [&context](const char* name, const char* otherwise) {
    return firstText({context.fields.value(QLatin1String(name)).trimmed(), QString::fromLatin1(otherwise)});
  };
  QJsonObject summary{{QStringLiteral("quantity"), parcel.parcels}};
  QJsonObject order{{QStringLiteral("partnerType"), field("partner_type", "2")},
                    {QStringLiteral("orderType"), firstText({parcel.service, field("order_type", "1")})},
                    {QStringLiteral("partnerOrderCode"), parcel.orderNumber},
                    {QStringLiteral("accountInfo"),
                     QJsonObject{{QStringLiteral("accountId"), field("account_id", "")},
                                 {QStringLiteral("type"), context.declaration->extra[QLatin1String("account_type")]}}},
                    {QStringLiteral("senderInfo"), person("sender", parcel.sender)},
                    {QStringLiteral("receiveInfo"), person("receiver", parcel.recipient)},
                    {QStringLiteral("summaryInfo"), summary},
                    {QStringLiteral("orderItems"), items(parcel)},
                    {QStringLiteral("remark"), parcel.remark}};
  if (const QJsonArray services = valueAddedServices(context, parcel); !services.isEmpty())
    order.insert(QStringLiteral("orderVasList"), services);
  return call(context, QStringLiteral("zto.open.createOrder"), order, QStringLiteral("order.create"));
}

HttpRequest cancelOrder(const FetchContext& context, const CancelParcel& parcel)
{
  // Full-net numbers are known to ZTO by their waybill number only.
  return call(context, QStringLiteral("zto.open.cancelPreOrder"),
              {{QStringLiteral("cancelType"), context.declaration->extra[QLatin1String("cancel_type")]},
               {QStringLiteral("billCode"), parcel.number}},
              QStringLiteral("order.cancel"));
}

HttpRequest printOrder(const FetchContext& context, const FetchLabel& label)
{
  const QJsonObject declared = context.declaration->extra[QLatin1String("label")].toObject();
  return call(context, declared[QLatin1String("method")].toString(),
              {{declared[QLatin1String("number")].toString(), label.number},
               {declared[QLatin1String("type")].toString(), declared[QLatin1String("print_type")]}},
              QStringLiteral("label.read"));
}

Result<ActionOutcome> booked(const Answer& answer)
{
  const JsonReader result = answer.result, mark = result["bigMarkInfo"];
  ActionOutcome outcome;
  outcome.number = looseText(result["billCode"]);
  outcome.externalId = firstText({looseText(result["orderCode"]), looseText(result["partnerOrderCode"])});
  outcome.sortCode = looseText(mark["mark"]);
  outcome.destinationCode = looseText(mark["bagAddr"]);
  outcome.originCode = looseText(result["siteCode"]);
  outcome.message = answer.message;
  outcome.accepted = true;
  if (outcome.number.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("ZTO took the order but gave no waybill number"));
  return outcome;
}

/// A PDF in base64 or where it lies: which of them, and under which name, is not documented where we could read it.
Result<ActionOutcome> printed(const FetchContext& context, const Answer& answer)
{
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.labelFormat = QStringLiteral("pdf");
  QStringList texts{looseText(answer.result)};
  const QJsonArray names =
      context.declaration->extra[QLatin1String("label")].toObject()[QLatin1String("result_fields")].toArray();
  for (const auto& [key, value] : answer.result.members())
    if (names.contains(key))
      texts.append(looseText(value));
  for (const QString& text : std::as_const(texts)) {
    if (const QByteArray pdf = QByteArray::fromBase64(text.toLatin1()); pdf.startsWith("%PDF"))
      outcome.label = pdf;
    else if (text.startsWith(QLatin1String("https://")))
      outcome.labelUrl = text;
  }
  if (outcome.label.isEmpty() && outcome.labelUrl.isEmpty())
    return fail(ErrorKind::BadResponse, QStringLiteral("ZTO answered without a label"));
  return outcome;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return createOrder(context, *parcel);
  if (const auto* parcel = std::get_if<CancelParcel>(&action.what))
    return cancelOrder(context, *parcel);
  if (const auto* label = std::get_if<FetchLabel>(&action.what))
    return printOrder(context, *label);
  return fail(ErrorKind::Invalid, QStringLiteral("ZTO cannot do this"));
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got.body));
  const bool isCancel = std::holds_alternative<CancelParcel>(action.what);
  // Said of an order that is cancelled already; the code for it is not known.
  const bool isCancelledAlready = isCancel && context.declaration->says("cancelled_words", answer.message);
  if (!answer.success && !isCancelledAlready)
    return fail(failure(answer));
  if (std::holds_alternative<BookParcel>(action.what))
    return booked(answer);
  if (std::holds_alternative<FetchLabel>(action.what))
    return printed(context, answer);
  ActionOutcome outcome;
  outcome.accepted = true;
  outcome.message = answer.message;
  return outcome;
}

/// Cancelling twice changes nothing and labels are only read. Whether ZTO takes one order number once is not
/// documented, and it finds full-net orders by their waybill number only, which is just what we have not learnt: a
/// person has to look before a second waybill is paid for.
Result<std::optional<HttpRequest>> inquire(const FetchContext&, const Action& action)
{
  if (const auto* parcel = std::get_if<BookParcel>(&action.what))
    return fail(unknownBooking("ZTO", parcel->orderNumber));
  return std::nullopt;
}

Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext&, const Action&, const HttpResponse&)
{
  return fail(unknownBooking("ZTO", {}));
}

} // namespace supercargo::zto
