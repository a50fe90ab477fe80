#include "core/providers/youzan/youzan.h"

#include <QSet>

#include <algorithm>

namespace supercargo::youzan {
namespace {

constexpr std::chrono::hours kLongestSpan{24};
constexpr int kMostPageSize = 100, kRefundPageSize = 30; ///< refunds: page times size stays below 3000

QString wallClock(Instant at)
{
  return formatLocal(at, kChinaOffset).left(19);
}

HttpRequest orderPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "orders",
              {{QStringLiteral("start_update"), wallClock(span.from)},
               {QStringLiteral("end_update"), wallClock(span.to)},
               {QStringLiteral("page_no"), page},
               {QStringLiteral("page_size"), context.pageUpTo(kMostPageSize)}},
              QStringLiteral("orders.page"), state);
}

HttpRequest refundPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "refunds",
              {{QStringLiteral("update_time_start"), toMs(span.from) / 1000},
               {QStringLiteral("update_time_end"), toMs(span.to) / 1000},
               {QStringLiteral("page_no"), page},
               {QStringLiteral("page_size"), kRefundPageSize}},
              QStringLiteral("orders.refunds.page"), state);
}

HttpRequest refundsOf(const FetchContext& context, const QString& tid, const QByteArray& order)
{
  return call(
      context, "refunds",
      {{QStringLiteral("tid"), tid}, {QStringLiteral("page_no"), 1}, {QStringLiteral("page_size"), kRefundPageSize}},
      QStringLiteral("orders.refunds"), QString::fromUtf8(order));
}

/// The span of a page is in the request itself.
Span spanOf(const HttpRequest& sent)
{
  const QJsonObject asked = parametersOf(sent);
  const auto seconds = [&](const char* name) {
    return Instant(std::chrono::seconds(asked.value(QLatin1String(name)).toInteger()));
  };
  const auto clock = [&](const char* name) {
    return parseLocal(asked.value(QLatin1String(name)).toString(), kChinaOffset).value_or(Instant());
  };
  return sent.operation == QLatin1String("orders.page")
             ? Span{clock("start_update"), clock("end_update")}
             : Span{seconds("update_time_start"), seconds("update_time_end")};
}

/// Tells the order, or asks for its refunds first.
void takeOrder(const FetchContext& context, const JsonReader& node, FetchStep& step)
{
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  if (!node.problems().isEmpty())
    return reportFailure(node["order_info"], "tid", step.snapshots);
  if (!shopId(node["order_info"]["refund_state"]).isEmpty()) {
    step.next.push_back(refundsOf(context, order.externalId, node.json()));
    return;
  }
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  for (const JsonReader& item : answer["full_order_info_list"].itemsIfAny())
    takeOrder(context, item["full_order_info"].isolated(), step);
  const qint64 total = answer["total_results"].integer();
  SC_TRY(answer.check());
  const Span span = spanOf(sent);
  if (span.from <= context.from && span.to + std::chrono::seconds(1) > context.to)
    step.total = total;
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(orderPage(context, span, *page, pageState(*page)));
  return step;
}

/// A refund may change without its order: the orders concerned are read again.
Result<FetchStep> parseRefundPage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  QSet<QString> seen;
  for (const JsonReader& item : answer["refunds"].itemsIfAny())
    if (const QString tid = textOf(item["tid"]); !tid.isEmpty() && !seen.contains(tid)) {
      seen.insert(tid);
      step.next.push_back(oneOrder(context, tid, QStringLiteral("orders.one")));
    }
  const qint64 total = answer["total"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  if (const auto page = followingPage(sent.state, total, kRefundPageSize, 1))
    step.next.push_back(refundPage(context, spanOf(sent), *page, pageState(*page)));
  return step;
}

/// The answer completes the order that waits in the request's state.
Result<FetchStep> parseRefunds(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  SC_TRY_ASSIGN(node, JsonReader::parse(sent.state.toUtf8()));
  FetchStep step;
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  for (const JsonReader& item : answer["refunds"].itemsIfAny())
    order.refunds.push_back(readRefund(context, item, step.snapshots));
  SC_TRY(answer.check());
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
  return step;
}

} // namespace

HttpRequest oneOrder(const FetchContext& context, const QString& tid, const QString& operation)
{
  return call(context, "order", {{QStringLiteral("tid"), tid}}, operation, tid);
}

std::vector<HttpRequest> firstOrders(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit) {
    for (const QString& tid : context.ids)
      requests.push_back(oneOrder(context, tid, QStringLiteral("orders.one")));
    return requests;
  }
  if (context.loop == Loop::Audit)
    return {call(context, "orders",
                 {{QStringLiteral("start_update"), wallClock(context.from)},
                  {QStringLiteral("end_update"), wallClock(context.to)},
                  {QStringLiteral("page_no"), 1},
                  {QStringLiteral("page_size"), 1}},
                 QStringLiteral("orders.audit"))};
  for (const Span& span : spanPieces(context.from, context.to, kLongestSpan)) {
    requests.push_back(orderPage(context, span, 1, QStringLiteral("learn")));
    requests.push_back(refundPage(context, span, 1, QStringLiteral("learn")));
  }
  return requests;
}

Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  FetchStep step;
  if (sent.operation == QLatin1String("orders.refunds.page"))
    return parseRefundPage(context, sent, answer);
  if (sent.operation == QLatin1String("orders.refunds"))
    return parseRefunds(context, sent, answer);
  if (sent.operation == QLatin1String("orders.audit")) {
    step.total = answer["total_results"].integer();
    SC_TRY(answer.check());
    return step;
  }
  if (sent.operation != QLatin1String("orders.one"))
    return parsePage(context, sent, answer);
  if (!answer["full_order_info"].isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("Youzan's answer holds no order"));
  takeOrder(context, answer["full_order_info"].isolated(), step);
  return step;
}

} // namespace supercargo::youzan
