#include "core/store/erasecustomer.h"

#include "core/db/ids.h"
#include "core/store/eraserecords.h"
#include "core/store/orderflow.h"
#include "core/store/ordertext.h"
#include "core/store/sameperson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo {
namespace {

const QString kOrders = QStringLiteral("(SELECT id FROM orders WHERE customer_id = ?)");
const QString kParcels = QStringLiteral("(SELECT id FROM shipments WHERE order_id IN %1)").arg(kOrders);
const QString kNumbers = QStringLiteral("(SELECT number FROM shipments WHERE order_id IN %1)").arg(kOrders);
const QString kPayments = QStringLiteral("(SELECT id FROM payments WHERE order_id IN %1)").arg(kOrders);
const QString kPaymentIds =
    QStringLiteral("(SELECT external_id FROM payments WHERE external_id <> '' AND order_id IN %1)").arg(kOrders);

/// Steps of a timeline that people or couriers wrote; those of the others are facts that are compared with later ones.
const QString kWrittenSteps =
    QStringLiteral("('parcel', 'delivered', 'returned', 'scanned', 'in_transit', 'noted', 'parcel_note', "
                   "'parcel_chase', 'parcel_claim', 'parcel_return', 'action_failed', 'close_asked', 'refund_asked')");

/// Each takes the customer's id.
QStringList overwriting()
{
  return {
      QStringLiteral("UPDATE order_details SET customer_email = '', customer_phone = '', ship_name = '', ship_phone = "
                     "'', ship_district = '', ship_street = '', ship_postal_code = '', buyer_note = '', seller_memo = "
                     "'' WHERE order_id IN %1")
          .arg(kOrders),
      QStringLiteral("UPDATE orders SET customer_name = '' WHERE customer_id = ?"),
      QStringLiteral("UPDATE order_events SET text = '' WHERE order_id IN %1 AND kind IN %2")
          .arg(kOrders, kWrittenSteps),
      QStringLiteral("UPDATE feed SET text = '' WHERE order_id IN %1 AND kind IN %2").arg(kOrders, kWrittenSteps),
      QStringLiteral("UPDATE shipments SET phone_tail = '' WHERE order_id IN %1").arg(kOrders),
      QStringLiteral("UPDATE tracking_events SET text = '', latitude = NULL, longitude = NULL, coordinate_system = '' "
                     "WHERE shipment_id IN %1")
          .arg(kParcels),
      QStringLiteral("UPDATE parcel_steps SET text = '' WHERE shipment_id IN %1").arg(kParcels),
      QStringLiteral("DELETE FROM labels WHERE shipment_id IN %1").arg(kParcels),
      QStringLiteral("UPDATE freight_bills SET raw_line = '', note = '' WHERE number IN %1").arg(kNumbers),
      QStringLiteral("UPDATE payments SET payer = '' WHERE order_id IN %1").arg(kOrders),
      QStringLiteral("UPDATE bill_lines SET raw_line = '' WHERE payment_external_id IN %1").arg(kPaymentIds),
      QStringLiteral("UPDATE outbox SET state = 'cancelled', next_try_at = NULL WHERE state = 'waiting' AND kind = "
                     "'add_note' AND order_id IN %1")
          .arg(kOrders),
      QStringLiteral("UPDATE customers SET name = '', phone = '', email = '', province = '', city = '' WHERE id = ?"),
  };
}

/// Texts that are about the parcel, the refund, the article: overwritten only where they name the person.
struct Mention {
  const char* table;
  const char* column;
  QString scope; ///< takes the customer's id
};
std::vector<Mention> mentions()
{
  const QString ofOrder = QStringLiteral("order_id IN ") + kOrders;
  const QString ofParcel = QStringLiteral("shipment_id IN ") + kParcels;
  return {{"order_events", "text", ofOrder},
          {"feed", "text", ofOrder},
          {"order_refunds", "reason", ofOrder},
          {"order_details", "warnings", ofOrder},
          {"order_lines", "options", ofOrder},
          {"outbox", "error", ofOrder},
          {"order_approvals", "reason", ofOrder},
          {"parcel_plans", "reason",
           QStringLiteral("id IN (SELECT plan_id FROM parcel_plan_orders WHERE %1)").arg(ofOrder)},
          {"payment_refunds", "reason", QStringLiteral("payment_id IN ") + kPayments},
          {"bill_lines", "title", QStringLiteral("payment_external_id IN ") + kPaymentIds},
          {"freight_bills", "destination", QStringLiteral("number IN ") + kNumbers},
          {"shipments", "place", ofOrder},
          {"tracking_events", "place", ofParcel}};
}

Result<void> overwriteMentions(Connection& c, CustomerId customer, const PersonWords& person, const Mention& mention)
{
  const QLatin1String table(mention.table), column(mention.column);
  SC_TRY_ASSIGN(texts, c.rows(QStringLiteral("SELECT DISTINCT %2 FROM %1 WHERE %3").arg(table, column, mention.scope),
                              {customer}, [](const Row& row) { return row.text(0); }));
  for (const QString& text : texts)
    if (person.areIn(text))
      SC_TRY(c.run(QStringLiteral("UPDATE %1 SET %2 = '' WHERE %3 AND %2 = ?").arg(table, column, mention.scope),
                   {customer, text}));
  return {};
}

/// What people wrote into actions, and where a label with the address can be had.
QString withoutWriting(const QString& json)
{
  QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
  bool isChanged = false;
  for (const QString& name : {QStringLiteral("text"), QStringLiteral("reason"), QStringLiteral("remark"),
                              QStringLiteral("message"), QStringLiteral("label_url")})
    if (!object.value(name).toString().isEmpty()) {
      object.insert(name, QString());
      isChanged = true;
    }
  return isChanged ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) : json;
}

