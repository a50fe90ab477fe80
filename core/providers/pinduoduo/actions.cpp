#include "core/providers/pinduoduo/pinduoduo.h"

/// The platform takes no idempotency key, so every action reads first: the answer shows what an earlier attempt has
/// done already.
namespace supercargo::pinduoduo {
namespace {

HttpRequest readOrderRequest(const FetchContext& context, const QString& order)
{
  return call(context, "pdd.order.information.get", {{"order_sn", order.toUtf8()}}, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.productExternalId.isEmpty() || action.variantExternalId.isEmpty() || action.quantity < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("no variant, or less than nothing"), action.sku);
  return call(context, "pdd.goods.detail.get", {{"goods_id", action.productExternalId.toUtf8()}},
              QStringLiteral("stock.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  if (action.visibleToBuyer || action.text.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("Pinduoduo has seller memos only, and none that is empty"));
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return refundsOf(context, action.orderExternalId, QStringLiteral("refunds.read"));
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return cannot("Pinduoduo");
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
    return fail(ErrorKind::NotFound, QStringLiteral("Pinduoduo has no such goods"), action.sku);
  if (*now == action.quantity)
    return std::nullopt;
  return call(context, "pdd.goods.quantity.update",
              {{"goods_id", action.productExternalId.toUtf8()},
               {"sku_id", action.variantExternalId.toUtf8()},
               {"quantity", QByteArray::number(action.quantity)},
               {"update_type", "1"}}, // absolute
              QStringLiteral("stock.set"));
}

/// Orders are shipped whole; the platform keeps one number of each.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation == QLatin1String("order.read")) {
    const JsonReader node = answer["order_info"];
    if (textOf(node["tracking_number"]) == action.number)
      return std::nullopt;
    Snapshots noted;
    const OrderSnapshot order = readOrder(context, node, noted);
    SC_TRY(answer.check());
    if (!takesWholeOrder(action, order.lines))
      return fail(ErrorKind::Rejected, QStringLiteral("Pinduoduo ships orders as a whole only"));
    return call(context, "pdd.logistics.companies.get", {}, QStringLiteral("couriers.read"));
  }
  if (sent.operation != QLatin1String("couriers.read"))
    return std::nullopt;
  std::vector<ListedCourier> list;
  for (const JsonReader& one : answer["logistics_companies"].itemsIfAny())
    if (textOf(one["available"]) != QLatin1String("0"))
      list.push_back({shopId(one["id"]), textOf(one["code"]), textOf(one["logistics_company"])});
  const ListedCourier* courier = findListed(list, action.courierCode, action.courierName);
  if (!courier)
    return fail(ErrorKind::Rejected, QStringLiteral("Pinduoduo knows no courier \"%1\"").arg(action.courierName));
  return call(context, "pdd.logistics.online.send",
              {{"order_sn", action.orderExternalId.toUtf8()},
               {"logistics_id", courier->id.toUtf8()},
               {"tracking_number", action.number.toUtf8()}},
              QStringLiteral("order.ship"));
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const AddOrderNote& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const auto memo = withMemo(textOf(answer["order_info"]["remark"]), action.text);
  if (!memo)
    return std::nullopt;
  return call(context, "pdd.order.note.update",
              {{"order_sn", action.orderExternalId.toUtf8()}, {"note", memo->toUtf8()}}, QStringLiteral("order.note"));
}

/// Sellers cannot begin a refund: what the buyer has asked for is agreed to, when it is the same amount.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const RefundPayment& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation != QLatin1String("refunds.read"))
    return std::nullopt;
  constexpr qint64 kAskedWithoutReturn = 2;
  Snapshots noted;
  std::optional<Money> asked;
  for (const JsonReader& item : answer["refund_list"].itemsIfAny()) {
    const RefundSnapshot refund = readRefund(context, item, noted);
    const bool agreed = refund.status == AftersaleStatus::Succeeded || refund.status == AftersaleStatus::Refunding;
    if (agreed && refund.amount == action.amount)
      return std::nullopt; // in an earlier attempt
    if (item["after_sales_status"].integerIfAny() != kAskedWithoutReturn)
      continue;
    asked = refund.amount;
    if (refund.amount != action.amount)
      continue;
    const QByteArray request = "{\"after_sales_id\":" + refund.externalId.toUtf8() + ",\"order_sn\":\"" +
                               action.orderExternalId.toUtf8() + "\"}";
    return call(context, "pdd.refund.agree", {{"request", request}}, QStringLiteral("refund.agree"));
  }
  SC_TRY(answer.check());
  if (asked)
    return fail(ErrorKind::Conflict,
                QStringLiteral("the buyer asks for %1, not for %2").arg(asked->text(), action.amount.text()));
  return fail(ErrorKind::Rejected, QStringLiteral("the buyer has asked for no refund: only that can be agreed to"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return cannot("Pinduoduo");
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

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(answer, open(context, got));
  for (const JsonReader& said : {answer["is_success"], answer["success"], answer["result"]["succ"]})
    if (said.hasValue() && !(said.isBool() && said.boolean()))
      return fail(ErrorKind::Rejected,
                  QStringLiteral("Pinduoduo refused: %1")
                      .arg(answer["error_msg"].textIfAny().value_or(textOf(answer["result"]["message"]))));
  ActionOutcome out;
  out.accepted = true;
  if (std::holds_alternative<RefundPayment>(action.what)) {
    out.externalId = out.number = shopId(answer["result"]["after_sales_id"]);
    for (const JsonReader& item : answer["refund_list"].itemsIfAny()) {
      Snapshots noted;
      const RefundSnapshot refund = readRefund(context, item, noted);
      if (refund.amount == std::get<RefundPayment>(action.what).amount && refund.status != AftersaleStatus::Closed)
        out.externalId = out.number = refund.externalId;
    }
  }
  return out;
}

} // namespace supercargo::pinduoduo
