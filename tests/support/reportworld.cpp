#include "tests/support/reportworld.h"

#include "core/store/calls.h"
#include "core/store/freightbills.h"
#include "core/store/ledger.h"
#include "core/store/money.h"
#include "core/store/parcels.h"
#include "tests/support/tempdatabase.h"

namespace supercargo::test {
namespace {

using std::chrono::hours;

const AccountId kGateway(3);

void addPayments(Connection& c, Instant start, Instant now, ChangeSet& changes)
{
  std::vector<PaymentSnapshot> payments;
  std::vector<BillLineSnapshot> bill;
  for (int i = 0; i < 30; ++i) {
    PaymentSnapshot p;
    p.externalId = QStringLiteral("pay-%1").arg(i);
    p.orderNumber = QStringLiteral("CNY-%1").arg(i * 3);
    p.amount = Money(5'000 + i, Currency());
    p.status = i % 5 == 0 ? GatewayPaymentStatus::Failed : GatewayPaymentStatus::Paid;
    if (i % 10 == 5) {
      p.paidAt = start + hours(9 * i); // some gateways give failed tries a time, too
      p.declineCode = QStringLiteral("51");
      p.declineReason = i == 5 ? QStringLiteral("insufficient_funds") : QStringLiteral("expired");
    }
    if (i % 5 != 0) {
      p.paidAt = start + hours(9 * i);
      if (i % 3 != 0)
        p.fee = Money(30 + i, Currency());
    }
    p.method = i % 2 ? QStringLiteral("card") : QStringLiteral("alipay");
    if (i % 5 != 0 && i % 4 != 0) { // some are missing on the bill, one stands there with another amount
      BillLineSnapshot line;
      line.bill = QStringLiteral("trade");
      line.entryId = line.paymentExternalId = p.externalId;
      line.kind = QStringLiteral("payment");
      line.amount = Money(p.amount.minor() + (i == 7 ? 11 : 0), Currency());
      line.occurredAt = p.paidAt;
      line.settledOn =
          QDateTime::fromMSecsSinceEpoch(toMs(*p.paidAt), Qt::UTC).date().addDays(1 + i % 3).toString(Qt::ISODate);
      bill.push_back(line);
    }
    payments.push_back(p);
  }
  PaymentSnapshot again = payments.front(); // the first one failed
  again.externalId = QStringLiteral("pay-again");
  again.status = GatewayPaymentStatus::Paid;
  again.paidAt = start + hours(1);
  payments.push_back(again);
  must(upsertPayments(c, {kGateway, std::nullopt, now}, payments, changes));
  must(upsertBillLines(c, {kGateway, std::nullopt, now}, bill, changes));
}

void addParcels(Connection& c, Instant start, Instant now, ChangeSet& changes)
{
  std::vector<TrackingSnapshot> parcels;
  for (int i = 0; i < 25; ++i) {
    TrackingSnapshot t;
    t.courier = i % 2 ? QStringLiteral("sf") : QStringLiteral("yto");
    t.number = QStringLiteral("P%1").arg(i);
    t.status = i % 4 == 0 ? ParcelStatus::Exception : ParcelStatus::Delivered;
    const Instant taken = start + hours(11 * i);
    if (t.status == ParcelStatus::Delivered) {
      t.deliveredAt = taken + hours(20 + i);
      t.estimatedAt = taken + hours(30);
    }
    if (i == 8)
      t.reason = QStringLiteral("lost");
    if (i % 3 == 0)
      t.events.push_back({taken + hours(1), {}, ParcelStatus::DeliveryFailed});
    t.events.push_back({taken, {}, ParcelStatus::PickedUp});
    parcels.push_back(t);
  }
  must(upsertTracking(c, {kGateway, std::nullopt, now}, parcels, changes));
}

void addStock(Connection& c, Instant start)
{
  const auto move = [&](const char* sku, const char* kind, int day, qint64 pieces) {
    Movement m;
    m.sku = QLatin1String(sku);
    m.warehouse = QStringLiteral("main");
    m.kind = QLatin1String(kind);
    m.reason = m.actor = QStringLiteral("test");
    m.at = start + hours(24 * day);
    m.onHand = pieces;
    must(writeMovement(c, m, StockGuard::Told));
  };
  const auto cost = [&](const char* sku, int day, qint64 minor, const char* currency) {
    must(c.run(QStringLiteral("INSERT INTO article_costs (sku, from_at, cost_minor, currency, reason, actor, "
                              "entered_at) VALUES (?, ?, ?, ?, '', '', ?)"),
               {QString::fromLatin1(sku), start + hours(24 * day), minor, QString::fromLatin1(currency), start}));
  };
  cost("SKU-0", -10, 700, "CNY");
  cost("SKU-0", 20, 900, "CNY");
  cost("SKU-1", -10, 55, "JPY");
  for (const char* sku : {"SKU-0", "SKU-1", "SKU-2"}) {
    move(sku, "opening", 0, 40);
    move(sku, "shipped", 3, -12);
    move(sku, "returned", 9, 2);
    move(sku, "count", 12, -5);
    move(sku, "shipped", 15, -25);
    move(sku, "receipt", 25, 30);
    move(sku, "scrap", 26, -1);
  }
  must(c.run(QStringLiteral("UPDATE stock SET known = 1")));
  must(c.run(QStringLiteral("INSERT INTO article_demand (sku, per_day, deviation, method, days_in_stock, days, "
                            "sold_minor, value_class, steadiness, recent, computed_at) VALUES ('SKU-0', 1.5, 0, '', "
                            "1, 1, 0, 'A', 'X', '', 0)")));
  must(c.run(
      QStringLiteral("INSERT INTO stock_facts (sku, price_minor, currency, categories, lead_days, lead_deviation, "
                     "lead_source, computed_at) VALUES ('SKU-0', 1999, 'CNY', '', 7, 2, '', 0)")));
}

/// What gateways paid back: as much as the shops were asked for, five hours later and more.
void addGatewayRefunds(Connection& c)
{
  must(c.run(QStringLiteral("INSERT INTO payment_refunds (payment_id, external_id, amount_minor, status, reason, "
                            "created_at) SELECT p.id, 'G' || r.external_id, r.amount_minor, 'SUCCEEDED', '', "
                            "r.created_at + 18000000 + r.amount_minor % 7 * 3600000 FROM order_refunds r JOIN payments "
                            "p ON p.order_id = r.order_id WHERE r.created_at IS NOT NULL")));
}

/// The ways of the parcels: every other one promised by the shop alone, some in trouble; and claims for two of them.
void addWays(Connection& c, Instant start)
{
  must(c.run(
      QStringLiteral("INSERT INTO parcel_ways (shipment_id, seen_hash, courier, origin, destination, picked_at, "
                     "arrived_at, tries, failed_tries, problem, oddities, promised_at, promise_basis, "
                     "lane_samples) SELECT id, 0, courier, 'CN-33', 'CN-44', shipped_at, delivered_at, 1, 0, CASE "
                     "WHEN status = 'delivered' THEN '' ELSE 'damaged' END, '', shipped_at + 108000000, 'rule', "
                     "0 FROM shipments")));
  const auto claim = [&](int id, qint64 minor, std::optional<qint64> received) {
    must(c.run(
        QStringLiteral("INSERT INTO parcel_steps (id, shipment_id, kind, text, currency, amount_minor, actor, "
                       "taken_at, settled_at, received_minor) SELECT ?, MIN(id), 'claim', '', 'CNY', ?, '', ?, ?, "
                       "? FROM shipments WHERE courier = 'yto'"),
        {id, minor, start + hours(24 * 9), received ? std::optional(start + hours(24 * 20)) : std::nullopt, received}));
  };
  claim(1, 8'000, 6'000);
  claim(2, 5'000, std::nullopt);
}

/// Every other parcel belongs to an order; couriers billed them: twice, in yen, without weight or tariff, and some that
/// nobody knows.
void addFreight(Connection& c, Instant start, Instant now, ChangeSet& changes)
{
  must(c.run(QStringLiteral("UPDATE shipments SET order_id = (SELECT o.id FROM orders o WHERE o.number = 'CNY-' || "
                            "CAST(shipments.id % 26 AS TEXT)), booked_grams = 700 + id * 100 WHERE id % 2 = 0")));
  must(c.run(QStringLiteral("UPDATE shipments SET weighed_grams = 900 WHERE id % 3 = 0")));
  const auto yuan = [](qint64 minor) { return Money(minor, Currency()); };
  const auto tariff = [&](const char* courier, const QStringList& regions, qint64 first) {
    must(saveFreightTariff(
        c, {0, QString::fromLatin1(courier), QDate(2000, 1, 1), regions, 1000, 500, yuan(first), yuan(150), yuan(0)},
        changes));
  };
  tariff("yto", {}, 400);
  tariff("sf", {QStringLiteral("浙江")}, 1200);
  std::vector<FreightBillSnapshot> bills;
  for (int i = 0; i < 30; ++i) {
    FreightBillSnapshot bill;
    bill.courier = i % 2 ? QStringLiteral("sf") : QStringLiteral("yto");
    bill.number = QStringLiteral("P%1").arg(i);
    bill.billedAt = start + hours(11 * i + 30);
    bill.amount = Money(450 + 37 * i, i == 7 ? must(Currency::of(u"JPY")) : Currency());
    bill.destination = i % 3 ? QStringLiteral("广东省") : QString();
    bills.push_back(bill);
    if (i % 6 == 0) {
      bill.service = QStringLiteral("surcharge");
      bill.billedAt += hours(24 * 4);
      bill.amount = yuan(90);
      bills.push_back(bill);
    }
  }
  must(upsertFreightBills(c, {kGateway, std::nullopt, now}, bills, changes));
}

void addCounts(Connection& c, Instant start)
{
  must(
      c.run(QStringLiteral("INSERT INTO stock_counts (id, warehouse, note, actor, blind, state, opened_at, decided_by, "
                           "decided_at) VALUES (1, 'main', '', '', 0, 'approved', ?, '', ?)"),
            {start, start + hours(24 * 12)}));
  const auto line = [&](const char* sku, int book, int counted) {
    must(c.run(
        QStringLiteral("INSERT INTO stock_count_lines (count_id, sku, lot, book, counted, counted_by, counted_at) "
                       "VALUES (1, ?, '', ?, ?, '', ?)"),
        {QString::fromLatin1(sku), book, counted, start + hours(24 * 12)}));
  };
  line("SKU-0", 100, 98);
  line("SKU-1", 30, 30);
  line("SKU-2", 30, 25);
}

void addSupply(Connection& c, Instant start)
{
  must(
      c.run(QStringLiteral("INSERT INTO supply_terms (sku, supplier, lead_days, lead_deviation, pack, minimum, "
                           "currency, preferred, changed_by, changed_at) VALUES ('', 'mill', 6, 1, 1, 0, 'CNY', 1, '', "
                           "0)")));
  const int days[] = {4, 6, 11};
  for (int i = 0; i < 3; ++i)
    must(c.run(
        QStringLiteral("INSERT INTO supply_receipts (id, sku, supplier, ordered_at, received_at, quantity) VALUES "
                       "(?, 'SKU-0', ?, ?, ?, 30)"),
        {i + 1, i == 2 ? QStringLiteral("trader") : QStringLiteral("mill"), start + hours(24 * 10),
         start + hours(24 * (10 + days[i]))}));
}

void addConnections(Connection& c, Instant now)
{
  for (int i = 0; i < 40; ++i) {
    CallRecord call;
    call.account = AccountId(1 + i % 2);
    call.at = now - hours(i);
    call.operation = QStringLiteral("orders");
    call.status = i % 10 == 0 ? 429 : i % 7 == 0 ? 0 : 200;
    call.duration = std::chrono::milliseconds(40 + 13 * i % 300);
    call.attempt = 1 + (i % 10 == 1);
    call.errorKind = call.status == 200 ? QString() : QStringLiteral("rate_limited");
    must(recordCall(c, call));
  }
  for (const char* stream : {"orders", "products"})
    must(c.run(QStringLiteral("INSERT INTO stream_states (account_id, stream, cursor, last_ok_at, last_audit_at, "
                              "last_error_kind, last_error, remote_total, audit_compared, audit_wrong) VALUES (1, ?, "
                              "'', ?, ?, '', '', 0, 50, 3)"),
               {QString::fromLatin1(stream), now - hours(stream[0] == 'o' ? 2 : 5), now - hours(9)}));
  must(c.run(
      QStringLiteral("INSERT INTO sync_failures (id, account_id, stream, external_id, reason, attempts, first_at, "
                     "last_at) VALUES (1, 2, 'orders', 'X-9', 'odd', 1, ?, ?)"),
      {now, now}));
  must(c.run(QStringLiteral("UPDATE accounts SET credential_expires_at = ? WHERE id = 1"), {now + hours(24 * 12 + 5)}));
}

} // namespace

void addReportWorld(Connection& c, Instant start, Instant now)
{
  ChangeSet changes;
  addPayments(c, start, now, changes);
  addParcels(c, start, now, changes);
  addFreight(c, start, now, changes);
  addStock(c, start);
  addGatewayRefunds(c);
  addWays(c, start);
  addCounts(c, start);
  addSupply(c, start);
  addConnections(c, now);
}

} // namespace supercargo::test
