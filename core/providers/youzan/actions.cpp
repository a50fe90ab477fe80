#include "core/providers/youzan/youzan.h"

#include <QJsonArray>

#include <algorithm>

/// Every action reads first: the answer shows what an earlier attempt has done already. Refunds bear a number of ours
/// besides ("biz_value"), which the platform takes once.
namespace supercargo::youzan {
namespace {

HttpRequest readOrderRequest(const FetchContext& context, const QString& tid)
{
  return oneOrder(context, tid, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.productExternalId.isEmpty() || action.variantExternalId.isEmpty() || action.quantity < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("no variant, or less than nothing"), action.sku);
  return oneItem(context, action.productExternalId, QStringLiteral("stock.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  if (action.visibleToBuyer || action.text.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("Youzan has seller memos only, and none that is empty"));
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0 || action.requestNumber.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a refund needs a request number and an amount"));
  return readOrderRequest(context, action.orderExternalId);
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return cannot("Youzan");
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const SetStock& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation != QLatin1String("stock.read"))
    return std::nullopt;
  std::optional<qint64> now;
  for (const VariantSnapshot& variant : readSkus(answer))
    if (variant.externalId == action.variantExternalId)
      now = variant.stock;
  SC_TRY(answer.check());
  if (!now)
    return fail(ErrorKind::NotFound, QStringLiteral("Youzan has no such goods"), action.sku);
  if (*now == action.quantity)
    return std::nullopt;
  constexpr int kAbsolute = 0;
  QJsonObject parameters{{QStringLiteral("item_id"), action.productExternalId.toLongLong()},
                         {QStringLiteral("quantity"), action.quantity},
                         {QStringLiteral("type"), kAbsolute}};
  if (action.variantExternalId != action.productExternalId)
    parameters.insert(QStringLiteral("sku_id"), action.variantExternalId.toLongLong());
  return call(context, "set_stock", parameters, QStringLiteral("stock.set"));
}

bool hasParcel(const OrderSnapshot& order, const QString& number)
{
  return std::any_of(order.parcels.begin(), order.parcels.end(),
                     [&](const OrderParcelSnapshot& parcel) { return parcel.number == number; });
}

/// Lines go out whole. Empty: all that is left.
Result<QString> linesToSend(const MarkShipped& action, const OrderSnapshot& order)
{
  QStringList ids;
  for (const auto& [id, quantity] : action.lines) {
    const auto line = std::find_if(order.lines.begin(), order.lines.end(),
                                   [&, wanted = id](const LineSnapshot& one) { return one.externalId == wanted; });
    if (line == order.lines.end() || quantity != line->quantity)
      return fail(ErrorKind::Rejected, QStringLiteral("Youzan ships a line of an order as a whole only"));
    ids.append(id);
  }
  return ids.join(u',');
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation == QLatin1String("order.read")) {
    Snapshots noted;
    const JsonReader node = answer["full_order_info"];
    const OrderSnapshot order = readOrder(context, node, noted);
    SC_TRY(node.check());
    if (hasParcel(order, action.number))
      return std::nullopt;
    SC_TRY_ASSIGN(lines, linesToSend(action, order));
    return call(context, "couriers", {}, QStringLiteral("couriers.read"), lines);
  }
  if (sent.operation != QLatin1String("couriers.read"))
    return std::nullopt;
  std::vector<ListedCourier> list;
  for (const JsonReader& one : answer["allExpress"].itemsIfAny())
    list.push_back({shopId(one["id"]), {}, textOf(one["name"])});
  const ListedCourier* courier = findListed(list, action.courierCode, action.courierName);
  if (!courier)
    return fail(ErrorKind::Rejected, QStringLiteral("Youzan knows no courier \"%1\"").arg(action.courierName));
  QJsonObject parameters{{QStringLiteral("tid"), action.orderExternalId},
                         {QStringLiteral("out_stype"), courier->id},
                         {QStringLiteral("out_sid"), action.number},
                         {QStringLiteral("is_no_express"), 0}};
  if (!sent.state.isEmpty())
    parameters.insert(QStringLiteral("oids"), sent.state);
  return call(context, "ship", parameters, QStringLiteral("order.ship"));
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const AddOrderNote& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const auto memo = withMemo(textOf(answer["full_order_info"]["remark_info"]["trade_memo"]), action.text);
  if (!memo)
    return std::nullopt;
  return call(context, "memo", {{QStringLiteral("tid"), action.orderExternalId}, {QStringLiteral("memo"), *memo}},
              QStringLiteral("order.note"));
}

/// Orders that are not paid yet; others are refunded.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const CloseOrder& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  Snapshots noted;
  const JsonReader node = answer["full_order_info"];
  const OrderSnapshot order = readOrder(context, node, noted);
  SC_TRY(node.check());
  if (order.status == OrderStatus::Cancelled || order.status == OrderStatus::Refunded)
    return std::nullopt;
  if (order.paidAt)
    return fail(ErrorKind::Rejected, QStringLiteral("the order is paid: it can only be refunded"));
  const QJsonObject reasons = context.declaration->extra.value(QLatin1String("close_reasons")).toObject();
  const QJsonValue reason = reasons.value(action.reason);
  return call(context, "close",
              {{QStringLiteral("tid"), action.orderExternalId},
               {QStringLiteral("close_reason"), reason.isUndefined() ? reasons.value(QLatin1String("")) : reason}},
              QStringLiteral("order.close"));
}

/// Spread over the lines, each up to what was paid for it; the freight goes with the last one.
Result<QJsonArray> refundedLines(const OrderSnapshot& order, Money amount)
{
  QJsonArray items;
  qint64 rest = amount.minor();
  for (size_t i = 0; i < order.lines.size() && rest > 0; ++i) {
    const LineSnapshot& line = order.lines[i];
    const qint64 most = line.total.minor() + (i + 1 == order.lines.size() ? order.shipping.minor() : 0);
    const qint64 part = std::min(rest, most);
    if (part <= 0)
      continue;
    rest -= part;
    QJsonObject item{{QStringLiteral("oid"), line.externalId.toLongLong()},
                     {QStringLiteral("refund_fee"), Money(part, amount.currency()).text()}};
    if (line.shippedQuantity > 0)
      item.insert(QStringLiteral("num"), line.quantity);
    items.append(item);
  }
  if (rest > 0)
    return fail(ErrorKind::Rejected, QStringLiteral("the refund is larger than what was paid"));
  return items;
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const RefundPayment& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  Snapshots noted;
  const JsonReader node = answer["full_order_info"];
  const OrderSnapshot order = readOrder(context, node, noted);
  SC_TRY(node.check());
  if (!order.paidAt)
    return fail(ErrorKind::Rejected, QStringLiteral("the order is not paid: there is nothing to refund"));
  SC_TRY_ASSIGN(items, refundedLines(order, action.amount));
  return call(context, "refund",
              {{QStringLiteral("tid"), action.orderExternalId},
               {QStringLiteral("biz_value"), action.requestNumber},
               {QStringLiteral("refund_fee"), action.amount.text()},
               {QStringLiteral("desc"), action.reason.isEmpty() ? action.requestNumber : action.reason},
               {QStringLiteral("coupons"), QJsonArray()},
               {QStringLiteral("items"), items}},
              QStringLiteral("refund.create"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return cannot("Youzan");
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  return std::visit([&](const auto& what) { return next(context, what, sent, answer); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action&, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(answer, open(context, got));
  if (const JsonReader said = answer["is_success"]; said.isBool() && !said.boolean())
    return fail(ErrorKind::Rejected, QStringLiteral("Youzan did not do it"));
  ActionOutcome out;
  out.accepted = true;
  if (answer.isObject())
    out.externalId = out.number = textOf(answer["refund_id"]);
  return out;
}

} // namespace supercargo::youzan
