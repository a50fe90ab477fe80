#include "core/outbox/waitingorders.h"

#include "core/outbox/parcelmoney.h"
#include "core/outbox/shipping.h"
#include "core/store/articleweights.h"

#include <QHash>

namespace supercargo {
namespace {

/// Gateways tell the time of a payment that some shops keep to themselves.
const QString kPaidAt =
    QStringLiteral("COALESCE(d.paid_at, (SELECT MAX(p.paid_at) FROM payments p WHERE p.order_id = o.id), o.placed_at)");
const QString kFrom = QStringLiteral(" FROM orders o LEFT JOIN order_details d ON d.order_id = o.id "
                                     "LEFT JOIN order_approvals v ON v.order_id = o.id WHERE ");

/// From the columns kPaidAt and v.approved_at.
Instant sinceOf(const Row& row, int column)
{
  return std::max(row.instant(column), row.instantIfAny(column + 1).value_or(Instant()));
}

Result<std::optional<qint64>> weightOf(Connection& c, const WaitingFacts& order)
{
  SC_TRY_ASSIGN(pieces,
                c.rows(QStringLiteral("SELECT sku, quantity FROM order_lines WHERE order_id = ? ORDER BY position"),
                       {order.order}, [&](const Row& row) {
                         return SoldPieces{order.order, order.facts.shop, row.text(0), row.integer(1)};
                       }));
  return soldWeight(c, pieces);
}

} // namespace

QString isWaiting()
{
  return QStringLiteral("o.status = '%1' AND o.stage = '%2' AND o.gone_at IS NULL AND NOT EXISTS (SELECT 1 FROM outbox "
                        "a WHERE a.order_id = o.id AND a.kind IN ('book_parcel', 'mark_shipped')) AND NOT EXISTS "
                        "(SELECT 1 FROM parcel_plan_orders m WHERE m.order_id = o.id)")
      .arg(statusName(OrderStatus::ToShip), flowStageName(FlowStage::ToShip));
}

Result<Instant> mayBeShippedSince(Connection& c, OrderId order)
{
  SC_TRY_ASSIGN(since, c.row(QStringLiteral("SELECT ") + kPaidAt + QStringLiteral(", v.approved_at") + kFrom +
                                 QStringLiteral("o.id = ?"),
                             {order}, [](const Row& row) { return sinceOf(row, 0); }));
  if (!since)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(order.value()));
  return *since;
}

Result<std::vector<OrderId>> waitingOrders(Connection& c, std::optional<Instant> since)
{
  const auto id = [](const Row& row) { return row.id<OrderId>(0); };
  const QString select = QStringLiteral("SELECT o.id") + kFrom + isWaiting(), order = QStringLiteral(" ORDER BY o.id");
  if (!since)
    return c.rows(select + order, {}, id);
  return c.rows(select + QStringLiteral(" AND (") + kPaidAt + QStringLiteral(" >= ? OR v.approved_at >= ?)") + order,
                {*since, *since}, id);
}

Result<std::vector<WaitingFacts>> waitingFacts(Connection& c, bool withWeights)
{
  SC_TRY_ASSIGN(orders, c.rows(QStringLiteral("SELECT o.id, o.account_id, o.total_minor, o.currency, o.payment, "
                                              "d.payment_method, d.ship_country, o.province, ") +
                                   kPaidAt +
                                   QStringLiteral(", v.approved_at, (SELECT a.created_at FROM accounts a "
                                                  "WHERE a.id = o.account_id)") +
                                   kFrom + isWaiting(),
                               {}, [](const Row& row) {
                                 WaitingFacts one;
                                 one.order = row.id<OrderId>(0);
                                 one.since = sinceOf(row, 8);
                                 one.connected = row.instant(10);
                                 one.facts.shop = row.id<AccountId>(1);
                                 one.facts.value =
                                     Money(row.integer(2), Currency::of(row.text(3)).value_or(Currency()));
                                 one.facts.cashOnDelivery = isPaidAtTheDoor(
                                     paymentStatusNamed(row.text(4)).value_or(PaymentStatus::Unknown), row.text(5));
                                 one.facts.to.country = row.text(6);
                                 one.facts.to.province = row.text(7);
                                 return one;
                               }));
  QHash<AccountId, QString> homes;
  for (WaitingFacts& one : orders) {
    if (one.facts.to.country.trimmed().isEmpty()) {
      if (!homes.contains(one.facts.shop)) {
        SC_TRY_ASSIGN(home, homeOfShop(c, one.facts.shop));
        homes.insert(one.facts.shop, home);
      }
      one.facts.to.country = homes.value(one.facts.shop);
    }
    if (withWeights) {
      SC_TRY_ASSIGN(grams, weightOf(c, one));
      one.facts.weightGrams = grams;
    }
  }
  return orders;
}

} // namespace supercargo
