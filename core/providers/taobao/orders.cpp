#include "core/providers/taobao/taobao.h"

#include <QSet>

#include <algorithm>

/// Orders come without what was refunded: an order that has refunds is completed with one call each before it is
/// told.
namespace supercargo::taobao {
namespace {

constexpr std::chrono::hours kLongestSpan{24};
constexpr int kMostPageSize = 100;

QByteArray wallClock(Instant at)
{
  return formatLocal(at, kChinaOffset).toUtf8();
}

/// The span stands in the request itself, so that pages of several spans do not mix.
HttpRequest pageRequest(const FetchContext& context, const char* method, const QByteArray& fields, const Span& span,
                        qint64 page, const QString& operation, const QString& state)
{
  return call(context, method,
              {{"fields", fields},
               {"start_modified", wallClock(span.from)},
               {"end_modified", wallClock(span.to)},
               {"page_no", QByteArray::number(page)},
               {"page_size", QByteArray::number(context.pageUpTo(kMostPageSize))},
               {"use_has_next", "false"}}, // the total is needed to read from the last page
              operation, state);
}

HttpRequest orderPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return pageRequest(context, "taobao.trades.sold.increment.get", kTradeFields, span, page,
                     QStringLiteral("orders.page"), state);
}

HttpRequest refundPage(const FetchContext& context, const Span& span, qint64 page, const QString& state)
{
  return pageRequest(context, "taobao.refunds.receive.get", kRefundFields, span, page,
                     QStringLiteral("orders.refunds.page"), state);
}

HttpRequest oneOrder(const FetchContext& context, const QString& tid)
{
  return call(context, "taobao.trade.fullinfo.get", {{"fields", kTradeFields}, {"tid", tid.toUtf8()}},
              QStringLiteral("orders.one"), tid);
}

/// An order on its way: the trade as told, the refunds read so far, the numbers of those still to be read.
QString refundState(const QByteArray& trade, const QByteArrayList& refunds, const QStringList& wanted)
{
  return QString::fromUtf8("{\"trade\":" + trade + ",\"refunds\":[" + refunds.join(',') + "],\"wanted\":\"" +
                           wanted.join(u',').toUtf8() + "\"}");
}

HttpRequest refundRequest(const FetchContext& context, const QString& refund, const QString& state)
{
  return call(context, "taobao.refund.get", {{"fields", kRefundFields}, {"refund_id", refund.toUtf8()}},
              QStringLiteral("orders.refund"), state);
}

QStringList refundIds(const JsonReader& trade)
{
  QStringList ids;
  for (const JsonReader& line : listOf(trade, "orders", "order"))
    if (const QString id = shopId(line["refund_id"]); !id.isEmpty() && !ids.contains(id))
      ids.append(id);
  return ids;
}

/// Tells the trade, or asks for what it lacks.
void takeTrade(const FetchContext& context, const JsonReader& trade, FetchStep& step)
{
  OrderSnapshot order = readTrade(context, trade, step.snapshots);
  const QStringList refunds = refundIds(trade);
  if (!trade.problems().isEmpty())
    return reportFailure(trade, "tid", step.snapshots);
  if (!refunds.isEmpty()) {
    step.next.push_back(refundRequest(context, refunds.first(), refundState(trade.json(), {}, refunds)));
    return;
  }
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
}

Result<FetchStep> parsePage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  for (const JsonReader& item : listOf(answer, "trades", "trade")) {
    const JsonReader trade = item.isolated();
    if (listOf(trade, "orders", "order").empty() && !tradeId(trade).isEmpty())
      step.next.push_back(oneOrder(context, tradeId(trade))); // the list has left the lines out
    else
      takeTrade(context, trade, step);
  }
  const qint64 total = answer["total_results"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  const Span span = spanOf(sent);
  const bool counted = answer["total_results"].hasValue();
  if (counted && span.from <= context.from && span.to + std::chrono::seconds(1) > context.to)
    step.total = total;
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(orderPage(context, span, *page, pageState(*page)));
  else if (!counted && answer["has_next"].isBool() && answer["has_next"].boolean()) // it will not count: go forward
    step.next.push_back(
        orderPage(context, span, formFields(sent.body).value("page_no").toLongLong() + 1, QStringLiteral("forward")));
  return step;
}

/// A refund may change without its order: the orders concerned are read again.
Result<FetchStep> parseRefundPage(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  FetchStep step;
  QSet<QString> seen;
  for (const JsonReader& item : listOf(answer, "refunds", "refund"))
    if (const QString tid = shopId(item["tid"]); !tid.isEmpty() && !seen.contains(tid)) {
      seen.insert(tid);
      step.next.push_back(oneOrder(context, tid));
    }
  const qint64 total = answer["total_results"].integerIfAny().value_or(0);
  SC_TRY(answer.check());
  if (const auto page = followingPage(sent.state, total, context.pageUpTo(kMostPageSize), 1))
    step.next.push_back(refundPage(context, spanOf(sent), *page, pageState(*page)));
  return step;
}

Result<FetchStep> parseRefund(const FetchContext& context, const HttpRequest& sent, const JsonReader& answer)
{
  SC_TRY_ASSIGN(state, JsonReader::parse(sent.state.toUtf8()));
  QByteArrayList refunds;
  for (const JsonReader& refund : state["refunds"].itemsIfAny())
    refunds.append(refund.json());
  if (!answer["refund"].isObject())
    return fail(ErrorKind::BadResponse, QStringLiteral("Taobao's answer holds no refund"));
  refunds.append(answer["refund"].json());
  const QStringList wanted = textOf(state["wanted"]).split(u',');
  FetchStep step;
  if (refunds.size() < wanted.size()) {
    step.next.push_back(
        refundRequest(context, wanted.at(refunds.size()), refundState(state["trade"].json(), refunds, wanted)));
    return step;
  }
  const JsonReader trade = state["trade"].isolated();
  OrderSnapshot order = readTrade(context, trade, step.snapshots);
  for (const QByteArray& json : refunds) {
    SC_TRY_ASSIGN(refund, JsonReader::parse(json));
    order.refunds.push_back(readRefund(context, refund, step.snapshots));
    SC_TRY(refund.check());
  }
  settleOrder(order);
  step.snapshots.orders.push_back(std::move(order));
  return step;
}

} // namespace

