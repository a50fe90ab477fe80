#pragma once

#include "core/stock/work.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"

namespace supercargo::test {

const Instant kStockNow = fromMs(1'768'471'200'000);
const AccountId kShopA{1}, kShopB{2};

/// An order of one line, as a shop tells it.
inline OrderSnapshot stockOrder(const QString& id, const QString& sku, qint64 quantity,
                                OrderStatus status = OrderStatus::ToShip, Instant at = kStockNow, int version = 0)
{
  OrderSnapshot o;
  o.externalId = o.number = id;
  o.status = status;
  o.payment = PaymentStatus::Paid;
  o.total = o.paid = Money(100, Currency());
  o.placedAt = at;
  o.updatedAt = at + std::chrono::seconds(version * 20 + int(status));
  LineSnapshot line;
  line.externalId = QStringLiteral("l");
  line.sku = sku;
  line.quantity = quantity;
  line.total = o.total;
  o.lines = {line};
  return o;
}

inline void addShops(Connection& c)
{
  for (const AccountId id : {kShopA, kShopB})
    must(c.run(QStringLiteral("INSERT INTO accounts (id, provider, name, endpoint, fields, state, error_kind, detail, "
                              "created_at, credential_at, clock_offset_ms, api_version_seen) VALUES "
                              "(?, 'woocommerce', 'Shop', '', '', 'ok', '', '', 0, 0, 0, '')"),
               {id}));
}

/// Every check of `verify` that fails, with its differences.
inline QStringList brokenChecks(Connection& c)
{
  QStringList broken;
  for (const VerifyCheck& check : must(verify(c)))
    if (!check.ok)
      broken << check.name + QStringLiteral(": ") + check.differences.mid(0, 5).join(u" | ");
  return broken;
}

} // namespace supercargo::test
