#include "core/providers/pinduoduo/pinduoduo.h"

#include <QSet>

#include <algorithm>

namespace supercargo::pinduoduo {
namespace {

constexpr std::chrono::minutes kLongestSpan{30};
constexpr std::chrono::hours kLongestDay{24}; ///< of the list by time of confirmation
constexpr int kMostPageSize = 100;

QByteArray seconds(Instant at)
{
  return QByteArray::number(toMs(at) / 1000);
}

SortedFields pageFields(const FetchContext& context, const Span& span, qint64 page)
{
  return {{"start_updated_at", seconds(span.from)},
          {"end_updated_at", seconds(span.to)},
          {"page", QByteArray::number(page)},
          {"page_size", QByteArray::number(context.pageUpTo(kMostPageSize))}};
}

HttpRequest orderPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  SortedFields fields = pageFields(context, span, page);
  addField(fields, "order_status", "5");     // all
  addField(fields, "refund_status", "5");    // all
  addField(fields, "is_lucky_flag", "0");    // all
  addField(fields, "use_has_next", "false"); // the total is needed to read from the last page
  return call(context, "pdd.order.number.list.increment.get", fields, QStringLiteral("orders.page"), state);
}

/// What a list of refunds must be told besides: all states, all kinds.
void addAllRefunds(SortedFields& fields)
{
  addField(fields, "after_sales_status", "1");
  addField(fields, "after_sales_type", "1");
}

HttpRequest refundPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  SortedFields fields = pageFields(context, span, page);
  addAllRefunds(fields);
  return call(context, "pdd.refund.list.increment.get", fields, QStringLiteral("orders.refunds.page"), state);
}

HttpRequest oneOrder(const FetchContext& context, const QString& order)
{
  return call(context, "pdd.order.information.get", {{"order_sn", order.toUtf8()}}, QStringLiteral("orders.one"),
              order);
}

/// Days long past, at the first reading: the list by time of confirmation knows each order as it is now, and takes one
/// call where changes would take 48. Later, changes of old orders matter, which it does not find.
bool isHistory(const FetchContext& context)
{
  return context.cursor.isEmpty() && context.to < context.now - kLongestDay;
}

HttpRequest dayPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return call(context, "pdd.order.list.get",
              {{"start_confirm_at", seconds(span.from)},
               {"end_confirm_at", seconds(span.to)},
               {"order_status", "5"},  // all
               {"refund_status", "5"}, // all
               {"page", QByteArray::number(page)},
               {"page_size", QByteArray::number(context.pageUpTo(kMostPageSize))},
               {"use_has_next", "false"}},
              QStringLiteral("orders.day"), state);
}

Span spanOf(const HttpRequest& sent)
{
  const SortedFields fields = formFields(sent.body);
  const bool day = fields.contains("start_confirm_at");
  const auto time = [&](const char* name) { return Instant(std::chrono::seconds(fields.value(name).toLongLong())); };
  return {time(day ? "start_confirm_at" : "start_updated_at"), time(day ? "end_confirm_at" : "end_updated_at")};
}

/// Tells the order, or asks for its refunds first.
void takeOrder(const FetchContext& context, const JsonReader& node, FetchStep& step)
{
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  if (!node.problems().isEmpty())
    return reportFailure(node, "order_sn", step.snapshots);
  const bool untouched = order.aftersale == AftersaleStatus::None && shopId(node["after_sales_status"]).isEmpty();
  if (!untouched) {
    step.next.push_back(
        refundsOf(context, order.externalId, QStringLiteral("orders.refunds"), QString::fromUtf8(node.json())));
    return;
  }
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  const bool day = sent.operation == QLatin1String("orders.day");
  step.cursor = toIso(context.to); // its being there tells that the history has been read
  for (const JsonReader& item : answer[day ? "order_list" : "order_sn_list"].itemsIfAny())
    takeOrder(context, item.isolated(), step);
  const qint64 total = answer["total_count"].integer();
  SC_TRY(answer.check());
  const Span span = spanOf(sent);
  if (span.from <= context.from && span.to + std::chrono::seconds(1) > context.to)
    step.total = total;
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(day ? dayPage(context, span, *page, pageState(*page))
                            : orderPage(context, span, *page, pageState(*page)));
  return step;
}

/// A refund may change without its order: the orders concerned are read again.
Result<FetchStep> parseRefundPage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  QSet<QString> seen;
  for (const JsonReader& item : answer["refund_list"].itemsIfAny())
    if (const QString order = shopId(item["order_sn"]); !order.isEmpty() && !seen.contains(order)) {
      seen.insert(order);
      step.next.push_back(oneOrder(context, order));
    }
  const qint64 total = answer["total_count"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(refundPage(context, spanOf(sent), *page, pageState(*page)));
  return step;
}

/// The answer completes the order that waits in the request's state.
Result<FetchStep> parseRefunds(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  SC_TRY_ASSIGN(node, JsonReader::parse(sent.state.toUtf8()));
  FetchStep step;
  OrderSnapshot order = readOrder(context, node, step.snapshots);
  for (const JsonReader& item : answer["refund_list"].itemsIfAny())
    order.refunds.push_back(readRefund(context, item, step.snapshots));
  SC_TRY(answer.check());
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
  return step;
}

} // namespace

HttpRequest refundsOf(const FetchContext& context, const QString& order, const QString& operation, const QString& state)
{
  // With an order's number the span counts for nothing, but has to be there.
  SortedFields fields = pageFields(context, {context.now - kLongestSpan, context.now}, 1);
  addField(fields, "page_size", QByteArray::number(kMostPageSize));
  addField(fields, "order_sn", order.toUtf8());
  addAllRefunds(fields);
  return call(context, "pdd.refund.list.increment.get", fields, operation, state);
}

/// There is no audit: orders cannot be counted over more than a day.
std::vector<HttpRequest> firstOrders(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit)
    for (const QString& order : context.ids)
      requests.push_back(oneOrder(context, order));
  if (context.loop != Loop::Discover)
    return requests;
  if (isHistory(context)) {
    for (const Span& span : spanPieces(context.from, context.to, kLongestDay))
      requests.push_back(dayPage(context, span, 1, QStringLiteral("learn")));
    return requests;
  }
  for (const Span& span : spanPieces(context.from, context.to, kLongestSpan)) {
    requests.push_back(orderPage(context, span, 1, QStringLiteral("learn")));
    requests.push_back(refundPage(context, span, 1, QStringLiteral("learn")));
  }
  return requests;
}

Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  SC_TRY_ASSIGN(answer, open(context, got));
  if (sent.operation == QLatin1String("orders.refunds.page"))
    return parseRefundPage(context, sent, answer);
  if (sent.operation == QLatin1String("orders.refunds"))
    return parseRefunds(context, sent, answer);
  if (sent.operation != QLatin1String("orders.one"))
    return parsePage(context, sent, answer);
  FetchStep step;
  if (!answer["order_info"].isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("Pinduoduo's answer holds no order"));
  takeOrder(context, answer["order_info"].isolated(), step);
  return step;
}

} // namespace supercargo::pinduoduo
