#include "core/providers/jd/jd.h"

#include <QJsonArray>

/// An order tells its receiver masked, and a token (oaid) that the platform opens. How the call looks in detail is
/// known from the SDK's types only, so its words are data ("recipient" of provider.json).
namespace supercargo::jd {
namespace {

const QString kOrder = QStringLiteral("recipient.order");

QJsonObject words(const FetchContext& context)
{
  return context.declaration->extra.value(QLatin1String("recipient")).toObject();
}

Result<RecipientStep> afterOrder(const FetchContext& context, const JsonReader& answer)
{
  const JsonReader node = orderOf(answer).isolated(); // faults of the order do not matter to its receiver
  const QString token = node["oaid"].textIfAny().value_or(textOf(node["consigneeInfo"]["oaid"]));
  if (token.isEmpty())
    return fail(ErrorKind::Rejected, QStringLiteral("JD gives no token (oaid) for the receiver of this order"));
  const QJsonObject one{{QStringLiteral("orderId"), textOf(node["orderId"]).toLongLong()},
                        {QStringLiteral("oaid"), token}};
  QJsonObject query = words(context).value(QLatin1String("request")).toObject();
  query.insert(QStringLiteral("orderInfos"), QJsonArray{one});
  Snapshots notices;
  RecipientStep step;
  step.recipient = readOrder(context, node, notices).shipTo;
  step.next = call(context, words(context).value(QLatin1String("method")).toString().toLatin1().constData(),
                   {{QStringLiteral("getReceiverInfoListReqVO"), query}}, QStringLiteral("recipient.reveal"));
  return step;
}

Result<RecipientStep> afterReveal(const AddressSnapshot& known, const JsonReader& answer)
{
  const JsonReader result = answer["returnType"];
  const auto receivers = result["data"].itemsIfAny();
  if (receivers.empty())
    return fail(
        ErrorKind::Rejected,
        QStringLiteral("JD tells no receiver: %1 %2").arg(textOf(result["code"]), textOf(result["message"])).left(300));
  const JsonReader receiver = receivers.front();
  RecipientStep step{known, std::nullopt};
  step.recipient.name = receiver["customerName"].text();
  step.recipient.phone = receiver["consMobilePhone"].textIfAny().value_or(textOf(receiver["customerPhone"]));
  step.recipient.street = receiver["address"].text();
  SC_TRY(answer.check());
  return step;
}

} // namespace

HttpRequest askRecipient(const FetchContext& context, const QString& order)
{
  return call(context, "jingdong.pop.order.enGet",
              {{QStringLiteral("order_id"), order},
               {QStringLiteral("optional_fields"), words(context).value(QLatin1String("order_fields"))}},
              kOrder);
}

Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  return sent.operation == kOrder ? afterOrder(context, answer) : afterReveal(known, answer);
}

} // namespace supercargo::jd