Result<void> overwriteActions(Connection& c, CustomerId customer)
{
  struct Written {
    qint64 id;
    QString payload, outcome;
  };
  SC_TRY_ASSIGN(actions,
                c.rows(QStringLiteral("SELECT id, payload, outcome FROM outbox WHERE order_id IN %1").arg(kOrders),
                       {customer}, [](const Row& row) {
                         return Written{row.integer(0), row.text(1), row.text(2)};
                       }));
  for (const Written& action : actions)
    SC_TRY(c.run(QStringLiteral("UPDATE outbox SET payload = ?, outcome = ? WHERE id = ?"),
                 {withoutWriting(action.payload), withoutWriting(action.outcome), action.id}));
  return {};
}

/// The words that are left when the person is gone: numbers, places and articles.
Result<void> overwriteSearch(Connection& c, OrderId order)
{
  OrderSnapshot left;
  SC_TRY(c.each(QStringLiteral("SELECT number, external_id, province, city FROM orders WHERE id = ?"), {order},
                [&](const Row& row) {
                  left.number = row.text(0);
                  left.externalId = row.text(1);
                  left.shipTo.province = row.text(2);
                  left.shipTo.city = row.text(3);
                }));
  SC_TRY(c.each(QStringLiteral("SELECT title, sku FROM order_lines WHERE order_id = ? ORDER BY position"), {order},
                [&](const Row& row) {
                  left.lines.emplace_back();
                  left.lines.back().title = row.text(0);
                  left.lines.back().sku = row.text(1);
                }));
  SC_TRY(c.each(QStringLiteral("SELECT number FROM shipments WHERE order_id = ? ORDER BY id"), {order},
                [&](const Row& row) {
                  left.parcels.emplace_back();
                  left.parcels.back().number = row.text(0);
                }));
  return replaceSearchWords(c, order, searchWords(left));
}

/// A guest's key is the mail address or the telephone.
Result<void> overwriteKey(Connection& c, CustomerId customer)
{
  SC_TRY(c.run(QStringLiteral("UPDATE customers SET external_id = ? WHERE id = ? AND external_id LIKE 'guest:%'"),
               {QStringLiteral("erased:%1").arg(customer.value()), customer}));
  return {};
}

