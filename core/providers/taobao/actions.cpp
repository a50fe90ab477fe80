#include "core/providers/taobao/taobao.h"

/// Nothing but stock with its own key is idempotent here, so every action reads first: the answer shows what an earlier
/// attempt has done already.
namespace supercargo::taobao {
namespace {

constexpr int kLongestMemo = 1000; ///< bytes

HttpRequest readTradeRequest(const FetchContext& context, const QString& tid)
{
  return call(context, "taobao.trade.fullinfo.get",
              {{"fields", "tid,status,seller_memo,seller_flag,orders"}, {"tid", tid.toUtf8()}},
              QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.productExternalId.isEmpty() || action.quantity < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("no product, or less than nothing"), action.sku);
  return call(context, "taobao.items.seller.list.get",
              {{"fields", "num_iid,num,sku"}, {"num_iids", action.productExternalId.toUtf8()}},
              QStringLiteral("stock.read"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return readTradeRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  if (action.visibleToBuyer || action.text.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("Taobao has seller memos only, and none that is empty"));
  return readTradeRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return readTradeRequest(context, action.orderExternalId);
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return readTradeRequest(context, action.orderExternalId);
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return cannot("Taobao");
}

bool isSimple(const SetStock& action)
{
  return action.variantExternalId.isEmpty() || action.variantExternalId == action.productExternalId;
}

/// How many pieces an item says that the variant has; nullopt: no such variant.
std::optional<qint64> quantityIn(const JsonReader& item, const SetStock& action)
{
  if (isSimple(action))
    return item["num"].integerIfAny();
  for (const JsonReader& sku : listOf(item, "skus", "sku"))
    if (shopId(sku["sku_id"]) == action.variantExternalId)
      return sku["quantity"].integerIfAny();
  return std::nullopt;
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const SetStock& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation != QLatin1String("stock.read"))
    return std::nullopt;
  const auto items = listOf(answer, "items", "item");
  const auto now = items.empty() ? std::nullopt : quantityIn(items.front(), action);
  SC_TRY(answer.check());
  if (!now)
    return fail(ErrorKind::NotFound, QStringLiteral("Taobao has no such goods"), action.sku);
  if (*now == action.quantity)
    return std::nullopt;
  const QByteArray quantity = QByteArray::number(action.quantity), item = action.productExternalId.toUtf8();
  if (isSimple(action))
    return call(context, "taobao.item.quantity.update", {{"num_iid", item}, {"quantity", quantity}, {"type", "1"}},
                QStringLiteral("stock.set"));
  return call(context, "taobao.skus.quantity.update",
              {{"num_iid", item},
               {"skuid_quantities", action.variantExternalId.toUtf8() + ':' + quantity},
               {"type", "1"}}, // absolute
              QStringLiteral("stock.set"));
}

bool hasParcel(const JsonReader& trade, const QString& number)
{
  for (const JsonReader& line : listOf(trade, "orders", "order"))
    if (textOf(line["invoice_no"]) == number)
      return true;
  return false;
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation == QLatin1String("order.read")) {
    if (hasParcel(answer["trade"], action.number))
      return std::nullopt;
    return call(context, "taobao.logistics.companies.get", {{"fields", "id,code,name"}},
                QStringLiteral("couriers.read"));
  }
  if (sent.operation != QLatin1String("couriers.read"))
    return std::nullopt;
  std::vector<ListedCourier> list;
  for (const JsonReader& one : listOf(answer, "logistics_companies", "logistics_company"))
    list.push_back({shopId(one["id"]), textOf(one["code"]), textOf(one["name"])});
  const ListedCourier* courier = findListed(list, action.courierCode, action.courierName);
  if (!courier)
    return fail(ErrorKind::Rejected, QStringLiteral("Taobao knows no courier \"%1\"").arg(action.courierName));
  SortedFields fields{{"tid", action.orderExternalId.toUtf8()},
                      {"out_sid", action.number.toUtf8()},
                      {"company_code", courier->code.toUtf8()}};
  QStringList lines;
  for (const auto& [id, quantity] : action.lines)
    lines.append(id);
  if (!lines.isEmpty()) { // whole lines only: the platform cannot split one
    addField(fields, "is_split", "1");
    addField(fields, "sub_tid", lines.join(u',').toUtf8());
  }
  return call(context, "taobao.logistics.offline.send", fields, QStringLiteral("order.ship"));
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const AddOrderNote& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const auto memo = withMemo(textOf(answer["trade"]["seller_memo"]), action.text);
  if (!memo)
    return std::nullopt;
  if (memo->toUtf8().size() > kLongestMemo)
    return fail(ErrorKind::Invalid, QStringLiteral("the seller memo would be longer than Taobao keeps"));
  SortedFields fields{{"tid", action.orderExternalId.toUtf8()}, {"memo", memo->toUtf8()}};
  addField(fields, "flag", textOf(answer["trade"]["seller_flag"]).toUtf8()); // left out, it would become grey
  return call(context, "taobao.trade.memo.update", fields, QStringLiteral("order.note"));
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const CloseOrder& action, const HttpRequest& sent,
                                        const JsonReader& answer)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const QString status = answer["trade"]["status"].text();
  SC_TRY(answer.check());
  if (status.startsWith(QLatin1String("TRADE_CLOSED")))
    return std::nullopt;
  const StatusRow* row = context.declaration->status({{QStringLiteral("status"), status}});
  if (!row || row->payment != PaymentStatus::Unpaid)
    return fail(ErrorKind::Rejected, QStringLiteral("only unpaid orders can be closed, this one is %1").arg(status));
  const QString reason = action.reason.isEmpty()
                             ? context.declaration->extra.value(QLatin1String("close_reason")).toString()
                             : action.reason;
  return call(context, "taobao.trade.close",
              {{"tid", action.orderExternalId.toUtf8()}, {"close_reason", reason.toUtf8()}},
              QStringLiteral("order.close"));
}

/// Sellers cannot begin a refund: what the buyer has asked for is agreed to, when it is the same amount.
QString refundToAgree(const JsonReader& trade)
{
  QString done;
  for (const JsonReader& line : listOf(trade, "orders", "order")) {
    if (textOf(line["refund_status"]) == QLatin1String("WAIT_SELLER_AGREE"))
      return shopId(line["refund_id"]);
    if (textOf(line["refund_status"]) == QLatin1String("SUCCESS"))
      done = shopId(line["refund_id"]);
  }
  return done;
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const RefundPayment& action,
                                        const HttpRequest& sent, const JsonReader& answer)
{
  if (sent.operation == QLatin1String("order.read")) {
    const QString refund = refundToAgree(answer["trade"]);
    if (refund.isEmpty())
      return fail(ErrorKind::Rejected, QStringLiteral("the buyer has asked for no refund: only that can be agreed to"));
    return call(context, "taobao.refund.get", {{"fields", kRefundFields}, {"refund_id", refund.toUtf8()}},
                QStringLiteral("refund.read"));
  }
  if (sent.operation != QLatin1String("refund.read"))
    return std::nullopt;
  const JsonReader refund = answer["refund"];
  const Money asked = refund["refund_fee"].money(kYuan);
  const QString id = refund["refund_id"].text(), status = refund["status"].text();
  SC_TRY(answer.check());
  if (asked != action.amount)
    return fail(ErrorKind::Conflict,
                QStringLiteral("the buyer asks for %1, not for %2").arg(asked.text(), action.amount.text()));
  if (status != QLatin1String("WAIT_SELLER_AGREE"))
    return std::nullopt; // agreed to in an earlier attempt
  const QStringList parts{id, QString::number(asked.minor()), textOf(refund["refund_version"]),
                          textOf(refund["refund_phase"])};
  return call(context, "taobao.rp.refunds.agree", {{"refund_infos", parts.join(u'|').toUtf8()}},
              QStringLiteral("refund.agree"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return cannot("Taobao");
}

/// Answers say that they failed with `is_success` or `succ`, as truth values or as text.
bool saysNo(const JsonReader& node)
{
  return node.hasValue() && QString::fromUtf8(node.json()).remove(u'"') != QLatin1String("true");
}

Result<void> checkOutcome(const SetStock& action, const JsonReader& answer)
{
  const auto items = listOf(answer, "items", "item");
  const auto now = quantityIn(items.empty() ? answer["item"] : items.front(), action);
  if (now && *now != action.quantity)
    return fail(ErrorKind::Conflict,
                QStringLiteral("stock is %1 after setting it to %2").arg(*now).arg(action.quantity), action.sku);
  return answer.check();
}

template <class Other>
Result<void> checkOutcome(const Other&, const JsonReader&)
{
  return {};
}

template <class What>
ActionOutcome outcomeOf(const What&, const JsonReader& answer)
{
  ActionOutcome out;
  out.accepted = true;
  out.externalId = answer["trade"].isObject() ? shopId(answer["trade"]["tid"]) : QString();
  return out;
}

ActionOutcome outcomeOf(const RefundPayment&, const JsonReader& answer)
{
  const auto agreed = listOf(answer, "results", "refund_mapping_result");
  ActionOutcome out;
  out.accepted = true;
  out.externalId = out.number = shopId((agreed.empty() ? answer["refund"] : agreed.front())["refund_id"]);
  return out;
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

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(answer, open(got));
  if (saysNo(answer["shipping"]["is_success"]) || saysNo(answer["succ"]))
    return fail(ErrorKind::Rejected, QStringLiteral("Taobao refused: %1").arg(textOf(answer["message"])));
  SC_TRY(std::visit([&](const auto& what) { return checkOutcome(what, answer); }, action.what));
  return std::visit([&](const auto& what) { return outcomeOf(what, answer); }, action.what);
}

} // namespace supercargo::taobao
