#include "core/providers/douyin/douyin.h"

#include <QJsonArray>

/// Every action reads first: the answer shows what an earlier attempt has done already. Stock and parcels of parts
/// carry our key besides, which the platform takes once.
namespace supercargo::douyin {
namespace {

constexpr int kLongestMemo = 60; ///< characters

HttpRequest readOrderRequest(const FetchContext& context, const QString& order)
{
  return call(context, "/order/orderDetail", {{QStringLiteral("shop_order_id"), order}}, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.productExternalId.isEmpty() || action.variantExternalId.isEmpty() || action.quantity < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("no variant, or less than nothing"), action.sku);
  return call(context, "/sku/list", {{QStringLiteral("product_id"), action.productExternalId.toLongLong()}},
              QStringLiteral("stock.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  if (action.visibleToBuyer || action.text.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("Douyin has seller memos only, and none that is empty"));
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
  return cannot("Douyin");
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const Action& action, const SetStock& stock,
                                        const HttpRequest& sent, const JsonReader& data)
{
  if (sent.operation != QLatin1String("stock.read"))
    return std::nullopt;
  std::optional<qint64> now;
  for (const JsonReader& item : data.itemsIfAny())
    if (const VariantSnapshot variant = readSku(item); variant.externalId == stock.variantExternalId)
      now = variant.stock;
  SC_TRY(data.check());
  if (!now)
    return fail(ErrorKind::NotFound, QStringLiteral("Douyin has no such goods, or keeps their stock by region"),
                stock.sku);
  if (*now == stock.quantity)
    return std::nullopt;
  return call(context, "/sku/syncStock",
              {{QStringLiteral("product_id"), stock.productExternalId.toLongLong()},
               {QStringLiteral("sku_id"), stock.variantExternalId.toLongLong()},
               {QStringLiteral("stock_num"), stock.quantity},
               {QStringLiteral("incremental"), false},
               {QStringLiteral("idempotent_id"), action.idempotencyKey}},
              QStringLiteral("stock.set"));
}

bool hasParcel(const JsonReader& order, const QString& number)
{
  for (const JsonReader& parcel : order["logistics_info"].itemsIfAny())
    if (textOf(parcel["tracking_no"]) == number)
      return true;
  return false;
}

HttpRequest shipRequest(const FetchContext& context, const Action& action, const MarkShipped& shipped,
                        const ListedCourier& courier)
{
  if (shipped.lines.empty())
    return call(context, "/order/logisticsAdd",
                {{QStringLiteral("order_id"), shipped.orderExternalId},
                 {QStringLiteral("company_code"), courier.code},
                 {QStringLiteral("logistics_code"), shipped.number}},
                QStringLiteral("order.ship"));
  QJsonArray lines;
  for (const auto& [id, quantity] : shipped.lines)
    lines.append(QJsonObject{{QStringLiteral("shipped_order_id"), id}, {QStringLiteral("shipped_num"), quantity}});
  const QJsonObject parcel{{QStringLiteral("shipped_order_info"), lines},
                           {QStringLiteral("company_code"), courier.code},
                           {QStringLiteral("logistics_code"), shipped.number}};
  return call(context, "/order/logisticsAddMultiPack",
              {{QStringLiteral("order_id"), shipped.orderExternalId},
               {QStringLiteral("pack_list"), QJsonArray{parcel}},
               {QStringLiteral("request_id"), action.idempotencyKey}},
              QStringLiteral("order.ship"));
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const Action& action, const MarkShipped& shipped,
                                        const HttpRequest& sent, const JsonReader& data)
{
  if (sent.operation == QLatin1String("order.read")) {
    if (hasParcel(data["shop_order_detail"], shipped.number))
      return std::nullopt;
    return call(context, "/order/logisticsCompanyList", {}, QStringLiteral("couriers.read"));
  }
  if (sent.operation != QLatin1String("couriers.read"))
    return std::nullopt;
  std::vector<ListedCourier> list;
  for (const JsonReader& one : data.itemsIfAny())
    list.push_back({shopId(one["id"]), textOf(one["code"]), textOf(one["name"])});
  const ListedCourier* courier = findListed(list, shipped.courierCode, shipped.courierName);
  if (!courier)
    return fail(ErrorKind::Rejected, QStringLiteral("Douyin knows no courier \"%1\"").arg(shipped.courierName));
  return shipRequest(context, action, shipped, *courier);
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const Action&, const AddOrderNote& note,
                                        const HttpRequest& sent, const JsonReader& data)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const auto memo = withMemo(textOf(data["shop_order_detail"]["seller_words"]), note.text);
  if (!memo)
    return std::nullopt;
  if (memo->size() > kLongestMemo)
    return fail(ErrorKind::Invalid, QStringLiteral("the seller memo would be longer than Douyin keeps"));
  return call(context, "/order/addOrderRemark",
              {{QStringLiteral("order_id"), note.orderExternalId}, {QStringLiteral("remark"), *memo}},
              QStringLiteral("order.note"));
}

/// Sellers cannot begin a refund: what the buyer has asked for is agreed to, when it is the same amount.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const Action&, const RefundPayment& wanted,
                                        const HttpRequest& sent, const JsonReader& data)
{
  if (sent.operation != QLatin1String("refunds.read"))
    return std::nullopt;
  constexpr qint64 kWithReturn = 0;
  Snapshots noted;
  std::optional<Money> asked;
  for (const JsonReader& item : data["items"].itemsIfAny()) {
    const RefundSnapshot refund = readRefund(context, item, noted);
    if (refund.status == AftersaleStatus::Succeeded && refund.amount == wanted.amount)
      return std::nullopt; // in an earlier attempt
    if (refund.status != AftersaleStatus::Requested ||
        item["aftersale_info"]["aftersale_type"].integerIfAny().value_or(kWithReturn) == kWithReturn)
      continue;
    asked = refund.amount;
    if (refund.amount == wanted.amount)
      return call(
          context, "/afterSale/operate",
          {{QStringLiteral("type"), context.declaration->extra.value(QLatin1String("agree_refund"))},
           {QStringLiteral("items"), QJsonArray{QJsonObject{{QStringLiteral("aftersale_id"), refund.externalId}}}}},
          QStringLiteral("refund.agree"));
  }
  SC_TRY(data.check());
  if (asked)
    return fail(ErrorKind::Conflict,
                QStringLiteral("the buyer asks for %1, not for %2").arg(asked->text(), wanted.amount.text()));
  return fail(ErrorKind::Rejected, QStringLiteral("the buyer has asked for no refund: only that can be agreed to"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Action&, const Other&, const HttpRequest&,
                                        const JsonReader&)
{
  return cannot("Douyin");
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(data, open(*context.declaration, got));
  return std::visit([&](const auto& what) { return next(context, action, what, sent, data); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(data, open(*context.declaration, got));
  ActionOutcome out;
  out.accepted = true;
  const auto* wanted = std::get_if<RefundPayment>(&action.what);
  if (!wanted)
    return out;
  for (const JsonReader& item : data["items"].itemsIfAny()) {
    if (const auto code = item["status_code"].integerIfAny(); code && *code != 0)
      return fail(ErrorKind::Rejected, QStringLiteral("Douyin refused: %1").arg(textOf(item["status_msg"])));
    Snapshots noted;
    const bool listed = item["aftersale_info"].isObject();
    if (listed && readRefund(context, item, noted).amount != wanted->amount)
      continue;
    out.externalId = out.number = shopId(listed ? item["aftersale_info"]["aftersale_id"] : item["aftersale_id"]);
  }
  return out;
}

} // namespace supercargo::douyin
