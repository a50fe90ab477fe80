#include "core/providers/jd/jd.h"

/// The platform takes no idempotency key, so every action reads first: the answer shows what an earlier attempt has
/// done already.
namespace supercargo::jd {
namespace {

HttpRequest readOrderRequest(const FetchContext& context, const QString& order)
{
  return oneOrder(context, order, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.variantExternalId.isEmpty() || action.quantity < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("no variant, or less than nothing"), action.sku);
  return call(context, "jingdong.sku.read.findSkuById",
              {{QStringLiteral("skuId"), action.variantExternalId},
               {QStringLiteral("field"), QStringLiteral("skuId,stockNum")}},
              QStringLiteral("stock.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readOrderRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  if (action.visibleToBuyer || action.text.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("JD has seller memos only, and none that is empty"));
  return readOrderRequest(context, action.orderExternalId);
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return cannot("JD");
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const SetStock& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation != QLatin1String("stock.read"))
    return std::nullopt;
  if (!answer["sku"].isObject())
    return fail(ErrorKind::NotFound, QStringLiteral("JD has no such goods"), action.sku);
  const qint64 now = answer["sku"]["stockNum"].integer();
  SC_TRY(answer.check());
  if (now == action.quantity)
    return std::nullopt;
  // Two calls are told of: the older one is being withdrawn, the date is not known.
  const QByteArray method = context.declaration->extra.value(QLatin1String("stock_call")).toString().toUtf8();
  return call(context, method.constData(),
              {{QStringLiteral("skuId"), action.variantExternalId},
               {QStringLiteral("stockNum"), action.quantity},
               {QStringLiteral("storeId"), action.location.isEmpty() ? QStringLiteral("0") : action.location}},
              QStringLiteral("stock.set"));
}

/// Orders are shipped whole: JD splits an order itself, into orders of their own.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation == QLatin1String("order.read")) {
    if (textOf(orderOf(answer)["waybill"]).split(u',').contains(action.number))
      return std::nullopt;
    Snapshots noted;
    const OrderSnapshot order = readOrder(context, orderOf(answer), noted);
    SC_TRY(answer.check());
    if (!takesWholeOrder(action, order.lines))
      return fail(ErrorKind::Rejected, QStringLiteral("JD ships orders as a whole only"));
    return call(context, "jingdong.get.vender.all.delivery.company",
                {{QStringLiteral("fields"), QStringLiteral("id,name,description")}}, QStringLiteral("couriers.read"));
  }
  if (sent.operation != QLatin1String("couriers.read"))
    return std::nullopt;
  std::vector<ListedCourier> list;
  for (const JsonReader& one : answer["getvenderalldeliverycompanyresult"]["all_delivery_companys"].itemsIfAny())
    list.push_back({shopId(one["id"]), QString(), textOf(one["name"])});
  const ListedCourier* courier = findListed(list, action.courierCode, action.courierName);
  if (!courier)
    return fail(ErrorKind::Rejected, QStringLiteral("JD knows no courier \"%1\"").arg(action.courierName));
  return call(context, "jingdong.pop.order.shipment",
              {{QStringLiteral("orderId"), action.orderExternalId},
               {QStringLiteral("logiCoprId"), courier->id},
               {QStringLiteral("logiNo"), action.number}},
              QStringLiteral("order.ship"));
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const AddOrderNote& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const auto memo = withMemo(textOf(orderOf(answer)["venderRemark"]), action.text);
  if (!memo)
    return std::nullopt;
  return call(context, "jingdong.pop.order.modifyVenderRemark",
              {{QStringLiteral("orderId"), action.orderExternalId}, {QStringLiteral("remark"), *memo}},
              QStringLiteral("order.note"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return cannot("JD");
}

/// Some calls say "success" by themselves.
bool saysNo(const JsonReader& answer)
{
  for (const JsonReader& said :
       {answer["success"], answer["sopjosshipment_result"]["success"], answer["modifyvenderremark_result"]["success"]})
    if (said.isBool() && !said.boolean())
      return true;
  return false;
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  return std::visit([&](const auto& what) { return next(context, what, sent, answer); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action&, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(answer, open(got));
  if (saysNo(answer))
    return fail(ErrorKind::Rejected, QStringLiteral("JD refused: %1").arg(QString::fromUtf8(answer.json().left(200))));
  ActionOutcome out;
  out.accepted = true;
  return out;
}

} // namespace supercargo::jd
