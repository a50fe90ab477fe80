#include "core/base/crypto.h"
#include "core/providers/woocommerce/woocommerce.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo::woocommerce {
namespace {

constexpr char kTrackingKey[] = "_wc_shipment_tracking_items"; ///< where the Shipment Tracking plugin keeps its parcels
constexpr char kRequestKey[] = "_supercargo_request";          ///< our own number of a refund, so that it is made once

QString orderPath(const QString& id)
{
  return QStringLiteral("orders/") + id;
}

Result<HttpRequest> build(const FetchContext& context, const SetStock& action)
{
  if (action.productExternalId.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no product"), action.sku);
  const bool simple = action.variantExternalId.isEmpty() || action.variantExternalId == action.productExternalId;
  const QString path = QStringLiteral("products/") + action.productExternalId +
                       (simple ? QString() : QStringLiteral("/variations/") + action.variantExternalId);
  return request(context, "PUT", path,
                 {{QStringLiteral("manage_stock"), true}, {QStringLiteral("stock_quantity"), action.quantity}},
                 QStringLiteral("stock.set"));
}

Result<HttpRequest> build(const FetchContext& context, const AddOrderNote& action)
{
  return request(context, "POST", orderPath(action.orderExternalId) + QStringLiteral("/notes"),
                 {{QStringLiteral("note"), action.text}, {QStringLiteral("customer_note"), action.visibleToBuyer}},
                 QStringLiteral("order.note"));
}

Result<HttpRequest> build(const FetchContext& context, const MarkShipped& action)
{
  return request(context, "GET", orderPath(action.orderExternalId),
                 Query{{QStringLiteral("_fields"), QStringLiteral("id,status,line_items,meta_data")}},
                 QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const CloseOrder& action)
{
  return request(context, "GET", orderPath(action.orderExternalId),
                 Query{{QStringLiteral("_fields"), QStringLiteral("id,status")}}, QStringLiteral("order.read"));
}

Result<HttpRequest> build(const FetchContext& context, const RefundPayment& action)
{
  if (action.amount.minor() <= 0)
    return fail(ErrorKind::Invalid, QStringLiteral("nothing to refund"), action.requestNumber);
  return request(context, "GET", orderPath(action.orderExternalId) + QStringLiteral("/refunds"),
                 Query{{QStringLiteral("per_page"), QStringLiteral("100")}}, QStringLiteral("refunds.read"));
}

template <class Other>
Result<HttpRequest> build(const FetchContext&, const Other&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("a WooCommerce shop cannot do this"));
}

/// The meta record that holds the parcels; absent when there is none.
JsonReader trackingMeta(const JsonReader& order)
{
  for (const JsonReader& meta : order["meta_data"].itemsIfAny())
    if (meta["key"].isString() && meta["key"].text() == QLatin1String(kTrackingKey))
      return meta;
  return order["no tracking"];
}

bool hasParcel(const JsonReader& meta, const QString& number)
{
  if (meta["value"].isArray())
    for (const JsonReader& item : meta["value"].items())
      if (item["tracking_number"].isString() && item["tracking_number"].text() == number)
        return true;
  return false;
}

/// Whether the parcel takes all there is; the shop has no state for a part.
bool takesAll(const MarkShipped& action, const JsonReader& order)
{
  if (action.lines.empty())
    return true;
  for (const JsonReader& line : order["line_items"].itemsIfAny()) {
    qint64 left = std::max<qint64>(0, line["quantity"].integer());
    for (const auto& [id, quantity] : action.lines)
      if (id == idText(line["id"]))
        left -= quantity;
    if (left > 0)
      return false;
  }
  return true;
}

/// The parcels that were there and ours; they are one meta value, so it is written as a whole.
QJsonArray withParcel(const FetchContext& context, const MarkShipped& action, const JsonReader& meta)
{
  QJsonArray parcels = QJsonDocument::fromJson(meta["value"].json()).array();
  const QByteArray id = crypto::digest(crypto::Hash::Md5, (action.courierCode + action.number).toUtf8()).toHex();
  const auto day = std::chrono::floor<std::chrono::seconds>(context.now).time_since_epoch().count();
  parcels.append(QJsonObject{
      {QStringLiteral("tracking_provider"), QString()},
      {QStringLiteral("custom_tracking_provider"), action.courierName},
      {QStringLiteral("custom_tracking_link"), QString()},
      {QStringLiteral("tracking_number"), action.number},
      {QStringLiteral("date_shipped"), QString::number(day)},
      {QStringLiteral("tracking_id"), QString::fromLatin1(id)},
  });
  return parcels;
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const MarkShipped& action, const HttpRequest& sent,
                                        const JsonReader& root)
{
  const QString path = orderPath(action.orderExternalId);
  if (sent.operation == QLatin1String("order.read")) {
    const JsonReader meta = trackingMeta(root);
    const bool noted = hasParcel(meta, action.number);
    const bool complete = takesAll(action, root) && root["status"].text() != QLatin1String("completed");
    SC_TRY(root.check());
    QJsonObject body;
    if (complete)
      body.insert(QStringLiteral("status"), QStringLiteral("completed"));
    if (!noted) {
      QJsonObject record{{QStringLiteral("key"), QLatin1String(kTrackingKey)},
                         {QStringLiteral("value"), withParcel(context, action, meta)}};
      if (meta["id"].hasValue())
        record.insert(QStringLiteral("id"), meta["id"].integer());
      body.insert(QStringLiteral("meta_data"), QJsonArray{record});
    }
    if (body.isEmpty())
      return std::nullopt; // done in an earlier attempt
    return request(context, "PUT", path, body, noted ? QStringLiteral("order.complete") : QStringLiteral("order.ship"));
  }
  if (sent.operation == QLatin1String("order.ship")) // once per parcel: the note is mailed to the buyer
    return request(context, "POST", path + QStringLiteral("/notes"),
                   {{QStringLiteral("note"), QStringLiteral("%1 %2").arg(action.courierName, action.number)},
                    {QStringLiteral("customer_note"), true}},
                   QStringLiteral("order.note"));
  return std::nullopt;
}

/// The shop takes any state for any order, also of one that has left.
Result<std::optional<HttpRequest>> next(const FetchContext& context, const CloseOrder& action, const HttpRequest& sent,
                                        const JsonReader& root)
{
  if (sent.operation != QLatin1String("order.read"))
    return std::nullopt;
  const QString status = root["status"].text();
  SC_TRY(root.check());
  if (status == QLatin1String("cancelled"))
    return std::nullopt; // done in an earlier attempt
  if (status == QLatin1String("completed") || status == QLatin1String("refunded"))
    return fail(ErrorKind::Rejected, QStringLiteral("the order is \"%1\" at the shop").arg(status),
                action.orderExternalId);
  return request(context, "PUT", orderPath(action.orderExternalId),
                 QJsonObject{{QStringLiteral("status"), QStringLiteral("cancelled")}}, QStringLiteral("order.cancel"));
}

/// The refund that carries our number, if it has been made already.
JsonReader ourRefund(const JsonReader& refunds, const QString& number)
{
  if (refunds.isArray())
    for (const JsonReader& refund : refunds.items())
      for (const JsonReader& meta : refund["meta_data"].itemsIfAny())
        if (meta["key"].isString() && meta["key"].text() == QLatin1String(kRequestKey) && meta["value"].isString() &&
            meta["value"].text() == number)
          return refund;
  return refunds["no refund of ours"];
}

Result<std::optional<HttpRequest>> next(const FetchContext& context, const RefundPayment& action,
                                        const HttpRequest& sent, const JsonReader& root)
{
  if (sent.operation != QLatin1String("refunds.read") || ourRefund(root, action.requestNumber).exists())
    return std::nullopt;
  if (!root.isArray())
    return fail(ErrorKind::BadResponse, QStringLiteral("no list of refunds"));
  const QJsonObject meta{{QStringLiteral("key"), QLatin1String(kRequestKey)},
                         {QStringLiteral("value"), action.requestNumber}};
  return request(context, "POST", orderPath(action.orderExternalId) + QStringLiteral("/refunds"),
                 {{QStringLiteral("amount"), action.amount.text()},
                  {QStringLiteral("reason"), action.reason},
                  {QStringLiteral("api_refund"), true}, // the money itself, through the shop's gateway
                  {QStringLiteral("meta_data"), QJsonArray{meta}}},
                 QStringLiteral("refund.create"));
}

template <class Other>
Result<std::optional<HttpRequest>> next(const FetchContext&, const Other&, const HttpRequest&, const JsonReader&)
{
  return std::nullopt;
}

Result<ActionOutcome> outcome(const SetStock& action, const JsonReader& root)
{
  const qint64 now = root["stock_quantity"].integer();
  SC_TRY(root.check());
  if (now != action.quantity)
    return fail(ErrorKind::Conflict, QStringLiteral("stock is %1 after setting it to %2").arg(now).arg(action.quantity),
                action.sku);
  ActionOutcome out;
  out.accepted = true;
  out.externalId = root["id"].text();
  return out;
}

Result<ActionOutcome> outcome(const CloseOrder& action, const JsonReader& root)
{
  const QString status = root["status"].text();
  ActionOutcome out;
  out.accepted = true;
  out.externalId = root["id"].text();
  SC_TRY(root.check());
  if (status != QLatin1String("cancelled"))
    return fail(ErrorKind::Conflict, QStringLiteral("the order is \"%1\" after cancelling it").arg(status),
                action.orderExternalId);
  return out;
}

Result<ActionOutcome> outcome(const RefundPayment& action, const JsonReader& root)
{
  const JsonReader refund = root.isArray() ? ourRefund(root, action.requestNumber) : root;
  ActionOutcome out;
  out.accepted = true;
  out.externalId = out.number = refund["id"].text();
  SC_TRY(root.check());
  return out;
}

template <class Other>
Result<ActionOutcome> outcome(const Other&, const JsonReader& root)
{
  ActionOutcome out;
  out.accepted = true;
  out.externalId = root["id"].text();
  SC_TRY(root.check());
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
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  return std::visit([&](const auto& what) { return next(context, what, sent, root); }, action.what);
}

Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got)
{
  if (got.status < 200 || got.status > 299)
    return fail(explain(*context.declaration, got));
  SC_TRY_ASSIGN(root, JsonReader::parse(got.body));
  return std::visit([&](const auto& what) { return outcome(what, root); }, action.what);
}

} // namespace supercargo::woocommerce
