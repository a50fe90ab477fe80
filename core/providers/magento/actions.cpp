#include "core/base/text.h"
#include "core/providers/magento/magento.h"

#include <QJsonArray>

/// Every action reads first: the answer shows what an earlier attempt has done already, so all may be repeated.
namespace supercargo::magento {
namespace {

using NextRequest = Result<std::optional<HttpRequest>>;

HttpRequest searchFor(const FetchContext& context, const char* path, const char* field, const QString& value,
                      const char* operation)
{
  return search(context, QLatin1String(path), {{{QLatin1String(field), value, QStringLiteral("eq")}}, {}, 100, 1},
                QLatin1String(operation));
}

QString orderPath(const QString& id)
{
  return QStringLiteral("orders/") + id;
}

QString marked(const QString& number)
{
  return u'[' + number + u']';
}

// --- first call -----------------------------------------------------------------------------------------------------

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.sku.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no sku"), action.variantExternalId);
  return searchFor(context, "inventory/source-items", "sku", action.sku, "sources.read");
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  if (action.number.isEmpty()) // nothing would tell it from another one after a repetition
    return fail(ErrorKind::Invalid, QStringLiteral("a shipment needs a tracking number"), action.orderExternalId);
  return searchFor(context, "shipments", "order_id", action.orderExternalId, "shipments.read");
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  return get(context, orderPath(action.orderExternalId) + QStringLiteral("/comments"), QStringLiteral("comments.read"));
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return get(context, orderPath(action.orderExternalId) + QStringLiteral("?fields=entity_id,state"),
             QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return searchFor(context, "creditmemos", "order_id", action.orderExternalId, "refunds.read");
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Magento shop cannot do this"));
}

// --- following calls ------------------------------------------------------------------------------------------------

/// `rest`: what lies in all sources, then what lies in ours and its code.
NextRequest next(const FetchContext& context, const SetStock& action, const HttpRequest& sent, const JsonReader& root)
{
  if (sent.operation == QLatin1String("sources.read")) {
    const auto sources = root["items"].itemsIfAny();
    QString code;
    qint64 all = 0;
    for (const JsonReader& source : sources) {
      all += piecesOf(source["quantity"]);
      const QString own = source["source_code"].text();
      if (action.location.isEmpty() ? sources.size() == 1 || own == QLatin1String("default") : own == action.location)
        code = own;
    }
    SC_TRY(root.check());
    if (code.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("the product lies in %1 places: name one").arg(sources.size()),
                  action.sku);
    const int stock = context.declaration->extra.value(QLatin1String("stock_id")).toInt(1);
    const QString path = QStringLiteral("inventory/get-product-salable-quantity/%1/%2")
                             .arg(QString::fromLatin1(percentEncode(action.sku)), QString::number(stock));
    return get(context, path, QStringLiteral("salable.read"), QStringLiteral("%1 %2").arg(all).arg(code));
  }
  if (sent.operation != QLatin1String("salable.read"))
    return std::nullopt;
  // What open orders have reserved lies in the shelf and cannot be sold.
  const qint64 reserved = std::max<qint64>(0, sent.state.section(u' ', 0, 0).toLongLong() - piecesOf(root));
  SC_TRY(root.check());
  const QJsonObject item{{QStringLiteral("sku"), action.sku},
                         {QStringLiteral("source_code"), sent.state.section(u' ', 1)},
                         {QStringLiteral("quantity"), action.quantity + reserved},
                         {QStringLiteral("status"), action.quantity + reserved > 0 ? 1 : 0}};
  return post(context, QStringLiteral("inventory/source-items"), {{QStringLiteral("sourceItems"), QJsonArray{item}}},
              QStringLiteral("stock.set"));
}

/// The shipment that carries our number, if it has been made already.
std::optional<JsonReader> ourShipment(const JsonReader& root, const QString& number)
{
  for (const JsonReader& shipment : root["items"].itemsIfAny())
    for (const JsonReader& track : shipment["tracks"].itemsIfAny())
      if (textOf(track["track_number"]) == number)
        return shipment;
  return std::nullopt;
}

NextRequest next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                 const JsonReader& root)
{
  if (sent.operation != QLatin1String("shipments.read") || ourShipment(root, action.number))
    return std::nullopt;
  const QJsonObject track{
      {QStringLiteral("track_number"), action.number},
      {QStringLiteral("title"), action.courierName.isEmpty() ? action.courierCode : action.courierName},
      {QStringLiteral("carrier_code"), QStringLiteral("custom")}};
  const QJsonObject& extra = context.declaration->extra;
  QJsonObject body{{QStringLiteral("notify"), extra.value(QLatin1String("notify_customer")).toBool()},
                   {QStringLiteral("tracks"), QJsonArray{track}}};
  QJsonArray items; // none: all that remains
  for (const auto& [line, quantity] : action.lines)
    items.append(QJsonObject{{QStringLiteral("order_item_id"), line.toLongLong()}, {QStringLiteral("qty"), quantity}});
  if (!items.isEmpty())
    body.insert(QStringLiteral("items"), items);
  return post(context, QStringLiteral("order/%1/ship").arg(action.orderExternalId), body, QStringLiteral("order.ship"));
}

std::optional<JsonReader> ourComment(const JsonReader& root, const QString& text)
{
  for (const JsonReader& comment : root["items"].itemsIfAny())
    if (textOf(comment["comment"]) == text)
      return comment;
  return std::nullopt;
}

NextRequest next(const FetchContext& context, const AddOrderNote& action, const HttpRequest& sent,
                 const JsonReader& root)
{
  if (sent.operation != QLatin1String("comments.read") || ourComment(root, action.text))
    return std::nullopt;
  const QJsonObject history{{QStringLiteral("comment"), action.text},
                            {QStringLiteral("is_customer_notified"), 0},
                            {QStringLiteral("is_visible_on_front"), action.visibleToBuyer ? 1 : 0}};
  return post(context, orderPath(action.orderExternalId) + QStringLiteral("/comments"),
              {{QStringLiteral("statusHistory"), history}}, QStringLiteral("order.note"));
}

NextRequest next(const FetchContext& context, const CloseOrder& action, const HttpRequest& sent, const JsonReader& root)
{
  if (sent.operation != QLatin1String("order.read") || textOf(root["state"]) == QLatin1String("canceled"))
    return std::nullopt;
  return post(context, orderPath(action.orderExternalId) + QStringLiteral("/cancel"), {},
              QStringLiteral("order.cancel"));
}

/// The credit memo whose comment carries our number, if it has been made already.
std::optional<JsonReader> ourRefund(const JsonReader& root, const QString& number)
{
  for (const JsonReader& memo : root["items"].itemsIfAny())
    for (const JsonReader& comment : memo["comments"].itemsIfAny())
      if (textOf(comment["comment"]).endsWith(marked(number)))
        return memo;
  return std::nullopt;
}

/// An amount without goods: every line is named with no piece, since an empty list would mean all of them.
NextRequest refund(const FetchContext& context, const RefundPayment& action, const JsonReader& root)
{
  const auto invoices = root["items"].itemsIfAny();
  std::optional<JsonReader> found;
  for (const JsonReader& invoice : invoices)
    if (action.paymentExternalId.isEmpty() || textOf(invoice["transaction_id"]) == action.paymentExternalId ||
        textOf(invoice["entity_id"]) == action.paymentExternalId)
      found = found ? found : invoice;
  if (!found)
    return fail(ErrorKind::Rejected, QStringLiteral("the order has no such payment"), action.orderExternalId);
  const QString currency = (*found)["base_currency_code"].text();
  const QString id = (*found)["entity_id"].text();
  QJsonArray lines;
  for (const JsonReader& item : (*found)["items"].itemsIfAny())
    lines.append(
        QJsonObject{{QStringLiteral("order_item_id"), item["order_item_id"].integer()}, {QStringLiteral("qty"), 0}});
  SC_TRY(root.check());
  if (currency != action.amount.currency().code())
    return fail(ErrorKind::Rejected, QStringLiteral("the shop keeps its books in %1").arg(currency),
                action.orderExternalId);
  const bool notify = context.declaration->extra.value(QLatin1String("notify_customer")).toBool();
  const QJsonObject body{
      {QStringLiteral("items"), lines},
      {QStringLiteral("isOnline"), (*found)["transaction_id"].hasValue()}, // through the gateway that took it
      {QStringLiteral("notify"), notify},
      {QStringLiteral("appendComment"), true},
      {QStringLiteral("comment"),
       QJsonObject{{QStringLiteral("comment"), (action.reason + u' ' + marked(action.requestNumber)).trimmed()},
                   {QStringLiteral("is_visible_on_front"), 0}}},
      {QStringLiteral("arguments"),
       QJsonObject{{QStringLiteral("shipping_amount"), 0},
                   {QStringLiteral("adjustment_positive"), action.amount.text().toDouble()},
                   {QStringLiteral("adjustment_negative"), 0}}}};
  return post(context, QStringLiteral("invoice/%1/refund").arg(id), body, QStringLiteral("refund.create"));
}

NextRequest next(const FetchContext& context, const RefundPayment& action, const HttpRequest& sent,
                 const JsonReader& root)
{
  if (sent.operation == QLatin1String("refunds.read")) {
    if (ourRefund(root, action.requestNumber))
      return std::nullopt;
    return searchFor(context, "invoices", "order_id", action.orderExternalId, "invoices.read");
  }
  if (sent.operation == QLatin1String("invoices.read"))
    return refund(context, action, root);
  return std::nullopt;
}

template <class Other>
NextRequest next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return std::nullopt;
}

