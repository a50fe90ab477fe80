#pragma once

#include "app/sandbox/peer.h"

/// What a merchant does in any shop of the world; shared by the shops that keep their goods alike: a sale takes them
/// off the shelf, shipping takes nothing more.
namespace supercargo::sandbox::desk {

/// Orders whose time of change lies in the closed span, in its order.
std::vector<qint64> changedBetween(const World& world, Shop shop, std::optional<Instant> from,
                                   std::optional<Instant> to);

/// A parcel of an order: the world's own, or one that a caller has sent.
struct Parcel {
  qint64 id = 0;
  Instant at{};
  QString method, number;
  std::vector<std::pair<qint64, qint64>> lines; ///< line id, quantity
};
std::vector<Parcel> parcels(const Order& order);

inline qint64 lineId(const Order& order, std::size_t line)
{
  return order.index * 8 + qint64(line) + 1;
}
/// Pieces of each line that no parcel holds.
std::vector<qint64> piecesLeft(const Order& order);
bool hasLeft(const Order& order); ///< all of it

/// Sends pieces (line id -> quantity); empty: all that is left. The error's detail says why not.
Result<Fulfilment> ship(World& world, const Order& order, const QMap<qint64, qint64>& pieces, const QString& method,
                        const QString& number);
Result<Refund> refund(World& world, const Order& order, qint64 amount, const QString& reason);
/// The buyer asks for money back: once for each line.
Result<Refund> askRefund(World& world, const Order& order, qint64 amount, const QString& reason);
/// The merchant agrees to it.
Result<Refund> agreeRefund(World& world, const Order& order, qint64 id);
Result<void> cancel(World& world, const Order& order);
void setStock(World& world, Shop shop, int variant, qint64 onHand);

/// An order is the shop's if it has this id.
std::optional<Order> orderById(const World& world, Shop shop, qint64 id);

/// Times of a customer, who never changes.
Instant joinedAt(const World& world, qint64 customer);

} // namespace supercargo::sandbox::desk
