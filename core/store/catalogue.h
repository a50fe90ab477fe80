#pragma once

#include "core/store/orders.h"

namespace supercargo {

Result<UpsertCount> upsertProducts(Connection& c, const Origin& origin, const std::vector<ProductSnapshot>& products,
                                   ChangeSet& changes);
/// What a shop says of its stock. The first account that names a SKU opens its balance; later differences from what we
/// expect become signed movements with the reason "shop".
Result<UpsertCount> upsertStock(Connection& c, const Origin& origin, const std::vector<StockSnapshot>& stock,
                                ChangeSet& changes);
Result<UpsertCount> upsertCustomers(Connection& c, const Origin& origin, const std::vector<CustomerSnapshot>& customers,
                                    ChangeSet& changes);

struct VariantRow {
  VariantId id;
  QString externalId, sku, barcode, options, imageUrl;
  std::optional<Money> price;
  std::optional<qint64> stock;
};
struct ProductRow {
  ProductId id;
  AccountId account;
  QString externalId, title, status, imageUrl;
  std::vector<VariantRow> variants;
};
/// Newest first; `after` is the id of the last one seen (0: from the start); limit 0: all.
Result<std::vector<ProductRow>> productRows(Connection& c, int limit, qint64 after = 0);

struct StockRow {
  QString sku, warehouse;
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0;
  qint64 available() const { return onHand - reserved - blocked; }
  QString alert() const; ///< "oversold", "out", or empty
};
Result<std::vector<StockRow>> stockRows(Connection& c, int limit, const QString& afterSku = {});

/// What lay where at the end of this instant, from the movements; blocked and incoming stay 0.
Result<std::vector<StockRow>> stockAt(Connection& c, Instant instant, int limit);

struct StockMovement {
  qint64 id = 0;
  Instant at{};
  QString sku, warehouse, kind, reason, actor;
  qint64 onHandDelta = 0, reservedDelta = 0;
  std::optional<OrderId> order;
  std::optional<CallId> call;
};
Result<std::vector<StockMovement>> stockHistory(Connection& c, const QString& sku, int limit);
/// Changes on-hand by hand; the balance may become negative only if `delta` is positive.
Result<StockRow> adjustStock(Connection& c, const QString& sku, const QString& warehouse, qint64 delta,
                             const QString& reason, const QString& actor, Instant now, ChangeSet& changes);

struct CustomerRow {
  CustomerId id;
  QString name, phone, email, city, province;
  std::vector<AccountId> accounts;
  qint64 orders = 0;
  MoneyBag spent;
  std::optional<Instant> firstOrderAt, lastOrderAt;
};
Result<std::vector<CustomerRow>> customerRows(Connection& c, int limit, qint64 after = 0);
Result<std::optional<CustomerRow>> customerRow(Connection& c, CustomerId id);
/// Newest first.
Result<std::vector<OrderId>> ordersOfCustomer(Connection& c, CustomerId id, int limit);

} // namespace supercargo
