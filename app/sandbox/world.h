#pragma once

#include "app/sandbox/calendar.h"
#include "app/sandbox/numbers.h"
#include "app/sandbox/options.h"
#include "app/sandbox/order.h"
#include "app/sandbox/timeindex.h"
#include "app/sandbox/tracking.h"
#include "app/sandbox/worldclock.h"

#include <QHash>
#include <QSet>
#include <queue>

#include <functional>

namespace supercargo::sandbox {

/// Stock of a variant in one shop.
struct Stock {
  qint64 onHand = 0, allocated = 0;
  Instant changed{}; ///< by a sale or by a caller
  Instant written{}; ///< by a caller only
};

/// The simulated world: all orders with their states as of now. An order of the past is computed whenever it is looked
/// at; kept are only the placing times of live orders, what callers changed, and the time index. One thread.
class World {
public:
  World(const Options& options, Clock machine);

  WorldClock& clock() { return m_clock; }
  const WorldClock& clock() const { return m_clock; }
  const Catalogue& catalogue() const { return m_catalogue; }
  const Numbers& numbers() const { return m_numbers; }
  quint64 seed() const { return m_options.seed; }
  Instant catalogueMade() const { return m_made; } ///< when the goods were listed
  Instant now() const { return m_clock.server(); }
  /// Until when things have happened: `now`, or when the world was frozen.
  Instant present() const { return m_clock.shown(m_now); }

  /// Lets everything happen that is due. Called before anything is answered.
  void advance();
  /// New orders at once.
  void place(qint64 count);

  Shop shopOf(qint64 index) const { return m_numbers.shopOf(index); }
  qint64 orderCount() const { return m_calendar.orders() + qint64(m_live.size()); }
  qint64 customerCount() const { return m_customers; }
  Instant placedAt(qint64 index) const;       ///< monotone
  qint64 firstPlacedFrom(Instant time) const; ///< orderCount() when none
  Life life(qint64 index) const;              ///< as of now
  Life fate(qint64 index) const;              ///< with what is still to come
  Order order(qint64 index) const;            ///< as of now
  const TimeIndex& index(Shop shop) const { return m_index[std::size_t(shop)]; }

  std::optional<qint64> orderById(Shop shop, qint64 id) const;
  std::optional<qint64> orderByNumber(const QString& number) const;
  std::optional<qint64> orderByTradeNo(const QString& tradeNo) const;
  /// Only parcels that have left.
  std::optional<qint64> orderByWaybill(const QString& number) const;

  /// The way of an order's own parcel; nullopt before it has left.
  std::optional<Journey> journey(const Order& order) const;

  void change(qint64 index, const std::function<void(Change&)>& apply);
  const QHash<qint64, Change>& changes() const { return m_changes; }
  Stock& stock(Shop shop, int variant) { return m_stock[std::size_t(shop)][std::size_t(variant)]; }
  qint64 newId() { return ++m_lastId; } ///< for what callers make

  /// The merchant takes these products (positions in the catalogue) out of all his shops, and puts all others back.
  void deleteProducts(QSet<int> products) { m_deleted = std::move(products); }
  bool isListed(int product) const { return !m_deleted.contains(product); }
  std::vector<qint64> listedProducts() const; ///< positions in the catalogue
  std::vector<qint64> listedVariants() const; ///< the same, of their variants

private:
  Instant worldPlacedAt(qint64 index) const;
  QString timedNumber(qint64 index) const;
  Order composed(qint64 index) const;
  Life wholeLifeOf(qint64 index) const;
  Life shown(Life life) const;
  IndexEntry entryAt(qint64 index, Instant world) const;
  void arrive(Instant world);
  void settle(qint64 index, Instant world);
  void moveStock(qint64 index, const Life& whole, Instant world);
  void planArrival(Instant after);
  void buildIndex();

  Options m_options;
  WorldClock m_clock;
  Catalogue m_catalogue;
  Numbers m_numbers;
  Calendar m_calendar;
  qint64 m_customers;
  Instant m_made{};
  Instant m_now{}; ///< world clock, of the last `advance`
  qint64 m_lastId = 1'000'000'000;
  std::vector<Instant> m_live; ///< placing times, world clock
  std::optional<Instant> m_nextArrival;
  QHash<qint64, Change> m_changes;
  QSet<int> m_deleted; ///< products
  std::array<TimeIndex, kShopCount> m_index;
  std::array<std::vector<Stock>, kShopCount> m_stock;
  using Due = std::pair<Instant, qint64>;
  std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
};

} // namespace supercargo::sandbox