Result<void> overwriteTexts(Connection& c, CustomerId customer, const PersonWords& person)
{
  for (const Mention& mention : mentions())
    SC_TRY(overwriteMentions(c, customer, person, mention));
  for (const QString& sql : overwriting())
    SC_TRY(c.run(sql, {customer}));
  SC_TRY(overwriteActions(c, customer));
  return overwriteKey(c, customer);
}

/// The search forgets the person, and timelines and record say that it was done. How many orders it concerns.
Result<qint64> recordErasure(Connection& c, CustomerId customer, const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(account, c.number(QStringLiteral("SELECT account_id FROM customers WHERE id = ?"), {customer}));
  Instant until = now;
  std::vector<OrderId> orders;
  SC_TRY(
      c.each(QStringLiteral("SELECT id, placed_at FROM orders WHERE customer_id = ?"), {customer}, [&](const Row& row) {
        orders.push_back(row.id<OrderId>(0));
        until = std::max(until, row.instant(1));
      }));
  for (const OrderId order : orders) {
    SC_TRY(overwriteSearch(c, order));
    SC_TRY(noteOrderStep(c, {AccountId(account), std::nullopt, now}, order, QStringLiteral("erased"), {}, changes));
  }
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("erasures")));
  SC_TRY(c.run(QStringLiteral("INSERT INTO erasures (id, customer_id, account_id, orders, actor, erased_at, until_at) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?)"),
               {id, customer, account, qint64(orders.size()), actor, now, until}));
  return qint64(orders.size());
}

} // namespace

Result<Erased> eraseCustomer(Connection& c, CustomerId customer, const QString& actor, Instant now, ChangeSet& changes)
{
  if (c.engine() == Engine::Sqlite) // what is let go of is overwritten with zeros
    SC_TRY(c.runOnce(QStringLiteral("PRAGMA secure_delete = 1")));
  return c.transaction([&]() -> Result<Erased> {
    SC_TRY_ASSIGN(person, samePerson(c, customer));
    Traces traces; // while they can still be read
    for (const CustomerId id : person)
      SC_TRY(addTraces(c, id, traces));
    SC_TRY_ASSIGN(records, eraseRecords(c, traces));
    Erased erased;
    erased.customers = qint64(person.size());
    erased.calls = records.calls;
    erased.failures = records.failures;
    for (const CustomerId id : person) {
      SC_TRY(overwriteTexts(c, id, traces.person));
      SC_TRY_ASSIGN(orders, recordErasure(c, id, actor, now, changes));
      SC_TRY_ASSIGN(parcels,
                    c.number(QStringLiteral("SELECT COUNT(*) FROM shipments WHERE order_id IN ") + kOrders, {id}));
      erased.orders += orders;
      erased.parcels += parcels;
    }
    changes.customers = changes.payments = changes.shipments = changes.calls = changes.failures = changes.outbox = true;
    return erased;
  });
}

Result<void> scrubErased(Connection& c)
{
  if (c.engine() != Engine::Sqlite)
    return {};
  // The index keeps forgotten words until its parts are merged: in steps, so that other writers get their turn.
  constexpr int kPages = 500;
  qint64 before = -2, after = 0;
  for (int pages = -kPages; after - before >= 2; pages = kPages) { // fewer: nothing was left to merge
    SC_TRY_ASSIGN(start, c.number(QStringLiteral("SELECT total_changes()")));
    SC_TRY(c.run(QStringLiteral("INSERT INTO order_search (order_search, rank) VALUES ('merge', ?)"), {pages}));
    SC_TRY_ASSIGN(end, c.number(QStringLiteral("SELECT total_changes()")));
    before = start;
    after = end;
  }
  // Beside a reader the log is emptied later, by the next checkpoint that has it for itself.
  return c.runOnce(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace supercargo
