#include "core/providers/taobao/taobao.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A trade tells its receiver masked, and a token (oaid) that the platform opens. The token is read anew each time: a
/// buyer who changes the address gets another one.
namespace supercargo::taobao {
namespace {

const QString kOrder = QStringLiteral("recipient.order");

QByteArray query(const FetchContext& context, const QString& tid, const QString& token)
{
  const QJsonObject one{{QStringLiteral("tid"), tid},
                        {QStringLiteral("oaid"), token},
                        {QStringLiteral("scene"), context.declaration->extra.value(QLatin1String("reveal_scene"))}};
  return QJsonDocument(QJsonArray{one}).toJson(QJsonDocument::Compact);
}

Result<RecipientStep> afterOrder(const FetchContext& context, const JsonReader& answer)
{
  const JsonReader trade = answer["trade"].isolated(); // faults of the order do not matter to its receiver
  const QString token = textOf(trade["oaid"]);
  if (token.isEmpty())
    return fail(ErrorKind::Rejected, QStringLiteral("Taobao gives no token (oaid) for the receiver of this order"));
  Snapshots notices;
  RecipientStep step;
  step.recipient = readTrade(context, trade, notices).shipTo;
  step.next = call(context, "taobao.top.oaid.decrypt", {{"query_list", query(context, tradeId(trade), token)}},
                   QStringLiteral("recipient.reveal"));
  return step;
}

Result<RecipientStep> afterReveal(const AddressSnapshot& known, const JsonReader& answer)
{
  const auto receivers = listOf(answer, "receiver_list", "receiver");
  if (receivers.empty())
    return fail(ErrorKind::Rejected, QStringLiteral("Taobao tells no receiver for this order's token"));
  const JsonReader receiver = receivers.front();
  if (receiver["matched"].isBool() && !receiver["matched"].boolean())
    return fail(ErrorKind::Rejected, QStringLiteral("Taobao: the receiver has changed meanwhile, try again"));
  RecipientStep step{known, std::nullopt};
  AddressSnapshot& to = step.recipient;
  to.name = receiver["name"].text();
  to.phone = receiver["mobile"].textIfAny().value_or(textOf(receiver["phone"])); // may be a privacy number: 188…-123
  to.province = receiver["state"].textIfAny().value_or(known.province);
  to.city = receiver["city"].textIfAny().value_or(known.city);
  to.district = receiver["district"].textIfAny().value_or(known.district);
  to.street = textOf(receiver["town"]) + receiver["address_detail"].text();
  SC_TRY(answer.check());
  return step;
}

} // namespace

HttpRequest askRecipient(const FetchContext& context, const QString& order)
{
  return call(context, "taobao.trade.fullinfo.get", {{"fields", kTradeFields}, {"tid", order.toUtf8()}}, kOrder);
}

Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  return sent.operation == kOrder ? afterOrder(context, answer) : afterReveal(known, answer);
}

} // namespace supercargo::taobao
