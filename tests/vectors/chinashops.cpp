#include "tests/vectors/chinashops.h"

#include <deque>

namespace supercargo::vectors {
namespace {

QString isoOrNull(const std::optional<Instant>& instant)
{
  return instant ? toIso(*instant) : QStringLiteral("null");
}

QString yes(bool value)
{
  return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString plain(const QJsonValue& value)
{
  if (value.isNull())
    return QStringLiteral("null");
  if (value.isBool())
    return yes(value.toBool());
  return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Compares members of an object with ours, by name; a name that is not in `ours` is a fault of the checker.
QString compare(const QJsonObject& wanted, const QMap<QString, QString>& ours, const QStringList& elsewhere)
{
  for (auto it = wanted.begin(); it != wanted.end(); ++it) {
    if (elsewhere.contains(it.key()))
      continue;
    const QString got = ours.value(it.key(), QStringLiteral("(no such value)"));
    if (got != plain(it.value()))
      return differs(qPrintable(it.key()), plain(it.value()), got);
  }
  return {};
}

QString compareLines(const QJsonArray& wanted, const OrderSnapshot& order)
{
  if (size_t(wanted.size()) != order.lines.size())
    return QStringLiteral("%1 lines").arg(order.lines.size());
  for (qsizetype i = 0; i < wanted.size(); ++i) {
    const LineSnapshot& line = order.lines[size_t(i)];
    const QString why =
        compare(wanted[i].toObject(),
                {{QStringLiteral("externalId"), line.externalId},
                 {QStringLiteral("productId"), line.productExternalId},
                 {QStringLiteral("variantId"), line.variantExternalId},
                 {QStringLiteral("sku"), line.sku},
                 {QStringLiteral("qty"), QString::number(line.quantity)},
                 {QStringLiteral("options"), QString(line.options).replace(QStringLiteral(": "), QStringLiteral(":"))},
                 {QStringLiteral("unitPrice"), line.unitPrice.text()}},
                {});
    if (!why.isEmpty())
      return why;
  }
  return {};
}

QString compareParcels(const QJsonArray& wanted, const OrderSnapshot& order)
{
  if (size_t(wanted.size()) != order.parcels.size())
    return QStringLiteral("%1 parcels").arg(order.parcels.size());
  for (qsizetype i = 0; i < wanted.size(); ++i) {
    const OrderParcelSnapshot& parcel = order.parcels[size_t(i)];
    const QString why = compare(wanted[i].toObject(),
                                {{QStringLiteral("carrierName"), parcel.courierName},
                                 {QStringLiteral("carrierCode"), parcel.courierCode},
                                 {QStringLiteral("trackingNo"), parcel.number}},
                                {});
    if (!why.isEmpty())
      return why;
  }
  return {};
}

QString compareOrder(const QJsonObject& wanted, const OrderSnapshot& order)
{
  // The platform's token for the receiver has no place in our orders; `buyerMasked` says only what the texts show.
  const QStringList elsewhere{QStringLiteral("lines"),        QStringLiteral("shipments"),
                              QStringLiteral("note"),         QStringLiteral("buyerMasked"),
                              QStringLiteral("addressToken"), QStringLiteral("noteContains")};
  const QString why = compare(wanted,
                              {{QStringLiteral("externalId"), order.externalId},
                               {QStringLiteral("rawStatus"), order.rawStatus},
                               {QStringLiteral("status"), statusName(order.status)},
                               {QStringLiteral("payment"), statusName(order.payment)},
                               {QStringLiteral("fulfilment"), statusName(order.fulfilment)},
                               {QStringLiteral("aftersale"), statusName(order.aftersale)},
                               {QStringLiteral("currency"), order.total.currency().code()},
                               {QStringLiteral("total"), order.total.text()},
                               {QStringLiteral("shipping"), order.shipping.text()},
                               {QStringLiteral("createdAt"), toIso(order.placedAt)},
                               {QStringLiteral("updatedAt"), isoOrNull(order.updatedAt)},
                               {QStringLiteral("paidAt"), isoOrNull(order.paidAt)},
                               {QStringLiteral("shippedAt"), isoOrNull(order.shippedAt)},
                               {QStringLiteral("completedAt"), isoOrNull(order.completedAt)},
                               {QStringLiteral("warnShip"), yes(!order.shippable && !order.warnings.isEmpty())},
                               {QStringLiteral("warning"), yes(!order.warnings.isEmpty())},
                               {QStringLiteral("shippable"), yes(order.shippable)}},
                              elsewhere);
  if (!why.isEmpty())
    return why;
  if (wanted.contains(QLatin1String("noteContains")) && !order.buyerNote.contains(textAt(wanted, "noteContains")))
    return differs("note", textAt(wanted, "noteContains"), order.buyerNote);
  if (wanted.contains(QLatin1String("lines")))
    if (QString lines = compareLines(wanted.value(QLatin1String("lines")).toArray(), order); !lines.isEmpty())
      return lines;
  return wanted.contains(QLatin1String("shipments"))
             ? compareParcels(wanted.value(QLatin1String("shipments")).toArray(), order)
             : QString();
}

/// Whether the vector wants a record that cannot be read exactly: ours goes to the failures, whole and with its reason.
bool isUnreadable(const QJsonObject& wanted)
{
  return wanted.value(QLatin1String("total")).isNull() || wanted.contains(QLatin1String("totalExactText")) ||
         (wanted.value(QLatin1String("warning")).toBool());
}

QString compareOrders(const QJsonArray& wanted, const FetchStep& step)
{
  size_t at = 0;
  for (const QJsonValue& value : wanted) {
    const QJsonObject order = value.toObject();
    const QString id = textAt(order, "externalId");
    const auto& failures = step.snapshots.failures;
    const bool failed = std::any_of(failures.begin(), failures.end(), [&](const ItemFailure& failure) {
      return failure.externalId == id && !failure.reason.isEmpty();
    });
    if (failed && isUnreadable(order))
      continue;
    if (order.value(QLatin1String("linesComplete")) == QJsonValue(false)) {
      if (step.snapshots.orders.empty() && !step.next.empty() && step.next.front().state.contains(id))
        continue;
      return QStringLiteral("the order is not asked for again");
    }
    if (at >= step.snapshots.orders.size())
      return failures.empty() ? QStringLiteral("the order is missing") : failures.front().reason;
    if (QString why = compareOrder(order, step.snapshots.orders[at++]); !why.isEmpty())
      return why;
  }
  return at == step.snapshots.orders.size() ? QString() : QStringLiteral("more orders than wanted");
}

QString compareProduct(const QJsonObject& wanted, const FetchStep& step)
{
  if (step.snapshots.products.empty())
    return step.snapshots.failures.empty() ? QStringLiteral("no product") : step.snapshots.failures.front().reason;
  const ProductSnapshot& product = step.snapshots.products.front();
  const VariantSnapshot variant = product.variants.empty() ? VariantSnapshot() : product.variants.front();
  return compare(wanted,
                 {{QStringLiteral("externalId"), product.externalId},
                  {QStringLiteral("status"), product.status},
                  {QStringLiteral("sku"), variant.sku},
                  {QStringLiteral("price"), variant.price ? variant.price->text() : QStringLiteral("null")},
                  {QStringLiteral("stock"), QString::number(variant.stock.value_or(-1))}},
                 {});
}

QString compareRefund(const QJsonObject& wanted, const FetchStep& step)
{
  for (const OrderSnapshot& order : step.snapshots.orders)
    for (const RefundSnapshot& refund : order.refunds)
      if (refund.externalId == textAt(wanted, "externalId"))
        return compare(wanted,
                       {{QStringLiteral("externalId"), refund.externalId},
                        {QStringLiteral("orderId"), order.externalId},
                        {QStringLiteral("status"), statusName(refund.status)},
                        {QStringLiteral("amount"), refund.amount.text()}},
                       {});
  return QStringLiteral("no such refund");
}

void append(FetchStep& step, FetchStep more)
{
  std::move(more.snapshots.orders.begin(), more.snapshots.orders.end(), std::back_inserter(step.snapshots.orders));
  std::move(more.snapshots.products.begin(), more.snapshots.products.end(),
            std::back_inserter(step.snapshots.products));
  std::move(more.snapshots.failures.begin(), more.snapshots.failures.end(),
            std::back_inserter(step.snapshots.failures));
  step.next.insert(step.next.end(), more.next.begin(), more.next.end());
}

/// Reads an answer, and what is asked for because of it as far as the vectors can answer.
Result<FetchStep> readAll(const ChinaShop& shop, const QJsonObject& file, const QByteArray& body)
{
  const Provider& provider = *findProvider(QString::fromLatin1(shop.provider));
  HttpRequest sent;
  sent.operation = shop.operationOf(body);
  sent.state = sent.operation.endsWith(QLatin1String(".one")) ? QStringLiteral("0") : QStringLiteral("learn");
  const FetchContext context =
      contextOf(provider, sent.operation.startsWith(QLatin1String("products")) ? Stream::Products : Stream::Orders);
  HttpResponse answer;
  answer.status = 200;
  answer.body = body;
  SC_TRY_ASSIGN(step, provider.functions.parse(context, sent, answer));
  std::deque<HttpRequest> waiting(step.next.begin(), step.next.end());
  for (int calls = 0; !waiting.empty() && calls < 20; ++calls) {
    const HttpRequest request = waiting.front();
    waiting.pop_front();
    const auto body2 = shop.respond(request, file, body);
    if (!body2)
      continue;
    answer.body = *body2;
    SC_TRY_ASSIGN(more, provider.functions.parse(context, request, answer));
    waiting.insert(waiting.end(), more.next.begin(), more.next.end());
    append(step, std::move(more));
  }
  return step;
}

QString checkError(const QJsonObject& wanted, const Result<FetchStep>& step)
{
  if (step)
    return QStringLiteral("no error");
  const QString kind = textAt(wanted, "error");
  if (kind == QLatin1String("any"))
    return {};
  if (wanted.contains(QLatin1String("retryAfter")) &&
      (!step.error().retryAfter ||
       step.error().retryAfter->count() != wanted.value(QLatin1String("retryAfter")).toInteger() * 1000))
    return QStringLiteral("retryAfter");
  return differs("error", kind, errorClass(step.error().kind));
}

QString checkCase(const ChinaShop& shop, const QJsonObject& file, const QJsonObject& given)
{
  const QJsonObject wanted = given.value(QLatin1String("expect")).toObject();
  const auto step = readAll(shop, file, textAt(given, "body").toUtf8());
  if (wanted.contains(QLatin1String("error")))
    return checkError(wanted, step);
  if (!step)
    return step.error().detail;
  if (wanted.contains(QLatin1String("hasMore")) &&
      wanted.value(QLatin1String("hasMore")).toBool() != !step->next.empty())
    return QStringLiteral("hasMore");
  if (wanted.contains(QLatin1String("orders")))
    return compareOrders(wanted.value(QLatin1String("orders")).toArray(), *step);
  if (wanted.contains(QLatin1String("products")))
    return compareProduct(wanted.value(QLatin1String("products")).toArray().first().toObject(), *step);
  if (wanted.contains(QLatin1String("refunds")))
    return compareRefund(wanted.value(QLatin1String("refunds")).toArray().first().toObject(), *step);
  return QStringLiteral("nothing that this checker knows is expected");
}

} // namespace

QString textAt(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

void checkChinaAnswers(const ChinaShop& shop, const QJsonObject& file, const Report& report)
{
  for (const QJsonValue& given : file.value(QLatin1String("cases")).toArray())
    run(report, textAt(given.toObject(), "id"), [&] { return checkCase(shop, file, given.toObject()); });
}

} // namespace supercargo::vectors
