#include "core/reports/sqlviews.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

namespace supercargo {
namespace {

SqlView orders()
{
  return {"shop_orders",
          "One row for each order",
          "SELECT o.id, o.number, a.name, a.provider, o.status, o.payment, :local(o.placed_at), "
          "date(:local(o.placed_at)), :local(d.paid_at), o.currency, CASE WHEN o.currency IN ('BIF', 'CLP', 'DJF', "
          "'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 1 WHEN "
          "o.currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000 ELSE 100 END, o.total_minor, "
          "o.paid_minor, o.refunded_minor, d.goods_minor, d.discount_minor, d.shipping_minor, d.tax_minor, o.units, "
          "o.province, o.city, d.payment_method, o.customer_id FROM orders o JOIN order_details d ON d.order_id = o.id "
          "JOIN accounts a ON a.id = o.account_id",
          {{"order_id", "The order, in all tables"},
           {"number", "As the shop numbers it"},
           {"shop", "Name of the shop"},
           {"channel", "Its platform: woocommerce, shopify …"},
           {"status", "TO_SHIP, SHIPPED, COMPLETED, CANCELLED …"},
           {"payment", "PAID, UNPAID …"},
           {"placed_at", "When it was placed, in the shop's time zone"},
           {"placed_day", "The shop's day of that"},
           {"paid_at", "When it was paid"},
           {"currency", "Currency of the amounts"},
           {"minor_per_unit", "Amounts are whole numbers of the smallest unit; divide by this: 100 for CNY, 1 for JPY"},
           {"total_minor", "What the buyer has to pay"},
           {"paid_minor", "What was paid"},
           {"refunded_minor", "What went back"},
           {"goods_minor", "Goods before discounts"},
           {"discount_minor", "Discounts"},
           {"freight_minor", "Freight charged"},
           {"tax_minor", "Tax, as the shop states it"},
           {"units", "Pieces"},
           {"province", "Where it goes"},
           {"city", "Where it goes"},
           {"payment_method", "How it was paid"},
           {"customer_id", "The buyer, without name"}}};
}

SqlView items()
{
  return {"order_items",
          "One row for each line of an order",
          "SELECT l.order_id, l.position, l.sku, l.title, l.options, l.quantity, l.shipped_quantity, l.unit_minor, "
          "l.discount_minor, l.total_minor FROM order_lines l",
          {{"order_id", "The order, in all tables"},
           {"position", "Its place in the order"},
           {"sku", "Number of the article"},
           {"title", "Name of the article"},
           {"options", "Size, colour …"},
           {"quantity", "Pieces"},
           {"shipped_quantity", "Pieces shipped"},
           {"unit_minor", "Price of a piece"},
           {"discount_minor", "Discounts"},
           {"total_minor", "Price of the line"}}};
}

SqlView refunds()
{
  return {"refund_list",
          "One row for each refund",
          "SELECT r.order_id, r.amount_minor, r.status, r.reason, r.goods_returned, :local(r.created_at) FROM "
          "order_refunds r",
          {{"order_id", "The order, in all tables"},
           {"amount_minor", "What goes back"},
           {"status", "SUCCEEDED, REQUESTED …"},
           {"reason", "Why, as the shop says"},
           {"goods_returned", "1: the goods come back"},
           {"refunded_at", "When, in the shop's time zone"}}};
}

SqlView payments()
{
  return {"payment_list",
          "One row for each payment at a gateway",
          "SELECT p.id, a.name, p.order_id, p.order_number, p.currency, p.amount_minor, p.fee_minor, p.refunded_minor, "
          "p.status, p.method, :local(p.paid_at), p.decline_code, p.decline_reason FROM payments p JOIN accounts a ON "
          "a.id = p.account_id",
          {{"payment_id", "The payment"},
           {"gateway", "Name of the account"},
           {"order_id", "The order, in all tables"},
           {"order_number", "The number that the gateway knows"},
           {"currency", "Currency of the amounts"},
           {"amount_minor", "What was paid"},
           {"fee_minor", "What the gateway takes, if known"},
           {"refunded_minor", "What went back"},
           {"status", "PAID, FAILED …"},
           {"method", "How it was paid"},
           {"paid_at", "When it was paid"},
           {"decline_code", "The gateway's code for why it failed"},
           {"decline_reason", "Why it failed: insufficient_funds, limit …"}}};
}

SqlView parcels()
{
  return {"parcel_list",
          "One row for each parcel",
          "SELECT s.id, s.order_id, s.courier, s.number, s.status, s.reason, :local(s.shipped_at), "
          ":local(s.delivered_at), :local(s.promised_at), :local(s.last_event_at) FROM shipments s",
          {{"parcel_id", "The parcel"},
           {"order_id", "The order, in all tables"},
           {"courier", "Who carries it"},
           {"number", "Its tracking number"},
           {"status", "in_transit, delivered, exception …"},
           {"reason", "Why, where it is an exception"},
           {"shipped_at", "When it was handed over"},
           {"delivered_at", "When it arrived"},
           {"promised_at", "When it should arrive"},
           {"last_event_at", "When it was last seen"}}};
}

SqlView articles()
{
  return {"article_list",
          "One row for each article that a shop offers",
          "SELECT v.id, a.name, v.sku, p.title, v.options, v.barcode, p.categories, CASE WHEN v.gone_at IS NULL "
          "THEN p.status ELSE 'GONE' END, v.currency, v.price_minor, v.stock FROM variants v JOIN products p ON p.id = "
          "v.product_id JOIN accounts a ON a.id = v.account_id",
          {{"article_id", "The article"},
           {"shop", "Name of the shop"},
           {"sku", "Number of the article"},
           {"title", "Name of the article"},
           {"options", "Size, colour …"},
           {"barcode", "Its bar code"},
           {"categories", "Its categories"},
           {"status", "active, archived …"},
           {"currency", "Currency of the amounts"},
           {"price_minor", "Price in the shop"},
           {"shop_stock", "Pieces that the shop says it has"}}};
}

SqlView stock()
{
  return {"stock_levels",
          "One row for each article and warehouse",
          "SELECT s.sku, s.warehouse, CASE WHEN s.known = 1 THEN s.on_hand END, s.reserved, s.blocked, s.incoming, "
          "s.in_transfer FROM stock s",
          {{"sku", "Number of the article"},
           {"warehouse", "Where it lies"},
           {"on_hand", "Pieces; empty when never counted"},
           {"reserved", "Sold and not shipped"},
           {"blocked", "Not for sale"},
           {"incoming", "On order"},
           {"in_transfer", "Between warehouses"}}};
}

SqlView movements()
{
  return {"stock_changes",
          "One row for each movement of stock",
          "SELECT m.id, :local(m.at), m.sku, m.warehouse, m.kind, m.on_hand_delta, m.reserved_delta, m.order_id, "
          "m.reason, m.actor FROM stock_movements m",
          {{"movement_id", "The movement"},
           {"at", "When, in the shop's time zone"},
           {"sku", "Number of the article"},
           {"warehouse", "Where it lies"},
           {"kind", "sale, receipt, adjustment …"},
           {"on_hand_change", "Pieces more or fewer on hand"},
           {"reserved_change", "Pieces more or fewer reserved"},
           {"order_id", "The order, in all tables"},
           {"reason", "Why"},
           {"actor", "Who did it"}}};
}

SqlView customers()
{
  return {
      "customer_list",
      "One row for each buyer that a shop knows, without name and address",
      "SELECT c.id, a.name, c.country, c.province, c.city, :local(c.registered_at) FROM customers c JOIN accounts a "
      "ON a.id = c.account_id",
      {{"customer_id", "The buyer, without name"},
       {"shop", "Name of the shop"},
       {"country", "Where the buyer lives"},
       {"province", "Where the buyer lives"},
       {"city", "Where the buyer lives"},
       {"registered_at", "When the shop came to know the buyer"}}};
}

/// "(x + 28800000)" or, where clocks change, a choice by the moment.
QString shifted(const QString& instant, const QTimeZone& zone, const QDateTime& from, const QDateTime& to)
{
  const auto changes = zone.transitions(from, to);
  const qint64 first = qint64(zone.offsetFromUtc(from)) * 1000;
  if (changes.isEmpty())
    return QStringLiteral("(%1 + %2)").arg(instant).arg(first);
  QString text = QStringLiteral("(%1 + CASE").arg(instant);
  qint64 offset = first;
  for (const auto& change : changes) {
    text += QStringLiteral(" WHEN %1 < %2 THEN %3").arg(instant).arg(change.atUtc.toMSecsSinceEpoch()).arg(offset);
    offset = qint64(change.offsetFromUtc) * 1000;
  }
  return text + QStringLiteral(" ELSE %1 END)").arg(offset);
}

} // namespace

const std::vector<SqlView>& sqlViews()
{
  static const std::vector<SqlView> list = {orders(),   items(), refunds(),   payments(), parcels(),
                                            articles(), stock(), movements(), customers()};
  return list;
}

const std::vector<SqlExample>& sqlExamples()
{
  static const std::vector<SqlExample> list = {
      {"Orders and sales by day", "SELECT placed_day, currency, count(*) AS orders, sum(total_minor) * 1.0 / "
                                  "minor_per_unit AS sales\nFROM shop_orders\nWHERE status <> 'CANCELLED'\nGROUP BY "
                                  "placed_day, currency\nORDER BY placed_day DESC"},
      {"Articles bought together",
       "SELECT a.title AS article, b.title AS bought_with, count(*) AS orders\nFROM "
       "order_items a JOIN order_items b ON b.order_id = a.order_id AND b.sku > a.sku\nGROUP "
       "BY a.sku, b.sku\nORDER BY orders DESC"},
      {"Paid orders that wait longest", "SELECT number, shop, placed_at, city\nFROM shop_orders\nWHERE status = "
                                        "'TO_SHIP'\nORDER BY placed_at"},
      {"Refunds by reason", "SELECT reason, count(*) AS refunds, sum(amount_minor) / 100.0 AS amount\nFROM "
                            "refund_list\nWHERE status = 'SUCCEEDED'\nGROUP BY reason\nORDER BY amount DESC"}};
  return list;
}

QString viewExpressions(const QByteArray& zone, const QDateTime& from, const QDateTime& to)
{
  const QTimeZone known(zone);
  const QTimeZone shop = known.isValid() ? known : QTimeZone::utc();
  static const QRegularExpression kLocal(QStringLiteral(R"(:local\(([a-z_.]+)\))"));
  QStringList all;
  for (const SqlView& view : sqlViews()) {
    QString sql = QString::fromLatin1(view.sql);
    for (auto match = kLocal.match(sql); match.hasMatch(); match = kLocal.match(sql))
      sql.replace(match.capturedStart(), match.capturedLength(),
                  QStringLiteral("datetime(%1 / 1000, 'unixepoch')").arg(shifted(match.captured(1), shop, from, to)));
    QStringList names;
    for (const SqlView::Column& column : view.columns)
      names.append(QLatin1String(column.name));
    all.append(QStringLiteral("%1 (%2) AS (%3)").arg(QLatin1String(view.name), names.join(QStringLiteral(", ")), sql));
  }
  return all.join(QStringLiteral(", "));
}

} // namespace supercargo
