#pragma once

#include "app/sandbox/woocommerce.h"

/// Finding orders for WooCommerce's list without looking at all of them.
namespace supercargo::sandbox::woo {

QString statusWord(State state);
std::optional<State> stateOfWord(QStringView word);

inline qint64 productId(const Product& product)
{
  return 100 + qint64(product.number) * 10;
}

struct OrderQuery {
  std::optional<Instant> modifiedFrom, modifiedTo; ///< from included, to not
  std::optional<Instant> placedFrom, placedTo;
  QStringList statuses; ///< empty: any
  std::optional<std::vector<qint64>> include;
  enum class Sort { Placed, Modified, Include } sort = Sort::Placed;
  bool descending = true;
};

tl::expected<OrderQuery, Reply> orderQuery(const Fields& parameters);

struct OrderSlice {
  std::vector<qint64> indices;
  qint64 total = 0;
};

OrderSlice orderSlice(const World& world, const OrderQuery& query, qint64 offset, qint64 count);

} // namespace supercargo::sandbox::woo
