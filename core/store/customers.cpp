#include "core/db/ids.h"
#include "core/db/lookup.h"
#include "core/store/catalogue.h"
#include "core/store/erasures.h"

namespace supercargo {
namespace {

struct StoredCustomer {
  CustomerId id;
  CustomerSnapshot known;
};

Result<QHash<QString, StoredCustomer>> storedCustomers(Connection& c, AccountId account,
                                                       const std::vector<CustomerSnapshot>& told)
{
  std::vector<QString> ids;
  for (const CustomerSnapshot& customer : told)
    ids.push_back(customer.externalId);
  QHash<QString, StoredCustomer> stored;
  SC_TRY(inPieces(ids, {account}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return c.each(QStringLiteral("SELECT id, external_id, name, email, phone, country, province, city, registered_at, "
                                 "updated_at FROM customers WHERE account_id = ? AND external_id IN (%1)")
                      .arg(marks),
                  values, [&](const Row& row) {
                    stored.insert(row.text(1), {row.id<CustomerId>(0),
                                                {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                                                 row.text(6), row.text(7), row.instantIfAny(8), row.instantIfAny(9)}});
                  });
  }));
  return stored;
}

/// What we know after being told: an empty field tells nothing (orders may have brought the name already).
CustomerSnapshot merged(const CustomerSnapshot& known, const CustomerSnapshot& told)
{
  CustomerSnapshot all = told;
  for (auto field : {&CustomerSnapshot::name, &CustomerSnapshot::email, &CustomerSnapshot::phone,
                     &CustomerSnapshot::country, &CustomerSnapshot::province, &CustomerSnapshot::city})
    if ((all.*field).isEmpty())
      all.*field = known.*field;
  if (!all.registeredAt)
    all.registeredAt = known.registeredAt;
  if (!all.updatedAt)
    all.updatedAt = known.updatedAt;
  return all;
}

} // namespace

Result<UpsertCount> upsertCustomers(Connection& c, const Origin& origin, const std::vector<CustomerSnapshot>& customers,
                                    ChangeSet& changes)
{
  UpsertCount count;
  SC_TRY_ASSIGN(erased, erasedCustomers(c, origin.account));
  SC_TRY_ASSIGN(stored, storedCustomers(c, origin.account, customers));
  ExpectedIds ids(QStringLiteral("customers"), customers.size());
  for (const CustomerSnapshot& told : customers) {
    ids.nextRecord();
    if (erased.contains(told.externalId)) {
      ++count.unchanged;
      continue;
    }
    const auto found = stored.constFind(told.externalId);
    const bool isKnown = found != stored.constEnd();
    const bool old = isKnown && told.updatedAt && found->known.updatedAt && *told.updatedAt < *found->known.updatedAt;
    const CustomerSnapshot all = isKnown ? merged(found->known, told) : told;
    if (old || (isKnown && all == found->known)) {
      ++count.unchanged;
      continue;
    }
    CustomerId id = isKnown ? found->id : CustomerId();
    if (!isKnown) {
      SC_TRY_ASSIGN(fresh, ids.next(c));
      id = CustomerId(fresh);
    }
    SC_TRY(c.run(
        QStringLiteral("INSERT INTO customers (id, account_id, external_id, name, phone, email, country, province, "
                       "city, registered_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (account_id, external_id) DO UPDATE SET name = excluded.name, "
                       "phone = excluded.phone, email = excluded.email, country = excluded.country, "
                       "province = excluded.province, city = excluded.city, "
                       "registered_at = excluded.registered_at, updated_at = excluded.updated_at"),
        {id, origin.account, all.externalId, all.name, all.phone, all.email, all.country, all.province, all.city,
         all.registeredAt, all.updatedAt}));
    ++(isKnown ? count.changed : count.inserted);
    stored.insert(told.externalId, {id, all}); // a page may tell of one twice
  }
  changes.customers |= count.inserted + count.changed > 0;
  return count;
}

Result<std::vector<CustomerRow>> customerRows(Connection& c, int limit, qint64 after)
{
  std::vector<CustomerRow> customers;
  // One row for each customer and currency; cancelled orders were no purchase.
  SC_TRY(c.each(
      QStringLiteral(
          "WITH page AS (SELECT id, account_id, name, phone, email, city, province FROM customers WHERE id < ? "
          "ORDER BY id DESC LIMIT ?) "
          "SELECT p.id, p.account_id, p.name, p.phone, p.email, p.city, p.province, o.currency, o.orders, o.spent, "
          "o.first_at, o.last_at FROM page p LEFT JOIN (SELECT customer_id, currency, count(*) AS orders, "
          "CAST(sum(paid_minor - refunded_minor) AS BIGINT) AS spent, min(placed_at) AS first_at, "
          "max(placed_at) AS last_at FROM orders WHERE customer_id IN (SELECT id FROM page) "
          "AND status <> 'CANCELLED' GROUP BY customer_id, currency) o ON o.customer_id = p.id "
          "ORDER BY p.id DESC, o.currency"),
      {after > 0 ? after : std::numeric_limits<qint64>::max(),
       limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()},
      [&](const Row& row) {
        const auto id = row.id<CustomerId>(0);
        if (customers.empty() || customers.back().id != id) {
          CustomerRow fresh;
          fresh.id = id;
          fresh.accounts = {row.id<AccountId>(1)};
          fresh.name = row.text(2);
          fresh.phone = row.text(3);
          fresh.email = row.text(4);
          fresh.city = row.text(5);
          fresh.province = row.text(6);
          customers.push_back(std::move(fresh));
        }
        if (row.isNull(7))
          return;
        CustomerRow& customer = customers.back();
        customer.orders += row.integer(8);
        customer.spent.add(Money(row.integer(9), Currency::of(row.text(7)).value_or(Currency())));
        customer.firstOrderAt = std::min(customer.firstOrderAt.value_or(row.instant(10)), row.instant(10));
        customer.lastOrderAt = std::max(customer.lastOrderAt.value_or(row.instant(11)), row.instant(11));
      }));
  return customers;
}

Result<std::optional<CustomerRow>> customerRow(Connection& c, CustomerId id)
{
  SC_TRY_ASSIGN(rows, customerRows(c, 1, id.value() + 1));
  if (rows.empty() || rows.front().id != id)
    return std::nullopt;
  return std::move(rows.front());
}

Result<std::vector<OrderId>> ordersOfCustomer(Connection& c, CustomerId id, int limit)
{
  return c.rows(QStringLiteral("SELECT id FROM orders WHERE customer_id = ? ORDER BY id DESC LIMIT ?"),
                {id, limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()},
                [](const Row& row) { return row.id<OrderId>(0); });
}

} // namespace supercargo
