#include "core/providers/douyin/douyin.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace supercargo::douyin {
namespace {

constexpr std::chrono::hours kLongestSpan{24};
constexpr int kMostPageSize = 100;

qint64 seconds(Instant at)
{
  return toMs(at) / 1000;
}

/// Pages count from 0.
HttpRequest orderPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "/order/searchList",
              {{QStringLiteral("page"), page},
               {QStringLiteral("size"), context.pageUpTo(kMostPageSize)},
               {QStringLiteral("update_time_start"), seconds(span.from)},
               {QStringLiteral("update_time_end"), seconds(span.to)},
               {QStringLiteral("order_by"), QStringLiteral("update_time")},
               {QStringLiteral("order_asc"), false}},
              QStringLiteral("orders.page"), state);
}

HttpRequest refundPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "/afterSale/List",
              {{QStringLiteral("page"), page},
               {QStringLiteral("size"), context.pageUpTo(kMostPageSize)},
               {QStringLiteral("update_start_time"), seconds(span.from)},
               {QStringLiteral("update_end_time"), seconds(span.to)}},
              QStringLiteral("orders.refunds.page"), state);
}

HttpRequest oneOrder(const FetchContext& context, const QString& order)
{
  return call(context, "/order/orderDetail", {{QStringLiteral("shop_order_id"), order}}, QStringLiteral("orders.one"),
              order);
}

/// The span of a page is in the request itself.
Span spanOf(const HttpRequest& sent)
{
  const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
  const auto time = [&](const char* order, const char* refund) {
    const QJsonValue value = body.value(QLatin1String(order));
    return Instant(std::chrono::seconds((value.isUndefined() ? body.value(QLatin1String(refund)) : value).toInteger()));
  };
  return {time("update_time_start", "update_start_time"), time("update_time_end", "update_end_time")};
}

bool hasAftersales(const JsonReader& order)
{
  for (const JsonReader& line : order["sku_order_list"].itemsIfAny())
    if (!shopId(line["after_sale_info"]["after_sale_status"]).isEmpty())
      return true;
  return false;
}

/// Tells the order, or asks for its refunds first.
void takeOrder(const FetchContext& context, const JsonReader& node, FetchStep& step)
{
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  if (!node.problems().isEmpty())
    return reportFailure(node, "order_id", step.snapshots);
  if (hasAftersales(node)) {
    step.next.push_back(
        refundsOf(context, order.externalId, QStringLiteral("orders.refunds"), QString::fromUtf8(node.json())));
    return;
  }
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  FetchStep step;
  for (const JsonReader& item : data["shop_order_list"].itemsIfAny())
    takeOrder(context, item.isolated(), step);
  const qint64 total = data["total"].integer();
  SC_TRY(data.check());
  const Span span = spanOf(sent);
  if (span.from <= context.from && span.to + std::chrono::seconds(1) > context.to)
    step.total = total;
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 0))
    step.next.push_back(orderPage(context, span, *page, pageState(*page)));
  return step;
}

/// A refund may change without its order: the orders concerned are read again.
Result<FetchStep> parseRefundPage(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  FetchStep step;
  QSet<QString> seen;
  for (const JsonReader& item : data["items"].itemsIfAny())
    if (const QString order = shopId(item["order_info"]["shop_order_id"]); !order.isEmpty() && !seen.contains(order)) {
      seen.insert(order);
      step.next.push_back(oneOrder(context, order));
    }
  const qint64 total = data["total"].integerIfAny().value_or(0);
  SC_TRY(data.check());
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 0))
    step.next.push_back(refundPage(context, spanOf(sent), *page, pageState(*page)));
  return step;
}

/// The answer completes the order that waits in the request's state.
Result<FetchStep> parseRefunds(const FetchContext& context, const HttpRequest& sent, const JsonReader& data)
{
  SC_TRY_ASSIGN(node, JsonReader::parse(sent.state.toUtf8()));
  FetchStep step;
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  for (const JsonReader& item : data["items"].itemsIfAny())
    order.refunds.push_back(readRefund(context, item, step.snapshots));
  SC_TRY(data.check());
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
  return step;
}

} // namespace

HttpRequest refundsOf(const FetchContext& context, const QString& order, const QString& operation, const QString& state)
{
  return call(
      context, "/afterSale/List",
      {{QStringLiteral("order_id"), order}, {QStringLiteral("page"), 0}, {QStringLiteral("size"), kMostPageSize}},
      operation, state);
}

std::vector<HttpRequest> firstOrders(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit) {
    for (const QString& order : context.ids)
      requests.push_back(oneOrder(context, order));
    return requests;
  }
  if (context.loop == Loop::Audit)
    return {call(context, "/order/searchList",
                 {{QStringLiteral("page"), 0},
                  {QStringLiteral("size"), 1},
                  {QStringLiteral("update_time_start"), seconds(context.from)},
                  {QStringLiteral("update_time_end"), seconds(context.to)},
                  {QStringLiteral("order_by"), QStringLiteral("update_time")}},
                 QStringLiteral("orders.audit"))};
  for (const Span& span : spanPieces(context.from, context.to, kLongestSpan)) {
    requests.push_back(orderPage(context, span, 0, QStringLiteral("learn")));
    requests.push_back(refundPage(context, span, 0, QStringLiteral("learn")));
  }
  return requests;
}

Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(data, open(*context.declaration, got));
  FetchStep step;
  if (sent.operation == QLatin1String("orders.refunds.page"))
    return parseRefundPage(context, sent, data);
  if (sent.operation == QLatin1String("orders.refunds"))
    return parseRefunds(context, sent, data);
  if (sent.operation == QLatin1String("orders.audit")) {
    step.total = data["total"].integer();
    SC_TRY(data.check());
    return step;
  }
  if (sent.operation != QLatin1String("orders.one"))
    return parsePage(context, sent, data);
  if (!data["shop_order_detail"].isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("Douyin's answer holds no order"));
  takeOrder(context, data["shop_order_detail"].isolated(), step);
  return step;
}

} // namespace supercargo::douyin
