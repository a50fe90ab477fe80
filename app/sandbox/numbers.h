#pragma once

#include "app/sandbox/dice.h"
#include "app/sandbox/order.h"

#include <QList>

#include <optional>

namespace supercargo::sandbox {

/// The numbers that shops, gateway and couriers give to an order, all computed from its index and back.
/// A decoded index may be of no order: callers compare the number made from it.
class Numbers {
public:
  Numbers(quint64 seed, QList<Shop> shops);

  /// Shops take turns: the nth order of a shop is its rank n.
  Shop shopOf(qint64 index) const { return m_shops[index % m_shops.size()]; }
  qint64 rank(qint64 index) const { return index / m_shops.size(); }
  qint64 indexOfRank(Shop shop, qint64 rank) const { return rank * m_shops.size() + m_shops.indexOf(shop); }
  /// How many of the orders below `index` are that shop's.
  qint64 ranksBelow(Shop shop, qint64 index) const;

  qint64 id(qint64 index) const; ///< within the shop; as long as the real ones
  qint64 indexOfId(Shop shop, qint64 id) const;

  QString orderNumber(qint64 index) const; ///< unique over all shops; the id, or sixteen letters and digits
  qint64 indexOfOrderNumber(const QString& number) const;

  QString waybill(Courier courier, qint64 index) const; ///< "SF1…", "YT8…", "75…"
  std::optional<std::pair<Courier, qint64>> indexOfWaybill(const QString& number) const;

  QString tradeNo(qint64 index, Instant paid) const; ///< 28 digits that begin with the day in China
  qint64 indexOfTradeNo(const QString& tradeNo) const;

private:
  QList<Shop> m_shops;
  Scramble m_codes, m_waybills, m_trades;
};

} // namespace supercargo::sandbox
