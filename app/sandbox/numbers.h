#pragma once

#include "app/sandbox/dice.h"
#include "app/sandbox/order.h"

#include <optional>

namespace supercargo::sandbox {

/// The numbers that shops, gateway and couriers give to an order, all computed from its index and back.
/// A decoded index may be of no order: callers compare the number made from it.
class Numbers {
public:
  explicit Numbers(quint64 seed);

  static qint64 id(qint64 index) { return shopOf(index) == Shop::Woo ? 10001 + index / 2 : 1 + index / 2; }
  static qint64 indexOfId(Shop shop, qint64 id) { return shop == Shop::Woo ? (id - 10001) * 2 : (id - 1) * 2 + 1; }

  QString orderNumber(qint64 index) const; ///< WooCommerce: the id; Vendure: sixteen letters and digits
  qint64 indexOfOrderNumber(const QString& number) const;

  QString waybill(Courier courier, qint64 index) const; ///< "SF1…", "YT8…", "75…"
  std::optional<std::pair<Courier, qint64>> indexOfWaybill(const QString& number) const;

  QString tradeNo(qint64 index, Instant paid) const; ///< 28 digits that begin with the day in China
  qint64 indexOfTradeNo(const QString& tradeNo) const;

private:
  Scramble m_codes, m_waybills, m_trades;
};

} // namespace supercargo::sandbox
