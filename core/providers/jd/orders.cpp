#include "core/providers/jd/jd.h"

#include <QSet>

#include <algorithm>

namespace supercargo::jd {
namespace {

constexpr std::chrono::hours kLongestSpan{24}; ///< a month is allowed, but only some 100 pages
constexpr int kMostPageSize = 100, kMostRefunds = 50;
const QString kFields = QStringLiteral(
    "orderId,venderId,orderType,payType,orderTotalPrice,orderSellerPrice,orderPayment,freightPrice,sellerDiscount,"
    "orderState,orderRemark,venderRemark,orderStartTime,orderEndTime,paymentConfirmTime,modified,waybill,logisticsId,"
    "parentOrderId,consigneeInfo,itemInfoList,couponDetailList,open_id_buyer");

QString wallClock(Instant at)
{
  return formatLocal(at, kChinaOffset);
}

HttpRequest search(const FetchContext& context, const Span& span, qint64 page, int size, const QString& operation,
                   const QString& state)
{
  return call(context, "jingdong.pop.order.enSearch",
              {{QStringLiteral("start_date"), wallClock(span.from)},
               {QStringLiteral("end_date"), wallClock(span.to)},
               {QStringLiteral("order_state"), context.declaration->extra.value(QLatin1String("order_states"))},
               {QStringLiteral("optional_fields"), kFields},
               {QStringLiteral("page"), QString::number(page)},
               {QStringLiteral("page_size"), QString::number(size)},
               {QStringLiteral("dateType"), QStringLiteral("0")},  // by change, not by creation
               {QStringLiteral("sortType"), QStringLiteral("1")}}, // newest first
              operation, state);
}

HttpRequest orderPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return search(context, span, page, context.pageUpTo(kMostPageSize), QStringLiteral("orders.page"), state);
}

int refundPageSize(const FetchContext& context)
{
  return std::min(context.pageUpTo(kMostPageSize), kMostRefunds);
}

HttpRequest refundPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "jingdong.asc.serviceAndRefund.view",
              {{QStringLiteral("approveTimeBegin"), wallClock(span.from)},
               {QStringLiteral("approveTimeEnd"), wallClock(span.to)},
               {QStringLiteral("pageNumber"), page},
               {QStringLiteral("pageSize"), refundPageSize(context)}},
              QStringLiteral("orders.refunds.page"), state);
}

HttpRequest refundsOf(const FetchContext& context, const QString& order, const QString& state)
{
  return call(context, "jingdong.asc.serviceAndRefund.view",
              {{QStringLiteral("orderId"), order},
               {QStringLiteral("pageNumber"), 1},
               {QStringLiteral("pageSize"), kMostRefunds}},
              QStringLiteral("orders.refunds"), state);
}

Span spanOf(const HttpRequest& sent)
{
  const QJsonObject parameters = parametersOf(sent);
  const bool orders = parameters.contains(QLatin1String("start_date"));
  const auto time = [&](const char* order, const char* refund) {
    const QString text = parameters.value(QLatin1String(orders ? order : refund)).toString();
    return parseLocal(text, kChinaOffset).value_or(Instant());
  };
  return {time("start_date", "approveTimeBegin"), time("end_date", "approveTimeEnd")};
}

/// Orders do not say whether anything of them was refunded. Where it can have been, the refunds are asked for.
bool mayHaveRefunds(const OrderSnapshot& order)
{
  const bool moved = order.status == OrderStatus::OnHold || order.status == OrderStatus::Shipped ||
                     order.status == OrderStatus::Delivered || order.status == OrderStatus::Completed;
  return moved || (order.status == OrderStatus::Cancelled && order.paidAt);
}

void takeOrder(const FetchContext& context, const JsonReader& node, FetchStep& step)
{
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  if (!node.problems().isEmpty())
    return reportFailure(node, "orderId", step.snapshots);
  if (mayHaveRefunds(order)) {
    step.next.push_back(refundsOf(context, order.externalId, QString::fromUtf8(node.json())));
    return;
  }
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  const JsonReader result = answer["searchorderinfo_result"];
  FetchStep step;
  for (const JsonReader& item : result["orderInfoList"].itemsIfAny())
    takeOrder(context, item.isolated(), step);
  const qint64 total = result["orderTotal"].integer();
  SC_TRY(answer.check());
  const Span span = spanOf(sent);
  if (span.from <= context.from && span.to + std::chrono::seconds(1) > context.to)
    step.total = total;
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(orderPage(context, span, *page, pageState(*page)));
  return step;
}

std::vector<JsonReader> refundsIn(const JsonReader& answer)
{
  return answer["pageResult"]["data"].itemsIfAny();
}

/// A refund may change without its order: the orders concerned are read again.
Result<FetchStep> parseRefundPage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  QSet<QString> seen;
  for (const JsonReader& item : refundsIn(answer))
    if (const QString order = shopId(item["orderId"]); !order.isEmpty() && !seen.contains(order)) {
      seen.insert(order);
      step.next.push_back(oneOrder(context, order, QStringLiteral("orders.one")));
    }
  const qint64 total = answer["pageResult"]["totalCount"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  if (const auto page = followingPage(sent.state, total, refundPageSize(context), 1))
    step.next.push_back(refundPage(context, spanOf(sent), *page, pageState(*page)));
  return step;
}

/// The answer completes the order that waits in the request's state.
Result<FetchStep> parseRefunds(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  SC_TRY_ASSIGN(node, JsonReader::parse(sent.state.toUtf8()));
  FetchStep step;
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  for (const JsonReader& item : refundsIn(answer))
    order.refunds.push_back(readRefund(context, item, step.snapshots));
  SC_TRY(answer.check());
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
  return step;
}

} // namespace

JsonReader orderOf(const JsonReader& answer)
{
  return answer["orderDetailInfo"]["orderInfo"];
}

HttpRequest oneOrder(const FetchContext& context, const QString& order, const QString& operation)
{
  return call(context, "jingdong.pop.order.enGet",
              {{QStringLiteral("order_id"), order}, {QStringLiteral("optional_fields"), kFields}}, operation, order);
}

std::vector<HttpRequest> firstOrders(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit) {
    for (const QString& order : context.ids)
      requests.push_back(oneOrder(context, order, QStringLiteral("orders.one")));
    return requests;
  }
  if (context.loop == Loop::Audit)
    return {search(context, {context.from, context.to}, 1, 1, QStringLiteral("orders.audit"), {})};
  for (const Span& span : spanPieces(context.from, context.to, kLongestSpan)) {
    requests.push_back(orderPage(context, span, 1, QStringLiteral("learn")));
    requests.push_back(refundPage(context, span, 1, QStringLiteral("learn")));
  }
  return requests;
}

Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(got));
  FetchStep step;
  if (sent.operation == QLatin1String("orders.refunds.page"))
    return parseRefundPage(context, sent, answer);
  if (sent.operation == QLatin1String("orders.refunds"))
    return parseRefunds(context, sent, answer);
  if (sent.operation == QLatin1String("orders.audit")) {
    step.total = answer["searchorderinfo_result"]["orderTotal"].integer();
    SC_TRY(answer.check());
    return step;
  }
  if (sent.operation != QLatin1String("orders.one"))
    return parsePage(context, sent, answer);
  if (!orderOf(answer).isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("JD's answer holds no order"));
  takeOrder(context, orderOf(answer).isolated(), step);
  return step;
}

} // namespace supercargo::jd