// --- what came of it ------------------------------------------------------------------------------------------------

/// A write answers with the new record's id, or with true.
Result<ActionOutcome> plainAnswer(const JsonReader& root, const QString& fallback)
{
  if (root.isBool() && !root.boolean())
    return fail(ErrorKind::Rejected, QStringLiteral("the shop said no"), fallback);
  ActionOutcome out;
  out.accepted = true;
  out.externalId = root.isNumber() || root.isString() ? root.text() : fallback;
  SC_TRY(root.check());
  return out;
}

/// The whole of a list that showed it to be done, or the answer to the write.
Result<ActionOutcome> foundOr(const std::optional<JsonReader>& found, const JsonReader& root, const QString& fallback)
{
  if (!found)
    return plainAnswer(root, fallback);
  ActionOutcome out;
  out.accepted = true;
  out.externalId = (*found)["entity_id"].text();
  SC_TRY(root.check());
  return out;
}

Result<ActionOutcome> outcome(const SetStock& action, const JsonReader& root)
{
  if (root.isArray() && !root.items().empty()) // else the items that were refused
    return fail(ErrorKind::Rejected, QString::fromUtf8(root.json().left(300)), action.sku);
  return plainAnswer(root, action.sku);
}

Result<ActionOutcome> outcome(const MarkShipped& action, const JsonReader& root)
{
  return foundOr(ourShipment(root, action.number), root, action.orderExternalId);
}

Result<ActionOutcome> outcome(const AddOrderNote& action, const JsonReader& root)
{
  return foundOr(ourComment(root, action.text), root, action.orderExternalId);
}

Result<ActionOutcome> outcome(const CloseOrder& action, const JsonReader& root)
{
  return plainAnswer(root, action.orderExternalId);
}

Result<ActionOutcome> outcome(const RefundPayment& action, const JsonReader& root)
{
  SC_TRY_ASSIGN(out, foundOr(ourRefund(root, action.requestNumber), root, QString()));
  out.number = out.externalId;
  return out;
}

template <class Other>
Result<ActionOutcome> outcome(const Other&, const JsonReader&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a Magento shop cannot do this"));
}

} // namespace

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action)
{
  return std::visit([&](const auto& what) { return build(context, what); }, action.what);
}

NextRequest nextAction(const FetchContext& context, const Action& action, const HttpRequest& sent,
                       const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  return std::visit([&](const auto& what) { return next(context, what, sent, root); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext&, const Action& action, const HttpResponse& got)
{
  SC_TRY_ASSIGN(root, readAnswer(got));
  return std::visit([&](const auto& what) { return outcome(what, root); }, action.what);
}

} // namespace supercargo::magento
