#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// A variant that its product no longer has is marked as gone; what is told of again loses that mark
/// (core/store/goneproducts.h).
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
  std::optional<Instant> goneAt; ///< the shop no longer has it, as far as we know since then
};
struct ProductRow {
  ProductId id;
  AccountId account;
  QString externalId, title, status, imageUrl;
  std::vector<VariantRow> variants;
  std::optional<Instant> goneAt; ///< with all its variants
};
/// Newest first; `after` is the id of the last one seen (0: from the start); limit 0: all. `goneToo`: also products and
/// variants that their shops have deleted.
Result<std::vector<ProductRow>> productRows(Connection& c, int limit, qint64 after = 0, bool goneToo = false);

/// A balance, kept by the ledger (core/store/ledger.h). Pieces.
struct StockRow {
  QString sku, warehouse;
  qint64 onHand = 0, reserved = 0, blocked = 0;
  qint64 incoming = 0;   ///< ordered from suppliers
  qint64 inTransfer = 0; ///< on their way here from another warehouse
  qint64 oversold = 0;   ///< sold by shops when none was available
  bool known = true;     ///< somebody has said how many there are
  std::optional<Instant> countedAt;
  QString worstAlert; ///< kind of the active alert that is worst (core/stock/alerts.h), where the reader asked for it
  qint64 available() const { return onHand - reserved - blocked; } ///< kpi 20
  qint64 projected() const
  {
    return onHand + incoming + inTransfer - reserved - blocked;
  }                      ///< kpi 21, less what is blocked
  QString alert() const; ///< `worstAlert`, else "oversold", "over_reserved", "out" by the figures, or empty
};
/// By SKU and warehouse, after the pair given (without warehouse: after all of the SKU's).
Result<std::vector<StockRow>> stockRows(Connection& c, int limit, const QString& afterSku = {},
                                        const QString& afterWarehouse = {});
Result<std::vector<StockRow>> stockOfSku(Connection& c, const QString& sku);
Result<StockRow> stockRow(Connection& c, const QString& sku, const QString& warehouse); ///< NotFound

/// What lay where at the end of this instant, from the movements; of one SKU or of all.
Result<std::vector<StockRow>> stockAt(Connection& c, Instant instant, int limit, const QString& sku = {});

struct StockMovement {
  qint64 id = 0;
  Instant at{};
  QString sku, warehouse, kind, reason, actor;
  qint64 onHandDelta = 0, reservedDelta = 0;
  std::optional<OrderId> order;
  std::optional<CallId> call;
  qint64 blockedDelta = 0, incomingDelta = 0, transferDelta = 0;
  QString lot, source;
  std::optional<qint64> undoes; ///< the movement that this one takes back
};
/// Newest first; `before`: the id of the last one seen, 0 for the newest.
Result<std::vector<StockMovement>> stockHistory(Connection& c, const QString& sku, int limit, qint64 before = 0);
/// Changes on-hand by hand; Rejected when it would fall below zero.
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
