#include "core/store/orders.h"

namespace supercargo {
namespace {

Result<void> readHead(Connection& c, OrderDetails& d)
{
  const Currency currency = d.row.total.currency();
  return c.each(
      QStringLiteral(
          "SELECT goods_minor, shipping_minor, discount_minor, tax_minor, paid_at, shipped_at, completed_at,"
          " customer_email, customer_phone, ship_name, ship_phone, ship_country, ship_district, ship_street,"
          " ship_postal_code, buyer_note, seller_memo, payment_method, payment_reference, warnings, ship_by_at,"
          " deliver_by_at FROM order_details WHERE order_id = ?"),
      {d.row.id}, [&](const Row& row) {
        d.goods = Money(row.integer(0), currency);
        d.shipping = Money(row.integer(1), currency);
        d.discount = Money(row.integer(2), currency);
        d.tax = Money(row.integer(3), currency);
        d.paidAt = row.instantIfAny(4);
        d.shippedAt = row.instantIfAny(5);
        d.completedAt = row.instantIfAny(6);
        d.customerEmail = row.text(7);
        d.customerPhone = row.text(8);
        d.shipTo = {row.text(9), row.text(10), row.text(11), d.row.province,
                    d.row.city,  row.text(12), row.text(13), row.text(14)};
        d.buyerNote = row.text(15);
        d.sellerMemo = row.text(16);
        d.paymentMethod = row.text(17);
        d.paymentReference = row.text(18);
        d.warnings = row.text(19).split(u'\n', Qt::SkipEmptyParts);
        d.shipBy = row.instantIfAny(20);
        d.deliverBy = row.instantIfAny(21);
      });
}

Result<void> readLines(Connection& c, OrderDetails& d)
{
  const Currency currency = d.row.total.currency();
  return c.each(
      QStringLiteral(
          "SELECT external_id, product_external_id, variant_external_id, sku, title, options, image_url, quantity,"
          " shipped_quantity, unit_minor, discount_minor, total_minor FROM order_lines WHERE order_id = ?"
          " ORDER BY position"),
      {d.row.id}, [&](const Row& row) {
        LineSnapshot line;
        line.externalId = row.text(0);
        line.productExternalId = row.text(1);
        line.variantExternalId = row.text(2);
        line.sku = row.text(3);
        line.title = row.text(4);
        line.options = row.text(5);
        line.imageUrl = row.text(6);
        line.quantity = row.integer(7);
        line.shippedQuantity = row.integer(8);
        line.unitPrice = Money(row.integer(9), currency);
        line.discount = Money(row.integer(10), currency);
        line.total = Money(row.integer(11), currency);
        d.lines.push_back(std::move(line));
      });
}

Result<void> readRefunds(Connection& c, OrderDetails& d)
{
  return c.each(
      QStringLiteral("SELECT external_id, line_external_id, amount_minor, status, reason, goods_returned, created_at"
                     " FROM order_refunds WHERE order_id = ? ORDER BY created_at, external_id"),
      {d.row.id}, [&](const Row& row) {
        RefundSnapshot refund;
        refund.externalId = row.text(0);
        refund.lineExternalId = row.text(1);
        refund.amount = Money(row.integer(2), d.row.total.currency());
        refund.status = aftersaleStatusNamed(row.text(3)).value_or(AftersaleStatus::Unknown);
        refund.reason = row.text(4);
        refund.goodsReturned = row.flag(5);
        refund.createdAt = row.instantIfAny(6);
        d.refunds.push_back(std::move(refund));
      });
}

Result<void> readShipments(Connection& c, OrderDetails& d)
{
  return c.each(
      QStringLiteral("SELECT id, courier, number, reason, place, status, shipped_at, delivered_at, last_event_at"
                     " FROM shipments WHERE order_id = ? UNION ALL SELECT s.id, s.courier, s.number, s.reason, s.place,"
                     " s.status, s.shipped_at, s.delivered_at, s.last_event_at FROM shipment_orders o JOIN shipments s"
                     " ON s.id = o.shipment_id WHERE o.order_id = ? ORDER BY 1"),
      {d.row.id, d.row.id}, [&](const Row& row) {
        d.shipments.push_back({row.id<ShipmentId>(0), row.text(1), row.text(2), row.text(3), row.text(4),
                               parcelStatusNamed(row.text(5)).value_or(ParcelStatus::Unknown), row.instantIfAny(6),
                               row.instantIfAny(7), row.instantIfAny(8)});
      });
}

Result<void> readPayments(Connection& c, OrderDetails& d)
{
  return c.each(
      QStringLiteral(
          "SELECT id, account_id, external_id, amount_minor, currency, fee_minor, status, paid_at FROM payments"
          " WHERE order_id = ? ORDER BY id"),
      {d.row.id}, [&](const Row& row) {
        const Currency currency = Currency::of(row.text(4)).value_or(Currency());
        OrderPayment payment{
            row.id<PaymentId>(0), row.id<AccountId>(1),
            row.text(2),          Money(row.integer(3), currency),
            std::nullopt,         gatewayPaymentStatusNamed(row.text(6)).value_or(GatewayPaymentStatus::Unknown),
            row.instantIfAny(7)};
        if (const auto fee = row.integerIfAny(5))
          payment.fee = Money(*fee, currency);
        d.payments.push_back(std::move(payment));
      });
}

Result<void> readTimeline(Connection& c, OrderDetails& d)
{
  return c.each(QStringLiteral("SELECT at, kind, text, call_id FROM order_events WHERE order_id = ? ORDER BY at, seq"),
                {d.row.id}, [&](const Row& row) {
                  TimelineEntry entry{row.instant(0), row.text(1), row.text(2), std::nullopt};
                  if (!row.isNull(3))
                    entry.call = row.id<CallId>(3);
                  d.timeline.push_back(std::move(entry));
                });
}

} // namespace

Result<std::optional<OrderDetails>> orderDetails(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(row, orderRow(c, id));
  if (!row)
    return std::nullopt;
  OrderDetails details;
  details.row = std::move(*row);
  SC_TRY(readHead(c, details));
  SC_TRY(readLines(c, details));
  SC_TRY(readRefunds(c, details));
  SC_TRY(readShipments(c, details));
  SC_TRY(readPayments(c, details));
  SC_TRY(readTimeline(c, details));
  return details;
}

} // namespace supercargo
