#include "core/store/customerexport.h"

#include "core/store/catalogue.h"
#include "core/store/orderreveal.h"
#include "core/store/parcels.h"
#include "core/store/sameperson.h"

#include <QJsonArray>

namespace supercargo {
namespace {

QJsonValue jsonOf(const std::optional<Instant>& at)
{
  return at ? QJsonValue(toIso(*at)) : QJsonValue(QJsonValue::Null);
}

QJsonObject jsonOf(Money amount)
{
  return {{QStringLiteral("minor"), amount.minor()},
          {QStringLiteral("currency"), amount.currency().code()},
          {QStringLiteral("text"), amount.text()}};
}

QJsonObject jsonOf(const AddressSnapshot& a)
{
  return {{QStringLiteral("name"), a.name},       {QStringLiteral("phone"), a.phone},
          {QStringLiteral("country"), a.country}, {QStringLiteral("province"), a.province},
          {QStringLiteral("city"), a.city},       {QStringLiteral("district"), a.district},
          {QStringLiteral("street"), a.street},   {QStringLiteral("postal_code"), a.postalCode}};
}

QJsonObject jsonOf(const LineSnapshot& line)
{
  return {{QStringLiteral("sku"), line.sku},
          {QStringLiteral("title"), line.title},
          {QStringLiteral("options"), line.options},
          {QStringLiteral("quantity"), line.quantity},
          {QStringLiteral("unit_price"), jsonOf(line.unitPrice)},
          {QStringLiteral("discount"), jsonOf(line.discount)},
          {QStringLiteral("total"), jsonOf(line.total)}};
}

QJsonObject jsonOf(const RefundSnapshot& refund)
{
  return {{QStringLiteral("external_id"), refund.externalId},
          {QStringLiteral("amount"), jsonOf(refund.amount)},
          {QStringLiteral("status"), statusName(refund.status)},
          {QStringLiteral("reason"), refund.reason},
          {QStringLiteral("created_at"), jsonOf(refund.createdAt)}};
}

QJsonObject jsonOf(const TrackingEvent& event)
{
  return {{QStringLiteral("at"), jsonOf(event.at)},
          {QStringLiteral("status"), statusName(event.status)},
          {QStringLiteral("text"), event.text},
          {QStringLiteral("place"), event.place}};
}

template <class Values>
QJsonArray listOf(const Values& values)
{
  QJsonArray list;
  for (const auto& value : values)
    list += jsonOf(value);
  return list;
}

Result<QJsonArray> parcelsOf(Connection& c, const OrderDetails& order)
{
  QJsonArray list;
  for (const OrderShipment& parcel : order.shipments) {
    SC_TRY_ASSIGN(events, trackingEvents(c, parcel.id));
    list += QJsonObject{{QStringLiteral("courier"), parcel.courier},
                        {QStringLiteral("number"), parcel.number},
                        {QStringLiteral("status"), statusName(parcel.status)},
                        {QStringLiteral("shipped_at"), jsonOf(parcel.shippedAt)},
                        {QStringLiteral("delivered_at"), jsonOf(parcel.deliveredAt)},
                        {QStringLiteral("events"), listOf(events)}};
  }
  return list;
}

Result<QJsonArray> paymentsOf(Connection& c, const OrderDetails& order)
{
  QJsonArray list;
  for (const OrderPayment& payment : order.payments) {
    SC_TRY_ASSIGN(payer, c.row(QStringLiteral("SELECT payer, method FROM payments WHERE id = ?"), {payment.id},
                               [](const Row& row) { return std::pair(row.text(0), row.text(1)); }));
    list += QJsonObject{{QStringLiteral("external_id"), payment.externalId},
                        {QStringLiteral("account"), payment.account.value()},
                        {QStringLiteral("payer"), payer ? payer->first : QString()},
                        {QStringLiteral("method"), payer ? payer->second : QString()},
                        {QStringLiteral("amount"), jsonOf(payment.amount)},
                        {QStringLiteral("status"), statusName(payment.status)},
                        {QStringLiteral("paid_at"), jsonOf(payment.paidAt)}};
  }
  return list;
}

Result<QJsonObject> orderOf(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(order, orderDetails(c, id));
  if (!order)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  SC_TRY_ASSIGN(parcels, parcelsOf(c, *order));
  SC_TRY_ASSIGN(payments, paymentsOf(c, *order));
  QJsonArray timeline;
  for (const TimelineEntry& entry : order->timeline)
    timeline += QJsonObject{{QStringLiteral("at"), toIso(entry.at)},
                            {QStringLiteral("kind"), entry.kind},
                            {QStringLiteral("text"), entry.text}};
  const OrderRow& row = order->row;
  return QJsonObject{{QStringLiteral("id"), row.id.value()},
                     {QStringLiteral("account"), row.account.value()},
                     {QStringLiteral("external_id"), row.externalId},
                     {QStringLiteral("number"), row.number},
                     {QStringLiteral("placed_at"), toIso(row.placedAt)},
                     {QStringLiteral("status"), statusName(row.status)},
                     {QStringLiteral("total"), jsonOf(row.total)},
                     {QStringLiteral("paid"), jsonOf(row.paid)},
                     {QStringLiteral("refunded"), jsonOf(row.refunded)},
                     {QStringLiteral("payment_method"), order->paymentMethod},
                     {QStringLiteral("customer"), row.customer},
                     {QStringLiteral("email"), order->customerEmail},
                     {QStringLiteral("phone"), order->customerPhone},
                     {QStringLiteral("address"), jsonOf(order->shipTo)},
                     {QStringLiteral("buyer_note"), order->buyerNote},
                     {QStringLiteral("seller_memo"), order->sellerMemo},
                     {QStringLiteral("tags"), QJsonArray::fromStringList(row.tags)},
                     {QStringLiteral("items"), listOf(order->lines)},
                     {QStringLiteral("refunds"), listOf(order->refunds)},
                     {QStringLiteral("shipments"), parcels},
                     {QStringLiteral("payments"), payments},
                     {QStringLiteral("timeline"), timeline}};
}

Result<QJsonObject> profileOf(Connection& c, CustomerId id)
{
  SC_TRY_ASSIGN(profile,
                c.row(QStringLiteral("SELECT account_id, external_id, name, phone, email, country, province, city, "
                                     "registered_at FROM customers WHERE id = ?"),
                      {id}, [&](const Row& row) {
                        return QJsonObject{{QStringLiteral("id"), id.value()},
                                           {QStringLiteral("account"), row.integer(0)},
                                           {QStringLiteral("external_id"), row.text(1)},
                                           {QStringLiteral("name"), row.text(2)},
                                           {QStringLiteral("phone"), row.text(3)},
                                           {QStringLiteral("email"), row.text(4)},
                                           {QStringLiteral("country"), row.text(5)},
                                           {QStringLiteral("province"), row.text(6)},
                                           {QStringLiteral("city"), row.text(7)},
                                           {QStringLiteral("registered_at"), jsonOf(row.instantIfAny(8))}};
                      }));
  if (!profile)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no such customer"), QString::number(id.value()));
  return *profile;
}

} // namespace

Result<QJsonObject> exportedCustomer(Connection& c, CustomerId customer, Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<QJsonObject> {
    SC_TRY_ASSIGN(person, samePerson(c, customer));
    QJsonArray profiles, orders;
    for (const CustomerId id : person) {
      SC_TRY_ASSIGN(profile, profileOf(c, id));
      profiles += profile;
      SC_TRY_ASSIGN(ids, ordersOfCustomer(c, id, 0));
      for (const OrderId order : ids) {
        SC_TRY(noteRevealed(c, order, now, changes));
        SC_TRY_ASSIGN(whole, orderOf(c, order));
        orders += whole;
      }
    }
    return QJsonObject{{QStringLiteral("exported_at"), toIso(now)},
                       {QStringLiteral("customers"), profiles},
                       {QStringLiteral("orders"), orders}};
  });
}

} // namespace supercargo