Span spanOf(const HttpRequest& sent)
{
  const SortedFields fields = formFields(sent.body);
  const auto time = [&](const char* name) {
    return parseLocal(QString::fromUtf8(fields.value(name)), kChinaOffset).value_or(Instant());
  };
  return {time("start_modified"), time("end_modified")};
}

std::vector<HttpRequest> firstOrders(const FetchContext& context)
{
  std::vector<HttpRequest> requests;
  if (context.loop == Loop::Revisit) {
    for (const QString& tid : context.ids)
      requests.push_back(oneOrder(context, tid));
    return requests;
  }
  if (context.loop == Loop::Audit) // changes cannot be counted over more than a day, orders can
    return {call(context, "taobao.trades.sold.get",
                 {{"fields", "tid"},
                  {"start_created", wallClock(context.from)},
                  {"end_created", wallClock(context.to)},
                  {"page_no", "1"},
                  {"page_size", "1"}},
                 QStringLiteral("orders.audit"))};
  for (const Span& span : spanPieces(context.from, context.to, kLongestSpan)) {
    requests.push_back(orderPage(context, span, 1, QStringLiteral("learn")));
    requests.push_back(refundPage(context, span, 1, QStringLiteral("learn")));
  }
  return requests;
}

Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got)
{
  const auto answer = open(got);
  if (!answer && sent.operation == QLatin1String("orders.one") && isNoSuchTrade(answer.error())) {
    FetchStep step;
    step.snapshots.gone = {sent.state};
    return step;
  }
  if (!answer)
    return fail(answer.error());
  FetchStep step;
  if (sent.operation == QLatin1String("orders.refunds.page"))
    return parseRefundPage(context, sent, *answer);
  if (sent.operation == QLatin1String("orders.refund"))
    return parseRefund(context, sent, *answer);
  if (sent.operation == QLatin1String("orders.audit")) {
    step.total = (*answer)["total_results"].integer();
    SC_TRY(answer->check());
    return step;
  }
  if (sent.operation == QLatin1String("orders.one")) {
    if (!(*answer)["trade"].isObject())
      return fail(ErrorKind::BadResponse, QStringLiteral("Taobao's answer holds no trade"));
    takeTrade(context, (*answer)["trade"].isolated(), step);
    return step;
  }
  return parsePage(context, sent, *answer);
}

} // namespace supercargo::taobao
